//! The form of lanes: the marks of each lane in rows, names of lanes at their start, the ruler along
//! them all.
//!
//! On a vertical axis lanes and their rows are columns.

use crate::compose::context::Context;
use crate::compose::describe;
use crate::compose::lanes::marks::{LaneMarkShape, RowShare};
use crate::compose::lanes::names::LaneName;
use crate::compose::lanes::packed::{Lane, LaneMarks, lane};
use crate::compose::lanes::placed_name::PlacedName;
use crate::compose::lanes::plan::{LaneNames, LanePlan, LaneRequest};
use crate::compose::place::frame::LegendSigns;
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::figure::{Anchor, LaneSlot, Losses, PlacedEvent, PlacedLane, Text};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::layout::Side;
use crate::text::Line;
use std::rc::Rc;

/// Lanes packed into rows.
pub(crate) struct LaneForm<'a> {
    context: &'a Context<'a>,
    marks: Rc<LaneMarks<'a>>,
    lanes: Vec<Lane>,
    /// Where the names of lanes are.
    names: LaneNames,
    /// The name of each lane, line by line.
    lines: Vec<Vec<Line>>,
    /// Which events have no name.
    left_out: Vec<bool>,
    /// Between two rows.
    row_gap: Sub,
    has_dates: bool,
}

impl<'a> LaneForm<'a> {
    /// The lanes in which the names of some events are left out.
    pub(crate) fn new(
        request: &LaneRequest<'a>,
        marks: &Rc<LaneMarks<'a>>,
        (names, lines): (LaneNames, Vec<Vec<Line>>),
        plan: &LanePlan,
    ) -> Self {
        let lanes: Vec<Lane> =
            (0..request.groups.len()).map(|place| lane(request, marks, place, plan)).collect();
        let mut left_out = vec![false; request.context.events.len()];
        let entries = lanes.iter().flat_map(|lane| &lane.entries);
        for entry in entries.filter(|entry| entry.is_out(&plan.left_out)) {
            entry.parts.iter().for_each(|&part| left_out[part] = true);
        }
        let milestones = lanes.iter().flat_map(|lane| &lane.entries);
        for &event in milestones.flat_map(|entry| &entry.milestones) {
            left_out[event] = plan.left_out[event];
        }
        let (context, marks) = (request.context, Rc::clone(marks));
        let row_gap = context.style.sizes.row_gap + plan.spread;
        let has_dates = plan.has_dates;
        Self { context, marks, lanes, names, lines, left_out, row_gap, has_dates }
    }

    /// What of the categories' signs the legend must show. Without patterns a dot stands for bars,
    /// too.
    pub(crate) fn legend_signs(&self) -> LegendSigns {
        let marks = self.marks.in_rows(RowShare::Any);
        let has = |shape| marks.iter().any(|mark| mark.shape == shape);
        let bars = self.context.categories.is_signed() && has(LaneMarkShape::Span);
        let has_dots = has(LaneMarkShape::Dot) || has(LaneMarkShape::Known);
        LegendSigns { bars, dots: !bars || has_dots }
    }

    /// How far names along a horizontal axis reach beyond a canvas of that width, or into the names
    /// of lanes: for want of any place, the last that there was was taken.
    pub(crate) fn overhang(&self, width: Sub) -> Sub {
        let sizes = &self.context.style.sizes;
        let (left, right) = (self.marks.along.ends[0] - sizes.margin, width + sizes.label_gap);
        let beyond = |lane: &Lane| {
            let rooms = lane.names.iter().zip(&lane.rows.items);
            let rooms = rooms.map(|(name, seat)| name.candidates[seat.candidate].room);
            rooms.map(|[x0, x1]| (left - x0).max(x1 - right)).max()
        };
        let names = self.lanes.iter().filter_map(beyond).max().unwrap_or(0);
        let lines = self.lines.iter().flatten().map(|line| line.width).max().unwrap_or(0);
        names.max(lines - (width - 2 * sizes.margin)).max(0)
    }

