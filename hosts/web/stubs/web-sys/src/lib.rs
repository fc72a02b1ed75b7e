//! What plotters names of web-sys on WebAssembly, with nothing in it: there is no window, and no value
//! of the other types can be made.

#![allow(clippy::result_unit_err, clippy::missing_errors_doc, missing_docs)]

use wasm_bindgen::JsCast;

/// The window of a page: there is none.
pub fn window() -> Option<Window> {
    None
}

#[derive(Debug)]
pub enum Window {}

#[derive(Debug)]
pub enum Document {}

#[derive(Debug)]
pub enum Element {}

#[derive(Debug)]
pub enum Node {}

#[derive(Debug)]
pub enum HtmlElement {}

impl Window {
    pub fn document(&self) -> Option<Document> {
        match *self {}
    }
}

impl Document {
    pub fn body(&self) -> Option<HtmlElement> {
        match *self {}
    }

    pub fn create_element(&self, _: &str) -> Result<Element, ()> {
        match *self {}
    }
}

impl Element {
    pub fn set_text_content(&self, _: Option<&str>) {
        match *self {}
    }

    pub fn set_attribute(&self, _: &str, _: &str) -> Result<(), ()> {
        match *self {}
    }
}

impl HtmlElement {
    pub fn append_with_node_1(&self, _: &Node) -> Result<(), ()> {
        match *self {}
    }

    pub fn offset_height(&self) -> i32 {
        match *self {}
    }

    pub fn offset_width(&self) -> i32 {
        match *self {}
    }

    pub fn remove(&self) {
        match *self {}
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        match element {}
    }
}

impl From<Node> for HtmlElement {
    fn from(node: Node) -> Self {
        match node {}
    }
}

impl JsCast for Node {}
