//! From events to a figure, in one pass: domain and ruler, texts, places, then the height that
//! they need.

mod backdrop;
mod categories;
mod cuts;
mod describe;
mod domain;
mod fit;
mod forms;
mod lanes;
mod marks;
mod measure;
mod option_events;
mod place;
mod room;
mod strip;
mod style;
mod upright_lines;
mod verify;

pub use verify::scene;

use crate::date::Known;
use crate::error::{Error, Note, Result, guarded, of_font};
use crate::event::Event;
use crate::figure::{Figure, PlacedEvent};
use crate::geometry::{Axis, PX, Size, Sub, to_px};
use crate::layout::{self, Label, Problem, TooNarrow};
use crate::options::{LabelStyle, Options};
use crate::text::{Face, Fonts};
use crate::time::TimeAxis;
use categories::Categories;
use domain::{Along, Chosen, Dated};
use forms::labels::Stage;
use measure::flag::Worded;
use measure::row as rows;
use std::borrow::Cow;
use std::sync::Arc;
use style::{Look, fonts, night};

/// Composes the figure of `events`, in any order, and tells what its maker should know.
///
/// # Errors
///
/// [`Error::Data`] when there is no event, [`Error::Options`] when the options leave none or no
/// room, [`Error::Internal`] when the figure fails its own check.
pub fn compose(events: &[Event], options: &Options) -> Result<(Figure, Vec<Note>)> {
    compose_with(events, options, &[])
}

/// The same with faces for the characters that the figure's own lack, the first to be asked first.
/// Those that the options name are not read here.
///
/// # Errors
///
/// Those of [`compose`]; [`Error::Options`] also when a face cannot be used.
pub fn compose_with(
    events: &[Event],
    options: &Options,
    faces: &[Arc<Face>],
) -> Result<(Figure, Vec<Note>)> {
    let mut look = Look::of(options)?;
    look.fonts = look.fonts.with(faces);
    if look.fonts.has_more() {
        return guarded(|| composed(events, options, look)).map_err(of_font);
    }
    composed(events, options, look)
}

/// The characters of a figure that neither its own faces have nor these.
pub fn missing(events: &[Event], options: &Options, faces: &[Arc<Face>]) -> Vec<char> {
    // Eras and markers at fault are told when the figure is composed.
    let events = backed(events, options).unwrap_or(Cow::Borrowed(events));
    fonts(options).with(faces).missing(&words(events.iter(), options))
}

fn composed(events: &[Event], options: &Options, mut look: Look) -> Result<(Figure, Vec<Note>)> {
    let events = backed(events, options)?;
    let mut chosen = domain::chosen(&events, options)?;
    let mut notes = std::mem::take(&mut chosen.notes);
    let all = chosen.events.iter().chain(&chosen.behind).map(|dated| dated.event);
    let all = words(all, options);
    look.sizes.spread(look.fonts.reach(&all));
    notes.extend(boxed(&all, &look.fonts));
    notes.extend(heaped(&all, &look.fonts));
    let (figure, more) = if lanes::is_wanted(&chosen.events, options) {
        lanes::compose(&chosen, options, &look)?
    } else {
        around_ruler(&chosen, options, &look)?
    };
    notes.extend(more);
    notes.extend(tall(&figure, options));
    Ok((figure, notes))
}

/// The events, with the eras and markers of the options.
fn backed<'a>(events: &'a [Event], options: &Options) -> Result<Cow<'a, [Event]>> {
    let behind = option_events::behind(events, options)?;
    Ok(if behind.is_empty() {
        Cow::Borrowed(events)
    } else {
        Cow::Owned(events.iter().cloned().chain(behind).collect())
    })
}

