//! What to do about a picture that is larger than a format holds.

use crate::error::Message;

/// What makes a picture smaller, by its longer side.
pub(super) fn smaller(width: f64, height: f64) -> Message {
    match width > height {
        true => Message::new("a smaller ").setting("width"),
        false => Message::new("fewer or shorter texts"),
    }
}
