//! What can be wrong with the columns of counts.

use super::{DrawnPlot, Scene, Violation, runs_through};

/// Columns that do not stand in their plot on its base, or over each other; plots that overlap, and
/// what reaches into one.
pub(super) fn check(scene: &Scene, found: &mut Vec<Violation>) {
    for (index, plot) in scene.plots.iter().enumerate() {
        if !scene.canvas.contains(&plot.rect) || !are_sound(plot) {
            found.push(Violation::Columns(index));
        }
        let later = scene.plots.iter().enumerate().skip(index + 1);
        let over = later.filter(|(_, other)| other.rect.overlaps(&plot.rect));
        found.extend(over.map(|(other, _)| Violation::Plots(index, other)));
        let inside = scene.obstacles.iter().any(|obstacle| obstacle.overlaps(&plot.rect));
        let events = scene.events.iter().any(|event| {
            event.label.overlaps(&plot.rect)
                || event.mark.overlaps(&plot.rect)
                || runs_through(&event.leader, &plot.rect)
        });
        if inside || events {
            found.push(Violation::InPlot(index));
        }
    }
}

fn are_sound(plot: &DrawnPlot) -> bool {
    let rect = &plot.rect;
    plot.layers.iter().all(|columns| {
        let are_apart = columns.windows(2).all(|pair| pair[0].x1 <= pair[1].x0);
        let are_inside = columns.iter().all(|column| rect.contains(column) && column.y1 == rect.y1);
        are_apart && are_inside
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{proven, rect};
    use super::*;
    use crate::geometry::Sub;

    /// A plot with two columns, of which the second begins at `second` and ends at `end` below.
    fn scene(second: Sub, end: Sub, other: Sub) -> Scene {
        let layers = [vec![rect(0, 10, 20, 50), rect(second, 30, 40, end)], Vec::new()];
        let plots = vec![
            DrawnPlot { rect: rect(0, 0, 100, 50), layers },
            DrawnPlot { rect: rect(0, other, 100, 90), layers: [Vec::new(), Vec::new()] },
        ];
        Scene { canvas: rect(-10, -10, 300, 200), plots, ..Scene::default() }
    }

    #[test]
    fn columns_stand_side_by_side_on_the_base_of_their_plot() {
        proven(&scene(20, 50, 60), &scene(19, 50, 60), &[Violation::Columns(0)]);
        proven(&scene(20, 50, 60), &scene(20, 49, 60), &[Violation::Columns(0)]);
        proven(&scene(20, 50, 60), &scene(20, 51, 60), &[Violation::Columns(0)]);
        proven(&scene(20, 50, 50), &scene(20, 50, 49), &[Violation::Plots(0, 1)]);
    }

    #[test]
    fn nothing_else_reaches_into_a_plot() {
        let with = |top: Sub| {
            let obstacles = vec![rect(10, top, 30, -1)];
            Scene { obstacles, ..scene(20, 50, 60) }
        };
        let inside = |end: Sub| Scene { obstacles: vec![rect(10, -8, 30, end)], ..with(-8) };
        proven(&inside(0), &inside(1), &[Violation::InPlot(0)]);
    }
}
