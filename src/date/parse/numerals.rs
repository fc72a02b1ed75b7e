//! Numbers of a language with the signs of English ones: 10.000 and 10 000 as 10,000; 4,54 Ga as
//! 4.54 Ga.
//!
//! One character becomes one, so that places in the text stay.

use super::letters::is_unspaced;
use crate::date::Locale;
use std::borrow::Cow;

/// The text with the signs of English numbers.
pub(super) fn in_english_signs(text: Cow<'_, str>, locale: Option<Locale>) -> Cow<'_, str> {
    let Some(locale) = locale else { return text };
    let (decimal, group) = locale.number_signs();
    let is_plain = decimal == "." && group == "," && !text.contains('~');
    if is_plain || !text.contains(['.', ',', ' ', '~']) {
        return text;
    }
    let chars: Vec<char> = text.chars().collect();
    let sign = |at: usize| match chars[at] {
        // Between two dates of a script that has no approximate dates by this sign.
        '~' if at > 0 && is_unspaced(chars[at - 1]) => '–',
        c @ ('.' | ' ') if is_group(c, group) && is_before_group(&chars, at) => ',',
        ',' if decimal == "," && is_before_unit(&chars, at) => '.',
        c => c,
    };
    Cow::Owned((0..chars.len()).map(sign).collect())
}

/// Whether `c` parts groups of digits; blanks of any kind are one by now.
fn is_group(c: char, group: &str) -> bool {
    let is_blank = group.chars().all(char::is_whitespace);
    if c == ' ' { is_blank } else { group.starts_with(c) }
}

/// Whether a sign stands between one to three digits, or a group, and three more.
fn is_before_group(chars: &[char], at: usize) -> bool {
    let digits =
        |run: &mut dyn Iterator<Item = &char>| run.take_while(|c| c.is_ascii_digit()).count();
    let before = digits(&mut chars[..at].iter().rev());
    digits(&mut chars[at + 1..].iter()) == 3 && (1..=3).contains(&before)
}

/// Whether a sign stands between digits before the unit of an age.
fn is_before_unit(chars: &[char], at: usize) -> bool {
    let mut after = chars[at + 1..].iter().skip_while(|c| c.is_ascii_digit());
    let has_digits = chars.get(at + 1).is_some_and(char::is_ascii_digit);
    let unit = after.find(|c| **c != ' ');
    has_digits
        && at > 0
        && chars[at - 1].is_ascii_digit()
        && unit.is_some_and(|c| "kKmMgG".contains(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_those_of_english() {
        for (locale, text, english) in [
            (Locale::De, "10.000 v. Chr.", "10,000 v. Chr."),
            (Locale::De, "12.03.2010", "12.03.2010"),
            (Locale::De, "4,54 Ga", "4.54 Ga"),
            (Locale::De, "1.234.567 v. Chr.", "1,234,567 v. Chr."),
            (Locale::De, "1667, 1668", "1667, 1668"),
            (Locale::Fr, "10 000 av. J.-C.", "10,000 av. J.-C."),
            (Locale::Fr, "12 mars 2010", "12 mars 2010"),
            (Locale::Ja, "10,000 BP", "10,000 BP"),
            (Locale::Ko, "1950년~1953년", "1950년–1953년"),
        ] {
            assert_eq!(in_english_signs(text.into(), Some(locale)), english);
        }
        assert_eq!(in_english_signs("10.000".into(), None), "10.000");
    }
}
