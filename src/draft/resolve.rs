//! What sentences say of dates as dates: years are carried on from the date said before, and times
//! that are told from another are counted from it.

use super::DraftOptions;
use super::calendar::{Calendar, Grain};
use super::languages::{DraftLanguage, Origin, Shift, TimeStep};
use super::mentions::{Mention, Told};
use crate::date::{
    Date, DateOptions, DateOrder, DateSide, Instant, Locale, civil_from_days, days_from_civil,
    weekday,
};

/// A mention as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    pub date: String,
    pub end: String,
    /// Its first instant, by which it is ordered.
    pub start: Instant,
    /// Why it is doubtful.
    pub doubts: Vec<String>,
}

/// Why a mention is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unresolved {
    /// Nothing says its year, or the date that it is told from.
    NoBase,
    /// No such day, or several readings.
    NoDate,
}

/// The day or the year said last.
#[derive(Clone, Copy, Debug)]
struct Base {
    /// Counted as ISO 8601 has it: 0 is 1 BC.
    year: i64,
    month: Option<u32>,
    day: Option<u32>,
    /// The sentence it was said in.
    sentence: usize,
}

/// How a date stands in its text, for those that come after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is told: the dates after it go on from it.
    Told,
    /// It may have happened before what is told.
    Before,
    /// It is still to come: only what is counted from it directly goes on from it.
    Ahead,
    /// It is said in passing.
    Passing,
}

/// Dates as they come in a text, each with what was said before it.
pub(super) struct Resolver {
    said: Option<Base>,
    /// The last of those that are still to come.
    ahead: Option<Base>,
    written: Option<Base>,
    /// The first year of the text, for dates before it.
    first: Option<Base>,
    order: Option<DateOrder>,
}

