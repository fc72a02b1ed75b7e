//! What is said of dates beside the names in lanes: dates no more exact than the time axis can
//! show, or how long a span went on.

use crate::date::{Bound, DAY_NANOS, Date, DateForm, DateStyle, Instant, Known, Precision};
use crate::event::Event;
use crate::options::Show;
use crate::time::{Scale, stretch_words};

/// Days of a year.
const YEAR: i128 = 365;
/// An axis of so many years or more has dates to the year, one of so many to the month.
const BY_YEAR: i128 = 25;
const BY_MONTH: i128 = 2;

/// What is said of dates.
#[derive(Clone, Copy)]
pub(crate) struct LaneDates {
    show: Option<Show>,
    /// The finest unit that is said.
    finest: Precision,
    known: Known,
}

impl LaneDates {
    /// What is said on a time axis that states `known` itself.
    pub(crate) fn of(show: Option<Show>, scale: &Scale, known: Known) -> Self {
        let years = scale.hi().nanos_since(scale.lo()) / i128::from(DAY_NANOS) / YEAR;
        let finest = match show {
            None if years >= BY_YEAR => Precision::Year,
            None if years >= BY_MONTH => Precision::Month,
            _ => Precision::Fraction,
        };
        Self { show, finest, known }
    }

    /// Dates as exact as they are.
    pub(crate) fn exact(known: Known) -> Self {
        Self { show: None, finest: Precision::Fraction, known }
    }

    /// Whether the dates of an event are said as exactly as they are.
    pub(crate) fn is_exact(self, event: &Event) -> bool {
        let ends = std::iter::once(&event.start).chain(&event.end);
        ends.into_iter().all(|date| self.shortened(date).precision == date.precision)
    }

    /// The words for what goes on from the first event to the last; none where nothing is to be
    /// said. The table's own words stand in any case.
    pub(crate) fn text(self, first: &Event, last: &Event) -> Option<String> {
        let own = first.when.clone().filter(|_| std::ptr::eq(first, last));
        match self.show {
            _ if own.is_some() => own,
            Some(Show::None) => None,
            Some(Show::Duration) => duration(first, last, self.known.style),
            Some(Show::Dates) | None => Some(self.dates(first, last)),
        }
    }

    fn dates(self, first: &Event, last: &Event) -> String {
        let is_one = std::ptr::eq(first, last) && first.end.is_none();
        let start = self.shortened(&first.start);
        let end = self.shortened(last.end.as_ref().unwrap_or(&last.start));
        let whole = Event { end: (!is_one).then(|| end.clone()), ..Event::new(start.clone(), "") };
        let [from, to] = [&start, &end].map(|date| date.words(self.known));
        if from == to {
            Event::new(start, "").when_text(self.known)
        } else {
            whole.when_text(self.known)
        }
    }

    /// A date without what is finer than the axis can show.
    fn shortened(self, date: &Date) -> Date {
        let is_finer = date.form == DateForm::Plain && date.precision > self.finest;
        let precision = if is_finer { self.finest } else { date.precision };
        Date { precision, ..date.clone() }
    }
}

/// Days up to which the last one counts.
const SHORT: i128 = 400;

/// Whether both dates are more exact than a year.
fn precise(start: &Date, end: &Date) -> bool {
    start.precision > Precision::Year && end.precision > Precision::Year
}

/// How long it was from the start of one event to the end of another; none where an end is open,
/// unknown, or the same date.
fn duration(first: &Event, last: &Event, style: DateStyle) -> Option<String> {
    let (start, end) = (&first.start, last.end.as_ref().filter(|end| **end != first.start)?);
    let (Bound::At(from), Bound::At(to)) = (start.lo, end.hi) else { return None };
    // Days and months count themselves, longer times are what lies between two dates.
    let is_short = precise(start, end) && to.nanos_since(from) < SHORT * i128::from(DAY_NANOS);
    let to: Instant = if is_short { to } else { end.lo()? };
    let words = stretch_words((from, to), style);
    let is_about =
        [start, end].into_iter().any(|date| date.approximate.any() || date.uncertain.any());
    let sign = style.about("");
    match is_about && !words.contains(sign.trim()) {
        true => Some(style.about(&words)),
        false => Some(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(start: &str, end: &str) -> Event {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let end = (!end.is_empty()).then(|| date(end));
        Event { end, ..Event::new(date(start), "") }
    }

    fn told(show: Option<Show>, finest: Precision, (start, end): (&str, &str)) -> Option<String> {
        let event = event(start, end);
        LaneDates { show, finest, known: Known::default() }.text(&event, &event)
    }

    #[test]
    fn dates_are_as_exact_as_the_axis() {
        let term = ("1797-03-04", "1801-03-04");
        for (finest, expected) in [
            (Precision::Year, "1797–1801"),
            (Precision::Month, "Mar 1797 – Mar 1801"),
            (Precision::Fraction, "4 Mar 1797 – 4 Mar 1801"),
        ] {
            assert_eq!(told(None, finest, term).as_deref(), Some(expected));
        }
        let cases = [(("1841-03-04", "1841-04-04"), "1841"), (("c. 1450", ""), "c. 1450")];
        for (dates, expected) in cases {
            assert_eq!(told(None, Precision::Year, dates).as_deref(), Some(expected));
        }
        assert_eq!(told(Some(Show::None), Precision::Year, term), None);
    }

    #[test]
    fn durations_count_what_lies_between() {
        for (dates, expected) in [
            (("1914", "1918"), Some("4 years")),
            (("2010-03-01", "2010-03-12"), Some("12 days")),
            (("2010-03", "2010-05"), Some("3 months")),
            (("1797-03-04", "1801-03-04"), Some("4 years")),
            (("1789-04-30", "1797-03-04"), Some("c. 8 years")),
            (("c. 1450", "1460"), Some("c. 10 years")),
            (("2010", ""), None),
            (("2010", "open"), None),
        ] {
            let found = told(Some(Show::Duration), Precision::Fraction, dates);
            assert_eq!(found.as_deref(), expected, "{dates:?}");
        }
    }
}
