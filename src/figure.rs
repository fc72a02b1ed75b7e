//! The figure: what stands where.
//!
//! The only bridge between composing and drawing: a [`Figure`] in which every line of text, mark,
//! leader and cell has its place. `compose` makes it, `draw` needs no more.

mod origin;
mod panel;

pub use origin::{BehindWords, EventList, EventWords, FigureOrigin};
pub use panel::{PlacedColumn, PlacedPanel, ScaleValue};

use crate::date::Instant;
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::Side;
use crate::text::{Fonts, Line};
use crate::theme::{Colour, Hue, Sizes, Theme};
use crate::time::Scale;
use std::ops::Range;
use std::sync::Arc;

/// A composed timeline.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The canvas.
    pub size: Size,
    /// Whether categories are shown by shapes and patterns, too.
    pub has_signs: bool,
    /// The axis that time runs along. If vertical, the ruler is a column; above it is left of it.
    pub axis: Axis,
    /// The document's name.
    pub title: String,
    /// Which of several pages it is, and the time that it shows, in words; empty for a whole figure.
    pub page: String,
    /// The figure in words.
    pub description: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The faces of the text.
    pub fonts: Fonts,
    /// The colours.
    pub theme: Theme,
    /// The colours for readers who prefer a dark ground, if it has such.
    pub dark: Option<DarkColours>,
    /// The ground; none is transparent.
    pub background: Option<Colour>,
    /// The sizes.
    pub sizes: Sizes,
    /// Title and subtitle, line by line.
    pub heading: Vec<Text>,
    /// The categories, in order of first use; empty where there is no legend.
    pub legend: Vec<LegendEntry>,
    /// The ruler.
    pub ruler: Ruler,
    /// The same ruler once more over the rows of a tall figure, its rows in reverse order.
    pub top_ruler: Option<Ruler>,
    /// Where it goes on in the columns after the first, if the figure is folded.
    pub folds: Vec<Ruler>,
    /// The events, in the order of time.
    pub events: Vec<PlacedEvent>,
    /// The lists, in the order of time.
    pub lists: Vec<PlacedList>,
    /// The lanes from top to bottom; none in a figure around a ruler.
    pub lanes: Vec<PlacedLane>,
    /// The groups of which events are counted, from top to bottom; none where all are named.
    pub panels: Vec<PlacedPanel>,
    /// How many events the groups count; 0 where all are named.
    pub counted: u64,
    /// The grid: upright lines, in pieces that leave out words.
    pub grid: Vec<[Point; 2]>,
    /// Weekends and holidays, in the order of time.
    pub days_off: Vec<PlacedDayOff>,
    /// The eras, in the order of time.
    pub eras: Vec<PlacedEra>,
    /// The markers, in the order of time.
    pub markers: Vec<PlacedMarker>,
    /// The source, line by line.
    pub source: Vec<Text>,
    /// Its form, and why.
    pub choice: FormChoice,
    /// Its events one by one, drawn or not.
    pub list: EventList,
    /// What it was made of, for formats that show it in several widths.
    pub origin: Option<Arc<FigureOrigin>>,
}

/// The form of a figure, and why it has that, in a few words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormChoice {
    /// Its name.
    pub form: &'static str,
    /// The reason.
    pub reason: &'static str,
    /// What it costs its readers, where forms were compared by that: less is better.
    pub cost: Option<i64>,
    /// What of the table it leaves out.
    pub lost: Losses,
}

/// How much of a table a figure leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Names and descriptions.
    pub texts: usize,
    /// Dates beside names.
    pub dates: usize,
}

impl Losses {
    /// All of them.
    pub(crate) fn all(self) -> usize {
        self.texts + self.dates
    }
}

impl FormChoice {
    /// A form for a reason, before it is known what it costs and leaves out.
    pub(crate) const fn new(form: &'static str, reason: &'static str) -> Self {
        Self { form, reason, cost: None, lost: Losses { texts: 0, dates: 0 } }
    }
}

/// The colours of a figure on a dark ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DarkColours {
    /// The theme.
    pub theme: Theme,
    /// The look of each category, on a light ground and on a dark one.
    pub hues: Vec<(Hue, Hue)>,
}

/// A list in its place: events that follow each other in time as rows under one pole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedList {
    /// The ends of the bracket over its dates, from the first to the last.
    pub bracket: [Point; 2],
    /// Corners of the pole, from the bracket outwards.
    pub leader: Vec<Point>,
    /// The padded box of its rows.
    pub rect: Rect,
    /// Its events, by place among those of the figure.
    pub members: Range<usize>,
    /// How many of them it leaves out, in words, with their date where no other row gives it; line
    /// by line.
    pub more: Vec<Text>,
}

