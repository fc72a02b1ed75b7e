//! Calendar units in words: days, months, quarters, halves, seasons, decades, centuries, millennia
//! and fiscal years, in the usual orders of their parts.
//!
//! Works on tokens, so that a new spelling is a new pattern. "500 BC" is the astronomical year
//! -499. Early, mid and late are thirds, rounded to whole years of a decade or more, whole months
//! of a year, and whole days of anything shorter.

use super::cursor::{Cursor, Parsed};
use super::tokens::{Token, stranger, tokens};
use crate::date::Season;
use crate::date::span::{months, no_day, years};
use crate::date::{Bound, Date, DateForm, DateOptions, Instant, Precision, Third, weekday};
use Token::{
    Ad, Bc, Century, Dash, Decade, Fiscal, Half, Hyphen, Millennium, Month, North, Number, Ordinal,
    Quarter, Slash, South, Week, Weekday, Year,
};

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Reads the whole text as one calendar unit in words.
pub(super) fn unit_in_words(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    match tokens(cursor, options.locale) {
        Some(tokens) if tokens.contains(&Token::Unknown) => strange(cursor, options),
        Some(tokens) => unit(cursor, &tokens, options),
        None => cursor.soft("this is not a date"),
    }
}

/// Tells of a word that no date is made of.
fn strange(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some((at, word)) = stranger(cursor, options.locale) else {
        return cursor.soft("this is not a date");
    };
    let word_text = crate::error::quoted(word);
    match crate::date::language::locale_of(&word.to_lowercase()) {
        Some((locale, _)) => at.firm(format!(
            "{word_text} is the name of a month in another language; say --locale {locale}"
        )),
        None if word.chars().count() == 1 => cursor.soft("this is not a date"),
        None => at.soft(format!(
            "{word_text} is no word of a date; remove it, or write the date as 12 March 2010"
        )),
    }
}

fn unit(cursor: Cursor<'_>, tokens: &[Token], options: &DateOptions) -> Parsed<Date> {
    match *tokens {
        [Weekday(named), ref rest @ ..] if !rest.is_empty() => {
            checked(cursor, unit(cursor, rest, options)?, named)
        }
        [ref rest @ .., Weekday(named)] if !rest.is_empty() => {
            checked(cursor, unit(cursor, rest, options)?, named)
        }
        [Token::Third(third), Hyphen, ref rest @ ..] | [Token::Third(third), ref rest @ ..] => {
            part(cursor, third, unit(cursor, rest, options)?)
        }
        [Fiscal, Year, ref rest @ ..] | [Fiscal, ref rest @ ..] => fiscal(cursor, rest, options),
        _ => long(cursor, tokens)
            .or_else(|miss| if miss.firm { Err(miss) } else { short(cursor, tokens) }),
    }
}

