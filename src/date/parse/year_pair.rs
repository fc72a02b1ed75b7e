//! A year and the last digits of another number: 1936-39, 1835/6, c. 1797–8, 421/0 BC, 1904-05.
//!
//! It is a range of years, or a month of the first, or in EDTF a season of it. Alone, what can only
//! be one of them is read, a month in the form of ISO 8601 is a month, and a number too great for a
//! month ends a range. All else is left to [`YearPairs`], and refused without.

use super::combine::joined;
use super::cursor::{Cursor, Parsed, folded};
use super::tokens::digits_of;
use crate::date::DateErrorKind::{Ambiguous, Contradictory};
use crate::date::{Date, DateError, DateOptions, DateOrder, Season, YearPairs, month_name};
use crate::error::Message;

/// What is between the two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PairJoint {
    Hyphen,
    /// A dash, which joins ranges alone, as a rule.
    Dash,
    Slash,
    /// Any of them between blanks.
    Spaced,
}

/// A year and the last digits of another number.
#[derive(Clone, Copy, Debug)]
pub(in crate::date) struct YearPair {
    first: i64,
    second: i64,
    /// Digits of the first and of the second number.
    digits: [usize; 2],
    joint: PairJoint,
    is_bc: bool,
    /// Whether the era is written.
    has_era: bool,
}

/// How `YYYY-MM` could be meant if it were no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDoubt {
    /// In no way: no range of years ends so.
    None,
    /// As a range of years.
    Range,
    /// As a year and the next.
    Next,
}

impl MonthDoubt {
    /// That of a year of four digits and a month.
    pub fn of(year: i64, month: i64) -> Self {
        let is_next = (year + 1) % 100 == month;
        match year / 100 * 100 + month > year {
            _ if is_next => Self::Next,
            true => Self::Range,
            false => Self::None,
        }
    }
}

impl YearPair {
    /// The pair that a text without blanks around it is, if it is one.
    pub(in crate::date) fn of(text: &str) -> Option<Self> {
        let (rest, is_bc, has_era) = without_era(text);
        let at = rest.find(['-', '–', '/'])?;
        let (first, tail) = rest.split_at(at);
        let sign = tail.chars().next()?;
        let second = tail.get(sign.len_utf8()..)?;
        let (a, b) = (first.trim_end(), second.trim_start());
        if !(3..=4).contains(&a.len()) || !(1..=2).contains(&b.len()) {
            return None;
        }
        let joint = match sign {
            _ if a.len() < first.len() || b.len() < second.len() => PairJoint::Spaced,
            '-' => PairJoint::Hyphen,
            '/' => PairJoint::Slash,
            _ => PairJoint::Dash,
        };
        let (first, second) = (digits_of(a)?, digits_of(b)?);
        Some(Self { first, second, digits: [a.len(), b.len()], joint, is_bc, has_era })
    }

    /// The last year of a range, in its era.
    fn last(&self) -> Option<i64> {
        let unit = if self.digits[1] == 1 { 10 } else { 100 };
        let last = self.first / unit * unit + self.second;
        if self.is_bc {
            // 509–27 BC cannot leave out digits, and ends in 27 BC.
            let is_whole = self.second >= unit / 10;
            let whole = Some(self.second).filter(|&year| 0 < year && is_whole);
            return Some(last).filter(|&last| 0 < last && last < self.first).or(whole);
        }
        let next = self.first + 1;
        let is_next = next % unit == self.second;
        Some(last).filter(|&last| last > self.first).or(is_next.then_some(next))
    }

    fn month(&self) -> Option<u32> {
        let is_form = match self.joint {
            PairJoint::Spaced => false,
            PairJoint::Slash => true,
            PairJoint::Hyphen | PairJoint::Dash => self.digits[1] == 2,
        };
        let month = u32::try_from(self.second).ok().filter(|month| (1..=12).contains(month));
        month.filter(|_| is_form && !self.has_era && self.digits[0] == 4)
    }

    /// The code of EDTF for a part of a year.
    fn code(&self) -> Option<u32> {
        let is_form = self.joint == PairJoint::Hyphen && !self.has_era && self.digits[0] == 4;
        u32::try_from(self.second).ok().filter(|code| is_form && (21..=41).contains(code))
    }

    /// Whether it can be a range.
    pub(in crate::date) fn can_be_range(&self) -> bool {
        self.last().is_some()
    }

    /// Whether it can be a month.
    pub(in crate::date) fn can_be_month(&self) -> bool {
        self.month().is_some()
    }

    /// Whether it can be a season by its code.
    pub(in crate::date) fn can_be_season(&self) -> bool {
        self.code().is_some()
    }

    /// Whether a hyphen joins it, as in the month of ISO 8601.
    pub(in crate::date) fn is_hyphened(&self) -> bool {
        self.joint == PairJoint::Hyphen
    }

    /// Whether it is a year and the one after it.
    pub(in crate::date) fn is_of_next(&self) -> bool {
        self.last() == Some(self.first + 1)
    }

    fn range(&self, cursor: Cursor<'_>) -> Option<Parsed<Date>> {
        let last = self.last()?;
        let year = |year: i64| if self.is_bc { 1 - year } else { year };
        let ends = [self.first, last].map(|one| cursor.on_the_line(Date::of_year(year(one))));
        let [from, to] = ends;
        Some(from.and_then(|from| joined(cursor, from, to?)))
    }

