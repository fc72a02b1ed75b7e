//! The columns that hold time: dates, ends, their parts, durations; and tables whose columns are
//! dates of several events each. In: headers and facts; out: roles.

use super::assignment::{Assignment, Basis, ColumnView};
use super::bounds::{assign_bounds, take_margin};
use super::column_facts::ColumnFacts;
use super::header_name::HeaderName;
use super::milestones::{find_milestones, settle_births, settle_life};
use super::roles::Role;
use super::time_claims::{
    TimeClaim, are_amounts, holds_dates, settle_catalogue, settle_form, settle_last, settle_ways,
};
use super::time_header::{OF_A_CHANGE, OF_A_ROW, OF_ITS_NATURE, TimeHeader, UNFIT};
use super::words::{self, DurationUnit, TimeWord, duration_unit, time_words};

/// Gives the roles of time to columns.
pub(super) fn assign_times(to: &mut Assignment, views: &[ColumnView]) {
    assign_bounds(to, views);
    let timed = to.free(views).filter(|(column, _)| !are_amounts(views, *column));
    let mut claims: Vec<TimeClaim> =
        timed.filter_map(|(column, view)| claim(column, view)).collect();
    claims.sort_by_key(|claim| (claim.rank, claim.column));
    note_doubled(to, views, &claims);
    if find_milestones(to, views, &claims) {
        return;
    }
    settle_form(views, &mut claims);
    settle_births(views, &mut claims);
    settle_life(to, views, &mut claims);
    settle_last(views, &mut claims);
    settle_ways(to, views, &mut claims);
    settle_catalogue(to, views, &mut claims);
    take_start(to, &claims);
    take_part(to, views);
    for role in [Role::End, Role::EndYear, Role::EndMonth, Role::EndDay, Role::EndTime] {
        take_best(to, &claims, role);
    }
    if to.is_open(Role::Date) && to.roles.get(Role::Year).is_none() {
        find_date(to, views, &claims);
    }
    take_target(to, views);
    take_eras(to, views);
    take_lone_clock(to, views, &claims);
    take_best(to, &claims, Role::Time);
    take_hours(to, views);
    take_best(to, &claims, Role::Duration);
    take_end_of_duration(to, views);
    take_margin(to, views);
    let rivals = to.free(views).filter(|(column, _)| holds_dates(views, *column));
    let rivals: Vec<_> = rivals.map(|(column, _)| (Role::Date, column)).collect();
    to.rivals.extend(rivals);
}

/// Takes the one other column of dates as the end of what has a start and a duration.
fn take_end_of_duration(to: &mut Assignment, views: &[ColumnView]) {
    let has = |role: Role| to.roles.get(role).is_some();
    if !has(Role::Duration) || !has(Role::Date) || !to.is_open(Role::End) {
        return;
    }
    let ends = [TimeWord::End, TimeWord::Ended, TimeWord::Happening, TimeWord::Travel];
    let is_end = |view: &ColumnView| {
        view.facts.is_dates_throughout()
            && view.time.as_ref().is_some_and(|header| {
                !header.is_start() && ends.iter().any(|word| header.has(*word))
            })
    };
    let found: Vec<usize> =
        to.free(views).filter(|(_, view)| is_end(view)).map(|(column, _)| column).collect();
    if let [end] = found[..] {
        to.infer(Role::End, end, Basis::Content);
    }
}

/// Takes the quarter, week or season of a year that is in a column of its own.
fn take_part(to: &mut Assignment, views: &[ColumnView]) {
    let has_year = to.roles.get(Role::Year).or(*to.roles.get(Role::Date));
    let year = has_year.map(|column| &views[column].facts);
    let is_year = year.is_some_and(|facts| facts.filled > 0 && facts.years == facts.filled);
    if !is_year || to.roles.get(Role::Month).is_some() {
        return;
    }
    let is_part = |view: &ColumnView| {
        view.facts.is_parts()
            && view
                .time
                .as_ref()
                .is_some_and(|header| header.has(TimeWord::Part) && !header.has_others())
    };
    let found = to.free(views).find(|(_, view)| is_part(view)).map(|(column, _)| column);
    to.part = found;
}

