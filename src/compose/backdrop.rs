//! What stands behind the events: eras as pale grounds, markers as lines, each with its name in a
//! strip of its own, where no label comes.

use crate::compose::domain::Dated;
use crate::compose::style::Look;
use crate::date::{Bound, Known};
use crate::event::Kind;
use crate::figure::{Anchor, PlacedEra, PlacedMarker, Text};
use crate::geometry::{Point, Rect, Sub};
use crate::text::{Line, Role};
use crate::theme::Colour;
use crate::time::Scale;

/// Lines of the name of an era before it rather reaches beyond its ground.
const LINES: usize = 2;
/// The widest name of a marker, in ems.
const WIDE: Sub = 16;

/// Eras and markers with their names in the rows of two strips.
pub(crate) struct Backdrop<'a> {
    look: &'a Look,
    scale: Scale,
    ends: [Sub; 2],
    eras: Vec<Named<'a>>,
    markers: Vec<Named<'a>>,
}

/// One of them, measured.
struct Named<'a> {
    dated: Dated<'a>,
    /// From where to where it is; of a marker twice the same.
    extent: [Sub; 2],
    lines: Vec<Line>,
    /// From where to where its name takes room.
    room: [Sub; 2],
    /// Its row in the strip.
    row: usize,
    /// How many others it lies over.
    depth: usize,
    tint: usize,
}

impl<'a> Backdrop<'a> {
    /// The eras and markers of `behind`, on a scale from one of `ends` to the other.
    pub(crate) fn of(behind: &[Dated<'a>], scale: Scale, ends: [Sub; 2], look: &'a Look) -> Self {
        let mut backdrop = Self { look, scale, ends, eras: Vec::new(), markers: Vec::new() };
        for &dated in behind {
            match dated.event.kind {
                Kind::Era => backdrop.add_era(dated),
                _ => backdrop.add_marker(dated),
            }
        }
        backdrop
    }

    /// Height of both strips.
    pub(crate) fn strips(&self) -> Sub {
        self.era_strip() + self.marker_strip()
    }

    /// Height of the strip of names of eras.
    pub(crate) fn era_strip(&self) -> Sub {
        height(&self.eras, self.look.sizes.era, self.look)
    }

    /// Height of the strip of names of markers.
    pub(crate) fn marker_strip(&self) -> Sub {
        height(&self.markers, self.look.sizes.marker, self.look)
    }

    fn add_era(&mut self, dated: Dated<'a>) {
        let (sizes, fonts) = (&self.look.sizes, &self.look.fonts);
        let first = dated.event.start.lo == Bound::Open;
        let last = dated.event.end.as_ref().unwrap_or(&dated.event.start).hi == Bound::Open;
        let [left, right] = self.ends;
        let place = |at| self.scale.place(at, left, right);
        let mut x0 = if first { left } else { place(dated.lo) };
        let x1 = if last { right } else { place(dated.hi) };
        // An era that ends where the next begins meets it half way.
        let over = |other: &&mut Named<'_>| {
            (1..=sizes.gap / 2).contains(&(other.extent[1] - x0)) && other.extent[0] < x0
        };
        if let Some(before) = self.eras.iter_mut().find(over) {
            x0 = (x0 + before.extent[1]) / 2;
            before.extent[1] = x0;
        }
        let x1 = x1.max(x0);
        let (width, pad) = (x1 - x0, 2 * sizes.inset);
        let style = sizes.era.style;
        let mut lines = fonts.wrap(&dated.event.name, style, (width - pad).max(1));
        // A name is not cut within a word as long as there is room beside its ground.
        let mut words = dated.event.name.split_whitespace();
        let is_cut = words.any(|word| fonts.line(word, style).width > width - pad);
        let is_tight = lines.len() > LINES || is_cut;
        if is_tight {
            lines = fonts.wrap(&dated.event.name, style, right - left - pad);
        }
        let wide = lines.iter().map(|line| line.width).max().unwrap_or(0) + pad;
        let start = ((x0 + x1 - wide) / 2).min(right - wide).max(left);
        let room = [start, start + wide];
        let same = |other: &&Named<'_>| meet(other.extent, [x0, x1]);
        let depth = self.eras.iter().filter(same).map(|other| other.depth + 1).max().unwrap_or(0);
        // Those that touch take two tints in turn.
        let touches = |other: &&Named<'_>| (other.extent[1] - x0).abs() <= sizes.separator;
        let touched = self.eras.iter().rev().find(touches).map(|other| other.tint);
        let tint = depth + usize::from(touched == Some(depth));
        let taken = self.eras.iter().filter(|other| same(other) || meet(other.room, room));
        let row = free(taken.map(|other| other.row));
        self.eras.push(Named { dated, extent: [x0, x1], lines, room, row, depth, tint });
    }

