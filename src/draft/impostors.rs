//! Numbers that look like years and are none: counts, money, pages, names of products.

use super::lexemes::{Lexeme, LexemeKind, Lexemes};
use crate::date::{Locale, Token};

/// How a number of three or four digits comes to be a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearSign {
    /// By the words around it.
    Words,
    /// It is held by a name: AMAN-2021.
    Name,
}

/// Whether the number at a place is a year; one that is led, by the date before it, needs no words
/// of its own.
pub(super) fn is_year(lexemes: &Lexemes<'_>, at: usize, is_led: bool) -> Option<YearSign> {
    let LexemeKind::Number(year, digits) = lexemes.get(at)?.kind else { return None };
    let is_count = match is_led {
        true => lexemes.is_counted(at + 1),
        false => is_followed_by_count(lexemes, at, year),
    };
    if is_count || is_broken_before(lexemes, at) {
        return None;
    }
    if is_called_year(lexemes, at) && (3..=4).contains(&digits) {
        return Some(YearSign::Words);
    }
    let is_usual = digits == 4 && (1000..=2100).contains(&year);
    if is_led && (is_usual || digits == 3) {
        return Some(YearSign::Words);
    }
    if digits == 3 {
        return is_early_year(lexemes, at).then_some(YearSign::Words);
    }
    if !is_usual || is_numbered(lexemes, at) {
        return None;
    }
    if is_preceded(lexemes, at, year) || is_range(lexemes, at, year) || is_in_brackets(lexemes, at)
    {
        return Some(YearSign::Words);
    }
    is_held(lexemes, at, year).then_some(YearSign::Name)
}

/// Whether a word beside a number says that it is a year.
fn is_called_year(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let words = lexemes.language.year_words;
    let is_word = |lexeme: Option<&Lexeme<'_>>| lexeme.is_some_and(|lexeme| lexeme.is_in(words));
    let is_after = lexemes.get(at + 1).is_some_and(|lexeme| lexeme.text.is_ascii());
    is_word(lexemes.before(at, 1)) || is_word(lexemes.get(at + 1)) && !is_after
}

/// Whether what follows a number is counted by it.
fn is_followed_by_count(lexemes: &Lexemes<'_>, at: usize, number: i64) -> bool {
    let Some(next) = lexemes.get(at + 1) else { return false };
    if let Some(sign) = next.sign() {
        let is_lower = |lexeme: &Lexeme<'_>| lexeme.text.starts_with(char::is_lowercase);
        let is_adjective = next.is_dash()
            && !next.is_apart
            && lexemes.get(at + 2).is_some_and(|lexeme| !lexeme.is_apart && is_lower(lexeme));
        return "%°€$£¥₽‰".contains(sign) || is_adjective && sign != '–' && sign != '—';
    }
    if lexemes.is_counted(at + 1) {
        return true;
    }
    let is_plain = next.token().is_none() && !next.is_in(lexemes.language.small);
    let is_word = matches!(next.kind, LexemeKind::Word(_)) && is_plain;
    let is_noun = next.is_capital() == (lexemes.language.locale == Locale::De);
    let is_plural = is_noun && (next.lower.ends_with(['s', 'n']) || next.is_capital());
    if is_joined_count(lexemes, at) {
        return true;
    }
    // Since 1950 relations have improved; in 1200 villages they have not.
    let is_preceded = is_strong(lexemes, at);
    let is_plural = is_plural && !(is_preceded && number >= 1700);
    number % 50 == 0 && is_word && (is_plural || is_noun && !is_preceded)
        || number % 50 == 0 && next.is_in(BEING) && is_estimate(lexemes, at)
}

/// Words before a year that often stand before a count, too.
const WEAK: &[&str] = &[
    "of",
    "de",
    "the",
    "about",
    "around",
    "der",
    "die",
    "das",
    "den",
    "von",
    "his",
    "her",
    "its",
    "their",
    "du",
    "del",
    "el",
    "à",
    "a",
    "от",
    "по",
    "approximately",
    "roughly",
    "etwa",
    "for",
];

/// Whether a word before a number rarely stands before a count.
fn is_strong(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_in =
        |back: usize, words: &[&str]| lexemes.before(at, back).is_some_and(|one| one.is_in(words));
    let is_sided =
        is_in(1, &["de", "del", "du"]) && is_in(2, &["antes", "después", "partir", "alrededor"]);
    is_sided || is_in(1, lexemes.language.before_year) && !is_in(1, WEAK)
}

