//! The tables of a document, whatever its notation, and which of them is read.

use super::held::{HeldCell, HeldRow, HeldTable};
use crate::error::{Code, Message, quoted};
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use crate::read::frame::TableFrame;
use crate::read::source::Sample;

/// Rows by which a table is judged.
const JUDGED: usize = 60;

/// Tables that a message lists.
const LISTED: usize = 8;

/// A table of a document.
pub(super) struct FoundTable {
    pub table: HeldTable,
    /// The line that it begins in.
    pub line: usize,
    /// The heading above it.
    pub heading: String,
}

/// The table of a document that has events.
pub(super) fn table_of(
    mut tables: Vec<FoundTable>,
    options: &ReadOptions,
) -> Result<HeldTable, Message> {
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
        [] if tables.is_empty() => Ok(HeldTable::default()),
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
fn chosen(mut tables: Vec<FoundTable>, at: usize) -> HeldTable {
    let count = tables.len();
    let FoundTable { mut table, line, .. } = tables.swap_remove(at);
    if count > 1 {
        let fact = format!(
            "of {count} tables the one in line {line} is read, as it alone has dates and titles; set "
        );
        table.notes.push(Message::new(fact).setting("records").text(" to take another"));
    }
    table
}

/// The number of a table that is asked for by its number or its heading.
fn asked_for(tables: &[FoundTable], asked: &str) -> Option<usize> {
    let number = asked.trim().parse::<usize>().ok();
    let by_number = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < tables.len());
    let heading = asked.trim().to_lowercase();
    by_number.or_else(|| tables.iter().position(|table| table.heading.to_lowercase() == heading))
}

fn no_such(tables: &[FoundTable], asked: &str) -> Message {
    let fact = format!("no table {} for ", quoted(asked));
    let there = format!("; there are {}", list(tables.iter()));
    Message::new(fact).unset("records").text(there).coded(Code::RecordsUnknown)
}

/// Tables in a message.
fn list<'a>(tables: impl Iterator<Item = &'a FoundTable>) -> String {
    let told = |table: &FoundTable| match table.heading.as_str() {
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
    if table.headers.is_empty() {
        let sample = Sample { rows, ..Sample::default() };
        let frame = TableFrame::of(&sample, options);
        let mut rows = sample.rows.into_iter().skip(frame.above);
        let headers = if frame.has_header { rows.next() } else { None };
        let rows: Vec<Vec<String>> = rows.collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        return Columns::new(headers.unwrap_or(vec![String::new(); width]), &rows, options);
    }
    Columns::new(texts(&table.headers), &rows, options)
}
