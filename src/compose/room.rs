//! Room that is not enough: which events give up their label for a figure of a height asked for.

use crate::compose::domain::Dated;
use crate::compose::forms::labels::Stage;
use crate::error::{Error, Note, Result};
use crate::event::Importance;
use crate::geometry::{PX, Sub};
use crate::options::{LabelStyle, Options};
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Events that are named in a note, at most.
const NAMED: usize = 20;
/// Times that the room is measured anew, as it depends on which marks stand on which side.
const TRIES: usize = 3;

/// The stage within the height asked for: as few events as possible without a label. `staged` is
/// the stage in which some events are left out, and labels have so much room.
///
/// # Errors
///
/// [`Error::Options`] when no label at all would fit.
pub(crate) fn lowered<'a>(
    full: Stage<'a>,
    options: &Options,
    staged: impl Fn(Vec<bool>, Option<Sub>) -> Option<Stage<'a>>,
) -> Result<Stage<'a>> {
    let height = options.least_height();
    if full.needed(options) <= height {
        return Ok(full);
    }
    let needed = full.needed(options);
    // What is not a label takes as much as it takes in the full figure, until it is measured again.
    let other = Cell::new(needed - full.placement.height());
    let least = Cell::new(needed);
    let fitting = |left_out: Vec<bool>| {
        for _ in 0..TRIES {
            let stage = staged(left_out.clone(), Some((height - other.get()).max(0)))?;
            let needed = stage.needed(options);
            if needed <= height {
                return Some(stage);
            }
            least.set(least.get().min(needed));
            let measured = needed - stage.placement.height();
            if measured <= other.get() {
                return None;
            }
            other.set(measured);
        }
        None
    };
    let found = fewest(full.events, &full.places(), options, fitting);
    found.ok_or_else(|| too_low(height, least.get(), options))
}

/// The stage with the fewest events without a label; none if there is none with one label at all.
/// The marks stand at `places`; `fitting` is the stage in which some events are left out, if it fits.
pub(crate) fn fewest<'a>(
    events: &[Dated<'_>],
    places: &[Sub],
    options: &Options,
    fitting: impl Fn(Vec<bool>) -> Option<Stage<'a>>,
) -> Option<Stage<'a>> {
    let order = order(events, places);
    let fitting = |many: usize| {
        let mut left_out = vec![false; order.len()];
        order[..many].iter().for_each(|&index| left_out[index] = true);
        fitting(left_out)
    };
    // With flags alone nothing can count what is left out; without a name it is no timeline.
    let is_whole = options.style == Some(LabelStyle::Flags);
    let most = if is_whole { 0 } else { order.len().saturating_sub(1) };
    let mut found = Some(fitting(most)?);
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        match fitting(middle) {
            Some(stage) => (found, high) = (Some(stage), middle),
            None => low = middle + 1,
        }
    }
    found
}

/// Why a figure cannot be as low as asked.
pub(crate) fn too_low(height: Sub, least: Sub, options: &Options) -> Error {
    let (height, least) = (height / PX, (least + PX - 1) / PX);
    let flags = match options.style {
        Some(LabelStyle::Flags) => ", or leave out --style flags",
        _ => "",
    };
    Error::options(format!(
        "--height: {height} px is too low for this figure; give it {least} px{flags}"
    ))
}

/// The events in the order in which they give up their labels: the least important first, and of
/// these the one whose neighbours with labels are nearest to each other.
pub(crate) fn order(events: &[Dated<'_>], places: &[Sub]) -> Vec<usize> {
    let count = places.len();
    let mut before: Vec<Option<usize>> = (0..count).map(|index| index.checked_sub(1)).collect();
    let mut after: Vec<Option<usize>> =
        (1..=count).map(|next| (next < count).then_some(next)).collect();
    let gap = |before: &[Option<usize>], after: &[Option<usize>], index: usize| {
        // The first and the last say how far the story reaches.
        let ends = (before[index], after[index]);
        if let (Some(before), Some(after)) = ends {
            places[after] - places[before]
        } else {
            Sub::MAX
        }
    };
    let mut order = Vec::with_capacity(count);
    let mut is_out = vec![false; count];
    for importance in [Importance::Minor, Importance::Normal, Importance::Major] {
        let is_one = |&index: &usize| events[index].event.importance == importance;
        let entry = |index: usize| Reverse((gap(&before, &after, index), index));
        let mut heap: BinaryHeap<_> = (0..count).filter(is_one).map(entry).collect();
        while let Some(Reverse((was, index))) = heap.pop() {
            if is_out[index] || gap(&before, &after, index) != was {
                continue;
            }
            is_out[index] = true;
            order.push(index);
            let neighbours = (before[index], after[index]);
            if let Some(left) = neighbours.0 {
                after[left] = neighbours.1;
            }
            if let Some(right) = neighbours.1 {
                before[right] = neighbours.0;
            }
            let changed = [neighbours.0, neighbours.1].into_iter().flatten().filter(is_one);
            heap.extend(changed.map(|index| Reverse((gap(&before, &after, index), index))));
        }
    }
    order
}

/// A note on the events that have no label.
pub(crate) fn note(events: &[Dated<'_>], left_out: &[bool]) -> Option<Note> {
    let out = events.iter().zip(left_out).filter(|(_, out)| **out);
    let names: Vec<&str> = out.map(|(dated, _)| dated.event.name.as_str()).collect();
    let many = names.len();
    let (events, have) = if many == 1 { ("event", "has") } else { ("events", "have") };
    let more = if many > NAMED { format!(" and {} more", many - NAMED) } else { String::new() };
    let named = names[..many.min(NAMED)].join("; ");
    let note = format!(
        "{many} {events} {have} a mark but no label in this height (a greater --height or \
         importance gives one): {named}{more}"
    );
    (many > 0).then_some(Note::new(note))
}
