//! The words of dates: one table for each language, which reading and printing share.
//!
//! English is always read, and another language when it is chosen. A word is added to the table of
//! its language and nowhere else. A language is added as a table, a [`Locale`] and its code in
//! `tests/by_hand/locales.py`, which writes what the Unicode CLDR has of it.

mod ar;
mod ca;
mod cldr;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod fi;
mod fr;
mod hi;
mod hu;
mod it;
mod ja;
mod ko;
mod lexicon;
mod locale;
mod nb;
mod nl;
mod pl;
mod plural;
mod printed;
mod pt;
mod ro;
mod ru;
mod sv;
mod token;
mod tr;
mod uk;
mod ur;
mod zh;

pub use locale::Locale;

pub(super) use cldr::Cldr;
pub(super) use en::WEEKDAYS;
pub(super) use printed::{Case, PrintedWords};
pub(crate) use token::Token;

use super::{AgeUnit, DateSide};

use crate::word_index::WordIndex;
use std::iter;
use std::sync::LazyLock;

/// Forms of one word, or words that mean the same, in lower case. Of two that begin alike the longer
/// comes first.
type Forms = &'static [&'static str];

/// The words by which a language is read.
pub(super) struct Language {
    /// Names of the months, January first, in the forms that dates use (nominative and genitive),
    /// and abbreviations.
    months: [Forms; 12],
    /// Other single words: weekdays, seasons, quarters, thirds, eras, centuries, ordinals.
    words: &'static [(&'static str, Token)],
    /// Words that mean nothing in a date, as "of".
    ignored: Forms,
    /// Endings that make a number an ordinal, as in 12th.
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
    /// Words of several letters, blanks and full stops, by their letters alone: the longer first.
    pub(super) phrases: &'static [(&'static str, Token)],
    /// Endings of a number that mean nothing, as those of its case.
    number_endings: Forms,
    /// Words after an estimate.
    pub(super) about_after: Forms,
    /// Endings that make the first year of a century the century: 1800-talet.
    hundred_endings: Forms,
    /// Whether a century is named by three digits after an apostrophe, as '400 is the years from 1400 on.
    has_short_hundreds: bool,
    /// Words after a clock time of 24 hours: Uhr.
    pub(super) o_clock: Forms,
}

impl Language {
    /// A language without words.
    const EMPTY: Self = Self {
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
        phrases: &[],
        number_endings: &[],
        about_after: &[],
        hundred_endings: &[],
        has_short_hundreds: false,
        o_clock: &[],
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

impl Locale {
    /// The words that it is read by.
    fn language(self) -> &'static Language {
        match self {
            Self::Ar => &ar::ARABIC,
            Self::ArEg => &ar::ARABIC,
            Self::Ca => &ca::CATALAN,
            Self::Cs => &cs::CZECH,
            Self::Da => &da::DANISH,
            Self::De => &de::GERMAN,
            Self::El => &el::GREEK,
            Self::En => &en::ENGLISH,
            Self::EnGb => &en::ENGLISH,
            Self::EnUs => &en::ENGLISH,
            Self::Es => &es::SPANISH,
            Self::Fi => &fi::FINNISH,
            Self::Fr => &fr::FRENCH,
            Self::Hi => &hi::HINDI,
            Self::Hu => &hu::HUNGARIAN,
            Self::It => &it::ITALIAN,
            Self::Ja => &ja::JAPANESE,
            Self::Ko => &ko::KOREAN,
            Self::Nb => &nb::NORWEGIAN,
            Self::Nl => &nl::DUTCH,
            Self::Pl => &pl::POLISH,
            Self::Pt => &pt::PORTUGUESE,
            Self::Ro => &ro::ROMANIAN,
            Self::Ru => &ru::RUSSIAN,
            Self::Sv => &sv::SWEDISH,
            Self::Tr => &tr::TURKISH,
            Self::Uk => &uk::UKRAINIAN,
            Self::Ur => &ur::URDU,
            Self::Zh => &zh::CHINESE,
        }
    }

    /// Names and patterns of its dates.
    pub(super) fn cldr(self) -> &'static Cldr {
        match self {
            Self::Ar => &cldr::AR,
            Self::ArEg => &cldr::AR,
            Self::Ca => &cldr::CA,
            Self::Cs => &cldr::CS,
            Self::Da => &cldr::DA,
            Self::De => &cldr::DE,
            Self::El => &cldr::EL,
            Self::En => &cldr::EN,
            Self::EnGb => &cldr::EN,
            Self::EnUs => &cldr::EN_US,
            Self::Es => &cldr::ES,
            Self::Fi => &cldr::FI,
            Self::Fr => &cldr::FR,
            Self::Hi => &cldr::HI,
            Self::Hu => &cldr::HU,
            Self::It => &cldr::IT,
            Self::Ja => &cldr::JA,
            Self::Ko => &cldr::KO,
            Self::Nb => &cldr::NB,
            Self::Nl => &cldr::NL,
            Self::Pl => &cldr::PL,
            Self::Pt => &cldr::PT,
            Self::Ro => &cldr::RO,
            Self::Ru => &cldr::RU,
            Self::Sv => &cldr::SV,
            Self::Tr => &cldr::TR,
            Self::Uk => &cldr::UK,
            Self::Ur => &cldr::UR,
            Self::Zh => &cldr::ZH,
        }
    }

