//! The records of a stream in BIFF8, and the numbers in them.

/// A record: its kind and its bytes, with those of the records that continue it.
#[derive(Clone, Debug)]
pub(super) struct Record<'s> {
    pub kind: u16,
    /// The bytes of the record itself, then of each that continues it.
    pub pieces: Vec<&'s [u8]>,
}

impl<'s> Record<'s> {
    /// The bytes of the record itself.
    pub(super) fn bytes(&self) -> &'s [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// A number of two bytes at a place; 0 where the record is cut.
    pub(super) fn u16_at(&self, at: usize) -> u16 {
        let bytes = self.bytes().get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u16::from_le_bytes(*bytes))
    }

    /// A number of four bytes at a place; 0 where the record is cut.
    pub(super) fn u32_at(&self, at: usize) -> u32 {
        let bytes = self.bytes().get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    /// The eight bytes at a place; none where the record is cut.
    pub(super) fn eight_at(&self, at: usize) -> Option<[u8; 8]> {
        self.bytes().get(at..)?.first_chunk().copied()
    }
}

/// Kinds of records.
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000A;

/// The records of a stream, from its start on.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    /// The kind and the bytes of what comes next, and what is after it.
    fn peek(&self) -> Option<(u16, &'s [u8], &'s [u8])> {
        let [kind_low, kind_high, low, high] = *self.rest.first_chunk()?;
        let length = usize::from(u16::from_le_bytes([low, high]));
        let rest = self.rest.get(4..)?;
        let (bytes, after) = rest.split_at_checked(length)?;
        Some((u16::from_le_bytes([kind_low, kind_high]), bytes, after))
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, bytes, after) = self.peek()?;
        self.rest = after;
        let mut pieces = vec![bytes];
        while let Some((CONTINUE, bytes, after)) = self.peek() {
            self.rest = after;
            pieces.push(bytes);
        }
        Some(Record { kind, pieces })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_end_where_the_stream_does() {
        let stream = b"\x03\x02\x02\0ab\x3C\0\x01\0c\x0A\0\0\0\x05\0\xFF\0d";
        let records: Vec<Record<'_>> = Records::new(stream).collect();
        assert_eq!(records.len(), 2);
        assert_eq!(records[0].pieces, [&b"ab"[..], b"c"]);
        assert_eq!((records[0].u16_at(0), records[0].u16_at(1)), (0x6261, 0));
    }
}
