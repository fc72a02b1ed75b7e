//! What columns may say of time by their headers and facts, and what of it the columns beside them decide.

use super::assignment::{Assignment, ColumnView};
use super::roles::Role;
use super::time_header::{OF_A_CHANGE, TimeHeader, UNFIT};
use super::words::TimeWord;

/// What a column may say of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeClaim {
    /// By place.
    pub column: usize,
    pub role: Role,
    /// How well it fits, the best first.
    pub rank: u32,
    /// Whether its header is only like those of the role.
    pub is_like: bool,
}

/// Headers of the time at which a form was filled in, as programs for forms write them.
const OF_A_FORM: [&str; 8] = [
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "informazioni cronologiche",
    "carimbo de data hora",
    "tijdstempel",
    "sygnatura czasowa",
];

/// Puts the time at which a form was filled in behind another date that was asked for.
pub(super) fn settle_form(views: &[ColumnView], claims: &mut [TimeClaim]) {
    let is_of_form =
        |claim: &TimeClaim| OF_A_FORM.contains(&views[claim.column].name.phrase().as_str());
    let is_asked = |claim: &TimeClaim| {
        let header = views[claim.column].time.as_ref();
        let is_event = header.is_some_and(|header| {
            !header.is_of_record() && !header.has(TimeWord::Version) && !header.has(TimeWord::Last)
        });
        let is_date = matches!(claim.role, Role::Date | Role::Year);
        is_event && is_date && !is_of_form(claim) && holds_dates(views, claim.column)
    };
    if !claims.iter().any(is_asked) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| is_of_form(claim)) {
        claim.rank = claim.rank.max(OF_A_CHANGE);
    }
    claims.sort_by_key(|claim| (claim.rank, claim.column));
}

/// Takes the last of several times for a date where there is no first one: last order, latest release.
pub(super) fn settle_last(views: &[ColumnView], claims: &mut [TimeClaim]) {
    let headers = || claims.iter().filter_map(|claim| views[claim.column].time.as_ref());
    let has_first = headers().any(|header| header.has(TimeWord::First));
    let has_start = headers().any(TimeHeader::is_start);
    for claim in claims {
        let header = views[claim.column].time.as_ref();
        let is_lone = header.is_some_and(|header| {
            header.has(TimeWord::Last) && !has_first && (header.has_others() || !has_start)
        });
        claim.role = match claim.role {
            Role::End if is_lone => Role::Date,
            Role::EndYear if is_lone => Role::Year,
            role => role,
        };
    }
}

/// Takes the second of two columns of a way or a stay as its end: departure and arrival of a journey,
/// arrival and departure of a guest.
pub(super) fn settle_ways(to: &Assignment, views: &[ColumnView], claims: &mut [TimeClaim]) {
    let is_way = |claim: &TimeClaim| {
        let header = views[claim.column].time.as_ref();
        to.is_free(claim.column)
            && matches!(claim.role, Role::Date | Role::Time)
            && header.is_some_and(|header| header.has(TimeWord::Travel))
    };
    let mut ways: Vec<&mut TimeClaim> = claims.iter_mut().filter(|claim| is_way(claim)).collect();
    ways.sort_by_key(|claim| claim.column);
    if let [first, second] = ways.as_mut_slice()
        && first.role == second.role
    {
        second.role = if second.role == Role::Time { Role::EndTime } else { Role::End };
    }
}

