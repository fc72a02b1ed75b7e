//! The picture in its widths, each as an element of SVG in the page.
//!
//! What the page adds to the items of a picture: a group around everything that has a date, one
//! around each entry of the legend and one around the words that count what is left out, and what
//! readers of the screen and the script need to know of groups.

use crate::draw::{EventWords, Group, Item, Picture, Text};
use crate::geometry::{Sub, px};
use crate::number;
use crate::render::svg::InPage;
use crate::render::xml::Xml;
use crate::text::Weight;

/// A picture in one of the widths.
pub(super) struct PageLayout<'a> {
    /// With the groups that a page needs.
    pub(super) picture: Picture,
    /// What the families of the page's fonts begin with.
    pub(super) prefix: &'a str,
    pub(super) id: String,
    /// Whether it is the width that was asked for, in which the page is printed.
    pub(super) is_own: bool,
}

/// Groups around the plot, which stand before it.
const FRAME: [&str; 3] = ["heading", "legend", "source"];
/// From this width on a figure may be shown smaller than it is.
const WIDE: Sub = px(1000.0);

impl<'a> PageLayout<'a> {
    /// A picture in all its widths, the narrowest first.
    pub(super) fn all(picture: &Picture, prefix: &'a str) -> Vec<Self> {
        let own = std::iter::once((picture, true));
        let mut all: Vec<(&Picture, bool)> =
            own.chain(picture.others.iter().map(|other| (other, false))).collect();
        all.sort_by_key(|(picture, is_own)| (picture.size.w, *is_own));
        let layout = |(number, (picture, is_own)): (usize, (&Picture, bool))| {
            let id = format!("{prefix}-{number}");
            PageLayout { picture: grouped(picture), prefix, id, is_own }
        };
        (1..).zip(all).map(layout).collect()
    }

    /// The width of the page from which on it is shown.
    pub(super) fn from(&self) -> Sub {
        let width = self.picture.size.w;
        if width > WIDE { width / 4 * 3 } else { width + width / 16 }
    }

    /// The width up to which it is enlarged. The type of a phone is the smallest.
    pub(super) fn most(&self, is_narrowest: bool) -> Sub {
        let width = self.picture.size.w;
        match is_narrowest {
            _ if width > WIDE => width,
            true => width / 2 * 3,
            false => width / 10 * 13,
        }
    }

    /// From its left edge to the first of its words, in hundredths of its width.
    pub(super) fn edge(&self) -> Sub {
        let texts = self.picture.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text.left()),
            _ => None,
        });
        100 * texts.min().unwrap_or(0).max(0) / self.picture.size.w.max(1)
    }

    pub(super) fn in_page(&self) -> InPage<'_> {
        InPage { picture: &self.picture, fonts: self.prefix, ids: &self.id, remark }
    }

    pub(super) fn draw(&self, html: &mut Xml) {
        let size = self.picture.size;
        let (w, h) = (number::px(size.w), number::px(size.h));
        html.begin("svg");
        html.attribute("id", &self.id);
        if self.is_own {
            html.attribute("class", "own");
        }
        html.attribute("viewBox", &["0", "0", &w, &h].join(" "));
        html.attribute("width", &w);
        html.attribute("height", &h);
        html.attribute("role", "group");
        html.attribute("aria-labelledby", "title");
        self.in_page().draw(html);
        html.end();
    }
}

/// What readers of the screen and the script need to know of a group.
fn remark(html: &mut Xml, group: &Group) {
    match group.class {
        "plot" => html.attribute("role", "list"),
        "event" | "more" | "panel" | "time-marker" | "era-name" => {
            html.attribute("role", "listitem");
        }
        _ => {}
    }
    if group.class == "list" {
        // Its events have groups of their own, and what it leaves out has one, too.
        return;
    }
    let numbers: Vec<String> = group.events.iter().map(usize::to_string).collect();
    if let Some(first) = numbers.first() {
        html.attribute("data-n", first);
    }
    if group.class == "more" {
        html.attribute("data-of", &numbers.join(" "));
    }
}

