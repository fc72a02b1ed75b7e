//! Date to text for labels: day, month name, year, clock time, never more than was written.
//!
//! Which parts of a date are printed is decided here, and by what words and in which order by
//! [`Localized`], in the language of a [`DateStyle`].

mod localized;
mod pattern;
mod printed_unit;
mod style;
mod template;
mod text;

pub use pattern::DatePattern;
pub use style::{DateLayout, DateStyle};

use super::deep_time::age_of_year;
use super::language::Case;
use super::span::iso_week;
use super::{Bound, Date, DateForm, DateSide, Instant, Precision, Season, Zone, iso_text};
use localized::Localized;
use printed_unit::{Count, EraYear, Modifier, PrintedUnit};
use std::fmt::{self, Formatter};
use text::DateText;

/// What the reader of a label knows from elsewhere, so that the label leaves it out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The zone of clock times, in seconds east of UTC.
    pub zone: Option<i32>,
    /// The day of clock times, counted from 1970-01-01 in that zone.
    pub day: Option<i64>,
    /// Whether there are dates BC among others, so that years before 1000 need their era too.
    pub is_bc: bool,
    /// Whether time is counted in ages, so that years BC are told as ages too, in three digits.
    pub is_ages: bool,
    /// The language that the label is in, and the form of its dates.
    pub style: DateStyle,
    /// The year of dates that lie in it wholly, astronomical.
    pub year: Option<i64>,
    /// Whether all clock times are of whole minutes, so that their seconds tell nothing.
    pub is_whole_minutes: bool,
}

impl Known {
    /// Nothing but the language and the form of dates.
    pub fn of(style: DateStyle) -> Self {
        Self { style, ..Self::default() }
    }

    /// The same for dates that a text gives: their year is known only if it is that of all.
    fn for_dates(self, dates: &[&Date]) -> Self {
        let is_in = |date: &&&Date| self.year.is_some() && date.only_year() == self.year;
        Self { year: self.year.filter(|_| dates.iter().all(|date| is_in(&date))), ..self }
    }
}

impl Date {
    /// The date in words, without what the reader of them knows already.
    pub fn words(&self, known: Known) -> String {
        let printer = Printer::new(known.for_dates(&[self]));
        printer.format.in_digits(printer.text(self).to_string())
    }

    /// The year that all it may mean lies in, on the clock of the place that wrote it.
    pub fn only_year(&self) -> Option<i64> {
        let (lo, hi) = (self.lo()?, self.hi()?.checked_add(-1)?);
        let [first, last] = [lo, hi].map(|at| local(self, at).civil().0);
        (first == last).then_some(first)
    }

    /// The day that all it may mean lies in, counted from 1970-01-01 on the same clock.
    pub fn only_day(&self) -> Option<i64> {
        let (lo, hi) = (self.lo()?, self.hi()?.checked_add(-1)?);
        let [first, last] = [lo, hi].map(|at| local(self, at).day);
        (first == last).then_some(first)
    }

    /// Whether it gives the second of a time, and not a whole minute.
    pub fn has_seconds(&self) -> bool {
        let second = |at: Instant| local(self, at).nano % 60_000_000_000 != 0;
        match self.precision {
            Precision::Second => self.lo().is_some_and(second),
            precision => precision > Precision::Second,
        }
    }
}

impl fmt::Display for Date {
    /// The date in words, never more exact than it was written: "2010", "Mar 2010",
    /// "12 Mar 2010", "44 BC". [`Date::parse`] reads it back to the same span.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Known::default()))
    }
}

/// Two dates as a range. What both end with, or the day that both clock times are of, is printed
/// once: 12–15 Mar 2010.
pub fn range_text(from: &Date, to: &Date, known: Known) -> String {
    let printer = Printer::new(known.for_dates(&[from, to]));
    printer.format.in_digits(printer.range(from, to))
}

/// The short English name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    Localized::new(DateStyle::default()).short_month(month)
}

