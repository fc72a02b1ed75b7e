//! Years of two digits in words: 31-Jan-24, Jan '24, Q3'24, 12 March 98.
//!
//! In: the tokens of a date. Out: the same with the year in full, by the hundred years that
//! [`Century`] has. Only where it is clear that a year is meant: after a day and a month, after an
//! apostrophe, after a quarter, or as a number that is no day.

use crate::date::language::Token::{
    self, Fiscal, Half, Hyphen, Month, Number, Ordinal, Quarter, ShortYear, Slash, Weekday,
};
use crate::date::{Century, DateOptions};

/// The tokens with every year in full that is clearly one.
pub(super) fn with_full_year(mut tokens: Vec<Token>, options: &DateOptions) -> Vec<Token> {
    // Years that were calibrated are years.
    let is_era = |token: Option<&Token>| matches!(token, Some(Token::Bc | Token::Ad));
    if let Some(at) = tokens.iter().position(|token| *token == Token::Calibrated)
        && is_era(tokens.get(at + 1))
    {
        tokens.remove(at);
    }
    let century = options.century.unwrap_or(Century::SPREADSHEET);
    if let Some(given) = options.century {
        for token in &mut tokens {
            if let Token::Decade(decade, 2) = *token {
                *token = Token::Decade(given.year(decade), 4);
            }
        }
    }
    let place = place_of_year(&tokens, options.century.is_some());
    if let Some(token) = place.and_then(|at| tokens.get_mut(at))
        && let Number(digits, 2) | ShortYear(digits) = *token
    {
        *token = Number(century.year(digits), 4);
    }
    tokens
}

/// Where a year of two digits is, if there is one and it is no day.
fn place_of_year(tokens: &[Token], is_given: bool) -> Option<usize> {
    if let Some(at) = tokens.iter().position(|token| matches!(token, ShortYear(_))) {
        return Some(at);
    }
    let last = match tokens {
        [.., Weekday(_)] => tokens.len().checked_sub(2)?,
        _ => tokens.len().checked_sub(1)?,
    };
    let first = usize::from(matches!(tokens, [Weekday(_), ..]));
    match tokens.get(first..=last)? {
        [Number(_, 2), Quarter(_) | Half(_)] | [Number(_, 2), Hyphen, Quarter(_) | Half(_)] => {
            Some(first)
        }
        [Number(_, 1..=2) | Ordinal(_), Month(_), Number(_, 2)]
        | [Number(_, 1..=2), Hyphen, Month(_), Hyphen, Number(_, 2)]
        | [Number(_, 1..=2), Slash, Month(_), Slash, Number(_, 2)]
        | [Month(_), Number(_, 1..=2) | Ordinal(_), Number(_, 2)]
        | [Quarter(_) | Half(_) | Token::Season(_), Number(_, 2)]
        | [Quarter(_) | Half(_), Hyphen | Slash, Number(_, 2)]
        | [Month(_), Number(32.., 2)]
        | [Month(_), Hyphen | Slash, Number(32.., 2)]
        | [Quarter(_) | Half(_), Fiscal, Number(_, 2)]
        | [Fiscal, Number(_, 2)]
        | [Fiscal, Token::Year, Number(_, 2)] => Some(last),
        [Month(_), Number(_, 2)] | [Month(_), Hyphen | Slash, Number(_, 2)] if is_given => {
            Some(last)
        }
        [Fiscal, Number(_, 2), Quarter(_) | Half(_)]
        | [Fiscal, Number(_, 2), Hyphen, Quarter(_) | Half(_)] => Some(first + 1),
        _ => None,
    }
}