    /// The number of rows of each lane.
    pub(crate) fn row_counts(&self) -> Vec<usize> {
        self.lanes.iter().map(|lane| lane.rows.heights.len()).collect()
    }

    /// Whether all names are there, with their dates as exact as they are known.
    pub(crate) fn is_whole(&self) -> bool {
        let dates = self.marks.room.dates;
        self.lost().all() == 0
            && self.context.events.iter().all(|dated| dates.is_exact(dated.event))
    }

    /// How many names have no room for their dates.
    fn undated(&self) -> usize {
        let names = self.lanes.iter().flat_map(|lane| lane.names.iter().zip(&lane.rows.items));
        names.filter(|(name, seat)| !name.candidates[seat.candidate].is_full).count()
    }

    /// The breadth of each lane.
    pub(crate) fn lane_breadths(&self) -> Vec<Sub> {
        self.lanes.iter().enumerate().map(|(place, lane)| self.lane_breadth(place, lane)).collect()
    }

    fn lane_breadth(&self, place: usize, lane: &Lane) -> Sub {
        let sizes = &self.context.style.sizes;
        let lines = self.lines[place].len() as Sub;
        let name = match (self.names, self.context.axis) {
            // The first line is level with the first row.
            (LaneNames::Before(_), Axis::Horizontal) => {
                (lines - 1) * sizes.lane.leading + sizes.span
            }
            (LaneNames::Before(_), Axis::Vertical) => {
                self.lines[place].iter().map(|line| line.width).max().unwrap_or(0)
            }
            (LaneNames::None | LaneNames::Above, _) => 0,
        };
        2 * sizes.lane_pad + self.name_height(place) + self.rows_breadth(lane).max(name)
    }

    /// The breadth of the rows of a lane, with the gaps between them.
    fn rows_breadth(&self, lane: &Lane) -> Sub {
        let gaps = lane.rows.heights.len().saturating_sub(1) as Sub;
        lane.rows.heights.iter().sum::<Sub>() + gaps * self.row_gap
    }

    /// The height of the name of a lane over its rows.
    fn name_height(&self, place: usize) -> Sub {
        let sizes = &self.context.style.sizes;
        match (self.names, self.lines[place].len() as Sub) {
            (LaneNames::Above, lines) if lines > 0 => lines * sizes.lane.leading + sizes.row_gap,
            _ => 0,
        }
    }

    /// A lane from `start` on across the axis, and its events.
    fn placed(&self, place: usize, start: Sub) -> (PlacedLane, Vec<PlacedEvent>) {
        let (axis, sizes) = (self.context.axis, &self.context.style.sizes);
        let lane = &self.lanes[place];
        let across = [start, start + self.lane_breadth(place, lane)];
        let ends = [self.first_end(), self.marks.along.ends[1]];
        let first = start + sizes.lane_pad + self.name_height(place);
        let rows = self.rows(lane, first);
        let mut ties = Vec::new();
        let mut events = Vec::with_capacity(lane.members.len());
        for (index, entry) in lane.entries.iter().enumerate() {
            let row = lane.rows.items[index].row;
            let row = [rows[row][0], rows[row][1] - lane.rows.below[row]];
            let middle = self.mark_middle(row);
            ties.extend(entry.ties(self.marks.in_rows(lane.share), middle, self.context));
            events.extend(self.entry((place, lane), index, row));
            events.extend(self.placed_milestones((place, lane), index, row));
        }
        let separator = ends.map(|along| axis.point(along, start));
        let placed = PlacedLane {
            rect: axis.rect(ends, across),
            name: self.name(place, first),
            separator: (place > 0).then_some(separator),
            rows: rows.iter().map(|&row| axis.rect(self.marks.along.ends, row)).collect(),
            ties,
            members: lane.members.clone(),
        };
        (placed, events)
    }

