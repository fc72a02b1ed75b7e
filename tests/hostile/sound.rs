//! Whether pictures are sound: whole, well-formed, inert.

use crate::folder::Folder;
use crate::xml::{Element, elements};
use miniz_oxide::inflate::decompress_to_vec;
use rawzip::ZipArchive;
use std::fs;

/// Elements that an SVG of ours may have; none of them runs or loads anything.
const ELEMENTS: [&str; 19] = [
    "a",
    "svg",
    "title",
    "desc",
    "style",
    "defs",
    "g",
    "rect",
    "circle",
    "line",
    "polyline",
    "polygon",
    "path",
    "text",
    "use",
    "pattern",
    "linearGradient",
    "stop",
    "clipPath",
];

/// Attributes that hold numbers.
const NUMBERS: [&str; 12] = [
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "points",
    "viewBox",
    "font-size",
    "textLength",
    "stroke-width",
];

/// What is wrong with the pictures in a folder, which are to be those of these names.
pub(crate) fn pictures(folder: &Folder, names: &[&str]) -> Result<(), String> {
    let left = folder.names();
    if left != [names, &["t.csv"]].concat() {
        return Err(format!("it left {left:?}"));
    }
    names.iter().try_for_each(|name| {
        let file = fs::read(folder.0.join(name)).map_err(|error| error.to_string())?;
        match name.rsplit('.').next() {
            Some("svg") => svg(&String::from_utf8(file).map_err(|error| error.to_string())?),
            Some("png") => png(&file),
            Some("html") => html(&String::from_utf8(file).map_err(|error| error.to_string())?),
            Some("pptx") => pptx(&file),
            _ => pdf(&file),
        }
    })
}

fn png(file: &[u8]) -> Result<(), String> {
    let is_whole =
        file.starts_with(b"\x89PNG\r\n\x1a\n") && file.ends_with(b"IEND\xAE\x42\x60\x82");
    if is_whole { Ok(()) } else { Err("the PNG is not whole".into()) }
}

fn pdf(file: &[u8]) -> Result<(), String> {
    let end = file.len().saturating_sub(8);
    if !file.starts_with(b"%PDF-1.7") || !file[end..].windows(5).any(|tail| tail == b"%%EOF") {
        return Err("the PDF is not whole".into());
    }
    let active = ["/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA"];
    let bare = without_streams(file);
    match active.iter().find(|name| has(&bare, name)) {
        Some(name) => Err(format!("the PDF has {name}")),
        None => Ok(()),
    }
}

/// A page has the scripts that it is made with, whose hashes its policy names, and no other.
fn html(text: &str) -> Result<(), String> {
    if !text.starts_with("<!DOCTYPE html>") || !text.trim_end().ends_with("</html>") {
        return Err("the page is not whole".into());
    }
    let policy = text.split("Content-Security-Policy").nth(1).unwrap_or_default();
    let policy = policy.split('>').next().unwrap_or_default().replace("&apos;", "'");
    let named = policy.split("script-src").nth(1).and_then(|rest| rest.split(';').next());
    let scripts = text.matches("<script").count();
    let hashes = named.unwrap_or_default().matches("sha256-").count();
    if scripts != hashes || !policy.contains("default-src 'none'") {
        return Err(format!("{scripts} scripts under the policy {policy}"));
    }
    let body = text.split("<body").nth(1).and_then(|body| body.split("<script").next());
    let mut tags = body.unwrap_or_default().split('<').map(|tag| tag.split('>').next());
    let is_active = |tag: &str| {
        let tag = tag.to_ascii_lowercase();
        let is_handler = |(at, _): (usize, &str)| {
            let rest = tag[at + 3..].trim_start_matches(|c: char| c.is_ascii_lowercase());
            rest.starts_with('=')
        };
        tag.match_indices(" on").any(is_handler)
            || tag.contains("href=\"javascript:")
            || ["iframe", "object", "embed"].iter().any(|name| tag.starts_with(name))
    };
    match tags.find_map(|tag| tag.filter(|tag| is_active(tag))) {
        Some(tag) => Err(format!("the page has <{tag}>")),
        None => Ok(()),
    }
}

