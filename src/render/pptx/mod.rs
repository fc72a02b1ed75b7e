//! The picture as a presentation of one slide, of shapes and text that can be edited.
//!
//! In: a picture. Out: an Office Open XML package (ECMA-376) that holds the picture as one group:
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

use super::too_large::smaller;
use super::zip::packed;
use super::{FormatEntry, RenderOptions};
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
    encode,
    encode_pages: None,
};

/// The sides that a slide may have: 1 in to 56 in.
const SIDES: [Sub; 2] = [px(96.0), px(56.0 * 96.0)];
/// How hard parts are packed, of 10.
const LEVEL: u8 = 6;

/// The file.
fn encode(picture: &Picture, _: &RenderOptions) -> Result<Vec<u8>> {
    let size = picture.size;
    if size.w.max(size.h) > SIDES[1] {
        let (w, h) = (to_px(size.w), to_px(size.h));
        let fact = format!(
            "a figure of {w} by {h} px is larger than a slide, whose sides have 5376 px at most; "
        );
        let message = Message::new(fact).and(smaller(w, h)).text(" makes it fit");
        return Err(Error::options(Code::PictureTooLarge, message));
    }
    let mut links = Links::default();
    let slide = parts::slide(picture, &mut links);
    let relations = parts::relations(&links);
    let presentation = parts::presentation([size.w, size.h].map(|side| side.max(SIDES[0])));
    let (core, theme) = (parts::core(picture), parts::theme(picture));
    let parts: [(&str, &[u8]); 12] = [
        ("[Content_Types].xml", include_bytes!("types.xml")),
        ("_rels/.rels", include_bytes!("package.xml")),
        ("docProps/core.xml", core.as_bytes()),
        ("ppt/presentation.xml", presentation.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", include_bytes!("presentation_relations.xml")),
        ("ppt/slideMasters/slideMaster1.xml", include_bytes!("master.xml")),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", include_bytes!("master_relations.xml")),
        ("ppt/slideLayouts/slideLayout1.xml", include_bytes!("layout.xml")),
        ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", include_bytes!("layout_relations.xml")),
        ("ppt/theme/theme1.xml", theme.as_bytes()),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
        ("ppt/slides/_rels/slide1.xml.rels", relations.as_bytes()),
    ];
    Ok(packed(&parts, Some(|bytes| compress_to_vec(bytes, LEVEL))))
}
