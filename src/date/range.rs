//! Two dates in one cell, and dates that are open to one side: "1914–18", "12–15 March 2010",
//! "from 1964 to 2008", "before 1928", "since 2004", "2010–present".
//!
//! In: a whole cell. Out: a date whose form keeps its ends. What is no range is left to
//! [`super::single`].

use super::cell::{Cell, Parsed};
use super::edtf;
use super::lexer::digits_of;
use super::single::{leading, single};
use super::{Bound, Date, DateOptions, Form, Instant, Parts, Precision, Side, Zone};

/// Words for the present.
const PRESENT: [&str; 6] = ["present", "now", "today", "ongoing", "current", "the present"];

/// Words before a date that open it to a side.
const SIDES: [(&[&str], Side); 6] = [
    (&["before", "bef.", "bef", "prior to", "earlier than"], Side::Before),
    (&["after", "aft.", "aft", "later than"], Side::After),
    (&["by", "no later than"], Side::By),
    (&["in or after", "no earlier than"], Side::InOrAfter),
    (&["since", "from"], Side::Since),
    (&["until", "till", "to"], Side::Until),
];

/// Reads the whole cell.
pub(super) fn expression(cell: Cell<'_>, options: &DateOptions) -> Parsed<Date> {
    if cell.is_empty() {
        return cell.firm("the date is empty; write YYYY, YYYY-MM, YYYY-MM-DD or the like");
    }
    if cell.peek().is_some_and(|c| "[{".contains(c)) {
        return edtf::set(cell, options);
    }
    if let Some(date) = present(cell, options).or_else(|| range(cell, options)) {
        return date;
    }
    for (words, side) in SIDES {
        if let Some(rest) = leading(cell, words) {
            return Ok(sided(side, single(rest, options)?));
        }
    }
    match single(cell, options) {
        Err(miss) => loose(cell, options).unwrap_or(Err(miss)),
        found => found,
    }
}

/// The present, if that is what the cell says.
fn present(cell: Cell<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    PRESENT.iter().find(|word| cell.rest().eq_ignore_ascii_case(word))?;
    let today = options.today.and_then(super::Today::date);
    Some(Ok(today.unwrap_or_else(|| Date {
        lo: Bound::Unknown,
        hi: Bound::Open,
        precision: Precision::Day,
        uncertain: Parts::default(),
        approximate: Parts::default(),
        zone: Zone::Floating,
        form: Form::Present,
        written: String::new(),
    })))
}

/// A range in words or with a sign that joins nothing else; none if the cell is no such range.
fn range(cell: Cell<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    if cell.rest().contains('/') && edtf::interval(cell, options).is_ok() {
        return Some(edtf::interval(cell, options));
    }
    for (opening, joint) in
        [("between ", " and "), ("bet ", " and "), ("from ", " to "), ("", " to ")]
    {
        let mut at = cell;
        if at.take_word(opening)
            && let Some(joint_at) = at.rest().to_ascii_lowercase().find(joint)
        {
            return pair(at, joint_at, joint.len(), options);
        }
    }
    for joint in ["–", " - "] {
        if let Some(at) = cell.rest().find(joint)
            && let Some(date) = pair(cell, at, joint.len(), options)
        {
            return Some(date);
        }
    }
    let text = cell.rest();
    let years =
        text.split_once('-').filter(|(a, b)| digits_of(a).is_some() && digits_of(b).is_some());
    match years.map(|(a, b)| (a.len(), b.len(), b)) {
        Some((4, 4, _)) => pair(cell, 4, 1, options),
        // Up to 12 it is a month, from 21 to 41 a season.
        Some((4, 2, second)) if matches!(digits_of(second), Some(13..=20 | 42..)) => {
            pair(cell, 4, 1, options)
        }
        _ => None,
    }
}

/// A range by a bare hyphen, tried when nothing else fits: "12-15 March 2010".
fn loose(cell: Cell<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cell.rest();
    let hyphens = text.match_indices('-').map(|(at, _)| at);
    hyphens.filter_map(|at| pair(cell, at, 1, options)).find(Result::is_ok)
}