/// Whether a number is the first of two that count one thing: from 1500 to 1800 dollars.
fn is_joined_count(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_joint = lexemes
        .get(at + 1)
        .is_some_and(|one| one.is_in(&["to", "bis", "à", "a", "до", "or", "and"]));
    let is_number = matches!(
        lexemes.get(at + 2).map(|one| one.kind),
        Some(LexemeKind::Number(..) | LexemeKind::Broken)
    );
    is_joint && is_number && lexemes.is_counted(at + 3)
}

/// What can be said of many.
const BEING: &[&str] = &["were", "are", "was", "had", "have", "of", "wurden", "waren"];

fn is_estimate(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let words = ["about", "around", "approximately", "roughly", "the", "some", "etwa", "environ"];
    lexemes.before(at, 1).is_none_or(|one| one.is_in(&words))
}

/// Whether a sign before a number says that it is none of a year: money, decimals, notes.
fn is_broken_before(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let Some(before) = lexemes.before(at, 1) else { return false };
    let Some(sign) = before.sign() else { return false };
    let is_apart = lexemes.get(at).is_some_and(|lexeme| lexeme.is_apart);
    "$€£¥₽#№§+=<>*^".contains(sign)
        || !is_apart && "[.,:/\\&_~".contains(sign) && !is_slash_of_years(lexemes, at)
}

/// Whether a slash parts two years: 1914/1915.
fn is_slash_of_years(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_slash = lexemes.before(at, 1).and_then(Lexeme::sign) == Some('/');
    is_slash && is_number(lexemes.before(at, 2))
}

fn is_number(lexeme: Option<&Lexeme<'_>>) -> bool {
    lexeme.is_some_and(|lexeme| matches!(lexeme.kind, LexemeKind::Number(1000..=2100, 4)))
}

/// Whether a word before a number says what it numbers: a page, a route, a sum.
fn is_numbered(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let words = lexemes.language.numbered;
    let is_word = |back: usize| lexemes.before(at, back).is_some_and(|one| one.is_in(words));
    let is_behind = |back: usize, between: &[&str]| {
        let lexeme = lexemes.before(at, back);
        lexeme.is_some_and(|one| {
            one.is_in(between) || one.sign().is_some_and(|sign| ".°º:".contains(sign))
        })
    };
    let parts = ["most", "some", "mehr", "más", "plus", "more"];
    let is_part = |back: usize| lexemes.before(at, back).is_some_and(|one| one.is_in(&parts));
    let of = ["of", "de", "von", "at", "from", "à"];
    is_word(1)
        || is_behind(1, &of) && is_word(2) && !is_part(2)
        || is_behind(1, &["about", "around", "some", "etwa"]) && is_behind(2, &of) && is_word(3)
}

/// Whether a number of three digits is a year: nothing that it could count follows.
fn is_early_year(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_in = lexemes.before(at, 1).is_some_and(|one| one.is_in(BEFORE_EARLY));
    let next = lexemes.get(at + 1);
    let is_free = next.is_none_or(|next| match next.sign() {
        Some(sign) => ",.;:)".contains(sign),
        None => next.is_capital() || next.is_in(ARTICLES),
    });
    is_in && is_free && !(lexemes.language.has_bare_years && next.is_some_and(Lexeme::is_capital))
}

/// Whether a place holds a year of three digits.
fn is_early(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_short = matches!(lexemes.get(at).map(|one| one.kind), Some(LexemeKind::Number(_, 3)));
    is_short && is_early_year(lexemes, at)
}

/// Words that begin a new part of a sentence.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "his", "her", "its", "their", "and", "when", "by",
    "under", "after", "with", "was", "but", "l", "le", "la", "les", "il", "elle", "ils", "un",
    "une", "et", "par", "el", "los", "y", "por",
];

/// Words before a year of three digits.
const BEFORE_EARLY: &[&str] =
    &["in", "en", "since", "until", "depuis", "desde", "hasta", "seit", "bis", "vers", "hacia"];

