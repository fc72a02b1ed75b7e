//! The form of lanes: the marks of each lane in rows, names of lanes at their start, the ruler along
//! them all.
//!
//! On a vertical axis lanes and their rows are columns.

use crate::compose::context::{Along, Context};
use crate::compose::dated::Dated;
use crate::compose::describe;
use crate::compose::lanes::dates::LaneDates;
use crate::compose::lanes::groups::{self, LaneGroup, LaneSource};
use crate::compose::lanes::marks::{self, LaneEntry, LaneMark, LaneMarkShape};
use crate::compose::lanes::milestones::Milestones;
use crate::compose::lanes::names::{LaneName, NameRoom, Named};
use crate::compose::lanes::placed_name::PlacedName;
use crate::compose::marks::whisker_dot;
use crate::compose::place::frame::LegendSigns;
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::compose::uncertainty;
use crate::error::Result;
use crate::figure::{Anchor, LaneSlot, Mark, MarkShape, PlacedEvent, PlacedLane, Text, Whisker};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::layout::Side;
use crate::layout::lane_rows::{ItemRow, LaneItem, LaneRows, NameManner, RowRule, arrange};
use crate::options::{FigureOptions, LabelStyle, LaneRowRule, Legend};
use crate::text::Line;
use crate::theme::Hue;
use std::rc::Rc;

/// Whether events are drawn in lanes: some have one, or most of them are spans and nobody asked for
/// another kind of label.
pub(crate) fn is_wanted(events: &[Dated<'_>], options: &FigureOptions) -> bool {
    let spans = events.iter().filter(|dated| dated.event.is_span()).count();
    let is_auto = options.style.unwrap_or_default() == LabelStyle::Auto;
    LaneSource::of(events, options) == LaneSource::Column || (is_auto && spans * 2 > events.len())
}

/// What is to be packed into rows, whatever its place along the axis.
pub(crate) struct LaneRequest<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) groups: Vec<LaneGroup<'a>>,
    /// For each event its place in the order of rows.
    ranks: Vec<usize>,
}

impl<'a> LaneRequest<'a> {
    /// # Errors
    ///
    /// [`Error::Options`](crate::error::Error::Options) when the options name a lane that there is
    /// not.
    pub(crate) fn new(context: &'a Context<'a>) -> Result<Self> {
        let groups = groups::groups(context.events, context.options)?;
        let ranks = groups::ranks(context.events, context.options.sort.unwrap_or_default());
        Ok(Self { context, groups, ranks })
    }
}

/// How the lanes of a figure are to be.
#[derive(Clone)]
pub(crate) struct LanePlan {
    /// For each event whether its name is to be left out.
    pub(crate) left_out: Vec<bool>,
    /// How each lane is dealt out to rows.
    pub(crate) rows: Vec<RowRule>,
    /// Whether anything is said of dates.
    pub(crate) has_dates: bool,
    /// What of spare room is put between two rows.
    pub(crate) spread: Sub,
}

impl LanePlan {
    /// All names with what is said of their dates; points packed, spans as asked for.
    pub(crate) fn full(request: &LaneRequest<'_>) -> Self {
        let events = request.context.events;
        let asked = request.context.options.lane_rows.unwrap_or_default();
        let is_flags = request.context.options.style == Some(LabelStyle::Flags);
        let is_packed = request.context.axis == Axis::Vertical || is_flags;
        let row_rule = |group: &LaneGroup<'_>| {
            let is_span = |&&index: &&usize| events[index].event.is_span();
            let spans = group.members.iter().filter(is_span).count();
            match asked {
                LaneRowRule::Staircase => RowRule::Each,
                LaneRowRule::Pack => RowRule::Fewest,
                LaneRowRule::Auto if is_packed => RowRule::Fewest,
                LaneRowRule::Auto if 2 * spans < group.members.len() => RowRule::InTurn,
                LaneRowRule::Auto => RowRule::OneOrEach,
            }
        };
        let rows = request.groups.iter().map(row_rule).collect();
        Self { left_out: vec![false; events.len()], rows, has_dates: true, spread: 0 }
    }

    /// The same without dates, if nobody asked for these.
    pub(crate) fn without_dates(&self, request: &LaneRequest<'_>) -> Option<Self> {
        let is_spare = request.context.options.show.is_none();
        is_spare.then(|| Self { has_dates: false, ..self.clone() })
    }
}

/// Where the names of lanes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LaneNames {
    /// There are none.
    None,
    /// Before the ruler's start, in so much room along the axis.
    Before(Sub),
    /// Over the rows of a horizontal lane.
    Above,
}

/// A lane that is packed into rows.
struct Lane {
    /// Its events in the order of time, by place.
    members: Vec<usize>,
    entries: Vec<LaneEntry>,
    names: Vec<LaneName>,
    milestones: Vec<Milestones>,
    rows: LaneRows,
    /// The breadth of the bars of spans: less than that of a row where no name stands in one.
    bar: Sub,
}