/// An astronomical year as English history writes it: 2010, 985, AD 14, 44 BC, 10,000 BC.
pub fn year_text(year: i64) -> String {
    DateStyle::default().year(year)
}

/// A number of five digits and more in groups of three, fewer as they are, in English.
pub fn grouped(number: u64) -> String {
    DateStyle::default().grouped(number)
}

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

/// A zone by its seconds east of UTC: UTC, UTC+5:30.
pub fn zone_text(east: i32) -> String {
    let sign = if east.is_negative() { '\u{2212}' } else { '+' };
    let minutes = east.unsigned_abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// What prints dates.
#[derive(Clone, Copy)]
struct Printer {
    format: Localized,
    known: Known,
    /// Whether every year has its era.
    has_era: bool,
    /// The form of units in the words around them.
    case: Case,
}

impl Printer {
    fn new(known: Known) -> Self {
        Self { format: Localized::new(known.style), known, has_era: false, case: Case::Plain }
    }

    /// The date at its own precision and in its own form, with its doubts.
    fn text(self, date: &Date) -> DateText {
        match &date.form {
            DateForm::Range(ends) => DateText::of(self.range(&ends[0], &ends[1])),
            DateForm::Between(ends) => DateText::of(self.between(&ends[0], &ends[1])),
            DateForm::Side(side, whole) => self.to_side(*side, whole),
            DateForm::OneOf(dates) => self.several(dates, true),
            DateForm::AllOf(dates) => self.several(dates, false),
            DateForm::Present => self.format.present(),
            DateForm::Open => DateText::of(".."),
            DateForm::Unknown => DateText::of("?"),
            DateForm::Age(age) => {
                self.with_doubts(date, self.format.unit(&PrintedUnit::Age(age), self.case))
            }
            DateForm::Literal(text) => self.with_doubts(date, DateText::of(&**text)),
            DateForm::Season(season) => self.season(date, *season),
            DateForm::Third(third, whole) => {
                self.with_doubts(date, self.modified(Modifier::Third(*third), whole))
            }
            DateForm::Fraction(part, whole) => {
                let text = match self.format.fraction(*part, self.text(whole)) {
                    Some(text) => text,
                    None => self.spelled_out(date),
                };
                self.with_doubts(date, text)
            }
            DateForm::Plain => self.with_doubts(date, self.unit(date)),
        }
    }

    /// A date by the years, or the days, that it begins and ends with.
    fn spelled_out(self, date: &Date) -> DateText {
        let last = date.hi().and_then(|hi| hi.checked_add(-1));
        let Some((lo, last)) = date.lo().zip(last) else { return DateText::of(&date.written) };
        let ((first, month, day), (last_year, last_month, last_day)) = (lo.civil(), last.civil());
        let is_years = (month, day, last_month, last_day) == (1, 1, 12, 31);
        let ends = if is_years {
            Date::of_year(first).zip(Date::of_year(last_year))
        } else {
            let from = Date::of_day(first, month, day);
            from.zip(Date::of_day(last_year, last_month, last_day))
        };
        let text = ends.map(|(from, to)| DateText::of(self.range(&from, &to)));
        text.unwrap_or_else(|| DateText::of(&date.written))
    }

    fn to_side(self, side: DateSide, date: &Date) -> DateText {
        self.modified(Modifier::Side(side), date)
    }

    /// A date with what is said of it, in the case that this asks for.
    fn modified(self, modifier: Modifier, date: &Date) -> DateText {
        let case = self.format.case(modifier, date.precision);
        let text = Self { case, ..self }.text(date);
        self.format.modified(modifier, text, date.precision)
    }

    fn several(self, dates: &[Date], is_one: bool) -> DateText {
        let dates: Vec<DateText> = dates.iter().map(|date| self.text(date)).collect();
        DateText::of(self.format.several(&dates, is_one))
    }

    fn with_doubts(self, date: &Date, text: DateText) -> DateText {
        let modifiers = [
            (date.approximate.any(), Modifier::Approximate),
            (date.uncertain.any(), Modifier::Uncertain),
        ];
        modifiers
            .into_iter()
            .filter(|(is_so, _)| *is_so)
            .fold(text, |text, (_, modifier)| self.format.modified(modifier, text, date.precision))
    }

    /// A season. Winter 2010 alone is approximate as it is, winter 2010/11 is not.
    fn season(self, date: &Date, season: Season) -> DateText {
        let year = date.lo().map_or(0, |lo| lo.civil().0);
        let one_year = self.format.unit(&PrintedUnit::Season(season, self.year(year)), self.case);
        if !season.crosses() {
            return self.with_doubts(date, one_year);
        }
        let text = match year {
            _ if date.approximate.any() => one_year,
            0..=9999 => self.format.unit(&PrintedUnit::SeasonOfTwoYears(season, year), self.case),
            _ => DateText::of(iso_text::season(season, year)),
        };
        if !date.uncertain.any() {
            return text;
        }
        self.format.modified(Modifier::Uncertain, text, date.precision)
    }

    fn year(self, year: i64) -> EraYear {
        let is_short = self.known.is_bc && (100..1000).contains(&year);
        let is_known = self.known.year == Some(year);
        EraYear { year, needs_era: self.has_era || is_short, is_known }
    }

    /// A calendar unit by its precision.
    fn unit(self, date: &Date) -> DateText {
        let Bound::At(lo) = date.lo else { return DateText::of(&date.written) };
        let (first, month, day) = local(date, lo).civil();
        let mut year = self.year(first);
        // Of three digits and a question mark the last may be taken for one that is not known.
        year.needs_era |= date.uncertain.any() && (100..1000).contains(&first);
        let unit = match date.precision {
            Precision::Year if self.known.is_ages && first < 1 => {
                return self.format.unit(&PrintedUnit::Age(&age_of_year(first)), self.case);
            }
            Precision::Year => PrintedUnit::Year(year),
            Precision::Half => PrintedUnit::Half(month / 6 + 1, year),
            Precision::Quarter => PrintedUnit::Quarter(month / 3 + 1, year),
            Precision::Month => PrintedUnit::Month(month, year),
            Precision::Week => {
                let (year, week) = iso_week(lo.day);
                PrintedUnit::Week(week, self.year(year))
            }
            Precision::Day => PrintedUnit::Day(day, month, year),
            Precision::Decade => PrintedUnit::Decade(first),
            Precision::Century => PrintedUnit::Century(count(first, 100)),
            Precision::Millennium => PrintedUnit::Millennium(count(first, 1000)),
            Precision::Hour | Precision::Minute | Precision::Second | Precision::Fraction => {
                return self.clock(date, local(date, lo), PrintedUnit::Day(day, month, year));
            }
            Precision::Ga | Precision::Ma | Precision::Ka | Precision::Season => {
                return DateText::of(&date.written);
            }
        };
        self.format.unit(&unit, self.case)
    }

    /// A clock time, without the day and the zone that are known.
    fn clock(self, date: &Date, at: Instant, day: PrintedUnit<'_>) -> DateText {
        let zone = match date.zone {
            Zone::Offset(east) => Some(east),
            Zone::Floating => None,
        };
        let is_known = self.known.zone == zone && self.known.day == Some(at.day);
        let day = (!is_known).then(|| self.format.unit(&day, Case::Plain));
        let zone = zone.filter(|&east| self.known.zone != Some(east));
        let is_short = self.known.is_whole_minutes && date.precision == Precision::Second;
        let precision = if is_short { Precision::Minute } else { date.precision };
        self.format.clock(day, &clock_text(date, at, precision), zone)
    }

    fn range(self, from: &Date, to: &Date) -> String {
        let is_year = from.precision == Precision::Year && from.form == DateForm::Plain;
        // A number alone before an age would be an age.
        let has_era = is_year && matches!(to.form, DateForm::Age(_));
        let printer = Self { has_era: self.has_era || has_era, ..self };
        match (&from.form, &to.form) {
            (_, DateForm::Open) => return self.to_side(DateSide::Since, from).to_string(),
            (_, DateForm::Unknown) => {
                return self.to_side(DateSide::FromToUnknown, from).to_string();
            }
            (DateForm::Open, _) => return self.to_side(DateSide::Until, to).to_string(),
            (DateForm::Unknown, _) => return self.to_side(DateSide::ToFromUnknown, to).to_string(),
            _ => {}
        }
        let (start, end, shared) = printer.ends(from, to, self);
        self.format.range(start, end, shared)
    }

    /// Some time between two dates.
    fn between(self, from: &Date, to: &Date) -> String {
        let (start, end, shared) = self.ends(from, to, self);
        self.format.between(start, end, shared)
    }

    /// Two dates, the second by a printer of its own, and how many pieces at their ends they share.
    fn ends(self, from: &Date, to: &Date, second: Self) -> (DateText, DateText, (usize, usize)) {
        let is_year = from.precision == Precision::Year && from.form == DateForm::Plain;
        let (start, mut end) = (self.text(from), second.text(to));
        let is_clock = |date: &Date| date.precision >= Precision::Hour;
        if is_clock(from) && is_clock(to) {
            end = end.without_day_of(&start);
        }
        // A year that is left without its era would be read as a day before one.
        let is_apart = is_clock(from) || is_year && to.precision != Precision::Year;
        let shared = if is_apart { (0, 0) } else { start.shared(&end) };
        (start, end, shared)
    }
}

/// The stretch of `length` years that begins with `first`, by its number.
fn count(first: i64, length: u64) -> Count {
    Count { number: first.unsigned_abs() / length + 1, is_bc: first.is_negative() }
}

/// `at` on the clock of the place that wrote the date.
fn local(date: &Date, at: Instant) -> Instant {
    match date.zone {
        Zone::Offset(east) => at.checked_add(i128::from(east) * 1_000_000_000).unwrap_or(at),
        Zone::Floating => at,
    }
}

/// The clock time of a date, as exact as it is: 14h, 14:05, 14:05:09.250.
fn clock_text(date: &Date, at: Instant, precision: Precision) -> String {
    let (seconds, nanos) = (at.nano / 1_000_000_000, at.nano % 1_000_000_000);
    let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
    // A leap second is the last nanosecond of its minute.
    let is_leap = nanos == 999_999_999 && precision == Precision::Second;
    let second = seconds % 60 + i64::from(is_leap);
    match precision {
        Precision::Hour => format!("{hour:02}h"),
        Precision::Minute => format!("{hour:02}:{minute:02}"),
        Precision::Fraction => {
            let width = date.lo().zip(date.hi()).map(|(lo, hi)| hi.nanos_since(lo));
            let open = width.and_then(i128::checked_ilog10).unwrap_or_default();
            let digits = &format!("{nanos:09}")[..9_usize.saturating_sub(open as usize)];
            format!("{hour:02}:{minute:02}:{second:02}.{digits}")
        }
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_knows_is_not_said_again() {
        let known = Known { year: Some(1957), is_whole_minutes: true, ..Known::default() };
        for (text, words) in [
            ("1957-10-04", "4 Oct"),
            ("1957-10", "Oct"),
            ("1957", "1957"),
            ("c. Oct 1957", "c. Oct"),
            ("Q2 1957", "Q2"),
            ("1957-10-04T19:28:00Z", "4 Oct, 19:28 UTC"),
            ("1958-02-01", "1 Feb 1958"),
            ("1957-11-03/1957-11-09", "3–9 Nov"),
            ("1957-11-03/1958-01-09", "3 Nov 1957 – 9 Jan 1958"),
            ("1950s", "1950s"),
        ] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.words(known), words, "{text}");
        }
    }

    #[test]
    fn seconds_are_told_where_one_is_not_zero() {
        for (text, has) in
            [("1957-10-04T19:28:00Z", false), ("1957-10-04T19:28:34Z", true), ("1957-10-04", false)]
        {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.has_seconds(), has, "{text}");
        }
    }
}
