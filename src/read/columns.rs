//! Which column is what: a header row to the cell of each role. Knows the headers and what the
//! user called them, and no rows.

use super::ReadOptions;
use super::complaint::{Complaint, Spot};
use crate::date::Date;
use crate::error::{Error, Note, Result, meant, nearest, quoted};
use csv::ByteRecord;

/// Columns that a table may have.
const MOST: usize = 1000;

/// Headers that a message lists before the rest are only counted.
const LISTED: usize = 12;

/// What a column tells of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// When it happened or began.
    Date,
    /// When it ended.
    End,
    /// Its name.
    Name,
    /// A sentence more.
    Detail,
    /// The group that gives it its colour.
    Category,
    /// The lane it is drawn in.
    Lane,
    /// How much it matters.
    Importance,
    /// Where to read more.
    Url,
    /// Date text to show in place of the printed date.
    When,
    /// How many rows of some larger table it stands for.
    Count,
    /// What it is drawn as.
    Kind,
}

/// The headers of each role, in lower case. The first is the role's own name.
const ROLES: [(Role, &[&str]); 11] = [
    (Role::Date, &["date", "start", "from", "begin", "year"]),
    (Role::End, &["end", "until", "to"]),
    (Role::Name, &["title", "label", "name", "event"]),
    (Role::Detail, &["description", "detail", "text", "note"]),
    (Role::Category, &["category", "group", "type"]),
    (Role::Lane, &["lane", "track", "row"]),
    (Role::Importance, &["importance", "weight", "priority"]),
    (Role::Url, &["url", "link"]),
    (Role::When, &["when"]),
    (Role::Count, &["count"]),
    (Role::Kind, &["kind"]),
];

/// The roles without which there is no event.
pub(super) const EVENT: [Role; 2] = [Role::Date, Role::Name];

impl Role {
    /// The role of that name: "date", "end", "title", "description", "category", "lane",
    /// "importance", "url", "when", "count" or "kind".
    ///
    /// # Errors
    ///
    /// A message with the names there are.
    pub fn from_name(name: &str) -> std::result::Result<Self, String> {
        let found = ROLES.iter().find(|(role, _)| role.name() == name);
        found.map(|&(role, _)| role).ok_or_else(|| {
            let names: Vec<&str> = ROLES.iter().map(|(role, _)| role.name()).collect();
            let near = meant(nearest(names.iter().copied(), &[name]));
            let name = quoted(name);
            format!("no column has the role {name}{near}; the roles are {}", names.join(", "))
        })
    }

    /// The role's own name, as [`Role::from_name`] takes it.
    pub fn name(self) -> &'static str {
        self.aliases().first().copied().unwrap_or_default()
    }

    fn aliases(self) -> &'static [&'static str] {
        ROLES.iter().find(|(role, _)| *role == self).map_or(&[], |(_, aliases)| aliases)
    }
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    headers: Vec<String>,
    /// The columns that claim a role, in the order of [`ROLES`]; sound if there is at most one.
    claims: Vec<Vec<usize>>,
}

impl Columns {
    /// Reads a header row. What is wrong with it, [`Columns::complaints`] tells.
    pub(super) fn new(header: &ByteRecord, options: &ReadOptions) -> Self {
        let headers: Vec<String> =
            header.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        let folded: Vec<String> = headers.iter().map(|header| header.to_lowercase()).collect();
        let mut claims: Vec<Vec<usize>> =
            ROLES.iter().map(|&(role, _)| claims(role, &folded, options)).collect();
        if let Some(name) = &options.lane_by {
            claims[Role::Lane as usize] = lane(name, &folded, &claims);
        }
        Self { headers, claims }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.headers.len()
    }

    /// The cell of a row that tells `role`.
    pub(super) fn cell(&self, role: Role) -> Option<usize> {
        self.claims_of(role).first().copied()
    }

    /// The header over a cell.
    pub(super) fn header(&self, cell: usize) -> &str {
        self.headers.get(cell).map_or("", String::as_str)
    }

    /// What a message calls the column.
    pub(super) fn label(&self, cell: usize) -> String {
        match self.headers.get(cell) {
            Some(header) if !header.is_empty() => format!("column {}", quoted(header)),
            _ => format!("cell {}", cell + 1),
        }
    }

    /// Whether an event can be made of the columns there are.
    pub(super) fn is_complete(&self) -> bool {
        EVENT.into_iter().all(|role| self.cell(role).is_some())
    }

    /// How many roles are told.
    pub(super) fn roles(&self) -> usize {
        self.claims.iter().filter(|claims| !claims.is_empty()).count()
    }

