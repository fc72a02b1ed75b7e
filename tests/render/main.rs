//! The encoders on pictures made by hand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod html;
mod pixels;
mod pptx;
mod sample;
#[path = "../support/xml.rs"]
mod xml;

use annals::draw::{Anchor, Group, Item, Picture};
use annals::error::Error;
use annals::geometry::px;
use annals::options::{PdfFileVersion, PdfStandard, SvgText};
use annals::render::{Format, RenderOptions, encode};
use annals::text::Weight;
use sample::{INK, hostile, picture, report, text};
use std::time::Instant;
use xml::{Element, elements};

fn written(picture: &Picture, format: Format) -> Vec<u8> {
    encode(picture, format, &RenderOptions::default()).expect("it can be written")
}

fn svg(picture: &Picture, svg_text: SvgText) -> String {
    let options = RenderOptions { svg_text, ..Default::default() };
    let bytes = encode(picture, Format::Svg, &options).expect("it can be written");
    String::from_utf8(bytes).expect("SVG is UTF-8")
}

fn read(picture: &Picture, svg_text: SvgText) -> Vec<Element> {
    elements(&svg(picture, svg_text)).expect("well-formed")
}

fn named<'a>(elements: &'a [Element], name: &str) -> Vec<&'a Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    for format in Format::ALL {
        for make in [hostile, report] {
            assert!(written(&make(), format) == written(&make(), format), "{format:?}");
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    for svg_text in [SvgText::Live, SvgText::Outlines] {
        let elements = read(&hostile(), svg_text);
        let shown = "]]></text><script>alert(\"1\")</script>&amp;'\u{FFFD}\u{FFFD}\u{FFFD}é";
        assert_eq!(named(&elements, "text")[0].text, shown);
        let titles = named(&elements, "title");
        assert_eq!((titles[0].text.as_str(), titles[1].text.as_str()), (shown, shown));
        assert_eq!(named(&elements, "desc")[0].text, format!("{shown}\r\n\tmore"));
        assert_eq!(named(&elements, "g")[0].get("data-x"), Some(shown));
        assert!(named(&elements, "script").is_empty());
    }
}

#[test]
fn every_kind_of_item_is_an_element() {
    let elements = read(&hostile(), SvgText::Live);
    let count = |name| named(&elements, name).len();
    let counts = ["g", "rect", "circle", "polyline", "polygon", "text"].map(count);
    assert_eq!(counts, [2, 2, 1, 1, 1, 3]);
    let label_box = named(&elements, "rect")[1];
    assert_eq!((label_box.get("class"), label_box.get("fill")), (Some("label-box"), Some("none")));
    assert_eq!(label_box.get("stroke"), None);
    let leader = named(&elements, "polyline")[0];
    assert_eq!(leader.get("points"), Some("20,60 20,40 30,40"));
    assert_eq!(leader.get("stroke-width"), Some("0.91"));
    assert_eq!(named(&elements, "polygon")[0].get("class"), None);
    let axis = named(&elements, "g")[1];
    assert_eq!((axis.get("class"), axis.depth), (Some("axis"), 1));
}

#[test]
fn texts_say_how_they_are_set() {
    let elements = read(&hostile(), SvgText::Live);
    let [middle, end, start] = named(&elements, "text")[..] else { panic!("three texts") };
    assert_eq!(middle.get("text-anchor"), Some("middle"));
    assert_eq!((middle.get("font-weight"), middle.get("xml:space")), (None, None));
    assert_eq!(
        (end.get("x"), end.get("y"), end.get("text-anchor")),
        (Some("190"), Some("40"), Some("end"))
    );
    assert_eq!((end.get("font-weight"), end.get("xml:space")), (Some("600"), Some("preserve")));
    assert_eq!((start.get("text-anchor"), start.get("textLength")), (None, None));
    let Item::Text(set) = text(0.0, 0.0, Anchor::Start, "a  b c", (10.0, Weight::SemiBold), INK)
    else {
        panic!("a text");
    };
    let length: f64 = end.get("textLength").and_then(|text| text.parse().ok()).expect("a length");
    assert!((length - f64::from(set.line.width) / 64.0).abs() < 0.01);
}

#[test]
fn the_root_says_what_it_is() {
    let picture = report();
    let options = RenderOptions { id_prefix: Some("fig-1".into()), ..Default::default() };
    let bytes = encode(&picture, Format::Svg, &options).expect("it can be written");
    let text = String::from_utf8(bytes).expect("SVG is UTF-8");
    let elements = elements(&text).expect("well-formed");
    let root = &elements[0];
    for (name, value) in [
        ("width", "624"),
        ("height", "350"),
        ("viewBox", "0 0 624 350"),
        ("role", "img"),
        ("lang", "en"),
        ("xml:lang", "en"),
        ("aria-labelledby", "fig-1-title fig-1-desc"),
    ] {
        assert_eq!(root.get(name), Some(value), "{name}");
    }
    let links = read(&linked("on"), SvgText::Live);
    assert_eq!(links[0].get("role"), Some("group"), "links in an image are not reached");
    assert_eq!(elements[1].get("id"), Some("fig-1-title"));
    assert_eq!(elements[2].get("id"), Some("fig-1-desc"));
}

