//! Columns whose times are counted from an origin: whether they are, in what, and how a count is written.

use super::Columns;
use crate::date::{CountForm, CountScale, CountedUnit, Date};
use crate::options::Ticks;
use crate::read::ReadOptions;
use crate::read::assignment::{Assignment, ColumnView};
use crate::read::count_units::CountUnits;
use crate::read::counted::{UnitCount, count_span};
use crate::read::counting::Counting;
use crate::read::date_parts::suffix;
use crate::read::roles::Role;
use crate::read::time_columns::unit_of;
use crate::read::words::DurationUnit;

impl Columns {
    /// Whether counts are drawn as such.
    pub(in crate::read) fn draws_counts(&self) -> bool {
        self.counting.is_some_and(|counting| counting.origin.is_none())
    }

    /// The scale of a count as it is written in the column of the date, and its text, if counts are
    /// drawn as such.
    pub(in crate::read) fn count_scale(&self, written: &str) -> Option<(CountScale, String)> {
        let units = self.counting.filter(|counting| counting.origin.is_none())?.scale?;
        let digits = written.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let before = written.get(..digits)?.trim_end_matches(['-', '+', '−', '.', ' ']);
        let is_word = before.chars().count() > 1;
        let count = UnitCount::read(written)?;
        if is_word || !before.is_empty() && !count.is_distance() {
            let form = CountForm::Number;
            let blank = if is_word { " " } else { "" };
            let scale = CountScale::new(units.unit, form, &format!("{before}{blank}"));
            return Some((scale, written.to_owned()));
        }
        if count.is_distance() {
            let before = before.to_uppercase() + "+";
            return Some((CountScale::new(units.unit, units.form, &before), written.to_owned()));
        }
        let has_unit = count.unit().is_some();
        Some(match self.word_before(units.unit) {
            Some(word) if has_unit => {
                (CountScale::new(units.unit, CountForm::Number, &(word + " ")), written.to_owned())
            }
            Some(word) => {
                let text = format!("{word} {written}");
                (CountScale::new(units.unit, CountForm::Number, &(word + " ")), text)
            }
            None => {
                let scale = CountScale::new(units.unit, CountForm::Symbol, "");
                let symbol = if has_unit { "" } else { units.unit.symbol() };
                (scale, format!("{written} {symbol}").trim_end().to_owned())
            }
        })
    }

    /// The scale and the text of the end of what begins with a count and lasts so many parts of the unit.
    pub(in crate::read) fn count_label(&self, parts: i128) -> Option<(CountScale, String)> {
        let thousandths = parts * 1000 / crate::date::UNIT_PARTS;
        let (whole, part) = (thousandths / 1000, thousandths % 1000);
        let decimals = format!(".{part:03}");
        self.count_scale(&format!(
            "{whole}{}",
            decimals.trim_end_matches('0').trim_end_matches('.')
        ))
    }

    /// The word before plain numbers of a unit: that of their header, or the name of the unit. Clock units
    /// have their symbol after the number instead, but under a header as Minute.
    fn word_before(&self, unit: CountedUnit) -> Option<String> {
        let column = self.of_role(Role::Date)?;
        let view = &self.views[column];
        let is_word = view.names_unit() && view.name.unit.is_none();
        let is_singular = is_word && view.name.words.iter().all(|word| !word.ends_with('s'));
        let is_name = is_singular && view.name.words.iter().all(|word| word.chars().count() > 2);
        if is_name {
            return Some(self.header(column).to_owned());
        }
        let name = match unit {
            CountedUnit::Day => "Day",
            CountedUnit::Week => "Week",
            CountedUnit::Month => "Month",
            CountedUnit::Quarter => "Quarter",
            CountedUnit::Year => "Year",
            _ => return None,
        };
        Some(name.to_owned())
    }
}

/// What counts say besides their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountsKind {
    /// Nothing, or not all of them do.
    Bare,
    /// Each its unit.
    WithUnits,
}

/// How the dates of a table are counted, if they are and it is known in what; and whether they are.
pub(super) fn of(
    views: &[ColumnView],
    assignment: &Assignment,
    rows: &[Vec<String>],
    options: &ReadOptions,
) -> (Option<Counting>, Option<CountsKind>) {
    let columns = [Role::Date, Role::End].map(|role| *assignment.roles.get(role));
    let Some(view) = columns[0].map(|column| &views[column]) else { return (None, None) };
    let cells = rows.iter().flat_map(|row| columns.iter().flatten().filter_map(|&at| row.get(at)));
    let cells = cells.flat_map(|cell| count_span(cell).unwrap_or_else(|| vec![cell.clone()]));
    let counts: Vec<UnitCount> = cells.filter_map(|cell| UnitCount::read(&cell)).collect();
    let have_units = counts.iter().all(|count| count.has_unit());
    let facts = &view.facts;
    let named = options.unit.and_then(unit_of_ticks).or_else(|| unit_of(&view.name));
    let is_far = |count: &UnitCount| !CountScale::holds(count.thousandths() / 1000);
    let has_far = counts.iter().any(is_far);
    let is_plain = columns.iter().flatten().all(|&column| {
        let facts = &views[column].facts;
        let (years, stamps) = match named {
            Some(unit) if unit < DurationUnit::Day => (0, 0),
            Some(DurationUnit::Day | DurationUnit::Week) => (0, facts.stamps),
            _ => (facts.years, facts.stamps),
        };
        let counted = facts.numbers + facts.counts + facts.bare_count_spans;
        counted + facts.opens + facts.undated == facts.filled && years + stamps == 0 && !has_far
    });
    // A lone number may be anything.
    let is_told = named.is_some() || options.origin.is_some();
    let are_counts = facts.filled > 0
        && assignment.eras[0].is_none()
        && facts.dates == facts.undated + facts.opens
        && counts.len() >= if is_told { 1 } else { 2 }
        && (is_plain && suffix(view).is_empty() || have_units);
    // Days, where the counts are distances without a unit.
    let written = counts.first().and_then(|count| count.unit());
    let mut said = counts.iter().filter_map(|count| count.unit());
    let only = said.next().filter(|first| said.all(|unit| unit == *first));
    let unit = named.or(if have_units { written.or(Some(DurationUnit::Day)) } else { only });
    let origin = options.origin.as_ref().and_then(Date::lo);
    // A distance without a unit beside one with a unit may be of that, or of days.
    let is_said = have_units && counts.iter().any(|count| count.unit().is_some());
    let scale = CountUnits::of(&counts, if is_said { named } else { unit });
    let counting = (origin.is_some() || scale.is_some()).then(|| Counting {
        origin,
        unit,
        scale,
        is_from_zero: counts.iter().any(|count| count.is_from_zero()),
    });
    let kind = if have_units { CountsKind::WithUnits } else { CountsKind::Bare };
    (counting.filter(|_| are_counts), are_counts.then_some(kind))
}

fn unit_of_ticks(ticks: Ticks) -> Option<DurationUnit> {
    Some(match ticks {
        Ticks::Second => DurationUnit::Second,
        Ticks::Minute => DurationUnit::Minute,
        Ticks::Hour => DurationUnit::Hour,
        Ticks::Day => DurationUnit::Day,
        Ticks::Week => DurationUnit::Week,
        Ticks::Month => DurationUnit::Month,
        Ticks::Quarter => DurationUnit::Quarter,
        Ticks::Year => DurationUnit::Year,
        _ => return None,
    })
}
