//! What one cell leaves open, and what it shows for others.

use crate::date::parse::{YearPair, in_ascii, is_edtf_alone, number_kind, signs};
use crate::date::{
    Century, Date, DateError, DateNumbers, DateOptions, DateOrder, NegativeYears, Precision,
    YearPairs,
};
use crate::error::Code;

/// What a cell alone may leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether the day comes first, or the month.
    Order,
    /// Which year is meant by two digits.
    Century,
    /// Whether a number of one or two digits is a year.
    ShortYear,
    /// Whether a year and two digits are a range, a month or a season.
    YearPair,
    /// How a year with a minus is counted.
    NegativeYear,
    /// What a long number is.
    Number,
    /// Whether the number beside a month is a year of two digits: Jan-20.
    MonthYear,
}

impl Question {
    pub(super) const ALL: [Self; 7] = [
        Self::Order,
        Self::Century,
        Self::ShortYear,
        Self::YearPair,
        Self::NegativeYear,
        Self::Number,
        Self::MonthYear,
    ];

    /// The code of notes on what was taken for an answer.
    pub(super) fn code(self) -> Code {
        match self {
            Self::Order => Code::DateOrderTaken,
            Self::Century | Self::ShortYear | Self::MonthYear => Code::CenturyTaken,
            Self::YearPair => Code::YearPairsTaken,
            Self::NegativeYear => Code::NegativeYearsTaken,
            Self::Number => Code::DateNumbersTaken,
        }
    }
}

/// What a cell says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Both, or none, by itself.
    Open(Question),
    /// One answer, by its place among those of the question.
    Shows(Question, usize),
}

/// The places of the answers.
pub(super) const DMY: usize = 0;
pub(super) const MDY: usize = 1;
pub(super) const RANGE: usize = 0;
pub(super) const MONTH: usize = 1;
pub(super) const SEASON: usize = 2;
pub(super) const ISO: usize = 0;
pub(super) const AS_WRITTEN: usize = 0;
pub(super) const SERIAL: usize = 0;
pub(super) const UNIX: usize = 1;
pub(super) const UNIX_MS: usize = 2;
pub(super) const YEAR: usize = 0;

/// What a cell that was read alone as `date` leaves open, and what it shows.
pub(super) fn findings(
    text: &str,
    options: &DateOptions,
    date: &Result<Date, DateError>,
) -> Vec<Finding> {
    if options.notation.is_some() {
        return Vec::new();
    }
    let text = &in_ascii(text);
    let mut found = Vec::new();
    // A month of ISO 8601 leaves nothing else open.
    if text.len() == 7 && YearPair::of(text).is_some_and(|pair| pair.is_hyphened()) {
        found.extend(pair(text, options, date));
        return found;
    }
    found.extend(order(text, options));
    found.extend(century(text, options, date));
    found.extend(short_year(text, options).or_else(|| early_year(text, date)));
    found.extend(pair(text, options, date));
    found.extend(month_year(text, options, date));
    found.extend(negative(text, options));
    found.extend(number(text, options));
    found
}

fn order(text: &str, options: &DateOptions) -> Option<Finding> {
    if options.order.is_some() || !has_day_in_numbers(text) {
        return None;
    }
    let read = |order| Date::parse(text, &DateOptions { order: Some(order), ..options.clone() });
    match (read(DateOrder::Dmy), read(DateOrder::Mdy)) {
        (Ok(dmy), Ok(mdy)) if (dmy.lo, dmy.hi) != (mdy.lo, mdy.hi) => {
            // A weekday may have decided already.
            let alone = Date::parse(text, options);
            Some(Finding::Open(Question::Order)).filter(|_| alone.is_err())
        }
        (Ok(_), Err(_)) => Some(Finding::Shows(Question::Order, DMY)),
        (Err(_), Ok(_)) => Some(Finding::Shows(Question::Order, MDY)),
        _ => None,
    }
}