    fn add_marker(&mut self, dated: Dated<'a>) {
        let (sizes, fonts) = (&self.look.sizes, &self.look.fonts);
        let [left, right] = self.ends;
        let x = self.scale.place(dated.at, left, right);
        let role = sizes.marker;
        let measure = (role.style.size * WIDE).min((right - left) / 2 - 2 * sizes.pole_gap);
        let lines = fonts.wrap(&dated.event.name, role.style, measure);
        let wide = lines.iter().map(|line| line.width).max().unwrap_or(0) + sizes.pole_gap;
        let air = sizes.label_gap;
        let is_right = x + wide <= right;
        let room = if is_right { [x, x + wide + air] } else { [x - wide - air, x] };
        let taken = self.markers.iter().filter(|other| meet(other.room, room));
        let row = free(taken.map(|other| other.row));
        self.markers.push(Named { dated, extent: [x, x], lines, room, row, depth: 0, tint: 0 });
    }

    /// The eras from `top` to `bottom`, their names in a strip that begins at the top.
    pub(crate) fn eras(&self, top: Sub, bottom: Sub) -> Vec<PlacedEra> {
        let role = self.look.sizes.era;
        let tops = tops(&self.eras, role, self.look);
        let era = |era: &Named<'_>| {
            let middle = (era.room[0] + era.room[1]) / 2;
            let y = top + tops[era.row];
            let colour = self.look.theme.muted;
            let name =
                era.name(y + self.look.sizes.inset / 2, middle, Anchor::Middle, role, colour);
            let y0 = if era.depth > 0 { y } else { top };
            let [x0, x1] = era.extent;
            PlacedEra {
                title: era.title(),
                lo: era.dated.lo.max(self.scale.lo()).min(self.scale.hi()),
                hi: era.dated.hi.min(self.scale.hi()).max(self.scale.lo()),
                rect: Rect { x0, y0, x1, y1: bottom },
                tint: era.tint,
                label: around(&name),
                name,
                link: era.link(),
            }
        };
        self.eras.iter().map(era).collect()
    }

    /// The markers from `top` to `bottom`, their names in a strip that begins at `strip`, under or
    /// over the events. The lines leave out `boxes`, and all names.
    pub(crate) fn markers(
        &self,
        [top, bottom]: [Sub; 2],
        strip: Sub,
        is_under: bool,
        boxes: &[Rect],
    ) -> Vec<PlacedMarker> {
        let (sizes, role) = (&self.look.sizes, self.look.sizes.marker);
        let mut tops = tops(&self.markers, role, self.look);
        if is_under {
            // The first row stands farthest out on either side.
            let height = tops.last().copied().unwrap_or(0);
            let ends = tops.iter().skip(1).map(|end| height - end);
            tops = ends.collect();
        }
        let names: Vec<Vec<Text>> = self
            .markers
            .iter()
            .map(|marker| {
                let [x, _] = marker.extent;
                let (anchor, dx) = match marker.room[0] == x {
                    true => (Anchor::Start, sizes.pole_gap * 2 / 3),
                    false => (Anchor::End, -sizes.pole_gap * 2 / 3),
                };
                let y = strip + tops[marker.row] + sizes.inset / 2;
                marker.name(y, x + dx, anchor, role, self.look.theme.ink)
            })
            .collect();
        let labels: Vec<Rect> = names.iter().map(|name| around(name)).collect();
        let placed = self.markers.iter().zip(names).zip(&labels);
        placed
            .map(|((marker, name), &label)| {
                let all = || boxes.iter().chain(&labels);
                let start = if is_under { top } else { strip + tops[marker.row] };
                let line = pieces(marker.extent[0], [start, bottom], all(), sizes.halo);
                let (title, at, link) = (marker.title(), marker.dated.at, marker.link());
                let over = Vec::new();
                PlacedMarker { title, at, line, over, name, label, link }
            })
            .collect()
    }
}