    /// Everything that is wrong with the header row of a table that needs some roles.
    pub(super) fn complaints(&self, options: &ReadOptions, needed: &[Role]) -> Vec<Complaint> {
        if self.len() > MOST {
            let message = format!("{} columns are too many; keep at most {MOST}", self.len());
            return vec![Complaint::new(Spot::Row, message)];
        }
        if let Some(complaint) = self.unknown_delimiter().or_else(|| self.no_header()) {
            return vec![complaint];
        }
        let doubled = ROLES.iter().filter_map(|&(role, _)| self.doubled(role));
        let unknown = options.columns.iter().filter_map(|(role, name)| self.unknown(*role, name));
        let unknown = unknown.chain(self.no_lane(options));
        let mapped = |role: &Role| options.columns.iter().any(|(mapped, _)| mapped == role);
        let needed = needed.iter().filter(|role| !mapped(role));
        let missing = needed.filter_map(|&role| self.missing(role));
        unknown.chain(missing).chain(doubled).collect()
    }

    /// One quiet note of the columns that tell nothing.
    pub(super) fn ignored(&self, name: &str) -> Option<Note> {
        let ignored: Vec<&str> = self.unclaimed().collect();
        let columns = if ignored.len() == 1 { "column" } else { "columns" };
        let verb = if ignored.len() == 1 { "is" } else { "are" };
        let near = ignored.iter().find_map(|header| Some((header, self.meant(header)?)));
        let near = near.map(|(header, role)| {
            format!("; if {} tells the {role}, pass --column {role}={0}", quoted(header))
        });
        let note = format!("{name}: the {columns} {} {verb} ignored", list(&ignored));
        Some(Note::new(note + &near.unwrap_or_default())).filter(|_| !ignored.is_empty())
    }

    /// The role that nobody tells and that a header nearly names.
    fn meant(&self, header: &str) -> Option<&'static str> {
        let is_free = |&&(role, _): &&(Role, _)| self.cell(role).is_none();
        let mut free = ROLES.iter().filter(is_free);
        free.find(|(_, names)| nearest([header].into_iter(), names).is_some())
            .map(|(role, _)| role.name())
    }

    /// Columns that have a header and no role.
    fn unclaimed(&self) -> impl Iterator<Item = &str> {
        let claimed = |index| self.claims.iter().any(|claims| claims.contains(&index));
        let headers = self.headers.iter().enumerate();
        headers
            .filter(move |(index, header)| !header.is_empty() && !claimed(*index))
            .map(|(_, header)| header.as_str())
    }

    fn claims_of(&self, role: Role) -> &[usize] {
        self.claims.get(role as usize).map_or(&[], Vec::as_slice)
    }

    /// A first line that declares a delimiter we do not read.
    fn unknown_delimiter(&self) -> Option<Complaint> {
        let [header] = self.headers.as_slice() else { return None };
        let said = header.get(..4).filter(|head| head.eq_ignore_ascii_case("sep="))?;
        let message = format!(
            "{} declares a delimiter that is not read; write {said}, or {said}; or {said}| or a \
             tab, or remove the line",
            quoted(header)
        );
        Some(Complaint::new(Spot::Row, message))
    }

    /// A first row that is data already.
    fn no_header(&self) -> Option<Complaint> {
        let is_date = |header: &String| header.parse::<Date>().is_ok();
        let cell = self.headers.iter().position(is_date).filter(|_| self.roles() == 0)?;
        let text = quoted(self.headers.get(cell)?);
        let message = format!(
            "no header row? {text} is a date; put a row of column names above the data, such as date,title"
        );
        Some(Complaint::new(Spot::Char(cell, 0), message))
    }

    /// Two columns of one role.
    fn doubled(&self, role: Role) -> Option<Complaint> {
        let &[first, second, ..] = self.claims_of(role) else { return None };
        let (first, second) = (self.headers.get(first)?, (second, self.headers.get(second)?));
        let remedy = if first.to_lowercase() == second.1.to_lowercase() {
            "rename one of them".to_owned()
        } else {
            format!("choose one with --column {}={}", role.name(), quoted(first))
        };
        let message = format!(
            "the columns {} and {} both tell the {}; {remedy}",
            quoted(first),
            quoted(second.1),
            role.name()
        );
        Some(Complaint::new(Spot::Char(second.0, 0), message))
    }

    /// A header that the user names and the table lacks.
    fn unknown(&self, role: Role, name: &str) -> Option<Complaint> {
        self.lacking(role, name, &format!("--column {}", role.name()))
    }

    /// A column of lanes that the user names and the table lacks.
    fn no_lane(&self, options: &ReadOptions) -> Option<Complaint> {
        self.lacking(Role::Lane, options.lane_by.as_ref()?, "--lane-by")
    }

    /// A header that an option names and the table lacks.
    fn lacking(&self, role: Role, name: &str, option: &str) -> Option<Complaint> {
        if self.cell(role).is_some() {
            return None;
        }
        let message = format!(
            "no column {} for {option}; the headers are {}{}",
            quoted(name),
            list(&self.named()),
            meant(nearest(self.named().into_iter(), &[&name.to_lowercase()]))
        );
        Some(Complaint::new(Spot::Row, message))
    }

    /// A role that every table needs and this one lacks.
    fn missing(&self, role: Role) -> Option<Complaint> {
        if self.cell(role).is_some() {
            return None;
        }
        let near = nearest(self.unclaimed(), role.aliases());
        let header = near.map_or("HEADER".to_owned(), quoted);
        let name = role.name();
        let message = format!(
            "no {name} column; the headers are {}{}; rename one to {name}, or pass --column {name}={header}",
            list(&self.named()),
            meant(near)
        );
        Some(Complaint::new(Spot::Row, message))
    }

    /// The headers that are not empty.
    fn named(&self) -> Vec<&str> {
        self.headers.iter().map(String::as_str).filter(|header| !header.is_empty()).collect()
    }
}

