//! A date in words as tokens: numbers, month names, weekdays, eras and the other words that dates
//! are made of, in any case, with or without full stops.
//!
//! Commas, full stops and words like "of" mean nothing and are left out. An unknown word is a token
//! too, which no pattern matches.

use super::arrange::arranged;
use super::cursor::Cursor;
use super::letters::{is_letter, is_same, is_unspaced};
use super::phrases::{phrase, roman, unspaced};
use crate::date::language::{Languages, Token};

/// Tokens of the longest date in words; what is longer is none.
const MOST: usize = 16;

/// The value of a text of digits alone.
pub(super) fn digits_of(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Where `word`, in any case of letters, is between blanks; in scripts without them, anywhere.
pub(super) fn word_places(text: &str, word: &str) -> impl DoubleEndedIterator<Item = usize> {
    let is_bare = word.starts_with(|c| is_unspaced(c) || c == '、');
    text.char_indices().map(|(at, _)| at).filter(move |&at| {
        let end = at + word.len();
        let Some((before, found, after)) =
            text.get(..at).zip(text.get(at..end)).zip(text.get(end..)).map(|((a, b), c)| (a, b, c))
        else {
            return false;
        };
        let is_apart =
            before.ends_with(' ') && (word == AND && !after.is_empty() || after.starts_with(' '));
        (is_bare && !before.is_empty() || is_apart) && is_same(found, word)
    })
}

/// The Arabic "and", which is written with the word after it.
const AND: &str = "و";

/// A word that dates are not made of, and where it begins.
type Stranger<'a> = Option<(Cursor<'a>, &'a str)>;

/// The first word that dates are not made of and that is `wanted`, which sees it in lower case.
pub(super) fn stranger<'a>(
    cursor: Cursor<'a>,
    languages: Languages,
    wanted: impl Fn(&str) -> bool,
) -> Stranger<'a> {
    strangers(cursor, languages, wanted)[1]
}

/// The first word that dates are not made of, and the first such word that is `wanted`.
pub(super) fn strangers<'a>(
    cursor: Cursor<'a>,
    languages: Languages,
    wanted: impl Fn(&str) -> bool,
) -> [Stranger<'a>; 2] {
    let mut cursor = cursor;
    let mut first = None;
    while let Some(next) = cursor.peek() {
        let start = cursor;
        if next.is_ascii_digit() {
            number(&mut cursor, languages);
        } else if !is_letter(next) {
            cursor.take_while(|c| c == next);
        } else if word(&mut cursor, languages) == Some(Token::Unknown) {
            let length = start.rest().len() - cursor.rest().len();
            let found = start.rest().get(..length).map(|word| (start, word));
            first = first.or(found);
            if found.is_some_and(|(_, word)| wanted(&word.to_lowercase())) {
                return [first, found];
            }
        }
    }
    [first, None]
}

