//! A table whose rows stand in one cell each, as when a sheet is made of lines that were not divided:
//! each cell is divided into those of its row.

use crate::error::Excerpt;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{Sample, Source, Step};
use std::io;

/// Signs that divide cells, the surest first.
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];

/// A source of one column, its rows divided.
pub(in crate::read) struct SplitSource<'r> {
    inner: Box<dyn Source + 'r>,
    delimiter: char,
    /// The cells of the row at hand, and how many characters are before each.
    cells: Vec<(String, usize)>,
}

impl<'r> SplitSource<'r> {
    pub(in crate::read) fn new(inner: Box<dyn Source + 'r>, delimiter: char) -> Self {
        Self { inner, delimiter, cells: Vec::new() }
    }

    /// The place in the one cell of the other source.
    fn inner_place(&self, place: ProblemPlace) -> ProblemPlace {
        match place {
            ProblemPlace::Char { column, offset } => {
                let before = self.cells.get(column).map_or(0, |(_, before)| *before);
                ProblemPlace::Char { column: 0, offset: before + offset }
            }
            place => place,
        }
    }
}

/// The sign that divides the only cell of each row into as many cells.
pub(in crate::read) fn delimiter(sample: &Sample) -> Option<char> {
    let only = |row: &Vec<String>| {
        let is_lone = row.iter().skip(1).all(String::is_empty);
        row.first().filter(|_| is_lone).cloned()
    };
    let rows: Option<Vec<String>> = sample.rows.iter().map(only).collect();
    let rows = rows.filter(|rows| rows.len() > 1 && !sample.has_keys && !sample.is_declared)?;
    DELIMITERS.into_iter().find(|&delimiter| {
        let mut counts = rows.iter().map(|row| divided(row, delimiter).len());
        let first = counts.next().unwrap_or(0);
        first > 1 && counts.all(|count| count == first)
    })
}

/// The cells of a line, trimmed, and how many characters are before each. Quotes around a cell are
/// taken off.
fn divided(line: &str, delimiter: char) -> Vec<(String, usize)> {
    let mut cells = Vec::new();
    let (mut cell, mut start, mut is_quoted) = (String::new(), 0, false);
    for (at, c) in line.chars().enumerate() {
        match c {
            '"' if is_quoted || cell.trim().is_empty() => is_quoted = !is_quoted,
            // Two of them within quotes are one.
            '"' => {
                cell.push('"');
                is_quoted = true;
            }
            c if c == delimiter && !is_quoted => {
                cells.push((std::mem::take(&mut cell).trim().to_owned(), start));
                start = at + 1;
            }
            c => cell.push(c),
        }
    }
    cells.push((cell.trim().to_owned(), start));
    cells
}

impl Source for SplitSource<'_> {
    fn advance(&mut self) -> io::Result<Step> {
        let step = self.inner.advance()?;
        if step == Step::Row {
            self.cells = divided(self.inner.text(0), self.delimiter);
        }
        Ok(step)
    }

    fn width(&self) -> usize {
        self.cells.len()
    }

    fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |(text, _)| text)
    }

    fn select(&mut self, _: Vec<usize>, _: usize) {
        self.inner.select(vec![0], 1);
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let mut sample = self.inner.sample(most)?;
        for row in &mut sample.rows {
            let line = row.first().map_or("", String::as_str);
            *row = divided(line, self.delimiter).into_iter().map(|(text, _)| text).collect();
        }
        Ok(sample)
    }

    fn bytes(&self) -> u64 {
        self.inner.bytes()
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let place = self.inner_place(place);
        self.inner.position(place)
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let place = self.inner_place(problem.place);
        self.inner.excerpt(&RowProblem { place, column: Some(0), ..problem.clone() })
    }

    fn headings(&self) -> &[String] {
        self.inner.headings()
    }

    fn sheet(&self) -> Option<&str> {
        self.inner.sheet()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_what_divides() {
        let cells = |line: &str| -> Vec<String> {
            divided(line, ';').into_iter().map(|(text, _)| text).collect()
        };
        assert_eq!(cells("a;b c; d"), ["a", "b c", "d"]);
        assert_eq!(cells("a;\"b;c\";d"), ["a", "b;c", "d"]);
        assert_eq!(cells("\"a\"\"b\";c"), ["a\"b", "c"]);
    }

    #[test]
    fn one_sign_divides_all_rows_alike() {
        let of = |rows: &[&str]| {
            let rows = rows.iter().map(|row| vec![(*row).to_owned()]).collect();
            delimiter(&Sample { rows, ..Sample::default() })
        };
        assert_eq!(of(&["date;event", "2020;a, b"]), Some(';'));
        assert_eq!(of(&["date,event", "2020,a"]), Some(','));
        assert_eq!(of(&["event", "a, b"]), None);
        assert_eq!(of(&["date;event"]), None);
    }
}
