//! Rows that are no events, and the note that counts them.

use crate::error::{Code, Note};

/// Why a row is no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoEvent {
    /// It has no date.
    NoDate,
    /// It has no title.
    NoTitle,
    /// It sums up others.
    Total,
    /// It is a remark.
    Remark,
}

impl NoEvent {
    const ALL: [Self; 4] = [Self::NoDate, Self::NoTitle, Self::Total, Self::Remark];

    /// The reason after a number of rows.
    fn words(self, is_one: bool) -> &'static str {
        match (self, is_one) {
            (Self::NoDate, _) => "without a date",
            (Self::NoTitle, _) => "without a title",
            (Self::Total, true) => "is a total",
            (Self::Total, false) => "are totals",
            (Self::Remark, true) => "is a remark",
            (Self::Remark, false) => "are remarks",
        }
    }
}

/// Lines that a note names for each reason.
const NAMED: usize = 5;

/// The rows of a table that are no events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// How many, by reason.
    counts: [u64; NoEvent::ALL.len()],
    /// Lines of the first ones.
    lines: [Vec<u64>; NoEvent::ALL.len()],
}

impl LeftOut {
    /// Counts a row, and says whether its line is to be named.
    pub(super) fn add(&mut self, why: NoEvent) -> bool {
        self.counts[why as usize] += 1;
        self.lines[why as usize].len() < NAMED
    }

    /// Names the line of the row that was just counted.
    pub(super) fn name(&mut self, why: NoEvent, line: u64) {
        self.lines[why as usize].push(line);
    }

    /// How many rows there are.
    pub(super) fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The rows in words, as lines or rows: "2 without a date (lines 4 and 6)".
    pub(super) fn words(&self, line: &str) -> String {
        let reasons = NoEvent::ALL.into_iter().filter(|why| self.counts[*why as usize] > 0);
        let part = |why: NoEvent| {
            let (count, lines) = (self.counts[why as usize], &self.lines[why as usize]);
            format!("{count} {} ({})", why.words(count == 1), named(lines, count, line))
        };
        reasons.map(part).collect::<Vec<_>>().join(", ")
    }

    /// The note that counts them; none if there are none.
    pub(super) fn note(&self, file: &str, line: &str) -> Option<Note> {
        let rows = match self.total() {
            0 => return None,
            1 => "1 row is left out".to_owned(),
            many => format!("{many} rows are left out"),
        };
        Some(Note::new(Code::RowsLeftOut, format!("{rows}: {}", self.words(line))).in_file(file))
    }
}

/// Lines in a note, of so many in all, by what they are called.
fn named(lines: &[u64], count: u64, line: &str) -> String {
    let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
    let more = count.saturating_sub(lines.len() as u64);
    match numbers.as_slice() {
        [one] if more == 0 => format!("{line} {one}"),
        [first @ .., last] if more == 0 => format!("{line}s {} and {last}", first.join(", ")),
        _ => format!("{line}s {} and {more} more", numbers.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_reason_with_their_lines() {
        let mut rows = LeftOut::default();
        assert_eq!(rows.note("t.csv", "line"), None);
        for line in 2..=9 {
            if rows.add(NoEvent::NoDate) {
                rows.name(NoEvent::NoDate, line);
            }
        }
        for (why, line) in [(NoEvent::NoTitle, 12), (NoEvent::NoTitle, 14), (NoEvent::Total, 20)] {
            assert!(rows.add(why));
            rows.name(why, line);
        }
        let expected = "t.csv: 11 rows are left out: 8 without a date (lines 2, 3, 4, 5, 6 and 3 \
                        more), 2 without a title (lines 12 and 14), 1 is a total (line 20)";
        assert_eq!(
            rows.note("t.csv", "line").map(|note| note.to_string()).as_deref(),
            Some(expected)
        );
    }
}
