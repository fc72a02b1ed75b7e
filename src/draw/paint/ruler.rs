//! The ruler: its bed, its cells, and the signs of what it leaves out.

use super::{across_group, filled, obstacle, place_data, stroked};
use crate::date::Instant;
use crate::draw::picture::{Group, Item, Outline, Stroke};
use crate::figure::{BreakSign, Figure, MarkShape, Ruler, RulerCell};
use crate::geometry::{Axis, Point, Rect, Sub};

/// Begins the group of the ruler, with what shows between its cells unless that is the ground.
pub(in crate::draw) fn ruler(figure: &Figure, ruler: &Ruler, items: &mut Vec<Item>) {
    let Figure { theme, eras, .. } = figure;
    items.push(across_group("axis", figure.axis, &ruler.rect));
    // Eras would show between the cells.
    if theme.ruler_line != theme.ground || !eras.is_empty() {
        items.push(filled("separators", Outline::Rect(ruler.rect), theme.ruler_line));
    }
}

/// A cell of the ruler.
pub(in crate::draw) fn cell(
    figure: &Figure,
    (ruler, cell): (&Ruler, &RulerCell),
    items: &mut Vec<Item>,
) {
    let rect = without_separators(figure, ruler, cell);
    items.push(filled("cell", Outline::Rect(rect), figure.theme.ruler_ground));
    items.extend(cell.label.iter().cloned().map(Item::Text));
}

/// A cell without its half of the separators; at the ends of the ruler and at breaks there are
/// none, unless the cells have nothing but lines to be seen by.
fn without_separators(figure: &Figure, ruler: &Ruler, cell: &RulerCell) -> Rect {
    let axis = figure.axis;
    let [start, end] = axis.span(&cell.rect);
    let [near, far] = axis.cross_span(&cell.rect);
    let [first, last] = axis.cross_span(&ruler.rect);
    let [before, after, above, below] =
        [is_inner(ruler, cell.lo), is_inner(ruler, cell.hi), near > first, far < last]
            .map(|is_inner| half_separator(figure, is_inner));
    axis.rect([start + before, end - after], [near + above, far - below])
}

/// Whether an edge of a cell is neither at an end of the ruler nor at a break.
fn is_inner(ruler: &Ruler, at: Instant) -> bool {
    let is_end = at <= ruler.scale.lo() || at >= ruler.scale.hi();
    !is_end && ruler.breaks.iter().all(|sign| sign.lo != at && sign.hi != at)
}

/// How much of a cell a separator takes at an edge inside the ruler or at its end.
fn half_separator(figure: &Figure, is_inner: bool) -> Sub {
    let Figure { theme, sizes, .. } = figure;
    match is_inner {
        true => sizes.separator / 2,
        false if theme.ruler_ground == theme.ground => sizes.separator / 2 * 2,
        false => 0,
    }
}

/// What tells that a ruler is a column of several: the time that it shows, and its ends torn where it
/// goes on in another column.
pub(in crate::draw) fn fold_signs(figure: &Figure, ruler: &Ruler, items: &mut Vec<Item>) {
    let [start, end] = figure.axis.span(&ruler.rect);
    for (edge, inner, goes_on) in [(start, 1, ruler.goes_on[0]), (end, -1, ruler.goes_on[1])] {
        if goes_on {
            items.push(filled("gap", torn(figure, ruler, (edge, inner)), figure.theme.ground));
        }
    }
    if let Some(heading) = &ruler.heading {
        items.extend([obstacle(heading.rect()), Item::Text(heading.clone())]);
    }
}

/// What is torn off a ruler at an end, `inner` being the way into it.
fn torn(figure: &Figure, ruler: &Ruler, (edge, inner): (Sub, Sub)) -> Outline {
    const TEETH: Sub = 5;
    let [near, far] = figure.axis.cross_span(&ruler.rect);
    let depth = figure.sizes.slant * 2 / 3;
    let place = |half: Sub| near + (far - near) * half / (2 * TEETH);
    let tooth = |half: Sub| figure.axis.point(edge + inner * depth * (half % 2), place(half));
    // A little more than the ruler, so that no line of its edge remains.
    let outer = edge - inner * figure.sizes.separator;
    let corners = [far, near].map(|across| figure.axis.point(outer, across));
    Outline::Polygon((0..=2 * TEETH).map(tooth).chain(corners).collect())
}

