//! The figure in words, for those who cannot see it.

use super::Placed;

/// So many events are told one by one.
const TOLD: usize = 20;

/// How many events, from when to when, and which.
pub(super) fn description(events: &[Placed]) -> String {
    let count = events.len();
    let noun = if count == 1 { "event" } else { "events" };
    let mut text = format!("Timeline of {count} {noun}");
    let told: Vec<&str> = events.iter().take(TOLD).map(|event| event.title.as_str()).collect();
    text.push_str(": ");
    text.push_str(&told.join("; "));
    if count > TOLD {
        text.push_str(&format!("; and {} more", count - TOLD));
    }
    text.push('.');
    text
}
