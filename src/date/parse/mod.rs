//! Text to date.
//!
//! `plain_iso` reads the commonest ISO dates at a glance. All else goes through a [`Cursor`] to
//! `range` (two dates, or one that is open to a side; `edtf` has intervals and sets, `several` lists)
//! and from there to `qualified`: one date with its qualifiers, in the notations of `iso`, `age`,
//! `units` (words, by way of `tokens`), `numeric`, `number`, `wikidata`, `margin` and `roman`, with a
//! `time_of_day` where there is one (`clocked`). A year and two digits are the business of
//! `year_pair`. `complete` adds what one date leaves out to another, and `combine` makes one date of
//! several. `notation` knows what EDTF alone has, and `refusals` what is no date and says so.

mod age;
mod clocked;
mod combine;
mod complete;
mod cursor;
mod decoration;
mod edtf;
mod fiscal;
mod fraction;
mod iso;
mod margin;
mod named_day;
mod notation;
mod number;
mod numeric;
mod plain_iso;
mod qualified;
mod range;
mod refusals;
mod roman;
mod several;
mod short_year;
mod time_of_day;
mod tokens;
mod units;
mod unspecified_digits;
mod weekday;
mod wikidata;
mod year_pair;
mod zone_names;

pub(super) use combine::gathered;
pub(super) use notation::{is_edtf_alone, signs};
pub(super) use number::number_kind;
pub(super) use several::stints;
pub(super) use year_pair::{YearPair, refused_pair};

use super::{Date, DateError, DateErrorKind, DateOptions, Notation, Precision, Today, Zone};
use cursor::Cursor;
use std::str::FromStr;

/// Characters of the longest date.
const LONGEST: usize = 200;

impl Date {
    /// Reads a date in any notation: ISO 8601, EDTF, English words, ages.
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
pub(super) fn in_ascii(text: &str) -> std::borrow::Cow<'_, str> {
    cursor::folded(text)
}

/// Reads a date that is no plain ISO date.
fn parse_slowly(text: &str, options: &DateOptions) -> Result<Date, DateError> {
    if text.chars().nth(LONGEST).is_some() {
        let message = format!("this is too long for a date; write at most {LONGEST} characters");
        return Err(DateError { kind: DateErrorKind::TooLong, offset: 0, message: message.into() });
    }
    let folded = cursor::folded(text);
    if options.notation == Some(Notation::Edtf) {
        return notation::edtf_alone(&folded, options).map_err(DateError::from);
    }
    let shown = notation::shown_by(&folded, options);
    let options = shown.as_ref().unwrap_or(options);
    let cursor = Cursor::new(&folded);
    let date = range::expression(cursor, options);
    date.map_err(|miss| DateError::from(refusals::named(cursor, miss)))
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
