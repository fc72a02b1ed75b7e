//! A lane packed into rows: its marks along the axis, names measured in all their candidates, and
//! the row of each.

use crate::compose::context::Along;
use crate::compose::lanes::dates::LaneDates;
use crate::compose::lanes::groups::LaneGroup;
use crate::compose::lanes::marks::{self, LaneEntry, LaneMark, RowShare};
use crate::compose::lanes::milestones::Milestones;
use crate::compose::lanes::names::{LaneName, NameRoom, Named};
use crate::compose::lanes::plan::{LanePlan, LaneRequest};
use crate::geometry::{Axis, Sub};
use crate::layout::lane_rows::{ItemRow, LaneItem, LaneRows, NameManner, RowRule, arrange};
use crate::options::LabelStyle;
use std::rc::Rc;

/// A lane that is packed into rows.
pub(crate) struct Lane {
    /// Its events in the order of time, by place.
    pub(crate) members: Vec<usize>,
    pub(crate) entries: Vec<LaneEntry>,
    pub(crate) names: Vec<LaneName>,
    pub(crate) milestones: Vec<Milestones>,
    pub(crate) rows: LaneRows,
    /// What may be in a row.
    pub(crate) share: RowShare,
    /// The breadth of the bars of spans: less than that of a row where no name stands in one.
    pub(crate) bar: Sub,
}

/// The marks of all events along the axis, and what their names are placed in.
pub(crate) struct LaneMarks<'a> {
    pub(crate) along: Rc<Along<'a>>,
    /// Where rows hold anything.
    shared: Vec<LaneMark>,
    /// Where each name has rows of its own.
    own: Vec<LaneMark>,
    pub(crate) room: NameRoom<'a>,
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
        let marks = |share| marks::marks(context, &along, &request.groups, share);
        Self { shared: marks(RowShare::Any), own: marks(RowShare::SameName), room, along }
    }

    /// The marks of all events, by place, in rows that may hold that.
    pub(crate) fn in_rows(&self, share: RowShare) -> &[LaneMark] {
        match share {
            RowShare::Any => &self.shared,
            RowShare::SameName => &self.own,
        }
    }
}

/// The entries of a lane, with their milestones: those whose names find room under their bars.
fn entries(
    request: &LaneRequest<'_>,
    marks: &LaneMarks<'_>,
    group: &LaneGroup<'_>,
    (plan, share): (&LanePlan, RowShare),
) -> (Vec<LaneEntry>, Vec<Milestones>) {
    let events = request.context.events;
    let lane_marks = marks.in_rows(share);
    let shown = (lane_marks, plan.left_out.as_slice(), plan.has_dates);
    let measured = |entries: &[LaneEntry]| -> Vec<Milestones> {
        entries.iter().map(|entry| Milestones::of(entry, events, shown, &marks.room)).collect()
    };
    let plain = marks::entries(events, &group.members, lane_marks);
    if marks.room.axis == Axis::Vertical || marks.room.is_flags {
        let none = plain.iter().map(|_| Milestones::default()).collect();
        return (plain, none);
    }
    let mut entries = marks::with_milestones(events, plain, lane_marks);
    let nameless: Vec<usize> =
        measured(&entries).iter().flat_map(|all| all.nameless().to_vec()).collect();
    if !nameless.is_empty() {
        marks::without_milestones(&mut entries, &nameless, lane_marks);
    }
    let milestones = measured(&entries);
    (entries, milestones)
}

/// The lane of the group at `place`, packed into rows. Bars that have rows of their own are as long as
/// their time.
pub(crate) fn lane(
    request: &LaneRequest<'_>,
    marks: &LaneMarks<'_>,
    place: usize,
    plan: &LanePlan,
) -> Lane {
    let laned = |share| lane_of(request, marks, place, (plan, share));
    if plan.rows[place] == RowRule::Each {
        return laned(RowShare::SameName);
    }
    let packed = laned(RowShare::Any);
    let is_each = packed.entries.len() > 1 && packed.rows.heights.len() == packed.entries.len();
    if is_each && plan.rows[place] == RowRule::OneOrEach {
        return laned(RowShare::SameName);
    }
    packed
}

fn lane_of(
    request: &LaneRequest<'_>,
    marks: &LaneMarks<'_>,
    place: usize,
    (plan, share): (&LanePlan, RowShare),
) -> Lane {
    let (events, group) = (request.context.events, &request.groups[place]);
    let (entries, milestones) = entries(request, marks, group, (plan, share));
    let name = |entry: &LaneEntry| {
        let ends = [entry.parts[0], entry.parts[entry.parts.len() - 1]];
        let is_left_out = entry.is_out(&plan.left_out);
        let events = ends.map(|part| events[part].event);
        let named = Named { entry, events, is_left_out, has_date: plan.has_dates };
        LaneName::of(&named, marks.in_rows(share), &marks.room)
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
    Lane { members: group.members.clone(), entries, names, milestones, rows, share, bar }
}
