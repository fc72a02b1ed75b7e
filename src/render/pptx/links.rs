//! The addresses that a slide leads to, as its relations name them.

use std::fmt::Write;

/// The addresses in the order of first use.
#[derive(Default)]
pub(super) struct Links(Vec<String>);

/// The relation of a slide to its layout comes first.
const FIRST: usize = 2;

impl Links {
    /// The name of the relation to an address.
    pub(super) fn relation(&mut self, link: &str) -> String {
        let address = address(link);
        let known = self.0.iter().position(|known| *known == address);
        let place = known.unwrap_or_else(|| {
            self.0.push(address);
            self.0.len() - 1
        });
        format!("rId{}", place + FIRST)
    }

    /// Each relation with its address.
    pub(super) fn all(&self) -> impl Iterator<Item = (String, &str)> {
        let named = |(place, address)| (format!("rId{place}"), address);
        (FIRST..).zip(self.0.iter().map(String::as_str)).map(named)
    }
}

/// An address as RFC 3986 has it: a program may refuse a whole file for one that is not.
fn address(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    let mut has_fragment = false;
    let bytes = link.as_bytes();
    for (place, &byte) in bytes.iter().enumerate() {
        let is_hex = |more: usize| bytes.get(place + more).is_some_and(u8::is_ascii_hexdigit);
        let is_kept = match byte {
            b'%' => is_hex(1) && is_hex(2),
            b'#' => !std::mem::replace(&mut has_fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=[]".contains(&byte),
        };
        if is_kept {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_standard() {
        for (link, written) in [
            ("https://a.org/b?c=d&e#f", "https://a.org/b?c=d&e#f"),
            ("https://a.org/é%zz%20\"<>#f#g", "https://a.org/%C3%A9%25zz%20%22%3C%3E#f%23g"),
            ("mailto:a@b.org", "mailto:a@b.org"),
        ] {
            assert_eq!(address(link), written);
        }
        let mut links = Links::default();
        let names = ["http://a", "http://b", "http://a"].map(|link| links.relation(link));
        assert_eq!(names, ["rId2", "rId3", "rId2"]);
        assert_eq!(links.all().count(), 2);
    }
}
