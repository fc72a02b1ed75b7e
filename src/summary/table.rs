//! Values by key in the order in which the keys came, found by hashing with a fixed seed: so nothing
//! depends on the machine or on the run.

use std::hash::{Hash, Hasher};

/// Values by key.
#[derive(Clone, Debug)]
pub(super) struct KeyTable<K, V> {
    entries: Vec<(K, V)>,
    /// Places in `entries`, each one more than it is; 0 where there is none. A power of two.
    slots: Vec<u32>,
}

impl<K, V> Default for KeyTable<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), slots: vec![0; 64] }
    }
}

impl<K: Hash + Eq, V> KeyTable<K, V> {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The value at a place.
    pub(super) fn at(&mut self, place: usize) -> Option<&mut V> {
        self.entries.get_mut(place).map(|entry| &mut entry.1)
    }

    /// The place of a key, which is made with its value if there is none.
    pub(super) fn place(&mut self, key: K, new: impl FnOnce() -> V) -> usize {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(&key) & mask;
        loop {
            match self.slots[slot] as usize {
                0 => {
                    self.entries.push((key, new()));
                    self.slots[slot] = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
                    return self.entries.len() - 1;
                }
                found if self.entries[found - 1].0 == key => return found - 1,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    pub(super) fn into_entries(self) -> Vec<(K, V)> {
        self.entries
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![0; mask + 1];
        for (place, (key, _)) in (1_u32..).zip(&self.entries) {
            let mut slot = hash(key) & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = place;
        }
        self.slots = slots;
    }
}

fn hash(key: &impl Hash) -> usize {
    let mut hasher = Mixer::default();
    key.hash(&mut hasher);
    let mixed = hasher.finish();
    // The low bits of a product depend on low bits alone.
    (mixed ^ (mixed >> 32)) as usize
}

/// A number that depends on some bytes and on nothing else.
pub fn mixed(bytes: &[u8]) -> u64 {
    let mut mixer = Mixer::default();
    mixer.write(bytes);
    mixer.finish()
}

/// A hash that is fast on a few numbers: each is multiplied in.
#[derive(Default)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.write_u64(u64::from_le_bytes(*eight)));
        if !rest.is_empty() {
            let number = rest.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
            self.write_u64(number);
        }
        self.write_u64(bytes.len() as u64);
    }

    fn write_u64(&mut self, number: u64) {
        /// An odd number whose bits are spread evenly.
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(FACTOR);
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_i32(&mut self, number: i32) {
        self.write_u64(number as u64);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_again_in_the_order_of_their_keys() {
        let mut table: KeyTable<u64, u64> = KeyTable::default();
        for round in 0..3 {
            for key in (0..5000).map(|n| n * 4096) {
                let place = table.place(key, || 0);
                *table.at(place).expect("a value") += round;
            }
        }
        assert_eq!(table.len(), 5000);
        let entries = table.into_entries();
        assert!((0..).zip(&entries).all(|(n, entry)| *entry == (n * 4096, 3)));
    }
}
