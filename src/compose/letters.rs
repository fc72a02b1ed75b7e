//! The letters of a figure: room for the highest of them, and notes on those that its faces cannot set.

use crate::compose::select::Selection;
use crate::compose::style::FigureStyle;
use crate::error::{Code, Error, Message, Note, Result};
use crate::event::Event;
use crate::options::FigureOptions;
use crate::text::Fonts;

/// Refuses a language whose letters no face has: boxes in place of all dates tell nothing.
pub(super) fn check(style: &FigureStyle, options: &FigureOptions) -> Result<()> {
    let missing = style.fonts.missing(&style.dates.letters());
    if missing.is_empty() {
        return Ok(());
    }
    let some: String = missing.iter().take(5).collect();
    let message = Message::default()
        .unset_value("locale", style.dates.locale.code())
        .text(format!(" needs letters that no font at hand has, as {some}; give one by "))
        .setting("font");
    let message = match options.has_system_faces {
        true => message,
        false => message.text(", or set ").setting("system-fonts"),
    };
    Err(Error::options(Code::NoLetters, message))
}

/// Makes room for the highest letters of a figure; notes what its faces cannot set.
pub(super) fn measure(
    selection: &Selection<'_>,
    options: &FigureOptions,
    style: &mut FigureStyle,
) -> Vec<Note> {
    let all = selection.events.iter().chain(&selection.behind).map(|dated| dated.event);
    let words = words(all, options);
    style.sizes.spread(style.fonts.reach(&words));
    missing_glyphs(&words, &style.fonts, options)
        .into_iter()
        .chain(excess_marks(&words, &style.fonts))
        .collect()
}

/// All that is set in the figure, the ruler apart.
pub(super) fn words<'a>(
    events: impl Iterator<Item = &'a Event>,
    options: &'a FigureOptions,
) -> String {
    let frame = [&options.title, &options.subtitle, &options.source];
    let words = events.flat_map(|event| {
        let Event { name, detail, category, when, lane, .. } = event;
        [Some(name), detail.as_ref(), category.as_ref(), when.as_ref(), lane.as_ref()]
    });
    let words = frame.into_iter().map(Option::as_ref).chain(words).flatten();
    words.flat_map(|text| [text.as_str(), "\n"]).collect()
}

/// A note that names the characters no face has.
fn missing_glyphs(words: &str, fonts: &Fonts, options: &FigureOptions) -> Option<Note> {
    let missing = fonts.missing(words);
    let list = missing
        .iter()
        .take(8)
        .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
        .collect::<Vec<_>>()
        .join(", ");
    let more = if missing.len() > 8 { " and more" } else { "" };
    let which = if fonts.has_more() { "no font given has a" } else { "the bundled font has no" };
    let fact = format!("{which} glyph for {list}{more}; boxes are drawn, unless ");
    let message = Message::new(fact).setting_to("font", "FILE");
    let message = match options.has_system_faces {
        true => message,
        false => message.text(" or ").setting("system-fonts"),
    };
    let message = message.text(" gives them");
    (!missing.is_empty()).then_some(Note::new(Code::GlyphsMissing, message))
}

/// A note on marks that are left out.
fn excess_marks(words: &str, fonts: &Fonts) -> Option<Note> {
    let many = fonts.excess_marks(words);
    let (marks, are) = if many == 1 { ("mark", "is") } else { ("marks", "are") };
    let note = format!("{many} {marks} {are} left out, where one letter carries more than six");
    (many > 0).then_some(Note::new(Code::MarksLeftOut, note))
}
