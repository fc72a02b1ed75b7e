//! ISO 8601 in its extended form: year, month, day, clock time, offset from UTC.
//!
//! Years have four digits, or a sign and four or more; `0000` is 1 BC. U+2212 stands for a minus.

use super::{Date, DateError, Instant, Precision, Zone, days_in_month};
use chrono::{FixedOffset, NaiveTime, Timelike};

const WANTED: &str = "write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm";

/// Reads the whole of `text`, blanks around it aside.
pub(super) fn parse(text: &str) -> Result<Date, DateError> {
    let mut cell = Cell::new(text);
    let date = cell.date()?;
    cell.end()?;
    Ok(date)
}

/// A cell being read, character by character.
struct Cell<'a> {
    text: &'a str,
    chars: Vec<char>,
    at: usize,
    end: usize,
}

type Parsed<T> = Result<T, DateError>;

impl<'a> Cell<'a> {
    fn new(text: &'a str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let is_blank = |c: &&char| c.is_whitespace();
        let at = chars.iter().take_while(is_blank).count();
        let end = chars.len() - chars[at..].iter().rev().take_while(is_blank).count();
        Self { text, chars, at, end }
    }

    fn peek(&self) -> Option<char> {
        self.chars[..self.end].get(self.at).copied()
    }

    /// Takes the next character if it is one of `any`.
    fn take(&mut self, any: &[char]) -> Option<char> {
        let next = self.peek().filter(|c| any.contains(c))?;
        self.at += 1;
        Some(next)
    }

    fn sign(&mut self) -> Option<i64> {
        let sign = self.take(&['+', '-', '\u{2212}'])?;
        Some(if sign == '+' { 1 } else { -1 })
    }

    fn fail<T>(&self, offset: usize, message: impl Into<String>) -> Parsed<T> {
        Err(DateError { offset, message: message.into() })
    }

    /// As many ASCII digits as follow.
    fn digits(&mut self) -> &[char] {
        let rest = &self.chars[self.at..self.end];
        let count = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        self.at += count;
        &self.chars[self.at - count..self.at]
    }

    /// Exactly two digits.
    fn two(&mut self, what: &str) -> Parsed<u32> {
        let start = self.at;
        match self.digits() {
            &[tens, ones] => Ok(digit(tens) * 10 + digit(ones)),
            [] => self.fail(start, format!("the {what} is missing; {WANTED}")),
            _ => self.fail(start, format!("the {what} needs exactly two digits; {WANTED}")),
        }
    }

    fn date(&mut self) -> Parsed<Date> {
        if self.at == self.end {
            return self.fail(0, format!("the date is empty; {WANTED}"));
        }
        let start = self.at;
        let year = self.year()?;
        if self.take(&['-', '\u{2212}']).is_none() {
            return self.span(start, year, Precision::Year, 1, 1);
        }
        let month_at = self.at;
        let month = self.two("month")?;
        if !(1..=12).contains(&month) {
            return self.fail(month_at, format!("there is no month {month:02}; write 01 to 12"));
        }
        if self.take(&['-', '\u{2212}']).is_none() {
            return self.span(start, year, Precision::Month, month, 1);
        }
        let day_at = self.at;
        let day = self.two("day")?;
        let last = days_in_month(year, month);
        if day == 0 || day > last {
            let month_text = format!("{year:04}-{month:02}");
            let message = format!("{month_text} has no day {day:02}; write 01 to {last}");
            return self.fail(day_at, message);
        }
        match self.take(&['T', 't', ' ']) {
            None => self.span(start, year, Precision::Day, month, day),
            Some(_) => self.clock(start, year, month, day),
        }
    }

