//! The lines of iCalendar, unfolded: names, parameters, values, and where they are.

use crate::read::documents::lines::lines;
use crate::read::source::ROW_BYTES;
use std::ops::Range;

/// A line with its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// Its name in capitals.
    pub name: String,
    /// Its parameters, their names in capitals.
    pub params: Vec<(String, String)>,
    /// Its value as it is written.
    pub value: String,
    /// Where the value is, its folds included.
    pub span: Range<usize>,
    /// Where the line begins.
    pub start: usize,
}

impl ContentLine {
    /// The value of a parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, its escapes resolved.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }
}

/// The lines of a text, unfolded; or the place of one that is longer than a row may be.
pub(super) fn content_lines(text: &str) -> Vec<Result<ContentLine, Range<usize>>> {
    let mut found = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    for line in lines(text, 0..text.len()) {
        if let Some(more) = line.text.strip_prefix([' ', '\t'])
            && let Some((unfolded, span)) = &mut open
        {
            if unfolded.len() <= ROW_BYTES {
                unfolded.push_str(more);
            }
            span.end = line.span.end;
            continue;
        }
        found.extend(open.take().and_then(|(unfolded, span)| content(&unfolded, span)));
        open = Some((line.text.to_owned(), line.span));
    }
    found.extend(open.and_then(|(unfolded, span)| content(&unfolded, span)));
    found
}

/// The parts of a line; none of a blank one.
fn content(line: &str, span: Range<usize>) -> Option<Result<ContentLine, Range<usize>>> {
    if line.len() > ROW_BYTES {
        return Some(Err(span));
    }
    if line.trim().is_empty() {
        return None;
    }
    let mut is_quoted = false;
    let colon = line.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b':' && !is_quoted
    });
    let (head, value) = line.split_at(colon.unwrap_or(line.len()));
    let value = value.strip_prefix(':').unwrap_or(value);
    let mut parts = head.split(';');
    let name = parts.next().unwrap_or_default().trim().to_ascii_uppercase();
    let params = parts.filter_map(|part| part.split_once('=')).map(|(name, value)| {
        (name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned())
    });
    let params = params.collect();
    let from = (span.start + head.len() + 1).min(span.end);
    Some(Ok(ContentLine {
        name,
        params,
        value: value.into(),
        start: span.start,
        span: from..span.end,
    }))
}

/// A text without escapes.
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            '\0' => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_and_taken_apart() {
        let text = "BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en;X=\"a:b\":A lo\r\n ng na\r\n\tme\\, and\\nmore\r\n\r\nEND:VEVENT";
        let found: Vec<ContentLine> = content_lines(text).into_iter().flatten().collect();
        let names: Vec<&str> = found.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, ["BEGIN", "SUMMARY", "END"]);
        assert_eq!(found[1].text(), "A long name, and\nmore");
        assert_eq!((found[1].param("LANGUAGE"), found[1].param("X")), (Some("en"), Some("a:b")));
        assert!(text[found[1].span.clone()].starts_with("A lo\r\n ng"));
    }

    #[test]
    fn a_line_without_end_is_bounded() {
        let text = "SUMMARY:a\r\n".to_owned() + &" aaaaaaaaaaaaaaaa\r\n".repeat(ROW_BYTES / 8);
        assert!(matches!(content_lines(&text)[..], [Err(_)]));
    }
}
