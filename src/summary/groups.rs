//! What events are counted by besides their time: category, lane and colour, and whether their rows
//! stand for many.

use crate::date::Date;
use crate::event::Event;
use std::collections::BTreeMap;

use super::PointWeight;

/// What events have in common that are counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SummaryGroup {
    pub(super) category: Option<String>,
    pub(super) lane: Option<String>,
    pub(super) colour: Option<String>,
    /// Whether the rows say for how many events they stand.
    pub(super) is_counted: bool,
}

/// All groups, by number.
#[derive(Default)]
pub(super) struct SummaryGroups {
    numbers: BTreeMap<SummaryGroup, u32>,
    groups: Vec<SummaryGroup>,
}

impl SummaryGroup {
    pub(super) fn of(event: &Event) -> Self {
        Self {
            category: event.category.clone(),
            lane: event.lane.clone(),
            colour: event.colour.clone(),
            is_counted: event.count.is_some(),
        }
    }

    /// So many events of the group as one.
    pub(super) fn event(&self, start: Date, (many, importance): PointWeight) -> Event {
        Event {
            category: self.category.clone(),
            lane: self.lane.clone(),
            colour: self.colour.clone(),
            importance,
            count: self.is_counted.then_some(many),
            summed: (!self.is_counted).then_some(many),
            ..Event::new(start, String::new())
        }
    }
}

impl SummaryGroups {
    /// The number of a group, which is a new one if it is.
    pub(super) fn place(&mut self, group: SummaryGroup) -> u32 {
        if let Some(&number) = self.numbers.get(&group) {
            return number;
        }
        let number = u32::try_from(self.groups.len()).unwrap_or(u32::MAX);
        self.groups.push(group.clone());
        self.numbers.insert(group, number);
        number
    }

    /// All groups in the order of their numbers.
    pub(super) fn all(self) -> impl Iterator<Item = SummaryGroup> {
        self.groups.into_iter()
    }

    pub(super) fn get(&self, number: u32) -> &SummaryGroup {
        &self.groups[number as usize]
    }
}
