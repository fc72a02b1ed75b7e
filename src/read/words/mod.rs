//! The words of tables: headers by what they say of an event, words for what is missing, totals
//! and units, one table for each language. All languages are always read, for a header is checked
//! against the cells below it.
//!
//! All words are in lower case and without accents, as `header_name` folds them. A word is added
//! to the table of its language and nowhere else.

mod ar;
mod asian;
mod cs;
mod de;
mod el;
mod en;
mod en_texts;
mod es;
mod fr;
mod hi;
mod hu;
mod it;
mod nl;
mod nordic;
mod others;
mod pl;
mod pt;
mod romance;
mod ru;
mod sv;
mod tr;
mod uk;

use super::Role;
use super::header_name::folded;
use crate::date::Locale;
use crate::error::nearest;

use crate::word_index::WordIndex;
use std::sync::LazyLock;

/// Words that mean the same, the strongest first.
pub(super) type WordForms = &'static [&'static str];

/// What a word in a header says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeWord {
    /// A date.
    Date,
    /// The beginning.
    Start,
    /// The end.
    End,
    /// The year of a date.
    Year,
    /// The month of a date.
    Month,
    /// The day of a date.
    Day,
    /// The clock time of a date.
    Clock,
    /// How long something lasts.
    Duration,
    /// Something that begins: opened, born.
    Begun,
    /// Something that ends: closed, died, due.
    Ended,
    /// The first of several times: first aired, earliest.
    First,
    /// The last of them: last aired, latest. An end beside a first or a start alone.
    Last,
    /// The beginning or the end of a way or a stay, whichever comes first: departure, arrival.
    Travel,
    /// A part of the year that another column gives: quarter, week.
    Part,
    /// What has a date by its nature, if its cells read so: released, quarter.
    Happening,
    /// When it was made known: published.
    Published,
    /// A step that a thing of paper goes through: submitted, filed. When its row was made, where no
    /// other step has a date.
    Stage,
    /// When a row was made: created.
    Record,
    /// When a row was changed: updated. No event of its own.
    Changed,
    /// Which of several dates of one event it is: planned, actual.
    Version,
}

/// A unit in which durations are written, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DurationUnit {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// The words of tables in one language.
pub(super) struct TableWords {
    /// Words of headers that have to do with time.
    times: &'static [(TimeWord, WordForms)],
    /// Headers of columns that have nothing to do with time, as phrases; the strongest first.
    texts: &'static [(Role, WordForms)],
    /// Words for a value that is not there.
    missing: WordForms,
    /// Words for a date that exists and that nobody knows.
    unknown: WordForms,
    /// Words at the beginning of a row that sums up.
    totals: WordForms,
    /// Words for units of durations.
    units: &'static [(DurationUnit, WordForms)],
    /// Words that say nothing in a header.
    fillers: WordForms,
}

impl TableWords {
    /// A language without words.
    const EMPTY: Self = Self {
        times: &[],
        texts: &[],
        missing: &[],
        unknown: &[],
        totals: &[],
        units: &[],
        fillers: &[],
    };
}

static LANGUAGES: [&TableWords; 21] = [
    &en::WORDS,
    &de::WORDS,
    &fr::WORDS,
    &es::WORDS,
    &it::WORDS,
    &nl::WORDS,
    &pl::WORDS,
    &pt::WORDS,
    &ru::WORDS,
    &tr::WORDS,
    &asian::WORDS,
    &sv::WORDS,
    &cs::WORDS,
    &hu::WORDS,
    &el::WORDS,
    &uk::WORDS,
    &ar::WORDS,
    &hi::WORDS,
    &others::WORDS,
    &nordic::WORDS,
    &romance::WORDS,
];

/// What a word of a header says of time in any language; one that is made of two, as Startdatum,
/// says what both do.
pub(super) fn time_words(word: &str) -> Vec<TimeWord> {
    let found = simple_time_words(word);
    if !found.is_empty() {
        return found;
    }
    // Short Latin words meet by chance within others.
    let is_long = |half: &str| half.len() > 2;
    let splits = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    splits
        .filter(|(head, tail)| is_long(head) && is_long(tail))
        .map(|(head, tail)| (simple_time_words(head), simple_time_words(tail)))
        .find(|(head, tail)| !head.is_empty() && !tail.is_empty())
        .map_or(Vec::new(), |(head, tail)| head.into_iter().chain(tail).collect())
}

/// What words of all languages say of time: every part of a header is looked up.
static TIMES: LazyLock<WordIndex<TimeWord>> = LazyLock::new(|| {
    let meanings = LANGUAGES.iter().flat_map(|language| language.times);
    WordIndex::new(meanings.flat_map(|(meaning, forms)| forms.iter().map(|word| (*word, *meaning))))
});

fn simple_time_words(word: &str) -> Vec<TimeWord> {
    let mut meanings = Vec::new();
    for meaning in TIMES.get(word) {
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }
    meanings
}

