//! Calendar units in words: days, months, quarters, halves, seasons, decades, centuries, millennia
//! and fiscal years, in the usual orders of their parts.
//!
//! Works on tokens, so that a new order of parts is a new pattern and a new word a line in the table
//! of its language. "500 BC" is the astronomical year -499. Early, mid and late are thirds, rounded
//! to whole years of a decade or more, whole months of a year, and whole days of anything shorter.

use super::cursor::{Cursor, Parsed, first_of};
use super::fiscal::{fiscal, follows};
use super::tokens::{stranger, tokens};
use crate::date::DateErrorKind::{
    Ambiguous, Contradictory, Incomplete, Malformed, Nonexistent, NotADate, OtherLanguage,
    Unsupported,
};
use crate::date::language::{PRINTED, Token, code_by_month};
use crate::date::span::{new_year, no_day, years};
use crate::date::{
    Bound, Date, DateForm, DateOptions, Instant, Precision, Season, Third, month_name, weekday,
};
use crate::error::{Message, quoted};
use Token::{
    Ad, Bc, Century, Dash, Decade, Fiscal, Half, Hyphen, Millennium, Month, North, Number, Ordinal,
    Quarter, Slash, South, Week, Weekday, Year,
};

/// Reads the whole text as one calendar unit in words.
pub(super) fn unit_in_words(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    match tokens(cursor, options.languages()) {
        Some(tokens) if tokens.contains(&Token::Unknown) => strange(cursor, options),
        Some(tokens) => unit(cursor, &tokens, options),
        None => cursor.no_date(),
    }
}

/// Refuses a word that no date is made of.
fn strange(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some((at, word)) = stranger(cursor, options.languages()) else { return cursor.no_date() };
    if let Some(code) = code_by_month(&word.to_lowercase()) {
        let fact = format!("{} is the name of a month in another language; choose ", quoted(word));
        return at.firm(OtherLanguage, Message::new(fact).setting_to("locale", code));
    }
    if word.chars().count() == 1 {
        return cursor.no_date();
    }
    let fact =
        quoted(word) + " is no word of a date; remove it, or write the date as 12 March 2010";
    at.soft(NotADate, fact)
}

fn unit(cursor: Cursor<'_>, tokens: &[Token], options: &DateOptions) -> Parsed<Date> {
    match *tokens {
        [Weekday(named), ref rest @ ..] | [ref rest @ .., Weekday(named)] if !rest.is_empty() => {
            checked(cursor, unit(cursor, rest, options)?, named)
        }
        [Token::Third(third), Hyphen, ref rest @ ..] | [Token::Third(third), ref rest @ ..] => {
            part(cursor, third, unit(cursor, rest, options)?)
        }
        [Fiscal, Year, ref rest @ ..] | [Fiscal, ref rest @ ..] => fiscal(cursor, rest, options),
        _ => first_of(cursor, tokens, &[long, day, month, part_of_year, season_or_year]),
    }
}

/// A day, and what is nearly one.
fn day(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [Number(day, 1..=2) | Ordinal(day), Month(month), ref year @ ..]
        | [Month(month), Number(day, 1..=2) | Ordinal(day), ref year @ ..]
            if matches!(year, [Number(..)] | [_, _])
                && !matches!(year, [Hyphen | Dash | Slash, _]) =>
        {
            day_of(cursor, year_of(cursor, year)?, month, day)
        }
        [Number(day, 1..=2), Hyphen, Month(month), Hyphen, ref year @ ..]
        | [Number(day, 1..=2), Slash, Month(month), Slash, ref year @ ..] => {
            day_of(cursor, year_of(cursor, year)?, month, day)
        }
        [Number(year, 4), Month(month), Number(day, 1..=2)]
        | [Number(year, 4), Hyphen, Month(month), Hyphen, Number(day, 1..=2)] => {
            day_of(cursor, year, month, day)
        }
        [Number(day @ 1..=31, 1..=2), Hyphen, Month(month)]
        | [Month(month), Number(day @ 1..=31, 1..=2)] => {
            let name = month_name(month);
            cursor.firm(Ambiguous, format!(
                "this can be {day} {name} of some year, or {name} of a year with two digits; write the year in full"
            ))
        }
        _ => cursor.no_date(),
    }
}