/// The marks of all events along the axis, and what their names are placed in.
pub(crate) struct LaneMarks<'a> {
    pub(crate) along: Rc<Along<'a>>,
    marks: Vec<LaneMark>,
    room: NameRoom<'a>,
}

impl<'a> LaneMarks<'a> {
    /// The marks along a time axis; lines beside marks of a vertical one are at most `measure` wide.
    pub(crate) fn new(request: &LaneRequest<'a>, along: Rc<Along<'a>>, measure: Sub) -> Self {
        let context = request.context;
        let breaks = along.time.scale.domain().breaks();
        let room = NameRoom {
            style: context.style,
            axis: context.axis,
            ends: along.ends,
            gaps: breaks.map(|gap| [gap.lo, gap.hi].map(|at| along.place(at))).collect(),
            known: along.time.stated(),
            is_flags: context.options.style == Some(LabelStyle::Flags),
            measure,
            dates: LaneDates::of(context.options.show, &along.time.scale, along.time.stated()),
        };
        Self { marks: marks::marks(context, &along, &request.groups), room, along }
    }
}

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
        Self { context, marks, lanes, names, lines, left_out, row_gap }
    }

    /// What of the categories' signs the legend must show. Without patterns a dot stands for bars,
    /// too.
    pub(crate) fn legend_signs(&self) -> LegendSigns {
        let has = |shape| self.marks.marks.iter().any(|mark| mark.shape == shape);
        let bars = self.context.categories.is_signed() && has(LaneMarkShape::Span);
        let has_dots = has(LaneMarkShape::Dot) || has(LaneMarkShape::Known);
        LegendSigns { bars, dots: !bars || has_dots }
    }

    /// The number of rows of each lane.
    pub(crate) fn row_counts(&self) -> Vec<usize> {
        self.lanes.iter().map(|lane| lane.rows.heights.len()).collect()
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
            ties.extend(self.ties(entry, self.mark_middle(row)));
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
            colour: self.context.style.theme.ink,
        };
        (0..).zip(lines).map(text).collect()
    }

    /// Lines from each part of an entry to the next.
    fn ties(&self, entry: &LaneEntry, middle: Sub) -> Vec<[Point; 2]> {
        let gap = 2 * self.context.style.sizes.separator;
        let tie = |pair: &[usize]| {
            let (from, to) = (self.marks.marks[pair[0]].room[1], self.marks.marks[pair[1]].room[0]);
            let ends = [from, to].map(|along| self.context.axis.point(along, middle));
            (to - from > gap).then_some(ends)
        };
        entry.parts.windows(2).filter_map(tie).collect()
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
        let slot = LaneSlot { lane: place, row: seat.row, room, is_milestone: false };
        let marks = (entry, self.marks.marks.as_slice());
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
        let slot = LaneSlot { lane: place, row: seat.row, room, is_milestone: true };
        let placed =
            lane.milestones[index].placed((middle, row[1]), &self.marks.marks, &self.marks.room);
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
        let lane_mark = &self.marks.marks[index];
        let mark = self.mark(lane_mark, (middle, bar));
        let corner = Point::new(mark.rect.x0, mark.rect.y0);
        let unnamed =
            PlacedName { label: Rect::from_points(corner, corner), ..PlacedName::default() };
        let name = name.unwrap_or(unnamed);
        let [from, to] = axis.span(&mark.rect);
        let [near, far] = axis.cross_span(&mark.rect);
        let start = axis.point(lane_mark.at.clamp(from, to), (near + far) / 2);
        PlacedEvent {
            number: index + 1,
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

    /// The mark of an event, with its middle there across the axis, bars of spans of that breadth.
    fn mark(&self, lane_mark: &LaneMark, (middle, bar): (Sub, Sub)) -> Mark {
        let axis = self.context.axis;
        let is_span = lane_mark.shape == LaneMarkShape::Span;
        let breadth = if is_span { bar } else { lane_mark.breadth };
        let start = middle - breadth / 2;
        let across = [start, start + breadth];
        let bar = axis.rect(lane_mark.drawn, across);
        let (shape, room) = match lane_mark.shape {
            LaneMarkShape::Dot => (MarkShape::Dot, lane_mark.drawn),
            LaneMarkShape::Span => (MarkShape::Bar(bar), lane_mark.room),
            LaneMarkShape::Known => {
                let at = lane_mark.at.clamp(lane_mark.drawn[0], lane_mark.drawn[1]);
                let dot = (axis.point(at, middle), whisker_dot(lane_mark.drawn, breadth));
                let whisker = Whisker { rect: bar, dot, has_line: true, is_shared: false };
                (MarkShape::Whisker(whisker), lane_mark.room)
            }
        };
        let rect = axis.rect(room, across);
        let mut mark = Mark { rect, shape, uncertainty: lane_mark.uncertainty, caps: Vec::new() };
        mark.caps = uncertainty::caps(&mark, axis, lane_mark.hue, self.context.style);
        mark
    }
}

/// The entries of a lane, with their milestones: those whose names find room under their bars.
fn entries(
    request: &LaneRequest<'_>,
    marks: &LaneMarks<'_>,
    group: &LaneGroup<'_>,
    plan: &LanePlan,
) -> (Vec<LaneEntry>, Vec<Milestones>) {
    let events = request.context.events;
    let shown = (marks.marks.as_slice(), plan.left_out.as_slice(), plan.has_dates);
    let measured = |entries: &[LaneEntry]| -> Vec<Milestones> {
        entries.iter().map(|entry| Milestones::of(entry, events, shown, &marks.room)).collect()
    };
    let plain = marks::entries(events, &group.members, &marks.marks);
    if marks.room.axis == Axis::Vertical || marks.room.is_flags {
        let none = plain.iter().map(|_| Milestones::default()).collect();
        return (plain, none);
    }
    let mut entries = marks::with_milestones(events, plain, &marks.marks);
    let nameless: Vec<usize> =
        measured(&entries).iter().flat_map(|all| all.nameless().to_vec()).collect();
    if !nameless.is_empty() {
        marks::without_milestones(&mut entries, &nameless, &marks.marks);
    }
    let milestones = measured(&entries);
    (entries, milestones)
}

/// The lane of the group at `place`.
fn lane(request: &LaneRequest<'_>, marks: &LaneMarks<'_>, place: usize, plan: &LanePlan) -> Lane {
    let (events, group) = (request.context.events, &request.groups[place]);
    let (entries, milestones) = entries(request, marks, group, plan);
    let name = |entry: &LaneEntry| {
        let ends = [entry.parts[0], entry.parts[entry.parts.len() - 1]];
        let is_left_out = entry.is_out(&plan.left_out);
        let events = ends.map(|part| events[part].event);
        let named = Named { entry, events, is_left_out, has_date: plan.has_dates };
        LaneName::of(&named, &marks.marks, &marks.room)
    };
    let mut names: Vec<LaneName> = entries.iter().map(name).collect();
    for (name, milestones) in names.iter_mut().zip(&milestones) {
        name.candidates.iter_mut().for_each(|one| one.room = milestones.around(one.room));
    }
    let item = |((entry, name), milestones): ((&LaneEntry, &LaneName), &Milestones)| LaneItem {
        candidates: name.candidates.clone(),
        below: milestones.below,
        rank: entry.parts.iter().map(|&part| request.ranks[part]).min().unwrap_or(0),
    };
    let items: Vec<LaneItem> = entries.iter().zip(&names).zip(&milestones).map(item).collect();
    // Half a dot may be beyond the ruler, and the free room beyond a text in the margin.
    let (sizes, ends) = (&request.context.style.sizes, marks.along.ends);
    let air = sizes.pole_gap + sizes.label_gap;
    let rows = arrange(&items, [ends[0] - 2 * sizes.dot, ends[1] + air], plan.rows[place]);
    let manner = |(item, seat): (&LaneItem, &ItemRow)| item.candidates[seat.candidate].manner;
    let is_beside = |manner| matches!(manner, NameManner::After | NameManner::Before);
    let is_thin = request.context.axis == Axis::Vertical
        || items.iter().zip(&rows.items).map(manner).all(is_beside);
    let bar = if is_thin { sizes.span * 5 / 8 } else { sizes.span };
    Lane { members: group.members.clone(), entries, names, milestones, rows, bar }
}

/// The legend; none where lanes are called as categories are.
pub(crate) fn legend<'a>(context: &'a Context<'_>) -> Vec<(&'a str, Hue)> {
    let choice = context.options.legend.unwrap_or_default();
    let source = LaneSource::of(context.events, context.options);
    let is_spare = |dated: &Dated<'_>| dated.event.category.as_deref() == source.lane(dated.event);
    match choice {
        Legend::Auto if context.events.iter().all(is_spare) => Vec::new(),
        _ => context.categories.legend(choice),
    }
}

impl Form for LaneForm<'_> {
    fn bands(&self) -> &'static [Band] {
        match self.context.axis {
            Axis::Horizontal => &[Band::Eras, Band::Near, Band::Markers, Band::Ruler],
            Axis::Vertical => &[Band::Eras, Band::Markers, Band::Ruler, Band::Near],
        }
    }

    fn breadths(&self) -> [Sub; 2] {
        [self.lane_breadths().into_iter().sum(), 0]
    }

    fn end(&self) -> Sub {
        self.marks.along.ends[1]
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
}
