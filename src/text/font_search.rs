//! Font files on disk: what each has and is, found without reading it whole, and the
//! choice among them.
//!
//! In: a file, the characters wanted. Out: its faces that have some of them. The choice depends on
//! the files alone, not on the order in which they are found.

use super::face::About;
use super::{Face, Weight};
use harfrust::font::{Blob, Source};
use harfrust::{Font, Tag};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Result, Seek, SeekFrom};
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// A face of a file that was looked at.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which face of the file it is.
    pub index: u32,
    about: About,
    /// The characters wanted that it has.
    has: BTreeSet<char>,
}

/// Faces of a collection that are looked at, tables of a face, and bytes of a table: more are in
/// no sound font.
const FACES: u32 = 64;
const TABLES: u16 = 256;
const BYTES: u32 = 1 << 22;

/// The faces of a font file that have any of the characters `wanted`; none if it is no font.
///
/// # Errors
///
/// Those of reading; a file that ends too soon is one of them.
pub fn candidates<F: Read + Seek>(file: &mut F, wanted: &BTreeSet<char>) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for (index, at) in (0..).zip(faces(file)?) {
        let tables = directory(file, at)?;
        let Some(&cmap) = tables.get(&Tag::new(b"cmap")) else { continue };
        let mut bytes = BTreeMap::from([(Tag::new(b"cmap"), part(file, cmap)?)]);
        let Some(font) = opened(&bytes) else { continue };
        let has: BTreeSet<char> =
            wanted.iter().filter(|c| font.charmap().map_unicode(**c).is_some()).copied().collect();
        if has.is_empty() {
            continue;
        }
        for tag in [b"head", b"name", b"OS/2", b"post"].map(Tag::new) {
            if let Some(&place) = tables.get(&tag) {
                bytes.insert(tag, part(file, place)?);
            }
        }
        let is_there = |tag: &[u8; 4]| tables.contains_key(&Tag::new(tag));
        let is_truetype = is_there(b"glyf");
        if is_truetype || is_there(b"CFF ") || is_there(b"CFF2") {
            let about = opened(&bytes).map(|font| About::of(&font, is_truetype));
            found.extend(about.map(|about| Candidate { index, about, has }));
        }
    }
    Ok(found)
}

/// A font of those tables.
fn opened(tables: &BTreeMap<Tag, Vec<u8>>) -> Option<Font> {
    let tables = tables.clone();
    let table: Arc<dyn Fn(Tag) -> Option<Blob> + Send + Sync> =
        Arc::new(move |tag| tables.get(&tag).cloned().map(Blob::from));
    Font::new(Source::from(table), 0)
}

/// Where the faces of a file begin.
fn faces<F: Read + Seek>(file: &mut F) -> Result<Vec<u32>> {
    let head = part(file, (0, 12))?;
    if !head.starts_with(b"ttcf") {
        return Ok(vec![0]);
    }
    let many = long(&head[8..]).min(FACES);
    Ok(part(file, (12, 4 * many))?.chunks_exact(4).map(long).collect())
}

/// Where the tables of the face at `at` are, and how long.
fn directory<F: Read + Seek>(file: &mut F, at: u32) -> Result<BTreeMap<Tag, (u32, u32)>> {
    let head = part(file, (at, 12))?;
    let many = u16::from_be_bytes([head[4], head[5]]).min(TABLES);
    let records = part(file, (at.saturating_add(12), 16 * u32::from(many)))?;
    Ok(records
        .chunks_exact(16)
        .map(|record| {
            let tag = Tag::new(&[record[0], record[1], record[2], record[3]]);
            (tag, (long(&record[8..]), long(&record[12..])))
        })
        .collect())
}

