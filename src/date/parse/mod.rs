//! Text to date.
//!
//! `plain_iso` reads the commonest ISO dates at a glance. All else goes through a [`Cursor`] to
//! `range` (two dates, or one that is open to a side; `edtf` has intervals and sets, `several` lists)
//! and from there to `qualified`: one date with its qualifiers, in the notations of `iso`, `age`,
//! `units` (words, by way of `tokens`, `phrases` and, for other languages, `arrange`), `numeric`, `number`, `wikidata`, `margin` and `roman`, with a
//! `time_of_day` where there is one (`clocked`). A year and two digits are the business of
//! `year_pair`, two such years that of `double_year`, and words as born and died that of `life`; `reworded` puts parts in the usual order. `complete` adds what one date leaves out to another, and `combine` makes one date of
//! several. `notation` knows what EDTF alone has, and `refusals` what is no date and says so.

mod age;
mod arrange;
mod clocked;
mod combine;
mod complete;
mod cursor;
mod decoration;
mod double_year;
mod edtf;
mod fiscal;
mod foreign_months;
mod fraction;
mod iso;
mod letters;
mod life;
mod margin;
mod named_day;
mod notation;
mod number;
mod numerals;
mod numeric;
mod phrases;
mod plain_iso;
mod qualified;
mod range;
mod refusals;
mod reworded;
mod roman;
mod several;
mod short_year;
mod time_of_day;
mod tokens;
mod units;
mod unspecified_digits;
mod week_of;
mod weekday;
mod wikidata;
mod year_pair;
mod zone_names;

pub(super) use combine::gathered;
pub(super) use notation::{is_edtf_alone, signs};
pub(super) use number::number_kind;
pub(super) use several::stints;
pub use year_pair::MonthDoubt;
pub(super) use year_pair::{YearPair, refused_pair};

use super::language::{Languages, by_month};
use super::{
    Date, DateError, DateErrorKind, DateOptions, Locale, Notation, Precision, Today, Zone,
};
use crate::error::Message;
use cursor::Cursor;
use std::borrow::Cow;
use std::str::FromStr;

/// Characters of the longest date.
const LONGEST: usize = 200;

impl Date {
    /// Reads a date in any notation: ISO 8601, EDTF, English words, ages. Without a language in
    /// `options` a month in another decides that the date is read in it.
    ///
    /// # Errors
    ///
    /// A [`DateError`] if the text is no date, or can be read in two ways and `options` do not
    /// say which.
    ///
    /// ```
    /// # use annals::date::{Date, DateOptions, DateOrder};
    /// assert!(Date::parse("03/04/2010", &DateOptions::default()).is_err());
    /// let options = DateOptions { order: Some(DateOrder::Dmy), ..DateOptions::default() };
    /// assert_eq!(Date::parse("03/04/2010", &options)?.to_string(), "3 Apr 2010");
    /// # Ok::<(), annals::DateError>(())
    /// ```
    pub fn parse(text: &str, options: &DateOptions) -> Result<Self, DateError> {
        let text = text.trim();
        let date = match plain_iso::parse(text, options) {
            Some(date) => date,
            None => parse_slowly(text, options)?,
        };
        Ok(Self { written: text.to_owned(), ..date })
    }

    /// [`Date::parse`] of the commonest ISO dates alone, which no option but the zone bears on.
    pub(super) fn parse_plain(text: &str, options: &DateOptions) -> Option<Self> {
        let date = plain_iso::parse(text, options)?;
        Some(Self { written: text.to_owned(), ..date })
    }
}

/// The text with the signs of other scripts as ASCII has them.
pub(super) fn in_ascii(text: &str) -> Cow<'_, str> {
    cursor::folded(text)
}

/// The number that `word` is in Roman digits, with an ending of the language if it has one: XVIIIe.
pub(crate) fn roman_number(word: &str, locale: Locale) -> Option<i64> {
    phrases::roman(word, Languages::with(Some(locale)))
}

/// Reads a date that is no plain ISO date.
fn parse_slowly(text: &str, options: &DateOptions) -> Result<Date, DateError> {
    if text.chars().nth(LONGEST).is_some() {
        let message = format!("this is too long for a date; write at most {LONGEST} characters");
        return Err(DateError { kind: DateErrorKind::TooLong, offset: 0, message: message.into() });
    }
    let folded = numerals::in_english_signs(ungrouped(cursor::folded(text)), options.locale);
    if options.notation == Some(Notation::Edtf) {
        return notation::edtf_alone(&folded, options).map_err(DateError::from);
    }
    if plain_iso::may_be_hours(&folded) {
        return Err(hours_or_zone(&folded));
    }
    let folded = roman::month_named(&folded).map_or(folded, Cow::Owned);
    let shown = notation::shown_by(&folded, options);
    let options = shown.as_ref().unwrap_or(options);
    let cursor = Cursor::new(&folded);
    let date = range::expression(cursor, options);
    let date = date.map_err(|miss| DateError::from(refusals::named(cursor, miss)));
    match date {
        Err(error) if options.locale.is_none() && error.kind != DateErrorKind::Unsupported => {
            by_its_month(cursor, error, options)
                .or_else(|error| in_foreign_months(&folded, error, options))
        }
        date => date,
    }
}

