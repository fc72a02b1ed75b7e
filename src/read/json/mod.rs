//! Tables in JSON: an array of objects, or objects one after another (JSON Lines). Each object is
//! a row, its keys are the headers; text, numbers and booleans are cells, null an empty one.
//!
//! The flow is `likeness` (whether a file is JSON), `document` (its text), `elements` (one object
//! after another, with the places of its keys and values), `keys` (the headers), `cell` (a value
//! as text) and `rows` (sound rows). The keys of all objects must be known before the first row,
//! so the whole text is held, up to the limit of bytes.

mod cell;
mod document;
mod elements;
mod keys;
mod likeness;
mod rows;

pub(super) use likeness::{JsonLikeness, likeness};
pub(super) use rows::JsonSource;
