//! What a column can say of an event.

use crate::error::{meant, nearest, quoted};

/// What a column says of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// When it happened or began.
    Date,
    /// When it ended.
    End,
    /// Its name.
    Name,
    /// A sentence more.
    Detail,
    /// The group that gives it its colour.
    Category,
    /// The lane it is drawn in.
    Lane,
    /// Its own colour.
    Color,
    /// The span that it is a milestone of.
    On,
    /// How important it is.
    Importance,
    /// Where to read more.
    Url,
    /// Date text to show in place of the printed date.
    When,
    /// How many rows of some larger table it summarises.
    Count,
    /// What it is drawn as.
    Kind,
    /// The year in which it happened or began.
    Year,
    /// The month of that year, by number or name.
    Month,
    /// The day of that month.
    Day,
    /// The time of that day.
    Time,
    /// The year in which it ended.
    EndYear,
    /// The month of that year.
    EndMonth,
    /// The day of that month.
    EndDay,
    /// The time of the day on which it ended.
    EndTime,
    /// How long it lasted.
    Duration,
}

impl Role {
    /// All roles in their order.
    pub const ALL: [Role; 22] = [
        Role::Date,
        Role::End,
        Role::Name,
        Role::Detail,
        Role::Category,
        Role::Lane,
        Role::Color,
        Role::On,
        Role::Importance,
        Role::Url,
        Role::When,
        Role::Count,
        Role::Kind,
        Role::Year,
        Role::Month,
        Role::Day,
        Role::Time,
        Role::EndYear,
        Role::EndMonth,
        Role::EndDay,
        Role::EndTime,
        Role::Duration,
    ];

    /// The role's own name, as [`Role::from_name`] takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Date => "date",
            Role::End => "end",
            Role::Name => "title",
            Role::Detail => "description",
            Role::Category => "category",
            Role::Lane => "lane",
            Role::Color => "color",
            Role::On => "on",
            Role::Importance => "importance",
            Role::Url => "url",
            Role::When => "when",
            Role::Count => "count",
            Role::Kind => "kind",
            Role::Year => "year",
            Role::Month => "month",
            Role::Day => "day",
            Role::Time => "time",
            Role::EndYear => "end-year",
            Role::EndMonth => "end-month",
            Role::EndDay => "end-day",
            Role::EndTime => "end-time",
            Role::Duration => "duration",
        }
    }

    /// The role of that name: "date", "end", "title", "description", "category", "lane",
    /// "color", "on", "importance", "url", "when", "count", "kind", the parts "year", "month", "day",
    /// "time" and the same with "end-" before them, or "duration".
    ///
    /// # Errors
    ///
    /// A message with the names there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|role| role.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name);
            let near = meant(nearest(names.into_iter(), &[name]));
            let name = quoted(name);
            format!("no column has the role {name}{near}; the roles are {}", names.join(", "))
        })
    }
}

/// One value for each role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ByRole<T>([T; Role::ALL.len()]);

/// What [`ByRole`] relies on, checked when this is compiled: a role's number is its place in
/// [`Role::ALL`].
const _: () = {
    let mut index = 0;
    while index < Role::ALL.len() {
        assert!(Role::ALL[index] as usize == index);
        index += 1;
    }
};

impl<T> ByRole<T> {
    pub(super) fn get(&self, role: Role) -> &T {
        &self.0[role as usize]
    }

    pub(super) fn set(&mut self, role: Role, value: T) {
        self.0[role as usize] = value;
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_name_and_another_word_is_refused_with_all_names() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Ok(role));
        }
        let message = Role::from_name("size").expect_err("no role");
        assert!(message.contains("\"size\""), "{message}");
        assert!(message.contains("date, end, title"), "{message}");
    }

    #[test]
    fn each_role_has_a_value_of_its_own() {
        let mut names = ByRole::<&str>::default();
        names.set(Role::Count, "number");
        assert_eq!((*names.get(Role::Count), *names.get(Role::Url)), ("number", ""));
        assert_eq!(names.values().count(), Role::ALL.len());
    }
}
