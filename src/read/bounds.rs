//! Columns between whose dates each event lies: Earliest and Latest, not before and not after. In: headers
//! and facts; out: roles, of which the two dates are read as one.

use super::assignment::{Assignment, ColumnView};
use super::header_name::HeaderName;
use super::header_unit::HeaderUnit;
use super::roles::Role;
use super::time_header::TimeHeader;
use super::words::{self, TimeWord, time_words};

/// The side of an unknown date on which a column has a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BoundSide {
    /// It is not before this.
    Earliest,
    /// It is not after this.
    Latest,
}

use BoundSide::{Earliest, Latest};

/// Words of headers for a bound, the longest first, and whether they say so without a word for a date.
const PHRASES: [(&[&str], BoundSide, bool); 30] = [
    (&["terminus", "post", "quem"], Earliest, true),
    (&["terminus", "ante", "quem"], Latest, true),
    (&["no", "earlier", "than"], Earliest, true),
    (&["no", "later", "than"], Latest, true),
    (&["not", "earlier", "than"], Earliest, true),
    (&["not", "later", "than"], Latest, true),
    (&["au", "plus", "tot"], Earliest, true),
    (&["au", "plus", "tard"], Latest, true),
    (&["post", "quem"], Earliest, true),
    (&["ante", "quem"], Latest, true),
    (&["not", "before"], Earliest, true),
    (&["not", "after"], Latest, true),
    (&["nicht", "vor"], Earliest, true),
    (&["nicht", "nach"], Latest, true),
    (&["tpq"], Earliest, true),
    (&["taq"], Latest, true),
    (&["earliest"], Earliest, true),
    (&["latest"], Latest, true),
    (&["fruhestens"], Earliest, true),
    (&["spatestens"], Latest, true),
    (&["early"], Earliest, false),
    (&["late"], Latest, false),
    (&["lower"], Earliest, false),
    (&["upper"], Latest, false),
    (&["minimum"], Earliest, false),
    (&["maximum"], Latest, false),
    (&["min"], Earliest, false),
    (&["max"], Latest, false),
    (&["notbefore"], Earliest, true),
    (&["notafter"], Latest, true),
];

/// A header that names a bound.
struct BoundHeader {
    column: usize,
    side: BoundSide,
    /// What the date is of: nothing, start, birth.
    of: Vec<String>,
}

/// Gives the roles of dates to columns of bounds; two pairs of them bound a start and an end.
pub(super) fn assign_bounds(to: &mut Assignment, views: &[ColumnView]) {
    let found: Vec<BoundHeader> =
        to.free(views).filter_map(|(column, view)| bound(column, view)).collect();
    if [Role::Date, Role::End].iter().any(|role| to.is_settled(*role)) {
        // Of spans the earliest is the start.
        let mut earliest = found.iter().filter(|one| one.side == Earliest);
        if let Some(one) = earliest.next().filter(|_| to.roles.get(Role::End).is_some()) {
            to.claim(Role::Date, one.column);
        }
        return;
    }
    let pairs: Vec<[usize; 2]> = found
        .iter()
        .filter(|one| one.side == Earliest)
        .filter_map(|one| {
            let mut others =
                found.iter().filter(|other| other.side == Latest && other.of == one.of);
            let other = others.next().filter(|_| others.next().is_none())?;
            Some([one.column, other.column])
        })
        .collect();
    match pairs[..] {
        [pair] => take_pair(to, views, pair),
        [start, end] if !is_end(&views[start[0]]) && is_end(&views[end[0]]) => {
            to.claim(Role::Date, start[0]);
            to.claim(Role::End, end[0]);
            to.latest = [Some(start[1]), Some(end[1])];
        }
        _ => {}
    }
}

/// Takes the one pair of bounds, unless the dates are in other columns. A year or an estimate of its own
/// is what is shown.
fn take_pair(to: &mut Assignment, views: &[ColumnView], pair: [usize; 2]) {
    let headers = to.free(views).filter(|(column, _)| !pair.contains(column));
    let dates: Vec<(usize, &TimeHeader)> = headers
        .filter(|(_, view)| view.facts.is_mostly_dates())
        .filter_map(|(column, view)| Some((column, view.time.as_ref()?)))
        .filter(|(_, header)| !header.is_of_record())
        .collect();
    match &dates[..] {
        [] => {}
        [(column, header)] if !header.names_a_side() && !header.has_others() => {
            let facts = &views[*column].facts;
            if facts.years + facts.vague < facts.filled {
                return;
            }
            to.claim(Role::When, *column);
        }
        _ => return,
    }
    to.claim(Role::Date, pair[0]);
    to.claim(Role::End, pair[1]);
    to.are_bounds = true;
}

