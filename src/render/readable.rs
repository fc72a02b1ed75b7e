//! Text of any kind as a file may hold it.
//!
//! In: text from the table or the options. Out: the same without what would change how the rest is
//! read: control characters and noncharacters, two of which XML forbids, become visible, and
//! direction overrides are left out.

use crate::error::is_direction_override;
use crate::text::is_noncharacter;

/// `text` without characters that a file must not hold.
pub fn readable(text: &str) -> String {
    readable_chars(text).collect()
}

/// The characters of [`readable`].
pub(super) fn readable_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| !is_direction_override(c)).map(visible)
}

/// `c`, or U+FFFD for a control character or one set aside for no use in text.
fn visible(c: char) -> char {
    let is_space = matches!(c, '\t' | '\n' | '\r');
    if (c.is_control() && !is_space) || is_noncharacter(c) { '\u{FFFD}' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_visible() {
        for c in ['\0', '\u{1}', '\u{B}', '\u{1F}', '\u{7F}', '\u{9F}', '\u{FFFE}', '\u{1FFFF}'] {
            assert_eq!(visible(c), '\u{FFFD}', "{c:?}");
        }
        assert_eq!(readable("a\tb\n\u{1}é\u{202E}\u{2066}"), "a\tb\n\u{FFFD}é");
    }
}