/// The columns that tell `role`: those the user named, else those of a usual name that the user
/// did not name for something else.
fn claims(role: Role, headers: &[String], options: &ReadOptions) -> Vec<usize> {
    let is_named = |header: &str, name: &str| header == name.trim().to_lowercase();
    let mapped = options.columns.iter().find(|(mapped, _)| *mapped == role);
    let claims = |header: &str| match mapped {
        Some((_, name)) => is_named(header, name),
        None => {
            role.aliases().contains(&header)
                && !options.columns.iter().any(|(_, name)| is_named(header, name))
        }
    };
    let headers = headers.iter().enumerate();
    headers.filter(|(_, header)| claims(header)).map(|(index, _)| index).collect()
}

/// The column that the user wants for lanes: the one of that header, else of that role.
fn lane(name: &str, headers: &[String], claims: &[Vec<usize>]) -> Vec<usize> {
    let name = name.trim().to_lowercase();
    let role = || Role::from_name(&name).ok().and_then(|role| claims.get(role as usize));
    match headers.iter().position(|header| *header == name) {
        Some(index) => vec![index],
        None => role().cloned().unwrap_or_default(),
    }
}

/// Checks that no role is given twice.
pub(super) fn check(options: &ReadOptions) -> Result<()> {
    for (index, (role, name)) in options.columns.iter().enumerate() {
        let mut earlier = options.columns.iter().take(index);
        if let Some((_, first)) = earlier.find(|(earlier, _)| earlier == role) {
            let (first, name) = (quoted(first), quoted(name));
            let message =
                format!("--column {} is both {first} and {name}; give it once", role.name());
            return Err(Error::options(message));
        }
    }
    Ok(())
}

