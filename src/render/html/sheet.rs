//! The style sheet of a page: its fixed part, then colours, fonts and widths of this picture.

use super::event_rows::{hues, texts};
use super::layouts::PageLayout;
use crate::draw::Picture;
use crate::error::Result;
use crate::geometry::{Sub, px};
use crate::number;
use crate::render::svg::{UsedCharacters, add_characters, dark_rules, families, font_rules};
use crate::text::{Style, Weight};
use crate::theme::Colour;
use std::collections::BTreeSet;

/// The part that all pages have.
const FIXED: &str = include_str!("page.css");

/// The style sheet.
///
/// # Errors
///
/// Those of the fonts.
pub(super) fn sheet(picture: &Picture, layouts: &[PageLayout<'_>], prefix: &str) -> Result<String> {
    let mut sheet = String::from("\n");
    for rule in font_rules(prefix, &picture.fonts, &characters(picture, layouts))? {
        sheet.extend([&rule, "\n"]);
    }
    let face = families(&picture.fonts, prefix);
    sheet.extend([":root{--face:", &face, ";", &variables(picture, |colour| colour), "}\n"]);
    for (colour, hue) in hues(picture) {
        sheet.extend([".hue", &hue.to_string(), "{--hue:", &colour.to_string(), "}\n"]);
    }
    sheet.push_str(FIXED);
    sheet.push_str(&widths(layouts));
    sheet.push_str(&dark(picture, layouts));
    Ok(sheet)
}

/// The characters of the figure in all its widths and of the list, in each face.
fn characters(picture: &Picture, layouts: &[PageLayout<'_>]) -> UsedCharacters {
    let mut used = UsedCharacters::new();
    for layout in layouts {
        for (face, characters) in layout.in_page().used_characters() {
            used.entry(face).or_default().extend(characters);
        }
    }
    for (is_strong, text) in texts(picture) {
        let weight = if is_strong { Weight::SemiBold } else { Weight::Regular };
        add_characters(&mut used, &picture.fonts.line(&text, Style { size: px(16.0), weight }));
    }
    // A face that cannot be cut down to a font for the web is drawn in the figure, and not used
    // around it.
    used.retain(|(_, face), _| picture.fonts.face(*face).is_truetype());
    used
}

/// The colours of the page, each as `seen`.
fn variables(picture: &Picture, seen: impl Fn(Colour) -> Colour) -> String {
    let theme = picture.theme;
    let line = theme.grid();
    let named = [("ground", theme.ground), ("ink", theme.ink), ("muted", theme.muted)];
    let named = named
        .into_iter()
        .chain([("line", line)])
        .chain(picture.background.map(|background| ("page", background)));
    let pairs: Vec<String> =
        named.map(|(name, colour)| ["--", name, ":", &seen(colour).to_string()].concat()).collect();
    pairs.join(";")
}

/// Which of the widths is shown where, and that of the printed page.
fn widths(layouts: &[PageLayout<'_>]) -> String {
    let mut sheet = String::new();
    let most = |place: usize, layout: &PageLayout<'_>| layout.most(place == 0 && layouts.len() > 1);
    for (place, layout) in layouts.iter().enumerate() {
        let from = (place > 0).then(|| layout.from());
        let to = layouts.get(place + 1).map(|next| next.from() - 1);
        let conditions = [("min-width", from), ("max-width", to)];
        let conditions: Vec<String> = conditions
            .into_iter()
            .filter_map(|(name, at)| Some(["(", name, ":", &number::px(at?), "px)"].concat()))
            .collect();
        let conditions = match conditions.is_empty() {
            true => "(min-width:0)".to_owned(),
            false => conditions.join(" and "),
        };
        let id = ["#", &layout.id].concat();
        let most = number::px(most(place, layout));
        sheet.extend([&id, "{max-width:", &most, "px}\n"]);
        let edge = layout.edge().to_string();
        let list = ["details{max-width:", &most, "px;padding-inline:", &edge, "%}}\n"].concat();
        sheet.extend(["@container column ", &conditions, "{", &id, "{display:block}", &list]);
    }
    let widest = layouts.iter().enumerate().map(|(place, layout)| most(place, layout)).max();
    sheet.extend(["main{max-width:", &page_width(widest.unwrap_or(0)), "}\n"]);
    if let Some(own) = layouts.iter().find(|layout| layout.is_own) {
        let size = own.picture.size;
        let (w, h) = (number::px(size.w), number::px(size.h));
        sheet.extend(["@page{size:", &w, "px ", &h, "px;margin:0}\n"]);
        sheet.extend(["@media print{svg.own{width:", &w, "px;height:", &h, "px}}\n"]);
    }
    sheet
}

/// The width of a page whose column is so wide, with its edges.
fn page_width(column: Sub) -> String {
    ["calc(", &number::px(column), "px + 2*clamp(.75rem,3vw,2.5rem))"].concat()
}

/// The colours for readers who prefer a dark ground; nothing where the picture is the same for all.
fn dark(picture: &Picture, layouts: &[PageLayout<'_>]) -> String {
    if picture.dark_scheme.is_empty() {
        return String::new();
    }
    let seen = |colour: Colour| {
        let pair = picture.dark_scheme.iter().find(|(light, _)| *light == colour);
        pair.map_or(colour, |(_, dark)| *dark)
    };
    let mut sheet = String::from("@media screen and (prefers-color-scheme:dark){\n");
    sheet.extend([":root{", &variables(picture, seen), "}\n"]);
    for (colour, hue) in hues(picture) {
        sheet.extend([".hue", &hue.to_string(), "{--hue:", &seen(colour).to_string(), "}\n"]);
    }
    let rules = layouts.iter().flat_map(|layout| dark_rules(&layout.picture, "svg"));
    for rule in rules.collect::<BTreeSet<String>>() {
        sheet.extend([&rule, "\n"]);
    }
    sheet.push_str("}\n");
    sheet
}