impl Resolver {
    /// For a text with these mentions.
    pub(super) fn new<'a>(
        all: impl Iterator<Item = &'a Mention> + Clone,
        language: &DraftLanguage,
        options: &DraftOptions,
    ) -> Self {
        let order = options.date_order.or_else(|| order(all.clone(), language));
        let written = options.written.and_then(|day| base_of(&day.date()?));
        let mut resolver = Self { said: None, ahead: None, written, first: None, order };
        resolver.first = all.into_iter().find_map(|mention| match &mention.told {
            Told::At(date) | Told::FromTo(_, date) => resolver.base(date),
            _ => None,
        });
        resolver
    }

    /// The date of a mention.
    pub(super) fn resolve(
        &mut self,
        mention: &Mention,
        sentence: usize,
        standing: Standing,
    ) -> Result<Resolved, Unresolved> {
        let mut doubts = Vec::new();
        if mention.is_name {
            doubts.push("the number is part of a name".to_owned());
        }
        let (from, to) = match &mention.told {
            Told::At(date) => (self.dated(date, sentence, &mut doubts)?, None),
            Told::FromTo(from, to) => {
                let from = self.dated(from, sentence, &mut doubts)?;
                let mut none = Vec::new();
                let to = self.ended(&from, to, sentence, &mut none)?;
                (from, Some(to))
            }
            Told::Relative(shift, count) => {
                (self.shifted(*shift, *count, sentence, &mut doubts)?, None)
            }
            Told::InYear(date, shift, count) => {
                let year = self.base(&self.shifted(*shift, *count, sentence, &mut doubts)?);
                (with_year(date, year.ok_or(Unresolved::NoBase)?.year), None)
            }
            Told::Named(date, direction) => (self.named(date, *direction, &mut doubts)?, None),
            Told::Day(day, last) => {
                let from = self.on_day(*day, &mut doubts)?;
                let to = last
                    .map(|last| Calendar { grain: on_other_day(from.grain, last), ..from.clone() });
                (from, to)
            }
            Told::Weekday(day) => (self.on_weekday(*day, &mut doubts)?, None),
        };
        let is_about = mention.is_about || is_vague(&mention.told);
        let resolved = self.read(mention, is_about, &from, to.as_ref(), doubts)?;
        let base = self.base(to.as_ref().unwrap_or(&from));
        let base = base.map(|base| Base { sentence, ..base });
        // What follows a range of months may be in any of them.
        let first = to.as_ref().and_then(|_| self.base(&from));
        let base = base.map(|base| match first.is_some_and(|first| first.month != base.month) {
            true => Base { month: None, day: None, ..base },
            false => base,
        });
        let standing =
            if self.is_back(base, sentence, standing) { Standing::Passing } else { standing };
        let is_counted = matches!(mention.told, Told::Relative(..) | Told::InYear(..));
        let is_after_ahead = is_counted && self.is_near(sentence);
        match standing {
            Standing::Told | Standing::Before if is_after_ahead => self.ahead = base.or(self.ahead),
            Standing::Ahead => self.ahead = base.or(self.ahead),
            Standing::Passing if self.said.is_some() => {}
            Standing::Told | Standing::Before | Standing::Passing => self.said = base.or(self.said),
        }
        Ok(resolved)
    }

    /// Whether a date is before the one said before, and only looked back to: by its verb, or as the
    /// second of a sentence.
    fn is_back(&self, base: Option<Base>, sentence: usize, standing: Standing) -> bool {
        let Some((said, base)) = self.said.zip(base) else { return false };
        let is_looked =
            standing == Standing::Before || standing == Standing::Told && said.sentence == sentence;
        let is_earlier_month = said.month.zip(base.month).is_some_and(|(said, base)| base < said);
        is_looked && (base.year < said.year || base.year == said.year && is_earlier_month)
    }

    /// Whether a date that is still to come was said in the sentence before, or in this one.
    fn is_near(&self, sentence: usize) -> bool {
        let is_last = |ahead: &Base| self.said.is_none_or(|said| said.sentence <= ahead.sentence);
        self.ahead.filter(is_last).is_some_and(|ahead| ahead.sentence + 1 >= sentence)
    }

    /// Whether a date is after the day the text was written.
    pub(super) fn is_after_writing(&self, start: Instant) -> bool {
        let day = |base: Base| days_from_civil(base.year, base.month?, base.day?);
        self.written.and_then(day).is_some_and(|day| start.day > day)
    }

    /// The parts of a date that others are told from; none for a decade and longer.
    fn base(&self, date: &Calendar) -> Option<Base> {
        if let Some(numeric) = &date.numeric {
            return base_of(&Date::parse(numeric, &self.options()).ok()?);
        }
        let year = date.year.map(|year| if date.is_bc { 1 - year } else { year })?;
        let (month, day) = match date.grain {
            Grain::Day(month, day) => (Some(month), Some(day)),
            Grain::Month(month) => (Some(month), None),
            Grain::Season(_) | Grain::Year => (None, None),
            Grain::Decade | Grain::DecadeOf(_) | Grain::Century | Grain::Millennium => return None,
        };
        Some(Base { year: year + i64::from(date.goes_over), month, day, sentence: 0 })
    }

    fn options(&self) -> DateOptions {
        DateOptions { order: self.order, ..DateOptions::default() }
    }

    /// A date with its year, and in calendar units if it is in numbers.
    fn dated(
        &self,
        date: &Calendar,
        sentence: usize,
        doubts: &mut Vec<String>,
    ) -> Result<Calendar, Unresolved> {
        if date.numeric.is_some() {
            let base = self.base(date).ok_or(Unresolved::NoDate)?;
            return day_of(base).ok_or(Unresolved::NoDate);
        }
        if !date.lacks_year() {
            return Ok(date.clone());
        }
        if let Grain::DecadeOf(tens) = date.grain {
            return Ok(self.in_century(date, tens, doubts));
        }
        let (year, doubt) = self.year_for(date, sentence).ok_or(Unresolved::NoBase)?;
        doubts.push(doubt);
        Ok(with_year(date, year))
    }

    /// The end of a range: its year, if it lacks one, is that of the beginning, or the next.
    fn ended(
        &self,
        from: &Calendar,
        to: &Calendar,
        sentence: usize,
        doubts: &mut Vec<String>,
    ) -> Result<Calendar, Unresolved> {
        let Some(base) = self.base(from).filter(|_| to.lacks_year()) else {
            return self.dated(to, sentence, doubts);
        };
        let goes_over = base.month.zip(month_of(to)).is_some_and(|(from, to)| from > to);
        Ok(with_year(to, base.year + i64::from(goes_over)))
    }

    /// The year of a date without one, and what is doubtful about it.
    fn year_for(&self, date: &Calendar, sentence: usize) -> Option<(i64, String)> {
        let said = self.said;
        if let Some(base) = self.written
            && said.is_none_or(|said| said.sentence != sentence)
        {
            return Some((
                nearest_year(date, base),
                "the year is that nearest to the day of writing".into(),
            ));
        }
        let Some(said) = said else {
            let first = self.first?;
            let doubt = format!("the year is that of a later date, {}", year_name(first.year));
            return Some((first.year, doubt));
        };
        // Told in order, November is followed by the January of the next year.
        let is_next = said.month.zip(month_of(date)).is_some_and(|(said, own)| said >= own + 7);
        let doubt = match is_next {
            true => format!("the year is the one after {}, said before", year_name(said.year)),
            false => format!("the year {} is carried on from before", year_name(said.year)),
        };
        Some((said.year + i64::from(is_next), doubt))
    }

    /// The date that is so far from another.
    fn shifted(
        &self,
        shift: Shift,
        count: i64,
        sentence: usize,
        doubts: &mut Vec<String>,
    ) -> Result<Calendar, Unresolved> {
        let said = if self.is_near(sentence) { self.ahead } else { self.said };
        let (base, name) = match shift.from {
            Origin::Said => (said, "the date said before"),
            Origin::Written if self.written.is_some() => (self.written, "the day of writing"),
            Origin::Written => (said, "the date said before"),
            Origin::WrittenOnly => (self.written, "the day of writing"),
        };
        let base = base.ok_or(Unresolved::NoBase)?;
        let date = moved(base, shift.step, shift.count * count).ok_or(Unresolved::NoBase)?;
        doubts.push(format!("counted from {name}, {}", base_name(base)));
        Ok(date)
    }

    /// A decade in the century that is nearest to the date said before.
    fn in_century(&self, date: &Calendar, tens: i64, doubts: &mut Vec<String>) -> Calendar {
        let near = self.said.or(self.written).or(self.first).map_or(1950, |base| base.year);
        let centuries = [
            near - near.rem_euclid(100) - 100,
            near - near.rem_euclid(100),
            near - near.rem_euclid(100) + 100,
        ];
        let year = centuries.map(|century| century + tens);
        let nearest =
            year.into_iter().min_by_key(|year| (year - near).abs()).unwrap_or(1900 + tens);
        doubts.push("the century is that nearest to the date said before".to_owned());
        with_year(&Calendar { grain: Grain::Decade, ..date.clone() }, nearest)
    }

    /// The next or last month or season of a name after the date said before.
    fn named(
        &self,
        date: &Calendar,
        direction: i64,
        doubts: &mut Vec<String>,
    ) -> Result<Calendar, Unresolved> {
        let said = self.said.or(self.written).ok_or(Unresolved::NoBase)?;
        let own = match date.grain {
            Grain::Season(season) => 4 + 3 * season,
            _ => month_of(date).unwrap_or(1),
        };
        let is_later = said.month.is_some_and(|said| own > said);
        let is_earlier = said.month.is_some_and(|said| own < said);
        let goes_over = if direction > 0 { !is_later } else { !is_earlier };
        doubts.push(format!("counted from the date said before, {}", base_name(said)));
        Ok(with_year(date, said.year + if goes_over { direction } else { 0 }))
    }

    /// A day of the month said before, or of the next if that is told to its end.
    fn on_day(&self, day: u32, doubts: &mut Vec<String>) -> Result<Calendar, Unresolved> {
        let said = self.said.ok_or(Unresolved::NoBase)?;
        let month = said.month.ok_or(Unresolved::NoBase)?;
        let is_next = said.day.is_some_and(|said| said >= day + 20);
        let months = said.year * 12 + i64::from(month) - 1 + i64::from(is_next);
        let month = u32::try_from(months.rem_euclid(12)).map_err(|_| Unresolved::NoBase)? + 1;
        doubts.push(format!("the month is carried on from before, {}", base_name(said)));
        Ok(with_year(&Calendar::new(Grain::Day(month, day), None), months.div_euclid(12)))
    }

    /// The weekday on or before the day of writing.
    fn on_weekday(&self, day: u32, doubts: &mut Vec<String>) -> Result<Calendar, Unresolved> {
        let base = self.written.ok_or(Unresolved::NoBase)?;
        let at =
            base.month.zip(base.day).and_then(|(month, of)| days_from_civil(base.year, month, of));
        let at = at.ok_or(Unresolved::NoBase)?;
        let back = (weekday(at) + 7 - day) % 7;
        doubts.push("a weekday, counted back from the day of writing".to_owned());
        Ok(day_calendar(at - i64::from(back)))
    }

    /// What the reader of dates makes of a date in parts.
    fn read(
        &self,
        mention: &Mention,
        is_about: bool,
        from: &Calendar,
        to: Option<&Calendar>,
        doubts: Vec<String>,
    ) -> Result<Resolved, Unresolved> {
        let options = self.options();
        let parse = |text: &str| Date::parse(text, &options).ok();
        let texts = texts(from, is_about, mention.side);
        let found = texts.into_iter().find_map(|text| Some((parse(&text)?, text)));
        let (read, date) = found.ok_or(Unresolved::NoDate)?;
        let start = read.lo().or(read.hi()).ok_or(Unresolved::NoDate)?;
        let end = match to {
            None => String::new(),
            Some(to) => {
                let end = to.text();
                let until = parse(&end).and_then(|date| date.hi()).ok_or(Unresolved::NoDate)?;
                if until <= start {
                    return Err(Unresolved::NoDate);
                }
                end
            }
        };
        Ok(Resolved { date, end, start, doubts })
    }
}

