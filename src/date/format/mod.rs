//! Dates in words for labels: day, month name, year, clock time, never more than was written.

use crate::date::iso_text;
use crate::date::span::iso_week;
use crate::date::{Age, Bound, Date, DateForm, DateSide, Instant, Precision, Third, Zone};
use std::fmt::{self, Formatter, Write};

/// English month names, January first.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The short English name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    MONTHS[(month as usize + 11) % 12]
}

/// An astronomical year as history writes it: 2010, 985, AD 14, 44 BC, 10,000 BC. There is no
/// year 0; years of one or two digits, or of more than four, are not read as years without an era.
pub fn year_text(year: i64) -> String {
    match year {
        100..=9999 => year.to_string(),
        1.. => format!("AD {}", grouped(year.unsigned_abs())),
        _ => format!("{} BC", grouped(year.unsigned_abs() + 1)),
    }
}

/// A number of five digits and more in groups of three, fewer as they are.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What the reader of a label is told elsewhere, so that the label need not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The zone of clock times, in seconds east of UTC.
    pub zone: Option<i32>,
    /// The day of clock times, counted from 1970-01-01 in that zone.
    pub day: Option<i64>,
    /// Whether there are dates BC among others, so that years before 1000 need their era too.
    pub is_bc: bool,
}

impl Known {
    /// A year, where these things are known.
    fn year(self, year: i64) -> String {
        let era = if self.is_bc && (100..1000).contains(&year) { "AD " } else { "" };
        era.to_owned() + &year_text(year)
    }
}

/// A date in words.
pub(super) struct DateText<'a>(pub(super) &'a Date, pub(super) Known);

impl fmt::Display for DateText<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.print(f)
    }
}

impl Date {
    /// The date in words, without what the reader of them knows already.
    pub fn words(&self, known: Known) -> String {
        DateText(self, known).to_string()
    }
}

impl fmt::Display for Date {
    /// The date in words, never more exact than it was written: "2010", "Mar 2010",
    /// "12 Mar 2010", "44 BC". [`Date::parse`] reads it back to the same span.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        DateText(self, Known::default()).fmt(f)
    }
}

impl<'a> DateText<'a> {
    fn of(&self, date: &'a Date) -> Self {
        DateText(date, self.1)
    }

    /// The date at its own precision and in its own form, with its doubts.
    fn print(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let DateText(date, known) = *self;
        match &date.form {
            DateForm::Range(ends) => return f.write_str(&range_text(&ends[0], &ends[1], known)),
            DateForm::DateSide(side, inner) => return print_side(*side, &self.of(inner), f),
            DateForm::OneOf(members) => return self.print_members(members, " or ", f),
            DateForm::AllOf(members) => return self.print_members(members, " and ", f),
            DateForm::Present => return f.write_str("present"),
            DateForm::Open => return f.write_str(".."),
            DateForm::Unknown => return f.write_str("?"),
            DateForm::Plain
            | DateForm::Age(_)
            | DateForm::Literal(_)
            | DateForm::Season(_)
            | DateForm::Third(..) => {}
        }
        let crosses = matches!(date.form, DateForm::Season(season) if season.crosses());
        // Winter 2010 is approximate as it stands, winter 2010/11 is not.
        if date.approximate.any() && !crosses {
            f.write_str("c. ")?;
        }
        match &date.form {
            DateForm::Age(age) => print_age(age, f)?,
            DateForm::Literal(text) => f.write_str(text)?,
            DateForm::Season(season) => {
                let year = date.lo().map(|lo| lo.civil().0).unwrap_or_default();
                let is_exact = crosses && !date.approximate.any();
                match year {
                    1000..=9998 if is_exact => {
                        write!(f, "{} {year}/{:02}", season.name(), (year + 1) % 100)?;
                    }
                    _ if is_exact => f.write_str(&iso_text::season(*season, year))?,
                    _ => write!(f, "{} {}", season.name(), known.year(year))?,
                }
            }
            DateForm::Third(third, whole) => {
                let word = match third {
                    Third::Early => "early ",
                    Third::Mid => "mid-",
                    Third::Late => "late ",
                };
                write!(f, "{word}{}", self.of(whole))?;
            }
            _ => print_unit(date, known, f)?,
        }
        if date.uncertain.any() { f.write_char('?') } else { Ok(()) }
    }

