//! The one way numbers are printed in a file of text.
//!
//! In: a whole number of parts of a unit. Out: a decimal number without exponent, trailing zeros
//! or a negative zero, rounded in whole numbers and so alike on every machine.

use crate::geometry::{PX, Sub};

/// `parts` of which `per_unit` make one, with at most `places` decimals; halves away from zero.
pub(crate) fn decimal(parts: i64, per_unit: i64, places: u32) -> String {
    let mut text = String::new();
    push_decimal(&mut text, (parts, per_unit), places);
    text
}

/// Adds what [`decimal`] gives to a text.
fn push_decimal(text: &mut String, (parts, per_unit): (i64, i64), places: u32) {
    let unit = u128::from(per_unit.unsigned_abs());
    let doubled = u128::from(parts.unsigned_abs()) * 10_u128.pow(places) * 2 + unit;
    // Many numbers are printed, and those of 64 bits are divided far faster.
    let digits = match (u64::try_from(doubled), u64::try_from(unit * 2)) {
        (Ok(doubled), Ok(unit)) => PaddedDigits::of(doubled / unit),
        _ => PaddedDigits::of_long(doubled / (unit * 2)),
    };
    push_digits(text, parts < 0, &digits, places as usize);
}

/// Adds a number with at most `places` decimals, of which these are all digits.
fn push_digits(text: &mut String, is_negative: bool, digits: &PaddedDigits, places: usize) {
    let digits = digits.as_str(places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    if is_negative && (whole != "0" || !fraction.is_empty()) {
        text.push('-');
    }
    text.push_str(whole);
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
}

/// Adds a whole number.
fn push_whole(text: &mut String, number: i16) {
    let mut digits = [b'0'; 5];
    let (mut first, mut rest) = (digits.len(), number.unsigned_abs());
    while rest > 0 || first == digits.len() {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if number < 0 {
        text.push('-');
    }
    text.extend(digits[first..].iter().map(|&digit| char::from(digit)));
}

/// The digits of a number behind noughts.
struct PaddedDigits {
    bytes: [u8; Self::LONGEST],
    first: usize,
}

impl PaddedDigits {
    /// More than any number of 128 bits has.
    const LONGEST: usize = 40;

    fn of(number: u64) -> Self {
        let mut digits = Self { bytes: [b'0'; Self::LONGEST], first: Self::LONGEST };
        digits.add(number);
        digits
    }

    fn of_long(number: u128) -> Self {
        const PART: u128 = 10_u128.pow(18);
        let mut digits = Self { bytes: [b'0'; Self::LONGEST], first: Self::LONGEST };
        let mut rest = number;
        loop {
            let end = digits.first;
            // The remainder has 18 digits at most.
            digits.add((rest % PART) as u64);
            rest /= PART;
            if rest == 0 {
                return digits;
            }
            digits.first = end - 18;
        }
    }

    /// Adds the digits of a number before those there are.
    fn add(&mut self, mut number: u64) {
        while number > 0 {
            self.first -= 1;
            self.bytes[self.first] = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }

    /// The digits, with noughts up to a length.
    fn as_str(&self, least: usize) -> &str {
        let first = self.first.min(Self::LONGEST.saturating_sub(least));
        str::from_utf8(&self.bytes[first..]).unwrap_or("0")
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
    let mut text = String::new();
    push_hundredths(&mut text, number);
    text
}

/// Adds what [`hundredths`] gives to a text.
pub(crate) fn push_hundredths(text: &mut String, number: f64) {
    // Most coordinates of outlines are whole and short.
    let whole = number as i16;
    if f64::from(whole) == number {
        return push_whole(text, whole);
    }
    // The cast saturates, and makes 0 of what is no number.
    let rounded = (number * 100.0).round() as i64;
    push_digits(text, rounded < 0, &PaddedDigits::of(rounded.unsigned_abs()), 2);
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
        for whole in [0, 9, -10, 32_767, -32_768, 32_768] {
            assert_eq!(hundredths(f64::from(whole)), whole.to_string());
        }
    }
}
