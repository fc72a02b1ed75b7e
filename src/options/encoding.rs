//! What the bytes of a table are in.

use crate::error::quoted;
use std::fmt;
use std::str::FromStr;

/// A character encoding by a name that the web knows (the WHATWG's Encoding Standard).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub &'static encoding_rs::Encoding);

impl FromStr for Encoding {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // Spreadsheets and people join the words of these names in many ways.
        let name = text.trim().replace([' ', '_'], "-");
        let known = encoding_rs::Encoding::for_label_no_replacement(name.as_bytes());
        let known =
            known.or_else(|| encoding_rs::Encoding::for_label_no_replacement(text.as_bytes()));
        known.map(Self).ok_or_else(|| {
            format!(
                "{} is no encoding known here; choose utf-8, utf-16le, utf-16be, latin1, \
                 windows-1252, windows-1251, koi8-r or another of the web's names",
                quoted(text)
            )
        })
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_by_the_names_in_use() {
        for (text, name) in [
            ("latin1", "windows-1252"),
            (" Windows 1252 ", "windows-1252"),
            ("ISO_8859-1", "windows-1252"),
            ("UTF8", "UTF-8"),
            ("utf-16", "UTF-16LE"),
            ("Shift_JIS", "Shift_JIS"),
            ("cp1251", "windows-1251"),
        ] {
            assert_eq!(text.parse::<Encoding>().map(|found| found.to_string()), Ok(name.into()));
        }
        for text in ["", "latin", "replacement", "iso-2022-cn"] {
            assert!(text.parse::<Encoding>().is_err(), "{text}");
        }
    }
}
