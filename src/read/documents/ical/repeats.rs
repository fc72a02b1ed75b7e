//! The days on which an event comes again.

use super::moment::Moment;
use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Days that are looked at for all events of a file, so that the work has an end.
pub(super) const MOST_WORK: u64 = 3_000_000;

/// The days between which events are wanted, and how many of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// The most days.
    pub most: usize,
}

/// The days on which an event that begins at `start` comes by a rule, as far as they are wanted;
/// none if `work`, which is counted down, does not suffice.
pub(super) fn days(
    start: Moment,
    rule: &Rule,
    wanted: Wanted,
    work: &mut u64,
) -> Option<Vec<NaiveDate>> {
    let (mut found, mut count) = (Vec::new(), 0);
    for step in 0_u32.. {
        let Some(period) = period(start.day, rule, step) else { return Some(found) };
        let days = days_of(period, start.day, rule);
        *work = work.checked_sub(1 + days.len() as u64)?;
        if wanted.to.is_some_and(|to| period > to) {
            return Some(found);
        }
        for day in days.into_iter().filter(|day| *day >= start.day) {
            let is_over = rule.until.is_some_and(|until| is_after(start.on(day), until))
                || rule.count.is_some_and(|most| count >= most)
                || wanted.to.is_some_and(|to| day > to);
            if is_over || found.len() >= wanted.most {
                return Some(found);
            }
            count += 1;
            if wanted.from.is_none_or(|from| day >= from) {
                found.push(day);
            }
        }
        if rule.until.is_some_and(|until| period > until.day) {
            return Some(found);
        }
    }
    Some(found)
}

/// Whether a moment is after the last one; of a day, or in another zone, by the day.
fn is_after(moment: Moment, until: Moment) -> bool {
    match moment.is_utc == until.is_utc && until.time.is_some() && moment.time.is_some() {
        true => moment > until,
        false => moment.day > until.day,
    }
}

/// The first day of a period of the rule; none beyond the year 9999.
fn period(start: NaiveDate, rule: &Rule, step: u32) -> Option<NaiveDate> {
    let steps = rule.interval.checked_mul(step)?;
    let first = match rule.frequency {
        Frequency::Daily => start.checked_add_days(Days::new(u64::from(steps)))?,
        Frequency::Weekly => {
            let into = start.weekday().days_since(rule.week_start.unwrap_or(Weekday::Mon));
            let first = start.checked_sub_days(Days::new(u64::from(into)))?;
            first.checked_add_days(Days::new(7 * u64::from(steps)))?
        }
        Frequency::Monthly => start.with_day(1)?.checked_add_months(Months::new(steps))?,
        Frequency::Yearly => {
            let year = start.year().checked_add(i32::try_from(steps).ok()?)?;
            NaiveDate::from_ymd_opt(year, 1, 1)?
        }
    };
    Some(first).filter(|first| first.year() <= 9999)
}

/// The days of a period that the rule has, in their order.
fn days_of(first: NaiveDate, start: NaiveDate, rule: &Rule) -> Vec<NaiveDate> {
    let is_in_month =
        |day: &NaiveDate| rule.months.is_empty() || rule.months.contains(&day.month());
    let mut days: Vec<NaiveDate> = match rule.frequency {
        Frequency::Daily => vec![first].into_iter().filter(|day| fits(*day, rule)).collect(),
        Frequency::Weekly => {
            let is_weekday = |day: &NaiveDate| match rule.weekdays.is_empty() {
                true => day.weekday() == start.weekday(),
                false => rule.weekdays.iter().any(|(_, weekday)| *weekday == day.weekday()),
            };
            (0..7).filter_map(|n| first.checked_add_days(Days::new(n))).filter(is_weekday).collect()
        }
        Frequency::Monthly => days_of_month(first, start, rule),
        Frequency::Yearly => days_of_year(first, start, rule),
    };
    days.retain(is_in_month);
    days.sort_unstable();
    days.dedup();
    at_positions(days, &rule.positions)
}

/// Whether a day has the weekday and the day of the month that the rule has.
fn fits(day: NaiveDate, rule: &Rule) -> bool {
    let is_weekday = rule.weekdays.is_empty()
        || rule.weekdays.iter().any(|(_, weekday)| *weekday == day.weekday());
    let from_end = day.day() as i32 - i32::from(day.num_days_in_month()) - 1;
    let is_day = rule.month_days.is_empty()
        || rule.month_days.iter().any(|&wanted| wanted == day.day() as i32 || wanted == from_end);
    is_weekday && is_day
}

fn days_of_month(first: NaiveDate, start: NaiveDate, rule: &Rule) -> Vec<NaiveDate> {
    let length = i32::from(first.num_days_in_month());
    let day = |number: i32| first.with_day(u32::try_from(number).ok()?);
    if !rule.month_days.is_empty() {
        let from_start = |&number: &i32| if number < 0 { length + 1 + number } else { number };
        let days = rule.month_days.iter().map(from_start).filter_map(day);
        return days.filter(|day| fits(*day, rule)).collect();
    }
    match rule.weekdays.is_empty() {
        true => day(start.day() as i32).into_iter().collect(),
        false => weekdays((1..=length).filter_map(day).collect(), &rule.weekdays),
    }
}

