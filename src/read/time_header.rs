//! What a header says of time: which role it names, and how strongly. In: a header as words; knows no
//! cells.

use super::header_name::HeaderName;
use super::header_unit::{self, HeaderUnit};
use super::roles::Role;
use super::words::{self, TimeWord, text_rank, time_words};

/// Ranks of claims, the strongest first.
pub(super) const EXACT: u32 = 0;
pub(super) const OF_ITS_NATURE: u32 = 10;
pub(super) const MADE_KNOWN: u32 = 12;
pub(super) const OF_A_ROW: u32 = 15;
pub(super) const BY_LIKENESS: u32 = 20;
pub(super) const OF_A_CHANGE: u32 = 60;
/// Of columns that are named like dates and hold none: the last resort, so that faults are told.
pub(super) const UNFIT: u32 = 80;

/// The words of a header that have to do with time, and whether it has others.
#[derive(Clone, Debug)]
pub(super) struct TimeHeader {
    pub words: Vec<TimeWord>,
    /// Its words that say something else.
    pub others: Vec<String>,
    /// Whether it gives the numbers below it a unit or an era.
    pub has_unit: bool,
    /// Whether it names a part of something.
    is_path: bool,
}

impl TimeHeader {
    pub(super) fn of(name: &HeaderName) -> Option<Self> {
        let is_text = [Role::Detail, Role::Category, Role::Url, Role::When];
        let says = |phrase: &str| is_text.iter().any(|role| text_rank(*role, phrase).is_some());
        let last = name.words.last()?;
        // What is to be done.
        if matches!(name.phrase().as_str(), "to do" | "to dos") {
            return None;
        }
        // How old somebody was then.
        if let [age, at, ..] = name.words.as_slice()
            && age == "age"
            && ["at", "on", "when", "upon"].contains(&at.as_str())
        {
            return None;
        }
        if time_words(last).is_empty() && name.words.len() > 1 && says(last)
            || text_rank(Role::When, &name.phrase()).is_some_and(|rank| rank > 0)
        {
            return None;
        }
        let unit = HeaderUnit::of(name);
        let mut said = unit.as_ref().map_or_else(|| name.words.clone(), |unit| unit.words.clone());
        let mut words = take_phrases(&mut said);
        let mut others = Vec::new();
        let is_age = unit.as_ref().is_some_and(HeaderUnit::is_age);
        for word in said {
            let found = time_words(&word);
            let found =
                if is_age { side_of_age(&word).map_or(found, |side| vec![side]) } else { found };
            let is_named = text_rank(Role::Name, &word).is_some();
            // What is part of something else may be of another time than the event.
            let is_named = is_named && !name.is_path;
            let is_neutral = words::is_filler(&word) || header_unit::is_unit(&word) || is_named;
            words.extend(&found);
            if found.is_empty() && !is_neutral {
                others.push(word);
            }
        }
        if words.contains(&TimeWord::Changed) {
            words.retain(|word| !matches!(word, TimeWord::First | TimeWord::Last));
        }
        if unit.is_some() && words.is_empty() {
            words.push(TimeWord::Happening);
        }
        let has_unit = unit.is_some();
        (!words.is_empty()).then_some(Self { words, others, has_unit, is_path: name.is_path })
    }

    /// Whether it has words that say something else.
    pub(super) fn has_others(&self) -> bool {
        !self.others.is_empty()
    }

    pub(super) fn has(&self, word: TimeWord) -> bool {
        self.words.contains(&word)
    }

    /// Whether it speaks of the end alone.
    pub(super) fn is_end(&self) -> bool {
        let ends = [TimeWord::End, TimeWord::Ended, TimeWord::Last];
        ends.iter().any(|word| self.has(*word)) && !self.is_start()
    }

    /// Whether it speaks of the beginning.
    pub(super) fn is_start(&self) -> bool {
        [TimeWord::Start, TimeWord::Begun, TimeWord::First].iter().any(|word| self.has(*word))
    }

    /// Whether it names the beginning or the end as such.
    pub(super) fn names_a_side(&self) -> bool {
        self.has(TimeWord::Start) || self.has(TimeWord::End)
    }

    /// Whether it speaks of the row or of a text, not of the event.
    pub(super) fn is_of_record(&self) -> bool {
        [TimeWord::Published, TimeWord::Stage, TimeWord::Record, TimeWord::Changed]
            .iter()
            .any(|word| self.has(*word))
    }

    /// The role that it names.
    pub(super) fn role(&self) -> Role {
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
    pub(super) fn rank(&self) -> u32 {
        let rank = match () {
            () if self.has(TimeWord::Changed) => OF_A_CHANGE,
            () if self.has(TimeWord::Record) || self.has(TimeWord::Stage) => OF_A_ROW,
            () if self.has(TimeWord::Published) => MADE_KNOWN,
            () if self.has(TimeWord::Start) || self.has(TimeWord::End) => EXACT + 1,
            () if self.has(TimeWord::Date) => EXACT,
            () if self.has(TimeWord::Begun) || self.has(TimeWord::Ended) => EXACT + 5,
            () if self.role() != Role::Date && self.role() != Role::End => EXACT + 3,
            () => OF_ITS_NATURE,
        };
        let is_version = self.has(TimeWord::Version);
        rank + u32::from(is_version) + if self.has_others() { BY_LIKENESS } else { 0 }
    }
}

/// Names of times that are made of two words.
const PHRASES: [(&str, TimeWord); 14] = [
    ("check in", TimeWord::Travel),
    ("check out", TimeWord::Travel),
    ("take off", TimeWord::Travel),
    ("kick off", TimeWord::Clock),
    ("tip off", TimeWord::Clock),
    ("laid down", TimeWord::Begun),
    ("in force", TimeWord::Happening),
    ("tahta cikis", TimeWord::Begun),
    ("tahttan inis", TimeWord::Ended),
    ("bắt đầu", TimeWord::Start),
    ("kết thuc", TimeWord::End),
    ("last activity", TimeWord::Changed),
    ("last update", TimeWord::Changed),
    ("last login", TimeWord::Changed),
];

/// Takes such names out of the words of a header; gives what they say.
fn take_phrases(words: &mut Vec<String>) -> Vec<TimeWord> {
    let mut found = Vec::new();
    for (phrase, says) in PHRASES {
        let is_here = |pair: &[String]| pair.join(" ") == phrase;
        if let Some(at) = words.windows(2).position(is_here) {
            words.drain(at..at + 2);
            found.push(says);
        }
    }
    found
}

/// The side that a word before a unit of ages stands for: base and top of a layer, the oldest and the
/// youngest find.
fn side_of_age(word: &str) -> Option<TimeWord> {
    match word {
        "base" | "bottom" | "lower" | "max" | "maximum" | "oldest" | "older" | "fad" => {
            Some(TimeWord::Start)
        }
        "top" | "upper" | "min" | "minimum" | "youngest" | "younger" | "lad" => Some(TimeWord::End),
        _ => None,
    }
}
