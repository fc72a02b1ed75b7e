//! Pictures as PDF, version 1.7 or an earlier one: a page for each, its text selectable and whole.
//!
//! In: a picture, or those of several pages. Out: pages of their sizes in points, each figure tagged as
//! one with its description, no date and no random identifier. Fonts are cut down and packed by krilla.

use super::glyph_positions::{Clusters, PlacedRun, runs};
use super::readable::readable;
use super::too_large::smaller;
use super::{FormatEntry, RenderOptions};
use crate::draw::{Item, Outline, Picture, Shape, Stroke, Text};
use crate::error::{Code, Error, Message, Result, guarded};
use crate::geometry::{PX, Size, to_px};
use crate::options::{PdfFileVersion, PdfStandard};
use crate::text::FaceId;
use crate::theme::Colour;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{
    Accessibility, Archival, ConfigurationBuilder, PdfVersion, ValidationError,
};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline as Bookmarks, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin};
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry = FormatEntry {
    name: "pdf",
    media_type: "application/pdf",
    is_text: false,
    has_widths: false,
    encode: |picture, options| encode(std::slice::from_ref(picture), options),
    encode_pages: Some(encode),
};

/// Points to a CSS pixel: 72 against 96 to the inch.
const POINTS: f32 = 0.75;
/// The largest side of a page that readers must show, in points.
const MAX_SIDE: f32 = 14_400.0;
/// Where the control points of a quarter circle lie, in radii.
const QUARTER: f32 = 0.552_284_7;

/// The file: to the standards asked for, and to that for everyone if it can be.
fn encode(pictures: &[Picture], options: &RenderOptions) -> Result<Vec<u8>> {
    let asked = &options.pdf_standards;
    let version = options.pdf_version.unwrap_or_default();
    let document = |standards: &[PdfStandard]| document(pictures, standards, version);
    let has_all = asked.contains(&PdfStandard::Ua1);
    let all: Vec<PdfStandard> =
        asked.iter().copied().chain((!has_all).then_some(PdfStandard::Ua1)).collect();
    match document(&all)?.finish() {
        Err(KrillaError::Validation(_)) if !has_all => document(asked)?.finish(),
        done => done,
    }
    .map_err(|error| not_kept(&error))
}

/// The whole document, to be checked against standards when it is finished.
fn document(
    pictures: &[Picture],
    standards: &[PdfStandard],
    version: PdfFileVersion,
) -> Result<Document> {
    let first = pictures.first().ok_or_else(|| failure("it has no page"))?;
    let mut document = Document::new_with(settings(standards, version)?);
    let mut fonts = BTreeMap::new();
    let mut tree = TagTree::new();
    for (index, picture) in pictures.iter().enumerate() {
        if picture.fonts != first.fonts {
            fonts = BTreeMap::new();
        }
        let tagged = add_page(picture, &mut document, &mut fonts)?;
        tags((picture, index), tagged, &mut tree)?;
    }
    document.set_metadata(metadata(pictures, first, standards));
    document.set_outline(bookmarks(pictures, first));
    document.set_tag_tree(tree);
    Ok(document)
}

/// Draws a page; gives what of it belongs to the figure and to its links.
fn add_page(picture: &Picture, document: &mut Document, fonts: &mut PdfFonts) -> Result<Tagged> {
    let (width, height) = page_size(picture.size)?;
    let size = krilla::geom::Size::from_wh(width, height).ok_or_else(|| failure("no such page"))?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let tagged = draw(picture, &mut surface, fonts);
    surface.finish();
    let mut tagged = tagged?;
    for link in &mut tagged.links {
        let places = link.boxes.iter().filter_map(|rect| annotation(*rect, &link.address));
        link.content.extend(places.map(|one| page.add_tagged_annotation(one)));
    }
    page.finish();
    Ok(tagged)
}

/// The outline: the document, and under it its pages, where there are several.
fn bookmarks(pictures: &[Picture], first: &Picture) -> Bookmarks {
    let top = |page: usize| XyzDestination::new(page, Point::from_xy(0.0, 0.0));
    let mut whole = OutlineNode::new(title(first), top(0));
    if pictures.len() > 1 {
        for (index, picture) in pictures.iter().enumerate() {
            whole.push_child(OutlineNode::new(readable(&picture.page), top(index)));
        }
    }
    let mut bookmarks = Bookmarks::new();
    bookmarks.push_child(whole);
    bookmarks
}

