//! EDTF beyond a single date: intervals `a/b`, open (`..`) or unknown (nothing) on a side, and the
//! sets `[a,b..c]` (one of them) and `{a,b..c}` (all of them).
//!
//! A set comes down to its outer bounds. Sets do not nest.

use super::combine::{gathered, joined, sided};
use super::cursor::{Cursor, Parsed};
use super::iso::iso_date;
use crate::date::DateErrorKind::{Incomplete, Malformed};
use crate::date::{Date, DateOptions, DateSide};

/// One side of an interval.
enum IntervalEnd {
    At(Date),
    Open,
    Unknown,
}

/// `a/b`, `a/..`, `../b`, `a/`, `/b`.
pub(super) fn interval(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some(slash) = cursor.rest().find('/') else { return cursor.no_date() };
    let (left, right) = cursor.split(slash, slash + 1);
    let ends = (end(left, options)?, end(right, options)?);
    match ends {
        (IntervalEnd::At(from), IntervalEnd::At(to)) => joined(cursor, from, to),
        (IntervalEnd::At(from), IntervalEnd::Open) => Ok(sided(DateSide::Since, from)),
        (IntervalEnd::At(from), IntervalEnd::Unknown) => Ok(sided(DateSide::FromToUnknown, from)),
        (IntervalEnd::Open, IntervalEnd::At(to)) => Ok(sided(DateSide::Until, to)),
        (IntervalEnd::Unknown, IntervalEnd::At(to)) => Ok(sided(DateSide::ToFromUnknown, to)),
        _ => cursor.firm(Incomplete, "an interval needs a date on one side at least"),
    }
}

fn end(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<IntervalEnd> {
    match cursor.rest() {
        "" | "unknown" => Ok(IntervalEnd::Unknown),
        ".." | "open" => Ok(IntervalEnd::Open),
        _ => iso_date(cursor, options).map(IntervalEnd::At),
    }
}

/// `[..]` and `{..}`.
pub(super) fn set(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let mut inner = cursor;
    let Some(opening) = inner.take("[{") else { return cursor.no_date() };
    let is_one = opening == '[';
    let closing = if is_one { ']' } else { '}' };
    let length = inner.rest().len();
    if !inner.rest().ends_with(closing) {
        return cursor.firm(Malformed, format!("the set is not closed; end it with {closing}"));
    }
    let mut rest = inner.split(length - 1, length).0;
    let mut members = Vec::new();
    loop {
        let comma = rest.rest().find(',');
        let at = comma.unwrap_or(rest.rest().len());
        let (member, after) = rest.split(at, at + 1);
        members.push(element(member, is_one, options)?);
        if comma.is_none() {
            break;
        }
        rest = after;
    }
    Ok(gathered(members, is_one))
}

/// A date of a set, or dates in a row.
fn element(cursor: Cursor<'_>, is_one: bool, options: &DateOptions) -> Parsed<Date> {
    let Some(dots) = cursor.rest().find("..") else { return iso_date(cursor, options) };
    let (left, right) = cursor.split(dots, dots + 2);
    match (left.is_empty(), right.is_empty()) {
        (true, true) => cursor.firm(Incomplete, "the dots need a date beside them"),
        (true, false) => {
            let side = if is_one { DateSide::By } else { DateSide::Until };
            Ok(sided(side, iso_date(right, options)?))
        }
        (false, true) => {
            let side = if is_one { DateSide::InOrAfter } else { DateSide::Since };
            Ok(sided(side, iso_date(left, options)?))
        }
        (false, false) => joined(cursor, iso_date(left, options)?, iso_date(right, options)?),
    }
}
