//! Which columns a plain row has, and which must be blank in it.

use super::super::ReadOptions;
use super::super::columns::Columns;
use super::super::roles::Role;
use crate::date::DateOptions;

/// The columns of plain rows.
#[derive(Clone, Debug)]
pub(in crate::read) struct PlainPlan {
    pub(super) delimiter: u8,
    /// Columns of the header row.
    pub(super) width: usize,
    pub(super) date: usize,
    pub(super) end: Option<usize>,
    pub(super) name: Option<usize>,
    /// Those of category, lane and colour.
    pub(super) group: [Option<usize>; 3],
    pub(super) importance: Option<usize>,
    pub(super) count: Option<usize>,
    pub(super) url: Option<usize>,
    /// Columns in which a plain row has nothing.
    pub(super) blank: Vec<usize>,
    pub(super) dates: DateOptions,
    /// Whether `YYYY-MM` is a month even where it could be a range of years, as the date and as the end.
    pub(in crate::read) reads_months: [bool; 2],
    /// Whether a day whose order is open is read in both orders, as the date and as the end.
    pub(super) reads_orders: [bool; 2],
}

impl PlainPlan {
    /// The plan for a table in CSV; none where its rows say more than can be read this way.
    pub(in crate::read) fn of(
        columns: &Columns,
        options: &ReadOptions,
        (delimiter, width): (u8, usize),
    ) -> Option<Self> {
        const BLANK: [Role; 7] = [
            Role::EndYear,
            Role::EndMonth,
            Role::EndDay,
            Role::EndTime,
            Role::Duration,
            Role::Kind,
            Role::Time,
        ];
        if columns.counting().is_some() || options.strips_footnotes {
            return None;
        }
        let end = columns.dates(Role::End).plain();
        let odd_end = columns.of_role(Role::End).filter(|_| end.is_none());
        let blank = BLANK.iter().filter_map(|role| columns.of_role(*role));
        Some(Self {
            delimiter,
            width,
            date: columns.dates(Role::Date).plain()?,
            end,
            name: columns.of_role(Role::Name),
            group: [Role::Category, Role::Lane, Role::Color].map(|role| columns.of_role(role)),
            importance: columns.of_role(Role::Importance),
            count: columns.of_role(Role::Count),
            url: columns.of_role(Role::Url),
            blank: blank.chain(odd_end).collect(),
            dates: options.dates.clone(),
            reads_months: [false; 2],
            reads_orders: [false; 2],
        })
    }
}
