//! What a figure was made of: its events in words, and what it can be made anew from.

use crate::event::Event;
use crate::options::FigureOptions;
use crate::theme::Colour;
use std::collections::BTreeMap;

/// The events of a figure one by one, whether they are drawn or only counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventList {
    /// How many they are, in words.
    pub heading: String,
    /// The words of each, by its place in the table.
    pub events: BTreeMap<usize, EventWords>,
    /// What is behind them: eras, markers and holidays.
    pub behind: Vec<BehindWords>,
}

/// What is behind the events, of one kind, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehindWords {
    /// The kind, in words.
    pub heading: String,
    /// Those of the kind, numbered in the order in which they begin.
    pub rows: Vec<EventWords>,
}

/// An event in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    /// Its number in the order in which events begin, from 1.
    pub number: usize,
    /// Its date in full.
    pub when: String,
    /// Its name.
    pub name: String,
    /// A sentence more.
    pub detail: Option<String>,
    /// Its category.
    pub category: Option<String>,
    /// The entry of the legend that its category belongs to, by place.
    pub legend: Option<usize>,
    /// The colour of its words.
    pub colour: Colour,
    /// The address that its name leads to.
    pub link: Option<String>,
}

/// What a figure was composed of.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureOrigin {
    /// The rows of its table.
    pub events: Vec<Event>,
    /// The options.
    pub options: FigureOptions,
}
