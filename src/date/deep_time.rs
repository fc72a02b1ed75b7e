//! Ages and years in one figure: the present as an age, and years BC as ages.

use super::span::years;
use super::{Age, AgeUnit, Bound, Date, DateForm, Precision};

/// The year that ages are counted from.
const PRESENT: i64 = 1950;

/// Years BC from here on are rounded as ages are: 66,000,000 BC is 66 Ma, not 1950 years more.
const ROUND: u64 = 10_000;

impl Date {
    /// Whether it is an age, or from one age to another.
    pub fn is_age(&self) -> bool {
        match &self.form {
            DateForm::Age(_) => true,
            DateForm::Range(ends) | DateForm::Between(ends) => {
                ends.iter().any(Self::is_age)
                    && ends.iter().all(|end| end.is_age() || end.form == DateForm::Present)
            }
            DateForm::Side(_, date) => date.is_age(),
            _ => false,
        }
    }

    /// The same where the present is age 0, and not an open end.
    pub fn with_present_as_age(self) -> Self {
        match self.form {
            DateForm::Present => {
                let Some((lo, hi)) = years(PRESENT, 1) else { return self };
                let (lo, hi) = (Bound::At(lo), Bound::At(hi));
                Self { lo, hi, precision: Precision::Ka, ..self }
            }
            DateForm::Range(ends) if ends[1].form == DateForm::Present => {
                let [from, to] = *ends;
                let to = to.with_present_as_age();
                let precision = from.precision;
                let (hi, ends) = (to.hi, Box::new([from, to]));
                Self { hi, precision, form: DateForm::Range(ends), ..self }
            }
            _ => self,
        }
    }
}

/// The age of an astronomical year before year 1, in three digits.
pub(super) fn age_of_year(year: i64) -> Age {
    let before = 1_i64.saturating_sub(year).unsigned_abs();
    let is_round = before >= ROUND && before.is_multiple_of(1000);
    let age = if is_round { before } else { before.saturating_add(PRESENT.unsigned_abs() - 1) };
    let (unit, power) = match age {
        1_000_000_000.. => (AgeUnit::Ga, 9_u32),
        1_000_000.. => (AgeUnit::Ma, 6),
        _ => (AgeUnit::Ka, 3),
    };
    let digits = age.checked_ilog10().unwrap_or(0);
    let places = 2_u32.saturating_sub(digits.saturating_sub(power));
    let step = 10_u64.pow(power.saturating_sub(places));
    let scale = 10_u64.pow(places);
    let rounded = age.saturating_add(step / 2) / step;
    let width = places as usize;
    let decimals = format!("{:0width$}", rounded % scale);
    let decimals = if places == 0 { "" } else { decimals.trim_end_matches('0') };
    Age { whole: rounded / scale, decimals: decimals.into(), unit, is_before_2000: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_ages_of_three_digits() {
        for (year, age) in [
            (-13_799_999_999, "13.8 Ga"),
            (-65_999_999, "66 Ma"),
            (-540_999_999, "541 Ma"),
            (-2_582_999, "2.58 Ma"),
            (-299_999, "300 ka"),
            (-11_999, "12 ka"),
            (-12_344, "14.3 ka"),
            (-1999, "3.95 ka"),
            (0, "1.95 ka"),
            (-999_999_999, "1 Ga"),
            (i64::MIN, "9,223,372,037 Ga"),
        ] {
            let found = age_of_year(year);
            let point = if found.decimals.is_empty() { "" } else { "." };
            let whole = crate::date::grouped(found.whole);
            assert_eq!(format!("{whole}{point}{} {}", found.decimals, found.symbol()), age);
        }
    }

    #[test]
    fn the_present_of_ages_is_age_0() {
        let date: Date = "66 Ma–present".parse().expect("a date");
        assert!(date.is_age());
        let aged = date.with_present_as_age();
        assert_eq!(aged.iso_bounds()[1].as_deref(), Some("1951-01-01"));
        assert_eq!(aged.precision, Precision::Ma);
        assert_eq!(aged.to_string(), "66 Ma – present");
        let now: Date = "present".parse().expect("a date");
        assert!(!now.is_age());
        assert_eq!(now.with_present_as_age().iso_bounds()[0].as_deref(), Some("1950-01-01"));
        assert!(!"1950–present".parse::<Date>().expect("a date").is_age());
    }
}
