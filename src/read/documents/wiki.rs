//! Tables in the notation of MediaWiki.

use super::found::FoundTable;
use super::held::{HeldCell, HeldTable};
use super::lines::{TextLine, lines};
use super::spread::SpreadRows;
use crate::read::markup::without_markup;
use crate::read::source::CELL_BYTES;
use std::ops::Range;

/// Templates that are looked at in one cell.
const MOST_TEMPLATES: usize = 100;

/// Bytes of the longest link.
const LONGEST: usize = 1000;

/// Templates that show nothing that a table is read for.
const NOTES: [&str; 10] =
    ["efn", "refn", "cn", "citation needed", "fact", "flagicon", "flag icon", "anchor", "sfn", "r"];

/// Whether a text has such a table.
pub(super) fn has_table(text: &str) -> bool {
    let mut is_open = false;
    lines(text, 0..text.len()).any(|line| {
        let line = line.text.trim_start();
        is_open |= line.starts_with("{|");
        is_open && (line.starts_with("|-") || line.starts_with('!') || line.starts_with("|+"))
    })
}

/// A table that is being read.
#[derive(Default)]
struct OpenWiki {
    rows: SpreadRows,
    line: usize,
    headings: Vec<String>,
    /// The cell at hand, as it is written.
    cell: Option<(String, Range<usize>)>,
    /// Tables within it, which are passed over.
    depth: usize,
}

/// All tables of a text.
pub(super) fn tables(text: &str) -> Vec<FoundTable> {
    let (mut found, mut heading, mut open) = (Vec::new(), String::new(), None);
    for (number, line) in lines(text, 0..text.len()).enumerate() {
        let line = line.trim();
        let Some(mut table) = open.take() else {
            if line.text.starts_with("{|") {
                let headings = vec![heading.clone()];
                open = Some(OpenWiki { line: number + 1, headings, ..OpenWiki::default() });
            } else if line.text.starts_with('=') {
                heading = line.text.trim_matches(['=', ' ']).to_owned();
            }
            continue;
        };
        if table.depth == 0 && line.text.starts_with("|}") {
            found.push(table.finish());
        } else {
            table.take(&line);
            open = Some(table);
        }
    }
    found.extend(open.map(OpenWiki::finish));
    found
}

impl OpenWiki {
    fn take(&mut self, line: &TextLine<'_>) {
        let text = line.text;
        if text.starts_with("{|") {
            self.depth += 1;
        } else if self.depth > 0 {
            self.depth -= usize::from(text.starts_with("|}"));
        } else if let Some(caption) = text.strip_prefix("|+") {
            self.headings.push(plain(caption));
        } else if text.starts_with("|-") {
            self.end_cell();
            self.rows.end_row();
        } else if text.starts_with('|') {
            self.take_cells(line, &["||"]);
        } else if text.starts_with('!') {
            self.take_cells(line, &["!!", "||"]);
        } else if let Some((cell, span)) = &mut self.cell {
            cell.push('\n');
            cell.push_str(text);
            span.end = line.span.end;
        }
    }

    fn take_cells(&mut self, line: &TextLine<'_>, signs: &[&str]) {
        let mut rest = line.split_at(0, 1).1;
        loop {
            self.end_cell();
            let next = signs.iter().filter_map(|sign| rest.text.find(sign)).min();
            let (cell, after) = match next {
                Some(at) => rest.split_at(at, 2),
                None => (rest.clone(), TextLine { text: "", span: 0..0 }),
            };
            self.cell = Some((cell.text.to_owned(), cell.trim().span));
            if next.is_none() {
                return;
            }
            rest = after;
        }
    }

    fn end_cell(&mut self) {
        let Some((text, span)) = self.cell.take() else { return };
        let (attributes, text) = divided(&text);
        let number = |name: &str| {
            let value = attributes.split(name).nth(1)?.trim_start().strip_prefix('=')?;
            let value = value.trim_start().trim_start_matches(['"', '\'']);
            let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
            value[..end].parse().ok()
        };
        let spans = ["rowspan", "colspan"].map(|name| number(name).unwrap_or(1));
        let text = if text.len() > CELL_BYTES { text.to_owned() } else { plain(text) };
        self.rows.add(HeldCell::made(text, span), spans);
    }