/// Whether a text has three numbers with the same sign between them, the first of which can be a
/// day or a month.
fn has_day_in_numbers(text: &str) -> bool {
    // As some languages write it: 1. 2. 2024.
    if text.contains(". ") {
        return has_day_in_numbers(&text.replace(". ", "."));
    }
    ['/', '.', '-'].iter().any(|&sign| {
        let is_part = |c: char| c.is_ascii_digit() || c == sign;
        text.split(|c| !is_part(c)).any(|run| {
            let parts: Vec<usize> = run.split(sign).map(str::len).collect();
            matches!(parts[..], [1..=2, 1..=2, 2 | 4])
        })
    })
}

fn century(text: &str, options: &DateOptions, date: &Result<Date, DateError>) -> Option<Finding> {
    let has_short = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 2);
    if options.century.is_some() || !has_short || number_of(text).is_some() {
        return None;
    }
    let read = |options: &DateOptions| match date {
        Ok(date) => Some(date.clone()),
        // Where the order is open too, either will do.
        Err(_) => {
            let options = DateOptions { order: Some(DateOrder::Dmy), ..options.clone() };
            Date::parse(text, &options).ok()
        }
    };
    let here = read(options)?;
    let order = options.order.or(Some(DateOrder::Dmy).filter(|_| date.is_err()));
    let other = DateOptions { century: Century::starting(1700), order, ..options.clone() };
    // By its weekday a day can be of one century alone.
    // Beside a year in full two digits are no year, or one of the same century.
    let has_full = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
    let is_same = has_full
        || Date::parse(text, &other).is_ok_and(|there| (here.lo, here.hi) == (there.lo, there.hi));
    (!is_same).then_some(Finding::Open(Question::Century))
}

/// A month and a number that may be its day or its year, Jan-20, or can only be its year, Jan-98.
fn month_year(
    text: &str,
    options: &DateOptions,
    date: &Result<Date, DateError>,
) -> Option<Finding> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let is_short = runs.next().is_some_and(|run| run.len() == 2) && runs.next().is_none();
    let begins = text.starts_with(char::is_alphabetic);
    if options.century.is_some() || !is_short || !begins || text.contains(['\'', '’']) {
        return None;
    }
    let given = DateOptions { century: Some(Century::SPREADSHEET), ..options.clone() };
    let is_month = |date: &Date| date.precision == Precision::Month;
    match date {
        Ok(date) if is_month(date) => Some(Finding::Shows(Question::MonthYear, YEAR)),
        Ok(_) => None,
        Err(_) => Date::parse(text, &given)
            .is_ok_and(|date| is_month(&date))
            .then_some(Finding::Open(Question::MonthYear)),
    }
}

/// A number of digits alone.
fn number_of(text: &str) -> Option<&str> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

fn short_year(text: &str, options: &DateOptions) -> Option<Finding> {
    let digits = number_of(text.strip_prefix('-').unwrap_or(text))?;
    match (digits.len(), text.starts_with('-')) {
        (1..=2, false) if options.century.is_none() && digits != "0" => {
            Some(Finding::Open(Question::ShortYear))
        }
        (3, false) => Some(Finding::Shows(Question::ShortYear, AS_WRITTEN)),
        (1..=4, true) if !digits.starts_with('0') => {
            Some(Finding::Shows(Question::ShortYear, AS_WRITTEN))
        }
        _ => None,
    }
}

/// A year with its era, by which numbers of one or two digits beside it are years, too: 44 BC, AD 14.
fn early_year(text: &str, date: &Result<Date, DateError>) -> Option<Finding> {
    let date = date.as_ref().ok().filter(|_| text.chars().any(char::is_alphabetic))?;
    let year = date.lo().filter(|_| date.precision == Precision::Year)?.civil().0;
    let is_early = (-9999..100).contains(&year) && !date.is_age();
    is_early.then_some(Finding::Shows(Question::ShortYear, AS_WRITTEN))
}