/// The sign of a break: the ruler, and all marks that span it, cut by two slanted strokes with the
/// length of what is left out between them. `along` are the places of its dates.
pub(in crate::draw) fn axis_break(
    figure: &Figure,
    (ruler, sign): (&Ruler, &BreakSign),
    along: [Sub; 2],
    items: &mut Vec<Item>,
) {
    let Figure { axis, theme, sizes, .. } = figure;
    let (data, title) = (place_data(*axis, &along).collect(), Some(sign.title.clone()));
    items.push(Item::Open(Group { class: "break", data, title, ..Group::default() }));
    items.push(obstacle(sign.rect));
    let slanted = Slanted::of(figure, sign);
    let [near, far] = slanted.across;
    items.push(filled("gap", slanted.gap([near, far]), theme.ground));
    // In lanes the sign is no higher than the ruler, and each bar is cut by itself.
    items.extend(cut_bars(figure, sign).map(|bar| {
        let [near, far] = axis.cross_span(&bar);
        // A pixel more, so that no edge of the bar remains.
        filled("gap", slanted.across_bar([near - sizes.halo, far + sizes.halo]), theme.ground)
    }));
    let band = axis.cross_span(&ruler.rect);
    for index in 0..2 {
        items.push(filled("cell", slanted.cell(index, band), theme.ruler_ground));
    }
    let stroke = Stroke { colour: theme.axis_text, width: sizes.leader };
    items.extend(
        slanted.edges.map(|edge| {
            stroked("stroke", &[slanted.on(edge, far), slanted.on(edge, near)], stroke)
        }),
    );
    items.extend([Item::Text(sign.label.clone()), Item::Close]);
}

/// The bars of lanes that a break cuts.
fn cut_bars(figure: &Figure, sign: &BreakSign) -> impl Iterator<Item = Rect> {
    let [start, end] = figure.axis.span(&sign.rect);
    let in_lanes = figure.events.iter().filter(|event| event.slot.is_some());
    let bars = in_lanes.filter_map(|event| match event.mark.shape {
        MarkShape::Bar(rect) => Some(rect),
        MarkShape::Whisker(whisker) => Some(whisker.rect),
        _ => None,
    });
    bars.filter(move |bar| {
        let [from, to] = figure.axis.span(bar);
        from < start && end < to
    })
}

/// The two slanted strokes of a break: they lean forwards in time towards the near side, between
/// `across[0]` and `across[1]`.
struct Slanted {
    axis: Axis,
    /// The ends of the sign along the axis.
    ends: [Sub; 2],
    /// The feet of the strokes along the axis, on the far side.
    edges: [Sub; 2],
    across: [Sub; 2],
    /// How far a stroke leans.
    slant: Sub,
}

impl Slanted {
    fn of(figure: &Figure, sign: &BreakSign) -> Self {
        let (axis, slant) = (figure.axis, figure.sizes.slant);
        let [start, end] = axis.span(&sign.rect);
        let (ends, across) = ([start, end], axis.cross_span(&sign.rect));
        Self { axis, ends, edges: [start, end - slant], across, slant }
    }

    /// The point of the stroke with this foot that is so far across; the line goes on beyond its
    /// ends.
    fn on(&self, foot: Sub, across: Sub) -> Point {
        let [near, far] = self.across.map(i64::from);
        let lean = i64::from(self.slant) * (far - i64::from(across)) / (far - near);
        self.axis.point(foot + lean as Sub, across)
    }

    /// What is between the strokes.
    fn gap(&self, [near, far]: [Sub; 2]) -> Outline {
        let [left, right] = self.edges;
        Outline::Polygon(vec![
            self.on(left, near),
            self.on(right, near),
            self.on(right, far),
            self.on(left, far),
        ])
    }

    /// What is cut out of a bar, which the strokes pass at their whole slant.
    fn across_bar(&self, [near, far]: [Sub; 2]) -> Outline {
        let ([left, right], slant) = (self.edges, self.slant);
        let corners = [(left, far), (left + slant, near), (right + slant, near), (right, far)];
        Outline::Polygon(corners.map(|(along, across)| self.axis.point(along, across)).to_vec())
    }

    /// The piece of the ruler between an end of the sign and the stroke beside it.
    fn cell(&self, index: usize, [near, far]: [Sub; 2]) -> Outline {
        let (end, edge) = (self.ends[index], self.edges[index]);
        Outline::Polygon(vec![
            self.axis.point(end, near),
            self.on(edge, near),
            self.on(edge, far),
            self.axis.point(end, far),
        ])
    }
}
