//! The language of a column, which the months of its cells tell.

use super::question::DMY;
use super::taken;
use super::tally::Verdict;
use crate::date::language::others;
use crate::date::parse::month_languages;
use crate::date::{Date, DateError, DateErrorKind, DateForm, DateOptions, Locale};
use crate::error::{Code, Message};

/// Bytes of the longest cell that is tried in all languages.
const LONGEST: usize = 80;

/// What the cells of a column show of its language.
#[derive(Clone, Debug, Default)]
pub(super) struct LanguageTally {
    /// The languages that all cells with a month of another language than English have in common.
    shown: Option<Vec<Locale>>,
    /// The languages of the headers.
    hinted: Vec<Locale>,
    /// The languages in which all of the cells are dates that are none in English, and the same ones.
    common: Option<Vec<Locale>>,
    /// Whether the words of one of these cells are long enough to be no others by chance.
    is_sure: bool,
    /// Whether the first of these cells says the present.
    is_present: bool,
    /// Cells that are dates in another language than English alone.
    open: u64,
    first: Option<String>,
}

impl LanguageTally {
    /// Gathers what a cell shows that was read alone as `date`. Gives a date to stand in for it, if
    /// the language of the column may make one of it.
    pub(super) fn read(
        &mut self,
        text: &str,
        date: &Result<Date, DateError>,
        options: &DateOptions,
    ) -> Option<Date> {
        let has_words = text.chars().any(char::is_alphabetic);
        if options.locale.is_some() || !has_words || text.len() > LONGEST {
            return None;
        }
        let Err(error) = date else {
            self.add_shown(month_languages(text, options));
            return None;
        };
        let is_named = !matches!(
            error.kind,
            DateErrorKind::NotADate | DateErrorKind::OtherLanguage | DateErrorKind::Malformed
        );
        let date = self.narrowed(text, is_named, options)?;
        self.is_present |= self.open == 0 && date.form == DateForm::Present;
        self.open += 1;
        self.first.get_or_insert_with(|| text.to_owned());
        Some(date)
    }

    /// Keeps the languages in which this cell is a date, too; gives the date in one of them.
    fn narrowed(&mut self, text: &str, is_named: bool, options: &DateOptions) -> Option<Date> {
        let known = self.common.clone().unwrap_or_else(|| others().collect());
        let dates: Vec<(Locale, Date)> = known
            .into_iter()
            .filter_map(|locale| Some((locale, in_language(text, locale, options)?)))
            .collect();
        if self.common.is_none() && dates.is_empty() {
            return None;
        }
        let Some((_, first)) = dates.first() else {
            let date = others().find_map(|locale| in_language(text, locale, options))?;
            self.common = Some(Vec::new());
            return Some(date);
        };
        let first = first.clone();
        let is_same = |(_, date): &(Locale, Date)| {
            (date.lo, date.hi, &date.form) == (first.lo, first.hi, &first.form)
        };
        let agree = dates.iter().all(is_same);
        let locales = dates.into_iter().map(|(locale, _)| locale);
        self.common = Some(if agree { locales.collect() } else { Vec::new() });
        // What is named, as of another calendar or as open, is no date of ours by chance.
        self.is_sure |= has_long_word(text) && !is_named;
        Some(first)
    }

    /// The language of words that no other one has, or that mean the same in all that have them.
    fn only(&self) -> Option<Locale> {
        let common = self.common.as_ref().filter(|_| self.is_sure)?;
        common.first().copied()
    }

    /// Takes languages that the column may have.
    pub(super) fn hint(&mut self, languages: &[Locale]) {
        self.hinted = languages.to_vec();
    }

