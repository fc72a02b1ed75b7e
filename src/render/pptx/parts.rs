//! The parts of the package that depend on the pictures.

use super::links::Links;
use super::shapes::{self, emu, shape};
use super::slide::{Slide, empty};
use super::tree::{SlideGroup, SlideNode, tree};
use super::words::text_box;
use crate::draw::Picture;
use crate::geometry::{Rect, Size, Sub};
use crate::render::xml::Xml;
use crate::theme::Colour;

/// Namespaces of the parts.
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The presentation's relation to its first slide, after that to the master.
const FIRST: usize = 2;

/// The slide.
pub(super) fn slide(picture: &Picture, links: &mut Links) -> String {
    let mut slide = Slide::new(picture, links);
    slide.xml.begin("p:sld");
    namespaces(&mut slide.xml);
    slide.xml.begin("p:cSld");
    slide.xml.attribute("name", &picture.title);
    if let Some(ground) = picture.background {
        slide.xml.begin("p:bg");
        slide.xml.begin("p:bgPr");
        shapes::solid(&mut slide.xml, ground);
        empty(&mut slide.xml, "a:effectLst");
        slide.xml.end();
        slide.xml.end();
    }
    slide.xml.begin("p:spTree");
    slide.xml.begin("p:nvGrpSpPr");
    slide.properties("", None, None);
    empty(&mut slide.xml, "p:cNvGrpSpPr");
    empty(&mut slide.xml, "p:nvPr");
    slide.xml.end();
    group_place(&mut slide.xml, Rect::default());
    group(&mut slide, &tree(picture));
    slide.xml.end();
    slide.xml.end();
    slide.xml.begin("p:clrMapOvr");
    empty(&mut slide.xml, "a:masterClrMapping");
    slide.xml.finish()
}

fn node(slide: &mut Slide<'_>, node: &SlideNode) {
    match node {
        SlideNode::Group(one) => group(slide, one),
        SlideNode::Shape(one) => shape(slide, one),
        SlideNode::Text(one) => text_box(slide, one),
    }
}

fn group(slide: &mut Slide<'_>, group: &SlideGroup) {
    let Some(rect) = group.bounds() else { return };
    slide.xml.begin("p:grpSp");
    slide.xml.begin("p:nvGrpSpPr");
    slide.properties(&group.name, group.words.as_deref(), None);
    empty(&mut slide.xml, "p:cNvGrpSpPr");
    empty(&mut slide.xml, "p:nvPr");
    slide.xml.end();
    group_place(&mut slide.xml, rect);
    group.nodes.iter().for_each(|one| node(slide, one));
    slide.xml.end();
}

/// The place of a group; its parts are in the coordinates of the slide.
fn group_place(xml: &mut Xml, rect: Rect) {
    xml.begin("p:grpSpPr");
    xml.begin("a:xfrm");
    for (offset, extent) in [("a:off", "a:ext"), ("a:chOff", "a:chExt")] {
        shapes::place(xml, (offset, extent), &rect);
    }
    xml.end();
    xml.end();
}

fn namespaces(xml: &mut Xml) {
    for (name, space) in [("xmlns:a", DRAWING), ("xmlns:r", RELATIONS), ("xmlns:p", PRESENTATION)] {
        xml.attribute(name, space);
    }
}

/// The relations of the slide: to its layout, and to the addresses that it leads to.
pub(super) fn relations(links: &Links) -> String {
    let mut xml = Xml::new();
    xml.begin("Relationships");
    xml.attribute("xmlns", PACKAGE);
    let layout = ("rId1".to_owned(), "slideLayout", "../slideLayouts/slideLayout1.xml");
    let links = links.all().map(|(id, address)| (id, "hyperlink", address));
    for (id, kind, target) in std::iter::once(layout).chain(links) {
        xml.begin("Relationship");
        xml.attribute("Id", &id);
        xml.attribute("Type", &[RELATIONS, "/", kind].concat());
        xml.attribute("Target", target);
        if kind == "hyperlink" {
            xml.attribute("TargetMode", "External");
        }
        xml.end();
    }
    xml.finish()
}

/// A part that names each slide in a line of its own, in which `{slide}` is its number and `{relation}` that of
/// the presentation's relation to it; `{theme}` is that of the relation after them.
pub(super) fn with_slides(part: &str, count: usize) -> String {
    let line = |line: &str| match line.contains("{slide}") {
        true => (1..=count).map(|slide| numbered(line, slide)).collect(),
        false => line.replace("{theme}", &(FIRST + count).to_string()) + "\n",
    };
    part.lines().map(line).collect()
}

fn numbered(line: &str, slide: usize) -> String {
    let relation = (FIRST + slide - 1).to_string();
    line.replace("{slide}", &slide.to_string()).replace("{relation}", &relation) + "\n"
}

/// The presentation, with so many slides of that size.
pub(super) fn presentation([w, h]: [Sub; 2], count: usize) -> String {
    let mut xml = Xml::new();
    xml.begin("p:presentation");
    namespaces(&mut xml);
    xml.begin("p:sldMasterIdLst");
    xml.begin("p:sldMasterId");
    xml.attribute("id", "2147483648");
    xml.attribute("r:id", "rId1");
    xml.end();
    xml.end();
    xml.begin("p:sldIdLst");
    for slide in 0..count {
        xml.begin("p:sldId");
        xml.attribute("id", &(256 + slide).to_string());
        xml.attribute("r:id", &format!("rId{}", FIRST + slide));
        xml.end();
    }
    xml.end();
    // Notes are on a sheet of A4.
    let notes = Size::new(crate::geometry::px(793.7), crate::geometry::px(1122.5));
    for (name, w, h) in [("p:sldSz", w, h), ("p:notesSz", notes.w, notes.h)] {
        xml.begin(name);
        xml.attribute("cx", &emu(w));
        xml.attribute("cy", &emu(h));
        xml.end();
    }
    xml.finish()
}

/// Title, description and language of the document: the descriptions of all slides, the others of the first.
pub(super) fn core(pictures: &[Picture]) -> String {
    let words: Vec<&str> = pictures.iter().map(|picture| picture.description.as_str()).collect();
    let first = |of: fn(&Picture) -> &str| pictures.first().map_or("", of);
    let mut xml = Xml::new();
    let package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    xml.begin("cp:coreProperties");
    xml.attribute("xmlns:cp", package);
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml.leaf("dc:title", first(|picture| &picture.title));
    xml.leaf("dc:description", &words.join(" "));
    xml.leaf("dc:language", first(|picture| &picture.language));
    xml.finish()
}

/// The theme, with the colours of the pictures for those who go on with them.
pub(super) fn theme(pictures: &[Picture]) -> String {
    let mut theme = include_str!("theme.xml").to_owned();
    let Some(colours) = pictures.first().map(|picture| picture.theme) else { return theme };
    let named = [("ink", colours.ink), ("ground", colours.ground), ("muted", colours.muted)];
    let named = named.into_iter().chain([("ruler", colours.ruler_ground)]);
    let hues = colours.palette.iter().enumerate().take(6);
    let hues: Vec<(String, Colour)> =
        hues.map(|(place, hue)| (format!("hue{place}"), hue.mark)).collect();
    let named = named.map(|(name, colour)| (name.to_owned(), colour)).chain(hues);
    for (name, colour) in named {
        theme = theme.replace(&["{", &name, "}"].concat(), &shapes::hex(colour));
    }
    theme
}
