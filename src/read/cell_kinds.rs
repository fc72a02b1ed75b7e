//! What a cell holds, by its text alone: a clock time, an hour, a date, a number, an era, a weekday.

use super::yearless::in_year;
use crate::date::{Date, DateErrorKind, DateForm, DateOptions, Precision};

/// Whether a text is an era alone.
pub(super) fn is_era(text: &str) -> bool {
    const ERAS: [&str; 12] = [
        "bc",
        "bce",
        "b.c.",
        "b.c.e.",
        "ad",
        "ce",
        "a.d.",
        "c.e.",
        "v. chr.",
        "n. chr.",
        "av. j.-c.",
        "ap. j.-c.",
    ];
    text.len() < 12 && ERAS.contains(&text.to_lowercase().as_str())
}

/// Whether a text is the name of a weekday.
pub(super) fn is_weekday(text: &str) -> bool {
    const BEGINNINGS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const OTHERS: [&str; 34] = [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
    ];
    const LONGEST: usize = 12;
    if text.len() > LONGEST || text.len() < 3 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let word = text.trim_end_matches('.').to_lowercase();
    let is_english = BEGINNINGS.iter().any(|start| {
        word == *start || word.starts_with(start) && (word.ends_with("day") || word.len() < 6)
    });
    is_english || OTHERS.contains(&word.as_str())
}

/// A quarter, week or season without its year as it stands before one; numbers stay as they are.
pub(super) fn part_of_year(text: &str) -> Option<String> {
    const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "fall", "winter"];
    let lower = text.to_ascii_lowercase();
    let number = lower.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let word = lower.get(..lower.len() - number.len())?.trim();
    let value = number.parse::<u32>().ok().filter(|value| number.len() < 3 && *value > 0);
    match (word, value) {
        ("", Some(1..=53)) => Some(number.to_owned()),
        ("q" | "qtr" | "quarter", Some(1..=4)) => Some(format!("Q{number}")),
        ("h" | "half", Some(1..=2)) => Some(format!("H{number}")),
        ("w" | "wk" | "week" | "kw" | "cw", Some(1..=53)) => Some(format!("week {number}")),
        _ => SEASONS.contains(&lower.as_str()).then_some(lower),
    }
}

/// Whether a date is an estimate, a range or longer than a year, as those of catalogues are.
pub(super) fn is_vague(date: &Date) -> bool {
    let is_long = date.precision < Precision::Year || date.form != DateForm::Plain;
    is_long || date.approximate.any() || date.uncertain.any()
}

/// A number without a unit.
pub(super) struct PlainNumber<'a> {
    digits: &'a str,
    fraction: &'a str,
}

impl<'a> PlainNumber<'a> {
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let number = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
        if is_grouped(number) {
            return Some(Self { digits: number, fraction: "0" });
        }
        let (digits, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (all_digits(digits) && all_digits(fraction)).then_some(Self { digits, fraction })
    }

    pub(super) fn is_whole(&self) -> bool {
        self.fraction.bytes().all(|b| b == b'0')
    }

    pub(super) fn is_year(&self) -> bool {
        let is_number = self.digits.len() == 3 && self.digits.starts_with('0');
        matches!(self.digits.len(), 3 | 4) && self.is_whole() && !is_number
    }

    /// Whether it is a year of the last thousand years and the next hundred.
    pub(super) fn is_recent_year(&self) -> bool {
        let year = self.digits.parse::<u32>().ok().filter(|_| self.is_year());
        year.is_some_and(|year| (1000..=2100).contains(&year))
    }

    /// Whether it is a year and a month: 202003.
    pub(super) fn is_month(&self) -> bool {
        let (year, month) = self.digits.split_at_checked(4).unwrap_or_default();
        let is_year = year.starts_with(['1', '2']) && self.is_whole();
        let month = month.parse::<u32>().ok().filter(|_| self.digits.len() == 6);
        is_year && month.is_some_and(|month| (1..=12).contains(&month))
    }

    pub(super) fn is_stamp(&self) -> bool {
        let is_serial = self.digits.len() == 5 && self.digits.starts_with(|c| c != '0');
        is_serial
            || (matches!(self.digits.len(), 10 | 13) && self.is_whole())
            || (self.digits.len() == 8 && self.digits.starts_with(['1', '2']))
            || self.is_month()
    }
}

/// Whether a number has commas before every three of six digits or more: 541,000,000.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(',');
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_first =
        groups.next().is_some_and(|first| matches!(first.len(), 1..=3) && is_digits(first));
    is_first && groups.clone().count() > 1 && groups.all(|part| part.len() == 3 && is_digits(part))
}

/// The two numbers of a text with a dash or a hyphen between them.
pub(super) fn number_range(text: &str) -> Option<[&str; 2]> {
    let (from, to) = ["–", "—", "-"].iter().find_map(|joint| text.split_once(joint))?;
    let parts = [from, to].map(str::trim);
    let is_number = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        (1..8).contains(&digits) && part.bytes().all(is_digit)
    };
    parts.iter().all(|part| is_number(part)).then_some(parts)
}

