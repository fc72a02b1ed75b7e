//! The part of a face that a figure needs, packed for the web.
//!
//! In: a font file and characters. Out: a WOFF2 that shapes those characters as the whole face
//! does, without hints and without the face's name, which its licence reserves. Knows no figure.

use crate::error::{Code, Error, Message, Result};
use crate::text::Face;
use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use skera::{
    DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetError, SubsetFlags, subset_font,
};
use std::collections::BTreeSet;
use std::fmt::Display;
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};

/// Layout features that text gets only when it asks for them, or only by a fraction slash.
const ON_REQUEST: [&[u8; 4]; 3] = [b"frac", b"numr", b"dnom"];
/// Tables that no line of a figure needs; the first names records that are left out, those from
/// the fourth on would let a browser vary a face that is measured as it is.
const UNUSED_TABLES: [&[u8; 4]; 10] =
    [b"STAT", b"BASE", b"gasp", b"fvar", b"avar", b"gvar", b"cvar", b"HVAR", b"VVAR", b"MVAR"];
/// Copyright and the two licence records.
const KEPT_NAMES: [NameId; 3] =
    [NameId::COPYRIGHT_NOTICE, NameId::LICENSE_DESCRIPTION, NameId::LICENSE_URL];
/// Higher saves a few bytes in a hundred and takes ten times as long.
const QUALITY: u8 = 5;

/// The characters `used` of a face as a WOFF2.
///
/// # Errors
/// [`Error::Options`] if the face, which the user may have given, cannot be taken apart.
pub(super) fn woff2(face: &Face, used: &BTreeSet<char>) -> Result<Vec<u8>> {
    let data = (**face.data()).as_ref();
    let font = FontRef::from_index(data, face.index()).map_err(refused)?;
    let sfnt = subset(&font, used).map_err(refused)?;
    let options = EncodeOptions { quality: BrotliQuality::from(QUALITY), ..Default::default() };
    encode_with_options(&sfnt, options).map_err(refused)
}

fn refused(cause: impl Display) -> Error {
    let message = Message::new(format!("a font cannot be embedded ({cause}); use "));
    Error::options(Code::FontNotEmbedded, message.setting_to("svg-text", "outlines"))
}

fn subset(font: &FontRef<'_>, used: &BTreeSet<char>) -> std::result::Result<Vec<u8>, SubsetError> {
    let unicodes: IntSet<u32> = used.iter().map(|&c| u32::from(c)).collect();
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &DEFAULT_DROP_TABLES.iter().copied().chain(UNUSED_TABLES.map(Tag::new)).collect(),
        &IntSet::all(),
        &features(used),
        &KEPT_NAMES.into_iter().collect(),
        &IntSet::all(),
    );
    subset_font(font, &plan)
}

/// The layout features that shaping applies to these characters.
fn features(used: &BTreeSet<char>) -> IntSet<Tag> {
    let mut features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    if !used.contains(&'\u{2044}') {
        features.remove_all(ON_REQUEST.map(Tag::new));
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FaceId, Fonts};
    use read_fonts::TableProvider;
    use std::sync::Arc;

    fn regular() -> Vec<u8> {
        (**Fonts::bundled().face(FaceId(0)).data()).as_ref().to_vec()
    }

    fn characters(text: &str) -> BTreeSet<char> {
        text.chars().collect()
    }

    #[test]
    fn a_subset_shapes_as_the_whole_face_does() {
        let text = "AVATAR fi 2009–2021, Tö ";
        let whole = Fonts::bundled();
        let data = regular();
        let font = FontRef::new(&data).expect("sound");
        let small = subset(&font, &characters(text)).expect("a subset");
        assert!(small.len() < data.len() / 10, "{} bytes", small.len());
        let small = Face::new(Arc::new(small), 0).expect("a font");
        let advances = |face: &Face| -> Vec<(usize, i32, i32)> {
            let glyphs = face.shape(text, Tag::new(b"Latn"), false);
            glyphs.iter().map(|glyph| (glyph.cluster, glyph.advance, glyph.dx)).collect()
        };
        assert_eq!(advances(&small), advances(whole.face(FaceId(0))));
        assert!(!small.has('x'));
    }

    #[test]
    fn a_subset_keeps_the_licence_and_not_the_name() {
        let data = regular();
        let font = FontRef::new(&data).expect("sound");
        let small = subset(&font, &characters("a")).expect("a subset");
        let small = FontRef::new(&small).expect("a font");
        let names = small.name().expect("names");
        let ids: BTreeSet<u16> =
            names.name_record().iter().map(|record| record.name_id().to_u16()).collect();
        assert_eq!(ids, BTreeSet::from([0, 13, 14]));
    }

    #[test]
    fn the_file_is_woff2() {
        let fonts = Fonts::bundled();
        let packed = woff2(fonts.face(FaceId(0)), &characters("abc")).expect("a subset");
        assert!(packed.starts_with(b"wOF2") && packed.len() < 4000, "{} bytes", packed.len());
    }
}
