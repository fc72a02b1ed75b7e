//! Events of a calendar in iCalendar (RFC 5545).
//!
//! The flow is `content_lines` (lines unfolded, with names, parameters and places), `components`
//! (the events), `moment` (dates and times), `rule` and `repeats` (events that come again), and
//! `rows`. Times in a zone stay as they are written, which a note tells.

mod components;
mod content_lines;
mod moment;
mod repeats;
mod rows;
mod rule;

pub(super) use rows::table;

/// Whether a text begins as a calendar does.
pub(super) fn is_calendar(text: &str) -> bool {
    const BEGIN: &str = "BEGIN:VCALENDAR";
    let head = text.trim_start().get(..BEGIN.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(BEGIN))
}
