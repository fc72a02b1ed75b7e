//! Tables whose columns are aligned by blanks: under lines of dashes, as reStructuredText and databases have
//! them, or by gaps that all lines have in common.

use super::found::FoundTable;
use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};
use crate::read::columns::MOST_COLUMNS;

/// Lines by which columns are found where nothing is drawn under the headers.
const JUDGED: usize = 200;

/// Whether a text has a table with dashes under its headers.
pub(super) fn has_underlined(text: &str) -> bool {
    let all: Vec<TextLine<'_>> = lines(text, 0..text.len()).collect();
    underlined(&all).is_some()
}

/// Whether a text is nothing but lines whose columns are aligned, the last of which may be cut.
pub(super) fn is_aligned(text: &str) -> bool {
    let all: Vec<TextLine<'_>> = filled(text);
    columns(&all).is_some()
}

/// The table of a text with dashes under its headers.
pub(super) fn underlined_tables(text: &str) -> Vec<FoundTable> {
    let all: Vec<TextLine<'_>> = lines(text, 0..text.len()).collect();
    let Some((header, rule)) = underlined(&all) else { return Vec::new() };
    let starts = starts_of_groups(all[rule].text);
    let mut rows = vec![cut(&all[header], &starts)];
    for line in &all[rule + 1..] {
        let is_rule = groups(line.text).is_some();
        if line.text.trim().is_empty() || is_rule {
            // A blank line ends it, and so does the last line of a frame.
            let is_framed = header > 0 && is_rule;
            if is_framed || line.text.trim().is_empty() && rows.len() > 1 {
                break;
            }
            continue;
        }
        let cells = cut(line, &starts);
        match rows.last_mut() {
            Some(above) if rows_go_on(&cells) && all[rule].text.contains('=') => join(above, cells),
            _ => rows.push(cells),
        }
    }
    vec![found(rows, header)]
}

/// The table of a text whose columns are aligned.
pub(super) fn aligned_tables(text: &str) -> Vec<FoundTable> {
    let all = filled(text);
    let starts = columns(&all).unwrap_or_default();
    vec![found(all.iter().map(|line| cut(line, &starts)).collect(), 0)]
}

fn found(rows: Vec<Vec<HeldCell>>, line: usize) -> FoundTable {
    let rows = rows.into_iter().map(HeldRow::Cells).collect();
    let table = HeldTable { rows, ..HeldTable::default() };
    FoundTable { table, line: line + 1, heading: String::new() }
}

fn filled(text: &str) -> Vec<TextLine<'_>> {
    lines(text, 0..text.len()).filter(|line| !line.text.trim().is_empty()).collect()
}

/// The lines of the headers and of the dashes under them.
fn underlined(all: &[TextLine<'_>]) -> Option<(usize, usize)> {
    let is_rule = |line: &TextLine<'_>| groups(line.text).is_some();
    let rule = (1..all.len()).find(|&at| {
        let is_words = |line: &TextLine<'_>| line.text.contains(char::is_alphabetic);
        is_rule(&all[at]) && is_words(&all[at - 1]) && !is_rule(&all[at - 1])
    })?;
    Some((rule - 1, rule))
}

/// Where the groups of dashes of a line begin, if it has nothing else and two or more; in characters.
fn groups(line: &str) -> Option<Vec<usize>> {
    let is_dash = |c: char| matches!(c, '-' | '=');
    if !line.chars().all(|c| is_dash(c) || c == ' ') || line.len() > 64 * 1024 {
        return None;
    }
    let starts = starts_of_groups(line);
    let dashes = line.bytes().filter(|byte| *byte != b' ').count();
    (starts.len() > 1 && dashes >= 2 * starts.len()).then_some(starts)
}

fn starts_of_groups(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let begins = |at: &usize| bytes[*at] != b' ' && (*at == 0 || bytes[*at - 1] == b' ');
    (0..bytes.len()).filter(begins).take(MOST_COLUMNS + 1).collect()
}

/// Where the columns of lines begin: after gaps of two blanks or more in the header that are blank in all lines.
fn columns(all: &[TextLine<'_>]) -> Option<Vec<usize>> {
    const FEWEST: usize = 3;
    let (header, rows) = all.split_first()?;
    let is_other = |line: &TextLine<'_>| line.text.contains(['\t', ',', ';', '|', '"']);
    if rows.len() + 1 < FEWEST || is_other(header) || header.text.starts_with(' ') {
        return None;
    }
    let widest = 4 * 1024;
    let mut is_used = vec![false; widest];
    let judged = rows.len().min(JUDGED);
    let is_cut = |at: usize| rows.len() > 3 && at + 1 == rows.len();
    for (_, line) in rows[..judged].iter().enumerate().filter(|(at, _)| !is_cut(*at)) {
        if line.text.contains('\t') || line.text.chars().count() >= widest {
            return None;
        }
        let used = line.text.chars().enumerate().filter(|(_, c)| *c != ' ');
        used.for_each(|(place, _)| is_used[place] = true);
    }
    let header: Vec<char> = header.text.chars().take(widest).collect();
    let begins = |place: &usize| {
        let is_blank = |at: usize| header.get(at) == Some(&' ') && !is_used[at];
        header[*place] != ' '
            && (*place == 0 || *place > 1 && is_blank(*place - 1) && is_blank(*place - 2))
    };
    let starts: Vec<usize> = (0..header.len()).filter(begins).collect();
    let is_parted =
        |line: &TextLine<'_>| cut(line, &starts).iter().all(|cell| !cell.text.is_empty());
    let parted = rows.iter().take(judged).filter(|line| is_parted(line)).count();
    (starts.len() > 1 && 2 * parted >= judged).then_some(starts)
}

/// A line as its cells, which begin at these characters.
fn cut(line: &TextLine<'_>, starts: &[usize]) -> Vec<HeldCell> {
    let mut bytes: Vec<usize> = Vec::with_capacity(starts.len() + 1);
    let mut wanted = starts.iter().copied().peekable();
    for (place, (at, _)) in line.text.char_indices().enumerate() {
        if wanted.next_if_eq(&place).is_some() {
            bytes.push(at);
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    bytes.resize(starts.len(), line.text.len());
    bytes.push(line.text.len());
    if let Some(first) = bytes.first_mut() {
        *first = 0;
    }
    let ends = bytes.windows(2).map(|pair| pair[0]..pair[1]);
    let cell = |part: std::ops::Range<usize>| {
        let (text, start) = (&line.text[part.clone()], line.span.start + part.start);
        let lead = text.len() - text.trim_start().len();
        let text = text.trim();
        HeldCell::made(text, start + lead..start + lead + text.len())
    };
    ends.map(cell).collect()
}

/// Whether a row goes on with the one above it: in reStructuredText its first cell is blank then.
fn rows_go_on(cells: &[HeldCell]) -> bool {
    cells.first().is_some_and(|cell| cell.text.is_empty())
}

fn join(above: &mut [HeldCell], cells: Vec<HeldCell>) {
    for (above, cell) in above.iter_mut().zip(cells).filter(|(_, cell)| !cell.text.is_empty()) {
        above.text = format!("{} {}", above.text, cell.text).trim_start().to_owned();
        above.span.end = cell.span.end;
    }
}
