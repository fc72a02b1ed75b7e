//! Everything of a figure of lanes in its place, from the top down.

use crate::compose::backdrop::Backdrop;
use crate::compose::categories::Categories;
use crate::compose::describe as words;
use crate::compose::domain::Dated;
use crate::compose::forms::labels::title;
use crate::compose::lanes::marks::{Body, Shape, Thing};
use crate::compose::lanes::{Heads, Lane};
use crate::compose::measure::lane_name::{Room, Set};
use crate::compose::place::frame::{Around, Shown, whole};
use crate::compose::place::ruler;
use crate::compose::place::uncertainty as doubts;
use crate::compose::style::{Look, night};
use crate::compose::upright_lines::{self, Pieces, UprightLine};
use crate::figure::{
    Anchor, Figure, LaneSlot, Mark, MarkShape, PlacedEvent, PlacedLane, Ruler, Text,
};
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::Side;
use crate::options::{Legend, Options};
use crate::theme::Hue;
use crate::time::TimeAxis;

/// A figure of lanes before its heights are known.
pub(crate) struct Stage<'a> {
    pub(crate) width: Sub,
    pub(crate) axis: &'a TimeAxis,
    pub(crate) heads: Heads,
    pub(crate) events: &'a [Dated<'a>],
    pub(crate) behind: &'a [Dated<'a>],
    pub(crate) categories: &'a Categories,
    pub(crate) bodies: &'a [Body],
    pub(crate) lanes: Vec<Lane>,
    pub(crate) room: &'a Room<'a>,
    /// Which events have no name beside them.
    pub(crate) left_out: Vec<bool>,
}

/// Where a row is.
#[derive(Clone, Copy)]
struct Spot {
    lane: usize,
    row: usize,
    /// Its lower edge.
    bottom: Sub,
}

