//! The `timeline` of Mermaid: a time, and what happened then, each after a colon; in sections.

use super::statements::{after_word, headers, statements, title};
use crate::error::{Code, Message};
use crate::read::documents::held::{HeldCell, HeldRow, HeldTable};
use crate::read::documents::lines::TextLine;
use std::ops::Range;

/// The events of a diagram.
pub(super) fn table(text: &str, body: Range<usize>) -> HeldTable {
    let mut table =
        HeldTable { headers: headers(&["date", "title", "category"]), ..HeldTable::default() };
    let (mut section, mut time) = (HeldCell::default(), None);
    for line in statements(text, body) {
        if let Some(name) = after_word(&line, "title") {
            table.notes.push(title(&name));
        } else if let Some(name) = after_word(&line, "section") {
            section = HeldCell::trimmed(text, name.span);
        } else {
            let mut parts = parts(&line).into_iter();
            let first = parts.next().map(|first| HeldCell::trimmed(text, first.span));
            // A line that begins with a colon goes on with the time above it.
            time = first.filter(|first| !first.text.is_empty()).or(time);
            let events: Vec<TextLine<'_>> = parts.filter(|part| !part.text.is_empty()).collect();
            match &time {
                Some(time) if !events.is_empty() => {
                    let row = |event: TextLine<'_>| {
                        let name = HeldCell::made(event.text, event.span);
                        HeldRow::Cells(vec![time.clone(), name, section.clone()])
                    };
                    table.rows.extend(events.into_iter().map(row));
                }
                _ => table.rows.push(HeldRow::Fault(line.span, Code::Diagram, no_event())),
            }
        }
    }
    table.without_blank_columns()
}

fn no_event() -> Message {
    Message::new(
        "a line of a timeline is a time, a colon and an event, such as 1903 : First flight",
    )
}

/// A line between its colons, those within a clock time or an address left alone.
fn parts<'t>(line: &TextLine<'t>) -> Vec<TextLine<'t>> {
    let (mut parts, mut rest) = (Vec::new(), line.clone());
    let is_end = |after: &str| after.is_empty() || after.starts_with(char::is_whitespace);
    while let Some(at) =
        rest.text.match_indices(':').map(|(at, _)| at).find(|at| is_end(&rest.text[at + 1..]))
    {
        let (part, after) = rest.split_at(at, 1);
        parts.push(part.trim());
        rest = after;
    }
    parts.push(rest.trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let table = table(text, 0..text.len());
        let row = |row: &HeldRow| match row {
            HeldRow::Cells(cells) => {
                cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")
            }
            HeldRow::Fault(span, ..) => format!("!{}", &text[span.clone()]),
        };
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn a_time_has_one_event_or_several() {
        let cases: [(&str, &[&str]); 6] = [
            ("1903 : Flight", &["1903/Flight"]),
            ("1903 : A : B\n     : C\n", &["1903/A", "1903/B", "1903/C"]),
            (
                "title T\nsection Air\n1903 : A\nsection Space\n1957 : B",
                &["1903/A/Air", "1957/B/Space"],
            ),
            ("%% x\naccTitle: y\naccDescr {\n z : w\n}\n2010-03 10:30 : A", &["2010-03 10:30/A"]),
            ("1903 : see https://example.org", &["1903/see https://example.org"]),
            ("1903\n: A", &["!1903", "1903/A"]),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text), expected, "{text}");
        }
    }
}
