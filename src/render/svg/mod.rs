//! The picture as SVG 1.1: presentation attributes, no script, no reference to anything outside.
//!
//! In: a picture. Out: a document that can also be pasted into a web page beside others, since
//! every id and the font's name carry a prefix of its own. Escaping is left to [`Xml`], the packing of
//! fonts to [`font`]. A page draws its pictures with the same parts.

mod font;
mod glyphs;
mod id_prefix;
mod items;
mod style;
mod text;

use super::xml::Xml;
use super::{FormatEntry, RenderOptions};
use crate::draw::{Group, Item, Picture, Text};
use crate::error::Result;
use crate::number::px;
use crate::options::SvgText;
use crate::text::{FaceId, Fonts};
use glyphs::Glyphs;
use id_prefix::{check_prefix, fingerprint};

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry = FormatEntry {
    name: "svg",
    media_type: "image/svg+xml",
    is_text: true,
    has_widths: false,
    encode,
    encode_pages: None,
};

/// The family of the bundled faces, with an older name of it.
const BUNDLED: [&str; 2] = ["Source Sans 3", "Source Sans Pro"];

/// The file.
fn encode(picture: &Picture, options: &RenderOptions) -> Result<Vec<u8>> {
    let prefix = prefix(picture, options)?;
    let mut xml = Xml::new();
    let svg_text = options.svg_text;
    let page = SvgPage { picture, prefix: &prefix, svg_text, remark: |_, _| () };
    root(&mut xml, &page);
    if page.svg_text == SvgText::Live {
        style::embed_fonts(&mut xml, &page)?;
    }
    let glyphs = page
        .has_outlines()
        .then(|| Glyphs::define(&mut xml, picture, &prefix, |text| page.is_outlined(text)));
    style::dark_scheme(&mut xml, picture, &prefix);
    items::background(&mut xml, picture);
    items::items(&mut xml, &page, glyphs.as_ref());
    Ok(xml.finish().into_bytes())
}

/// What every id begins with, and the families of fonts.
pub(super) fn prefix(picture: &Picture, options: &RenderOptions) -> Result<String> {
    match &options.id_prefix {
        Some(prefix) => check_prefix(prefix),
        None => Ok(fingerprint(picture)),
    }
}

/// What is written, and how.
struct SvgPage<'a> {
    picture: &'a Picture,
    prefix: &'a str,
    svg_text: SvgText,
    /// Adds what a page needs to know of a group that begins.
    remark: fn(&mut Xml, &Group),
}

impl SvgPage<'_> {
    /// Whether a text is written as outlines: where all are, and where a face has outlines that
    /// cannot be cut down to a font for the web.
    fn is_outlined(&self, text: &Text) -> bool {
        self.svg_text != SvgText::Live
            || text.line.runs.iter().any(|run| !self.picture.fonts.face(run.face).is_truetype())
    }

    fn has_outlines(&self) -> bool {
        self.svg_text != SvgText::Live || texts(self.picture).any(|one| self.is_outlined(one))
    }

    /// The families that a face is asked for by; the bundled ones by those of the document.
    fn families(&self, face: FaceId) -> Option<String> {
        let fonts = &self.picture.fonts;
        if fonts.is_own(face) {
            return None;
        }
        let is_embedded = self.svg_text == SvgText::Live && fonts.face(face).is_truetype();
        let own = is_embedded.then(|| family(self.prefix, face));
        let name = Some(fonts.face(face).family()).filter(|name| !name.is_empty());
        let name = name.map(|name| ["'", name, "'"].concat());
        let families: Vec<String> =
            own.into_iter().chain(name).chain(["sans-serif".into()]).collect();
        Some(families.join(", "))
    }
}

/// What a page needs of its pictures besides what is drawn: rules of CSS.
pub(super) use style::{UsedCharacters, add_characters, dark_rules, font_rules};
/// The parts of a line by their faces.
pub(super) use text::parts;

/// A picture as a page holds it.
pub(super) struct InPage<'a> {
    pub(super) picture: &'a Picture,
    /// What the families of the page's fonts begin with.
    pub(super) fonts: &'a str,
    /// What the ids of this picture begin with.
    pub(super) ids: &'a str,
    /// Adds what a page needs to know of a group that begins.
    pub(super) remark: fn(&mut Xml, &Group),
}

