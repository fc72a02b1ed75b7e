//! Tracks: where leaders that leave their dates run across, so that none meets another.

use crate::geometry::Sub;

/// A leader that rises at `x` and ends as a pole at `pole`.
#[derive(Clone, Copy, Debug)]
pub(super) struct LeaderRun {
    pub(super) x: Sub,
    pub(super) pole: Sub,
}

/// The track of each leader of a side, 0 for one that is straight, and the height of all tracks.
/// Dates and poles are in order. Of two that run right the later keeps nearer to the ruler, of two
/// that run left the earlier; `step` is how near a pole may pass a run, `track` the distance of two.
pub(super) fn lay(runs: &[LeaderRun], step: Sub, track: Sub) -> (Vec<Sub>, Sub) {
    let mut tracks = Vec::new();
    let height = lay_into(&mut tracks, runs, step, track);
    (tracks, height)
}

/// The same into a list that is there already.
pub(super) fn lay_into(tracks: &mut Vec<Sub>, runs: &[LeaderRun], step: Sub, track: Sub) -> Sub {
    tracks.clear();
    tracks.resize(runs.len(), 0);
    for (index, run) in runs.iter().enumerate().rev() {
        if run.pole > run.x {
            let later = runs.iter().zip(tracks.iter()).skip(index + 1);
            let near = later.take_while(|(other, _)| other.x < run.pole + step);
            let under = near.filter(|(other, _)| other.pole > other.x);
            tracks[index] = under.map(|(_, &track)| track).max().unwrap_or(0) + track;
        }
    }
    for (index, run) in runs.iter().enumerate() {
        if run.pole < run.x {
            let earlier = runs.iter().zip(tracks.iter()).take(index).rev();
            let near = earlier.take_while(|(other, _)| other.x > run.pole - step);
            let under = near.filter(|(other, _)| other.pole < other.x);
            tracks[index] = under.map(|(_, &track)| track).max().unwrap_or(0) + track;
        }
    }
    tracks.iter().copied().max().unwrap_or(0)
}
