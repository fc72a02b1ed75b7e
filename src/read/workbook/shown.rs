//! How a cell shows its number, and the text of a number that is shown so: a date as exact as its
//! format, a number as it is typed.

use crate::date::Instant;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    #[default]
    Number,
    /// As a date, a clock time or both.
    Date(ShownDate),
    /// As a length of time in hours, minutes or seconds.
    Elapsed,
}

/// Which parts of a date are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownDate {
    /// The least part of the calendar date; none for a clock time alone.
    pub day: Option<ShownDay>,
    /// The least part of the clock time.
    pub clock: Option<ShownClock>,
}

/// The least part of a calendar date that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownDay {
    Year,
    Month,
    Day,
}

/// The least part of a clock time that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownClock {
    Minute,
    Second,
    Fraction,
}

impl Shown {
    /// A day of the calendar.
    pub(super) const DAY: Self = Self::Date(ShownDate { day: Some(ShownDay::Day), clock: None });

    /// A date with a clock time.
    pub(super) const fn moment(clock: ShownClock) -> Self {
        Self::Date(ShownDate { day: Some(ShownDay::Day), clock: Some(clock) })
    }

    /// A clock time alone.
    pub(super) const fn clock(clock: ShownClock) -> Self {
        Self::Date(ShownDate { day: None, clock: Some(clock) })
    }

    /// Whether it is a day, a month or a year.
    pub(super) fn is_day(self) -> bool {
        matches!(self, Self::Date(ShownDate { day: Some(_), .. }))
    }
}

/// The text of a number that counts days, where it is shown as a date; of any other as it is.
pub(super) fn number_text(value: f64, shown: Shown, is_1904: bool) -> String {
    let text = match shown {
        Shown::Number => None,
        Shown::Date(shown) => date_text(value, shown, is_1904),
        Shown::Elapsed => elapsed_text(value),
    };
    text.unwrap_or_else(|| plain(value))
}

