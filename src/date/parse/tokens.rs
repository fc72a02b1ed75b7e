//! A date in words as tokens: numbers, month names, weekdays, eras and the other words that dates
//! are made of, in any case, with or without full stops.
//!
//! Commas, full stops and words like "of" mean nothing and are left out. An unknown word is a token
//! too, which no pattern matches.

use super::cursor::Cursor;
use crate::date::language::{Languages, Token};

/// Tokens of the longest date in words; what is longer is none.
const MOST: usize = 16;

/// The value of a text of digits alone.
pub(super) fn digits_of(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `c` belongs to a word: letters, and the accents and Indic signs that are none.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{093C}'..='\u{0954}')
}

/// Where `word`, in any case of ASCII letters, is between blanks.
pub(super) fn word_places(text: &str, word: &str) -> impl DoubleEndedIterator<Item = usize> {
    text.match_indices(' ').map(|(blank, _)| blank + 1).filter(move |&at| {
        let end = at + word.len();
        let is_blank = text.get(end..).is_some_and(|after| after.starts_with(' '));
        is_blank && text.get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(word))
    })
}

/// The first word that dates are not made of, and what is left after it.
pub(super) fn stranger(cursor: Cursor<'_>, languages: Languages) -> Option<(Cursor<'_>, &str)> {
    let mut cursor = cursor;
    while let Some(next) = cursor.peek() {
        let start = cursor;
        if next.is_ascii_digit() {
            number(&mut cursor, languages);
        } else if !is_letter(next) {
            cursor.take_while(|c| c == next);
        } else if word(&mut cursor, languages) == Some(Token::Unknown) {
            let length = start.rest().len() - cursor.rest().len();
            return Some((start, start.rest().get(..length)?));
        }
    }
    None
}

/// The tokens of a text; none if there are too many for a date.
pub(super) fn tokens(cursor: Cursor<'_>, languages: Languages) -> Option<Vec<Token>> {
    let mut cursor = cursor;
    let mut tokens = Vec::new();
    while let Some(next) = cursor.peek() {
        if next.is_ascii_digit() {
            tokens.push(number(&mut cursor, languages));
        } else if is_letter(next) {
            tokens.extend(word(&mut cursor, languages));
        } else if let Some(year) = short_year(&mut cursor) {
            tokens.push(year);
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

/// A year of two digits after an apostrophe: '98.
fn short_year(cursor: &mut Cursor<'_>) -> Option<Token> {
    let mut at = *cursor;
    at.take("'")?;
    let digits = at.digits();
    let year = digits_of(digits).filter(|_| digits.len() == 2)?;
    if at.peek().is_some_and(|c| is_letter(c) || c == '\'') {
        return None;
    }
    *cursor = at;
    Some(Token::ShortYear(year))
}

/// What a single word means.
pub(super) fn word_token(word: &str, languages: Languages) -> Option<Token> {
    languages.token(&word.to_lowercase())
}

fn sign(c: char) -> Option<Token> {
    match c {
        ' ' | ',' | '.' | '\'' => None,
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
fn number(cursor: &mut Cursor<'_>, languages: Languages) -> Token {
    let digits = grouped_digits(cursor);
    let Some(value) = digits_of(&digits) else { return Token::Unknown };
    if let Some(part) = led_part(cursor, value, digits.len()) {
        return part;
    }
    let mut at = *cursor;
    at.take("'");
    match languages.ended(at.take_while(is_letter), value, digits.len()) {
        Some(token) => {
            *cursor = at;
            token
        }
        None => Token::Number(value, digits.len()),
    }
}

/// A quarter or half of a year whose number comes first: 3Q2024, 2H 2023.
fn led_part(cursor: &mut Cursor<'_>, value: i64, digits: usize) -> Option<Token> {
    let mut at = *cursor;
    let letter = at.take("qQhH")?.to_ascii_lowercase();
    let is_end = !at.peek().is_some_and(is_letter);
    let number = u32::try_from(value).ok().filter(|_| digits == 1 && is_end)?;
    let part = match (letter, number) {
        ('q', 1..=4) => Token::Quarter(number),
        ('h', 1..=2) if !at.peek().is_some_and(|c| ",.:".contains(c)) => Token::Half(number),
        _ => return None,
    };
    *cursor = at;
    Some(part)
}

/// A word with the full stops of its abbreviation (b.c.) and the digit of a quarter; none if it
/// means nothing.
fn word(cursor: &mut Cursor<'_>, languages: Languages) -> Option<Token> {
    let mut text = cursor.take_while(is_letter).to_lowercase();
    if text == "w" && cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
        return Some(Token::Week);
    }
    if text.chars().count() == 1 {
        let mut after = *cursor;
        if let Some(digit) = after.take("1234")
            && !after.peek().is_some_and(|c| c.is_ascii_digit())
        {
            text.push(digit);
            *cursor = after;
        }
        let mut at = *cursor;
        while at.take(".").is_some() {
            // 1200 B. C.
            let mut after = at;
            if after.take(" ").is_some() && matches!(text.as_str(), "b" | "a") {
                at = after;
            }
            let letter = at.take_while(is_letter);
            if letter.chars().count() != 1 {
                break;
            }
            text.push_str(&letter.to_lowercase());
            *cursor = at;
        }
    }
    languages.token(&text)
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
