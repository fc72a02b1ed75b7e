//! annals
pub mod cli;
pub mod date;
pub mod error;
pub mod event;
pub mod geom;
pub mod read;
pub use date::{Date, DateError};
pub mod draw;
pub mod figure;
pub mod layout;
pub mod options;
pub mod text;
pub mod theme;
pub mod time;
