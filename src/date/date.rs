//! Dates as they are known: every notation comes down to a [`Date`], the span of time that the
//! written text may mean, with its exactness and its doubts.
//!
//! In: the text of one cell. Out: a [`Date`] or a [`DateError`] that points into the cell. This
//! room knows nothing of tables or charts, and reads no clock.
//!
//! # Notations
//!
//! - ISO 8601, basic and extended: years, months, days, weeks, days of the year, clock times with
//!   fractions and offsets, 24:00 and leap seconds. Years are astronomical: `0000` is 1 BC.
//! - ISO 8601-2 (EDTF) levels 0, 1 and 2: qualifiers, unspecified digits, seasons and other parts of
//!   a year (codes 21 to 41), exponents, significant digits, sets, open and unknown ends. A set
//!   comes down to its outer bounds.
//! - English: days, months, quarters, halves, seasons, decades, centuries and millennia, their
//!   thirds (early, mid, late), estimates and doubts, before, after, since, until, ranges, several
//!   dates. Case, commas, full stops and weekdays that agree say nothing. Month names of other
//!   languages by [`DateOptions::locale`].
//! - BC, BCE, AD, CE; ages in ka, Ma and Ga before 1950, BP, and b2k before 2000.
//!
//! The calendar is the Gregorian one throughout. A third of a year is four months, of a decade it
//! ends after three and seven years, of a century after 33 and 67, of a month after the 10th and
//! the 20th. Seasons are whole months, spring from March in the north and from September in the
//! south; a winter is called after the year it begins in.
//!
//! What has two readings (`03/04/2010`, `2011/12`, years of two digits) is refused with both and
//! with what decides, and what has none (30 February, a weekday that disagrees) as well.
//!
//! # Flow
//!
//! `fast` (plain ISO dates at a glance), `cell` (the text under a cursor), `range` (two dates, or
//! one open to a side; `edtf` has intervals and sets) and `single` (one date: `point` in ISO 8601
//! and EDTF, `age`, `words`, `numeric`).

mod age;
mod cell;
mod civil;
mod clock;
mod edtf;
mod fast;
mod lexer;
mod mask;
mod months;
mod numeric;
mod options;
mod point;
mod print;
mod range;
mod season;
mod single;
mod span;
mod words;

pub use civil::{
    DAY_NANOS, Instant, civil_from_days, days_from_civil, days_in_month, is_leap, weekday,
};
pub use numeric::SAY_ORDER;
pub use options::{DateOptions, DateOrder, Fiscal, Locale, NamedBy, Today, UtcOffset};
pub use print::{Known, grouped, month_name, range_text, year_text, zone_text};
pub use season::Season;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use std::fmt;

/// One end of the span that a date covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// This instant; as a lower bound inside the span, as an upper bound the first one outside.
    At(Instant),
    /// There is no end: the span goes on.
    Open,
    /// There is an end, and nobody knows where.
    Unknown,
}

impl Bound {
    /// The instant, where there is one.
    pub fn instant(self) -> Option<Instant> {
        match self {
            Bound::At(instant) => Some(instant),
            Bound::Open | Bound::Unknown => None,
        }
    }
}

/// How exactly a date was written, from the coarsest to the finest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A billion years.
    Ga,
    /// A million years.
    Ma,
    /// A thousand years before the present.
    Ka,
    /// A thousand calendar years.
    Millennium,
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// Half a year.
    Half,
    /// Three calendar months.
    Quarter,
    /// A season of three months.
    Season,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
    /// A decimal fraction of a second.
    Fraction,
}

impl Precision {
    /// Its name in lower case: "ga", "century", "day".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ga => "ga",
            Self::Ma => "ma",
            Self::Ka => "ka",
            Self::Millennium => "millennium",
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Half => "half",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
            Self::Fraction => "fraction",
        }
    }
}

/// Which parts of a date a doubt applies to (EDTF level 2 tells them apart).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day.
    pub day: bool,
}

impl Parts {
    /// Whether any part is in doubt.
    pub fn any(self) -> bool {
        self.year || self.month || self.day
    }
}

/// What a clock time is told against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// No zone was written: the bounds are local times and never shifted.
    Floating,
    /// Seconds east of UTC; the bounds are UTC.
    Offset(i32),
}

/// What was written besides a calendar unit: how a date is put into words again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The unit that the precision names.
    Plain,
    /// This text, in a notation that has no plainer words: an age, open digits, a fiscal year.
    Literal(Box<str>),
    /// A season.
    Season(Season),
    /// The first, middle or last third of a date.
    Third(Third, Box<Date>),
    /// All time to one side of a date.
    Side(Side, Box<Date>),
    /// From one date to another.
    Range(Box<[Date; 2]>),
    /// One of several dates, nobody knows which.
    OneOf(Vec<Date>),
    /// Several dates, all of them.
    AllOf(Vec<Date>),
    /// The present, whenever that is.
    Present,
    /// No end at all.
    Open,
    /// An end that nobody knows.
    Unknown,
}

/// A third of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// The first third.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
}