    /// Whether `word`, in lower case, is the whole name of a month.
    pub(crate) fn has_month(self, word: &str) -> bool {
        let cldr = self.cldr();
        let mut names = cldr.in_date[0].iter().chain(&cldr.alone[0]);
        names.any(|name| name.to_lowercase() == word) || word.starts_with(['月', '월'])
    }

    /// The signs before the decimals of its numbers, and between groups of three digits.
    pub(super) fn number_signs(self) -> (&'static str, &'static str) {
        (self.cldr().decimal, self.cldr().group)
    }

    /// The words that its dates are printed with.
    pub(super) fn printed(self) -> &'static PrintedWords {
        match self {
            Self::Ar => &ar::WORDS,
            Self::ArEg => &ar::WORDS,
            Self::Ca => &ca::WORDS,
            Self::Cs => &cs::WORDS,
            Self::Da => &da::WORDS,
            Self::De => &de::WORDS,
            Self::El => &el::WORDS,
            Self::En => &en::WORDS,
            Self::EnGb => &en::WORDS,
            Self::EnUs => &en::WORDS,
            Self::Es => &es::WORDS,
            Self::Fi => &fi::WORDS,
            Self::Fr => &fr::WORDS,
            Self::Hi => &hi::WORDS,
            Self::Hu => &hu::WORDS,
            Self::It => &it::WORDS,
            Self::Ja => &ja::WORDS,
            Self::Ko => &ko::WORDS,
            Self::Nb => &nb::WORDS,
            Self::Nl => &nl::WORDS,
            Self::Pl => &pl::WORDS,
            Self::Pt => &pt::WORDS,
            Self::Ro => &ro::WORDS,
            Self::Ru => &ru::WORDS,
            Self::Sv => &sv::WORDS,
            Self::Tr => &tr::WORDS,
            Self::Uk => &uk::WORDS,
            Self::Ur => &ur::WORDS,
            Self::Zh => &zh::WORDS,
        }
    }

    /// Its digit nought.
    pub(super) fn zero(self) -> char {
        if self == Self::ArEg { '\u{660}' } else { '0' }
    }

    /// Whether it is read by English words alone.
    fn is_english(self) -> bool {
        matches!(self, Self::En | Self::EnGb | Self::EnUs)
    }
}

/// A template for a Turkish date with the endings of its cases "from" and "to", as it is said.
pub(super) fn turkish_endings(date: &str) -> [String; 2] {
    tr::with_case_endings(date)
}

/// The languages that a text is read in: English, and one more where it was chosen.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    other: Option<&'static Language>,
}

impl Languages {
    /// English, and the language of `locale`.
    pub(super) fn with(locale: Option<Locale>) -> Self {
        Self { other: locale.filter(|locale| !locale.is_english()).map(Locale::language) }
    }

    /// Whether there is another language than English.
    pub(super) fn has_other(self) -> bool {
        self.other.is_some()
    }

    /// Their tables, English first.
    pub(super) fn tables(self) -> impl DoubleEndedIterator<Item = &'static Language> + Clone {
        iter::once(&en::ENGLISH).chain(self.other)
    }

    /// What `word`, in lower case, means; none for a word that means nothing.
    pub(super) fn token(self, word: &str) -> Option<Token> {
        // The language that was chosen comes first: kw. is a quarter in Polish.
        let known = self.tables().rev().find_map(|language| language.token(word));
        let is_ignored = || self.tables().any(|language| language.ignored.contains(&word));
        known.or_else(|| (!is_ignored()).then_some(Token::Unknown))
    }

    /// What a number becomes by the ending after its digits.
    pub(super) fn ended(self, ending: &str, value: i64, digits: usize) -> Option<Token> {
        if ending.is_empty() {
            return None;
        }
        let mut tables = self.tables();
        let is_ordinal = || self.is_ordinal_ending(ending);
        let is_round = value % 10 == 0 && digits > 1;
        if value % 100 == 0
            && self.tables().any(|language| language.hundred_endings.contains(&ending))
        {
            return Some(Token::Hundred(value));
        }
        if tables.any(|language| language.decade_endings.contains(&ending))
            && (is_round || !is_ordinal())
        {
            return Some(Token::Decade(value, digits));
        }
        if self.tables().any(|language| language.number_endings.contains(&ending)) {
            return Some(Token::Number(value, digits));
        }
        is_ordinal().then_some(Token::Ordinal(value))
    }

    /// Whether an ending makes a number an ordinal.
    pub(super) fn is_ordinal_ending(self, ending: &str) -> bool {
        self.tables().any(|language| language.ordinal_endings.contains(&ending))
    }

    /// Whether a century is named by three digits after an apostrophe.
    pub(super) fn has_short_hundreds(self) -> bool {
        self.tables().any(|language| language.has_short_hundreds)
    }

    /// Whether `sign`, which is no letter, is an ending that makes a number an ordinal, as in 1°.
    pub(super) fn has_ending_sign(self, sign: char) -> bool {
        let is_sign = |ending: &&str| ending.chars().eq([sign]);
        self.tables().any(|language| language.ordinal_endings.iter().any(is_sign))
    }

    /// Whether `word`, in lower case, means anything.
    pub(super) fn is_known(self, word: &str) -> bool {
        self.tables().any(|language| language.token(word).is_some())
    }
}

