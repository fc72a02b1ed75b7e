//! Records as blocks of lines, each a name, a colon and a value, as YAML and notes have them: every block
//! is a row, every name a column.

use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};

/// Lines by which a text is judged.
const JUDGED: usize = 200;

/// Bytes of the longest name.
const LONGEST: usize = 30;

/// Columns that blocks may have.
const MOST: usize = 100;

/// Whether a text is two blocks or more with a name in common, and nothing else. The last line of a part of
/// a file may be cut.
pub(super) fn has_blocks(head: &str) -> bool {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut all = lines(head, 0..head.len()).take(JUDGED).peekable();
    let mut may_begin = true;
    while let Some(line) = all.next() {
        let is_last = all.peek().is_none();
        match part(&line) {
            BlockPart::Break => may_begin = true,
            BlockPart::Pair(name, _, is_item) => {
                if is_item || may_begin || blocks.is_empty() {
                    blocks.push(Vec::new());
                }
                may_begin = false;
                blocks.last_mut().into_iter().for_each(|block| block.push(name.text));
            }
            BlockPart::Root if blocks.is_empty() => {}
            BlockPart::Further if !blocks.is_empty() => {}
            _ if is_last => {}
            _ => return false,
        }
    }
    let is_common = |name: &&&str| blocks.iter().filter(|block| block.contains(name)).count() > 1;
    let pairs = blocks.iter().map(Vec::len).sum::<usize>();
    let shared = blocks.iter().flatten().filter(is_common).count();
    blocks.len() > 1 && blocks.iter().any(|block| block.len() > 1) && 2 * shared > pairs
}

/// The rows of a text of blocks.
pub(super) fn table(text: &str) -> HeldTable {
    let mut table = HeldTable::default();
    let mut may_begin = true;
    for line in lines(text, 0..text.len()) {
        match part(&line) {
            BlockPart::Break => may_begin = true,
            BlockPart::Pair(name, value, is_item) => {
                if is_item || may_begin || table.rows.is_empty() {
                    table.rows.push(HeldRow::Cells(Vec::new()));
                }
                may_begin = false;
                add(&mut table, &name, &value);
            }
            BlockPart::Further => go_on(&mut table, &line.trim()),
            BlockPart::Root | BlockPart::Other => {}
        }
    }
    let width = table.headers.len();
    for row in &mut table.rows {
        if let HeldRow::Cells(cells) = row {
            cells.resize(width, HeldCell::default());
        }
    }
    table
}

/// What a line is among blocks.
enum BlockPart<'t> {
    /// A name and its value, and whether an item of a list begins with it.
    Pair(TextLine<'t>, TextLine<'t>, bool),
    /// The name of the list.
    Root,
    /// More of the value above.
    Further,
    /// What parts blocks.
    Break,
    Other,
}

fn part<'t>(line: &TextLine<'t>) -> BlockPart<'t> {
    let text = line.trim();
    if text.text.is_empty() || text.text == "---" || text.text.starts_with('#') {
        return BlockPart::Break;
    }
    let item = ["- ", "* "].into_iter().find(|sign| text.text.starts_with(sign));
    let pair = item.map_or_else(|| text.clone(), |sign| text.split_at(0, sign.len()).1.trim());
    let is_name = |name: &str| {
        let mut letters = name.chars();
        name.len() <= LONGEST
            && letters.next().is_some_and(char::is_alphabetic)
            && letters.all(|c| c.is_alphanumeric() || " _-".contains(c))
    };
    let at = pair.text.find(':').filter(|at| is_name(&pair.text[..*at]));
    let at = at.filter(|at| matches!(pair.text[at + 1..].chars().next(), None | Some(' ' | '\t')));
    match at.map(|at| pair.split_at(at, 1)) {
        Some((_, value))
            if value.text.is_empty() && item.is_none() && !line.text.starts_with(' ') =>
        {
            BlockPart::Root
        }
        Some((name, value)) => BlockPart::Pair(name, value.trim(), item.is_some()),
        None if line.text.starts_with([' ', '\t']) && item.is_none() => BlockPart::Further,
        None => BlockPart::Other,
    }
}

/// Puts a value into the last row, under its name.
fn add(table: &mut HeldTable, name: &TextLine<'_>, value: &TextLine<'_>) {
    let found = table.headers.iter().position(|header| header.text == name.text);
    let column = match found {
        Some(column) => column,
        None if table.headers.len() < MOST => {
            table.headers.push(HeldCell::made(name.text, name.span.clone()));
            table.headers.len() - 1
        }
        None => return,
    };
    let Some(HeldRow::Cells(cells)) = table.rows.last_mut() else { return };
    if cells.len() <= column {
        cells.resize(column + 1, HeldCell::default());
    }
    cells[column] = HeldCell::made(unquoted(value.text), value.span.clone());
}

/// Adds a line to the last value of the last row.
fn go_on(table: &mut HeldTable, line: &TextLine<'_>) {
    let Some(HeldRow::Cells(cells)) = table.rows.last_mut() else { return };
    if let Some(cell) = cells.last_mut() {
        cell.text = format!("{} {}", cell.text, line.text).trim().to_owned();
        cell.span.end = line.span.end;
    }
}

/// A value without the quotes around it, and without the sign that lines of text follow.
fn unquoted(value: &str) -> &str {
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    match value {
        "|" | ">" | "|-" | ">-" | "null" | "~" => "",
        value => inside('"').or_else(|| inside('\'')).unwrap_or(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_known_by_the_names_that_they_share() {
        for (text, is_one) in [
            ("- date: 1957\n  title: Sputnik\n- date: 1961\n  title: Vostok\n", true),
            (
                "events:\n  - date: 1957\n    title: Sputnik\n  - date: 1961\n    title: Vostok\n",
                true,
            ),
            ("date: 1957\ntitle: Sputnik\n\ndate: 1961\ntitle: Vostok\n", true),
            ("Date: 1957\nTitle: Sputnik\n---\nDate: 1961\nTitle: Vostok\n", true),
            ("date: 1957\ntitle: Sputnik\n", false),
            ("1957: Sputnik\n1961: Vostok\n", false),
            ("date,title\n1957,a: b\n1961,c: d\n", false),
            ("Monday: rain\n\nTuesday: sun\n", false),
            ("note: a\n\nnote: b\n", false),
            ("A text that says: nothing\n\nof dates: at all\n", false),
        ] {
            assert_eq!(has_blocks(text), is_one, "{text}");
        }
    }

    #[test]
    fn a_block_is_a_row() {
        let text = "list:\n- date: 1957\n  title: \"Sputnik\"\n- date: 1961\n  note: |\n    a man\n    in space\n";
        let table = table(text);
        let headers: Vec<&str> = table.headers.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(headers, ["date", "title", "note"]);
        let rows = table.rows.iter().map(|row| match row {
            HeldRow::Cells(cells) => cells.iter().map(|cell| cell.text.as_str()).collect(),
            HeldRow::Fault(..) => Vec::new(),
        });
        let rows: Vec<Vec<&str>> = rows.collect();
        assert_eq!(rows, [["1957", "Sputnik", ""], ["1961", "", "a man in space"]]);
    }
}
