//! Fiscal years: FY2012, FY2011/12.
//!
//! They are read only when it is known in which month they begin, and one year alone only when it
//! is known which of the two calendar years it is.

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Ambiguous, Incomplete, Malformed};
use crate::date::language::Token::{self, Dash, Hyphen, Number, Slash};
use crate::date::span::months;
use crate::date::{Century, Date, DateForm, DateOptions, Fiscal, Precision};
use crate::error::Message;

/// What follows FY.
pub(super) fn fiscal(cursor: Cursor<'_>, tokens: &[Token], options: &DateOptions) -> Parsed<Date> {
    let (name, is_double) = match *tokens {
        [Number(name @ 1.., 4)] => (name, false),
        [Number(first, 4), Slash | Hyphen | Dash, Number(second, digits)]
            if follows(first, second, digits) =>
        {
            (first, true)
        }
        [Number(first, 2), Slash | Hyphen | Dash, Number(second, 2)]
            if (first + 1) % 100 == second =>
        {
            (options.century.unwrap_or(Century::SPREADSHEET).year(first), true)
        }
        [Number(_, ..=2)] => {
            let message = "the fiscal year has two digits; write it in full, as FY2012";
            return cursor.firm(Incomplete, message);
        }
        _ => {
            let message = "this is not a fiscal year; write FY2012 or FY2011/12";
            return cursor.firm(Malformed, message);
        }
    };
    let begins = options.fiscal.and_then(|fiscal| {
        let first = if is_double { Some(name) } else { fiscal.first_year(name) };
        first.map(|first| (fiscal.month(), first))
    });
    let Some((month, first)) = begins else {
        return cursor.firm(Ambiguous, unknown_start(name, is_double, options.fiscal));
    };
    let span = cursor.on_the_line(months(first, month, 12))?;
    // By both its years, as countries differ in which of them names it.
    let form = if month == 1 {
        DateForm::Literal(format!("FY{first:04}").into())
    } else {
        DateForm::Literal(format!("FY{first:04}/{:02}", (first + 1) % 100).into())
    };
    Ok(Date::spanning(span, Precision::Year).formed(form))
}

/// A quarter or half of the fiscal year that follows FY: Q3 FY2024.
pub(super) fn part_of_fiscal(
    cursor: Cursor<'_>,
    part: Token,
    tokens: &[Token],
    options: &DateOptions,
) -> Parsed<Date> {
    let tokens = tokens.strip_prefix(&[Token::Year]).unwrap_or(tokens);
    let whole = fiscal(cursor, tokens, options)?;
    let (number, count, precision) = match part {
        Token::Quarter(number) => (number, 3, Precision::Quarter),
        Token::Half(number) => (number, 6, Precision::Half),
        _ => return cursor.no_date(),
    };
    let begin = whole.lo().map(crate::date::Instant::civil);
    let span = begin.and_then(|(year, month, _)| {
        let months = i64::from(month) - 1 + i64::from((number - 1) * count);
        let month = u32::try_from(months % 12 + 1).ok()?;
        self::months(year.checked_add(months / 12)?, month, count)
    });
    let letter = if precision == Precision::Half { 'H' } else { 'Q' };
    let form = DateForm::Literal(format!("{letter}{number} {whole}").into());
    Ok(Date::spanning(cursor.on_the_line(span)?, precision).formed(form))
}

/// That it is not known when the fiscal year called `name` begins, and what would say so.
fn unknown_start(name: i64, is_double: bool, given: Option<Fiscal>) -> Message {
    let (choice, example) = match given {
        None if is_double => ("its first month", "oct"),
        None => ("its first month and which of its years names it", "oct:end or apr:start"),
        Some(_) => ("also which of its years names it", "oct:end or oct:start"),
    };
    let begins = if is_double {
        "the fiscal year can begin in any month".to_owned()
    } else {
        format!("the fiscal year {name} can begin in {} or in {name}", name - 1)
    };
    Message::new(begins + "; set ")
        .setting("fiscal-start")
        .text(format!(" to {choice}, as {example}"))
}

/// Whether `second`, which may be cut to its last one or two digits, is the year after `first`.
pub(super) fn follows(first: i64, second: i64, digits: usize) -> bool {
    let next = first + 1;
    match digits {
        1 => next % 10 == second,
        2 => next % 100 == second,
        _ => next == second,
    }
}
