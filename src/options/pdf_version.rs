//! Versions of the file format PDF.

use super::named;
use std::str::FromStr;

/// A version of the file format PDF, for programs that read no later one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PdfFileVersion {
    /// PDF 1.4.
    V14,
    /// PDF 1.5, which pdfTeX takes without a warning.
    V15,
    /// PDF 1.6.
    V16,
    /// PDF 1.7.
    #[default]
    V17,
}

impl PdfFileVersion {
    /// All versions with their names.
    pub const ALL: [(PdfFileVersion, &str); 4] = [
        (PdfFileVersion::V14, "1.4"),
        (PdfFileVersion::V15, "1.5"),
        (PdfFileVersion::V16, "1.6"),
        (PdfFileVersion::V17, "1.7"),
    ];
}

impl FromStr for PdfFileVersion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&PdfFileVersion::ALL, text, "version of PDF")
    }
}
