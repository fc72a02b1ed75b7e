//! The slide: its parts, the text in it, and that no cell gets out of its place.

use crate::sample::{hostile, picture, report, text};
use crate::written;
use crate::xml::{Element, elements};
use annals::draw::{Anchor, Group, Item, Outline, Picture, Shape};
use annals::error::Error;
use annals::geometry::{Point, Rect, Size, px};
use annals::render::{Format, RenderOptions, encode, encode_pages};
use annals::text::Weight;
use annals::theme::Colour;
use miniz_oxide::inflate::decompress_to_vec;
use rawzip::{CompressionMethod, ZipArchive};
use std::collections::{BTreeMap, BTreeSet};

const INK: Colour = Colour::hex(0x1F_23_28);

/// The parts of a presentation of one slide by name.
fn parts(picture: &Picture) -> BTreeMap<String, String> {
    parts_of(&written(picture, Format::Pptx))
}

fn parts_of(bytes: &[u8]) -> BTreeMap<String, String> {
    let archive = ZipArchive::from_slice(bytes).expect("a zip file");
    let mut entries = archive.entries();
    let mut parts = BTreeMap::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        assert_eq!(entry.compression_method(), CompressionMethod::DEFLATE);
        let held = archive.get_entry(entry.wayfinder()).expect("a part");
        let part = decompress_to_vec(held.data()).expect("packed");
        parts.insert(name, String::from_utf8(part).expect("UTF-8"));
    }
    parts
}

#[test]
fn each_picture_is_a_slide() {
    let pictures = [report(), hostile(), report()];
    let bytes = encode_pages(&pictures, Format::Pptx, &RenderOptions::default());
    let parts = parts_of(&bytes.expect("a presentation"));
    let presentation = elements(&parts["ppt/presentation.xml"]).unwrap();
    let ids: Vec<&str> =
        named(&presentation, "p:sldId").iter().map(|one| one.get("r:id").unwrap()).collect();
    let relations = elements(&parts["ppt/_rels/presentation.xml.rels"]).unwrap();
    let target = |id: &str| {
        let relations = named(&relations, "Relationship");
        relations
            .iter()
            .find(|one| one.get("Id") == Some(id))
            .unwrap()
            .get("Target")
            .unwrap()
            .to_owned()
    };
    let slides: Vec<String> = ids.iter().map(|id| target(id)).collect();
    assert_eq!(slides, [1, 2, 3].map(|number| format!("slides/slide{number}.xml")));
    assert_eq!(target("rId5"), "theme/theme1.xml");
    let types = &parts["[Content_Types].xml"];
    for (name, picture) in slides.iter().zip(&pictures) {
        assert!(types.contains(&format!("PartName=\"/ppt/{name}\"")), "{types}");
        let alone = parts_of(&written(picture, Format::Pptx));
        assert_eq!(parts[&format!("ppt/{name}")], alone["ppt/slides/slide1.xml"]);
    }
}

fn slide(picture: &Picture) -> Vec<Element> {
    elements(&parts(picture)["ppt/slides/slide1.xml"]).expect("well-formed")
}

fn named<'a>(elements: &'a [Element], name: &str) -> Vec<&'a Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

fn words(x: f64, y: f64, words: &str, weight: Weight) -> Item {
    text(x, y, Anchor::Start, words, (10.0, weight), INK)
}

#[test]
fn all_parts_are_well_formed_and_name_each_other() {
    for picture in [hostile(), report()] {
        let parts = parts(&picture);
        for (name, part) in &parts {
            elements(part).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        }
        let types = elements(&parts["[Content_Types].xml"]).unwrap();
        for part in named(&types, "Override") {
            let name = part.get("PartName").unwrap().trim_start_matches('/');
            assert!(parts.contains_key(name), "{name}");
        }
        for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
            let folder = name.split("_rels/").next().unwrap();
            for one in named(&elements(part).unwrap(), "Relationship") {
                let target = one.get("Target").unwrap();
                let path = match target.strip_prefix("../") {
                    Some(rest) => format!("ppt/{rest}"),
                    None => format!("{folder}{target}"),
                };
                let is_outside = one.get("TargetMode") == Some("External");
                assert!(is_outside || parts.contains_key(&path), "{name}: {path}");
            }
        }
        assert!(!parts["ppt/theme/theme1.xml"].contains('{'), "every colour is filled in");
    }
}

