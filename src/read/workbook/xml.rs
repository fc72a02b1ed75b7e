//! The XML of a part, item by item. What could make it grow, entities of its own, is refused.

use super::fault::{BookResult, WorkbookFault};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// The XML of a part, being read.
pub(super) struct XmlPart<'t> {
    reader: Reader<&'t [u8]>,
    name: &'t str,
}

/// What comes next in a part.
pub(super) enum XmlItem<'t> {
    /// An element begins.
    Start(XmlElement<'t>),
    /// An element ends.
    End(BytesEnd<'t>),
    /// Text, or a piece of it.
    Text(Cow<'t, str>),
}

/// The start of an element.
pub(super) struct XmlElement<'t>(BytesStart<'t>);

impl<'t> XmlPart<'t> {
    /// The XML of the part that is called so in messages.
    pub(super) fn new(text: &'t str, name: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        // So that each element has an end.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, name }
    }

    /// What comes next; nothing at the end of the part.
    pub(super) fn next(&mut self) -> BookResult<Option<XmlItem<'t>>> {
        loop {
            let event =
                self.reader.read_event().map_err(|error| self.damaged(error.to_string()))?;
            return Ok(Some(match event {
                Event::Start(start) | Event::Empty(start) => XmlItem::Start(XmlElement(start)),
                Event::End(end) => XmlItem::End(end),
                Event::Text(text) => XmlItem::Text(text.xml10_content()),
                Event::CData(text) => XmlItem::Text(text.xml10_content()),
                Event::GeneralRef(entity) => {
                    let letter = entity.resolve_char_ref().ok().flatten();
                    let letter = letter.map(|letter| Cow::Owned(letter.to_string()));
                    let known = || resolve_predefined_entity(&entity).map(Cow::Borrowed);
                    let unknown = || self.damaged(format!("there is the entity &{};", &*entity));
                    XmlItem::Text(letter.or_else(known).ok_or_else(unknown)?)
                }
                Event::DocType(_) => return Err(self.defines()),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof => return Ok(None),
            }));
        }
    }

    /// The byte of the text that comes next.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The fault of this part for some reason.
    pub(super) fn damaged(&self, why: impl AsRef<str>) -> WorkbookFault {
        WorkbookFault::damaged(self.name, why)
    }

    /// The fault of a part that may define entities, which can be bombs.
    fn defines(&self) -> WorkbookFault {
        WorkbookFault::broken_off(&format!(
            "the part {} of the workbook has a document type, which no spreadsheet program writes; \
             open it in one and save it again",
            self.name
        ))
    }
}

impl XmlElement<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute: by its name without a prefix, or with one if that is given.
    pub(super) fn attribute(&self, wanted: &str) -> Option<Cow<'_, str>> {
        let [value] = self.attributes([wanted]);
        value
    }

    /// The values of several attributes.
    pub(super) fn attributes<const N: usize>(
        &self,
        wanted: [&str; N],
    ) -> [Option<Cow<'_, str>>; N] {
        let mut values = [const { None }; N];
        for attribute in self.0.attributes().with_checks(false).flatten() {
            let (full, local) = (attribute.key.0, attribute.key.local_name().into_inner());
            let is = |name: &&str| *name == if name.contains(':') { full } else { local };
            if let Some(at) = wanted.iter().position(is) {
                values[at] = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
            }
        }
        values
    }

    /// Whether an attribute is there and says yes.
    pub(super) fn is(&self, wanted: &str) -> bool {
        matches!(self.attribute(wanted).as_deref(), Some("1" | "true"))
    }
}

/// The name of the element that ends, without a prefix.
pub(super) fn ended<'e>(end: &'e BytesEnd<'_>) -> &'e str {
    end.local_name().into_inner()
}