/// A lane in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedLane {
    /// From the edge of the figure to the other, and from the lane before to the one after.
    pub rect: Rect,
    /// Its name, line by line; none for events without a lane.
    pub name: Vec<Text>,
    /// The line that parts it from the lane before.
    pub separator: Option<[Point; 2]>,
    /// The boxes of its rows from top to bottom.
    pub rows: Vec<Rect>,
    /// Lines between the parts of things that have several.
    pub ties: Vec<[Point; 2]>,
    /// Its events in the order of time, by place among those of the figure.
    pub members: Vec<usize>,
}

/// Where an event is in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneSlot {
    /// The lane, by place among those of the figure.
    pub lane: usize,
    /// The row, by place among those of the lane.
    pub row: usize,
    /// From where to where its mark and its name take room; parts of one thing share that.
    pub room: [Sub; 2],
    /// Whether it is a point on the bar of another event.
    pub is_milestone: bool,
    /// Whether the lane is its alone, with date, name and description before the ruler.
    pub is_row: bool,
}

/// An era in its place: a ground behind the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedEra {
    /// Its dates and its name, for those who cannot see it.
    pub title: String,
    /// First instant, as far as it is shown.
    pub lo: Instant,
    /// First instant after it, as far as it is shown.
    pub hi: Instant,
    /// Its ground.
    pub rect: Rect,
    /// How much darker it is than the palest: where it lies over another, or touches it.
    pub tint: usize,
    /// Its name, line by line.
    pub name: Vec<Text>,
    /// The padded box of its name.
    pub label: Rect,
    /// The address that its name leads to.
    pub link: Option<String>,
    /// The column that it is in, of a folded figure.
    pub column: usize,
}

/// Days without work in their place: a narrow ground behind the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedDayOff {
    /// Date and name of a holiday, for those who cannot see it; none for a weekend.
    pub title: Option<String>,
    /// First instant, as far as it is shown.
    pub lo: Instant,
    /// First instant after it, as far as it is shown.
    pub hi: Instant,
    /// Its ground.
    pub rect: Rect,
    /// The column that it is in, of a folded figure.
    pub column: usize,
}

/// A marker in its place: a line through the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMarker {
    /// Its date and its name, for those who cannot see it.
    pub title: String,
    /// Where it stands.
    pub at: Instant,
    /// Its line, in pieces that leave out words, and the dots of lanes.
    pub line: Vec<[Point; 2]>,
    /// Its name, line by line.
    pub name: Vec<Text>,
    /// The padded box of its name.
    pub label: Rect,
    /// The address that its name leads to.
    pub link: Option<String>,
    /// The column that it is in, of a folded figure.
    pub column: usize,
}

/// Which end of a line of text its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// A line of text in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The anchored end, on the baseline.
    pub at: Point,
    /// Which end that is.
    pub anchor: Anchor,
    /// The words and their glyphs.
    pub line: Line,
    /// The paint.
    pub colour: Colour,
}

impl Figure {
    /// The ruler and where it goes on, column by column.
    pub fn rulers(&self) -> impl Iterator<Item = &Ruler> {
        std::iter::once(&self.ruler).chain(&self.folds)
    }

    /// All rulers that are drawn, each with the number of its column, from 0.
    pub fn drawn_rulers(&self) -> impl Iterator<Item = (usize, &Ruler)> {
        self.rulers().enumerate().chain(self.top_ruler.iter().map(|ruler| (0, ruler)))
    }
}

impl Text {
    /// Where the line begins on the left.
    pub fn left(&self) -> Sub {
        match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.line.width / 2,
            Anchor::End => self.at.x - self.line.width,
        }
    }

    /// The same line in a mirror at half of `sum`: what begins left of it ends right of it.
    pub(crate) fn mirrored(self, sum: Sub) -> Self {
        let at = Point::new(sum - self.at.x, self.at.y);
        Self { at, anchor: Anchor::End, ..self }
    }

    /// The same line `dy` further down.
    pub fn lowered(mut self, dy: Sub) -> Self {
        self.at.y += dy;
        self
    }

    /// The box of the line: its width, from ascenders to descenders.
    pub fn rect(&self) -> Rect {
        let size = self.line.style.size;
        let (x0, y) = (self.left(), self.at.y);
        Rect { x0, y0: y - size * 4 / 5, x1: x0 + self.line.width, y1: y + size / 4 }
    }
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Middle of its dot, if it has one; a name that takes several lines has it at the first.
    pub dot: Option<Point>,
    /// A piece of its bars, where these have a pattern.
    pub bar: Option<Rect>,
    /// The look of both.
    pub hue: Hue,
    /// Its name.
    pub text: Text,
}

