//! Calendar units in words: days, months, quarters, halves, seasons, decades, centuries, millennia
//! and fiscal years, in the usual orders of their parts.
//!
//! Works on tokens, so that a new order of parts is a new pattern and a new word a line in the table
//! of its language. "500 BC" is the astronomical year -499. Early, mid and late are thirds, rounded
//! to whole years of a decade or more, whole months of a year, and whole days of anything shorter.

use super::cursor::{Cursor, Parsed, first_of};
use super::fiscal::{fiscal, follows, part_of_fiscal};
use super::fraction::fraction;
use super::refusals;
use super::short_year::with_full_year;
use super::tokens::{strangers, tokens};
use super::weekday::checked;
use crate::date::DateErrorKind::{
    Ambiguous, Contradictory, Incomplete, Malformed, Nonexistent, NotADate, OtherLanguage,
    Unsupported,
};
use crate::date::language::{Token, by_month, is_islamic_month};
use crate::date::span::{new_year, no_day, years};
use crate::date::{
    Bound, Date, DateForm, DateOptions, Instant, Locale, Precision, Season, Third, month_name,
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
        Some(tokens) => unit(cursor, &with_full_year(tokens, options), options),
        None => cursor.no_date(),
    }
}

/// What is said of the name of a month in other languages.
fn month_of(word: &str) -> Message {
    let codes: Vec<&str> = by_month(&word.to_lowercase()).map(Locale::code).collect();
    let (place, choose) = match codes.as_slice() {
        [_] => ("another language".to_owned(), "choose"),
        codes => (format!("several languages ({})", codes.join(", ")), "choose one, as"),
    };
    let fact = format!("{} is the name of a month in {place}; {choose} ", quoted(word));
    Message::new(fact).setting_to("locale", codes.first().copied().unwrap_or_default())
}

/// Refuses a word that no date is made of.
fn strange(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let is_month = |word: &str| by_month(word).next().is_some();
    let [first, month] = strangers(cursor, options.languages(), is_month);
    if let Some((at, word)) = month {
        return at.firm(OtherLanguage, month_of(word));
    }
    let Some((at, word)) = first else {
        return cursor.no_date();
    };
    if is_islamic_month(&word.to_lowercase()) {
        let message = "dates of the Islamic calendar are not converted; write the Gregorian date";
        return at.firm(Unsupported, message);
    }
    let is_abbreviation = || at.rest().get(word.len()..).is_some_and(|rest| rest.starts_with('.'));
    if word.chars().count() == 1 && !is_abbreviation() {
        return cursor.no_date();
    }
    if is_month_elsewhere(cursor, word, options) {
        let fact = format!("{} is not part of a date in English or the language of ", quoted(word));
        let message = Message::new(fact).setting("locale");
        let message = message.text("; remove it, or write only the date, for example 2010-03-12");
        return at.soft(NotADate, message);
    }
    at.soft(NotADate, refusals::unknown_word(word))
}