/// The dates before and after a joint; what the first leaves out stands in the second, and a
/// second year may be cut to two digits. None if the halves are no dates.
fn pair(cell: Cell<'_>, at: usize, length: usize, options: &DateOptions) -> Option<Parsed<Date>> {
    let (left, right) = cell.split(at, at + length);
    if right.is_empty() && !left.is_empty() {
        return single(left, options).ok().map(|from| Ok(sided(Side::Since, from)));
    }
    if left.is_empty() {
        return None;
    }
    if let Some(to) = present(right, options) {
        return Some(to.and_then(|to| joined(cell, single(left, options)?, to)));
    }
    let to = single(right, options).ok().or_else(|| shortened(left, right, options))?;
    let from = single(left, options).ok().or_else(|| completed(left, right, options))?;
    Some(joined(cell, from, to))
}

/// "18" after "1914": the year 1918.
fn shortened(left: Cell<'_>, right: Cell<'_>, options: &DateOptions) -> Option<Date> {
    let (year, digits) = (left.rest().get(..), right.rest());
    let year = year.filter(|year| year.len() >= 4).and_then(|y| y.get(y.len() - 4..))?;
    let is_short = digits.len() == 2 && digits_of(digits) > Some(12) && digits_of(year).is_some();
    let text = is_short.then(|| [year.get(..2).unwrap_or_default(), digits].concat())?;
    single(Cell::new(&text), options).ok()
}

/// "12" before "15 March 2010": 12 March 2010.
fn completed(left: Cell<'_>, right: Cell<'_>, options: &DateOptions) -> Option<Date> {
    let (_, rest) = right.rest().split_once(' ')?;
    let text = [left.rest(), " ", rest].concat();
    single(Cell::new(&text), options).ok()
}

/// From the first date to the second.
pub(super) fn joined(cell: Cell<'_>, from: Date, to: Date) -> Parsed<Date> {
    if let (Some(lo), Some(hi)) = (from.lo(), to.hi())
        && hi <= lo
    {
        return cell.firm("the range ends before it begins; exchange its ends");
    }
    let zone = if from.zone == Zone::Floating { to.zone.clone() } else { from.zone.clone() };
    Ok(Date {
        lo: from.lo,
        hi: to.hi,
        precision: from.precision.max(to.precision),
        uncertain: from.uncertain.or(to.uncertain),
        approximate: from.approximate.or(to.approximate),
        zone,
        written: String::new(),
        form: Form::Range(Box::new([from, to])),
    })
}

/// The smallest date that holds all of `members`, of which there is one at least.
pub(super) fn outer(members: &[Date]) -> Date {
    let extreme = |bounds: &mut dyn Iterator<Item = Bound>,
                   is_better: fn(Instant, Instant) -> bool| {
        bounds.reduce(|a, b| match (a, b) {
            (Bound::At(x), Bound::At(y)) => Bound::At(if is_better(x, y) { x } else { y }),
            (Bound::Open, _) | (_, Bound::Open) => Bound::Open,
            _ => Bound::Unknown,
        })
    };
    let mut whole = members.first().cloned().unwrap_or_else(|| {
        Date::spanning((Instant::from_day(0), Instant::from_day(1)), Precision::Day)
    });
    let (lo, hi) = (whole.lo, whole.hi);
    whole.lo = extreme(&mut members.iter().map(|date| date.lo), |a, b| a < b).unwrap_or(lo);
    whole.hi = extreme(&mut members.iter().map(|date| date.hi), |a, b| a > b).unwrap_or(hi);
    for date in members {
        whole.precision = whole.precision.max(date.precision);
        whole.uncertain = whole.uncertain.or(date.uncertain);
        whole.approximate = whole.approximate.or(date.approximate);
    }
    whole
}

/// All time to one side of `date`.
pub(super) fn sided(side: Side, date: Date) -> Date {
    let (lo, hi) = match side {
        Side::Before => (Bound::Open, date.lo),
        Side::After => (date.hi, Bound::Open),
        Side::By | Side::Until => (Bound::Open, date.hi),
        Side::InOrAfter | Side::Since => (date.lo, Bound::Open),
        Side::ToFromUnknown => (Bound::Unknown, date.hi),
        Side::FromToUnknown => (date.lo, Bound::Unknown),
    };
    Date { lo, hi, form: Form::Side(side, Box::new(date.clone())), ..date }
}