    /// Refuses what nothing decides, with all that it can be.
    fn refused(&self, cursor: Cursor<'_>) -> Parsed<Date> {
        let Self { first, second, .. } = *self;
        let mut readings: Vec<Message> = Vec::new();
        if let Some(last) = self.last() {
            let fact = Message::new(format!("{first} to {last}: write "));
            readings.push(cursor.instead(fact, format!("{first}/{last}")));
        }
        if self.is_of_next() && self.joint != PairJoint::Hyphen {
            let fact = format!("a fiscal year: write FY{first}/{second:02} and set ");
            readings.push(Message::new(fact).setting("fiscal-start"));
        }
        if let Some(month) = self.month() {
            let named = format!("{} {first}", month_name(month));
            let fact = Message::new(format!("{named}: write "));
            // Between ranges of years digits alone would be as open as before.
            let is_open = self.last().is_some();
            let text = if is_open { named } else { format!("{first}-{second:02}") };
            readings.push(cursor.instead(fact, text));
        }
        let has_choice = readings.len() > 1;
        let Some(all) = readings.into_iter().reduce(|all, one| all.text("; or ").and(one)) else {
            return cursor.firm(Contradictory, self.impossible());
        };
        let message = Message::new("this could be ").and(all);
        let choice =
            || Message::new("; or set ").setting("year-pairs").text(" to ranges or months");
        let message = if has_choice { message.and(choice()) } else { message };
        cursor.firm(Ambiguous, message)
    }

    fn impossible(&self) -> Message {
        let Self { first, second, .. } = *self;
        match self.code() {
            Some(code) => {
                let season = part_of_year(code);
                let fact = format!(
                    "{first} to {second:02} is no range, and {second} is no month; if it is the \
                     code of EDTF for a part of a year, write {season} {first} or set "
                );
                Message::new(fact).setting_to("date-notation", "edtf")
            }
            None => "the second year is not after the first; correct one of them".into(),
        }
    }
}

/// Words for a code of EDTF, as they are read.
fn part_of_year(code: u32) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    match code {
        33..=36 => format!("Q{}", code - 32),
        40..=41 => format!("H{}", code - 39),
        37 => "January to April".to_owned(),
        38 => "May to August".to_owned(),
        39 => "September to December".to_owned(),
        _ => {
            let season = Season::from_code(code);
            let name = SEASONS.get(season.index() as usize).copied().unwrap_or_default();
            if season.is_southern() { format!("southern {name}") } else { name.to_owned() }
        }
    }
}

/// The text without its era, whether that is before year 1, and whether it is written.
pub(super) fn without_era(text: &str) -> (&str, bool, bool) {
    const ERAS: [(&str, bool); 10] = [
        ("b.c.e.", true),
        ("bce", true),
        ("b.c.", true),
        ("bc", true),
        ("c.e.", false),
        ("ce", false),
        ("a.d.", false),
        ("ad", false),
        ("cal bc", true),
        ("cal ad", false),
    ];
    let after = |era: &str| {
        let (head, tail) = text.split_at_checked(text.len().checked_sub(era.len())?)?;
        tail.eq_ignore_ascii_case(era).then(|| head.trim_end())
    };
    if let Some((rest, is_bc)) = ERAS.iter().find_map(|&(era, is)| Some((after(era)?, is))) {
        return (rest, is_bc, true);
    }
    let rest = text.get(2..).filter(|rest| {
        text.get(..2).is_some_and(|era| era.eq_ignore_ascii_case("ad")) && !rest.is_empty()
    });
    rest.map_or((text, false, false), |rest| (rest.trim_start(), false, true))
}

/// Reads the whole text as a pair; none if it is none. After a qualifier it is a range.
pub(super) fn year_pair(
    cursor: Cursor<'_>,
    is_qualified: bool,
    options: &DateOptions,
) -> Option<Parsed<Date>> {
    let pair = YearPair::of(cursor.rest())?;
    // Others say that there is no month 00.
    if pair.second == 0 && pair.is_hyphened() && !pair.can_be_range() {
        return None;
    }
    let range = || pair.range(cursor);
    let month = || pair.month().map(|month| cursor.on_the_line(Date::of_month(pair.first, month)));
    let is_open = pair.last().is_some() && pair.month().is_some();
    let found = match options.year_pairs {
        _ if is_qualified => range(),
        Some(YearPairs::Ranges) => range().or_else(month),
        Some(YearPairs::Months) => month().or_else(range),
        None if options.order == Some(DateOrder::Ymd) => month().or_else(range),
        // The code is that of ISO 8601-2, which others read.
        Some(YearPairs::Seasons) if pair.code().is_some() => return None,
        Some(YearPairs::Seasons) => month().or_else(range),
        None if pair.joint == PairJoint::Hyphen => month().or_else(range),
        None if pair.digits[1] == 1 => range().or_else(month),
        None if is_open => None,
        None if pair.joint == PairJoint::Slash => range().or_else(month),
        None => range(),
    };
    Some(found.unwrap_or_else(|| pair.refused(cursor)))
}

/// Why a text of a year and two digits is refused if nothing decides; none if it has one reading.
pub(in crate::date) fn refused_pair(text: &str) -> Option<DateError> {
    let folded = folded(text);
    let cursor = Cursor::new(&folded);
    let pair = YearPair::of(cursor.rest()).filter(YearPair::can_be_range)?;
    pair.month()?;
    pair.refused(cursor).err().map(DateError::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_in_doubt_where_it_is_a_pair_of_years() {
        for (year, month) in (0..=9999).flat_map(|year| (1..=12).map(move |month| (year, month))) {
            let pair = YearPair::of(&format!("{year:04}-{month:02}")).expect("a pair");
            let doubt = match (pair.can_be_range(), pair.is_of_next()) {
                (true, true) => MonthDoubt::Next,
                (true, false) => MonthDoubt::Range,
                _ => MonthDoubt::None,
            };
            assert_eq!(MonthDoubt::of(year, month), doubt, "{year}-{month}");
        }
    }
}
