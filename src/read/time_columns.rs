//! The columns that hold time: dates, ends, their parts, durations; and tables whose columns are
//! dates of several events each. In: headers and facts; out: roles.

use super::assignment::{Assignment, Basis, ColumnView};
use super::column_facts::ColumnFacts;
use super::date_parts::is_suffix;
use super::header_name::HeaderName;
use super::roles::Role;
use super::words::{self, DurationUnit, TimeWord, duration_unit, text_rank, time_words};

/// Ranks of claims, the strongest first.
const EXACT: u32 = 0;
const OF_ITS_NATURE: u32 = 10;
const MADE_KNOWN: u32 = 12;
const OF_A_ROW: u32 = 15;
const BY_LIKENESS: u32 = 20;
const OF_A_CHANGE: u32 = 60;
/// Of columns that are named like dates and hold none: the last resort, so that faults are told.
const UNFIT: u32 = 80;

/// What a column may say of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TimeClaim {
    column: usize,
    role: Role,
    rank: u32,
    is_like: bool,
}

/// The words of a header that have to do with time, and whether it has others.
struct TimeHeader {
    words: Vec<TimeWord>,
    has_others: bool,
    /// Whether it names a part of something.
    is_path: bool,
}

impl TimeHeader {
    fn of(name: &HeaderName) -> Option<Self> {
        let is_text = [Role::Detail, Role::Category, Role::Url, Role::When];
        let says = |phrase: &str| is_text.iter().any(|role| text_rank(*role, phrase).is_some());
        let last = name.words.last()?;
        if time_words(last).is_empty() && name.words.len() > 1 && says(last)
            || text_rank(Role::When, &name.phrase()).is_some_and(|rank| rank > 0)
        {
            return None;
        }
        let (mut words, mut has_others) = (Vec::new(), false);
        for word in &name.words {
            let found = time_words(word);
            let is_named = text_rank(Role::Name, word).is_some();
            // What is part of something else may be of another time than the event.
            let is_named = is_named && !name.is_path;
            let is_neutral = words::is_filler(word) || is_suffix(word) || is_named;
            has_others |= found.is_empty() && !is_neutral;
            words.extend(found);
        }
        (!words.is_empty()).then_some(Self { words, has_others, is_path: name.is_path })
    }

    fn has(&self, word: TimeWord) -> bool {
        self.words.contains(&word)
    }

    /// Whether it speaks of the end alone.
    fn is_end(&self) -> bool {
        let is_start = self.has(TimeWord::Start) || self.has(TimeWord::Begun);
        (self.has(TimeWord::End) || self.has(TimeWord::Ended)) && !is_start
    }

    /// Whether it names the beginning or the end as such.
    fn names_a_side(&self) -> bool {
        self.has(TimeWord::Start) || self.has(TimeWord::End)
    }

    /// Whether it speaks of the row or of a text, not of the event.
    fn is_of_record(&self) -> bool {
        [TimeWord::Published, TimeWord::Record, TimeWord::Changed]
            .iter()
            .any(|word| self.has(*word))
    }

    /// The role that it names.
    fn role(&self) -> Role {
        let parts = [
            (TimeWord::Year, Role::Year, Role::EndYear),
            (TimeWord::Month, Role::Month, Role::EndMonth),
            (TimeWord::Day, Role::Day, Role::EndDay),
            (TimeWord::Clock, Role::Time, Role::EndTime),
        ];
        let mut named = parts.iter().filter(|(word, ..)| self.has(*word));
        let whole = if self.is_end() { Role::End } else { Role::Date };
        match (named.next(), named.next()) {
            // As a part of a date: start_date.year.
            (Some(&(word, start, end)), None)
                if self.words.last() == Some(&word) && self.has(TimeWord::Date) && self.is_path =>
            {
                if self.is_end() {
                    end
                } else {
                    start
                }
            }
            _ if self.has(TimeWord::Date) => whole,
            (Some(&(_, start, end)), None) => {
                if self.is_end() {
                    end
                } else {
                    start
                }
            }
            (Some(_), Some(_)) => whole,
            _ if self.has(TimeWord::Duration) && !self.names_a_side() => Role::Duration,
            _ => whole,
        }
    }

