//! The decoded file as the csv crate reads it, with the bytes of the row at hand kept for
//! messages: their places, their quotes, their soundness.
//!
//! Offsets are bytes from where the csv crate began to read. Rows that are gone by are let go, so
//! what is held is one row and one chunk at most, after the look at the head of the file.

use super::decode::{CHUNK, Decoder};
use super::place::Place;
use std::io::{self, Read};

/// Bytes that one row may take. Without a bound, a quote that is never closed would make a row
/// of all the rest of the file.
pub(super) const ROW_BYTES: usize = 1 << 20;

/// A file being read, and the bytes of it that may still be asked for.
pub(super) struct Held<R> {
    decoder: Decoder<R>,
    bytes: Vec<u8>,
    /// Offset of the first byte held.
    first: u64,
    /// Bytes held whose row is gone by.
    gone: usize,
    /// Bytes held that were handed out.
    served: usize,
    /// The place after the first `placed` of the bytes held.
    place: Place,
    placed: usize,
    overrun: bool,
}

impl<R: Read> Held<R> {
    pub(super) fn new(decoder: Decoder<R>) -> Self {
        Self {
            decoder,
            bytes: Vec::new(),
            first: 0,
            gone: 0,
            served: 0,
            place: Place::START,
            placed: 0,
            overrun: false,
        }
    }

    /// The head of the file: as much as one row may take. Nothing is handed out by this.
    pub(super) fn head(&mut self) -> io::Result<&[u8]> {
        while self.bytes.len() < ROW_BYTES {
            let before = self.bytes.len();
            self.decoder.append(&mut self.bytes)?;
            if self.bytes.len() == before {
                break;
            }
        }
        Ok(&self.bytes)
    }

    /// Leaves out the first `count` bytes as if they had not been there: a byte order mark.
    pub(super) fn strip(&mut self, count: usize) {
        self.bytes.drain(..count.min(self.bytes.len()));
    }

    /// Passes over the first `count` bytes, which keep their line.
    pub(super) fn skip(&mut self, count: usize) {
        self.place = self.place.after(self.bytes.get(..count).unwrap_or_default());
        self.strip(count);
    }

    /// Lets go of everything before `offset`.
    pub(super) fn release(&mut self, offset: u64) {
        self.gone = self.index(offset);
        // Dropped in halves, so that no byte is moved more than once on average.
        if self.gone >= CHUNK && self.gone * 2 >= self.bytes.len() {
            self.catch_up(self.gone);
            self.bytes.drain(..self.gone);
            self.first = offset;
            self.served = self.served.saturating_sub(self.gone);
            (self.gone, self.placed) = (0, 0);
        }
    }

    /// The bytes from `start` to `end`.
    pub(super) fn slice(&self, start: u64, end: u64) -> &[u8] {
        self.bytes.get(self.index(start)..self.index(end)).unwrap_or_default()
    }

    /// The place of `offset`, which must not lie before an offset asked for earlier.
    pub(super) fn place(&mut self, offset: u64) -> Place {
        self.catch_up(self.index(offset));
        self.place
    }

    /// Whether a row was cut because it was longer than [`ROW_BYTES`].
    pub(super) fn overrun(&self) -> bool {
        self.overrun
    }

    /// The encoding that the file was decoded from, if it is not UTF-8.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.decoder.encoding()
    }

    fn index(&self, offset: u64) -> usize {
        offset.checked_sub(self.first).and_then(|at| usize::try_from(at).ok()).unwrap_or(0)
    }

    /// Counts the lines up to the byte `index` of those held.
    fn catch_up(&mut self, index: usize) {
        if let Some(bytes) = self.bytes.get(self.placed..index) {
            self.place = self.place.after(bytes);
            self.placed = index;
        }
    }
}

impl<R: Read> Read for Held<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.served.saturating_sub(self.gone) > ROW_BYTES {
            self.overrun = true;
            return Ok(0);
        }
        if self.served == self.bytes.len() {
            self.decoder.append(&mut self.bytes)?;
        }
        let mut rest = self.bytes.get(self.served..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.served += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &[u8]) -> Held<&[u8]> {
        Held::new(Decoder::new(text, None).expect("a slice"))
    }

    #[test]
    fn what_is_released_is_let_go_and_its_lines_stay_counted() {
        let text = "0123456\n".repeat(CHUNK);
        let mut held = held(text.as_bytes());
        let (mut buffer, mut offset) = ([0; 80], 0);
        loop {
            let count = held.read(&mut buffer).expect("a slice");
            if count == 0 {
                break;
            }
            offset += count as u64;
            assert_eq!(held.slice(offset - count as u64, offset), &buffer[..count]);
            held.release(offset);
            assert!(held.bytes.len() <= 3 * CHUNK, "{}", held.bytes.len());
        }
        assert_eq!(held.place(text.len() as u64).line, CHUNK as u64 + 1);
    }

    #[test]
    fn the_head_is_bounded_and_is_still_handed_out() {
        let text = vec![b'a'; 2 * ROW_BYTES];
        let mut held = held(&text);
        assert_eq!(held.head().expect("a slice").len(), ROW_BYTES);
        let mut buffer = [0; 10];
        assert_eq!(held.read(&mut buffer).expect("a slice"), 10);
    }

    #[test]
    fn a_row_without_end_is_cut() {
        let text = vec![b'a'; 3 * ROW_BYTES];
        let mut held = held(&text);
        let mut buffer = vec![0; CHUNK];
        let mut total = 0;
        loop {
            match held.read(&mut buffer).expect("a slice") {
                0 => break,
                count => total += count,
            }
        }
        assert!(held.overrun() && total <= ROW_BYTES + CHUNK, "{total}");
    }

    #[test]
    fn skipped_lines_count_and_a_stripped_mark_does_not() {
        let mut held = held("\u{FEFF}sep=;\nab".as_bytes());
        held.head().expect("a slice");
        held.strip(3);
        held.skip(6);
        assert_eq!(held.slice(0, 2), b"ab");
        let place = held.place(1);
        assert_eq!((place.line, place.column), (2, 2));
    }
}