/// Why the standards asked for are not kept.
fn not_kept(error: &KrillaError) -> Error {
    let KrillaError::Validation(faults) = error else { return failure(&error.to_string()) };
    let has = |is: fn(&ValidationError) -> bool| faults.iter().any(|(fault, _)| is(fault));
    let message = Message::new("the PDF cannot keep to ").unset("pdf-standard").text(": ");
    let message = match () {
        () if has(|fault| matches!(fault, ValidationError::ContainsNotDefGlyph(..))) => {
            let message = message.text("some characters have no glyph; give ");
            message.setting_to("font", "FILE").text(" or ").setting("system-fonts")
        }
        () if has(|fault| matches!(fault, ValidationError::RestrictedLicense(_))) => {
            message.text("the licence of a font forbids to embed it; give another")
        }
        () => message.text(error.to_string()).text("; leave it out"),
    };
    Error::options(Code::PdfStandard, message)
}

fn failure(cause: &str) -> Error {
    Error::internal(format!("the PDF was not made: {cause}"))
}

fn page_size(size: Size) -> Result<(f32, f32)> {
    let (width, height) = (px(size.w) * POINTS, px(size.h) * POINTS);
    if width > MAX_SIDE || height > MAX_SIDE {
        let fact = format!(
            "the PDF page would be {width:.0} by {height:.0} points, more than the 14400 a side \
             that readers show; give "
        );
        let remedy = smaller(width.into(), height.into());
        return Err(Error::options(Code::PictureTooLarge, Message::new(fact).and(remedy)));
    }
    Ok((width, height))
}

fn settings(standards: &[PdfStandard], version: PdfFileVersion) -> Result<SerializeSettings> {
    let version = match version {
        PdfFileVersion::V14 => PdfVersion::Pdf14,
        PdfFileVersion::V15 => PdfVersion::Pdf15,
        PdfFileVersion::V16 => PdfVersion::Pdf16,
        PdfFileVersion::V17 => PdfVersion::Pdf17,
    };
    let mut builder = ConfigurationBuilder::new().with_version(version);
    for standard in standards {
        builder = match standard {
            PdfStandard::Ua1 => builder.with_accessibility_validator(Accessibility::UA1),
            PdfStandard::A2a => builder.with_archival_validator(Archival::A2_A),
            PdfStandard::A2b => builder.with_archival_validator(Archival::A2_B),
            PdfStandard::A3a => builder.with_archival_validator(Archival::A3_A),
        };
    }
    let configuration = builder.finish().map_err(|_| failure("its version is not supported"))?;
    Ok(SerializeSettings { configuration, ..Default::default() })
}

/// The name of the document, which must have one.
fn title(picture: &Picture) -> String {
    let names = [&picture.title, &picture.description];
    names.into_iter().find(|text| !text.is_empty()).map_or("Timeline".into(), |text| readable(text))
}

fn metadata(pictures: &[Picture], first: &Picture, standards: &[PdfStandard]) -> Metadata {
    let words: Vec<&str> = pictures.iter().map(|picture| picture.description.as_str()).collect();
    let mut metadata = Metadata::new()
        .title(title(first))
        .description(readable(&words.join(" ")))
        .creator("annals".to_owned());
    if standards.iter().any(|standard| standard.is_archival()) {
        // An archive wants a date; the same picture shall give the same bytes on every day.
        metadata = metadata.creation_date(DateTime::new(1970).month(1).day(1));
    }
    match first.language.as_str() {
        "" => metadata,
        language => metadata.language(readable(language)),
    }
}

/// Adds a page as one figure, with its description, or its title if it has none, as its text, and what
/// leads somewhere after it: nobody looks for links in a picture.
fn tags((picture, page): (&Picture, usize), tagged: Tagged, tree: &mut TagTree) -> Result<()> {
    let (width, height) = page_size(picture.size)?;
    let bounds = Rect::from_xywh(0.0, 0.0, width, height);
    let words = [&picture.description, &picture.title].into_iter().find(|text| !text.is_empty());
    let tag = Tag::Figure(Some(words.map_or_else(|| title(picture), |text| readable(text))));
    let mut figure = TagGroup::new(tag.with_bbox(bounds.map(|rect| BBox::new(page, rect))));
    tagged.figure.into_iter().for_each(|part| figure.push(part));
    tree.push(figure);
    for link in tagged.links {
        let mut group = TagGroup::new(Tag::Link);
        link.content.into_iter().for_each(|part| group.push(part));
        tree.push(group);
    }
    Ok(())
}

