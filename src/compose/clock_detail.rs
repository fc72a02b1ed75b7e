//! How exactly labels tell clock times: no finer than the time axis shows, and fine enough to tell
//! events apart.

use crate::compose::dated::Dated;
use crate::date::{ClockDetail, DAY_NANOS, Date, InstantSpan, Precision};
use crate::event::Event;
use std::collections::BTreeSet;

/// On an axis of so many days a day is no wider than a dot.
const DAYS: i128 = 100;
/// On an axis of so many a second is far less than a hair.
const MINUTES: i128 = 2;
/// Nanoseconds of a minute.
const MINUTE: i128 = 60_000_000_000;

/// How exactly clock times are told on a time axis that shows `lo` to `hi`.
pub(crate) fn clock_detail(events: &[Dated<'_>], (lo, hi): InstantSpan) -> ClockDetail {
    let days = hi.nanos_since(lo) / i128::from(DAY_NANOS);
    let has_seconds = events.iter().flat_map(|dated| ends(dated.event)).any(Date::has_seconds);
    let minute = |dated: &Dated<'_>| dated.lo.nanos_since(lo).div_euclid(MINUTE);
    if days >= DAYS && are_days_enough(events) {
        ClockDetail::Days
    } else if !has_seconds || (days >= MINUTES && are_distinct(events.iter().map(minute))) {
        ClockDetail::Minutes
    } else {
        ClockDetail::Exact
    }
}

fn ends(event: &Event) -> impl Iterator<Item = &Date> {
    std::iter::once(&event.start).chain(&event.end)
}

/// Whether no two events with clock times are of one day, and none begins and ends on one.
fn are_days_enough(events: &[Dated<'_>]) -> bool {
    let is_clock = |dated: &&Dated<'_>| dated.event.start.precision >= Precision::Hour;
    let timed = events.iter().filter(is_clock);
    let is_long = |dated: &Dated<'_>| {
        let Event { start, end, .. } = dated.event;
        end.as_ref().is_none_or(|end| end.only_day() != start.only_day())
    };
    let days = timed.clone().map(|dated| dated.event.start.only_day());
    timed.clone().all(is_long) && are_distinct(days)
}

fn are_distinct<T: Ord>(values: impl Iterator<Item = T>) -> bool {
    let mut known = BTreeSet::new();
    values.into_iter().all(|value| known.insert(value))
}

#[cfg(test)]
mod tests {
    use crate::compose::compose;
    use crate::event::Event;
    use crate::options::FigureOptions;

    /// The dates of the labels of events with these dates.
    fn labels(dates: &[&str]) -> Vec<String> {
        let event = |(n, date): (usize, &&str)| {
            Event::new(date.parse().expect("a date"), format!("Event {n}"))
        };
        let events: Vec<Event> = dates.iter().enumerate().map(event).collect();
        let figure = compose(&events, &FigureOptions::default()).expect("a figure").0;
        figure.events.iter().map(|event| event.lines[0].line.text.to_string()).collect()
    }

    #[test]
    fn clock_times_are_told_as_the_axis_shows_them() {
        for (dates, expected) in [
            (["2024-03-01T08:05:09", "2024-09-02T23:00:00"], ["1 Mar", "2 Sep"]),
            (["2024-03-01T08:05:09", "2024-03-09T23:00:00"], ["1 Mar, 08:05", "9 Mar, 23:00"]),
            (["2024-03-01T08:05:09", "2024-03-01T08:09:00"], ["08:05:09", "08:09:00"]),
            (["2024-03-01T08:05:09", "2024-03-01T08:05:51"], ["08:05:09", "08:05:51"]),
        ] {
            assert_eq!(labels(&dates), expected, "{dates:?}");
        }
        let same_day = ["2024-03-01T08:05", "2024-03-01T09:15", "2024-09-02T23:00"];
        assert_eq!(labels(&same_day)[1], "1 Mar, 09:15");
        let same_minute = ["2024-03-01T08:05:09", "2024-03-01T08:05:40", "2024-03-09T23:00:00"];
        assert_eq!(labels(&same_minute)[1], "1 Mar, 08:05:40");
    }
}