/// Headers in a message.
fn list(headers: &[&str]) -> String {
    let told: Vec<String> = headers.iter().take(LISTED).map(|header| quoted(header)).collect();
    match headers.len().saturating_sub(LISTED) {
        0 if told.is_empty() => "all empty".into(),
        0 => told.join(", "),
        more => format!("{} and {more} more", told.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Roles with the headers that the user gives them.
    type Pairs<'a> = &'a [(Role, &'a str)];

    fn columns(headers: &[&str], options: &ReadOptions) -> Columns {
        Columns::new(&ByteRecord::from(headers.to_vec()), options)
    }

    fn mapping(pairs: Pairs) -> ReadOptions {
        let columns = pairs.iter().map(|&(role, header)| (role, header.to_owned())).collect();
        ReadOptions { columns, ..ReadOptions::default() }
    }

    #[test]
    fn roles_stand_in_the_order_of_their_table() {
        for (index, (role, aliases)) in ROLES.iter().enumerate() {
            assert_eq!(*role as usize, index);
            assert_eq!(Role::from_name(aliases[0]), Ok(*role));
        }
        let message = Role::from_name("colour").expect_err("no role");
        assert!(
            message.contains("\"colour\"") && message.contains("date, end, title"),
            "{message}"
        );
    }

    #[test]
    fn every_alias_in_any_case_claims_its_role() {
        for (role, aliases) in ROLES {
            for alias in aliases {
                let header = format!(" {} ", alias.to_uppercase());
                let columns = columns(&["x", &header], &ReadOptions::default());
                assert_eq!((columns.cell(role), columns.roles()), (Some(1), 1), "{alias}");
            }
        }
    }

    #[test]
    fn a_named_header_takes_the_role_and_frees_its_aliases() {
        let options = mapping(&[(Role::Date, " released"), (Role::Name, "Note")]);
        let columns = columns(&["Date", "Released", "note", "title"], &options);
        assert_eq!((columns.cell(Role::Date), columns.cell(Role::Name)), (Some(1), Some(2)));
        assert_eq!(columns.cell(Role::Detail), None);
        assert_eq!(columns.complaints(&options, &EVENT), []);
        let note = Note::new("t.csv: the columns \"Date\", \"title\" are ignored");
        assert_eq!(columns.ignored("t.csv"), Some(note));
    }

    #[test]
    fn a_column_may_be_the_lanes_besides_what_else_it_tells() {
        let by = |name: &str| ReadOptions { lane_by: Some(name.into()), ..Default::default() };
        for name in ["Party", "group", "category"] {
            let columns = columns(&["date", "title", "group", "party"], &by(name));
            let index = if name == "Party" { 3 } else { 2 };
            assert_eq!(columns.cell(Role::Lane), Some(index), "{name}");
            assert_eq!(columns.cell(Role::Category), Some(2));
            assert_eq!(columns.complaints(&by(name), &EVENT), []);
        }
        let options = by("parti");
        let columns = columns(&["date", "title", "party"], &options);
        let message = &columns.complaints(&options, &EVENT)[0].message.to_string();
        assert!(message.contains("for --lane-by") && message.contains("\"party\"?"), "{message}");
    }

    #[test]
    fn complaints_name_the_headers_and_the_remedy() {
        let none: Pairs = &[];
        let cases: [(&[&str], Pairs, &[&str]); 8] = [
            (
                &["Daet", "title"],
                none,
                &[
                    "no date column",
                    "\"Daet\", \"title\"",
                    "mean \"Daet\"?",
                    "--column date=\"Daet\"",
                ],
            ),
            (
                &["date", "what"],
                none,
                &["no title column", "\"date\", \"what\"", "--column title=HEADER"],
            ),
            (
                &["date", "title", "Year"],
                none,
                &["\"date\" and \"Year\" both tell the date", "--column date=\"date\""],
            ),
            (&["date", "Date", "title"], none, &["both tell the date; rename one"]),
            (
                &["title", "x"],
                &[(Role::Date, "Released")],
                &["no column \"Released\" for --column date", "\"title\", \"x\""],
            ),
            (&["title", "Relesed"], &[(Role::Date, "Released")], &["did you mean \"Relesed\"?"]),
            (&["Alpha", "2019-03-01"], none, &["no header row? \"2019-03-01\" is a date"]),
            (&["", ""], none, &["no date column; the headers are all empty"]),
        ];
        for (headers, pairs, parts) in cases {
            let options = mapping(pairs);
            let complaints = columns(headers, &options).complaints(&options, &EVENT);
            let message = &complaints.first().expect("a complaint").message.to_string();
            assert!(parts.iter().all(|part| message.contains(part)), "{message}");
        }
    }

    #[test]
    fn a_date_as_a_header_is_no_fault_beside_a_known_one() {
        let options = ReadOptions::default();
        let complaints = columns(&["date", "title", "2019"], &options).complaints(&options, &EVENT);
        assert_eq!(complaints, []);
    }

    #[test]
    fn a_thousand_columns_and_no_more() {
        let options = ReadOptions::default();
        let wide = |count: usize| {
            let mut headers = vec!["x"; count];
            (headers[0], headers[1]) = ("date", "title");
            columns(&headers, &options).complaints(&options, &EVENT)
        };
        assert_eq!(wide(1000), []);
        assert!(wide(1001)[0].message.to_string().contains("1001 columns are too many"));
        assert_eq!(list(&["x"; 14]), format!("{} and 2 more", ["\"x\""; 12].join(", ")));
    }

    #[test]
    fn a_role_is_given_once() {
        let twice = mapping(&[(Role::Date, "a"), (Role::End, "b"), (Role::Date, "c")]);
        let error = check(&twice).expect_err("twice");
        assert_eq!(error.to_string(), "--column date is both \"a\" and \"c\"; give it once");
        assert_eq!(check(&mapping(&[(Role::Date, "a"), (Role::End, "a")])), Ok(()));
    }
}
