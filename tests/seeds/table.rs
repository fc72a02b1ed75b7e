//! What holds for the reading of any bytes with any options.

use crate::choose::Choices;
use annals::date::DateOptions;
use annals::read::{DateCell, Role, TableLimits, dates, read};
use annals::{Error, Fault, ReadOptions, Table};
use std::io::{self, Read};
use std::str::FromStr;

/// What is tried of a table.
#[derive(Clone, Copy)]
enum Way {
    /// To read it.
    Whole,
    /// To read it byte by byte, too.
    Drops,
    /// To read its dates alone.
    Dates,
}

/// The way and the options that the first six bytes stand for, and the table that the others are.
fn parts(bytes: &[u8]) -> (Way, ReadOptions, &[u8]) {
    let mut choices = Choices(bytes);
    let encodings = ["", "", "", "utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis"];
    let encoding = choices.parsed(&encodings);
    let dates = DateOptions {
        order: choices.parsed(&["", "dmy", "mdy", "ymd"]),
        zone: choices.parsed(&["", "Z", "+05:00"]),
        locale: choices.parsed(&["", "ru", "ur", "de"]),
        ..DateOptions::default()
    };
    let renamed: [&[(Role, &str)]; 4] = [
        &[],
        &[(Role::Name, "what")],
        &[(Role::Date, "wann"), (Role::End, "bis")],
        &[(Role::Name, "date")],
    ];
    let columns = choices.of(&renamed).iter().map(|&(role, name)| (role, name.into())).collect();
    let limits = TableLimits { events: 40, bytes: 4000, are_strict: false };
    let way = choices.of(&[Way::Whole, Way::Whole, Way::Drops, Way::Dates]);
    (
        way,
        ReadOptions {
            name: "t".into(),
            columns,
            dates,
            encoding,
            limits,
            ..ReadOptions::default()
        },
        choices.0,
    )
}

/// A reader that gives one byte at a time.
struct Drops<'a>(&'a [u8]);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(1);
        self.0.read(&mut buffer[..length])
    }
}

/// A table is read or refused, the same in one piece and in drops; what is read is whole, and
/// every fault lies in the table and says something.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    holds_below("", bytes)
}

/// The same of a table that begins with a head.
pub(crate) fn holds_below(head: &str, bytes: &[u8]) -> Result<(), String> {
    let (way, mut options, table) = parts(bytes);
    options.repeats = [annals::Date::from_str("2020").ok(), annals::Date::from_str("2030").ok()];
    let table: &[u8] = &[head.as_bytes(), table].concat();
    if let Way::Dates = way {
        return dates_hold(table, &options);
    }
    let result = read(table, &options);
    if matches!(way, Way::Drops) && read(Drops(table), &options) != result {
        return Err("in drops it reads otherwise".into());
    }
    match &result {
        Ok(found) => whole(found, &options),
        Err(error) => told(error, table),
    }
}

fn dates_hold(table: &[u8], options: &ReadOptions) -> Result<(), String> {
    let mut cells = Vec::new();
    let read = dates(table, options, |cell| {
        cells.push(cell);
        Ok(())
    });
    read.or_else(|error| told(&error, table))?;
    cells.iter().try_for_each(|cell| placed(cell, table))
}

fn whole(table: &Table, options: &ReadOptions) -> Result<(), String> {
    let events = &table.events;
    let is_named = events.iter().all(|event| !event.name.trim().is_empty());
    if events.is_empty() || events.len() as u64 > options.limits.events || !is_named {
        return Err(format!("{events:?} is no table"));
    }
    match table.notes.iter().find(|note| note.to_string().contains(annals::error::is_hidden)) {
        Some(note) => Err(format!("{note:?} steers the terminal")),
        None => Ok(()),
    }
}

fn told(error: &Error, table: &[u8]) -> Result<(), String> {
    let faults = match error {
        Error::Data(faults) if !faults.is_empty() => faults,
        _ => return Err(error.to_string()),
    };
    let places = faults.iter().map(|fault| (fault.line, fault.column));
    if !places.is_sorted() {
        return Err(format!("out of order: {error}"));
    }
    faults.iter().try_for_each(|fault| sound(fault, table))
}

/// More lines than a table has in any encoding, and more characters than any of its lines.
fn most(table: &[u8]) -> u64 {
    2 * table.len() as u64 + 2
}

fn sound(fault: &Fault, table: &[u8]) -> Result<(), String> {
    let is_near = fault.line.max(fault.column) <= most(table);
    if !is_near
        || fault.message.is_empty()
        || fault.message.to_string().contains(annals::error::is_hidden)
    {
        return Err(format!("{fault:?}"));
    }
    let Some(excerpt) = &fault.excerpt else { return Ok(()) };
    match excerpt.text.get(excerpt.cell.clone()).zip(excerpt.text.get(excerpt.at..)) {
        Some(_) => Ok(()),
        None => Err(format!("nothing to underline in {fault:?}")),
    }
}

fn placed(cell: &DateCell, table: &[u8]) -> Result<(), String> {
    match cell.line.max(cell.column) <= most(table) {
        true => Ok(()),
        false => Err(format!("{cell:?} is outside of the table")),
    }
}
