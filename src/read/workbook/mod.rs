//! Tables in workbooks: .xlsx, .ods and .xls, told by their content.
//!
//! The flow is `container` (the parts of a zip file, within bounds) and `xml`, or `xls::compound`
//! (the stream of an old workbook); `xlsx`, `ods` and `xls` (the sheets and their cells, each into
//! `cells`, with numbers as `shown`); `book` (all formats alike), `choice` (which sheet is read)
//! and `rows` (its sound rows).

mod book;
mod cells;
mod choice;
mod container;
mod excel_format;
mod fault;
mod ods;
mod rows;
mod shown;
mod texts;
mod xls;
mod xlsx;
mod xml;

pub(super) use book::is_container;
pub(super) use choice::open;
