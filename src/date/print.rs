//! Dates in words for labels: day, month name, year, clock time, never more than was written.

use super::{Bound, Date, Instant, Precision, Zone};
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

/// Writes `date` at its own precision; a date without a lower bound is written as it was.
pub(super) fn print(date: &Date, f: &mut Formatter<'_>) -> fmt::Result {
    let Bound::At(lo) = date.lo else { return f.write_str(&date.written) };
    let (year, month, day) = local(date, lo).civil();
    let (month, year) = (month_name(month), year_text(year));
    match date.precision {
        Precision::Year => f.write_str(&year),
        Precision::Month => write!(f, "{month} {year}"),
        Precision::Day => write!(f, "{day} {month} {year}"),
        Precision::Minute | Precision::Second | Precision::Fraction => {
            write!(f, "{day} {month} {year}, ")?;
            print_clock(date, local(date, lo), f)
        }
        _ => f.write_str(&date.written),
    }
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
    write!(f, "{:02}:{:02}", seconds / 3600, seconds / 60 % 60)?;
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
