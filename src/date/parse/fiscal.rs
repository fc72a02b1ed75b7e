//! Fiscal years: FY2012, FY2011/12.
//!
//! They are read only when it is known in which month they begin, and one year alone only when it
//! is known which of the two calendar years it is.

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Ambiguous, Incomplete, Malformed};
use crate::date::language::Token::{self, Dash, Hyphen, Number, Slash};
use crate::date::span::months;
use crate::date::{Date, DateForm, DateOptions, Fiscal, Precision};
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
        [Number(_, ..=2)] => {
            let message = "the fiscal year has two digits; write it in full, as FY2012";
            return cursor.firm(Incomplete, message);
        }
        _ => {
            let message = "this is no fiscal year; write FY2012 or FY2011/12";
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