/// A side of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Some time before it.
    Before,
    /// Some time after it.
    After,
    /// Some time before its end.
    By,
    /// Some time after its beginning.
    InOrAfter,
    /// All the time from its beginning on.
    Since,
    /// All the time to its end.
    Until,
    /// From an unknown time to its end.
    ToFromUnknown,
    /// From its beginning to an unknown time.
    FromToUnknown,
}

/// A date as it is known: the half-open span `[lo, hi)` that the written text may mean.
///
/// ```
/// # use annals::Date;
/// let march: Date = "2010-03".parse()?;
/// assert_eq!(march.to_string(), "Mar 2010");
/// assert!(march.lo() < "2010-03-12".parse::<Date>()?.lo());
/// # Ok::<(), annals::DateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// First instant that may be meant.
    pub lo: Bound,
    /// First instant after all that may be meant.
    pub hi: Bound,
    /// How exactly it was written.
    pub precision: Precision,
    /// Parts whose source is doubtful (`?`).
    pub uncertain: Parts,
    /// Parts that are estimates (`~`, "circa").
    pub approximate: Parts,
    /// What a clock time is told against.
    pub zone: Zone,
    /// What was written besides a calendar unit.
    pub form: Form,
    /// The text as it stood in the cell.
    pub written: String,
}

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
        let date = match fast::parse(text, options) {
            Some(date) => date,
            None => parse_slowly(text, options)?,
        };
        Ok(Self { written: text.to_owned(), ..date })
    }

    /// The lower bound's instant, if it has one.
    pub fn lo(&self) -> Option<Instant> {
        self.lo.instant()
    }

    /// The upper bound's instant, if it has one.
    pub fn hi(&self) -> Option<Instant> {
        self.hi.instant()
    }

    /// Lower and upper bound in ISO 8601 with an astronomical year, signed unless it has four
    /// digits: days, or clock times if the date is one, in UTC if a zone was written. `..` is
    /// open, none unknown.
    pub fn iso_bounds(&self) -> [Option<String>; 2] {
        let is_days = self.precision < Precision::Hour;
        [self.lo, self.hi].map(|bound| match bound {
            Bound::Open => Some("..".into()),
            Bound::Unknown => None,
            Bound::At(at) => Some(print::iso(at, is_days, self.zone)),
        })
    }

    /// Where a mark for the whole date stands: the middle of the span, or its only known end.
    pub fn best(&self) -> Option<Instant> {
        match (self.lo(), self.hi()) {
            (Some(lo), Some(hi)) => Some(lo.midpoint(hi)),
            (lo, hi) => lo.or(hi),
        }
    }

    /// The date in words, without what the reader of them knows already.
    pub fn words(&self, known: Known) -> String {
        print::Words(self, known).to_string()
    }

    /// A plain date: bounded, sure, exact to its precision.
    fn plain(lo: Instant, hi: Instant, precision: Precision, zone: Zone, written: &str) -> Self {
        Self { zone, written: written.to_owned(), ..Self::spanning((lo, hi), precision) }
    }
}

/// Reads a date that is no plain ISO date.
fn parse_slowly(text: &str, options: &DateOptions) -> Result<Date, DateError> {
    if text.chars().nth(LONGEST).is_some() {
        let message = format!("this is too long for a date; write at most {LONGEST} characters");
        return Err(DateError { offset: 0, message });
    }
    let folded = cell::folded(text);
    range::expression(cell::Cell::new(&folded), options).map_err(|miss| miss.error)
}

/// Why a text is no date, pointing into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Where the fault begins: characters from the start of the text without blanks around it.
    pub offset: usize,
    /// The fact and the remedy.
    pub message: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

impl std::str::FromStr for Date {
    type Err = DateError;

    /// [`Date::parse`] without options.
    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text, &DateOptions::default())
    }
}

impl fmt::Display for Date {
    /// The date in words, never more exact than it was written: "2010", "Mar 2010",
    /// "12 Mar 2010", "44 BC". [`Date::parse`] reads it back to the same span.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print::Words(self, Known::default()).fmt(f)
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        let lo = Instant::from(day.and_time(chrono::NaiveTime::MIN));
        let hi = Instant::from_day(lo.day + 1);
        Self::plain(lo, hi, Precision::Day, Zone::Floating, &day.to_string())
    }
}

impl From<NaiveDateTime> for Date {
    fn from(at: NaiveDateTime) -> Self {
        let (lo, written) = (Instant::from(at), at.format("%Y-%m-%dT%H:%M:%S%.f").to_string());
        Self::plain(lo, second_after(lo), Precision::Second, Zone::Floating, &written)
    }
}

impl From<DateTime<FixedOffset>> for Date {
    fn from(at: DateTime<FixedOffset>) -> Self {
        let lo = Instant::from(at.naive_utc());
        let zone = Zone::Offset(at.offset().local_minus_utc());
        Self::plain(lo, second_after(lo), Precision::Second, zone, &at.to_rfc3339())
    }
}

/// One second later; the end of the time line stays where it is.
fn second_after(at: Instant) -> Instant {
    at.checked_add(1_000_000_000).unwrap_or(at)
}