impl InPage<'_> {
    fn page(&self) -> SvgPage<'_> {
        let InPage { picture, fonts, remark, .. } = *self;
        SvgPage { picture, prefix: fonts, svg_text: SvgText::Live, remark }
    }

    /// The characters that it needs in each face.
    pub(super) fn used_characters(&self) -> UsedCharacters {
        style::used_characters(&self.page())
    }

    /// Draws it into an element that has begun.
    pub(super) fn draw(&self, xml: &mut Xml) {
        let page = self.page();
        let is_outlined = |text: &Text| page.is_outlined(text);
        let glyphs =
            page.has_outlines().then(|| Glyphs::define(xml, self.picture, self.ids, is_outlined));
        items::items(xml, &page, glyphs.as_ref());
    }
}

/// The families that text of a page is set in, the figure's own first.
pub(super) fn families(fonts: &Fonts, prefix: &str) -> String {
    let all = fonts.faces().filter(|(face, one)| face.0 != 1 && one.is_truetype());
    let named = all.map(|(face, _)| family(prefix, face) + ",");
    named.chain(["system-ui,sans-serif".to_owned()]).collect()
}

fn texts(picture: &Picture) -> impl Iterator<Item = &Text> {
    picture.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

fn root(xml: &mut Xml, page: &SvgPage<'_>) {
    let SvgPage { picture, prefix, svg_text, .. } = *page;
    let (w, h) = (px(picture.size.w), px(picture.size.h));
    xml.begin("svg");
    if !picture.dark_scheme.is_empty() {
        xml.attribute("id", prefix);
    }
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    let is_link = |item: &Item| matches!(item, Item::Open(group) if group.link.is_some());
    let has_links = picture.items.iter().any(is_link);
    if page.has_outlines() || has_links {
        xml.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    xml.attribute("width", &w);
    xml.attribute("height", &h);
    xml.attribute("viewBox", &["0", "0", &w, &h].join(" "));
    if !picture.language.is_empty() {
        xml.attribute("lang", &picture.language);
        xml.attribute("xml:lang", &picture.language);
    }
    let (title, description) = ([prefix, "-title"].concat(), [prefix, "-desc"].concat());
    // What is in an image is hidden from those who cannot see it, and links must be reached.
    xml.attribute("role", if has_links { "group" } else { "img" });
    xml.attribute("aria-labelledby", &[title.as_str(), &description].join(" "));
    match svg_text {
        SvgText::Live => {
            let own = family(prefix, FaceId(0));
            xml.attribute("font-family", &[own, named_families(picture)].join(", "));
        }
        SvgText::Outlines => xml.attribute("font-family", &named_families(picture)),
        SvgText::None => {}
    }
    // A page that runs from right to left would turn the anchors of those that do not.
    if texts(picture).any(|text| text.line.is_rtl) {
        xml.attribute("direction", "ltr");
    }
    if svg_text != SvgText::None {
        // Browsers then place letters between pixels, as they were measured.
        xml.attribute("text-rendering", "geometricPrecision");
    }
    labelling(xml, "title", &title, &picture.title);
    labelling(xml, "desc", &description, &picture.description);
}

/// Families asked for where no font is embedded or a viewer ignores it; unseen text in them is about as
/// long as what is seen.
fn named_families(picture: &Picture) -> String {
    let own = picture.fonts.face(FaceId(0)).family();
    let names = if BUNDLED.contains(&own) { &BUNDLED[..] } else { &[own] };
    let names = names.iter().filter(|name| !name.is_empty());
    names.map(|name| ["'", name, "', "].concat()).collect::<String>() + "sans-serif"
}

/// An element that names or describes the document.
fn labelling(xml: &mut Xml, name: &'static str, id: &str, text: &str) {
    xml.begin(name);
    xml.attribute("id", id);
    xml.text(text);
    xml.end();
}

/// The family of an embedded subset: words that need no quotes in CSS. The bundled faces are
/// weights of one.
fn family(prefix: &str, face: FaceId) -> String {
    match face.0 {
        0 | 1 => ["Annals ", prefix].concat(),
        more => ["Annals ", prefix, "-f", &more.to_string()].concat(),
    }
}