/// The fonts of a document by their faces.
type PdfFonts = BTreeMap<FaceId, Font>;

/// What of a page belongs to the figure, and what to each link.
#[derive(Default)]
struct Tagged {
    figure: Vec<Identifier>,
    links: Vec<PageLink>,
}

/// Text that leads somewhere.
struct PageLink {
    address: String,
    /// Its lines.
    boxes: Vec<crate::geometry::Rect>,
    content: Vec<Identifier>,
}

fn draw(picture: &Picture, surface: &mut Surface<'_>, fonts: &mut PdfFonts) -> Result<Tagged> {
    surface.push_transform(&Transform::from_scale(POINTS, POINTS));
    let tagged = Tagged::default();
    let mut page = PdfPage { picture, surface, fonts, tagged, open: None };
    // A surface that is dropped before its end panics, and a second panic would end the process.
    let drawn = guarded(|| page.items());
    page.end_part();
    let tagged = page.tagged;
    surface.pop();
    drawn.map(|()| tagged)
}

/// The link over a box, in points.
fn annotation(rect: crate::geometry::Rect, address: &str) -> Option<Annotation> {
    let [x0, y0, x1, y1] = [rect.x0, rect.y0, rect.x1, rect.y1].map(|at| px(at) * POINTS);
    let target = Target::Action(LinkAction::new(ascii(address)).into());
    let place = Rect::from_ltrb(x0, y0, x1, y1)?;
    Some(Annotation::new_link(LinkAnnotation::new(place, target), Some(readable(address))))
}

/// An address in the characters that PDF allows for one.
fn ascii(address: &str) -> String {
    let mut ascii = String::new();
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => ascii.push(char::from(byte)),
            _ => ascii.push_str(&format!("%{byte:02X}")),
        }
    }
    ascii
}

/// A page in the making, in CSS pixels.
struct PdfPage<'a, 'b> {
    picture: &'a Picture,
    surface: &'a mut Surface<'b>,
    fonts: &'a mut PdfFonts,
    tagged: Tagged,
    /// What is drawn belongs to.
    open: Option<PagePart>,
}

/// What a part of a page belongs to: the figure, or a link by its place among all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PagePart {
    Figure,
    Link(usize),
}

impl PdfPage<'_, '_> {
    fn items(&mut self) -> Result<()> {
        self.begin_part(PagePart::Figure);
        self.background();
        // For each open group the link that it is in.
        let mut parts = vec![PagePart::Figure];
        for item in &self.picture.items {
            let part = parts.last().copied().unwrap_or(PagePart::Figure);
            match item {
                Item::Open(group) => {
                    parts.push(group.link.as_ref().map_or(part, |to| self.add_link(to)));
                }
                Item::Close => drop(parts.pop()),
                Item::Shape(shape) => {
                    self.begin_part(part);
                    self.shape(shape);
                }
                Item::Text(text) => {
                    self.begin_part(part);
                    if let PagePart::Link(place) = part {
                        self.tagged.links[place].boxes.push(text.rect());
                    }
                    self.text(text)?;
                }
            }
        }
        Ok(())
    }

    fn add_link(&mut self, address: &str) -> PagePart {
        let address = address.to_owned();
        self.tagged.links.push(PageLink { address, boxes: Vec::new(), content: Vec::new() });
        PagePart::Link(self.tagged.links.len() - 1)
    }

    /// Lets what is drawn belong to a part.
    fn begin_part(&mut self, part: PagePart) {
        if self.open == Some(part) {
            return;
        }
        self.end_part();
        let content = match part {
            PagePart::Figure => ContentTag::Other,
            PagePart::Link(_) => ContentTag::Span(SpanTag::empty()),
        };
        let begun = self.surface.start_tagged(content);
        match part {
            PagePart::Figure => self.tagged.figure.push(begun),
            PagePart::Link(place) => self.tagged.links[place].content.push(begun),
        }
        self.open = Some(part);
    }

