//! What the reader of a table is given besides the bytes.

use super::Role;
use crate::date::{Date, DateOptions};
use crate::error::{Code, Error, Message, Result, quoted};
use crate::options::{Encoding, Ticks};

/// How a table is read.
#[cfg_attr(not(feature = "internals"), non_exhaustive)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// The input's name in messages.
    pub name: String,
    /// Headers that have a role whatever they are called, in any case of letters. The usual names
    /// of such a role are then columns like any other. Without a header the role has no column.
    pub columns: Vec<(Role, String)>,
    /// The column whose values are the lanes, by its header or its role, whatever other role it
    /// has.
    pub lane_by: Option<String>,
    /// How dates are read that have several readings.
    pub dates: DateOptions,
    /// The encoding of a file that has no byte order mark; UTF-8 without.
    pub encoding: Option<Encoding>,
    /// What times that are counted are counted from: Day 0, month 1.
    pub origin: Option<Date>,
    /// The unit of times that are plain numbers, from the second to the year.
    pub unit: Option<Ticks>,
    /// Which part of a document holds the events, where it has several: the keys that lead to it in
    /// JSON, with dots between them, or the number or the heading of a table in Markdown.
    pub records: Option<String>,
    /// The first and the last date for which events of a calendar that repeat are given.
    pub repeats: [Option<Date>; 2],
    /// Whether marks of footnotes are taken off all texts; off dates they always are.
    pub strips_footnotes: bool,
    /// The sheet of a workbook that is read, by its name or its number from 1; without it, the
    /// first with a table.
    pub sheet: Option<String>,
    /// The largest table that is read.
    pub limits: TableLimits,
}

/// The largest table that is read, so that one without end has an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableLimits {
    /// Events.
    pub events: u64,
    /// Bytes of the table as UTF-8.
    pub bytes: u64,
    /// Whether they hold for events that are only counted, too, of which nothing is held.
    pub are_strict: bool,
}

impl Default for TableLimits {
    /// 100,000 events, 16 MiB; a figure takes some sixty times that.
    fn default() -> Self {
        Self { events: 100_000, bytes: 16 << 20, are_strict: false }
    }
}

impl TableLimits {
    /// What is wrong with a table of more events than this.
    pub(super) fn too_many_events(self) -> Message {
        too_many("events", self.events, "max-events").coded(Code::TooManyEvents)
    }

    /// What is wrong with a table of more bytes than this.
    pub(super) fn too_many_bytes(self) -> Message {
        too_many("bytes", self.bytes, "max-bytes").coded(Code::TooManyBytes)
    }
}

fn too_many(what: &str, most: u64, key: &'static str) -> Message {
    Message::new(format!("the table has more {what} than {most}; shorten it, or set "))
        .setting(key)
        .text(format!(" to more than {most}"))
}

impl Default for ReadOptions {
    /// A table in UTF-8 called "table", its columns known by their usual names.
    fn default() -> Self {
        Self {
            name: "table".into(),
            columns: Vec::new(),
            lane_by: None,
            dates: DateOptions::default(),
            encoding: None,
            origin: None,
            unit: None,
            records: None,
            repeats: [None, None],
            strips_footnotes: false,
            sheet: None,
            limits: TableLimits::default(),
        }
    }
}

impl ReadOptions {
    /// The header that the user gives for a role.
    pub(super) fn header_of(&self, role: Role) -> Option<&str> {
        let given = self.columns.iter().find(|(given, _)| *given == role);
        given.map(|(_, header)| header.as_str())
    }

    /// Checks that no role is given twice.
    pub(super) fn check(&self) -> Result<()> {
        for (index, (role, header)) in self.columns.iter().enumerate() {
            let mut earlier = self.columns.iter().take(index);
            if let Some((_, first)) = earlier.find(|(earlier, _)| earlier == role) {
                let fact = format!(" is both {} and {}", quoted(first), quoted(header));
                let message = Message::default().unset_value("column", role.name());
                let message = message.text(fact).text("; give it once");
                return Err(Error::options(Code::DoubledRole, message));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(columns: &[(Role, &str)]) -> ReadOptions {
        let columns = columns.iter().map(|&(role, header)| (role, header.to_owned())).collect();
        ReadOptions { columns, ..ReadOptions::default() }
    }

    #[test]
    fn a_role_is_given_once() {
        let twice = with(&[(Role::Date, "a"), (Role::End, "b"), (Role::Date, "c")]);
        let error = twice.check().expect_err("twice");
        assert_eq!(error.to_string(), "`column date` is both \"a\" and \"c\"; give it once");
        assert_eq!(with(&[(Role::Date, "a"), (Role::End, "a")]).check(), Ok(()));
    }
}
