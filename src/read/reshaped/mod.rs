//! Tables in other shapes as tables with a row for each event: those that lie on their side, those with a
//! column for each of several events, and those with all cells of a row in one. Each is a source made of
//! another source.

mod split;
mod transposed;
mod wide;

pub(super) use split::{SplitSource, delimiter};
pub(super) use transposed::TransposedSource;
pub(super) use wide::{WIDE_COLUMNS, WideSource};
