//! Combs: leaders from dates beside a column to its rows, where those of one place share a stem.
//!
//! A comb leaves the marks by its stem, runs along the column on a track, and has a tooth to each
//! of its rows. Tracks are counted from the marks, so that no stem, run or tooth meets another: of
//! two that run down the later keeps nearer to the marks, of two that run up the earlier.

use crate::geometry::Sub;

/// The leaders of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comb {
    /// Where its stem is along the column.
    pub stem: Sub,
    /// Where its first and its last tooth are.
    pub teeth: [Sub; 2],
}

impl Comb {
    /// Whether it is one straight line.
    fn is_straight(&self) -> bool {
        self.teeth == [self.stem; 2]
    }
}

/// The track of each comb, from 1; 0 for straight ones. Stems and teeth are in order; a run keeps
/// `step` clear of the stems that it would end at.
pub fn tracks(combs: &[Comb], step: Sub) -> Vec<usize> {
    let mut tracks = vec![0; combs.len()];
    // Each pass settles one more of what depends on each other.
    for _ in 0..=combs.len() {
        let before = tracks.clone();
        raise(combs, step, &mut tracks);
        if tracks == before {
            break;
        }
    }
    tracks
}

/// Raises each comb over those that it must keep outside of.
fn raise(combs: &[Comb], step: Sub, tracks: &mut [usize]) {
    for index in (0..combs.len()).rev() {
        let comb = combs[index];
        if comb.is_straight() {
            continue;
        }
        let later = combs.iter().zip(tracks.iter()).skip(index + 1);
        let under = later.take_while(|(other, _)| other.stem < comb.teeth[1] + step);
        let inner = under.map(|(_, &track)| track).max().unwrap_or(0);
        tracks[index] = tracks[index].max(inner + 1);
    }
    for index in 0..combs.len() {
        let comb = combs[index];
        if comb.is_straight() {
            continue;
        }
        let earlier = combs.iter().zip(tracks.iter()).take(index).rev();
        let over = earlier.take_while(|(other, _)| other.stem > comb.teeth[0] - step);
        let inner = over.map(|(_, &track)| track).max().unwrap_or(0);
        tracks[index] = tracks[index].max(inner + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn comb(stem: Sub, first: Sub, last: Sub) -> Comb {
        Comb { stem, teeth: [first, last] }
    }

    #[test]
    fn the_later_of_two_that_run_down_is_inside() {
        let down = [comb(0, 40, 60), comb(10, 80, 80), comb(200, 200, 200)];
        assert_eq!(tracks(&down, 2), [2, 1, 0]);
        let up = [comb(60, 0, 0), comb(70, 20, 40)];
        assert_eq!(tracks(&up, 2), [1, 2]);
        assert_eq!(tracks(&[comb(10, 0, 20), comb(40, 40, 60)], 2), [1, 1]);
    }

    /// Stem, run and teeth of a comb as lines from one place to the other, along and across.
    fn lines(comb: &Comb, track: usize) -> Vec<([Sub; 2], [Sub; 2])> {
        let (run, far) = (track as Sub, 1000);
        let [first, last] = comb.teeth;
        let spine = [first.min(comb.stem), last.max(comb.stem)];
        let tooth = |at| ([at, at], [run, far]);
        vec![([comb.stem; 2], [0, run]), (spine, [run, run]), tooth(first), tooth(last)]
    }

    proptest! {
        #[test]
        fn no_two_combs_meet(
            parts in prop::collection::vec((7..60i32, 0..3i32, 12..40i32), 1..14),
            first in -80..200i32,
        ) {
            let (mut stem, mut row, mut combs) = (0, first, Vec::new());
            for (gap, more, height) in parts {
                stem += gap;
                row += height;
                let last = row + more * height;
                combs.push(comb(stem, row, last));
                row = last;
            }
            let tracks = tracks(&combs, 5);
            for (a, one) in combs.iter().enumerate() {
                for (b, other) in combs.iter().enumerate().skip(a + 1) {
                    for (along, across) in lines(one, tracks[a]) {
                        for (other_along, other_across) in lines(other, tracks[b]) {
                            let is_apart = along[1] < other_along[0]
                                || other_along[1] < along[0]
                                || across[1] < other_across[0]
                                || other_across[1] < across[0];
                            prop_assert!(is_apart, "{one:?} {other:?} {tracks:?}");
                        }
                    }
                }
            }
        }
    }
}