/// The texts of a date with its words, the fullest first.
fn texts(date: &Calendar, is_about: bool, side: Option<DateSide>) -> Vec<String> {
    let about = if is_about { "c. " } else { "" };
    let words = date.in_words();
    match side.map(side_name) {
        Some(side) => vec![format!("{side} {about}{words}"), format!("{side} {words}")],
        None if is_about => vec![format!("{about}{words}"), date.text()],
        None => vec![date.text()],
    }
}

fn side_name(side: DateSide) -> &'static str {
    match side {
        DateSide::Before => "before",
        DateSide::After => "after",
        DateSide::By | DateSide::ToFromUnknown => "by",
        DateSide::InOrAfter => "not before",
        DateSide::Since | DateSide::FromToUnknown => "since",
        DateSide::Until => "until",
    }
}

/// Whether a time that is told from another is only about so far from it.
fn is_vague(told: &Told) -> bool {
    matches!(told, Told::Relative(Shift { step: TimeStep::Week | TimeStep::Decade, .. }, _))
}

/// The order of day and month that the dates in numbers of a text show, or its language has.
fn order<'a>(
    all: impl Iterator<Item = &'a Mention>,
    language: &DraftLanguage,
) -> Option<DateOrder> {
    if language.locale != Locale::En {
        return Some(DateOrder::Dmy);
    }
    let mut found = [false; 2];
    for mention in all {
        let Told::At(Calendar { numeric: Some(text), .. }) = &mention.told else { continue };
        let mut numbers = text.split(['.', '/', '-']).map(|part| part.parse::<u32>().unwrap_or(0));
        let pair = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        found[0] |= (13..=31).contains(&pair.0);
        found[1] |= pair.0 <= 12 && (13..=31).contains(&pair.1);
    }
    match found {
        [true, false] => Some(DateOrder::Dmy),
        [false, true] => Some(DateOrder::Mdy),
        _ => None,
    }
}

