//! What one of two dates leaves out and the other has: "12–15 March 2010", "1914–18".

use super::combine::is_reversed;
use super::cursor::Cursor;
use super::letters::is_unspaced;
use super::qualified::single;
use super::tokens::digits_of;
use crate::date::{Date, DateForm, DateOptions, DateOrder};

/// "06" after "2020-05-04", "06-07" after the same: what an ISO date leaves out after another.
pub(super) fn iso_led(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let (first, rest) = (left.rest(), right.rest());
    let is_iso = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let head = first.len().checked_sub(rest.len()).filter(|_| matches!(rest.len(), 2 | 5))?;
    let is_whole = first.len() == 10 && is_iso(first) && is_iso(rest);
    let head = first.get(..head).filter(|head| is_whole && head.ends_with('-'))?;
    single(Cursor::new(&[head, rest].concat()), options).ok()
}

/// "18" after "1914": the year 1918.
pub(super) fn shortened(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<Date> {
    let (year, digits) = (left.rest(), right.rest());
    let year = year.len().checked_sub(4).and_then(|at| year.get(at..))?;
    let is_short = digits.len() == 2 && digits_of(digits) > Some(12) && digits_of(year).is_some();
    let text = is_short.then(|| [year.get(..2).unwrap_or_default(), digits].concat())?;
    single(Cursor::new(&text), options).ok()
}

/// "70s" after "1960s", "10s" after "1900": the 1970s, the years 1910 to 1919.
pub(super) fn shortened_decade(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<Date> {
    let tens =
        right.rest().strip_suffix('s').filter(|tens| tens.len() == 2 && tens.ends_with('0'))?;
    digits_of(tens)?;
    let is_digit = |c: char| c.is_ascii_digit();
    let year = left.rest().rsplit(|c: char| !is_digit(c)).find(|run| run.len() == 4)?;
    let century = year.get(..2)?;
    let decade = format!("{century}{}X", tens.get(..1)?);
    single(Cursor::new(&decade), options).ok()
}

/// "1211" before "100 BP": a number before an age is one, whatever year it may be alone.
pub(super) fn aged(left: Cursor<'_>, to: &Date, options: &DateOptions) -> Option<Date> {
    let DateForm::Age(age) = &to.form else { return None };
    single(Cursor::new(&format!("{} {}", left.rest(), age.symbol())), options).ok()
}

/// "12" before "15 March 2010": 12 March 2010. The longest rest that fits is taken over.
pub(super) fn completed(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<Date> {
    completed_by(left, right, |text| single(text, options).ok())
}

/// The same for what `read` reads: "12–14" before "16 March 2010".
pub(super) fn completed_by(
    left: Cursor<'_>,
    right: Cursor<'_>,
    read: impl Fn(Cursor<'_>) -> Option<Date>,
) -> Option<Date> {
    let text = right.rest();
    let rests = text.match_indices(' ').filter_map(|(at, _)| text.get(at..)).take(WORDS);
    let mut all = rests.map(|rest| [left.rest(), rest].concat());
    all.find_map(|text| read(Cursor::new(&text)))
}

/// "15, 2010" after "March 12": March 15, 2010; a clock time after a day and a clock time.
pub(super) fn led(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let text = left.rest();
    let heads = text.rmatch_indices(|c| c == ' ' || is_unspaced(c));
    let heads = heads.filter_map(|(at, sign)| text.get(..at + sign.len())).take(WORDS);
    let mut all = heads.map(|head| [head, right.rest()].concat());
    all.find_map(|text| single(Cursor::new(&text), options).ok())
}

/// "900" after "BC 1000": a number alone is of the era in front of the first one, if the range
/// reads the right way round then.
pub(super) fn era_led(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    digits_of(right.rest())?;
    let (from, to) = (single(left, options).ok()?, led(left, right, options)?);
    let is_bc = to.lo().is_some_and(|lo| lo.civil().0 < 1);
    (is_bc && !is_reversed(&from, &to)).then_some(to)
}

/// "12.03." before "15.03.2026": 12 March 2026, if there is one order in which both can be read.
pub(super) fn day_and_month(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<Date> {
    let sign = right.rest().chars().find(|c| !c.is_ascii_digit()).filter(|c| "./".contains(*c))?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && digits_of(part).is_some();
    let (day, month) = left.rest().trim_end_matches(sign).split_once(sign)?;
    let (_, year) = right.rest().rsplit_once(sign)?;
    let whole = format!("{day}{sign}{month}{sign}{year}");
    let orders = options.order.map_or(vec![DateOrder::Dmy, DateOrder::Mdy], |order| vec![order]);
    let mut both = orders.into_iter().filter_map(|order| {
        let options = DateOptions { order: Some(order), ..options.clone() };
        single(right, &options).ok()?;
        single(Cursor::new(&whole), &options).ok()
    });
    let first = both.next().filter(|_| is_number(day) && is_number(month))?;
    both.next().is_none().then_some(first)
}

/// "12." before "15.03.2026", or "12" before "15/03/2026": days of one month, which come first then.
pub(super) fn days_of_month(
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<(Date, Date)> {
    let sign = right.rest().chars().find(|c| !c.is_ascii_digit()).filter(|c| "./".contains(*c))?;
    let parts: Vec<&str> = right.rest().split(sign).collect();
    let day = left.rest().trim_end_matches('.');
    let is_number = |part: &&str| (1..=2).contains(&part.len()) && digits_of(part).is_some();
    let [last, month, year] = parts[..] else { return None };
    let is_dmy = options.order.is_none_or(|order| order == DateOrder::Dmy);
    if !is_dmy || ![day, last, month].iter().all(is_number) || digits_of(year).is_none() {
        return None;
    }
    let options = DateOptions { order: Some(DateOrder::Dmy), ..options.clone() };
    let whole = format!("{day}{sign}{month}{sign}{year}");
    let from = single(Cursor::new(&whole), &options).ok()?;
    Some((from, single(right, &options).ok()?))
}

/// Words that one date of a range may take over from the other, at most.
const WORDS: usize = 6;
