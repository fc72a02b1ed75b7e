//! Tokens of other languages in the order of English ones, which the patterns of [`super::units`]
//! have: 2010年3月12日 as 12 March 2010, siglo XVIII as 18th century, MÖ 44 as 44 BC.
//!
//! In: tokens in the order that they were written in. Out: the same, of which some are joined: a
//! number and a sign of months become a month.

use crate::date::language::Token;
use Token::{
    Ad, Bc, Century, Decade, DecadeWord, Half, HalfWord, Hundred, Hyphen, Last, Millennium, Month,
    MonthSign, Number, Ordinal, Part, PartOf, Quarter, QuarterWord, Season, ShortYear, Slash,
    South, Third, Week, Weekday,
};

/// How many tokens at the beginning are replaced, and by what; none if the pattern does not fit.
type Rewrite = fn(&[Token]) -> Option<(usize, Vec<Token>)>;

/// The tokens in the order of English.
pub(super) fn arranged(mut tokens: Vec<Token>) -> Vec<Token> {
    for rewrite in [month, part_of_year, part, decade, century, era, week] as [Rewrite; 7] {
        tokens = rewritten(&tokens, rewrite);
    }
    thirds_first(&mut tokens);
    parts_first(&mut tokens);
    seasons_first(year_last(tokens))
}

fn rewritten(tokens: &[Token], rewrite: Rewrite) -> Vec<Token> {
    let mut all = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        match rewrite(rest) {
            Some((count, new)) => {
                all.extend(new);
                rest = rest.get(count..).unwrap_or_default();
            }
            None => {
                all.push(*first);
                rest = after;
            }
        }
    }
    all
}

/// 3月.
fn month(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    match *tokens {
        [Number(month @ 1..=12, ..=2), MonthSign, ..] => {
            Some((2, vec![Month(u32::try_from(month).ok()?)]))
        }
        _ => None,
    }
}

/// 1. Quartal, الربع الأول, II półrocze.
fn part_of_year(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    let (number, word) = match *tokens {
        [Number(number, 1) | Ordinal(number), word @ (QuarterWord | HalfWord), ..]
        | [word @ (QuarterWord | HalfWord), Number(number, 1) | Ordinal(number), ..] => {
            (u32::try_from(number).ok()?, word)
        }
        _ => return None,
    };
    match (word, number) {
        (QuarterWord, 1..=4) => Some((2, vec![Quarter(number)])),
        (HalfWord, 1..=2) => Some((2, vec![Half(number)])),
        _ => None,
    }
}

/// 2. Hälfte, primer cuarto, druhá polovina, whose half is the middle where no number is before it.
fn part(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    let (index, count) = match *tokens {
        [Number(index @ 1..=4, 1) | Ordinal(index @ 1..=4), next, ..] => (
            Ordinal(index),
            match next {
                Part(count) => count,
                Third(crate::date::Third::Mid) if index < 3 => 2,
                Ordinal(3) => 3,
                Ordinal(4) => 4,
                _ => return None,
            },
        ),
        // Portuguese names its weekdays by number: segunda metade.
        [Weekday(day @ 0..=4), Part(count), ..] => (Ordinal(i64::from(day) + 2), count),
        [Last, Part(count), ..] => (Last, count),
        [Last, Third(crate::date::Third::Mid), ..] => (Last, 2),
        [Last, Ordinal(count @ 3..=4), ..] => (Last, u32::try_from(count).ok()?),
        _ => return None,
    };
    Some((2, vec![index, Part(count)]))
}

/// années 1960, 1960年代, lata 60. XX wieku, 60. léta 20. století, 20世纪60年代.
fn decade(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    let of_century = |tens, century: i64| {
        let value = century.checked_sub(1)?.checked_mul(100)?.checked_add(tens)?;
        Some((4, vec![Decade(value, 4)]))
    };
    match *tokens {
        [
            DecadeWord,
            Number(tens, 2) | Decade(tens, 2),
            Number(century, ..=2) | Ordinal(century),
            Century,
            ..,
        ]
        | [
            Number(tens, 2) | Decade(tens, 2),
            DecadeWord,
            Number(century, ..=2) | Ordinal(century),
            Century,
            ..,
        ]
        | [
            Number(century, ..=2) | Ordinal(century),
            Century,
            Number(tens, 2) | Decade(tens, 2),
            DecadeWord,
            ..,
        ] => of_century(tens, century),
        [DecadeWord, ShortYear(first), ..] => Some((2, vec![Decade(first, 2)])),
        [DecadeWord, Number(first, digits) | Decade(first, digits), ..]
        | [Number(first, digits @ 2..) | Decade(first, digits), DecadeWord, ..] => {
            Some((2, vec![Decade(first, digits)]))
        }
        _ => None,
    }
}

