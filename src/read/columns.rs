//! The columns of a table and what is to be said of them: what is missing, what was inferred, what
//! is not drawn. Knows no rows but a sample.

use super::ReadOptions;
use super::assignment::{Assignment, Basis, ColumnView, named};
use super::column_facts::ColumnFacts;
use super::counted::{Counting, UnitCount};
use super::date_parts::{DateParts, suffix};
use super::header_name::HeaderName;
use super::problem::{ProblemPlace, RowProblem};
use super::roles::Role;
use super::text_columns::assign_texts;
use super::time_columns::{assign_times, unit_of};
use super::words::DurationUnit;
use crate::date::Date;
use crate::error::{FaultKind, Message, Note, meant, nearest, quoted};
use crate::options::Ticks;

/// Columns that a table may have.
pub(super) const MOST_COLUMNS: usize = 1000;

/// Headers that a message lists before the rest are only counted.
const LISTED: usize = 12;

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
    /// Whether the dates are counts.
    has_counts: bool,
}

impl Columns {
    /// The columns with these headers, and with these cells in the first rows. What is wrong with
    /// them, [`Columns::problems`] gives.
    pub(super) fn new(headers: Vec<String>, rows: &[Vec<String>], options: &ReadOptions) -> Self {
        let view = |(column, header): (usize, String)| {
            let cells = rows.iter().map(|row| row.get(column).map_or("", String::as_str));
            let (name, facts) = (HeaderName::of(&header), ColumnFacts::of(cells, &options.dates));
            ColumnView { header, name, facts }
        };
        let headers = headers.into_iter().take(MOST_COLUMNS + 1).enumerate();
        let views: Vec<ColumnView> = headers.map(view).collect();
        let assignment = assigned(&views, options);
        let dates = DateParts::both(&assignment.roles, &views);
        let duration = *assignment.roles.get(Role::Duration);
        let duration_unit = duration.and_then(|column| unit_of(&views[column].name));
        let (counting, has_counts) = counts(&views, &assignment, rows, options);
        Self { views, assignment, dates, duration_unit, counting, has_counts }
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
        self.assignment.roles.values().filter_map(|column| *column).collect()
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

    /// Whether there is a date.
    pub(super) fn has_date(&self) -> bool {
        let any = [Role::Date, Role::Year].into_iter().any(|role| self.of_role(role).is_some());
        any || !self.assignment.milestones.is_empty()
    }

    fn has_name(&self) -> bool {
        self.of_role(Role::Name).is_some() || !self.assignment.milestones.is_empty()
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

    /// Everything that is wrong with the header row of a table that needs a title or not.
    pub(super) fn problems(&self, options: &ReadOptions, needs_name: bool) -> Vec<RowProblem> {
        if self.len() > MOST_COLUMNS {
            let message = format!("the table has more columns than {MOST_COLUMNS}; remove some");
            return vec![RowProblem::new(FaultKind::Limit, ProblemPlace::Row, message)];
        }
        if let Some(problem) = self.unknown_delimiter().or_else(|| self.counts_from(options)) {
            return vec![problem];
        }
        let unknown = options.columns.iter().filter_map(|(role, name)| self.unknown(*role, name));
        let is_given = |role| options.header_of(role).is_some();
        let date = (!self.has_date() && !is_given(Role::Date)).then(|| self.missing(Role::Date));
        let name = needs_name && !self.has_name() && !is_given(Role::Name);
        let name = name.then(|| self.missing(Role::Name));
        let doubled = self.assignment.doubled.iter();
        let doubled = doubled.map(|&(role, first, second)| self.doubled(role, first, second));
        unknown.chain(self.no_lane(options)).chain(date).chain(name).chain(doubled).collect()
    }

    /// Notes on what was inferred and on the columns that have no role.
    pub(super) fn notes(&self, file: &str) -> Vec<Note> {
        let inferred = self.assignment.inferred.iter().map(|(role, why)| self.taken(*role, *why));
        let told: Vec<Role> = self.assignment.inferred.iter().map(|(role, _)| *role).collect();
        let rivals = [Role::Date, Role::Name].into_iter().filter(|role| !told.contains(role));
        let rivals = rivals.filter_map(|role| self.other(role));
        let notes = inferred.chain(rivals).chain(self.fallback()).chain(self.wide());
        let notes = notes.chain(self.ignored());
        notes.map(|message| Note::new(Message::new(format!("{file}: ")).and(message))).collect()
    }

    /// How a column came to its role.
    fn taken(&self, role: Role, reason: Basis) -> Message {
        let column = self.of_role(role).map_or(String::new(), |column| self.label(column));
        let why = match reason {
            Basis::Likeness => "by its header",
            Basis::Content => "by its cells",
            Basis::OnlyOne => "as there is no other date",
        };
        let message = Message::new(format!("the {column} is taken as the {} {why}", role.name()));
        let other = self.rival(role).unwrap_or("HEADER");
        let message = match self.rivals(role).as_slice() {
            [] => message.text("; set "),
            rivals => message.text(format!("; {} could be it, too; set ", list(rivals))),
        };
        message.and(choice(role, other)).text(" to take another")
    }

    /// Columns that could have had a role that a usual header has.
    fn other(&self, role: Role) -> Option<Message> {
        let rivals = self.rivals(role);
        let column = self.of_role(role).map(|column| self.label(column))?;
        let rival = self.rival(role)?;
        let (holds, verb) = match role {
            Role::Date if rivals.len() == 1 => ("holds dates", "is"),
            Role::Date => ("hold dates", "are"),
            _ => ("could be it", "is"),
        };
        let fact = format!(
            "the {column} is taken as the {}; {} {holds}, too, and {verb} not drawn; set ",
            role.name(),
            list(&rivals)
        );
        Some(Message::new(fact).and(choice(role, rival)).text(" to take it"))
    }

    fn rivals(&self, role: Role) -> Vec<&str> {
        let rivals = self.assignment.rivals.iter().filter(|(of, _)| *of == role);
        let headers = rivals.map(|(_, column)| self.header(*column));
        headers.filter(|header| !header.is_empty()).collect()
    }

    fn rival(&self, role: Role) -> Option<&str> {
        self.rivals(role).first().copied()
    }

    /// A date and a year in columns of their own.
    fn fallback(&self) -> Option<Message> {
        let (date, year) = self.of_role(Role::Date).zip(self.of_role(Role::Year))?;
        let fact = format!(
            "the {} is taken as the date, and the {} where it is blank; set ",
            self.label(date),
            self.label(year)
        );
        Some(Message::new(fact).and(choice(Role::Date, self.header(year))).text(" for that alone"))
    }

    /// How a wide table is read.
    fn wide(&self) -> Option<Message> {
        let milestones = self.milestones();
        let headers: Vec<&str> = milestones.iter().map(|(_, header)| header.as_str()).collect();
        let first = headers.first()?;
        let fact = format!(
            "each row is a lane and each of the columns {} an event in it; set ",
            list(&headers)
        );
        Some(Message::new(fact).and(choice(Role::Date, first)).text(" to draw that date alone"))
    }

    /// The columns that have no role.
    fn ignored(&self) -> Option<Message> {
        let is_told =
            |column: usize| self.assignment.rivals.iter().any(|(_, rival)| *rival == column);
        let free = self.assignment.free(&self.views).filter(|(column, _)| !is_told(*column));
        let ignored: Vec<&str> = free
            .map(|(_, view)| view.header.as_str())
            .filter(|header| !header.is_empty())
            .collect();
        let (columns, verb) =
            if ignored.len() == 1 { ("column", "is") } else { ("columns", "are") };
        let fact = format!("the {columns} {} {verb} ignored", list(&ignored));
        let near = ignored.iter().find_map(|header| Some((*header, self.meant(header)?)));
        match near {
            _ if ignored.is_empty() => None,
            None => Some(Message::new(fact)),
            Some((header, role)) => Some(
                Message::new(fact)
                    .text(format!("; if {} is the {}, set ", quoted(header), role.name()))
                    .and(choice(role, header)),
            ),
        }
    }

    /// The role that no column has and that a header nearly names.
    fn meant(&self, header: &str) -> Option<Role> {
        let mut free = Role::ALL.into_iter().filter(|role| self.assignment.is_open(*role));
        free.find(|role| nearest([header].into_iter(), &[role.name()]).is_some())
    }

    /// A first line that declares a delimiter we do not read.
    fn unknown_delimiter(&self) -> Option<RowProblem> {
        let [ColumnView { header, .. }] = self.views.as_slice() else { return None };
        let written = header.get(..4).filter(|head| head.eq_ignore_ascii_case("sep="))?;
        let message = format!(
            "{} declares a delimiter that is not read; write {written}, or {written}; or \
             {written}| or a tab, or remove the line",
            quoted(header)
        );
        Some(RowProblem::new(FaultKind::Table, ProblemPlace::Row, message).of_value(header))
    }

    /// Dates that are counts, where it is not known from when, or in what.
    fn counts_from(&self, options: &ReadOptions) -> Option<RowProblem> {
        let column = self.of_role(Role::Date).filter(|_| self.has_counts)?;
        let lacks_unit = self.counting.is_none_or(|counting| counting.unit.is_none());
        let fact = format!(
            "{}: these are numbers counted from an origin, no dates; set ",
            self.label(column)
        );
        let message = match options.origin {
            None => Message::new(fact)
                .setting_to("origin", "2025-03-01")
                .text(" to the date of the first, and ")
                .setting_to("unit", "month")
                .text(" to what is counted"),
            Some(_) if lacks_unit => {
                Message::new(fact).setting_to("unit", "month").text(" to what is counted")
            }
            Some(_) => return None,
        };
        Some(RowProblem::new(FaultKind::Table, ProblemPlace::Row, message))
    }

    /// Two columns with one header.
    fn doubled(&self, role: Role, first: usize, second: usize) -> RowProblem {
        let place = ProblemPlace::column(second);
        let (first, second) = (self.header(first), self.header(second));
        let fact = format!(
            "the columns {} and {} are both the {}; rename one of them",
            quoted(first),
            quoted(second),
            role.name()
        );
        RowProblem::new(FaultKind::Header, place, fact).of_value(second)
    }

    /// A header that the user names and the table lacks.
    fn unknown(&self, role: Role, name: &str) -> Option<RowProblem> {
        let is_off = name.trim().is_empty();
        if is_off || named(&self.views, name).is_some() {
            return None;
        }
        Some(self.lacking(name, Message::default().setting_to("column", role.name())))
    }

    /// A column of lanes that the user names and the table lacks.
    fn no_lane(&self, options: &ReadOptions) -> Option<RowProblem> {
        let name = options.lane_by.as_ref().filter(|_| self.of_role(Role::Lane).is_none())?;
        Some(self.lacking(name, Message::default().setting("lane-by")))
    }

    /// A header that a setting names and the table lacks.
    fn lacking(&self, name: &str, setting: Message) -> RowProblem {
        let headers = self.named();
        let near = meant(nearest(headers.iter().copied(), &[&name.to_lowercase()]));
        let message = Message::new(format!("no column {} for ", quoted(name)))
            .and(setting)
            .text(format!("; the headers are {}{near}", list(&headers)));
        RowProblem::new(FaultKind::Header, ProblemPlace::Row, message).of_value(name)
    }

    /// A role that the table needs and lacks.
    fn missing(&self, role: Role) -> RowProblem {
        let (name, headers) = (role.name(), list(&self.named()));
        let free = self.assignment.free(&self.views).map(|(_, view)| view.header.as_str());
        let near = nearest(free, &[name]);
        let setting = match near {
            Some(header) => choice(role, header),
            None => Message::default().setting_to("column", format!("{name}=HEADER")),
        };
        let fact = match role {
            Role::Date => {
                format!(
                    "no date column: no header names one, and no column holds dates alone; the headers are {headers}"
                )
            }
            _ => format!("no {name} column; the headers are {headers}"),
        };
        let message = Message::new(fact + &meant(near))
            .text(format!("; rename one to {name}, or set "))
            .and(setting);
        RowProblem::new(FaultKind::Header, ProblemPlace::Row, message)
    }

    /// The headers that are not empty.
    fn named(&self) -> Vec<&str> {
        let headers = self.views.iter().map(|view| view.header.as_str());
        headers.filter(|header| !header.is_empty()).collect()
    }
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

/// How the dates of a table are counted, if they are and there is an origin; and whether they are.
fn counts(
    views: &[ColumnView],
    assignment: &Assignment,
    rows: &[Vec<String>],
    options: &ReadOptions,
) -> (Option<Counting>, bool) {
    let columns = [Role::Date, Role::End].map(|role| *assignment.roles.get(role));
    let Some(view) = columns[0].map(|column| &views[column]) else { return (None, false) };
    let cells = rows.iter().flat_map(|row| columns.iter().flatten().filter_map(|&at| row.get(at)));
    let counts: Vec<UnitCount> = cells.filter_map(|cell| UnitCount::read(cell)).collect();
    let facts = &view.facts;
    let is_plain = columns.iter().flatten().all(|&column| {
        let facts = &views[column].facts;
        facts.numbers == facts.filled && facts.years + facts.stamps == 0
    });
    let named = options.unit.and_then(unit_of_ticks).or_else(|| unit_of(&view.name));
    // A lone number may be anything.
    let is_told = named.is_some() || options.origin.is_some();
    let are_counts = facts.filled > 0
        && facts.dates == 0
        && counts.len() >= if is_told { 1 } else { 2 }
        && (is_plain && suffix(view).is_empty() || counts.iter().all(|count| count.has_unit()));
    let unit =
        named.or_else(|| counts.iter().all(|count| count.has_unit()).then_some(DurationUnit::Day));
    let counting = options.origin.as_ref().and_then(Date::lo).map(|origin| Counting {
        origin,
        unit,
        is_from_zero: counts.iter().any(|count| count.is_from_zero()),
    });
    (counting.filter(|_| are_counts), are_counts)
}

fn unit_of_ticks(ticks: Ticks) -> Option<DurationUnit> {
    Some(match ticks {
        Ticks::Second => DurationUnit::Second,
        Ticks::Minute => DurationUnit::Minute,
        Ticks::Hour => DurationUnit::Hour,
        Ticks::Day => DurationUnit::Day,
        Ticks::Week => DurationUnit::Week,
        Ticks::Month => DurationUnit::Month,
        Ticks::Quarter => DurationUnit::Quarter,
        Ticks::Year => DurationUnit::Year,
        _ => return None,
    })
}

/// The setting that gives a role to the column with this header.
fn choice(role: Role, header: &str) -> Message {
    let header = if header == "HEADER" { header.to_owned() } else { quoted(header) };
    Message::default().setting_to("column", format!("{}={header}", role.name()))
}

/// Headers in a message.
fn list(headers: &[&str]) -> String {
    let listed: Vec<String> = headers.iter().take(LISTED).map(|header| quoted(header)).collect();
    match headers.len().saturating_sub(LISTED) {
        0 if listed.is_empty() => "all empty".into(),
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}

#[cfg(test)]
mod tests {
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
