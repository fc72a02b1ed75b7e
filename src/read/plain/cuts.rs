//! Where a line and its cells end, found eight bytes at a time.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const LOW: u64 = ONES * 0x7F;

/// Finds the line at the beginning of some bytes: gives its length, and where its cells begin and
/// end. Quotes mean nothing here.
#[inline]
pub(super) fn cut_line(bytes: &[u8], delimiter: u8, cells: &mut Vec<(usize, usize)>) -> usize {
    cells.clear();
    let (delimiters, feeds) = (ONES * u64::from(delimiter), ONES * u64::from(b'\n'));
    let (mut start, mut at) = (0, 0);
    loop {
        let eight = eight_at(bytes, at);
        let ends = zeros(eight ^ feeds);
        // Those before the first end of a line.
        let mut found = zeros(eight ^ delimiters) & ends.wrapping_sub(1) & !ends;
        while found != 0 {
            let end = at + first(found);
            cells.push((start, end));
            start = end + 1;
            found &= found - 1;
        }
        if ends != 0 {
            let length = at + first(ends);
            let has_return = length > start && bytes.get(length - 1) == Some(&b'\r');
            cells.push((start, length - usize::from(has_return)));
            return length;
        }
        at += 8;
    }
}

/// Eight bytes; behind the last of all, ends of lines.
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        return u64::from_le_bytes(*eight);
    }
    let mut eight = [b'\n'; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    eight[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(eight)
}

/// The high bit of each byte that is zero, and of no other.
fn zeros(eight: u64) -> u64 {
    !(((eight & LOW) + LOW) | eight | LOW)
}

/// The place of the first byte that is marked.
fn first(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_are_cut_as_byte_by_byte(text in "[ab,;é\u{80}\r\n]{0,40}") {
            for delimiter in [b',', b';', b'\t'] {
                let mut cells = Vec::new();
                let length = cut_line(text.as_bytes(), delimiter, &mut cells);
                let line = text.split('\n').next().unwrap();
                prop_assert_eq!(length, line.len());
                let line = line.strip_suffix('\r').unwrap_or(line).as_bytes();
                let expected: Vec<&[u8]> = line.split(|&byte| byte == delimiter).collect();
                let found: Vec<&[u8]> =
                    cells.iter().map(|&(start, end)| &text.as_bytes()[start..end]).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
