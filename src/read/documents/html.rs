//! Tables of web pages, and of spreadsheets as they are pasted.

use super::found::FoundTable;
use super::held::{HeldCell, HeldTable};
use super::spread::SpreadRows;
use crate::read::markup::without_markup;
use std::ops::Range;

/// Tables within tables, at most.
const DEEPEST: usize = 20;

/// Bytes of attributes that are looked at.
const LONGEST: usize = 4000;

/// Elements that begin a new line in a cell.
const BREAKS: [&str; 5] = ["br", "p", "div", "li", "tr"];

/// Elements whose content is no text.
const UNSEEN: [&str; 4] = ["script", "style", "noscript", "template"];

/// Whether a text is a web page, or a part of one, with a table.
pub(super) fn is_page(head: &str) -> bool {
    let head = head.trim_start();
    let lower = || head.to_ascii_lowercase();
    head.starts_with('<') && lower().contains("<table") && lower().contains("<tr")
}

/// A tag of a text.
struct Tag<'t> {
    name: String,
    is_end: bool,
    attributes: &'t str,
    /// The bytes that it takes.
    span: Range<usize>,
}

/// A table that is being read.
#[derive(Default)]
struct OpenTable {
    rows: SpreadRows,
    cell: Option<OpenCell>,
    line: usize,
    headings: Vec<String>,
}

struct OpenCell {
    start: usize,
    text: String,
    spans: [usize; 2],
}

/// What is read of a page so far.
#[derive(Default)]
struct PageReader {
    found: Vec<FoundTable>,
    open: Vec<OpenTable>,
    heading: String,
    /// The text of a heading or a caption.
    title: Option<String>,
    /// The element whose content is passed over.
    hidden: Option<String>,
}

/// All tables of a page.
pub(super) fn tables(text: &str) -> Vec<FoundTable> {
    let mut page = PageReader::default();
    let (mut at, mut line) = (0, 1);
    while let Some(tag) = next_tag(text, at) {
        page.say(&text[at..tag.span.start]);
        line += text[at..tag.span.end].bytes().filter(|byte| *byte == b'\n').count();
        at = tag.span.end;
        page.take(&tag, line);
    }
    while !page.open.is_empty() {
        page.end_table(at);
    }
    page.found
}

impl PageReader {
    /// Takes text between tags.
    fn say(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        // The lines of the source are not those of the page.
        let words = text.replace(['\n', '\r', '\t'], " ");
        if let Some(title) = &mut self.title {
            title.push_str(&words);
        } else if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.text.push_str(&words);
        }
    }

    fn take(&mut self, tag: &Tag<'_>, line: usize) {
        if let Some(hidden) = &self.hidden {
            if tag.is_end && *hidden == tag.name {
                self.hidden = None;
            }
            return;
        }
        let (name, at) = (tag.name.as_str(), tag.span.start);
        match (name, tag.is_end) {
            _ if !tag.is_end && is_hidden(tag) => self.hidden = Some(tag.name.clone()),
            ("table", false) if self.open.len() < DEEPEST => {
                let headings = vec![self.heading.clone()];
                self.open.push(OpenTable { line, headings, ..OpenTable::default() });
            }
            ("table", true) => self.end_table(at),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption", false) => {
                self.title = Some(String::new());
            }
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => {
                self.heading = self.title.take().map_or(String::new(), |title| plain(&title));
            }
            ("caption", true) => {
                let title = self.title.take().map(|title| plain(&title));
                if let Some(table) = self.open.last_mut() {
                    table.headings.extend(title);
                }
            }
            _ => {
                if let Some(table) = self.open.last_mut() {
                    table.take(tag);
                }
            }
        }
    }

    fn end_table(&mut self, at: usize) {
        let Some(mut table) = self.open.pop() else { return };
        table.end_cell(at);
        let heading = table.headings.last().cloned().unwrap_or_default();
        let (line, rows, headings) = (table.line, table.rows.finish(), table.headings);
        if !rows.is_empty() {
            let table = HeldTable { rows, headings, ..HeldTable::default() };
            self.found.push(FoundTable { table, line, heading });
        }
    }
}

