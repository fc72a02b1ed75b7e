//! One date of several: ranges, sets, and all time to one side of a date.

use super::cursor::{Cursor, Parsed};
use crate::date::{
    Bound, Date, DateErrorKind, DateForm, DateSide, Instant, Parts, Precision, Zone,
};

/// A date that consists of an open or unknown end alone.
pub(super) fn unbounded(lo: Bound, hi: Bound, form: DateForm) -> Date {
    Date {
        lo,
        hi,
        precision: Precision::Day,
        uncertain: Parts::default(),
        approximate: Parts::default(),
        zone: Zone::Floating,
        form,
        written: String::new(),
    }
}

/// Whether the second date ends before the first begins.
pub(super) fn is_reversed(from: &Date, to: &Date) -> bool {
    from.lo().zip(to.hi()).is_some_and(|(lo, hi)| hi <= lo)
}

/// From the first date to the second.
pub(super) fn joined(cursor: Cursor<'_>, from: Date, to: Date) -> Parsed<Date> {
    if is_reversed(&from, &to) {
        return cursor
            .firm(DateErrorKind::Reversed, "the range ends before it begins; swap its ends");
    }
    let zone = if from.zone == Zone::Floating { to.zone } else { from.zone };
    Ok(Date {
        lo: from.lo,
        hi: to.hi,
        precision: from.precision.max(to.precision),
        uncertain: from.uncertain.or(to.uncertain),
        approximate: from.approximate.or(to.approximate),
        zone,
        written: String::new(),
        form: DateForm::Range(Box::new([from, to])),
    })
}

/// Some time between the ends of a range.
pub(super) fn between(range: Date) -> Date {
    match range.form {
        DateForm::Range(ends) => Date { form: DateForm::Between(ends), ..range },
        _ => range,
    }
}

/// The smallest date that holds all of `members`, of which there is one at least.
fn outer(members: &[Date]) -> Date {
    let extreme = |bounds: &mut dyn Iterator<Item = Bound>,
                   is_better: fn(Instant, Instant) -> bool| {
        bounds.reduce(|a, b| match (a, b) {
            (Bound::At(x), Bound::At(y)) => Bound::At(if is_better(x, y) { x } else { y }),
            (Bound::Open, _) | (_, Bound::Open) => Bound::Open,
            _ => Bound::Unknown,
        })
    };
    let mut whole = members.first().cloned().unwrap_or_else(|| {
        Date::spanning((Instant::from_day(0), Instant::from_day(1)), Precision::Day)
    });
    let (lo, hi) = (whole.lo, whole.hi);
    whole.lo = extreme(&mut members.iter().map(|date| date.lo), |a, b| a < b).unwrap_or(lo);
    whole.hi = extreme(&mut members.iter().map(|date| date.hi), |a, b| a > b).unwrap_or(hi);
    for date in members {
        whole.precision = whole.precision.max(date.precision);
        whole.uncertain = whole.uncertain.or(date.uncertain);
        whole.approximate = whole.approximate.or(date.approximate);
    }
    whole
}

/// All time to one side of `date`.
pub(super) fn sided(side: DateSide, date: Date) -> Date {
    let (lo, hi) = match side {
        DateSide::Before => (Bound::Open, date.lo),
        DateSide::After => (date.hi, Bound::Open),
        DateSide::By | DateSide::Until => (Bound::Open, date.hi),
        DateSide::InOrAfter | DateSide::Since => (date.lo, Bound::Open),
        DateSide::ToFromUnknown => (Bound::Unknown, date.hi),
        DateSide::FromToUnknown => (date.lo, Bound::Unknown),
    };
    Date { lo, hi, form: DateForm::Side(side, Box::new(date.clone())), ..date }
}

/// Several dates as one.
pub(in crate::date) fn gathered(mut members: Vec<Date>, is_one: bool) -> Date {
    if members.len() == 1 {
        return members.remove(0);
    }
    let whole = outer(&members);
    whole.formed(if is_one { DateForm::OneOf(members) } else { DateForm::AllOf(members) })
}
