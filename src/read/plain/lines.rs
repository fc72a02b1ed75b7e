//! Lines counted one after the other.

use super::super::cell_words::IMPORTANCES;
use super::super::source::{CELL_BYTES, Skimmed};
use super::counted_rows::{CountedRows, RowWeight};
use super::cuts::cut_line;
use super::row_times::CellTimes;
use super::{LineSigns, PlainPlan};
use crate::date::PlainCells;
use crate::event::{Importance, is_link};
use crate::summary::{CandidateBar, SummaryRule, lot};
use memchr::{memchr, memchr2};

/// What lines are counted by.
type Measures<'a> = (&'a PlainPlan, &'a SummaryRule, Option<CandidateBar>);

/// What one thread has counted.
pub(super) struct LineScan {
    counted: CountedRows,
    /// What the dates showed, and the ends.
    cells: [PlainCells; 2],
    rows: u64,
    /// Where the cells of the line at hand begin and end.
    bounds: Vec<(usize, usize)>,
}

impl LineScan {
    pub(super) fn new(rule: &SummaryRule) -> Self {
        Self {
            counted: CountedRows::new(rule),
            cells: Default::default(),
            rows: 0,
            bounds: Vec::new(),
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.counted.cells()
    }

    pub(super) fn take_rows(&mut self) -> u64 {
        std::mem::take(&mut self.rows)
    }

    pub(super) fn take_cells(&mut self) -> [PlainCells; 2] {
        std::mem::take(&mut self.cells)
    }

    pub(super) fn finish(self) -> CountedRows {
        self.counted
    }

    /// Counts the plain rows of whole lines, and says where the odd ones begin.
    pub(super) fn scan(&mut self, bytes: &[u8], signs: LineSigns, by: Measures<'_>) -> Skimmed {
        let mut skimmed = Skimmed::default();
        let delimiter = by.0.delimiter;
        while let Some(rest) = bytes.get(skimmed.taken..).filter(|rest| !rest.is_empty()) {
            let length = cut_line(rest, delimiter, &mut self.bounds);
            let line = &rest[..length];
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let has_quotes = signs.has_quotes && memchr(b'"', line).is_some();
            if !line.is_empty() && self.row(line, (has_quotes, signs), by).is_none() {
                // A quoted cell may run over lines.
                let end = if has_quotes { record_end(rest, delimiter) } else { Some(length + 1) };
                let Some(end) = end.or(signs.is_last.then_some(rest.len())) else { break };
                skimmed.odd.push(skimmed.taken);
                skimmed.taken += end.min(rest.len());
                continue;
            }
            self.rows += u64::from(!line.is_empty());
            skimmed.taken += (length + 1).min(rest.len());
        }
        skimmed
    }

    /// Counts a row; nothing if it is odd.
    fn row(
        &mut self,
        line: &[u8],
        (has_quotes, signs): (bool, LineSigns),
        (plan, rule, bar): Measures<'_>,
    ) -> Option<()> {
        let is_odd =
            line.len() > CELL_BYTES || signs.has_markup && memchr2(b'<', b'&', line).is_some();
        let is_cut = if has_quotes { self.cut_quoted(line, plan) } else { true };
        if is_odd || !is_cut || self.bounds.len() > plan.width {
            return None;
        }
        let cell = |column: usize| {
            self.bounds.get(column).map_or(&[][..], |&(start, end)| &line[start..end]).trim_ascii()
        };
        let of = |column: Option<usize>| column.map_or(&[][..], cell);
        if !plan.blank.iter().all(|&column| cell(column).is_empty()) {
            return None;
        }
        let date = cell(plan.date);
        let times = CellTimes::of([date, of(plan.end)], plan, signs.seen)?;
        let url = of(plan.url);
        if !url.is_empty() && !is_link(str::from_utf8(url).ok()?) {
            return None;
        }
        let count: Option<u64> = match of(plan.count) {
            [] => None,
            text => Some(str::from_utf8(text).ok()?.parse().ok()?),
        };
        let importance = importance(of(plan.importance))?;
        let (name, group) = (of(plan.name), plan.group.map(of));
        if count.is_none() {
            let has_name = plan.name.is_none() || name.iter().any(u8::is_ascii_graphic);
            let name = trimmed(name)?;
            let may_be_named = |long: i128| {
                rule.may_ask(name, group[0], group[1])
                    && bar.is_none_or(|bar| bar.may_take((importance, long), || lot(name, date)))
            };
            times.each(|_, times| (has_name && !may_be_named(times.long())).then_some(()))?;
        }
        self.counted.add(&times, RowWeight { group, count, importance })?;
        times.count(&mut self.cells);
        Some(())
    }

    /// Finds the cells of a line with quotes; whether they are as they should be.
    fn cut_quoted(&mut self, line: &[u8], plan: &PlainPlan) -> bool {
        self.bounds.clear();
        let mut start = 0;
        loop {
            let rest = &line[start..];
            let (first, end) = match rest {
                [b'"', inner @ ..] => match memchr(b'"', inner) {
                    Some(length) => (1, length + 2),
                    None => return false,
                },
                _ => (0, memchr(plan.delimiter, rest).unwrap_or(rest.len())),
            };
            let text = (start + first, start + end - first);
            if first == 0 && memchr(b'"', &line[text.0..text.1]).is_some() {
                return false;
            }
            self.bounds.push(text);
            match rest.get(end) {
                None => return true,
                Some(&next) if next == plan.delimiter => start += end + 1,
                Some(_) => return false,
            }
        }
    }
}

/// The importance that a cell says; nothing if it is odd.
fn importance(text: &[u8]) -> Option<Importance> {
    if text.is_empty() {
        return Some(Importance::default());
    }
    let word = IMPORTANCES.iter().find(|(word, _)| word.as_bytes() == text);
    word.map(|(_, importance)| *importance)
        .or_else(|| Importance::of_number(str::from_utf8(text).ok()?))
}

/// A text without blanks around it.
fn trimmed(text: &[u8]) -> Option<&[u8]> {
    let is_trim = [text.first(), text.last()].iter().flatten().all(|byte| byte.is_ascii_graphic());
    if is_trim { Some(text) } else { Some(str::from_utf8(text).ok()?.trim().as_bytes()) }
}

/// Where the row at the beginning of some bytes ends, as the csv crate has it; none if it goes on.
fn record_end(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            loop {
                at += memchr(b'"', bytes.get(at..)?)? + 1;
                if bytes.get(at) != Some(&b'"') {
                    break;
                }
                at += 1;
            }
        }
        at += memchr2(delimiter, b'\n', bytes.get(at..)?)?;
        if bytes.get(at) == Some(&b'\n') {
            return Some(at + 1);
        }
        at += 1;
    }
}
