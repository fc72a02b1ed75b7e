//! Dates in a language, by the names and patterns of CLDR and the words of its own table.

use super::pattern::{PatternPart, parts};
use super::printed_unit::{Count, EraYear, Modifier, PrintedUnit};
use super::style::{DateLayout, DateStyle};
use super::template::{PieceBuilder, filled};
use super::text::{DateText, Joint, PieceKind};
use super::zone_text;
use crate::date::language::{Case, Cldr, PrintedWords, turkish_endings};
use crate::date::{Age, DateSide, Fraction, Locale, Precision, Season, Third};

/// A language that dates are printed in. Which parts of a date are printed is decided before. What
/// it prints is read back as the same date.
#[derive(Clone, Copy)]
pub(super) struct Localized {
    style: DateStyle,
    cldr: &'static Cldr,
    words: &'static PrintedWords,
}

/// A day of a year, of which the later parts may be left out.
struct UnitFields<'a> {
    day: u32,
    month: u32,
    /// The name of the quarter.
    quarter: &'a str,
    year: EraYear,
    case: Case,
}

impl Localized {
    pub(super) fn new(style: DateStyle) -> Self {
        Self { style, cldr: style.locale.cldr(), words: style.locale.printed() }
    }

    /// A unit of the calendar, or an age.
    pub(super) fn unit(self, unit: &PrintedUnit<'_>, case: Case) -> DateText {
        let of = |year| UnitFields { day: 1, month: 1, quarter: "", year, case };
        match *unit {
            PrintedUnit::Day(day, month, year) => self.day(UnitFields { day, month, ..of(year) }),
            PrintedUnit::Week(week, year) => {
                let fields = [("n", &DateText::of(week.to_string())), ("y", &self.year(year))];
                filled(self.words.week, PieceKind::Word, &fields)
            }
            PrintedUnit::Month(month, year) => self.month(UnitFields { month, ..of(year) }),
            PrintedUnit::Quarter(quarter, year) => {
                let quarter = self.cldr.quarters[(quarter as usize + 3) % 4];
                if year.is_known {
                    return DateText::of(quarter);
                }
                self.by(&parts(self.cldr.quarter), &UnitFields { quarter, ..of(year) })
            }
            PrintedUnit::Half(half, year) => {
                let half = self.words.halves[(half as usize + 1) % 2];
                if year.is_known {
                    return DateText::of(half);
                }
                self.season_of(half, &self.year(year))
            }
            PrintedUnit::Year(year) => self.in_case(self.year(year), case),
            PrintedUnit::Decade(first) => self.decade(first, case),
            PrintedUnit::Century(ref count) => self.counted(count, self.words.century, case),
            PrintedUnit::Millennium(ref count) => self.counted(count, self.words.millennium, case),
            PrintedUnit::Season(season, year) => {
                self.season_of(self.season(season), &self.year(year))
            }
            PrintedUnit::SeasonOfTwoYears(season, first) => {
                let sign = self.cldr.year_signs[0];
                let years = DateText::of(format!("{first:04}/{:02}{sign}", (first + 1) % 100));
                self.season_of(self.season(season), &years)
            }
            PrintedUnit::Age(age) => self.age(age),
        }
    }

    fn day(self, fields: UnitFields<'_>) -> DateText {
        match self.style.layout() {
            DateLayout::Own(pattern) => self.by(&pattern.parts(), &fields),
            DateLayout::Long | DateLayout::Short if fields.year.is_known => {
                self.by(&parts(self.cldr.month_day[rank(self.style.layout())]), &fields)
            }
            layout => self.by(&parts(self.cldr.day[rank(layout)]), &fields),
        }
    }

    fn month(self, fields: UnitFields<'_>) -> DateText {
        let text = match (self.style.layout(), fields.case) {
            (_, Case::Numeric) => self.by(&parts(self.cldr.month[2]), &fields),
            (DateLayout::Own(pattern), _) => self.by(&pattern.of_month(), &fields),
            (DateLayout::Long | DateLayout::Short, _) if fields.year.is_known => {
                self.by(&parts(["LLLL", "LLL"][rank(self.style.layout())]), &fields)
            }
            (layout, _) => self.by(&parts(self.cldr.month[rank(layout)]), &fields),
        };
        self.in_case(text, fields.case)
    }

