//! Panels: columns of counts, and the scale that they are read on.

use super::marks::pale;
use super::{across_group, filled, guide, obstacle, stroked};
use crate::draw::picture::{Group, Item, Outline, Stroke};
use crate::figure::{Figure, PlacedColumn, PlacedPanel};
use crate::geometry::Point;

/// A panel: its scale, its columns, what stands over them.
pub(in crate::draw) fn panel(figure: &Figure, panel: &PlacedPanel, items: &mut Vec<Item>) {
    let Item::Open(group) = across_group("panel", figure.axis, &panel.rect) else { return };
    items.push(Item::Open(Group { title: Some(panel.title.clone()), ..group }));
    let values = panel.scale.iter().skip(1);
    items.extend(values.map(|value| guide(figure, "scale-line", &value.line)));
    let pale = pale(figure.theme.ground, panel.colour);
    items.extend(runs(&panel.possible).map(|run| filled("column possible", outline(run), pale)));
    let certain = runs(&panel.certain);
    items.extend(certain.map(|run| filled("column", outline(run), panel.colour)));
    let base = [Point::new(panel.rect.x0, panel.rect.y1), Point::new(panel.rect.x1, panel.rect.y1)];
    let stroke = Stroke { colour: figure.theme.muted, width: figure.sizes.separator };
    items.push(stroked("base", &base, stroke));
    let labels = panel.scale.iter().map(|value| &value.label);
    for text in panel.head.iter().chain(labels) {
        items.extend([obstacle(text.rect()), Item::Text(text.clone())]);
    }
    items.push(Item::Close);
}

/// Columns that touch.
fn runs(columns: &[PlacedColumn]) -> impl Iterator<Item = &[PlacedColumn]> {
    columns.chunk_by(|one, next| one.rect.x1 >= next.rect.x0)
}

/// The outline of columns that touch, in one shape: no seam opens between them.
fn outline(run: &[PlacedColumn]) -> Outline {
    let [only] = run else { return Outline::Polygon(steps(run)) };
    Outline::Rect(only.rect)
}

fn steps(run: &[PlacedColumn]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(2 * run.len() + 2);
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return points };
    points.push(Point::new(first.rect.x0, first.rect.y1));
    for (index, column) in run.iter().enumerate() {
        let end = run.get(index + 1).map_or(column.rect.x1, |next| next.rect.x0);
        points.push(Point::new(column.rect.x0, column.rect.y0));
        points.push(Point::new(end, column.rect.y0));
    }
    points.push(Point::new(last.rect.x1, last.rect.y1));
    points
}