    fn year(&mut self) -> Parsed<i64> {
        let start = self.at;
        let sign = self.sign();
        let digits: String = self.digits().iter().collect();
        match (digits.len(), sign) {
            (0, _) => self.fail(start, format!("this is not a date; {WANTED}")),
            (1..=3, _) => self.fail(start, "the year has fewer than four digits; write it in full, as 0098 or 1998"),
            (4, _) | (_, Some(_)) => match digits.parse::<i64>() {
                Ok(year) => Ok(year * sign.unwrap_or(1)),
                Err(_) => self.fail(start, "the year is beyond all reckoning; write at most 16 digits"),
            },
            _ => self.fail(start, format!("{} digits without a sign are no year; write YYYY, or a sign before a longer year", digits.len())),
        }
    }

    /// The year, month or day that begins with the given day.
    fn span(
        &self,
        start: usize,
        year: i64,
        precision: Precision,
        month: u32,
        day: u32,
    ) -> Parsed<Date> {
        let next = match precision {
            Precision::Year => year.checked_add(1).map(|next| (next, 1)),
            Precision::Month if month == 12 => year.checked_add(1).map(|next| (next, 1)),
            _ => Some((year, month + 1)),
        };
        let lo = Instant::from_civil(year, month, day);
        let hi = match precision {
            Precision::Day => lo.and_then(|lo| lo.day.checked_add(1)).map(Instant::from_day),
            _ => next.and_then(|(year, month)| Instant::from_civil(year, month, 1)),
        };
        match (lo, hi) {
            (Some(lo), Some(hi)) => {
                Ok(Date::plain(lo, hi, precision, Zone::Floating, self.text.trim()))
            }
            _ => self.fail(start, "the year is beyond the time line; write at most 16 digits"),
        }
    }

    /// Hour and minute, second and fraction where they are, and the offset.
    fn clock(&mut self, start: usize, year: i64, month: u32, day: u32) -> Parsed<Date> {
        let clock_at = self.at;
        let hour = self.two("hour")?;
        if self.take(&[':']).is_none() {
            return self.fail(self.at, "the minute is missing; write hh:mm");
        }
        let minute = self.two("minute")?;
        let mut second = 0;
        let (mut precision, mut width) = (Precision::Minute, 60_000_000_000_i64);
        if self.take(&[':']).is_some() {
            second = self.two("second")?;
            (precision, width) = (Precision::Second, 1_000_000_000);
        }
        let Some(time) = NaiveTime::from_hms_opt(hour, minute, second) else {
            let message = format!(
                "there is no clock time {hour:02}:{minute:02}:{second:02}; write 00:00:00 to 23:59:59"
            );
            return self.fail(clock_at, message);
        };
        let mut nanos = i64::from(time.num_seconds_from_midnight()) * 1_000_000_000;
        if precision == Precision::Second && self.take(&['.', ',']).is_some() {
            let (fraction, unit) = self.fraction()?;
            nanos += fraction;
            (precision, width) = (Precision::Fraction, unit);
        }
        let offset = self.offset()?;
        let east = offset.map_or(0, |offset| i128::from(offset.local_minus_utc()) * 1_000_000_000);
        let zone = offset.map_or(Zone::Floating, |offset| Zone::Offset(offset.local_minus_utc()));
        let lo = Instant::from_civil(year, month, day)
            .and_then(|day| day.checked_add(i128::from(nanos) - east));
        let hi = lo.and_then(|lo| lo.checked_add(i128::from(width)));
        match (lo, hi) {
            (Some(lo), Some(hi)) => Ok(Date::plain(lo, hi, precision, zone, self.text.trim())),
            _ => self.fail(start, "the year is beyond the time line; write at most 16 digits"),
        }
    }

    /// Nanoseconds of a decimal fraction of a second, and those of its last digit.
    fn fraction(&mut self) -> Parsed<(i64, i64)> {
        let start = self.at;
        let digits: Vec<u32> = self.digits().iter().map(|&c| digit(c)).collect();
        if !(1..=9).contains(&digits.len()) {
            return self.fail(start, "a fraction of a second has one to nine digits");
        }
        let mut unit = 1_000_000_000;
        let mut nanos = 0;
        for digit in digits {
            unit /= 10;
            nanos += i64::from(digit) * unit;
        }
        Ok((nanos, unit))
    }

