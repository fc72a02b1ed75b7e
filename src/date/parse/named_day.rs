//! A weekday before or after a day in numbers: Fri 05/01/24, Mon 2024-01-08. It decides between day
//! and month, and must agree.

use super::clocked::clocked;
use super::cursor::{Cursor, Parsed, first_of};
use super::iso::iso_date;
use super::letters::is_letter;
use super::numeric::numeric;
use super::tokens::word_token;
use super::weekday::{checked, weekday_of};
use crate::date::language::{Token, weekdays};
use crate::date::{Date, DateOptions, DateOrder};

/// Reads the whole text as a weekday and a day in numbers, perhaps with a clock time.
pub(super) fn weekday_and_day(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let mut at = cursor;
    let name = at.take_while(is_letter);
    let named = match word_token(name, options.languages()) {
        Some(Token::Weekday(named)) => vec![named],
        // Programs write the weekdays of their own language before numbers.
        Some(Token::Unknown) => weekdays(&name.to_lowercase()),
        _ => return cursor.no_date(),
    };
    let Some(&first) = named.first() else { return cursor.no_date() };
    at.take_while(|c| " ,.".contains(c));
    if !at.peek().is_some_and(|c| c.is_ascii_digit()) {
        return cursor.no_date();
    }
    let read = |order: Option<DateOrder>| {
        let options = DateOptions { order, ..options.clone() };
        first_of(at, &options, &[numeric, iso_date, clocked])
    };
    if options.order.is_some() {
        let date = read(options.order)?;
        let agrees = weekday_of(&date).filter(|day| named.contains(day));
        return checked(cursor, date, agrees.unwrap_or(first));
    }
    let orders = [DateOrder::Dmy, DateOrder::Mdy].map(|order| read(Some(order)).ok());
    let is_named = |date: &Date| weekday_of(date).is_some_and(|day| named.contains(&day));
    let mut agreeing = orders.into_iter().flatten().filter(is_named);
    match agreeing.next() {
        Some(date) => Ok(date),
        None => checked(cursor, read(None)?, first),
    }
}