/// Whether a word that is not known may be a month: beside a day and a year in numbers.
fn is_month_elsewhere(cursor: Cursor<'_>, word: &str, options: &DateOptions) -> bool {
    let tokens = tokens(cursor, options.languages()).unwrap_or_default();
    if tokens.iter().any(|token| matches!(token, Month(_))) {
        return false;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let runs: Vec<usize> =
        cursor.rest().split(|c| !is_digit(c)).map(str::len).filter(|length| *length > 0).collect();
    let is_day = runs.contains(&4) && (runs.contains(&1) || runs.contains(&2));
    is_day && runs.len() <= 3 && word.chars().count() > 3
}

fn unit(cursor: Cursor<'_>, tokens: &[Token], options: &DateOptions) -> Parsed<Date> {
    match *tokens {
        [Weekday(named), ref rest @ ..] | [ref rest @ .., Weekday(named)] if !rest.is_empty() => {
            checked(cursor, unit(cursor, rest, options)?, named)
        }
        [Token::Third(third), Hyphen, ref rest @ ..] | [Token::Third(third), ref rest @ ..]
            if !rest.is_empty() =>
        {
            part(cursor, third, unit(cursor, rest, options)?)
        }
        [Ordinal(index), Token::Part(count), ref rest @ ..]
        | [Ordinal(index), Hyphen, Token::Part(count), ref rest @ ..]
            if !rest.is_empty() =>
        {
            fraction(cursor, index, count, unit(cursor, rest, options)?)
        }
        [Token::Last, Token::Part(count), ref rest @ ..] if !rest.is_empty() => {
            fraction(cursor, 0, count, unit(cursor, rest, options)?)
        }
        [Token::PartOf(index, count), ref rest @ ..] if !rest.is_empty() => {
            fraction(cursor, index, count, unit(cursor, rest, options)?)
        }
        [Ordinal(index), Ordinal(3), ref rest @ ..] if !rest.is_empty() => {
            fraction(cursor, index, 3, unit(cursor, rest, options)?)
        }
        [Token::Last, Ordinal(3), ref rest @ ..] if !rest.is_empty() => {
            fraction(cursor, 0, 3, unit(cursor, rest, options)?)
        }
        [Fiscal, ref rest @ .., Hyphen, ref part @ (Quarter(_) | Half(_))]
        | [Fiscal, ref rest @ .., ref part @ (Quarter(_) | Half(_))] => {
            part_of_fiscal(cursor, *part, rest, options)
        }
        [Fiscal, Year, ref rest @ ..] | [Fiscal, ref rest @ ..] => fiscal(cursor, rest, options),
        [Year, ref rest @ ..] if !rest.is_empty() => unit(cursor, rest, options),
        [ref part @ (Quarter(_) | Half(_)), Year, ref rest @ ..] => {
            unit(cursor, &[&[*part], rest].concat(), options)
        }
        [ref part @ (Quarter(_) | Half(_)), Fiscal, ref rest @ ..] => {
            part_of_fiscal(cursor, *part, rest, options)
        }
        [Token::Tens(tens), Hyphen, Ordinal(ones @ 1..10), ref rest @ ..]
        | [Token::Tens(tens), Ordinal(ones @ 1..10), ref rest @ ..] => {
            let whole: Vec<Token> = [&[Ordinal(tens + ones)], rest].concat();
            unit(cursor, &whole, options)
        }
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
        | [Number(day, 1..=2), Slash, Month(month), Slash, ref year @ ..]
        | [Month(month), Slash, Number(day, 1..=2), Slash, ref year @ ..]
        | [Month(month), Hyphen, Number(day, 1..=2), Hyphen, ref year @ ..]
            if is_year(year) =>
        {
            day_of(cursor, year_of(cursor, year)?, month, day)
        }
        [Number(year, 4), Month(month), Number(day, 1..=2) | Ordinal(day)]
        | [Number(year, 4), Number(day, 1..=2) | Ordinal(day), Month(month)]
        | [Number(year, 4), Slash, Month(month), Slash, Number(day, 1..=2)]
        | [Number(year, 4), Hyphen, Month(month), Hyphen, Number(day, 1..=2)] => {
            day_of(cursor, year, month, day)
        }
        [Number(day @ 1..=31, 1..=2), Hyphen, Month(month)] => {
            let name = month_name(month);
            cursor.firm(Ambiguous, format!(
                "this could be {day} {name} of some year, or {name} of a year with two digits; write the year in full, as {name} 1998"
            ))
        }
        [Month(month), Number(day @ 1..=31, 1..=2)]
        | [Month(month), Hyphen, Number(day @ 1..=31, 2)] => {
            let name = month_name(month);
            let fact = format!(
                "this could be {day} {name} of some year, or {name} of a year with two digits; write the year in full, as {name} 1998, or set "
            );
            cursor.firm(Ambiguous, Message::new(fact).setting("century"))
        }
        _ => cursor.no_date(),
    }
}

fn month(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [Month(month), Hyphen | Slash, ref year @ ..] | [Month(month), ref year @ ..]
            if is_year(year) =>
        {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_month(year, month))
        }
        [.., Number(first, 4), Slash, Number(second, digits)]
            if tokens.iter().any(|token| matches!(token, Month(_)))
                && follows(first, second, digits) =>
        {
            cursor.firm(Unsupported, "a double year belongs to the Julian calendar; write the Gregorian date with one year")
        }
        [Number(year, 4), Month(month)] | [Number(year, 4), Hyphen | Slash, Month(month)] => {
            cursor.on_the_line(Date::of_month(year, month))
        }
        [Number(_, 1..=2) | Ordinal(_), Month(_)] | [Month(_), Ordinal(_)] | [Month(_)] => {
            cursor.firm(Incomplete, "the year is missing; write it after the month")
        }
        _ => cursor.no_date(),
    }
}

