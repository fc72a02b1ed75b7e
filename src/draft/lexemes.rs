//! A sentence in lexemes: numbers, words with what they mean in dates, and signs.

use super::languages::DraftLanguage;
use crate::date::{Locale, Token, roman_number};

/// A number, word or sign of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme<'a> {
    pub text: &'a str,
    /// The text in lower case, of words alone.
    pub lower: String,
    pub start: usize,
    /// Whether a blank is before it, or nothing.
    pub is_apart: bool,
    pub kind: LexemeKind,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LexemeKind {
    /// A number of digits alone, and how many.
    Number(i64, usize),
    /// A number as 12th.
    Ordinal(i64),
    /// A number as 1920s.
    Decade(i64),
    /// A whole date in numbers: 1944-06-06, 6.6.1944.
    Numeric,
    /// Other text with digits: 1,000, 10.30, A4, an address.
    Broken,
    /// A word, and what it means in a date.
    Word(Option<Token>),
    /// Any other sign.
    Sign(char),
}

impl Lexeme<'_> {
    /// Bytes of the sentence up to its end.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What it means in a date.
    pub(super) fn token(&self) -> Option<Token> {
        match self.kind {
            LexemeKind::Word(token) => token,
            _ => None,
        }
    }

    /// Whether it is one of these words.
    pub(super) fn is_in(&self, words: &[&str]) -> bool {
        matches!(self.kind, LexemeKind::Word(_)) && words.contains(&self.lower.as_str())
    }

    /// The sign that it is.
    pub(super) fn sign(&self) -> Option<char> {
        match self.kind {
            LexemeKind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether it joins two dates by a stroke.
    pub(super) fn is_dash(&self) -> bool {
        self.sign().is_some_and(|sign| "-–—‐‑−/".contains(sign))
    }

    /// Whether its first letter is a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// A sentence in lexemes, in a language.
#[derive(Clone, Copy)]
pub(super) struct Lexemes<'a> {
    pub text: &'a str,
    pub all: &'a [Lexeme<'a>],
    pub language: &'a DraftLanguage,
}

impl<'a> Lexemes<'a> {
    pub(super) fn get(&self, at: usize) -> Option<&'a Lexeme<'a>> {
        self.all.get(at)
    }

    /// The lexeme `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<&'a Lexeme<'a>> {
        at.checked_sub(back).and_then(|at| self.all.get(at))
    }

    /// The place after a phrase, if that is what stands at `at`.
    pub(super) fn words(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut at = at;
        for word in phrase.split([' ', '\'', '-']) {
            if self.get(at)?.sign().is_some_and(|sign| "'’-".contains(sign)) {
                at += 1;
            }
            if !self.get(at)?.is_in(&[word]) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Whether something is counted at a place.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.get(at).is_some_and(|lexeme| lexeme.is_in(self.language.counted))
    }
}

/// The lexemes of a sentence in their order.
pub(super) fn lexemes<'a>(text: &'a str, language: &DraftLanguage) -> Vec<Lexeme<'a>> {
    let mut all: Vec<Lexeme<'a>> = Vec::new();
    let mut at = 0;
    let mut is_apart = true;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            is_apart = true;
            continue;
        }
        let (length, kind) = lexeme(&text[at..], first, is_apart, language);
        let part = &text[at..at + length];
        let lower = match kind {
            LexemeKind::Word(_) => part.to_lowercase(),
            _ => String::new(),
        };
        all.push(Lexeme { text: part, lower, start: at, is_apart, kind });
        at += length;
        is_apart = false;
    }
    all
}

/// The lexeme at the beginning of `rest`: its bytes and what it is.
fn lexeme(
    rest: &str,
    first: char,
    is_apart: bool,
    language: &DraftLanguage,
) -> (usize, LexemeKind) {
    if is_apart && let Some(length) = address(rest) {
        return (length, LexemeKind::Broken);
    }
    if first.is_ascii_digit() {
        return number(rest, language);
    }
    if first.is_alphabetic() {
        let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        let tail = &rest[length..];
        if tail.starts_with(|c: char| c.is_ascii_digit()) {
            let more = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
            let kind = quarter(&rest[..length + more])
                .map_or(LexemeKind::Broken, |token| LexemeKind::Word(Some(token)));
            return (length + more, kind);
        }
        let word = &rest[..length];
        return (length, LexemeKind::Word(meaning(word, language)));
    }
    (first.len_utf8(), LexemeKind::Sign(first))
}

/// A quarter as reports number it: Q3.
fn quarter(word: &str) -> Option<Token> {
    let number = word.strip_prefix(['Q', 'q', 'T']).and_then(|number| number.parse().ok())?;
    (1..=4).contains(&number).then_some(Token::Quarter(number))
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}')
}

/// What a word means in a date; a Roman number is an ordinal.
fn meaning(word: &str, language: &DraftLanguage) -> Option<Token> {
    if word.len() > LONGEST {
        return None;
    }
    let known = language.locale.meaning(&word.to_lowercase());
    known.or_else(|| roman_number(word, language.locale).map(Token::Ordinal))
}

/// Bytes of the longest word or number that dates are made of.
const LONGEST: usize = 40;

/// Characters of an address that are looked at.
const LOOKED_AT: usize = 120;

