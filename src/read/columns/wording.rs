//! Parts of messages about columns.

use crate::error::{Message, quoted};
use crate::read::roles::Role;

/// Headers that a message lists before the rest are only counted.
const LISTED: usize = 12;

/// The setting that gives a role to the column with this header.
pub(super) fn choice(role: Role, header: &str) -> Message {
    let header = if header == "HEADER" { header.to_owned() } else { quoted(header) };
    Message::default().setting_to("column", format!("{}={header}", role.name()))
}

/// Headers in a message.
pub(super) fn list(headers: &[&str]) -> String {
    let listed: Vec<String> = headers.iter().take(LISTED).map(|header| quoted(header)).collect();
    match headers.len().saturating_sub(LISTED) {
        0 if listed.is_empty() => "all empty".into(),
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}
