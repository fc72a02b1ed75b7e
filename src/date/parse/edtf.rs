//! EDTF beyond a single date: intervals `a/b`, open (`..`) or unknown (nothing) on a side, and the
//! sets `[a,b..c]` (one of them) and `{a,b..c}` (all of them).
//!
//! A set comes down to its outer bounds. Sets do not nest.

use super::cell::{Cell, Parsed};
use super::point::point;
use super::range::{joined, outer, sided};
use super::{Date, DateOptions, Form, Side};

/// One side of an interval.
enum End {
    At(Date),
    Open,
    Unknown,
}

/// `a/b`, `a/..`, `../b`, `a/`, `/b`.
pub(super) fn interval(cell: Cell<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some(slash) = cell.rest().find('/') else { return cell.soft("this is not a date") };
    let (left, right) = cell.split(slash, slash + 1);
    let ends = (end(left, options)?, end(right, options)?);
    match ends {
        (End::At(from), End::At(to)) => joined(cell, from, to),
        (End::At(from), End::Open) => Ok(sided(Side::Since, from)),
        (End::At(from), End::Unknown) => Ok(sided(Side::FromToUnknown, from)),
        (End::Open, End::At(to)) => Ok(sided(Side::Until, to)),
        (End::Unknown, End::At(to)) => Ok(sided(Side::ToFromUnknown, to)),
        _ => cell.firm("an interval needs a date on one side at least"),
    }
}

fn end(cell: Cell<'_>, options: &DateOptions) -> Parsed<End> {
    match cell.rest() {
        "" | "unknown" => Ok(End::Unknown),
        ".." | "open" => Ok(End::Open),
        _ => point(cell, options).map(End::At),
    }
}

/// `[..]` and `{..}`.
pub(super) fn set(cell: Cell<'_>, options: &DateOptions) -> Parsed<Date> {
    let mut inner = cell;
    let Some(opening) = inner.take("[{") else { return cell.soft("this is not a date") };
    let is_one = opening == '[';
    let closing = if is_one { ']' } else { '}' };
    let length = inner.rest().len();
    if !inner.rest().ends_with(closing) {
        return cell.firm(format!("the set is not closed; end it with {closing}"));
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

/// Several dates as one.
pub(super) fn gathered(mut members: Vec<Date>, is_one: bool) -> Date {
    if members.len() == 1 {
        return members.remove(0);
    }
    let whole = outer(&members);
    whole.formed(if is_one { Form::OneOf(members) } else { Form::AllOf(members) })
}

/// A date of a set, or dates in a row.
fn element(cell: Cell<'_>, is_one: bool, options: &DateOptions) -> Parsed<Date> {
    let Some(dots) = cell.rest().find("..") else { return point(cell, options) };
    let (left, right) = cell.split(dots, dots + 2);
    match (left.is_empty(), right.is_empty()) {
        (true, true) => cell.firm("the dots need a date beside them"),
        (true, false) => {
            let side = if is_one { Side::By } else { Side::Until };
            Ok(sided(side, point(right, options)?))
        }
        (false, true) => {
            let side = if is_one { Side::InOrAfter } else { Side::Since };
            Ok(sided(side, point(left, options)?))
        }
        (false, false) => joined(cell, point(left, options)?, point(right, options)?),
    }
}