/// siglo XVIII, 18. Jahrhundert. A letter that means a century after its number means "in" before a
/// month or a year: в 1917, w grudniu 1981.
fn century(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    match *tokens {
        [Hundred(first), ..] => Some((1, vec![Ordinal(first / 100 + 1), Century])),
        [Number(number, ..=4) | Ordinal(number), unit @ (Century | Millennium), ..]
        | [unit @ (Century | Millennium), Number(number, ..=2) | Ordinal(number), ..] => {
            Some((2, vec![Ordinal(number), unit]))
        }
        [Century, next @ (Number(_, 3..) | Month(_)), ..] => Some((2, vec![next])),
        _ => None,
    }
}

/// MÖ 44, 公元前5世纪.
fn era(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    match *tokens {
        // An era that already follows its year.
        [number @ (Number(..) | Decade(..)), era @ (Bc | Ad), ..] => Some((2, vec![number, era])),
        [unit @ (Century | Millennium), era @ (Bc | Ad), ..] => Some((2, vec![unit, era])),
        [era @ (Bc | Ad), number @ Ordinal(_), unit @ (Century | Millennium), ..] => {
            Some((3, vec![number, unit, era]))
        }
        [era @ (Bc | Ad), number @ (Number(..) | Decade(..)), ..] => Some((2, vec![number, era])),
        _ => None,
    }
}

/// 12. hafta.
fn week(tokens: &[Token]) -> Option<(usize, Vec<Token>)> {
    match *tokens {
        [number @ Number(_, ..=2) | number @ Ordinal(_), Week, ..] => {
            let (Number(value, _) | Ordinal(value)) = number else { return None };
            Some((2, vec![Week, Number(value, 2)]))
        }
        [Week, Ordinal(value), ..] => Some((2, vec![Week, Number(value, 2)])),
        _ => None,
    }
}

/// A year in front, with its era, goes to the end, and the day before the month.
fn year_last(mut tokens: Vec<Token>) -> Vec<Token> {
    if let Some(weekday @ Weekday(_)) = tokens.last().copied() {
        tokens.pop();
        let mut tokens = year_last(tokens);
        tokens.push(weekday);
        return tokens;
    }
    let length = match *tokens {
        [Number(_, 3..), Slash | Hyphen, Number(_, 2), Season(_) | South, ..] => 3,
        [Number(..), Bc | Ad, next, ..] if is_part(next) => 2,
        [Number(_, 3..), next, ..] if is_part(next) => 1,
        _ => return tokens,
    };
    let (year, rest) = tokens.split_at(length);
    let parts = match *rest {
        [Month(month), Number(day, digits)] => vec![Number(day, digits), Month(month)],
        _ => rest.to_vec(),
    };
    [&parts, year].concat()
}

fn is_part(token: Token) -> bool {
    matches!(token, Month(_) | Quarter(_) | Half(_) | Week | Season(_) | South)
}

/// 1914 eleje: the first third of 1914.
fn thirds_first(tokens: &mut Vec<Token>) {
    if let [Third(_), ..] = **tokens {
        return;
    }
    if let Some(third @ Third(_)) = tokens.last().copied() {
        tokens.pop();
        tokens.insert(0, third);
    }
}

/// 19世纪上半叶, 19. század első fele: the first half of the 19th century.
fn parts_first(tokens: &mut Vec<Token>) {
    let length = match **tokens {
        [_, .., PartOf(..)] => 1,
        [_, .., Ordinal(_) | Last, Part(_)] => 2,
        // In 1850er-Jahre the hyphen joins a word that says nothing.
        [Decade(..), Hyphen] => {
            tokens.pop();
            return;
        }
        _ => return,
    };
    tokens.rotate_right(length);
}

/// verano austral: southern summer.
fn seasons_first(tokens: Vec<Token>) -> Vec<Token> {
    match *tokens {
        [season @ Season(_), South, ..] => {
            [&[South, season], tokens.get(2..).unwrap_or_default()].concat()
        }
        _ => tokens,
    }
}