    /// The day and month alone, short: a label of a ruler whose year is said elsewhere.
    pub(super) fn day_of_month(self, day: u32, month: u32) -> String {
        let fields =
            UnitFields { day, month, quarter: "", year: EraYear::new(1), case: Case::Plain };
        self.by(&parts(self.cldr.month_day[1]), &fields).to_string()
    }

    /// The short name of month 1 to 12.
    pub(super) fn short_month(self, month: u32) -> &'static str {
        self.cldr.alone[1][(month as usize + 11) % 12]
    }

    /// A date by a pattern. What follows the number of the year without a blank belongs to it, and
    /// stands before its era.
    fn by(self, pattern: &[PatternPart<'_>], fields: &UnitFields<'_>) -> DateText {
        let mut builder = PieceBuilder::default();
        let mut taken = 0;
        for (index, part) in pattern.iter().enumerate() {
            match *part {
                PatternPart::Text(text) => {
                    builder.text(&text[std::mem::take(&mut taken)..], PieceKind::Word);
                }
                PatternPart::Field('y', _) => {
                    let next = match pattern.get(index + 1) {
                        Some(&PatternPart::Text(text)) => text,
                        _ => "",
                    };
                    taken = next.find([' ', ',', '،', '-', '/', '.']).unwrap_or(next.len());
                    if next.starts_with('.') {
                        taken = 1;
                    }
                    builder.add(self.signed_year(fields.year, &next[..taken]));
                }
                PatternPart::Field(letter, length) => {
                    let (kind, text) = self.field(letter, length, fields);
                    builder.piece(kind, text);
                }
            }
        }
        builder.done()
    }

    /// A field of a pattern that is no year.
    fn field(self, letter: char, length: usize, fields: &UnitFields<'_>) -> (PieceKind, String) {
        let index = (fields.month as usize + 11) % 12;
        let rank = usize::from(length == 3);
        let is_in_date = letter == 'M' || fields.case != Case::Plain;
        match (letter, length) {
            ('d', _) => (PieceKind::Day, self.day_number(format!("{:0length$}", fields.day))),
            ('Q', _) => (PieceKind::Word, fields.quarter.to_owned()),
            (_, 1 | 2) => (PieceKind::Month, format!("{:0length$}", fields.month)),
            _ if is_in_date => (PieceKind::Month, self.cldr.in_date[rank][index].to_owned()),
            _ => (PieceKind::Month, self.cldr.alone[rank][index].to_owned()),
        }
    }

    /// The number of a day, which has a form of its own for the first in some languages.
    fn day_number(self, number: String) -> String {
        let first = self.words.exceptions.first_day.filter(|_| number == "1");
        let is_spelled = self.style.layout() != DateLayout::Numeric;
        first.filter(|_| is_spelled).map_or(number, str::to_owned)
    }

    /// An astronomical year as history writes it: 2010, AD 14, 44 BC. There is no year 0; years of
    /// one or two digits, or of more than four, are not read as years without an era.
    pub(super) fn year(self, year: EraYear) -> DateText {
        self.signed_year(year, self.cldr.year_signs[usize::from(year.is_bc())])
    }

    /// The number of a year, the sign that follows it, and its era.
    fn signed_year(self, year: EraYear, sign: &str) -> DateText {
        if !year.has_era() {
            return DateText::default().then(
                PieceKind::Year,
                Joint::None,
                format!("{}{sign}", year.year),
            );
        }
        let number = self.grouped(year.number());
        let (before, after) = self.era(year.is_bc());
        let number = format!("{before}{number}{sign}");
        let text = DateText::default().then(PieceKind::Year, Joint::None, number);
        if after.is_empty() { text } else { text.then(PieceKind::Word, Joint::Blank, after) }
    }

    /// What stands before the number of a year in its era, and after it.
    fn era(self, is_bc: bool) -> (String, String) {
        let era = self.cldr.eras[usize::from(!is_bc)].replace(' ', "\u{a0}");
        let is_english = self.is_english();
        let is_first = self.cldr.is_era_first || is_english && !is_bc;
        if !is_first {
            return (String::new(), era);
        }
        let gap = match era.chars().next_back() {
            _ if is_english => " ",
            Some('\u{3400}'..='\u{9FFF}') => "",
            _ => "\u{a0}",
        };
        (era + gap, String::new())
    }

    pub(super) fn is_english(self) -> bool {
        matches!(self.style.locale, Locale::En | Locale::EnGb | Locale::EnUs)
    }

    /// A number of five digits and more in groups of three, fewer as they are.
    pub(super) fn grouped(self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.cldr.group);
            }
            text.push(digit);
        }
        text
    }

    /// A month or a year in the words around it.
    fn in_case(self, text: DateText, case: Case) -> DateText {
        if case == Case::Part {
            filled(self.words.of, PieceKind::Word, &[("", &text)])
        } else {
            text
        }
    }

    /// 350s BC are the years 359 BC, or -358, to 350 BC.
    fn decade(self, first: i64, case: Case) -> DateText {
        let is_bc = first < 0;
        let value = if is_bc { (-8_i64).saturating_sub(first) } else { first }.unsigned_abs();
        let number = |text: String| DateText::default().then(PieceKind::Year, Joint::None, text);
        let fields = [
            ("d", &number(value.to_string())),
            ("dd", &number(format!("{:02}", value % 100))),
            ("o", &DateText::of((self.words.ordinal)(value / 100 + 1))),
            ("e", &DateText::of((self.words.decade_ending)(value))),
        ];
        let text = filled(self.words.decade[declined(case)], PieceKind::Word, &fields);
        if is_bc || value < 100 { self.with_era(text, is_bc) } else { text }
    }

    /// 18th century.
    fn counted(self, count: &Count, templates: [&str; 2], case: Case) -> DateText {
        let ordinal = DateText::of((self.words.ordinal)(count.number));
        let number = DateText::of(count.number.to_string());
        let fields = [("o", &ordinal), ("n", &number)];
        let text = filled(templates[declined(case)], PieceKind::Word, &fields);
        if count.is_bc { self.with_era(text, true) } else { text }
    }

    fn with_era(self, text: DateText, is_bc: bool) -> DateText {
        let era = self.cldr.eras[usize::from(!is_bc)].replace(' ', "\u{a0}");
        match self.era(is_bc) {
            (before, _) if self.cldr.is_era_first => DateText::of(before).and(Joint::None, text),
            _ => text.then(PieceKind::Word, Joint::Blank, era),
        }
    }

    fn season(self, season: Season) -> &'static str {
        let seasons = &self.words.seasons[usize::from(season.is_southern())];
        seasons.get(season.index() as usize).copied().unwrap_or_default()
    }

    /// A part of a year, which has a name of its own.
    fn season_of(self, name: &str, year: &DateText) -> DateText {
        let fields = [("s", &DateText::of(name)), ("y", year)];
        filled(self.words.season_of_year, PieceKind::Word, &fields)
    }

    fn age(self, age: &Age) -> DateText {
        let point = if age.decimals.is_empty() { "" } else { self.cldr.decimal };
        let number = format!("{}{point}{}", self.grouped(age.whole), age.decimals);
        DateText::of(number).then(PieceKind::Word, Joint::Blank, age.symbol())
    }

    /// A clock time as `clock` has it (14:05:09, 14h), after its day and before its zone, in seconds
    /// east of UTC, where they are printed.
    pub(super) fn clock(self, day: Option<DateText>, clock: &str, zone: Option<i32>) -> DateText {
        let text = day.unwrap_or_default().then(PieceKind::Clock, Joint::Comma, clock);
        match zone {
            Some(east) => text.then(PieceKind::Clock, Joint::Blank, zone_text(east)),
            None => text,
        }
    }

    /// The case of a date under a modifier.
    pub(super) fn case(self, modifier: Modifier, precision: Precision) -> Case {
        match modifier {
            Modifier::Third(_) => Case::Part,
            Modifier::Side(side) => {
                self.words.sides.of(side, precision).map_or(Case::Plain, |(_, case)| case)
            }
            Modifier::Approximate | Modifier::Uncertain => Case::Plain,
        }
    }

    /// A date, of that precision, with what is known of it.
    pub(super) fn modified(
        self,
        modifier: Modifier,
        date: DateText,
        precision: Precision,
    ) -> DateText {
        match modifier {
            Modifier::Approximate => filled(self.words.about, PieceKind::Modifier, &[("", &date)]),
            Modifier::Uncertain => date.ending_with("?"),
            Modifier::Third(third) => {
                let index = match third {
                    Third::Early => 0,
                    Third::Mid => 1,
                    Third::Late => 2,
                };
                filled(self.words.thirds[index], PieceKind::Word, &[("", &date)])
            }
            Modifier::Side(DateSide::ToFromUnknown) => DateText::of(format!("?–{date}")),
            Modifier::Side(DateSide::FromToUnknown) => DateText::of(format!("{date}–?")),
            Modifier::Side(side) => self.to_side(side, date, precision),
        }
    }

    fn to_side(self, side: DateSide, date: DateText, precision: Precision) -> DateText {
        let Some((template, _)) = self.words.sides.of(side, precision) else { return date };
        let date = if template.starts_with("{}-") { date.without_stop() } else { date };
        let [from, to] = turkish_endings(&date.to_string());
        let template = template.replace("{abl}", &from).replace("{dat}", &to);
        filled(&template, PieceKind::Modifier, &[("", &date)])
    }

    /// Several dates, one of which is meant, or all of them.
    pub(super) fn several(self, dates: &[DateText], is_one: bool) -> String {
        let joints = if is_one { self.cldr.or } else { self.cldr.and };
        let mut text = String::new();
        for (index, date) in dates.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 < dates.len() => text.push_str(self.cldr.comma),
                _ => text.push_str(joints[usize::from(dates.len() > 2)]),
            }
            text += &date.to_string();
        }
        text
    }

    /// From one date to another, joined by an en dash, in blanks when either has blanks or a dash of
    /// its own. What both begin or end with is said once.
    pub(super) fn range(
        self,
        from: DateText,
        to: DateText,
        (start, end): (usize, usize),
    ) -> String {
        let own = |text: &DateText| text.clone().without_last(end).without_first(start);
        let has_hyphens = matches!(self.style.layout(), DateLayout::Own(_) | DateLayout::Numeric);
        let is_wide = [own(&from), own(&to)].iter().any(|date| {
            let text = date.to_string();
            // AD 14–37 needs no blanks.
            text.contains(' ') && !date.is_year()
                || text.contains('–')
                || has_hyphens && text.contains('-')
        });
        let dash = if is_wide { " – " } else { "–" };
        let mut from = from.without_last(end);
        if start > 0 && self.words.exceptions.has_one_stop {
            from = from.without_stop();
        }
        format!("{from}{dash}{}", to.without_first(start))
    }

    /// Some time between one date and another, which begin or end with the same; as a range where
    /// the language has no words for it.
    pub(super) fn between(self, from: DateText, to: DateText, shared: (usize, usize)) -> String {
        let [opening, joint] = self.words.between;
        if opening.is_empty() {
            return self.range(from, to, shared);
        }
        format!("{opening} {} {joint} {to}", from.without_last(shared.1))
    }

    /// An equal part of a date in words; none where the language has no words for it.
    pub(super) fn fraction(self, part: Fraction, date: DateText) -> Option<DateText> {
        self.is_english().then(|| of_fraction(part, date))
    }

    /// The present.
    pub(super) fn present(self) -> DateText {
        DateText::of(self.words.present)
    }

    /// The text with the digits of the language.
    pub(super) fn in_digits(self, text: String) -> String {
        let zero = self.style.locale.zero();
        if zero == '0' {
            return text;
        }
        let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(u32::from(zero) + d));
        text.chars().map(|c| digit(c).unwrap_or(c)).collect()
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
    DateText::of(format!("{number} {name} of{article}")).and(Joint::Blank, date)
}

/// The place of a layout in lists of patterns.
fn rank(layout: DateLayout) -> usize {
    match layout {
        DateLayout::Long | DateLayout::Own(_) => 0,
        DateLayout::Short => 1,
        DateLayout::Numeric => 2,
    }
}

/// The place of a case in lists of templates.
fn declined(case: Case) -> usize {
    usize::from(matches!(case, Case::Part | Case::Genitive))
}
