//! The figure of lanes: names of lanes at the left, the marks of each in as few rows as they need,
//! the ruler under them all.
//!
//! In the flow: `groups` (which events share a lane), `bodies` (their marks), `ways` (how names
//! stand with them), the rows by [`crate::layout::lanes`], and `stage` (everything in its place).

pub(crate) mod groups;
pub(crate) mod marks;

use crate::compose::categories::Categories;
use crate::compose::domain::{self, Along, Chosen, Dated};
use crate::compose::forms::lanes::Stage;
use crate::compose::lanes::marks::{Body, Thing};
use crate::compose::measure::lane_name::{Name, Room};
use crate::compose::place::ruler;
use crate::compose::style::Look;
use crate::compose::{room, verify};
use crate::error::{Note, Result};
use crate::figure::Figure;
use crate::geometry::{Axis, Rect, Sub};
use crate::layout::lanes::{Item, Rows, pack};
use crate::options::{LabelStyle, Options};
use crate::text::Line;
use crate::time::TimeAxis;
use groups::Group;

/// Whether events are drawn in lanes: time runs across, and they have some, or most of them go on for a time and nobody
/// asked for another kind of label.
pub(crate) fn is_wanted(events: &[Dated<'_>], options: &Options) -> bool {
    let spans = events.iter().filter(|dated| marks::is_span(dated.event)).count();
    let is_auto = options.style.unwrap_or_default() == LabelStyle::Auto;
    let has_lane = events.iter().any(|dated| dated.event.lane.is_some());
    !(options.axis() == Axis::Vertical) && (has_lane || (is_auto && spans * 2 > events.len()))
}

/// A lane being composed.
pub(crate) struct Lane {
    /// Its name, line by line.
    pub(crate) head: Vec<Line>,
    /// Its events in the order of time, by place.
    pub(crate) members: Vec<usize>,
    pub(crate) things: Vec<Thing>,
    pub(crate) names: Vec<Name>,
    pub(crate) rows: Rows,
}

/// Where the names of lanes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    /// There are none.
    None,
    /// In a column of that width at the left.
    Beside(Sub),
    /// Over the rows.
    Above,
}

/// A column of names takes at most one part in so many of the width.
const COLUMN: Sub = 4;
/// Ems that it may take in any case.
const NARROW: Sub = 8;

/// Composes the figure.
///
/// # Errors
///
/// Those of [`super::compose`].
pub(crate) fn compose(
    chosen: &Chosen<'_>,
    options: &Options,
    look: &Look,
) -> Result<(Figure, Vec<Note>)> {
    let plan = Plan::new(chosen, options, look)?;
    let stage = plan.lowered(options)?;
    let figure = stage.figure(options);
    let events = &chosen.events;
    verify::verify(&figure, events.len())?;
    let notes = shortened(events, options).into_iter().chain(room::note(events, &stage.left_out));
    let notes = notes.chain(plan.categories.notes(options));
    Ok((figure, notes.collect()))
}

/// What is to be dealt out to rows.
struct Plan<'a> {
    events: &'a [Dated<'a>],
    behind: &'a [Dated<'a>],
    groups: Vec<Group<'a>>,
    heads: Heads,
    /// The name of each lane, line by line.
    lines: Vec<Vec<Line>>,
    width: Sub,
    axis: TimeAxis,
    categories: Categories,
    bodies: Vec<Body>,
    /// For each event its place in the order of rows.
    ranks: Vec<usize>,
    room: Room<'a>,
}

impl<'a> Plan<'a> {
    fn new(chosen: &'a Chosen<'a>, options: &Options, look: &'a Look) -> Result<Self> {
        let Chosen { events, behind, cuts, .. } = chosen;
        let groups = groups::groups(events, options)?;
        let width = options.canvas_width();
        let (heads, lines) = heads(&groups, width, look);
        let column = match heads {
            Heads::Beside(column) => column + look.sizes.gap,
            Heads::None | Heads::Above => 0,
        };
        let all = [events.as_slice(), behind].concat();
        let ends = [look.sizes.margin + column, look.right(width)];
        let along = Along { length: ends[1] - ends[0], is_upright: false };
        let axis = domain::axis(&all, cuts, options, look, along)?;
        let categories = Categories::of(events, options, look.theme);
        let bodies = marks::marks(events, axis.scale, ends, &groups, &categories, look);
        let rect = Rect { x0: ends[0], y0: 0, x1: ends[1], y1: 0 };
        let gaps = ruler::ruler(&axis, rect, [0; 2], look).breaks;
        let room = Room {
            look,
            ends,
            gaps: gaps.iter().map(|sign| [sign.rect.x0, sign.rect.x1]).collect(),
            known: domain::known(events, &axis),
            is_flags: options.style == Some(LabelStyle::Flags),
        };
        let ranks = groups::ranks(events, options.sort.unwrap_or_default());
        Ok(Self {
            events,
            behind,
            groups,
            heads,
            lines,
            width,
            axis,
            categories,
            bodies,
            ranks,
            room,
        })
    }

