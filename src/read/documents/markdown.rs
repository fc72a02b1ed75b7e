//! Tables in Markdown, alone or in a document: a line of headers, a line of dashes, and rows.

use super::found::FoundTable;
use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};
use crate::error::{Code, Message};
use crate::read::columns::MOST_COLUMNS;
use crate::read::markdown_marks::plain;

/// Whether a text has a table.
pub(super) fn has_table(text: &str) -> bool {
    let mut above: [Option<TextLine<'_>>; 2] = [None, None];
    lines(text, 0..text.len()).any(|line| {
        let [further, header] = &above;
        let is_first = further.as_ref().is_none_or(|further| !further.text.contains('|'));
        let is_table = is_first && header.as_ref().is_some_and(|header| begins(header, &line));
        above.swap(0, 1);
        above[1] = Some(line);
        is_table
    })
}

/// All tables of a document, but those in blocks of code.
pub(super) fn tables(text: &str) -> Vec<FoundTable> {
    let all: Vec<TextLine<'_>> = lines(text, 0..text.len()).collect();
    let (mut tables, mut headings, mut fence) = (Vec::new(), Vec::new(), None);
    let mut at = 0;
    while let Some(line) = all.get(at) {
        at += 1;
        let mark = line.text.trim_start().get(..3).filter(|mark| matches!(*mark, "```" | "~~~"));
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_some() || mark.is_some() {
            continue;
        }
        let level = line.text.trim_start().bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            headings.retain(|(above, _)| *above < level);
            headings.push((level, plain(line.text.trim().trim_start_matches('#').trim())));
        }
        if all.get(at).is_some_and(|below| begins(line, below)) {
            let body = all[at + 1..].iter().take_while(|row| row.text.contains('|')).count();
            let mut table = read_table(line, &all[at + 1..at + 1 + body]);
            table.headings =
                headings.iter().map(|(_, text): &(usize, String)| text.clone()).collect();
            let heading = table.headings.last().cloned().unwrap_or_default();
            tables.push(FoundTable { table, line: at, heading });
            at += 1 + body;
        }
    }
    tables
}

/// Whether two lines are the header and the dashes of a table.
fn begins(header: &TextLine<'_>, dashes: &TextLine<'_>) -> bool {
    if !dashes.text.contains('|') || !header.text.contains('|') {
        return false;
    }
    let is_dashes = |cell: &TextLine<'_>| {
        let inner = cell.text.trim();
        let inner = inner.strip_prefix(':').unwrap_or(inner);
        let inner = inner.strip_suffix(':').unwrap_or(inner);
        !inner.is_empty() && inner.bytes().all(|byte| byte == b'-')
    };
    let cells = cells(dashes);
    cells.len() > 1 && cells.iter().all(is_dashes) && self::cells(header).len() == cells.len()
}

/// The cells of a line between its bars.
fn cells<'t>(line: &TextLine<'t>) -> Vec<TextLine<'t>> {
    let mut rest = line.trim();
    if rest.text.starts_with('|') {
        rest = rest.split_at(0, 1).1;
    }
    let mut cells = Vec::new();
    while let Some(bar) = bar(rest.text) {
        let (cell, after) = rest.split_at(bar, 1);
        cells.push(cell.trim());
        rest = after;
        if cells.len() > MOST_COLUMNS {
            break;
        }
    }
    if !rest.text.trim().is_empty() {
        cells.push(rest.trim());
    }
    cells
}

/// The first bar that is not escaped.
fn bar(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.bytes().position(|byte| {
        let is_bar = byte == b'|' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_bar
    })
}

fn read_table(header: &TextLine<'_>, body: &[TextLine<'_>]) -> HeldTable {
    let cell = |cell: &TextLine<'_>| HeldCell::made(plain(cell.text), cell.span.clone());
    let headers: Vec<HeldCell> = cells(header).iter().map(cell).collect();
    let row = |line: &TextLine<'_>| {
        let cells = cells(line);
        match cells.len() > headers.len() {
            true => {
                let message = too_wide(cells.len(), headers.len());
                HeldRow::Fault(line.trim().span, Code::TooManyCells, message)
            }
            false => HeldRow::Cells(cells.iter().map(cell).collect()),
        }
    };
    HeldTable { rows: body.iter().map(row).collect(), headers, ..HeldTable::default() }
}

fn too_wide(cells: usize, columns: usize) -> Message {
    let fact = format!(
        "the row has {cells} cells and the header {columns}; write \\| for a bar within a cell"
    );
    Message::new(fact)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let row = |row: &HeldRow| match row {
            HeldRow::Cells(cells) => {
                cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")
            }
            HeldRow::Fault(.., message) => format!("!{message}"),
        };
        let told = |table: &FoundTable| {
            let headers = row(&HeldRow::Cells(table.table.headers.clone()));
            let rows: Vec<String> = table.table.rows.iter().map(row).collect();
            format!("{}:{}:{headers};{}", table.line, table.heading, rows.join(";"))
        };
        tables(text).iter().map(told).collect()
    }

    #[test]
    fn tables_are_found_with_their_headings_and_lines() {
        let cases: [(&str, &[&str]); 8] = [
            ("a|b\n-|-\n1|2\n", &["1::a/b;1/2"]),
            ("| a | b |\n|:--|--:|\n| 1 | 2 |\n| 3 |\n\ntext | x\n", &["1::a/b;1/2;3"]),
            (
                "# T\n\ntext\n\n## Our *past*\n| a | b |\r\n|---|---|\r\n| 1 \\| 2 | **x** |\r\n",
                &["6:Our past:a/b;1 | 2/x"],
            ),
            ("a|b\n-|-\n1|2\n\nc|d\n-|-\n3|4", &["1::a/b;1/2", "5::c/d;3/4"]),
            ("```\na|b\n-|-\n1|2\n```\n", &[]),
            ("a|b\n---\n1|2\n", &[]),
            ("a|b|c\n-|-\n", &[]),
            (
                "a|b\n-|-\n1|2|3\n",
                &[
                    "1::a/b;!the row has 3 cells and the header 2; write \\| for a bar within a cell",
                ],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
