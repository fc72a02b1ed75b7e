//! Text without what must not reach a figure.

use crate::error::{is_direction_mark, is_direction_override};
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

/// Line ends of a text that stand. A text of more lines is no label, and each costs memory.
const ENDS: usize = 100;

/// `text` without what must not reach a figure: line ends of any kind become `\n`, tabs blanks,
/// direction overrides vanish (they would turn their neighbours), other controls show as U+FFFD,
/// marks beyond [`MARKS`] are left out, and line ends beyond [`ENDS`] are blanks.
pub(super) fn clean(text: &str) -> String {
    let (mut marks, mut ends) = (0, 0);
    plain(text)
        .filter(|c| {
            marks = if c.width() == Some(0) { marks + 1 } else { 0 };
            marks <= MARKS
        })
        .map(|c| {
            ends += usize::from(c == '\n');
            if c == '\n' && ends > ENDS { ' ' } else { c }
        })
        .collect()
}

/// How many marks of `text` are left out because one letter carries too many.
pub(super) fn excess_marks(text: &str) -> usize {
    plain(text).count() - clean(text).chars().count()
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
