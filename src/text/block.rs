//! Paragraphs set one under another: the measured text of a label.

use super::{Fonts, Line, Role};
use crate::geom::{Size, Sub};

/// A piece of text that begins a new line.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The text; an empty one takes no room.
    pub text: &'a str,
    /// How it is set.
    pub role: Role,
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
            for line in fonts.wrap(paragraph.text, paragraph.role.style, measure) {
                block.push(line, index, paragraph.role);
            }
        }
        block
    }

    /// Lines of one paragraph.
    pub fn count(&self, paragraph: usize) -> usize {
        self.rows.iter().filter(|row| row.paragraph == paragraph).count()
    }

    fn push(&mut self, line: Line, paragraph: usize, role: Role) {
        let baseline = self.size.h + role.baseline();
        self.size = Size::new(self.size.w.max(line.width), self.size.h + role.leading);
        self.rows.push(Row { line, baseline, paragraph });
    }
}
