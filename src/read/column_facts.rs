//! What the cells of a column look like, by a sample of its rows. In: texts; out: counts, by which
//! the columns get their roles. Knows no headers.

use super::cell_kinds::{
    PlainNumber, clock_span, is_clock, is_date, is_era, is_hour, is_vague, is_weekday, is_yearless,
    number_range, part_of_year,
};
use super::cell_words::{IMPORTANCES, KINDS, TITLE_KIND, is_word};
use super::counted::{UnitCount, count_span};
use super::duration::Duration;
use super::markup::without_marks;
use super::words::{Missing, missing};
use super::yearless::is_month;
use crate::date::{Date, DateForm, DateOptions};
use crate::event::is_link;
use std::collections::BTreeSet;

/// Counts of the cells of a column that are not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnFacts {
    /// Rows of the sample.
    pub rows: usize,
    /// Cells that say something.
    pub filled: usize,
    /// Cells with a word for what is missing.
    pub missing: usize,
    /// Dates that are more than a number.
    pub dates: usize,
    /// Those of them that say no date: unknown, open.
    pub undated: usize,
    /// Plain numbers of three or four digits, with a sign or without.
    pub years: usize,
    /// Those of them that are of the last thousand years or the next hundred, or have a sign.
    pub recent_years: usize,
    /// Plain numbers that programs write for dates: days since 1900, seconds since 1970.
    pub stamps: usize,
    /// Plain numbers of any kind.
    pub numbers: usize,
    /// Plain numbers from 0 to 23.
    pub hours: usize,
    /// Times counted from an origin, with their unit.
    pub counts: usize,
    /// Two numbers with a sign between them: 4-5.
    pub bare_count_spans: usize,
    /// Two numbers of any length with a sign between them: 2589–2566.
    pub number_ranges: usize,
    /// Clock times.
    pub clocks: usize,
    /// Durations with their unit.
    pub durations: usize,
    /// Addresses of the web.
    pub links: usize,
    /// Words for a kind of event.
    pub kinds: usize,
    /// Those of them that are drawn behind the others, or head the figure, as TimelineJS has them.
    pub backdrops: usize,
    /// Words for an era: BC, AD.
    pub eras: usize,
    /// Quarters, weeks or seasons without a year: Q1, W12, spring; and numbers of at most 53.
    pub parts: usize,
    /// Dates that are estimates, ranges or centuries, as catalogues have them.
    pub vague: usize,
    /// Dates that are ranges.
    pub ranges: usize,
    /// Names of weekdays.
    pub weekdays: usize,
    /// Days without their year.
    pub yearless: usize,
    /// Months without their year.
    pub months: usize,
    /// Open ends without a date: present, ongoing.
    pub opens: usize,
    /// Ages.
    pub ages: usize,
    /// Words for an importance.
    pub importances: usize,
    /// Texts without a letter.
    pub letterless: usize,
    /// Different texts.
    pub distinct: usize,
    /// Characters of all texts.
    pub letters: usize,
}