/// Years and shorter.
fn short(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [Number(day, 1..=2) | Ordinal(day), Month(month), ref year @ ..]
        | [Month(month), Number(day, 1..=2) | Ordinal(day), ref year @ ..]
            if matches!(year, [Number(..)] | [_, _])
                && !matches!(year, [Hyphen | Dash | Slash, _]) =>
        {
            self::day(cursor, year_of(cursor, year)?, month, day)
        }
        [Number(day, 1..=2), Hyphen, Month(month), Hyphen, ref year @ ..]
        | [Number(day, 1..=2), Slash, Month(month), Slash, ref year @ ..] => {
            self::day(cursor, year_of(cursor, year)?, month, day)
        }
        [Number(year, 4), Month(month), Number(day, 1..=2)]
        | [Number(year, 4), Hyphen, Month(month), Hyphen, Number(day, 1..=2)] => {
            self::day(cursor, year, month, day)
        }
        [Number(day @ 1..=31, 1..=2), Hyphen, Month(month)]
        | [Month(month), Number(day @ 1..=31, 1..=2)] => cursor.firm(format!(
            "this can be {day} {0} of some year, or {0} of a year with two digits; write the year in full",
            crate::date::month_name(month)
        )),
        [Month(month), Hyphen, ref year @ ..] | [Month(month), ref year @ ..] if is_year(year) => {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_month(year, month))
        }
        [.., Number(first, 4), Slash, Number(second, digits)]
            if tokens.iter().any(|token| matches!(token, Month(_)))
                && follows(first, second, digits) =>
        {
            cursor.firm("a double year belongs to the Julian calendar; write the Gregorian date with one year")
        }
        [Number(year, 4), Month(month)] => cursor.on_the_line(Date::of_month(year, month)),
        [Number(_, 1..=2) | Ordinal(_), Month(_)] | [Month(_)] => {
            cursor.firm("the year is missing; write it after the month")
        }
        [Quarter(quarter), ref year @ ..] if is_year(year) => {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_quarter(year, quarter))
        }
        [Number(year, 4), Hyphen, Quarter(quarter)] | [Number(year, 4), Quarter(quarter)] => {
            cursor.on_the_line(Date::of_quarter(year, quarter))
        }
        [Half(half), ref year @ ..] if is_year(year) => {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_half(year, half))
        }
        [Number(year, 4), Hyphen, Half(half)] | [Number(year, 4), Half(half)] => {
            cursor.on_the_line(Date::of_half(year, half))
        }
        [Week, Number(week, 1..=2), ref year @ ..] if is_year(year) => {
            week_of(cursor, year_of(cursor, year)?, week)
        }
        [Number(year, 4), Week, Number(week, 1..=2)] => week_of(cursor, year, week),
        _ => season_or_year(cursor, tokens),
    }
}

fn season_or_year(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [South, Token::Season(index), ref year @ ..] => {
            season(cursor, Season::new(index, true), year)
        }
        [North, Token::Season(index), ref year @ ..] | [Token::Season(index), ref year @ ..] => {
            season(cursor, Season::new(index, false), year)
        }
        [Number(first, 4), Slash | Dash, Number(second, 2)] => two_years(cursor, first, second),
        [Number(_, 3..)] | [Ad, Number(..)] | [Number(..), Bc | Ad] => {
            let year = year_of(cursor, tokens)?;
            cursor.on_the_line(Date::of_year(year))
        }
        _ => cursor.soft("this is not a date"),
    }
}

/// Units longer than a year.
fn long(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    let (tokens, era) = match *tokens {
        [ref rest @ .., Bc] => (rest, Some(true)),
        [ref rest @ .., Ad] => (rest, Some(false)),
        _ => (tokens, None),
    };
    let is_bc = era == Some(true);
    match *tokens {
        [Decade(decade, digits)] => {
            if digits <= 2 && era.is_none() {
                return cursor.firm("the decade has two digits; write it in full, as 1960s");
            }
            // Eight digits alone are a day.
            if digits > 7 {
                return cursor
                    .firm("a decade has seven digits at most; write a year, as +11115560");
            }
            self::decade(cursor, decade, is_bc)
        }
        [Ordinal(number), Century] | [Ordinal(number), Hyphen, Century] => {
            of_number(cursor, number, 100, Precision::Century, is_bc)
        }
        [Ordinal(number), Millennium] => {
            of_number(cursor, number, 1000, Precision::Millennium, is_bc)
        }
        _ => cursor.soft("this is not a date"),
    }
}

fn decade(cursor: Cursor<'_>, decade: i64, is_bc: bool) -> Parsed<Date> {
    if decade % 10 > 0 {
        return cursor.firm("a decade is named by its first year, as 1960s");
    }
    if decade % 100 == 0 {
        let (tens, hundreds) = (decade / 10, decade / 100);
        let sign = if hundreds < 100 { "" } else { "+" };
        return cursor.firm(if is_bc {
            format!("this can be ten years or a hundred; write {tens}9–{tens}0 BC or {hundreds}99–{hundreds}00 BC")
        } else {
            format!("this can be ten years or a hundred; write {sign}{tens:03}X or {sign}{hundreds:02}XX")
        });
    }
    let first = if is_bc { (-8_i64).checked_sub(decade) } else { Some(decade) };
    let span = cursor.on_the_line(first.and_then(|first| years(first, 10)))?;
    Ok(Date::spanning(span, Precision::Decade))
}