/// Takes the date that is aimed at as the end of what has a start.
fn take_target(to: &mut Assignment, views: &[ColumnView]) {
    let has = |column: Option<usize>, word: TimeWord| {
        let header = column.and_then(|column| views[column].time.as_ref());
        header.is_some_and(|header| header.has(word))
    };
    if !to.is_open(Role::End) || !has(*to.roles.get(Role::Date), TimeWord::Start) {
        return;
    }
    let is_target = |view: &ColumnView| {
        view.name.words.iter().any(|word| word == "target") && view.facts.is_mostly_dates()
    };
    let found = to.free(views).find(|(_, view)| is_target(view)).map(|(column, _)| column);
    if let Some(column) = found {
        to.infer(Role::End, column, Basis::Likeness);
    }
}

/// Takes numbers of hours as the clock times of days in another column.
fn take_hours(to: &mut Assignment, views: &[ColumnView]) {
    let date = to.roles.get(Role::Date).map(|column| &views[column].facts);
    if date.is_none_or(|facts| facts.dates == 0 || facts.years > 0) {
        return;
    }
    let is_hours = |view: &ColumnView| {
        let is_clock = view.time.as_ref().is_some_and(|header| header.role() == Role::Time);
        is_clock
            && unit_of(&view.name) == Some(DurationUnit::Hour)
            && view.facts.filled > 0
            && view.facts.hours == view.facts.filled
    };
    let found = to.free(views).find(|(_, view)| is_hours(view)).map(|(column, _)| column);
    if let Some(column) = found {
        to.infer(Role::Time, column, Basis::Likeness);
    }
}

/// Takes a single clock time as the date, which it is not: one alone is no day's programme.
fn take_lone_clock(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) {
    let has_date = [Role::Date, Role::Year].iter().any(|role| to.roles.get(*role).is_some());
    let lone = claims.iter().find(|claim| {
        claim.role == Role::Time
            && views[claim.column].facts.filled == 1
            && to.is_free(claim.column)
    });
    if let Some(lone) = lone.filter(|_| !has_date) {
        to.claim(Role::Date, lone.column);
    }
}

/// Takes the columns of eras: one for both ends, or one for each.
fn take_eras(to: &mut Assignment, views: &[ColumnView]) {
    let found: Vec<usize> =
        to.free(views).filter(|(_, view)| view.facts.is_eras()).map(|(column, _)| column).collect();
    to.eras = match found[..] {
        [one] => [Some(one); 2],
        [start, end] => [Some(start), Some(end)],
        _ => [None; 2],
    };
}

/// What a column says of time by its header, if its cells agree.
fn claim(column: usize, view: &ColumnView) -> Option<TimeClaim> {
    let header = view.time.as_ref()?;
    let (facts, rank) = (&view.facts, header.rank());
    let is_weak = header.has_others() || rank >= OF_ITS_NATURE;
    // A column that says nothing gives way to one that has dates.
    let is_blank = facts.filled == 0 && facts.rows > 0;
    let with = |role, rank: u32| {
        let rank = if is_blank { rank.max(OF_A_CHANGE - 1) } else { rank };
        Some(TimeClaim { column, role, rank, is_like: header.has_others() })
    };
    let whole = if header.is_end() { Role::End } else { Role::Date };
    let clock = if header.is_end() { Role::EndTime } else { Role::Time };
    let are_numbers = 2 * (facts.numbers + facts.number_ranges) > facts.filled;
    let holds_dates = facts.is_mostly_dates() || header.has_unit && are_numbers;
    // What is named as a time and is none is the last resort: its cells say why.
    let is_resort = !header.has_others() && !view.name.is_path && facts.numbers == 0;
    let resort = || if is_resort { with(Role::Date, UNFIT + 1) } else { None };
    match header.role() {
        Role::Duration if names_elapsed(&view.name) && facts.is_clocks() => with(clock, rank),
        Role::Duration => {
            let unit = unit_of(&view.name).is_some();
            if facts.is_durations(unit) { with(Role::Duration, rank) } else { None }
        }
        role @ (Role::Date | Role::End) => match () {
            () if facts.is_clocks() => with(clock, rank),
            () if holds_dates || facts.filled == 0 => with(role, rank),
            () if is_weak => resort(),
            () if role == Role::End && are_prices(header, facts) => None,
            () if role == Role::End && !could_be_dates(facts) => {
                // Mail goes to somebody, and shares have a price at the close.
                let is_sure = header.has(TimeWord::End) && view.name.phrase() != "to";
                if is_sure { with(role, rank) } else { None }
            }
            () if could_be_dates(facts) => with(role, rank),
            () => with(role, UNFIT),
        },
        Role::Time | Role::EndTime => match () {
            () if facts.is_clocks() || facts.filled == 0 => with(clock, rank),
            () if holds_dates => with(whole, rank),
            () if is_weak => None,
            () => with(whole, UNFIT),
        },
        role @ (Role::Year | Role::EndYear) => match () {
            () if is_weak && 2 * facts.years <= facts.filled && !holds_dates => None,
            () => with(role, rank),
        },
        role => match () {
            () if facts.dates * 2 > facts.filled => with(whole, rank),
            () if is_weak => None,
            () => with(role, rank),
        },
    }
}

