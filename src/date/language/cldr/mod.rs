//! What the Unicode Common Locale Data Repository says of the dates of each language.
//!
//! The tables are written by `tests/by_hand/locales.py` from CLDR 48.2 (© Unicode, Inc., licence
//! Unicode-3.0). Words that CLDR does not have are those of the language's own table.

mod ar;
mod ca;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod en_us;
mod es;
mod fi;
mod fr;
mod hi;
mod hu;
mod it;
mod ja;
mod ko;
mod nb;
mod nl;
mod pl;
mod pt;
mod ro;
mod ru;
mod sv;
mod tr;
mod uk;
mod ur;
mod zh;

pub(in crate::date) use ar::AR;
pub(in crate::date) use ca::CA;
pub(in crate::date) use cs::CS;
pub(in crate::date) use da::DA;
pub(in crate::date) use de::DE;
pub(in crate::date) use el::EL;
pub(in crate::date) use en::EN;
pub(in crate::date) use en_us::EN_US;
pub(in crate::date) use es::ES;
pub(in crate::date) use fi::FI;
pub(in crate::date) use fr::FR;
pub(in crate::date) use hi::HI;
pub(in crate::date) use hu::HU;
pub(in crate::date) use it::IT;
pub(in crate::date) use ja::JA;
pub(in crate::date) use ko::KO;
pub(in crate::date) use nb::NB;
pub(in crate::date) use nl::NL;
pub(in crate::date) use pl::PL;
pub(in crate::date) use pt::PT;
pub(in crate::date) use ro::RO;
pub(in crate::date) use ru::RU;
pub(in crate::date) use sv::SV;
pub(in crate::date) use tr::TR;
pub(in crate::date) use uk::UK;
pub(in crate::date) use ur::UR;
pub(in crate::date) use zh::ZH;

/// Names and patterns of a language. Where there are several of one thing, they are long, short
/// and, for patterns, in numbers. Letters of patterns are those of CLDR: `d` day, `M` month in a
/// date, `L` month alone, `y` year, `Q` quarter; text stands in single quotes.
pub(in crate::date) struct Cldr {
    /// Names of months in a date with a day, January first.
    pub(in crate::date) in_date: [[&'static str; 12]; 2],
    /// Names of months without a day.
    pub(in crate::date) alone: [[&'static str; 12]; 2],
    /// Day, month and year.
    pub(in crate::date) day: [&'static str; 3],
    /// Month and year.
    pub(in crate::date) month: [&'static str; 3],
    /// Day and month.
    pub(in crate::date) month_day: [&'static str; 2],
    /// Short names of the quarters.
    pub(in crate::date) quarters: [&'static str; 4],
    /// Quarter and year.
    pub(in crate::date) quarter: &'static str,
    /// What follows the number of a year alone, and of one BC.
    pub(in crate::date) year_signs: [&'static str; 2],
    /// BC and AD.
    pub(in crate::date) eras: [&'static str; 2],
    /// Whether an era stands before its year.
    pub(in crate::date) is_era_first: bool,
    /// Between two things, and before the last of several, all of which are meant.
    pub(in crate::date) and: [&'static str; 2],
    /// The same of things one of which is meant.
    pub(in crate::date) or: [&'static str; 2],
    /// Between the things of a list before the last.
    pub(in crate::date) comma: &'static str,
    /// Before the decimals of a number.
    pub(in crate::date) decimal: &'static str,
    /// Between groups of three digits.
    pub(in crate::date) group: &'static str,
    /// So many years, months, days, hours, minutes and seconds, for each of the numbers that a
    /// language tells apart: one, two, few, many, other.
    pub(in crate::date) units: [[&'static str; 5]; 6],
}
