//! How cells and rows were changed on the way from the table to its events, and what is told of it.
//! Knows no cells.

use crate::error::{Code, Message};

/// How many cells were changed on the way, each in a way that is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellChanges {
    /// Cells with markup.
    pub markup: u64,
    /// Whether titles or descriptions had marks of Markdown.
    pub has_markdown: bool,
    /// Cells with marks of footnotes.
    pub marks: u64,
    /// Rows that take a part of their date from the row above.
    pub carried: u64,
    /// Rows without a start that stand at their end.
    pub at_end: u64,
    /// Cells that were decoded wrongly before they came here; they stay as they are.
    pub misread: u64,
}

impl CellChanges {
    /// What is told; `strips_marks` says whether footnote marks are taken off all texts.
    pub(super) fn told(self, strips_marks: bool) -> Vec<(Code, Message)> {
        let all = [
            (self.markup, Code::MarkupTaken, markup as fn(u64) -> String),
            (self.carried, Code::MergedRead, carried),
            (self.at_end, Code::ColumnTaken, at_end),
            (self.misread, Code::EncodingTaken, misread),
        ];
        let told = all.into_iter().filter(|(count, ..)| *count > 0);
        let mut told: Vec<(Code, Message)> =
            told.map(|(count, code, fact)| (code, fact(count).into())).collect();
        if self.has_markdown {
            let fact = "marks of Markdown (**, [](), ##) are taken off titles and descriptions";
            told.push((Code::MarkupTaken, Message::new(fact)));
        }
        if self.marks > 0 {
            let fact = format!("footnote marks are taken off {}", cells(self.marks));
            let message = match strips_marks {
                true => Message::new(fact),
                false => Message::new(fact + " with a date; set ")
                    .setting("strip-footnotes")
                    .text(" to take them off all texts"),
            };
            told.push((Code::MarksTaken, message));
        }
        told
    }
}

fn markup(count: u64) -> String {
    format!("HTML tags and entities in {} are taken as plain text", cells(count))
}

fn carried(count: u64) -> String {
    format!("{} the day or the year of the row above, as theirs is blank", rows_take(count))
}

fn at_end(count: u64) -> String {
    format!("{} the date on which it is due as the start, as that is blank", rows_take(count))
}

fn misread(count: u64) -> String {
    let look = if count == 1 { "looks" } else { "look" };
    format!(
        "{} {look} decoded wrongly before (Ã© for é, or signs that stand for lost ones); export the table again as UTF-8",
        cells(count)
    )
}

fn cells(count: u64) -> String {
    if count == 1 { "1 cell".into() } else { format!("{count} cells") }
}

fn rows_take(count: u64) -> String {
    if count == 1 { "1 row takes".into() } else { format!("{count} rows take") }
}
