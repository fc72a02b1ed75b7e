//! Drawing.

mod picture;

pub use picture::{Anchor, Group, Item, Outline, Picture, Shape, Stroke, Text};
