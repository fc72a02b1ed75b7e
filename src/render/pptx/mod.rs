//! Pictures as a presentation of slides, one for each, of shapes and text that can be edited.
//!
//! In: pictures. Out: an Office Open XML package (ECMA-376) that holds each picture as one group:
//! bars, dots and lines as shapes, each label as a text box with the lines that it was set in, each
//! event as a group with its name. Text is live, in the figure's face by name: where that is not
//! installed, another one takes its place, so text boxes are as wide as common faces need.

mod links;
mod parts;
mod shapes;
mod slide;
mod text_box;
mod tree;
mod width_table;
mod words;

use super::FormatEntry;
use super::too_large::smaller;
use super::zip::packed;
use crate::draw::Picture;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{Sub, px, to_px};
use links::Links;
use miniz_oxide::deflate::compress_to_vec;

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry = FormatEntry {
    name: "pptx",
    media_type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    is_text: false,
    has_widths: false,
    encode: |picture, _| encode(std::slice::from_ref(picture)),
    encode_pages: Some(|pictures, _| encode(pictures)),
};

/// The sides that a slide may have: 1 in to 56 in.
const SIDES: [Sub; 2] = [px(96.0), px(56.0 * 96.0)];
/// How hard parts are packed, of 10.
const LEVEL: u8 = 6;

/// The file, with a slide for each picture.
fn encode(pictures: &[Picture]) -> Result<Vec<u8>> {
    pictures.iter().try_for_each(fits)?;
    let mut parts = common_parts(pictures);
    for (number, picture) in (1..).zip(pictures) {
        let mut links = Links::default();
        let slide = parts::slide(picture, &mut links);
        parts.push((format!("ppt/slides/slide{number}.xml"), slide));
        let relations = parts::relations(&links);
        parts.push((format!("ppt/slides/_rels/slide{number}.xml.rels"), relations));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    Ok(packed(&parts, Some(|bytes| compress_to_vec(bytes, LEVEL))))
}

fn fits(picture: &Picture) -> Result<()> {
    let size = picture.size;
    if size.w.max(size.h) <= SIDES[1] {
        return Ok(());
    }
    let (w, h) = (to_px(size.w), to_px(size.h));
    let fact = format!(
        "a figure of {w} by {h} px is larger than a slide, whose sides have 5376 px at most; "
    );
    let message = Message::new(fact).and(smaller(w, h)).text(" makes it fit");
    Err(Error::options(Code::PictureTooLarge, message))
}

/// The parts that all slides share, by their names.
fn common_parts(pictures: &[Picture]) -> Vec<(String, String)> {
    let count = pictures.len();
    let largest = |side: fn(&Picture) -> Sub| pictures.iter().map(side).fold(SIDES[0], Sub::max);
    let sides = [largest(|picture| picture.size.w), largest(|picture| picture.size.h)];
    let relations = include_str!("presentation_relations.xml");
    let parts = [
        ("[Content_Types].xml", parts::with_slides(include_str!("types.xml"), count)),
        ("_rels/.rels", include_str!("package.xml").to_owned()),
        ("docProps/core.xml", parts::core(pictures)),
        ("ppt/presentation.xml", parts::presentation(sides, count)),
        ("ppt/_rels/presentation.xml.rels", parts::with_slides(relations, count)),
        ("ppt/slideMasters/slideMaster1.xml", include_str!("master.xml").to_owned()),
        (
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            include_str!("master_relations.xml").to_owned(),
        ),
        ("ppt/slideLayouts/slideLayout1.xml", include_str!("layout.xml").to_owned()),
        (
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
            include_str!("layout_relations.xml").to_owned(),
        ),
        ("ppt/theme/theme1.xml", parts::theme(pictures)),
    ];
    parts.map(|(name, part)| (name.to_owned(), part)).into()
}
