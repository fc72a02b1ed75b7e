//! The one way numbers are printed in a file of text.
//!
//! In: a whole number of parts of a unit. Out: a decimal number without exponent, trailing zeros
//! or a negative zero, rounded in whole numbers and so alike on every machine.

use crate::geometry::{PX, Sub};

/// `parts` of which `per_unit` make one, with at most `places` decimals; halves away from zero.
pub(crate) fn decimal(parts: i64, per_unit: i64, places: u32) -> String {
    let unit = u128::from(per_unit.unsigned_abs());
    let doubled = u128::from(parts.unsigned_abs()) * 10_u128.pow(places) * 2 + unit;
    // Many numbers are printed, and those of 64 bits are divided and printed far faster.
    let digits = match (u64::try_from(doubled), u64::try_from(unit * 2)) {
        (Ok(doubled), Ok(unit)) => (doubled / unit).to_string(),
        _ => (doubled / (unit * 2)).to_string(),
    };
    let places = places as usize;
    let kept = digits.trim_end_matches('0').len();
    if kept == 0 {
        return digits;
    }
    let sign = if parts < 0 { "-" } else { "" };
    match digits.len().checked_sub(places) {
        Some(whole) if whole >= kept => [sign, &digits[..whole]].concat(),
        Some(whole) if whole > 0 => [sign, &digits[..whole], ".", &digits[whole..kept]].concat(),
        _ => {
            let zeros = &"0".repeat(places - digits.len());
            [sign, "0.", zeros, &digits[..kept]].concat()
        }
    }
}

/// A length in CSS pixels, to the hundredth: nearer than a sub-pixel.
pub(crate) fn px(length: Sub) -> String {
    decimal(i64::from(length), i64::from(PX), 2)
}

/// A size of type in CSS pixels, rounded up to the hundredth: Chromium rounds sizes down to the
/// sub-pixel, and would set type a sub-pixel smaller than it was measured at.
pub(crate) fn type_size(size: Sub) -> String {
    let hundredths = i64::from(size) * 100 + i64::from(PX) - 1;
    decimal(hundredths.div_euclid(i64::from(PX)), 100, 2)
}

/// `number` to the hundredth.
pub(crate) fn hundredths(number: f64) -> String {
    // The cast saturates, and makes 0 of what is no number.
    decimal((number * 100.0).round() as i64, 100, 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_short_and_rounded_to_the_nearest() {
        let table = [
            (0, "0"),
            (64, "1"),
            (32, "0.5"),
            (-32, "-0.5"),
            (1, "0.02"),
            (659, "10.3"),
            (39_936, "624"),
            (-65, "-1.02"),
            (63, "0.98"),
            (6_399, "99.98"),
            (i32::MAX, "33554431.98"),
            (i32::MIN, "-33554432"),
        ];
        for (length, text) in table {
            assert_eq!(px(length), text, "{length}");
        }
    }

    #[test]
    fn type_is_never_smaller_than_measured() {
        for (size, text) in [(589, "9.21"), (659, "10.3"), (640, "10"), (736, "11.5"), (1, "0.02")]
        {
            assert_eq!(type_size(size), text, "{size}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_as_by_long_division(parts: i64, per_unit in 1..100_000_000_i64, places in 0..9_u32) {
            for parts in [parts, parts >> 32, parts >> 50] {
                let (scale, unit) = (10_i128.pow(places), i128::from(per_unit));
                let rounded = (i128::from(parts.unsigned_abs()) * scale * 2 + unit) / (unit * 2);
                let text = format!("{}.{:0width$}", rounded / scale, rounded % scale, width = places as usize);
                let text = text.trim_end_matches('0').trim_end_matches('.');
                let text = if rounded == 0 || places == 0 { rounded.to_string() } else { text.to_owned() };
                let sign = if parts < 0 && rounded > 0 { "-" } else { "" };
                prop_assert_eq!(decimal(parts, per_unit, places), format!("{sign}{text}"));
            }
        }
    }

    #[test]
    fn no_zero_is_negative_and_no_number_is_foreign() {
        assert_eq!(decimal(-1, 1000, 2), "0");
        assert_eq!(decimal(-5, 1000, 2), "-0.01");
        assert_eq!(decimal(659, 64_000, 8), "0.01029688");
        assert_eq!(hundredths(-0.001), "0");
        assert_eq!(hundredths(f64::NAN), "0");
        assert_eq!(hundredths(12.345_6), "12.35");
    }
}
