//! Headers of two rows: groups above the names, or units or types below them. In: the first rows of a
//! table; out: one name for each column. Knows neither roles nor bytes.

use super::cell_kinds::is_date;
use super::header_name::{HeaderName, folded};
use super::header_unit;
use super::words::{duration_unit, missing, time_words};
use crate::date::DateOptions;
use std::collections::BTreeSet;

/// The header of a table as one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JoinedHeader {
    /// The names of the columns.
    pub names: Vec<String>,
    /// What the second row is.
    pub second: SecondRow,
}

/// What the row beside the names of the columns is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SecondRow {
    /// Groups, above the row that was found to be the header.
    GroupsAbove,
    /// The names, below the row that was found to be the header.
    NamesBelow,
    /// Units or types, below the header.
    Units,
}

impl SecondRow {
    /// What is said of a header whose last row is the line, or the row, of that number.
    pub(super) fn note(self, kind: &str, line: u64) -> String {
        match self {
            Self::Units => {
                format!("{kind} {line} is read as units or types of the columns, no event")
            }
            _ => format!("the header is {kind} {line} and the row above it, put together"),
        }
    }
}

/// The header of which the row `at` is a part; none if it is all of it.
pub(super) fn joined(rows: &[Vec<String>], at: usize, dates: &DateOptions) -> Option<JoinedHeader> {
    let header = rows.get(at)?;
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    let are_above =
        |groups: &&Vec<String>| are_groups(groups, header) || are_spread(groups, header);
    if let Some(groups) = above.filter(are_above) {
        return Some(JoinedHeader {
            names: grouped(groups, header),
            second: SecondRow::GroupsAbove,
        });
    }
    let below =
        rows.get(at + 1).filter(|below| !below.iter().any(|cell| says_more(cell, dates)))?;
    // Data follow, so that this row is none of them.
    rows.get(at + 2).filter(|data| data.iter().any(|cell| says_more(cell, dates)))?;
    if are_groups(header, below) && has_doubled(below) || are_spread(header, below) {
        return Some(JoinedHeader { names: grouped(header, below), second: SecondRow::NamesBelow });
    }
    are_units(below)
        .then(|| JoinedHeader { names: with_units(header, below), second: SecondRow::Units })
}

/// Whether a cell says what a header does not: a number or a date.
fn says_more(cell: &str, dates: &DateOptions) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit()) || is_date(cell, dates)
}

/// Whether a row has groups of the names in the row below it: those occur twice, or lack where the
/// group is a name itself.
fn are_groups(groups: &[String], names: &[String]) -> bool {
    let group = |column: usize| groups.get(column).map_or("", String::as_str);
    let is_spread = (0..names.len()).any(|column| column > 0 && !group(column).is_empty());
    let is_name = |column: usize| names[column].is_empty() && !group(column).is_empty();
    let is_name = (0..names.len()).any(is_name) && names.iter().any(|name| !name.is_empty());
    let has_digit = groups.iter().any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
    is_spread && !has_digit && (has_doubled(names) || is_name)
}

/// Whether a row has groups beside names that go over both rows, and so are in both.
fn are_spread(groups: &[String], names: &[String]) -> bool {
    let pairs = || groups.iter().zip(names).filter(|(_, name)| !name.is_empty());
    let goes_down = pairs().any(|(group, name)| group == name);
    let has_group = pairs().any(|(group, name)| !group.is_empty() && group != name);
    goes_down && has_group && !are_units(names)
}

/// Whether a name occurs twice.
fn has_doubled(names: &[String]) -> bool {
    doubled(names).iter().any(|name| !name.is_empty())
}

/// The names that occur twice, in lower case.
fn doubled(names: &[String]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let lower = names.iter().map(|name| name.to_ascii_lowercase());
    lower.filter(|name| !known.insert(name.clone())).collect()
}

/// The names with their groups before them. A group goes on to the right as far as the names need one.
fn grouped(groups: &[String], names: &[String]) -> Vec<String> {
    let doubled = doubled(names);
    let is_doubled = |name: &str| doubled.contains(&name.to_ascii_lowercase());
    let mut last = "";
    let joined = (0..groups.len().max(names.len())).map(|column| {
        let [group, name] = [groups, names].map(|row| row.get(column).map_or("", String::as_str));
        let goes_on = is_doubled(name) || !time_words(&folded(name)).is_empty();
        last = if group.is_empty() && !goes_on {
            ""
        } else if group.is_empty() {
            last
        } else {
            group
        };
        if group == name { name.to_owned() } else { format!("{last} {name}").trim().to_owned() }
    });
    joined.collect()
}

