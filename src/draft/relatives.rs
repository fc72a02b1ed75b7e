//! Dates that are told from others: two years later, the same day, last year.

use super::languages::Shift;
use super::lexemes::{LexemeKind, Lexemes};

/// How far a phrase at a place is from another date: the shift, how many times, and the place after
/// the phrase.
pub(super) fn relative(lexemes: &Lexemes<'_>, at: usize) -> Option<(Shift, i64, usize)> {
    let phrases = lexemes.language.relatives.iter();
    phrases
        .filter_map(|&(phrase, shift)| {
            let (count, next) = counted(lexemes, at, phrase)?;
            Some((shift, count, next))
        })
        .max_by_key(|(_, _, next)| *next)
}

/// The number in a phrase at a place, 1 without one, and the place after the phrase.
fn counted(lexemes: &Lexemes<'_>, at: usize, phrase: &str) -> Option<(i64, usize)> {
    let Some((before, after)) = phrase.split_once("{n}") else {
        return Some((1, lexemes.words(at, phrase)?));
    };
    let at = if before.is_empty() { at } else { lexemes.words(at, before.trim_end())? };
    let count = number(lexemes, at)?;
    Some((count, lexemes.words(at + 1, after.trim_start())?))
}

/// A small number, in digits or in words.
fn number(lexemes: &Lexemes<'_>, at: usize) -> Option<i64> {
    let lexeme = lexemes.get(at)?;
    match lexeme.kind {
        LexemeKind::Number(value, 1..=3) => Some(value),
        LexemeKind::Word(_) => {
            let numbers = lexemes.language.numbers.iter();
            numbers.into_iter().find(|(word, _)| *word == lexeme.lower).map(|&(_, value)| value)
        }
        _ => None,
    }
}