/// The languages besides English, each once.
pub(crate) fn others() -> impl Iterator<Item = Locale> {
    let all = Locale::ALL.into_iter().map(|(locale, _)| locale);
    all.filter(|locale| !locale.is_english() && *locale != Locale::ArEg)
}

/// Every language.
#[cfg(test)]
fn all() -> impl Iterator<Item = &'static Language> {
    iter::once(&en::ENGLISH).chain(others().map(Locale::language))
}

/// The month, 1 to 12, that `word`, in lower case, names in English.
pub(super) fn english_month(word: &str) -> Option<u32> {
    en::ENGLISH.month(word)
}

/// Whether `word` follows clock times in any language, as Uhr does; no zone is called so.
pub(super) fn is_o_clock(word: &str) -> bool {
    let word = word.to_lowercase();
    others().any(|locale| locale.language().o_clock.contains(&word.as_str()))
}

/// Words between a day and a clock time in any language besides English.
pub(super) fn words_at() -> impl Iterator<Item = &'static str> {
    others().flat_map(|locale| locale.language().at.iter().copied())
}

/// The weekdays, 0 being Monday, that `word`, in lower case, names in any language besides English.
pub(super) fn weekdays(word: &str) -> Vec<u32> {
    let found = others().filter_map(|locale| match locale.language().token(word) {
        Some(Token::Weekday(day)) => Some(day),
        _ => None,
    });
    found.collect()
}

/// Whether `word`, in lower case, names a month in any language.
pub(crate) fn names_month(word: &str) -> bool {
    english_month(word).is_some() || MONTH_NAMES.words.get(word).next().is_some()
}

/// The languages besides English in which `word`, in lower case, names a month or begins the name
/// of one, or is the sign of a year or month as 年.
pub(super) fn by_month(word: &str) -> impl Iterator<Item = Locale> {
    let names: Vec<Locale> = MONTH_NAMES.words.get(word).collect();
    others().filter(move |locale| {
        let is_sign = matches!(word, "年" | "년") && locale.language().ignored.contains(&word);
        let mut phrases = MONTH_NAMES.phrases.iter();
        is_sign
            || names.contains(locale)
            || phrases.any(|(letters, of)| of == locale && letters.starts_with(word))
    })
}

/// The names of months in all languages besides English. Words of any text are looked up in them.
struct MonthNames {
    /// The languages in which a word is the name of a month, or its sign.
    words: WordIndex<Locale>,
    phrases: Vec<(&'static str, Locale)>,
}

static MONTH_NAMES: LazyLock<MonthNames> = LazyLock::new(|| {
    let is_month = |token| matches!(token, Token::Month(_) | Token::MonthSign);
    let (mut words, mut phrases) = (Vec::new(), Vec::new());
    for locale in others() {
        let language = locale.language();
        let signs = language.words.iter().filter(|(_, token)| is_month(*token));
        // A word has its first meaning.
        let signs = signs.filter(|(word, _)| language.token(word).is_some_and(is_month));
        let names = language.months.iter().copied().flatten().copied();
        words.extend(names.chain(signs.map(|(word, _)| *word)).map(|word| (word, locale)));
        let of_months = language.phrases.iter().filter(|(_, token)| is_month(*token));
        phrases.extend(of_months.map(|(letters, _)| (*letters, locale)));
    }
    MonthNames { words: WordIndex::new(words.into_iter()), phrases }
});

/// Whether `word`, in lower case, is of a month of the Islamic calendar.
pub(super) fn is_islamic_month(word: &str) -> bool {
    ar::ISLAMIC_MONTHS.contains(&word)
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
                assert_eq!(word, word.to_lowercase());
            }
            let lists = [language.about, language.perhaps, language.present, language.julian];
            let sides = language.sides.iter().map(|(words, _)| *words);
            for words in lists.into_iter().chain(sides) {
                for (index, word) in words.iter().enumerate() {
                    let hidden = words[index + 1..].iter().find(|next| {
                        next.strip_prefix(word)
                            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
                    });
                    assert_eq!(hidden, None, "{word}");
                }
            }
        }
    }
}
