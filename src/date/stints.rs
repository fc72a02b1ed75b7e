//! Several dates in one text that are several times of one thing: 1881–1882, 1891–1903.

use super::{Date, DateForm, DateOptions, parse};

impl Date {
    /// The dates of a text that has several and does not mean all the time between them; none if it
    /// is one date, or no list of dates.
    pub fn stints(text: &str, options: &DateOptions) -> Option<Vec<Date>> {
        match Date::parse(text, options) {
            Err(_) => parse::stints(text, options),
            Ok(Date { form: DateForm::AllOf(dates), .. }) => {
                let is_range = |date: &Date| matches!(date.form, DateForm::Range(_));
                Some(dates).filter(|dates| dates.iter().any(is_range) && !is_one(dates))
            }
            Ok(_) => None,
        }
    }

    /// All of several dates as one, which is as long as they are together.
    pub fn all_of(dates: Vec<Date>) -> Self {
        parse::gathered(dates, false)
    }
}

/// Whether each date begins where the one before it ends, or before that.
fn is_one(dates: &[Date]) -> bool {
    dates.windows(2).all(|pair| match pair {
        [one, next] => one.hi().zip(next.lo()).is_some_and(|(hi, lo)| lo <= hi),
        _ => true,
    })
}
