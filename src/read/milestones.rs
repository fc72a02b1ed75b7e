//! Tables with more than two columns of dates: which two of them are the beginning and the end of what a
//! row tells, or whether each is an event of its own. In: headers, facts and claims; knows no rows.

use super::assignment::{Assignment, ColumnView};
use super::roles::Role;
use super::time_claims::{TimeClaim, holds_dates};
use super::time_header::{EXACT, OF_A_CHANGE, OF_ITS_NATURE, TimeHeader};
use super::words::TimeWord;

/// Rank of a beginning and an end of which one is known by the other.
const OF_A_LIFE: u32 = EXACT + 2;

/// Words of headers for what shall be, not for what was.
const AIMS: [&str; 5] = ["due", "deadline", "target", "expected", "review"];

/// Decides which of several beginnings and ends are those of the whole: what is called alike, as filming
/// began and filming ended, else the first and the last column.
pub(super) fn settle_life(to: &Assignment, views: &[ColumnView], claims: &mut [TimeClaim]) {
    let header = |claim: &TimeClaim| views[claim.column].time.as_ref();
    let is_whole = |claim: &&TimeClaim| {
        matches!(claim.role, Role::Date | Role::End | Role::Year | Role::EndYear)
            && to.is_free(claim.column)
            && views[claim.column].facts.is_mostly_dates()
            && header(claim).is_some_and(|header| header.is_start() || header.is_end())
    };
    let mut sides: Vec<TimeClaim> = claims.iter().filter(is_whole).copied().collect();
    sides.sort_by_key(|claim| claim.column);
    // One that is called the start or the end is it.
    if sides.iter().any(|claim| claim.rank < OF_A_LIFE) {
        return;
    }
    // Two need no choice.
    let whole = || first_and_last(views, &sides).filter(|_| sides.len() > 2);
    let pair = called_alike(views, &sides).or_else(whole);
    for claim in claims.iter_mut().filter(|claim| pair.is_some_and(|it| it.contains(&claim.column)))
    {
        claim.rank = OF_A_LIFE;
    }
    claims.sort_by_key(|claim| (claim.rank, claim.column));
}

/// Puts a birth behind other dates where no column says a death: it begins nothing that ends then.
pub(super) fn settle_births(views: &[ColumnView], claims: &mut [TimeClaim]) {
    const BIRTH: [&str; 3] = ["birth", "born", "dob"];
    const DEATH: [&str; 4] = ["death", "died", "dod", "buried"];
    let has = |column: usize, words: &[&str]| {
        views[column].name.words.iter().any(|word| words.contains(&word.as_str()))
    };
    let has_end = claims.iter().any(|claim| claim.role == Role::End);
    let has_death = (0..views.len()).any(|column| has(column, &DEATH));
    let is_other = |claim: &TimeClaim| {
        claim.role == Role::Date && !has(claim.column, &BIRTH) && holds_dates(views, claim.column)
    };
    if !has_end || has_death || !claims.iter().any(is_other) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| has(claim.column, &BIRTH)) {
        claim.rank = claim.rank.max(OF_A_CHANGE);
    }
    claims.sort_by_key(|claim| (claim.rank, claim.column));
}

/// The beginning and the end of the same thing.
fn called_alike(views: &[ColumnView], sides: &[TimeClaim]) -> Option<[usize; 2]> {
    let named =
        |claim: &TimeClaim| views[claim.column].time.as_ref().filter(|header| header.has_others());
    let mut pairs = sides.iter().flat_map(|start| sides.iter().map(move |end| (start, end)));
    let found = pairs.find(|(start, end)| {
        let both = named(start).zip(named(end));
        both.is_some_and(|(start, end)| {
            start.is_start() && end.is_end() && start.others == end.others
        })
    });
    found.map(|(start, end)| [start.column, end.column])
}

/// The first column, if it is a beginning, and the last that is no aim, if it is an end.
fn first_and_last(views: &[ColumnView], sides: &[TimeClaim]) -> Option<[usize; 2]> {
    let is_aim = |claim: &&TimeClaim| {
        views[claim.column].name.words.iter().any(|word| AIMS.contains(&word.as_str()))
    };
    let header = |claim: &TimeClaim| views[claim.column].time.as_ref();
    let start = sides.first().filter(|claim| header(claim).is_some_and(TimeHeader::is_start))?;
    let mut real = sides.iter().filter(|claim| !is_aim(claim));
    let end = real.next_back().filter(|claim| header(claim).is_some_and(TimeHeader::is_end))?;
    Some([start.column, end.column])
}

