//! How long something lasts: text to a duration, and the end that it gives to a start.

use super::header_name::folded;
use super::words::{DurationUnit, duration_unit};
use crate::date::{Date, DateForm, Instant, Precision, Zone, days_in_month};

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// Bytes of the longest text that is read as a duration.
const LONGEST: usize = 80;

/// A length of time: calendar months, and nanoseconds besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Duration {
    months: i64,
    nanos: i128,
}

impl Duration {
    /// Reads a duration: `3d`, `2 weeks`, `1 year 6 months`, `PT2H`; a number alone has the unit
    /// that is given.
    pub(super) fn read(text: &str, unit: Option<DurationUnit>) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let text = folded(text.trim());
        if let Some(coded) = text.strip_prefix('p') {
            return iso(coded);
        }
        let (mut total, mut rest) = (Self::default(), text.as_str());
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
            let (number, after) = rest.split_at(digits.unwrap_or(rest.len()));
            let after = after.trim_start_matches([' ', '-']);
            let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
            let (word, after) = after.split_at(letters);
            let unit = if word.is_empty() { unit } else { duration_unit(word) };
            total = total.plus(number, unit?)?;
            rest = after.trim_start_matches([' ', ',', '.', '+']);
        }
        (total != Self::default()).then_some(total)
    }

    /// This and a number of a unit.
    fn plus(self, number: &str, unit: DurationUnit) -> Option<Self> {
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, ""));
        if whole.len() > 9 || decimals.len() > 6 {
            return None;
        }
        let scale = 10_i128.pow(decimals.len() as u32);
        let scaled: i128 = [whole, decimals].concat().parse().ok()?;
        let nanos = |unit: i128| Some(Self { nanos: self.nanos + scaled * unit / scale, ..self });
        let months = |unit: i128| {
            let is_whole = scaled * unit % scale == 0;
            let months = i64::try_from(scaled * unit / scale).ok().filter(|_| is_whole)?;
            Some(Self { months: self.months + months, ..self })
        };
        match unit {
            DurationUnit::Millisecond => nanos(SECOND / 1000),
            DurationUnit::Second => nanos(SECOND),
            DurationUnit::Minute => nanos(60 * SECOND),
            DurationUnit::Hour => nanos(3600 * SECOND),
            DurationUnit::Day => nanos(DAY),
            DurationUnit::Week => nanos(7 * DAY),
            DurationUnit::Month => months(1),
            DurationUnit::Quarter => months(3),
            DurationUnit::Year => months(12),
        }
    }

    /// Thousandths of a second, where its length is always the same.
    pub(super) fn thousandths_of_second(self) -> Option<i64> {
        let is_even = self.months == 0;
        i64::try_from(self.nanos / (SECOND / 1000)).ok().filter(|_| is_even)
    }

    /// Calendar months, where it is nothing else.
    pub(super) fn whole_months(self) -> Option<i64> {
        (self.nanos == 0).then_some(self.months)
    }

    /// Whether it is less than a day.
    pub(super) fn is_within_day(self) -> bool {
        self.months == 0 && self.nanos < DAY
    }

    /// The text of the last date of what begins with `start` and lasts so long; none if nothing is
    /// known of the start.
    pub(super) fn end_after(self, start: &Date) -> Option<String> {
        let end = later(start.lo()?, self.months)?.checked_add(self.nanos)?;
        let is_timed = start.precision > Precision::Day || self.nanos % DAY != 0;
        if is_timed {
            let zone = if start.zone == Zone::Floating { "" } else { "Z" };
            return Some(day_text(end) + &clock_text(end) + zone);
        }
        let last = end.checked_add(-DAY)?;
        let (year, month, _) = last.civil();
        Some(match start.precision {
            _ if start.form != DateForm::Plain || self.nanos != 0 => day_text(last),
            Precision::Year if self.months % 12 == 0 => year_text(year),
            Precision::Year | Precision::Month => format!("{}-{month:02}", year_text(year)),
            _ => day_text(last),
        })
    }
}

/// A duration as ISO 8601 has it, after its P.
fn iso(coded: &str) -> Option<Duration> {
    let (days, clock) = coded.split_once('t').unwrap_or((coded, ""));
    let (mut total, mut is_empty) = (Duration::default(), true);
    for (part, is_clock) in [(days, false), (clock, true)] {
        let mut rest = part;
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let (number, after) = rest.split_at(at);
            let unit = match (after.as_bytes().first()?, is_clock) {
                (b'y', false) => DurationUnit::Year,
                (b'm', false) => DurationUnit::Month,
                (b'w', false) => DurationUnit::Week,
                (b'd', false) => DurationUnit::Day,
                (b'h', true) => DurationUnit::Hour,
                (b'm', true) => DurationUnit::Minute,
                (b's', true) => DurationUnit::Second,
                _ => return None,
            };
            total = total.plus(number, unit)?;
            (rest, is_empty) = (&after[1..], false);
        }
        if !rest.is_empty() {
            return None;
        }
    }
    (!is_empty).then_some(total)
}

/// The instant so many calendar months later; the last day of a month that is too short.
pub(super) fn later(from: Instant, months: i64) -> Option<Instant> {
    let (year, month, day) = from.civil();
    let count = year.checked_mul(12)?.checked_add(i64::from(month) - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u32 + 1);
    let day = day.min(days_in_month(year, month));
    let start = Instant::from_civil(year, month, day)?;
    start.checked_add(i128::from(from.nano))
}

pub(super) fn year_text(year: i64) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

pub(super) fn day_text(instant: Instant) -> String {
    let (year, month, day) = instant.civil();
    format!("{}-{month:02}-{day:02}", year_text(year))
}

pub(super) fn clock_text(instant: Instant) -> String {
    let seconds = instant.nano / 1_000_000_000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("T{hours:02}:{minutes:02}"),
        _ => format!("T{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_that_a_duration_gives() {
        let cases = [
            ("2025-05-05", "2 days", "2025-05-06"),
            ("2025-05-07", "1 week", "2025-05-13"),
            ("2025-05-14", "3d", "2025-05-16"),
            ("2025-05-17", "2 months", "2025-07-16"),
            ("2025-01-31", "1 month", "2025-02-27"),
            ("1990", "3 years", "1992"),
            ("1990", "18 Monate", "1991-06"),
            ("2020-03", "P1Y", "2021-02"),
            ("2020-03-01", "PT2H", "2020-03-01T02:00"),
            ("2020-03-01T10:30", "1h 45min", "2020-03-01T12:15"),
            ("2020-03-01T10:30:00Z", "90 s", "2020-03-01T10:31:30Z"),
            ("2020-03-01", "1.5 days", "2020-03-02T12:00"),
            ("44 BC", "2 years", "-0042"),
            ("2020-03-01", "10日間", "2020-03-10"),
        ];
        for (start, text, end) in cases {
            let start: Date = start.parse().expect(start);
            let duration = Duration::read(text, None).expect(text);
            assert_eq!(duration.end_after(&start).as_deref(), Some(end), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration() {
        for text in
            ["", "3", "d", "P", "PT", "3 apples", "0 days", "99999999999 d", "P1H", "1.5 months x"]
        {
            assert_eq!(Duration::read(text, None), None, "{text}");
        }
        assert_eq!(Duration::read("3", Some(DurationUnit::Day)), Duration::read("72h", None));
    }
}
