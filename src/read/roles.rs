//! What a column can say of an event, and the headers by which it is known.

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
}

/// The roles without which there is no event.
pub(super) const EVENT: [Role; 2] = [Role::Date, Role::Name];

impl Role {
    /// All roles in their order.
    pub const ALL: [Role; 13] = [
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
    ];

    /// The headers that have this role, in lower case. The first is the role's own name.
    pub(super) const fn headers(self) -> &'static [&'static str] {
        match self {
            Role::Date => &["date", "start", "from", "begin", "year"],
            Role::End => &["end", "until", "to"],
            Role::Name => &["title", "label", "name", "event"],
            Role::Detail => &["description", "detail", "text", "note"],
            Role::Category => &["category", "group", "type"],
            Role::Lane => &["lane", "track", "row"],
            Role::Color => &["color", "colour"],
            Role::On => &["on"],
            Role::Importance => &["importance", "weight", "priority"],
            Role::Url => &["url", "link"],
            Role::When => &["when"],
            Role::Count => &["count"],
            Role::Kind => &["kind"],
        }
    }

    /// The role's own name, as [`Role::from_name`] takes it.
    pub const fn name(self) -> &'static str {
        self.headers()[0]
    }

    /// The role of that name: "date", "end", "title", "description", "category", "lane",
    /// "color", "on", "importance", "url", "when", "count" or "kind".
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
    /// The value that `value` gives for each role.
    pub(super) fn new(value: impl FnMut(Role) -> T) -> Self {
        Self(Role::ALL.map(value))
    }

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
    use std::collections::BTreeSet;

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
    fn a_header_has_one_role_and_is_in_lower_case() {
        let headers: Vec<&str> =
            Role::ALL.iter().flat_map(|role| role.headers()).copied().collect();
        assert_eq!(headers.iter().collect::<BTreeSet<_>>().len(), headers.len());
        assert!(headers.iter().all(|header| header.to_lowercase() == *header));
    }

    #[test]
    fn each_role_has_a_value_of_its_own() {
        let mut names = ByRole::new(Role::name);
        names.set(Role::Count, "number");
        assert_eq!((*names.get(Role::Count), *names.get(Role::Url)), ("number", "url"));
        assert_eq!(names.values().count(), Role::ALL.len());
    }
}
