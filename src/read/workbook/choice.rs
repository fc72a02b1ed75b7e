//! Which sheet of a workbook is read: the one asked for, or the first with a table.

use super::book::Book;
use super::cells::{SheetBounds, SheetCells, SheetKind, SheetName};
use super::fault::{WorkbookFault, unpacked_limit};
use super::rows::{WorkbookSource, sample};
use crate::error::{Code, Error, Fault, Message, Note, Result, meant, nearest, quoted};
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use crate::read::frame::TableFrame;
use std::io::{self, Read};

/// Rows by which it is seen whether a sheet has a table.
const SAMPLED: usize = 60;

/// Reads a workbook, and finds the sheet that is its table.
///
/// # Errors
///
/// [`Error::Data`] if this is not a workbook, or one without a table; [`Error::Options`] if it has no
/// sheet as asked for.
pub(in crate::read) fn open(
    reader: impl Read,
    options: &ReadOptions,
) -> io::Result<Result<(WorkbookSource, Vec<Note>)>> {
    let most = unpacked_limit(options.limits);
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let fault = WorkbookFault::too_large(options.limits);
        return Ok(Err(refused(fault, options)));
    }
    let book = Book::open(&bytes, options.limits).map_err(|fault| refused(fault, options));
    Ok(book.and_then(|book| Choosing { names: book.names(), book, options }.table()))
}

fn refused(fault: WorkbookFault, options: &ReadOptions) -> Error {
    Error::Data(vec![Fault::new(fault.code, fault.message).in_file(&options.name)])
}

/// A workbook whose sheet is being chosen.
struct Choosing<'c, 'b> {
    book: Book<'b>,
    names: Vec<SheetName>,
    options: &'c ReadOptions,
}

impl Choosing<'_, '_> {
    fn table(mut self) -> Result<(WorkbookSource, Vec<Note>)> {
        let (at, sheet, mut notes) = match &self.options.sheet {
            Some(wanted) => {
                let at = self.asked_for(wanted)?;
                (at, self.sheet(at)?, Vec::new())
            }
            None => self.first_table()?,
        };
        let file = &self.options.name;
        let mut note = |code: Code, fact: String| notes.push(Note::new(code, fact).in_file(file));
        match sheet.hidden_rows {
            0 => {}
            1 => note(
                Code::HiddenRead,
                "1 hidden row is read, too; delete it if it is not meant".into(),
            ),
            many => note(
                Code::HiddenRead,
                format!("{many} hidden rows are read, too; delete those not meant"),
            ),
        }
        match sheet.merged_cells {
            0 => {}
            1 => note(
                Code::MergedRead,
                "1 cell takes the text of the merged cell that it is part of".into(),
            ),
            many => note(
                Code::MergedRead,
                format!("{many} cells take the text of the merged cells that they are part of"),
            ),
        }
        let title = self.names[at].title.clone();
        Ok((WorkbookSource::new(title, sheet, self.options.limits), notes))
    }

    /// All cells of a sheet.
    fn sheet(&mut self, at: usize) -> Result<SheetCells> {
        let bounds = SheetBounds { rows: usize::MAX, bytes: self.options.limits.bytes };
        self.book.sheet(at, bounds).map_err(|fault| refused(fault, self.options))
    }

    /// The sheet with this name, or else this number.
    fn asked_for(&self, wanted: &str) -> Result<usize> {
        let title = |at: &usize| self.names[*at].title.trim();
        let wanted = wanted.trim();
        let all = || 0..self.names.len();
        let number = || wanted.parse::<usize>().ok()?.checked_sub(1);
        let found = all().find(|at| title(at) == wanted);
        let found =
            found.or_else(|| all().find(|at| title(at).to_lowercase() == wanted.to_lowercase()));
        let found = found.or_else(|| number().filter(|at| *at < self.names.len()));
        let Some(at) = found else {
            let near =
                nearest(all().map(|at| self.names[at].title.as_str()), &[&wanted.to_lowercase()]);
            let message = Message::new("there is no ")
                .unset_value("sheet", quoted(wanted))
                .text(format!("{}; choose {}", meant(near), listed(self.names.iter(), "or")));
            return Err(Error::Options(vec![
                Fault::new(Code::NoSheet, message).in_file(&self.options.name),
            ]));
        };
        match self.names[at].kind {
            SheetKind::Table => Ok(at),
            kind => Err(Error::options(
                Code::NoSheet,
                format!(
                    "{}: the sheet {} has {}, no cells; choose another",
                    self.options.name,
                    quoted(title(&at)),
                    held(kind)
                ),
            )),
        }
    }

