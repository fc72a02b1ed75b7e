//! The picture: what has been drawn, as a flat list of few kinds of items, for the encoders.

use crate::figure::{BehindWords, EventWords, Text};
use crate::geometry::{Point, Rect, Size, Sub};
use crate::text::Fonts;
use crate::theme::{Colour, Theme};

/// Everything that an encoder needs.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The canvas, its origin at the top left.
    pub size: Size,
    /// The document's name.
    pub title: String,
    /// Which of several pages it is, in words; empty where there is one.
    pub page: String,
    /// The figure in words, for those who cannot see it.
    pub description: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The ground; none is transparent.
    pub background: Option<Colour>,
    /// The faces that the lines are set in.
    pub fonts: Fonts,
    /// For readers who prefer a dark ground: each colour with the one to take instead of it. Empty
    /// where the picture is the same for all.
    pub dark_scheme: Vec<(Colour, Colour)>,
    /// The colours, for what a page has around the figure.
    pub theme: Theme,
    /// How many events there are, in words.
    pub heading: String,
    /// The events one by one, in the order of their numbers.
    pub events: Vec<EventWords>,
    /// The eras, markers and holidays behind them, by kind.
    pub behind: Vec<BehindWords>,
    /// The same figure in other widths, narrowest first; for formats that show several.
    pub others: Vec<Picture>,
    /// What is drawn, in order of drawing; every [`Item::Open`] has its [`Item::Close`].
    pub items: Vec<Item>,
}

/// A place that leads to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The box of a line of text.
    pub rect: Rect,
    /// Where it leads.
    pub address: String,
}

impl Picture {
    /// The places of its links, for hosts whose pictures have none of their own.
    pub fn links(&self) -> Vec<Link> {
        let mut open: Vec<Option<&String>> = Vec::new();
        let mut links = Vec::new();
        for item in &self.items {
            match item {
                Item::Open(group) => {
                    open.push(group.link.as_ref().or(open.last().copied().flatten()));
                }
                Item::Close => drop(open.pop()),
                Item::Shape(_) => {}
                Item::Text(text) => {
                    let address = open.last().copied().flatten().cloned();
                    links.extend(address.map(|address| Link { rect: text.rect(), address }));
                }
            }
        }
        links
    }
}

/// A shape, a line of text, or the beginning or end of a group.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Begins a group, which the following items belong to.
    Open(Group),
    /// Ends the innermost group.
    Close,
    /// A shape with its paint.
    Shape(Shape),
    /// A line of text.
    Text(Text),
}

/// A group of items that belong together. Means nothing to the eye.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// What it is, for styles and scripts: `event`, `axis`, `legend`, …
    pub class: &'static str,
    /// Name, without its `data-`, and value of each data attribute, in order; no name twice.
    pub data: Vec<(&'static str, String)>,
    /// The events that it shows, by their numbers among those of the picture.
    pub events: Vec<usize>,
    /// Its name for those who cannot see it.
    pub title: Option<String>,
    /// The address that its texts lead to; one of the web or of mail.
    pub link: Option<String>,
}

/// A shape with its paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it is, for styles and scripts: `marker`, `leader`, `label-box`, …; may be empty.
    pub class: &'static str,
    /// Where it is.
    pub outline: Outline,
    /// The paint inside; none leaves it empty.
    pub fill: Option<Colour>,
    /// The paint along the outline; none leaves it bare.
    pub stroke: Option<Stroke>,
}

/// The outline of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outline {
    /// A rectangle.
    Rect(Rect),
    /// Straight lines from point to point.
    Polyline(Vec<Point>),
    /// Straight lines, each from one point to the other.
    Lines(Vec<[Point; 2]>),
    /// Straight lines from point to point and back to the first.
    Polygon(Vec<Point>),
    /// A circle.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: Sub,
    },
}

/// A stroke, centred on the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The paint.
    pub colour: Colour,
    /// The thickness.
    pub width: Sub,
}
