//! The one writer of markup: whatever passes through it is well-formed and inert.
//!
//! In: names that the program chose, and values and text of any kind. Out: XML 1.0 in UTF-8 or HTML,
//! one element on a line. It knows no vocabulary but which elements of HTML are empty; nothing else
//! writes a `<` or a `&`.
//!
//! It is our own because of its escapes: the crate `xmlwriter` (0.1) leaves `&`, `>` and characters
//! that XML forbids as they are, and panics at calls out of order.

use crate::geometry::Sub;
use crate::number::px;
use crate::render::readable::readable_chars;

/// An element that has begun.
struct OpenElement {
    name: &'static str,
    has_children: bool,
}

/// A document in the making.
pub(super) struct Xml {
    out: String,
    open: Vec<OpenElement>,
    /// Whether the tag of the innermost element still takes attributes.
    in_tag: bool,
    is_html: bool,
}

/// The elements of HTML in use that have neither content nor an end.
const EMPTY: [&str; 1] = ["meta"];

impl Xml {
    /// A document of nothing but its declaration.
    pub(super) fn new() -> Self {
        let out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Self { out, open: Vec::new(), in_tag: false, is_html: false }
    }

    /// A document of HTML without content.
    pub(super) fn html() -> Self {
        let out = String::from("<!DOCTYPE html>");
        Self { out, open: Vec::new(), in_tag: false, is_html: true }
    }

    /// Begins an element inside the innermost.
    pub(super) fn begin(&mut self, name: &'static str) {
        self.close_tag();
        if let Some(parent) = self.open.last_mut() {
            parent.has_children = true;
        }
        self.new_line();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(OpenElement { name, has_children: false });
        self.in_tag = true;
    }

    /// Gives the element just begun an attribute.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        debug_assert!(self.in_tag, "attributes come before content");
        self.out.extend([" ", name, "=\""]);
        escape(&mut self.out, value, true);
        self.out.push('"');
    }

    /// Gives the element just begun a length in pixels.
    pub(super) fn length(&mut self, name: &str, value: Sub) {
        self.attribute(name, &px(value));
    }

    /// Adds text to the innermost element.
    pub(super) fn text(&mut self, text: &str) {
        self.close_tag();
        escape(&mut self.out, text, false);
    }

    /// Ends the innermost element.
    pub(super) fn end(&mut self) {
        let Some(element) = self.open.pop() else { return };
        if self.in_tag && self.closes_itself(element.name) {
            self.out.push_str("/>");
            self.in_tag = false;
            return;
        }
        self.close_tag();
        if element.has_children {
            self.new_line();
        }
        self.out.extend(["</", element.name, ">"]);
    }

    /// An element that holds nothing but text.
    pub(super) fn leaf(&mut self, name: &'static str, text: &str) {
        self.begin(name);
        self.text(text);
        self.end();
    }

    /// Text in an element of its own amid other text, with an attribute.
    pub(super) fn span(&mut self, name: &str, (attribute, value): (&str, &str), text: &str) {
        self.close_tag();
        self.out.extend(["<", name, " ", attribute, "=\""]);
        escape(&mut self.out, value, true);
        self.out.push_str("\">");
        escape(&mut self.out, text, false);
        self.out.extend(["</", name, ">"]);
    }

    /// An empty element amid others on a line, with its first attribute and those that may follow.
    pub(super) fn inline(
        &mut self,
        name: &str,
        (attribute, value): (&str, &str),
        more: &[(&str, String)],
    ) {
        self.close_tag();
        self.out.extend(["<", name, " ", attribute, "=\""]);
        escape(&mut self.out, value, true);
        for (attribute, value) in more {
            self.out.extend(["\" ", attribute, "=\""]);
            escape(&mut self.out, value, true);
        }
        self.out.push_str("\"/>");
    }

    /// How many elements have not ended.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The document, every element ended.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out.push('\n');
        self.out
    }

    /// Whether an element without content has no end tag. Those of HTML have one, but for those that
    /// never have content; those of SVG in it may be written as in XML.
    fn closes_itself(&self, name: &str) -> bool {
        let is_svg = || self.open.iter().any(|element| element.name == "svg");
        !self.is_html || EMPTY.contains(&name) || is_svg()
    }

    /// Adds a style sheet or a script of the program's own to an element of HTML, where nothing is
    /// escaped. What could end the element is left out.
    pub(super) fn verbatim(&mut self, code: &str) {
        self.close_tag();
        debug_assert!(!code.contains("</"), "code does not end its element");
        self.out.extend(code.split("</"));
    }

    fn close_tag(&mut self) {
        if self.in_tag {
            self.out.push('>');
            self.in_tag = false;
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.open.len() {
            self.out.push(' ');
        }
    }
}

/// Adds `text` to `out` as XML holds it. An attribute's line ends and tabs would be read back as
/// blanks, and a carriage return anywhere as a line feed, unless written by number.
fn escape(out: &mut String, text: &str, is_attribute: bool) {
    if text.bytes().all(is_plain) {
        out.push_str(text);
        return;
    }
    for c in readable_chars(text) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\r' => out.push_str("&#13;"),
            '\n' if is_attribute => out.push_str("&#10;"),
            '\t' if is_attribute => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
}

/// Whether a byte is a character that is written as it is, as nearly all are.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_on_lines_of_their_own() {
        let mut xml = Xml::new();
        xml.begin("a");
        xml.length("x", 96);
        xml.begin("b");
        xml.end();
        xml.leaf("c", "text");
        assert_eq!(xml.depth(), 1);
        let text = xml.finish();
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, ["<a x=\"1.5\">", " <b/>", " <c>text</c>", "</a>"]);
    }

    #[test]
    fn a_span_is_amid_text() {
        let mut xml = Xml::new();
        xml.begin("a");
        xml.text("b ");
        xml.span("c", ("d", "\"e"), "<f>");
        xml.text(" g");
        xml.end();
        let text = xml.finish();
        assert!(text.ends_with("\n<a>b <c d=\"&quot;e\">&lt;f&gt;</c> g</a>\n"), "{text}");
    }

    #[test]
    fn what_means_something_to_xml_is_escaped() {
        let mut xml = Xml::new();
        xml.begin("a");
        xml.attribute("b", "<&>\"'\t\n\r");
        xml.text("]]><&\"'\t\n\r");
        let text = xml.finish();
        assert!(text.contains("b=\"&lt;&amp;&gt;&quot;&apos;&#9;&#10;&#13;\""), "{text}");
        assert!(text.contains(">]]&gt;&lt;&amp;&quot;&apos;\t\n&#13;</a>"), "{text}");
    }
}
