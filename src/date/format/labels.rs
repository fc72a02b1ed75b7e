//! Labels of a time axis, and other parts of dates: names of months, years, lengths of time.

use super::localized::Localized;
use super::printed_unit::{EraYear, PrintedUnit};
use super::{DateLayout, DateStyle};
use crate::date::language::Case;

/// A unit in which lengths of time are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// Labels of a time axis, and other parts of dates.
impl DateStyle {
    /// The short name of month 1 to 12.
    pub fn short_month(self, month: u32) -> &'static str {
        Localized::new(self).short_month(month)
    }

    /// A day of a month of 1 to 12, with a short name: 12 Mar.
    pub fn day_of_month(self, day: u32, month: u32) -> String {
        let format = Localized::new(self);
        format.in_digits(format.day_of_month(day, month))
    }

    /// The same of an astronomical year.
    pub fn short_day(self, day: u32, month: u32, year: i64) -> String {
        self.short(&PrintedUnit::Day(day, month, EraYear::new(year)))
    }

    /// A month of an astronomical year, with a short name: Mar 2010.
    pub fn month_of_year(self, month: u32, year: i64) -> String {
        self.short(&PrintedUnit::Month(month, EraYear::new(year)))
    }

    fn short(self, unit: &PrintedUnit<'_>) -> String {
        let layout = match self.layout() {
            DateLayout::Long => DateLayout::Short,
            layout => layout,
        };
        let format = Localized::new(Self { layout: Some(layout), ..self });
        format.in_digits(format.unit(unit, Case::Plain).to_string())
    }

    /// An astronomical year as history writes it: 2010, 985, AD 14, 44 BC, 10,000 BC. There is no
    /// year 0; years of one or two digits, or of more than four, are not read as years without an
    /// era.
    pub fn year(self, year: i64) -> String {
        let format = Localized::new(self);
        format.in_digits(format.year(EraYear::new(year)).to_string())
    }

    /// The same where `states_era` says whether years of our era state it.
    pub fn year_label(self, year: i64, states_era: bool) -> String {
        let format = Localized::new(self);
        let text = match year {
            1.. if !states_era => format.grouped(year.unsigned_abs()),
            _ => format.year(EraYear { needs_era: states_era, ..EraYear::new(year) }).to_string(),
        };
        format.in_digits(text)
    }

    /// The turn of the eras: BC | AD.
    pub fn eras(self) -> String {
        self.locale.cldr().eras.join(" | ")
    }

    /// The short name of a quarter, 1 to 4.
    pub fn quarter(self, quarter: u32) -> &'static str {
        self.locale.cldr().quarters[(quarter as usize + 3) % 4]
    }

    /// The name of half a year, 1 or 2.
    pub fn half(self, half: u32) -> &'static str {
        self.locale.printed().halves[(half as usize + 1) % 2]
    }

    /// A number of five digits and more in groups of three, fewer as they are.
    pub fn grouped(self, number: u64) -> String {
        let format = Localized::new(self);
        format.in_digits(format.grouped(number))
    }

    /// The letters that dates have in the language.
    pub fn letters(self) -> String {
        let cldr = self.locale.cldr();
        let names = cldr.in_date.iter().chain(&cldr.alone).flatten().copied();
        let words =
            names.chain(cldr.quarters).chain(cldr.eras).chain([self.locale.printed().present]);
        self.in_digits(words.chain(["0123456789"]).collect())
    }

    /// So many years, months, days, hours, minutes or seconds.
    pub fn duration(self, unit: TimeUnit, count: u64) -> String {
        let forms = &self.locale.cldr().units[unit as usize];
        let form = forms.get(self.locale.plural(count)).copied().unwrap_or_default();
        form.replace("{0}", &self.grouped(count))
    }

    /// A length of time that is not exact: c. 450 years.
    pub fn about(self, duration: &str) -> String {
        self.locale.printed().about.replace("{}", duration)
    }

    /// A number with decimals, which may be none.
    pub fn decimals(self, whole: u64, decimals: &str) -> String {
        let whole = self.grouped(whole);
        let point = self.locale.cldr().decimal;
        let is_whole = decimals.is_empty();
        let text = if is_whole { whole } else { format!("{whole}{point}{decimals}") };
        self.in_digits(text)
    }

    /// The text with the digits of the language.
    pub fn in_digits(self, text: String) -> String {
        Localized::new(self).in_digits(text)
    }
}
