//! Standards that a PDF may be asked to keep to.

use super::named;
use std::str::FromStr;

/// A standard for PDF files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PdfStandard {
    /// PDF/UA-1: everyone can read it, with the help of programs or without.
    Ua1,
    /// PDF/A-2a: it can be archived, and everyone can read it.
    A2a,
    /// PDF/A-2b: it can be archived.
    A2b,
    /// PDF/A-3a: as PDF/A-2a.
    A3a,
}

impl PdfStandard {
    /// All standards with their names.
    pub const ALL: [(PdfStandard, &str); 4] = [
        (PdfStandard::Ua1, "ua-1"),
        (PdfStandard::A2a, "a-2a"),
        (PdfStandard::A2b, "a-2b"),
        (PdfStandard::A3a, "a-3a"),
    ];

    /// Whether it is one for archives; a file keeps to one of them.
    pub fn is_archival(self) -> bool {
        self != Self::Ua1
    }
}

impl FromStr for PdfStandard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&PdfStandard::ALL, text, "standard for PDF files")
    }
}
