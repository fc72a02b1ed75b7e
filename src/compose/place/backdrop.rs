//! What is behind the events: eras as pale grounds, markers as lines, each with its name in a strip
//! of its own, where no label comes.

use crate::compose::dated::Dated;
use crate::compose::place::{lines, overlaps};
use crate::compose::style::FigureStyle;
use crate::date::{Bound, Known};
use crate::error::{Code, Note};
use crate::event::Kind;
use crate::figure::{Anchor, PlacedEra, PlacedMarker, Text};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::text::{Line, TextRole};
use crate::theme::Colour;
use crate::time::Scale;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Lines of the name of an era before it rather reaches beyond its ground.
const LINES: usize = 2;
/// The widest name of a marker, and of an era on a vertical axis, in ems.
const WIDE: Sub = 16;
const WIDE_ERA: Sub = 9;
/// Rows of names of markers: a marker that finds no room in them has a line alone.
const MARKER_ROWS: usize = 12;

/// Eras and markers with their names in the rows of two strips.
pub(crate) struct Backdrop<'a> {
    style: &'a FigureStyle,
    axis: Axis,
    scale: Scale,
    ends: [Sub; 2],
    eras: Vec<Era<'a>>,
    markers: Vec<Marker<'a>>,
}

/// A name in lines, measured.
struct Name {
    lines: Vec<Line>,
    /// From where to where it takes room along the axis.
    room: [Sub; 2],
    /// Its row in the strip.
    row: usize,
}

struct Era<'a> {
    dated: Dated<'a>,
    /// From where to where it is along the axis.
    extent: [Sub; 2],
    name: Name,
    /// How many others it is over.
    depth: usize,
    tint: usize,
}

struct Marker<'a> {
    dated: Dated<'a>,
    /// Where it is along the axis.
    at: Sub,
    /// None if there is no room for it.
    name: Option<Name>,
}

