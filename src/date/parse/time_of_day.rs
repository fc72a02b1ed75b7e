//! Clock times and offsets from UTC: ISO 8601 extended and basic, and the words of a label
//! ("14:05 UTC+5:30", "14h").
//!
//! In: what follows a day. Out: nanoseconds into that day, their width, and the zone.

use super::cursor::{Cursor, Parsed, folded};
use super::zone_names;
use crate::date::DateErrorKind::{Incomplete, Malformed, Nonexistent, Unsupported};
use crate::date::language::Languages;
use crate::date::{Bound, Date, DateOptions, Instant, Precision, UtcOffset, Zone};
use std::str::FromStr;

const SECOND: i64 = 1_000_000_000;

/// A clock time as it was written.
pub(super) struct TimeOfDay {
    /// Nanoseconds since midnight; a leap second counts as the last nanosecond of its minute.
    nanos: i64,
    /// Nanoseconds that its last digit leaves open.
    width: i64,
    precision: Precision,
    leap: bool,
    /// Seconds east of UTC.
    zone: Option<i32>,
}

impl TimeOfDay {
    /// Reads a clock time, basic (`1405`) or extended (`14:05`), with its offset.
    pub(super) fn parse(cursor: &mut Cursor<'_>, options: &DateOptions) -> Parsed<Self> {
        let start = *cursor;
        let digits = cursor.digits();
        let (hour, basic) = digits.split_at_checked(2).unwrap_or((digits, ""));
        let (minute, second) = match (hour.len(), basic.len()) {
            (1..=2, 0) => match minutes_after_h(cursor) {
                Some(minutes) => (Some(minutes), None),
                None if hour.len() == 2 && cursor.take_word("h") => (None, None),
                None => further(cursor)?,
            },
            (2, 2) => (two(basic), None),
            (2, 4) => {
                (two(basic.get(..2).unwrap_or_default()), two(basic.get(2..).unwrap_or_default()))
            }
            (0, _) => return start.firm(Incomplete, "the hour is missing; write hh:mm"),
            _ => return start.firm(Malformed, HOUR),
        };
        let fraction_at = if second.is_some() && cursor.take(".,").is_some() {
            let at = *cursor;
            cursor.digits();
            Some(at)
        } else {
            None
        };
        let half = half_day(cursor, options.languages());
        if half.is_none() && hour.len() != 2 && minute.is_none() {
            return start.firm(Malformed, HOUR);
        }
        let hour = match (hour.parse::<i64>().ok(), half) {
            (Some(hour @ 1..=12), Some(is_pm)) => Some(hour % 12 + if is_pm { 12 } else { 0 }),
            (_, Some(_)) => {
                return start.firm(Nonexistent, "with am or pm the hour is 1 to 12; correct it");
            }
            (hour, None) => hour,
        };
        let mut clock = whole(start, [hour, minute, second])?;
        if let Some(at) = fraction_at {
            clock.fraction(at)?;
        }
        clock.zone = offset(cursor)?;
        named_zone(cursor, clock.zone)?;
        parenthesis(cursor, clock.zone);
        Ok(clock)
    }

    /// Adds a decimal fraction of a second.
    fn fraction(&mut self, start: Cursor<'_>) -> Parsed<()> {
        let mut at = start;
        let digits = at.digits();
        let Some(scale) = scale(digits.len()).filter(|_| !self.leap) else {
            return start.firm(Malformed, "a fraction of a second has one to nine digits");
        };
        self.nanos += digits.parse::<i64>().unwrap_or(0) * scale;
        (self.width, self.precision) = (scale, Precision::Fraction);
        Ok(())
    }

    /// The time on the day that begins at `day`.
    pub(super) fn on(
        self,
        day: Instant,
        options: &DateOptions,
        cursor: Cursor<'_>,
    ) -> Parsed<Date> {
        let zone = self.zone.or(options.zone.map(UtcOffset::seconds));
        let nanos = i128::from(self.nanos) - i128::from(zone.unwrap_or(0)) * i128::from(SECOND);
        let lo = cursor.on_the_line(day.checked_add(nanos))?;
        let hi = cursor.on_the_line(lo.checked_add(i128::from(self.width)))?;
        if self.leap && !is_leap_place(lo, zone) {
            return cursor
                .firm(Nonexistent, "leap seconds fall on 23:59:60 UTC alone; write 00 to 59");
        }
        let zone = zone.map_or(Zone::Floating, Zone::Offset);
        Ok(Date { zone, hi: Bound::At(hi), ..Date::spanning((lo, hi), self.precision) })
    }
}

