//! What stands behind the events: eras as pale grounds, markers as lines, each with its name in a
//! strip of its own, where no label comes.

use crate::compose::domain::Dated;
use crate::compose::strip::{EraEnds, NameRows};
use crate::compose::style::Look;
use crate::compose::upright_lines::{self, UprightLine};
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
        let mut rows = [NameRows::new(behind.len()), NameRows::new(behind.len())];
        let mut known = EraEnds::default();
        for &dated in behind {
            match dated.event.kind {
                Kind::Era => backdrop.add_era(dated, &mut rows[0], &mut known),
                _ => backdrop.add_marker(dated, &mut rows[1]),
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

    fn add_era(&mut self, dated: Dated<'a>, rows: &mut NameRows, known: &mut EraEnds) {
        let sizes = &self.look.sizes;
        let mut extent = self.extent(dated);
        // An era that ends where the next begins meets it half way.
        let close = extent[0] + 1..=extent[0] + sizes.gap / 2;
        let before = known.first(close, |era| self.eras[era].extent[0] < extent[0]);
        if let Some(before) = before {
            let Named { extent: [_, end], row, depth, .. } = self.eras[before];
            extent[0] = extent[0].midpoint(end);
            self.eras[before].extent[1] = extent[0];
            known.shorten(before, [end, extent[0]], depth);
            rows.shorten(row, end, extent[0]);
        }
        extent[1] = extent[1].max(extent[0]);
        let lines = self.era_lines(&dated.event.name, extent[1] - extent[0]);
        let [left, right] = self.ends;
        let wide = widest(&lines) + 2 * sizes.inset;
        let start = ((extent[0] + extent[1] - wide) / 2).min(right - wide).max(left);
        let room = [start, start + wide];
        let depth = known.depth_at(extent[0]);
        // Those that touch take two tints in turn.
        let touched = known.last(extent[0] - sizes.separator..=extent[0] + sizes.separator);
        let is_alike = touched.is_some_and(|era| self.eras[era].tint == depth);
        let tint = depth + usize::from(is_alike);
        let row = rows.take(extent, room);
        known.add(self.eras.len(), extent[1], depth);
        self.eras.push(Named { dated, extent, lines, room, row, depth, tint });
    }

    /// From where to where an era is.
    fn extent(&self, dated: Dated<'a>) -> [Sub; 2] {
        let [left, right] = self.ends;
        let is_open = [
            dated.event.start.lo == Bound::Open,
            dated.event.end.as_ref().unwrap_or(&dated.event.start).hi == Bound::Open,
        ];
        let x0 = if is_open[0] { left } else { self.scale.place(dated.lo, left, right) };
        let x1 = if is_open[1] { right } else { self.scale.place(dated.hi, left, right) };
        [x0, x1]
    }

    /// The name of an era on a ground so wide. It is not cut within a word as long as there is room
    /// beside its ground.
    fn era_lines(&self, name: &str, width: Sub) -> Vec<Line> {
        let (sizes, fonts) = (&self.look.sizes, &self.look.fonts);
        let (style, pad) = (sizes.era.style, 2 * sizes.inset);
        let lines = fonts.wrap(name, style, (width - pad).max(1));
        let mut words = name.split_whitespace();
        let is_cut = words.any(|word| fonts.line(word, style).width > width - pad);
        if lines.len() <= LINES && !is_cut {
            return lines;
        }
        fonts.wrap(name, style, self.ends[1] - self.ends[0] - pad)
    }

    fn add_marker(&mut self, dated: Dated<'a>, rows: &mut NameRows) {
        let (sizes, fonts) = (&self.look.sizes, &self.look.fonts);
        let [left, right] = self.ends;
        let x = self.scale.place(dated.at, left, right);
        let role = sizes.marker;
        let measure = (role.style.size * WIDE).min((right - left) / 2 - 2 * sizes.pole_gap);
        let lines = fonts.wrap(&dated.event.name, role.style, measure);
        let wide = widest(&lines) + sizes.pole_gap;
        let air = sizes.label_gap;
        let is_right = x + wide <= right;
        let room = if is_right { [x, x + wide + air] } else { [x - wide - air, x] };
        let row = rows.take(room, room);
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
        let line = |marker: &Named<'_>| {
            let start = if is_under { top } else { strip + tops[marker.row] };
            (marker.extent[0], [start, bottom])
        };
        let lines: Vec<UprightLine> = self.markers.iter().map(line).collect();
        let boxes = [boxes, &labels].concat();
        let most = upright_lines::bound(lines.len());
        let lines = upright_lines::beside(&lines, &boxes, sizes.halo, most);
        let placed = self.markers.iter().zip(names).zip(labels).zip(lines);
        placed
            .map(|(((marker, name), label), line)| {
                let (title, at, link) = (marker.title(), marker.dated.at, marker.link());
                PlacedMarker { title, at, line, over: Vec::new(), name, label, link }
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

/// The width of the widest line.
fn widest(lines: &[Line]) -> Sub {
    lines.iter().map(|line| line.width).max().unwrap_or(0)
}

/// Where each row of a strip begins, and where the strip ends.
fn tops(named: &[Named<'_>], role: Role, look: &Look) -> Vec<Sub> {
    let rows = named.iter().map(|one| one.row + 1).max().unwrap_or(0);
    let mut lines = vec![0; rows];
    for one in named {
        lines[one.row] = one.lines.len().max(lines[one.row]);
    }
    let mut tops = vec![0];
    for (row, lines) in lines.into_iter().enumerate() {
        tops.push(tops[row] + lines as Sub * role.leading + look.sizes.inset);
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