fn month(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [Month(month), Hyphen, ref year @ ..] | [Month(month), ref year @ ..] if is_year(year) => {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_month(year, month))
        }
        [.., Number(first, 4), Slash, Number(second, digits)]
            if tokens.iter().any(|token| matches!(token, Month(_)))
                && follows(first, second, digits) =>
        {
            cursor.firm(Unsupported, "a double year belongs to the Julian calendar; write the Gregorian date with one year")
        }
        [Number(year, 4), Month(month)] => cursor.on_the_line(Date::of_month(year, month)),
        [Number(_, 1..=2) | Ordinal(_), Month(_)] | [Month(_)] => {
            cursor.firm(Incomplete, "the year is missing; write it after the month")
        }
        _ => cursor.no_date(),
    }
}

/// Quarters, halves and weeks.
fn part_of_year(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
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
        _ => cursor.no_date(),
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
        _ => cursor.no_date(),
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
        [Decade(_, ..=2)] if era.is_none() => {
            cursor.firm(Incomplete, "the decade has two digits; write it in full, as 1960s")
        }
        // Eight digits alone are a day.
        [Decade(_, 8..)] => {
            cursor.firm(Malformed, "a decade has seven digits at most; write a year, as +11115560")
        }
        [Decade(decade, _)] => self::decade(cursor, decade, is_bc),
        [Ordinal(number), Century] | [Ordinal(number), Hyphen, Century] => {
            of_number(cursor, number, Precision::Century, is_bc)
        }
        [Ordinal(number), Millennium] => of_number(cursor, number, Precision::Millennium, is_bc),
        _ => cursor.no_date(),
    }
}

fn decade(cursor: Cursor<'_>, decade: i64, is_bc: bool) -> Parsed<Date> {
    if decade % 10 > 0 {
        return cursor.firm(Malformed, "a decade is named by its first year, as 1960s");
    }
    if decade % 100 == 0 {
        let (tens, hundreds) = (decade / 10, decade / 100);
        let sign = if hundreds < 100 { "" } else { "+" };
        let choice = if is_bc {
            format!("{tens}9–{tens}0 BC or {hundreds}99–{hundreds}00 BC")
        } else {
            format!("{sign}{tens:03}X or {sign}{hundreds:02}XX")
        };
        let message = format!("this can be ten years or a hundred; write {choice}");
        return cursor.firm(Ambiguous, message);
    }
    let first = if is_bc { (-8_i64).checked_sub(decade) } else { Some(decade) };
    let span = cursor.on_the_line(first.and_then(|first| years(first, 10)))?;
    Ok(Date::spanning(span, Precision::Decade))
}

/// The `number`th century or millennium, counted from year 1 either way.
fn of_number(cursor: Cursor<'_>, number: i64, unit: Precision, is_bc: bool) -> Parsed<Date> {
    if number < 1 {
        return cursor.firm(Nonexistent, "centuries and millennia are counted from 1");
    }
    let length = if unit == Precision::Century { 100 } else { 1000 };
    let before = if is_bc { number.checked_neg() } else { number.checked_sub(1) };
    let first = before.and_then(|count| count.checked_mul(length)).and_then(|y| y.checked_add(1));
    let span = cursor.on_the_line(first.and_then(|first| years(first, length)))?;
    Ok(Date::spanning(span, unit))
}

/// Whether tokens can be a year, right or wrong.
fn is_year(tokens: &[Token]) -> bool {
    matches!(tokens, [Number(..)] | [Ad, Number(..)] | [Number(..), Bc | Ad])
}

