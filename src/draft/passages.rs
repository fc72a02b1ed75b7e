//! Prose in passages: paragraphs, items of lists and headings.
//!
//! A line end within a paragraph is a blank where the line was full, and else ends a passage.

use super::markup::{BREAK, HEADING};

/// A stretch of prose that no sentence leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage<'a> {
    pub text: &'a str,
    /// Bytes of the prose before it.
    pub start: usize,
    pub is_heading: bool,
}

/// The passages of prose in their order.
pub(super) fn passages(prose: &str) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    let mut start = 0;
    for part in prose.split_inclusive(BREAK) {
        paragraphs(part.trim_end_matches(BREAK), start, &mut all);
        start += part.len();
    }
    all
}

/// The paragraphs of a part, between blank lines.
fn paragraphs<'a>(part: &'a str, start: usize, all: &mut Vec<Passage<'a>>) {
    let is_heading = part.starts_with(HEADING);
    let (mut from, mut at) = (0, 0);
    for line in part.split_inclusive('\n') {
        if line.trim().is_empty() {
            lines(&part[from..at], start + from, is_heading, all);
            from = at + line.len();
        }
        at += line.len();
    }
    lines(&part[from..], start + from, is_heading, all);
}

/// A paragraph, cut where a line ends that had room for more.
fn lines<'a>(text: &'a str, start: usize, is_heading: bool, all: &mut Vec<Passage<'a>>) {
    let widest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let (mut from, mut at) = (0, 0);
    let mut whole = text.split_inclusive('\n').peekable();
    while let Some(line) = whole.next() {
        at += line.len();
        if whole.peek().is_some_and(|next| is_cut(line.trim_end(), next.trim(), widest)) {
            push(&text[from..at], start + from, is_heading, all);
            from = at;
        }
    }
    push(&text[from..], start + from, is_heading, all);
}

fn push<'a>(text: &'a str, start: usize, is_heading: bool, all: &mut Vec<Passage<'a>>) {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || c == HEADING);
    let start = start + text.len() - bare.len();
    let text = bare.trim_end();
    if !text.is_empty() && !is_caption(text) {
        all.push(Passage { text, start, is_heading });
    }
}

/// What the captions of old books begin with, between brackets: [Map: Europe about 1500].
const CAPTIONS: [&str; 12] = [
    "illustration",
    "map",
    "figure",
    "plate",
    "image",
    "photo",
    "abbildung",
    "karte",
    "carte",
    "ilustración",
    "mapa",
    "рисунок",
];

fn is_caption(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let word =
        inside.and_then(|inside| inside.split_once(':')).map(|(word, _)| word.to_lowercase());
    word.is_some_and(|word| CAPTIONS.contains(&word.as_str()))
}

/// Characters that a line may fall short of the widest, beside the word that did not fit.
const RAGGED: usize = 12;

/// Lines wider than this are paragraphs of their own.
const PARAGRAPH: usize = 160;

/// Whether a passage ends between two lines.
fn is_cut(line: &str, next: &str, widest: usize) -> bool {
    let begins = next.chars().next().is_some_and(|c| !c.is_lowercase() && !",;)".contains(c));
    let goes_on = line.ends_with([',', ';', '-', '–', '(']);
    let word = next.split_whitespace().next().unwrap_or_default().chars().count();
    let has_room = line.chars().count() + 1 + word + RAGGED < widest;
    begins && !goes_on && (widest > PARAGRAPH || has_room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(prose: &str) -> Vec<&str> {
        passages(prose).into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn blank_lines_and_breaks_part_passages() {
        assert_eq!(texts("a b\n\n c\u{2029}d\n"), ["a b", "c", "d"]);
        assert!(passages("\u{2029}\u{1D}War\u{2029}x")[0].is_heading);
    }

    #[test]
    fn captions_are_no_prose() {
        assert_eq!(texts("a\n\n[Map: The Empire about\n1500.]\n\nb"), ["a", "b"]);
        assert_eq!(texts("[In 1500: a]"), ["[In 1500: a]"]);
    }

    #[test]
    fn a_line_that_had_room_ends_a_passage() {
        let wrapped = "The treaty was signed in the\npalace of the king on a cold\nday.";
        assert_eq!(texts(wrapped), [wrapped]);
        let titled = "The war\nThe treaty was signed in the palace of the king.";
        assert_eq!(texts(titled).len(), 2);
        let clauses = "The treaty,\nwhich was signed in the palace of the king,\nfailed.";
        assert_eq!(texts(clauses), [clauses]);
    }
}
