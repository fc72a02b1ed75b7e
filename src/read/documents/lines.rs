//! The lines of a text with their places.

use std::ops::Range;

/// A line of a text, without its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextLine<'t> {
    /// What is on it.
    pub text: &'t str,
    /// The bytes that it takes.
    pub span: Range<usize>,
}

/// The lines of a part of a text.
pub(super) fn lines<'t>(text: &'t str, part: Range<usize>) -> impl Iterator<Item = TextLine<'t>> {
    let mut at = part.start;
    let mut rest = text.get(part).unwrap_or_default();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = TextLine { text: &rest[..length], span: at..at + length };
        let end = match rest.get(length..length + 2) {
            Some("\r\n") => 2,
            _ => 1,
        };
        let next = (length + end).min(rest.len());
        (rest, at) = (&rest[next..], at + next);
        Some(line)
    })
}

impl<'t> TextLine<'t> {
    /// What comes before and after a sign, with the places.
    pub(super) fn split_at(&self, at: usize, length: usize) -> (TextLine<'t>, TextLine<'t>) {
        let (head, tail) = self.text.split_at(at.min(self.text.len()));
        let tail = tail.get(length..).unwrap_or_default();
        let start = self.span.end - tail.len();
        let head = TextLine { text: head, span: self.span.start..self.span.start + head.len() };
        (head, TextLine { text: tail, span: start..self.span.end })
    }

    /// The line without blanks around it.
    pub(super) fn trim(&self) -> TextLine<'t> {
        let start = self.span.start + (self.text.len() - self.text.trim_start().len());
        let text = self.text.trim();
        TextLine { text, span: start..start + text.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_parts_have_their_places() {
        let text = "a\r\n\n b : c \rd";
        let found: Vec<TextLine<'_>> = lines(text, 0..text.len()).collect();
        assert!(found.iter().all(|line| &text[line.span.clone()] == line.text));
        let texts: Vec<&str> = found.iter().map(|line| line.text).collect();
        assert_eq!(texts, ["a", "", " b : c ", "d"]);
        let line = found.iter().find(|line| line.text.contains(':')).expect("a line");
        let (head, tail) = line.split_at(3, 1);
        let (head, tail) = (head.trim(), tail.trim());
        assert_eq!((head.text, tail.text), ("b", "c"));
        assert_eq!((&text[head.span], &text[tail.span]), ("b", "c"));
    }
}