/// The astronomical year.
fn year_of(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<i64> {
    match *tokens {
        [Number(_, ..=2) | Number(..100, 3)] => {
            cursor.firm(Incomplete, "the year has two digits; write it in full, as 1998 or 2098")
        }
        [Number(year, ..=4)] => Ok(year),
        [Number(0, _), Bc | Ad] | [Ad, Number(0, _)] => {
            cursor.firm(Nonexistent, "there is no year 0 in this era; 1 BC comes before AD 1")
        }
        [Number(year, _), Bc] => Ok(1 - year),
        [Number(year, _), Ad] | [Ad, Number(year, _)] => Ok(year),
        [Number(..)] => {
            cursor.firm(Malformed, "the year has more than four digits; write AD before it")
        }
        _ => cursor.no_date(),
    }
}

fn day_of(cursor: Cursor<'_>, year: i64, month: u32, day: i64) -> Parsed<Date> {
    let number = u32::try_from(day).unwrap_or(0);
    if number == 0 || number > crate::date::days_in_month(year, month) {
        return cursor.firm(Nonexistent, no_day(year, month, number));
    }
    cursor.on_the_line(Date::of_day(year, month, number))
}

fn week_of(cursor: Cursor<'_>, year: i64, week: i64) -> Parsed<Date> {
    let found = u32::try_from(week).ok().and_then(|week| Date::of_week(year, week));
    let message = || format!("{year} has no week {week}; write 1 to 52 or 53");
    found.map_or_else(|| cursor.firm(Nonexistent, message()), Ok)
}

/// A season; winter 2010 alone can be meant either way and is approximate.
fn season(cursor: Cursor<'_>, season: Season, tokens: &[Token]) -> Parsed<Date> {
    let (year, is_double) = match *tokens {
        [Number(first, 4), Slash | Hyphen | Dash, Number(second, digits)] => {
            if !season.crosses() || !follows(first, second, digits) {
                return cursor.firm(
                    Contradictory,
                    "these two years are no season; write the one it begins in",
                );
            }
            (first, true)
        }
        ref year if is_year(year) => (year_of(cursor, year)?, false),
        _ => return cursor.no_date(),
    };
    let date = cursor.on_the_line(Date::of_season(year, season))?;
    Ok(date.doubted(false, season.crosses() && !is_double))
}

/// Refuses 2011/12 and 2011–12 with all that they can be.
fn two_years(cursor: Cursor<'_>, first: i64, second: i64) -> Parsed<Date> {
    let is_next = follows(first, second, 2);
    let last = if is_next { first + 1 } else { first / 100 * 100 + second };
    let mut readings: Vec<Message> = Vec::new();
    if last > first {
        readings.push(format!("{first} to {last}: write {first}/{last}").into());
    }
    if is_next {
        let fiscal = format!("a fiscal year: write FY{first}/{second:02} and set ");
        readings.push(Message::new(fiscal).setting("fiscal-start"));
    }
    if (1..=12).contains(&second) {
        let month = month_name(second as u32);
        readings.push(format!("{month} {first}: write {first}-{second:02}").into());
    }
    let Some(all) = readings.into_iter().reduce(|all, one| all.text("; or ").and(one)) else {
        return cursor
            .firm(Contradictory, "the second year is not after the first; correct one of them");
    };
    cursor.firm(Ambiguous, Message::new("this can be ").and(all))
}

/// `date` if it is a day that falls on the weekday named.
fn checked(cursor: Cursor<'_>, date: Date, named: u32) -> Parsed<Date> {
    let Some(day) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cursor
            .firm(Incomplete, "a weekday needs a day; write day, month and year after it");
    };
    let actual = weekday(day.day);
    if actual == named {
        return Ok(date);
    }
    let [actual, named] = [actual, named]
        .map(|index| PRINTED.weekdays.get(index as usize).copied().unwrap_or_default());
    let message =
        format!("that day was a {actual}, not a {named}; correct the weekday or the date");
    cursor.firm(Contradictory, message)
}

/// A third of `whole`.
fn part(cursor: Cursor<'_>, third: Third, whole: Date) -> Parsed<Date> {
    let is_long = whole.form == DateForm::Plain && whole.precision <= Precision::Month;
    let Some((lo, hi)) = whole.lo().zip(whole.hi()).filter(|_| is_long) else {
        return cursor
            .firm(Malformed, "early, mid and late go with a month, year, decade or century");
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
            new_year(first + ((after - first) * thirds + 1) / 3)
        }
        Precision::Year => Instant::from_civil(first, (thirds * 4 + 1) as u32, 1),
        // Ten days, ten days, and the rest.
        Precision::Month => Some(Instant::from_day(lo.day + thirds * 10)),
        _ => Some(Instant::from_day(lo.day + ((hi.day - lo.day) * thirds + 1) / 3)),
    }
}
