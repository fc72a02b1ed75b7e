//! From the bytes of a table to its events, or to all that is wrong with it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod any_table;
mod bounds;
mod carried;
mod counts;
#[cfg(feature = "documents")]
mod documents;
mod everyday;
mod evidence;
mod exports;
mod headers;
mod json;
mod kinds;
mod milestones;
#[cfg(feature = "documents")]
mod pasted;
mod shapes;
mod strangers;
mod tables;
mod tongues;
#[cfg(feature = "workbooks")]
mod workbooks;
mod years;
