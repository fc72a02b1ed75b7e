//! Tables in CSV.
//!
//! The flow is `dialect` (the delimiter) and `records` (sound rows); `cells` finds the places of
//! cells in the bytes of a row. Rows stream: what is held does not grow with the table.

mod cells;
mod dialect;
mod records;

pub(super) use dialect::has_headers;
pub(super) use records::CsvSource;
