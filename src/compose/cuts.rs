//! Which stretches of time a figure leaves out.

use crate::compose::dated::{Dated, on_clock};
use crate::compose::shown_time::ShownTime;
use crate::compose::style::count_scale;
use crate::date::{Date, DateStyle, Instant, InstantSpan, Known};
use crate::error::{Code, Error, Message, Note, Result, quoted};
use crate::options::{BreakChoice as Choice, FigureOptions, Scaling};
use crate::time::{self, MOST_BREAKS};

/// Fewer events than this are not in anybody's way.
const FEW: usize = 4;

/// The stretches that are left out, in the order of time, as the options ask, and what the maker
/// of the figure should know of that.
///
/// # Errors
///
/// [`Error::Options`] for breaks that cannot be made, or would hide one of `events`.
pub(crate) fn cuts(
    events: &[Dated<'_>],
    time: &ShownTime,
    options: &FigureOptions,
) -> Result<(Vec<InstantSpan>, Vec<Note>)> {
    let is_log = options.scale == Some(Scaling::Log);
    let busy = busy(events);
    let empty = || time::empty_stretches(&busy, time.is_ages);
    if options.breaks.is_empty() {
        let is_use = busy.len() >= FEW && !is_log && !empty().is_empty();
        let hint = time::longest_stretch(&busy).filter(|_| is_use).map(|found| hint(found, events));
        return Ok((Vec::new(), hint.into_iter().collect()));
    }
    let mut cuts = Vec::new();
    let mut notes = Vec::new();
    for choice in &options.breaks {
        match choice {
            Choice::None => {}
            _ if is_log => return Err(Error::options(Code::EvenScale, uneven())),
            Choice::Auto => {
                let found = empty();
                notes.extend(found.is_empty().then(nothing_to_break));
                cuts.extend(found);
            }
            Choice::Between(from, to) => cuts.push(between(events, time, [from, to])?),
        }
    }
    cuts.sort();
    cuts.dedup();
    if cuts.windows(2).any(|pair| pair[1].0 <= pair[0].1) {
        return Err(Error::options(Code::Break, "two breaks overlap; give each stretch once"));
    }
    if cuts.len() > MOST_BREAKS {
        let message = format!("a time axis has at most {MOST_BREAKS} breaks; leave some out");
        return Err(Error::options(Code::Break, message));
    }
    Ok((cuts, notes))
}

fn uneven() -> Message {
    let message = Message::default().unset("break").text(" needs an even scale; leave out ");
    message.unset("break").text(" or ").unset_value("scale", "log")
}

fn nothing_to_break() -> Note {
    let message = Message::default().unset_value("break", "auto");
    Note::new(Code::NothingToBreak, message.text(": no empty stretch is long enough to break"))
}

/// When something is, in the order of starts.
fn busy(events: &[Dated<'_>]) -> Vec<InstantSpan> {
    let mut busy: Vec<InstantSpan> = events.iter().map(|dated| (dated.lo, dated.hi)).collect();
    busy.sort();
    busy
}

fn hint((share, gap): (i128, InstantSpan), events: &[Dated<'_>]) -> Note {
    let counts = count_scale(events.iter().map(|dated| dated.event));
    let words = time::stretch_words(gap, DateStyle { counts, ..DateStyle::default() });
    let message = Message::new(format!("{share} % of the time axis is empty ({words}); "));
    Note::new(Code::BreakOffered, message.setting_to("break", "auto").text(" leaves that out"))
}

/// The break from the beginning of one date to the beginning of another. Nothing may lie in it.
fn between(events: &[Dated<'_>], time: &ShownTime, dates: [&Date; 2]) -> Result<InstantSpan> {
    let refuse = |why: &str| {
        let written = format!("{}..{}", dates[0].written, dates[1].written);
        let message = Message::default().unset_value("break", written);
        Err(Error::options(Code::Break, message.text(format!(" {why}"))))
    };
    let mut ends = [time.span.0; 2];
    for (end, date) in ends.iter_mut().zip(dates) {
        let Some(lo) = date.lo() else { return refuse("has an open end; write two dates") };
        *end = on_clock(date, lo, time.clock);
    }
    let [lo, hi] = ends;
    if hi <= lo {
        return refuse("ends before it begins; swap its dates");
    }
    if lo <= time.span.0 || time.span.1 <= hi {
        return refuse("is not inside the time shown; choose a stretch between two events");
    }
    let is_inside = |at: Instant| lo < at && at < hi;
    let hidden = events.iter().find(|dated| {
        is_inside(dated.lo) || is_inside(dated.hi) || (dated.lo == lo && dated.hi <= hi)
    });
    match hidden {
        Some(dated) => refuse(&format!(
            "would hide {} ({}); choose a stretch without events",
            quoted(&dated.event.name),
            dated.event.when_text(Known::default())
        )),
        None => Ok((lo, hi)),
    }
}
