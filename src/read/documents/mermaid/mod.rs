//! Diagrams of Mermaid that have dates: `timeline`, and `gantt` with its tasks.

mod gantt;
mod gantt_dates;
mod statements;
mod timeline;

use crate::read::documents::held::HeldTable;
use crate::read::documents::lines::lines;
use crate::read::documents::markdown;
use std::ops::Range;

/// A kind of diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DiagramKind {
    Timeline,
    Gantt,
}

/// A diagram in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Diagram {
    kind: DiagramKind,
    /// The bytes below its first line.
    body: Range<usize>,
}

/// The diagram that a text is, or the first one in a document that has no table.
pub(super) fn diagram(text: &str) -> Option<Diagram> {
    alone(text, 0..text.len()).or_else(|| {
        let fenced = fenced(text)?;
        if markdown::has_table(text) { None } else { alone(text, fenced) }
    })
}

/// The diagram that a part of a text is, below its front matter and remarks.
fn alone(text: &str, part: Range<usize>) -> Option<Diagram> {
    let mut is_front = false;
    for line in lines(text, part.clone()) {
        let written = line.text.trim();
        if written == "---" {
            is_front = !is_front;
        } else if !is_front && !written.is_empty() && !written.starts_with("%%") {
            let kind = match written {
                "timeline" | "timeline LR" | "timeline TD" => DiagramKind::Timeline,
                "gantt" => DiagramKind::Gantt,
                _ => return None,
            };
            return Some(Diagram { kind, body: line.span.end..part.end });
        }
    }
    None
}

/// What is in the first fence of a document that is called mermaid.
fn fenced(text: &str) -> Option<Range<usize>> {
    let mut all = lines(text, 0..text.len());
    let open = all.find(|line| {
        let written = line.text.trim();
        let kind = written.strip_prefix("```").or_else(|| written.strip_prefix("~~~"));
        kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("mermaid"))
    })?;
    let close = all.find(|line| matches!(line.text.trim(), "```" | "~~~"));
    Some(open.span.end..close.map_or(text.len(), |line| line.span.start))
}

/// The events of a diagram.
pub(super) fn table(text: &str) -> HeldTable {
    let Some(Diagram { kind, body }) = diagram(text) else { return HeldTable::default() };
    match kind {
        DiagramKind::Timeline => timeline::table(text, body),
        DiagramKind::Gantt => gantt::table(text, body),
    }
}
