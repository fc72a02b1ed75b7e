//! Paragraphs set one under another: the measured text of a label.

use super::shape::Breaks;
use super::{Fonts, Line, Shaped, TextRole};
use crate::geometry::{Size, Sub};
use std::ops::Range;

/// A piece of text that begins a new line, and how its lines stand.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text; an empty one takes no room.
    pub text: Shaped,
    /// How it is set.
    pub role: TextRole,
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
    /// Sets `paragraphs` in the lines that `breaks` has for each.
    pub fn set(fonts: &Fonts, paragraphs: &[Paragraph], breaks: &[Breaks]) -> Self {
        let mut block = Block::default();
        for (index, (paragraph, breaks)) in paragraphs.iter().zip(breaks).enumerate() {
            for line in paragraph.text.broken(fonts, breaks) {
                block.push(line, index, paragraph.role);
            }
        }
        block
    }

    /// Which of the lines belong to a paragraph.
    pub fn lines_of(&self, paragraph: usize) -> Range<usize> {
        let before = self.rows.iter().filter(|row| row.paragraph < paragraph).count();
        let many = self.rows.iter().filter(|row| row.paragraph == paragraph).count();
        before..before + many
    }

    /// The lines of the paragraph that has most of them.
    pub fn longest_paragraph(&self) -> usize {
        let lengths = self.rows.chunk_by(|a, b| a.paragraph == b.paragraph).map(<[Row]>::len);
        lengths.max().unwrap_or(0)
    }

    fn push(&mut self, line: Line, paragraph: usize, role: TextRole) {
        let baseline = self.size.h + role.baseline();
        self.size = Size::new(self.size.w.max(line.width), self.size.h + role.leading);
        self.rows.push(Row { line, baseline, paragraph });
    }
}
