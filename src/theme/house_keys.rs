//! The keys of a house style: what each sets, in which bounds, and how it is explained.

use super::{Colour, Sizes, Theme};
use crate::geometry::Sub;
use crate::text::TextRole;

/// A key of a house style.
pub(super) struct Key {
    /// Its table, and its name there.
    pub(super) path: (&'static str, &'static str),
    /// What it sets.
    pub(super) slot: Slot,
    /// What that is, for the page of keys.
    pub(super) about: &'static str,
}

/// What a key sets.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// A colour of the theme.
    Colour(fn(&mut Theme) -> &mut Colour),
    /// The size of a kind of text; its leading goes with it.
    Type(fn(&mut Sizes) -> &mut TextRole),
    /// Leading of a kind of text, in ems.
    Leading(fn(&mut Sizes) -> [&mut TextRole; 3]),
    /// A length.
    Length(fn(&mut Sizes) -> &mut Sub, [f64; 2]),
    /// The colours of categories.
    Palette,
    /// The colour of "other".
    Other,
    /// A face, by its weight.
    Face(usize),
}

impl Slot {
    /// Least and greatest number that it takes.
    pub(super) fn bounds(self) -> [f64; 2] {
        match self {
            Slot::Type(_) => [4.0, 96.0],
            Slot::Leading(_) => [0.9, 2.5],
            Slot::Length(_, bounds) => bounds,
            _ => [0.0, 0.0],
        }
    }
}

const fn key(path: (&'static str, &'static str), slot: Slot, about: &'static str) -> Key {
    Key { path, slot, about }
}

const fn length(
    path: (&'static str, &'static str),
    place: fn(&mut Sizes) -> &mut Sub,
    bounds: [f64; 2],
    about: &'static str,
) -> Key {
    key(path, Slot::Length(place, bounds), about)
}

/// All keys. Grounds come before what must stand out from them.
pub(super) const KEYS: &[Key] = &[
    key(("colours", "ground"), Slot::Colour(|t| &mut t.ground), "what the figure is drawn on"),
    key(("ruler", "ground"), Slot::Colour(|t| &mut t.ruler_ground), "cells of the ruler"),
    key(("colours", "ink"), Slot::Colour(|t| &mut t.ink), "title and names; 4.5:1 on the ground"),
    key(
        ("colours", "muted"),
        Slot::Colour(|t| &mut t.muted),
        "subtitle, descriptions, legend, source; 4.5:1 on the ground",
    ),
    key(
        ("colours", "leader"),
        Slot::Colour(|t| &mut t.leader_neutral),
        "brackets and leaders of several events; 3:1 on the ground",
    ),
    key(
        ("colours", "categories"),
        Slot::Palette,
        "list of up to six colours in the order of use; each 3:1 on the ground and on the ruler",
    ),
    key(("colours", "other"), Slot::Other, "\"other\" and events without a category; 3:1"),
    key(("ruler", "line"), Slot::Colour(|t| &mut t.ruler_line), "separators between the cells"),
    key(("ruler", "text"), Slot::Colour(|t| &mut t.axis_text), "labels; 4.5:1 on the cells"),
    length(("ruler", "row"), |s| &mut s.ruler_row, [8.0, 80.0], "height of a row"),
    length(("ruler", "separator"), |s| &mut s.separator, [0.0, 8.0], "width of the separators"),
    key(("fonts", "regular"), Slot::Face(0), "TrueType or OpenType file, beside the style"),
    key(("fonts", "semibold"), Slot::Face(1), "the same for title and names"),
    key(("sizes", "title"), Slot::Type(|s| &mut s.title), "title"),
    key(("sizes", "subtitle"), Slot::Type(|s| &mut s.subtitle), "subtitle"),
    key(("sizes", "legend"), Slot::Type(|s| &mut s.legend), "names of categories"),
    key(("sizes", "ruler"), Slot::Type(|s| &mut s.ruler), "labels of the ruler"),
    key(("sizes", "date"), Slot::Type(|s| &mut s.date), "date of a flag"),
    key(("sizes", "name"), Slot::Type(|s| &mut s.name), "name of a flag"),
    key(("sizes", "detail"), Slot::Type(|s| &mut s.detail), "description of a flag"),
    key(("sizes", "list-name"), Slot::Type(|s| &mut s.list_name), "name in a list"),
    key(("sizes", "list-date"), Slot::Type(|s| &mut s.list_date), "date in a list"),
    key(("sizes", "source"), Slot::Type(|s| &mut s.source), "source line"),
    key(
        ("spacing", "leading"),
        Slot::Leading(|s| [&mut s.date, &mut s.name, &mut s.detail]),
        "lines of a flag, from one to the next, in sizes of its name",
    ),
    length(("spacing", "margin"), |s| &mut s.margin, [0.0, 120.0], "free room at each edge"),
    length(("spacing", "gap"), |s| &mut s.gap, [0.0, 120.0], "between heading, plot and source"),
    length(("spacing", "legend-gap"), |s| &mut s.legend_gap, [2.0, 120.0], "between categories"),
    length(("spacing", "rise"), |s| &mut s.rise, [4.0, 120.0], "from the ruler to the flags"),
    length(("spacing", "list-rise"), |s| &mut s.list_rise, [2.0, 60.0], "from brackets to lists"),
    length(("spacing", "bracket"), |s| &mut s.bracket, [3.0, 60.0], "from the ruler to brackets"),
    length(("spacing", "pole-gap"), |s| &mut s.pole_gap, [2.0, 40.0], "from a pole to its text"),
    length(
        ("spacing", "label-gap"),
        |s| &mut s.label_gap,
        [4.0, 60.0],
        "from a text to the next pole",
    ),
    length(("spacing", "track"), |s| &mut s.track, [2.0, 20.0], "between leaders side by side"),
    length(
        ("spacing", "column-gap"),
        |s| &mut s.column_gap,
        [4.0, 80.0],
        "between columns of a list",
    ),
    length(
        ("spacing", "list-gap"),
        |s| &mut s.list_gap,
        [2.0, 40.0],
        "from name to date in a list",
    ),
    length(
        ("spacing", "list-indent"),
        |s| &mut s.list_indent,
        [6.0, 40.0],
        "from the edge of a list to its text",
    ),
    length(("marks", "dot"), |s| &mut s.dot, [1.5, 12.0], "radius of a dot"),
    length(("marks", "halo"), |s| &mut s.halo, [0.0, 6.0], "ring of the ground round a dot"),
    length(("marks", "list-dot"), |s| &mut s.list_dot, [1.0, 12.0], "radius of a dot in a list"),
    length(("marks", "bar"), |s| &mut s.bar, [2.0, 24.0], "height of a bar on the ruler"),
    length(("marks", "leader"), |s| &mut s.leader, [0.3, 4.0], "width of leaders"),
    length(("marks", "fade"), |s| &mut s.fade, [4.0, 80.0], "length over which a bar fades"),
    length(("marks", "stub"), |s| &mut s.stub, [8.0, 120.0], "bar of which one end is unknown"),
    length(("marks", "slant"), |s| &mut s.slant, [0.0, 20.0], "lean of the strokes of a break"),
];

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ThemeValue {
    /// A colour.
    Colour,
    /// A list of colours.
    Colours,
    /// A number from the first to the second.
    Number([f64; 2]),
    /// The name of a file.
    File,
}