fn long(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// Some bytes of a file, by their place and number.
fn part<F: Read + Seek>(file: &mut F, (at, many): (u32, u32)) -> Result<Vec<u8>> {
    let mut bytes = vec![0; many.min(BYTES) as usize];
    file.seek(SeekFrom::Start(at.into()))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The faces to take of those `found` so that all characters `wanted` are had that any has, each
/// with the key that it came with: for each script one family, regular and semibold.
///
/// What has all of a script comes first, then what is most like the bundled face, then the order
/// of names and keys.
pub fn chosen<K: Ord + Clone>(
    found: &[(K, Candidate)],
    wanted: &BTreeSet<char>,
) -> Vec<(K, Candidate)> {
    let mut left = wanted.clone();
    let mut chosen = Vec::new();
    while let Some(&first) = left.first() {
        let script = first.script();
        let need: BTreeSet<char> = left.iter().copied().filter(|c| c.script() == script).collect();
        let merit = |(key, one): &(K, Candidate)| {
            let has = need.intersection(&one.has).count();
            let lacks = (has < need.len(), manner(&one.about.family, wanted), Reverse(has));
            (lacks, one.about.misfit(Weight::Regular), one.about.family.clone(), key.clone())
        };
        let able = found.iter().filter(|(_, one)| !one.has.is_disjoint(&need));
        let Some(best) = able.min_by_key(|one| merit(one)) else {
            left.remove(&first);
            continue;
        };
        left.retain(|c| !best.1.has.contains(c));
        chosen.extend(weights(found, best));
    }
    chosen
}

/// The faces of the family called `name`, in any case: the one for regular text, and the one for semibold
/// if that is another.
pub fn of_family<K: Ord + Clone>(found: &[(K, Candidate)], name: &str) -> Vec<(K, Candidate)> {
    let is_of = |(_, one): &&(K, Candidate)| one.family().to_lowercase() == name.to_lowercase();
    let regular = found
        .iter()
        .filter(is_of)
        .min_by_key(|(key, one)| (one.about.misfit(Weight::Regular), key.clone()));
    regular.map_or(Vec::new(), |face| weights(found, face))
}

/// A face, and the one of its family that is best for semibold text if that is another.
fn weights<K: Ord + Clone>(found: &[(K, Candidate)], face: &(K, Candidate)) -> Vec<(K, Candidate)> {
    let fit = |one: &Candidate| one.about.misfit(Weight::SemiBold);
    let bold = found
        .iter()
        .filter(|one| {
            one.1.about.family == face.1.about.family && one.1.has.is_superset(&face.1.has)
        })
        .min_by_key(|one| (fit(&one.1), one.0.clone()));
    let bold = bold.filter(|bold| fit(&bold.1) < fit(&face.1));
    std::iter::once(face).chain(bold).cloned().collect()
}

/// How far a family is from the manner of the bundled one, by its name; 0 is nearest.
fn manner(family: &str, wanted: &BTreeSet<char>) -> u32 {
    let has = |word: &str| family.contains(word);
    match () {
        () if has("Mono") || has("Serif") => 4,
        () if has("CJK") && !family.ends_with(region(wanted)) => 1,
        () if family.starts_with("Noto Sans") => 0,
        () if has("Sans") => 2,
        () => 3,
    }
}

/// Whose shapes the characters of Chinese origin have, as families for all of them are marked.
fn region(wanted: &BTreeSet<char>) -> &'static str {
    let has = |script: Script| wanted.iter().any(|c| c.script() == script);
    match () {
        () if has(Script::Hiragana) || has(Script::Katakana) => " JP",
        () if has(Script::Hangul) => " KR",
        () => " SC",
    }
}

impl Candidate {
    /// The name that the face shares with its other weights.
    pub fn family(&self) -> &str {
        &self.about.family
    }

    /// Opens the face in the bytes of its file; none if they are another's.
    pub fn open(&self, data: super::FontData) -> Option<Face> {
        Face::new(data, self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FaceId, Fonts};
    use std::io::Cursor;

    fn set(text: &str) -> BTreeSet<char> {
        text.chars().collect()
    }

    fn bundled(face: usize) -> Vec<u8> {
        (**Fonts::bundled().face(FaceId(face)).data()).as_ref().to_vec()
    }

    /// A candidate that nobody looked at.
    fn made(family: &str, weight: u16, has: &str) -> Candidate {
        let about = About { family: family.into(), weight, is_ordinary: true, is_truetype: true };
        Candidate { index: 0, about, has: set(has) }
    }

    /// A collection of the bundled faces.
    fn collection() -> Vec<u8> {
        let (first, second) = (bundled(0), bundled(1));
        let head = 12 + 2 * 4;
        let mut all = b"ttcf\0\x01\0\0\0\0\0\x02".to_vec();
        let starts = [head, head + first.len() as u32 as usize];
        starts.iter().for_each(|at| all.extend((*at as u32).to_be_bytes()));
        for (font, at) in [(first, starts[0]), (second, starts[1])] {
            let mut font = font;
            for record in 0..usize::from(u16::from_be_bytes([font[4], font[5]])) {
                let place = 12 + 16 * record + 8;
                let moved = long(&font[place..]) + at as u32;
                font[place..place + 4].copy_from_slice(&moved.to_be_bytes());
            }
            all.extend(font);
        }
        all
    }

    #[test]
    fn a_file_is_told_by_what_it_has() {
        let found = candidates(&mut Cursor::new(bundled(1)), &set("aж中")).expect("a font");
        let [one] = &found[..] else { panic!("{found:?}") };
        assert_eq!((one.about.family.as_str(), one.about.weight), ("Source Sans 3", 600));
        assert_eq!(one.has, set("aж"));
        assert!(candidates(&mut Cursor::new(bundled(0)), &set("中")).expect("a font").is_empty());
    }

    #[test]
    fn all_faces_of_a_collection_are_looked_at() {
        let all = collection();
        let found = candidates(&mut Cursor::new(&all), &set("a")).expect("a collection");
        let weights: Vec<_> = found.iter().map(|one| (one.index, one.about.weight)).collect();
        assert_eq!(weights, [(0, 400), (1, 600)]);
        let opened = found[1].open(Arc::new(all)).expect("a face");
        assert_eq!((opened.index(), opened.has('ж')), (1, true));
    }

    #[test]
    fn broken_files_give_nothing_and_do_no_harm() {
        let sound = bundled(0);
        let wanted = set("abc");
        for bytes in [&b""[..], b"OTTO", b"ttcf\0\x01\0\0\xFF\xFF\xFF\xFF", &sound[..300]] {
            assert!(candidates(&mut Cursor::new(bytes), &wanted).is_err(), "{} bytes", bytes.len());
        }
        for place in 0..400 {
            let mut bytes = sound.clone();
            bytes[place] ^= 0xFF;
            let _ = candidates(&mut Cursor::new(&bytes), &wanted);
        }
    }

    #[test]
    fn a_family_is_found_by_its_name_with_its_weights() {
        let table = [("Lato", 900), ("Lato", 700), ("Lato Light", 300), ("Lato", 400)];
        let found: Vec<(usize, Candidate)> =
            table.iter().map(|&(family, weight)| made(family, weight, "a")).enumerate().collect();
        let weights = |name: &str| -> Vec<u16> {
            of_family(&found, name).iter().map(|(_, one)| one.about.weight).collect()
        };
        assert_eq!(weights("lato"), [400, 700]);
        assert_eq!(weights("Lato Light"), [300]);
        assert_eq!(weights("Latin"), [0; 0]);
    }

    #[test]
    fn the_choice_is_by_script_then_manner_then_name() {
        let table = [
            ("Amiri", 400, "ابپ"),
            ("DejaVu Sans", 400, "ابپжא"),
            ("Noto Sans Arabic", 700, "ابپ"),
            ("Noto Sans Arabic", 400, "ابپ"),
            ("Noto Sans Hebrew", 400, "א"),
            ("Noto Sans Math", 400, "ا"),
            ("Noto Serif CJK SC", 400, "中日"),
            ("Noto Sans CJK JP", 400, "中日あ"),
            ("Noto Sans CJK SC", 400, "中日あ"),
        ];
        let mut found: Vec<(usize, Candidate)> = table
            .iter()
            .map(|&(family, weight, has)| made(family, weight, has))
            .enumerate()
            .collect();
        for (wanted, families) in [
            ("اپ", "Noto Sans Arabic 400, Noto Sans Arabic 700"),
            ("א", "Noto Sans Hebrew 400"),
            ("ж", "DejaVu Sans 400"),
            ("中", "Noto Sans CJK SC 400"),
            ("日あ", "Noto Sans CJK JP 400"),
            ("ا中☃", "Noto Sans Arabic 400, Noto Sans Arabic 700, Noto Sans CJK SC 400"),
            ("☃", ""),
        ] {
            for _ in 0..2 {
                found.reverse();
                let told = |(_, one): &(usize, Candidate)| {
                    format!("{} {}", one.about.family, one.about.weight)
                };
                let names: Vec<String> = chosen(&found, &set(wanted)).iter().map(told).collect();
                assert_eq!(names.join(", "), families, "{wanted}");
            }
        }
    }
}
