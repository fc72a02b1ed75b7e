//! Categories and their colours: in order of first use, six and no more.

use super::domain::Dated;
use crate::event::Event;
use crate::theme::{Hue, Theme};

/// The name under which the seventh and later categories stand together.
const OTHER: &str = "Other";

/// The categories of a figure.
pub(super) struct Categories {
    /// Names in order of first use.
    names: Vec<String>,
    theme: Theme,
}

impl Categories {
    /// The categories of `events`, which are in the order of time.
    pub(super) fn of(events: &[Dated<'_>], theme: Theme) -> Self {
        let mut names: Vec<String> = Vec::new();
        for name in events.iter().filter_map(|dated| dated.event.category.as_ref()) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        Self { names, theme }
    }

    /// The colours of an event. Where no event has a category, all have the first colour.
    pub(super) fn hue(&self, event: &Event) -> Hue {
        let first = self.theme.categories[0];
        let place = |name| self.names.iter().position(|known| known == name);
        match event.category.as_ref().and_then(place) {
            Some(place) => self.theme.categories.get(place).copied().unwrap_or(self.theme.neutral),
            None if self.names.is_empty() => first,
            None => self.theme.neutral,
        }
    }

    /// Names and colours for a legend, the others together at the end; none where one category
    /// needs no telling apart.
    pub(super) fn legend(&self) -> Vec<(&str, Hue)> {
        if self.names.len() < 2 {
            return Vec::new();
        }
        let named = self.names.iter().map(String::as_str).zip(self.theme.categories);
        let is_more = self.names.len() > self.theme.categories.len();
        named.chain(is_more.then_some((OTHER, self.theme.neutral))).collect()
    }
}
