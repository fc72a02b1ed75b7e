//! A height that is not enough: which events give up their labels.

use crate::compose::context::Context;
use crate::compose::domain::Dated;
use crate::compose::fit::width;
use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::plot::Plot;
use crate::error::{Error, Note, Result};
use crate::event::Importance;
use crate::geometry::{PX, Sub};
use crate::options::{FigureOptions, LabelStyle};
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Events that are named in a note, at most.
const NAMED: usize = 20;
/// Times that the room is measured anew, as it depends on which marks are on which side.
const TRIES: usize = 3;

/// The labels around a horizontal ruler in the height asked for, if one is: as few of them left out
/// as possible.
///
/// # Errors
///
/// [`Error::Options`] when no label at all would fit.
pub(crate) fn fit_labels<'a>(
    request: &LabelRequest<'a>,
    full: Plot<'a, LabelForm<'a>>,
) -> Result<Plot<'a, LabelForm<'a>>> {
    let Some(height) = request.context.options.height.map(|height| height.0) else {
        return Ok(full);
    };
    let needed = full.needed_height();
    if needed <= height {
        return Ok(full);
    }
    let search = HeightSearch {
        request,
        full: &full,
        height,
        other: Cell::new(needed - full.form.labels_height()),
        least: Cell::new(needed),
    };
    let events = request.context.events;
    let places: Vec<Sub> = events.iter().map(|dated| full.along.place(dated.at)).collect();
    let order = order(events, &places);
    let found = fewest(&order, most_left_out(request.context), |out| search.candidate(&out));
    found.ok_or_else(|| too_low(height, search.least.get(), request.context.options))
}

/// A search for labels that fit into a height.
struct HeightSearch<'s, 'a> {
    request: &'s LabelRequest<'a>,
    full: &'s Plot<'a, LabelForm<'a>>,
    height: Sub,
    /// What all but the labels takes: as much as in the full figure, until it is measured again.
    other: Cell<Sub>,
    /// The least height that any candidate has needed.
    least: Cell<Sub>,
}

impl<'a> HeightSearch<'_, 'a> {
    /// The figure in which these labels are left out, if it fits.
    fn candidate(&self, left_out: &[bool]) -> Option<Plot<'a, LabelForm<'a>>> {
        let along = (self.full.width, &self.full.along);
        for _ in 0..TRIES {
            let room = Some((self.height - self.other.get()).max(0));
            let plot = width::placed(self.request, along, left_out.to_vec(), room).ok()?;
            let needed = plot.needed_height();
            if needed <= self.height {
                return Some(plot);
            }
            self.least.set(self.least.get().min(needed));
            let measured = needed - plot.form.labels_height();
            if measured <= self.other.get() {
                return None;
            }
            self.other.set(measured);
        }
        None
    }
}

/// How many labels may be left out: with flags alone nothing can count what is left out, and
/// without any name it is no timeline.
pub(crate) fn most_left_out(context: &Context<'_>) -> usize {
    match context.options.style {
        Some(LabelStyle::Flags) => 0,
        _ => context.events.len().saturating_sub(1),
    }
}

/// The candidate in which the fewest of the first `most` events of `order` are left out; none if
/// not even that fits in which all of them are. `candidate` gives the figure in which some events
/// are left out, if it fits.
pub(crate) fn fewest<T>(
    order: &[usize],
    most: usize,
    candidate: impl Fn(Vec<bool>) -> Option<T>,
) -> Option<T> {
    let without = |many: usize| {
        let mut left_out = vec![false; order.len()];
        order[..many].iter().for_each(|&index| left_out[index] = true);
        candidate(left_out)
    };
    let mut found = without(most)?;
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        match without(middle) {
            Some(better) => (found, high) = (better, middle),
            None => low = middle + 1,
        }
    }
    Some(found)
}

/// Why a figure cannot be as low as asked.
pub(crate) fn too_low(height: Sub, least: Sub, options: &FigureOptions) -> Error {
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
    let mut is_taken = vec![false; count];
    for importance in [Importance::Minor, Importance::Normal, Importance::Major] {
        let is_one = |&index: &usize| events[index].event.importance == importance;
        let entry = |index: usize| Reverse((gap(&before, &after, index), index));
        let mut heap: BinaryHeap<_> = (0..count).filter(is_one).map(entry).collect();
        while let Some(Reverse((was, index))) = heap.pop() {
            if is_taken[index] || gap(&before, &after, index) != was {
                continue;
            }
            is_taken[index] = true;
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
