//! How figures look: colours and the sizes of type, lines and gaps.
//!
//! Lengths are in sub-pixels at the width of a report (6.5 in). Knows nothing of events.

mod colour;
mod sizes;

pub use colour::Colour;
pub use sizes::{Role, Sizes};