/// Decides between a date in words and the years that it begins and ends with, as museums have
/// them: the words say more where they are dates, and else are what is shown.
pub(super) fn settle_catalogue(
    to: &mut Assignment,
    views: &[ColumnView],
    claims: &mut Vec<TimeClaim>,
) {
    let header = |column: usize| views[column].time.as_ref();
    let of = |column: usize| header(column).map(|header| header.others.clone());
    let side = |column: usize, word: TimeWord| header(column).is_some_and(|it| it.has(word));
    // All three are of the same thing: object date, object begin date, object end date.
    let find = |words: usize, word: TimeWord, roles: [Role; 2]| {
        let of_words = of(words).unwrap_or_default();
        let mut fitting = claims.iter().filter(|claim| {
            let is_same = of_words.is_empty()
                || of(claim.column).is_some_and(|of| of.is_empty() || of == of_words);
            let is_other = word == TimeWord::Start && side(claim.column, TimeWord::End);
            claim.rank < UNFIT && is_same && !is_other && side(claim.column, word)
        });
        fitting.find(|claim| roles.contains(&claim.role)).map(|claim| claim.column)
    };
    // Date, object date, date made.
    let says_when = |word: &TimeWord| matches!(word, TimeWord::Date | TimeWord::Happening);
    let is_plain = |column: &usize| {
        header(*column).is_some_and(|it| it.has(TimeWord::Date) && it.words.iter().all(says_when))
    };
    let plain = to.free(views).map(|(column, _)| column).filter(is_plain);
    let found = plain.into_iter().find_map(|words| {
        let start = find(words, TimeWord::Start, [Role::Date, Role::Year])?;
        Some((words, [start, find(words, TimeWord::End, [Role::End, Role::EndYear])?]))
    });
    let Some((words, ends)) = found else { return };
    let thing = of(words).unwrap_or_default();
    let is_of_other = |claim: &TimeClaim| {
        let is_side = header(claim.column).is_some_and(TimeHeader::names_a_side);
        is_side
            && !thing.is_empty()
            && of(claim.column).is_some_and(|of| !of.is_empty() && of != thing)
    };
    let facts = &views[words].facts;
    let is_throughout = facts.filled > 0 && facts.dates + facts.years == facts.filled;
    if is_throughout && facts.vague > 0 {
        claims.retain(|claim| !ends.contains(&claim.column) && !is_of_other(claim));
    } else if !is_throughout {
        claims.retain(|claim| claim.column != words && !is_of_other(claim));
        to.claim(Role::When, words);
    }
}

/// Words of headers under which plain numbers say as often how many as when.
const COUNTED: [&str; 12] = [
    "sold",
    "bought",
    "purchased",
    "raised",
    "activated",
    "deactivated",
    "sunk",
    "wrecked",
    "lost",
    "destroyed",
    "scrapped",
    "extinct",
];

/// Whether plain numbers say how many, not when: Destroyed beside the date of a raid, Sold beside the day of
/// a release. Beside what they end, they are years: Built, Destroyed.
pub(super) fn are_amounts(views: &[ColumnView], column: usize) -> bool {
    let is_counted = |view: &ColumnView| {
        view.name.words.iter().any(|word| COUNTED.contains(&word.as_str())) && view.facts.dates == 0
    };
    let others = views.iter().filter(|view| !is_counted(view) && view.facts.is_mostly_dates());
    let others: Vec<&TimeHeader> = others.filter_map(|view| view.time.as_ref()).collect();
    let has_side = others.iter().any(|header| header.is_start() || header.is_end());
    let is_end = views[column].time.as_ref().is_some_and(TimeHeader::is_end);
    let names_date = |header: &TimeHeader| {
        let is_date = header.has(TimeWord::Date) || header.has(TimeWord::Year);
        is_date && !header.has(TimeWord::Happening)
    };
    let is_of_other = others.iter().any(|header| !is_end || names_date(header));
    is_counted(&views[column]) && is_of_other && !has_side
}

/// Whether every cell of a column is a date; plain years are, where the header speaks of an event.
pub(super) fn holds_dates(views: &[ColumnView], column: usize) -> bool {
    let view = &views[column];
    let facts = &view.facts;
    let are_years = facts.years > 0 && facts.dates + facts.years == facts.filled;
    let of_event = || {
        view.time.as_ref().is_some_and(|header| {
            let whole = matches!(header.role(), Role::Date | Role::End);
            let is_side = header.names_a_side() || header.has(TimeWord::Part);
            whole && !header.has_unit && !is_side
        })
    };
    facts.is_dates_throughout() || are_years && of_event() && !are_amounts(views, column)
}
