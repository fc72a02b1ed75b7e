//! Tables in notations of text other than CSV and JSON: Markdown, iCalendar, Mermaid, web pages, wikis, columns
//! drawn with lines or aligned by blanks, AsciiDoc, LaTeX, and lists of dated lines.
//!
//! The flow is `lines` (the lines of a text with their places), a reader for each notation, `held`
//! (rows with the places of their cells). A notation is known by its first words, a table in Markdown
//! by its line of dashes. Of several tables `found` takes the one that has events. The whole text is held, up to the limit of bytes.

mod aligned;
mod boxed;
mod dated_lines;
mod found;
mod held;
mod html;
mod ical;
mod lines;
mod markdown;
mod mermaid;
mod spread;
mod typeset;
mod wiki;

use super::ReadOptions;
use super::document::Document;
use super::window::Window;
use crate::error::{Code, Message, Note};
use found::table_of;
pub(super) use held::HeldSource;
use held::{HeldRow, HeldTable};
use std::io::{self, Read};

/// Bytes of a file in which the beginning of a table is looked for.
const NEAR: usize = 64 * 1024;

/// The notation of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocumentKind {
    /// Events of a calendar.
    Calendar,
    /// A diagram of Mermaid, of time or of tasks.
    Mermaid,
    /// A table in Markdown.
    Markdown,
    /// A list of dated lines.
    DatedLines,
    /// A web page, or a table of one.
    Html,
    /// A table of MediaWiki.
    Wiki,
    /// Columns that are drawn with lines.
    Boxed,
    /// Columns under lines of dashes.
    Underlined,
    /// Columns that are aligned by blanks.
    Aligned,
    /// A table of AsciiDoc.
    AsciiDoc,
    /// A table of LaTeX.
    Latex,
}

/// The notation of a file with this head, if it is one of these.
pub(super) fn kind(head: &[u8]) -> Option<DocumentKind> {
    let text = String::from_utf8_lossy(head);
    let near = &text[..text.floor_char_boundary(NEAR)];
    Some(match () {
        () if ical::is_calendar(&text) => DocumentKind::Calendar,
        () if mermaid::diagram(&text).is_some() => DocumentKind::Mermaid,
        () if html::is_page(&text) => DocumentKind::Html,
        () if markdown::has_table(&text) => DocumentKind::Markdown,
        () if wiki::has_table(near) => DocumentKind::Wiki,
        () if typeset::has_asciidoc(near) => DocumentKind::AsciiDoc,
        () if typeset::has_latex(near) => DocumentKind::Latex,
        () if boxed::has_table(near) => DocumentKind::Boxed,
        () if aligned::has_underlined(near) => DocumentKind::Underlined,
        () if dated_lines::is_list(&text) => DocumentKind::DatedLines,
        () if aligned::is_aligned(near) => DocumentKind::Aligned,
        () => return None,
    })
}

/// Reads the table of a text in some notation, and gives notes on it.
pub(super) fn read<R: Read>(
    window: Window<R>,
    kind: DocumentKind,
    options: &ReadOptions,
) -> io::Result<(HeldSource, Vec<Note>)> {
    let document = Document::read(window, options.limits)?;
    let text = &document.text;
    let table = match kind {
        DocumentKind::Calendar => Ok(ical::table(text, options)),
        DocumentKind::Mermaid => Ok(mermaid::table(text)),
        DocumentKind::Markdown => table_of(markdown::tables(text), options),
        DocumentKind::Html => table_of(html::tables(text), options),
        DocumentKind::Wiki => table_of(wiki::tables(text), options),
        DocumentKind::Boxed => table_of(boxed::tables(text), options),
        DocumentKind::Underlined => table_of(aligned::underlined_tables(text), options),
        DocumentKind::Aligned => table_of(aligned::aligned_tables(text), options),
        DocumentKind::AsciiDoc => table_of(typeset::asciidoc_tables(text), options),
        DocumentKind::Latex => table_of(typeset::latex_tables(text), options),
        DocumentKind::DatedLines => Ok(dated_lines::table(text)),
    };
    let table = table.unwrap_or_else(|message| HeldTable {
        rows: vec![HeldRow::Fault(0..0, message)],
        ..HeldTable::default()
    });
    let told =
        |message: &Message| Note::new(Code::PartTaken, message.clone()).in_file(&options.name);
    let notes = table.notes.iter().map(told).collect();
    Ok((HeldSource::new(document, table), notes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_are_known_by_their_heads() {
        let cases = [
            ("BEGIN:VCALENDAR\r\n", Some(DocumentKind::Calendar)),
            ("\n begin:vcalendar", Some(DocumentKind::Calendar)),
            ("timeline\n  2002 : a", Some(DocumentKind::Mermaid)),
            ("%% a remark\ngantt\n", Some(DocumentKind::Mermaid)),
            ("---\ntitle: x\n---\ngantt\n", Some(DocumentKind::Mermaid)),
            ("# x\n\n```mermaid\ntimeline\n 2002 : a\n```\n", Some(DocumentKind::Mermaid)),
            ("# x\n\na | b\n--|--\n1|2\n", Some(DocumentKind::Markdown)),
            ("1957: a\n1961: b\n", Some(DocumentKind::DatedLines)),
            ("timeline,title\n2010,a\n", None),
            ("date|title\n2010|a\n-|-\n", None),
            ("gantt,date\n", None),
            ("", None),
        ];
        for (head, expected) in cases {
            assert_eq!(kind(head.as_bytes()), expected, "{head}");
        }
    }
}