/// The languages besides English in which a header names a date or a title; none where it is English,
/// too.
pub(super) fn languages_of(phrase: &str) -> Vec<Locale> {
    use Locale::{
        Ar, Ca, Cs, Da, De, El, Es, Fi, Fr, Hi, Hu, It, Ja, Ko, Nb, Nl, Pl, Pt, Ro, Ru, Sv, Tr, Uk,
        Ur, Zh,
    };
    const LOCALES: [&[Locale]; 20] = [
        &[De],
        &[Fr],
        &[Es],
        &[It],
        &[Nl],
        &[Pl],
        &[Pt],
        &[Ru],
        &[Tr],
        &[Zh, Ja, Ko],
        &[Sv],
        &[Cs],
        &[Hu],
        &[El],
        &[Uk],
        &[Ar, Ur],
        &[Hi],
        &[],
        &[Da, Nb, Fi],
        &[Ro, Ca],
    ];
    let names = |language: &TableWords| {
        let is_name =
            |(role, forms): &(Role, WordForms)| *role == Role::Name && forms.contains(&phrase);
        language.texts.iter().any(is_name)
            || language.times.iter().any(|(_, forms)| forms.contains(&phrase))
    };
    // Geburtsdatum: both halves are of the language.
    let joins = |language: &TableWords| {
        let is_time = |half: &str| language.times.iter().any(|(_, forms)| forms.contains(&half));
        let splits = phrase.char_indices().skip(1).map(|(at, _)| phrase.split_at(at));
        splits
            .into_iter()
            .any(|(head, tail)| head.len() > 2 && tail.len() > 2 && is_time(head) && is_time(tail))
    };
    let [english, others @ ..] = &LANGUAGES;
    if names(english) {
        return Vec::new();
    }
    let is_of = |language: &TableWords| names(language) || joins(language);
    let named = others.iter().zip(LOCALES).filter(|(language, _)| is_of(language));
    named.flat_map(|(_, locales)| locales.iter().copied()).collect()
}

/// Whether a header is a slip of the pen for one that names the date.
pub(super) fn is_slip_of_date(phrase: &str) -> bool {
    let roles = [Role::Name, Role::Detail, Role::Category, Role::Lane];
    let is_other = roles.iter().any(|role| text_rank(*role, phrase).is_some());
    !is_other && nearest([phrase].into_iter(), &["date", "start", "year"]).is_some()
}

/// Whether a word says nothing in a header.
pub(super) fn is_filler(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.fillers.contains(&word))
}

/// How strongly a header that is this phrase stands for a role, 0 being the strongest.
pub(super) fn text_rank(role: Role, phrase: &str) -> Option<usize> {
    let lists = LANGUAGES.iter().flat_map(|language| language.texts);
    let lists = lists.filter(|(listed, _)| *listed == role);
    lists.filter_map(|(_, forms)| forms.iter().position(|form| *form == phrase)).min()
}

/// What a cell says that gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// There is none: NA, null, a dash.
    None,
    /// There is one, which is not known: TBD, a question mark.
    Unknown,
}

/// The words of all languages for what is missing.
static MISSING: LazyLock<WordIndex<Missing>> = LazyLock::new(|| {
    let words = |list: WordForms, what| list.iter().map(move |word| (*word, what));
    let languages = LANGUAGES.iter();
    let none = languages.clone().flat_map(|language| words(language.missing, Missing::None));
    WordIndex::new(
        none.chain(languages.flat_map(|language| words(language.unknown, Missing::Unknown))),
    )
});

/// Bytes of a cell that says that something is missing, at most: those of the longest word, with
/// accents and brackets.
const LONGEST_MISSING: usize = 40;

/// What a cell says that gives no value; nothing if it gives one.
pub(super) fn missing(text: &str) -> Option<Missing> {
    // Many cells are asked, and no word for what is missing begins with such a digit.
    let is_number = text.starts_with(|c: char| ('1'..='9').contains(&c));
    if text.is_empty() || text.len() > LONGEST_MISSING || is_number {
        return None;
    }
    let word = folded(text);
    let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"'));
    if !word.is_empty() && word.chars().all(|c| matches!(c, '-' | '–' | '—' | '−')) {
        return Some(Missing::None);
    }
    MISSING.get(word).next()
}

/// Whether a text is the beginning of a row that sums up.
pub(super) fn is_total(text: &str) -> bool {
    let word = folded(text);
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    LANGUAGES.iter().any(|language| language.totals.contains(&word))
}

/// The unit that a word means.
pub(super) fn duration_unit(word: &str) -> Option<DurationUnit> {
    let all = LANGUAGES.iter().flat_map(|language| language.units);
    all.into_iter().find(|(_, forms)| forms.contains(&word)).map(|&(unit, _)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_headers_are_folded() {
        let words = LANGUAGES.iter().flat_map(|language| {
            let times = language.times.iter().flat_map(|(_, forms)| *forms);
            let texts = language.texts.iter().flat_map(|(_, forms)| *forms);
            let units = language.units.iter().flat_map(|(_, forms)| *forms);
            let others = [language.missing, language.unknown, language.totals, language.fillers];
            times.chain(texts).chain(units).chain(others.into_iter().flatten())
        });
        for word in words {
            assert_eq!(folded(word), **word);
        }
    }

    #[test]
    fn what_is_missing_and_what_is_not_known() {
        for text in ["NA", "n/a", "NULL", "n.d.", "undated", "-", "—", "--", "(none)", "NaT", "s/d"]
        {
            assert_eq!(missing(text), Some(Missing::None), "{text}");
        }
        for text in ["TBD", "?", "unknown", "tbc", "???", "Unbekannt"] {
            assert_eq!(missing(text), Some(Missing::Unknown), "{text}");
        }
        for text in ["", "2010", "Nadia", "present", "1990-", "0"] {
            assert_eq!(missing(text), None, "{text}");
        }
    }

    #[test]
    fn words_of_two_parts_say_both() {
        let cases = [
            ("startdatum", vec![TimeWord::Start, TimeWord::Date]),
            ("enddate", vec![TimeWord::End, TimeWord::Date]),
            ("einddatum", vec![TimeWord::End, TimeWord::Date]),
        ];
        for (word, expected) in cases {
            assert_eq!(time_words(word), expected, "{word}");
        }
        assert_eq!(time_words("candidate"), []);
        assert_eq!(time_words("updates"), []);
    }
}
