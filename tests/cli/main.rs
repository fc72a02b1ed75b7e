//! The command as a user types it: exit codes, streams, files and messages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod codes;
mod command_line;
mod draft;
mod embedding;
mod escapes;
mod explain_dates;
mod figures;
#[allow(dead_code, unreachable_pub, reason = "the command uses the rest")]
#[path = "../../src/bin/annals/files/mod.rs"]
mod files;
#[path = "../support/folder.rs"]
mod folder;
mod help;
mod inputs;
mod interruptions;
mod messages;
mod paged;
mod pages;
mod save;
#[path = "../support/schema.rs"]
mod schema;
mod schemas;
mod shell;
mod streams;
mod watch;
