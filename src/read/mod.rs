//! A table of dated events, read: bytes in; events, faults with their place, and notes out.
//!
//! The flow is `decode` (any encoding to UTF-8), `held` (the bytes of the row at hand, kept for
//! messages), `dialect` (the delimiter), `records` (sound rows), `columns` (which header is
//! what), `values` (cells to an event) and `rows` (the iterator over it all). Rows stream: what is
//! held does not grow with the table. This room knows nothing of charts, opens no file and prints
//! nothing.

mod columns;
mod complaint;
mod dates;
mod decode;
mod dialect;
mod excerpt;
mod held;
mod place;
mod records;
mod rows;
mod values;

pub use columns::Role;
pub use dates::{DateCell, dates};
pub use rows::Rows;

use crate::date::{DateOptions, DateOrder};
use crate::error::{Error, Fault, FaultKind, Note, Result, quoted};
use crate::event::Event;
use crate::options::Encoding;
use std::io::Read;

/// What the reader of a table is told about it.
#[cfg_attr(not(feature = "internals"), non_exhaustive)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// The input's name in messages.
    pub name: String,
    /// Headers that stand for a role whatever they are called, in any case of letters. The
    /// aliases of such a role are then columns like any other.
    pub columns: Vec<(Role, String)>,
    /// The column whose values are the lanes, by its header or its role, whatever else it tells.
    pub lane_by: Option<String>,
    /// How dates are read that can be taken in two ways.
    pub dates: DateOptions,
    /// What the bytes are in, where no byte order mark says so; UTF-8 without.
    pub encoding: Option<Encoding>,
    /// What a whole table may come to.
    pub limits: Limits,
}

/// What a whole table may come to, so that one without end has an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Events.
    pub events: u64,
    /// Bytes of the table as UTF-8.
    pub bytes: u64,
}

impl Default for Limits {
    /// 100,000 events, 16 MiB; a figure takes some sixty times that.
    fn default() -> Self {
        Self { events: 100_000, bytes: 16 << 20 }
    }
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
            limits: Limits::default(),
        }
    }
}

/// A whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its events, in the order of the file.
    pub events: Vec<Event>,
    /// What its maker should know, though it stops nothing.
    pub notes: Vec<Note>,
}

/// Reads a whole table.
///
/// # Errors
///
/// [`Error::Data`] with every fault of every row, or because there is no event at all;
/// [`Error::Options`] if two headers are given for one role; [`Error::System`] if the reader
/// fails.
///
/// ```
/// use annals::read::{ReadOptions, read};
/// let table = read("date,title\n1912-04-15,Titanic sinks\n".as_bytes(), &ReadOptions::default())?;
/// assert_eq!(table.events[0].name, "Titanic sinks");
/// # Ok::<(), annals::error::Error>(())
/// ```
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Table> {
    let mut rows = Rows::new(reader, options)?;
    let (mut events, mut faults) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next() {
        if let Some(fault) = rows.beyond(options.limits) {
            faults.push(fault);
            break;
        }
        match row {
            Ok(event) => events.push(event),
            Err(more) => faults.extend(more),
        }
    }
    if let Some(error) = rows.failure() {
        return Err(error.clone());
    }
    if events.is_empty() && faults.is_empty() {
        faults
            .push(no_events(options, "the header has no rows below it; add a row for each event"));
    }
    if faults.is_empty() {
        return Ok(Table { events, notes: rows.notes().to_vec() });
    }
    hint(&events, &mut faults);
    Err(Error::Data(faults))
}

/// Tells refused dates in numbers which order other rows show. It is not taken over: one slip
/// would then change all the others.
fn hint(events: &[Event], faults: &mut [Fault]) {
    let dates = events.iter().flat_map(|event| std::iter::once(&event.start).chain(&event.end));
    let mut shown = dates.map(|date| &date.written).filter_map(|text| {
        let order = DateOrder::shown_by(text)?;
        Some((order, text))
    });
    let Some((order, text)) = shown.next() else { return };
    let first = if order == DateOrder::Dmy { "day" } else { "month" };
    if shown.any(|(other, _)| other != order) {
        return;
    }
    for fault in faults.iter_mut().filter(|fault| fault.kind == FaultKind::Ambiguous) {
        let evidence = format!("; {} in another row has the {first} first", quoted(text));
        fault.message = std::mem::take(&mut fault.message).text(evidence);
    }
}

/// The fault of a table that holds no events.
fn no_events(options: &ReadOptions, why: &str) -> Fault {
    Fault::new(FaultKind::Empty, format!("no events: {why}")).in_file(&options.name)
}