/// Nanoseconds of the last of `count` decimals of a second.
fn scale(count: usize) -> Option<i64> {
    let unused = 9_u32.checked_sub(u32::try_from(count).ok()?)?;
    Some(10_i64.pow(unused)).filter(|_| count > 0)
}

/// Whether a leap second can be at `at`: the end of a UTC day, which a floating time reaches at
/// some quarter of an hour.
fn is_leap_place(at: Instant, zone: Option<i32>) -> bool {
    let minute = at.nano / SECOND / 60;
    if zone.is_some() { minute == 1439 } else { minute % 15 == 14 }
}

const HOUR: &str = "the hour needs exactly two digits; write hh:mm";

/// Whether the hours are of the second half of the day, if there is a word for that.
fn half_day(cursor: &mut Cursor<'_>, languages: Languages) -> Option<bool> {
    let mut words = languages.tables().flat_map(|language| language.half_days);
    words.find_map(|&(word, is_pm)| {
        let mut at = cursor.trim();
        let is_there = at.take_word(word) && !at.peek().is_some_and(char::is_alphanumeric);
        is_there.then(|| {
            *cursor = at;
            is_pm
        })
    })
}

/// The name of a zone after an offset, `+01:00[Europe/Paris]` as in RFC 9557, adds nothing to it.
/// Alone it says too little, as offsets change by the season.
fn named_zone(cursor: &mut Cursor<'_>, zone: Option<i32>) -> Parsed<()> {
    let start = cursor.trim();
    let mut at = start;
    let is_bracket = at.take("[").is_some();
    let name = at.take_while(|c| c.is_ascii_alphanumeric() || "/_+-".contains(c));
    let is_whole = if is_bracket { at.take("]").is_some() } else { at.is_empty() };
    if !is_whole || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Ok(());
    }
    if is_bracket && zone.is_some() {
        *cursor = at;
        return Ok(());
    }
    // 14:05:22 +0000 UTC
    if zone == Some(0) && ["UTC", "GMT", "Z"].contains(&name) {
        *cursor = at;
        return Ok(());
    }
    let plain = name;
    let name = crate::error::quoted(name);
    let zones = zone_names::ambiguous(plain).map(|zones| format!(": {zones}")).unwrap_or_default();
    let message =
        format!("the zone {name} has more than one offset from UTC{zones}; write it as +hh:mm");
    start.firm(Unsupported, message)
}

/// The minutes of an hour with an h behind it: 14h05, 9 h 30.
fn minutes_after_h(cursor: &mut Cursor<'_>) -> Option<i64> {
    let mut at = cursor.trim();
    let has_sign = at.take("hH").is_some();
    at = at.trim();
    let minutes = two(at.digits()).filter(|_| has_sign)?;
    let is_ended = !at.peek().is_some_and(|c| c.is_alphanumeric() || c == ':');
    is_ended.then(|| {
        *cursor = at;
        minutes
    })
}

/// Minute and second after colons.
fn further(cursor: &mut Cursor<'_>) -> Parsed<(Option<i64>, Option<i64>)> {
    let mut parts = [None, None];
    // 12.05.09 is a clock time where that is sure: with its half of the day.
    let lower = cursor.rest().to_ascii_lowercase();
    let has_half = ["am", "pm", "a.m.", "p.m."].iter().any(|half| lower.ends_with(half));
    let is_dotted = lower.starts_with('.') && (has_half || dotted_minutes(&lower));
    let sign = if is_dotted { "." } else { ":" };
    for (part, name) in parts.iter_mut().zip(["minute", "second"]) {
        if cursor.take(sign).is_none() {
            break;
        }
        let start = *cursor;
        *part = two(cursor.digits());
        if part.is_none() {
            let message = format!("the {name} needs exactly two digits; write hh:mm:ss");
            return start.firm(Malformed, message);
        }
    }
    Ok(parts.into())
}

/// Whether minutes, perhaps with seconds, follow after full stops and nothing else.
pub(super) fn dotted_minutes(text: &str) -> bool {
    let mut parts = text.split('.');
    let is_sixtieth = |part: &str| part.len() == 2 && part.parse::<u8>().is_ok_and(|it| it < 60);
    parts.next() == Some("") && (1..=2).contains(&parts.clone().count()) && parts.all(is_sixtieth)
}

/// The value of exactly two digits.
fn two(digits: &str) -> Option<i64> {
    digits.parse().ok().filter(|_| digits.len() == 2)
}