impl Stage<'_> {
    fn look(&self) -> &Look {
        self.room.look
    }

    /// The figure, as high as it must be.
    pub(crate) fn figure(&self, options: &Options) -> Figure {
        let Look { fonts, sizes, theme } = self.look();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let Around { heading, legend, source, top, foot } = self.around(options);
        let backdrop = self.backdrop();
        let lanes: Sub = self.lanes.iter().map(|lane| self.height(lane)).sum();
        let needed = self.needed(options);
        let height = needed.max(options.least_height());
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        let foot_top = height - foot + gap;

        // Room to spare goes evenly above and below the plot.
        let top = top + (height - needed) / 2;
        let ruler_height = sizes.ruler_row * self.axis.rows.len() as Sub;
        let strip = top + backdrop.era_strip() + lanes;
        let edge = strip + backdrop.marker_strip();
        let [x0, x1] = self.room.ends;
        let rect = Rect { x0, y0: edge, x1, y1: edge + ruler_height };
        let ruler = ruler::ruler(self.axis, rect, [0; 2], self.look());
        let (lanes, events) = self.placed(top + backdrop.era_strip());
        let eras = backdrop.eras(top, edge);
        let names = lanes.iter().flat_map(|lane| &lane.name).map(Text::rect);
        let labels = events.iter().map(|event| event.label).chain(names);
        let boxes: Vec<Rect> = labels.chain(eras.iter().map(|era| era.label)).collect();
        let (mut bars, mut held) = (Vec::new(), boxes.clone());
        for Mark { rect, shape, .. } in events.iter().map(|event| &event.mark) {
            if let MarkShape::Bar(bar) = shape { bars.push(*bar) } else { held.push(*rect) }
        }
        let mut markers = backdrop.markers([top, edge], strip, true, &held);
        let lines: Vec<Pieces> = markers.iter().map(|marker| marker.line.clone()).collect();
        let over = upright_lines::over(&lines, &bars, upright_lines::bound(lines.len()));
        markers.iter_mut().zip(over).for_each(|(marker, over)| marker.over = over);
        let under: Vec<Rect> =
            boxes.iter().copied().chain(markers.iter().map(|marker| marker.label)).collect();
        Figure {
            size: Size::new(self.width, height),
            axis: Axis::Horizontal,
            title: text(&options.title),
            description: words::description(self.events, &eras, &markers, options),
            language: "en".into(),
            fonts: fonts.clone(),
            theme: *theme,
            night: night(self.events, options, self.categories),
            background: self.look().background(options),
            has_signs: self.categories.is_signed(),
            sizes: *sizes,
            heading,
            legend,
            grid: self.grid(&ruler, [top, edge], &under),
            ruler,
            events,
            lists: Vec::new(),
            lanes,
            eras,
            markers,
            source: source.into_iter().map(|line| line.lowered(foot_top)).collect(),
        }
    }

    /// The height that it needs.
    pub(crate) fn needed(&self, options: &Options) -> Sub {
        let Around { top, foot, .. } = self.around(options);
        let lanes: Sub = self.lanes.iter().map(|lane| self.height(lane)).sum();
        let ruler_height = self.look().sizes.ruler_row * self.axis.rows.len() as Sub;
        whole(top + self.backdrop().strips() + lanes + ruler_height + foot)
    }

    fn backdrop(&self) -> Backdrop<'_> {
        Backdrop::of(self.behind, self.axis.scale, self.room.ends, self.look())
    }

    /// What stands over the plot and under it.
    fn around(&self, options: &Options) -> Around {
        // Without patterns a dot stands for bars, too.
        let is = |shape: Shape| self.bodies.iter().any(|body| body.shape == shape);
        let bars = self.categories.is_signed() && (is(Shape::Span) || is(Shape::Known));
        let shown = Shown { bars, dots: !bars || is(Shape::Dot) };
        let entries = self.legend(options.legend.unwrap_or_default());
        Around::of(self.look(), self.width, &entries, shown, options)
    }

    /// The legend; none where lanes are called as categories are.
    fn legend(&self, choice: Legend) -> Vec<(&str, Hue)> {
        let is_told = |dated: &Dated<'_>| dated.event.category == dated.event.lane;
        let is_spare = choice == Legend::Auto && self.events.iter().all(is_told);
        if is_spare { Vec::new() } else { self.categories.legend(choice) }
    }

    /// Height of the rows of a lane, with the gaps between them.
    fn rows_height(&self, lane: &Lane) -> Sub {
        let gaps = lane.rows.heights.len().saturating_sub(1) as Sub * self.look().sizes.row_gap;
        lane.rows.heights.iter().sum::<Sub>() + gaps
    }

    /// Height of the name of a lane over its rows.
    fn head_height(&self, lane: &Lane) -> Sub {
        let sizes = &self.look().sizes;
        match (self.heads, lane.head.len() as Sub) {
            (Heads::Above, lines) if lines > 0 => lines * sizes.lane.leading + sizes.row_gap,
            _ => 0,
        }
    }

    fn height(&self, lane: &Lane) -> Sub {
        let sizes = &self.look().sizes;
        let name = match self.heads {
            // The first line stands level with the first row.
            Heads::Beside(_) => (lane.head.len() as Sub - 1) * sizes.lane.leading + sizes.span,
            Heads::None | Heads::Above => 0,
        };
        2 * sizes.lane_pad + self.head_height(lane) + self.rows_height(lane).max(name)
    }

    /// The lanes from `top` down, and all events in the order of time.
    fn placed(&self, top: Sub) -> (Vec<PlacedLane>, Vec<PlacedEvent>) {
        let sizes = &self.look().sizes;
        let (left, right) = (sizes.margin, self.room.ends[1]);
        let mut y = top;
        let mut lanes = Vec::with_capacity(self.lanes.len());
        let mut events = Vec::with_capacity(self.events.len());
        for (number, lane) in self.lanes.iter().enumerate() {
            let rect = Rect { x0: left, y0: y, x1: right, y1: y + self.height(lane) };
            y = rect.y1;
            let first = rect.y0 + sizes.lane_pad + self.head_height(lane);
            let rows = self.rows(lane, first);
            let line = [Point::new(rect.x0, rect.y0), Point::new(rect.x1, rect.y0)];
            let mut ties = Vec::new();
            for (index, thing) in lane.things.iter().enumerate() {
                let seat = lane.rows.seats[index];
                let spot = Spot { lane: number, row: seat.row, bottom: rows[seat.row].y1 };
                ties.extend(self.ties(thing, spot));
                events.extend(self.thing(lane, index, spot));
            }
            let name = self.head(lane, first);
            let separator = (number > 0).then_some(line);
            let members = lane.members.clone();
            lanes.push(PlacedLane { rect, name, separator, rows, ties, members });
        }
        // Ids count up in the order of time.
        events.sort_by_key(|event: &PlacedEvent| event.number);
        (lanes, events)
    }

    /// The boxes of the rows of a lane from `top` down.
    fn rows(&self, lane: &Lane, top: Sub) -> Vec<Rect> {
        let [x0, x1] = self.room.ends;
        let mut y = top;
        let row = |&height: &Sub| {
            let rect = Rect { x0, y0: y, x1, y1: y + height };
            y = rect.y1 + self.look().sizes.row_gap;
            rect
        };
        lane.rows.heights.iter().map(row).collect()
    }

    /// The name of a lane whose rows begin at `first`.
    fn head(&self, lane: &Lane, first: Sub) -> Vec<Text> {
        let Look { sizes, theme, .. } = self.look();
        let role = sizes.lane;
        let top = match self.heads {
            Heads::Above => first - self.head_height(lane),
            // Level with the names in the first row.
            _ => first + sizes.inside.baseline() - role.baseline(),
        };
        let lines = (0..).zip(&lane.head);
        lines
            .map(|(index, line): (Sub, _)| Text {
                at: Point::new(sizes.margin, top + index * role.leading + role.baseline()),
                anchor: Anchor::Start,
                line: line.clone(),
                colour: theme.ink,
            })
            .collect()
    }

    /// Lines from each part of a thing to the next.
    fn ties(&self, thing: &Thing, spot: Spot) -> Vec<[Point; 2]> {
        let sizes = &self.look().sizes;
        let (y, gap) = (spot.bottom - sizes.span / 2, 2 * sizes.separator);
        let tie = |pair: &[usize]| {
            let [from, to] = [self.bodies[pair[0]].room[1], self.bodies[pair[1]].room[0]];
            (to - from > gap).then(|| [Point::new(from, y), Point::new(to, y)])
        };
        thing.parts.windows(2).filter_map(tie).collect()
    }

    /// The events that a thing consists of, the name with one of them.
    fn thing(&self, lane: &Lane, index: usize, spot: Spot) -> Vec<PlacedEvent> {
        let (thing, name) = (&lane.things[index], &lane.names[index]);
        let stand = lane.rows.seats[index].stand;
        let seat = LaneSlot { lane: spot.lane, row: spot.row, room: name.stands[stand].room };
        let mut set = Some(name.set(stand, spot.bottom, thing, self.bodies, self.room));
        let parts = thing.parts.iter().enumerate();
        parts
            .map(|(part, &event)| {
                let own = set.take_if(|set| set.part == part);
                self.event(event, seat, spot.bottom, own)
            })
            .collect()
    }

    fn event(&self, index: usize, seat: LaneSlot, bottom: Sub, set: Option<Set>) -> PlacedEvent {
        let Dated { event, lo, hi, at, .. } = self.events[index];
        let body = &self.bodies[index];
        let mark = self.mark(body, bottom);
        let corner = Point::new(mark.rect.x0, mark.rect.y0);
        let set = set.unwrap_or(Set { label: Rect::from_points(corner, corner), ..Set::default() });
        let middle = (mark.rect.y0 + mark.rect.y1) / 2;
        let start = Point::new(body.at.clamp(mark.rect.x0, mark.rect.x1), middle);
        PlacedEvent {
            number: index + 1,
            title: title(event, !self.room.is_flags),
            side: Side::Above,
            at,
            lo,
            hi,
            mark,
            leader: set.pole.map_or(vec![start], |pole| pole.to_vec()),
            label: set.label,
            lines: set.lines,
            hue: body.hue,
            dot: None,
            list: None,
            is_left_out: self.left_out[index],
            seat: Some(seat),
            name: set.name,
            link: event.link().map(str::to_owned),
        }
    }

    /// The mark of an event in the row that ends at `bottom`.
    fn mark(&self, body: &Body, bottom: Sub) -> Mark {
        let sizes = &self.look().sizes;
        let middle = bottom - sizes.span / 2;
        let tall = |[x0, x1]: [Sub; 2]| Rect {
            x0,
            x1,
            y0: middle - body.height / 2,
            y1: middle - body.height / 2 + body.height,
        };
        let shape = match body.shape {
            Shape::Dot => MarkShape::Dot,
            Shape::Known | Shape::Span => MarkShape::Bar(tall(body.drawn)),
        };
        let rect = tall(if body.shape == Shape::Dot { body.drawn } else { body.room });
        let mut mark = Mark { rect, shape, doubt: body.doubt, caps: Vec::new() };
        mark.caps = doubts::caps(&mark, false, body.hue, self.look());
        mark
    }

    /// Grid lines at coarse cells from `top` to `bottom`, not through `boxes`.
    fn grid(&self, ruler: &Ruler, ends: [Sub; 2], boxes: &[Rect]) -> Vec<[Point; 2]> {
        let [left, right] = self.room.ends;
        let inner = |row: &crate::figure::RulerRow| -> Vec<Sub> {
            let starts = row.cells.iter().map(|cell| cell.rect.x0);
            starts.filter(|&x| left < x && x < right).collect()
        };
        let mut lines = ruler.rows.iter().rev().map(inner);
        let xs = lines.find(|xs| !xs.is_empty()).unwrap_or_default();
        let air = self.look().sizes.halo;
        let lines: Vec<UprightLine> = xs.into_iter().map(|x| (x, ends)).collect();
        upright_lines::beside(&lines, boxes, air, usize::MAX).concat()
    }
}