    fn print_members(&self, members: &'a [Date], last: &str, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, date) in members.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == members.len() => f.write_str(last)?,
                _ => f.write_str(", ")?,
            }
            write!(f, "{}", self.of(date))?;
        }
        Ok(())
    }
}

/// Two dates as a range, joined by an en dash, in blanks when either has blanks of its own. What
/// both end with, or the day that both clock times are of, is said once: 12–15 Mar 2010.
pub fn range_text(from: &Date, to: &Date, known: Known) -> String {
    let (mut start, end) = (DateText(from, known).to_string(), DateText(to, known).to_string());
    // A number alone before an age is an age.
    let is_year = from.precision == Precision::Year && matches!(from.form, DateForm::Plain);
    if let (true, true, Some(at)) =
        (is_year, matches!(to.form, DateForm::Age(_)), year_alone(&start))
    {
        start.insert_str(at, "AD ");
    }
    match (&from.form, &to.form) {
        (_, DateForm::Open) => return format!("since {start}"),
        (_, DateForm::Unknown) => return format!("{start}–?"),
        (DateForm::Open, _) => return format!("until {end}"),
        (DateForm::Unknown, _) => return format!("?–{end}"),
        _ => {}
    }
    let is_clock = |date: &Date| date.precision >= Precision::Hour;
    let (head, tail) = match (is_clock(from), is_clock(to)) {
        (true, true) => (common_head(&start, &end), 0),
        (true, false) => (0, 0),
        // A year without its era is read as a day before one.
        (false, _) if is_year && to.precision != Precision::Year => (0, 0),
        (false, _) => (0, common_tail(&start, &end)),
    };
    let (own, end) = (&start[..start.len() - tail], &end[head..]);
    let is_spaced = own.contains(' ') || end[..end.len() - tail].contains(' ');
    let dash = if is_spaced { " – " } else { "–" };
    format!("{own}{dash}{end}")
}

/// Where a year begins that is written without an era.
fn year_alone(text: &str) -> Option<usize> {
    let has_era = text.contains("AD") || text.contains("BC");
    text.find(|c: char| c.is_ascii_digit()).filter(|_| !has_era)
}

/// Length of the day that two clock times share, with the comma and blank after it.
fn common_head(start: &str, end: &str) -> usize {
    let head = start.find(", ").map_or("", |comma| &start[..comma + 2]);
    if end.starts_with(head) { head.len() } else { 0 }
}

/// Length of the words, with the blank before them, that both texts end with; each keeps a word of
/// its own.
fn common_tail(start: &str, end: &str) -> usize {
    if start == end {
        return 0;
    }
    let tails = start.match_indices(' ').map(|(at, _)| &start[at..]);
    let is_own = |tail: &&str| !start[..start.len() - tail.len()].ends_with("c.");
    let mut shared = tails.filter(|tail| end.ends_with(tail) && is_own(tail));
    shared.next().map_or(0, str::len)
}

fn print_side(side: DateSide, date: &DateText<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    match side {
        DateSide::Before => write!(f, "before {date}"),
        DateSide::After => write!(f, "after {date}"),
        DateSide::By => write!(f, "by {date}"),
        DateSide::InOrAfter => write!(f, "in or after {date}"),
        DateSide::Since => write!(f, "since {date}"),
        DateSide::Until => write!(f, "until {date}"),
        DateSide::ToFromUnknown => write!(f, "?–{date}"),
        DateSide::FromToUnknown => write!(f, "{date}–?"),
    }
}

