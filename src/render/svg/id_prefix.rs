//! What every id of a document begins with, so that several figures can be in one page.

use super::texts;
use crate::draw::Picture;
use crate::error::{Code, Error, Result, quoted};

/// The prefix that was asked for, if it is a name in XML and in CSS.
pub(super) fn check_prefix(prefix: &str) -> Result<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if prefix.starts_with(|c: char| c.is_ascii_alphabetic()) && prefix.chars().all(is_name) {
        return Ok(prefix.to_owned());
    }
    let prefix = quoted(prefix);
    Err(Error::options(
        Code::WrongValue,
        format!("the id prefix {prefix} is no name; use a letter, then letters, digits, - and _"),
    ))
}

/// A prefix made from the words of the picture and their places, by FNV-1a. Figures that agree in
/// all of these have the same ids for the same parts.
pub(super) fn fingerprint(picture: &Picture) -> String {
    let mut hash = Fnv(0x811C_9DC5);
    for words in [&picture.title, &picture.description, &picture.language] {
        hash.add(words.as_bytes());
    }
    hash.add(&picture.size.w.to_le_bytes());
    hash.add(&picture.size.h.to_le_bytes());
    for colour in picture.dark_scheme.iter().flat_map(|(light, dark)| [light, dark]) {
        hash.add(&[colour.r, colour.g, colour.b]);
    }
    for text in texts(picture) {
        hash.add(&text.at.x.to_le_bytes());
        hash.add(&text.at.y.to_le_bytes());
        hash.add(text.line.text.as_bytes());
    }
    // An id begins with a letter.
    format!("a{:08x}", hash.0)
}

/// The hash FNV-1a of 32 bits.
struct Fnv(u32);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_name() {
        assert_eq!(check_prefix("fig-1_a"), Ok("fig-1_a".to_owned()));
        for bad in ["", "1a", "-a", "a b", "a\"", "é", "a;b"] {
            assert!(matches!(check_prefix(bad), Err(Error::Options(_))), "{bad:?}");
        }
    }
}
