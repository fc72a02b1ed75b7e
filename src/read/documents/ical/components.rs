//! The events of a calendar: what stands between BEGIN:VEVENT and END:VEVENT.

use super::content_lines::{ContentLine, content_lines};
use crate::error::{Code, Message};
use crate::read::documents::held::HeldRow;
use crate::read::source::ROW_BYTES;
use std::collections::BTreeMap;
use std::ops::Range;

/// An event with its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CalendarEvent {
    /// Its lines, those of alarms in it left out.
    pub lines: Vec<ContentLine>,
    /// The bytes that it takes.
    pub span: Range<usize>,
}

/// What a calendar holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Components {
    /// Its events in their order.
    pub events: Vec<CalendarEvent>,
    /// What is wrong with its lines.
    pub faults: Vec<HeldRow>,
    /// Components that are no events, which have dates of their own, by name.
    pub others: BTreeMap<String, u64>,
}

impl CalendarEvent {
    /// The first line of a name.
    pub(super) fn line(&self, name: &str) -> Option<&ContentLine> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// All lines of a name.
    pub(super) fn lines<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e ContentLine> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The value of a line as it is written.
    pub(super) fn value(&self, name: &str) -> &str {
        self.line(name).map_or("", |line| line.value.trim())
    }
}

/// Reads what a calendar holds.
pub(super) fn components(text: &str) -> Components {
    let mut found = Components::default();
    let mut open: Option<CalendarEvent> = None;
    // Components within an event: alarms.
    let mut within = 0_u64;
    for line in content_lines(text) {
        let line = match line {
            Ok(line) => line,
            Err(span) => {
                found.faults.push(HeldRow::Fault(span, Code::LongRow, too_long()));
                continue;
            }
        };
        let kind = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), &mut open) {
            ("BEGIN", None) if kind == "VEVENT" => {
                open = Some(CalendarEvent { lines: Vec::new(), span: line.start..line.span.end });
            }
            ("BEGIN", None) => {
                if matches!(kind.as_str(), "VTODO" | "VJOURNAL") {
                    *found.others.entry(kind).or_default() += 1;
                }
            }
            ("BEGIN", Some(event)) if kind == "VEVENT" => {
                found.faults.push(HeldRow::Fault(
                    event.span.clone(),
                    Code::CalendarEvent,
                    not_closed(),
                ));
                *event = CalendarEvent { lines: Vec::new(), span: line.start..line.span.end };
                within = 0;
            }
            ("BEGIN", Some(_)) => within += 1,
            ("END", Some(event)) if kind == "VEVENT" => {
                event.span.end = line.span.end;
                found.events.extend(open.take());
                within = 0;
            }
            ("END", Some(_)) => within = within.saturating_sub(1),
            (_, Some(event)) if within == 0 => event.lines.push(line),
            _ => {}
        }
    }
    if let Some(event) = open {
        found.faults.push(HeldRow::Fault(event.span, Code::CalendarEvent, not_closed()));
    }
    found
}

fn not_closed() -> Message {
    Message::new("the event that begins here is not closed; add END:VEVENT after its last line")
}

fn too_long() -> Message {
    Message::new(format!("the line is longer than {} KiB; shorten it", ROW_BYTES / 1024))
}