impl ColumnFacts {
    /// The facts of some cells, trimmed.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>, dates: &DateOptions) -> Self {
        let (mut facts, mut seen) = (Self::default(), BTreeSet::new());
        for text in cells {
            facts.rows += 1;
            match missing(text) {
                _ if text.is_empty() => {}
                Some(what) => {
                    facts.missing += 1;
                    // A column of question marks and dates is one of dates.
                    facts.dates += usize::from(what == Missing::Unknown);
                    facts.undated += usize::from(what == Missing::Unknown);
                    facts.filled += usize::from(what == Missing::Unknown);
                }
                None => {
                    facts.add(&without_marks(text), dates);
                    seen.insert(text);
                }
            }
        }
        facts.distinct = seen.len();
        facts
    }

    fn add(&mut self, text: &str, dates: &DateOptions) {
        self.filled += 1;
        self.letters += text.chars().count();
        self.letterless += usize::from(!text.contains(char::is_alphabetic));
        let is_title = text.eq_ignore_ascii_case(TITLE_KIND);
        self.kinds += usize::from(is_title || is_word(text, &KINDS));
        self.backdrops += usize::from(is_title || is_word(text, &KINDS[3..]));
        self.importances += usize::from(is_word(text, &IMPORTANCES));
        self.eras += usize::from(is_era(text));
        self.weekdays += usize::from(is_weekday(text));
        self.parts += usize::from(part_of_year(text).is_some());
        if let Some(number) = PlainNumber::of(text) {
            self.numbers += 1;
            self.years += usize::from(number.is_year());
            let is_signed = text.starts_with(['-', '−']) && number.is_year();
            self.recent_years += usize::from(number.is_recent_year() || is_signed);
            self.stamps += usize::from(number.is_stamp());
            self.hours += usize::from(is_hour(text));
            return;
        }
        let counts = count_span(text).unwrap_or_else(|| vec![text.to_owned()]);
        let counts: Option<Vec<UnitCount>> =
            counts.iter().map(|one| UnitCount::read(one)).collect();
        let has_unit = |counts: &Vec<UnitCount>| counts.iter().all(|count| count.has_unit());
        let is_bare = |counts: &Vec<UnitCount>| counts.len() > 1 && !has_unit(counts);
        self.bare_count_spans += usize::from(counts.as_ref().is_some_and(is_bare));
        self.counts += usize::from(counts.as_ref().is_some_and(has_unit));
        self.number_ranges += usize::from(number_range(text).is_some());
        let is_clock = is_clock(text) || clock_span(text).is_some();
        self.clocks += usize::from(is_clock);
        self.durations += usize::from(Duration::read(text, None).is_some());
        self.links += usize::from(is_link(text));
        let is_date = !is_clock && is_date(text, dates);
        self.dates += usize::from(is_date);
        self.yearless += usize::from(is_date && is_yearless(text, dates));
        self.months += usize::from(!is_date && is_month(text));
        if let Some(date) = is_date.then(|| Date::parse(text, dates).ok()).flatten() {
            self.vague += usize::from(is_vague(&date));
            self.ranges += usize::from(matches!(date.form, DateForm::Range(_)));
            self.undated += usize::from(date.form == DateForm::Open);
            self.opens += usize::from(date.form == DateForm::Present);
            self.ages += usize::from(date.is_age());
        }
    }

    /// Whether all cells are eras.
    pub(super) fn is_eras(&self) -> bool {
        self.filled > 0 && self.eras == self.filled
    }

    /// Whether all cells are parts of a year.
    pub(super) fn is_parts(&self) -> bool {
        self.filled > 0 && self.parts == self.filled
    }

    /// Whether every cell that says something is a date, and at least one is more than a number.
    pub(super) fn is_dates_throughout(&self) -> bool {
        self.dates > self.opens + self.undated && self.dates + self.years == self.filled
    }

    /// Whether every cell is a month without its year, or the year of those below.
    pub(super) fn is_months(&self) -> bool {
        self.months > 0 && self.months + self.years == self.filled
    }

    /// Whether every cell is a range of dates.
    pub(super) fn is_ranges(&self) -> bool {
        self.ranges > 1 && self.ranges == self.filled
    }

    /// Whether every cell is a number or a count, but for ends that are open or not known.
    pub(super) fn are_counted(&self) -> bool {
        let counted = self.numbers + self.counts;
        counted > 0 && counted + self.opens + self.undated == self.filled
    }

    /// Whether half of the cells or more can be dates.
    pub(super) fn is_mostly_dates(&self) -> bool {
        self.filled > 0 && 2 * (self.dates + self.years + self.stamps) >= self.filled
    }

    /// Whether most cells are clock times.
    pub(super) fn is_clocks(&self) -> bool {
        2 * self.clocks > self.filled
    }

    /// Whether most cells are durations; numbers count where the header has their unit.
    pub(super) fn is_durations(&self, has_unit: bool) -> bool {
        let numbers = if has_unit { self.numbers } else { 0 };
        self.filled > 0 && 2 * (self.durations + numbers) >= self.filled
    }

    /// Whether most cells are plain numbers.
    pub(super) fn is_numbers(&self) -> bool {
        2 * self.numbers > self.filled
    }

    /// Whether every row has a text of its own.
    pub(super) fn differs(&self) -> bool {
        self.filled > 2 && self.filled == self.rows && self.distinct == self.filled
    }

    /// Whether the cells could be the names of events: how well, in thousandths; none if not.
    pub(super) fn as_names(&self) -> Option<usize> {
        let no_names = self.letterless.max(self.numbers) + self.links + self.clocks;
        if self.filled == 0 || 2 * no_names > self.filled {
            return None;
        }
        if self.is_dates_throughout() {
            return None;
        }
        let length = self.letters / self.filled;
        let shortness = if length > 100 { 300 } else { 1000 };
        let shares = [self.filled * 1000 / self.rows.max(1), self.distinct * 1000 / self.filled];
        Some(shares[0] * shares[1] / 1000 * shortness / 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(cells: &[&str]) -> ColumnFacts {
        ColumnFacts::of(cells.iter().copied(), &DateOptions::default())
    }

    #[test]
    fn dates_in_every_form_are_counted() {
        let cells = ["2010-03-01", "3 May 2011", "03/04/2010", "15-Mar-26", "4/29/17", "c. 1850"];
        assert_eq!(facts(&cells).dates, cells.len());
        assert!(facts(&["1914", "c. 1915", "", "NA"]).is_dates_throughout());
        assert!(!facts(&["1914", "1915"]).is_dates_throughout());
        assert!(!facts(&["3.1.1", "4.0 Rolling"]).is_mostly_dates());
    }

    #[test]
    fn numbers_and_durations_are_told_apart() {
        let numbers = facts(&["1", "-300", "1850.0", "45292.5", "1577836800", "16,5"]);
        assert_eq!((numbers.numbers, numbers.years, numbers.stamps), (6, 2, 2));
        assert!(facts(&["3d", "2 weeks", "PT2H"]).is_durations(false));
        assert!(facts(&["3", "10"]).is_durations(true) && !facts(&["3", "10"]).is_durations(false));
    }

    #[test]
    fn names_are_short_and_differ() {
        let good = facts(&["Treaty", "War", "Peace"]).as_names();
        let repeated = facts(&["HMI", "HMI", "AIA"]).as_names();
        assert!(good > repeated && repeated.is_some());
        assert_eq!(facts(&["1", "2", "3"]).as_names(), None);
        assert_eq!(facts(&["https://a.org", "https://b.org"]).as_names(), None);
    }
}