fn pair(text: &str, options: &DateOptions, date: &Result<Date, DateError>) -> Option<Finding> {
    if is_edtf_alone(text) && date.is_ok() {
        return Some(Finding::Shows(Question::YearPair, SEASON));
    }
    let (bare, is_qualified) = unqualified(text);
    let pair = YearPair::of(bare)?;
    let can_be_other = !is_qualified && (pair.can_be_month() || pair.can_be_season());
    match (pair.can_be_range(), can_be_other) {
        _ if options.year_pairs.is_some() => None,
        (true, true) => Some(Finding::Open(Question::YearPair)),
        (true, false) => Some(Finding::Shows(Question::YearPair, RANGE)),
        (false, _) if pair.can_be_month() => Some(Finding::Shows(Question::YearPair, MONTH)),
        // A code alone is read in a column that is EDTF.
        (false, true) => Some(Finding::Open(Question::YearPair)),
        _ => None,
    }
}

/// What a cell of a year and two digits shows, besides what it leaves open: a number too great for
/// a month is one of a range.
pub(super) fn shows_range(text: &str) -> bool {
    let text = in_ascii(text);
    let pair = YearPair::of(&text);
    pair.is_some_and(|pair| pair.can_be_range() && !pair.can_be_month())
}

/// The text without a qualifier before it.
fn unqualified(text: &str) -> (&str, bool) {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let head = text.get(..start).unwrap_or_default().trim_end();
    let is_qualifier = !head.is_empty() && !head.ends_with(['-', '/', '–']);
    if is_qualifier { (text.get(start..).unwrap_or(text), true) } else { (text, false) }
}

fn negative(text: &str, options: &DateOptions) -> Option<Finding> {
    let is_zero = matches!(text, "0" | "0000" | "0.0");
    match signs(text) {
        (_, true) => Some(Finding::Shows(Question::NegativeYear, ISO)),
        _ if options.negative_years.is_some() => None,
        _ if text == "0000" => Some(Finding::Shows(Question::NegativeYear, ISO)),
        (true, _) if !is_edtf_alone(text) => {
            let iso = DateOptions { negative_years: Some(NegativeYears::Iso), ..options.clone() };
            let [bc, iso] = [options, &iso].map(|options| Date::parse(text, options).ok());
            (bc != iso).then_some(Finding::Open(Question::NegativeYear))
        }
        _ => is_zero.then_some(Finding::Open(Question::NegativeYear)),
    }
}

fn number(text: &str, options: &DateOptions) -> Option<Finding> {
    if options.numbers.is_some() {
        return None;
    }
    let place = match number_kind(text)? {
        DateNumbers::Serial => SERIAL,
        DateNumbers::Unix => UNIX,
        _ => UNIX_MS,
    };
    Some(Finding::Shows(Question::Number, place))
}

/// Options by which a cell that cannot be read alone has a date, whatever that is.
pub(super) fn deciding(text: &str, options: &DateOptions) -> Vec<DateOptions> {
    let text = &in_ascii(text);
    let is_short = number_of(text).is_some_and(|digits| digits.len() <= 2);
    let all = DateOptions {
        order: options.order.or(Some(DateOrder::Dmy)),
        century: options.century.or(is_short.then_some(Century::AS_WRITTEN)),
        year_pairs: options.year_pairs.or(Some(YearPairs::Ranges)),
        negative_years: options.negative_years.or(Some(NegativeYears::Iso)),
        numbers: options.numbers.or(number_kind(text)),
        ..options.clone()
    };
    let month_first = DateOptions { order: Some(DateOrder::Mdy), ..all.clone() };
    let codes = DateOptions { year_pairs: Some(YearPairs::Seasons), ..all.clone() };
    let century = all.century.or(Some(Century::SPREADSHEET));
    let month_of_year = DateOptions { century, ..all.clone() };
    vec![all, month_first, codes, month_of_year]
}
