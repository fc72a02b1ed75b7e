//! Eras and markers that the options add to those of the table.

use crate::date::{Bound, Date, DateOptions, Today};
use crate::error::{Code, Error, Message, Result};
use crate::event::{Event, Kind};
use crate::options::{EraOption, FigureOptions, MarkerOption};

/// The eras and markers of the options. The present is marked where the time of `events` reaches
/// it.
///
/// # Errors
///
/// [`Error::Options`] for an era that ends before it begins, and a marker without a known date.
pub(crate) fn behind(events: &[Event], options: &FigureOptions) -> Result<Vec<Event>> {
    let eras = options.eras.iter().map(era);
    let marks = options.markers.iter().map(marker);
    let mut behind = eras.chain(marks).collect::<Result<Vec<Event>>>()?;
    let today = options.today.and_then(Today::date);
    if let Some(today) = today.filter(|today| is_shown(today, events, options)) {
        behind.push(Event { kind: Kind::Marker, ..Event::new(today, options.words().today) });
    }
    Ok(behind)
}

fn era(era: &EraOption) -> Result<Event> {
    let (start, end) = (end(&era.from)?, end(&era.to)?);
    if let (Some(lo), Some(hi)) = (start.lo(), end.hi())
        && hi <= lo
    {
        let written = format!("{}..{}={}", start.written, end.written, era.name);
        let message = Message::default().unset_value("era", written);
        return Err(Error::options(
            Code::EndsSwapped,
            message.text(" ends before it begins; swap its dates"),
        ));
    }
    Ok(Event { end: Some(end), kind: Kind::Era, ..Event::new(start, era.name.clone()) })
}

/// The date of an end, which is open if there is none.
fn end(date: &Option<Date>) -> Result<Date> {
    match date {
        Some(date) => Ok(date.clone()),
        None => Date::parse("..", &DateOptions::default())
            .map_err(|error| Error::internal(error.to_string())),
    }
}

fn marker(marker: &MarkerOption) -> Result<Event> {
    if marker.date.best().is_none() {
        let written = format!("{}={}", marker.date.written, marker.name);
        let message = Message::default().unset_value("mark", written);
        return Err(Error::options(
            Code::UnknownMoment,
            message.text(" has no known date; give one"),
        ));
    }
    Ok(Event { kind: Kind::Marker, ..Event::new(marker.date.clone(), marker.name.clone()) })
}

/// Whether a day lies in the time from the first to the last of the events.
fn is_shown(day: &Date, events: &[Event], options: &FigureOptions) -> bool {
    let ends = |event: &Event| {
        let last = event.end.as_ref().unwrap_or(&event.start);
        // What goes on goes on today.
        let hi = if last.hi == Bound::Open { day.hi() } else { last.hi() };
        (event.lo().or(event.start.hi()), hi.or(last.lo()))
    };
    let is_before = events.iter().any(|event| ends(event).0.is_some_and(|lo| Some(lo) <= day.lo()));
    let is_after = events.iter().any(|event| ends(event).1.is_some_and(|hi| Some(hi) >= day.hi()));
    let is_from = options.from.as_ref().is_none_or(|from| from.lo() <= day.lo());
    let is_to = options.to.as_ref().is_none_or(|to| to.hi() >= day.hi());
    is_before && is_after && is_from && is_to
}
