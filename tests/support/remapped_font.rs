//! Fonts for tests, made of the bundled one: the same shapes under other characters.

/// A font named `family` of a weight, in which each of `characters` looks like some capital of
/// Latin, and which has nothing else but the blank.
pub(crate) fn font(family: &str, weight: u16, characters: &str) -> Vec<u8> {
    let base: &[u8] = include_bytes!("../../src/text/font/SourceSans3-Regular.ttf");
    let mut tables = tables(base);
    tables.retain(|(tag, _)| !matches!(tag, b"GSUB" | b"GPOS" | b"GDEF" | b"STAT"));
    for (tag, data) in &mut tables {
        match &*tag {
            b"cmap" => *data = cmap(characters),
            b"name" => *data = name(family),
            b"OS/2" => data[4..6].copy_from_slice(&weight.to_be_bytes()),
            _ => {}
        }
    }
    joined(&tables)
}

/// The font with `data` for a table, which is added where it has none.
pub(crate) fn altered(font: &[u8], tag: &[u8; 4], data: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut tables = tables(font);
    match tables.iter_mut().find(|(known, _)| known == tag) {
        Some((_, old)) => *old = data(std::mem::take(old)),
        None => tables.push((*tag, data(Vec::new()))),
    }
    // The format wants them in the order of their tags.
    tables.sort();
    joined(&tables)
}

type Table = ([u8; 4], Vec<u8>);

fn long(bytes: &[u8]) -> usize {
    bytes[..4].iter().fold(0, |number, &byte| number << 8 | usize::from(byte))
}

fn tables(font: &[u8]) -> Vec<Table> {
    let many = usize::from(font[4]) << 8 | usize::from(font[5]);
    let records = font[12..12 + 16 * many].chunks_exact(16);
    let table = |record: &[u8]| {
        let (at, length) = (long(&record[8..]), long(&record[12..]));
        ([record[0], record[1], record[2], record[3]], font[at..at + length].to_vec())
    };
    records.map(table).collect()
}

fn joined(tables: &[Table]) -> Vec<u8> {
    let mut font = vec![0, 1, 0, 0, 0, tables.len() as u8, 0, 0, 0, 0, 0, 0];
    let mut at = 12 + 16 * tables.len() as u32;
    for (tag, data) in tables {
        font.extend(tag);
        for number in [0, at, data.len() as u32] {
            font.extend(number.to_be_bytes());
        }
        at += (data.len() as u32).next_multiple_of(4);
    }
    for (_, data) in tables {
        font.extend(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    font
}

/// A table of one part of format 12, a group for each character.
fn cmap(characters: &str) -> Vec<u8> {
    let mut characters: Vec<char> = characters.chars().chain([' ']).collect();
    characters.sort();
    characters.dedup();
    let many = characters.len() as u32;
    let mut table = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    for number in [16 + 12 * many, 0, many] {
        table.extend(number.to_be_bytes());
    }
    for c in characters {
        // The first glyphs of the bundled font: a box, the blank, the capitals.
        let glyph = if c == ' ' { 1 } else { 2 + u32::from(c) % 26 };
        for number in [u32::from(c), u32::from(c), glyph] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

/// A table of one name, the family's.
fn name(family: &str) -> Vec<u8> {
    let text: Vec<u8> = family.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut table = vec![0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 1, 0, text.len() as u8, 0, 0];
    table.extend(text);
    table
}
