//! Days and times as iCalendar writes them, and durations.

use super::content_lines::ContentLine;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A day, or a time on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The time, if it is more than a day.
    pub time: Option<NaiveTime>,
    /// Whether the time is of UTC.
    pub is_utc: bool,
}

impl Moment {
    /// The moment of a text: 20240501, 20240501T090000 or the same with Z.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (written, is_utc) =
            text.strip_suffix(['Z', 'z']).map_or((text, false), |text| (text, true));
        let (day, time) = match written.split_once(['T', 't']) {
            Some((day, time)) => (day, Some(time)),
            None => (written, None),
        };
        let digits = |text: &str, length| {
            text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let time = match time {
            Some(time) if digits(time, 6) => Some(NaiveTime::parse_from_str(time, "%H%M%S").ok()?),
            Some(_) => return None,
            None => None,
        };
        let day = digits(day, 8).then(|| NaiveDate::parse_from_str(day, "%Y%m%d").ok())??;
        Some(Self { day, time, is_utc })
    }

    /// The moment of the value of a line.
    pub(super) fn of(line: &ContentLine) -> Option<Self> {
        Self::read(&line.value)
    }

    /// As the column of dates reads it.
    pub(super) fn text(&self) -> String {
        let zone = if self.is_utc { "Z" } else { "" };
        match self.time {
            Some(time) => format!("{}T{}{zone}", self.day, time.format("%H:%M:%S")),
            None => self.day.to_string(),
        }
    }

    /// The same time on another day.
    pub(super) fn on(self, day: NaiveDate) -> Self {
        Self { day, ..self }
    }

    /// The moment so much later; days alone for a day.
    pub(super) fn after(self, length: TimeDelta) -> Option<Self> {
        match self.time {
            Some(time) => {
                let at = self.day.and_time(time).checked_add_signed(length)?;
                Some(Self { day: at.date(), time: Some(at.time()), ..self })
            }
            None => Some(Self { day: self.day.checked_add_signed(length)?, ..self }),
        }
    }

    /// How much later another moment is.
    pub(super) fn until(self, end: Self) -> TimeDelta {
        end.at().signed_duration_since(self.at())
    }

    /// The day before, as the last of those before an end.
    pub(super) fn day_before(self) -> Option<Self> {
        Some(Self { day: self.day.checked_sub_days(Days::new(1))?, ..self })
    }

    fn at(self) -> NaiveDateTime {
        self.day.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }
}

/// A duration such as P3D, PT1H30M or P2W.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let mut rest = text.trim().strip_prefix('+').unwrap_or(text.trim()).strip_prefix('P')?;
    let (mut seconds, mut is_time) = (0_i64, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, is_time) = (time, true);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, after) = rest.split_at(digits);
        let unit = after.chars().next()?;
        let length = match (unit, is_time) {
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(length)?)?;
        rest = &after[1..];
    }
    TimeDelta::try_seconds(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_durations() {
        let cases = [
            ("20240501", Some("2024-05-01")),
            ("20240501T090000", Some("2024-05-01T09:00:00")),
            ("20240501T090000Z", Some("2024-05-01T09:00:00Z")),
            ("20241301", None),
            ("2024-05-01", None),
            ("20240501T9", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let read = Moment::read(text).map(|moment| moment.text());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
        let seconds = |text| duration(text).map(|length| length.num_seconds());
        assert_eq!(seconds("P1DT2H"), Some(93_600));
        assert_eq!((seconds("P2W"), seconds("PT90M")), (Some(1_209_600), Some(5_400)));
        assert_eq!(
            (seconds("1D"), seconds("P1H"), seconds("P99999999999999999999D")),
            (None, None, None)
        );
    }
}
