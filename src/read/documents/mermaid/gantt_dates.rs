//! Dates and lengths of tasks as a `gantt` of Mermaid writes them, by its `dateFormat`.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// The form of dates: the signs of a `dateFormat` with what they stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TaskDates {
    format: String,
}

/// The parts of a date format, the longest first, and what chrono calls them.
const PARTS: [(&str, &str); 20] = [
    ("YYYY", "%Y"),
    ("MMMM", "%B"),
    ("MMM", "%b"),
    ("SSS", "%3f"),
    ("YY", "%y"),
    ("MM", "%m"),
    ("DD", "%d"),
    ("Do", "%d"),
    ("HH", "%H"),
    ("hh", "%I"),
    ("mm", "%M"),
    ("ss", "%S"),
    ("ZZ", "%z"),
    ("M", "%m"),
    ("D", "%d"),
    ("H", "%H"),
    ("h", "%I"),
    ("m", "%M"),
    ("s", "%S"),
    ("A", "%p"),
];

impl TaskDates {
    /// The form of a `dateFormat`; none of seconds and milliseconds since 1970, which have a sign
    /// of their own.
    pub(super) fn new(format: &str) -> Self {
        let mut made = String::new();
        let mut rest = format.trim();
        while let Some(sign) = rest.chars().next() {
            let part = PARTS.iter().find(|(part, _)| rest.starts_with(part));
            let length = match part {
                Some((part, chrono)) => {
                    made.push_str(chrono);
                    part.len()
                }
                None => {
                    made.push(sign);
                    if sign == '%' {
                        made.push('%');
                    }
                    sign.len_utf8()
                }
            };
            rest = &rest[length..];
        }
        Self { format: made }
    }

    /// The moment of a text.
    pub(super) fn read(&self, text: &str) -> Option<NaiveDateTime> {
        let text = text.trim();
        match self.format.as_str() {
            "X" | "x" => {
                let number = text.parse::<i64>().ok()?;
                let millis = if self.format == "X" { number.checked_mul(1000)? } else { number };
                return Some(chrono::DateTime::from_timestamp_millis(millis)?.naive_utc());
            }
            _ => {}
        }
        let day = |text: &str, format: &str| NaiveDate::parse_from_str(text, format).ok();
        let parsed = NaiveDateTime::parse_from_str(text, &self.format).ok();
        let parsed = parsed.or_else(|| Some(day(text, &self.format)?.and_time(NaiveTime::MIN)));
        let month = || day(&format!("{text} 01"), &format!("{} %d", self.format));
        let parsed = parsed.or_else(|| Some(month()?.and_time(NaiveTime::MIN)));
        let year = || day(&format!("{text} 01 01"), &format!("{} %m %d", self.format));
        parsed
            .or_else(|| Some(year()?.and_time(NaiveTime::MIN)))
            .filter(|at| at.year().abs() <= 9999)
    }
}

/// The moment so much after another as a length says: 30d, 2w, 1.5h, 3M.
pub(super) fn after(start: NaiveDateTime, length: &str) -> Option<NaiveDateTime> {
    let length = length.trim();
    let split = length.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = length.split_at(split);
    let number: f64 = number.parse().ok().filter(|number| (0.0..1e9).contains(number))?;
    let whole = || Some(number as u32).filter(|whole| f64::from(*whole) == number);
    let millis = match unit {
        "ms" => 1.0,
        "s" => 1_000.0,
        "m" => 60_000.0,
        "h" => 3_600_000.0,
        "d" => 86_400_000.0,
        "w" => 7.0 * 86_400_000.0,
        "M" => return start.checked_add_months(Months::new(whole()?)),
        "y" => return start.checked_add_months(Months::new(whole()?.checked_mul(12)?)),
        _ => return None,
    };
    start.checked_add_signed(TimeDelta::try_milliseconds((number * millis) as i64)?)
}

/// The days that no work is done on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DaysOff {
    /// Whether the weekend is off, and that it begins on a Friday.
    pub weekends: bool,
    /// Whether the weekend is Friday and Saturday.
    pub is_from_friday: bool,
    /// Days of the week.
    pub weekdays: Vec<Weekday>,
    /// Single days.
    pub days: Vec<NaiveDate>,
}

impl DaysOff {
    /// Whether a day is off.
    fn has(&self, day: NaiveDate) -> bool {
        let weekend = if self.is_from_friday {
            [Weekday::Fri, Weekday::Sat]
        } else {
            [Weekday::Sat, Weekday::Sun]
        };
        self.weekends && weekend.contains(&day.weekday())
            || self.weekdays.contains(&day.weekday())
            || self.days.contains(&day)
    }

    /// An end that comes as much later as there are days off before it; none if there is no end.
    pub(super) fn later(&self, start: NaiveDateTime, end: NaiveDateTime) -> Option<NaiveDateTime> {
        const MOST: u32 = 20_000;
        if *self == Self::default() {
            return Some(end);
        }
        let (mut day, mut end) = (start, end);
        for _ in 0..MOST {
            if day >= end {
                return Some(end);
            }
            if self.has(day.date()) {
                end = end.checked_add_days(Days::new(1))?;
            }
            day = day.checked_add_days(Days::new(1))?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_by_their_format() {
        let cases = [
            ("YYYY-MM-DD", "2014-01-06", Some("2014-01-06 00:00:00")),
            ("DD/MM/YYYY", "6/1/2014", Some("2014-01-06 00:00:00")),
            ("YYYY-MM-DD HH:mm", "2014-01-06 09:30", Some("2014-01-06 09:30:00")),
            ("D MMM YYYY", "6 Jan 2014", Some("2014-01-06 00:00:00")),
            ("YYYY-MM", "2014-03", Some("2014-03-01 00:00:00")),
            ("YYYY", "2014", Some("2014-01-01 00:00:00")),
            ("X", "1389000000", Some("2014-01-06 09:20:00")),
            ("YYYY-MM-DD", "soon", None),
        ];
        for (format, text, expected) in cases {
            let read = TaskDates::new(format).read(text).map(|at| at.to_string());
            assert_eq!(read.as_deref(), expected, "{format} {text}");
        }
    }

    #[test]
    fn lengths_and_days_off() {
        let start = TaskDates::new("YYYY-MM-DD").read("2024-01-04").expect("a day");
        let end = |length: &str| after(start, length).map(|end| end.to_string());
        assert_eq!(end("3d").as_deref(), Some("2024-01-07 00:00:00"));
        assert_eq!(end("1.5h").as_deref(), Some("2024-01-04 01:30:00"));
        assert_eq!(end("1M").as_deref(), Some("2024-02-04 00:00:00"));
        assert_eq!(
            (end("d"), end("3x"), end("1.5M"), end("9999999999w")),
            (None, None, None, None)
        );
        let off = DaysOff { weekends: true, ..DaysOff::default() };
        let later =
            off.later(start, after(start, "3d").expect("an end")).map(|end| end.to_string());
        assert_eq!(later.as_deref(), Some("2024-01-09 00:00:00"));
        let all = DaysOff {
            weekends: true,
            weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
            ..DaysOff::default()
        };
        assert_eq!(all.later(start, after(start, "3d").expect("an end")), None);
    }
}
