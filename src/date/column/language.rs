//! The language of a column, which the months of its cells tell.

use super::question::DMY;
use super::taken;
use super::tally::Verdict;
use crate::date::language::others;
use crate::date::parse::month_languages;
use crate::date::{Date, DateError, DateForm, DateOptions, Locale};
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
        if date.is_ok() {
            self.add_shown(month_languages(text, options));
            return None;
        }
        let date = others().find_map(|locale| in_language(text, locale, options))?;
        self.open += 1;
        self.first.get_or_insert_with(|| text.to_owned());
        Some(date)
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
            return found.or_else(|| others().find(is_present));
        };
        let reads = |text: &String| {
            shown.iter().find(|&&locale| in_language(text, locale, options).is_some()).copied()
        };
        self.first.as_ref().and_then(reads).or_else(|| shown.first().copied())
    }

    /// What was taken of the cells that the language decides, if it is known.
    pub(super) fn note(&self, locale: Option<Locale>, is_hinted: bool) -> Option<Message> {
        let (first, locale) = (self.first.as_deref()?, locale?);
        let taken = taken::several(first, self.open);
        // No header and no month says so, but the word itself.
        Some(match is_hinted && !self.hinted.contains(&locale) {
            true => taken.and(present(locale)),
            false => taken.and(words(locale, is_hinted)),
        })
    }
}

/// What a cell is taken for that is a date in this language alone, which is that of the headers, or else
/// that of the months in the column.
pub(super) fn words(locale: Locale, is_hinted: bool) -> Message {
    let why = if is_hinted { "the headers are of it" } else { "the column has its months" };
    let fact = format!("words of the language {}, as {why}; for another set ", locale.code());
    Message::new(fact).setting("locale").coded(Code::LanguageTaken)
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
