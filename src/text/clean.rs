//! Text without what must not reach a figure.

use crate::error::{is_direction_mark, is_direction_override};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Whether `c` is to have no glyph: it joins, parts, chooses or turns what stands beside it.
pub(crate) fn is_unseen(c: char) -> bool {
    is_direction_mark(c)
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Marks that one letter may carry, and characters without width that may follow each other. Five
/// are a crowded letter of Hebrew or Tibetan, six the tags of a flag; towers of them would reach
/// into other rows.
const MARKS: usize = 6;

/// Letters that one character as people see it may be joined of. Six are a kiss of two people with
/// the colours of their skin, five a conjunct of Sanskrit; more would be as wide as they are many,
/// and never be cut.
const JOINED: usize = 8;

/// Line ends of a text that stand. A text of more lines is no label, and each costs memory.
const ENDS: usize = 100;

/// `text` without what must not reach a figure: line ends of any kind become `\n`, tabs blanks,
/// direction overrides vanish (they would turn their neighbours), other controls show as U+FFFD,
/// marks beyond [`MARKS`] are left out, line ends beyond [`ENDS`] are blanks, letters beyond
/// [`JOINED`] are parted from those that they join, and a mark after a blank has one that no line ends at.
pub(super) fn clean(text: &str) -> String {
    parted(carried(bounded(text)))
}

/// `text` with a no-break space under each mark that follows a blank, as Unicode has it: blanks are left
/// out where a line ends, and the mark would be lost with the one that carries it.
fn carried(text: String) -> String {
    let is_mark = |c: char| !is_letter(c) && !is_unseen(c) && c != '\n';
    let is_after_blank = |pair: (char, char)| pair.0 == ' ' && is_mark(pair.1);
    if text.is_ascii() || !text.chars().zip(text.chars().skip(1)).any(is_after_blank) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 2);
    let mut before = 'a';
    for c in text.chars() {
        if is_after_blank((before, c)) {
            out.push('\u{A0}');
        }
        out.push(c);
        before = c;
    }
    out
}

/// How many marks of `text` are left out because one letter carries too many.
pub(super) fn excess_marks(text: &str) -> usize {
    plain(text).count() - bounded(text).chars().count()
}

/// `text` with a place to break it, which has no width, wherever more than [`JOINED`] letters are
/// one character.
fn parted(text: String) -> String {
    let letters = |cluster: &str| cluster.chars().filter(|&c| is_letter(c)).count();
    if text.is_ascii() || text.graphemes(true).all(|cluster| letters(cluster) <= JOINED) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let mut count = 0;
        for c in cluster.chars() {
            count += usize::from(is_letter(c));
            if count > JOINED && is_letter(c) {
                out.push('\u{200B}');
                count = 1;
            }
            out.push(c);
        }
    }
    out
}

/// Whether `c` has a width of its own.
fn is_letter(c: char) -> bool {
    c.width() != Some(0)
}

/// `text` with as many marks and line ends as may be.
fn bounded(text: &str) -> String {
    let (mut marks, mut ends) = (0, 0);
    plain(text)
        .filter(|c| {
            marks = if is_letter(*c) { 0 } else { marks + 1 };
            marks <= MARKS
        })
        .map(|c| {
            ends += usize::from(c == '\n');
            if c == '\n' && ends > ENDS { ' ' } else { c }
        })
        .collect()
}

fn plain(text: &str) -> impl Iterator<Item = char> {
    let plain = |c: char| match c {
        c if is_direction_override(c) => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\t' => Some(' '),
        c if c.is_control() || is_noncharacter(c) => Some('\u{FFFD}'),
        c => Some(c),
    };
    let mut before = ' ';
    let lines = text.chars().filter_map(move |c| {
        let is_pair = before == '\r' && c == '\n';
        before = c;
        (!is_pair).then_some(if c == '\r' { '\n' } else { c })
    });
    lines.filter_map(plain)
}

/// Whether `c` is set aside for no use in text (XML forbids two of them).
pub(crate) fn is_noncharacter(c: char) -> bool {
    let c = c as u32;
    c & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_after_a_blank_is_carried_by_another() {
        assert_eq!(clean("V0 \u{301},"), "V0 \u{A0}\u{301},");
        assert_eq!(clean("e\u{301} a"), "e\u{301} a");
        assert_eq!(excess_marks("a \u{301}"), 0);
    }

    /// Letters that join without end, of all kinds that Unicode has, are cut into characters; what
    /// people write stays whole.
    #[test]
    fn a_character_is_joined_of_few_letters() {
        for joined in ["\u{1F469}\u{200D}", "\u{915}\u{94D}", "\u{1100}", "\u{600}"] {
            let text = clean(&joined.repeat(80));
            let most =
                text.graphemes(true).map(|one| one.chars().filter(|&c| is_letter(c)).count());
            assert!(most.max() <= Some(JOINED), "{joined:?}");
            assert_eq!(text.replace('\u{200B}', ""), joined.repeat(80));
        }
        for whole in [
            "\u{1F469}\u{1F3FB}\u{200D}\u{2764}\u{FE0F}\u{200D}\u{1F48B}\u{200D}\u{1F468}\u{1F3FF}",
            "र्द्ध्र्य",
            "각",
            "a word and another",
        ] {
            assert_eq!(clean(whole), whole);
        }
        assert_eq!(excess_marks(&"\u{1F469}\u{200D}".repeat(80)), 0);
    }
}
