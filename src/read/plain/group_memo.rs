//! The groups of rows by the bytes of their cells: each is read once.

use super::super::words::{Missing, missing};
use crate::summary::SummaryPart;

/// Bytes of group cells that are remembered, at most; other rows are odd.
const LONGEST: usize = 1 << 10;

/// Groups by bytes.
#[derive(Default)]
pub(super) struct GroupMemo {
    /// Whether the rows stand for many, and the cells, each with a NUL after it, which no cell has.
    texts: Vec<(Vec<u8>, u32)>,
    /// Places in `texts`, each one more than it is, by hash.
    slots: Vec<u32>,
    /// Groups of short cells alone, by a hash of what these are as a number.
    recent: Vec<Option<(u128, u32)>>,
}

/// How many are remembered so; a power of two.
const RECENT: usize = 256;

impl GroupMemo {
    /// The group of some cells, and whether their row stands for many; none if it is odd.
    pub(super) fn group(
        &mut self,
        cells: [&[u8]; 3],
        is_counted: bool,
        part: &mut SummaryPart,
    ) -> Option<u32> {
        let Some(number) = number(cells).filter(|_| !is_counted) else {
            return self.found(cells, is_counted, part);
        };
        if self.recent.is_empty() {
            self.recent.resize(RECENT, None);
        }
        let place = (number as u64 ^ (number >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let place = (place >> 56) as usize % RECENT;
        if let Some((known, group)) = self.recent[place]
            && known == number
        {
            return Some(group);
        }
        let group = self.found(cells, is_counted, part)?;
        self.recent[place] = Some((number, group));
        Some(group)
    }

    /// The same, whatever the cells are.
    fn found(
        &mut self,
        cells: [&[u8]; 3],
        is_counted: bool,
        part: &mut SummaryPart,
    ) -> Option<u32> {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(cells) & mask;
        while self.slots[slot] != 0 {
            let (text, group) = &self.texts[self.slots[slot] as usize - 1];
            if is_of(text, cells, is_counted) {
                return Some(*group);
            }
            slot = (slot + 1) & mask;
        }
        let key =
            [&[u8::from(is_counted)], cells[0], &[0], cells[1], &[0], cells[2], &[0]].concat();
        if key.len() > LONGEST {
            return None;
        }
        let group = part.group(cells.map(said), is_counted);
        self.texts.push((key, group));
        self.slots[slot] = u32::try_from(self.texts.len()).ok()?;
        Some(group)
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let mut slots = vec![0; size];
        for (place, (text, _)) in (1_u32..).zip(&self.texts) {
            let mut slot = hash(cells(text)) & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = place;
        }
        self.slots = slots;
    }
}

/// The first of some cells as a number, if it is short and the others are empty. Cells have no NUL.
fn number([first, second, third]: [&[u8]; 3]) -> Option<u128> {
    let is_short = first.len() <= 16 && second.is_empty() && third.is_empty();
    let number = || first.iter().rev().fold(0, |number, &byte| number << 8 | u128::from(byte));
    is_short.then(number)
}

/// Whether a text is that of some cells.
fn is_of(text: &[u8], cells: [&[u8]; 3], is_counted: bool) -> bool {
    let mut rest = text.get(1..).unwrap_or_default();
    let are_same = cells.iter().all(|cell| {
        let after = rest.strip_prefix(*cell).and_then(|after| after.strip_prefix(&[0]));
        rest = after.unwrap_or_default();
        after.is_some()
    });
    are_same && text.first() == Some(&u8::from(is_counted))
}

/// The cells of a text.
fn cells(text: &[u8]) -> [&[u8]; 3] {
    let mut cells = text.get(1..).unwrap_or_default().split(|&byte| byte == 0);
    [(); 3].map(|()| cells.next().unwrap_or_default())
}

fn hash(cells: [&[u8]; 3]) -> usize {
    let mixed = cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .fold(0_u64, |sum, cell| sum.rotate_left(17) ^ crate::summary::mixed(cell));
    (mixed ^ (mixed >> 32)) as usize
}

/// What a cell says, as a row says it elsewhere: markup makes a row odd before.
fn said(cell: &[u8]) -> Option<String> {
    let text = str::from_utf8(cell).ok()?.trim();
    let is_there = !text.is_empty() && missing(text) != Some(Missing::None);
    is_there.then(|| text.to_owned())
}