    /// Where lanes begin along the axis: at the margin, or where the names of lanes are.
    fn first_end(&self) -> Sub {
        let sizes = &self.context.style.sizes;
        match (self.context.axis, self.names) {
            (Axis::Horizontal, _) => sizes.margin,
            (Axis::Vertical, LaneNames::Before(height)) => {
                self.marks.along.ends[0] - height - sizes.gap
            }
            (Axis::Vertical, _) => self.marks.along.ends[0],
        }
    }

    /// From where to where each row of a lane is across the axis.
    fn rows(&self, lane: &Lane, start: Sub) -> Vec<[Sub; 2]> {
        let mut end = start;
        let row = |&breadth: &Sub| {
            let row = [end, end + breadth];
            end = row[1] + self.row_gap;
            row
        };
        lane.rows.heights.iter().map(row).collect()
    }

    /// The middle of the marks of a row across the axis: those of a horizontal row are at its
    /// bottom, under flags; those of a vertical one at its left, before names.
    fn mark_middle(&self, row: [Sub; 2]) -> Sub {
        let half = self.context.style.sizes.span / 2;
        match self.context.axis {
            Axis::Horizontal => row[1] - half,
            Axis::Vertical => row[0] + half,
        }
    }

    /// The name of a lane whose rows begin at `first` across the axis.
    fn name(&self, place: usize, first: Sub) -> Vec<Text> {
        let sizes = &self.context.style.sizes;
        let (role, lines) = (sizes.lane, &self.lines[place]);
        let corner = match (self.context.axis, self.names) {
            (Axis::Horizontal, LaneNames::Above) => {
                Point::new(sizes.margin, first - self.name_height(place))
            }
            // Level with the names in the first row.
            (Axis::Horizontal, _) => {
                Point::new(sizes.margin, first + sizes.inside.baseline() - role.baseline())
            }
            // The last line is next to the ruler's start.
            (Axis::Vertical, _) => {
                let height = lines.len() as Sub * role.leading;
                Point::new(first, self.marks.along.ends[0] - sizes.gap - height)
            }
        };
        let text = |(index, line): (Sub, &Line)| Text {
            at: Point::new(corner.x, corner.y + index * role.leading + role.baseline()),
            anchor: Anchor::Start,
            line: line.clone(),
            colour: self.context.style.theme.muted,
        };
        (0..).zip(lines).map(text).collect()
    }

    /// The events that an entry consists of, the name with one of them.
    fn entry(
        &self,
        (place, lane): (usize, &Lane),
        index: usize,
        row: [Sub; 2],
    ) -> Vec<PlacedEvent> {
        let (entry, name) = (&lane.entries[index], &lane.names[index]);
        let seat = lane.rows.items[index];
        let room = name.candidates[seat.candidate].room;
        let slot =
            LaneSlot { lane: place, row: seat.row, room, is_milestone: false, is_row: false };
        let marks = (entry, self.marks.in_rows(lane.share));
        let mut placed = name.placed(seat.candidate, row, marks, &self.marks.room);
        let mut after = placed.after.take();
        let mut placed = Some(placed);
        let last = entry.parts.len() - 1;
        let parts = entry.parts.iter().enumerate();
        let event = |(part, &event): (usize, &usize)| {
            let own = placed.take_if(|placed| placed.part == part);
            let own = own.or_else(|| after.take_if(|_| part == last).map(PlacedName::of_date));
            self.event(event, slot, (self.mark_middle(row), lane.bar), own)
        };
        parts.map(event).collect()
    }

