//! Where the table begins in its file: lines above the header, the header row or none, and whether
//! the table lies on its side. In: a sample of rows; knows no bytes.

use super::ReadOptions;
use super::cell_kinds::is_date;
use super::columns::Columns;
use super::counted::UnitCount;
use super::header_name::HeaderName;
use super::source::Sample;
use super::words::{TimeWord, time_words};
use crate::date::{DateOptions, other_languages};
use crate::error::{Message, quoted};

/// Rows among which the header is looked for.
const SEARCHED: usize = 12;

/// Where a table is among the rows of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TableFrame {
    /// Rows above the header, or above the data where there is no header.
    pub above: usize,
    /// Whether there is a header row.
    pub has_header: bool,
    /// Whether headers stand in the first column, and each event is a column.
    pub is_transposed: bool,
}

impl TableFrame {
    /// The frame of a table that begins with these rows.
    pub(super) fn of(sample: &Sample, options: &ReadOptions) -> Self {
        let rows = sample.rows.as_slice();
        if sample.has_keys || rows.is_empty() || declares_delimiter(&rows[0]) {
            return Self { has_header: true, ..Self::default() };
        }
        if let Some(above) = transposed(sample, options) {
            return Self { above, has_header: true, is_transposed: true };
        }
        let typical = typical_width(rows);
        let wide: Vec<usize> = (0..rows.len().min(SEARCHED))
            .filter(|&row| 2 * filled(&rows[row]) > typical && !is_comment(&rows[row], options))
            .collect();
        let first = wide.first().copied().unwrap_or(0);
        // Day 0 below other rows is no header.
        let is_possible = |row: usize| row == first || !has_count(&rows[row]);
        let with = |least: usize| {
            wide.iter().find(|&&row| is_possible(row) && known(&rows[row], options) >= least)
        };
        let header = |row: &usize| Self { above: *row, has_header: true, is_transposed: false };
        let is_row = |row: &usize| {
            *row != first
                && (begins_with_number(&rows[*row]) || has_date_elsewhere(&rows[*row], options))
        };
        if let Some(row) = with(2).filter(|row| !is_row(row)) {
            return header(row);
        }
        let is_data = |row: &[String]| has_date(row, options);
        let is_below = |row: usize| row != first && has_number(&rows[row]);
        if let Some(row) =
            with(1).filter(|&&row| !is_data(&rows[row]) && !is_below(row) && !is_row(&row))
        {
            return header(row);
        }
        let has_header =
            !is_data(&rows[first]) || rows.len() == 1 && known(&rows[first], options) > 0;
        Self { above: first, has_header, is_transposed: false }
    }

    /// The title of the table, in the first of the rows above it.
    pub(super) fn title<'s>(&self, sample: &'s Sample) -> Option<&'s str> {
        sample.rows.get(..self.above)?.first().and_then(|row| title(row))
    }
}

/// The longest title of a table, in letters.
const TITLE: usize = 120;
/// What a line above a table begins with that is about the file, in lower case.
const ABOUT_FILES: [&str; 19] = [
    "as of",
    "copyright",
    "created",
    "date",
    "downloaded",
    "erstellt",
    "export",
    "exporté",
    "file",
    "generated",
    "last updated",
    "note",
    "page",
    "printed",
    "quelle",
    "source",
    "stand",
    "updated",
    "version",
];

/// What the only cell of a row above the table says as its title, unless that is about the file.
fn title(row: &[String]) -> Option<&str> {
    let mut cells = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let title = cells.next().filter(|_| cells.next().is_none())?;
    let lower = title.to_lowercase();
    let is_word = |start: &&str| {
        lower.strip_prefix(*start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let is_about = ABOUT_FILES.iter().any(is_word) || lower.starts_with("export");
    let is_code = title.starts_with(['#', '%', '/', '<', '{', '[']) || lower.contains("://");
    let has_words = title.contains(char::is_alphabetic) && !title.ends_with(':');
    let is_short = title.chars().count() <= TITLE && !title.contains('\n');
    (has_words && is_short && !is_about && !is_code).then_some(title)
}

/// That rows above the header are passed over, but for the title among them.
pub(super) fn passed_over(fact: String, title: Option<&str>) -> Message {
    let Some(title) = title else { return Message::new(fact) };
    let message = Message::new(format!("{fact}, but for the title {}; set ", quoted(title)));
    message.setting("title").text(" to give another")
}

/// Whether a row is the line by which spreadsheets declare a delimiter, one that is not read.
fn declares_delimiter(row: &[String]) -> bool {
    matches!(row, [cell] if cell.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("sep=")))
}

/// How many cells most rows fill.
fn typical_width(rows: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|row| filled(row)).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// Whether a row is a remark, as programs write it above a table.
fn is_comment(row: &[String], options: &ReadOptions) -> bool {
    let first = row.first().map_or("", String::as_str);
    first.starts_with('#') && first.len() > 1 && known(row, options) < 2
}

/// How many roles the cells of a row name, as headers.
fn known(row: &[String], options: &ReadOptions) -> usize {
    Columns::new(row.to_vec(), &[], options).roles()
}

/// Whether a row has a plain number, as headers below other rows have none.
fn has_number(row: &[String]) -> bool {
    row.iter().any(|cell| cell.parse::<f64>().is_ok_and(f64::is_finite))
}

/// Whether a row has a time that is counted, with its unit.
fn has_count(row: &[String]) -> bool {
    row.iter().any(|cell| UnitCount::read(cell).is_some_and(UnitCount::has_unit))
}

/// Whether a cell of a row begins with a number of two digits or more, as headers do not.
fn begins_with_number(row: &[String]) -> bool {
    let digits = |cell: &String| cell.bytes().take_while(u8::is_ascii_digit).count();
    row.iter().any(|cell| digits(cell) > 1)
}

/// Whether a row has a date; a year counts, too.
fn has_date(row: &[String], options: &ReadOptions) -> bool {
    row.iter().any(|cell| is_date(cell, &options.dates))
}

/// Whether a row has a date in another language than English: XI secolo, 2. Hälfte 14. Jh.
fn has_date_elsewhere(row: &[String], options: &ReadOptions) -> bool {
    let has_number = |cell: &&String| {
        let is_numeral = |c: char| c.is_numeric() || matches!(c, 'I' | 'V' | 'X');
        cell.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(is_numeral))
    };
    row.iter().filter(has_number).any(|cell| {
        other_languages().any(|locale| {
            let dates = DateOptions { locale: Some(locale), ..options.dates.clone() };
            cell.contains(' ') && is_date(cell, &dates)
        })
    })
}

