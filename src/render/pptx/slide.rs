//! A slide on its way: its parts get numbers, and the addresses that they lead to are collected.

use super::links::Links;
use crate::draw::Picture;
use crate::render::xml::Xml;

/// What all parts of a slide are written to.
pub(super) struct Slide<'a> {
    pub(super) xml: Xml,
    pub(super) picture: &'a Picture,
    links: &'a mut Links,
    id: u32,
}

impl<'a> Slide<'a> {
    pub(super) fn new(picture: &'a Picture, links: &'a mut Links) -> Self {
        Self { xml: Xml::new(), picture, links, id: 1 }
    }

    /// Id, name and words of a part, and the address that it leads to.
    pub(super) fn properties(&mut self, name: &str, words: Option<&str>, link: Option<&str>) {
        self.xml.begin("p:cNvPr");
        let id = self.id.to_string();
        self.id += 1;
        self.xml.attribute("id", &id);
        self.xml.attribute("name", name);
        if let Some(words) = words {
            self.xml.attribute("descr", words);
        }
        if let Some(link) = link {
            let relation = self.links.relation(link);
            self.xml.begin("a:hlinkClick");
            self.xml.attribute("r:id", &relation);
            self.xml.end();
        }
        self.xml.end();
    }

    /// The number of the next part.
    pub(super) fn number(&self) -> u32 {
        self.id
    }
}

/// An element with neither attributes nor content.
pub(super) fn empty(xml: &mut Xml, name: &'static str) {
    xml.begin(name);
    xml.end();
}
