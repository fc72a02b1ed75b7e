//! A table to begin with, as CSV and as a workbook.

use crate::files::{Output, Target, save_all};

use annals::host::zipped;
use annals::{Code, Error, Result};
use std::io::{self, IsTerminal};

/// What the example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ExampleKind {
    /// A table in CSV.
    Csv,
    /// The same table in a workbook, .xlsx.
    Workbook,
}

/// The parts of the workbook.
const PARTS: [(&str, &[u8]); 6] = [
    ("[Content_Types].xml", include_bytes!("types.xml")),
    ("_rels/.rels", include_bytes!("package.xml")),
    ("xl/workbook.xml", include_bytes!("workbook.xml")),
    ("xl/_rels/workbook.xml.rels", include_bytes!("relations.xml")),
    ("xl/styles.xml", include_bytes!("styles.xml")),
    ("xl/worksheets/sheet1.xml", include_bytes!("sheet.xml")),
];

/// Prints the example.
pub(crate) fn print(kind: ExampleKind) -> Result<()> {
    let bytes = match kind {
        ExampleKind::Csv => include_bytes!("events.csv").to_vec(),
        ExampleKind::Workbook if io::stdout().is_terminal() => {
            let message = "a workbook is not text for a terminal; send it into a file";
            return Err(Error::options(Code::NotForTerminals, message));
        }
        ExampleKind::Workbook => zipped(&PARTS),
    };
    save_all(&[Output { target: Target::Stdout, bytes }])
}
