//! The rows of a table one by one, each sound: UTF-8, quotes closed, cells of bearable length.
//! Blank rows are passed over. What is wrong with a row is placed in the file here.

use super::complaint::{Complaint, Spot};
use super::decode::CHUNK;
use super::dialect::{builder, is_blank};
use super::excerpt::excerpt;
use super::held::{Held, ROW_BYTES};
use super::place::{Cell, Place, cells, char_in_cell};
use crate::error::{Excerpt, SHOWN};
use csv::ByteRecord;
use std::io::{self, Read};

/// Bytes that one cell may take.
const CELL_BYTES: usize = 64 * 1024;

/// What comes next in a table.
pub(super) enum Next {
    /// A sound row, now at hand.
    Row,
    /// A row that cannot be used.
    Broken(Vec<Complaint>),
    /// Nothing.
    End,
}

/// The rows of a table, one of them at hand.
pub(super) struct Records<R> {
    csv: csv::Reader<Held<R>>,
    delimiter: u8,
    row: ByteRecord,
    start: u64,
    end: u64,
    ended: bool,
    /// Faults that were given an excerpt, and those that came after.
    shown: usize,
}

impl<R: Read> Records<R> {
    pub(super) fn new(held: Held<R>, delimiter: u8) -> Self {
        let csv = builder(delimiter).buffer_capacity(CHUNK).from_reader(held);
        Self { csv, delimiter, row: ByteRecord::new(), start: 0, end: 0, ended: false, shown: 0 }
    }

    /// The cells of the row at hand.
    pub(super) fn row(&self) -> &ByteRecord {
        &self.row
    }

    /// How many bytes there are up to the end of the row at hand.
    pub(super) fn bytes(&self) -> u64 {
        self.end
    }

    /// Goes on to the next row that is not blank. After an error of the reader, or a fault of
    /// the file as a whole, there is none.
    pub(super) fn next(&mut self) -> io::Result<Next> {
        while !self.ended {
            self.csv.get_mut().release(self.end);
            self.start = self.end;
            // Until the row is read, so that an error ends the table.
            self.ended = true;
            let more = self.csv.read_byte_record(&mut self.row)?;
            self.end = self.csv.position().byte();
            if let Some(complaint) = self.unreadable() {
                return Ok(Next::Broken(vec![complaint]));
            }
            if !more {
                break;
            }
            self.ended = false;
            let complaints = self.unsound();
            if !complaints.is_empty() {
                return Ok(Next::Broken(complaints));
            }
            if !is_blank(&self.row) {
                return Ok(Next::Row);
            }
        }
        Ok(Next::End)
    }

    /// The line and the character, each from 1, that a complaint about the row at hand points to;
    /// for the whole row the character is 0.
    pub(super) fn place(&mut self, complaint: &Complaint) -> (u64, u64) {
        let offset = self.offset(complaint);
        let start = self.csv.get_mut().place(self.start);
        let place = start.after(self.raw().get(..offset).unwrap_or_default());
        (place.line, if complaint.spot == Spot::Row { 0 } else { place.column })
    }

    /// What stands at the place of a complaint, for as many as will be shown.
    pub(super) fn next_excerpt(&mut self, complaint: &Complaint) -> Option<Excerpt> {
        self.shown += 1;
        if self.shown <= SHOWN { self.excerpt(complaint) } else { None }
    }

    fn excerpt(&self, complaint: &Complaint) -> Option<Excerpt> {
        let (row, at) = (self.raw(), self.offset(complaint));
        let cell = match (complaint.spot, complaint.column) {
            (Spot::Row, _) => at..row.len(),
            (Spot::Char(index, _), _) | (Spot::Byte(_), Some(index)) => {
                self.cells().get(index).map_or(at..at, |cell| cell.start..cell.end)
            }
            (Spot::Byte(_), None) => at..at + 1,
        };
        excerpt(row, at, cell)
    }

    /// The byte of the row at hand that a complaint points to.
    fn offset(&self, complaint: &Complaint) -> usize {
        match complaint.spot {
            Spot::Byte(offset) => offset,
            Spot::Char(cell, offset) => char_in_cell(self.raw(), &self.cells(), cell, offset),
            Spot::Row => self.cells().first().map_or(0, |cell| cell.start),
        }
    }