    /// How strongly it names its role.
    fn rank(&self) -> u32 {
        let rank = match () {
            () if self.has(TimeWord::Changed) => OF_A_CHANGE,
            () if self.has(TimeWord::Record) => OF_A_ROW,
            () if self.has(TimeWord::Published) => MADE_KNOWN,
            () if self.has(TimeWord::Start) || self.has(TimeWord::End) => EXACT + 1,
            () if self.has(TimeWord::Date) => EXACT,
            () if self.has(TimeWord::Begun) || self.has(TimeWord::Ended) => EXACT + 5,
            () if self.role() != Role::Date && self.role() != Role::End => EXACT + 3,
            () => OF_ITS_NATURE,
        };
        let is_version = self.has(TimeWord::Version);
        rank + u32::from(is_version) + if self.has_others { BY_LIKENESS } else { 0 }
    }
}

/// Gives the roles of time to columns.
pub(super) fn assign_times(to: &mut Assignment, views: &[ColumnView]) {
    let mut claims: Vec<TimeClaim> =
        to.free(views).filter_map(|(column, view)| claim(column, view)).collect();
    claims.sort_by_key(|claim| (claim.rank, claim.column));
    note_doubled(to, views, &claims);
    if find_milestones(to, views, &claims) {
        return;
    }
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
    take_best(to, &claims, Role::Duration);
    let rivals = to.free(views).filter(|(_, view)| view.facts.is_dates_throughout());
    let rivals: Vec<_> = rivals.map(|(column, _)| (Role::Date, column)).collect();
    to.rivals.extend(rivals);
}

/// Decides between a date in words and the years that it begins and ends with, as museums have
/// them: the words say more where they are dates, and else are what is shown.
fn settle_catalogue(to: &mut Assignment, views: &[ColumnView], claims: &mut Vec<TimeClaim>) {
    let find = |wanted: &dyn Fn(&TimeHeader) -> bool, role: Role| {
        let mut found = claims.iter().filter(|claim| claim.role == role && claim.rank < UNFIT);
        found.find(|claim| TimeHeader::of(&views[claim.column].name).is_some_and(|it| wanted(&it)))
    };
    let is_plain = |view: &ColumnView| {
        TimeHeader::of(&view.name).is_some_and(|header| header.words == [TimeWord::Date])
    };
    let plain = to.free(views).find(|(_, view)| is_plain(view)).map(|(column, _)| column);
    let start = |header: &TimeHeader| header.has(TimeWord::Start) && !header.has(TimeWord::End);
    let start_role = find(&start, Role::Date).or_else(|| find(&start, Role::Year));
    let end = |header: &TimeHeader| header.has(TimeWord::End);
    let end_role = find(&end, Role::End).or_else(|| find(&end, Role::EndYear));
    let (Some(words), Some(start), Some(end)) = (plain, start_role, end_role) else {
        return;
    };
    let ends = [start.column, end.column];
    let facts = &views[words].facts;
    let is_throughout = facts.filled > 0 && facts.dates + facts.years == facts.filled;
    if is_throughout && facts.vague > 0 {
        claims.retain(|claim| !ends.contains(&claim.column));
    } else if !is_throughout {
        claims.retain(|claim| claim.column != words);
        to.claim(Role::When, words);
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
            && TimeHeader::of(&view.name)
                .is_some_and(|header| header.has(TimeWord::Part) && !header.has_others)
    };
    let found = to.free(views).find(|(_, view)| is_part(view)).map(|(column, _)| column);
    to.part = found;
}

