//! What the cells of a column look like, by a sample of its rows. In: texts; out: counts, by which
//! the columns get their roles. Knows no headers.

use super::cell_words::{IMPORTANCES, KINDS, TITLE_KIND, is_word};
use super::counted::{UnitCount, count_span};
use super::duration::Duration;
use super::words::{Missing, missing};
use super::yearless::{in_year, is_month};
use crate::date::{Date, DateErrorKind, DateForm, DateOptions, Precision};
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
                    facts.add(text, dates);
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
        if self.filled == 0 || 2 * (self.numbers + self.links + self.clocks) > self.filled {
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

/// Whether a text is an era alone.
fn is_era(text: &str) -> bool {
    const ERAS: [&str; 12] = [
        "bc",
        "bce",
        "b.c.",
        "b.c.e.",
        "ad",
        "ce",
        "a.d.",
        "c.e.",
        "v. chr.",
        "n. chr.",
        "av. j.-c.",
        "ap. j.-c.",
    ];
    text.len() < 12 && ERAS.contains(&text.to_lowercase().as_str())
}

/// Whether a text is the name of a weekday.
fn is_weekday(text: &str) -> bool {
    const BEGINNINGS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const OTHERS: [&str; 34] = [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
    ];
    const LONGEST: usize = 12;
    if text.len() > LONGEST || text.len() < 3 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let word = text.trim_end_matches('.').to_lowercase();
    let is_english = BEGINNINGS.iter().any(|start| {
        word == *start || word.starts_with(start) && (word.ends_with("day") || word.len() < 6)
    });
    is_english || OTHERS.contains(&word.as_str())
}

/// A quarter, week or season without its year as it stands before one; numbers stay as they are.
pub(super) fn part_of_year(text: &str) -> Option<String> {
    const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "fall", "winter"];
    let lower = text.to_ascii_lowercase();
    let number = lower.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let word = lower.get(..lower.len() - number.len())?.trim();
    let value = number.parse::<u32>().ok().filter(|value| number.len() < 3 && *value > 0);
    match (word, value) {
        ("", Some(1..=53)) => Some(number.to_owned()),
        ("q" | "qtr" | "quarter", Some(1..=4)) => Some(format!("Q{number}")),
        ("h" | "half", Some(1..=2)) => Some(format!("H{number}")),
        ("w" | "wk" | "week" | "kw" | "cw", Some(1..=53)) => Some(format!("week {number}")),
        _ => SEASONS.contains(&lower.as_str()).then_some(lower),
    }
}

/// Whether a date is an estimate, a range or longer than a year, as those of catalogues are.
fn is_vague(date: &Date) -> bool {
    let is_long = date.precision < Precision::Year || date.form != DateForm::Plain;
    is_long || date.approximate.any() || date.uncertain.any()
}

/// A number without a unit.
struct PlainNumber<'a> {
    digits: &'a str,
    fraction: &'a str,
}

impl<'a> PlainNumber<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let number = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
        if is_grouped(number) {
            return Some(Self { digits: number, fraction: "0" });
        }
        let (digits, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (all_digits(digits) && all_digits(fraction)).then_some(Self { digits, fraction })
    }

    fn is_whole(&self) -> bool {
        self.fraction.bytes().all(|b| b == b'0')
    }

    fn is_year(&self) -> bool {
        let is_number = self.digits.len() == 3 && self.digits.starts_with('0');
        matches!(self.digits.len(), 3 | 4) && self.is_whole() && !is_number
    }

    /// Whether it is a year and a month: 202003.
    fn is_month(&self) -> bool {
        let (year, month) = self.digits.split_at_checked(4).unwrap_or_default();
        let is_year = year.starts_with(['1', '2']) && self.is_whole();
        let month = month.parse::<u32>().ok().filter(|_| self.digits.len() == 6);
        is_year && month.is_some_and(|month| (1..=12).contains(&month))
    }

    fn is_stamp(&self) -> bool {
        let is_serial = self.digits.len() == 5 && self.digits.starts_with(|c| c != '0');
        is_serial
            || (matches!(self.digits.len(), 10 | 13) && self.is_whole())
            || (self.digits.len() == 8 && self.digits.starts_with(['1', '2']))
            || self.is_month()
    }
}

/// Whether a number has commas before every three of six digits or more: 541,000,000.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(',');
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_first =
        groups.next().is_some_and(|first| matches!(first.len(), 1..=3) && is_digits(first));
    is_first && groups.clone().count() > 1 && groups.all(|part| part.len() == 3 && is_digits(part))
}

/// The two numbers of a text with a dash or a hyphen between them.
pub(super) fn number_range(text: &str) -> Option<[&str; 2]> {
    let (from, to) = ["–", "—", "-"].iter().find_map(|joint| text.split_once(joint))?;
    let parts = [from, to].map(str::trim);
    let is_number = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        (1..8).contains(&digits) && part.bytes().all(is_digit)
    };
    parts.iter().all(|part| is_number(part)).then_some(parts)
}

