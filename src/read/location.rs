//! Where things are in a text: physical lines and characters.

use memchr::{memchr_iter, memrchr2};

/// A place in a text: the line and the character that come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextPosition {
    /// Physical line, the first being 1. LF, CR LF and a lone CR each end one.
    pub line: u64,
    /// Character of the line, the first being 1.
    pub column: u64,
    /// Whether the last byte was a CR, so that an LF would belong to it.
    after_cr: bool,
}

impl TextPosition {
    /// The start of a file.
    pub(super) const START: Self = Self { line: 1, column: 1, after_cr: false };

    /// The place after `bytes`, which begin here.
    pub(super) fn after(self, bytes: &[u8]) -> Self {
        let Some(&last) = bytes.last() else { return self };
        let tail = memrchr2(b'\n', b'\r', bytes).map(|at| at + 1);
        let from = if tail.is_some() { 1 } else { self.column };
        let rest = bytes.get(tail.unwrap_or(0)..).unwrap_or_default();
        Self {
            line: self.line + self.breaks(bytes),
            column: from + rest.iter().filter(|&&b| starts_char(b)).count() as u64,
            after_cr: last == b'\r',
        }
    }

    /// Line ends in `bytes`.
    fn breaks(self, bytes: &[u8]) -> u64 {
        let feeds = memchr_iter(b'\n', bytes).count();
        let returns = memchr_iter(b'\r', bytes).count();
        let pairs = match returns {
            0 => 0,
            _ => bytes.windows(2).filter(|pair| pair == b"\r\n").count(),
        };
        let split = usize::from(self.after_cr && bytes.first() == Some(&b'\n'));
        (feeds + returns - pairs - split) as u64
    }
}

/// The positions of all bytes of a text that is held as a whole, in any order.
#[derive(Clone, Debug, Default)]
#[cfg(any(feature = "json", feature = "documents"))]
pub(super) struct TextPositions {
    /// The position of the first byte of each block.
    blocks: Vec<TextPosition>,
}

#[cfg(any(feature = "json", feature = "documents"))]
impl TextPositions {
    /// Bytes that are passed over at most to find a position.
    const BLOCK: usize = 4096;

    /// The position of the byte `at` of a text, which is the same in each call.
    pub(super) fn at(&mut self, text: &str, at: usize) -> TextPosition {
        let text = text.as_bytes();
        if self.blocks.is_empty() {
            let mut position = TextPosition::START;
            for block in text.chunks(Self::BLOCK) {
                self.blocks.push(position);
                position = position.after(block);
            }
            self.blocks.push(position);
        }
        let at = at.min(text.len());
        let block = at / Self::BLOCK;
        let start = self.blocks.get(block).copied().unwrap_or(TextPosition::START);
        start.after(text.get(block * Self::BLOCK..at).unwrap_or_default())
    }
}

/// Whether a byte of UTF-8 begins a character.
pub(super) fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_line_end_is_one() {
        let cases: [(&str, u64, u64); 8] = [
            ("", 1, 1),
            ("ab", 1, 3),
            ("é😀", 1, 3),
            ("a\nb", 2, 2),
            ("a\r\nb", 2, 2),
            ("a\rb", 2, 2),
            ("a\r\r\n\n", 4, 1),
            ("\n\r", 3, 1),
        ];
        for (text, line, column) in cases {
            let place = TextPosition::START.after(text.as_bytes());
            assert_eq!((place.line, place.column), (line, column), "{text:?}");
        }
    }

    #[test]
    #[cfg(any(feature = "json", feature = "documents"))]
    fn positions_of_a_held_text_are_found_in_any_order() {
        let text = "é23456\r\n".repeat(3000);
        let mut positions = TextPositions::default();
        for at in [26_999, 0, 4095, 9, 4097, 12_000, 99_999] {
            let position = positions.at(&text, at);
            let end = at.min(text.len());
            assert_eq!(position, TextPosition::START.after(&text.as_bytes()[..end]), "{at}");
        }
    }

    proptest! {
        #[test]
        fn places_do_not_depend_on_how_the_bytes_come(
            text in "[a\r\né]{0,12}", cut in 0usize..20
        ) {
            let bytes = text.as_bytes();
            let (head, tail) = bytes.split_at(cut.min(bytes.len()));
            prop_assert_eq!(TextPosition::START.after(head).after(tail), TextPosition::START.after(bytes));
        }
    }
}