/// The parts of a day.
fn base_of(date: &Date) -> Option<Base> {
    let (year, month, day) = date.lo()?.civil();
    Some(Base { year, month: Some(month), day: Some(day), sentence: 0 })
}

/// Another day of the month of a day.
fn on_other_day(grain: Grain, day: u32) -> Grain {
    match grain {
        Grain::Day(month, _) => Grain::Day(month, day),
        other => other,
    }
}

fn day_of(base: Base) -> Option<Calendar> {
    let grain = Grain::Day(base.month?, base.day?);
    Some(with_year(&Calendar::new(grain, None), base.year))
}

fn day_calendar(day: i64) -> Calendar {
    let (year, month, of_month) = civil_from_days(day);
    with_year(&Calendar::new(Grain::Day(month, of_month), None), year)
}

/// A date in a year that is counted as ISO 8601 has it.
fn with_year(date: &Calendar, year: i64) -> Calendar {
    let is_bc = year < 1;
    Calendar { year: Some(if is_bc { 1 - year } else { year }), is_bc, ..date.clone() }
}

fn month_of(date: &Calendar) -> Option<u32> {
    match date.grain {
        Grain::Day(month, _) | Grain::Month(month) => Some(month),
        _ => None,
    }
}

/// The year in which a month or day is nearest to the day of writing.
fn nearest_year(date: &Calendar, written: Base) -> i64 {
    let months = |year: i64, month: u32| year * 12 + i64::from(month);
    let now = months(written.year, written.month.unwrap_or(6));
    let own = month_of(date).unwrap_or(6);
    let mut years = [written.year, written.year - 1, written.year + 1];
    years.sort_by_key(|year| (months(*year, own) - now).abs());
    years[0]
}

/// The date so many steps from another, as exact as both are.
fn moved(base: Base, step: TimeStep, count: i64) -> Option<Calendar> {
    match step {
        TimeStep::Year => Some(with_year(&Calendar::new(Grain::Year, None), base.year + count)),
        TimeStep::Decade => {
            Some(with_year(&Calendar::new(Grain::Year, None), base.year + 10 * count))
        }
        TimeStep::Month => {
            let months = base.year * 12 + i64::from(base.month?) - 1 + count;
            let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
            Some(with_year(&Calendar::new(Grain::Month(month), None), months.div_euclid(12)))
        }
        TimeStep::Day | TimeStep::Week => {
            let days = if step == TimeStep::Week { 7 * count } else { count };
            Some(day_calendar(days_from_civil(base.year, base.month?, base.day?)? + days))
        }
    }
}

fn year_name(year: i64) -> String {
    if year < 1 { format!("{} BC", 1 - year) } else { year.to_string() }
}

/// A date that others are told from, as exact as it is.
fn base_name(base: Base) -> String {
    let grain = match (base.month, base.day) {
        (Some(month), Some(day)) => Grain::Day(month, day),
        (Some(month), None) => Grain::Month(month),
        _ => Grain::Year,
    };
    with_year(&Calendar::new(grain, None), base.year).text()
}
