//! What the maker of a figure should know of the columns that were taken and those that were not.

use super::Columns;
use super::wording::{choice, list};
use crate::error::{Code, Message, Note, nearest, quoted};
use crate::read::assignment::Basis;
use crate::read::roles::Role;

impl Columns {
    /// Notes on what was inferred and on the columns that have no role.
    pub(in crate::read) fn notes(&self, file: &str) -> Vec<Note> {
        let inferred = self.assignment.inferred.iter();
        let inferred = inferred.map(|(role, why)| (Code::ColumnTaken, self.taken(*role, *why)));
        let told: Vec<Role> = self.assignment.inferred.iter().map(|(role, _)| *role).collect();
        let rivals = [Role::Date, Role::Name].into_iter().filter(|role| !told.contains(role));
        let rivals = rivals.filter_map(|role| Some((Code::ColumnRival, self.other(role)?)));
        let year = self.fallback().map(|message| (Code::YearTaken, message));
        let dayless = self.dayless().map(|message| (Code::ColumnTaken, message));
        let dayless = dayless.or_else(|| Some((Code::ColumnTaken, self.counts()?)));
        let bounds = self.bounds().map(|message| (Code::ColumnTaken, message));
        let dayless = dayless.into_iter().chain(bounds);
        let wide = self.wide().map(|message| (Code::WideTable, message));
        let ignored = self.ignored().map(|message| (Code::ColumnsIgnored, message));
        let notes = inferred.chain(rivals).chain(year).chain(dayless).chain(wide).chain(ignored);
        notes.map(|(code, message)| Note::new(code, message).in_file(file)).collect()
    }

