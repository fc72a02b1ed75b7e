//! annals
pub mod date;
pub mod error;
pub mod event;
pub mod geom;
pub use date::{Date, DateError};
pub mod draw;
pub mod text;
pub mod theme;
pub mod write;