/// Whether a date may be in some cell.
fn could_be_dates(facts: &ColumnFacts) -> bool {
    facts.dates + facts.numbers + facts.counts > 0
}

/// Whether the numbers of a column say what something cost or counted at its end, not when that was.
fn are_prices(header: &TimeHeader, facts: &ColumnFacts) -> bool {
    let has_no_time = facts.dates + facts.years + facts.stamps == 0;
    let is_side = header.names_a_side() || header.has(TimeWord::Date);
    has_no_time && facts.numbers == facts.filled && facts.filled > 0 && !is_side && !header.has_unit
}

/// The unit of the durations in a column: what is in its brackets, or a word of its header.
pub(super) fn unit_of(name: &HeaderName) -> Option<DurationUnit> {
    let unit = name.unit.as_deref().and_then(duration_unit);
    // The least of some years, not minutes.
    let is_date = |word: &String| {
        time_words(word).iter().any(|says| matches!(says, TimeWord::Date | TimeWord::Year))
    };
    let is_least = name.words.len() > 1 && name.words.iter().any(is_date);
    // One letter is a quantity as often as its unit: t.
    let is_letter = |word: &String| name.words.len() == 1 && word.chars().nth(1).is_none();
    let words = name.words.iter().rev().filter(|word| *word != "min" || !is_least);
    let mut words = words.filter(|word| !is_letter(word));
    unit.or_else(|| words.find_map(|word| duration_unit(word)))
}

/// Notes two columns of the same header for the same role.
fn note_doubled(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) {
    for (index, claim) in claims.iter().enumerate() {
        let same = |other: &&TimeClaim| {
            let [one, two] = [claim.column, other.column].map(|column| &views[column]);
            other.role == claim.role && one.name == two.name && two.facts.filled > 0
        };
        if let Some(first) = claims[..index].iter().find(same).filter(|_| to.is_open(claim.role)) {
            to.doubled.push((claim.role, first.column, claim.column));
        }
    }
}

/// Takes the best column for a role.
fn take_best(to: &mut Assignment, claims: &[TimeClaim], role: Role) {
    let best = claims.iter().find(|claim| claim.role == role && to.is_free(claim.column));
    if let Some(best) = best.filter(|best| best.rank < UNFIT) {
        match best.is_like {
            true => to.infer(role, best.column, Basis::Likeness),
            false => {
                to.claim(role, best.column);
            }
        }
    }
}

