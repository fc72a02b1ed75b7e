//! The columns of a table and what is to be said of them: what is missing, what was inferred, what
//! is not drawn. Knows no rows but a sample.

mod counts;
mod notes;
mod problems;
mod wording;

use super::ReadOptions;
use super::assignment::{Assignment, ColumnView};
use super::cell_kinds::is_date;
use super::column_facts::ColumnFacts;
use super::counting::Counting;
use super::date_parts::DateParts;
use super::header_name::HeaderName;
use super::header_unit::HeaderUnit;
use super::roles::Role;
use super::text_columns::assign_texts;
use super::time_columns::{assign_times, unit_of};
use super::time_header::TimeHeader;
use super::words::{DurationUnit, TimeWord, languages_of, time_words};
use crate::date::{DateOptions, Locale, other_languages};
use crate::error::quoted;
use counts::CountsKind;

/// Columns that a table may have.
pub(super) const MOST_COLUMNS: usize = 1000;

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    views: Vec<ColumnView>,
    assignment: Assignment,
    /// The columns of the date and of the end.
    dates: [DateParts; 2],
    /// The unit of numbers in the column of durations.
    duration_unit: Option<DurationUnit>,
    /// How times that are counted are read, if there is an origin.
    counting: Option<Counting>,
    /// Whether the dates are counts, and if so whether all have a unit.
    counts: Option<CountsKind>,
    /// The column that says whether a row takes whole days.
    all_day: Option<usize>,
}

impl Columns {
    /// The columns with these headers, and with these cells in the first rows. What is wrong with
    /// them, [`Columns::problems`] gives.
    pub(super) fn new(headers: Vec<String>, rows: &[Vec<String>], options: &ReadOptions) -> Self {
        let view = |(column, header): (usize, String)| {
            let cells = rows.iter().map(|row| row.get(column).map_or("", String::as_str));
            let (name, facts) = (HeaderName::of(&header), ColumnFacts::of(cells, &options.dates));
            ColumnView { time: TimeHeader::of(&name), header, name, facts }
        };
        let headers = headers.into_iter().take(MOST_COLUMNS + 1).enumerate();
        let mut views: Vec<ColumnView> = headers.map(view).collect();
        read_in_languages(&mut views, rows, options);
        let assignment = assigned(&views, options);
        let dates = DateParts::both(&assignment, &views);
        let duration = *assignment.roles.get(Role::Duration);
        let duration_unit = duration.and_then(|column| unit_of(&views[column].name));
        let (counting, counts) = counts::of(&views, &assignment, rows, options);
        let all_day = views.iter().position(|view| ALL_DAY.contains(&view.name.phrase().as_str()));
        let all_day = all_day.filter(|column| assignment.is_free(*column));
        Self { views, assignment, dates, duration_unit, counting, counts, all_day }
    }

    /// The columns that a wide table is made into, which have these headers.
    pub(super) fn of_wide(headers: &[&str], options: &ReadOptions) -> Self {
        let options = ReadOptions { columns: Vec::new(), lane_by: None, ..options.clone() };
        Self::new(headers.iter().map(|header| (*header).to_owned()).collect(), &[], &options)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.views.len()
    }

    /// The column that has `role`.
    pub(super) fn of_role(&self, role: Role) -> Option<usize> {
        *self.assignment.roles.get(role)
    }

    /// The column that is a part of the title, too, and what stands before its text.
    pub(super) fn name_with(&self) -> Option<(usize, &'static str)> {
        self.assignment.name_with
    }

    /// The column that says whether a row takes whole days.
    pub(super) fn all_day(&self) -> Option<usize> {
        self.all_day
    }

    /// Whether the dates are ages, so that the present is one.
    pub(super) fn are_ages(&self) -> bool {
        self.of_role(Role::Date).map(|column| &self.views[column]).is_some_and(|view| {
            view.facts.ages > 0 || HeaderUnit::of(&view.name).is_some_and(|unit| unit.is_age())
        })
    }

