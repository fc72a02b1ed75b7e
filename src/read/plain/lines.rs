//! Lines counted one after the other.

use super::super::cell_words::IMPORTANCES;
use super::super::source::{CELL_BYTES, Skimmed};
use super::cuts::cut_line;
use super::group_memo::GroupMemo;
use super::iso_time::{IsoTime, iso_time};
use super::{LineSigns, PlainPlan};
use crate::date::{MonthDoubt, PlainCells, PlainSeen, Precision, Zone};
use crate::event::{Importance, is_link};
use crate::summary::{CandidateBar, SpanTime, SummaryPart, SummaryRule, lot};
use memchr::{memchr, memchr2};

/// What lines are counted by.
type Measures<'a> = (&'a PlainPlan, &'a SummaryRule, Option<CandidateBar>);

/// What one thread has counted.
pub(super) struct LineScan {
    part: SummaryPart,
    memo: GroupMemo,
    /// What the dates showed, and the ends.
    cells: [PlainCells; 2],
    rows: u64,
    /// Where the cells of the line at hand begin and end.
    bounds: Vec<(usize, usize)>,
}

impl LineScan {
    pub(super) fn new(rule: &SummaryRule) -> Self {
        Self {
            part: SummaryPart::new(rule),
            memo: GroupMemo::default(),
            cells: Default::default(),
            rows: 0,
            bounds: Vec::new(),
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.part.cells()
    }

    pub(super) fn take_rows(&mut self) -> u64 {
        std::mem::take(&mut self.rows)
    }

    pub(super) fn take_cells(&mut self) -> [PlainCells; 2] {
        std::mem::take(&mut self.cells)
    }

    pub(super) fn finish(self) -> SummaryPart {
        self.part
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
        let times = RowTimes::of([date, of(plan.end)], plan, signs.seen)?;
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
            let may_be_named = rule.may_ask(name, group[0], group[1])
                && bar
                    .is_none_or(|bar| bar.may_take((importance, times.long()), || lot(name, date)));
            if !has_name || may_be_named {
                return None;
            }
        }
        let is_counted = count.is_some();
        let group = self.memo.group(group, is_counted, &mut self.part)?;
        let weight = (count.unwrap_or(1), importance);
        match &times.span {
            Some(span) if !self.part.add_span(span, group, weight) => return None,
            Some(_) => {}
            None => self.part.add(&times.start.time, (group, is_counted), weight),
        }
        count_cell(&mut self.cells[0], &times.start);
        times.end.iter().for_each(|end| count_cell(&mut self.cells[1], end));
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

/// When the event of a row is.
struct RowTimes {
    start: IsoTime,
    end: Option<IsoTime>,
    /// From the one to the other; none of a point.
    span: Option<SpanTime>,
}

impl RowTimes {
    /// The times that the cells of date and end say; none if they are odd.
    fn of(cells: [&[u8]; 2], plan: &PlainPlan, seen: [PlainSeen; 2]) -> Option<Self> {
        let time = |place: usize| {
            let iso = iso_time(cells[place], &plan.dates)?;
            is_known(&iso, plan.reads_months[place], seen[place]).then_some(iso)
        };
        let start = time(0)?;
        let end = if cells[1].is_empty() { None } else { Some(time(1)?) };
        let span = match &end {
            // An end that says no more than the date ends nothing.
            Some(end) if end.time.span != start.time.span => {
                Some(SpanTime::between(&start.time, &end.time)?)
            }
            _ => None,
        };
        Some(Self { start, end, span })
    }

    /// How long the event goes on, in nanoseconds.
    fn long(&self) -> i128 {
        self.span.as_ref().map_or(0, SpanTime::long)
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

/// Whether a date leaves nothing open, and is not the first of its kind, which notes name.
fn is_known(iso: &IsoTime, reads_months: bool, seen: PlainSeen) -> bool {
    match iso.doubt {
        None => !is_midnight(iso) || seen.midnight,
        Some(MonthDoubt::None) => seen.month,
        Some(_) => reads_months && seen.pair,
    }
}

fn is_midnight(iso: &IsoTime) -> bool {
    let east = match iso.time.zone {
        Zone::Offset(east) => i64::from(east),
        Zone::Floating => 0,
    };
    let at = iso.time.span.0.nano;
    iso.time.precision >= Precision::Hour
        && at % 1_000_000_000 == 0
        && (at / 1_000_000_000 + east).rem_euclid(86_400) == 0
}

/// Takes note of what a date shows of its column.
fn count_cell(cells: &mut PlainCells, iso: &IsoTime) {
    cells.cells += 1;
    match iso.doubt {
        None if iso.time.precision < Precision::Hour => {}
        None => {
            cells.clocks += 1;
            cells.midnights += u64::from(is_midnight(iso));
        }
        Some(MonthDoubt::None) => cells.months += 1,
        Some(doubt) => {
            cells.pairs += 1;
            cells.pairs_of_next += u64::from(doubt == MonthDoubt::Next);
        }
    }
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
