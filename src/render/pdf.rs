//! The picture as PDF 1.7: one page, its text selectable and whole.
//!
//! In: a picture. Out: a page of its size in points, the figure tagged as one with its
//! description, no date and no random identifier. Fonts are cut down and packed by krilla.

use super::glyph_positions::{Clusters, PlacedRun, runs};
use super::readable::readable;
use super::too_large::smaller;
use super::{FormatEntry, RenderOptions};
use crate::draw::{Item, Outline, Picture, Shape, Stroke, Text};
use crate::error::{Error, Message, Result, guarded};
use crate::geometry::{PX, Size, to_px};
use crate::text::FaceId;
use crate::theme::Colour;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin};
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry =
    FormatEntry { name: "pdf", media_type: "application/pdf", is_text: false, encode };

/// Points to a CSS pixel: 72 against 96 to the inch.
const POINTS: f32 = 0.75;
/// The largest side of a page that readers must show, in points.
const MAX_SIDE: f32 = 14_400.0;
/// Where the control points of a quarter circle lie, in radii.
const QUARTER: f32 = 0.552_284_7;

/// The file.
fn encode(picture: &Picture, _: &RenderOptions) -> Result<Vec<u8>> {
    let (width, height) = page_size(picture.size)?;
    let mut document = Document::new_with(settings()?);
    let size = krilla::geom::Size::from_wh(width, height).ok_or_else(|| failure("no such page"))?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let figure = draw(picture, &mut surface)?;
    surface.finish();
    for link in links(picture).into_iter().filter_map(link) {
        page.add_annotation(link);
    }
    page.finish();
    document.set_metadata(metadata(picture));
    document.set_tag_tree(tags(picture, figure, Rect::from_xywh(0.0, 0.0, width, height)));
    document.finish().map_err(|error| failure(&error.to_string()))
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
        return Err(Error::options(Message::new(fact).and(remedy)));
    }
    Ok((width, height))
}

fn settings() -> Result<SerializeSettings> {
    let configuration = ConfigurationBuilder::new().with_version(PdfVersion::Pdf17).finish();
    let configuration = configuration.map_err(|_| failure("version 1.7 is not supported"))?;
    Ok(SerializeSettings { configuration, ..Default::default() })
}

fn metadata(picture: &Picture) -> Metadata {
    let metadata = Metadata::new()
        .title(readable(&picture.title))
        .description(readable(&picture.description))
        .creator("annals".to_owned());
    match picture.language.as_str() {
        "" => metadata,
        language => metadata.language(readable(language)),
    }
}

/// The whole page as one figure, with its description, or its title if it has none, as its text.
fn tags(picture: &Picture, figure: Identifier, bounds: Option<Rect>) -> TagTree {
    let words = [&picture.description, &picture.title].into_iter().find(|text| !text.is_empty());
    let tag = Tag::Figure(words.map(|text| readable(text)));
    let tag = tag.with_bbox(bounds.map(|rect| BBox::new(0, rect)));
    let mut group = TagGroup::new(tag);
    group.push(figure);
    let mut tree = TagTree::new();
    tree.push(group);
    tree
}

fn draw(picture: &Picture, surface: &mut Surface<'_>) -> Result<Identifier> {
    let figure = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_scale(POINTS, POINTS));
    let mut page = PdfPage { picture, surface, fonts: BTreeMap::new() };
    // A surface that is dropped before its end panics, and a second panic would end the process.
    let drawn = guarded(|| page.items());
    surface.pop();
    surface.end_tagged();
    drawn.map(|()| figure)
}

/// The boxes of text that lead somewhere, line by line, with their addresses.
fn links(picture: &Picture) -> Vec<(crate::geometry::Rect, &str)> {
    let mut open: Vec<Option<&str>> = Vec::new();
    let mut links = Vec::new();
    for item in &picture.items {
        match item {
            Item::Open(group) => open.push(group.link.as_deref()),
            Item::Close => drop(open.pop()),
            Item::Text(text) => {
                let address = open.iter().rev().find_map(|link| *link);
                links.extend(address.map(|address| (text.rect(), address)));
            }
            Item::Shape(_) => {}
        }
    }
    links
}

/// The link over a box, in points.
fn link((rect, address): (crate::geometry::Rect, &str)) -> Option<Annotation> {
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
    fonts: BTreeMap<FaceId, Font>,
}

impl PdfPage<'_, '_> {
    fn items(&mut self) -> Result<()> {
        self.background();
        for item in &self.picture.items {
            match item {
                Item::Open(_) | Item::Close => {}
                Item::Shape(shape) => self.shape(shape),
                Item::Text(text) => self.text(text)?,
            }
        }
        Ok(())
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