/// Whether a text is the number of an hour of the day.
pub(super) fn is_hour(text: &str) -> bool {
    text.len() < 3 && text.parse::<u8>().is_ok_and(|hour| hour < 24)
}

/// Whether a text is a time of day: 9:05, 14:30:05, 2 pm.
pub(super) fn is_clock(text: &str) -> bool {
    const LONGEST: usize = 20;
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    let number = lower.trim_end_matches(['a', 'p', 'm', '.', ' ', 'h', 'z', 'u', 'r']);
    let has_half = number.len() < lower.len();
    let parts: Vec<&str> = number.split([':', '.']).collect();
    let is_part =
        |part: &&str| matches!(part.len(), 1..=2) && part.bytes().all(|b| b.is_ascii_digit());
    let whole = parts.iter().take(3).all(is_part);
    let is_hour = parts[0].parse::<u32>().is_ok_and(|hour| hour <= 24);
    let is_divided = number.contains(':') && matches!(parts.len(), 2..=4);
    whole && is_hour && (is_divided || (has_half && parts.len() == 1))
}

/// The clock times of a text that has two: 09:00–10:30, 1:00 - 2:30 PM. The half of the day that the
/// second has is that of the first, if it is then the earlier one.
pub(super) fn clock_span(text: &str) -> Option<[String; 2]> {
    const JOINTS: [&str; 7] = [" to ", " bis ", " - ", "–", "—", "-", " à "];
    const LONGEST: usize = 40;
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (from, to) = JOINTS.iter().find_map(|joint| text.split_once(joint))?;
    let [from, to] = [from, to].map(str::trim);
    if !is_clock(to) {
        return None;
    }
    let half = to.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' '));
    let has_half = |text: &str| text.to_lowercase().contains('m');
    let from = if has_half(to) && !has_half(from) {
        let hour = |text: &str| text.split([':', ' ']).next()?.parse::<u32>().ok();
        let is_later = hour(from).map(|hour| hour % 12) > hour(to).map(|hour| hour % 12);
        let half = match (is_later, half.to_lowercase().starts_with('p')) {
            (true, true) => "AM",
            (true, false) => "PM",
            (false, _) => half,
        };
        format!("{from} {half}")
    } else {
        from.to_owned()
    };
    is_clock(&from).then(|| [from, to.to_owned()])
}

/// Whether a text can be read as a date, be it in several ways.
pub(super) fn is_date(text: &str, dates: &DateOptions) -> bool {
    // Words alone may be an open end, which is short.
    let longest = if text.bytes().any(|b| b.is_ascii_digit()) { 60 } else { 20 };
    if text.len() > longest {
        return false;
    }
    match Date::parse(text, dates) {
        Ok(_) => true,
        Err(error) => {
            matches!(error.kind, DateErrorKind::AmbiguousOrder | DateErrorKind::Several)
                || is_date_shaped(text, dates)
                || is_fiscal(text)
                || is_yearless(text, dates)
        }
    }
}

/// Whether a text is a fiscal year or a part of one, which options alone can date.
fn is_fiscal(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let is_year = |word: &str| {
        let year = word.strip_prefix("fy").unwrap_or_default();
        matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.len() < 16 && words.any(is_year)
}

/// Whether a text is a day without its year.
pub(super) fn is_yearless(text: &str, dates: &DateOptions) -> bool {
    // February has a 29th day in the first; a weekday is that of its day in one of the others.
    let first_words = text.chars().take_while(|c| c.is_alphabetic()).count();
    let is_weekday = is_weekday(text.get(..first_words).unwrap_or_default());
    let years = if is_weekday { 2000..2012 } else { 2000..2001 };
    years.into_iter().any(|year| {
        let Some(text) = in_year(text, &year.to_string()) else { return false };
        match Date::parse(&text, dates) {
            Ok(date) => date.precision == Precision::Day,
            Err(error) => error.kind == DateErrorKind::AmbiguousOrder,
        }
    })
}

/// Whether a text has the parts of a date: two or three short numbers, or numbers and a month.
fn is_date_shaped(text: &str, dates: &DateOptions) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split(['/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        // Versions of programs look like it, but for the year.
        [first, _, last] if parts.iter().all(is_number) => {
            first.len() == 4 || matches!(last.len(), 2 | 4)
        }
        [_, .., year] if is_number(year) && year.len() == 2 && parts.len() <= 3 => {
            // Of a year of two digits the century is open; its month is a word.
            let century = [&parts[..parts.len() - 1].join(" "), " 20", year].concat();
            Date::parse(&century, dates).is_ok()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_told_from_numbers() {
        for clock in ["9:05", "14:30:05", "2 pm", "11:15 AM", "9h", "01:24:59.5"] {
            assert!(is_clock(clock), "{clock}");
        }
        for other in ["1:2:3:4:5", "25:00", "2010", "noon tea", "3.1", ""] {
            assert!(!is_clock(other), "{other}");
        }
    }
}