fn days_of_year(first: NaiveDate, start: NaiveDate, rule: &Rule) -> Vec<NaiveDate> {
    let month = |month: u32| first.with_month(month);
    let is_by_year = rule.months.is_empty() && rule.month_days.is_empty();
    if is_by_year && !rule.weekdays.is_empty() {
        let all = first.iter_days().take_while(|day| day.year() == first.year()).collect();
        return weekdays(all, &rule.weekdays);
    }
    let months: Vec<u32> = match (rule.months.is_empty(), rule.month_days.is_empty()) {
        (false, _) => rule.months.clone(),
        (true, false) => (1..=12).collect(),
        (true, true) => vec![start.month()],
    };
    let months = months.into_iter().filter_map(month);
    months.flat_map(|first| days_of_month(first, start, rule)).collect()
}

/// Those of some days that have the weekdays, by their number among the days.
fn weekdays(days: Vec<NaiveDate>, wanted: &[(i32, Weekday)]) -> Vec<NaiveDate> {
    let of = |&(number, weekday): &(i32, Weekday)| {
        let same: Vec<NaiveDate> =
            days.iter().copied().filter(|day| day.weekday() == weekday).collect();
        match number {
            0 => same,
            number => place(same.len(), number).map(|at| same[at]).into_iter().collect(),
        }
    };
    wanted.iter().flat_map(of).collect()
}

fn at_positions(days: Vec<NaiveDate>, positions: &[i32]) -> Vec<NaiveDate> {
    if positions.is_empty() {
        return days;
    }
    let places: Vec<usize> =
        positions.iter().filter_map(|&position| place(days.len(), position)).collect();
    let mut chosen: Vec<NaiveDate> = places.into_iter().map(|at| days[at]).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// The index of the how manieth of so many, counted from 1, or from the end if negative.
fn place(length: usize, number: i32) -> Option<usize> {
    let at = match number > 0 {
        true => usize::try_from(number - 1).ok()?,
        false => length.checked_sub(usize::try_from(number.unsigned_abs()).ok()?)?,
    };
    (at < length).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(start: &str, rule: &str) -> String {
        let start = Moment::read(start).expect("a moment");
        let rule = Rule::read(rule).expect("a rule");
        let wanted = Wanted { most: 6, ..Wanted::default() };
        let days = days(start, &rule, wanted, &mut MOST_WORK.clone()).expect("enough work");
        days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_days_of_rules() {
        let cases = [
            ("20240101", "FREQ=DAILY;COUNT=3", "2024-01-01 2024-01-02 2024-01-03"),
            (
                "20240101",
                "FREQ=DAILY;INTERVAL=10;UNTIL=20240122",
                "2024-01-01 2024-01-11 2024-01-21",
            ),
            ("20240103", "FREQ=WEEKLY;COUNT=3", "2024-01-03 2024-01-10 2024-01-17"),
            (
                "20240103",
                "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4",
                "2024-01-03 2024-01-08 2024-01-10 2024-01-15",
            ),
            (
                "20240103",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=3",
                "2024-01-03 2024-01-15 2024-01-17",
            ),
            ("20240131", "FREQ=MONTHLY;COUNT=3", "2024-01-31 2024-03-31 2024-05-31"),
            ("20240101", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2024-01-26 2024-02-23 2024-03-29"),
            ("20240101", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "2024-01-31 2024-02-29"),
            (
                "20240101",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
                "2024-01-31 2024-02-29",
            ),
            ("20240101", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2", "2024-09-13 2024-12-13"),
            ("20240229", "FREQ=YEARLY;COUNT=2", "2024-02-29 2028-02-29"),
            ("20240101", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "2024-11-28 2025-11-27"),
            ("20240101", "FREQ=YEARLY;BYDAY=20MO;COUNT=2", "2024-05-13 2025-05-19"),
            ("20240105T090000", "FREQ=DAILY;UNTIL=20240106T080000", "2024-01-05"),
            ("20240101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ""),
            (
                "20240101",
                "FREQ=DAILY;COUNT=1000000000",
                "2024-01-01 2024-01-02 2024-01-03 2024-01-04 2024-01-05 2024-01-06",
            ),
        ];
        for (start, rule, expected) in cases {
            assert_eq!(found(start, rule), expected, "{rule}");
        }
    }

    #[test]
    fn the_work_has_an_end() {
        let start = Moment::read("00010101").expect("a moment");
        let rule = Rule::read("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30").expect("a rule");
        let wanted = Wanted { most: 10, ..Wanted::default() };
        assert_eq!(days(start, &rule, wanted, &mut 1000), None);
    }
}
