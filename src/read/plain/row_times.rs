//! When the event of a row is, in each way in which its cells can be read, and what they show of their
//! columns.

use super::PlainPlan;
use super::plain_time::{PlainDoubt, PlainTime, plain_day, plain_time};
use crate::date::{DateOrder, MonthDoubt, OrderDoubt, PlainCells, PlainSeen, Precision, Zone};
use crate::summary::{PointTime, SpanTime};

/// The orders of day and month that a row is read by, of its date and of its end; none where these leave
/// none open.
pub(in crate::read) type RowOrders = [Option<DateOrder>; 2];

/// The times that the cells of date and end say.
pub(super) struct CellTimes {
    start: PlainTime,
    end: Option<PlainTime>,
}

/// When the event of a row is.
pub(super) struct RowTimes {
    pub(super) start: PointTime,
    /// From the one to the other; none of a point.
    pub(super) span: Option<SpanTime>,
}

impl CellTimes {
    /// The times of cells; none if they are odd.
    pub(super) fn of(cells: [&[u8]; 2], plan: &PlainPlan, seen: [PlainSeen; 2]) -> Option<Self> {
        // Most rows of most large tables.
        if cells[1].is_empty()
            && let Some(start) = plain_day(cells[0])
        {
            return Some(Self { start, end: None });
        }
        let time = |place: usize| {
            let plain = plain_time(cells[place], &plan.dates)?;
            let reads = (plan.reads_months[place], plan.reads_orders[place]);
            is_known(&plain, reads, seen[place]).then_some(plain)
        };
        let start = time(0)?;
        let end = if cells[1].is_empty() { None } else { Some(time(1)?) };
        Some(Self { start, end })
    }

    /// Does something with the row in each way in which it can be read; none where that gives none, or
    /// where the row is odd so read.
    pub(super) fn each(
        &self,
        mut with: impl FnMut(RowOrders, &RowTimes) -> Option<()>,
    ) -> Option<()> {
        if self.end.is_none() && self.start.is_one() {
            return with([None; 2], &RowTimes { start: self.start.time, span: None });
        }
        for (order, start) in self.start.readings() {
            let Some(end) = &self.end else {
                with([order, None], &RowTimes { start, span: None })?;
                continue;
            };
            for (of_end, end) in end.readings() {
                with([order, of_end], &RowTimes::between(start, &end)?)?;
            }
        }
        Some(())
    }

    /// Takes note of what the cells show of their columns.
    pub(super) fn count(&self, cells: &mut [PlainCells; 2]) {
        count_cell(&mut cells[0], &self.start);
        self.end.iter().for_each(|end| count_cell(&mut cells[1], end));
    }
}

impl RowTimes {
    fn between(start: PointTime, end: &PointTime) -> Option<Self> {
        // An end that says no more than the date ends nothing.
        let is_span = end.span != start.span;
        let span = if is_span { Some(SpanTime::between(&start, end)?) } else { None };
        Some(Self { start, span })
    }

    /// How long the event goes on, in nanoseconds.
    pub(super) fn long(&self) -> i128 {
        self.span.as_ref().map_or(0, SpanTime::long)
    }
}

/// Whether a date leaves nothing open but what may be left open, and is not the first of its kind, which
/// notes name.
fn is_known(
    plain: &PlainTime,
    (reads_months, reads_orders): (bool, bool),
    seen: PlainSeen,
) -> bool {
    match plain.doubt {
        None => !is_midnight(plain) || seen.midnight,
        Some(PlainDoubt::Month(MonthDoubt::None)) => seen.month,
        Some(PlainDoubt::Month(_)) => reads_months && seen.pair,
        Some(PlainDoubt::Order(OrderDoubt::Open)) => reads_orders,
        Some(PlainDoubt::Order(OrderDoubt::DayFirst)) => seen.orders[0],
        Some(PlainDoubt::Order(OrderDoubt::MonthFirst)) => seen.orders[1],
    }
}

fn is_midnight(plain: &PlainTime) -> bool {
    let east = match plain.time.zone {
        Zone::Offset(east) => i64::from(east),
        Zone::Floating => 0,
    };
    let at = plain.time.span.0.nano;
    plain.time.precision >= Precision::Hour
        && at % 1_000_000_000 == 0
        && (at / 1_000_000_000 + east).rem_euclid(86_400) == 0
}

fn count_cell(cells: &mut PlainCells, plain: &PlainTime) {
    cells.cells += 1;
    match plain.doubt {
        None if plain.time.precision < Precision::Hour => {}
        None => {
            cells.clocks += 1;
            cells.midnights += u64::from(is_midnight(plain));
        }
        Some(PlainDoubt::Month(MonthDoubt::None)) => cells.months += 1,
        Some(PlainDoubt::Month(doubt)) => {
            cells.pairs += 1;
            cells.pairs_of_next += u64::from(doubt == MonthDoubt::Next);
        }
        Some(PlainDoubt::Order(OrderDoubt::Open)) => cells.orders += 1,
        Some(PlainDoubt::Order(OrderDoubt::DayFirst)) => cells.shown_orders[0] += 1,
        Some(PlainDoubt::Order(OrderDoubt::MonthFirst)) => cells.shown_orders[1] += 1,
    }
}
