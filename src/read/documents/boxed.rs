//! Tables whose columns are drawn with lines: reStructuredText and Org, databases and shells.
//!
//! Lines of dashes part the header from the rows. Where one stands after each row, as in the grids of
//! reStructuredText, the lines between two of them are one row.

use super::found::FoundTable;
use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};
use crate::error::{Code, Message};
use crate::read::columns::MOST_COLUMNS;
use crate::read::markdown_marks::plain;

/// Signs between two columns.
const BARS: [char; 5] = ['|', '│', '┃', '┆', '║'];

/// Signs of lines of dashes besides plus and bar.
const DASHES: [char; 6] = ['-', '=', '─', '━', '═', '╌'];

/// Signs where two lines meet.
const JOINTS: [char; 26] = [
    '+', '┼', '├', '┤', '┌', '┐', '└', '┘', '┬', '┴', '╞', '╪', '╡', '╔', '╗', '╚', '╝', '╠', '╣',
    '╬', '╦', '╩', '╤', '╧', '╭', '╮',
];

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    /// Dashes with a joint among them.
    Border,
    /// Cells between bars.
    Row,
    Other,
}

/// Whether a text has such a table.
pub(super) fn has_table(text: &str) -> bool {
    let kinds: Vec<LineKind> = lines(text, 0..text.len()).map(|line| kind(line.text)).collect();
    regions(&kinds).next().is_some()
}

/// All tables of a text.
pub(super) fn tables(text: &str) -> Vec<FoundTable> {
    let all: Vec<TextLine<'_>> = lines(text, 0..text.len()).collect();
    let kinds: Vec<LineKind> = all.iter().map(|line| kind(line.text)).collect();
    let found = regions(&kinds).map(|(from, to)| FoundTable {
        table: table(&all[from..to], &kinds[from..to]),
        line: from + 1,
        heading: String::new(),
    });
    found.collect()
}

/// The lines of each table: those that follow each other, with a border among them below a row or above.
fn regions(kinds: &[LineKind]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = at + kinds.get(at..)?.iter().position(|kind| *kind != LineKind::Other)?;
            let length = kinds[from..].iter().position(|kind| *kind == LineKind::Other);
            let to = length.map_or(kinds.len(), |length| from + length);
            at = to;
            let part = &kinds[from..to];
            let rows = part.iter().filter(|kind| **kind == LineKind::Row).count();
            // The header has a border above it or below.
            let is_headed = part.iter().take(4).any(|kind| *kind == LineKind::Border);
            if rows > 1 && is_headed {
                return Some((from, to));
            }
        }
    })
}

fn kind(line: &str) -> LineKind {
    let line = line.trim();
    let is_sign = |c: char| DASHES.contains(&c) || JOINTS.contains(&c) || c == '╯' || c == '╰';
    let dashes = line.chars().filter(|c| DASHES.contains(c)).count();
    let has_joint = line.chars().any(|c| JOINTS.contains(&c));
    if dashes > 2 && has_joint && line.chars().all(|c| is_sign(c) || BARS.contains(&c) || c == ':')
    {
        LineKind::Border
    } else if line.contains(BARS) {
        LineKind::Row
    } else {
        LineKind::Other
    }
}

/// The table of some lines.
fn table(lines: &[TextLine<'_>], kinds: &[LineKind]) -> HeldTable {
    let borders = kinds.iter().filter(|kind| **kind == LineKind::Border).count();
    let rows = kinds.len() - borders;
    let is_framed = kinds.first() == Some(&LineKind::Border);
    // A border after each row, and not only about the header and at the end.
    let is_grid = is_framed && borders > 3 || is_framed && borders == 3 && rows == 2;
    let mut rows: Vec<Vec<HeldCell>> = Vec::new();
    let mut goes_on = false;
    for (line, kind) in lines.iter().zip(kinds) {
        if *kind == LineKind::Border {
            goes_on = false;
            continue;
        }
        let cells = cells(line);
        match rows.last_mut().filter(|_| goes_on && is_grid) {
            Some(row) => join(row, cells),
            None => rows.push(cells),
        }
        goes_on = true;
    }
    let width = rows.first().map_or(0, Vec::len);
    let row = |cells: Vec<HeldCell>| match (cells.first(), cells.last()) {
        (Some(first), Some(last)) if cells.len() > width => {
            let span = first.span.start..last.span.end;
            HeldRow::Fault(span, Code::TooManyCells, too_wide(cells.len(), width))
        }
        _ => HeldRow::Cells(cells),
    };
    let rows = rows.into_iter().map(row).collect();
    HeldTable { rows, ..HeldTable::default() }
}

/// That a row has more bars than the header, some of which must be in its cells.
fn too_wide(cells: usize, columns: usize) -> Message {
    let fact = format!(
        "the row has {cells} cells and the header {columns}; take the bars out of its cells, or give \
         the table as CSV"
    );
    Message::new(fact)
}

/// Adds the next line of a row to its cells.
fn join(row: &mut Vec<HeldCell>, cells: Vec<HeldCell>) {
    for (column, cell) in cells.into_iter().enumerate() {
        match row.get_mut(column) {
            Some(above) if !cell.text.is_empty() => {
                above.text = format!("{} {}", above.text, cell.text).trim_start().to_owned();
                above.span = above.span.start.min(cell.span.start)..cell.span.end;
            }
            Some(_) => {}
            None => row.push(cell),
        }
    }
}

/// The cells of a line between its bars.
fn cells(line: &TextLine<'_>) -> Vec<HeldCell> {
    let mut rest = line.trim();
    if let Some(bar) = rest.text.chars().next().filter(|c| BARS.contains(c)) {
        rest = rest.split_at(0, bar.len_utf8()).1;
    }
    let mut cells = Vec::new();
    let cell = |part: &TextLine<'_>| {
        let part = part.trim();
        HeldCell::made(plain(without_stamp(part.text)), part.span)
    };
    while let Some((at, bar)) = rest.text.char_indices().find(|(_, c)| BARS.contains(c)) {
        let (part, after) = rest.split_at(at, bar.len_utf8());
        cells.push(cell(&part));
        rest = after;
        if cells.len() > MOST_COLUMNS {
            return cells;
        }
    }
    if !rest.text.trim().is_empty() {
        cells.push(cell(&rest));
    }
    cells
}

/// A date of Org, <2024-03-01 Fri> or [2024-03-01 Fri], without its brackets and weekday.
fn without_stamp(text: &str) -> &str {
    let inside = text.strip_prefix(['<', '[']).and_then(|text| text.strip_suffix(['>', ']']));
    let is_day = |inside: &&str| {
        let day = inside.as_bytes().first_chunk::<10>();
        day.is_some_and(|day| day.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-'))
    };
    let Some(inside) = inside.filter(is_day) else { return text };
    match inside[10..].trim() {
        weekday if weekday.chars().all(char::is_alphabetic) => &inside[..10],
        _ => inside,
    }
}
