//! The time of a date in the commonest notations of ISO 8601, without any allocation: `YYYY-MM-DD`,
//! and that with a clock time in seconds, in local time or UTC. Others take the way of all dates.

use crate::date::{Bound, DateColumn, DateOptions, Instant, Precision, Zone};
use crate::summary::PointTime;

const SECOND: i64 = 1_000_000_000;

/// The time of a date that leaves nothing open; none for anything else.
pub(super) fn iso_time(text: &[u8], options: &DateOptions) -> Option<PointTime> {
    let is_plain = options.zone.is_none() && options.notation.is_none();
    let fast = match *text {
        [.., _, _, _, _, _, _, _, _, _] if text.len() == 10 => day(text).map(of_day),
        [.., b'Z'] if text.len() == 20 && is_plain => second(text, Zone::Offset(0)),
        _ if text.len() == 19 && is_plain => second(text, Zone::Floating),
        _ => None,
    };
    fast.or_else(|| {
        let date = DateColumn::plain(str::from_utf8(text).ok()?, options)?;
        let (Bound::At(lo), Bound::At(hi)) = (date.lo, date.hi) else { return None };
        Some(PointTime { span: (lo, hi), precision: date.precision, zone: date.zone })
    })
}

fn of_day(day: i64) -> PointTime {
    let span = (Instant::from_day(day), Instant::from_day(day + 1));
    PointTime { span, precision: Precision::Day, zone: Zone::Floating }
}

/// The number of a day.
fn day(text: &[u8]) -> Option<i64> {
    let [a, b, c, d, b'-', e, f, b'-', g, h, ..] = *text else { return None };
    let (year, month, day) = (two(a, b)? * 100 + two(c, d)?, two(e, f)?, two(g, h)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(is_leap),
        _ => return None,
    };
    if day < 1 || day > last {
        return None;
    }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", for years from 0 on.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn second(text: &[u8], zone: Zone) -> Option<PointTime> {
    let day = day(text)?;
    let [b'T' | b' ', a, b, b':', c, d, b':', e, f, ..] = *text.get(10..)? else { return None };
    let (hour, minute, second) = (two(a, b)?, two(c, d)?, two(e, f)?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let nano = ((hour * 60 + minute) * 60 + second) * SECOND;
    let lo = Instant { day, nano };
    let is_last = nano + SECOND == crate::date::DAY_NANOS;
    let hi =
        if is_last { Instant::from_day(day + 1) } else { Instant { nano: nano + SECOND, ..lo } };
    Some(PointTime { span: (lo, hi), precision: Precision::Second, zone })
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_all_dates() {
        let options = DateOptions::default();
        let mut texts = Vec::new();
        for year in [0, 1, 4, 100, 400, 1582, 1899, 1900, 1970, 2000, 2024, 9999] {
            for (month, day) in
                [(1, 1), (2, 28), (2, 29), (2, 30), (3, 1), (4, 31), (12, 31), (13, 1)]
            {
                texts.push(format!("{year:04}-{month:02}-{day:02}"));
                texts.push(format!("{year:04}-{month:02}-{day:02}T23:59:59Z"));
                texts.push(format!("{year:04}-{month:02}-{day:02} 07:08:09"));
            }
        }
        for text in [
            "2024-01-01T24:00:00",
            "2024-01-01T12:60:00",
            "2024-01-01T12:00:60",
            "2024",
            "2024-03",
            "0000",
            "2024-01-01T12:00",
            "2024-01-01T12:00:00+02:00",
            "2024-1-1",
            "x",
        ] {
            texts.push(text.to_owned());
        }
        for text in texts {
            let date = DateColumn::plain(&text, &options);
            let expected =
                date.and_then(|date| Some((date.lo()?, date.hi()?, date.precision, date.zone)));
            let found = iso_time(text.as_bytes(), &options);
            let found = found.map(|time| (time.span.0, time.span.1, time.precision, time.zone));
            assert_eq!(found, expected, "{text}");
        }
    }
}
