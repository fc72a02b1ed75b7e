//! Which flag is above and which below: every division of a few, improved alternation of more.

use super::flags::{StraightFlag, peel};
use super::{LabelPlace, Placement, Problem, Side, cost};
use crate::geometry::Sub;

/// Up to so many labels flags are always taken where they exist.
pub(super) const FEW: usize = 12;
/// Up to so many labels every division is tried.
const ALL: usize = 7;
/// Beyond so many labels poles at their dates are not tried.
const MOST: usize = 40;

/// A division with its flags.
struct Division {
    above: Vec<bool>,
    flags: [Vec<StraightFlag>; 2],
    cost: i64,
}

/// The flags of least cost that were found.
pub(super) fn best_flags(problem: &Problem) -> Option<Placement> {
    let count = problem.labels.len();
    if count > MOST {
        return None;
    }
    let best = if count <= ALL { best_of_all(problem) } else { improved(problem) };
    best.map(|division| placement(problem, &division))
}

/// All flags above the ruler.
pub(super) fn flags_above(problem: &Problem) -> Option<Placement> {
    let count = problem.labels.len();
    let division = (count <= MOST).then(|| divided(problem, vec![true; count]))?;
    division.map(|division| placement(problem, &division))
}

fn best_of_all(problem: &Problem) -> Option<Division> {
    let count = problem.labels.len();
    // The first label is above; the mirror images are no better.
    (0..1_u32 << count.saturating_sub(1))
        .map(|bits| (0..count).map(|index| bits >> index & 1 == 0).rev().collect())
        .filter_map(|above| divided(problem, above))
        .min_by_key(|division| division.cost)
}

/// Alternates, then changes single labels and neighbours while that helps.
fn improved(problem: &Problem) -> Option<Division> {
    let count = problem.labels.len();
    let mut best = divided(problem, (0..count).map(|index| index % 2 == 0).collect());
    for _ in 0..4 {
        let before = best.as_ref().map(|best| best.cost);
        for index in 0..2 * count {
            let Some(mut above) = best.as_ref().map(|best| best.above.clone()) else { break };
            let (first, is_pair) = (index / 2, index % 2 == 1);
            above[first] = !above[first];
            if is_pair && first + 1 < count {
                above[first + 1] = !above[first + 1];
            }
            let changed = divided(problem, above);
            let gain = |a: &Division, b: &Division| a.cost < b.cost;
            if let (Some(new), Some(old)) = (changed, &best)
                && gain(&new, old)
            {
                best = Some(new);
            }
        }
        if best.as_ref().map(|best| best.cost) == before {
            break;
        }
    }
    best
}

/// The flags of a division, with what they cost.
fn divided(problem: &Problem, above: Vec<bool>) -> Option<Division> {
    let members = |side: bool| -> Vec<usize> {
        (0..above.len()).filter(|&index| above[index] == side).collect()
    };
    let (up, down) = (members(true), members(false));
    let up = peel(problem, &up, above.len())?;
    let down = peel(problem, &down, above.len())?;
    let cost = cost::division(&above, up.height() + down.height(), up.cost + down.cost);
    Some(Division { above, flags: [up.flags, down.flags], cost })
}

fn placement(problem: &Problem, division: &Division) -> Placement {
    let mut places = vec![LabelPlace::START; problem.labels.len()];
    let mut heights: [Sub; 2] = [0; 2];
    for (index, side) in Side::BOTH.into_iter().enumerate() {
        for flag in &division.flags[index] {
            let StraightFlag { label, variant, hang, level, .. } = *flag;
            let pole = problem.labels[label].x;
            places[label] = LabelPlace { side, variant, pole, hang, level, track: 0, list: None };
            heights[index] = heights[index].max(flag.top);
        }
    }
    Placement { places, lists: Vec::new(), channels: [0; 2], heights }
}
