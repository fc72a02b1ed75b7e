//! The scale of counts: zero based, one for all groups of a measure, with a few round values.

use crate::geometry::Sub;

/// A scale from 0 to the greatest count, which is so long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ValueScale {
    pub(crate) peak: f64,
    pub(crate) length: Sub,
}

impl ValueScale {
    /// How long a count is.
    pub(crate) fn place(self, count: f64) -> Sub {
        if self.peak <= 0.0 {
            return 0;
        }
        (count / self.peak * f64::from(self.length)).round() as Sub
    }

    /// Round values from 0 up to `top`, at least so far apart.
    pub(crate) fn values(self, top: f64, apart: Sub) -> Vec<u64> {
        let steps = (0..19).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
        let step = steps.into_iter().find(|&step| self.place(step as f64) >= apart);
        let Some(step) = step.filter(|_| self.peak > 0.0) else { return vec![0] };
        let values = (0..).map_while(|number: u64| number.checked_mul(step));
        values.take_while(|&value| value as f64 <= top).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_round_and_have_room() {
        let cases = [
            (87.0, 100, 25, vec![0, 50]),
            (87.0, 100, 20, vec![0, 20, 40, 60, 80]),
            (4.0, 100, 20, vec![0, 1, 2, 3, 4]),
            (0.5, 100, 20, vec![0]),
            (0.0, 100, 20, vec![0]),
            (12_408.0, 60, 20, vec![0, 5000, 10_000]),
            (
                u64::MAX as f64,
                100,
                20,
                [0, 1, 2, 3].map(|count| count * 5_000_000_000_000_000_000).into(),
            ),
        ];
        for (peak, length, apart, expected) in cases {
            assert_eq!(ValueScale { peak, length }.values(peak, apart), expected, "{peak}");
        }
        let scale = ValueScale { peak: 80.0, length: 100 };
        assert_eq!([0.0, 40.0, 80.0].map(|count| scale.place(count)), [0, 50, 100]);
        assert_eq!(scale.values(30.0, 20), [0, 20]);
    }
}
