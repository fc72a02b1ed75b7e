//! Patterns of days, in the letters of CLDR: `d. MMMM y`.

use std::str::FromStr;

/// Bytes of the longest pattern.
const LONGEST: usize = 48;

/// A pattern of days that the user writes: `d` or `dd` for the day, `M`, `MM`, `MMM` or `MMMM` for
/// the month, `y` for the year, and text, of which letters stand in single quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePattern {
    bytes: [u8; LONGEST],
    length: usize,
}

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatternPart<'a> {
    /// A field by its letter, and how often that is written.
    Field(char, usize),
    Text(&'a str),
}

/// The parts of a pattern, in their order.
pub(super) fn parts(pattern: &str) -> Vec<PatternPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => {
                let end = rest[1..].find('\'').map_or(rest.len(), |at| at + 1);
                parts.push(PatternPart::Text(&rest[1..end]));
                (end + 1).min(rest.len())
            }
            letter if is_field(letter) => {
                let length = rest.find(|c| c != letter).unwrap_or(rest.len());
                parts.push(PatternPart::Field(letter, length));
                length
            }
            _ => {
                let length = rest.find(|c| is_field(c) || c == '\'').unwrap_or(rest.len());
                parts.push(PatternPart::Text(&rest[..length]));
                length
            }
        };
        rest = &rest[length..];
    }
    parts
}

fn is_field(letter: char) -> bool {
    matches!(letter, 'd' | 'M' | 'L' | 'y' | 'Q')
}

impl DatePattern {
    pub(super) fn parts(&self) -> Vec<PatternPart<'_>> {
        parts(std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default())
    }

    /// The same for a month: without the day and the text between it and its neighbour.
    pub(super) fn of_month(&self) -> Vec<PatternPart<'_>> {
        let mut parts = self.parts();
        let is_day = |part: &PatternPart<'_>| matches!(part, PatternPart::Field('d', _));
        if let Some(at) = parts.iter().position(is_day) {
            let is_field = |part: &PatternPart<'_>| matches!(part, PatternPart::Field(..));
            let next = parts[at + 1..].iter().position(is_field).map(|next| at + 1 + next);
            let before = parts[..at].iter().rposition(is_field).map_or(0, |before| before + 1);
            let from = if next.is_some() { at } else { before };
            let to = next.unwrap_or(parts.len());
            parts.drain(from..to);
        }
        parts
    }
}

impl FromStr for DatePattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let refuse = || {
            Err("a form of dates is long, short, numeric or a pattern with d, M and y, as \
                 d MMMM y or dd.MM.y; other letters stand in single quotes"
                .to_owned())
        };
        let parts = parts(text);
        let count = |letters: &str, most: usize| {
            let fields = parts.iter().filter_map(|part| match part {
                PatternPart::Field(letter, length) => Some((*letter, *length)),
                PatternPart::Text(_) => None,
            });
            let own: Vec<usize> =
                fields.filter(|(letter, _)| letters.contains(*letter)).map(|(_, n)| n).collect();
            matches!(own[..], [length] if length <= most)
        };
        let bare = text.split('\'').step_by(2).flat_map(str::chars);
        let is_strange = bare.clone().any(|c| c.is_alphabetic() && !"dMy".contains(c));
        let is_sound = count("d", 2) && count("M", 4) && count("y", 4) && !is_strange;
        if !is_sound || text.len() > LONGEST || text.matches('\'').count() % 2 == 1 {
            return refuse();
        }
        let mut bytes = [0; LONGEST];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { bytes, length: text.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_a_day_a_month_and_a_year() {
        for text in ["d MMMM y", "dd.MM.yyyy", "MMM d, y", "y-MM-dd", "d 'de' MMMM 'de' y"] {
            assert!(text.parse::<DatePattern>().is_ok(), "{text}");
        }
        for text in ["", "d M", "MMMMM y d", "d d M y", "d of M y", "d 'of M y", "EEE d M y"] {
            assert!(text.parse::<DatePattern>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_leaves_out_the_day() {
        let written = |text: &str| {
            let pattern: DatePattern = text.parse().expect(text);
            let text = |part: &PatternPart<'_>| match part {
                PatternPart::Field(letter, length) => letter.to_string().repeat(*length),
                PatternPart::Text(text) => (*text).to_owned(),
            };
            pattern.of_month().iter().map(text).collect::<String>()
        };
        assert_eq!(written("d. MMMM y"), "MMMM y");
        assert_eq!(written("MMM d, y"), "MMM y");
        assert_eq!(written("y-MM-dd"), "y-MM");
        assert_eq!(written("d 'de' MMMM 'de' y"), "MMMM de y");
    }
}