/// Whether words or signs before a number let it be a year.
fn is_preceded(lexemes: &Lexemes<'_>, at: usize, year: i64) -> bool {
    let lexeme = lexemes.get(at);
    let Some(before) = lexemes.before(at, 1) else { return is_opening(lexemes, at, year) };
    if let Some(sign) = before.sign() {
        let is_apart = lexeme.is_some_and(|lexeme| lexeme.is_apart);
        return match sign {
            '(' | '"' | '“' | '„' | '«' => true,
            '.' => {
                lexemes.before(at, 2).is_some_and(|one| one.is_in(&["c", "ca", "ок", "v", "env"]))
            }
            ',' | ';' => is_number(lexemes.before(at, 2)) || lexemes.language.has_bare_years,
            '-' | '‐' | '‑' if !is_apart => {
                lexemes.before(at, 2).is_some_and(|one| one.is_in(PREFIXES))
            }
            '\'' | '’' => lexemes.language.locale == Locale::Fr,
            _ => is_apart && lexemes.language.has_bare_years,
        };
    }
    let is_listed = before.is_in(lexemes.language.joints)
        && (is_number(lexemes.before(at, 2))
            || is_number(lexemes.before(at, 3))
            || at > 1 && is_early(lexemes, at - 2));
    let is_month = matches!(before.token(), Some(Token::Month(_)));
    let is_traced = before.is_in(&["to"])
        && lexemes.before(at, 2).is_some_and(|one| one.is_in(&["back", "dates", "dated", "date"]));
    before.is_in(lexemes.language.before_year)
        || is_listed
        || is_traced
        || is_month
        || lexemes.language.has_bare_years && matches!(before.kind, LexemeKind::Word(_))
}

/// Whether a later year follows after a stroke: 1914–1918, 1914-18.
fn is_range(lexemes: &Lexemes<'_>, at: usize, year: i64) -> bool {
    let is_dash = lexemes.get(at + 1).is_some_and(Lexeme::is_dash);
    let is_later = lexemes.get(at + 2).is_some_and(|second| match second.kind {
        LexemeKind::Number(value, 4) => value > year && value <= 2100,
        LexemeKind::Number(value, 2) => value > year % 100,
        LexemeKind::Number(value, 1) => value > year % 10,
        _ => false,
    });
    let is_led = lexemes.before(at, 1).is_some_and(|lexeme| lexeme.is_dash() && lexeme.is_apart);
    is_dash && is_later && !is_led && !is_followed_by_count(lexemes, at + 2, 1)
}

/// Whether a number ends a bracket after a word in small letters: (born 1879).
fn is_in_brackets(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_small = lexemes
        .before(at, 1)
        .is_some_and(|lexeme| matches!(lexeme.kind, LexemeKind::Word(_)) && !lexeme.is_capital());
    is_small && lexemes.get(at + 1).and_then(Lexeme::sign) == Some(')')
}

/// What stands before a year with a hyphen and belongs to its date.
const PREFIXES: &[&str] = &["mid", "pre", "post", "early", "late", "mi", "prä", "vor", "nach"];

/// Whether a number that begins a sentence is a year.
fn is_opening(lexemes: &Lexemes<'_>, at: usize, year: i64) -> bool {
    let next = lexemes.get(at + 1);
    let is_sign = next.is_none_or(|next| next.sign().is_some());
    is_sign || year % 50 != 0 || lexemes.language.has_bare_years
}

/// Whether a number belongs to a name that may hold a year.
fn is_held(lexemes: &Lexemes<'_>, at: usize, year: i64) -> bool {
    let is_recent = (1800..=2099).contains(&year);
    let Some(before) = lexemes.before(at, 1).filter(|_| is_recent) else { return false };
    let is_glued = |lexeme: &Lexeme<'_>| !lexeme.is_apart && lexeme.is_dash();
    if is_glued(before) && lexemes.get(at).is_some_and(|lexeme| !lexeme.is_apart) {
        let name = lexemes.before(at, 2);
        return name.is_some_and(|name| name.text.chars().count() > 2 && name.is_capital());
    }
    before.is_capital() && (before.is_in(lexemes.language.held) || is_set_off(lexemes, at))
}

/// Whether a name that ends with a number stands between commas, as the name of what was told before:
/// the first exercise, Druzhba 2016, took place.
fn is_set_off(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_comma = |lexeme: Option<&Lexeme<'_>>| lexeme.and_then(Lexeme::sign) == Some(',');
    let has_name = |back: usize| {
        (1..back).all(|back| lexemes.before(at, back).is_some_and(Lexeme::is_capital))
    };
    let opening = (2..=4).find(|back| is_comma(lexemes.before(at, *back)));
    is_comma(lexemes.get(at + 1)) && opening.is_some_and(has_name)
}
