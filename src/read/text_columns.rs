//! The columns that do not hold time: titles, descriptions, categories and the rest. In: headers
//! and facts of the columns that are left; out: roles.

use super::assignment::{Assignment, Basis, ColumnView};
use super::column_facts::ColumnFacts;
use super::roles::Role;
use super::title_words::{PERSONS, TWO_NAMES, VENUES, WINNERS};
use super::words::text_rank;

/// Categories that count whatever their cells look like: category, group, type.
const PLAIN_CATEGORIES: usize = 3;

/// Categories that a column of other names may have.
const MOST_CATEGORIES: usize = 12;

/// Groups that a column whose header says nothing may divide the rows into: as many as colours are told
/// apart well.
const MOST_GROUPS: usize = 6;

/// Characters of the mean name of a group.
const GROUP_NAME: std::ops::RangeInclusive<usize> = 3..=24;

/// Gives the roles that are no time to columns.
pub(super) fn assign_texts(to: &mut Assignment, views: &[ColumnView]) {
    if !to.milestones.is_empty() {
        take_row_names(to, views);
        take_named(to, views, Role::Category);
        take_like(to, views, Role::Category);
        return;
    }
    take_named(to, views, Role::Url);
    take_weekdays(to, views);
    take_name(to, views);
    take_kinds(to, views);
    for role in [Role::When, Role::Kind, Role::Detail] {
        take_named(to, views, role);
    }
    take_rival_as_detail(to, views);
    let rest = [Role::Category, Role::Lane, Role::Color, Role::On, Role::Importance, Role::Count];
    for role in rest {
        take_named(to, views, role);
    }
    take_like(to, views, Role::Detail);
    take_like(to, views, Role::Category);
    take_groups(to, views);
}

/// Takes the one column that divides the rows into a few groups as the category.
fn take_groups(to: &mut Assignment, views: &[ColumnView]) {
    if to.roles.get(Role::Lane).is_some() {
        return;
    }
    let groups: Vec<usize> = to
        .free(views)
        .filter_map(|(column, view)| are_groups(&view.facts).then_some(column))
        .collect();
    if let [column] = groups[..] {
        to.infer(Role::Category, column, Basis::Content);
    }
}

/// Whether a few short texts that come back divide the rows.
fn are_groups(facts: &ColumnFacts) -> bool {
    let is_text = facts.as_names().is_some() && facts.durations + facts.counts + facts.ages == 0;
    let length = facts.letters / facts.filled.max(1);
    // Two words as short as yes and no tell no groups apart.
    let is_answer = facts.distinct == 2 && length < 6;
    facts.filled > 4
        && facts.filled * 10 >= facts.rows * 8
        && (2..=MOST_GROUPS).contains(&facts.distinct)
        && 2 * facts.distinct <= facts.filled
        && GROUP_NAME.contains(&length)
        && is_text
        && !is_answer
}

/// Takes the weekdays of a timetable, whose clock times are of no certain day, as the lanes.
fn take_weekdays(to: &mut Assignment, views: &[ColumnView]) {
    let has_day = [Role::Date, Role::Year].iter().any(|role| to.roles.get(*role).is_some());
    if has_day || to.roles.get(Role::Time).is_none() {
        return;
    }
    let is_weekdays = |view: &ColumnView| {
        let facts = &view.facts;
        facts.distinct > 1 && facts.weekdays == facts.filled
    };
    let found = to.free(views).find(|(_, view)| is_weekdays(view)).map(|(column, _)| column);
    if let Some(column) = found {
        to.infer(Role::Lane, column, Basis::Content);
    }
}

