//! Bare numbers: years of one or two digits, years with decimals that say nothing (1850.0), days as
//! spreadsheets count them, Unix times, and clock times without signs (20200303140522).

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Ambiguous, Incomplete, Nonexistent};
use crate::date::{
    Bound, DAY_NANOS, Date, DateNumbers, DateOptions, Instant, NegativeYears, Precision, Zone,
    civil_from_days,
};
use crate::error::Message;

const SECOND: i64 = 1_000_000_000;

/// The day before the first of a spreadsheet, where 1900 has a 29 February.
const SERIAL_ZERO: i64 = -25_569;

/// The numbers that are plausible as days of a spreadsheet: 1927 to 2119.
const SERIALS: std::ops::RangeInclusive<i64> = 10_000..=80_000;

/// A number: its digits before and after the point.
#[derive(Clone, Copy)]
struct Digits<'a> {
    whole: &'a str,
    decimals: &'a str,
}

impl<'a> Digits<'a> {
    fn of(text: &'a str) -> Option<Self> {
        // A comma may part thousands, but not after four digits or more.
        let comma = text.split_once(',').filter(|(whole, _)| whole.len() > 3);
        let (whole, decimals) = text.split_once('.').or(comma).unwrap_or((text, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (is_number(whole) && is_number(decimals)).then_some(Self { whole, decimals })
    }

    fn is_whole(self) -> bool {
        self.decimals.bytes().all(|byte| byte == b'0')
    }

    fn value(self) -> Option<i64> {
        self.whole.parse().ok()
    }

    /// The decimals as so many of `units`, rounded.
    fn fraction(self, units: i128) -> i128 {
        let digits = self.decimals.get(..self.decimals.len().min(15)).unwrap_or_default();
        let scale = 10_i128.pow(u32::try_from(digits.len()).unwrap_or(0));
        (digits.parse::<i128>().unwrap_or(0) * units + scale / 2) / scale
    }
}

/// What a number of so many digits can be.
pub(in crate::date) fn number_kind(text: &str) -> Option<DateNumbers> {
    let digits = Digits::of(text)?;
    match digits.whole.len() {
        5 => Some(DateNumbers::Serial).filter(|_| digits.value().is_some_and(is_serial)),
        9 | 10 => Some(DateNumbers::Unix),
        12 | 13 if digits.is_whole() => Some(DateNumbers::UnixMs),
        _ => None,
    }
}

fn is_serial(value: i64) -> bool {
    SERIALS.contains(&value)
}

/// Reads the whole text as a number that is no year of three or four digits.
pub(super) fn number(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some(digits) = Digits::of(cursor.rest()) else { return cursor.no_date() };
    match digits.whole.len() {
        1..=2 if digits.is_whole() => short_year(cursor, digits, options),
        ..=4 if digits.is_whole() && cursor.rest().contains(['.', ',']) => {
            cursor.on_the_line(digits.value().and_then(Date::of_year))
        }
        3..=4 if !digits.is_whole() => {
            let whole = digits.whole;
            let month = digits.fraction(12_000) / 1000 % 12 + 1;
            let fact = format!(
                "a decimal fraction of a year is no month or day for certain; write the month, as {whole}-{month:02}, or the year alone, "
            );
            cursor.firm(Ambiguous, cursor.instead(Message::new(fact), whole))
        }
        6 if let Some((year, month)) = year_and_month(digits) => {
            cursor.on_the_line(Date::of_month(year, month))
        }
        8 => cursor.no_date(),
        14 if digits.is_whole() => timestamp(cursor, digits.whole),
        5.. => long(cursor, digits, options),
        _ => cursor.no_date(),
    }
}

/// A year and a month in six digits that can be no day of a year of two digits: 202003.
fn year_and_month(digits: Digits<'_>) -> Option<(i64, u32)> {
    let part = |from: usize, to: usize| digits.whole.get(from..to)?.parse::<u32>().ok();
    let (first, second, month) = (part(0, 2)?, part(2, 4)?, part(4, 6)?);
    let is_day = (1..=12).contains(&second) || (1..=12).contains(&first);
    let is_month = (13..=20).contains(&first) && !is_day && (1..=12).contains(&month);
    (digits.is_whole() && is_month).then_some((i64::from(first * 100 + second), month))
}

/// A year of one or two digits.
fn short_year(cursor: Cursor<'_>, digits: Digits<'_>, options: &DateOptions) -> Parsed<Date> {
    let (value, whole) = (digits.value().unwrap_or(0), digits.whole);
    if whole == "0" {
        if options.negative_years == Some(NegativeYears::Iso) {
            return cursor.on_the_line(Date::of_year(0));
        }
        let fact = "there is no year 0, as AD 1 follows 1 BC; write one of them, or set ";
        let remedy = Message::new(fact).setting_to("negative-years", "iso");
        return cursor.firm(Nonexistent, remedy.text(", by which 0 is 1 BC"));
    }
    // Beside another date it may be a day as well.
    if let Some(century) = options.century.filter(|_| cursor.is_whole()) {
        return cursor.on_the_line(Date::of_year(century.year(value)));
    }
    let fact = match value {
        0 => format!("the year has two digits; write it in full, as 19{whole:0>2}"),
        _ => format!(
            "the year has two digits at most; write it in full, as 19{whole:0>2}, or AD {value}"
        ),
    };
    if !cursor.is_whole() {
        return cursor.soft(Incomplete, fact);
    }
    let fact = fact + ", or set ";
    let remedy = Message::new(fact).setting("century").text(" to the first of its hundred years");
    cursor.firm(Incomplete, remedy)
}

/// Five digits and more.
fn long(cursor: Cursor<'_>, digits: Digits<'_>, options: &DateOptions) -> Parsed<Date> {
    let found = match options.numbers {
        Some(DateNumbers::Serial) => serial(digits),
        Some(DateNumbers::Unix) => unix(digits, SECOND),
        Some(DateNumbers::UnixMs) => unix(digits, SECOND / 1000),
        Some(DateNumbers::Years) if digits.is_whole() => digits.value().and_then(Date::of_year),
        _ => return cursor.firm(Ambiguous, undecided(cursor, digits)),
    };
    cursor.on_the_line(found)
}

/// A day of a spreadsheet, and its clock time as a fraction of it.
fn serial(digits: Digits<'_>) -> Option<Date> {
    let value = digits.value()?;
    // The day that 1900 did not have: what is before it is a day later.
    let zero = if value < 60 { SERIAL_ZERO + 1 } else { SERIAL_ZERO };
    let day = value.checked_add(zero)?;
    if digits.is_whole() {
        let (year, month, day) = civil_from_days(day);
        return Date::of_day(year, month, day);
    }
    let seconds = digits.fraction(86_400);
    let lo = Instant::from_day(day).checked_add(seconds * i128::from(SECOND))?;
    clocked(lo, if seconds % 60 == 0 { Precision::Minute } else { Precision::Second })
}

/// So many units of so many nanoseconds since 1970 began in UTC.
fn unix(digits: Digits<'_>, unit: i64) -> Option<Date> {
    let count = i128::from(digits.value()?) * i128::from(unit);
    let nanos = count + digits.fraction(i128::from(unit));
    let day = i64::try_from(nanos.div_euclid(i128::from(DAY_NANOS))).ok()?;
    let lo = Instant::from_day(day).checked_add(nanos.rem_euclid(i128::from(DAY_NANOS)))?;
    if lo.nano % SECOND == 0 {
        return Some(Date { zone: Zone::Offset(0), ..clocked(lo, Precision::Second)? });
    }
    // As exact as its last digit.
    let places = if digits.is_whole() { 0 } else { digits.decimals.len().min(9) };
    let places = u32::try_from(places).ok()?;
    let width = (unit / 10_i64.pow(places)).max(1);
    let hi = Bound::At(lo.checked_add(i128::from(width))?);
    let date = Date { hi, ..Date::spanning((lo, lo), Precision::Fraction) };
    Some(Date { zone: Zone::Offset(0), ..date })
}

/// The clock time that begins at `lo`.
fn clocked(lo: Instant, precision: Precision) -> Option<Date> {
    let width = if precision == Precision::Minute { 60 * SECOND } else { SECOND };
    let hi = Bound::At(lo.checked_add(i128::from(width))?);
    Some(Date { hi, ..Date::spanning((lo, lo), precision) })
}

/// Day and clock time in 14 digits.
fn timestamp(cursor: Cursor<'_>, digits: &str) -> Parsed<Date> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let number = |from, to| part(from, to).unwrap_or(99_u32);
    let (hour, minute, second) = (number(8, 10), number(10, 12), number(12, 14));
    let day = Instant::from_civil(i64::from(number(0, 4)), number(4, 6), number(6, 8));
    let seconds = i128::from(hour * 3600 + minute * 60 + second);
    let is_clock = hour < 24 && minute < 60 && second < 60;
    let lo = day.filter(|_| is_clock).and_then(|day| day.checked_add(seconds * i128::from(SECOND)));
    lo.and_then(|lo| clocked(lo, Precision::Second)).map_or_else(
        || {
            let message = "14 digits are day and clock time, and there is none such; write YYYY-MM-DDThh:mm:ss";
            cursor.firm(Nonexistent, message)
        },
        Ok,
    )
}

/// What a number that nothing decides can be.
fn undecided(cursor: Cursor<'_>, digits: Digits<'_>) -> Message {
    let Digits { whole, .. } = digits;
    let kind = number_kind(whole);
    let (what, value, date) = match kind {
        Some(DateNumbers::Serial) => {
            ("the serial number of a day in a spreadsheet", "serial", serial(digits))
        }
        Some(DateNumbers::Unix) => ("a Unix time in seconds", "unix", unix(digits, SECOND)),
        Some(DateNumbers::UnixMs) => {
            ("a Unix time in milliseconds", "unix-ms", unix(digits, SECOND / 1000))
        }
        _ => return other_number(cursor, whole),
    };
    let day = date.and_then(|date| date.lo()).map_or_else(String::new, |lo| {
        let (year, month, day) = lo.civil();
        format!("{year:04}-{month:02}-{day:02}")
    });
    let count = whole.len();
    let fact = format!("{count} digits without a sign are no year; this could be {what}, ");
    let message = cursor.instead(Message::new(fact), day).text(", or the year ");
    let message = cursor.instead(message, format!("+{whole}"));
    message.text(": write one or the other, or set ").setting_to("date-numbers", value)
}

fn other_number(cursor: Cursor<'_>, whole: &str) -> Message {
    let count = whole.len();
    let year_month = whole.split_at_checked(4).filter(|(_, month)| {
        count == 6 && month.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month))
    });
    if let Some((year, month)) = year_month {
        let fact =
            "six digits can be a month or a day of a year with two digits; write the month as ";
        return cursor.instead(Message::new(fact), format!("{year}-{month}"));
    }
    if count > 18 {
        return format!("{count} digits are no date; write YYYY").into();
    }
    format!(
        "{count} digits without a sign are no year; write YYYY, or a sign before a longer year, as +{whole}"
    )
    .into()
}
