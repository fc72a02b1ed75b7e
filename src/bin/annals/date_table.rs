//! The dates of a table as they were read, in columns for people.

use crate::report::spelled;
use annals::host::{DateCell, readable};

/// Characters that a column may take before the next begins further right.
const WIDEST: usize = 32;

/// Names of the columns. A date is not earlier than `from`, and earlier than `before`.
const NAMES: [&str; 6] = ["line", "column", "written", "read as", "from", "before"];

/// Date cells, a line each, with what was taken below; a reason where one cannot be read.
pub(crate) fn date_table(cells: &[DateCell]) -> String {
    let rows: Vec<Vec<String>> = cells.iter().map(columns).collect();
    let names = NAMES.map(String::from).to_vec();
    let widths: Vec<usize> = (0..NAMES.len()).map(|column| width(&names, &rows, column)).collect();
    let mut out = line(&names, &widths);
    for (cell, row) in cells.iter().zip(&rows) {
        out.push_str(&line(row, &widths));
        for note in &cell.notes {
            out.push_str(&format!("      {}\n", readable(&spelled(note))));
        }
    }
    out
}

/// What the columns say of a cell; of one without a date the last says why.
fn columns(cell: &DateCell) -> Vec<String> {
    let place = if cell.sheet.is_empty() {
        cell.line.to_string()
    } else {
        format!("{} {}", cell.sheet, cell.line)
    };
    let mut columns = vec![place, cell.header.clone(), cell.written.clone()];
    match &cell.date {
        None => columns.push("no date".into()),
        Some(Err(error)) => columns.push(format!("refused: {}", spelled(&error.message))),
        Some(Ok(date)) => {
            let [from, before] = date.iso_bounds().map(|bound| match bound.as_deref() {
                Some("..") => "open".into(),
                Some(bound) => bound.to_owned(),
                None => "unknown".into(),
            });
            columns.extend([date.to_string(), from, before]);
        }
    }
    columns.iter().map(|text| readable(&text.replace(['\n', '\r'], " "))).collect()
}

/// The width of a column; the last of a row may be any longer.
fn width(names: &[String], rows: &[Vec<String>], column: usize) -> usize {
    let inner = rows.iter().filter(|row| row.len() > column + 1);
    let cells = inner.map(|row| row[column].chars().count());
    let name = names[column].chars().count();
    cells.chain([name]).max().unwrap_or(name).min(WIDEST)
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, width) in row.iter().zip(widths) {
        out.push_str(&format!("{cell:width$}  "));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}
