//! What is to be drawn in lanes, and how: rows, dates, names of lanes.

use crate::compose::context::Context;
use crate::compose::dated::Dated;
use crate::compose::lanes::groups::{self, LaneGroup, LaneSource};
use crate::error::Result;
use crate::geometry::{Axis, Sub};
use crate::layout::lane_rows::RowRule;
use crate::options::{FigureOptions, LabelStyle, LaneRowRule, Legend};
use crate::theme::Hue;

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
    pub(crate) ranks: Vec<usize>,
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

/// Up to so many points of a lane have a row each, which keeps them in order.
const STEPS: usize = 8;

impl LanePlan {
    /// All names with what is said of their dates; many points packed, all else as asked for.
    pub(crate) fn full(request: &LaneRequest<'_>) -> Self {
        let events = request.context.events;
        let asked = request.context.options.lane_rows.unwrap_or_default();
        let is_flags = request.context.options.style == Some(LabelStyle::Flags);
        let is_packed = request.context.axis == Axis::Vertical || is_flags;
        let is_points = |spans, group: &LaneGroup<'_>| {
            let many = group.members.len();
            many > STEPS && 2 * spans < many
        };
        let row_rule = |group: &LaneGroup<'_>| {
            let is_span = |&&index: &&usize| events[index].event.is_span();
            let spans = group.members.iter().filter(is_span).count();
            match asked {
                LaneRowRule::Staircase => RowRule::Each,
                LaneRowRule::Pack => RowRule::Fewest,
                LaneRowRule::Auto if is_packed => RowRule::Fewest,
                LaneRowRule::Auto if is_points(spans, group) => RowRule::InTurn,
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
