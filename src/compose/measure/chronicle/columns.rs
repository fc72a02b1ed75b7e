//! The columns that the rows of a chronicle are set in: dates beside, over or after names, descriptions
//! under or beside them.
//!
//! In: texts that are shaped and the room for them. Out: where each column begins and how wide it is.

use super::{ChronicleText, ChronicleTexts};
use crate::geometry::Sub;

/// The widest lines of a row, in ems of its name: a sentence is best read in one breath, and one of
/// some eighty letters still is.
const WIDEST: Sub = 40;
/// The narrowest column beside dates, in ems: below it dates stand over the names.
const NARROWEST: Sub = 11;
/// The narrowest column of short names.
const NARROWEST_OF_SHORT: Sub = 5;
/// Dates beside names take at most one part in so many of what both have; so many ems are granted
/// to them in any case, if that is no more than half.
const DATES: Sub = 3;
const DATES_ALWAYS: Sub = 7;
/// Of so many dates one may be broken into two lines, if it is wider than the others by so many ems.
const FEW_LONG: usize = 6;
const MUCH_WIDER: Sub = 3;
/// Between dates and names, in ems.
const BETWEEN: Sub = 1;
/// Between names and descriptions beside them, in ems.
const BEFORE_DETAILS: Sub = 2;
/// Names before descriptions are set to the width of the widest, and to these parts of it.
const NAME_SHARES: Sub = 4;

/// The columns that rows are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextColumns {
    /// The width of dates.
    pub(super) dates: Sub,
    /// Where names begin; at the left edge where dates stand over or after them.
    pub(super) names: Sub,
    /// Where dates begin that stand after names, if they do.
    pub(super) after: Option<Sub>,
    /// The width of names, and of descriptions under them.
    pub(super) measure: Sub,
    /// Where descriptions begin that stand beside names, and how wide they are.
    pub(super) details: Option<(Sub, Sub)>,
    /// Whether descriptions are set.
    pub(crate) has_details: bool,
}

impl TextColumns {
    /// Whether dates stand on the lines of names.
    pub(super) fn is_beside(self) -> bool {
        self.names > 0 || self.after.is_some()
    }

    /// Where the date of a row begins: days of one digit further right, but where dates stand over names.
    pub(super) fn date_start(self, text: &ChronicleText) -> Sub {
        self.after.unwrap_or(0) + self.indent(text)
    }

    /// The width that the date of a row has.
    pub(super) fn date_width(self, text: &ChronicleText) -> Sub {
        self.dates - self.indent(text)
    }

    fn indent(self, text: &ChronicleText) -> Sub {
        if self.is_beside() { text.indent } else { 0 }
    }

    /// From the top of a row to the baseline of its date.
    pub(super) fn first_line(self, text: &ChronicleText) -> Sub {
        let [date, name, _] = &text.paragraphs;
        if self.is_beside() { name.role.baseline() } else { date.role.baseline() }
    }
}

impl ChronicleTexts {
    /// The columns in so much room.
    pub(crate) fn columns(&self, room: Sub, has_details: bool) -> TextColumns {
        let em = self.roles.name.style.size;
        let most = (room / DATES).max((em * DATES_ALWAYS).min(room / 2));
        let most = self.short_dates().map_or(most, |short| short.min(most));
        self.beside(self.columns_with_dates(room, most, has_details), room)
    }

    /// The width of dates without the few that are much wider, if there are such and two lines of that
    /// width hold them: all names would begin far from their dates for them.
    fn short_dates(&self) -> Option<Sub> {
        let mut widths: Vec<Sub> = self.rows.iter().map(ChronicleText::date_width).collect();
        widths.sort_unstable();
        let widest = *widths.last()?;
        let short = widths[widths.len() - 1 - widths.len() / FEW_LONG];
        let is_held = |row: &ChronicleText| {
            row.paragraphs[0].text.breaks((short - row.indent).max(1)).count() <= 2
        };
        (short + self.roles.em() * MUCH_WIDER <= widest && self.rows.iter().all(is_held))
            .then_some(short)
    }

