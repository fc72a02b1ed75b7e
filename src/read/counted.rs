//! Times that are counted from an origin: Day 0, T-3, M1 to M14, week 5, T+00:02:30, and plain
//! numbers. In: the text of a cell; out: the number and its unit.

use super::duration::Duration;
use super::header_name::folded;
use super::words::{DurationUnit, duration_unit};

/// A number of units from an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitCount {
    /// The unit, if it is written.
    unit: Option<DurationUnit>,
    /// The number in thousandths.
    thousandths: i64,
    /// Whether it is written as a distance: T-3, +2 h.
    is_distance: bool,
    /// How many numbers it has, if it is written as a clock has it: T+2:30.
    clock_parts: usize,
}

impl UnitCount {
    /// The unit, if it is written.
    pub(super) fn unit(self) -> Option<DurationUnit> {
        self.unit
    }

    /// The number in thousandths.
    pub(super) fn thousandths(self) -> i64 {
        self.thousandths
    }

    /// Whether it is written as a distance.
    pub(super) fn is_distance(self) -> bool {
        self.is_distance
    }

    /// How many numbers it has, if it is written as a clock has it; else 0.
    pub(super) fn clock_parts(self) -> usize {
        self.clock_parts
    }

    /// Reads a count.
    pub(super) fn read(text: &str) -> Option<Self> {
        const LONGEST: usize = 24;
        if text.len() > LONGEST {
            return None;
        }
        let text = folded(text.trim());
        if let Some(count) = distance(&text).or_else(|| match_minute(&text)) {
            return Some(count);
        }
        // The origin itself.
        if text == "t" {
            return Some(Self { unit: None, thousandths: 0, is_distance: true, clock_parts: 0 });
        }
        let number = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '−'))?;
        let (word, number) = text.split_at(number);
        let word = word.trim_end_matches(['.', ' ', '#']);
        match word {
            "" | "t" => Self::after_word(number, None),
            word => Self::after_word(number, Some(duration_unit(word)?)),
        }
    }

    /// Reads a number, with its unit after it or before.
    fn after_word(text: &str, unit: Option<DurationUnit>) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-', '−']).unwrap_or(text);
        let end = unsigned.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (number, word) = unsigned.split_at(end.unwrap_or(unsigned.len()));
        let unit = match (word.trim(), unit) {
            ("", unit) => unit,
            (letter, None) if is_of_calendar(number, letter) => return None,
            (word, None) => Some(duration_unit(word)?),
            _ => return None,
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() || whole.len() > 9 || decimals.len() > 3 {
            return None;
        }
        let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
        let thousandths = whole.parse::<i64>().ok()? * 1000 + decimals;
        let is_negative = unsigned.len() < text.len() && !text.starts_with('+');
        let thousandths = if is_negative { -thousandths } else { thousandths };
        Some(Self { unit, thousandths, is_distance: false, clock_parts: 0 })
    }

    /// Whether it can only be counted from zero.
    pub(super) fn is_from_zero(self) -> bool {
        self.is_distance || self.thousandths <= 0 || self.thousandths % 1000 != 0
    }

    /// Whether its unit is written.
    pub(super) fn has_unit(self) -> bool {
        self.unit.is_some() || self.is_distance
    }
}

/// The counts of a text that has two: Week 2–3, M1 to M3, 4-5. The second has the word of the first.
pub(super) fn count_span(text: &str) -> Option<Vec<String>> {
    const JOINTS: [&str; 6] = [" to ", " bis ", " - ", "–", "—", "-"];
    const LONGEST: usize = 30;
    let has_digit = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
    if text.len() > LONGEST || !has_digit(text) {
        return None;
    }
    let (from, to) = JOINTS.iter().find_map(|joint| text.split_once(joint))?;
    let [from, to] = [from, to].map(str::trim);
    let word = from.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_number = |part: &str| part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !has_digit(from) || !is_number(&from[word.len()..]) {
        return None;
    }
    // Of several weeks each is one.
    let one = word.trim_end();
    let one = one.strip_suffix(['s', 'S']).filter(|one| duration_unit(&folded(one)).is_some());
    let number = &from[word.len()..];
    let (from, word) = match one {
        Some(one) if one.len() > 1 => (format!("{one} {number}"), format!("{one} ")),
        _ => (from.to_owned(), word.to_owned()),
    };
    let to = if is_number(to) { format!("{word}{to}") } else { to.to_owned() };
    let [first, last] = [&from, &to].map(|count| UnitCount::read(count));
    let (first, last) = first.zip(last)?;
    let is_span = first.unit == last.unit && first.thousandths < last.thousandths;
    is_span.then(|| vec![from, to])
}

