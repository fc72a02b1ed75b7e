//! A zip file of a few parts that are in memory, the same bytes at any time.

/// The version of PKZIP that is needed, 2.0.
const VERSION: [u8; 2] = [20, 0];
/// 1 January 1980, 00:00: time and date.
const TIME: [u8; 4] = [0, 0, 0x21, 0];

/// What packs the bytes of a part.
pub(crate) type Deflate = fn(&[u8]) -> Vec<u8>;

/// The bytes of a zip file with these parts as they are.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, None)
}

/// The same with its parts packed by `deflate`, if there is one.
pub(crate) fn packed(parts: &[(&str, &[u8])], deflate: Option<Deflate>) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let start = number(file.len());
        let shrunk = deflate.map(|deflate| deflate(bytes));
        let method: [u8; 2] = if shrunk.is_some() { [8, 0] } else { [0, 0] };
        let held = shrunk.as_deref().unwrap_or(bytes);
        let [sum, held_size, size] =
            [checksum(bytes).to_le_bytes(), number(held.len()), number(bytes.len())];
        let length = short(name.len());
        let flags = [0, 0];
        let head = [&VERSION[..], &flags, &method, &TIME, &sum, &held_size, &size, &length];
        // No further fields.
        let common = [&head.concat()[..], &[0, 0]].concat();
        file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), held].concat());
        let place = [&[0; 10][..], &start].concat();
        let entry = [b"PK\x01\x02", &VERSION[..], &common, &place, name.as_bytes()].concat();
        directory.extend(entry);
    }
    let count = short(parts.len());
    let (size, start) = (number(directory.len()), number(file.len()));
    file.extend(directory);
    file.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &start, &[0, 0]].concat());
    file
}

/// A length in four bytes; parts are far smaller than that holds.
fn number(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

fn short(length: usize) -> [u8; 2] {
    u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes()
}

/// The CRC-32 of bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        let file = zipped(&[("a", b"x"), ("b", b"")]);
        assert_eq!(&file[..4], b"PK\x03\x04");
        assert_eq!(&file[file.len() - 22..][..4], b"PK\x05\x06");
        assert_eq!(file, zipped(&[("a", b"x"), ("b", b"")]));
    }
}