/// A number as it is typed: spreadsheets keep fifteen digits.
fn plain(value: f64) -> String {
    const WHOLE: f64 = 1e15;
    if value.fract() == 0.0 && value.abs() < WHOLE {
        return format!("{}", value as i64);
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

const DAY_MILLIS: f64 = 86_400_000.0;

/// 15 October 1582, before which programs do not agree on days.
const EARLIEST: f64 = -115_858.0;

/// The day after the last that spreadsheets know, 31 December 9999.
const BEYOND: f64 = 2_958_466.0;

fn date_text(value: f64, shown: ShownDate, is_1904: bool) -> Option<String> {
    // Below nought are days before 1900 of other programs than Excel, which has none.
    let least = if shown.day.is_some() { EARLIEST } else { 0.0 };
    if !(least..BEYOND).contains(&value) {
        return None;
    }
    let millis = (value * DAY_MILLIS).round() as i64;
    let exact = matches!(shown.clock, Some(ShownClock::Fraction));
    let millis = if exact { millis } else { (millis + 500) / 1000 * 1000 };
    // Of what is shown as a day alone the clock time does not count.
    let millis =
        if shown.clock.is_none() { value.floor() as i64 * DAY_MILLIS as i64 } else { millis };
    let (day, rest) = (millis.div_euclid(DAY_MILLIS as i64), millis.rem_euclid(DAY_MILLIS as i64));
    let clock = shown.clock.map(|clock| clock_text(rest, clock));
    match (shown.day, clock) {
        (None, Some(clock)) if day == 0 => Some(clock),
        (day_shown, clock) => {
            let date = calendar_text(day, day_shown.unwrap_or(ShownDay::Day), is_1904);
            Some(clock.map_or(date.clone(), |clock| format!("{date}T{clock}")))
        }
    }
}

/// The day with this number. Excel counts a 29 February 1900 that never was.
fn calendar_text(number: i64, shown: ShownDay, is_1904: bool) -> String {
    /// The days before 1970 of what is numbered 0.
    const EPOCH: i64 = -25_569;
    const EPOCH_1904: i64 = -24_107;
    let days = match number {
        _ if is_1904 => EPOCH_1904 + number,
        0 => return "1900-01-00".into(),
        60 => return "1900-02-29".into(),
        1..60 => EPOCH + 1 + number,
        _ => EPOCH + number,
    };
    let (year, month, day) = Instant::from_day(days).civil();
    match shown {
        ShownDay::Year => format!("{year:04}"),
        ShownDay::Month => format!("{year:04}-{month:02}"),
        ShownDay::Day => format!("{year:04}-{month:02}-{day:02}"),
    }
}

fn clock_text(millis: i64, shown: ShownClock) -> String {
    let (seconds, fraction) = (millis / 1000, millis % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match shown {
        ShownClock::Minute => format!("{hour:02}:{minute:02}"),
        ShownClock::Fraction if fraction > 0 => {
            format!("{hour:02}:{minute:02}:{second:02}.{fraction:03}")
        }
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// A length of time as ISO 8601 has it.
fn elapsed_text(days: f64) -> Option<String> {
    if !(0.0..BEYOND).contains(&days) {
        return None;
    }
    let seconds = (days * 86_400.0).round() as i64;
    let parts = [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let text: String = parts.map(|(count, unit)| format!("{count}{unit}")).collect();
    Some(if text.is_empty() { "PT0S".into() } else { format!("PT{text}") })
}

/// A date in ISO 8601, as exact as it is shown.
pub(super) fn iso_text(value: &str, shown: Shown) -> String {
    let Shown::Date(ShownDate { day, clock }) = shown else { return value.to_owned() };
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let parts: Vec<&str> = date.rsplitn(3, '-').collect();
    let date = match (day, parts.as_slice()) {
        (Some(ShownDay::Year), [_, _, year]) => (*year).to_owned(),
        (Some(ShownDay::Month), [_, month, year]) => format!("{year}-{month}"),
        _ => date.to_owned(),
    };
    match clock {
        Some(clock) if !time.is_empty() => format!("{date}T{}", cut(time, clock)),
        _ => date,
    }
}

/// A clock time as far as it is shown.
pub(super) fn cut(time: &str, clock: ShownClock) -> &str {
    let end = match clock {
        ShownClock::Minute => 5,
        ShownClock::Second => 8,
        ShownClock::Fraction => time.len(),
    };
    time.get(..end).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_they_are_shown() {
        let date = |day, clock| Shown::Date(ShownDate { day, clock });
        let cases = [
            (39_884.0, Shown::DAY, "2009-03-12"),
            (39_884.75, Shown::DAY, "2009-03-12"),
            (39_884.999_999_99, Shown::DAY, "2009-03-12"),
            (39_884.0, date(Some(ShownDay::Month), None), "2009-03"),
            (39_884.0, date(Some(ShownDay::Year), None), "2009"),
            (39_884.520_833_333_33, Shown::moment(ShownClock::Minute), "2009-03-12T12:30"),
            (39_884.999_999_999, Shown::moment(ShownClock::Second), "2009-03-13T00:00:00"),
            (39_884.000_001_5, Shown::moment(ShownClock::Fraction), "2009-03-12T00:00:00.130"),
            (0.395_833_333_333_33, Shown::clock(ShownClock::Minute), "09:30"),
            (39_884.5, Shown::clock(ShownClock::Minute), "2009-03-12T12:00"),
            (1.0, Shown::DAY, "1900-01-01"),
            (59.0, Shown::DAY, "1900-02-28"),
            (60.0, Shown::DAY, "1900-02-29"),
            (61.0, Shown::DAY, "1900-03-01"),
            (0.0, Shown::DAY, "1900-01-00"),
            (2_958_465.0, Shown::DAY, "9999-12-31"),
            (2_958_466.0, Shown::DAY, "2958466"),
            // As LibreOffice counts them.
            (-1.0, Shown::DAY, "1899-12-29"),
            (-243.0, Shown::DAY, "1899-05-01"),
            (-243.5, Shown::moment(ShownClock::Minute), "1899-04-30T12:00"),
            (-115_859.0, Shown::DAY, "-115859"),
            (-1.0, Shown::clock(ShownClock::Minute), "-1"),
            (1.520_833_333_333_33, Shown::Elapsed, "PT36H30M"),
            (0.0, Shown::Elapsed, "PT0S"),
        ];
        for (value, shown, text) in cases {
            assert_eq!(number_text(value, shown, false), text, "{value} {shown:?}");
        }
        assert_eq!(number_text(38_422.0, Shown::DAY, true), "2009-03-12");
        assert_eq!(number_text(0.0, Shown::DAY, true), "1904-01-01");
    }

    #[test]
    fn numbers_are_as_they_are_typed() {
        let cases = [
            (2009.0, "2009"),
            (-44.0, "-44"),
            (0.1 + 0.2, "0.3"),
            (12.5, "12.5"),
            (1e20, "100000000000000000000"),
            (f64::NAN, "NaN"),
        ];
        for (value, text) in cases {
            assert_eq!(number_text(value, Shown::Number, false), text);
        }
    }
}
