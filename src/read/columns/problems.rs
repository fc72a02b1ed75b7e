//! What is wrong with the columns of a table.

use super::counts::CountsKind;
use super::wording::{choice, list};
use super::{Columns, MOST_COLUMNS};
use crate::error::{Code, Message, meant, nearest, quoted};
use crate::read::ReadOptions;
use crate::read::assignment::{ColumnView, named};
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::roles::Role;

impl Columns {
    /// Everything that is wrong with the header row of a table that needs a title or not.
    pub(in crate::read) fn problems(
        &self,
        options: &ReadOptions,
        needs_name: bool,
    ) -> Vec<RowProblem> {
        if self.len() > MOST_COLUMNS {
            let message = format!("the table has more columns than {MOST_COLUMNS}; remove some");
            return vec![RowProblem::new(Code::TooManyColumns, ProblemPlace::Row, message)];
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

    /// A first line that declares a delimiter we do not read.
    fn unknown_delimiter(&self) -> Option<RowProblem> {
        let [ColumnView { header, .. }] = self.views.as_slice() else { return None };
        let written = header.get(..4).filter(|head| head.eq_ignore_ascii_case("sep="))?;
        let message = format!(
            "{} declares a delimiter that is not read; write {written}, or {written}; or \
             {written}| or a tab, or remove the line",
            quoted(header)
        );
        Some(RowProblem::new(Code::UnknownDelimiter, ProblemPlace::Row, message).of_value(header))
    }

    /// Dates that are counts, where it is not known from when, or in what.
    fn counts_from(&self, options: &ReadOptions) -> Option<RowProblem> {
        let column = self.of_role(Role::Date).filter(|_| self.counts.is_some())?;
        let lacks_unit = self.counting.is_none_or(|counting| counting.unit.is_none());
        let fact = format!(
            "{}: these numbers are counts from an origin, not dates (write years with four digits or an era, as 1999 or 44 BC); set ",
            self.label(column)
        );
        let message = match options.origin {
            None if self.counting.is_some() => return None,
            None if self.counts == Some(CountsKind::WithUnits) => Message::new(fact)
                .setting_to("origin", "2025-03-01")
                .text(" to the date of the first, or write all of them alike, as T+00:02:30"),
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
        Some(RowProblem::new(Code::CountsFromOrigin, ProblemPlace::Row, message))
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
        RowProblem::new(Code::DoubledColumn, place, fact).of_value(second)
    }

    /// A header that the user names and the table lacks.
    fn unknown(&self, role: Role, name: &str) -> Option<RowProblem> {
        let is_off = name.trim().is_empty();
        if is_off || named(&self.views, name).is_some() {
            return None;
        }
        Some(self.lacking(name, Message::default().unset_value("column", role.name())))
    }

    /// A column of lanes that the user names and the table lacks.
    fn no_lane(&self, options: &ReadOptions) -> Option<RowProblem> {
        let name = options.lane_by.as_ref().filter(|_| self.of_role(Role::Lane).is_none())?;
        Some(self.lacking(name, Message::default().unset("lane-by")))
    }

    /// A header that a setting names and the table lacks.
    fn lacking(&self, name: &str, setting: Message) -> RowProblem {
        let headers = self.named();
        let near = meant(nearest(headers.iter().copied(), &[&name.to_lowercase()]));
        let message = Message::new(format!("no column {} for ", quoted(name)))
            .and(setting)
            .text(format!("; the headers are {}{near}", list(&headers)));
        RowProblem::new(Code::UnknownColumn, ProblemPlace::Row, message).of_value(name)
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
        RowProblem::new(Code::NoColumn, ProblemPlace::Row, message)
    }
}