    /// The milestones on an entry.
    fn placed_milestones(
        &self,
        (place, lane): (usize, &Lane),
        index: usize,
        row: [Sub; 2],
    ) -> Vec<PlacedEvent> {
        let (seat, middle) = (lane.rows.items[index], self.mark_middle(row));
        let room = lane.names[index].candidates[seat.candidate].room;
        let slot = LaneSlot { lane: place, row: seat.row, room, is_milestone: true, is_row: false };
        let marks = self.marks.in_rows(lane.share);
        let placed = lane.milestones[index].placed((middle, row[1]), marks, &self.marks.room);
        let event = |(event, name): (usize, PlacedName)| {
            let name = Some(name).filter(|name| !name.lines.is_empty());
            let is_named = name.is_some();
            let mut placed = self.event(event, slot, (middle, lane.bar), name);
            if !is_named {
                let corner = Point::new(placed.mark.rect.x0, row[1]);
                placed.label = Rect::from_points(corner, corner);
            }
            placed
        };
        placed.into_iter().map(event).collect()
    }

    fn event(
        &self,
        index: usize,
        slot: LaneSlot,
        (middle, bar): (Sub, Sub),
        name: Option<PlacedName>,
    ) -> PlacedEvent {
        let (axis, dated) = (self.context.axis, &self.context.events[index]);
        let lane_mark = &self.marks.in_rows(self.lanes[slot.lane].share)[index];
        let mark = lane_mark.placed((middle, bar), self.context);
        let corner = Point::new(mark.rect.x0, mark.rect.y0);
        let unnamed =
            PlacedName { label: Rect::from_points(corner, corner), ..PlacedName::default() };
        let name = name.unwrap_or(unnamed);
        let [from, to] = axis.span(&mark.rect);
        let [near, far] = axis.cross_span(&mark.rect);
        let start = axis.point(lane_mark.at.clamp(from, to), (near + far) / 2);
        PlacedEvent {
            number: index + 1,
            row: dated.row,
            title: describe::title(
                dated.event,
                !self.marks.room.is_flags,
                self.context.style.known(),
            ),
            side: Side::Above,
            at: dated.at,
            lo: dated.lo,
            hi: dated.hi,
            mark,
            leader: name.pole.map_or(vec![start], |pole| pole.to_vec()),
            fork: 0,
            label: name.label,
            lines: name.lines,
            hue: lane_mark.hue,
            dot: None,
            list: None,
            is_left_out: self.left_out[index],
            slot: Some(slot),
            column: None,
            name: name.name,
            link: dated.event.link().map(str::to_owned),
        }
    }
}

impl Form for LaneForm<'_> {
    fn bands(&self) -> &'static [Band] {
        match self.context.axis {
            Axis::Horizontal => {
                &[Band::TopRuler, Band::Eras, Band::Near, Band::Markers, Band::Ruler]
            }
            Axis::Vertical => &[Band::Eras, Band::Markers, Band::Ruler, Band::Near],
        }
    }

    fn breadths(&self) -> [Sub; 2] {
        [self.lane_breadths().into_iter().sum(), 0]
    }

    fn end(&self) -> Sub {
        // A text may be longer than the ruler that it stands beside.
        let names = self.lanes.iter().flat_map(|lane| &lane.names);
        names.filter_map(LaneName::block_end).fold(self.marks.along.ends[1], Sub::max)
    }

    fn place(&self, stack: &BandStack) -> Content {
        let mut start = stack.span(Band::Near)[0];
        let mut content = Content::default();
        for (place, breadth) in self.lane_breadths().into_iter().enumerate() {
            let (lane, events) = self.placed(place, start);
            content.lanes.push(lane);
            content.events.extend(events);
            start += breadth;
        }
        // Ids count up in the order of time.
        content.events.sort_by_key(|event| event.number);
        content
    }

    fn is_one_sided(&self) -> bool {
        true
    }

    fn left_out(&self) -> &[bool] {
        &self.left_out
    }

    fn lost(&self) -> Losses {
        let dates = if self.has_dates { self.undated() } else { self.left_out.len() };
        Losses { texts: self.left_out.iter().filter(|out| **out).count(), dates }
    }
}