/// Takes the column whose header names a role best, of those whose cells fit.
fn take_named(to: &mut Assignment, views: &[ColumnView], role: Role) {
    let named = to.free(views).filter_map(|(column, view)| {
        let rank = text_rank(role, &view.name.phrase())?;
        fits(role, view, rank).then_some((rank, column))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    if let [first, second, ..] = named.as_slice() {
        let is_same = views[first.1].name == views[second.1].name;
        if is_same && to.is_open(role) {
            to.doubled.push((role, first.1, second.1));
        }
    }
    if let Some((_, column)) = named.first() {
        to.claim(role, *column);
    }
}

/// Takes a column of types as the kinds, if they are those of TimelineJS: eras and the title.
fn take_kinds(to: &mut Assignment, views: &[ColumnView]) {
    let is_kinds = |view: &ColumnView| {
        let facts = &view.facts;
        view.name.phrase() == "type" && facts.backdrops > 0 && facts.kinds == facts.filled
    };
    let found = to.free(views).find(|(_, view)| is_kinds(view)).map(|(column, _)| column);
    if let Some(column) = found {
        to.claim(Role::Kind, column);
    }
}

/// From this name of an importance on, the least number may be the most important.
const RANKS: usize = 2;

/// Whether the cells of a column can have the role that its header names.
fn fits(role: Role, view: &ColumnView, rank: usize) -> bool {
    let facts = &view.facts;
    if facts.filled == 0 {
        return true;
    }
    match role {
        Role::Url => rank == 0 || view.name.phrase() == "link" || 2 * facts.links > facts.filled,
        Role::Category if rank >= PLAIN_CATEGORIES => {
            let is_text = !facts.is_dates_throughout() && facts.links == 0 && !facts.is_numbers();
            let repeats = facts.distinct < facts.filled || facts.filled <= 6;
            is_text && repeats && facts.distinct <= MOST_CATEGORIES
        }
        // Programs call the kind of their records so.
        Role::Category if view.name.phrase() == "type" && facts.filled > 1 => facts.distinct > 1,
        // One that fits is enough: the others may be slips of the pen, as one alone may be.
        Role::Kind => facts.kinds > 0 || facts.filled == 1,
        // The first of a rank is the most important one, and a priority may be so: words tell.
        Role::Importance if rank >= RANKS => facts.importances == facts.filled,
        Role::Importance => facts.importances + facts.numbers > 0 || facts.filled == 1,
        Role::Count => facts.numbers > 0 || facts.filled == 1,
        Role::Detail | Role::When => !(rank > 0 && facts.is_numbers()),
        _ => true,
    }
}

/// Takes the title: by its header, by a header like it, or as the column of short texts that
/// differ.
fn take_name(to: &mut Assignment, views: &[ColumnView]) {
    if !to.is_open(Role::Name) {
        return;
    }
    if take_two_names(to, views) {
        return;
    }
    let mut named: Vec<(usize, usize)> = to
        .free(views)
        .filter(|(_, view)| !has_label(views, view) && !is_firm(views, view))
        .filter_map(|(column, view)| Some((name_rank(view)?, column)))
        .collect();
    named.sort_unstable();
    // One text in all rows names none of them.
    let is_same = |column: usize| {
        let facts = &views[column].facts;
        facts.distinct == 1 && facts.filled > 2 && facts.filled == facts.rows
    };
    if named.iter().all(|(_, column)| is_same(*column)) {
        let other = best_texts(to, views).filter(|column| views[*column].facts.distinct > 1);
        if let Some(column) = other.filter(|_| !named.is_empty()) {
            to.infer(Role::Name, column, Basis::Content);
            return;
        }
    }
    if take_event_of_somebody(to, views, &named) {
        return;
    }
    if let [(rank, column), rest @ ..] = named.as_slice() {
        let rivals =
            rest.iter().filter(|(rank, _)| *rank < LIKE).map(|(_, column)| (Role::Name, *column));
        let doubled = rest.first().filter(|(_, second)| views[*second].name == views[*column].name);
        to.doubled.extend(doubled.map(|(_, second)| (Role::Name, *column, *second)));
        to.rivals.extend(rivals);
        let phrase = views[*column].name.phrase();
        match *rank < LIKE || is_of_time(&phrase) || is_step(&phrase) {
            true => {
                to.claim(Role::Name, *column);
            }
            false => to.infer(Role::Name, *column, Basis::Likeness),
        }
        return;
    }
    // Rows that stand for many events need no title.
    let is_count = |view: &ColumnView| {
        let rank = text_rank(Role::Count, &view.name.phrase());
        rank.is_some_and(|rank| fits(Role::Count, view, rank))
    };
    if to.free(views).any(|(_, view)| is_count(view)) {
        return;
    }
    let column = winners(to, views).or_else(|| best_texts(to, views)).or_else(|| {
        let mut free = to.free(views).filter(|(_, view)| view.facts.differs());
        free.next().map(|(column, _)| column)
    });
    if let Some(column) = column {
        to.infer(Role::Name, column, Basis::Content);
    }
}

/// Takes the event as the title and the name as the lane, where several events are of each name.
fn take_event_of_somebody(
    to: &mut Assignment,
    views: &[ColumnView],
    named: &[(usize, usize)],
) -> bool {
    let is_event =
        |column: usize| ["event", "event type"].contains(&views[column].name.phrase().as_str());
    let event = named.iter().find(|(_, column)| is_event(*column)).map(|(_, column)| *column);
    let first = named.first().map(|(_, column)| *column);
    let Some((name, event)) = first.zip(event) else { return false };
    let [names, events] = [name, event].map(|column| &views[column].facts);
    let is_of_several = names.filled > 2 && 2 * names.distinct <= names.filled;
    // A name that comes back names no event, where each has a text of its own.
    let is_of_some = names.distinct < names.filled && events.differs();
    let differs = events.distinct > names.distinct;
    if name == event || !(is_of_several || is_of_some) || !differs || !to.is_open(Role::Lane) {
        return false;
    }
    to.claim(Role::Name, event);
    to.infer(Role::Lane, name, Basis::Content);
    true
}

/// Takes a title of two columns: the two names of a person, the two sides of a match.
fn take_two_names(to: &mut Assignment, views: &[ColumnView]) -> bool {
    let named = |phrase: &str| {
        let mut free = to.free(views).filter(|(_, view)| view.facts.filled > 0);
        free.find(|(_, view)| view.name.phrase() == phrase).map(|(column, _)| column)
    };
    let is_part = |phrase: &str| {
        TWO_NAMES.iter().any(|(first, second, _)| *first == phrase || *second == phrase)
    };
    let is_titled = to.free(views).any(|(_, view)| {
        let phrase = view.name.phrase();
        let rank = text_rank(Role::Name, &phrase).filter(|_| !is_part(&phrase));
        rank.is_some_and(|rank| rank < PLAIN_NAMES)
    });
    let pair = TWO_NAMES.iter().find_map(|(first, second, joint)| {
        let (first, second) = named(first).zip(named(second))?;
        Some((first, (second, *joint)))
    });
    let Some((first, second)) = pair.filter(|_| !is_titled) else { return false };
    to.name_with = Some(second);
    to.claim(Role::Name, first)
}

/// So many of the usual headers of titles say that the row has one of its own.
const PLAIN_NAMES: usize = 12;

/// First words of headers that name a part of what a row tells.
const OF_OTHERS: [&str; 9] =
    ["job", "account", "user", "file", "host", "domain", "place", "first", "last"];

/// Rank of a header that only has a word of titles.
const LIKE: usize = 100;

/// How well a column's header names a title, if its cells could be titles.
fn name_rank(view: &ColumnView) -> Option<usize> {
    let facts = &view.facts;
    let exact = text_rank(Role::Name, &view.name.phrase());
    if exact == Some(0) || facts.filled == 0 && exact.is_some() {
        return exact;
    }
    let is_links = 2 * facts.links > facts.filled;
    if facts.is_dates_throughout() || facts.filled * 4 < facts.rows || is_links {
        return None;
    }
    let other = [Role::Category, Role::Detail, Role::Url, Role::When, Role::Count];
    let is_other = |word: &String| other.iter().any(|role| text_rank(*role, word).is_some());
    let words = &view.name.words;
    // The title of a job, the name of an account are not those of the row.
    let is_person = |word: &String| PERSONS.contains(&word.as_str());
    let is_of_other =
        words.len() > 1 && (OF_OTHERS.contains(&words[0].as_str()) || words.iter().any(is_person));
    let is_identifier = view.is_identifier();
    let like = || {
        let rank_of = |word: &String| {
            let step = if is_step(word) { LIKE / 2 } else { 0 };
            Some(text_rank(Role::Name, word)? + step)
        };
        let rank = words.iter().filter_map(rank_of).min()?;
        let is_name = !words.last().is_some_and(is_other) && !facts.is_numbers();
        is_name.then_some(
            LIKE + rank + if is_identifier || is_of_other || view.name.is_path { LIKE } else { 0 },
        )
    };
    // Beside a longer text a short one is the title.
    if let [short, text] = words.as_slice()
        && ["short", "brief"].contains(&short.as_str())
        && is_other(text)
    {
        return Some(LIKE + LIKE / 2);
    }
    // A period or an era may be the name of a time as well.
    let is_weak = |rank: usize| exact == Some(rank) && is_of_time(&view.name.phrase());
    match exact {
        Some(rank) if is_weak(rank) && facts.is_numbers() => None,
        Some(rank) if is_weak(rank) => Some(rank + LIKE + LIKE / 2),
        Some(rank) if is_step(&view.name.phrase()) => Some(rank + LIKE + LIKE / 4),
        exact => exact.or_else(like),
    }
}

/// Whether another column has the labels of what this one names by signs: item and itemLabel.
fn has_label(views: &[ColumnView], view: &ColumnView) -> bool {
    let label = format!("{} label", view.name.phrase());
    views.iter().any(|other| other.name.phrase() == label && other.facts.filled > 0)
}

/// Whether a label is the firm that sells what another column has the titles of: Album title, Label.
fn is_firm(views: &[ColumnView], view: &ColumnView) -> bool {
    let is_title = |other: &ColumnView| {
        let words = &other.name.words;
        words.len() > 1
            && words.last().is_some_and(|word| word == "title")
            && other.facts.filled > 0
    };
    view.name.phrase() == "label" && views.iter().any(is_title)
}

/// Whether a header of titles may be one of the steps that things go through.
fn is_step(phrase: &str) -> bool {
    ["stage", "phase", "step", "action", "topic"].contains(&phrase)
}

/// Whether a header of titles may be one of times.
fn is_of_time(phrase: &str) -> bool {
    ["period", "era"].contains(&phrase)
}

/// The column of those who won, where it is the first that names anybody: years and winners.
fn winners(to: &Assignment, views: &[ColumnView]) -> Option<usize> {
    let is_place = |view: &ColumnView| {
        view.name.words.iter().any(|word| VENUES.contains(&word.as_str()))
            || text_rank(Role::Category, &view.name.phrase()).is_some()
    };
    let mut named = to.free(views).filter(|(_, view)| {
        view.facts.as_names().is_some() && !view.is_identifier() && !is_place(view)
    });
    let (column, view) = named.next()?;
    WINNERS.contains(&view.name.words.first()?.as_str()).then_some(column)
}

/// The free column whose texts are most like titles.
fn best_texts(to: &Assignment, views: &[ColumnView]) -> Option<usize> {
    let scored = to.free(views).filter_map(|(column, view)| {
        let is_category = text_rank(Role::Category, &view.name.phrase()).is_some();
        let facts = &view.facts;
        let penalty = match facts.differs() {
            // D0, D2 under "Day" are counts.
            _ if view.is_identifier() || view.names_unit() => 20,
            _ if !is_category => 10,
            true => 12,
            false => 40,
        };
        Some((facts.as_names()? * 10 / penalty, std::cmp::Reverse(column)))
    });
    scored.max().map(|(_, column)| column.0)
}

/// Takes what names the rows of a wide table as its lanes.
fn take_row_names(to: &mut Assignment, views: &[ColumnView]) {
    let named = to.free(views).filter_map(|(column, view)| Some((name_rank(view)?, column)));
    let column = named.min().map(|(_, column)| column).or_else(|| best_texts(to, views));
    // Numbers tell rows apart where no text does.
    let numbered = || {
        to.free(views)
            .find(|(_, view)| view.facts.distinct == view.facts.rows && view.facts.filled > 1)
    };
    let column = column.or_else(|| numbered().map(|(column, _)| column));
    if let Some(column) = column {
        to.claim(Role::Lane, column);
    }
}

/// Takes a second column of titles as the description, if its texts are longer.
fn take_rival_as_detail(to: &mut Assignment, views: &[ColumnView]) {
    let length = |column: usize| {
        let facts = &views[column].facts;
        facts.letters / facts.filled.max(1)
    };
    let Some(name) = *to.roles.get(Role::Name) else { return };
    let longer = to.rivals.iter().find(|(role, column)| {
        *role == Role::Name && to.is_free(*column) && 2 * length(*column) > 3 * length(name)
    });
    if let Some(&(_, column)) = longer {
        to.infer(Role::Detail, column, Basis::Content);
    }
    let is_free: Vec<bool> = to.rivals.iter().map(|(_, column)| to.is_free(*column)).collect();
    let mut is_free = is_free.into_iter();
    to.rivals.retain(|_| is_free.next().unwrap_or(false));
}

/// Takes the column whose header ends in a word of a role.
fn take_like(to: &mut Assignment, views: &[ColumnView], role: Role) {
    let like = to.free(views).filter_map(|(column, view)| {
        let rank = text_rank(role, view.name.words.last()?)?;
        let is_own = view.name.words.len() > 1 && !view.name.is_path;
        let is_fit = is_own && fits(role, view, PLAIN_CATEGORIES.max(rank));
        is_fit.then_some((rank, column))
    });
    if let Some((_, column)) = like.min() {
        to.infer(role, column, Basis::Likeness);
    }
}
