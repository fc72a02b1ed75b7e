//! What can be wrong with the rows of a chronicle.

use super::{Drawn, DrawnKind, Scene, Violation};
use std::collections::BTreeMap;

/// Rows of a column that are not in the order of their marks, or begin before the one before ends.
pub(super) fn check(scene: &Scene, found: &mut Vec<Violation>) {
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, event) in scene.events.iter().enumerate() {
        let DrawnKind::Line(column) = event.kind else { continue };
        // One that is left out has a mark alone.
        if event.label.width() == 0 {
            continue;
        }
        if let Some(before) = last.insert(column, index)
            && scene.events[before].label.x1 > event.label.x0
        {
            found.push(Violation::Order(before, index));
        }
    }
}

/// Whether the leaders of two rows begin as one, at marks too near to each other to be told apart:
/// they may have a stem and a run in common.
pub(super) fn share_stem(first: &Drawn, second: &Drawn) -> bool {
    let are_rows =
        matches!((first.kind, second.kind), (DrawnKind::Line(a), DrawnKind::Line(b)) if a == b);
    let stem = |event: &Drawn| event.leader.first().map(|point| point.x);
    are_rows && stem(first).is_some() && stem(first) == stem(second)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{proven, rect};
    use super::*;
    use crate::geometry::{Point, Sub};

    /// A row as the checker sees it: time runs to the right, the mark is on the ruler's edge, the
    /// text away from it.
    fn row(mark: Sub, stem: Sub, run: Sub, text: Sub) -> Drawn {
        let points = [[stem, 5], [stem, run], [text + 6, run], [text + 6, 60]];
        Drawn {
            label: rect(text, 62, text + 12, 150),
            leader: points.map(|[x, y]| Point::new(x, y)).to_vec(),
            mark: rect(mark - 5, -5, mark + 5, 5),
            kind: DrawnKind::Line(0),
        }
    }

    fn scene(events: Vec<Drawn>) -> Scene {
        let expected = events.len();
        Scene { canvas: rect(-10, -10, 300, 200), events, expected, ..Scene::default() }
    }

    #[test]
    fn rows_come_one_after_the_other() {
        let two = |second: Sub| scene(vec![row(20, 20, 20, 40), row(120, 120, 20, second)]);
        let broken = [Violation::Order(0, 1), Violation::Labels(0, 1)];
        proven(&two(52), &two(51), &broken);
        let mut columns = two(30);
        columns.events[1].kind = DrawnKind::Line(1);
        columns.events[1].label = rect(30, 162, 42, 180);
        assert!(!super::super::violations(&columns).contains(&Violation::Order(0, 1)));
    }

    #[test]
    fn leaders_of_marks_at_one_place_may_share_a_stem_and_a_run() {
        let two = |stem: Sub| scene(vec![row(100, 100, 20, 60), row(101, stem, 20, 80)]);
        proven(&two(100), &two(101), &[Violation::Leaders(0, 1)]);
    }

    #[test]
    fn a_run_keeps_clear_of_later_stems() {
        let two = |run: Sub| scene(vec![row(20, 20, 30, 80), row(60, 60, run, 100)]);
        proven(&two(20), &two(40), &[Violation::Leaders(0, 1)]);
    }
}
