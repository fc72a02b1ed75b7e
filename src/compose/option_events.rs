//! Eras and markers that the options add to those of the table.

use crate::date::{Bound, Date, DateOptions, Today};
use crate::error::{Error, Result};
use crate::event::{Event, Kind};
use crate::options::{EraText, MarkText, Options};

/// The name of the line at the present.
const TODAY: &str = "Today";

/// The eras and markers of the options. The present is marked where the time of `events` reaches
/// it.
///
/// # Errors
///
/// [`Error::Options`] for a date that cannot be read, and an era that ends before it begins.
pub(crate) fn behind(events: &[Event], options: &Options) -> Result<Vec<Event>> {
    let eras = options.eras.iter().map(|text| era(text, options));
    let marks = options.marks.iter().map(|text| marker(text, options));
    let mut behind = eras.chain(marks).collect::<Result<Vec<Event>>>()?;
    let today = options.today.and_then(Today::date);
    if let Some(today) = today.filter(|today| is_shown(today, events, options)) {
        behind.push(Event { kind: Kind::Marker, ..Event::new(today, TODAY) });
    }
    Ok(behind)
}

fn era(text: &EraText, options: &Options) -> Result<Event> {
    let end = |text: &str| if text.is_empty() { open() } else { options.date("era", text) };
    let (start, end) = (end(&text.from)?, end(&text.to)?);
    if let (Some(lo), Some(hi)) = (start.lo(), end.hi())
        && hi <= lo
    {
        let EraText { from, to, name } = text;
        let message =
            format!("--era {from}..{to}={name} ends before it begins; exchange its dates");
        return Err(Error::options(message));
    }
    Ok(Event { end: Some(end), kind: Kind::Era, ..Event::new(start, text.name.clone()) })
}

/// An end that there is not.
fn open() -> Result<Date> {
    let open = Date::parse("..", &DateOptions::default());
    open.map_err(|error| Error::internal(error.to_string()))
}

fn marker(text: &MarkText, options: &Options) -> Result<Event> {
    let date = options.date("mark", &text.date)?;
    if date.best().is_none() {
        let message = format!("--mark {}={}: write a date that is known", text.date, text.name);
        return Err(Error::options(message));
    }
    Ok(Event { kind: Kind::Marker, ..Event::new(date, text.name.clone()) })
}

/// Whether a day lies in the time from the first to the last of the events.
fn is_shown(day: &Date, events: &[Event], options: &Options) -> bool {
    let ends = |event: &Event| {
        let last = event.end.as_ref().unwrap_or(&event.start);
        // What goes on goes on today.
        let hi = if last.hi == Bound::Open { day.hi() } else { last.hi() };
        (event.lo().or(event.start.hi()), hi.or(last.lo()))
    };
    let is_before = events.iter().any(|event| ends(event).0.is_some_and(|lo| Some(lo) <= day.lo()));
    let is_after = events.iter().any(|event| ends(event).1.is_some_and(|hi| Some(hi) >= day.hi()));
    let limit = |name: &str, text: &Option<String>| {
        text.as_ref().and_then(|text| options.date(name, text).ok())
    };
    let (from, to) = (limit("from", &options.from), limit("to", &options.to));
    let is_from = from.is_none_or(|from| from.lo() <= day.lo());
    is_before && is_after && is_from && to.is_none_or(|to| to.hi() >= day.hi())
}
