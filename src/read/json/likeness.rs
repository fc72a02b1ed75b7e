//! Whether a file is JSON, by its head.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// How much the head of a file is like a table in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum JsonLikeness {
    /// It is an array or objects without a fault, as far as it goes.
    Valid,
    /// It begins like objects, and has a fault.
    Opening,
    /// It is something else.
    None,
}

/// How much a head, which may be the whole file, is like JSON.
pub(in crate::read) fn likeness(head: &[u8], is_whole: bool) -> JsonLikeness {
    let text = head.trim_ascii_start();
    if !matches!(text.first(), Some(b'[' | b'{')) {
        JsonLikeness::None
    } else if is_valid(text, is_whole) {
        JsonLikeness::Valid
    } else if opens_object(text) {
        JsonLikeness::Opening
    } else {
        JsonLikeness::None
    }
}

/// Whether a text is valid JSON; one that is cut, as far as it goes.
fn is_valid(text: &[u8], is_whole: bool) -> bool {
    let values = Deserializer::from_slice(text).into_iter::<IgnoredAny>();
    values.into_iter().all(|value| match value {
        Ok(_) => true,
        Err(error) => error.is_eof() && !is_whole,
    })
}

/// Whether a text begins with an object and its first key, perhaps in an array and perhaps in
/// the quotes of other languages.
fn opens_object(text: &[u8]) -> bool {
    let inner = text.strip_prefix(b"[").unwrap_or(text).trim_ascii_start();
    let object = inner.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    object.is_some_and(|object| matches!(object.first(), Some(b'"' | b'\'' | b'}')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_known_by_its_head() {
        let cases = [
            ("[{\"date\": 1}]", JsonLikeness::Valid),
            (" \n{\"a\": 1}\n{\"a\": 2}\n", JsonLikeness::Valid),
            ("[]", JsonLikeness::Valid),
            ("[1, 2]", JsonLikeness::Valid),
            ("[{\"date\": 1}, ", JsonLikeness::Opening),
            ("[\n  {'date': 1}]", JsonLikeness::Opening),
            ("{\"a\": 1,}", JsonLikeness::Opening),
            ("[{\"a\":1}],date,title\n", JsonLikeness::Opening),
            ("[date],title\n2010,a\n", JsonLikeness::None),
            ("{date};title\n", JsonLikeness::None),
            ("[],date,title\n", JsonLikeness::None),
            ("[1, 2", JsonLikeness::None),
            ("date,title\n[1],a\n", JsonLikeness::None),
            ("\"[\",date", JsonLikeness::None),
            ("", JsonLikeness::None),
        ];
        for (head, expected) in cases {
            assert_eq!(likeness(head.as_bytes(), true), expected, "{head:?}");
        }
        assert_eq!(likeness(b"[{\"a\": \"b", false), JsonLikeness::Valid);
    }
}
