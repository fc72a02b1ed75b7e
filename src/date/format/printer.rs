//! Which parts of a date are printed, and what is left out as the reader knows it. The words and
//! their order are those of [`Localized`].

use super::localized::Localized;
use super::printed_unit::{Count, EraYear, Modifier, PrintedUnit};
use super::text::DateText;
use super::{ClockDetail, Known, local};
use crate::date::deep_time::age_of_year;
use crate::date::language::Case;
use crate::date::span::iso_week;
use crate::date::{Bound, Date, DateForm, DateSide, Instant, Precision, Season, Zone, iso_text};

/// What prints dates.
#[derive(Clone, Copy)]
pub(super) struct Printer {
    pub(super) format: Localized,
    known: Known,
    /// Whether every year has its era.
    has_era: bool,
    /// Whether a date before it states the era of both.
    has_said_era: bool,
    /// The form of units in the words around them.
    case: Case,
}

impl Printer {
    pub(super) fn new(known: Known) -> Self {
        Self {
            format: Localized::new(known.style),
            known,
            has_era: false,
            has_said_era: false,
            case: Case::Plain,
        }
    }

    /// The date at its own precision and in its own form, with its doubts.
    pub(super) fn text(self, date: &Date) -> DateText {
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
            DateForm::Count(_, text) => DateText::of(&**text),
            // Words before a date as written say its doubts, too: active c. 1850.
            DateForm::Literal(text) if says_doubts(text) => DateText::of(&**text),
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
            DateForm::Clock => {
                let at = date.lo().map(|lo| clock_text(date, lo, date.precision));
                let text = self.format.clock(None, &at.unwrap_or_default(), None);
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
        let needs_era = self.has_era || is_short;
        EraYear { year, needs_era, has_said_era: self.has_said_era, is_known }
    }

    /// A calendar unit by its precision.
    fn unit(self, date: &Date) -> DateText {
        let Bound::At(lo) = date.lo else { return DateText::of(&date.written) };
        let (first, month, day) = local(date, lo).civil();
        let mut year = self.year(first);
        // Of three digits and a question mark the last may be taken for one that is not known.
        year.needs_era |= date.uncertain.any() && (100..1000).contains(&first);
        let unit = match self.precision(date) {
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

    /// As exactly as a date is told.
    fn precision(self, date: &Date) -> Precision {
        match self.known.clock {
            ClockDetail::Days => date.precision.min(Precision::Day),
            ClockDetail::Exact | ClockDetail::Minutes => date.precision,
        }
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
        let precision = match self.known.clock {
            ClockDetail::Exact => date.precision,
            ClockDetail::Minutes | ClockDetail::Days => date.precision.min(Precision::Minute),
        };
        self.format.clock(day, &clock_text(date, at, precision), zone)
    }

    pub(super) fn range(self, from: &Date, to: &Date) -> String {
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
        let has_said_era = self.format.is_english() && is_year_ad(from) && is_year_ad(to);
        let (start, end, shared) = printer.ends(from, to, Self { has_said_era, ..self });
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
        let is_clock = |date: &Date| self.precision(date) >= Precision::Hour;
        if is_clock(from) && is_clock(to) {
            end = end.without_day_of(&start);
        }
        // A year that is left without its era would be read as a day before one, and the last digits
        // of a year BC as the end of a shorter range: 753–27 BC.
        let is_apart =
            is_clock(from) || is_year && (to.precision != Precision::Year || is_cut_bc(from, to));
        let shared = if is_apart { (0, 0) } else { start.shared(&end) };
        (start, end, shared)
    }
}

/// Whether a date is a year of our era, with no doubt: AD 14–37 says the era of both.
fn is_year_ad(date: &Date) -> bool {
    let is_year = date.precision == Precision::Year && date.form == DateForm::Plain;
    let is_sure = !date.approximate.any() && !date.uncertain.any();
    is_year && is_sure && date.lo().is_some_and(|lo| (1..10_000).contains(&lo.civil().0))
}

/// Whether the number of the second of two years BC would be taken for the last digits of one in the
/// hundred, or the ten, of the first.
fn is_cut_bc(from: &Date, to: &Date) -> bool {
    let year = |date: &Date| date.lo().map_or(1, |lo| 1 - lo.civil().0);
    let (first, last) = (year(from), year(to));
    let unit = if last < 10 { 10 } else { 100 };
    let cut = first / unit * unit + last;
    (1..100).contains(&last) && (100..10_000).contains(&first) && cut < first
}

/// The stretch of `length` years that begins with `first`, by its number.
fn count(first: i64, length: u64) -> Count {
    Count { number: first.unsigned_abs() / length + 1, is_bc: first.is_negative() }
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

/// Whether a text as written begins with words or signs, so that it says its doubts itself.
fn says_doubts(text: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric();
    let first_is_word = text.contains(' ') && text.starts_with(char::is_alphabetic);
    first_is_word || text.starts_with(is_sign)
}