/// The `number`th stretch of `length` years, counted from year 1 either way.
fn of_number(
    cursor: Cursor<'_>,
    number: i64,
    length: i64,
    precision: Precision,
    is_bc: bool,
) -> Parsed<Date> {
    if number < 1 {
        return cursor.firm("centuries and millennia are counted from 1");
    }
    let before = if is_bc { number.checked_neg() } else { number.checked_sub(1) };
    let first = before.and_then(|count| count.checked_mul(length)).and_then(|y| y.checked_add(1));
    let span = cursor.on_the_line(first.and_then(|first| years(first, length)))?;
    Ok(Date::spanning(span, precision))
}

/// Whether tokens can be a year, right or wrong.
fn is_year(tokens: &[Token]) -> bool {
    matches!(tokens, [Number(..)] | [Ad, Number(..)] | [Number(..), Bc | Ad])
}

/// The astronomical year.
fn year_of(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<i64> {
    match *tokens {
        [Number(_, ..=2) | Number(..100, 3)] => {
            cursor.firm("the year has two digits; write it in full, as 1998 or 2098")
        }
        [Number(year, ..=4)] => Ok(year),
        [Number(0, _), Bc | Ad] | [Ad, Number(0, _)] => {
            cursor.firm("there is no year 0 in this era; 1 BC comes before AD 1")
        }
        [Number(year, _), Bc] => Ok(1 - year),
        [Number(year, _), Ad] | [Ad, Number(year, _)] => Ok(year),
        [Number(..)] => cursor.firm("the year has more than four digits; write AD before it"),
        _ => cursor.soft("this is not a date"),
    }
}

fn day(cursor: Cursor<'_>, year: i64, month: u32, day: i64) -> Parsed<Date> {
    let number = u32::try_from(day).unwrap_or(0);
    if number == 0 || number > crate::date::days_in_month(year, month) {
        return cursor.firm(no_day(year, month, number));
    }
    cursor.on_the_line(Date::of_day(year, month, number))
}

fn week_of(cursor: Cursor<'_>, year: i64, week: i64) -> Parsed<Date> {
    let found = u32::try_from(week).ok().and_then(|week| Date::of_week(year, week));
    found.map_or_else(|| cursor.firm(format!("{year} has no week {week}; write 1 to 52 or 53")), Ok)
}

/// A season; winter 2010 alone can be meant either way and is approximate.
fn season(cursor: Cursor<'_>, season: Season, tokens: &[Token]) -> Parsed<Date> {
    let (year, is_double) = match *tokens {
        [Number(first, 4), Slash | Hyphen | Dash, Number(second, digits)] => {
            if !season.crosses() || !follows(first, second, digits) {
                return cursor.firm("these two years are no season; write the one it begins in");
            }
            (first, true)
        }
        ref year if is_year(year) => (year_of(cursor, year)?, false),
        _ => return cursor.soft("this is not a date"),
    };
    let date = cursor.on_the_line(Date::of_season(year, season))?;
    Ok(date.doubted(false, season.crosses() && !is_double))
}

/// Whether `second`, which may be cut to its last one or two digits, is the year after `first`.
fn follows(first: i64, second: i64, digits: usize) -> bool {
    let next = first + 1;
    match digits {
        1 => next % 10 == second,
        2 => next % 100 == second,
        _ => next == second,
    }
}

/// What 2011/12 and 2011–12 can be.
fn two_years(cursor: Cursor<'_>, first: i64, second: i64) -> Parsed<Date> {
    let is_next = follows(first, second, 2);
    let last = if is_next { first + 1 } else { first / 100 * 100 + second };
    let mut readings = Vec::new();
    if last > first {
        readings.push(format!("{first} to {last}: write {first}/{last}"));
    }
    if is_next {
        readings.push(format!("a fiscal year: write FY{first}/{second:02} and say --fiscal-start"));
    }
    if (1..=12).contains(&second) {
        let month = crate::date::month_name(second as u32);
        readings.push(format!("{month} {first}: write {first}-{second:02}"));
    }
    if readings.is_empty() {
        return cursor.firm("the second year is not after the first; correct one of them");
    }
    cursor.firm(format!("this can be {}", readings.join("; or ")))
}

/// What follows FY.
fn fiscal(cursor: Cursor<'_>, tokens: &[Token], options: &DateOptions) -> Parsed<Date> {
    let (name, is_double) = match *tokens {
        [Number(name @ 1.., 4)] => (name, false),
        [Number(first, 4), Slash | Hyphen | Dash, Number(second, digits)]
            if follows(first, second, digits) =>
        {
            (first, true)
        }
        [Number(_, ..=2)] => {
            return cursor.firm("the fiscal year has two digits; write it in full, as FY2012");
        }
        _ => return cursor.firm("this is no fiscal year; write FY2012 or FY2011/12"),
    };
    let begins = options.fiscal.and_then(|fiscal| {
        let first = if is_double { Some(name) } else { fiscal.first_year(name) };
        first.map(|first| (fiscal.month(), first))
    });
    let Some((month, first)) = begins else {
        let (choice, example) = match options.fiscal {
            None if is_double => ("its first month", "oct"),
            None => ("its first month and which of its years names it", "oct:end or apr:start"),
            Some(_) => ("also which of its years names it", "oct:end or oct:start"),
        };
        let begins = if is_double {
            "the fiscal year can begin in any month".to_owned()
        } else {
            format!("the fiscal year {name} can begin in {} or in {name}", name - 1)
        };
        return cursor.firm(format!("{begins}; say --fiscal-start with {choice}, as {example}"));
    };
    let span = cursor.on_the_line(months(first, month, 12))?;
    // By both its years, as countries differ in which of them names it.
    let form = if month == 1 {
        DateForm::Literal(format!("FY{first:04}").into())
    } else {
        DateForm::Literal(format!("FY{first:04}/{:02}", (first + 1) % 100).into())
    };
    Ok(Date::spanning(span, Precision::Year).formed(form))
}

/// `date` if it is a day that falls on the weekday named.
fn checked(cursor: Cursor<'_>, date: Date, named: u32) -> Parsed<Date> {
    let Some(day) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cursor.firm("a weekday needs a day; write day, month and year after it");
    };
    let actual = weekday(day.day);
    if actual == named {
        return Ok(date);
    }
    let name = |index: u32| WEEKDAYS.get(index as usize).copied().unwrap_or_default();
    cursor.firm(format!(
        "that day was a {}, not a {}; correct the weekday or the date",
        name(actual),
        name(named)
    ))
}

