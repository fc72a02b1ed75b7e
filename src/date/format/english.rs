//! Dates in English, with the words of its table: 12 Mar 2010, c. 1450, 264–241 BC.

use super::date_format::{Count, DateFormat, EraYear, Modifier, PrintedUnit};
use super::text::{DateText, Joint, PieceKind};
use super::zone_text;
use crate::date::language::PRINTED;
use crate::date::{Age, DateSide, Fraction, Season, Third};

/// English.
pub(super) struct English;

impl DateFormat for English {
    fn unit(&self, unit: &PrintedUnit<'_>) -> DateText {
        match *unit {
            PrintedUnit::Day(day, month, year) => DateText::of(day.to_string())
                .then(Joint::Blank, month_name(month))
                .and(Joint::Blank, era_year(year)),
            PrintedUnit::Week(week, year) => DateText::of(PRINTED.week)
                .then(Joint::Blank, week.to_string())
                .and(Joint::Comma, era_year(year)),
            PrintedUnit::Month(month, year) => of_year(month_name(month), year),
            PrintedUnit::Quarter(quarter, year) => {
                of_year(&format!("{}{quarter}", PRINTED.quarter), year)
            }
            PrintedUnit::Half(half, year) => of_year(&format!("{}{half}", PRINTED.half), year),
            PrintedUnit::Year(year) => era_year(EraYear { is_known: false, ..year }),
            PrintedUnit::Decade(first) => decade(first),
            PrintedUnit::Century(ref count) => counted(count, PRINTED.century),
            PrintedUnit::Millennium(ref count) => counted(count, PRINTED.millennium),
            PrintedUnit::Season(season, year) => of_year(&season_name(season), year),
            PrintedUnit::SeasonOfTwoYears(season, first) => {
                let years = format!("{first:04}/{:02}", (first + 1) % 100);
                DateText::of(season_name(season)).then(Joint::Blank, years)
            }
            PrintedUnit::Age(age) => self::age(age),
        }
    }

    fn clock(&self, day: Option<DateText>, clock: &str, zone: Option<i32>) -> DateText {
        let text = day.unwrap_or_default().then_clock(Joint::Comma, clock);
        match zone {
            Some(east) => text.then_clock(Joint::Blank, zone_text(east)),
            None => text,
        }
    }

    fn modified(&self, modifier: Modifier, date: DateText) -> DateText {
        match modifier {
            Modifier::Approximate => date.after(PieceKind::Modifier, PRINTED.about, Joint::Blank),
            Modifier::Uncertain => date.ending_with("?"),
            Modifier::Third(third) => of_third(third, date),
            Modifier::Fraction(part) => of_fraction(part, date),
            Modifier::Side(side) => to_side(side, date),
        }
    }

    fn several(&self, dates: &[DateText], is_one: bool) -> String {
        let mut text = String::new();
        for (index, date) in dates.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 < dates.len() => text.push_str(", "),
                _ => text += &format!(" {} ", if is_one { PRINTED.or } else { PRINTED.and }),
            }
            text += &date.to_string();
        }
        text
    }

    /// Joined by an en dash, in blanks when either has blanks or a dash of its own. What both end
    /// with is left out of the first.
    fn range(&self, from: DateText, to: DateText, shared: usize) -> String {
        let own = to.clone().without_last(shared).to_string();
        let from = from.without_last(shared).to_string();
        let dash = if [&from, &own].iter().any(|text| text.contains([' ', '–'])) {
            " – "
        } else {
            "–"
        };
        format!("{from}{dash}{to}")
    }

    fn between(&self, from: DateText, to: DateText, shared: usize) -> String {
        let from = from.without_last(shared);
        format!("{} {from} {} {to}", PRINTED.between, PRINTED.and)
    }

    fn present(&self) -> DateText {
        DateText::of(PRINTED.present)
    }
}

/// The short English name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    PRINTED.months[(month as usize + 11) % 12]
}