    /// The first sheet with a table, with a note if there are more.
    fn first_table(&mut self) -> Result<(usize, SheetCells, Vec<Note>)> {
        let is_table = |name: &SheetName| name.kind == SheetKind::Table;
        let of = |is_hidden: bool| {
            let names = self.names.iter().enumerate();
            let names =
                names.filter(move |(_, name)| is_table(name) && name.is_hidden == is_hidden);
            names.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let (shown, hidden) = (of(false), of(true));
        let mut first_filled = None;
        for (place, &at) in shown.iter().chain(&hidden).enumerate() {
            let sheet = self.sheet(at)?;
            if self.has_table(&sheet) {
                let others = shown.get(place + 1..).unwrap_or_default();
                let notes = self.notes(at, others);
                return Ok((at, sheet, notes));
            }
            first_filled = first_filled.or((sheet.len() > 0).then_some(at));
        }
        // What it lacks is told in full where its columns are read.
        let at = first_filled.ok_or_else(|| self.without_cells())?;
        Ok((at, self.sheet(at)?, Vec::new()))
    }

    /// Whether a sheet has a table of events, by its first rows.
    fn has_table(&self, sheet: &SheetCells) -> bool {
        let sample = sample(sheet, SAMPLED);
        let frame = TableFrame::of(&sample, self.options);
        let mut rows = sample.rows.into_iter().skip(frame.above);
        let header = if frame.has_header { rows.next() } else { None };
        let rows: Vec<Vec<String>> = rows.collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let header = header.unwrap_or_else(|| vec![String::new(); width]);
        frame.is_transposed || Columns::new(header, &rows, self.options).is_complete()
    }

    /// The notes on a sheet that was chosen among others.
    fn notes(&mut self, at: usize, others: &[usize]) -> Vec<Note> {
        let bounds = SheetBounds { rows: SAMPLED, bytes: self.options.limits.bytes };
        let mut rivals = Vec::new();
        for &other in others {
            // A fault of a sheet that is not read does not matter.
            let sheet = self.book.sheet(other, bounds).unwrap_or_default();
            if self.has_table(&sheet) {
                rivals.push(self.names[other].clone());
            }
        }
        let (file, name) = (&self.options.name, &self.names[at]);
        let read = format!("the sheet {} is read", quoted(&name.title));
        if name.is_hidden {
            let fact = format!("{read}, though it is hidden: no other has a table");
            return vec![Note::new(Code::HiddenRead, fact).in_file(file)];
        }
        if rivals.is_empty() {
            return Vec::new();
        }
        let have = if rivals.len() == 1 { "has a table" } else { "have tables" };
        let message = format!("{read}; {} {have}, too: set ", listed(rivals.iter(), "and"));
        let message = Message::new(message).setting("sheet").text(" to read another");
        vec![Note::new(Code::PartTaken, message).in_file(file)]
    }

    /// The error of a workbook in which no cell says anything.
    fn without_cells(&self) -> Error {
        let kinds: Vec<SheetKind> = self.names.iter().map(|name| name.kind).collect();
        let why = match kinds.first() {
            Some(kind) if !kinds.contains(&SheetKind::Table) => {
                format!("the workbook has only {}", held(*kind))
            }
            _ => "the workbook is empty".to_owned(),
        };
        let message = format!(
            "no events: {why}; give it a sheet with the columns date and title, and a row for \
             each event"
        );
        Error::Data(vec![Fault::new(Code::NoEvents, message).in_file(&self.options.name)])
    }
}

/// What a sheet holds that holds no table.
fn held(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Table => "cells",
        SheetKind::Chart => "charts",
        SheetKind::Macro => "macros",
        SheetKind::Other => "something else",
    }
}

/// Sheets in a sentence, the first few by name.
fn listed<'n>(names: impl Iterator<Item = &'n SheetName>, and: &str) -> String {
    const NAMED: usize = 6;
    let mut names: Vec<String> = names.map(|name| quoted(&name.title)).collect();
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        names.truncate(NAMED);
        names.push(format!("{more} more"));
    }
    match names.as_slice() {
        [] => "none".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
