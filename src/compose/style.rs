//! What every part of a figure is drawn with: faces, sizes and colours.

use crate::date::{CountScale, DateForm, DateStyle, Instant, Known};
use crate::error::{Code, Error, Message, Result};
use crate::event::{Event, Kind};
use crate::geometry::Sub;
use crate::options::{Background, FigureOptions, ThemeChoice};
use crate::text::{Fonts, QuoteMarks, TextMemo, Weight};
use crate::theme::{Colour, Sizes, Theme};
use crate::time;
use crate::words::Words;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Faces, sizes and colours.
#[derive(Clone)]
pub(crate) struct FigureStyle {
    pub(crate) fonts: Fonts,
    /// The texts that were shaped so far: forms are compared that set the same ones.
    pub(crate) texts: Rc<TextMemo>,
    pub(crate) sizes: Sizes,
    pub(crate) theme: Theme,
    /// The language and the form of dates.
    pub(crate) dates: DateStyle,
    /// The figure's own words in that language.
    pub(crate) words: &'static Words,
}

impl FigureStyle {
    /// The style that is asked for.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] for a ground on which the words of the theme cannot be read.
    pub(crate) fn of(options: &FigureOptions) -> Result<Self> {
        Self::scaled(options, 100)
    }

    /// The same with type and gaps of the plot at so many hundredths of their size.
    ///
    /// # Errors
    ///
    /// Those of [`FigureStyle::of`].
    pub(crate) fn scaled(options: &FigureOptions, scale: u16) -> Result<Self> {
        let asked = options.theme.clone().unwrap_or_default();
        let mut sizes = options.preset().sizes_at(scale);
        if let ThemeChoice::House(house) = &asked {
            house.set(&mut sizes);
        }
        let dates = options.date_style();
        let theme = on_ground(asked.theme(), options)?;
        let words = options.words();
        let fonts = fonts(options);
        let texts = Rc::new(TextMemo::new(&fonts));
        Ok(Self { fonts, texts, sizes, theme, dates, words })
    }

    /// The same for these events: dates may all be counts, and names sentences.
    pub(crate) fn for_events(mut self, events: &[Event]) -> Self {
        self.dates.counts = count_scale(events.iter());
        if events.iter().any(|event| event.kind == Kind::Era) {
            self.theme = self.theme.on_eras();
        }
        if are_names_sentences(events) {
            let Sizes { name, list_name, .. } = &mut self.sizes;
            name.style.weight = Weight::Regular;
            list_name.style.weight = Weight::Regular;
        }
        self
    }

    /// What the reader of any label knows: the language.
    pub(crate) fn known(&self) -> Known {
        Known::of(self.dates)
    }

    /// How long a stretch of time is, in words.
    pub(crate) fn stretch_words(&self, (lo, hi): (Instant, Instant)) -> String {
        time::stretch_words((lo, hi), self.dates)
    }

    /// The ground that is painted, if any.
    pub(crate) fn background(&self, options: &FigureOptions) -> Option<Colour> {
        let is_clear = options.background == Some(Background::None);
        (!is_clear).then_some(self.theme.ground)
    }

    /// The right end of everything on a canvas of `width`.
    pub(crate) fn right(&self, width: Sub) -> Sub {
        width - self.sizes.margin
    }
}

/// The faces of the figure's own: those asked for, those of the house style, or the bundled ones; then
/// the others.
pub(crate) fn fonts(options: &FigureOptions) -> Fonts {
    let of_theme = match &options.theme {
        Some(ThemeChoice::House(house)) => house.fonts.as_ref(),
        _ => None,
    };
    let own = options.fonts.as_ref().or(of_theme).cloned().unwrap_or_default();
    let fonts = own.with(&options.faces);
    let is_plain = options.plain_text.unwrap_or(false);
    if is_plain {
        fonts
    } else {
        fonts.typesetting(QuoteMarks::of(options.date_style().locale.code()))
    }
}

/// `theme` on the ground that is asked for.
fn on_ground(theme: Theme, options: &FigureOptions) -> Result<Theme> {
    let Some(Background::Colour(ground)) = options.background else { return Ok(theme) };
    if options.theme == Some(ThemeChoice::Auto) {
        let message = Message::default().unset_value("theme", "auto");
        let message = message.text(" has a light ground and a dark one; leave out ");
        let message = message.unset("background").text(", or give ");
        return Err(Error::options(Code::Background, message.setting_to("background", "none")));
    }
    let moved = |line: Colour| if line == theme.ground { ground } else { line };
    let theme = Theme { ground, ruler_line: moved(theme.ruler_line), ..theme };
    match theme.faults().first() {
        None => Ok(theme.adapted()),
        Some((_, words, on, _)) => {
            let message = Message::new(format!("{words} of the theme cannot be read on "));
            let message = message.unset_value("background", on.to_string());
            let message = message.text("; choose a lighter or a darker one, or another ");
            Err(Error::options(Code::Background, message.setting("theme")))
        }
    }
}

/// Names of so many characters are sentences, which bold type makes slabs of.
const SENTENCE: usize = 60;

/// Whether most names are whole sentences, with no description under them that names must be told from.
fn are_names_sentences(events: &[Event]) -> bool {
    let named = || events.iter().filter(|event| matches!(event.kind, Kind::Point | Kind::Span));
    let is_long = |event: &&Event| event.name.chars().count() >= SENTENCE;
    let is_plain = named().all(|event| event.detail.is_none());
    is_plain && named().filter(is_long).count() * 2 > named().count()
}

/// The scale of dates that are counts, if those of all events are: of several spellings the commonest.
pub(crate) fn count_scale<'e>(events: impl Iterator<Item = &'e Event>) -> Option<CountScale> {
    let mut many: BTreeMap<CountScale, usize> = BTreeMap::new();
    for event in events {
        let DateForm::Count(scale, _) = event.start.form else { return None };
        *many.entry(scale).or_default() += 1;
    }
    let unit = many.keys().next()?.unit;
    let is_one_unit = many.keys().all(|scale| scale.unit == unit);
    let commonest = many.into_iter().rev().max_by_key(|(_, many)| *many);
    commonest.filter(|_| is_one_unit).map(|(scale, _)| scale)
}