#[test]
fn each_text_is_there_once_and_ids_are_unique() {
    let picture = report();
    let slide = slide(&picture);
    let told: Vec<&str> = named(&slide, "a:t").iter().map(|run| run.text.as_str()).collect();
    let lines = picture.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.line.text.as_str()),
        _ => None,
    });
    let lines: Vec<&str> = lines.collect();
    for line in &lines {
        let many = |all: &[&str]| all.iter().filter(|one| one.trim() == *line).count();
        assert_eq!(many(&told), many(&lines), "{line}");
    }
    let ids: Vec<&str> =
        named(&slide, "p:cNvPr").iter().map(|one| one.get("id").unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for body in named(&slide, "a:bodyPr") {
        assert_eq!(body.get("wrap"), Some("none"));
        assert_eq!(["lIns", "tIns", "rIns", "bIns"].map(|inset| body.get(inset)), [Some("0"); 4]);
    }
    assert!(named(&slide, "a:normAutofit").is_empty() && named(&slide, "a:spAutoFit").is_empty());
    let faces: BTreeSet<&str> =
        named(&slide, "a:latin").iter().map(|face| face.get("typeface").unwrap()).collect();
    assert_eq!(faces, BTreeSet::from(["Source Sans 3"]));
    // The whole is one group, which can be taken into another document.
    let groups = named(&slide, "p:grpSp");
    let depth = groups[0].depth;
    assert_eq!(groups.iter().filter(|group| group.depth == depth).count(), 1);
    assert!(slide.iter().all(|one| one.name != "p:sp" || one.depth > depth));
}

#[test]
fn the_lines_of_a_label_are_one_text_box() {
    let link = Some("https://example.org/a b\"é".to_owned());
    let items = vec![
        Item::Open(Group { class: "event", title: Some("2001: One".into()), ..Group::default() }),
        words(20.0, 20.0, "2001", Weight::SemiBold),
        Item::Open(Group { class: "link", link, ..Group::default() }),
        words(20.0, 33.0, "One is", Weight::Regular),
        words(20.0, 46.0, "the first", Weight::Regular),
        Item::Close,
        words(90.0, 46.0, "elsewhere", Weight::Regular),
        Item::Close,
    ];
    let picture = picture(300.0, 100.0, items);
    let slide = slide(&picture);
    assert_eq!(named(&slide, "p:txBody").len(), 2);
    assert_eq!((named(&slide, "a:p").len(), named(&slide, "a:br").len()), (3, 1));
    let click = named(&slide, "a:hlinkClick");
    assert_eq!((click.len(), click[0].get("r:id")), (1, Some("rId2")));
    let relations = &parts(&picture)["ppt/slides/_rels/slide1.xml.rels"];
    assert!(relations.contains("Target=\"https://example.org/a%20b%22%C3%A9\""), "{relations}");
    let group =
        named(&slide, "p:cNvPr").into_iter().find(|one| one.get("descr") == Some("2001: One"));
    assert_eq!(group.and_then(|group| group.get("name")), Some("event"));
}

#[test]
fn what_fades_is_one_shape() {
    let rect = |from: i32, class| {
        let corner = Point::new(px(10.0) + from, px(10.0));
        let size = Size::new(px(100.0) - 2 * from, px(8.0));
        let outline = Outline::Rect(Rect::from_origin_size(corner, size));
        Item::Shape(Shape { class, outline, fill: Some(INK), stroke: None })
    };
    let items = vec![rect(0, "marker"), rect(64, "fade"), rect(640, "fade"), rect(0, "marker")];
    let slide = slide(&picture(200.0, 100.0, items));
    assert_eq!((named(&slide, "p:sp").len(), named(&slide, "a:gradFill").len()), (2, 1));
    let stops: Vec<&str> =
        named(&slide, "a:gs").iter().map(|stop| stop.get("pos").unwrap()).collect();
    assert_eq!(stops, ["0", "10000", "90000", "100000"]);
}

#[test]
fn hostile_words_stay_words_in_a_slide() {
    let parts = parts(&hostile());
    let slide = &parts["ppt/slides/slide1.xml"];
    assert!(!slide.contains("<script") && !slide.contains(['\u{1}', '\u{FFFE}', '\u{9F}']));
    let elements = elements(slide).expect("well-formed");
    let shown = "]]></text><script>alert(\"1\")</script>&amp;'\u{FFFD}\u{FFFD}\u{FFFD}é";
    assert_eq!(named(&elements, "a:t")[0].text, shown);
    assert!(parts["docProps/core.xml"].contains("&lt;script&gt;"));
}

#[test]
fn the_slide_is_as_large_as_the_figure_or_refused() {
    let presentation = &parts(&report())["ppt/presentation.xml"];
    assert!(presentation.contains("<p:sldSz cx=\"5943600\" cy=\"3333750\"/>"), "{presentation}");
    let small = &parts(&picture(120.0, 50.0, Vec::new()))["ppt/presentation.xml"];
    assert!(small.contains("<p:sldSz cx=\"1143000\" cy=\"914400\"/>"), "{small}");
    let wide = picture(6000.0, 100.0, Vec::new());
    let refused = encode(&wide, Format::Pptx, &RenderOptions::default());
    let Err(Error::Options(faults)) = refused else { panic!("it is too large for a slide") };
    assert!(faults[0].message.to_string().contains("6000 by 100 px"), "{}", faults[0].message);
}
