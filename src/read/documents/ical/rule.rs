//! The rule by which an event comes again: RRULE, as far as it speaks of days.

use super::moment::Moment;
use crate::error::{Code, Message, quoted};
use chrono::Weekday;

/// How often an event comes again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Frequency {
    /// Each day.
    #[default]
    Daily,
    /// Each week.
    Weekly,
    /// Each month.
    Monthly,
    /// Each year.
    Yearly,
}

/// A rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Every how manieth time.
    pub interval: u32,
    /// How many times.
    pub count: Option<u64>,
    /// The last moment.
    pub until: Option<Moment>,
    /// Weekdays; the how manieth of its month or year, from the end if negative, or 0 for all.
    pub weekdays: Vec<(i32, Weekday)>,
    /// Months.
    pub months: Vec<u32>,
    /// Days of the month, from its end if negative.
    pub month_days: Vec<i32>,
    /// Which of the days of a period, from its end if negative.
    pub positions: Vec<i32>,
    /// The first day of the week.
    pub week_start: Option<Weekday>,
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    ///
    /// A message that names what cannot be read.
    pub(super) fn read(text: &str) -> Result<Self, Message> {
        let mut rule = Self { interval: 1, ..Self::default() };
        let mut has_frequency = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) =
                (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            has_frequency |= name == "FREQ";
            rule.set(&name, &value).ok_or_else(|| refused(part))?;
        }
        if has_frequency { Ok(rule) } else { Err(refused(text)) }
    }

    /// Sets one part; none if it is not known.
    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "FREQ" => {
                self.frequency = match value {
                    "DAILY" => Frequency::Daily,
                    "WEEKLY" => Frequency::Weekly,
                    "MONTHLY" => Frequency::Monthly,
                    "YEARLY" => Frequency::Yearly,
                    _ => return None,
                }
            }
            "INTERVAL" => self.interval = value.parse().ok().filter(|&interval| interval > 0)?,
            "COUNT" => self.count = Some(value.parse().ok().filter(|&count| count > 0)?),
            "UNTIL" => self.until = Some(Moment::read(value)?),
            "WKST" => self.week_start = Some(weekday(value)?),
            "BYDAY" => self.weekdays = list(value, numbered)?,
            "BYMONTH" => self.months = list(value, |month| number(month, 1, 12))?,
            "BYMONTHDAY" => self.month_days = list(value, |day| signed(day, 31))?,
            "BYSETPOS" => self.positions = list(value, |place| signed(place, 366))?,
            _ => return None,
        }
        Some(())
    }
}

fn refused(part: &str) -> Message {
    Message::new(format!(
        "the rule by which the event repeats has {}, which is not worked out; write its events one \
         by one",
        quoted(part)
    ))
    .coded(Code::CalendarRule)
}

/// A list of values, of which there are so many at most as days of a year.
fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    const MOST: usize = 366;
    let found: Option<Vec<T>> =
        text.split(',').take(MOST + 1).map(|item| read(item.trim())).collect();
    found.filter(|found| found.len() <= MOST)
}

fn number(text: &str, least: u32, most: u32) -> Option<u32> {
    text.parse().ok().filter(|number| (least..=most).contains(number))
}

fn signed(text: &str, most: i32) -> Option<i32> {
    text.parse().ok().filter(|&number| number != 0 && (-most..=most).contains(&number))
}

/// A weekday with its number: MO, 1MO, -1SU.
fn numbered(text: &str) -> Option<(i32, Weekday)> {
    let day = text.get(text.len().checked_sub(2)?..)?;
    let count = &text[..text.len() - 2];
    let count = if count.is_empty() { 0 } else { signed(count, 53)? };
    Some((count, weekday(day)?))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_others_are_refused_by_name() {
        let rule =
            Rule::read("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU,MO;COUNT=5;WKST=SU").expect("a rule");
        assert_eq!((rule.frequency, rule.interval, rule.count), (Frequency::Monthly, 2, Some(5)));
        assert_eq!(rule.weekdays, [(-1, Weekday::Sun), (0, Weekday::Mon)]);
        let refused = [
            "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=9",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=YEARLY;BYWEEKNO=3",
            "FREQ=DAILY;UNTIL=soon",
            "COUNT=3",
            "",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;BYDAY=é",
        ];
        for text in refused {
            let message = Rule::read(text).expect_err(text).to_string();
            assert!(message.contains(text.rsplit(';').next().unwrap_or("")), "{message}");
        }
    }
}
