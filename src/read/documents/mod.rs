//! Tables in notations of text other than CSV and JSON: Markdown, iCalendar, Mermaid, web pages, wikis, columns
//! drawn with lines or aligned by blanks, AsciiDoc, LaTeX, blocks of named
//! values as in YAML, and lists of dated lines.
//!
//! The flow is `lines` (the lines of a text with their places), a reader for each notation, `held`
//! (rows with the places of their cells). A notation is known by its first words, a table in Markdown
//! by its line of dashes. Of several tables `found` takes the one that has events. The whole text is held, up to the limit of bytes.

mod aligned;
mod blocks;
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

/// A notation that tables are written in.
pub(super) struct DocumentNotation {
    #[cfg_attr(not(test), expect(dead_code, reason = "tests name it"))]
    name: &'static str,
    /// Whether a text that begins so is written in it.
    is_here: fn(&str) -> bool,
    /// The table of a whole text.
    read: fn(&str, &ReadOptions) -> Result<HeldTable, Message>,
}

/// Every notation, in the order in which they are tried: the first that claims a text has it. Those that are
/// known by a word or a sign of their own come first, those that are guessed by the look of lines last. A
/// page and a document in Markdown may hold the signs of the others; Markdown draws its lines of dashes as
/// simpler notations do; a list of dated lines may be aligned by blanks, too.
const NOTATIONS: &[DocumentNotation] = &[
    DocumentNotation {
        name: "calendar",
        is_here: ical::is_calendar,
        read: |text, options| Ok(ical::table(text, options)),
    },
    DocumentNotation {
        name: "mermaid",
        is_here: |head| mermaid::diagram(head).is_some(),
        read: |text, _| Ok(mermaid::table(text)),
    },
    DocumentNotation {
        name: "html",
        is_here: html::is_page,
        read: |text, options| table_of(html::tables(text), options),
    },
    DocumentNotation {
        name: "markdown",
        is_here: markdown::has_table,
        read: |text, options| table_of(markdown::tables(text), options),
    },
    DocumentNotation {
        name: "wiki",
        is_here: |head| wiki::has_table(near(head)),
        read: |text, options| table_of(wiki::tables(text), options),
    },
    DocumentNotation {
        name: "asciidoc",
        is_here: |head| typeset::has_asciidoc(near(head)),
        read: |text, options| table_of(typeset::asciidoc_tables(text), options),
    },
    DocumentNotation {
        name: "latex",
        is_here: |head| typeset::has_latex(near(head)),
        read: |text, options| table_of(typeset::latex_tables(text), options),
    },
    DocumentNotation {
        name: "boxed",
        is_here: |head| boxed::has_table(near(head)),
        read: |text, options| table_of(boxed::tables(text), options),
    },
    DocumentNotation {
        name: "underlined",
        is_here: |head| aligned::has_underlined(near(head)),
        read: |text, options| table_of(aligned::underlined_tables(text), options),
    },
    DocumentNotation {
        name: "blocks",
        is_here: |head| blocks::has_blocks(near(head)),
        read: |text, _| Ok(blocks::table(text)),
    },
    DocumentNotation {
        name: "dated-lines",
        is_here: dated_lines::is_list,
        read: |text, _| Ok(dated_lines::table(text)),
    },
    DocumentNotation {
        name: "aligned",
        is_here: |head| aligned::is_aligned(near(head)),
        read: |text, options| table_of(aligned::aligned_tables(text), options),
    },
];

/// The beginning of a head.
fn near(head: &str) -> &str {
    &head[..head.floor_char_boundary(NEAR)]
}

/// The notation of a file with this head, if it is one of these.
pub(super) fn notation(head: &[u8]) -> Option<&'static DocumentNotation> {
    let text = String::from_utf8_lossy(head);
    NOTATIONS.iter().find(|notation| (notation.is_here)(&text))
}

/// Reads the table of a text in some notation, and gives notes on it.
pub(super) fn read<R: Read>(
    window: Window<R>,
    notation: &DocumentNotation,
    options: &ReadOptions,
) -> io::Result<(HeldSource, Vec<Note>)> {
    let document = Document::read(window, options.limits)?;
    let table = (notation.read)(&document.text, options);
    let table = table.unwrap_or_else(|message| HeldTable {
        rows: vec![HeldRow::Fault(0..0, Code::RecordsUnclear, message)],
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

    /// A text in each notation, and the notations behind it that would claim the same text: what is before
    /// them in the list keeps them from it.
    const SAMPLES: &[(&str, &str, &[&str])] = &[
        ("calendar", "BEGIN:VCALENDAR\r\n", &[]),
        ("calendar", "\n begin:vcalendar", &[]),
        ("mermaid", "timeline\n  2002 : a", &[]),
        ("mermaid", "%% a remark\ngantt\n", &[]),
        ("mermaid", "---\ntitle: x\n---\ngantt\n", &[]),
        ("mermaid", "# x\n\n```mermaid\ntimeline\n 2002 : a\n```\n", &[]),
        ("html", "<table><tr><td>1957</td><td>Sputnik</td></tr></table>", &[]),
        ("markdown", "# x\n\na | b\n--|--\n1|2\n", &[]),
        ("wiki", "{| class=\"wikitable\"\n! Date !! Title\n|-\n| 1957 || Sputnik\n|}\n", &[]),
        ("asciidoc", "|===\n|date |title\n\n|1957 |Sputnik\n|===\n", &[]),
        (
            "latex",
            "\\begin{tabular}{ll}\ndate & title \\\\\n1957 & Sputnik \\\\\n\\end{tabular}\n",
            &[],
        ),
        (
            "boxed",
            "+------+---------+\n| date | title   |\n+------+---------+\n| 1957 | Sputnik |\n+------+---------+\n",
            &[],
        ),
        ("underlined", "date  title\n----  -------\n1957  Sputnik\n1961  Vostok\n", &["aligned"]),
        ("blocks", "- date: 1957\n  title: Sputnik\n- date: 1961\n  title: Vostok\n", &[]),
        ("blocks", "date: 1957\ntitle: Sputnik\n\ndate: 1961\ntitle: Vostok\n", &[]),
        ("dated-lines", "1957: a\n1961: b\n", &[]),
        ("dated-lines", "- July 1957: Sputnik\n- April 1961: Vostok\n", &[]),
        ("aligned", "date    title\n1957    Sputnik\n1961    Vostok\n1969    Apollo\n", &[]),
    ];

    #[test]
    fn notations_are_known_by_their_heads() {
        for (name, text, behind) in SAMPLES {
            let claim = NOTATIONS.iter().filter(|notation| (notation.is_here)(text));
            let claim: Vec<&str> = claim.map(|notation| notation.name).collect();
            assert_eq!(claim, [&[*name], *behind].concat(), "{text}");
        }
        for notation in NOTATIONS {
            assert!(SAMPLES.iter().any(|(name, ..)| *name == notation.name), "{}", notation.name);
        }
    }

    #[test]
    fn other_texts_are_in_none_of_the_notations() {
        for head in ["timeline,title\n2010,a\n", "date|title\n2010|a\n-|-\n", "gantt,date\n", ""] {
            assert!(notation(head.as_bytes()).is_none(), "{head}");
        }
    }
}
