//! Which column has which role, by the headers of a table and what the user called them. Knows no
//! rows.

use super::ReadOptions;
use super::problem::{ProblemPlace, RowProblem};
use super::roles::{ByRole, EVENT, Role};
use super::source::Source;
use crate::date::Date;
use crate::error::{FaultKind, Message, Note, meant, nearest, quoted};

/// Columns that a table may have.
pub(super) const MOST_COLUMNS: usize = 1000;

/// Headers that a message lists before the rest are only counted.
const LISTED: usize = 12;

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    headers: Vec<String>,
    /// The columns that claim each role; sound if there is at most one.
    claims: ByRole<Vec<usize>>,
}

/// The texts of a row by role, without blanks around them.
pub(super) struct RoleTexts<'a> {
    columns: &'a Columns,
    texts: ByRole<&'a str>,
}

impl<'a> RoleTexts<'a> {
    /// The text of a role; empty if the table or the row lacks it.
    pub(super) fn get(&self, role: Role) -> &'a str {
        self.texts.get(role)
    }

    /// The column of a role.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.columns.of_role(role)
    }
}

impl Columns {
    /// The columns with these headers. What is wrong with them, [`Columns::problems`] gives.
    pub(super) fn new(headers: Vec<String>, options: &ReadOptions) -> Self {
        let folded: Vec<String> = headers.iter().map(|header| header.to_lowercase()).collect();
        let mut claims = ByRole::new(|role| claims(role, &folded, options));
        if let Some(name) = &options.lane_by {
            let lane = lane(name, &folded, &claims);
            claims.set(Role::Lane, lane);
        }
        Self { headers, claims }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.headers.len()
    }

    /// The column that has `role`.
    pub(super) fn of_role(&self, role: Role) -> Option<usize> {
        self.claims.get(role).first().copied()
    }

    /// The columns that have a role.
    pub(super) fn used(&self) -> Vec<usize> {
        self.claims.values().filter_map(|claims| claims.first().copied()).collect()
    }

    /// The texts of the row at hand by role.
    pub(super) fn texts<'a>(&'a self, source: &'a dyn Source) -> RoleTexts<'a> {
        let text = |role| self.of_role(role).map_or("", |column| source.text(column));
        RoleTexts { columns: self, texts: ByRole::new(text) }
    }

    /// The header of a column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// What a message calls the column.
    pub(super) fn label(&self, column: usize) -> String {
        match self.header(column) {
            "" => format!("cell {}", column + 1),
            header => format!("column {}", quoted(header)),
        }
    }

    /// Whether an event can be made of the columns there are.
    pub(super) fn is_complete(&self) -> bool {
        EVENT.into_iter().all(|role| self.of_role(role).is_some())
    }

    /// How many roles have a column.
    pub(super) fn roles(&self) -> usize {
        self.claims.values().filter(|claims| !claims.is_empty()).count()
    }

    /// Everything that is wrong with the header row of a table that needs some roles.
    pub(super) fn problems(&self, options: &ReadOptions, needed: &[Role]) -> Vec<RowProblem> {
        if self.len() > MOST_COLUMNS {
            let message = format!("the table has more columns than {MOST_COLUMNS}; remove some");
            return vec![RowProblem::new(FaultKind::Limit, ProblemPlace::Row, message)];
        }
        if let Some(problem) = self.unknown_delimiter().or_else(|| self.no_header()) {
            return vec![problem];
        }
        let unknown = options.columns.iter().filter_map(|(role, name)| self.unknown(*role, name));
        let needed = needed.iter().filter(|role| options.header_of(**role).is_none());
        let missing = needed.filter_map(|&role| self.missing(role));
        let doubled = Role::ALL.into_iter().filter_map(|role| self.doubled(role));
        unknown.chain(self.no_lane(options)).chain(missing).chain(doubled).collect()
    }

    /// One note on the columns that have no role.
    pub(super) fn ignored(&self, file: &str) -> Option<Note> {
        let ignored: Vec<&str> = self.unclaimed().collect();
        let (columns, verb) =
            if ignored.len() == 1 { ("column", "is") } else { ("columns", "are") };
        let fact = format!("{file}: the {columns} {} {verb} ignored", list(&ignored));
        let near = ignored.iter().find_map(|header| Some((*header, self.meant(header)?)));
        let message = match near {
            _ if ignored.is_empty() => return None,
            None => Message::new(fact),
            Some((header, role)) => Message::new(fact)
                .text(format!("; if {} is the {}, set ", quoted(header), role.name()))
                .and(choice(role, header)),
        };
        Some(Note::new(message))
    }

    /// The role that no column has and that a header nearly names.
    fn meant(&self, header: &str) -> Option<Role> {
        let mut free = Role::ALL.into_iter().filter(|role| self.of_role(*role).is_none());
        free.find(|role| nearest([header].into_iter(), role.headers()).is_some())
    }