/// Whether all cells of a row are types or units, as programs and notebooks have them under the header.
fn are_units(row: &[String]) -> bool {
    let mut said = row.iter().filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some()
        && said.clone().any(|cell| is_unit(cell))
        && said.all(|cell| is_unit(cell) || cell.chars().count() <= 4)
}

/// Whether a cell is a type, a pattern of dates or a unit.
fn is_unit(cell: &str) -> bool {
    let word = folded(cell);
    let bare = word.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '<' | '>'));
    let is_bracketed = bare.len() < word.len() && missing(bare).is_none();
    is_bracketed || is_type(bare) || header_unit::is_unit(bare) || duration_unit(bare).is_some()
}

/// Whether a word is what programs call a type of values, or a pattern as yyyy-mm-dd.
fn is_type(word: &str) -> bool {
    const TYPES: [&str; 21] = [
        "date",
        "datetime",
        "timestamp",
        "time",
        "text",
        "string",
        "str",
        "object",
        "number",
        "numeric",
        "integer",
        "int",
        "int64",
        "float",
        "float64",
        "double",
        "boolean",
        "bool",
        "varchar",
        "char",
        "url",
    ];
    let is_pattern = word.len() > 3 && word.contains("yy");
    let is_pattern = is_pattern
        && word
            .chars()
            .all(|c| matches!(c, 'y' | 'm' | 'd' | 'h' | 's' | 't' | ':' | '-' | '/' | '.' | ' '));
    is_pattern || TYPES.contains(&word)
}

/// The names with the units in brackets that say something.
fn with_units(names: &[String], units: &[String]) -> Vec<String> {
    let named = names.iter().enumerate().map(|(column, name)| {
        let unit = units.get(column).map_or("", String::as_str);
        let bare = unit.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '<' | '>'));
        let has_unit = HeaderName::of(name).unit.is_some();
        match is_type(&folded(bare)) || bare.is_empty() || has_unit {
            true => name.clone(),
            false => format!("{name} ({bare})"),
        }
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str, at: usize) -> Option<(String, SecondRow)> {
        let row = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
        let rows: Vec<Vec<String>> = text.lines().map(row).collect();
        let joined = joined(&rows, at, &DateOptions::default())?;
        Some((joined.names.join(","), joined.second))
    }

    #[test]
    fn groups_and_names_are_put_together() {
        let cases = [
            (
                ",Start,,End,\nName,Year,Month,Year,Month\nA,1914,7,1918,11",
                1,
                "Name,Start Year,Start Month,End Year,End Month",
            ),
            (
                ",Planned,,Actual,,\nTask,Start,End,Start,End,Owner\nA,2025-01-06,,,,x",
                1,
                "Task,Planned Start,Planned End,Actual Start,Actual End,Owner",
            ),
            ("Dynasty,Reign,\n,From,To\nA,1154,1485", 1, "Dynasty,Reign From,Reign To"),
            // As cells of web pages go over two rows.
            (
                "Dynasty,Reign,,Seat\nDynasty,From,To,Seat\nA,1154,1485,x",
                1,
                "Dynasty,Reign From,Reign To,Seat",
            ),
        ];
        for (text, at, names) in cases {
            assert_eq!(header(text, at), Some((names.to_owned(), SecondRow::GroupsAbove)));
        }
        let below = header("Name,Start,,End,\n,Year,Month,Year,Month\nA,1914,7,1918,11", 0);
        let names = "Name,Start Year,Start Month,End Year,End Month";
        assert_eq!(below, Some((names.to_owned(), SecondRow::NamesBelow)));
    }

    #[test]
    fn units_are_put_behind_the_names_and_types_left_out() {
        let cases = [
            ("Age,Event,Depth\n(yr BP),,(cm)\n11700,A,210", "Age (yr BP),Event,Depth (cm)"),
            ("date,name,mass\ndate,text,kg\n1957-10-04,A,83.6", "date,name,mass (kg)"),
            ("date,name\nyyyy-mm-dd,\n1957-10-04,A", "date,name"),
        ];
        for (text, names) in cases {
            assert_eq!(header(text, 0), Some((names.to_owned(), SecondRow::Units)), "{text}");
        }
    }

    #[test]
    fn one_row_is_the_whole_header_of_most_tables() {
        let cases = [
            ("date,title\n2010,A\n2011,B", 0),
            ("Our works,\nWhen,What\n2010,A", 1),
            ("date,title\nundated,A\n2011,B", 0),
            ("date,title\n(unknown),A\n2011,B", 0),
            ("Task,Start,End\nPhase,,\nPlan,2025-01-06,2025-01-17", 0),
            ("Task,Start,Who\nPlan,,Ann\nMake,2025-01-06,Bob", 0),
        ];
        for (text, at) in cases {
            assert_eq!(header(text, at), None, "{text}");
        }
    }
}
