//! Breaks of the axis: which empty stretches are worth leaving out, and how long they are in words.
//!
//! After the rule of Cleveland ("The Elements of Graphing Data", 1985) a break is drawn across the
//! whole ruler and says what it leaves out; both sides keep one scale.

use super::domain::MOST_BREAKS;
use super::tick_candidates;
use crate::date::{CountedUnit, DAY_NANOS, DateStyle, Instant, InstantSpan, TimeUnit};
use crate::words::Words;

/// An empty stretch is long against what is shown if it is more than one part in so many.
const PARTS: i128 = 3;
/// And if it is so many times as long as the others at the median.
const TIMES: i128 = 5;
/// What is shown after a break is divided into about so many cells, for which it makes room.
const CELLS: i128 = 8;

/// The stretches worth leaving out between `busy` ones: at most three, in the order of time, from
/// one round date to another. Busy stretches are in the order of their starts.
pub fn empty_stretches(busy: &[InstantSpan], is_ages: bool) -> Vec<InstantSpan> {
    let mut gaps = gaps(busy);
    let (Some(first), Some(last)) = (busy.first(), busy.iter().map(|stretch| stretch.1).max())
    else {
        return Vec::new();
    };
    let mut shown = last.nanos_since(first.0);
    gaps.sort_by_key(|&gap| (-length(gap), gap));
    let mut many = 0;
    while let Some(&gap) = gaps.get(many).filter(|_| many < MOST_BREAKS) {
        let others = &gaps[many + 1..];
        let median = others.get(others.len() / 2).map_or(0, |&gap| length(gap));
        let is_long = length(gap) * PARTS > shown && length(gap) >= TIMES * median;
        if !is_long || length(gap) >= shown {
            break;
        }
        shown -= length(gap);
        many += 1;
    }
    let mut cuts: Vec<InstantSpan> =
        gaps.into_iter().take(many).filter_map(|gap| rounded(gap, shown, is_ages)).collect();
    cuts.sort();
    cuts
}

/// The empty stretch that takes more than three quarters of the time shown, if there is one: its
/// share in hundredths, and its ends.
pub fn longest_stretch(busy: &[InstantSpan]) -> Option<(i128, InstantSpan)> {
    let (first, last) = (busy.first()?.0, busy.iter().map(|stretch| stretch.1).max()?);
    let gap = gaps(busy).into_iter().max_by_key(|&gap| length(gap))?;
    let share = length(gap) * 100 / last.nanos_since(first).max(1);
    (75..100).contains(&share).then_some((share, gap))
}

fn length((lo, hi): InstantSpan) -> i128 {
    hi.nanos_since(lo)
}

/// What lies between the busy stretches, in the order of time.
fn gaps(busy: &[InstantSpan]) -> Vec<InstantSpan> {
    let mut gaps = Vec::new();
    let mut end: Option<Instant> = None;
    for &(lo, hi) in busy {
        gaps.extend(end.filter(|&end| end < lo).map(|end| (end, lo)));
        end = Some(end.map_or(hi, |end| end.max(hi)));
    }
    gaps
}

/// `gap` from a round date to a round date, with some room before and after.
fn rounded(gap: InstantSpan, shown: i128, is_ages: bool) -> Option<InstantSpan> {
    let wanted = (shown / CELLS) as f64;
    let interval = tick_candidates::all(is_ages).find(|interval| interval.nanos() >= wanted)?;
    let room = interval.nanos() as i128 / 2;
    let lo = interval.next(gap.0.checked_add(room)?)?;
    let hi = interval.floor(gap.1.checked_add(-room)?)?;
    // A break that saves little is none.
    (length((lo, hi)) * 2 > length(gap)).then_some((lo, hi))
}

