//! Which stretches of time a figure leaves out, and the signs that say so.

use crate::compose::domain::{Dated, on_clock};
use crate::date::{Date, Instant};
use crate::error::{Error, Note, Result, quoted};
use crate::options::{BreakChoice as Choice, FigureOptions, Scaling};
use crate::time::{self, MOST_BREAKS, Stretch};

/// Fewer events than this are not in anybody's way.
const FEW: usize = 4;

/// The stretches that are left out, in the order of time, as the options ask, and what the maker
/// of the figure should know of that. `shown` is the time that the figure shows otherwise.
pub(crate) fn cuts(
    events: &[Dated<'_>],
    options: &FigureOptions,
    east: i32,
    shown: Stretch,
    is_ages: bool,
) -> Result<(Vec<Stretch>, Vec<Note>)> {
    let is_log = options.scale == Some(Scaling::Log);
    let asked: Vec<&Choice> = options.breaks.iter().filter(|at| **at != Choice::None).collect();
    if is_log && !asked.is_empty() {
        let message = "--break needs an even scale; leave out --break or --scale log";
        return Err(Error::options(message));
    }
    let busy = busy(events);
    if options.breaks.is_empty() {
        let is_use =
            busy.len() >= FEW && !is_log && !time::empty_stretches(&busy, is_ages).is_empty();
        let hint = time::longest_stretch(&busy).filter(|_| is_use).map(hint);
        return Ok((Vec::new(), hint.into_iter().collect()));
    }
    let mut cuts = Vec::new();
    let mut notes = Vec::new();
    for choice in asked {
        match choice {
            Choice::None => {}
            Choice::Auto => {
                let found = time::empty_stretches(&busy, is_ages);
                if found.is_empty() {
                    notes.push(Note::new("--break auto: no empty stretch is long enough to break"));
                }
                cuts.extend(found);
            }
            Choice::Between(from, to) => {
                cuts.push(between(events, east, shown, [from, to])?);
            }
        }
    }
    cuts.sort();
    cuts.dedup();
    if cuts.windows(2).any(|pair| pair[1].0 <= pair[0].1) {
        return Err(Error::options("two breaks overlap; give each stretch once"));
    }
    if cuts.len() > MOST_BREAKS {
        let message = format!("a ruler has at most {MOST_BREAKS} breaks; leave some out");
        return Err(Error::options(message));
    }
    Ok((cuts, notes))
}

/// When something is, in the order of starts.
fn busy(events: &[Dated<'_>]) -> Vec<Stretch> {
    let mut busy: Vec<Stretch> = events.iter().map(|dated| (dated.lo, dated.hi)).collect();
    busy.sort();
    busy
}

fn hint((share, gap): (i128, Stretch)) -> Note {
    let words = time::stretch_words(gap);
    Note::new(format!("{share} % of the ruler is empty ({words}); --break auto leaves that out"))
}

/// The break from the beginning of one date to the beginning of another. Nothing may lie in it.
fn between(events: &[Dated<'_>], east: i32, shown: Stretch, dates: [&Date; 2]) -> Result<Stretch> {
    let name = format!("--break {}..{}", dates[0].written, dates[1].written);
    let refuse = |why: &str| Err(Error::options(format!("{name} {why}")));
    let mut ends = [shown.0; 2];
    for (end, date) in ends.iter_mut().zip(dates) {
        let Some(lo) = date.lo() else { return refuse("has an open end; write two dates") };
        *end = on_clock(date, lo, east);
    }
    let [lo, hi] = ends;
    if hi <= lo {
        return refuse("ends before it begins; exchange its dates");
    }
    if lo <= shown.0 || shown.1 <= hi {
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
            dated.event.when_text(crate::date::Known::default())
        )),
        None => Ok((lo, hi)),
    }
}
