//! Seeds that are damaged at random, where there is no fuzzer: bytes are changed, left out and doubled,
//! and pieces are taken from other seeds.

/// Numbers that are alike in every run.
pub(crate) struct Numbers(u64);

impl Numbers {
    /// Those that begin with one.
    pub(crate) fn new(first: u64) -> Self {
        Self(first.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number below another.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % end.max(1)
    }

    /// A piece of some bytes, of at most so many.
    fn piece<'b>(&mut self, bytes: &'b [u8], most: usize) -> &'b [u8] {
        let start = self.below(bytes.len() + 1);
        let end = (start + self.below(most + 1)).min(bytes.len());
        &bytes[start..end]
    }
}

/// Bytes that mean something to one reader or another.
const SIGNS: &[u8] =
    b"\0\x07\n\r\t \"'#&(),-./0:;<=>?@[\\]_{|}~\x7F\xC2\xA0\xE2\x80\xAE\xF0\x9F\xFE\xFF";

/// One of some seeds, damaged in one to four places.
pub(crate) fn damaged(seeds: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seeds[numbers.below(seeds.len())].clone();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(24)).min(bytes.len());
        match numbers.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 if at < bytes.len() => bytes[at] = numbers.below(256) as u8,
            3 if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            4 => {
                let doubled = bytes[at..end].repeat(1 + numbers.below(9));
                bytes.splice(at..at, doubled);
            }
            5 => {
                let other = numbers.below(seeds.len());
                let piece = numbers.piece(&seeds[other], 60).to_vec();
                bytes.splice(at..at, piece);
            }
            6 => {
                let digits = numbers.below(1_000_000).to_string();
                bytes.splice(at..end.min(at + 2), digits.into_bytes());
            }
            _ => bytes.insert(at, SIGNS[numbers.below(SIGNS.len())]),
        }
    }
    bytes
}