/// Quarters, halves and weeks.
fn part_of_year(cursor: Cursor<'_>, tokens: &[Token]) -> Parsed<Date> {
    match *tokens {
        [Quarter(quarter), Hyphen | Slash, ref year @ ..] | [Quarter(quarter), ref year @ ..]
            if is_year(year) =>
        {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_quarter(year, quarter))
        }
        [Number(year, 4), Hyphen | Slash, Quarter(quarter)]
        | [Number(year, 4), Quarter(quarter)] => {
            cursor.on_the_line(Date::of_quarter(year, quarter))
        }
        [Half(half), Hyphen | Slash, ref year @ ..] | [Half(half), ref year @ ..]
            if is_year(year) =>
        {
            let year = year_of(cursor, year)?;
            cursor.on_the_line(Date::of_half(year, half))
        }
        [Number(year, 4), Hyphen | Slash, Half(half)] | [Number(year, 4), Half(half)] => {
            cursor.on_the_line(Date::of_half(year, half))
        }
        [Week, Number(week, 1..=2), Hyphen | Slash, ref year @ ..]
        | [Week, Number(week, 1..=2), ref year @ ..]
            if is_year(year) =>
        {
            week_of(cursor, year_of(cursor, year)?, week)
        }
        [Number(year, 4), Week, Number(week, 1..=2)]
        | [Number(year, 4), Hyphen | Slash, Week, Number(week, 1..=2)] => {
            week_of(cursor, year, week)
        }
        [Week, Number(week, 1..=2)] => {
            let fact = format!("the year of week {week} is missing; write week {week} 2024");
            cursor.firm(Incomplete, fact)
        }
        [Quarter(_) | Half(_)] => {
            cursor.firm(Incomplete, "the year is missing; write it after the quarter or half")
        }
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
        [ref year @ Number(_, 4), Token::Season(index)] => {
            season(cursor, Season::new(index, false), std::slice::from_ref(year))
        }
        [Number(_, 3..)] | [Ad | Bc, Number(..)] | [Number(..), Bc | Ad] => {
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
            let fact = "the century of the decade is missing; write it in full, as 1960s, or set ";
            cursor.firm(Incomplete, Message::new(fact).setting("century"))
        }
        [Token::YearOrHundred(value)] => {
            let fact = "this could be a year or a hundred of them; write ";
            let message = cursor.instead(Message::new(fact), format!("{value:04}")).text(" or ");
            let hundred = format!("{}XX", 10 + value / 100);
            cursor.firm(Ambiguous, cursor.instead(message, hundred))
        }
        // Eight digits alone are a day.
        [Decade(_, 8..)] => {
            cursor.firm(Malformed, "a decade has seven digits at most; write a year, as +11115560")
        }
        [Decade(decade, _)] => self::decade(cursor, decade, is_bc),
        [Ordinal(number) | Number(number, 1..=2), Century]
        | [Ordinal(number), Hyphen, Century]
        | [Century, Ordinal(number)] => of_number(cursor, number, Precision::Century, is_bc),
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
        let [ten, hundred] = match is_bc {
            true => [format!("{tens}9–{tens}0 BC"), format!("{hundreds}99–{hundreds}00 BC")],
            false => [format!("{sign}{tens:03}X"), format!("{sign}{hundreds:02}XX")],
        };
        let message = Message::new("this could be ten years or a hundred; write ");
        let message = cursor.instead(message, ten).text(" or ");
        return cursor.firm(Ambiguous, cursor.instead(message, hundred));
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
        [Number(0, 1)] => {
            cursor.firm(Nonexistent, "there is no year 0, as AD 1 follows 1 BC; write one of them")
        }
        [Number(_, ..=2) | Number(..100, 3)] => cursor.firm(Incomplete, two_digits()),
        [Number(year, ..=4)] => Ok(year),
        [Number(0, _), Bc | Ad] | [Ad | Bc, Number(0, _)] => {
            cursor.firm(Nonexistent, "there is no year 0 in this era; 1 BC comes before AD 1")
        }
        [Number(year, _), Bc] | [Bc, Number(year, _)] => Ok(1 - year),
        [Number(year, _), Ad] | [Ad, Number(year, _)] => Ok(year),
        [Number(..)] => {
            cursor.firm(Malformed, "the year has more than four digits; write AD before it")
        }
        _ => cursor.no_date(),
    }
}

/// That a year has two digits, and what would decide which it is.
pub(super) fn two_digits() -> Message {
    let fact = "the year has two digits; write it in full, as 1998 or 2098, or set ";
    Message::new(fact).setting("century").text(" to the first of its hundred years")
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

/// A third of `whole`.
fn part(cursor: Cursor<'_>, third: Third, whole: Date) -> Parsed<Date> {
    let is_long = matches!(whole.form, DateForm::Plain | DateForm::Season(_))
        && whole.precision <= Precision::Month;
    let Some((lo, hi)) = whole.lo().zip(whole.hi()).filter(|_| is_long) else {
        let fact = "early, mid and late go with a month, season, quarter, year, decade or century";
        return cursor.firm(Malformed, fact);
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
        Precision::Half => month_after(lo, thirds * 2),
        Precision::Quarter | Precision::Season => month_after(lo, thirds),
        // Ten days, ten days, and the rest.
        Precision::Month => Some(Instant::from_day(lo.day + thirds * 10)),
        _ => Some(Instant::from_day(lo.day + ((hi.day - lo.day) * thirds + 1) / 3)),
    }
}

/// The first day of the month so many after that of `lo`.
fn month_after(lo: Instant, count: i64) -> Option<Instant> {
    let (year, month, _) = lo.civil();
    let months = i64::from(month) - 1 + count;
    let month = u32::try_from(months.rem_euclid(12) + 1).ok()?;
    Instant::from_civil(year.checked_add(months.div_euclid(12))?, month, 1)
}