/// The time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruler {
    /// The scale; its domain covers the band from left to right.
    pub scale: Scale,
    /// The band.
    pub rect: Rect,
    /// Its rows from top to bottom.
    pub rows: Vec<RulerRow>,
    /// What it leaves out, in the order of time.
    pub breaks: Vec<BreakSign>,
    /// The time that it shows, over it, where it is one of several columns.
    pub heading: Option<Text>,
    /// Whether it goes on before its start and after its end, in other columns.
    pub goes_on: [bool; 2],
}

/// The sign of a stretch of time that the ruler leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakSign {
    /// First instant left out.
    pub lo: Instant,
    /// First instant shown again.
    pub hi: Instant,
    /// Its box: the gap in the ruler, and in the marks that span it.
    pub rect: Rect,
    /// How long the stretch is, in words.
    pub label: Text,
    /// The same as a sentence, for those who cannot see it.
    pub title: String,
}

/// A row of the ruler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulerRow {
    /// Its cells in the order of time.
    pub cells: Vec<RulerCell>,
}

/// A cell of the ruler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulerCell {
    /// Its box.
    pub rect: Rect,
    /// First instant.
    pub lo: Instant,
    /// First instant after it.
    pub hi: Instant,
    /// What stands in it.
    pub label: Option<Text>,
}

/// An event in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedEvent {
    /// Its number in the order of time, from 1.
    pub number: usize,
    /// Its place in the table.
    pub row: usize,
    /// Date and name, for those who cannot see it.
    pub title: String,
    /// Over or under the ruler.
    pub side: Side,
    /// Where its mark stands.
    pub at: Instant,
    /// First instant that is meant.
    pub lo: Instant,
    /// First instant after all that is meant.
    pub hi: Instant,
    /// Its mark.
    pub mark: Mark,
    /// Corners of its leader, from the mark outwards; in a list it ends at the bracket.
    pub leader: Vec<Point>,
    /// The corner up to which events of other colours share the leader; 0 if none do.
    pub fork: usize,
    /// The padded box of its text.
    pub label: Rect,
    /// Its text: date, name, detail, line by line.
    pub lines: Vec<Text>,
    /// Its look.
    pub hue: Hue,
    /// Middle of the dot before its text, in a list.
    pub dot: Option<Point>,
    /// The list that it is a row of, by place among those of the figure.
    pub list: Option<usize>,
    /// Whether its name is left out for want of height: a list counts it, a lane has but its mark.
    pub is_left_out: bool,
    /// Where it is in a lane.
    pub slot: Option<LaneSlot>,
    /// The column of the chronicle that its row is in.
    pub column: Option<usize>,
    /// Which of its lines are its name.
    pub name: Range<usize>,
    /// The address that its name leads to.
    pub link: Option<String>,
}

/// A mark on the ruler's edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The box of the whole mark, which coincident events share.
    pub rect: Rect,
    /// What of it is painted for this event.
    pub shape: MarkShape,
    /// What it shows of the uncertainty of the date.
    pub uncertainty: Uncertainty,
    /// A question mark at each unknown end.
    pub caps: Vec<Text>,
}

/// What a mark looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// A dot in the middle of the box.
    Dot,
    /// Part of a mark that dots closer than their diameter share: its outline.
    Slice(Vec<Point>),
    /// A bar as long as what is known; in a bar of several categories, its stripe.
    Bar(Rect),
    /// A line with caps, as long as the time within which a point is known to lie, and dots on it.
    Whisker(Whisker),
    /// Nothing: an equal mark is there already.
    Shared,
}

/// What shows that a point lies within a time, nobody knows where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whisker {
    /// The line in its middle, the caps at its ends.
    pub rect: Rect,
    /// The dot of the event on it: middle and radius.
    pub dot: (Point, Sub),
    /// Whether the line is painted, too: of several events with equal times the first has it.
    pub has_line: bool,
    /// Whether events of several looks share the line.
    pub is_shared: bool,
}

/// What is uncertain about a date, as its mark shows it. Never by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uncertainty {
    /// The earlier and the later end.
    pub ends: [MarkEnd; 2],
    /// Whether the date is uncertain: the mark is hollow.
    pub is_uncertain: bool,
}

/// How a mark ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkEnd {
    /// At a known place.
    #[default]
    Sharp,
    /// About there: it fades.
    Approximate,
    /// Nowhere: it fades out with a point that shows onwards.
    Open,
    /// Nobody knows where: with a question mark.
    Unknown,
}
