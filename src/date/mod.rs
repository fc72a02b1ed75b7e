//! Dates as they are known: every notation comes down to a [`Date`], the span of time that the
//! written text may mean, with its exactness and its doubts.
//!
//! In: the text of one cell. Out: a [`Date`] or a [`DateError`] that points into the cell. This
//! room knows nothing of tables or charts, and reads no clock.

mod civil;
mod iso;
mod print;

pub use civil::{
    DAY_NANOS, Instant, civil_from_days, days_from_civil, days_in_month, is_leap, weekday,
};
pub use print::{month_name, year_text};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// No zone was written: the bounds are local times and never shifted.
    Floating,
    /// Seconds east of UTC; the bounds are UTC.
    Offset(i32),
    /// A zone of the tz database by its name; the bounds are UTC.
    Named(String),
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
    /// The text as it stood in the cell.
    pub written: String,
}

impl Date {
    /// The lower bound's instant, if it has one.
    pub fn lo(&self) -> Option<Instant> {
        self.lo.instant()
    }

    /// The upper bound's instant, if it has one.
    pub fn hi(&self) -> Option<Instant> {
        self.hi.instant()
    }

    /// Where a mark for the whole date stands: the middle of the span, or its only known end.
    pub fn best(&self) -> Option<Instant> {
        match (self.lo(), self.hi()) {
            (Some(lo), Some(hi)) => Some(lo.midpoint(hi)),
            (lo, hi) => lo.or(hi),
        }
    }

    /// A plain date: bounded, sure, exact to its precision.
    fn plain(lo: Instant, hi: Instant, precision: Precision, zone: Zone, written: &str) -> Self {
        Self {
            lo: Bound::At(lo),
            hi: Bound::At(hi),
            precision,
            uncertain: Parts::default(),
            approximate: Parts::default(),
            zone,
            written: written.to_owned(),
        }
    }
}

/// Why a text is no date, pointing into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Where the fault begins: characters from the start of the text.
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

    /// Reads the notations of ISO 8601 to the year, month, day or clock time, with or without an
    /// offset from UTC.
    fn from_str(text: &str) -> Result<Self, DateError> {
        iso::parse(text)
    }
}

impl fmt::Display for Date {
    /// The date in words, never more exact than it was written: "2010", "Mar 2010",
    /// "12 Mar 2010", "44 BC".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print::print(self, f)
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