impl Named<'_> {
    fn title(&self) -> String {
        format!("{}: {}", self.dated.event.when_text(Known::default()), self.dated.event.name)
    }

    fn link(&self) -> Option<String> {
        self.dated.event.link().map(str::to_owned)
    }

    /// Its name from `top` down, anchored at `x`.
    fn name(&self, top: Sub, x: Sub, anchor: Anchor, role: Role, colour: Colour) -> Vec<Text> {
        let lines = (0..).zip(&self.lines);
        lines
            .map(|(index, line): (Sub, &Line)| Text {
                at: Point::new(x, top + index * role.leading + role.baseline()),
                anchor,
                line: line.clone(),
                colour,
            })
            .collect()
    }
}

fn meet(a: [Sub; 2], b: [Sub; 2]) -> bool {
    a[0] < b[1] && b[0] < a[1]
}

/// The first row that is not taken.
fn free(taken: impl Iterator<Item = usize>) -> usize {
    let taken: Vec<usize> = taken.collect();
    (0..).find(|row| !taken.contains(row)).unwrap_or(0)
}

/// Where each row of a strip begins, and where the strip ends.
fn tops(named: &[Named<'_>], role: Role, look: &Look) -> Vec<Sub> {
    let rows = named.iter().map(|one| one.row + 1).max().unwrap_or(0);
    let mut tops = vec![0];
    for row in 0..rows {
        let lines = named.iter().filter(|one| one.row == row).map(|one| one.lines.len()).max();
        let height = lines.unwrap_or(0) as Sub * role.leading + look.sizes.inset;
        tops.push(tops[row] + height);
    }
    tops
}

fn height(named: &[Named<'_>], role: Role, look: &Look) -> Sub {
    tops(named, role, look).last().copied().unwrap_or(0)
}

/// The box around lines of text.
pub(crate) fn around(lines: &[Text]) -> Rect {
    let join = |a: Rect, b: Rect| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    };
    lines.iter().map(Text::rect).reduce(join).unwrap_or_default()
}

/// The pieces of an upright line at `x` that leave out `boxes`, and `air` around them.
pub(crate) fn pieces<'a>(
    x: Sub,
    [top, bottom]: [Sub; 2],
    boxes: impl Iterator<Item = &'a Rect>,
    air: Sub,
) -> Vec<[Point; 2]> {
    let over = |rect: &&Rect| rect.x0 - air < x && x < rect.x1 + air && rect.width() > 0;
    let mut gaps: Vec<[Sub; 2]> =
        boxes.filter(over).map(|rect| [rect.y0 - air, rect.y1 + air]).collect();
    gaps.sort_unstable();
    let mut pieces = Vec::new();
    let mut y = top;
    for [from, to] in gaps.into_iter().chain([[bottom, bottom]]) {
        let end = from.min(bottom);
        // What is left between two lines of text is no guide.
        if end - y > 2 * air {
            pieces.push([Point::new(x, y), Point::new(x, end)]);
        }
        y = y.max(to);
    }
    pieces
}

/// What of the pieces of an upright line runs over `bars`.
pub(crate) fn over(line: &[[Point; 2]], bars: &[Rect]) -> Vec<[Point; 2]> {
    let part = |&[start, end]: &[Point; 2], bar: &Rect| {
        let (y0, y1) = (start.y.max(bar.y0), end.y.min(bar.y1));
        let is_over = (bar.x0..bar.x1).contains(&start.x) && y0 < y1;
        is_over.then(|| [y0, y1].map(|y| Point::new(start.x, y)))
    };
    line.iter().flat_map(|piece| bars.iter().filter_map(move |bar| part(piece, bar))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_out_what_it_would_cross() {
        let rect = |y0, y1| Rect { x0: 0, y0, x1: 20, y1 };
        let boxes = [rect(30, 40), rect(35, 60), Rect { x0: 20, y0: 0, x1: 40, y1: 90 }];
        let ends = |pieces: Vec<[Point; 2]>| -> Vec<[Sub; 2]> {
            pieces.iter().map(|piece| [piece[0].y, piece[1].y]).collect()
        };
        assert_eq!(ends(pieces(10, [0, 100], boxes.iter(), 1)), [[0, 29], [61, 100]]);
        assert_eq!(ends(pieces(10, [30, 60], boxes.iter(), 1)), Vec::<[Sub; 2]>::new());
        assert_eq!(ends(pieces(50, [0, 100], boxes.iter(), 1)), [[0, 100]]);
        let line = pieces(10, [0, 100], boxes.iter(), 1);
        let bars = [rect(20, 35), rect(70, 80), Rect { x0: 11, y0: 0, x1: 40, y1: 90 }];
        assert_eq!(ends(over(&line, &bars)), [[20, 29], [70, 80]]);
    }
}
