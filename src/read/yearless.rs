//! Days and months that lack their year: 28 July, July 28, 14.03., March. In: the text of a cell and a year; out: the whole
//! date.

use crate::date::names_month;

/// Bytes of the longest such text.
const LONGEST: usize = 40;

/// The text of a day with the year that it lacks; none if it is no such text.
pub(super) fn in_year(text: &str, year: &str) -> Option<String> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    if text.len() > LONGEST || !text.is_ascii() && text.contains('年') {
        return None;
    }
    if text.bytes().all(|byte| !byte.is_ascii_digit()) {
        return month_in_year(text, year);
    }
    let are_short = runs.clone().all(|run| run.len() < 3);
    let count = runs.clone().count();
    if !are_short || !matches!(count, 1 | 2) || text.contains([':', '\'', '’']) {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 0 {
        let mut parts = text.trim_end_matches('.').split(['.', '/']).map(str::trim);
        let are_numbers = parts.all(|part| matches!(part.len(), 1 | 2)) && count == 2;
        return match (are_numbers, text.ends_with('.'), text.contains('/')) {
            (true, true, false) => Some(format!("{text}{year}")),
            (true, false, true) => Some(format!("{text}/{year}")),
            _ => None,
        };
    }
    // A number before or after a hyphen may be that of a day or of a year.
    let day = runs.next()?;
    let is_short = text.strip_prefix(day).is_some_and(|rest| rest.starts_with('-')) && count == 1;
    match (is_short, text.contains('-')) {
        (true, _) => Some(format!("{text}-{year}")),
        (false, true) if count == 1 => None,
        _ => (letters > 2).then(|| format!("{text} {year}")),
    }
}

/// The text of a month, or of several, with the year that it lacks: March, early June, Jan–Mar.
fn month_in_year(text: &str, year: &str) -> Option<String> {
    is_month(text).then(|| format!("{text} {year}"))
}

/// Whether a text is a month without its year, or several.
pub(super) fn is_month(text: &str) -> bool {
    const OTHERS: [&str; 15] = [
        "early",
        "mid",
        "late",
        "end",
        "beginning",
        "start",
        "of",
        "to",
        "and",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "until",
    ];
    let is_part = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '–' | '/');
    if text.len() > LONGEST || text.len() < 3 || !text.chars().all(is_part) {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_month = |word: &str| names_month(word) || OTHERS[9..14].contains(&word);
    words.clone().any(is_month) && words.all(|word| is_month(word) || OTHERS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_get_the_year_that_they_lack() {
        let cases = [
            ("14 July", Some("14 July 1916")),
            ("July 14", Some("July 14 1916")),
            ("14-Jul", Some("14-Jul-1916")),
            ("14.03.", Some("14.03.1916")),
            ("14/3", Some("14/3/1916")),
            ("14–16 July", Some("14–16 July 1916")),
            ("Mon 14 July", Some("Mon 14 July 1916")),
            ("Jul-14", None),
            ("14 July 1915", None),
            ("July '14", None),
            ("14.03", None),
            ("9:05", None),
            ("July", Some("July 1916")),
            ("Jan–Mar", Some("Jan–Mar 1916")),
            ("No. of men?", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(in_year(text, "1916").as_deref(), expected, "{text}");
        }
    }
}
