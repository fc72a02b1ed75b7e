//! The words of dates: one table for each language, which reading and printing share.
//!
//! English is always read, and another language when it is chosen. A word is added to the table of
//! its language and nowhere else; a language is added as a table, a [`Locale`] and a line of
//! [`LANGUAGES`].

mod de;
mod en;
mod es;
mod fr;
mod hi;
mod it;
mod nl;
mod pl;
mod pt;
mod ru;
mod token;
mod tr;
mod ur;

pub(super) use en::PRINTED;
pub(super) use token::Token;

use super::{AgeUnit, DateSide};
use std::iter;
use std::str::FromStr;

/// Forms of one word, or words that mean the same, in lower case. Of two that begin alike the longer
/// comes first.
type Forms = &'static [&'static str];

/// The words by which a language is read.
pub(super) struct Language {
    /// Its code of two letters (ISO 639-1).
    code: &'static str,
    /// Names of the months, January first, in the forms that dates use (nominative and genitive),
    /// and abbreviations.
    months: [Forms; 12],
    /// Other single words: weekdays, seasons, quarters, thirds, eras, centuries, ordinals.
    words: &'static [(&'static str, Token)],
    /// Words that mean nothing in a date, as "of". They are ignored in every language.
    ignored: Forms,
    /// Endings that make a number an ordinal, as in 12th. They are read in every language.
    ordinal_endings: Forms,
    /// Endings that make a number a decade, as in 1960s.
    decade_endings: Forms,
    /// Words before an estimate: circa.
    pub(super) about: Forms,
    /// Words before a date that is not sure: perhaps.
    pub(super) perhaps: Forms,
    /// Words before a date that open it to a side: before, since.
    pub(super) sides: &'static [(Forms, DateSide)],
    /// Words after a date that open it to a side: or later.
    pub(super) sides_after: &'static [(Forms, DateSide)],
    /// Those of the words before the first date of a range that say that nobody knows when between
    /// its dates something was: between.
    pub(super) between: Forms,
    /// Words before the first date of a range, which may be none, and between its dates: from, to.
    pub(super) ranges: &'static [[&'static str; 2]],
    /// Words for the present.
    pub(super) present: Forms,
    /// Words before the last of several dates, one of which is meant: or.
    pub(super) one_of: Forms,
    /// Words before the last of several dates, all of which are meant: and.
    pub(super) all_of: Forms,
    /// Words between a day and a clock time: at.
    pub(super) at: Forms,
    /// Words after a clock time of twelve hours, and whether they mean its second half: pm.
    pub(super) half_days: &'static [(&'static str, bool)],
    /// Words for the unit of an age; symbols are those of [`AgeUnit`].
    pub(super) ages: &'static [(&'static str, AgeUnit)],
    /// Words for years before today, the last of which is not said: years ago.
    pub(super) ago: Forms,
    /// Words of the Julian calendar before or after a date.
    pub(super) julian: Forms,
}

impl Language {
    /// A language without words.
    const EMPTY: Self = Self {
        code: "",
        months: [&[]; 12],
        words: &[],
        ignored: &[],
        ordinal_endings: &[],
        decade_endings: &[],
        about: &[],
        perhaps: &[],
        sides: &[],
        sides_after: &[],
        between: &[],
        ranges: &[],
        present: &[],
        one_of: &[],
        all_of: &[],
        at: &[],
        half_days: &[],
        ages: &[],
        ago: &[],
        julian: &[],
    };

    /// The month, 1 to 12, that `word`, in lower case, names.
    fn month(&self, word: &str) -> Option<u32> {
        let index = self.months.iter().position(|forms| forms.contains(&word))?;
        u32::try_from(index + 1).ok()
    }

    fn token(&self, word: &str) -> Option<Token> {
        let other = || self.words.iter().find(|(known, _)| *known == word);
        self.month(word).map(Token::Month).or_else(|| other().map(|&(_, token)| token))
    }
}

