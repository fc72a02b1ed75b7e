//! The compound file of an old Office document: a small file system, its streams by name.

use crate::read::workbook::fault::{BookResult, WorkbookFault};

/// Marks the end of a chain of sectors.
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;

/// The greatest number of a sector.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

/// Bytes of a sector of small streams.
const MINI_SECTOR: usize = 64;

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;

/// A compound file.
pub(super) struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector that follows each in its chain.
    next: Vec<u32>,
    /// Streams that are smaller than this are in sectors of their own kind.
    mini_limit: u64,
    mini_next: Vec<u32>,
    mini_bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// A stream of the directory.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    start: u32,
    length: u64,
}

impl<'b> Compound<'b> {
    /// Reads the tables of sectors and the directory.
    pub(super) fn read(bytes: &'b [u8]) -> BookResult<Self> {
        let sector = match u16_at(bytes, 30) {
            Some(9) if bytes.len() >= 512 => 512,
            Some(12) if bytes.len() >= 512 => 4096,
            _ => return Err(damaged()),
        };
        let field = |at| u32_at(bytes, at).ok_or_else(damaged);
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            mini_limit: field(56)?.into(),
            mini_next: Vec::new(),
            mini_bytes: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.read_table()?;
        let is_long = sector == 4096;
        let directory = file.chain(field(48)?)?;
        file.entries =
            directory.chunks_exact(ENTRY).map(|entry| Entry::read(entry, is_long)).collect();
        let root = file.entries.first().cloned().ok_or_else(damaged)?;
        if field(64)? > 0 {
            file.mini_next = numbers(&file.chain(field(60)?)?);
            file.mini_bytes = file.chain(root.start)?;
        }
        Ok(file)
    }

    /// The table of the sectors that follow each other, whose own sectors are listed in the head of
    /// the file, and in a chain from there.
    fn read_table(&self) -> BookResult<Vec<u32>> {
        let head = self.bytes.get(76..512).ok_or_else(damaged)?;
        let mut listed = numbers(head);
        let mut list = u32_at(self.bytes, 68).ok_or_else(damaged)?;
        while list <= LAST_SECTOR {
            if listed.len() > self.sectors() + head.len() {
                return Err(damaged());
            }
            let mut more = numbers(self.sector(list)?);
            list = more.pop().ok_or_else(damaged)?;
            listed.extend(more);
        }
        listed.retain(|id| *id <= LAST_SECTOR);
        if listed.len() > self.sectors() {
            return Err(damaged());
        }
        let mut table = Vec::new();
        for id in listed {
            table.extend(numbers(self.sector(id)?));
        }
        Ok(table)
    }

    /// How many sectors the file has, or more.
    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// The bytes of a sector; the last may be cut.
    fn sector(&self, id: u32) -> BookResult<&'b [u8]> {
        let start = (id as usize).checked_add(1).and_then(|at| at.checked_mul(self.sector));
        let rest = start.and_then(|start| self.bytes.get(start..)).ok_or_else(damaged)?;
        Ok(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The bytes of a chain of sectors.
    fn chain(&self, start: u32) -> BookResult<Vec<u8>> {
        let (mut bytes, mut id, mut count) = (Vec::new(), start, 0);
        while id != END_OF_CHAIN {
            // A chain that is longer than the file goes round.
            count += 1;
            if count > self.sectors() {
                return Err(damaged());
            }
            bytes.extend_from_slice(self.sector(id)?);
            id = *self.next.get(id as usize).ok_or_else(damaged)?;
        }
        Ok(bytes)
    }

    /// The bytes of a chain of small sectors.
    fn mini_chain(&self, start: u32) -> BookResult<Vec<u8>> {
        let (mut bytes, mut id) = (Vec::new(), start);
        while id != END_OF_CHAIN {
            if bytes.len() > self.mini_bytes.len() {
                return Err(damaged());
            }
            let at = (id as usize).checked_mul(MINI_SECTOR).ok_or_else(damaged)?;
            let rest = self.mini_bytes.get(at..).ok_or_else(damaged)?;
            bytes.extend_from_slice(rest.get(..MINI_SECTOR).unwrap_or(rest));
            id = *self.mini_next.get(id as usize).ok_or_else(damaged)?;
        }
        Ok(bytes)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; none if it is missing.
    pub(super) fn stream(&self, name: &str) -> BookResult<Option<Vec<u8>>> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        let is_mini = entry.length < self.mini_limit;
        let mut bytes =
            if is_mini { self.mini_chain(entry.start)? } else { self.chain(entry.start)? };
        let length = usize::try_from(entry.length).unwrap_or(usize::MAX);
        if bytes.len() < length {
            return Err(damaged());
        }
        bytes.truncate(length);
        Ok(Some(bytes))
    }
}

impl Entry {
    fn read(entry: &[u8], is_long: bool) -> Self {
        let units =
            entry.chunks_exact(2).take(32).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        let low = u64::from(u32_at(entry, 120).unwrap_or(0));
        let high = if is_long { u64::from(u32_at(entry, 124).unwrap_or(0)) } else { 0 };
        Self {
            name: String::from_utf16_lossy(&name),
            start: u32_at(entry, 116).unwrap_or(END_OF_CHAIN),
            length: high << 32 | low,
        }
    }
}

fn damaged() -> WorkbookFault {
    WorkbookFault::broken_off(
        "this is an Office container that breaks off or is damaged; copy or download it again, or \
         save it as .xlsx",
    )
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let number = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    bytes.chunks_exact(4).map(number).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