/// Takes the columns of the date: a whole one, and its parts, which serve where it is blank.
fn take_start(to: &mut Assignment, claims: &[TimeClaim]) {
    let best = |role: Role| claims.iter().find(|claim| claim.role == role);
    let has_year = best(Role::Year).is_some() && to.is_open(Role::Year);
    let has_other = has_year || best(Role::End).is_some_and(|end| end.rank < OF_A_CHANGE);
    let is_weak = best(Role::Date).is_some_and(|date| has_other && date.rank >= OF_A_CHANGE);
    // A year of the thing itself says more than the day of its record.
    let year = best(Role::Year).filter(|year| has_year && year.rank < OF_ITS_NATURE);
    let of_record = best(Role::Date).is_some_and(|date| year.is_some() && date.rank == OF_A_ROW);
    if !is_weak && !of_record {
        take_best(to, claims, Role::Date);
    }
    // What the user calls the date is all of it.
    if !to.is_settled(Role::Date) {
        take_best(to, claims, Role::Year);
    }
    if to.roles.get(Role::Year).is_some() {
        take_best(to, claims, Role::Month);
        take_best(to, claims, Role::Day);
    }
}

/// Finds the date of a table whose headers name none.
fn find_date(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) {
    if let Some(end) = to.roles.get(Role::End).filter(|_| !to.is_settled(Role::End)) {
        let start = to.free(views).find(|(column, view)| {
            let header = view.time.as_ref();
            let facts = &view.facts;
            let are_years = facts.filled > 0 && facts.years == facts.filled && may_be_years(view);
            *column < end
                && (facts.is_dates_throughout() || are_years)
                && header.is_none_or(|header| !header.is_of_record())
        });
        if let Some((start, _)) = start {
            to.infer(Role::Date, start, Basis::Content);
            return;
        }
        to.roles.set(Role::End, None);
        to.infer(Role::Date, end, Basis::OnlyOne);
        return;
    }
    let throughout: Vec<usize> = to
        .free(views)
        .filter(|(_, view)| view.facts.is_dates_throughout())
        .map(|(column, _)| column)
        .collect();
    let years: Vec<usize> = to
        .free(views)
        .filter(|(_, view)| view.facts.filled > 0 && view.facts.years == view.facts.filled)
        .filter(|(_, view)| view.header.is_empty() || may_be_years(view))
        .map(|(column, _)| column)
        .collect();
    let is_slip = |view: &ColumnView| {
        view.time.as_ref().is_none() && words::is_slip_of_date(&view.name.phrase())
    };
    let like = to.free(views).find(|(_, view)| is_slip(view));
    // Months say when things were where something else says the year.
    let months = to.free(views).find(|(_, view)| view.facts.is_months());
    let ranges = throughout.iter().find(|column| views[**column].facts.is_ranges());
    match (ranges.as_slice(), throughout.as_slice(), years.as_slice()) {
        ([first], ..) => to.infer(Role::Date, **first, Basis::Content),
        (_, [first, rest @ ..], _) => {
            to.infer(Role::Date, *first, Basis::Content);
            // Without headers two dates beside each other are a start and an end.
            let are_nameless = views.iter().all(|view| view.header.is_empty());
            if let ([second], true) = (rest, are_nameless) {
                to.infer(Role::End, *second, Basis::Content);
            }
        }
        (_, [], []) if let Some((column, _)) = months => {
            to.infer(Role::Date, column, Basis::Content);
        }
        (_, [], [first]) => to.infer(Role::Date, *first, Basis::Content),
        _ => {
            // Clock times need no day that is none.
            let has_clock = claims.iter().any(|claim| claim.role == Role::Time);
            let unfit = claims
                .iter()
                .find(|claim| claim.role == Role::Date && (claim.rank <= UNFIT || !has_clock));
            let counted = to.free(views).find(|(_, view)| is_counted(view));
            let begins = |view: &ColumnView| {
                view.time.as_ref().is_some_and(|header| header.has(TimeWord::Start))
            };
            let may_end = counted.is_none_or(|(_, view)| begins(view));
            if may_end && take_counted_ends(to, views, claims) {
                return;
            }
            if let Some((column, _)) = counted {
                to.claim(Role::Date, column);
            } else if let Some(unfit) = unfit {
                to.claim(Role::Date, unfit.column);
            } else if let Some((column, _)) = like {
                to.infer(Role::Date, column, Basis::Likeness);
            }
        }
    }
}

