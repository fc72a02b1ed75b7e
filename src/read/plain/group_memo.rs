//! The groups of rows by the bytes of their cells: each is read once.

use super::super::words::{Missing, missing};
use crate::summary::SummaryPart;

/// Bytes of group cells that are remembered, at most; other rows are odd.
const LONGEST: usize = 1 << 10;

/// Groups by bytes.
#[derive(Default)]
pub(super) struct GroupMemo {
    /// What was read last: most rows are of the group of the row before.
    texts: Vec<(Vec<u8>, u32)>,
    /// Places in `texts`, each one more than it is, by hash.
    slots: Vec<u32>,
    key: Vec<u8>,
}

impl GroupMemo {
    /// The group of some cells, and whether their row stands for many; none if it is odd.
    pub(super) fn group(
        &mut self,
        cells: [&[u8]; 3],
        is_counted: bool,
        part: &mut SummaryPart,
    ) -> Option<u32> {
        self.key.clear();
        self.key.push(u8::from(is_counted));
        for cell in cells {
            self.key.extend_from_slice(cell);
            self.key.push(0);
        }
        if self.key.len() > LONGEST {
            return None;
        }
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(&self.key) & mask;
        while self.slots[slot] != 0 {
            let (text, group) = &self.texts[self.slots[slot] as usize - 1];
            if *text == self.key {
                return Some(*group);
            }
            slot = (slot + 1) & mask;
        }
        let group = part.group(cells.map(said), is_counted);
        self.texts.push((self.key.clone(), group));
        self.slots[slot] = u32::try_from(self.texts.len()).ok()?;
        Some(group)
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let mut slots = vec![0; size];
        for (place, (text, _)) in (1_u32..).zip(&self.texts) {
            let mut slot = hash(text) & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = place;
        }
        self.slots = slots;
    }
}

fn hash(bytes: &[u8]) -> usize {
    let mixed = crate::summary::mixed(bytes);
    (mixed ^ (mixed >> 32)) as usize
}

/// What a cell says, as a row says it elsewhere: markup makes a row odd before.
fn said(cell: &[u8]) -> Option<String> {
    let text = str::from_utf8(cell).ok()?.trim();
    let is_there = !text.is_empty() && missing(text) != Some(Missing::None);
    is_there.then(|| text.to_owned())
}
