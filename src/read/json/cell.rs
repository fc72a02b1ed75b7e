//! One JSON value as the text of a cell, and the places of its characters.

use std::ops::Range;
use std::str::CharIndices;

/// A value as a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct JsonCell {
    /// The bytes of the document that the value takes; empty if the row lacks it.
    pub span: Range<usize>,
    /// Its text without blanks around it; empty for null and for what is no text.
    pub text: String,
    /// Why it is no text.
    pub fault: Option<&'static str>,
}

impl JsonCell {
    /// The cell of a value as it is written, which takes these bytes of the document.
    pub(super) fn new(written: &str, span: Range<usize>) -> Self {
        match text(written) {
            Ok(text) => Self { span, text: text.trim().to_owned(), fault: None },
            Err(fault) => Self { span, text: String::new(), fault: Some(fault) },
        }
    }

    /// A text made of the value that takes these bytes of the document.
    pub(super) fn made(text: String, span: Range<usize>) -> Self {
        Self { span, text, fault: None }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.fault.is_none()
    }
}

/// A value as text, or why it is none. Texts in an array are one with commas.
fn text(written: &str) -> Result<String, &'static str> {
    match written.as_bytes().first() {
        Some(b'{') => Err("this is an object; write text, a number, true, false or null"),
        Some(b'[') => match serde_json::from_str::<Vec<String>>(written) {
            Ok(texts) if !texts.iter().any(|text| text.contains('\0')) => Ok(texts.join(", ")),
            _ => date_parts(written)
                .ok_or("this is an array; write text, a number, true, false or null"),
        },
        Some(b'n') => Ok(String::new()),
        Some(b'"') => match serde_json::from_str::<String>(written) {
            Ok(text) if text.contains('\0') => Err("a NUL character is no text; remove it"),
            Ok(text) => Ok(text),
            Err(_) => Err("the text has half of a surrogate pair; correct its \\u escapes"),
        },
        _ => Ok(written.to_owned()),
    }
}

/// The date of an array that holds one or two arrays of a year, a month and a day, as lists of literature
/// have it.
fn date_parts(written: &str) -> Option<String> {
    let dates: Vec<Vec<u32>> = serde_json::from_str(written).ok()?;
    let date = |parts: &Vec<u32>| match parts[..] {
        [year] => Some(format!("{year:04}")),
        [year, month] => Some(format!("{year:04}-{month:02}")),
        [year, month, day] => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    };
    let dates: Vec<String> = dates.iter().map(date).collect::<Option<_>>()?;
    matches!(dates.len(), 1 | 2).then(|| dates.join("/"))
}

/// The bytes of a value as it is written that hold its text: of text those between the quotes.
pub(super) fn content(written: &str) -> Range<usize> {
    match written.starts_with('"') {
        true => 1..written.len().saturating_sub(1),
        false => 0..written.len(),
    }
}

/// The byte of a value as it is written that the character `offset` of its trimmed text is at.
pub(super) fn byte_of_char(written: &str, offset: usize) -> usize {
    let content = content(written);
    let text = written.get(content.clone()).unwrap_or_default();
    let mut characters = Characters(text.char_indices()).skip_while(|(_, c)| c.is_whitespace());
    characters.nth(offset).map_or(content.end, |(at, _)| content.start + at)
}

/// The characters that the inside of a JSON string stands for, each with the byte it is at.
struct Characters<'t>(CharIndices<'t>);

impl Iterator for Characters<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, c) = self.0.next()?;
        Some((at, if c == '\\' { self.escaped() } else { c }))
    }
}

impl Characters<'_> {
    /// The character of the escape after a backslash.
    fn escaped(&mut self) -> char {
        match self.0.next() {
            Some((_, 'n')) => '\n',
            Some((_, 't')) => '\t',
            Some((_, 'r')) => '\r',
            Some((_, 'b')) => '\u{8}',
            Some((_, 'f')) => '\u{C}',
            Some((_, 'u')) => self.unicode(),
            other => other.map_or('\\', |(_, c)| c),
        }
    }

    /// The character of an escape in UTF-16, which may take two.
    fn unicode(&mut self) -> char {
        let first = self.unit();
        let is_pair = (0xD800..0xDC00).contains(&first) && self.0.as_str().starts_with("\\u");
        let units = match is_pair {
            true => {
                self.0.nth(1);
                vec![first, self.unit()]
            }
            false => vec![first],
        };
        let decoded = char::decode_utf16(units).next();
        decoded.and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The four hexadecimal digits of an escape.
    fn unit(&mut self) -> u16 {
        let digits = self.0.by_ref().take(4).filter_map(|(_, c)| c.to_digit(16));
        digits.fold(0, |unit, digit| unit << 4 | digit as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(written: &str) -> JsonCell {
        JsonCell::new(written, 0..written.len())
    }

    #[test]
    fn values_as_text() {
        let cases = [
            ("\" a\\n\\u00e9\\ud83d\\ude00 \"", "a\né😀"),
            ("1957", "1957"),
            ("-1.50e3", "-1.50e3"),
            ("true", "true"),
            ("false", "false"),
            ("null", ""),
            ("\"null\"", "null"),
            ("[]", ""),
            ("[\"a\", \"b\"]", "a, b"),
            ("[[2001, 5, 3]]", "2001-05-03"),
            ("[[2001],[2003,11]]", "2001/2003-11"),
        ];
        for (written, text) in cases {
            assert_eq!((cell(written).text.as_str(), cell(written).fault), (text, None));
        }
        for (written, part) in
            [("[1]", "array"), ("{}", "object"), ("\"\\u0000\"", "NUL"), ("\"\\ud800\"", "half")]
        {
            assert!(cell(written).fault.is_some_and(|why| why.contains(part)), "{written}");
        }
    }

    #[test]
    fn characters_are_where_they_are_written() {
        let written = "\" \\t\\u00e9x\\ud83d\\ude00€\\\"y\"";
        let at: Vec<&str> = (0..7).map(|n| &written[byte_of_char(written, n)..]).collect();
        let starts = ["\\u00e9", "x", "\\ud83d", "€", "\\\"", "y", "\""];
        for (rest, start) in at.iter().zip(starts) {
            assert!(rest.starts_with(start), "{rest}");
        }
        assert_eq!((byte_of_char("1957", 2), byte_of_char("1957", 9)), (2, 4));
    }

    proptest! {
        #[test]
        fn characters_are_those_of_the_text(text in any::<String>()) {
            let written = serde_json::to_string(&text).expect("a string");
            let inside = &written[content(&written)];
            let found: String = Characters(inside.char_indices()).map(|(_, c)| c).collect();
            prop_assert_eq!(found, text);
        }
    }
}