    /// The columns in so much room, of which dates take at most so much, with descriptions under names.
    pub(crate) fn columns_with_dates(
        &self,
        room: Sub,
        most: Sub,
        has_details: bool,
    ) -> TextColumns {
        let em = self.roles.name.style.size;
        let dates = self.dates_width().min(most);
        let names = dates + em * BETWEEN;
        let measure = (room - names).min(em * WIDEST);
        let is_wide = measure >= em * NARROWEST;
        if is_wide || (measure >= em * NARROWEST_OF_SHORT && self.are_short(measure)) {
            return TextColumns { dates, names, after: None, measure, details: None, has_details };
        }
        let measure = room.clamp(1, em * WIDEST);
        TextColumns { dates: measure, names: 0, after: None, measure, details: None, has_details }
    }

    /// The same with names at the left edge and dates after them, if dates do not stand over names.
    pub(crate) fn names_first(&self, columns: TextColumns) -> TextColumns {
        if columns.names == 0 {
            return columns;
        }
        let width = |row: &ChronicleText| {
            let texts = row.paragraphs[1..].iter();
            texts.map(|text| text.text.breaks(columns.measure).width).max().unwrap_or(0)
        };
        let widest = self.rows.iter().map(width).max().unwrap_or(0);
        TextColumns { names: 0, after: Some(widest + self.roles.em() * BETWEEN * 3 / 2), ..columns }
    }

    /// The same with descriptions in a column of their own, where three of five events have one and rows
    /// have at most three quarters of the lines by it.
    fn beside(&self, columns: TextColumns, room: Sub) -> TextColumns {
        let described = self.rows.iter().filter(|row| row.has_detail()).count();
        if columns.names == 0 || !columns.has_details || described * 5 < self.rows.len() * 3 {
            return columns;
        }
        let width = |row: &ChronicleText| row.paragraphs[1].text.breaks(Sub::MAX).width;
        let widest = self.rows.iter().map(width).max().unwrap_or(0).min(columns.measure);
        let narrowest = widest.min(self.roles.em() * NARROWEST);
        let shares = (1..=NAME_SHARES).rev().map(|share| widest * share / NAME_SHARES);
        let measures = shares.filter(|measure| *measure >= narrowest);
        let tried = measures.filter_map(|measure| self.beside_names(columns, measure, room));
        let under: usize = self.line_counts([columns.measure; 2]).flatten().sum();
        let lowest =
            tried.min_by_key(|(lines, _)| *lines).filter(|(lines, _)| lines * 4 <= under * 3);
        lowest.map_or(columns, |(_, columns)| columns)
    }

    /// Descriptions beside names of so narrow a measure, and the lines that all rows have; none if a text
    /// takes more than two.
    fn beside_names(
        &self,
        columns: TextColumns,
        measure: Sub,
        room: Sub,
    ) -> Option<(usize, TextColumns)> {
        let start = columns.names + measure + self.roles.em() * BEFORE_DETAILS;
        let details = Some(room - start).filter(|width| *width >= self.roles.em() * NARROWEST)?;
        let counts = || self.line_counts([measure, details]);
        let is_short = counts().flatten().all(|lines| lines <= 2);
        let lines = counts().map(|[name, detail]| name.max(detail)).sum();
        let beside = TextColumns { measure, details: Some((start, details)), ..columns };
        is_short.then_some((lines, beside))
    }

    /// For each row the lines of its name and of its description, at these measures.
    fn line_counts(&self, measures: [Sub; 2]) -> impl Iterator<Item = [usize; 2]> {
        self.rows.iter().map(move |row| {
            let [_, name, detail] = &row.paragraphs;
            [name.text.breaks(measures[0]).count(), detail.text.breaks(measures[1]).count()]
        })
    }

    /// Whether most names stand on one line of a measure, and have no description.
    fn are_short(&self, measure: Sub) -> bool {
        let is_short = |row: &&ChronicleText| {
            let [_, name, detail] = &row.paragraphs;
            name.text.breaks(measure).count() < 2 && detail.text.breaks(measure).count() == 0
        };
        self.rows.iter().filter(is_short).count() * 3 > self.rows.len() * 2
    }
}