/// The rows above a table that lies on its side; none if it does not.
fn transposed(sample: &Sample, options: &ReadOptions) -> Option<usize> {
    const MOST_ROWS: usize = 30;
    let rows = sample.rows.as_slice();
    if !sample.is_whole || rows.len() > MOST_ROWS {
        return None;
    }
    let is_dates = |row: &&Vec<String>| {
        let (head, cells) = row.split_first().unwrap_or((const { &String::new() }, &[]));
        let mut said = cells.iter().filter(|cell| !cell.is_empty());
        // To see that a text is no date takes long, so all else is asked before.
        let is_many = said.clone().count() >= 2;
        let is_word = head.starts_with(|c: char| !c.is_ascii_digit());
        is_many
            && is_word
            && names_date(head, options)
            && said.all(|cell| is_date(cell, &options.dates))
    };
    rows.iter().find(is_dates)?;
    let above = rows.iter().take_while(|row| filled(row) < 3).count();
    let heads: Vec<String> =
        rows.iter().skip(above).filter_map(|row| row.first().cloned()).collect();
    let is_header = known(&heads, options) >= 2 || heads.len() == 2;
    // A row of headers decides against a column of them, unless a row of dates is called so: the
    // titles may name roles by chance.
    let is_named = rows.iter().filter(is_dates).any(|row| is_date_word(&row[0]));
    let is_upright = !is_named && rows.get(above).is_some_and(|row| known(row, options) >= 2);
    (is_header && !is_upright).then_some(above)
}

/// Whether a header is a word for a date or a year, and not what has one, as a launch.
fn is_date_word(header: &str) -> bool {
    let words = time_words(&HeaderName::of(header).phrase());
    [TimeWord::Date, TimeWord::Year].iter().any(|word| words.contains(word))
}

/// Whether a header names the date.
fn names_date(header: &str, options: &ReadOptions) -> bool {
    Columns::new(vec![header.to_owned()], &[], options).has_date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str) -> (usize, bool, bool) {
        let row = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
        let rows = text.lines().map(row).collect();
        let sample = Sample { rows, is_whole: true, ..Sample::default() };
        let frame = TableFrame::of(&sample, &ReadOptions::default());
        (frame.above, frame.has_header, frame.is_transposed)
    }

    #[test]
    fn the_header_is_found_below_titles_and_remarks() {
        let cases = [
            ("date,title\n2010,a", (0, true, false)),
            ("A title\n\ndate,title\n2010,a\n2011,b", (2, true, false)),
            ("Our works,,\nas of May,,\nWhen,What,x\n2010,a,1\n2011,b,2", (2, true, false)),
            (
                "# made by hand\n# zone, UTC\ntime,event\n2010-01-01,a\n2011-01-01,b",
                (2, true, false),
            ),
            ("#,date,title\n1,2010,a", (0, true, false)),
            ("1999-01-01,a\n2000-01-01,b", (0, false, false)),
            ("A title,\n1999,a\n2000,b\n2001,c", (1, false, false)),
            ("main,foo\n1999,a\n2000,b", (0, true, false)),
            ("", (0, true, false)),
        ];
        for (text, expected) in cases {
            assert_eq!(frame(text), expected, "{text}");
        }
    }

    #[test]
    fn a_table_on_its_side_has_dates_in_a_row() {
        let cases = [
            ("Year,1903,1927,1947\nEvent,a,b,c\nPlace,x,y,z", (0, true, true)),
            ("A title,,,\nEvent,a,b,c\nDate,2010-01-01,2011-01-01,2012-01-01", (1, true, true)),
            ("Country,1990,2000\nNorway,1,2\nSweden,3,4", (0, false, false)),
            (
                "Milestone,Due,State\nDesign,2026-01-01,Open\nLaunch,2026-03-01,Open",
                (0, true, false),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(frame(text), expected, "{text}");
        }
    }
}
