//! Tables in Markdown, alone or in a document: a line of headers, a line of dashes, and rows.

use super::held::{HeldCell, HeldRow, HeldTable};
use super::inline::plain;
use super::lines::{TextLine, lines};
use crate::error::{Code, Message, quoted};
use crate::read::ReadOptions;
use crate::read::columns::{Columns, MOST_COLUMNS};

/// Rows by which a table is judged.
const JUDGED: usize = 60;

/// Tables that a message lists.
const LISTED: usize = 8;

/// A table of a document.
struct MarkdownTable {
    table: HeldTable,
    /// The line that it begins in.
    line: usize,
    /// The heading above it.
    heading: String,
}

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

/// The table of a document that has events.
pub(super) fn table(text: &str, options: &ReadOptions) -> Result<HeldTable, Message> {
    let mut tables = tables(text);
    if let Some(asked) = &options.records {
        let found = asked_for(&tables, asked);
        return found.map(|at| tables.swap_remove(at).table).ok_or_else(|| no_such(&tables, asked));
    }
    let judged: Vec<(usize, Columns)> =
        tables.iter().map(|table| columns(&table.table, options)).enumerate().collect();
    let complete: Vec<usize> =
        judged.iter().filter(|(_, columns)| columns.is_complete()).map(|(at, _)| *at).collect();
    let dated = judged.iter().find(|(_, columns)| columns.has_date()).map(|(at, _)| *at);
    match complete.as_slice() {
        [only] => Ok(chosen(tables, *only)),
        [] => Ok(tables.swap_remove(dated.unwrap_or(0)).table),
        several => {
            let several = several.iter().map(|at| &tables[*at]);
            let fact = format!("several tables have dates and titles: {}; set ", list(several));
            let first = (complete[0] + 1).to_string();
            Err(Message::new(fact)
                .setting_to("records", first)
                .text(" or to the number or heading of another")
                .coded(Code::RecordsUnclear))
        }
    }
}

/// A table that was chosen, told if there are others.
fn chosen(mut tables: Vec<MarkdownTable>, at: usize) -> HeldTable {
    let count = tables.len();
    let MarkdownTable { mut table, line, .. } = tables.swap_remove(at);
    if count > 1 {
        let fact = format!(
            "of {count} tables the one in line {line} is read, as it alone has dates and titles; set "
        );
        table.notes.push(Message::new(fact).setting("records").text(" to take another"));
    }
    table
}

/// The number of a table that is asked for by its number or its heading.
fn asked_for(tables: &[MarkdownTable], asked: &str) -> Option<usize> {
    let number = asked.trim().parse::<usize>().ok();
    let by_number = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < tables.len());
    let heading = asked.trim().to_lowercase();
    by_number.or_else(|| tables.iter().position(|table| table.heading.to_lowercase() == heading))
}

fn no_such(tables: &[MarkdownTable], asked: &str) -> Message {
    let fact = format!("no table {} for ", quoted(asked));
    let there = format!("; there are {}", list(tables.iter()));
    Message::new(fact).unset("records").text(there).coded(Code::RecordsUnknown)
}

/// Tables in a message.
fn list<'a>(tables: impl Iterator<Item = &'a MarkdownTable>) -> String {
    let told = |table: &MarkdownTable| match table.heading.as_str() {
        "" => format!("that in line {}", table.line),
        heading => format!("that below {} in line {}", quoted(heading), table.line),
    };
    let listed: Vec<String> = tables.take(LISTED).map(told).collect();
    listed.join(", ")
}

/// The columns of a table.
fn columns(table: &HeldTable, options: &ReadOptions) -> Columns {
    let texts = |cells: &[HeldCell]| cells.iter().map(|cell| cell.text.clone()).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .filter_map(|row| match row {
            HeldRow::Cells(cells) => Some(texts(cells)),
            _ => None,
        })
        .take(JUDGED)
        .collect();
    Columns::new(texts(&table.headers), &rows, options)
}

/// All tables of a document, but those in blocks of code.
fn tables(text: &str) -> Vec<MarkdownTable> {
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
            tables.push(MarkdownTable { table, line: at, heading });
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
            true => HeldRow::Fault(line.trim().span, too_wide(cells.len(), headers.len())),
            false => HeldRow::Cells(cells.iter().map(cell).collect()),
        }
    };
    HeldTable { rows: body.iter().map(row).collect(), headers, ..HeldTable::default() }
}

fn too_wide(cells: usize, columns: usize) -> Message {
    let fact = format!(
        "the row has {cells} cells and the header {columns}; write \\| for a bar within a cell"
    );
    Message::new(fact).coded(Code::TooManyCells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let row = |row: &HeldRow| match row {
            HeldRow::Cells(cells) => {
                cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")
            }
            HeldRow::Fault(_, message) | HeldRow::Limit(_, message) => format!("!{message}"),
        };
        let told = |table: &MarkdownTable| {
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
