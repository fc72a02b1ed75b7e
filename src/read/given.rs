//! Rows that somebody else has read: texts under headers, as a database or a frame of data has them.

use super::TableLimits;
use super::problem::{ProblemPlace, RowProblem};
use super::source::{CELL_BYTES, Sample, Source, Step, long_cell};
use crate::error::{Code, Excerpt};
use std::io;

/// Rows that are held, one of them at hand. The first is that of the headers.
pub(super) struct GivenSource {
    rows: Vec<Vec<String>>,
    /// The row at hand, once there is one.
    at: Option<usize>,
    limits: TableLimits,
    /// The columns that will be used.
    used: Vec<usize>,
    bytes: u64,
}

impl GivenSource {
    /// The rows below some headers.
    pub(super) fn new(
        headers: Vec<String>,
        mut rows: Vec<Vec<String>>,
        limits: TableLimits,
    ) -> Self {
        rows.insert(0, headers);
        Self { rows, at: None, limits, used: Vec::new(), bytes: 0 }
    }

    /// The next row that is not blank, and how many bytes there are up to its end.
    fn next(&self) -> Option<(usize, u64)> {
        let mut bytes = self.bytes;
        let first = self.at.map_or(0, |at| at + 1);
        let rows = self.rows.iter().enumerate().skip(first);
        for (at, row) in rows {
            bytes += row.iter().map(|cell| cell.len() as u64 + 1).sum::<u64>();
            if !is_blank(row) {
                return Some((at, bytes));
            }
        }
        None
    }
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

impl Source for GivenSource {
    fn advance(&mut self) -> io::Result<Step> {
        let Some((at, bytes)) = self.next() else { return Ok(Step::End) };
        (self.at, self.bytes) = (Some(at), bytes);
        if bytes > self.limits.bytes {
            let message = self.limits.too_many_bytes();
            self.rows.truncate(at + 1);
            let problem = RowProblem::new(Code::TooManyBytes, ProblemPlace::Row, message);
            return Ok(Step::Broken(vec![problem]));
        }
        let is_long = |column: &&usize| self.text(**column).len() > CELL_BYTES;
        let long: Vec<RowProblem> =
            self.used.iter().filter(is_long).map(|&column| long_cell(column)).collect();
        Ok(if long.is_empty() { Step::Row } else { Step::Broken(long) })
    }

    fn width(&self) -> usize {
        self.at.and_then(|at| self.rows.get(at)).map_or(0, Vec::len)
    }

    fn text(&self, column: usize) -> &str {
        let row = self.at.and_then(|at| self.rows.get(at));
        row.and_then(|row| row.get(column)).map_or("", |cell| cell.trim())
    }

    fn select(&mut self, columns: Vec<usize>, _: usize) {
        self.used = columns;
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let texts = |row: &Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect();
        let full = self.rows.iter().filter(|row| !is_blank(row));
        let rows = full.take(most).map(texts).collect();
        Ok(Sample { rows, is_whole: self.rows.len() <= most, has_keys: true, is_declared: false })
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The number of the row below the headers and that of the column, from 1; none for headers.
    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let row = self.at.unwrap_or(0) as u64;
        match place {
            ProblemPlace::Char { column, .. } if row > 0 => (row, column as u64 + 1),
            _ => (row, 0),
        }
    }

    fn excerpt(&self, _: &RowProblem) -> Option<Excerpt> {
        None
    }

    fn counts_rows(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::error::Error;
    use crate::read::{ReadOptions, read_rows};

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn rows_are_read_as_those_of_a_file_and_blank_ones_passed_over() {
        let options = ReadOptions::default();
        let given = rows(&[&["2010", " a, b "], &["", " "], &["2011-03-04", "\"c\"\nd"]]);
        let table = read_rows(headers(&["date", "title"]), given, &options).expect("a table");
        let names: Vec<&str> = table.events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["a, b", "\"c\"\nd"]);
    }

    #[test]
    fn faults_have_the_number_of_their_row_and_column() {
        let given = rows(&[&["a", "2010"], &["", ""], &["b", "2010-13-40"], &["c", "soon-ish"]]);
        let read = read_rows(headers(&["title", "date"]), given, &ReadOptions::default());
        let Err(Error::Data(faults)) = read else { panic!("not refused") };
        let places: Vec<(u64, u64)> =
            faults.iter().map(|fault| (fault.line, fault.column)).collect();
        assert_eq!(places, [(3, 2), (4, 2)]);
    }

    #[test]
    fn the_limits_hold() {
        let mut options = ReadOptions::default();
        options.limits.bytes = 40;
        let given = rows(&[&["2010", "ten letters"][..]; 9]);
        let read = read_rows(headers(&["date", "title"]), given, &options);
        let Err(Error::Data(faults)) = read else { panic!("not refused") };
        assert_eq!(faults.len(), 1);
        assert!(faults[0].message.to_string().contains("bytes than 40"), "{}", faults[0]);
    }
}