/// A date in a language of which the months alone are known.
fn in_foreign_months(
    text: &str,
    error: DateError,
    options: &DateOptions,
) -> Result<Date, DateError> {
    let is_strange = matches!(error.kind, DateErrorKind::NotADate | DateErrorKind::OtherLanguage);
    match foreign_months::in_english(text).filter(|_| is_strange) {
        Some(english) => parse_slowly(&english, options).map_err(|found| match found.kind {
            DateErrorKind::Unsupported => DateError { offset: 0, ..found },
            _ => error,
        }),
        None => Err(error),
    }
}

/// The error of a time that is followed by a later one, or by its zone.
fn hours_or_zone(text: &str) -> DateError {
    let (day, hours) = text.split_at_checked(11).unwrap_or((text, ""));
    let (from, to) = hours.split_once('-').unwrap_or((hours, ""));
    let message = Message::new("this could be two times or a time and its zone; write ")
        .cell(format!("{day}{from} to {to}"))
        .text(", or ")
        .cell(format!("{}T{from}-{to}", day.trim_end()));
    DateError { kind: DateErrorKind::Ambiguous, offset: 11, message }
}

/// A year with a minus without the commas that part its thousands: -10,000.
fn ungrouped(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut groups = text.strip_prefix('-').unwrap_or_default().split(',');
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_first = groups.next().is_some_and(|head| matches!(head.len(), 1..=3) && is_digits(head));
    let has_more = groups.clone().next().is_some();
    match is_first && has_more && groups.all(|part| part.len() == 3 && is_digits(part)) {
        true => Cow::Owned(text.replace(',', "")),
        false => text,
    }
}

/// A date in the language of the month that it names. Where several languages have that month,
/// they have to agree.
fn by_its_month(
    text: Cursor<'_>,
    error: DateError,
    options: &DateOptions,
) -> Result<Date, DateError> {
    let is_month = |word: &str| by_month(word).next().is_some();
    let Some((_, word)) = tokens::stranger(text, options.languages(), is_month) else {
        return Err(error);
    };
    let word = word.to_lowercase();
    if word == "listopada" && text.rest().to_lowercase().contains(". listopada") {
        let message = "this is November in Polish and October in Croatian, which has a dot after \
                       the day; write the month as a number, as 2010-10-08";
        return Err(DateError { kind: DateErrorKind::Ambiguous, message: message.into(), ..error });
    }
    let mut found: Option<(Locale, Date)> = None;
    let mut missed = None;
    for locale in by_month(&word) {
        let options = DateOptions { locale: Some(locale), ..options.clone() };
        let date = match parse_slowly(text.rest(), &options) {
            Ok(date) if is_vague(&word, &date, locale) => continue,
            Ok(date) => date,
            Err(error) => {
                missed = missed.or(Some(error));
                continue;
            }
        };
        match &found {
            None => found = Some((locale, date)),
            Some((_, known)) if (known.lo, known.hi) == (date.lo, date.hi) => {}
            Some((known, _)) => {
                let fact = format!(
                    "this could be of two languages, {} and {}; choose ",
                    known.code(),
                    locale.code()
                );
                let message = Message::new(fact).setting("locale");
                return Err(DateError { kind: DateErrorKind::Ambiguous, message, ..error });
            }
        }
    }
    // What is wrong with the date says more than its language, if its words are all known.
    let missed = missed.filter(|missed| missed.kind != DateErrorKind::NotADate);
    found.map(|(_, date)| date).ok_or(missed.unwrap_or(error))
}

/// The languages besides English that have the month which a text names.
pub(super) fn month_languages(text: &str, options: &DateOptions) -> Vec<Locale> {
    let folded = cursor::folded(text);
    let is_month = |word: &str| by_month(word).next().is_some();
    let found = tokens::stranger(Cursor::new(&folded), options.languages(), is_month);
    found.map_or_else(Vec::new, |(_, word)| by_month(&word.to_lowercase()).collect())
}

/// Whether the only sign of a language is a short form of a month before a year, which can be any
/// word.
fn is_vague(word: &str, date: &Date, locale: Locale) -> bool {
    let is_sign = word.starts_with(letters::is_unspaced);
    date.precision == Precision::Month
        && word.chars().count() < 4
        && !is_sign
        && !locale.has_month(word)
}

impl FromStr for Date {
    type Err = DateError;

    /// [`Date::parse`] without options.
    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text, &DateOptions::default())
    }
}

impl FromStr for Today {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date: Date = text.parse().map_err(|error: DateError| error.to_string())?;
        let is_day = date.precision == Precision::Day && date.zone == Zone::Floating;
        let day = date.lo().filter(|_| is_day).map(Self::starting);
        day.ok_or_else(|| "the present is a day; write it as 2020-12-31".into())
    }
}