    fn finish(mut self) -> FoundTable {
        self.end_cell();
        let heading = self.headings.last().cloned().unwrap_or_default();
        let (rows, headings) = (self.rows.finish(), self.headings);
        let table = HeldTable { rows, headings, ..HeldTable::default() };
        FoundTable { table, line: self.line, heading }
    }
}

/// A cell as its attributes and its text.
fn divided(cell: &str) -> (&str, &str) {
    let is_attributes =
        |head: &str| head.contains('=') && !head.contains("[[") && !head.contains("{{");
    match cell.split_once('|') {
        Some((head, text)) if is_attributes(head) => (head, text),
        _ => ("", cell),
    }
}

/// The text of a cell without its marks.
fn plain(text: &str) -> String {
    let text = without_between(text, "<!--", "-->");
    let text = without_references(&text);
    let text = links(&templates(text));
    let text = text.replace("'''", "").replace("''", "");
    let text = without_markup(&text).unwrap_or(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn without_between(text: &str, open: &str, close: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, inside)) = rest.split_once(open) {
        out.push_str(before);
        rest = inside.split_once(close).map_or("", |(_, after)| after);
    }
    out + rest
}

fn without_references(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    let last = text.rfind("</ref>").map_or(0, |at| text.len() - at);
    while let Some(at) = rest.find("<ref") {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end = tag.find('>').unwrap_or(tag.len() - 1);
        let is_whole = tag[..end].ends_with('/');
        let close =
            if is_whole || tag.len() < last { None } else { tag.find("</ref>").map(|at| at + 6) };
        rest = &tag[close.unwrap_or(end + 1)..];
    }
    out + rest
}

/// A text with its templates as what they show, the innermost first.
fn templates(mut text: String) -> String {
    for _ in 0..MOST_TEMPLATES {
        let Some(end) = text.find("}}") else { break };
        let Some(start) = text[..end].rfind("{{") else { break };
        let shown = template(&text[start + 2..end]);
        text.replace_range(start..end + 2, &shown);
    }
    text
}

/// What a template shows.
fn template(inside: &str) -> String {
    let mut parts = inside.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default().to_lowercase();
    let values: Vec<&str> = parts.filter(|part| !part.contains('=')).collect();
    let is_date = name.contains("date") || matches!(name.as_str(), "dts" | "dob" | "dtsh");
    match name.as_str() {
        name if NOTES.contains(&name) => String::new(),
        "snd" | "spnd" | "spaced ndash" | "dash" | "ndash" | "–" => " – ".to_owned(),
        "nbsp" | "space" => " ".to_owned(),
        "circa" | "c." | "ca." => format!("c. {}", values.first().unwrap_or(&"")),
        "sortname" => values.iter().take(2).copied().collect::<Vec<_>>().join(" "),
        _ if is_date => date_of(&values),
        _ => values.last().map_or(String::new(), |value| (*value).to_owned()),
    }
}

/// The date of the values of a template: year, month and day in numbers, or as it is written.
fn date_of(values: &[&str]) -> String {
    let is_number = |value: &&&str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    let numbers: Vec<&str> = values.iter().take_while(is_number).take(3).copied().collect();
    match numbers[..] {
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => values.join(" "),
    }
}

/// A text with its links as their words.
fn links(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let link = near.strip_prefix("[[").and_then(|near| near.split_once("]]"));
        if let Some((link, after)) = link {
            let after = &rest[near.len() - after.len()..];
            let is_picture = link.starts_with("File:") || link.starts_with("Image:");
            let words = link.rsplit('|').next().unwrap_or_default();
            out.push_str(if is_picture { "" } else { words });
            rest = after;
        } else if let Some((link, after)) = near[1..].split_once(']')
            && link.contains("://")
        {
            let after = &rest[near.len() - after.len()..];
            out.push_str(link.split_once(' ').map_or("", |(_, words)| words));
            rest = after;
        } else {
            out.push('[');
            rest = &rest[1..];
        }
    }
    out + rest
}