/// The words by which dates are printed in a language.
pub(super) struct PrintedWords {
    /// Short names of the months, January first.
    pub(super) months: [&'static str; 12],
    /// Monday first.
    pub(super) weekdays: [&'static str; 7],
    /// Spring first.
    pub(super) seasons: [&'static str; 4],
    /// Before a season of the southern half of the globe.
    pub(super) southern: &'static str,
    /// Before a quarter's number.
    pub(super) quarter: &'static str,
    /// Before the number of half a year.
    pub(super) half: &'static str,
    pub(super) week: &'static str,
    pub(super) century: &'static str,
    pub(super) millennium: &'static str,
    /// The era before year 1.
    pub(super) bc: &'static str,
    /// The era from year 1 on.
    pub(super) ad: &'static str,
    pub(super) about: &'static str,
    pub(super) early: &'static str,
    pub(super) mid: &'static str,
    pub(super) late: &'static str,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    /// Before two dates, the second of which comes after `and`.
    pub(super) between: &'static str,
    pub(super) by: &'static str,
    pub(super) in_or_after: &'static str,
    pub(super) since: &'static str,
    pub(super) until: &'static str,
    pub(super) or: &'static str,
    pub(super) and: &'static str,
    pub(super) present: &'static str,
}

/// A language of dates besides English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Locale {
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Hindi.
    Hi,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Portuguese.
    Pt,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Urdu.
    Ur,
}

/// The languages besides English.
const LANGUAGES: [(Locale, &Language); 11] = [
    (Locale::De, &de::GERMAN),
    (Locale::Es, &es::SPANISH),
    (Locale::Fr, &fr::FRENCH),
    (Locale::Hi, &hi::HINDI),
    (Locale::It, &it::ITALIAN),
    (Locale::Nl, &nl::DUTCH),
    (Locale::Pl, &pl::POLISH),
    (Locale::Pt, &pt::PORTUGUESE),
    (Locale::Ru, &ru::RUSSIAN),
    (Locale::Tr, &tr::TURKISH),
    (Locale::Ur, &ur::URDU),
];

impl FromStr for Locale {
    type Err = String;

    /// The language's code of two letters, whatever follows it.
    fn from_str(text: &str) -> Result<Self, String> {
        let code = text.trim().get(..2).unwrap_or_default().to_ascii_lowercase();
        let found = LANGUAGES.iter().find(|(_, language)| language.code == code);
        found.map(|&(locale, _)| locale).ok_or_else(|| {
            let codes = LANGUAGES.map(|(_, language)| language.code).join(", ");
            format!("there are no words of dates in that language; choose {codes}")
        })
    }
}

/// The languages that a text is read in: English, and one more where it was chosen.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    other: Option<&'static Language>,
}

impl Languages {
    /// English, and the language of `locale`.
    pub(super) fn with(locale: Option<Locale>) -> Self {
        let language = |locale| LANGUAGES.iter().find(|(known, _)| *known == locale);
        Self { other: locale.and_then(language).map(|&(_, language)| language) }
    }

    /// Their tables, English first.
    pub(super) fn tables(self) -> impl DoubleEndedIterator<Item = &'static Language> + Clone {
        iter::once(&en::ENGLISH).chain(self.other)
    }

    /// What `word`, in lower case, means; none for a word that means nothing.
    pub(super) fn token(self, word: &str) -> Option<Token> {
        let known = self.tables().find_map(|language| language.token(word));
        let is_ignored = || all().any(|language| language.ignored.contains(&word));
        known.or_else(|| (!is_ignored()).then_some(Token::Unknown))
    }

    /// What a number becomes by the ending after its digits.
    pub(super) fn ended(self, ending: &str, value: i64, digits: usize) -> Option<Token> {
        if ending.is_empty() {
            return None;
        }
        if self.tables().any(|language| language.decade_endings.contains(&ending)) {
            return Some(Token::Decade(value, digits));
        }
        let is_ordinal = all().any(|language| language.ordinal_endings.contains(&ending));
        is_ordinal.then_some(Token::Ordinal(value))
    }
}

/// Every language.
fn all() -> impl Iterator<Item = &'static Language> {
    iter::once(&en::ENGLISH).chain(LANGUAGES.into_iter().map(|(_, language)| language))
}

/// The month, 1 to 12, that `word`, in lower case, names in English.
pub(super) fn english_month(word: &str) -> Option<u32> {
    en::ENGLISH.month(word)
}

/// The code of the first language besides English in which `word`, in lower case, names a month.
pub(super) fn code_by_month(word: &str) -> Option<&'static str> {
    let mut languages = LANGUAGES.into_iter().map(|(_, language)| language);
    languages.find(|language| language.month(word).is_some()).map(|language| language.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words are found in lower case, and the longer of two that begin alike must come first, as
    /// the first that fits is taken.
    #[test]
    fn tables_are_in_lower_case_and_no_word_hides_another() {
        for language in all() {
            let single = language.words.iter().map(|(word, _)| *word);
            let months = language.months.into_iter().flatten().copied();
            for word in single.chain(months).chain(language.ignored.iter().copied()) {
                assert_eq!(word, word.to_lowercase(), "{}", language.code);
            }
            let lists = [language.about, language.perhaps, language.present, language.julian];
            let sides = language.sides.iter().map(|(words, _)| *words);
            for words in lists.into_iter().chain(sides) {
                for (index, word) in words.iter().enumerate() {
                    let hidden = words[index + 1..].iter().find(|next| {
                        next.strip_prefix(word)
                            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
                    });
                    assert_eq!(hidden, None, "{}: {word}", language.code);
                }
            }
        }
    }
}