/// Whether a letter after a number is that of a decade, the 60s, or of a year of the Hijra, 1445 H.
fn is_of_calendar(number: &str, letter: &str) -> bool {
    match letter {
        "s" => number.ends_with('0'),
        "h" => number.len() >= 4,
        _ => false,
    }
}

/// A distance from an origin: T-3, T+00:02:30, +2 h.
fn distance(text: &str) -> Option<UnitCount> {
    let text = text.replace('−', "-");
    let (head, signed) = text.split_at(text.find(['+', '-'])?);
    let has_t = head.trim_end() == "t";
    if !has_t && !head.is_empty() {
        return None;
    }
    let (sign, number) = signed.split_at(1);
    let number = number.trim_start();
    let count = clock_count(number).or_else(|| UnitCount::after_word(number, None));
    let count = count.or_else(|| units_count(number))?;
    let sign = if sign == "-" { -1 } else { 1 };
    let is_distance = has_t || count.unit.is_some();
    is_distance.then(|| UnitCount { thousandths: sign * count.thousandths, is_distance, ..count })
}

/// The minute of a match: 67', and in added time 45+2', which is before minute 46.
fn match_minute(text: &str) -> Option<UnitCount> {
    let (minutes, has_sign) = match text.strip_suffix(['\'', '′']) {
        Some(minutes) => (minutes, true),
        None => (text, false),
    };
    let (minute, added) = match minutes.split_once('+') {
        Some((minute, added)) => (minute.trim(), Some(added.trim())),
        None => (minutes, None),
    };
    let number = |digits: &str, most: usize| -> Option<i64> {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_number && digits.len() <= most)
    };
    let is_told = has_sign || added.is_some();
    let added = added.map_or(Some(0), |added| number(added, 2))?;
    let minute = number(minute, 3).filter(|_| is_told)?;
    let thousandths = minute * 1000 + added * 10;
    let unit = Some(DurationUnit::Minute);
    Some(UnitCount { unit, thousandths, is_distance: false, clock_parts: 0 })
}

/// Hours, minutes and seconds of a distance.
fn clock_count(text: &str) -> Option<UnitCount> {
    let parts: Option<Vec<i64>> = text.split(':').map(|part| part.parse().ok()).collect();
    let parts = parts?;
    let is_part = |part: &i64| (0..60).contains(part);
    let seconds = match parts.as_slice() {
        [minutes, seconds] if is_part(seconds) => minutes * 60 + seconds,
        [hours, minutes, seconds]
            if (0..100_000).contains(hours) && is_part(minutes) && is_part(seconds) =>
        {
            (hours * 60 + minutes) * 60 + seconds
        }
        _ => return None,
    };
    let unit = Some(DurationUnit::Second);
    let thousandths = seconds.checked_mul(1000)?;
    Some(UnitCount { unit, thousandths, is_distance: true, clock_parts: parts.len() })
}

/// A distance of several units: 1 h 30 min.
fn units_count(text: &str) -> Option<UnitCount> {
    let unit = Some(DurationUnit::Second);
    let thousandths = Duration::read(text, None)?.thousandths_of_second()?;
    Some(UnitCount { unit, thousandths, is_distance: true, clock_parts: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added_time_is_before_the_next_minute() {
        let thousandths = |text: &str| UnitCount::read(text).expect(text).thousandths();
        let texts = ["1'", "45'", "45+1'", "45+12", "46'", "90 + 4’", "91′"];
        assert!(texts.map(thousandths).is_sorted());
        assert_eq!(count_span("Weeks 3–4"), Some(vec!["Week 3".into(), "Week 4".into()]));
    }

    #[test]
    fn what_is_no_count() {
        let texts = ["", "day", "2025-03-01", "3 apples", "Apollo 11", "T-", "1:2", "99999999999"];
        for text in texts.into_iter().chain(["60s", "1960s", "1445 H", "1445h"]) {
            assert_eq!(UnitCount::read(text), None, "{text}");
        }
    }
}