fn whole(start: Cursor<'_>, [hour, minute, second]: [Option<i64>; 3]) -> Parsed<TimeOfDay> {
    let (precision, width) = match (minute, second) {
        (None, _) => (Precision::Hour, 3600 * SECOND),
        (_, None) => (Precision::Minute, 60 * SECOND),
        _ => (Precision::Second, SECOND),
    };
    let (h, m, s) = (hour.unwrap_or(0), minute.unwrap_or(0), second.unwrap_or(0));
    let is_midnight = (h, m, s) == (24, 0, 0);
    if (h > 23 || m > 59 || s > 60) && !is_midnight {
        let message =
            format!("there is no clock time {h:02}:{m:02}:{s:02}; write 00:00:00 to 23:59:59");
        return start.firm(Nonexistent, message);
    }
    let nanos = (h * 3600 + m * 60 + s) * SECOND;
    let leap = s == 60;
    let (nanos, width) = if leap { (nanos - 1, 1) } else { (nanos, width) };
    Ok(TimeOfDay { nanos, width, precision, leap, zone: None })
}

/// `Z`, `+hh`, `+hh:mm`, `+hhmm`, or `UTC` alone or before an offset, if anything follows.
fn offset(cursor: &mut Cursor<'_>) -> Parsed<Option<i32>> {
    let start = cursor.trim();
    let mut at = start;
    if at.take("(").is_some() {
        let east = offset(&mut at)?;
        if east.is_some() && at.take(")").is_some() {
            *cursor = at;
            return Ok(east);
        }
        return Ok(None);
    }
    let is_named = at.take_word("UTC") || at.take_word("GMT");
    if !is_named && at.take("Zz").is_some() {
        *cursor = at;
        return Ok(Some(0));
    }
    if let Some(east) = named_offset(&mut at) {
        *cursor = at;
        return Ok(Some(east));
    }
    let sign_at = at;
    let Some(sign) = at.take("+-") else {
        if is_named {
            *cursor = at;
        }
        return Ok(Some(0).filter(|_| is_named));
    };
    let (hour, minute) = match (at.digits(), at.take(":")) {
        (hour, Some(_)) => (hour, at.digits()),
        (digits, None) => digits.split_at_checked(2).unwrap_or((digits, "")),
    };
    let (whole, short) = (hour.len() == 2 || is_named && hour.len() == 1, minute.is_empty());
    let hours: Option<i32> = hour.parse().ok().filter(|_| whole);
    let minutes = if short { Some(0) } else { two(minute).and_then(|m| i32::try_from(m).ok()) };
    let Some((hours, minutes)) = hours.zip(minutes) else {
        return sign_at.firm(Malformed, "the offset from UTC is not +hh, +hhmm or +hh:mm");
    };
    // The widest offset in use is +14:00 (Line Islands).
    if minutes > 59 || hours * 60 + minutes > 14 * 60 {
        return sign_at.firm(Nonexistent, "no zone is that far from UTC; write -14:00 to +14:00");
    }
    *cursor = at;
    let east = hours * 3600 + minutes * 60;
    Ok(Some(if sign == '-' { -east } else { east }))
}

/// The offset of an abbreviation that has one meaning.
fn named_offset(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut at = *cursor;
    let name = at.take_while(|c| c.is_ascii_alphabetic());
    let east = zone_names::offset_of(name)?;
    *cursor = at;
    Some(east)
}

/// The name of a zone in parentheses after its offset, as browsers print it.
fn parenthesis(cursor: &mut Cursor<'_>, zone: Option<i32>) {
    let mut at = cursor.trim();
    let is_name = |c: char| c.is_alphabetic() || " .+-:0123456789".contains(c);
    let is_there = zone.is_some() && at.take("(").is_some() && !at.take_while(is_name).is_empty();
    if is_there && at.take(")").is_some() {
        *cursor = at;
    }
}

impl FromStr for UtcOffset {
    type Err = String;

    /// `Z`, `+05:30`, `-0400` or `+02`.
    fn from_str(text: &str) -> Result<Self, String> {
        let folded = folded(text);
        let mut cursor = Cursor::new(&folded);
        let east = offset(&mut cursor).ok().flatten().filter(|_| cursor.is_empty());
        east.and_then(Self::from_seconds).ok_or_else(|| {
            "a zone is an offset from UTC, -14:00 to +14:00, as +05:00, or Z".to_owned()
        })
    }
}