#[test]
fn ids_differ_from_figure_to_figure_and_bad_prefixes_are_refused() {
    let mut other = report();
    other.title.push('!');
    let id = |picture: &Picture| read(picture, SvgText::Live)[1].get("id").map(str::to_owned);
    assert!(id(&report()).is_some() && id(&report()) != id(&other));
    let options = RenderOptions { id_prefix: Some("a b".into()), ..Default::default() };
    assert!(matches!(encode(&report(), Format::Svg, &options), Err(Error::Options(_))));
}

#[test]
fn live_text_brings_each_weight_it_uses_under_a_name_of_its_own() {
    let elements = read(&report(), SvgText::Live);
    let style = &named(&elements, "style")[0].text;
    assert_eq!(style.matches("@font-face").count(), 2);
    assert!(style.contains("font-weight:400") && style.contains("font-weight:600"));
    assert_eq!(style.matches("src:url(data:font/woff2;base64,d09GMg").count(), 2);
    let family = style.split(['{', ':', ';']).nth(2).expect("a family");
    assert!(family.starts_with("Annals ") && !family.contains("Source"));
    assert!(elements[0].get("font-family").is_some_and(|list| list.starts_with(family)));

    let kind = (10.0, Weight::SemiBold);
    let one = picture(50.0, 20.0, vec![text(0.0, 10.0, Anchor::Start, "a", kind, INK)]);
    assert_eq!(svg(&one, SvgText::Live).matches("@font-face").count(), 1);
    assert!(named(&read(&picture(9.0, 9.0, vec![]), SvgText::Live), "style").is_empty());
}

#[test]
fn outlines_are_defined_once_and_used_where_they_stand() {
    let kind = (10.0, Weight::Regular);
    let items = vec![text(5.0, 10.0, Anchor::Start, "no on", kind, INK)];
    let elements = read(&picture(50.0, 20.0, items), SvgText::Outlines);
    let ids: Vec<_> = named(&elements, "path").iter().map(|path| path.get("id")).collect();
    let uses = named(&elements, "use");
    assert_eq!((ids.len(), uses.len()), (2, 4));
    for one in &uses {
        let target = one.get("xlink:href").and_then(|link| link.strip_prefix('#'));
        assert!(ids.contains(&target), "{target:?}");
    }
    assert_eq!(uses[0].get("xlink:href"), uses[3].get("xlink:href"));
    let group = named(&elements, "g")[0];
    assert_eq!(group.get("transform"), Some("translate(5 10) scale(0.01 -0.01)"));
    let words = named(&elements, "text")[0];
    assert_eq!((words.text.as_str(), words.get("fill-opacity")), ("no on", Some("0")));
    assert_eq!((words.get("textLength").is_some(), words.get("fill")), (true, None));
    assert!(named(&elements, "style").is_empty());
}

#[test]
fn outlines_can_stand_alone_and_are_then_the_same() {
    let drawn = |svg_text| -> Vec<(String, Vec<(String, String)>)> {
        let elements = read(&report(), svg_text).into_iter();
        let is_drawn = |one: &Element| ["g", "use", "path"].contains(&one.name.as_str());
        elements.filter(is_drawn).map(|one| (one.name, one.attributes)).collect()
    };
    assert_eq!(drawn(SvgText::None), drawn(SvgText::Outlines));
    let elements = read(&report(), SvgText::None);
    assert!(named(&elements, "text").is_empty() && !named(&elements, "use").is_empty());
    assert!(elements.iter().all(|one| one.get("font-family").is_none()));
    assert_eq!(RenderOptions::default().svg_text, SvgText::Outlines);
}

#[test]
fn a_pdf_is_of_version_1_7_and_has_its_size_in_points() {
    let bytes = written(&report(), Format::Pdf);
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&bytes);
    for part in ["/MediaBox[0 0 468 262.5]", "/S/Figure", "/Lang(en)", "/Count 1"] {
        let bare: String = text.split(' ').collect();
        assert!(bare.contains(&part.replace(' ', "")), "{part}");
    }
    assert!(!text.contains("/CreationDate"));
}

/// A picture with lines of text, of which the second leads somewhere.
fn linked(words: &str) -> Picture {
    let line =
        |y: f64, words: &str| text(5.0, y, Anchor::Start, words, (10.0, Weight::Regular), INK);
    let link = Group { class: "link", link: Some("https://a.b/".into()), ..Group::default() };
    let leading = [Item::Open(link), line(25.0, "that lead"), Item::Close];
    let items = std::iter::once(line(10.0, "words")).chain(leading).chain([line(40.0, words)]);
    picture(99.0, 50.0, items.collect())
}

/// A PDF as text, without blanks.
fn pdf(picture: &Picture, standards: &[PdfStandard]) -> Result<String, Error> {
    let options = RenderOptions { pdf_standards: standards.to_vec(), ..RenderOptions::default() };
    let bytes = encode(picture, Format::Pdf, &options)?;
    Ok(String::from_utf8_lossy(&bytes).split(' ').collect())
}

