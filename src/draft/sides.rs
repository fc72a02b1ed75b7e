//! The words before a date that open it to a side: until 1854, since May, c. 600 BC.

use super::lexemes::{Lexeme, Lexemes};
use crate::date::{DateSide, Locale};

/// The place of a word like "circa" before a date.
pub(super) fn about(lexemes: &Lexemes<'_>, at: usize) -> Option<usize> {
    let back = before_articles(lexemes, at);
    let words = lexemes.language.locale.words_about();
    words.iter().find_map(|words| {
        phrase_before(lexemes, at, words).or_else(|| phrase_before(lexemes, back, words))
    })
}

/// The place before words like "the year".
fn before_articles(lexemes: &Lexemes<'_>, at: usize) -> usize {
    let is_article = |back: usize| {
        lexemes.before(at, back).is_some_and(|lexeme| {
            lexeme.is_in(lexemes.language.year_words)
                || lexeme.is_in(lexemes.language.times.day_parts)
                || lexeme.is_in(&["the", "das", "dem", "el", "le", "l", "la", "los", "of"])
                || lexeme.sign().is_some_and(|sign| "'’".contains(sign))
        })
    };
    let count = (1..=3).find(|back| !is_article(*back)).unwrap_or(4) - 1;
    at - count.min(at)
}

/// The side that words before a date, a year or other, open it to, and the place of the first of them.
pub(super) fn side(
    lexemes: &Lexemes<'_>,
    (at, next): (usize, usize),
    is_year: bool,
) -> Option<(DateSide, usize)> {
    let back = before_articles(lexemes, at);
    let has_year_word =
        lexemes.before(at, 1).is_some_and(|lexeme| lexeme.is_in(lexemes.language.year_words));
    let is_near = back == at || !is_year || has_year_word;
    let found = lexemes.language.sides.iter().find_map(|&(words, side)| {
        let behind = || phrase_before(lexemes, back, words).filter(|_| is_near);
        Some((side, phrase_before(lexemes, at, words).or_else(behind)?))
    });
    let found = found.filter(|&(side, first)| {
        let is_then = || is_denied(lexemes, first) || is_cleft(lexemes, first, next);
        !(side == DateSide::Until && is_then())
    });
    found.map(|(side, first)| match side {
        DateSide::Before if is_lasting(lexemes, first) => (DateSide::Until, first),
        side => (side, first),
    })
}

/// Whether a sentence puts first when a thing happened at last: fue hasta 1850 que se abrió.
fn is_cleft(lexemes: &Lexemes<'_>, at: usize, next: usize) -> bool {
    let is_in = |at: Option<&Lexeme<'_>>, words: &[&str]| at.is_some_and(|one| one.is_in(words));
    is_in(lexemes.before(at, 1), &["fue"]) && is_in(lexemes.get(next), &["que", "cuando"])
}

/// Whether "до" follows a verb of what lasts until then: он работал до 1874 года.
fn is_lasting(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_one = |word: &Lexeme<'_>| LASTING.iter().any(|verb| word.lower.starts_with(verb));
    lexemes.language.locale == Locale::Ru
        && (1..=2).any(|back| lexemes.before(at, back).is_some_and(is_one))
}

/// How Russian verbs of what lasts begin.
const LASTING: [&str; 16] = [
    "продолжал",
    "длил",
    "оставал",
    "существовал",
    "просуществовал",
    "действовал",
    "работал",
    "правил",
    "жил",
    "прожил",
    "служил",
    "преподавал",
    "занимал",
    "руководил",
    "возглавлял",
    "находил",
];

/// Whether "until" is denied, so that a thing happened at the date: "not until 1854", "no fue hasta 1854".
fn is_denied(lexemes: &Lexemes<'_>, at: usize) -> bool {
    (1..=3)
        .any(|back| lexemes.before(at, back).is_some_and(|one| one.is_in(&["not", "no", "sino"])))
}

/// The present, after a stroke.
const NOW: &[&str] = &["present", "today", "now", "heute", "présent", "presente", "actualidad"];

/// Words on both sides of a date that open it: from 1501 on.
pub(super) fn onwards(lexemes: &Lexemes<'_>, at: usize, next: usize) -> Option<(DateSide, usize)> {
    let is_after = |words: &[&str]| lexemes.get(next).is_some_and(|one| one.is_in(words));
    let is_dash = lexemes.get(next).is_some_and(Lexeme::is_dash);
    let is_now = lexemes.get(next + 1).is_some_and(|one| one.is_in(NOW)) && is_dash;
    if is_now {
        return Some((DateSide::Since, at));
    }
    let opening = lexemes.before(at, 1).filter(|one| one.is_in(&["from", "von"]));
    let is_one = is_after(&["onwards", "onward"]) || opening.is_some() && is_after(&["on", "an"]);
    is_one.then(|| (DateSide::Since, at - usize::from(opening.is_some())))
}

/// The place where a phrase begins that ends before `at`; full stops and strokes aside.
fn phrase_before(lexemes: &Lexemes<'_>, at: usize, phrase: &str) -> Option<usize> {
    let mut at = at;
    for word in phrase.split([' ', '\'']).rev() {
        let word = word.trim_end_matches(['.', '-']);
        let sign = lexemes.before(at, 1).and_then(Lexeme::sign);
        if sign.is_some_and(|sign| ".-'’‑".contains(sign)) {
            at -= 1;
        }
        lexemes.before(at, 1).filter(|lexeme| lexeme.is_in(&[word]))?;
        at -= 1;
    }
    Some(at)
}