    /// Whether the end is the day on which something is due.
    pub(super) fn ends_when_due(&self) -> bool {
        const DUE: [&str; 5] = ["due", "deadline", "target", "completion", "fallig"];
        let view = self.of_role(Role::End).map(|column| &self.views[column]);
        view.is_some_and(|view| view.name.words.iter().any(|word| DUE.contains(&word.as_str())))
    }

    /// The columns that make up the date, or the end.
    pub(super) fn dates(&self, role: Role) -> &DateParts {
        &self.dates[usize::from(role == Role::End)]
    }

    /// The unit of numbers in the column of durations.
    pub(super) fn duration_unit(&self) -> Option<DurationUnit> {
        self.duration_unit
    }

    /// How times that are counted are read.
    pub(super) fn counting(&self) -> Option<Counting> {
        self.counting
    }

    /// The columns that have a role.
    pub(super) fn used(&self) -> Vec<usize> {
        let roles = self.assignment.roles.values().filter_map(|column| *column);
        let second = self.assignment.name_with.map(|(column, _)| column);
        let more = self.assignment.eras.into_iter().chain(self.assignment.latest);
        let more = more.chain([self.assignment.part, self.assignment.margin, second, self.all_day]);
        roles.chain(more.flatten()).collect()
    }

    /// In a wide table the columns with a date for each event of a row, and their headers.
    pub(super) fn milestones(&self) -> Vec<(usize, String)> {
        let milestones = self.assignment.milestones.iter();
        milestones.map(|&column| (column, self.header(column).to_owned())).collect()
    }

    /// The header of a column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.views.get(column).map_or("", |view| &view.header)
    }

    /// What a message calls the column.
    pub(super) fn label(&self, column: usize) -> String {
        match self.header(column) {
            "" => format!("cell {}", column + 1),
            header => format!("column {}", quoted(header)),
        }
    }

    /// The languages of the headers of the date and the title, the likeliest first.
    pub(super) fn languages(&self) -> Vec<Locale> {
        let roles = [Role::Name, Role::Date, Role::Year, Role::End];
        let columns = roles.into_iter().filter_map(|role| self.of_role(role));
        let all: Vec<Locale> =
            columns.flat_map(|column| languages_of(&self.views[column].name.phrase())).collect();
        let mut languages: Vec<Locale> = Vec::new();
        for locale in &all {
            if !languages.contains(locale) {
                languages.push(*locale);
            }
        }
        let count = |locale: &Locale| all.iter().filter(|other| *other == locale).count();
        languages.sort_by_key(|locale| std::cmp::Reverse(count(locale)));
        languages
    }

    /// Whether the date and the end are bounds between which an event lies.
    pub(super) fn are_bounds(&self) -> bool {
        self.assignment.are_bounds
    }

    /// The column of days or months that lack their year, if all of its cells do or are years.
    pub(super) fn yearless(&self) -> Option<usize> {
        let column = self.of_role(Role::Date).filter(|_| self.of_role(Role::Year).is_none())?;
        let facts = &self.views[column].facts;
        let yearless = facts.yearless + facts.months;
        (yearless > 0 && yearless + facts.years == facts.filled).then_some(column)
    }

    /// Whether the header of a date or an end says that its cells are months.
    pub(super) fn names_months(&self, role: Role) -> bool {
        let name = self.of_role(role).map(|column| &self.views[column].name);
        let is_month = |word: &String| time_words(word).contains(&TimeWord::Month);
        name.is_some_and(|name| name.words.iter().any(is_month))
    }

    /// Whether there is a date.
    pub(super) fn has_date(&self) -> bool {
        let any = [Role::Date, Role::Year].into_iter().any(|role| self.of_role(role).is_some());
        any || !self.assignment.milestones.is_empty() || self.is_dayless()
    }

    /// Whether there are clock times and no days.
    fn is_dayless(&self) -> bool {
        let column = self.of_role(Role::Time).filter(|_| self.dates[0].is_dayless());
        column.is_some_and(|column| self.views[column].facts.is_clocks())
    }

    /// Whether there is a title, or rows that need none as they stand for many events.
    fn has_name(&self) -> bool {
        let any = [Role::Name, Role::Count].into_iter().any(|role| self.of_role(role).is_some());
        any || !self.assignment.milestones.is_empty()
    }

    /// Whether an event can be made of the columns there are.
    pub(super) fn is_complete(&self) -> bool {
        self.has_date() && self.has_name()
    }

    /// The same by headers alone that are as usual.
    pub(super) fn is_plain(&self) -> bool {
        self.is_complete() && self.assignment.inferred.is_empty()
    }

    /// How many roles have a column.
    pub(super) fn roles(&self) -> usize {
        self.assignment.roles.values().filter(|column| column.is_some()).count()
    }

    /// The headers that are not empty.
    fn named(&self) -> Vec<&str> {
        let headers = self.views.iter().map(|view| view.header.as_str());
        headers.filter(|header| !header.is_empty()).collect()
    }
}

