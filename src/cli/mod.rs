//! The command: from arguments to files.
//!
//! What touches the file system for the command stands here; the rest of the crate works in
//! memory and knows no paths.

pub mod save;
