//! Dates as they are known: every notation comes down to a [`Date`], the span of time that the
//! written text may mean, with its exactness and its doubts.
//!
//! In: a text. Out: a [`Date`] or a [`DateError`] that points into the text, and a date as text for
//! labels. This module knows nothing of tables or figures, and reads no clock.
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
//!   dates. Case, commas, full stops and weekdays that agree mean nothing. Words of other
//!   languages by [`DateOptions::locale`].
//! - BC, BCE, AD, CE; ages in ka, Ma and Ga before 1950, BP, and b2k before 2000.
//!
//! The calendar is the Gregorian one throughout. A third of a year is four months, of a decade it
//! ends after three and seven years, of a century after 33 and 67, of a month after the 10th and
//! the 20th. Seasons are whole months, spring from March in the north and from September in the
//! south; a winter is named after the year it begins in.
//!
//! A text with several readings (`03/04/2010`, `2011/12`, `45291`) is refused with all of them and
//! with what decides, and a text with none (30 February, a weekday that disagrees) as well. A
//! [`DateColumn`] reads many texts, and lets them decide for each other. Some texts have a usual
//! reading that a column can overrule: years of two digits are 1930 to 2029, `1936-39` is a range,
//! `-44` is 44 BC.
//!
//! # Parts
//!
//! `model` (the types), `instant` (the calendar), `span` (calendar units as spans), `season`,
//! `options` and `choices`, `language` (one table of words for each language), `parse` (text to
//! date), `column` (what a column decides), `stints` (several dates in one text), `format` (date to
//! text) and `iso_text` (date to ISO 8601).

mod choices;
mod column;
mod counted;
mod deep_time;
mod error;
mod format;
mod instant;
mod iso_text;
mod language;
mod model;
mod options;
mod parse;
mod season;
mod span;
mod stints;

pub use choices::{Century, DateNumbers, Midnight, NegativeYears, Notation, YearPairs};
pub use column::{
    CellReading, DateColumn, Decisions, OpenAnswer, OpenQuestion, OrderDoubt, PlainCells, PlainSeen,
};
pub(crate) use counted::UNIT_PARTS;
pub use counted::{CountForm, CountScale, CountedUnit};
pub use error::{DateError, DateErrorKind};
pub use format::{
    ClockDetail, DateLayout, DatePattern, DateStyle, Known, TimeUnit, grouped, month_name,
    range_text, stretch_text, year_text, zone_text,
};
pub use instant::{
    DAY_NANOS, Instant, InstantSpan, civil_from_days, days_from_civil, days_in_month, is_leap,
    weekday,
};
pub use language::Locale;
pub(crate) use language::{Token, names_month, others as other_languages};
pub use model::{
    Age, AgeUnit, Bound, Date, DateForm, DateSide, Fraction, Parts, Precision, Third, Zone,
};
pub use options::{DateOptions, DateOrder, Fiscal, NamedBy, Today, UtcOffset};
pub use parse::MonthDoubt;
pub(crate) use parse::roman_number;
pub use season::Season;
pub use span::week_number;