/// Headers of calendars for whether an event takes whole days.
const ALL_DAY: [&str; 10] = [
    "all day event",
    "all day",
    "allday",
    "is all day",
    "ganztagiges ereignis",
    "ganztagig",
    "journee entiere",
    "todo el dia",
    "tutto il giorno",
    "hele dag",
];

/// Languages of headers that cells are tried in, at most.
const LANGUAGES: usize = 3;

/// Looks at cells in the languages of the headers, where these read more dates.
fn read_in_languages(views: &mut [ColumnView], rows: &[Vec<String>], options: &ReadOptions) {
    if options.dates.locale.is_some() {
        return;
    }
    let all = views.iter().flat_map(|view| languages_of(&view.name.phrase()));
    let mut languages: Vec<Locale> = Vec::new();
    for locale in all {
        if !languages.contains(&locale) && languages.len() < LANGUAGES {
            languages.push(locale);
        }
    }
    for locale in languages {
        let dates = DateOptions { locale: Some(locale), ..options.dates.clone() };
        for (column, view) in views.iter_mut().enumerate() {
            let facts = &view.facts;
            // Titles have few dates among them.
            let has_more = facts.dates + facts.numbers < facts.filled;
            if has_more && (facts.dates > 0 || view.time.as_ref().is_some()) {
                let cells = rows.iter().map(|row| row.get(column).map_or("", String::as_str));
                let found = ColumnFacts::of(cells, &dates);
                view.facts = if found.dates > facts.dates { found } else { facts.clone() };
            }
        }
    }
    for (column, view) in views.iter_mut().enumerate() {
        let cells = || rows.iter().map(move |row| row.get(column).map_or("", String::as_str));
        if let Some(found) = in_any_language(&view.facts, cells, options) {
            view.facts = found;
        }
    }
}

/// The facts of cells that are dates throughout in a language that no header tells.
fn in_any_language<'c, I: Iterator<Item = &'c str>>(
    facts: &ColumnFacts,
    cells: impl Fn() -> I,
    options: &ReadOptions,
) -> Option<ColumnFacts> {
    let is_open = facts.filled > 1 && facts.dates + facts.numbers < facts.filled;
    let is_numeral = |c: char| c.is_numeric() || matches!(c, 'I' | 'V' | 'X');
    let has_digit = |text: &str| {
        text.is_empty() || text.split(['-', '–', ' ']).any(|word| word.starts_with(is_numeral))
    };
    // Names are longer than dates.
    if !is_open || facts.letters > 40 * facts.filled || !cells().all(has_digit) {
        return None;
    }
    other_languages().find_map(|locale| {
        let dates = DateOptions { locale: Some(locale), ..options.dates.clone() };
        let first = cells().find(|text| !text.is_empty() && !is_date(text, &options.dates))?;
        let found = is_date(first, &dates).then(|| ColumnFacts::of(cells(), &dates))?;
        found.is_dates_throughout().then_some(found)
    })
}

/// The roles of columns: as the user says, then by headers as people write them, then by what the
/// cells look like.
fn assigned(views: &[ColumnView], options: &ReadOptions) -> Assignment {
    let mut assignment = Assignment::given(views, options);
    assign_times(&mut assignment, views);
    assign_texts(&mut assignment, views);
    if let Some(name) = &options.lane_by {
        assignment.set_lane(views, name);
    }
    assignment
}