/// The bytes of an address of the web, of mail or of a file at the beginning.
fn address(rest: &str) -> Option<usize> {
    let head = rest.char_indices().nth(LOOKED_AT).map_or(rest, |(end, _)| &rest[..end]);
    let chunk = head.split(char::is_whitespace).next()?;
    let is_one = chunk.contains("://")
        || chunk.contains("www.")
        || chunk.contains(['@', '\\', '='])
        || chunk.to_ascii_lowercase().starts_with("doi:")
        || chunk.starts_with("10.") && chunk.contains('/');
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    is_one.then(|| rest[..end].trim_end_matches(['.', ',', ';', ')', ':']).len().max(1))
}

/// A number with what is written to it.
fn number(rest: &str, language: &DraftLanguage) -> (usize, LexemeKind) {
    let head = rest.char_indices().nth(LONGEST).map_or(rest, |(end, _)| &rest[..end]);
    let run = head.find(|c: char| !c.is_ascii_digit() && !".,:/-–".contains(c));
    let run = head[..run.unwrap_or(head.len())].trim_end_matches(['.', ',', ':', '/', '-', '–']);
    if is_numeric_date(run) && !rest[run.len()..].starts_with(is_letter) {
        return (run.len(), LexemeKind::Numeric);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &rest[digits..];
    // A number of several groups, or with decimals, is no date.
    let is_group = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    if tail.starts_with(['.', ',', ':']) && is_group(&tail[1..]) > 0 {
        let end = rest.find(|c: char| !c.is_ascii_digit() && !".,:".contains(c));
        let length = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ':']).len();
        return (length, LexemeKind::Broken);
    }
    // Nor is one of three parts: 978-3-16.
    if run.split(['-', '–', '/']).count() > 2 {
        return (run.len(), LexemeKind::Broken);
    }
    if let Some(sign) = ["º", "ª"]
        .into_iter()
        .find(|sign| tail.strip_prefix('.').is_some_and(|tail| tail.starts_with(sign)))
        && let Ok(value) = rest[..digits].parse()
    {
        return (digits + 1 + sign.len(), LexemeKind::Ordinal(value));
    }
    let Ok(value) = rest[..digits].parse() else { return (digits, LexemeKind::Broken) };
    ended(value, digits, tail, language)
}

/// A number by what follows its digits.
fn ended(value: i64, digits: usize, tail: &str, language: &DraftLanguage) -> (usize, LexemeKind) {
    let sign =
        tail.starts_with(['-', '\'', '’']).then(|| tail.chars().next().map_or(0, char::len_utf8));
    let head = sign.unwrap_or(0);
    let letters = tail[head..].find(|c: char| !is_letter(c)).unwrap_or(tail.len() - head);
    let ending = &tail[head..head + letters];
    if ending.is_empty() {
        return (digits, LexemeKind::Number(value, digits));
    }
    let lower = if ending.len() > LONGEST { String::new() } else { ending.to_lowercase() };
    let length = digits + head + letters;
    let is_round = digits > 1 && value % 10 == 0;
    if is_round && language.locale.has_decade_ending(&lower) {
        return (length, LexemeKind::Decade(value));
    }
    // The 22d of May.
    let is_old =
        language.locale == Locale::En && ending == "d" && digits < 3 && matches!(value % 10, 2 | 3);
    if is_old {
        return (length, LexemeKind::Ordinal(value));
    }
    if language.locale.has_ordinal_ending(&lower) {
        // 1812-го
        let is_year = digits == 4;
        let kind = if is_year { LexemeKind::Number(value, 4) } else { LexemeKind::Ordinal(value) };
        return (length, kind);
    }
    if head > 0 {
        return (digits, LexemeKind::Number(value, digits));
    }
    let more = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    (digits + more, LexemeKind::Broken)
}

/// Whether a run of digits and signs has the shape of a day: three numbers, one of them a year,
/// between two equal signs.
fn is_numeric_date(run: &str) -> bool {
    let signs: Vec<char> = run.chars().filter(|c| !c.is_ascii_digit()).collect();
    let &[first, second] = signs.as_slice() else { return false };
    let lengths: Vec<usize> = run.split([first, second]).map(str::len).collect();
    first == second
        && ['.', '/', '-'].contains(&first)
        && matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
}

#[cfg(test)]
mod tests {
    use super::LexemeKind::{Broken, Decade, Number, Numeric, Ordinal, Sign};
    use super::*;

    #[test]
    fn numbers_are_what_is_written_to_them() {
        let language = DraftLanguage::of(Locale::En);
        for (text, kind) in [
            ("1944.", Number(1944, 4)),
            ("5–6", Number(5, 1)),
            ("12th", Ordinal(12)),
            ("22d of", Ordinal(22)),
            ("14d", Broken),
            ("1920s", Decade(1920)),
            ("1920's", Decade(1920)),
            ("1944-06-06,", Numeric),
            ("6.6.1944", Numeric),
            ("1,000", Broken),
            ("411,4", Broken),
            ("10.30", Broken),
            ("978-3-16-148410-0", Broken),
            ("1234A", Broken),
            ("A1234", Broken),
            ("Q3", LexemeKind::Word(Some(Token::Quarter(3)))),
            ("https://x.y/1984", Broken),
            ("$", Sign('$')),
        ] {
            assert_eq!(lexemes(text, language)[0].kind, kind, "{text}");
        }
    }
}
