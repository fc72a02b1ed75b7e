//! annals
pub mod date;
pub mod error;
pub mod event;
pub mod geom;
pub mod read;
pub use date::{Date, DateError};