    /// `Z`, `+hh`, `+hh:mm` or `+hhmm`, if anything follows.
    fn offset(&mut self) -> Parsed<Option<FixedOffset>> {
        let start = self.at;
        if self.take(&['Z', 'z']).is_some() {
            return Ok(FixedOffset::east_opt(0));
        }
        let Some(sign) = self.sign() else { return Ok(None) };
        let colon = self.chars[..self.end].get(self.at + 2) == Some(&':');
        let digits = if colon {
            let hour = self.two("offset's hour")?;
            self.at += 1;
            hour * 100 + self.two("offset's minute")?
        } else {
            match *self.digits() {
                [a, b] => (digit(a) * 10 + digit(b)) * 100,
                [a, b, c, d] => digit(a) * 1000 + digit(b) * 100 + digit(c) * 10 + digit(d),
                _ => return self.fail(start, "the offset from UTC is not +hh, +hhmm or +hh:mm"),
            }
        };
        let (hour, minute) = (digits / 100, digits % 100);
        // The widest offset in use is +14:00 (Line Islands).
        if minute > 59 || hour * 60 + minute > 14 * 60 {
            return self.fail(start, "no zone is that far from UTC; write -14:00 to +14:00");
        }
        let seconds = i32::try_from(sign).unwrap_or(1) * (hour * 3600 + minute * 60) as i32;
        Ok(FixedOffset::east_opt(seconds))
    }

    /// Nothing may follow the date.
    fn end(&self) -> Parsed<()> {
        if self.at == self.end {
            return Ok(());
        }
        let rest: String = self.chars[self.at..self.end].iter().collect();
        let message =
            format!("{} is left over after the date; {WANTED}", crate::error::quoted(&rest));
        self.fail(self.at, message)
    }
}

