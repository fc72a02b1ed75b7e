//! A date as a sentence has it, in parts, some of which may be missing; and as the text that the
//! reader of dates reads.

use crate::date::Third;

/// A date in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    pub grain: Grain,
    /// The year, the first year of a decade, or the number of a century; none where the sentence
    /// does not say it.
    pub year: Option<i64>,
    pub is_bc: bool,
    pub part: Option<Part>,
    /// Whether what comes after it is in the next year, as after a winter of two years.
    pub goes_over: bool,
    /// A date in numbers as it is written.
    pub numeric: Option<String>,
}

/// How exact a date is, with the parts that are always said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    /// A month, 1 to 12, and a day.
    Day(u32, u32),
    /// A month, 1 to 12.
    Month(u32),
    /// 0 is spring.
    Season(u32),
    Year,
    Decade,
    /// A decade without its century, as the thirties: 30.
    DecadeOf(i64),
    Century,
    Millennium,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Third(Third),
    /// Which of so many equal parts.
    Fraction(i64, u32),
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

impl Calendar {
    pub(super) fn new(grain: Grain, year: Option<i64>) -> Self {
        Self { grain, year, is_bc: false, part: None, goes_over: false, numeric: None }
    }

    /// A date in numbers.
    pub(super) fn numeric(text: &str) -> Self {
        Self { numeric: Some(text.to_owned()), ..Self::new(Grain::Year, Some(0)) }
    }

    /// Whether it needs the year of another date.
    pub(super) fn lacks_year(&self) -> bool {
        self.year.is_none()
    }

    /// The date as it is written in a table, alone: 1944-06-06.
    pub(super) fn text(&self) -> String {
        let Some(year) = self.year.filter(|year| self.is_plain() && (1000..10_000).contains(year))
        else {
            return self.in_words();
        };
        match self.grain {
            Grain::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
            Grain::Month(month) => format!("{year}-{month:02}"),
            _ => self.in_words(),
        }
    }

    /// The 2000s, which the reader of dates takes for a decade or a millennium, by their years.
    fn first_decade(&self) -> String {
        let (first, last) = match self.part {
            Some(Part::Third(Third::Early)) => (2000, 2002),
            Some(Part::Third(Third::Mid)) => (2003, 2006),
            Some(Part::Third(Third::Late)) => (2007, 2009),
            Some(Part::Fraction(..)) | None => (2000, 2009),
        };
        format!("between {first} and {last}")
    }

    fn is_plain(&self) -> bool {
        !self.is_bc && self.part.is_none() && self.numeric.is_none()
    }

    /// The date in words, as other words can stand before it: 6 Jun 1944.
    pub(super) fn in_words(&self) -> String {
        if let Some(numeric) = &self.numeric {
            return numeric.clone();
        }
        let number = self.year.unwrap_or_default();
        let year = match self.is_bc {
            true => format!("{number} BC"),
            false if number < 1000 => format!("AD {number}"),
            false => number.to_string(),
        };
        let era = if self.is_bc { " BC" } else { "" };
        if self.grain == Grain::Decade && number == 2000 && !self.is_bc {
            return self.first_decade();
        }
        let name = |month: u32| MONTHS[(month.max(1) as usize - 1) % 12];
        let whole = match self.grain {
            Grain::Day(month, day) => format!("{day} {} {year}", name(month)),
            Grain::Month(month) => format!("{} {year}", name(month)),
            Grain::Season(season) => format!("{} {year}", SEASONS[season as usize % 4]),
            Grain::Year => year,
            Grain::DecadeOf(tens) => format!("{tens}s"),
            Grain::Decade => format!("{number}s{era}"),
            Grain::Century => format!("{number}{} century{era}", ending(number)),
            Grain::Millennium => format!("{number}{} millennium{era}", ending(number)),
        };
        match self.part {
            None => whole,
            Some(Part::Third(third)) => format!("{} {whole}", third_name(third)),
            Some(Part::Fraction(number, count)) => {
                let name = if count == 2 { "half" } else { "quarter" };
                format!("{number}{} {name} of {whole}", ending(number))
            }
        }
    }
}

fn third_name(third: Third) -> &'static str {
    match third {
        Third::Early => "early",
        Third::Mid => "mid",
        Third::Late => "late",
    }
}

/// The ending of an ordinal.
fn ending(number: i64) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
