//! Where the leaders of a chronicle begin. In: the dates and marks of its events; out: for each a place
//! along the ruler, and how far that may move.
//!
//! Marks too near to each other are piled away from the ruler, so that the way of an inner one to its row
//! is past the outer ones: its leader begins off its middle, where it is clear of them. Where that is not
//! on the mark any more, the events share one leader that forks to their rows.

use crate::compose::marks::MarkReach;
use crate::geometry::Sub;
use crate::theme::Sizes;
use std::ops::RangeInclusive;

/// Where a leader begins along the ruler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stem {
    pub(super) at: Sub,
    /// Between which places it may be.
    pub(super) room: RangeInclusive<Sub>,
}

/// The lengths that stems keep to.
#[derive(Clone, Copy, Debug)]
struct Clearance {
    /// Dates nearer than that share a stem, if they cannot have their own.
    near: Sub,
    /// How far a stem is from its date at most.
    off: Sub,
    /// From the middle of a leader to a mark that it passes.
    beside: Sub,
    /// From one stem to the next.
    step: Sub,
}

/// From the middle of one stem to that of the next, at least.
pub(super) fn step(sizes: &Sizes) -> Sub {
    sizes.leader * 2
}

/// The stems of events by the places of their dates, in the order of time; equal for those that share one.
pub(super) fn stems(dates: &[Sub], marks: &[MarkReach], sizes: &Sizes) -> Vec<Stem> {
    let beside = sizes.halo + sizes.leader / 2;
    let lengths = Clearance { near: sizes.dot, off: sizes.dot * 3 / 4, beside, step: step(sizes) };
    let mut stems = Vec::with_capacity(dates.len());
    while stems.len() < dates.len() {
        let from = stems.len();
        let reach = lengths.near + lengths.beside;
        let pairs = dates[from..].windows(2);
        let many = 1 + pairs.take_while(|pair| pair[1] - pair[0] < reach).count();
        let (dates, marks) = (&dates[from..from + many], &marks[from..from + many]);
        let own = separate(dates, marks, lengths);
        stems.extend(own.unwrap_or_else(|| shared(dates, marks, lengths.near)));
    }
    stems
}

/// A stem for each date, or for those that are too near to each other, clear of the marks farther out; none
/// if one of them would leave its mark.
fn separate(dates: &[Sub], marks: &[MarkReach], lengths: Clearance) -> Option<Vec<Stem>> {
    let mut stems: Vec<Stem> = Vec::with_capacity(dates.len());
    // Of two dots that are nearer, neither is clear of the other anywhere.
    let least = lengths.near + lengths.beside - lengths.off;
    for same in dates.chunk_by(|a, b| b - a < least) {
        let from = stems.len();
        let middle = same[0].midpoint(same[same.len() - 1]);
        let room = room(middle, marks, from..from + same.len(), lengths);
        let after = stems.last().map_or(Sub::MIN, |before| before.at + lengths.step);
        let at = middle.max(after).clamp(room[0], room[1].max(room[0]));
        if room[0] > room[1] || at < after {
            return None;
        }
        stems.extend(same.iter().map(|_| Stem { at, room: room[0]..=room[1] }));
    }
    Some(stems)
}

/// Between which places the stem of the events `own` near to a date is on their marks, and clear of
/// others that are farther out.
fn room(
    date: Sub,
    marks: &[MarkReach],
    own: std::ops::Range<usize>,
    lengths: Clearance,
) -> [Sub; 2] {
    let mut room = [date - lengths.off, date + lengths.off];
    for mark in &marks[own.clone()] {
        room = [room[0].max(mark.along[0]), room[1].min(mark.along[1])];
    }
    let far = marks[own.clone()].iter().map(|mark| mark.far).max().unwrap_or(0);
    for mark in marks[..own.start].iter().filter(|mark| mark.far > far) {
        room[0] = room[0].max(mark.along[1] + lengths.beside);
    }
    for mark in marks[own.end..].iter().filter(|mark| mark.far > far) {
        room[1] = room[1].min(mark.along[0] - lengths.beside);
    }
    room
}

/// One stem for dates that are nearer to the first of them than `near`, in their middle, if that is on
/// the marks of all.
fn shared(dates: &[Sub], marks: &[MarkReach], near: Sub) -> Vec<Stem> {
    let mut stems = Vec::with_capacity(dates.len());
    while let Some(&first) = dates.get(stems.len()) {
        let rest = stems.len()..dates.len();
        let many = rest.clone().take_while(|&index| dates[index] - first <= near).count();
        let group = rest.start..rest.start + many;
        let middle = first.midpoint(dates[group.end - 1]);
        let room = |index: usize| marks[index].along[0]..=marks[index].along[1];
        let is_shared = group.clone().all(|index| room(index).contains(&middle));
        let at = |index: usize| if is_shared { middle } else { dates[index] };
        stems.extend(group.map(|index| Stem { at: at(index), room: room(index) }));
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::PX;

    /// Dots by their dates in eighths of a pixel, and their level in a pile.
    fn found(dots: &[(Sub, Sub)]) -> Vec<Sub> {
        let sizes = Sizes::scaled(1.0);
        let dates: Vec<Sub> = dots.iter().map(|&(date, _)| date * PX / 8).collect();
        let reach = |(&date, &(_, level)): (&Sub, &(Sub, Sub))| MarkReach {
            along: [date - sizes.dot, date + sizes.dot],
            far: sizes.dot * (2 * level + 1),
        };
        let marks: Vec<MarkReach> = dates.iter().zip(dots).map(reach).collect();
        stems(&dates, &marks, &sizes).into_iter().map(|stem| stem.at).collect()
    }

    #[test]
    fn the_leader_of_an_inner_dot_passes_the_outer_one() {
        let sizes = Sizes::scaled(1.0);
        let clear = sizes.dot + sizes.halo + sizes.leader / 2;
        let places = found(&[(0, 0), (24, 1), (200, 0)]);
        assert_eq!(places, [24 * PX / 8 - clear, 24 * PX / 8, 200 * PX / 8]);
        let after = found(&[(0, 1), (24, 0)]);
        assert_eq!(after, [0, clear], "and the one after it");
    }

    #[test]
    fn dates_that_are_one_or_too_near_share_a_stem() {
        assert_eq!(found(&[(8, 0), (8, 1)]), [PX, PX]);
        assert_eq!(found(&[(0, 0), (8, 1)]), [PX / 2, PX / 2]);
        let sizes = Sizes::scaled(1.0);
        let both = 4 * PX - sizes.dot - sizes.halo - sizes.leader / 2;
        assert_eq!(found(&[(0, 0), (0, 1), (32, 2)]), [both, both, 4 * PX], "the next has its own");
    }
}