    /// The stage in which the names of some events are left out.
    fn staged(&self, asked: &[bool]) -> Stage<'_> {
        let heads = self.groups.iter().zip(&self.lines);
        let lanes: Vec<Lane> = heads.map(|(group, head)| self.lane(group, head, asked)).collect();
        let mut left_out = vec![false; self.events.len()];
        let things = lanes.iter().flat_map(|lane| &lane.things);
        for thing in things.filter(|thing| thing.is_out(asked)) {
            thing.parts.iter().for_each(|&part| left_out[part] = true);
        }
        let Self { events, behind, heads, width, .. } = *self;
        let (axis, bodies, room) = (&self.axis, &self.bodies, &self.room);
        let categories = &self.categories;
        Stage { width, axis, heads, events, behind, categories, bodies, lanes, room, left_out }
    }

    fn lane(&self, group: &Group<'_>, head: &[Line], left_out: &[bool]) -> Lane {
        let things = marks::things(self.events, &group.members, &self.bodies);
        let name = |thing: &Thing| {
            let event = self.events[thing.parts[0]].event;
            Name::of(event, thing, &self.bodies, thing.is_out(left_out), &self.room)
        };
        let names: Vec<Name> = things.iter().map(name).collect();
        let item = |(thing, name): (&Thing, &Name)| Item {
            stands: name.stands.clone(),
            rank: thing.parts.iter().map(|&part| self.ranks[part]).min().unwrap_or(0),
        };
        let items: Vec<Item> = things.iter().zip(&names).map(item).collect();
        // Half a dot may stand beyond the ruler, and the air beyond a text in the margin.
        let (sizes, ends) = (&self.room.look.sizes, self.room.ends);
        let rows = pack(&items, [ends[0] - 2 * sizes.dot, ends[1] + sizes.label_gap]);
        Lane { head: head.to_vec(), members: group.members.clone(), things, names, rows }
    }

    /// The stage in the height asked for: names go until it suffices, the least important first.
    ///
    /// # Errors
    ///
    /// [`Error::Options`](crate::error::Error::Options) when the marks alone are too high.
    fn lowered(&self, options: &Options) -> Result<Stage<'_>> {
        let full = self.staged(&vec![false; self.events.len()]);
        let height = options.least_height();
        if options.height.is_none() || full.needed(options) <= height {
            return Ok(full);
        }
        let places: Vec<Sub> = self.bodies.iter().map(|body| body.at).collect();
        let order = room::order(self.events, &places);
        let without = |many: usize| {
            let mut left_out = vec![false; order.len()];
            order[..many].iter().for_each(|&index| left_out[index] = true);
            self.staged(&left_out)
        };
        let (mut low, mut high) = (0, order.len());
        let mut found = without(high);
        let least = found.needed(options);
        if least > height {
            return Err(room::too_low(height, least, options));
        }
        while low < high {
            let middle = low.midpoint(high);
            let stage = without(middle);
            if stage.needed(options) <= height {
                (found, high) = (stage, middle);
            } else {
                low = middle + 1;
            }
        }
        Ok(found)
    }
}

/// Where the names of lanes stand, and their lines.
fn heads(groups: &[Group<'_>], width: Sub, look: &Look) -> (Heads, Vec<Vec<Line>>) {
    let style = look.sizes.lane.style;
    let inner = look.right(width) - look.sizes.margin;
    let set = |measure: Sub| -> Vec<Vec<Line>> {
        let lines = |group: &Group<'_>| {
            group.name.map_or(Vec::new(), |name| look.fonts.wrap(name, style, measure))
        };
        groups.iter().map(lines).collect()
    };
    let lines = set((inner / COLUMN).max(style.size * NARROW));
    let column = lines.iter().flatten().map(|line| line.width).max();
    match column {
        None => (Heads::None, lines),
        Some(column) if column <= inner / COLUMN => (Heads::Beside(column), lines),
        Some(_) => (Heads::Above, set(inner)),
    }
}

/// A note on descriptions that lanes leave out.
fn shortened(events: &[Dated<'_>], options: &Options) -> Option<Note> {
    let is_flags = options.style == Some(LabelStyle::Flags);
    let many = events.iter().filter(|dated| dated.event.detail.is_some() && !is_flags).count();
    let (events, stand) = if many == 1 { ("event", "stands") } else { ("events", "stand") };
    let note = format!(
        "{many} {events} {stand} in a lane without the description; --style flags shows it"
    );
    (many > 0).then_some(Note::new(note))
}