/// The value of an ASCII digit.
fn digit(c: char) -> u32 {
    c as u32 - '0' as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::DAY_NANOS;
    use proptest::prelude::*;

    fn day(year: i64, month: u32, day: u32) -> Instant {
        Instant::from_civil(year, month, day).expect("a day of the test's own")
    }

    fn at(year: i64, month: u32, of_month: u32, clock: [i64; 3]) -> Instant {
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2];
        Instant { nano: seconds * 1_000_000_000, ..day(year, month, of_month) }
    }

    #[test]
    fn spans_by_notation() {
        let cases = [
            ("2010", day(2010, 1, 1), day(2011, 1, 1), Precision::Year),
            (" 2010 ", day(2010, 1, 1), day(2011, 1, 1), Precision::Year),
            ("0000", day(0, 1, 1), day(1, 1, 1), Precision::Year),
            ("-0044", day(-44, 1, 1), day(-43, 1, 1), Precision::Year),
            ("\u{2212}0044", day(-44, 1, 1), day(-43, 1, 1), Precision::Year),
            ("+12019", day(12_019, 1, 1), day(12_020, 1, 1), Precision::Year),
            (
                "-13800000000",
                day(-13_800_000_000, 1, 1),
                day(-13_799_999_999, 1, 1),
                Precision::Year,
            ),
            ("2010-03", day(2010, 3, 1), day(2010, 4, 1), Precision::Month),
            ("2010-12", day(2010, 12, 1), day(2011, 1, 1), Precision::Month),
            ("2012-02-29", day(2012, 2, 29), day(2012, 3, 1), Precision::Day),
            ("-0044-03-15", day(-44, 3, 15), day(-44, 3, 16), Precision::Day),
            (
                "2010-03-12T14:05",
                at(2010, 3, 12, [14, 5, 0]),
                at(2010, 3, 12, [14, 6, 0]),
                Precision::Minute,
            ),
            (
                "2010-03-12 14:05:09",
                at(2010, 3, 12, [14, 5, 9]),
                at(2010, 3, 12, [14, 5, 10]),
                Precision::Second,
            ),
            ("2010-03-12T23:59", at(2010, 3, 12, [23, 59, 0]), day(2010, 3, 13), Precision::Minute),
            (
                "2010-03-12T14:05Z",
                at(2010, 3, 12, [14, 5, 0]),
                at(2010, 3, 12, [14, 6, 0]),
                Precision::Minute,
            ),
            (
                "2010-03-12T14:05+02:00",
                at(2010, 3, 12, [12, 5, 0]),
                at(2010, 3, 12, [12, 6, 0]),
                Precision::Minute,
            ),
            (
                "2010-03-12T14:05-0430",
                at(2010, 3, 12, [18, 35, 0]),
                at(2010, 3, 12, [18, 36, 0]),
                Precision::Minute,
            ),
            (
                "2010-03-12T00:05+02",
                at(2010, 3, 11, [22, 5, 0]),
                at(2010, 3, 11, [22, 6, 0]),
                Precision::Minute,
            ),
        ];
        for (text, lo, hi, precision) in cases {
            let date = parse(text).expect(text);
            assert_eq!((date.lo(), date.hi()), (Some(lo), Some(hi)), "{text}");
            assert_eq!((date.precision, date.written.as_str()), (precision, text.trim()));
        }
    }

    #[test]
    fn a_fraction_is_as_wide_as_its_last_digit() {
        let date = parse("2010-03-12T14:05:09.250Z").expect("a date");
        let (lo, hi) = (date.lo().expect("bounded"), date.hi().expect("bounded"));
        assert_eq!(lo.nano % 1_000_000_000, 250_000_000);
        assert_eq!(hi.nanos_since(lo), 1_000_000);
        assert_eq!(date.zone, Zone::Offset(0));
    }

    #[test]
    fn refusals_point_into_the_cell() {
        let cases = [
            ("", 0, "empty"),
            ("soon", 0, "not a date"),
            ("98", 0, "fewer than four digits"),
            ("12019", 0, "5 digits without a sign"),
            ("2010-13", 5, "no month 13"),
            ("2010-3", 5, "exactly two digits"),
            ("2010-00-01", 5, "no month 00"),
            ("2010-02-30", 8, "2010-02 has no day 30; write 01 to 28"),
            ("2010-03-12T", 11, "hour is missing"),
            ("2010-03-12T14", 13, "minute is missing"),
            ("2010-03-12T24:01", 11, "no clock time 24:01"),
            ("2010-03-12T14:05+15:00", 16, "that far from UTC"),
            ("2010-03-12T14:05+1", 16, "not +hh"),
            ("2010-03-12T14:05:09.", 20, "one to nine digits"),
            ("2010 or so", 4, "left over"),
            ("  2010x", 6, "left over"),
            ("+99999999999999999", 0, "beyond the time line"),
            ("+99999999999999999999", 0, "beyond all reckoning"),
        ];
        for (text, offset, part) in cases {
            let error = parse(text).expect_err(text);
            assert_eq!(error.offset, offset, "{text}: {error}");
            assert!(error.message.contains(part), "{text}: {error}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}|[-+0-9T:.Z \u{2212}]{0,30}") {
            if let Err(error) = parse(&text) {
                prop_assert!(error.offset <= text.chars().count());
            }
        }

        #[test]
        fn every_day_is_read_back(days in -1_000_000i64..4_000_000) {
            let (year, month, of_month) = Instant::from_day(days).civil();
            let sign = if year < 0 { "-" } else if year > 9999 { "+" } else { "" };
            let text = format!("{sign}{:04}-{month:02}-{of_month:02}", year.abs());
            let date = parse(&text).expect("a day");
            prop_assert_eq!(date.lo(), Some(Instant::from_day(days)));
            prop_assert_eq!(date.hi().map(|hi| hi.nanos_since(Instant::from_day(days))), Some(i128::from(DAY_NANOS)));
        }
    }
}