/// An astronomical year as history writes it: 2010, 985, AD 14, 44 BC, 10,000 BC. There is no
/// year 0; years of one or two digits, or of more than four, are not read as years without an era.
pub fn year_text(year: i64) -> String {
    era_year(EraYear { year, needs_era: false, is_known: false }).to_string()
}

/// A number of five digits and more in groups of three, fewer as they are.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn era_year(EraYear { year, needs_era, is_known }: EraYear) -> DateText {
    match year {
        _ if is_known => DateText::default(),
        100..=9999 if !needs_era => DateText::of(year.to_string()),
        1.. => DateText::of(format!("{} {}", PRINTED.ad, grouped(year.unsigned_abs()))),
        _ => DateText::of(grouped(year.unsigned_abs() + 1)).then(Joint::Blank, PRINTED.bc),
    }
}

fn of_year(part: &str, year: EraYear) -> DateText {
    DateText::of(part).and(Joint::Blank, era_year(year))
}

/// 350s BC are the years 359 BC, or -358, to 350 BC.
fn decade(first: i64) -> DateText {
    match first {
        ..0 => DateText::of(format!("{}s", -8 - i128::from(first))).then(Joint::Blank, PRINTED.bc),
        0..100 => DateText::of(format!("{first}s")).then(Joint::Blank, PRINTED.ad),
        _ => DateText::of(format!("{first}s")),
    }
}

/// 18th century.
fn counted(count: &Count, unit: &str) -> DateText {
    let number = count.number;
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let text = DateText::of(format!("{number}{ending}")).then(Joint::Blank, unit);
    if count.is_bc { text.then(Joint::Blank, PRINTED.bc) } else { text }
}

fn season_name(season: Season) -> String {
    let name = PRINTED.seasons.get(season.index() as usize).copied().unwrap_or_default();
    if season.is_southern() {
        format!("{} {}", PRINTED.southern, name.to_lowercase())
    } else {
        name.to_owned()
    }
}

fn age(age: &Age) -> DateText {
    let point = if age.decimals.is_empty() { "" } else { "." };
    let number = format!("{}{point}{}", grouped(age.whole), age.decimals);
    DateText::of(number).then(Joint::Blank, age.symbol())
}

fn of_third(third: Third, date: DateText) -> DateText {
    match third {
        Third::Early => date.after(PieceKind::Calendar, PRINTED.early, Joint::Blank),
        Third::Mid => date.after(PieceKind::Calendar, PRINTED.mid, Joint::Hyphen),
        Third::Late => date.after(PieceKind::Calendar, PRINTED.late, Joint::Blank),
    }
}

/// First half of the 18th century.
fn of_fraction(part: Fraction, date: DateText) -> DateText {
    const NUMBERS: [&str; 4] = ["first", "second", "third", "last"];
    let index = part.number.saturating_sub(1) as usize;
    let is_last = part.number == part.count && part.count > 2;
    let number = if is_last { "last" } else { NUMBERS.get(index).copied().unwrap_or_default() };
    let name = match part.count {
        2 => "half",
        3 => "third",
        _ => "quarter",
    };
    // A month has a name, and all else is counted.
    let is_counted = date.to_string().starts_with(|c: char| c.is_ascii_digit());
    let article = if is_counted { " the" } else { "" };
    date.after(PieceKind::Calendar, &format!("{number} {name} of{article}"), Joint::Blank)
}

fn to_side(side: DateSide, date: DateText) -> DateText {
    let word = match side {
        DateSide::Before => PRINTED.before,
        DateSide::After => PRINTED.after,
        DateSide::By => PRINTED.by,
        DateSide::InOrAfter => PRINTED.in_or_after,
        DateSide::Since => PRINTED.since,
        DateSide::Until => PRINTED.until,
        DateSide::ToFromUnknown => return DateText::of(format!("?–{date}")),
        DateSide::FromToUnknown => return DateText::of(format!("{date}–?")),
    };
    date.after(PieceKind::Modifier, word, Joint::Blank)
}
