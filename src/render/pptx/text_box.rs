//! Text boxes: the lines of a label in one box, with the breaks that they were set with.

use super::width_table::widest;
use crate::draw::{Anchor, Text};
use crate::geometry::{Point, Rect, Size, Sub};

/// Lines one under another that share an edge or a middle.
pub(super) struct TextBox {
    pub(super) lines: Vec<BoxLine>,
    /// The address that it leads to.
    pub(super) link: Option<String>,
    /// Whether it is led by its right end, though its text runs from the left.
    is_led_to_mark: bool,
}

/// A line: pieces of text that follow each other, and how far it is below the line before.
pub(super) struct BoxLine {
    pub(super) texts: Vec<Text>,
    pub(super) pitch: Sub,
}

impl TextBox {
    pub(super) fn new(text: &Text, link: Option<String>) -> Self {
        // Where the first line begins is known by its size alone.
        let pitch = text.line.style.size * 6 / 5;
        Self {
            lines: vec![BoxLine { texts: vec![text.clone()], pitch }],
            link,
            is_led_to_mark: false,
        }
    }

    /// Whether a text goes on in the last line, or is a line under it.
    pub(super) fn takes(&self, text: &Text) -> bool {
        self.follows(text) || self.is_under(text)
    }

    pub(super) fn push(&mut self, text: &Text, link: Option<String>) {
        self.link = self.link.take().or(link);
        let follows = self.follows(text);
        let Some(last) = self.lines.last_mut() else { return };
        if follows {
            last.texts.push(text.clone());
            return;
        }
        let pitch = last.texts.first().map_or(0, |above| text.at.y - above.at.y);
        self.lines.push(BoxLine { texts: vec![text.clone()], pitch });
    }

    /// Whether a text stands behind the last one on its line, near enough to be read with it. Both
    /// run from left to right.
    fn follows(&self, text: &Text) -> bool {
        let Some(last) = self.lines.last().and_then(|line| line.texts.last()) else { return false };
        let gap = text.at.x - (last.left() + last.line.width);
        let are_ltr = !last.line.is_rtl && !text.line.is_rtl;
        let are_led = last.anchor == Anchor::Start && text.anchor == Anchor::Start;
        let is_near = (0..=text.line.style.size * 3 / 4).contains(&gap);
        are_ltr && are_led && is_near && last.at.y == text.at.y
    }

    /// Whether a text is the next line of the same label.
    fn is_under(&self, text: &Text) -> bool {
        let Some([above, ..]) = self.lines.last().map(|line| &line.texts[..]) else { return false };
        let pitch = text.at.y - above.at.y;
        let size = text.line.style.size.max(above.line.style.size);
        let is_same_edge = above.at.x == text.at.x && above.anchor == text.anchor;
        let is_same_way = above.line.is_rtl == text.line.is_rtl;
        is_same_edge && is_same_way && size / 2 < pitch && pitch < size * 2
    }

    /// The first piece of its first line, which tells how it is set.
    pub(super) fn first(&self) -> Option<&Text> {
        self.lines.first()?.texts.first()
    }

    /// Which edge of the box its lines keep to.
    pub(super) fn anchor(&self) -> Anchor {
        let anchor = self.first().map_or(Anchor::Start, |first| first.anchor);
        if self.is_led_to_mark { Anchor::End } else { anchor }
    }

    /// Leads it by its right end if it is one line before one of these marks.
    pub(super) fn lead_to(&mut self, marks: &[Rect]) {
        let Some(first) = self.first().filter(|_| self.lines.len() == 1) else { return };
        let (right, size, y) = (self.right(), first.line.style.size, first.at.y);
        let is_before = |mark: &Rect| {
            (0..2 * size).contains(&(mark.x0 - right)) && mark.y0 < y && y - size < mark.y1
        };
        self.is_led_to_mark = first.anchor == Anchor::Start && marks.iter().any(is_before);
    }

    /// Where its last line ends.
    fn right(&self) -> Sub {
        let last = self.lines.last().and_then(|line| line.texts.last());
        last.map_or(0, |text| text.left() + text.line.width)
    }

    /// Its place: as wide as the widest line may become, on the side that the text runs to.
    pub(super) fn rect(&self) -> Rect {
        let Some(first) = self.first() else { return Rect::default() };
        let width = self.lines.iter().map(BoxLine::widest).max().unwrap_or(0);
        let left = match first.anchor {
            Anchor::Start if self.is_led_to_mark => self.right() - width,
            Anchor::Start => first.at.x,
            Anchor::Middle => first.at.x - width / 2,
            Anchor::End => first.at.x - width,
        };
        let height = self.lines.iter().map(|line| line.pitch).sum();
        let pitch = self.lines.first().map_or(0, |line| line.pitch);
        let top = first.at.y - pitch + descent(first);
        Rect::from_origin_size(Point::new(left, top), Size::new(width, height))
    }
}

impl BoxLine {
    fn widest(&self) -> Sub {
        let blanks = |pair: &[Text]| gap(&pair[0], &pair[1]);
        let blanks: Sub = self.texts.windows(2).map(blanks).sum();
        blanks + self.texts.iter().map(|text| widest(&text.line)).sum::<Sub>()
    }
}

/// Room between two texts of a line.
pub(super) fn gap(one: &Text, next: &Text) -> Sub {
    next.at.x - one.at.x - one.line.width
}

/// How far the bottom of a line is below its baseline: programs set lines of fixed height from the
/// bottom, above the descenders of whatever face is there.
fn descent(text: &Text) -> Sub {
    text.line.style.size * 3 / 10
}