    /// The bytes of the row at hand, blank lines before it included.
    fn raw(&self) -> &[u8] {
        self.csv.get_ref().slice(self.start, self.end)
    }

    fn cells(&self) -> Vec<Cell> {
        cells(self.raw(), self.delimiter)
    }

    /// What makes the rest of the file unreadable: bytes that are no text, a row without end.
    fn unreadable(&self) -> Option<Complaint> {
        let row = self.raw();
        if let Some(at) = row.iter().position(|&b| b == 0) {
            return Some(Complaint::new(
                Spot::Byte(at),
                "a NUL byte is no text; save the table as UTF-8, or say --encoding utf-16le if it is \
                 in UTF-16",
            ));
        }
        let overrun = self.csv.get_ref().overrun();
        match str::from_utf8(row) {
            // A row that was cut may be cut within a character.
            Err(error) if !(overrun && error.error_len().is_none()) => {
                Some(self.no_utf8(row, error.valid_up_to()))
            }
            _ => overrun.then(|| self.too_long()),
        }
    }

    fn no_utf8(&self, row: &[u8], at: usize) -> Complaint {
        if let Some(name) = self.csv.get_ref().encoding() {
            let message = format!("the {name} text is damaged here; save the table as UTF-8");
            return Complaint::new(Spot::Byte(at), message);
        }
        let line = row.get(..at).unwrap_or_default().rsplit(|b| matches!(b, b'\n' | b'\r')).next();
        let message = format!(
            "byte {} of this line, 0x{:02X}, is not UTF-8; save the table as UTF-8, or say what it \
             is in, as --encoding windows-1252",
            line.map_or(0, <[u8]>::len) + 1,
            row.get(at).copied().unwrap_or_default()
        );
        Complaint::new(Spot::Byte(at), message)
    }

    fn too_long(&self) -> Complaint {
        let cells = self.cells();
        match cells.iter().enumerate().find(|(_, cell)| cell.open) {
            Some((index, cell)) => open_quote(index, cell),
            None => Complaint::new(
                Spot::Row,
                format!(
                    "the row and the blank lines above it are longer than {} KiB; shorten them",
                    ROW_BYTES / 1024
                ),
            ),
        }
    }

    /// What is wrong with the row at hand as it is written.
    fn unsound(&self) -> Vec<Complaint> {
        let mut complaints = Vec::new();
        if self.raw().contains(&b'"') {
            complaints.extend(quote_faults(self.raw(), &self.cells()));
        }
        if self.row.as_slice().len() > CELL_BYTES {
            complaints.extend(long_cells(&self.row));
        }
        complaints
    }
}

/// Quotes that are not closed, and text after those that are.
fn quote_faults(row: &[u8], cells: &[Cell]) -> Vec<Complaint> {
    let fault = |(index, cell): (usize, &Cell)| match cell.stray {
        Some(at) => Some(Complaint::new(Spot::Byte(at), stray_text(row, cell)).of(index)),
        None => cell.open.then(|| open_quote(index, cell)),
    };
    cells.iter().enumerate().filter_map(fault).collect()
}

/// Text after a closing quote. Where the cell runs over lines, a quote far above is to blame.
fn stray_text(row: &[u8], cell: &Cell) -> String {
    let remedy = "double each quote that belongs to the text";
    let lines = Place::START.after(cell.content(row)).line - 1;
    if lines == 0 {
        return format!("text follows the closing quote; {remedy}");
    }
    let plural = if lines == 1 { "" } else { "s" };
    format!(
        "text follows the closing quote of a cell that opened {lines} line{plural} above; \
         close that quote, or {remedy}"
    )
}

fn open_quote(index: usize, cell: &Cell) -> Complaint {
    let message = "the quote that opens here is not closed; add the closing quote";
    Complaint::new(Spot::Byte(cell.start.saturating_sub(1)), message).of(index)
}

fn long_cells(row: &ByteRecord) -> impl Iterator<Item = Complaint> {
    let long = row.iter().enumerate().filter(|(_, cell)| cell.len() > CELL_BYTES);
    long.map(|(index, _)| {
        let message = format!("the cell is longer than {} KiB; shorten it", CELL_BYTES / 1024);
        Complaint::new(Spot::Char(index, 0), message).of(index)
    })
}
