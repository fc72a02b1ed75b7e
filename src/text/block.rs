//! Paragraphs set one under another: the measured text of a label.

use super::{Fonts, Line, Style};
use crate::geom::{Size, Sub};

/// A piece of text that begins a new line.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The text; an empty one takes no room.
    pub text: &'a str,
    /// How it is set.
    pub style: Style,
    /// Distance from baseline to baseline.
    pub leading: Sub,
}

/// A line of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub line: Line,
    /// Its baseline below the top of the block.
    pub baseline: Sub,
    /// Which paragraph it belongs to, by place in the list given.
    pub paragraph: usize,
}

/// Lines one under another, top down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The lines.
    pub rows: Vec<Row>,
    /// The widest line, and all line heights together.
    pub size: Size,
}

impl Block {
    /// Sets `paragraphs` to `measure`.
    pub fn set(fonts: &Fonts, paragraphs: &[Paragraph<'_>], measure: Sub) -> Self {
        let mut block = Block::default();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            for line in fonts.wrap(paragraph.text, paragraph.style, measure) {
                block.push(line, index, paragraph.leading);
            }
        }
        block
    }

    /// Lines of one paragraph.
    pub fn count(&self, paragraph: usize) -> usize {
        self.rows.iter().filter(|row| row.paragraph == paragraph).count()
    }

    fn push(&mut self, line: Line, paragraph: usize, leading: Sub) {
        // Ascenders and descenders of a text face share the line about as 3 to 1.
        let baseline = self.size.h + (leading - line.style.size) / 2 + line.style.size * 4 / 5;
        self.size = Size::new(self.size.w.max(line.width), self.size.h + leading);
        self.rows.push(Row { line, baseline, paragraph });
    }
}
