//! The year of days that lack theirs, where the table gives it: in the header of the column, in the lines
//! above the table, in rows with a year alone, or in the name of the file. In: texts; out: the year.

use super::yearless::in_year;
use crate::date::{DAY_NANOS, Date, DateOptions, DateOrder, Instant, Locale};
use crate::error::Message;

/// About half a year.
const HALF_YEAR: i128 = 183 * DAY_NANOS as i128;

/// Where the year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum YearPlace {
    /// In the header of the column.
    Header,
    /// In rows above those that lack it.
    Rows,
    /// Above the table.
    Above,
    /// In the name of the sheet.
    Sheet,
    /// In the name of the file.
    FileName,
}

/// A year for the days of a column.
#[derive(Clone, Debug)]
pub(super) struct GivenYear {
    place: YearPlace,
    year: String,
    /// The day of the row before, and whether days rise.
    before: Option<Instant>,
    is_rising: Option<bool>,
    dates: DateOptions,
}

/// What may tell the year of a column of days.
pub(super) struct YearTexts<'a> {
    /// The header of the column.
    pub header: &'a str,
    /// Its cells in the first rows.
    pub cells: Vec<&'a str>,
    /// The cells of rows above the table, and the headings over it.
    pub above: Vec<&'a str>,
    /// The name of the sheet.
    pub sheet: &'a str,
    /// The name of the file.
    pub file: &'a str,
}

impl GivenYear {
    /// The year that such texts give, if there is one alone.
    pub(super) fn of(texts: &YearTexts<'_>, dates: &DateOptions) -> Option<Self> {
        let new = |place, year: &str| Self {
            place,
            year: year.to_owned(),
            before: None,
            is_rising: None,
            dates: dates.clone(),
        };
        if let Some(year) = only_year([texts.header]) {
            return Some(new(YearPlace::Header, year));
        }
        let is_year = |cell: &&str| only_year([*cell]) == Some(*cell);
        if texts.cells.first().is_some_and(is_year) {
            return Some(new(YearPlace::Rows, ""));
        }
        if texts.cells.iter().any(is_year) {
            return None;
        }
        if let Some(year) = only_year(texts.above.iter().copied()) {
            return Some(new(YearPlace::Above, year));
        }
        let recurs = ["birth", "anniversar", "geburt", "naissance"];
        let header = texts.header.to_lowercase();
        if recurs.iter().any(|word| header.contains(word)) {
            return None;
        }
        if let Some(year) = only_year([texts.sheet]) {
            return Some(new(YearPlace::Sheet, year));
        }
        let name = texts.file.rsplit(['/', '\\']).next()?;
        Some(new(YearPlace::FileName, only_year([name])?))
    }

    /// Goes on to a row with this text.
    pub(super) fn advance(&mut self, text: &str) {
        match self.place {
            YearPlace::Header => {}
            YearPlace::Rows => {
                if only_year([text]) == Some(text) {
                    text.clone_into(&mut self.year);
                }
            }
            YearPlace::Above | YearPlace::Sheet | YearPlace::FileName => self.check(text),
        }
    }

    /// The year of the row at hand; none where days go on to another year, or may do so.
    pub(super) fn year(&self) -> &str {
        &self.year
    }

    /// Gives the year up if the days of the rows are in no order, as they may be of several years then.
    fn check(&mut self, text: &str) {
        let Some(whole) = in_year(text, &self.year).filter(|_| !self.year.is_empty()) else {
            return;
        };
        let Some(day) = self.day(&whole) else {
            self.year.clear();
            return;
        };
        if let Some(before) = self.before.filter(|before| *before != day) {
            let is_rising = before < day;
            // From December to January, and no list with the newest first.
            let is_far = before.nanos_since(day).abs() > HALF_YEAR && !is_rising;
            if is_far || *self.is_rising.get_or_insert(is_rising) != is_rising {
                self.year.clear();
            }
        }
        self.before = Some(day);
    }

    fn day(&self, text: &str) -> Option<Instant> {
        let read = |options: &DateOptions| Date::parse(text, options).ok()?.lo();
        let in_language =
            |locale: &Locale| read(&DateOptions { locale: Some(*locale), ..self.dates.clone() });
        // With a dot at the end the day is the first.
        let day_first = DateOptions { order: Some(DateOrder::Dmy), ..self.dates.clone() };
        let is_dotted = text.contains('.') && !text.contains(char::is_alphabetic);
        let dotted = is_dotted.then(|| read(&day_first)).flatten();
        read(&self.dates)
            .or(dotted)
            .or_else(|| Locale::ALL.iter().find_map(|(locale, _)| in_language(locale)))
    }

    /// What is told of it.
    pub(super) fn told(&self, column: &str) -> Message {
        let year = &self.year;
        let fact = match self.place {
            YearPlace::Header => format!("{year} in its header is taken"),
            YearPlace::Rows => "that of the row with a year alone above them is taken".to_owned(),
            YearPlace::Above => format!("{year} above the table is taken"),
            YearPlace::Sheet => format!("{year} in the name of the sheet is taken"),
            YearPlace::FileName => format!("{year} in the name of the file is taken"),
        };
        format!("the dates of {column} lack their year: {fact}; write the year into the dates if it is another").into()
    }
}

/// The one year in some texts.
fn only_year<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut years: Vec<&str> = Vec::new();
    for text in texts {
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let run = &rest[at..];
            let length = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
            let (run, after) = run.split_at(length);
            rest = after;
            if run.len() != 4 || !run.starts_with(['1', '2']) {
                continue;
            }
            // A range, or a month: 1916/17, 2024-03.
            let next = after.strip_prefix(['/', '-', '–', '.', '_']);
            if next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
                return None;
            }
            if !years.contains(&run) {
                years.push(run);
            }
        }
    }
    match years[..] {
        [year] => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_year_alone_is_given() {
        let cases = [
            (vec!["Diary 1916"], Some("1916")),
            (vec!["Diary", "1916, of 1916"], Some("1916")),
            (vec!["Season 1916/17"], None),
            (vec!["1916 to 1918"], None),
            (vec!["report-2024-03.csv"], None),
            (vec!["export-20240301.csv"], None),
            (vec!["diary_1916.csv"], Some("1916")),
            (vec!["Room 4011"], None),
        ];
        for (texts, year) in cases {
            assert_eq!(only_year(texts.clone()), year, "{texts:?}");
        }
    }
}