/// Whether plain numbers under a header that says nothing of time may be years: most other numbers are
/// amounts.
fn may_be_years(view: &ColumnView) -> bool {
    const AMOUNTS: [&str; 22] = [
        "height",
        "elevation",
        "altitude",
        "depth",
        "length",
        "distance",
        "area",
        "size",
        "weight",
        "population",
        "pages",
        "price",
        "cost",
        "amount",
        "score",
        "points",
        "value",
        "votes",
        "quantity",
        "total",
        "speed",
        "capacity",
    ];
    let facts = &view.facts;
    let is_amount = view.name.words.iter().any(|word| AMOUNTS.contains(&word.as_str()));
    let has_unit = view.name.unit.is_some();
    !is_amount && !has_unit && !view.is_identifier() && facts.recent_years == facts.years
}

/// Takes the columns of months or days that are counted, and no parts of dates, as no year is there:
/// start month, end month.
fn take_counted_ends(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) -> bool {
    let find = |roles: [Role; 2], word: TimeWord| {
        let mut fitting = claims.iter().filter(|claim| roles.contains(&claim.role));
        fitting.find(|claim| {
            let view = &views[claim.column];
            let has_word = view.time.as_ref().is_some_and(|header| header.has(word));
            has_word && view.facts.are_counted()
        })
    };
    let start = find([Role::Month, Role::Day], TimeWord::Start);
    let end = find([Role::EndMonth, Role::EndDay], TimeWord::End);
    let has_duration = claims.iter().any(|claim| claim.role == Role::Duration);
    let Some(start) = start.filter(|_| end.is_some() || has_duration) else { return false };
    to.roles.set(Role::EndMonth, None);
    to.roles.set(Role::EndDay, None);
    to.claim(Role::Date, start.column);
    if let Some(end) = end {
        to.claim(Role::End, end.column);
    }
    true
}

/// Whether a column counts from an origin: Day 0, or numbers under the name of a unit.
fn is_counted(view: &ColumnView) -> bool {
    let facts = &view.facts;
    let is_elapsed = is_elapsed(&view.name) || is_of_a_study(&view.name);
    // How long something lasts says nothing of when.
    let lasts = view.time.as_ref().is_some_and(|header| header.role() == Role::Duration);
    let is_number = view.names_unit() || is_elapsed;
    let bare = facts.numbers + facts.bare_count_spans;
    // A few numbers among counts leave their unit out.
    let is_mostly = 3 * facts.counts >= 2 * facts.filled;
    let has_bare = is_number || is_mostly && facts.years + facts.stamps == 0;
    let counts = if has_bare { facts.counts + bare } else { facts.counts };
    let open = facts.opens + facts.undated;
    counts > 0 && counts + open == facts.filled && (is_number || !lasts)
}

/// Whether a header says that time is counted from something, not how long something lasts.
fn names_elapsed(name: &HeaderName) -> bool {
    name.words.iter().any(|word| word == "elapsed")
}

/// Whether it says so of numbers of a unit: Time (h), Hours post infection, Days since
/// launch.
fn is_elapsed(name: &HeaderName) -> bool {
    const FROM: [&str; 7] = ["since", "after", "post", "from", "into", "elapsed", "relative"];
    let has = |words: &[&str]| name.words.iter().any(|word| words.contains(&word.as_str()));
    let is_time = name.words.iter().all(|word| {
        time_words(word).contains(&TimeWord::Clock) || duration_unit(word).is_some() || word == "t"
    });
    unit_of(name).is_some() && (is_time || has(&FROM))
}

/// Whether it says so of a unit of something that begins with the first: Study day, Project month.
fn is_of_a_study(name: &HeaderName) -> bool {
    const OF: [&str; 12] = [
        "study",
        "trial",
        "project",
        "course",
        "treatment",
        "visit",
        "mission",
        "experiment",
        "game",
        "match",
        "relative",
        "training",
    ];
    match name.words.as_slice() {
        [of, unit] => OF.contains(&of.as_str()) && duration_unit(unit).is_some(),
        _ => false,
    }
}