    /// The order of days and months that a column shows; where none does and it is open, that of the
    /// language of the headers, if it has the day first wherever it is spoken.
    pub(super) fn order(&self, shown: Verdict, is_open: bool) -> Verdict {
        use Locale::{Ca, Cs, Da, De, El, Es, Fi, Fr, It, Nb, Nl, Pl, Pt, Ro, Ru, Tr, Uk};
        let first = self.hinted.first();
        let day_first = [Ca, Cs, Da, De, El, Es, Fi, Fr, It, Nb, Nl, Pl, Pt, Ro, Ru, Tr, Uk];
        let has_day_first = first.is_some_and(|first| day_first.contains(first));
        match shown {
            Verdict::None if is_open && has_day_first => Verdict::Together(DMY),
            shown => shown,
        }
    }

    /// Whether months tell the language.
    pub(super) fn has_months(&self) -> bool {
        self.shown.is_some()
    }

    fn add_shown(&mut self, languages: Vec<Locale>) {
        if languages.is_empty() {
            return;
        }
        match &mut self.shown {
            Some(shown) => shown.retain(|locale| languages.contains(locale)),
            None => self.shown = Some(languages),
        }
    }

    /// The language of the column, or of the one `beside` it: of several that have its months the
    /// first that reads the cells which need it.
    pub(super) fn decided(&self, beside: &Self, options: &DateOptions) -> Option<Locale> {
        let Some(shown) = self.shown.as_ref().or(beside.shown.as_ref()) else {
            let text = self.first.as_ref()?;
            let mut hinted = self.hinted.iter().copied();
            let found = hinted.find(|&locale| in_language(text, locale, options).is_some());
            // The present is the same in whatever language it is said: heute, hoy.
            let is_present = |locale: &Locale| {
                let date = in_language(text, *locale, options);
                date.is_some_and(|date| date.form == DateForm::Present)
            };
            return found.or_else(|| others().find(is_present)).or_else(|| self.only());
        };
        let reads = |text: &String| {
            shown.iter().find(|&&locale| in_language(text, locale, options).is_some()).copied()
        };
        self.first.as_ref().and_then(reads).or_else(|| shown.first().copied())
    }

    /// What shows that the column has this language.
    pub(super) fn sign(&self, locale: Option<Locale>, has_months: bool) -> LanguageSign {
        let is_hinted = locale.is_some_and(|locale| self.hinted.contains(&locale));
        match (has_months, is_hinted) {
            (true, _) => LanguageSign::Months,
            (false, true) => LanguageSign::Headers,
            (false, false) => LanguageSign::Words,
        }
    }

    /// What was taken of the cells that the language decides, if it is known.
    pub(super) fn note(&self, locale: Option<Locale>, sign: LanguageSign) -> Option<Message> {
        let (first, locale) = (self.first.as_deref()?, locale?);
        let taken = taken::several(first, self.open);
        Some(match sign {
            LanguageSign::Words if self.is_present => taken.and(present(locale)),
            sign => taken.and(words(locale, sign)),
        })
    }
}

/// What shows the language of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LanguageSign {
    /// The names of its months.
    Months,
    /// The headers.
    Headers,
    /// The words themselves.
    Words,
}

/// What a cell is taken for that is a date in this language alone, and why.
pub(super) fn words(locale: Locale, sign: LanguageSign) -> Message {
    let why = match sign {
        LanguageSign::Months => "the column has its months",
        LanguageSign::Headers => "the headers are of it",
        LanguageSign::Words => "they are no dates in another, or the same ones",
    };
    let fact = format!("words of the language {}, as {why}; for another set ", locale.code());
    Message::new(fact).setting("locale").coded(Code::LanguageTaken)
}

/// Letters of a word that is no abbreviation and by chance no short word of another language.
const LONG: usize = 4;

/// Whether a text has a long word, or one of a script whose words are a sign or two.
fn has_long_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() >= LONG || word.starts_with(|c: char| c >= '\u{3040}'))
}

/// What a word is taken for that means the present in this language.
fn present(locale: Locale) -> Message {
    let fact = format!("the present in the language {}; for another set ", locale.code());
    Message::new(fact).setting("locale").coded(Code::LanguageTaken)
}

fn in_language(text: &str, locale: Locale, options: &DateOptions) -> Option<Date> {
    let options = DateOptions { locale: Some(locale), ..options.clone() };
    Date::parse(text, &options).ok()
}