/// A calendar unit.
fn print_unit(date: &Date, known: Known, f: &mut Formatter<'_>) -> fmt::Result {
    let Bound::At(lo) = date.lo else { return f.write_str(&date.written) };
    let (first, number, day) = local(date, lo).civil();
    let (month, year) = (month_name(number), known.year(first));
    match date.precision {
        Precision::Year => f.write_str(&year),
        Precision::Half => write!(f, "H{} {year}", number / 6 + 1),
        Precision::Quarter => write!(f, "Q{} {year}", number / 3 + 1),
        Precision::Month => write!(f, "{month} {year}"),
        Precision::Week => {
            let (year, week) = iso_week(lo.day);
            write!(f, "week {week}, {}", known.year(year))
        }
        Precision::Day => write!(f, "{day} {month} {year}"),
        // 350s BC are the years 359 BC, or -358, to 350 BC.
        Precision::Decade if first.is_negative() => write!(f, "{}s BC", -8 - i128::from(first)),
        Precision::Decade if first < 100 => write!(f, "{first}s AD"),
        Precision::Decade => write!(f, "{first}s"),
        Precision::Century => print_count(first, 100, "century", f),
        Precision::Millennium => print_count(first, 1000, "millennium", f),
        Precision::Hour | Precision::Minute | Precision::Second | Precision::Fraction => {
            let is_here = match date.zone {
                Zone::Offset(east) => known.zone == Some(east),
                Zone::Floating => known.zone.is_none(),
            };
            if !is_here || known.day != Some(local(date, lo).day) {
                write!(f, "{day} {month} {year}, ")?;
            }
            print_clock(date, local(date, lo), f)?;
            match date.zone {
                Zone::Offset(east) if known.zone != Some(east) => {
                    write!(f, " {}", zone_text(east))
                }
                _ => Ok(()),
            }
        }
        _ => f.write_str(&date.written),
    }
}

/// The stretch of `length` years that begins with `first`, by its number: 18th century.
fn print_count(first: i64, length: u64, unit: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let number = first.unsigned_abs() / length + 1;
    let era = if first.is_negative() { " BC" } else { "" };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    write!(f, "{number}{ending} {unit}{era}")
}

/// `at` on the clock of the place that wrote the date.
fn local(date: &Date, at: Instant) -> Instant {
    match date.zone {
        Zone::Offset(east) => at.checked_add(i128::from(east) * 1_000_000_000).unwrap_or(at),
        Zone::Floating => at,
    }
}

fn print_age(age: &Age, f: &mut Formatter<'_>) -> fmt::Result {
    let point = if age.decimals.is_empty() { "" } else { "." };
    write!(f, "{}{point}{} {}", grouped(age.whole), age.decimals, age.symbol())
}

fn print_clock(date: &Date, at: Instant, f: &mut Formatter<'_>) -> fmt::Result {
    let (seconds, nanos) = (at.nano / 1_000_000_000, at.nano % 1_000_000_000);
    write!(f, "{:02}", seconds / 3600)?;
    if date.precision == Precision::Hour {
        return f.write_char('h');
    }
    write!(f, ":{:02}", seconds / 60 % 60)?;
    if date.precision >= Precision::Second {
        // A leap second is the last nanosecond of its minute.
        let is_leap = nanos == 999_999_999 && date.precision == Precision::Second;
        write!(f, ":{:02}", seconds % 60 + i64::from(is_leap))?;
    }
    if date.precision == Precision::Fraction {
        let width = date.lo().zip(date.hi()).map(|(lo, hi)| hi.nanos_since(lo));
        let open = width.and_then(i128::checked_ilog10).unwrap_or_default();
        write!(f, ".{}", &format!("{nanos:09}")[..9_usize.saturating_sub(open as usize)])?;
    }
    Ok(())
}

/// A zone by its seconds east of UTC: UTC, UTC+5:30.
pub fn zone_text(east: i32) -> String {
    let sign = if east.is_negative() { '\u{2212}' } else { '+' };
    let minutes = east.unsigned_abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