impl<'a> Backdrop<'a> {
    /// The eras and markers of `behind`, on a scale from one of `ends` to the other.
    pub(crate) fn of(
        behind: &[Dated<'a>],
        (scale, ends): (Scale, [Sub; 2]),
        axis: Axis,
        style: &'a FigureStyle,
    ) -> Self {
        let drawn = behind.iter().filter(|dated| dated.event.kind != Kind::Holiday);
        let (eras, markers): (Vec<Dated<'a>>, Vec<Dated<'a>>) =
            drawn.partition(|dated| dated.event.kind == Kind::Era);
        let mut backdrop = Self { style, axis, scale, ends, eras: Vec::new(), markers: Vec::new() };
        backdrop.add_eras(eras);
        backdrop.add_markers(markers);
        backdrop
    }

    /// Breadth of the strip of names of eras.
    pub(crate) fn era_strip(&self) -> Sub {
        self.era_rows().last().copied().unwrap_or(0)
    }

    /// Breadth of the strip of names of markers.
    pub(crate) fn marker_strip(&self) -> Sub {
        self.marker_rows().last().copied().unwrap_or(0)
    }

    /// A note on the markers that have a line alone.
    pub(crate) fn note(&self) -> Option<Note> {
        let many = self.markers.iter().filter(|marker| marker.name.is_none()).count();
        let (markers, have) = if many == 1 { ("marker", "has") } else { ("markers", "have") };
        let note = format!("{many} {markers} {have} a line but no room for a name");
        (many > 0).then_some(Note::new(Code::MarkersUnnamed, note))
    }

    fn place(&self, dated: &Dated<'_>) -> [Sub; 2] {
        let first = dated.event.start.lo == Bound::Open;
        let last = dated.event.end.as_ref().unwrap_or(&dated.event.start).hi == Bound::Open;
        let [left, right] = self.ends;
        let place = |at| self.scale.place(at, left, right);
        let start = if first { left } else { place(dated.lo) };
        [start, if last { right } else { place(dated.hi) }.max(start)]
    }

    /// Adds eras by their starts, of two that begin together the longer first, so that what is in
    /// another comes after it.
    fn add_eras(&mut self, eras: Vec<Dated<'a>>) {
        let mut placed: Vec<([Sub; 2], Dated<'a>)> =
            eras.into_iter().map(|dated| (self.place(&dated), dated)).collect();
        placed.sort_by_key(|(extent, dated)| (extent[0], Reverse(extent[1]), dated.at, dated.lo));
        self.join(&mut placed);
        let names: Vec<Name> =
            placed.iter().map(|(extent, dated)| self.era_name(*extent, dated)).collect();
        let extents: Vec<[Sub; 2]> = placed.iter().map(|(extent, _)| *extent).collect();
        let depths = overlaps::depths(&extents);
        let rooms: Vec<[Sub; 2]> = names.iter().map(|name| name.room).collect();
        let rows = overlaps::rows_by_depth(&rooms, &depths);
        let tints = overlaps::tints(&extents, &depths, self.style.sizes.separator);
        let eras = placed.into_iter().zip(names).enumerate();
        self.eras = eras
            .map(|(index, ((extent, dated), name))| Era {
                dated,
                extent,
                name: Name { row: rows[index], ..name },
                depth: depths[index],
                tint: tints[index],
            })
            .collect();
    }

    /// Lets an era that ends where a later one begins meet it half way.
    fn join(&self, placed: &mut [([Sub; 2], Dated<'a>)]) {
        let most = self.style.sizes.gap / 2;
        // By their ends: the first era that ends there.
        let mut by_end: BTreeMap<Sub, usize> = BTreeMap::new();
        for index in 0..placed.len() {
            let [start, end] = placed[index].0;
            let over = by_end.range(start + 1..=start + most);
            let over = over.filter(|&(_, &other)| placed[other].0[0] < start);
            let before = over.min_by_key(|&(_, &other)| other).map(|(&end, &other)| (end, other));
            if let Some((old, other)) = before {
                let middle = (start + old) / 2;
                placed[index].0[0] = middle;
                placed[other].0[1] = middle;
                by_end.remove(&old);
                by_end.entry(middle).or_insert(other);
            }
            by_end.entry(end).or_insert(index);
        }
    }

    /// The name of an era: in its ground or, where that would cut a word or take many lines,
    /// reaching beyond it.
    fn era_name(&self, [x0, x1]: [Sub; 2], dated: &Dated<'_>) -> Name {
        let (sizes, fonts) = (&self.style.sizes, &self.style.fonts);
        let (pad, role, [left, right]) = (2 * sizes.inset, sizes.era, self.ends);
        let name = &dated.event.name;
        let (lines, length) = match self.axis {
            Axis::Horizontal => {
                let width = x1 - x0 - pad;
                let mut lines = fonts.wrap(name, role.style, width.max(1));
                let mut words = name.split_whitespace();
                let is_cut = words.any(|word| fonts.line(word, role.style).width > width);
                if lines.len() > LINES || is_cut {
                    lines = fonts.wrap(name, role.style, right - left - pad);
                }
                let length = widest(&lines) + pad;
                (lines, length)
            }
            Axis::Vertical => {
                let lines = fonts.wrap(name, role.style, role.style.size * WIDE_ERA);
                let length = lines.len() as Sub * role.leading;
                (lines, length)
            }
        };
        let start = ((x0 + x1 - length) / 2).min(right - length).max(left);
        Name { lines, room: [start, start + length], row: 0 }
    }

    fn add_markers(&mut self, markers: Vec<Dated<'a>>) {
        let placed: Vec<(Sub, Dated<'a>)> = markers
            .into_iter()
            .map(|dated| (self.scale.place(dated.at, self.ends[0], self.ends[1]), dated))
            .collect();
        let names: Vec<Name> =
            placed.iter().map(|(at, dated)| self.marker_name(*at, dated)).collect();
        let rooms: Vec<[Sub; 2]> = names.iter().map(|name| name.room).collect();
        let mut order: Vec<usize> = (0..rooms.len()).collect();
        order.sort_by_key(|&index| (rooms[index], index));
        let sorted: Vec<[Sub; 2]> = order.iter().map(|&index| rooms[index]).collect();
        let mut rows = vec![None; rooms.len()];
        for (&index, row) in order.iter().zip(overlaps::first_free(&sorted, MARKER_ROWS)) {
            rows[index] = row;
        }
        let markers = placed.into_iter().zip(names).zip(rows);
        self.markers = markers
            .map(|(((at, dated), name), row)| {
                let name = row.map(|row| Name { row, ..name });
                Marker { dated, at, name }
            })
            .collect();
    }

    /// The name of a marker: after its line or, near the end of the axis, before it.
    fn marker_name(&self, at: Sub, dated: &Dated<'_>) -> Name {
        let (sizes, [left, right]) = (&self.style.sizes, self.ends);
        let role = sizes.marker;
        let widest_line = role.style.size * WIDE;
        let measure = match self.axis {
            Axis::Horizontal => widest_line.min((right - left) / 2 - 2 * sizes.pole_gap),
            Axis::Vertical => widest_line,
        };
        let lines = self.style.fonts.wrap(&dated.event.name, role.style, measure);
        let length = sizes.pole_gap
            + match self.axis {
                Axis::Horizontal => widest(&lines),
                Axis::Vertical => lines.len() as Sub * role.leading,
            };
        let air = sizes.label_gap;
        let is_after = at + length <= right;
        let room = if is_after { [at, at + length + air] } else { [at - length - air, at] };
        Name { lines, room, row: 0 }
    }

    /// Where each row of the strip of eras begins, and where the strip ends.
    fn era_rows(&self) -> Vec<Sub> {
        self.row_starts(self.eras.iter().map(|era| &era.name), self.style.sizes.era)
    }

    fn marker_rows(&self) -> Vec<Sub> {
        let names = self.markers.iter().filter_map(|marker| marker.name.as_ref());
        self.row_starts(names, self.style.sizes.marker)
    }

    fn row_starts<'n>(&self, names: impl Iterator<Item = &'n Name>, role: TextRole) -> Vec<Sub> {
        let mut breadths: Vec<Sub> = Vec::new();
        for name in names {
            let breadth = match self.axis {
                Axis::Horizontal => name.lines.len() as Sub * role.leading,
                Axis::Vertical => widest(&name.lines) + 2 * self.style.sizes.inset,
            };
            breadths.resize(breadths.len().max(name.row + 1), 0);
            breadths[name.row] = breadths[name.row].max(breadth);
        }
        let mut starts = vec![0];
        for (row, breadth) in breadths.into_iter().enumerate() {
            starts.push(starts[row] + breadth + self.style.sizes.inset);
        }
        starts
    }

    /// The eras over `plot` across the axis, their names in the strip at its beginning.
    pub(crate) fn eras(&self, strip: [Sub; 2], plot: [Sub; 2]) -> Vec<PlacedEra> {
        let rows = self.era_rows();
        let (sizes, colour) = (&self.style.sizes, self.style.theme.muted);
        let era = |era: &Era<'_>| {
            let start = strip[0] + rows[era.name.row];
            let [from, to] = era.name.room;
            let (at, anchor) = match self.axis {
                Axis::Horizontal => {
                    (Point::new((from + to) / 2, start + sizes.inset / 2), Anchor::Middle)
                }
                Axis::Vertical => (Point::new(start + sizes.inset, from), Anchor::Start),
            };
            let name = set(&era.name.lines, (at, anchor), sizes.era, colour);
            let first = if era.depth > 0 { start } else { plot[0] };
            PlacedEra {
                title: title(&era.dated, self.style.known()),
                lo: era.dated.lo.max(self.scale.lo()).min(self.scale.hi()),
                hi: era.dated.hi.min(self.scale.hi()).max(self.scale.lo()),
                rect: self.axis.rect(era.extent, [first, plot[1]]),
                tint: era.tint,
                label: around(&name),
                name,
                link: era.dated.event.link().map(str::to_owned),
                column: 0,
            }
        };
        self.eras.iter().map(era).collect()
    }

    /// The markers over `plot` across the axis, their names in a strip at its beginning or its end.
    /// Their lines leave out the boxes `clear` and all names.
    pub(crate) fn markers(
        &self,
        strip: [Sub; 2],
        plot: [Sub; 2],
        clear: &[Rect],
    ) -> Vec<PlacedMarker> {
        let is_at_end = strip[1] == plot[1];
        let starts = self.marker_starts(strip[0], is_at_end);
        let with_starts = || self.markers.iter().zip(starts.iter().copied());
        let names: Vec<Vec<Text>> =
            with_starts().map(|(marker, start)| self.marker_text(marker, start)).collect();
        let labels: Vec<Rect> = names.iter().map(|name| around(name)).collect();
        let clear = [clear, &labels].concat();
        let has_line = self.have_lines();
        let placed = with_starts().zip(names.into_iter().zip(labels)).zip(has_line);
        placed
            .map(|(((marker, start), (name, label)), has_line)| {
                let span = [if is_at_end { plot[0] } else { start }, plot[1]];
                let line = match has_line {
                    true => {
                        lines::pieces((self.axis, marker.at), span, &clear, self.style.sizes.halo)
                    }
                    false => Vec::new(),
                };
                PlacedMarker {
                    title: title(&marker.dated, self.style.known()),
                    at: marker.dated.at,
                    line,
                    name,
                    label,
                    link: marker.dated.event.link().map(str::to_owned),
                    column: 0,
                }
            })
            .collect()
    }

    /// Where the name of each marker begins across the axis, in a strip from `start` on.
    fn marker_starts(&self, start: Sub, is_at_end: bool) -> Vec<Sub> {
        let mut rows = self.marker_rows();
        if is_at_end {
            // The first row is farthest out on either side.
            let breadth = rows.last().copied().unwrap_or(0);
            rows = rows.iter().skip(1).map(|end| breadth - end).collect();
        }
        let names = self.markers.iter().map(|marker| marker.name.as_ref());
        names.map(|name| name.map_or(start, |name| start + rows[name.row])).collect()
    }

    /// For each marker whether it has a line of its own: nearer than its width to the line before,
    /// it would be the same line to the eye.
    fn have_lines(&self) -> Vec<bool> {
        let mut last: Option<Sub> = None;
        let mut have = Vec::with_capacity(self.markers.len());
        for marker in &self.markers {
            let is_apart = last.is_none_or(|last| marker.at - last >= self.style.sizes.leader);
            have.push(is_apart);
            last = if is_apart { Some(marker.at) } else { last };
        }
        have
    }

    /// The name of a marker in a row that begins at `start` across the axis.
    fn marker_text(&self, marker: &Marker<'_>, start: Sub) -> Vec<Text> {
        let Some(name) = &marker.name else { return Vec::new() };
        let (sizes, is_after) = (&self.style.sizes, name.room[0] == marker.at);
        let gap = sizes.pole_gap * 2 / 3;
        let (at, anchor) = match (self.axis, is_after) {
            (Axis::Horizontal, true) => {
                (Point::new(marker.at + gap, start + sizes.inset / 2), Anchor::Start)
            }
            (Axis::Horizontal, false) => {
                (Point::new(marker.at - gap, start + sizes.inset / 2), Anchor::End)
            }
            (Axis::Vertical, _) => {
                let air = if is_after { gap / 2 } else { sizes.label_gap };
                (Point::new(start, name.room[0] + air), Anchor::Start)
            }
        };
        set(&name.lines, (at, anchor), sizes.marker, self.style.theme.muted)
    }
}

fn title(dated: &Dated<'_>, known: Known) -> String {
    format!("{}: {}", dated.event.when_text(known), dated.event.name)
}

/// Lines of text with the anchored top corner at `at`.
fn set(lines: &[Line], (at, anchor): (Point, Anchor), role: TextRole, colour: Colour) -> Vec<Text> {
    let text = |(index, line): (Sub, &Line)| Text {
        at: Point::new(at.x, at.y + index * role.leading + role.baseline()),
        anchor,
        line: line.clone(),
        colour,
    };
    (0..).zip(lines).map(text).collect()
}

fn widest(lines: &[Line]) -> Sub {
    lines.iter().map(|line| line.width).max().unwrap_or(0)
}

/// The box around lines of text.
fn around(lines: &[Text]) -> Rect {
    let join = |a: Rect, b: Rect| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    };
    lines.iter().map(Text::rect).reduce(join).unwrap_or_default()
}
