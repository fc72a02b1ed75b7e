//! Tables in AsciiDoc and in LaTeX: cells one after another, whatever lines they stand on.

use super::found::FoundTable;
use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};
use crate::read::columns::MOST_COLUMNS;
use crate::read::markdown_marks::plain;
use std::ops::Range;

/// The line that opens and closes a table of AsciiDoc.
const FENCE: &str = "|===";

/// Environments of LaTeX that hold the rows of a table.
const TABULARS: [&str; 6] = ["tabular", "tabular*", "tabularx", "longtable", "tabulary", "tblr"];

/// Lines of LaTeX between rows.
const RULES: [&str; 8] = [
    "\\hline",
    "\\toprule",
    "\\midrule",
    "\\bottomrule",
    "\\endhead",
    "\\endfirsthead",
    "\\endfoot",
    "\\endlastfoot",
];

/// Whether a text has a table of AsciiDoc.
pub(super) fn has_asciidoc(text: &str) -> bool {
    lines(text, 0..text.len()).any(|line| line.text.trim_end() == FENCE)
}

/// Whether a text has a table of LaTeX.
pub(super) fn has_latex(text: &str) -> bool {
    tabular(text, 0).is_some()
}

/// All tables of a text in AsciiDoc.
pub(super) fn asciidoc_tables(text: &str) -> Vec<FoundTable> {
    let (mut found, mut open, mut heading) = (Vec::new(), None, String::new());
    for (number, line) in lines(text, 0..text.len()).enumerate() {
        let is_fence = line.text.trim_end() == FENCE;
        match open.take() {
            None if is_fence => open = Some(AsciiTable { line: number + 1, ..Default::default() }),
            None => {
                let title = line.text.strip_prefix(['.', '=']).filter(|title| !title.is_empty());
                heading = title.map_or(heading, |title| title.trim_matches(['=', ' ']).to_owned());
            }
            Some(table) if is_fence => found.push(table.finish(&heading)),
            Some(mut table) => {
                table.take(&line);
                open = Some(table);
            }
        }
    }
    found.extend(open.map(|table| table.finish(&heading)));
    found
}

/// A table of AsciiDoc that is being read.
#[derive(Default)]
struct AsciiTable {
    line: usize,
    cells: Vec<HeldCell>,
    /// The cells of the first line that has any.
    columns: usize,
}

impl AsciiTable {
    fn take(&mut self, line: &TextLine<'_>) {
        let before = self.cells.len();
        let mut rest = line.clone();
        let first = rest.text.find('|').unwrap_or(rest.text.len());
        let (goes_on, _) = rest.split_at(first, 0);
        if let (Some(cell), text @ 1..) = (self.cells.last_mut(), goes_on.text.trim().len()) {
            // What stands before a bar may say how its cell looks: a|, 2+|.
            if first == rest.text.len() || text > 3 {
                cell.text = format!("{} {}", cell.text, plain(goes_on.text.trim()));
                cell.span.end = goes_on.trim().span.end;
            }
        }
        while let Some(at) = rest.text.find('|') {
            let (_, after) = rest.split_at(at, 1);
            let end = after.text.find('|').unwrap_or(after.text.len());
            let cell = after.split_at(end, 0).0.trim();
            self.cells.push(HeldCell::made(plain(cell.text), cell.span));
            rest = after;
        }
        if before == 0 {
            self.columns = self.cells.len();
        }
    }

    fn finish(self, heading: &str) -> FoundTable {
        let columns = self.columns.clamp(1, MOST_COLUMNS + 1);
        let rows = self.cells.chunks(columns).map(|row| HeldRow::Cells(row.to_vec())).collect();
        found(rows, self.line, heading)
    }
}

fn found(rows: Vec<HeldRow>, line: usize, heading: &str) -> FoundTable {
    let table = HeldTable { rows, headings: vec![heading.to_owned()], ..HeldTable::default() };
    FoundTable { table, line, heading: heading.to_owned() }
}

/// All tables of a text in LaTeX.
pub(super) fn latex_tables(text: &str) -> Vec<FoundTable> {
    let (mut tables, mut from) = (Vec::new(), 0);
    while let Some(inside) = tabular(text, from) {
        from = inside.end;
        let line = text[..inside.start].bytes().filter(|byte| *byte == b'\n').count() + 1;
        tables.push(found(latex_rows(text, inside), line, ""));
    }
    tables
}

/// The bytes of the rows of the next table from a byte on.
fn tabular(text: &str, mut from: usize) -> Option<Range<usize>> {
    const BEGIN: &str = "\\begin{";
    loop {
        let at = from + text.get(from..)?.find(BEGIN)? + BEGIN.len();
        from = at;
        let Some(name) = TABULARS.iter().find(|name| text[at..].starts_with(&format!("{name}}}")))
        else {
            continue;
        };
        let length = text[at..].find(&format!("\\end{{{name}}}"));
        let end = length.map_or(text.len(), |length| at + length);
        // The columns are said in braces after the name, up to the end of the line.
        let line = text[at..end].find('\n').map_or(at + name.len() + 1, |length| at + length);
        return Some(line..end);
    }
}

/// The rows between the signs that end them.
fn latex_rows(text: &str, inside: Range<usize>) -> Vec<HeldRow> {
    let mut rows = Vec::new();
    let mut start = inside.start;
    while start < inside.end {
        let length = text[start..inside.end].find("\\\\");
        let end = length.map_or(inside.end, |length| start + length);
        let cells = latex_cells(text, start..end);
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            rows.push(HeldRow::Cells(cells));
        }
        start = end + 2;
    }
    rows
}

fn latex_cells(text: &str, row: Range<usize>) -> Vec<HeldCell> {
    let (mut cells, mut start) = (Vec::new(), row.start);
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate().take(row.end).skip(row.start) {
        if byte == b'&' && before != b'\\' && cells.len() <= MOST_COLUMNS {
            cells.push(HeldCell::made(typeset(&text[start..at]), start..at));
            start = at + 1;
        }
        before = byte;
    }
    cells.push(HeldCell::made(typeset(&text[start..row.end]), start..row.end));
    cells
}

/// The text of a cell of LaTeX without its commands.
fn typeset(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let comment = line.find('%').filter(|at| !line[..*at].ends_with('\\'));
        &line[..comment.unwrap_or(line.len())]
    });
    let mut text = lines.collect::<Vec<_>>().join(" ");
    for rule in RULES {
        text = text.replace(rule, " ");
    }
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = after;
        match c {
            '\\' => {
                let end = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
                // A sign that is written with a backslash stands for itself.
                rest = if end == 0 { after } else { &after[end..] };
                if end == 0 {
                    let sign = after.chars().next();
                    out.extend(sign.filter(|sign| *sign != ','));
                    rest = &after[sign.map_or(0, char::len_utf8)..];
                }
            }
            '{' | '}' => {}
            '~' => out.push(' '),
            '-' if after.starts_with("--") => {
                out.push('—');
                rest = &after[2..];
            }
            '-' if after.starts_with('-') => {
                out.push('–');
                rest = &after[1..];
            }
            c => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
