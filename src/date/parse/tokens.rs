//! A date in words as tokens: numbers, month names, weekdays, eras and the other words that dates
//! are made of, in any case, with or without full stops.
//!
//! Commas, full stops and words like "of" say nothing and are left out. An unknown word is a token
//! too, which no pattern matches.

use super::cursor::Cursor;
use crate::date::Third;
use crate::date::language::{self, Locale};

/// Tokens of the longest date in words; what is longer is none.
const MOST: usize = 16;

/// What a token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it was written with.
    Number(i64, usize),
    /// A number as 12th.
    Ordinal(i64),
    /// A number as 1960s, and how many digits it was written with.
    Decade(i64, usize),
    Month(u32),
    /// 0 is Monday.
    Weekday(u32),
    /// 0 is spring.
    Season(u32),
    South,
    North,
    Quarter(u32),
    Half(u32),
    Week,
    Third(Third),
    Bc,
    Ad,
    Century,
    Millennium,
    Fiscal,
    Year,
    Hyphen,
    Dash,
    Slash,
    Unknown,
}

/// Words besides month names.
const WORDS: [(&str, Token); 64] = [
    ("monday", Token::Weekday(0)),
    ("mon", Token::Weekday(0)),
    ("tuesday", Token::Weekday(1)),
    ("tues", Token::Weekday(1)),
    ("tue", Token::Weekday(1)),
    ("wednesday", Token::Weekday(2)),
    ("wed", Token::Weekday(2)),
    ("thursday", Token::Weekday(3)),
    ("thurs", Token::Weekday(3)),
    ("thur", Token::Weekday(3)),
    ("thu", Token::Weekday(3)),
    ("friday", Token::Weekday(4)),
    ("fri", Token::Weekday(4)),
    ("saturday", Token::Weekday(5)),
    ("sat", Token::Weekday(5)),
    ("sunday", Token::Weekday(6)),
    ("sun", Token::Weekday(6)),
    ("spring", Token::Season(0)),
    ("summer", Token::Season(1)),
    ("autumn", Token::Season(2)),
    ("fall", Token::Season(2)),
    ("winter", Token::Season(3)),
    ("southern", Token::South),
    ("northern", Token::North),
    ("q1", Token::Quarter(1)),
    ("q2", Token::Quarter(2)),
    ("q3", Token::Quarter(3)),
    ("q4", Token::Quarter(4)),
    ("h1", Token::Half(1)),
    ("h2", Token::Half(2)),
    ("week", Token::Week),
    ("wk", Token::Week),
    ("early", Token::Third(Third::Early)),
    ("mid", Token::Third(Third::Mid)),
    ("middle", Token::Third(Third::Mid)),
    ("late", Token::Third(Third::Late)),
    ("bc", Token::Bc),
    ("bce", Token::Bc),
    ("ad", Token::Ad),
    ("ce", Token::Ad),
    ("century", Token::Century),
    ("centuries", Token::Century),
    ("cent", Token::Century),
    ("c", Token::Century),
    ("millennium", Token::Millennium),
    ("millenium", Token::Millennium),
    ("mill", Token::Millennium),
    ("fy", Token::Fiscal),
    ("fiscal", Token::Fiscal),
    ("financial", Token::Fiscal),
    ("year", Token::Year),
    ("first", Token::Ordinal(1)),
    ("second", Token::Ordinal(2)),
    ("third", Token::Ordinal(3)),
    ("fourth", Token::Ordinal(4)),
    ("fifth", Token::Ordinal(5)),
    ("sixth", Token::Ordinal(6)),
    ("seventh", Token::Ordinal(7)),
    ("eighth", Token::Ordinal(8)),
    ("ninth", Token::Ordinal(9)),
    ("tenth", Token::Ordinal(10)),
    ("eleventh", Token::Ordinal(11)),
    ("twelfth", Token::Ordinal(12)),
    ("nineteenth", Token::Ordinal(19)),
];

/// Words that say nothing, also of the languages whose months are known.
const NOISE: [&str; 13] =
    ["of", "the", "in", "de", "del", "di", "do", "du", "le", "den", "г", "года", "r"];

