//! The texts that the cells of a workbook share.

use crate::read::workbook::fault::BookResult;
use crate::read::workbook::texts::Texts;
use crate::read::workbook::xml::{XmlItem, XmlPart, ended};

/// Reads the part of the shared texts. How they sound, which East Asian texts tell, is passed over.
pub(super) fn shared_strings(text: &str, name: &str) -> BookResult<Texts> {
    let mut xml = XmlPart::new(text, name);
    let (mut strings, mut is_text, mut is_sound) = (Texts::default(), false, false);
    let mut item_text = String::new();
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => match element.name() {
                "t" => is_text = true,
                "rPh" => is_sound = true,
                _ => {}
            },
            XmlItem::End(end) => match ended(&end) {
                "t" => is_text = false,
                "rPh" => is_sound = false,
                "si" => strings.push(&unescaped(&std::mem::take(&mut item_text))),
                _ => {}
            },
            XmlItem::Text(piece) if is_text && !is_sound => item_text.push_str(&piece),
            XmlItem::Text(_) => {}
        }
    }
    Ok(strings)
}

/// A text with the characters that Excel writes as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let (mut units, mut rest): (Vec<u16>, _) = (Vec::new(), text);
    while let Some(at) = rest.find("_x") {
        units.extend(rest[..at].encode_utf16());
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let is_hex = |code: &&str| code.bytes().all(|byte| byte.is_ascii_hexdigit());
        match code.filter(is_hex).and_then(|code| u16::from_str_radix(code, 16).ok()) {
            Some(unit) => {
                units.push(unit);
                rest = &rest[at + 7..];
            }
            None => {
                units.extend("_x".encode_utf16());
                rest = &rest[at + 2..];
            }
        }
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_texts_are_those_that_are_seen() {
        let text = "<sst><si><t>a &amp; b</t></si><si><r><t>c</t></r><r><t xml:space='preserve'> \
                    d</t></r><rPh><t>e</t></rPh></si><si/><si><t>_x0041_</t></si></sst>";
        let strings = shared_strings(text, "s").expect("sound");
        let texts: Vec<_> = (0..5).map(|at| strings.get(at)).collect();
        assert_eq!(texts, [Some("a & b"), Some("c d"), Some(""), Some("A"), None]);
    }

    #[test]
    fn escapes_stand_for_characters() {
        let cases = [
            ("a_x000A_b", "a\nb"),
            ("_xD83D__xDE00_", "😀"),
            ("_x005F_x000A_", "_x000A_"),
            ("_x00e_ _xyz __x", "_x00e_ _xyz __x"),
            ("_xD83D_", "\u{FFFD}"),
            ("é_x0041_é", "éAé"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text), expected);
        }
    }
}
