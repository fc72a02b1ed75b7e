//! From a table to its picture: rules that every picture keeps, each form of figure, and the
//! pictures that are kept in `output/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod any_table;
mod articles;
mod chronicle;
mod contrast;
mod density;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/folder.rs"]
mod folder;
mod gallery;
mod golden;
mod height;
mod lane_rows;
mod lanes;
mod languages;
mod lists;
mod pages;
mod readback;
#[path = "../support/remapped_font.rs"]
mod remapped_font;
mod rules;
mod scripts;
mod summed;
mod tables;
mod themes;
mod triptych;
mod uncertainty;
mod vertical;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/xml.rs"]
mod xml;