/// The tokens of a text; none if there are too many for a date.
pub(super) fn tokens(cursor: Cursor<'_>, languages: Languages) -> Option<Vec<Token>> {
    let mut cursor = cursor;
    let mut tokens = Vec::new();
    let whole = cursor;
    while let Some(next) = cursor.peek() {
        let read = whole.rest().len() - cursor.rest().len();
        let before = whole.rest().get(..read).and_then(|text| text.chars().next_back());
        if next.is_ascii_digit() {
            tokens.push(number(&mut cursor, languages));
        } else if is_letter(next) {
            tokens.extend(word(&mut cursor, languages));
        } else if let Some(year) = short_year(&mut cursor) {
            tokens.push(year);
        } else if let Some(hundred) = short_hundred(&mut cursor, (before, languages)) {
            tokens.push(hundred);
        } else {
            cursor.take_while(|c| c == next);
            tokens.extend(sign(next));
        }
        if tokens.len() > MOST {
            return None;
        }
    }
    Some(if languages.has_other() { arranged(tokens) } else { tokens })
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

/// A century by three digits after an apostrophe, in languages that name it so: il '400. An apostrophe that
/// stands for the end of the word before leaves open whether the year is meant: l'800.
fn short_hundred(
    cursor: &mut Cursor<'_>,
    (before, languages): (Option<char>, Languages),
) -> Option<Token> {
    let mut at = *cursor;
    at.take("'").filter(|_| languages.has_short_hundreds())?;
    let digits = at.digits();
    let value = digits_of(digits).filter(|value| digits.len() == 3 && value % 100 == 0)?;
    let mut next = at.trim();
    let has_era = matches!(phrase(&mut next, languages), Some(Token::Bc | Token::Ad));
    if value < 200 || has_era || at.peek().is_some_and(|c| is_letter(c) || c == '\'') {
        return None;
    }
    *cursor = at;
    let is_open = before.is_some_and(is_letter);
    Some(if is_open { Token::YearOrHundred(value) } else { Token::Hundred(1000 + value) })
}

/// What a single word means.
pub(super) fn word_token(word: &str, languages: Languages) -> Option<Token> {
    languages.token(&word.to_lowercase())
}

fn sign(c: char) -> Option<Token> {
    match c {
        ' ' | ',' | '.' | '\'' | '、' | '॰' => None,
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
    at.take(if languages.has_other() { "'-:" } else { "'" });
    // 1.º
    if at.rest().starts_with(".º") || at.rest().starts_with(".ª") {
        at.take(".");
    }
    let ending = at.take_while(|c| is_letter(c) || languages.has_ending_sign(c));
    match languages.ended(ending, value, digits.len()) {
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
    if let Some(token) = phrase(cursor, languages) {
        return Some(token);
    }
    if let Some(token) = unspaced(cursor, languages) {
        return token;
    }
    let written = cursor.take_while(|c| is_letter(c) && !is_unspaced(c));
    let mut text = written.to_lowercase();
    if text == "w" && cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
        return Some(Token::Week);
    }
    let is_number = languages.has_other() || is_before_century(*cursor, languages);
    let number = is_number.then(|| roman(written, languages)).flatten();
    if let Some(number) = number.filter(|_| !languages.is_known(&text)) {
        // XIX-lea
        let mut at = *cursor;
        if at.take("-").is_some() && is_ending(at.take_while(is_letter), languages) {
            *cursor = at;
        }
        return Some(Token::Ordinal(number));
    }
    if languages.has_other()
        && let Some(token) = numbered(cursor, &text, languages)
    {
        return Some(token);
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

/// Whether a word is an ending that makes a number an ordinal.
fn is_ending(word: &str, languages: Languages) -> bool {
    !word.is_empty() && languages.is_ordinal_ending(&word.to_lowercase())
}

/// Whether a century follows: XIX century. In English alone Roman numbers are read nowhere else, as
/// they are initials as likely.
fn is_before_century(cursor: Cursor<'_>, languages: Languages) -> bool {
    let mut at = cursor.trim();
    let word = at.take_while(is_letter).to_lowercase();
    languages.token(&word) == Some(Token::Century)
}

/// A word with the digit of a quarter; a letter that stands for "about" before a number is none of
/// a date, though it is one of a century after it.
fn numbered(cursor: &mut Cursor<'_>, word: &str, languages: Languages) -> Option<Token> {
    let mut at = *cursor;
    if let Some(digit) = at.take("1234") {
        let token = languages.token(&format!("{word}{digit}"));
        let is_known = token.is_some_and(|token| token != Token::Unknown);
        if is_known && !at.peek().is_some_and(|c| c.is_ascii_digit()) {
            *cursor = at;
            return token;
        }
    }
    if word != "c" {
        return None;
    }
    at.take(".");
    let mut next = at.trim();
    let is_number = next.peek().is_some_and(|c| c.is_ascii_digit());
    let word = next.take_while(is_letter).to_lowercase();
    let is_era = matches!(languages.token(&word), Some(Token::Bc | Token::Ad | Token::Unknown));
    (is_number || !word.is_empty() && !is_era).then_some(Token::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Locale;

    /// What is wrong with the tokens of a text, if they are not those `wanted`.
    fn other(text: &str, locale: Locale, wanted: &[Token]) -> Option<String> {
        let found = tokens(Cursor::new(text), Languages::with(Some(locale)));
        let is_same = found.as_deref() == Some(wanted);
        (!is_same).then(|| format!("{locale:?} {text:?}: {found:?}, not {wanted:?}"))
    }

    #[test]
    fn every_word_and_every_ending_of_a_language_is_read() {
        let mut lost = Vec::new();
        for (locale, _) in Locale::ALL {
            let listed = locale.listed();
            for ending in listed.ordinals {
                lost.extend(other(&format!("3{ending}"), locale, &[Token::Ordinal(3)]));
            }
            for ending in listed.decades {
                lost.extend(other(&format!("1960{ending}"), locale, &[Token::Decade(1960, 4)]));
            }
            for ending in listed.hundreds {
                let century = [Token::Ordinal(19), Token::Century];
                lost.extend(other(&format!("1800{ending}"), locale, &century));
            }
            for (word, meaning) in listed.words {
                let wanted = match meaning {
                    Token::Hundred(first) => vec![Token::Ordinal(first / 100 + 1), Token::Century],
                    _ => vec![meaning],
                };
                lost.extend(other(word, locale, &wanted));
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }
}