/// Whether a text is the number of an hour of the day.
pub(super) fn is_hour(text: &str) -> bool {
    text.len() < 3 && text.parse::<u8>().is_ok_and(|hour| hour < 24)
}

/// Whether a text is a time of day: 9:05, 14:30:05, 2 pm.
pub(super) fn is_clock(text: &str) -> bool {
    const LONGEST: usize = 20;
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    let number = lower.trim_end_matches(['a', 'p', 'm', '.', ' ', 'h', 'z', 'u', 'r']);
    let has_half = number.len() < lower.len();
    let parts: Vec<&str> = number.split([':', '.']).collect();
    let is_part =
        |part: &&str| matches!(part.len(), 1..=2) && part.bytes().all(|b| b.is_ascii_digit());
    let whole = parts.iter().take(3).all(is_part);
    let is_hour = parts[0].parse::<u32>().is_ok_and(|hour| hour <= 24);
    let is_divided = number.contains(':') && matches!(parts.len(), 2..=4);
    whole && is_hour && (is_divided || (has_half && parts.len() == 1))
}

/// The clock times of a text that has two: 09:00–10:30, 1:00 - 2:30 PM. The half of the day that the
/// second has is that of the first, if it is then the earlier one.
pub(super) fn clock_span(text: &str) -> Option<[String; 2]> {
    const JOINTS: [&str; 7] = [" to ", " bis ", " - ", "–", "—", "-", " à "];
    const LONGEST: usize = 40;
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (from, to) = JOINTS.iter().find_map(|joint| text.split_once(joint))?;
    let [from, to] = [from, to].map(str::trim);
    if !is_clock(to) {
        return None;
    }
    let half = to.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' '));
    let has_half = |text: &str| text.to_lowercase().contains('m');
    let from = if has_half(to) && !has_half(from) {
        let hour = |text: &str| text.split([':', ' ']).next()?.parse::<u32>().ok();
        let is_later = hour(from).map(|hour| hour % 12) > hour(to).map(|hour| hour % 12);
        let half = match (is_later, half.to_lowercase().starts_with('p')) {
            (true, true) => "AM",
            (true, false) => "PM",
            (false, _) => half,
        };
        format!("{from} {half}")
    } else {
        from.to_owned()
    };
    is_clock(&from).then(|| [from, to.to_owned()])
}

/// Whether a text can be read as a date, be it in several ways.
pub(super) fn is_date(text: &str, dates: &DateOptions) -> bool {
    // Words alone may be an open end, which is short.
    let longest = if text.bytes().any(|b| b.is_ascii_digit()) { 60 } else { 20 };
    if text.len() > longest {
        return false;
    }
    match Date::parse(text, dates) {
        Ok(_) => true,
        Err(error) => {
            matches!(error.kind, DateErrorKind::AmbiguousOrder | DateErrorKind::Several)
                || is_date_shaped(text, dates)
                || is_fiscal(text)
                || is_yearless(text, dates)
        }
    }
}

/// Whether a text is a fiscal year or a part of one, which options alone can date.
fn is_fiscal(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let is_year = |word: &str| {
        let year = word.strip_prefix("fy").unwrap_or_default();
        matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.len() < 16 && words.any(is_year)
}

/// Whether a text is a day without its year.
fn is_yearless(text: &str, dates: &DateOptions) -> bool {
    // February has a 29th day in the first; a weekday is that of its day in one of the others.
    let first_words = text.chars().take_while(|c| c.is_alphabetic()).count();
    let is_weekday = is_weekday(text.get(..first_words).unwrap_or_default());
    let years = if is_weekday { 2000..2012 } else { 2000..2001 };
    years.into_iter().any(|year| {
        let Some(text) = in_year(text, &year.to_string()) else { return false };
        match Date::parse(&text, dates) {
            Ok(date) => date.precision == Precision::Day,
            Err(error) => error.kind == DateErrorKind::AmbiguousOrder,
        }
    })
}

/// Whether a text has the parts of a date: two or three short numbers, or numbers and a month.
fn is_date_shaped(text: &str, dates: &DateOptions) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split(['/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        // Versions of programs look like it, but for the year.
        [first, _, last] if parts.iter().all(is_number) => {
            first.len() == 4 || matches!(last.len(), 2 | 4)
        }
        [_, .., year] if is_number(year) && year.len() == 2 && parts.len() <= 3 => {
            // Of a year of two digits the century is open; its month is a word.
            let century = [&parts[..parts.len() - 1].join(" "), " 20", year].concat();
            Date::parse(&century, dates).is_ok()
        }
        _ => false,
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
    fn numbers_clocks_and_durations_are_told_apart() {
        let numbers = facts(&["1", "-300", "1850.0", "45292.5", "1577836800", "16,5"]);
        assert_eq!((numbers.numbers, numbers.years, numbers.stamps), (6, 2, 2));
        for clock in ["9:05", "14:30:05", "2 pm", "11:15 AM", "9h", "01:24:59.5"] {
            assert!(is_clock(clock), "{clock}");
        }
        for other in ["1:2:3:4:5", "25:00", "2010", "noon tea", "3.1", ""] {
            assert!(!is_clock(other), "{other}");
        }
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