/// The parts of a slide are well-formed, and lead to pages and letters alone.
fn pptx(file: &[u8]) -> Result<(), String> {
    let archive = ZipArchive::from_slice(file).map_err(|error| error.to_string())?;
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().map_err(|error| error.to_string())? {
        let held = archive.get_entry(entry.wayfinder()).map_err(|error| error.to_string())?;
        let part = decompress_to_vec(held.data()).map_err(|error| error.to_string())?;
        for element in elements(&String::from_utf8(part).map_err(|error| error.to_string())?)? {
            let target = element.get("Target").unwrap_or_default();
            let is_out = element.get("TargetMode") == Some("External");
            let is_sound =
                ["https://", "http://", "mailto:"].iter().any(|way| target.starts_with(way));
            if is_out && !is_sound {
                return Err(format!("the slide leads to {target:?}"));
            }
        }
    }
    Ok(())
}

/// A PDF without what is packed in it, which looks like anything.
fn without_streams(file: &[u8]) -> Vec<u8> {
    let find = |part: &[u8], word: &[u8]| part.windows(word.len()).position(|found| found == word);
    let (mut bare, mut rest) = (Vec::new(), file);
    while let Some(start) = find(rest, b"stream\n") {
        bare.extend_from_slice(&rest[..start]);
        rest = &rest[start + 7..];
        rest = find(rest, b"endstream").map_or(&[], |end| &rest[end + 9..]);
    }
    [&bare, rest].concat()
}

/// Whether a name stands in a file, not as the beginning of a longer one.
fn has(file: &[u8], name: &str) -> bool {
    let name = name.as_bytes();
    let ends = |at: usize| !file.get(at + name.len()).is_some_and(u8::is_ascii_alphanumeric);
    file.windows(name.len()).enumerate().any(|(at, window)| window == name && ends(at))
}

fn svg(text: &str) -> Result<(), String> {
    if text.contains(annals::error::is_direction_override) {
        return Err("text that turns what comes after it".into());
    }
    for element in elements(text)? {
        inert(&element)?;
    }
    Ok(())
}

/// What an element could do or ask for.
fn inert(element: &Element) -> Result<(), String> {
    let Element { name, attributes, text, .. } = element;
    if !ELEMENTS.contains(&name.as_str()) {
        return Err(format!("the element {name}"));
    }
    for (key, value) in attributes {
        let is_link = key.ends_with("href") && !value.starts_with('#');
        // Only a name may lead out, and only to a page or a letter.
        let is_sound = ["https://", "http://", "mailto:"].iter().any(|way| value.starts_with(way));
        let is_link = is_link && !(name == "a" && is_sound);
        let is_active = key.starts_with("on") || key == "style" || is_link;
        let is_number = NUMBERS.contains(&key.as_str());
        let is_broken = is_number && !value.chars().all(|c| "0123456789.,- ".contains(c));
        if is_active || is_broken {
            return Err(format!("{name} {key}={value:?}"));
        }
        if ["id", "class"].contains(&key.as_str()) && !is_word(value) {
            return Err(format!("the {key} {value:?}"));
        }
    }
    let is_foreign = |url: &str| !url.starts_with("data:font/") && !url.starts_with('#');
    let mut urls = text.split("url(").skip(1);
    if name == "style" && (text.contains("@import") || urls.any(is_foreign)) {
        return Err("a style that loads something".into());
    }
    Ok(())
}

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '))
}

#[test]
fn what_is_packed_in_a_pdf_is_not_looked_at() {
    assert_eq!(without_streams(b"a stream\n/JS endstream b"), b"a  b");
    assert!(has(b"<</JS 1>>", "/JS") && !has(b"/JSX", "/JS"));
}

#[test]
fn what_is_not_inert_is_found() {
    let read = |body: &str| svg(&format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}"));
    assert_eq!(read("<svg x=\"-1.5\"><text id=\"a-1\">javascript:</text></svg>"), Ok(()));
    for bad in [
        "<script/>",
        "<svg onload=\"x\"/>",
        "<svg x=\"NaN\"/>",
        "<svg width=\"inf\"/>",
        "<use xlink:href=\"http://example.org\"/>",
        "<g class=\"a&quot;b\"/>",
        "<g style=\"fill:url(x)\"/>",
        "<style>@import 'x'</style>",
        "<style>a{src:url(http://example.org)}</style>",
        "<a xlink:href=\"javascript:1\"/>",
        "<a href=\"data:text/html,1\"/>",
        "<object/>",
    ] {
        assert!(read(bad).is_err(), "{bad}");
    }
}
