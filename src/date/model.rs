//! The date as it is known: bounds, precision, doubts, and the form it was written in.

use super::{CountScale, Instant, Season};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

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

/// Which parts of a date a doubt applies to (EDTF level 2 distinguishes them).
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

/// The zone of a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// No zone was written: the bounds are local times and never shifted.
    Floating,
    /// Seconds east of UTC; the bounds are UTC.
    Offset(i32),
}

/// What was written besides a calendar unit: how a date is printed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// The unit that the precision names.
    Plain,
    /// A clock time of a day that is not said.
    Clock,
    /// A count from an origin that is not said, as it was written.
    Count(CountScale, Box<str>),
    /// An age.
    Age(Age),
    /// This text, in a notation that has no plainer words: open digits, a fiscal year.
    Literal(Box<str>),
    /// A season.
    Season(Season),
    /// The first, middle or last third of a date.
    Third(Third, Box<Date>),
    /// A half, third or quarter of a date.
    Fraction(Fraction, Box<Date>),
    /// All time to one side of a date.
    Side(DateSide, Box<Date>),
    /// From one date to another.
    Range(Box<[Date; 2]>),
    /// Some time between two dates, nobody knows when.
    Between(Box<[Date; 2]>),
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

/// A number of years before the present, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// The whole units.
    pub whole: u64,
    /// The decimals, which may be none.
    pub decimals: Box<str>,
    /// What is counted.
    pub unit: AgeUnit,
    /// Whether the present is the year 2000, and not 1950.
    pub is_before_2000: bool,
}

/// The unit of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeUnit {
    /// A billion years.
    Ga,
    /// A million years.
    Ma,
    /// A thousand years.
    Ka,
    /// A year.
    Year,
}

impl Age {
    /// The symbol of the unit, with the present where that is not 1950: "BP", "Ma", "ka b2k".
    pub fn symbol(&self) -> String {
        let unit = match self.unit {
            AgeUnit::Year => return if self.is_before_2000 { "b2k" } else { "BP" }.to_owned(),
            AgeUnit::Ga => "Ga",
            AgeUnit::Ma => "Ma",
            AgeUnit::Ka => "ka",
        };
        if self.is_before_2000 { format!("{unit} b2k") } else { unit.to_owned() }
    }
}

impl AgeUnit {
    /// How exact a date in this unit is.
    pub(super) fn precision(self) -> Precision {
        match self {
            Self::Ga => Precision::Ga,
            Self::Ma => Precision::Ma,
            Self::Ka => Precision::Ka,
            Self::Year => Precision::Year,
        }
    }
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

/// A part of a date that is cut into equal parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Which part, the first being 1.
    pub number: u32,
    /// How many parts there are: 2, 3 or 4.
    pub count: u32,
}

/// A side of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSide {
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
    /// The zone of its clock time.
    pub zone: Zone,
    /// What was written besides a calendar unit.
    pub form: DateForm,
    /// The text that was read, without blanks around it.
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

    /// The instant that represents the whole date: the middle of the span, or its only known end.
    pub fn best(&self) -> Option<Instant> {
        match (self.lo(), self.hi()) {
            (Some(lo), Some(hi)) => Some(lo.midpoint(hi)),
            (lo, hi) => lo.or(hi),
        }
    }

    /// The same with its text.
    fn written_as(self, written: String) -> Self {
        Self { written, ..self }
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        let lo = Instant::from(day.and_time(chrono::NaiveTime::MIN));
        let hi = Instant::from_day(lo.day + 1);
        Self::spanning((lo, hi), Precision::Day).written_as(day.to_string())
    }
}

impl From<NaiveDateTime> for Date {
    fn from(at: NaiveDateTime) -> Self {
        let lo = Instant::from(at);
        let written = at.format("%Y-%m-%dT%H:%M:%S%.f").to_string();
        Self::spanning((lo, second_after(lo)), Precision::Second).written_as(written)
    }
}

impl From<DateTime<FixedOffset>> for Date {
    fn from(at: DateTime<FixedOffset>) -> Self {
        let lo = Instant::from(at.naive_utc());
        let zone = Zone::Offset(at.offset().local_minus_utc());
        let date = Self::spanning((lo, second_after(lo)), Precision::Second);
        Self { zone, ..date }.written_as(at.to_rfc3339())
    }
}

/// One second later; the end of the time line stays where it is.
fn second_after(at: Instant) -> Instant {
    at.checked_add(1_000_000_000).unwrap_or(at)
}
