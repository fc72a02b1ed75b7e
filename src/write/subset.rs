//! The part of a face that a figure needs, packed for the web.
//!
//! In: a font file and characters. Out: a WOFF2 that shapes those characters as the whole face
//! does, without hints and without the face's name, which its licence reserves. Knows no figure.

use crate::error::{Error, Result};
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
/// Copyright and the two licence records.
const KEPT_NAMES: [NameId; 3] =
    [NameId::COPYRIGHT_NOTICE, NameId::LICENSE_DESCRIPTION, NameId::LICENSE_URL];
/// Higher saves a few bytes in a hundred and takes ten times as long.
const QUALITY: u8 = 5;

/// The characters `used` of the face in `data` as a WOFF2.
///
/// # Errors
/// [`Error::Options`] if the face, which the user may have given, cannot be taken apart.
pub(super) fn woff2(data: &[u8], used: &BTreeSet<char>) -> Result<Vec<u8>> {
    let font = FontRef::new(data).map_err(refused)?;
    let sfnt = subset(&font, used).map_err(refused)?;
    let options = EncodeOptions { quality: BrotliQuality::from(QUALITY), ..Default::default() };
    encode_with_options(&sfnt, options).map_err(refused)
}

fn refused(cause: impl Display) -> Error {
    Error::Options(format!("a font cannot be embedded ({cause}); use --svg-text outlines"))
}

fn subset(font: &FontRef<'_>, used: &BTreeSet<char>) -> std::result::Result<Vec<u8>, SubsetError> {
    let unicodes: IntSet<u32> = used.iter().map(|&c| u32::from(c)).collect();
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &DEFAULT_DROP_TABLES.iter().copied().collect(),
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
