//! Tables in JSON: an array of objects or of arrays, or objects one after another (JSON Lines), also
//! within a document. Each object is a row, its keys are the headers; text, numbers and booleans are
//! cells, null an empty one, and the keys of objects within it are headers such as `author.name`.
//!
//! The flow is `likeness` (whether a file is JSON), `elements` (its values), `places` and `choice`
//! (which of them are the records), `layout` (the records one after another), `flatten` (a record as
//! cells), `headers` (the columns), `cell` (a value as text), `group_names` (names that are told apart
//! from the records) and `rows` (sound rows). `value` takes values apart. The keys of all records
//! must be known before the first row, so the whole text is held, up to the limit of bytes.

mod cell;
mod choice;
mod elements;
mod flatten;
mod group_names;
mod headers;
mod layout;
mod likeness;
mod places;
mod rows;
mod value;

pub(super) use likeness::{JsonLikeness, likeness};
pub(super) use rows::JsonSource;
