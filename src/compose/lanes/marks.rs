//! The marks of events in lanes: bars for spans, whiskers for points that lie within a time wider
//! than a dot, dots for the others; several spans of one name are one entry.

use crate::compose::context::{Along, Context};
use crate::compose::dated::Dated;
use crate::compose::lanes::groups::LaneGroup;
use crate::compose::marks::{UnplacedMark, whisker_dot};
use crate::compose::uncertainty;
use crate::date::Instant;
use crate::event::Event;
use crate::figure::{Mark, MarkEnd, MarkShape, Uncertainty, Whisker};
use crate::geometry::{Point, Sub};
use crate::theme::{Hue, Sizes};
use std::collections::{BTreeMap, BTreeSet};

/// The mark of an event before it has its row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LaneMark {
    /// From where to where it is drawn.
    pub(crate) drawn: [Sub; 2],
    /// From where to where it takes room.
    pub(crate) room: [Sub; 2],
    /// Its extent across the axis; of a dot the diameter.
    pub(crate) breadth: Sub,
    pub(crate) shape: LaneMarkShape,
    /// The place of the date.
    pub(crate) at: Sub,
    pub(crate) uncertainty: Uncertainty,
    pub(crate) hue: Hue,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LaneMarkShape {
    Dot,
    /// What is known of the date of a point.
    Known,
    Span,
}

impl LaneMark {
    /// The mark with its middle there across the axis, bars of spans of that breadth.
    pub(crate) fn placed(&self, (middle, bar): (Sub, Sub), context: &Context<'_>) -> Mark {
        let axis = context.axis;
        let is_span = self.shape == LaneMarkShape::Span;
        let breadth = if is_span { bar } else { self.breadth };
        // Its middle is there to the sub-pixel, so that what is on one level is so for all breadths.
        let across = [middle - breadth / 2, middle + breadth / 2];
        let bar = axis.rect(self.drawn, across);
        let (shape, room) = match self.shape {
            LaneMarkShape::Dot => (MarkShape::Dot, self.drawn),
            LaneMarkShape::Span => (MarkShape::Bar(bar), self.room),
            LaneMarkShape::Known => {
                let at = self.at.clamp(self.drawn[0], self.drawn[1]);
                let dot = (axis.point(at, middle), whisker_dot(self.drawn, breadth));
                let whisker = Whisker { rect: bar, dot, has_line: true, is_shared: false };
                (MarkShape::Whisker(whisker), self.room)
            }
        };
        let rect = axis.rect(room, across);
        let mut mark = Mark { rect, shape, uncertainty: self.uncertainty, caps: Vec::new() };
        mark.caps = uncertainty::caps(&mark, axis, self.hue, context.style);
        mark
    }
}

/// What takes a row of a lane: an event, or the spans of one name in their order.
pub(crate) struct LaneEntry {
    /// Its events, by place.
    pub(crate) parts: Vec<usize>,
    /// From where to where its marks take room.
    pub(crate) room: [Sub; 2],
    /// The points on its bars, by place, in the order of time.
    pub(crate) milestones: Vec<usize>,
}

impl LaneEntry {
    /// Lines from each part to the next, with the middle of the marks there across the axis.
    pub(crate) fn ties(
        &self,
        marks: &[LaneMark],
        middle: Sub,
        context: &Context<'_>,
    ) -> Vec<[Point; 2]> {
        let gap = 2 * context.style.sizes.separator;
        let tie = |pair: &[usize]| {
            let (from, to) = (marks[pair[0]].room[1], marks[pair[1]].room[0]);
            let ends = [from, to].map(|along| context.axis.point(along, middle));
            (to - from > gap).then_some(ends)
        };
        self.parts.windows(2).filter_map(tie).collect()
    }

    /// Whether all its events are left out.
    pub(crate) fn is_out(&self, left_out: &[bool]) -> bool {
        self.parts.iter().all(|&part| left_out[part])
    }
}

/// What the row of a bar may hold besides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowShare {
    /// Spans of other names: bars that touch are parted.
    Any,
    /// Only spans of the same name: each bar is as long as its time.
    SameName,
}

