//! What rows are counted in: those that leave nothing open in one part of a summary, and those whose days
//! can be months in one for each way in which they can be read, until their columns decide.

use super::group_memo::GroupMemo;
use super::row_times::{CellTimes, RowOrders, RowTimes};
use crate::event::Importance;
use crate::summary::{Summary, SummaryPart, SummaryRule};

/// Counted rows.
pub(super) struct CountedRows {
    rule: SummaryRule,
    sure: CountedPart,
    open: Vec<(RowOrders, CountedPart)>,
}

/// Rows that are read alike.
struct CountedPart {
    part: SummaryPart,
    memo: GroupMemo,
}

/// What a row says besides its times: the cells of its group, for how many it stands if it says so, and
/// how important it is.
#[derive(Clone, Copy)]
pub(super) struct RowWeight<'a> {
    pub(super) group: [&'a [u8]; 3],
    pub(super) count: Option<u64>,
    pub(super) importance: Importance,
}

impl CountedRows {
    pub(super) fn new(rule: &SummaryRule) -> Self {
        Self { rule: rule.clone(), sure: CountedPart::new(rule), open: Vec::new() }
    }

    /// How many times and groups are told apart.
    pub(super) fn cells(&self) -> usize {
        let open = self.open.iter().map(|(_, part)| part.part.cells());
        self.sure.part.cells() + open.sum::<usize>()
    }

    /// Counts a row; nothing if it is odd.
    pub(super) fn add(&mut self, times: &CellTimes, weight: RowWeight<'_>) -> Option<()> {
        // In none of its readings it may be odd, once it is counted in one.
        times.each(|_, times| {
            let span = times.span.as_ref();
            let can_be =
                span.is_none_or(|span| weight.count != Some(0) && span.is_counted(&self.rule));
            can_be.then_some(())
        })?;
        times.each(|orders, times| self.of(orders).add(times, weight))
    }

    fn of(&mut self, orders: RowOrders) -> &mut CountedPart {
        if orders == [None; 2] {
            return &mut self.sure;
        }
        let known = self.open.iter().position(|(known, _)| *known == orders);
        let place = known.unwrap_or_else(|| {
            self.open.push((orders, CountedPart::new(&self.rule)));
            self.open.len() - 1
        });
        &mut self.open[place].1
    }

    /// Adds all that was counted to a summary, rows that leave an order open by what is decided. Where
    /// nothing is, they are left out.
    pub(super) fn join(self, decided: RowOrders, summary: &mut Summary) {
        summary.join(self.sure.part);
        for (orders, part) in self.open {
            let is_so = |place: usize| orders[place].is_none() || orders[place] == decided[place];
            if is_so(0) && is_so(1) {
                summary.join(part.part);
            }
        }
    }
}

impl CountedPart {
    fn new(rule: &SummaryRule) -> Self {
        Self { part: SummaryPart::new(rule), memo: GroupMemo::default() }
    }

    fn add(&mut self, times: &RowTimes, row: RowWeight<'_>) -> Option<()> {
        let is_counted = row.count.is_some();
        let group = self.memo.group(row.group, is_counted, &mut self.part)?;
        let weight = (row.count.unwrap_or(1), row.importance);
        match &times.span {
            Some(span) => self.part.add_span(span, group, weight).then_some(()),
            None => {
                self.part.add(&times.start, (group, is_counted), weight);
                Some(())
            }
        }
    }
}
