//! Two years of which nobody knows which it was, or that one year of another calendar covers, as ends
//! of a range: 428/427 – 348/347 BC.

use super::cursor::Cursor;
use super::qualified::leading;
use super::tokens::digits_of;
use super::year_pair::without_era;
use crate::date::{Date, DateForm, DateOptions, Precision};

/// Both ends of a range, if each is a year and the next; the era may stand at the last alone.
pub(super) fn double_years(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<(Date, Date)> {
    let (last, is_bc, has_era) = without_era(right.rest());
    let to = double_year(last, is_bc, right.rest())?;
    let mut tables = options.languages().tables();
    let about = tables.find_map(|language| leading(left, language.about));
    let from = about.unwrap_or(left).rest();
    let (first, first_bc, first_has) = without_era(from);
    let is_bc = if first_has || !has_era { first_bc } else { is_bc };
    let from = double_year(first, is_bc, from)?;
    Some((from.doubted(false, about.is_some()), to))
}

/// A year and the next one, as `written`.
fn double_year(text: &str, is_bc: bool, written: &str) -> Option<Date> {
    let (first, second) = text.split_once('/')?;
    if !(3..=4).contains(&first.len()) || !(1..=4).contains(&second.len()) {
        return None;
    }
    let (year, short) = (digits_of(first)?, digits_of(second)?);
    let next = if is_bc { year - 1 } else { year + 1 };
    let unit = 10_i64.pow(u32::try_from(second.len()).ok()?);
    if next % unit != short {
        return None;
    }
    let of = |year: i64| Date::of_year(if is_bc { 1 - year } else { year });
    let (lo, hi) = (of(year)?.lo()?, of(next)?.hi()?);
    Some(Date::spanning((lo, hi), Precision::Year).formed(DateForm::Literal(written.into())))
}
