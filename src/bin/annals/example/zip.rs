//! A zip file of a few small parts, stored as they are.

/// Two and four bytes of numbers, and the versions and flags that are all 0 or that of PKZIP 2.
const VERSION: [u8; 2] = [20, 0];

/// The bytes of a zip file with these parts, the same at any time.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let start = file.len() as u32;
        // Flags, method, time and date: none, stored, 1 January 1980.
        let (time, date) = ([0; 6], [0x21, 0]);
        let (sum, size) = (checksum(bytes).to_le_bytes(), (bytes.len() as u32).to_le_bytes());
        let length = (name.len() as u16).to_le_bytes();
        let common = [&VERSION[..], &time, &date, &sum, &size, &size, &length, &[0, 0]].concat();
        file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), bytes].concat());
        let place = [&[0; 10][..], &start.to_le_bytes()].concat();
        let entry = [b"PK\x01\x02", &VERSION[..], &common, &place, name.as_bytes()].concat();
        directory.extend(entry);
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (size, start) = (directory.len() as u32, file.len() as u32);
    file.extend(directory);
    let places = [size.to_le_bytes(), start.to_le_bytes()].concat();
    file.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &places, &[0, 0]].concat());
    file
}

/// The CRC-32 of bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}