/// The marks of all events of a figure, in their order.
pub(crate) fn marks(
    context: &Context<'_>,
    along: &Along<'_>,
    groups: &[LaneGroup<'_>],
    share: RowShare,
) -> Vec<LaneMark> {
    let mut marks: Vec<LaneMark> =
        context.events.iter().map(|dated| mark(dated, context, along, share)).collect();
    for group in groups {
        let sharing = match share {
            RowShare::Any => vec![group.members.clone()],
            RowShare::SameName => by_name(context, &group.members),
        };
        for members in sharing {
            hand_over(context, &members, along, &mut marks);
        }
    }
    marks
}

/// The events of each name that several have.
fn by_name(context: &Context<'_>, members: &[usize]) -> Vec<Vec<usize>> {
    let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &index in members {
        names.entry(context.events[index].event.name.as_str()).or_default().push(index);
    }
    names.into_values().filter(|members| members.len() > 1).collect()
}

fn mark(dated: &Dated<'_>, context: &Context<'_>, along: &Along<'_>, share: RowShare) -> LaneMark {
    let (sizes, ends) = (&context.style.sizes, along.ends);
    let (uncertainty, at) = (uncertainty::of(dated.event), along.place(dated.at));
    let hue = context.categories.hue(dated.event);
    let [x0, x1] = along.extent(dated, uncertainty, context.style);
    let is_span = dated.event.is_span();
    let mark = UnplacedMark { x0, x1, x: at, hue, uncertainty, radius: sizes.dot, is_span };
    if !is_span && !mark.is_bar(sizes) {
        let radius = sizes.dot_of(dated.event.importance);
        let drawn = [at - radius, at + radius];
        let room = [drawn[0] - sizes.halo, drawn[1] + sizes.halo];
        let (breadth, shape) = (2 * radius, LaneMarkShape::Dot);
        return LaneMark { drawn, room, breadth, shape, at, uncertainty, hue };
    }
    let whole = seen(mark.drawn(sizes, ends), ends, sizes);
    let drawn = if share == RowShare::Any { parted(whole, ends, sizes) } else { whole };
    let room = room(drawn, uncertainty, sizes);
    let (shape, breadth) = match is_span {
        true => (LaneMarkShape::Span, sizes.span),
        false => (LaneMarkShape::Known, sizes.bar * 7 / 4),
    };
    LaneMark { drawn, room, breadth, shape, at, uncertainty, hue }
}

/// The same, or wide enough to be seen.
fn seen([x0, x1]: [Sub; 2], [left, right]: [Sub; 2], sizes: &Sizes) -> [Sub; 2] {
    let more = (sizes.separator * 2 + sizes.leader - (x1 - x0)).max(0);
    let x0 = (x0 - more / 2).min(right - more).max(left);
    [x0, x1.max(x0 + more)]
}

/// From where to where a bar takes room, with the question marks beyond it.
fn room(drawn: [Sub; 2], uncertainty: Uncertainty, sizes: &Sizes) -> [Sub; 2] {
    let caps = uncertainty.ends.map(|end| if end == MarkEnd::Unknown { sizes.cap } else { 0 });
    [drawn[0] - caps[0], drawn[1] + caps[1]]
}

/// A bar without its halves of the gaps to those that touch it; none at the ends of the ruler.
fn parted([x0, x1]: [Sub; 2], ends: [Sub; 2], sizes: &Sizes) -> [Sub; 2] {
    let part = |x: Sub| if ends.contains(&x) { 0 } else { sizes.separator };
    [x0 + part(x0), x1 - part(x1)]
}

/// Lets spans of a lane meet in the middle of a date that one ends and another begins on.
fn hand_over(context: &Context<'_>, members: &[usize], along: &Along<'_>, marks: &mut [LaneMark]) {
    let sizes = &context.style.sizes;
    let event = |index: usize| context.events[index].event;
    let is_long = |index: &usize| {
        marks[*index].shape == LaneMarkShape::Span && start(event(*index)) != end(event(*index))
    };
    let spans: Vec<usize> = members.iter().copied().filter(is_long).collect();
    let name = |index: usize| event(index).name.as_str();
    let (mut starts, mut ends) = (MeetingNames::new(), MeetingNames::new());
    for &index in &spans {
        for (names, date) in [(&mut starts, start(event(index))), (&mut ends, end(event(index)))] {
            if let Some(date) = date {
                names.entry(date).or_default().insert(name(index));
            }
        }
    }
    for &index in &spans {
        let mark = &mut marks[index];
        for (side, date, others) in
            [(0, start(event(index)), &ends), (1, end(event(index)), &starts)]
        {
            let is_sharp = mark.uncertainty.ends[side] == MarkEnd::Sharp;
            let date = date.filter(|_| is_sharp);
            if let Some(((lo, hi), names)) = date.and_then(|date| Some((date, others.get(&date)?)))
            {
                let middle = along.place(lo.midpoint(hi));
                // Different things stand further apart than parts of one.
                let is_own = names.contains(name(index));
                let half = if is_own { sizes.separator / 2 } else { sizes.separator };
                mark.drawn[side] = if side == 0 { middle + half } else { middle - half };
            }
        }
        let least = sizes.separator + sizes.leader;
        if mark.drawn[1] - mark.drawn[0] < least {
            let x0 = (mark.drawn[0] + mark.drawn[1] - least) / 2;
            mark.drawn = [x0, x0 + least];
        }
        mark.room = room(mark.drawn, mark.uncertainty, sizes);
    }
    keep_apart(context, &spans, marks);
}

/// Parts bars that follow each other closely, so that they are not taken for one: those of different
/// things further.
fn keep_apart(context: &Context<'_>, spans: &[usize], marks: &mut [LaneMark]) {
    let sizes = &context.style.sizes;
    let least = sizes.separator * 2;
    let mut order = spans.to_vec();
    order.sort_by_key(|&index| (marks[index].drawn, index));
    for pair in order.windows(2) {
        let [one, other] = [pair[0], pair[1]];
        let is_sharp =
            |index: usize, side: usize| marks[index].uncertainty.ends[side] == MarkEnd::Sharp;
        let free = marks[other].drawn[0] - marks[one].drawn[1];
        let names = [one, other].map(|index| &context.events[index].event.name);
        let gap = if names[0] == names[1] { sizes.separator } else { sizes.separator * 4 };
        let is_close = (0..gap).contains(&free);
        if !is_close || !is_sharp(one, 1) || !is_sharp(other, 0) {
            continue;
        }
        // Short bars give what they can.
        let long = [one, other].map(|index| marks[index].drawn[1] - marks[index].drawn[0]);
        let [before, after] = long.map(|long| ((gap - free) / 2).min((long - least).max(0)));
        marks[one].drawn[1] -= before;
        marks[other].drawn[0] += after;
        for index in [one, other] {
            marks[index].room = room(marks[index].drawn, marks[index].uncertainty, sizes);
        }
    }
}

/// Whose start or end each date is.
type MeetingNames<'a> = BTreeMap<(Instant, Instant), BTreeSet<&'a str>>;

/// The first and the last instant of a date that spans can meet at.
type Meeting = Option<(Instant, Instant)>;

fn start(event: &Event) -> Meeting {
    event.start.lo().zip(event.start.hi())
}

fn end(event: &Event) -> Meeting {
    let end = event.end.as_ref()?;
    end.lo().zip(end.hi())
}

/// The entries that the events `members` are, which are in the order of time.
pub(crate) fn entries(
    events: &[Dated<'_>],
    members: &[usize],
    marks: &[LaneMark],
) -> Vec<LaneEntry> {
    let mut entries: Vec<LaneEntry> = Vec::new();
    // The last entry of each name.
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for &index in members {
        let (name, mark) = (events[index].event.name.as_str(), &marks[index]);
        let is_span = mark.shape == LaneMarkShape::Span;
        let last = named.get(name).copied().filter(|_| is_span);
        if let Some(last) = last.filter(|&last| entries[last].room[1] <= mark.room[0]) {
            entries[last].parts.push(index);
            entries[last].room[1] = mark.room[1];
            continue;
        }
        if is_span {
            named.insert(name, entries.len());
        }
        entries.push(LaneEntry { parts: vec![index], room: mark.room, milestones: Vec::new() });
    }
    entries
}

/// Moves points onto the bars that they belong to: those whose name they give, or share. What is not
/// in the time of the bar, or would cover the milestone before it, stays by itself.
pub(crate) fn with_milestones(
    events: &[Dated<'_>],
    entries: Vec<LaneEntry>,
    marks: &[LaneMark],
) -> Vec<LaneEntry> {
    let is_bar = |entry: &LaneEntry| marks[entry.parts[0]].shape == LaneMarkShape::Span;
    let (mut hosts, points): (Vec<LaneEntry>, Vec<LaneEntry>) =
        entries.into_iter().partition(is_bar);
    let mut rest = Vec::new();
    for point in points {
        let index = point.parts[0];
        let event = events[index].event;
        let name = event.on.as_ref().unwrap_or(&event.name);
        let host = hosts.iter_mut().find(|host| events[host.parts[0]].event.name == *name);
        let is_clear = |host: &LaneEntry| {
            let LaneMark { room: [from, to], breadth, .. } = marks[index];
            let before = host.milestones.last().map(|&before| marks[before].room[1]);
            let is_on = host.room[0] - breadth <= from && to <= host.room[1] + breadth;
            is_on && before.is_none_or(|end| end <= from)
        };
        match host.filter(|host| is_clear(host)) {
            Some(host) => {
                host.milestones.push(index);
                let [from, to] = marks[index].room;
                host.room = [host.room[0].min(from), host.room[1].max(to)];
            }
            None => rest.push(point),
        }
    }
    hosts.extend(rest);
    hosts.sort_by_key(|entry| entry.parts[0]);
    hosts
}

/// Takes points off their bars again.
pub(crate) fn without_milestones(
    entries: &mut Vec<LaneEntry>,
    points: &[usize],
    marks: &[LaneMark],
) {
    for entry in entries.iter_mut() {
        entry.milestones.retain(|milestone| !points.contains(milestone));
    }
    let alone = |&point: &usize| LaneEntry {
        parts: vec![point],
        room: marks[point].room,
        milestones: Vec::new(),
    };
    entries.extend(points.iter().map(alone));
    entries.sort_by_key(|entry| entry.parts[0]);
}