/// Finds the columns of a wide table: two or more dates a row, none of which is the start, the end
/// or a version of another.
pub(super) fn find_milestones(
    to: &mut Assignment,
    views: &[ColumnView],
    claims: &[TimeClaim],
) -> bool {
    let is_endless = to.is_settled(Role::End) && to.roles.get(Role::End).is_none();
    to.milestones = milestones(to, views, claims, is_endless).unwrap_or_default();
    to.can_be_wide = milestones(to, views, claims, true).is_some();
    !to.milestones.is_empty()
}

/// The columns of dates of which each is an event. Without an end, which the user does not want, what
/// begins is an event as any other.
fn milestones(
    to: &Assignment,
    views: &[ColumnView],
    claims: &[TimeClaim],
    is_endless: bool,
) -> Option<Vec<usize>> {
    // What begins is the first of several events where nothing says an end.
    let ends = |claim: &TimeClaim| matches!(claim.role, Role::End | Role::EndYear | Role::Duration);
    let has_end = claims.iter().any(ends);
    let strongest = if is_endless || !has_end { OF_A_LIFE } else { OF_ITS_NATURE };
    let names_one = |claim: &TimeClaim| {
        matches!(claim.role, Role::Date | Role::End | Role::Year) && claim.rank < strongest
    };
    let is_decided = [Role::Date, Role::Year, Role::Name].iter().any(|role| to.is_settled(*role));
    // Ranges of dates are the times of the rows.
    let has_ranges = to.free(views).any(|(_, view)| view.facts.is_ranges());
    if is_decided || has_ranges || claims.iter().any(names_one) {
        return None;
    }
    let has_stages = to.free(views).any(|(_, view)| has(view, TimeWord::Stage));
    let is_event = |(column, view): &(usize, &ColumnView)| {
        let has_years = 2 * view.facts.yearless < view.facts.filled;
        let is_named = !view.header.is_empty() && !is_of_record(view, has_stages);
        is_named && has_years && holds_dates(views, *column)
    };
    let found = to.free(views).filter(is_event);
    let found: Vec<usize> = found.map(|(column, _)| column).collect();
    let is_version = |column: &usize| has(&views[*column], TimeWord::Version);
    let are_ends = || !is_endless && are_ends(views, &found);
    let begins = |column: &usize| has(&views[*column], TimeWord::Begun);
    let least = if !is_endless && found.iter().any(begins) { 3 } else { 2 };
    let are_events = found.len() >= least && !found.iter().any(is_version) && !are_ends();
    are_events.then_some(found)
}

/// Whether the header of a column has this word.
fn has(view: &ColumnView, word: TimeWord) -> bool {
    view.time.as_ref().is_some_and(|header| header.has(word))
}

/// Whether a date is of the row or of a text on it, and no event: among steps of a text, as submitted
/// and published, it is one.
fn is_of_record(view: &ColumnView, has_stages: bool) -> bool {
    let header = view.time.as_ref();
    header.is_some_and(|header| {
        let is_step = header.has(TimeWord::Stage) || header.has(TimeWord::Published);
        header.is_of_record() && !(has_stages && is_step)
    })
}

/// Whether two of some columns of dates are the beginning and the end of one thing: took office, left
/// office; of more than two, they are called alike.
fn are_ends(views: &[ColumnView], columns: &[usize]) -> bool {
    let headers: Vec<&TimeHeader> =
        columns.iter().filter_map(|column| views[*column].time.as_ref()).collect();
    if columns.len() == 2 {
        // What is named as no time is the beginning of what has its end beside it: Posse, Fim do mandato.
        let is_end = |column: &usize| views[*column].time.as_ref().is_some_and(TimeHeader::is_end);
        let ends: Vec<bool> = columns.iter().map(is_end).collect();
        let are_ways = headers.iter().all(|header| header.has(TimeWord::Travel));
        return ends == [false, true] || headers.len() == 2 && are_ways;
    }
    let starts = headers.iter().filter(|header| header.is_start());
    starts.into_iter().any(|start| {
        headers.iter().any(|end| end.is_end() && end.has_others() && end.others == start.others)
    })
}