    /// Columns that have a header and no role.
    fn unclaimed(&self) -> impl Iterator<Item = &str> {
        let headers = self.headers.iter().enumerate();
        headers
            .filter(|(column, header)| !header.is_empty() && !self.is_claimed(*column))
            .map(|(_, header)| header.as_str())
    }

    fn is_claimed(&self, column: usize) -> bool {
        self.claims.values().any(|claims| claims.contains(&column))
    }

    /// A first line that declares a delimiter we do not read.
    fn unknown_delimiter(&self) -> Option<RowProblem> {
        let [header] = self.headers.as_slice() else { return None };
        let written = header.get(..4).filter(|head| head.eq_ignore_ascii_case("sep="))?;
        let message = format!(
            "{} declares a delimiter that is not read; write {written}, or {written}; or \
             {written}| or a tab, or remove the line",
            quoted(header)
        );
        Some(RowProblem::new(FaultKind::Table, ProblemPlace::Row, message).of_value(header))
    }

    /// A first row that is data already.
    fn no_header(&self) -> Option<RowProblem> {
        let is_date = |header: &String| header.parse::<Date>().is_ok();
        let column = self.headers.iter().position(is_date).filter(|_| self.roles() == 0)?;
        let text = self.header(column);
        let message = format!(
            "no header row? {} is a date; put a row of column names above the data, such as \
             date,title",
            quoted(text)
        );
        let place = ProblemPlace::column(column);
        Some(RowProblem::new(FaultKind::Header, place, message).of_value(text))
    }

    /// Two columns of one role.
    fn doubled(&self, role: Role) -> Option<RowProblem> {
        let &[first, second, ..] = self.claims.get(role).as_slice() else { return None };
        let place = ProblemPlace::column(second);
        let (first, second) = (self.header(first), self.header(second));
        let fact = format!(
            "the columns {} and {} are both the {}; ",
            quoted(first),
            quoted(second),
            role.name()
        );
        let message = match first.to_lowercase() == second.to_lowercase() {
            true => Message::new(fact).text("rename one of them"),
            false => Message::new(fact).text("choose one with ").and(choice(role, first)),
        };
        Some(RowProblem::new(FaultKind::Header, place, message).of_value(second))
    }

    /// A header that the user names and the table lacks.
    fn unknown(&self, role: Role, name: &str) -> Option<RowProblem> {
        let setting = Message::default().setting_to("column", role.name());
        self.lacking(role, name, setting)
    }

    /// A column of lanes that the user names and the table lacks.
    fn no_lane(&self, options: &ReadOptions) -> Option<RowProblem> {
        let name = options.lane_by.as_ref()?;
        self.lacking(Role::Lane, name, Message::default().setting("lane-by"))
    }

    /// A header that a setting names and the table lacks.
    fn lacking(&self, role: Role, name: &str, setting: Message) -> Option<RowProblem> {
        if self.of_role(role).is_some() {
            return None;
        }
        let headers = self.named();
        let near = meant(nearest(headers.iter().copied(), &[&name.to_lowercase()]));
        let message = Message::new(format!("no column {} for ", quoted(name)))
            .and(setting)
            .text(format!("; the headers are {}{near}", list(&headers)));
        Some(RowProblem::new(FaultKind::Header, ProblemPlace::Row, message).of_value(name))
    }

    /// A role that the table needs and lacks.
    fn missing(&self, role: Role) -> Option<RowProblem> {
        if self.of_role(role).is_some() {
            return None;
        }
        let near = nearest(self.unclaimed(), role.headers());
        let (name, headers) = (role.name(), list(&self.named()));
        let fact = format!("no {name} column; the headers are {headers}{}", meant(near));
        let setting = match near {
            Some(header) => choice(role, header),
            None => Message::default().setting_to("column", format!("{name}=HEADER")),
        };
        let message =
            Message::new(fact).text(format!("; rename one to {name}, or set ")).and(setting);
        Some(RowProblem::new(FaultKind::Header, ProblemPlace::Row, message))
    }

    /// The headers that are not empty.
    fn named(&self) -> Vec<&str> {
        self.headers.iter().map(String::as_str).filter(|header| !header.is_empty()).collect()
    }
}

/// The setting that gives a role to the column with this header.
fn choice(role: Role, header: &str) -> Message {
    Message::default().setting_to("column", format!("{}={}", role.name(), quoted(header)))
}

/// The columns that have `role`: those the user named, else those with a usual header that the
/// user did not name for something else.
fn claims(role: Role, headers: &[String], options: &ReadOptions) -> Vec<usize> {
    let given = options.header_of(role);
    let has_role = |header: &str| match given {
        Some(name) => is_named(header, name),
        None => role.headers().contains(&header) && !is_given(header, options),
    };
    let headers = headers.iter().enumerate();
    headers.filter(|(_, header)| has_role(header)).map(|(index, _)| index).collect()
}

/// Whether the user gives some role to a header in lower case.
fn is_given(header: &str, options: &ReadOptions) -> bool {
    options.columns.iter().any(|(_, name)| is_named(header, name))
}

/// Whether a header in lower case is what the user calls `name`.
fn is_named(header: &str, name: &str) -> bool {
    header == name.trim().to_lowercase()
}