#[cfg(test)]
mod tests {
    use super::wording::list;
    use super::*;

    /// Roles with the headers that the user gives them.
    type Pairs<'a> = &'a [(Role, &'a str)];

    fn columns(text: &str, options: &ReadOptions) -> Columns {
        let row = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
        let mut rows: Vec<Vec<String>> = text.lines().map(row).collect();
        let headers = rows.remove(0);
        Columns::new(headers, &rows, options)
    }

    fn mapping(pairs: Pairs) -> ReadOptions {
        let columns = pairs.iter().map(|&(role, header)| (role, header.to_owned())).collect();
        ReadOptions { columns, ..ReadOptions::default() }
    }

    #[test]
    fn a_named_header_takes_the_role_and_frees_its_aliases() {
        let options = mapping(&[(Role::Date, " released"), (Role::Name, "Note")]);
        let columns = columns("Date,Released,note,title", &options);
        assert_eq!((columns.of_role(Role::Date), columns.of_role(Role::Name)), (Some(1), Some(2)));
        assert_eq!(columns.problems(&options, true), []);
    }

    #[test]
    fn a_role_that_is_switched_off_has_no_column() {
        let options = mapping(&[(Role::End, "")]);
        let columns = columns("start,end,title\n2010,2011,a", &options);
        assert_eq!((columns.of_role(Role::End), columns.of_role(Role::Date)), (None, Some(0)));
        assert_eq!(columns.problems(&options, true), []);
    }

    #[test]
    fn a_column_may_be_the_lanes_besides_its_own_role() {
        let by = |name: &str| ReadOptions { lane_by: Some(name.into()), ..Default::default() };
        for name in ["Party", "group", "category"] {
            let columns = columns("date,title,group,party", &by(name));
            let index = if name == "Party" { 3 } else { 2 };
            assert_eq!(columns.of_role(Role::Lane), Some(index), "{name}");
            assert_eq!(columns.of_role(Role::Category), Some(2));
            assert_eq!(columns.problems(&by(name), true), []);
        }
        let options = by("parti");
        let columns = columns("date,title,party", &options);
        let message = &columns.problems(&options, true)[0].message.to_string();
        assert!(message.contains("for `lane-by`") && message.contains("\"party\"?"), "{message}");
    }

    #[test]
    fn problems_name_the_headers_and_the_remedy() {
        let cases: [(&str, Pairs, &[&str]); 6] = [
            (
                "who,title\nAnn,a",
                &[],
                &["no date column", "\"who\", \"title\"", "`column date=HEADER`"],
            ),
            (
                "date,n\n2010,1",
                &[],
                &["no title column", "\"date\", \"n\"", "`column title=HEADER`"],
            ),
            ("date,Date,title\n2010,2011,a", &[], &["are both the date; rename one"]),
            (
                "title,x\na,1",
                &[(Role::Date, "Released")],
                &["no column \"Released\" for `column date`", "\"title\", \"x\""],
            ),
            ("title,Relesed", &[(Role::Date, "Released")], &["did you mean \"Relesed\"?"]),
            (",\n1,2", &[], &["no date column", "the headers are all empty"]),
        ];
        for (text, pairs, parts) in cases {
            let options = mapping(pairs);
            let problems = columns(text, &options).problems(&options, true);
            let message = &problems.first().expect("a problem").message.to_string();
            assert!(parts.iter().all(|part| message.contains(part)), "{message}");
        }
    }

    #[test]
    fn a_thousand_columns_and_no_more() {
        let options = ReadOptions::default();
        let wide = |count: usize| {
            let mut headers = vec!["x".to_owned(); count];
            (headers[0], headers[1]) = ("date".into(), "title".into());
            Columns::new(headers, &[], &options).problems(&options, true)
        };
        assert_eq!(wide(1000), []);
        assert!(wide(1001)[0].message.to_string().contains("more columns than 1000"));
        assert_eq!(list(&["x"; 14]), format!("{} and 2 more", ["\"x\""; 12].join(", ")));
    }
}