#[test]
fn a_pdf_is_for_everyone_and_links_are_in_its_structure() {
    let text = pdf(&linked("on"), &[]).unwrap();
    let parts =
        ["/DisplayDocTitletrue", "pdfuaid:part>1<", "/Outlines", "/S/Figure", "/Alt(Whatitshows)"];
    for part in
        parts.iter().chain(&["/S/Link", "/Type/OBJR", "/StructParent", "/Contents(https://a.b/)"])
    {
        assert!(text.contains(part), "{part}");
    }
    // A box for a character without a glyph cannot be read.
    let text = pdf(&linked("\u{2603}"), &[]).unwrap();
    assert!(!text.contains("pdfuaid") && text.contains("/Type/OBJR") && text.contains("/Lang(en)"));
}

#[test]
fn the_places_of_links_are_those_of_their_lines() {
    let links = linked("on").links();
    assert_eq!(links.len(), 1, "{links:?}");
    assert_eq!(links[0].address, "https://a.b/");
    let (rect, size) = (links[0].rect, px(10.0));
    assert_eq!(
        (rect.x0, rect.y0, rect.y1),
        (px(5.0), px(25.0) - size * 4 / 5, px(25.0) + size / 4)
    );
}

#[test]
fn a_pdf_keeps_to_the_standards_asked_for_or_is_refused() {
    use PdfStandard::{A2a, A2b, A3a, Ua1};
    for (standards, parts) in [
        (&[Ua1, A2a][..], &["pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"][..]),
        (&[A2b], &["pdfaid:part>2<", "pdfaid:conformance>B<", "/DisplayDocTitletrue"]),
        (&[A3a], &["pdfaid:part>3<", "pdfaid:conformance>A<", "/DisplayDocTitletrue"]),
    ] {
        let text = pdf(&linked("on"), standards).unwrap();
        assert_eq!(text, pdf(&linked("on"), standards).unwrap());
        assert!(parts.iter().all(|part| text.contains(part)), "{standards:?}");
        let error = pdf(&linked("\u{2603}"), standards).expect_err("a box").to_string();
        assert!(error.contains("`pdf-standard`: some characters have no glyph"), "{error}");
    }
    let error = pdf(&linked("on"), &[A2a, A3a]).expect_err("two standards").to_string();
    assert!(error.contains("one standard for archives"), "{error}");
}

#[test]
fn a_pdf_of_an_earlier_version_is_tagged_and_stands_without_a_standard() {
    let version = Some(PdfFileVersion::V15);
    let options = RenderOptions { pdf_version: version, ..RenderOptions::default() };
    let bytes = encode(&linked("on"), Format::Pdf, &options).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.5"));
    let text: String = String::from_utf8_lossy(&bytes).split(' ').collect();
    assert!(text.contains("/Alt(Whatitshows)"));
    let options = RenderOptions { pdf_standards: vec![PdfStandard::A2b], ..options };
    let error = options.check().expect_err("a contradiction").to_string();
    assert!(error.contains("`pdf-version`"), "{error}");
}

#[test]
fn a_pdf_page_that_readers_cannot_show_is_refused() {
    let mut picture = picture(10.0, 10.0, vec![]);
    picture.size.h = px(19_300.0);
    let refused = encode(&picture, Format::Pdf, &RenderOptions::default());
    let error = refused.expect_err("the page is too large");
    assert!(matches!(error, Error::Options(_)) && error.to_string().contains("14475"), "{error}");
}

#[test]
fn a_picture_without_area_is_no_picture() {
    for format in Format::ALL {
        let refused = encode(&picture(0.0, 10.0, vec![]), format, &RenderOptions::default());
        assert!(matches!(refused, Err(Error::Internal { .. })), "{format:?}");
    }
}

/// Writes the samples to look at and prints how long each took; run it by name in a release build.
#[test]
#[ignore = "makes files to look at"]
fn samples_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, picture) in [("report", report()), ("hostile", hostile())] {
        for (suffix, format, svg_text) in [
            ("live.svg", Format::Svg, SvgText::Live),
            ("outlines.svg", Format::Svg, SvgText::Outlines),
            ("3x.png", Format::Png, SvgText::Live),
            ("page.pdf", Format::Pdf, SvgText::Live),
        ] {
            let options = RenderOptions { svg_text, ..Default::default() };
            let start = Instant::now();
            let bytes = encode(&picture, format, &options).expect("it can be written");
            let first = start.elapsed();
            let rest = (0..10).map(|_| {
                let start = Instant::now();
                let again = encode(&picture, format, &options);
                assert!(again.is_ok_and(|again| again == bytes));
                start.elapsed()
            });
            let best = rest.min().unwrap_or(first);
            println!("{name}.{suffix}: {} bytes, first {first:?}, best {best:?}", bytes.len());
            std::fs::write(folder.join(format!("{name}.{suffix}")), bytes).expect("written");
        }
    }
}