/// The column that the user wants for lanes: the one of that header, else of that role.
fn lane(name: &str, headers: &[String], claims: &ByRole<Vec<usize>>) -> Vec<usize> {
    if let Some(column) = headers.iter().position(|header| is_named(header, name)) {
        return vec![column];
    }
    let role = Role::from_name(&name.trim().to_lowercase());
    role.map_or(Vec::new(), |role| claims.get(role).clone())
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

    fn columns(headers: &[&str], options: &ReadOptions) -> Columns {
        Columns::new(headers.iter().map(|header| header.trim().to_owned()).collect(), options)
    }

    fn mapping(pairs: Pairs) -> ReadOptions {
        let columns = pairs.iter().map(|&(role, header)| (role, header.to_owned())).collect();
        ReadOptions { columns, ..ReadOptions::default() }
    }

    #[test]
    fn every_alias_in_any_case_claims_its_role() {
        for role in Role::ALL {
            for alias in role.headers() {
                let header = format!(" {} ", alias.to_uppercase());
                let columns = columns(&["x", &header], &ReadOptions::default());
                assert_eq!((columns.of_role(role), columns.roles()), (Some(1), 1), "{alias}");
            }
        }
    }

    #[test]
    fn a_named_header_takes_the_role_and_frees_its_aliases() {
        let options = mapping(&[(Role::Date, " released"), (Role::Name, "Note")]);
        let columns = columns(&["Date", "Released", "note", "title"], &options);
        assert_eq!((columns.of_role(Role::Date), columns.of_role(Role::Name)), (Some(1), Some(2)));
        assert_eq!(columns.of_role(Role::Detail), None);
        assert_eq!(columns.problems(&options, &EVENT), []);
        let note = Note::new("t.csv: the columns \"Date\", \"title\" are ignored");
        assert_eq!(columns.ignored("t.csv"), Some(note));
    }

    #[test]
    fn a_column_may_be_the_lanes_besides_its_own_role() {
        let by = |name: &str| ReadOptions { lane_by: Some(name.into()), ..Default::default() };
        for name in ["Party", "group", "category"] {
            let columns = columns(&["date", "title", "group", "party"], &by(name));
            let index = if name == "Party" { 3 } else { 2 };
            assert_eq!(columns.of_role(Role::Lane), Some(index), "{name}");
            assert_eq!(columns.of_role(Role::Category), Some(2));
            assert_eq!(columns.problems(&by(name), &EVENT), []);
        }
        let options = by("parti");
        let columns = columns(&["date", "title", "party"], &options);
        let message = &columns.problems(&options, &EVENT)[0].message.to_string();
        assert!(message.contains("for `lane-by`") && message.contains("\"party\"?"), "{message}");
    }

    #[test]
    fn problems_name_the_headers_and_the_remedy() {
        let none: Pairs = &[];
        let cases: [(&[&str], Pairs, &[&str]); 8] = [
            (
                &["Daet", "title"],
                none,
                &[
                    "no date column",
                    "\"Daet\", \"title\"",
                    "mean \"Daet\"?",
                    "`column date=\"Daet\"`",
                ],
            ),
            (
                &["date", "what"],
                none,
                &["no title column", "\"date\", \"what\"", "`column title=HEADER`"],
            ),
            (
                &["date", "title", "Year"],
                none,
                &["\"date\" and \"Year\" are both the date", "`column date=\"date\"`"],
            ),
            (&["date", "Date", "title"], none, &["are both the date; rename one"]),
            (
                &["title", "x"],
                &[(Role::Date, "Released")],
                &["no column \"Released\" for `column date`", "\"title\", \"x\""],
            ),
            (&["title", "Relesed"], &[(Role::Date, "Released")], &["did you mean \"Relesed\"?"]),
            (&["Alpha", "2019-03-01"], none, &["no header row? \"2019-03-01\" is a date"]),
            (&["", ""], none, &["no date column; the headers are all empty"]),
        ];
        for (headers, pairs, parts) in cases {
            let options = mapping(pairs);
            let problems = columns(headers, &options).problems(&options, &EVENT);
            let message = &problems.first().expect("a problem").message.to_string();
            assert!(parts.iter().all(|part| message.contains(part)), "{message}");
        }
    }

    #[test]
    fn a_date_as_a_header_is_no_fault_beside_a_known_one() {
        let options = ReadOptions::default();
        let problems = columns(&["date", "title", "2019"], &options).problems(&options, &EVENT);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_thousand_columns_and_no_more() {
        let options = ReadOptions::default();
        let wide = |count: usize| {
            let mut headers = vec!["x"; count];
            (headers[0], headers[1]) = ("date", "title");
            columns(&headers, &options).problems(&options, &EVENT)
        };
        assert_eq!(wide(1000), []);
        assert!(wide(1001)[0].message.to_string().contains("more columns than 1000"));
        assert_eq!(list(&["x"; 14]), format!("{} and 2 more", ["\"x\""; 12].join(", ")));
    }
}
