//! What running text in a language says around its dates: small words, abbreviations, nouns that
//! are counted, dates that are told from others.
//!
//! The words of the dates themselves are in [`crate::date`]. A word is added to the table of its
//! language and nowhere else.

mod de;
mod en;
mod es;
mod fr;
mod other;
mod ru;
mod times;

use crate::date::{DateSide, Locale};
pub(super) use times::{Origin, RelativeTimes, Shift, TimeStep};

pub(super) type WordList = &'static [&'static str];

/// The words of running text in one language, all in lower case.
pub(super) struct DraftLanguage {
    pub locale: Locale,
    /// Articles, prepositions, pronouns and conjunctions: by them a language is known, and they
    /// are no nouns after a number.
    pub small: WordList,
    /// Words with a full stop that never end a sentence.
    pub abbreviations: WordList,
    /// Words with a full stop that may end a sentence.
    pub closing_abbreviations: WordList,
    /// Words before a number of four digits that is a year.
    pub before_year: WordList,
    /// Words before the name of a month without day and year.
    pub before_month: WordList,
    /// Words beside a number that say that it is a year, whatever its digits.
    pub year_words: WordList,
    /// Nouns, symbols and other words after a number that say that it is no year.
    pub counted: WordList,
    /// Words before a number that say that it is no year, as "page".
    pub numbered: WordList,
    /// Names of things that are told apart by their year.
    pub held: WordList,
    /// Whether years need no word before them.
    pub has_bare_years: bool,
    /// Whether the verb comes second, whatever is first.
    pub has_inversion: bool,
    /// Whether the names of months have capitals.
    pub has_capital_months: bool,
    /// Words before the first date of a range and between the two; whether nobody knows when.
    pub ranges: &'static [(&'static str, WordList)],
    /// Words before a date that open it to a side.
    pub sides: &'static [(&'static str, DateSide)],
    /// Words for the first and the second half of a date.
    pub halves: [WordList; 2],
    /// Times that are told from others.
    pub times: &'static RelativeTimes,
    /// Words of what is still to come.
    pub future: WordList,
    /// Words that begin a clause.
    pub clauses: WordList,
    /// Words before a date that belong to it, at the beginning or end of a clause.
    pub leads: WordList,
    /// Words that begin a phrase which may stand before the subject.
    pub prepositions: WordList,
    /// Words for parts of a date beside those of its table.
    pub joints: WordList,
}

impl DraftLanguage {
    /// The words of the language of `locale`; those of all languages for one without a table.
    pub(super) fn of(locale: Locale) -> &'static Self {
        let known = [&en::LANGUAGE, &de::LANGUAGE, &fr::LANGUAGE, &es::LANGUAGE, &ru::LANGUAGE];
        let is_same = |language: &&Self| {
            language.locale.code().split('-').next() == locale.code().split('-').next()
        };
        known.into_iter().find(is_same).unwrap_or_else(|| other::of(locale))
    }

    /// The language of a text, by its small words; English if it has none.
    pub(super) fn of_text(text: &str) -> &'static Self {
        let mut all = [&en::LANGUAGE, &de::LANGUAGE, &fr::LANGUAGE, &es::LANGUAGE, &ru::LANGUAGE]
            .into_iter()
            .chain(other::all())
            .map(|language| (language, 0_usize))
            .collect::<Vec<_>>();
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        for word in words.take(SAMPLE) {
            let word = word.to_lowercase();
            for (language, count) in &mut all {
                *count += usize::from(language.small.contains(&word.as_str()));
            }
        }
        let mut best = (&en::LANGUAGE, 0);
        for (language, count) in all {
            if count > best.1 {
                best = (language, count);
            }
        }
        best.0
    }
}

/// Words of a text that its language is known by.
const SAMPLE: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_small_words() {
        for (text, code) in [
            ("The treaty was signed in Paris by both of the parties.", "en"),
            ("Der Vertrag wurde in Paris von beiden Parteien unterzeichnet.", "de"),
            ("Le traité a été signé à Paris par les deux parties.", "fr"),
            ("El tratado fue firmado en París por las dos partes.", "es"),
            ("Договор был подписан в Париже, и он вступил в силу.", "ru"),
            ("Il trattato fu firmato a Parigi dalle due parti che lo volevano.", "it"),
            ("Het verdrag werd in Parijs door beide partijen getekend.", "nl"),
            ("1914 1918", "en"),
        ] {
            assert_eq!(DraftLanguage::of_text(text).locale.code(), code, "{text}");
        }
    }
}
