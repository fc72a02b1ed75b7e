//! What the user may choose about lanes, eras and markers.

use super::named;
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

/// An era as it is written on the command line: `1801..1825=Virginia dynasty`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EraText {
    /// Its first date; empty for an open end.
    pub from: String,
    /// Its last date; empty for an open end.
    pub to: String,
    /// Its name.
    pub name: String,
}

impl FromStr for EraText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (dates, name) = text.split_once('=').unwrap_or((text, ""));
        let (from, to) = dates.split_once("..").unwrap_or(("", ""));
        let [from, to, name] = [from, to, name].map(|part| part.trim().to_owned());
        if name.is_empty() || (from.is_empty() && to.is_empty()) {
            return Err("an era is two dates and a name, as 1801..1825=Virginia dynasty".into());
        }
        Ok(Self { from, to, name })
    }
}

/// A marker as it is written on the command line: `2020-03-11=Pandemic declared`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkText {
    /// Its date.
    pub date: String,
    /// Its name.
    pub name: String,
}

impl FromStr for MarkText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (date, name) = text.split_once('=').unwrap_or((text, ""));
        let [date, name] = [date, name].map(|part| part.trim().to_owned());
        if date.is_empty() || name.is_empty() {
            return Err("a marker is a date and a name, as 2020-03-11=Pandemic declared".into());
        }
        Ok(Self { date, name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_and_markers_are_dates_with_a_name() {
        let era = |text: &str| text.parse::<EraText>().map(|era| (era.from, era.to, era.name));
        let parts = |from: &str, to: &str, name: &str| Ok((from.into(), to.into(), name.into()));
        assert_eq!(era("1801..1825 = Virginia dynasty"), parts("1801", "1825", "Virginia dynasty"));
        assert_eq!(era("44 BC..=Empire, a=b"), parts("44 BC", "", "Empire, a=b"));
        for text in ["1801..1825", "1801..1825=", "..=Always", "1801=Year", ""] {
            assert!(era(text).is_err(), "{text}");
        }
        let mark: MarkText = "2020-03-11=Pandemic".parse().expect("a marker");
        assert_eq!((mark.date.as_str(), mark.name.as_str()), ("2020-03-11", "Pandemic"));
        assert!("2020-03-11".parse::<MarkText>().is_err());
    }

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