/// A third of `whole`.
fn part(cursor: Cursor<'_>, third: Third, whole: Date) -> Parsed<Date> {
    let is_long = whole.form == DateForm::Plain && whole.precision <= Precision::Month;
    let Some((lo, hi)) = whole.lo().zip(whole.hi()).filter(|_| is_long) else {
        return cursor.firm("early, mid and late go with a month, year, decade or century");
    };
    let ends = match third {
        Third::Early => (0, 1),
        Third::Mid => (1, 2),
        Third::Late => (2, 3),
    };
    let at = |thirds| cut(lo, hi, whole.precision, thirds);
    let (lo, hi) = cursor.on_the_line(at(ends.0).zip(at(ends.1)))?;
    let (lo, hi) = (Bound::At(lo), Bound::At(hi));
    Ok(Date { lo, hi, form: DateForm::Third(third, Box::new(whole.clone())), ..whole })
}

/// The instant `thirds` thirds into a span.
fn cut(lo: Instant, hi: Instant, precision: Precision, thirds: i64) -> Option<Instant> {
    if thirds == 0 || thirds == 3 {
        return Some(if thirds == 0 { lo } else { hi });
    }
    let ((first, ..), (after, ..)) = (lo.civil(), hi.civil());
    match precision {
        precision if precision < Precision::Year => {
            crate::date::span::new_year(first + ((after - first) * thirds + 1) / 3)
        }
        Precision::Year => Instant::from_civil(first, (thirds * 4 + 1) as u32, 1),
        // Ten days, ten days, and the rest.
        Precision::Month => Some(Instant::from_day(lo.day + thirds * 10)),
        _ => Some(Instant::from_day(lo.day + ((hi.day - lo.day) * thirds + 1) / 3)),
    }
}
