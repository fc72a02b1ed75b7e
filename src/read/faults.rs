//! What is wrong with a table: the first faults with their places, the others by kind.

use crate::error::{Code, Fault};
use std::collections::BTreeMap;

/// Faults that are told with their places.
pub(super) const PLACED: usize = 100;

/// The faults of a table.
#[derive(Default)]
pub(super) struct FaultList {
    first: Vec<Fault>,
    more: BTreeMap<&'static str, u64>,
}

impl FaultList {
    pub(super) fn add(&mut self, fault: Fault) {
        if self.first.len() < PLACED {
            self.first.push(fault);
        } else {
            self.count(fault.code.kind(), 1);
        }
    }

    /// Counts further faults of a kind, whose places are not known.
    pub(super) fn count(&mut self, kind: &'static str, many: u64) {
        if many > 0 {
            *self.more.entry(kind).or_default() += many;
        }
    }

    /// Adds those of another list.
    pub(super) fn join(&mut self, other: Self) {
        other.first.into_iter().for_each(|fault| self.add(fault));
        other.more.into_iter().for_each(|(kind, many)| self.count(kind, many));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The first in the order of the file, and how many more there are.
    pub(super) fn finish(self) -> Vec<Fault> {
        let Self { mut first, more } = self;
        // What belongs to one row may lie apart in its file.
        first.sort_by_key(|fault| (fault.line, fault.column));
        let many: u64 = more.values().sum();
        if many > 0 {
            let kinds: Vec<String> =
                more.iter().map(|(code, many)| format!("{many} {code}")).collect();
            let file = first.first().map_or(String::new(), |fault| fault.file.clone());
            let message = format!("{many} more errors: {}", kinds.join(", "));
            let fault = Fault::new(Code::Further, message).in_file(file);
            first.push(fault.of_value(many.to_string()));
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_have_their_places_and_the_others_are_counted() {
        let mut list = FaultList::default();
        for line in (1..=150).rev() {
            let code = if line % 3 == 0 { Code::NotALink } else { Code::NotADate };
            list.add(Fault::new(code, "no").in_file("a.csv").at(line, 1));
        }
        let faults = list.finish();
        assert_eq!((faults.len(), faults[0].line, faults[99].line), (101, 51, 150));
        assert_eq!(faults[100].to_string(), "a.csv: 50 more errors: 34 date, 16 value");
        assert_eq!(faults[100].value.as_deref(), Some("50"));
    }
}
