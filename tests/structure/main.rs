//! The sources themselves: what may use what, and that the pages about them are true.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod direction;
mod graph;
mod names;
mod pages;
mod promises;
mod sources;
mod tokens;