fn is_end(view: &ColumnView) -> bool {
    let is_of_end = |word: &String| {
        let says = time_words(word);
        says.contains(&TimeWord::End) || says.contains(&TimeWord::Ended)
    };
    view.name.words.iter().any(is_of_end)
}

/// What a column bounds, if it does so by its header and its cells.
fn bound(column: usize, view: &ColumnView) -> Option<BoundHeader> {
    if !view.facts.is_mostly_dates() && view.facts.numbers < view.facts.filled
        || view.facts.filled == 0
        || HeaderUnit::of(&view.name).is_some_and(|unit| unit.is_age())
    {
        return None;
    }
    let (side, mut rest, is_sure) = bound_words(&view.name)?;
    let is_date = |word: &String| {
        time_words(word).iter().any(|says| matches!(says, TimeWord::Date | TimeWord::Year))
    };
    let has_date = rest.iter().any(is_date);
    rest.retain(|word| !is_date(word) && !words::is_filler(word));
    // From the earliest to the latest is one time.
    let is_from = |word: &String| ["from", "to"].contains(&word.as_str());
    rest.retain(|word| !is_from(word));
    let is_bound = is_sure || has_date || view.facts.is_dates_throughout();
    is_bound.then_some(BoundHeader { column, side, of: rest })
}

/// The side that the words of a header say, its other words, and whether it needs no word for a date.
fn bound_words(name: &HeaderName) -> Option<(BoundSide, Vec<String>, bool)> {
    let mut words = name.words.clone();
    words.extend(name.unit.iter().cloned());
    PHRASES.iter().find_map(|(phrase, side, is_sure)| {
        let is_here = |window: &[String]| window.iter().eq(phrase.iter());
        let at = words.windows(phrase.len()).position(is_here)?;
        let rest = [&words[..at], &words[at + phrase.len()..]].concat();
        Some((*side, rest, *is_sure))
    })
}

/// Takes the column of the margin of error of years or ages: ±, Uncertainty (years), or Error beside them.
pub(super) fn take_margin(to: &mut Assignment, views: &[ColumnView]) {
    let date = to.roles.get(Role::Date).or(*to.roles.get(Role::Year));
    let Some(date) = date.filter(|_| to.roles.get(Role::End).is_none()) else { return };
    let facts = &views[date].facts;
    if facts.filled == 0 || facts.numbers < facts.filled || facts.stamps > 0 {
        return;
    }
    let is_margin = |(column, view): &(usize, &ColumnView)| {
        let is_number = view.facts.filled > 0 && view.facts.numbers == view.facts.filled;
        is_number && names_margin(view, &views[date], *column == date + 1)
    };
    to.margin = to.free(views).find(is_margin).map(|(column, _)| column);
}

/// Whether a header is that of the margin of a date; a mere error is so only beside it.
fn names_margin(view: &ColumnView, date: &ColumnView, is_beside: bool) -> bool {
    const SIGNS: [&str; 4] = ["±", "+/-", "+-", "±yr"];
    const WORDS: [&str; 8] =
        ["uncertainty", "error", "margin", "err", "sd", "sigma", "tolerance", "unsicherheit"];
    let is_sign = SIGNS.contains(&view.header.trim());
    let mut rest = view.name.words.iter().filter(|word| !WORDS.contains(&word.as_str()));
    let has_word = view.name.words.iter().any(|word| WORDS.contains(&word.as_str()));
    let is_of_date = |word: &String| date.name.words.contains(word) || word == "years";
    let is_of_years = match view.name.unit.as_deref() {
        None => rest.clone().next().is_some() || is_beside,
        Some(unit) => {
            ["years", "yr", "yrs", "y", "a", "jahre", "ans"].contains(&unit)
                || view.name.unit == date.name.unit
        }
    };
    is_sign || has_word && is_of_years && rest.all(is_of_date)
}
