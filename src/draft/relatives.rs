//! Dates that are told from others: two years later, the same day, last year, the 15th.

use super::calendar::{Calendar, Grain};
use super::languages::{Origin, Shift, TimeStep};
use super::lexemes::{Lexeme, LexemeKind, Lexemes};
use crate::date::Token;

/// How far a phrase at a place is from another date: the shift, how many times, and the place after
/// the phrase.
pub(super) fn relative(lexemes: &Lexemes<'_>, at: usize) -> Option<(Shift, i64, usize)> {
    let phrases = lexemes.language.times.relatives.iter();
    phrases
        .filter_map(|&(phrase, shift)| {
            let (count, next) = counted(lexemes, at, phrase)?;
            is_from_date(lexemes, (at, next), phrase, shift).then_some((shift, count, next))
        })
        .max_by_key(|(_, _, next)| *next)
}

/// Whether a phrase is told from a date, and not from a thing: the day after, but not the day after
/// the battle, and not the last year of his life.
fn is_from_date(
    lexemes: &Lexemes<'_>,
    (at, next): (usize, usize),
    phrase: &str,
    shift: Shift,
) -> bool {
    let is_led = shift.from == Origin::Written
        && lexemes
            .before(at, 1)
            .is_some_and(|one| one.is_in(&["the", "his", "her", "its", "their"]));
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let is_open = ["after", "before", "après", "avant", "después", "antes"].contains(&last);
    let follows = lexemes.get(next);
    let is_ended = follows.is_none_or(|one| one.sign().is_some());
    let is_than = follows.is_some_and(|one| one.is_in(&["than", "de", "del", "que"]));
    let is_spanish = ["después", "antes", "tarde", "tard", "tôt"].contains(&last);
    let is_from_thing = is_open && !is_spanish && !is_ended;
    !(is_led || is_from_thing) && !(is_than && (is_spanish || last == "later" || last == "earlier"))
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
            let numbers = lexemes.language.times.numbers.iter();
            numbers.into_iter().find(|(word, _)| *word == lexeme.lower).map(|&(_, value)| value)
        }
        _ => None,
    }
}

/// The place after a time that is only bounded: less than two years later.
pub(super) fn after_vague(lexemes: &Lexemes<'_>, at: usize) -> Option<usize> {
    let words = lexemes.language.times.vague.iter();
    let next = words.filter_map(|words| lexemes.words(at, words)).max()?;
    relative(lexemes, next).map(|(_, _, next)| next)
}

/// A part of a year that is told from another date: late that year, the end of the year.
pub(super) fn part_of_year(
    lexemes: &Lexemes<'_>,
    at: usize,
) -> Option<(Calendar, Shift, i64, usize)> {
    let (part, next) = lexemes.half(at).or_else(|| lexemes.part_word(at))?;
    let is_of =
        |at: &usize| lexemes.get(*at).is_some_and(|one| one.is_in(&["of", "de", "in", "a"]));
    let places = [next, lexemes.after_fillers(next), if is_of(&next) { next + 1 } else { next }];
    let itself = || {
        let words = lexemes.language.times.year_itself.iter();
        let year = Shift { step: TimeStep::Year, count: 0, from: Origin::Said };
        words.into_iter().find_map(|words| {
            Some((year, 1, places.iter().find_map(|at| lexemes.words(*at, words))?))
        })
    };
    let is_year = |(shift, ..): &(Shift, i64, usize)| shift.step == TimeStep::Year;
    let told = places.iter().find_map(|at| relative(lexemes, *at).filter(is_year)).or_else(itself);
    let (shift, count, next) = told?;
    let year = Calendar { part: Some(part), ..Calendar::new(Grain::Year, None) };
    // The end of the year 1850 is told by its number.
    let is_number = lexemes.get(next).is_some_and(|one| matches!(one.kind, LexemeKind::Number(..)));
    (!is_number).then_some((year, shift, count, next))
}

/// The next or last month or season of a name: the following June.
pub(super) fn named(lexemes: &Lexemes<'_>, at: usize) -> Option<(Calendar, i64, usize)> {
    lexemes.language.times.named.iter().find_map(|&(phrase, direction)| {
        let (before, after) = phrase.split_once("{m}")?;
        let place = if before.is_empty() { at } else { lexemes.words(at, before.trim_end())? };
        let grain = match lexemes.get(place)?.token()? {
            Token::Month(month) => Grain::Month(month),
            Token::Season(season) => Grain::Season(season),
            _ => return None,
        };
        let next = if after.is_empty() {
            place + 1
        } else {
            lexemes.words(place + 1, after.trim_start())?
        };
        let is_year =
            lexemes.get(next).is_some_and(|one| matches!(one.kind, LexemeKind::Number(..)));
        (!is_year).then_some((Calendar::new(grain, None), direction, next))
    })
}

/// A day without its month, and the place after it: on the 15th, by the 3d.
pub(super) fn day_alone(lexemes: &Lexemes<'_>, at: usize) -> Option<(u32, Option<u32>, usize)> {
    let day = |at: usize| match lexemes.get(at)?.kind {
        LexemeKind::Ordinal(value) => {
            u32::try_from(value).ok().filter(|day| (1..=31).contains(day))
        }
        _ => None,
    };
    let first = day(at)?;
    let is_in =
        |back: usize, words: &[&str]| lexemes.before(at, back).is_some_and(|one| one.is_in(words));
    let is_led = is_in(1, &["the"])
        && is_in(
            2,
            &[
                "on", "for", "by", "until", "till", "from", "since", "of", "to", "before", "after",
                "and", "between",
            ],
        );
    let is_on = is_in(2, &["on"]);
    let joint = lexemes.get(at + 1).filter(|one| one.is_in(&["and", "to"]) || one.is_dash());
    let place = lexemes.words(at + 2, "the").unwrap_or(at + 2);
    let last = joint.and_then(|_| day(place)).filter(|last| *last > first);
    let at = if last.is_some() { place } else { at };
    let month =
        lexemes.words(at + 1, "of the month").or_else(|| lexemes.words(at + 1, "of that month"));
    let next = month.unwrap_or(at + 1);
    let follows = lexemes.get(next);
    let is_free = follows.is_none_or(|one| is_after_day(one, lexemes) || is_on && is_actor(one));
    (is_led && is_free).then_some((first, last, next))
}

/// Whether a word or sign can follow a day: no thing that is numbered.
fn is_after_day(lexeme: &Lexeme<'_>, lexemes: &Lexemes<'_>) -> bool {
    match lexeme.sign() {
        Some(sign) => !"-‐‑".contains(sign),
        None => {
            lexeme.is_in(lexemes.language.small) && !lexeme.is_in(&["of", "and", "or", "to"])
                || lexeme.text.starts_with(char::is_lowercase) && lexeme.lower.ends_with("ed")
        }
    }
}

/// Whether a word in capitals is who did something on a day: on the 4th Lee began his retreat.
fn is_actor(lexeme: &Lexeme<'_>) -> bool {
    let units = [
        "division",
        "corps",
        "regiment",
        "army",
        "brigade",
        "battalion",
        "infantry",
        "cavalry",
        "street",
        "avenue",
        "floor",
        "parallel",
        "amendment",
        "congress",
        "party",
        "fleet",
        "squadron",
        "dynasty",
        "century",
    ];
    lexeme.is_capital() && !lexeme.is_in(&units)
}
