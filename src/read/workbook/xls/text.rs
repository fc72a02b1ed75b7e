//! Strings in BIFF8: in one or two bytes a character, over records that continue each other.

/// Reads the pieces of a record one after another.
pub(super) struct PieceReader<'s> {
    pieces: std::vec::IntoIter<&'s [u8]>,
    rest: &'s [u8],
}

impl<'s> PieceReader<'s> {
    /// Begins at byte `skip` of the first piece.
    pub(super) fn new(pieces: Vec<&'s [u8]>, skip: usize) -> Self {
        let mut pieces = pieces.into_iter();
        let rest = pieces.next().and_then(|first| first.get(skip..)).unwrap_or_default();
        Self { pieces, rest }
    }

    /// The next byte.
    fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.rest = self.pieces.next()?;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// Passes over bytes, as far as there are any.
    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            if self.rest.is_empty() {
                let Some(next) = self.pieces.next() else { return };
                self.rest = next;
            }
            let step = count.min(self.rest.len());
            self.rest = self.rest.get(step..).unwrap_or_default();
            count -= step;
        }
    }

    /// A string with its length in two bytes; none at the end.
    pub(super) fn string(&mut self) -> Option<String> {
        let length = self.u16()?;
        self.characters(length.into())
    }

    /// A string with its length in one byte; none at the end.
    pub(super) fn short_string(&mut self) -> Option<String> {
        let length = self.byte()?;
        self.characters(length.into())
    }

    /// A string of so many characters, and what is written beside it: fonts, and how it sounds.
    fn characters(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) * 4 } else { 0 };
        let sounds = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let (mut is_wide, mut units) = (flags & 1 != 0, Vec::new());
        while units.len() < length {
            if self.rest.is_empty() {
                // A string that goes on in the next piece says anew how wide it is there.
                let Some(next) = self.pieces.next() else { break };
                let Some((flags, rest)) = next.split_first() else { continue };
                (is_wide, self.rest) = (flags & 1 != 0, rest);
                continue;
            }
            let Some(low) = self.byte() else { break };
            let high = if is_wide { self.byte().unwrap_or(0) } else { 0 };
            units.push(u16::from_le_bytes([low, high]));
        }
        self.skip(runs);
        self.skip(sounds);
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_go_on_over_pieces() {
        let first = b"\x05\0\0ab";
        let second = b"\x01c\0\xE9\0e\0\x01\0\x08\x01\0zrun";
        let third = b"s\x02\0\x01";
        let mut reader = PieceReader::new(vec![first, second, third, b"\0x\0"], 0);
        let strings: Vec<_> = std::iter::from_fn(|| reader.string()).collect();
        assert_eq!(strings, ["abc\u{E9}e", "z", "x\0"]);
    }

    #[test]
    fn a_string_that_is_cut_is_what_is_there() {
        for (bytes, text) in [(&b"\x05\0\0ab"[..], Some("ab")), (b"\x05", None), (b"", None)] {
            assert_eq!(PieceReader::new(vec![bytes], 0).string().as_deref(), text);
        }
    }
}