/// The figure of flags and lists around a ruler.
fn around_ruler(
    chosen: &Chosen<'_>,
    options: &Options,
    look: &Look,
) -> Result<(Figure, Vec<Note>)> {
    let Chosen { events, behind, cuts, .. } = chosen;
    let asked = options.canvas_width();
    let is_upright = options.axis() == Axis::Vertical;
    let behind: &[Dated<'_>] = if is_upright { &[] } else { behind };
    let all = [events.as_slice(), behind].concat();
    let axis = |length: Sub| domain::axis(&all, cuts, options, look, Along { length, is_upright });
    let across = look.right(asked) - look.sizes.margin;
    // An upright ruler may become as long as its cells need.
    let known = domain::known(events, &axis(if is_upright { across * 3 } else { across })?);
    let room =
        if is_upright { fit::length::measure(look, asked) } else { across - look.sizes.pole_gap };
    let worded = worded(events, known, look, room);
    bounded(&worded)?;
    let style = options.style.unwrap_or_default();
    let plan = Plan { events, behind, options, style, look, worded: &worded, axis: &axis };
    let (stage, widened) =
        if is_upright { (plan.upright()?, across_only(chosen)) } else { plan.fitted()? };
    let stage = match options.height {
        Some(_) if !is_upright => plan.lowered(stage)?,
        _ => stage,
    };
    let notes = widened.into_iter().chain(room::note(events, &stage.left_out));
    let notes = notes.chain(stage.categories.notes(options));
    let figure = stage.figure(options);
    verify::verify(&figure, events.len())?;
    let notes = notes.chain(shortened(events, &figure)).collect();
    Ok((figure, notes))
}

/// A note on what an upright figure does not show.
fn across_only(chosen: &Chosen<'_>) -> Option<Note> {
    let lanes = chosen.events.iter().any(|dated| dated.event.lane.is_some());
    let names = chosen.behind.iter().map(|dated| dated.event.name.as_str());
    let names: Vec<&str> = lanes.then_some("lanes").into_iter().chain(names).collect();
    let note = format!(
        "time runs downwards and leaves out {}; leave out --orientation vertical to show them",
        names.join("; ")
    );
    (!names.is_empty()).then_some(Note::new(note))
}

/// Tries to find a width before the figure is given up.
const TRIES: usize = 12;
/// The widest canvas that is made without being asked for.
const WIDEST: Sub = 40_000 * PX;

/// What is to be placed along the ruler.
#[derive(Clone, Copy)]
struct Plan<'a> {
    events: &'a [Dated<'a>],
    /// Eras and markers.
    behind: &'a [Dated<'a>],
    options: &'a Options,
    style: LabelStyle,
    look: &'a Look,
    worded: &'a [Worded],
    /// The axis of a ruler so long.
    axis: &'a dyn Fn(Sub) -> Result<TimeAxis>,
}

impl<'a> Plan<'a> {
    /// Everything placed along the ruler, in the width asked for or, where labels cannot be placed,
    /// in a greater one, with a note.
    fn fitted(&self) -> Result<(Stage<'a>, Option<Note>)> {
        let asked = self.options.canvas_width();
        let mut width = asked;
        for _ in 0..TRIES {
            let axis = (self.axis)(self.look.right(width) - self.look.sizes.margin)?;
            match self.staged(axis, width, vec![false; self.events.len()], None) {
                // Once it must be wider, it may as well be of the shape of a page.
                Ok(stage) if width == asked || stage.placement.height() <= 2 * width => {
                    return Ok((stage, (width > asked).then(|| widened(asked, width))));
                }
                Ok(_) => width = width / 3 * 4,
                Err(narrow) => {
                    width = (width / 3 * 4).max(narrow.needed + 2 * self.look.sizes.margin);
                }
            }
            if width > WIDEST {
                break;
            }
        }
        let wide = to_px(width).ceil();
        Err(Error::options(format!(
            "the labels need a figure {wide} px wide; draw fewer events or give a --width"
        )))
    }

    /// The same within the height asked for.
    fn lowered(&self, stage: Stage<'a>) -> Result<Stage<'a>> {
        let (axis, width) = (stage.axis.clone(), stage.width);
        room::lowered(stage, self.options, |left_out, room| {
            self.staged(axis.clone(), width, left_out, room).ok()
        })
    }

    /// Everything placed along an axis, for a figure so wide.
    fn staged(
        &self,
        axis: TimeAxis,
        width: Sub,
        left_out: Vec<bool>,
        room: Option<Sub>,
    ) -> std::result::Result<Stage<'a>, TooNarrow> {
        let Plan { events, behind, look, worded, .. } = *self;
        let placement = layout::place(&self.problem(&axis, width, &left_out, room))?;
        let categories = Categories::of(events, self.options, look.theme);
        let night = night(events, self.options, &categories);
        let ends = [look.sizes.margin, look.right(width)];
        Ok(Stage {
            look,
            width,
            ends,
            is_upright: false,
            axis,
            events,
            behind,
            worded,
            left_out,
            placement,
            categories,
            night,
        })
    }

    fn problem(
        &self,
        axis: &TimeAxis,
        width: Sub,
        left_out: &[bool],
        room: Option<Sub>,
    ) -> Problem {
        let Look { sizes, .. } = self.look;
        let (left, right) = (sizes.margin, self.look.right(width));
        let label = |index: usize| {
            let x = axis.scale.place(self.events[index].at, left, right);
            self.label(index, x, left_out[index])
        };
        let many = left_out.iter().filter(|out| **out).count();
        Problem {
            // The free room beyond a text may lie in the margin.
            left: left - sizes.label_gap,
            first_pole: left,
            last_pole: right,
            right: right + sizes.label_gap,
            labels: (0..self.events.len()).map(label).collect(),
            more: rows::more_size(many, self.look),
            room,
            ..self.even_problem()
        }
    }

    /// The label of an event whose mark stands at `x`.
    fn label(&self, index: usize, x: Sub, is_left_out: bool) -> Label {
        let date = |index: usize| self.worded[index].row.date();
        let is_same = index > 0 && date(index) == date(index - 1);
        self.worded[index].label(x, is_same, is_left_out, self.look)
    }