/// How long a stretch is, in words of a language: 450 years, 18 months, 12 days.
pub fn stretch_words((lo, hi): InstantSpan, style: DateStyle) -> String {
    let words = Words::of(style.locale);
    let ((y0, m0, d0), (y1, m1, d1)) = (lo.civil(), hi.civil());
    let months = (i128::from(y1) - i128::from(y0)) * 12 + i128::from(m1) - i128::from(m0);
    let is_days = lo.nano == 0 && hi.nano == 0;
    let told =
        |unit, count: i128| words.duration(style, unit, u64::try_from(count).unwrap_or(u64::MAX));
    if let Some(scale) = style.counts {
        let year = i128::from(DAY_NANOS) * 1461 / 4;
        let count = (length((lo, hi)) + year / 2) / year;
        return match scale.unit {
            CountedUnit::Millisecond => style.in_digits(format!("{count} ms")),
            CountedUnit::Second => told(TimeUnit::Second, count),
            CountedUnit::Minute => told(TimeUnit::Minute, count),
            CountedUnit::Hour => told(TimeUnit::Hour, count),
            CountedUnit::Day => told(TimeUnit::Day, count),
            CountedUnit::Week => told(TimeUnit::Day, count * 7),
            CountedUnit::Month => told(TimeUnit::Month, count),
            CountedUnit::Quarter => told(TimeUnit::Month, count * 3),
            CountedUnit::Year => told(TimeUnit::Year, count),
        };
    }
    if is_days && d0 == d1 && months % 12 == 0 {
        return told(TimeUnit::Year, months / 12);
    }
    if is_days && d0 == d1 && months < 24 {
        return told(TimeUnit::Month, months);
    }
    let nanos = length((lo, hi));
    let units = [
        (TimeUnit::Year, i128::from(DAY_NANOS) * 1461 / 4, 2),
        (TimeUnit::Month, i128::from(DAY_NANOS) * 30, 4),
        (TimeUnit::Day, i128::from(DAY_NANOS), 2),
        (TimeUnit::Hour, 3_600_000_000_000, 2),
        (TimeUnit::Minute, 60_000_000_000, 2),
        (TimeUnit::Second, 1_000_000_000, 1),
    ];
    let Some(&(name, unit, _)) = units.iter().find(|&&(_, unit, least)| nanos >= unit * least)
    else {
        return style.in_digits(format!("{} ms", nanos / 1_000_000));
    };
    let count = (nanos + unit / 2) / unit;
    let is_even = !matches!(name, TimeUnit::Year | TimeUnit::Month);
    let text = told(name, count);
    if is_even && nanos == count * unit { text } else { style.about(&text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn english(stretch: InstantSpan) -> String {
        stretch_words(stretch, DateStyle::default())
    }

    fn stretch(text: &str) -> InstantSpan {
        let date: Date = text.parse().expect(text);
        (date.lo().expect(text), date.hi().expect(text))
    }

    fn cuts(busy: &[&str]) -> Vec<String> {
        let busy: Vec<InstantSpan> = busy.iter().map(|text| stretch(text)).collect();
        empty_stretches(&busy, false).into_iter().map(english).collect()
    }

    #[test]
    fn only_long_empty_stretches_are_found() {
        let cases: [(&[&str], &[&str]); 6] = [
            (&["985", "1000", "1021", "1492", "1497", "1507"], &["450 years"]),
            (&["2009", "2010", "2011", "2020", "2021"], &["6 years"]),
            (&["2009", "2011", "2013", "2015"], &[]),
            (&["1900", "2000"], &["98 years"]),
            (&["2010-03-01", "2010-03-04", "2011-08-01", "2011-08-03"], &["c. 17 months"]),
            (&["2010"], &[]),
        ];
        for (busy, found) in cases {
            let busy: Vec<String> = busy.iter().map(|text| format!("{text:0>4}")).collect();
            let busy: Vec<&str> = busy.iter().map(String::as_str).collect();
            assert_eq!(cuts(&busy), found, "{busy:?}");
        }
    }

    #[test]
    fn breaks_begin_and_end_at_round_dates() {
        let busy = ["0985", "1021", "1492", "1507"].map(stretch);
        let cuts = empty_stretches(&busy, false);
        assert_eq!(cuts.len(), 1);
        let years = [cuts[0].0, cuts[0].1].map(Instant::civil);
        assert_eq!(years, [(1030, 1, 1), (1480, 1, 1)]);
        assert!(busy[1].1 < cuts[0].0 && cuts[0].1 < busy[2].0, "room is left: {cuts:?}");
    }

    #[test]
    fn lengths_in_words() {
        let cases = [
            ("1030/1479", "450 years"),
            ("2010", "1 year"),
            ("2010-03/2010-05", "3 months"),
            ("2010-03-01/2010-03-12", "12 days"),
            ("2010-03-12T10/2010-03-12T13", "4 hours"),
            ("1030-02-03/1480", "c. 451 years"),
            ("65–30 Ma", "36 million years"),
            ("Y-9999/2000", "12,000 years"),
        ];
        for (text, expected) in cases {
            assert_eq!(english(stretch(text)), expected, "{text}");
        }
    }
}