    fn end_part(&mut self) {
        if self.open.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn background(&mut self) {
        let size = self.picture.size;
        let rect = Rect::from_xywh(0.0, 0.0, px(size.w), px(size.h));
        if let (Some(colour), Some(rect)) = (self.picture.background, rect) {
            self.paint(rectangle(rect), Some(colour), None);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        // krilla would fill a path without any paint in black.
        if shape.fill.is_some() || shape.stroke.is_some() {
            self.paint(path(&shape.outline), shape.fill, shape.stroke);
        }
    }

    fn paint(&mut self, path: Option<Path>, inside: Option<Colour>, along: Option<Stroke>) {
        if let Some(path) = path {
            self.surface.set_fill(inside.map(fill));
            self.surface.set_stroke(along.map(stroke));
            self.surface.draw_path(&path);
        }
    }

    fn text(&mut self, text: &Text) -> Result<()> {
        self.surface.set_fill(Some(fill(text.colour)));
        self.surface.set_stroke(None);
        let size = text.line.style.size as f32 / PX as f32;
        let clusters = Clusters::of(&text.line);
        for run in runs(&self.picture.fonts, text) {
            let font = self.font(run.face)?;
            let em = self.picture.fonts.face(run.face).units_per_em() as f32;
            let glyphs = glyphs(&run, &clusters, em);
            let start = Point::from_xy(run.left as f32, px(text.at.y));
            self.surface.draw_glyphs(start, &glyphs, font, &text.line.text, size, false);
        }
        Ok(())
    }

    fn font(&mut self, face: FaceId) -> Result<Font> {
        if let Some(font) = self.fonts.get(&face) {
            return Ok(font.clone());
        }
        let one = self.picture.fonts.face(face);
        let font = Font::new(one.data().clone().into(), one.index());
        let font = font.ok_or_else(|| failure("a font cannot be read"))?;
        self.fonts.insert(face, font.clone());
        Ok(font)
    }
}

/// The glyphs of a run, each with the characters that it represents.
fn glyphs(run: &PlacedRun<'_>, clusters: &Clusters, em: f32) -> Vec<KrillaGlyph> {
    let placed = run.glyphs.iter().map(|glyph| {
        KrillaGlyph::new(
            GlyphId::new(glyph.id),
            glyph.advance as f32 / em,
            glyph.dx as f32 / em,
            glyph.dy as f32 / em,
            0.0,
            clusters.range(glyph.cluster),
            None,
        )
    });
    placed.collect()
}

fn px(length: crate::geometry::Sub) -> f32 {
    to_px(length) as f32
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb::Color::new(colour.r, colour.g, colour.b).into(), ..Default::default() }
}

/// Ends and corners as SVG draws them by default.
fn stroke(stroke: Stroke) -> krilla::paint::Stroke {
    let Colour { r, g, b } = stroke.colour;
    krilla::paint::Stroke {
        paint: rgb::Color::new(r, g, b).into(),
        width: px(stroke.width),
        miter_limit: 4.0,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Miter,
        ..Default::default()
    }
}

fn path(outline: &Outline) -> Option<Path> {
    match outline {
        Outline::Rect(rect) => {
            let (left, top) = (px(rect.x0), px(rect.y0));
            rectangle(Rect::from_ltrb(left, top, px(rect.x1), px(rect.y1))?)
        }
        Outline::Lines(lines) => {
            let mut path = PathBuilder::new();
            for [a, b] in lines {
                path.move_to(px(a.x), px(a.y));
                path.line_to(px(b.x), px(b.y));
            }
            path.finish()
        }
        Outline::Polyline(points) => line(points, false),
        Outline::Polygon(points) => line(points, true),
        Outline::Circle { centre, radius } => circle(px(centre.x), px(centre.y), px(*radius)),
    }
}

fn rectangle(rect: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    path.finish()
}

fn line(points: &[crate::geometry::Point], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, point) in points.iter().enumerate() {
        match index {
            0 => path.move_to(px(point.x), px(point.y)),
            _ => path.line_to(px(point.x), px(point.y)),
        }
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

fn circle(x: f32, y: f32, r: f32) -> Option<Path> {
    let k = r * QUARTER;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    path.finish()
}