/// Takes the date that is aimed at as the end of what has a start.
fn take_target(to: &mut Assignment, views: &[ColumnView]) {
    let has = |column: Option<usize>, word: TimeWord| {
        let header = column.and_then(|column| TimeHeader::of(&views[column].name));
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
    let header = TimeHeader::of(&view.name)?;
    let (facts, rank) = (&view.facts, header.rank());
    let is_weak = header.has_others || rank >= OF_ITS_NATURE;
    let with = |role, rank| Some(TimeClaim { column, role, rank, is_like: header.has_others });
    let whole = if header.is_end() { Role::End } else { Role::Date };
    let clock = if header.is_end() { Role::EndTime } else { Role::Time };
    let holds_dates = facts.is_mostly_dates();
    match header.role() {
        Role::Duration => {
            let unit = unit_of(&view.name).is_some();
            if facts.is_durations(unit) { with(Role::Duration, rank) } else { None }
        }
        role @ (Role::Date | Role::End) => match () {
            () if facts.is_clocks() => with(clock, rank),
            () if holds_dates || facts.filled == 0 => with(role, rank),
            () if is_weak => None,
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

/// The unit of the durations in a column: what is in its brackets, or a word of its header.
pub(super) fn unit_of(name: &HeaderName) -> Option<DurationUnit> {
    let unit = name.unit.as_deref().and_then(duration_unit);
    unit.or_else(|| name.words.iter().rev().find_map(|word| duration_unit(word)))
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
    let is_weak = best(Role::Date).is_some_and(|date| has_year && date.rank >= OF_A_CHANGE);
    if !is_weak {
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
        .map(|(column, _)| column)
        .collect();
    let is_slip = |view: &ColumnView| {
        TimeHeader::of(&view.name).is_none() && words::is_slip_of_date(&view.name.phrase())
    };
    let like = to.free(views).find(|(_, view)| is_slip(view));
    match (throughout.as_slice(), years.as_slice()) {
        ([first, ..], _) => to.infer(Role::Date, *first, Basis::Content),
        ([], [first]) => to.infer(Role::Date, *first, Basis::Content),
        _ => {
            let unfit = claims.iter().find(|claim| claim.role == Role::Date);
            let counted = to.free(views).find(|(_, view)| is_counted(view));
            if counted.is_none() && take_counted_ends(to, views, claims) {
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

/// Takes the columns of months or days that are counted, and no parts of dates, as no year is there:
/// start month, end month.
fn take_counted_ends(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) -> bool {
    let find = |roles: [Role; 2], word: TimeWord| {
        let mut fitting = claims.iter().filter(|claim| roles.contains(&claim.role));
        fitting.find(|claim| {
            let view = &views[claim.column];
            let has_word = TimeHeader::of(&view.name).is_some_and(|header| header.has(word));
            has_word && view.facts.filled > 0 && view.facts.numbers == view.facts.filled
        })
    };
    let start = find([Role::Month, Role::Day], TimeWord::Start);
    let end = find([Role::EndMonth, Role::EndDay], TimeWord::End);
    let (Some(start), Some(end)) = (start, end) else { return false };
    to.roles.set(Role::EndMonth, None);
    to.roles.set(Role::EndDay, None);
    to.claim(Role::Date, start.column) && to.claim(Role::End, end.column)
}

/// Whether a column counts from an origin: Day 0, or numbers under the name of a unit.
fn is_counted(view: &ColumnView) -> bool {
    let facts = &view.facts;
    let counts = if view.names_unit() { facts.counts + facts.numbers } else { facts.counts };
    facts.filled > 0 && counts == facts.filled
}

/// Whether two columns of dates are the beginning and the end of one thing: took office, left office.
fn are_ends(views: &[ColumnView], columns: &[usize]) -> bool {
    let headers = columns.iter().map(|column| TimeHeader::of(&views[*column].name));
    let ends: Vec<bool> = headers.flatten().map(|header| header.is_end()).collect();
    columns.len() == 2 && ends == [false, true]
}

/// Finds the columns of a wide table: two or more dates a row, none of which is the start, the end
/// or a version of another.
fn find_milestones(to: &mut Assignment, views: &[ColumnView], claims: &[TimeClaim]) -> bool {
    let names_one = |claim: &&TimeClaim| {
        matches!(claim.role, Role::Date | Role::End | Role::Year) && claim.rank < OF_ITS_NATURE
    };
    let is_decided = [Role::Date, Role::Year, Role::Name].iter().any(|role| to.is_settled(*role));
    if is_decided || claims.iter().any(|claim| names_one(&claim)) {
        return false;
    }
    let is_event = |view: &ColumnView| {
        let header = TimeHeader::of(&view.name);
        !view.header.is_empty()
            && view.facts.is_dates_throughout()
            && !header.is_some_and(|header| header.is_of_record())
    };
    let found = to.free(views).filter(|(_, view)| is_event(view));
    let found: Vec<usize> = found.map(|(column, _)| column).collect();
    let is_version = |column: &usize| {
        TimeHeader::of(&views[*column].name).is_some_and(|header| header.has(TimeWord::Version))
    };
    if found.len() < 2 || found.iter().any(is_version) || are_ends(views, &found) {
        return false;
    }
    to.milestones = found;
    true
}
