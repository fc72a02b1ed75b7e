//! The decoded file as a parser reads it, with the bytes of the row at hand kept for messages:
//! their places, their quotes, their soundness.
//!
//! Offsets are bytes from where the parser began to read. Rows that were read are let go, so what
//! is held is one row and one chunk at most, after the look at the head of the file.

use super::encoding::{CHUNK, Decoder};
use super::location::TextPosition;
use super::source::ROW_BYTES;
use std::io::{self, Read, Seek, SeekFrom};

/// A file being read, and the bytes of it that may still be asked for.
pub(super) struct Window<R> {
    decoder: Decoder<R>,
    bytes: Vec<u8>,
    /// Offset of the first byte held.
    first: u64,
    /// Bytes held whose row was read.
    gone: usize,
    /// Bytes held that were handed out.
    served: usize,
    /// The position after the first `placed` of the bytes held.
    position: TextPosition,
    placed: usize,
    overrun: bool,
    /// Bytes that are handed out at once at most: few after going to a row that is read alone.
    burst: usize,
}

/// Bytes handed out first after going to a row.
const FEW: usize = 256;

impl<R: Read> Window<R> {
    pub(super) fn new(decoder: Decoder<R>) -> Self {
        Self {
            decoder,
            bytes: Vec::new(),
            first: 0,
            gone: 0,
            served: 0,
            position: TextPosition::START,
            placed: 0,
            overrun: false,
            burst: CHUNK,
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

    /// Takes the file for one in the encoding that its head shows; the encoding, if it is found and not
    /// given.
    pub(super) fn guess_encoding(&mut self) -> io::Result<Option<&'static str>> {
        self.head()?;
        if let Some(decoded) = self.decoder.take_legacy(&self.bytes) {
            self.bytes = decoded;
        }
        Ok(self.decoder.guessed())
    }

    /// Leaves out the first `count` bytes as if they had not been there: a byte order mark.
    pub(super) fn strip(&mut self, count: usize) {
        self.bytes.drain(..count.min(self.bytes.len()));
    }

    /// Passes over the first `count` bytes, which keep their line.
    pub(super) fn skip(&mut self, count: usize) {
        self.position = self.position.after(self.bytes.get(..count).unwrap_or_default());
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

    /// Holds so many bytes from `offset` on, if there are; whether the file ends with what is held.
    pub(super) fn fill(&mut self, offset: u64, want: usize) -> io::Result<bool> {
        while self.bytes.len() - self.index(offset).min(self.bytes.len()) < want {
            let before = self.bytes.len();
            self.decoder.append(&mut self.bytes)?;
            if self.bytes.len() == before {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// All bytes held from `offset` on.
    pub(super) fn rest(&self, offset: u64) -> &[u8] {
        self.bytes.get(self.index(offset)..).unwrap_or_default()
    }

    /// The position of `offset`, which must not be before an offset asked for earlier.
    pub(super) fn position(&mut self, offset: u64) -> TextPosition {
        self.catch_up(self.index(offset));
        self.position
    }

    /// Whether a row was cut because it was longer than [`ROW_BYTES`].
    pub(super) fn overrun(&self) -> bool {
        self.overrun
    }

    /// The encoding that the file was decoded from, if it is not UTF-8.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.decoder.encoding()
    }

    /// The bytes held and the decoder of those that follow, for a parser that takes it all.
    pub(super) fn into_parts(self) -> (Vec<u8>, Decoder<R>) {
        (self.bytes, self.decoder)
    }

    fn index(&self, offset: u64) -> usize {
        offset.checked_sub(self.first).and_then(|at| usize::try_from(at).ok()).unwrap_or(0)
    }

    /// Counts the lines up to the byte `index` of those held.
    fn catch_up(&mut self, index: usize) {
        if let Some(bytes) = self.bytes.get(self.placed..index) {
            self.position = self.position.after(bytes);
            self.placed = index;
        }
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.served.saturating_sub(self.gone) > ROW_BYTES {
            self.overrun = true;
            return Ok(0);
        }
        if self.served == self.bytes.len() {
            self.decoder.append(&mut self.bytes)?;
        }
        let mut rest = self.bytes.get(self.served..).unwrap_or_default();
        let most = buffer.len().min(self.burst);
        let count = rest.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.burst = (self.burst * 2).min(CHUNK);
        self.served += count;
        Ok(count)
    }
}

impl<R: Read> Seek for Window<R> {
    /// Goes to an offset whose byte is held.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Start(offset) = to else { return Err(io::ErrorKind::Unsupported.into()) };
        self.served = self.index(offset).min(self.bytes.len());
        self.burst = FEW;
        Ok(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(text: &[u8]) -> Window<&[u8]> {
        Window::new(Decoder::new(text, None).expect("a slice"))
    }

    #[test]
    fn what_is_released_is_let_go_and_its_lines_stay_counted() {
        let text = "0123456\n".repeat(CHUNK);
        let mut window = window(text.as_bytes());
        let (mut buffer, mut offset) = ([0; 80], 0);
        loop {
            let count = window.read(&mut buffer).expect("a slice");
            if count == 0 {
                break;
            }
            offset += count as u64;
            assert_eq!(window.slice(offset - count as u64, offset), &buffer[..count]);
            window.release(offset);
            assert!(window.bytes.len() <= 3 * CHUNK, "{}", window.bytes.len());
        }
        assert_eq!(window.position(text.len() as u64).line, CHUNK as u64 + 1);
    }

    #[test]
    fn the_head_is_bounded_and_is_still_handed_out() {
        let text = vec![b'a'; 2 * ROW_BYTES];
        let mut window = window(&text);
        assert_eq!(window.head().expect("a slice").len(), ROW_BYTES);
        let mut buffer = [0; 10];
        assert_eq!(window.read(&mut buffer).expect("a slice"), 10);
    }

    #[test]
    fn a_row_without_end_is_cut() {
        let text = vec![b'a'; 3 * ROW_BYTES];
        let mut window = window(&text);
        let mut buffer = vec![0; CHUNK];
        let mut total = 0;
        loop {
            match window.read(&mut buffer).expect("a slice") {
                0 => break,
                count => total += count,
            }
        }
        assert!(window.overrun() && total <= ROW_BYTES + CHUNK, "{total}");
    }

    #[test]
    fn skipped_lines_count_and_a_stripped_mark_does_not() {
        let mut window = window("\u{FEFF}sep=;\nab".as_bytes());
        window.head().expect("a slice");
        window.strip(3);
        window.skip(6);
        assert_eq!(window.slice(0, 2), b"ab");
        let position = window.position(1);
        assert_eq!((position.line, position.column), (2, 2));
    }
}