/// All keys: the table, the name there, what it takes and what that is.
pub fn theme_keys() -> impl Iterator<Item = (&'static str, &'static str, ThemeValue, &'static str)>
{
    KEYS.iter().map(|key| {
        let takes = match key.slot {
            Slot::Colour(_) | Slot::Other => ThemeValue::Colour,
            Slot::Palette => ThemeValue::Colours,
            Slot::Face(_) => ThemeValue::File,
            slot => ThemeValue::Number(slot.bounds()),
        };
        (key.path.0, key.path.1, takes, key.about)
    })
}

/// The table of all keys in Markdown, as the page of house styles has it.
#[cfg(test)]
pub(super) fn page() -> String {
    let mut report = Sizes::scaled(1.0);
    let mut lines = vec!["| key | light, report | what |".to_owned(), "| --- | --- | --- |".into()];
    let mut tables: Vec<&str> = Vec::new();
    for key in KEYS {
        if !tables.contains(&key.path.0) {
            tables.push(key.path.0);
        }
    }
    for key in tables.iter().flat_map(|name| KEYS.iter().filter(move |key| key.path.0 == *name)) {
        let usual = usual(key.slot, &mut report);
        let (table, name) = key.path;
        lines.push(format!("| `{table}.{name}` | {usual} | {} |", key.about));
    }
    lines.join("\n")
}

#[cfg(test)]
fn usual(slot: Slot, report: &mut Sizes) -> String {
    let mut theme = Theme::LIGHT;
    let number = |length: Sub| crate::number::hundredths(crate::geometry::to_px(length));
    match slot {
        Slot::Colour(of) => format!("`{}`", of(&mut theme)),
        Slot::Type(of) => number(of(report).style.size),
        Slot::Leading(_) => "1.16".into(),
        Slot::Length(of, _) => number(*of(report)),
        Slot::Palette => "six".into(),
        Slot::Other => format!("`{}`", theme.neutral().mark),
        Slot::Face(_) => "Source Sans 3".into(),
    }
}
