//! Which events give up their labels where a height is not enough.

use crate::compose::context::Context;
use crate::compose::dated::Dated;
use crate::error::{Code, Error, Message, Note};
use crate::event::Importance;
use crate::geometry::{PX, Sub};
use crate::options::{FigureOptions, LabelStyle};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// So many labels more are looked for beyond those that a search by halves has found.
const LOOKED: usize = 4;
/// Events that are named in a note, at most.
const NAMED: usize = 20;

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
    // Fewer labels may stand in other ways, so that the half that did not fit has some that do.
    let fewer = (1..=high.min(LOOKED)).rev().find_map(|less| without(high - less));
    Some(fewer.unwrap_or(found))
}

/// Why a figure cannot be as low as asked.
pub(crate) fn too_low(height: Sub, least: Sub, options: &FigureOptions) -> Error {
    let (height, least) = (height / PX, (least + PX - 1) / PX);
    let fact = format!(": {height} px is too low for this figure; give it {least} px");
    let message = Message::default().setting("height").text(fact);
    Error::options(
        Code::TooLow,
        match options.style {
            Some(LabelStyle::Flags) => {
                message.text(", or leave out ").unset_value("style", "flags")
            }
            _ => message,
        },
    )
}

/// The events in the order in which they give up their labels: the least important first, and of
/// these the one whose neighbours with labels are nearest to each other.
pub(crate) fn order(events: &[Dated<'_>], places: &[Sub]) -> Vec<usize> {
    let count = places.len();
    let mut before: Vec<Option<usize>> = (0..count).map(|index| index.checked_sub(1)).collect();
    let mut after: Vec<Option<usize>> =
        (1..=count).map(|next| (next < count).then_some(next)).collect();
    let gap = |before: &[Option<usize>], after: &[Option<usize>], index: usize| {
        match (before[index], after[index]) {
            (Some(before), Some(after)) => places[after] - places[before],
            // The first and the last say how far the story reaches.
            _ => Sub::MAX,
        }
    };
    let mut order = Vec::with_capacity(count);
    let mut is_taken = vec![false; count];
    let mut equals: BTreeMap<Importance, Vec<usize>> = BTreeMap::new();
    for (index, dated) in events.iter().enumerate() {
        equals.entry(dated.event.importance).or_default().push(index);
    }
    for (importance, members) in equals {
        let is_one = |&index: &usize| events[index].event.importance == importance;
        let mut heap: BinaryHeap<_> = members
            .into_iter()
            .map(|index| Reverse((gap(&before, &after, index), index)))
            .collect();
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
    let fact = format!("{many} {events} {have} a mark but no label in this height (a greater ");
    let remedy = format!(" or importance gives one): {named}{more}");
    (many > 0)
        .then(|| Note::new(Code::Unlabelled, Message::new(fact).setting("height").text(remedy)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of ten labels three or six and more may be left out: a search by halves alone ends with six.
    #[test]
    fn fewer_are_left_out_where_that_fits() {
        let order: Vec<usize> = (0..10).collect();
        let count = |left_out: Vec<bool>| left_out.iter().filter(|out| **out).count();
        let fitting = |left_out| Some(count(left_out)).filter(|many| matches!(many, 3 | 6..));
        assert_eq!(fewest(&order, 10, fitting), Some(3));
        assert_eq!(fewest(&order, 10, |left_out| Some(count(left_out))), Some(0));
        assert_eq!(fewest(&order, 10, |_| None::<usize>), None);
    }
}
