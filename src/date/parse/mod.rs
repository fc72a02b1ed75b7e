//! Text to date.
//!
//! `plain_iso` reads the commonest ISO dates at a glance. All else goes through a [`Cursor`] to
//! `range` (two dates, or one that is open to a side; `edtf` has intervals and sets, `several` lists)
//! and from there to `qualified`: one date with its qualifiers, in the notations of `iso`, `age`,
//! `units` (words, by way of `tokens`) and `numeric`, with a `time_of_day` where there is one.
//! `complete` adds what one date leaves out to another, and `combine` makes one date of several.

mod age;
mod combine;
mod complete;
mod cursor;
mod edtf;
mod fiscal;
mod iso;
mod numeric;
mod plain_iso;
mod qualified;
mod range;
mod several;
mod time_of_day;
mod tokens;
mod units;
mod unspecified_digits;

use super::{Date, DateError, DateErrorKind, DateOptions, Precision, Today, Zone};
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
}

/// Reads a date that is no plain ISO date.
fn parse_slowly(text: &str, options: &DateOptions) -> Result<Date, DateError> {
    if text.chars().nth(LONGEST).is_some() {
        let message = format!("this is too long for a date; write at most {LONGEST} characters");
        return Err(DateError { kind: DateErrorKind::TooLong, offset: 0, message: message.into() });
    }
    let folded = cursor::folded(text);
    range::expression(Cursor::new(&folded), options).map_err(DateError::from)
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
