//! What the user may choose about lanes, eras and markers.

use super::named;
use crate::date::Date;
use std::str::FromStr;

/// Which event of a lane comes first where rows are dealt out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The one that begins first.
    #[default]
    Start,
    /// The one whose row comes first in the table.
    File,
    /// The longest.
    Duration,
    /// The first by name.
    Name,
}

impl Sort {
    /// All orders with their names.
    pub const ALL: [(Sort, &str); 4] = [
        (Sort::Start, "start"),
        (Sort::File, "file"),
        (Sort::Duration, "duration"),
        (Sort::Name, "name"),
    ];
}

impl FromStr for Sort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Sort::ALL, text, "order")
    }
}

/// In which order lanes stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LaneOrder {
    /// By their first event.
    #[default]
    Start,
    /// By their first row in the table.
    File,
    /// By name.
    Name,
    /// These first, the others after them by their first event.
    Named(Vec<String>),
}

impl FromStr for LaneOrder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "start" => return Ok(Self::Start),
            "file" => return Ok(Self::File),
            "name" => return Ok(Self::Name),
            _ => {}
        }
        let names = names(text);
        if names.iter().any(String::is_empty) {
            return Err("an order of lanes is start, file, name, or names with commas".into());
        }
        Ok(Self::Named(names))
    }
}

/// The names of a list with commas; in quotes, as in CSV, a name may hold commas, too.
fn names(text: &str) -> Vec<String> {
    let is_open = |name: &&mut String| name.starts_with('"') && name.matches('"').count() % 2 == 1;
    let mut names: Vec<String> = Vec::new();
    for part in text.split(',') {
        match names.last_mut().filter(is_open) {
            Some(name) => name.extend([",", part]),
            None => names.push(part.trim_start().to_owned()),
        }
    }
    let plain = |name: &String| {
        let name = name.trim_end();
        let inner = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
        inner.map_or(name.to_owned(), |inner| inner.replace("\"\"", "\""))
    };
    names.iter().map(plain).collect()
}

/// How the events of a lane are dealt out to rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneRowRule {
    /// One row for all where names fit, else one for each in the order of rows; spans are packed
    /// only where the page lacks the height, and points always.
    #[default]
    Auto,
    /// As few rows as possible.
    Pack,
    /// One row for each.
    Staircase,
}

impl LaneRowRule {
    /// All rules with their names.
    pub const ALL: [(LaneRowRule, &str); 3] = [
        (LaneRowRule::Auto, "auto"),
        (LaneRowRule::Pack, "pack"),
        (LaneRowRule::Staircase, "staircase"),
    ];
}

impl FromStr for LaneRowRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&LaneRowRule::ALL, text, "rule for rows")
    }
}

/// What is shown of the dates of events in lanes, besides the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Their dates, as exact as they are known.
    Dates,
    /// How long they went on.
    Duration,
    /// Nothing.
    None,
}

impl Show {
    /// All choices with their names.
    pub const ALL: [(Show, &str); 3] =
        [(Show::Dates, "dates"), (Show::Duration, "duration"), (Show::None, "none")];
}

impl FromStr for Show {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Show::ALL, text, "thing to show")
    }
}

/// What puts events into lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneBy {
    /// Their lanes in the table; without any, the categories of spans where these go on side by
    /// side.
    #[default]
    Auto,
    /// Nothing: all share one lane.
    None,
}

/// A period to shade behind the events.
#[derive(Clone, Debug, PartialEq)]
pub struct EraOption {
    /// Its name.
    pub name: String,
    /// Its first date; none for an open end.
    pub from: Option<Date>,
    /// Its last date; none for an open end.
    pub to: Option<Date>,
}

/// A line to draw across the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkerOption {
    /// Its name.
    pub name: String,
    /// Its date.
    pub date: Date,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_ordered_by_a_rule_or_by_name() {
        assert_eq!("File".parse(), Ok(LaneOrder::File));
        let named = LaneOrder::Named(vec!["Wars".into(), "Presidents".into()]);
        assert_eq!("Wars, Presidents".parse(), Ok(named));
        assert!("Wars,,".parse::<LaneOrder>().is_err());
        assert_eq!("\"name\"".parse(), Ok(LaneOrder::Named(vec!["name".into()])));
        for (text, expected) in [
            ("A, B,C", ["A", "B", "C"].as_slice()),
            ("\"A, B\",C", &["A, B", "C"]),
            ("C , \"A,B,\" ", &["C", "A,B,"]),
            ("\"Say \"\"A, B\"\"\",5\" gun", &["Say \"A, B\"", "5\" gun"]),
            ("\"A, B", &["\"A, B"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