    /// How a column came to its role.
    fn taken(&self, role: Role, reason: Basis) -> Message {
        let column = self.of_role(role).map_or(String::new(), |column| self.label(column));
        let why = match reason {
            Basis::Likeness => "judging by its header",
            Basis::Content => "judging by its cells",
            Basis::OnlyOne => "as there is no other date",
        };
        let message = Message::new(format!("the {column} is used as the {}, {why}", role.name()));
        let other = self.rival(role).unwrap_or("HEADER");
        let message = match self.rivals(role).as_slice() {
            [] => message.text("; set "),
            [_] if role == Role::Date => message
                .text(format!("; {} holds dates, too, and is not drawn; set ", quoted(other))),
            rivals if role == Role::Date => {
                message.text(format!("; {} hold dates, too, and are not drawn; set ", list(rivals)))
            }
            rivals => message.text(format!("; {} could be it, too; set ", list(rivals))),
        };
        let message = message.and(choice(role, other)).text(" to use another");
        if self.rivals(role).is_empty() { message } else { self.or_events(role, message) }
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
            "the {column} is used as the {}; {} {holds}, too, and {verb} not drawn; set ",
            role.name(),
            list(&rivals)
        );
        let message = Message::new(fact).and(choice(role, rival)).text(" to use that");
        Some(self.or_events(role, message))
    }

    /// The message, and how to have every date of a row as an event, where that is so without an end.
    fn or_events(&self, role: Role, message: Message) -> Message {
        let has_end = self.of_role(Role::End).is_some();
        if role != Role::Date || !has_end || !self.assignment.can_be_wide {
            return message;
        }
        message.text(", or ").setting_to("column", "end=").text(" to draw each date as an event")
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
            "the {} is used as the date, and the {} where it is blank; set ",
            self.label(date),
            self.label(year)
        );
        Some(Message::new(fact).and(choice(Role::Date, self.header(year))).text(" for that alone"))
    }

    /// Clock times of a day that no column says.
    fn dayless(&self) -> Option<Message> {
        let column = self.of_role(Role::Time).filter(|_| self.is_dayless())?;
        let fact = format!(
            "the {} has clock times and no column their days, so they are drawn as those of one day; put the days in a column with the header date",
            self.label(column)
        );
        Some(Message::new(fact))
    }

    /// Counts from an origin that is not said.
    fn counts(&self) -> Option<Message> {
        self.counting().filter(|counting| counting.origin.is_none())?;
        let column = self.label(self.of_role(Role::Date)?);
        let fact = format!(
            "the {column} counts from an origin that is not said, so that counts are drawn, not dates; for dates set "
        );
        Some(Message::new(fact).setting_to("origin", "2025-03-01"))
    }

    /// Dates that are known to lie between two, or within a margin.
    fn bounds(&self) -> Option<Message> {
        let of = |column: Option<usize>| column.map(|column| self.header(column).to_owned());
        let [date, end] = [Role::Date, Role::End].map(|role| of(self.of_role(role)));
        let [latest, last] = self.assignment.latest.map(of);
        let columns: Vec<String> = match (self.are_bounds(), latest) {
            (true, _) => [date, end.clone()].into_iter().flatten().collect(),
            (false, Some(latest)) => {
                [date, Some(latest), end.clone(), last].into_iter().flatten().collect()
            }
            _ => {
                let margin = of(self.assignment.margin)?;
                let fact =
                    format!("the column {} is the margin of the dates, in years", quoted(&margin));
                return Some(Message::new(fact));
            }
        };
        let headers: Vec<&str> = columns.iter().map(String::as_str).collect();
        let what = if self.are_bounds() { "each event lies" } else { "start and end lie" };
        let fact =
            format!("{what} between the dates of the columns {}; for spans set ", list(&headers));
        Some(Message::new(fact).and(choice(Role::End, &end?)))
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
        // Those of a draft are for its writer.
        let free = free.filter(|(_, view)| !["check", "line"].contains(&view.header.as_str()));
        let ignored: Vec<&str> = free
            .map(|(_, view)| view.header.as_str())
            .filter(|header| !header.is_empty())
            .collect();
        let (columns, verb) =
            if ignored.len() == 1 { ("column", "is") } else { ("columns", "are") };
        let fact = format!("the {columns} {} {verb} ignored", list(&ignored));
        let near = ignored.iter().find_map(|header| Some((*header, self.meant(header)?)));
        let near = near.filter(|(header, role)| self.may_be(header, *role));
        let without_unit = ignored.iter().find(|header| self.lasts_without_unit(header));
        match near {
            _ if ignored.is_empty() => None,
            _ if let Some(header) = without_unit => Some(Message::new(format!(
                "{fact}; the numbers of {} have no unit: if they say how long something lasts, write \
                 it into the header, as {header} (days)",
                quoted(header),
            ))),
            None => Some(Message::new(fact)),
            Some((header, role)) => Some(
                Message::new(fact)
                    .text(format!("; if {} is the {}, set ", quoted(header), role.name()))
                    .and(choice(role, header)),
            ),
        }
    }

    /// Whether a header says how long things last, and its numbers not in what.
    fn lasts_without_unit(&self, header: &str) -> bool {
        let view = self.views.iter().find(|view| view.header == header);
        view.is_some_and(|view| {
            let time = view.time.as_ref();
            let lasts =
                time.is_some_and(|time| time.role() == Role::Duration && !time.has_others());
            let is_open =
                [Role::End, Role::Duration].iter().all(|role| self.assignment.is_open(*role));
            lasts && view.facts.is_numbers() && is_open
        })
    }

    /// Whether the cells under a header may be those of a role of time; of others they may be anything.
    fn may_be(&self, header: &str, role: Role) -> bool {
        let time = [Role::Date, Role::End, Role::Year, Role::Month, Role::Day, Role::Time];
        let view = self.views.iter().find(|view| view.header == header);
        let facts = view.map(|view| &view.facts);
        let has_time = facts.is_none_or(|facts| {
            facts.filled == 0 || facts.dates + facts.numbers + facts.clocks + facts.months > 0
        });
        !time.contains(&role) || has_time
    }

    /// The role that no column has and that a header nearly names.
    fn meant(&self, header: &str) -> Option<Role> {
        let is_wide = !self.assignment.milestones.is_empty();
        let is_made = |role: &Role| is_wide && matches!(role, Role::Date | Role::End | Role::Name);
        let mut free =
            Role::ALL.into_iter().filter(|role| self.assignment.is_open(*role) && !is_made(role));
        free.find(|role| nearest([header].into_iter(), &[role.name()]).is_some())
    }
}