/// The value of a text of digits alone.
pub(super) fn digits_of(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `c` belongs to a word: letters, and the accents and Indic signs that are none.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{093C}'..='\u{0954}')
}

/// The first word that dates are not made of, and what is left after it.
pub(super) fn stranger(cursor: Cursor<'_>, locale: Option<Locale>) -> Option<(Cursor<'_>, &str)> {
    let mut cursor = cursor;
    while let Some(next) = cursor.peek() {
        let start = cursor;
        if next.is_ascii_digit() {
            number(&mut cursor);
        } else if !is_letter(next) {
            cursor.take_while(|c| c == next);
        } else if word(&mut cursor, locale) == Some(Token::Unknown) {
            let length = start.rest().len() - cursor.rest().len();
            return Some((start, start.rest().get(..length)?));
        }
    }
    None
}

/// The tokens of a text; none if there are too many for a date.
pub(super) fn tokens(cursor: Cursor<'_>, locale: Option<Locale>) -> Option<Vec<Token>> {
    let mut cursor = cursor;
    let mut tokens = Vec::new();
    while let Some(next) = cursor.peek() {
        if next.is_ascii_digit() {
            tokens.push(number(&mut cursor));
        } else if is_letter(next) {
            tokens.extend(word(&mut cursor, locale));
        } else {
            cursor.take_while(|c| c == next);
            tokens.extend(sign(next));
        }
        if tokens.len() > MOST {
            return None;
        }
    }
    Some(tokens)
}

fn sign(c: char) -> Option<Token> {
    match c {
        ' ' | ',' | '.' => None,
        '-' => Some(Token::Hyphen),
        '–' => Some(Token::Dash),
        '/' => Some(Token::Slash),
        _ => Some(Token::Unknown),
    }
}

/// Digits, in groups of three after commas if there are any: 10,000.
fn grouped_digits(cursor: &mut Cursor<'_>) -> String {
    let mut digits = cursor.digits().to_owned();
    // A group follows one to three digits, or another group.
    let mut can_group = digits.len() <= 3;
    while can_group {
        let mut at = *cursor;
        let more = at.take(",").map_or("", |_| at.digits());
        can_group = more.len() == 3;
        if can_group {
            digits.push_str(more);
            *cursor = at;
        }
    }
    digits
}

/// A number with the letters that make it an ordinal or a decade.
fn number(cursor: &mut Cursor<'_>) -> Token {
    let digits = grouped_digits(cursor);
    let Some(value) = digits_of(&digits) else { return Token::Unknown };
    let mut at = *cursor;
    at.take("'");
    let suffix = at.take_while(is_letter);
    let token = match suffix {
        "s" => Token::Decade(value, digits.len()),
        "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "ème" | "e" => Token::Ordinal(value),
        _ => return Token::Number(value, digits.len()),
    };
    *cursor = at;
    token
}

/// A word with the full stops of its abbreviation (b.c.) and the digit of a quarter.
fn word(cursor: &mut Cursor<'_>, locale: Option<Locale>) -> Option<Token> {
    let mut text = cursor.take_while(is_letter).to_lowercase();
    if text.chars().count() == 1 {
        if let Some(digit) = cursor.take("1234") {
            text.push(digit);
        }
        let mut at = *cursor;
        while at.take(".").is_some() {
            let letter = at.take_while(is_letter);
            if letter.chars().count() != 1 {
                break;
            }
            text.push_str(&letter.to_lowercase());
            *cursor = at;
        }
    }
    if NOISE.contains(&text.as_str()) {
        return None;
    }
    let month = || language::month(&text, locale).map(Token::Month);
    let other = || WORDS.iter().find(|(word, _)| *word == text).map(|&(_, token)| token);
    month().or_else(other).or(Some(Token::Unknown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_indic_signs_are_parts_of_words() {
        for c in ['a', 'ц', '\u{300}', '\u{36F}', '\u{64B}', '\u{93C}', '\u{94D}', '\u{954}'] {
            assert!(is_letter(c), "{c:?}");
        }
        for c in ['1', '-', '\u{2FF}', '\u{964}', '\u{966}'] {
            assert!(!is_letter(c), "{c:?}");
        }
    }
}
