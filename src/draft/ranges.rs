//! Ranges of dates at a place of a sentence: from 5 to 7 May, 1914–18, between 1784 and 1790.

use super::calendar::{Calendar, Grain};
use super::lexemes::{Lexeme, Lexemes};
use super::units::Found;

/// A range that a word opens, as "from".
pub(super) fn opened_range(lexemes: &Lexemes<'_>, at: usize) -> Option<Found> {
    let ranges = lexemes.language.ranges.iter().filter(|(opening, _)| !opening.is_empty());
    ranges.into_iter().find_map(|(opening, joints)| {
        let next = lexemes.words(at, opening)?;
        let next = after_articles(lexemes, next);
        let first = lexemes.date(next, true)?;
        let found = joined(lexemes, first, Some(joints));
        found.to.is_some().then_some(found)
    })
}

pub(super) fn after_articles(lexemes: &Lexemes<'_>, at: usize) -> usize {
    let is_article = |at: &usize| {
        lexemes.get(*at).is_some_and(|lexeme| {
            lexeme.is_in(&[
                "the", "el", "le", "l", "dem", "der", "den", "года", "years", "años", "années",
                "jahren",
            ]) || lexeme.sign().is_some_and(|sign| "'’".contains(sign))
        })
    };
    (at..at + 3).find(|at| !is_article(at)).unwrap_or(at + 3)
}

/// Words that lead to the end of a range, after a comma too.
const UNTIL: [&str; 8] = ["until", "till", "jusqu en", "jusqu au", "jusqu à", "hasta", "bis", "до"];

/// A date with the one that follows it after a joint, if there is one.
pub(super) fn joined(lexemes: &Lexemes<'_>, first: Found, joints: Option<&[&str]>) -> Found {
    if first.to.is_some() {
        return first;
    }
    let mut second = None;
    if lexemes.get(first.next).is_some_and(Lexeme::is_dash) {
        let next = first.next + 1;
        second = lexemes.short_year(next, &first.from).or_else(|| lexemes.date(next, true));
    }
    let bare = lexemes.language.ranges.iter().filter(|(opening, _)| opening.is_empty());
    let bare = bare.flat_map(|(_, joints)| joints.iter());
    let comma = lexemes.is_sign(first.next, ',') && joints.is_some();
    for joint in joints.unwrap_or_default().iter().chain(bare) {
        // Since 1683, until 1691.
        let is_last = comma && UNTIL.contains(joint);
        let next = first.next + usize::from(is_last);
        let next = lexemes.words(next, joint).filter(|_| second.is_none());
        let Some(next) = next else { continue };
        let next = after_articles(lexemes, next);
        second = lexemes.date(next, true).or_else(|| lexemes.short_year(next, &first.from));
    }
    match second.filter(|second| second.to.is_none()) {
        Some(second) if is_later(&first.from, &second.from) => paired(first.from, second),
        _ => first,
    }
}

/// Whether a second date can end a range.
fn is_later(from: &Calendar, to: &Calendar) -> bool {
    let is_numeric = |one: &Calendar| one.numeric.is_some();
    if is_numeric(from) != is_numeric(to) {
        return false;
    }
    match (from.year, to.year) {
        (Some(from_year), Some(to_year)) if !is_numeric(from) => {
            let is_fit = from.grain == to.grain
                || from.grain != Grain::Century && to.grain != Grain::Century;
            let is_later = match (from.is_bc, to.is_bc) {
                (false, false) => from_year <= to_year,
                (true, true) => from_year >= to_year,
                (true, false) => true,
                // 58–50 BC: the first is of the era of the second.
                (false, true) => from_year >= to_year,
            };
            is_fit && is_later
        }
        (Some(_), None) => matches!(to.grain, Grain::Day(..) | Grain::Month(_)),
        _ => true,
    }
}

/// Two dates of a range; what one leaves out is in the other.
fn paired(mut from: Calendar, second: Found) -> Found {
    let mut to = second.from;
    if let (None, Some(year)) = (from.year, to.year) {
        let goes_over = month(&from).zip(month(&to)).is_some_and(|(from, to)| from > to);
        from.year = Some(if goes_over { year - 1 } else { year });
        from.is_bc = to.is_bc;
    }
    if let (Some(year), None) = (from.year, to.year) {
        let goes_over = month(&from).zip(month(&to)).is_some_and(|(from, to)| from > to);
        to.year = Some(if goes_over { year + 1 } else { year });
        to.is_bc = from.is_bc;
    }
    from.is_bc |= to.is_bc;
    Found { from, to: Some(to), next: second.next }
}

/// The month of a date, 1 to 12.
fn month(calendar: &Calendar) -> Option<u32> {
    match calendar.grain {
        Grain::Day(month, _) | Grain::Month(month) => Some(month),
        _ => None,
    }
}
