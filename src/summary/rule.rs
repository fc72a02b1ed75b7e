//! What of the options of a figure decides how its events are summed up.

use super::on_clock;
use crate::date::{DAY_NANOS, Date, Instant, Zone};
use crate::event::{Event, Kind};
use crate::geometry::{Axis, PX, Sub};
use crate::options::{
    FigureOptions, LabelColumn, LabelRule, LabelStyle, Scaling, ThemeChoice, UtcOffset,
};

/// So many events are kept that may be named, unless more names are asked for.
const HELD: usize = 200;

/// What an event takes up whose name is set as close to others as it can still be read: a date and a
/// few words, in ems, and a line with its share of gaps, in tenths of an em.
const NAME: i64 = 12;
const NAME_LINE: i64 = 13;

/// How the events of a figure are summed up.
#[derive(Clone, Debug)]
pub struct SummaryRule {
    from: Option<Date>,
    to: Option<Date>,
    tz: Option<i32>,
    label: Option<LabelRule>,
    /// How many bins there can be; 0 where that is not known, and no time is rounded.
    pub(super) most_bins: i128,
    /// Whether years begin in January.
    pub(super) has_years: bool,
    /// How many events are kept that may be named.
    pub(super) held: usize,
    /// More events than this the figure cannot name.
    pub most_named: usize,
    /// Whether events are counted, however few there are.
    pub is_asked: bool,
}

impl SummaryRule {
    /// The rule for a figure of these options; none if it counts no events, whatever their number.
    pub fn of(options: &FigureOptions) -> Option<Self> {
        let is_density = options.style == Some(LabelStyle::Density);
        let is_free = options.style.unwrap_or_default() == LabelStyle::Auto
            && options.axis() == Axis::Horizontal
            && options.fold.is_none()
            && options.pages != Some(true)
            && options.scale != Some(Scaling::Log);
        if !is_free && !is_density {
            return None;
        }
        let has_zone =
            |date: &Option<Date>| date.as_ref().is_some_and(|d| d.zone != Zone::Floating);
        let is_open = options.tz.is_none() && (has_zone(&options.from) || has_zone(&options.to));
        let is_even = options.breaks.is_empty() && !is_open;
        let pixels = i128::from(options.canvas_width() / PX);
        Some(Self {
            from: options.from.clone(),
            to: options.to.clone(),
            tz: options.tz.map(UtcOffset::seconds),
            label: options.label.clone(),
            most_bins: if is_even { pixels } else { 0 },
            has_years: options.fiscal_start.is_none(),
            held: options.top.map_or(HELD, |top| top.max(HELD)),
            most_named: most_named(options),
            is_asked: is_density || options.top.is_some() || options.label.is_some(),
        })
    }

    /// Whether an event is one of those that are to be named.
    pub fn is_asked(&self, event: &Event) -> bool {
        self.label.as_ref().is_none_or(|rule| match rule.column {
            LabelColumn::Title => event.name == rule.value,
            LabelColumn::Category => event.category.as_ref() == Some(&rule.value),
            LabelColumn::Lane => event.lane.as_ref() == Some(&rule.value),
        })
    }

    /// Whether the event of these cells may be one of those that are to be named.
    pub fn may_ask(&self, name: &[u8], category: &[u8], lane: &[u8]) -> bool {
        self.label.as_ref().is_none_or(|rule| match rule.column {
            LabelColumn::Title => name == rule.value.as_bytes(),
            LabelColumn::Category => category == rule.value.as_bytes(),
            LabelColumn::Lane => lane == rule.value.as_bytes(),
        })
    }

    /// Whether an event may be one that the figure shows as such. Clocks may be a day apart.
    pub fn may_show(&self, event: &Event) -> bool {
        if matches!(event.kind, Kind::Era | Kind::Marker | Kind::Holiday) {
            return false;
        }
        let is_shown = |at: Instant| {
            let (from, to) = self.ends(0);
            let is_early = from.is_some_and(|from| from.nanos_since(at) > DAY_NANOS.into());
            !is_early && to.is_none_or(|to| at.nanos_since(to) <= DAY_NANOS.into())
        };
        let is_point = event.end.is_none();
        !is_point || event.start.best().is_none_or(is_shown)
    }

    /// Whether a part of the table's time is asked for.
    pub(super) fn has_ends(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The first instant that is shown and the first after, as far as they are asked for, on a clock
    /// `east` seconds east of UTC.
    pub(super) fn ends(&self, east: i32) -> (Option<Instant>, Option<Instant>) {
        let from = self.from.as_ref().and_then(|date| Some(on_clock(date.zone, date.lo()?, east)));
        let to = self.to.as_ref().and_then(|date| Some(on_clock(date.zone, date.hi()?, east)));
        (from, to)
    }

    /// The clocks that a figure may have in which there is a time of that zone.
    pub(super) fn clocks(&self, zone: Zone) -> [i32; 2] {
        let own = match zone {
            Zone::Offset(east) => east,
            Zone::Floating => 0,
        };
        self.tz.map_or([own, 0], |tz| [tz; 2])
    }
}

/// How many events a figure can name in its size. Beyond that names fill it from end to end: when it
/// was busy is seen no more, and columns of counts show it.
fn most_named(options: &FigureOptions) -> usize {
    let mut sizes = options.preset().sizes();
    if let Some(ThemeChoice::House(house)) = &options.theme {
        house.set(&mut sizes);
    }
    let page: Sub = options.preset().page().0.max(options.least_height());
    let em = i64::from(sizes.name.style.size.max(1));
    let place = i64::from(options.canvas_width()) * i64::from(page);
    usize::try_from(place * 10 / (NAME * em * NAME_LINE * em)).unwrap_or(0)
}