/// The picture with the groups that a page needs, without what nothing in a page uses.
fn grouped(picture: &Picture) -> Picture {
    let items = Vec::with_capacity(picture.items.len());
    let mut grouping = Grouping { events: &picture.events, items, open: Vec::new(), entries: 0 };
    picture.items.iter().for_each(|item| grouping.add(item));
    while !grouping.open.is_empty() {
        grouping.finish();
    }
    Picture { items: grouping.items, others: Vec::new(), ..picture.clone() }
}

/// Items on their way into groups.
struct Grouping<'a> {
    events: &'a [EventWords],
    items: Vec<Item>,
    /// The groups that are open.
    open: Vec<OpenGroup>,
    /// How many entries of the legend there were.
    entries: usize,
}

/// A group that has begun.
struct OpenGroup {
    class: &'static str,
    events: Vec<usize>,
    has_text: bool,
}

impl Grouping<'_> {
    fn add(&mut self, item: &Item) {
        match item {
            Item::Open(group) => {
                self.finish_all(&["more"]);
                if self.open.is_empty() && !FRAME.contains(&group.class) {
                    self.begin(Group { class: "plot", ..Group::default() });
                }
                let mut group = group.clone();
                group.data.retain(|(name, _)| *name == "dropped");
                self.begin(group);
            }
            Item::Close => {
                self.finish_all(&["more", "legend-entry"]);
                self.finish();
            }
            Item::Shape(shape) => {
                if shape.class == "key" {
                    self.entry();
                }
                if shape.class != "obstacle" {
                    self.items.push(item.clone());
                }
            }
            Item::Text(text) => {
                self.more();
                let key = self.key(text);
                if let Some(key) = key {
                    self.begin_entry(key);
                }
                if let Some(group) = self.open.last_mut() {
                    group.has_text = true;
                }
                self.items.push(item.clone());
                if key.is_some() {
                    self.finish();
                }
            }
        }
    }

    /// The class of the innermost group.
    fn class(&self) -> &'static str {
        self.open.last().map_or("", |group| group.class)
    }

    fn begin(&mut self, group: Group) {
        let Group { class, events, .. } = &group;
        self.open.push(OpenGroup { class, events: events.clone(), has_text: false });
        self.items.push(Item::Open(group));
    }

    /// Ends the innermost group.
    fn finish(&mut self) {
        if self.open.pop().is_some() {
            self.items.push(Item::Close);
        }
    }

    /// Ends the innermost group while it is one of these.
    fn finish_all(&mut self, classes: &[&str]) {
        while classes.contains(&self.class()) {
            self.finish();
        }
    }

    /// At a sign of the legend: ends the entry that has its words, and begins the next.
    fn entry(&mut self) {
        if self.open.last().is_some_and(|group| group.has_text) {
            self.finish_all(&["legend-entry"]);
        }
        if self.class() == "legend" {
            self.begin_entry(self.entries);
            self.entries += 1;
        }
    }

    fn begin_entry(&mut self, place: usize) {
        let data = vec![("k", place.to_string())];
        self.begin(Group { class: "legend-entry", data, ..Group::default() });
    }

    /// The entry that words of the heading are: a subtitle may name all categories in their colours.
    fn key(&self, text: &Text) -> Option<usize> {
        let line = &text.line;
        let is_key = self.class() == "heading" && line.style.weight == Weight::SemiBold;
        let is_named = |event: &&EventWords| {
            let name = event.category.as_deref().unwrap_or_default();
            event.colour == text.colour && name.to_lowercase() == line.text.to_lowercase()
        };
        self.events.iter().filter(|_| is_key).find(is_named)?.legend
    }

    /// At words of a list of its own: they count events that it leaves out.
    fn more(&mut self) {
        let Some(list) = self.open.last().filter(|group| group.class == "list") else { return };
        let events = list.events.clone();
        let told = events.iter().filter_map(|number| self.events.get(number.checked_sub(1)?));
        let told: Vec<String> =
            told.map(|event| [&event.when, ": ", &event.name].concat()).collect();
        let title = Some(told.join("\n")).filter(|title| !title.is_empty());
        self.begin(Group { class: "more", events, title, ..Group::default() });
    }
}
