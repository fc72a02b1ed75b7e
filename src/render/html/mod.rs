//! The picture as a page of HTML: one file that asks for nothing else.
//!
//! In: a picture with the same in other widths, and its events in words. Out: a page that shows
//! the width which fits, and all events as a list. A script of fixed text adds cards, keys and
//! toggles; without it nothing is lost. A policy in the head names style sheet and script by their
//! hashes, so that nothing else runs and nothing is loaded.

mod event_rows;
mod layouts;
mod sheet;

use super::xml::Xml;
use super::{FormatEntry, RenderOptions, svg};
use crate::draw::Picture;
use crate::error::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use layouts::PageLayout;
use sha2::{Digest, Sha256};

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry = FormatEntry {
    name: "html",
    media_type: "text/html",
    is_text: true,
    has_widths: true,
    encode,
    encode_pages: None,
};

/// The script of every page.
const SCRIPT: &str = include_str!("page.js");

/// The file.
fn encode(picture: &Picture, options: &RenderOptions) -> Result<Vec<u8>> {
    let prefix = svg::prefix(picture, options)?;
    let layouts = PageLayout::all(picture, &prefix);
    let sheet = sheet::sheet(picture, &layouts, &prefix)?;
    let mut html = Xml::html();
    html.begin("html");
    html.attribute("lang", &picture.language);
    if is_rtl(&picture.language) {
        html.attribute("dir", "rtl");
    }
    head(&mut html, picture, &sheet);
    html.begin("body");
    html.begin("main");
    html.begin("div");
    html.attribute("class", "column");
    figure(&mut html, picture, &layouts);
    event_rows::details(&mut html, picture);
    html.end();
    html.end();
    html.begin("script");
    html.verbatim(SCRIPT);
    html.end();
    Ok(html.finish().into_bytes())
}

/// Whether a language is written from right to left.
fn is_rtl(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    ["ar", "fa", "he", "ur"].contains(&primary)
}

fn head(html: &mut Xml, picture: &Picture, sheet: &str) {
    html.begin("head");
    meta(html, &[("charset", "utf-8")]);
    let policy = policy(sheet);
    meta(html, &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    let viewport = "width=device-width, initial-scale=1";
    meta(html, &[("name", "viewport"), ("content", viewport)]);
    meta(html, &[("name", "color-scheme"), ("content", colour_scheme(picture))]);
    meta(html, &[("name", "description"), ("content", &picture.description)]);
    html.leaf("title", &picture.title);
    html.begin("style");
    html.verbatim(sheet);
    html.end();
    html.end();
}

fn meta(html: &mut Xml, attributes: &[(&str, &str)]) {
    html.begin("meta");
    attributes.iter().for_each(|(name, value)| html.attribute(name, value));
    html.end();
}

/// What the page may do: apply its style sheet with the fonts in it, and run its script.
fn policy(sheet: &str) -> String {
    let named = |code: &str| ["'sha256-", &STANDARD.encode(Sha256::digest(code)), "'"].concat();
    let (style, script) = (named(sheet), named(SCRIPT));
    let nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; font-src data:";
    [nothing, "; style-src ", &style, "; script-src ", &script].concat()
}

fn colour_scheme(picture: &Picture) -> &'static str {
    let is_dark = picture.theme.ground.luminance() < picture.theme.ink.luminance();
    match (picture.dark_scheme.is_empty(), is_dark) {
        (false, _) => "light dark",
        (true, true) => "dark",
        (true, false) => "light",
    }
}

/// The picture in all its widths, of which the style sheet shows one, and the card of the script.
fn figure(html: &mut Xml, picture: &Picture, layouts: &[PageLayout<'_>]) {
    html.begin("figure");
    html.attribute("aria-labelledby", "title");
    html.attribute("aria-describedby", "description");
    for (name, id, text) in
        [("h1", "title", &picture.title), ("p", "description", &picture.description)]
    {
        html.begin(name);
        html.attribute("class", "unseen");
        html.attribute("id", id);
        html.text(text);
        html.end();
    }
    layouts.iter().for_each(|layout| layout.draw(html));
    html.begin("div");
    html.attribute("class", "card");
    html.attribute("hidden", "");
    html.end();
    html.end();
}
