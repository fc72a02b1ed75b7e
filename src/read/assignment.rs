//! Which column has which role, and how it came about: the record in which the roles are put down.
//! Knows no rows.

use super::ReadOptions;
use super::column_facts::ColumnFacts;
use super::header_name::HeaderName;
use super::roles::{ByRole, Role};
use super::time_header::TimeHeader;
use super::words::duration_unit;

/// A column as it is seen before it has a role.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnView {
    /// Its header as it is written.
    pub header: String,
    /// The header taken apart.
    pub name: HeaderName,
    /// What the header says of time.
    pub time: Option<TimeHeader>,
    /// What its cells look like.
    pub facts: ColumnFacts,
}

impl ColumnView {
    /// Whether its header says that its cells are the numbers of things, or the like.
    pub(super) fn is_identifier(&self) -> bool {
        const WORDS: [&str; 8] = ["id", "no", "nr", "number", "num", "code", "key", "index"];
        self.name.words.iter().any(|word| WORDS.contains(&word.as_str()))
    }

    /// Whether its header is the name of a unit alone.
    pub(super) fn names_unit(&self) -> bool {
        match self.name.words.as_slice() {
            [word] => word.chars().nth(1).is_some() && duration_unit(word).is_some(),
            _ => false,
        }
    }
}

/// Why a column has a role that its header alone does not give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// Its header is like the usual ones.
    Likeness,
    /// Its cells look so.
    Content,
    /// There is no other column for it.
    OnlyOne,
}

/// The roles of columns, and how they came about.
#[derive(Clone, Debug, Default)]
pub(super) struct Assignment {
    /// The column of each role.
    pub roles: ByRole<Option<usize>>,
    /// Roles that were inferred.
    pub inferred: Vec<(Role, Basis)>,
    /// Columns that could have had a role as well.
    pub rivals: Vec<(Role, usize)>,
    /// Two columns with the same header for a role.
    pub doubled: Vec<(Role, usize, usize)>,
    /// In a wide table the columns that hold a date for each event of a row.
    pub milestones: Vec<usize>,
    /// Whether each date of a row would be an event if no column were the end.
    pub can_be_wide: bool,
    /// The column of the quarter, week or season of a year in a column of its own.
    pub part: Option<usize>,
    /// The columns of the eras of the date and the end, which may be one.
    pub eras: [Option<usize>; 2],
    /// Whether the columns of the date and the end bound the one date of an event.
    pub are_bounds: bool,
    /// The columns that bound the date and the end from above, where the others do from below.
    pub latest: [Option<usize>; 2],
    /// The column of the margin of the date, in years.
    pub margin: Option<usize>,
    /// The column whose text is a part of the title, too, and what stands before it.
    pub name_with: Option<(usize, &'static str)>,
    /// Columns that the user gave a role.
    given: Vec<usize>,
    /// Roles that the user gave a column, or switched off.
    settled: Vec<Role>,
}

impl Assignment {
    /// Gives the role of lanes to the column that the user names by its header or its role, whatever
    /// other role it has.
    pub(super) fn set_lane(&mut self, views: &[ColumnView], name: &str) {
        let role = Role::from_name(&name.trim().to_lowercase());
        let column = named(views, name).or_else(|| *self.roles.get(role.ok()?));
        self.roles.set(Role::Lane, column);
    }

    /// What the user says.
    pub(super) fn given(views: &[ColumnView], options: &ReadOptions) -> Self {
        let mut assignment = Self::default();
        for (role, header) in &options.columns {
            assignment.settled.push(*role);
            if let Some(column) = named(views, header) {
                assignment.roles.set(*role, Some(column));
                assignment.given.push(column);
            }
        }
        assignment
    }

    /// Whether a role may still get a column.
    pub(super) fn is_open(&self, role: Role) -> bool {
        self.roles.get(role).is_none() && !self.settled.contains(&role)
    }

    /// Whether the user decided on a role.
    pub(super) fn is_settled(&self, role: Role) -> bool {
        self.settled.contains(&role)
    }

    /// Whether a column has no role yet.
    pub(super) fn is_free(&self, column: usize) -> bool {
        !self.given.contains(&column)
            && !self.milestones.contains(&column)
            && self.part != Some(column)
            && self.margin != Some(column)
            && !self.latest.contains(&Some(column))
            && !self.eras.contains(&Some(column))
            && self.name_with.is_none_or(|(second, _)| second != column)
            && self.roles.values().all(|claimed| *claimed != Some(column))
    }

    /// Gives a role to a column, if the role is open and the column free.
    pub(super) fn claim(&mut self, role: Role, column: usize) -> bool {
        let can = self.is_open(role) && self.is_free(column);
        if can {
            self.roles.set(role, Some(column));
        }
        can
    }

    /// The same for a reason that is to be told.
    pub(super) fn infer(&mut self, role: Role, column: usize, reason: Basis) {
        if self.claim(role, column) {
            self.inferred.push((role, reason));
        }
    }

    /// The columns without a role.
    pub(super) fn free<'v>(
        &self,
        views: &'v [ColumnView],
    ) -> impl Iterator<Item = (usize, &'v ColumnView)> + use<'v> {
        let free: Vec<bool> = (0..views.len()).map(|column| self.is_free(column)).collect();
        views.iter().enumerate().filter(move |(column, _)| free[*column])
    }
}

/// The column whose header is this, in any case of letters.
pub(super) fn named(views: &[ColumnView], header: &str) -> Option<usize> {
    let wanted = header.trim().to_lowercase();
    let mut views = views.iter();
    if wanted.is_empty() {
        None
    } else {
        views.position(|view| view.header.to_lowercase() == wanted)
    }
}
