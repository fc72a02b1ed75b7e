//! Dates in words for labels: day, month name, year, clock time, never more than was written.

use super::span::iso_week;
use super::{Bound, Date, Form, Instant, Precision, Side, Third, Zone};
use std::fmt::{self, Formatter, Write};

/// English month names, January first.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The short English name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    MONTHS[(month as usize + 11) % 12]
}

/// An astronomical year as history writes it: 2010, 44 BC. There is no year 0.
pub fn year_text(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i128::from(year)) }
}

/// Writes `date` at its own precision and in its own form, with its doubts.
pub(super) fn print(date: &Date, f: &mut Formatter<'_>) -> fmt::Result {
    match &date.form {
        Form::Range(ends) => return print_range(ends, f),
        Form::Side(side, inner) => return print_side(*side, inner, f),
        Form::OneOf(members) => return print_members(members, " or ", f),
        Form::AllOf(members) => return print_members(members, " and ", f),
        Form::Present => return f.write_str("present"),
        Form::Plain | Form::Literal(_) | Form::Season(_) | Form::Third(..) => {}
    }
    if date.approximate.any() {
        f.write_str("c. ")?;
    }
    match &date.form {
        Form::Literal(text) => f.write_str(text)?,
        Form::Season(season) => {
            let year = date.lo().map_or(0, |lo| lo.civil().0);
            write!(f, "{} {}", season.name(), year_text(year))?;
        }
        Form::Third(third, whole) => {
            let word = match third {
                Third::Early => "early",
                Third::Mid => "mid",
                Third::Late => "late",
            };
            write!(f, "{word} {whole}")?;
        }
        _ => print_unit(date, f)?,
    }
    if date.uncertain.any() { f.write_char('?') } else { Ok(()) }
}

/// Two dates with an en dash, in blanks when either has blanks of its own.
fn print_range([from, to]: &[Date; 2], f: &mut Formatter<'_>) -> fmt::Result {
    let (from, to) = (from.to_string(), to.to_string());
    let spaced = from.contains(' ') || to.contains(' ');
    if spaced { write!(f, "{from} – {to}") } else { write!(f, "{from}–{to}") }
}

fn print_side(side: Side, date: &Date, f: &mut Formatter<'_>) -> fmt::Result {
    match side {
        Side::Before => write!(f, "before {date}"),
        Side::After => write!(f, "after {date}"),
        Side::By => write!(f, "by {date}"),
        Side::InOrAfter => write!(f, "in or after {date}"),
        Side::Since => write!(f, "since {date}"),
        Side::Until => write!(f, "until {date}"),
        Side::ToFromUnknown => write!(f, "?–{date}"),
        Side::FromToUnknown => write!(f, "{date}–?"),
    }
}

fn print_members(members: &[Date], last: &str, f: &mut Formatter<'_>) -> fmt::Result {
    for (index, date) in members.iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == members.len() => f.write_str(last)?,
            _ => f.write_str(", ")?,
        }
        write!(f, "{date}")?;
    }
    Ok(())
}

/// A calendar unit.
fn print_unit(date: &Date, f: &mut Formatter<'_>) -> fmt::Result {
    let Bound::At(lo) = date.lo else { return f.write_str(&date.written) };
    let (first, number, day) = local(date, lo).civil();
    let (month, year) = (month_name(number), year_text(first));
    match date.precision {
        Precision::Year => f.write_str(&year),
        Precision::Half => write!(f, "H{} {year}", (number - 1) / 6 + 1),
        Precision::Quarter => write!(f, "Q{} {year}", (number - 1) / 3 + 1),
        Precision::Month => write!(f, "{month} {year}"),
        Precision::Week => {
            let (year, week) = iso_week(lo.day);
            write!(f, "week {week}, {}", year_text(year))
        }
        Precision::Day => write!(f, "{day} {month} {year}"),
        Precision::Decade if first > 0 => write!(f, "{first}s"),
        Precision::Century => print_count(first, 100, "century", f),
        Precision::Millennium => print_count(first, 1000, "millennium", f),
        Precision::Hour | Precision::Minute | Precision::Second | Precision::Fraction => {
            write!(f, "{day} {month} {year}, ")?;
            print_clock(date, local(date, lo), f)
        }
        _ => f.write_str(&date.written),
    }
}

/// The stretch of `length` years that begins with `first`, by its number: 18th century.
fn print_count(first: i64, length: i64, unit: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let (number, era) =
        if first > 0 { ((first - 1) / length + 1, "") } else { ((1 - first) / length, " BC") };
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
        Zone::Floating | Zone::Named(_) => at,
    }
}

fn print_clock(date: &Date, at: Instant, f: &mut Formatter<'_>) -> fmt::Result {
    let (seconds, nanos) = (at.nano / 1_000_000_000, at.nano % 1_000_000_000);
    if date.precision == Precision::Hour {
        write!(f, "{:02}h", seconds / 3600)?;
    } else {
        write!(f, "{:02}:{:02}", seconds / 3600, seconds / 60 % 60)?;
    }
    if date.precision >= Precision::Second {
        write!(f, ":{:02}", seconds % 60)?;
    }
    if date.precision == Precision::Fraction {
        let width = date.hi().map_or(1, |hi| hi.nanos_since(at_utc(date, at)));
        let digits = (1..=9).find(|&n| 10_i128.pow(9 - n) <= width).unwrap_or(9) as usize;
        write!(f, ".{}", &format!("{nanos:09}")[..digits])?;
    }
    match date.zone {
        Zone::Offset(0) => f.write_str(" UTC"),
        Zone::Offset(east) => {
            let sign = if east < 0 { '\u{2212}' } else { '+' };
            let minutes = east.abs() / 60;
            write!(f, " UTC{sign}{}", minutes / 60)?;
            if minutes % 60 > 0 { write!(f, ":{:02}", minutes % 60) } else { Ok(()) }
        }
        Zone::Named(ref name) => {
            f.write_char(' ')?;
            f.write_str(name)
        }
        Zone::Floating => Ok(()),
    }
}

/// Undoes [`local`].
fn at_utc(date: &Date, at: Instant) -> Instant {
    date.lo().unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_printed_as_exactly_as_written() {
        let cases = [
            ("2010", "2010"),
            ("2010-03", "Mar 2010"),
            ("2010-03-12", "12 Mar 2010"),
            ("2010-03-12T14:05", "12 Mar 2010, 14:05"),
            ("2010-03-12T14:05:09Z", "12 Mar 2010, 14:05:09 UTC"),
            ("2010-03-12T14:05:09.250", "12 Mar 2010, 14:05:09.250"),
            ("2010-03-12T00:05+05:30", "12 Mar 2010, 00:05 UTC+5:30"),
            ("2010-03-12T00:05-04", "12 Mar 2010, 00:05 UTC\u{2212}4"),
            ("0000", "1 BC"),
            ("-0043-03-15", "15 Mar 44 BC"),
            ("0014", "14"),
            ("+12019", "12019"),
        ];
        for (text, words) in cases {
            assert_eq!(text.parse::<Date>().expect(text).to_string(), words);
        }
    }
}