    /// What a problem is whatever its labels and its room.
    fn even_problem(&self) -> Problem {
        let sizes = &self.look.sizes;
        Problem {
            left: 0,
            first_pole: 0,
            last_pole: 0,
            right: 0,
            labels: Vec::new(),
            pole_step: sizes.pole_step,
            track: sizes.track,
            gap: sizes.pole_gap,
            bracket: sizes.bracket,
            slack: sizes.dot,
            edge: sizes.pole_gap + sizes.label_gap,
            column_gap: sizes.column_gap,
            more: Size::default(),
            room: None,
            is_upright: false,
            style: self.style,
            effort: self.options.effort.unwrap_or_default(),
        }
    }
}

/// A note on descriptions that lists leave out.
fn shortened(events: &[Dated<'_>], figure: &Figure) -> Option<Note> {
    let is_short = |(dated, placed): &(&Dated<'_>, &PlacedEvent)| {
        placed.list.is_some() && !placed.is_left_out && dated.event.detail.is_some()
    };
    let many = events.iter().zip(&figure.events).filter(is_short).count();
    let (events, stand) = if many == 1 { ("event", "stands") } else { ("events", "stand") };
    let note = format!(
        "{many} {events} {stand} in a list without the description; --style flags or a wider figure shows more"
    );
    (many > 0).then_some(Note::new(note))
}

/// A note on a figure that became higher than what it is made for.
fn tall(figure: &Figure, options: &Options) -> Option<Note> {
    let preset = options.preset();
    let (most, of) = preset.page();
    let (wide, preset_wide) = (i64::from(figure.size.w), i64::from(preset.width()));
    // A wider figure is made smaller to stand there.
    let most = i64::from(most) * wide.max(preset_wide) / preset_wide;
    let is_free =
        options.height.is_none() && !((figure.axis == Axis::Vertical) && preset.height() == 0);
    let (high, most) = (to_px(figure.size.h), most / i64::from(PX));
    let note = format!(
        "the figure is {high:.0} px high, more than the {most} px of {of}; a greater --width or a \
         --height makes it lower"
    );
    (is_free && high > most as f64).then_some(Note::new(note))
}

fn widened(asked: Sub, width: Sub) -> Note {
    let (asked, wide) = (to_px(asked), to_px(width));
    Note::new(format!("the labels do not fit into {asked:.0} px; the figure is {wide:.0} px wide"))
}

fn worded(events: &[Dated<'_>], known: Known, look: &Look, room: Sub) -> Vec<Worded> {
    events.iter().map(|dated| Worded::of(dated.event, known, look, room)).collect()
}

/// The highest figure whose places can be counted and shown, in CSS pixels.
const HIGHEST: i64 = 10_000_000;

/// Refuses texts that could need a higher figure, before any is placed.
fn bounded(worded: &[Worded]) -> Result<()> {
    let height: i64 = worded.iter().map(|worded| i64::from(worded.tallest())).sum();
    let height = height / i64::from(PX);
    if height <= HIGHEST {
        return Ok(());
    }
    Err(Error::options(format!(
        "the texts can need {height} px of height, more than the {HIGHEST} that can be shown; \
         draw fewer events or shorten their texts"
    )))
}

/// All that is set in the figure, the ruler apart.
fn words<'a>(events: impl Iterator<Item = &'a Event>, options: &'a Options) -> String {
    let frame = [&options.title, &options.subtitle, &options.source];
    let words = events.flat_map(|event| {
        let Event { name, detail, category, when, lane, .. } = event;
        [Some(name), detail.as_ref(), category.as_ref(), when.as_ref(), lane.as_ref()]
    });
    let words = frame.into_iter().map(Option::as_ref).chain(words).flatten();
    words.flat_map(|text| [text.as_str(), "\n"]).collect()
}

/// A note that names the characters no face has.
fn boxed(words: &str, fonts: &Fonts) -> Option<Note> {
    let missing = fonts.missing(words);
    let name = |c: &char| format!("{c} (U+{:04X})", u32::from(*c));
    let list = missing.iter().take(8).map(name).collect::<Vec<_>>().join(", ");
    let more = if missing.len() > 8 { " and more" } else { "" };
    let which = if fonts.has_more() { "no font given has a" } else { "the bundled font has no" };
    let note = format!(
        "{which} glyph for {list}{more}; boxes are drawn, unless --font FILE or --system-fonts \
         gives them"
    );
    (!missing.is_empty()).then_some(Note::new(note))
}

/// A note on marks that are left out.
fn heaped(words: &str, fonts: &Fonts) -> Option<Note> {
    let many = fonts.heaped(words);
    let (marks, are) = if many == 1 { ("mark", "is") } else { ("marks", "are") };
    let note = format!("{many} {marks} {are} left out, where one letter carries more than six");
    (many > 0).then_some(Note::new(note))
}