impl OpenTable {
    fn take(&mut self, tag: &Tag<'_>) {
        match (tag.name.as_str(), tag.is_end) {
            ("td" | "th", false) => {
                self.end_cell(tag.span.start);
                let spans = ["rowspan", "colspan"]
                    .map(|name| attribute(tag.attributes, name).and_then(|n| n.parse().ok()))
                    .map(|number| number.unwrap_or(1));
                self.cell = Some(OpenCell { start: tag.span.end, text: String::new(), spans });
            }
            ("td" | "th", true) => self.end_cell(tag.span.start),
            ("tr" | "tbody" | "thead", _) => {
                self.end_cell(tag.span.start);
                self.rows.end_row();
            }
            (name, false) if BREAKS.contains(&name) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self, at: usize) {
        if let Some(cell) = self.cell.take() {
            let held = HeldCell::made(plain(&cell.text), cell.start..at.max(cell.start));
            self.rows.add(held, cell.spans);
        }
    }
}

/// The text of an element, its tags taken off: entities as their letters, single blanks.
fn plain(text: &str) -> String {
    let text = without_markup(text).unwrap_or_else(|| text.to_owned());
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Whether readers do not see an element: scripts, keys for sorting, marks of references.
fn is_hidden(tag: &Tag<'_>) -> bool {
    let style = attribute(tag.attributes, "style").unwrap_or_default().replace(' ', "");
    let class = attribute(tag.attributes, "class").unwrap_or_default();
    let is_empty = tag.attributes.ends_with('/');
    !is_empty
        && (UNSEEN.contains(&tag.name.as_str())
            || style.contains("display:none")
            || tag.name == "sup" && class.split(' ').any(|class| class == "reference"))
}

/// The next tag from a byte on; comments are none.
fn next_tag(text: &str, mut from: usize) -> Option<Tag<'_>> {
    loop {
        let start = from + text.get(from..)?.find('<')?;
        let rest = &text[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = comment.find("-->")?;
            let end = start + 4 + end + 3;
            return Some(Tag {
                name: String::new(),
                is_end: false,
                attributes: "",
                span: start..end,
            });
        }
        let is_end = rest.starts_with('/');
        let inside = rest.strip_prefix('/').unwrap_or(rest);
        let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        if length == 0 {
            from = start + 1;
            continue;
        }
        let (name, attributes) = inside.split_at(length);
        let Some(close) = end_of_tag(attributes) else {
            from = start + 1;
            continue;
        };
        let end = start + 1 + usize::from(is_end) + length + close + 1;
        let name = name.to_ascii_lowercase();
        return Some(Tag {
            name,
            is_end,
            attributes: attributes[..close].trim(),
            span: start..end,
        });
    }
}

/// Where a tag ends: at the first bracket outside of quotes, or the first at all.
fn end_of_tag(attributes: &str) -> Option<usize> {
    let mut quote = None;
    let end = attributes.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        // A quote that is never closed reaches into the next tag.
        byte == b'<' || quote.is_none() && byte == b'>'
    });
    let is_tag = |end: &usize| attributes.as_bytes()[*end] == b'>';
    end.filter(is_tag).or_else(|| {
        let near = &attributes.as_bytes()[..end.unwrap_or(0)];
        near.iter().position(|byte| *byte == b'>')
    })
}

/// The value of an attribute.
fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = Some(attributes).filter(|attributes| attributes.len() < LONGEST)?;
    loop {
        let at = rest.to_ascii_lowercase().find(name)?;
        let is_name = at == 0 || rest[..at].ends_with(char::is_whitespace);
        rest = rest[at + name.len()..].trim_start();
        if let Some(value) = rest.strip_prefix('=').filter(|_| is_name) {
            let value = value.trim_start();
            return match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split(char::is_whitespace).next(),
            };
        }
    }
}
