//! Dates with the word that says what they are of a life or a thing: b. 1850, died 12 March 1912,
//! fl. 1350–1370, b. 1850, d. 1912, * 12.3.1850, Released: 4 May 1972. The word stays in what is printed.

use super::combine::joined;
use super::cursor::{Cursor, Parsed};
use super::decoration::undecorated;
use super::letters::is_letter;
use super::qualified::single;
use crate::date::{Date, DateForm, DateOptions};

const BORN: [&str; 5] = ["born", "b.", "b", "*", "bap."];
const DIED: [&str; 6] = ["died", "d.", "d", "†", "✝", "bur."];
const OTHER: &[&str] = &[
    "flourished",
    "floruit",
    "fl.",
    "fl",
    "active",
    "released",
    "published",
    "recorded",
    "opened",
    "closed",
    "founded",
    "established",
    "completed",
    "built",
    "launched",
    "demolished",
    "signed and dated",
    "signed",
    "dated",
    "inscribed",
    "printed",
    "reprinted",
    "cast",
    "restored",
    "rebuilt",
    "issued",
    "minted",
    "struck",
    "patented",
    "registered",
    "copyright",
    "begun",
    "started",
    "finished",
    "designed",
    "exhibited",
    "made",
    "painted",
    "drawn",
    "executed",
    "composed",
    "written",
    "created",
    "produced",
    "performed",
    "premiered",
    "first performed",
    "first published",
    "discovered",
    "invented",
    "acquired",
    "erected",
    "constructed",
    "commissioned",
    "carved",
    "taken",
    "filmed",
    "postmarked",
    "baptised",
    "baptized",
    "christened",
    "buried",
    "married",
];

/// Reads the whole text as such a date, or as a birth and a death; none if it is not. Two dates are read
/// by `range`.
pub(super) fn of_life(
    cursor: Cursor<'_>,
    options: &DateOptions,
    range: impl Fn(Cursor<'_>, &DateOptions) -> Option<Parsed<Date>>,
) -> Option<Parsed<Date>> {
    let read = |cursor: Cursor<'_>| {
        let one = single(cursor, options);
        match one {
            // Open questions are those of the date.
            Err(miss) if miss.firm => Some(Err(miss)),
            Err(_) => range(cursor, options),
            date => Some(date),
        }
    };
    if let Some(made) = made_before(cursor, read) {
        return Some(Ok(made.formed(DateForm::Literal(cursor.rest().into()))));
    }
    let born = after(cursor, &BORN);
    let rest = born.or_else(|| after(cursor, &DIED)).or_else(|| after(cursor, OTHER))?;
    if let Some(born) = born
        && let Some((from, to)) = birth_and_death(born, options)
    {
        return Some(joined(cursor, from, to));
    }
    let date = read(rest)?;
    Some(date.map(|date| date.formed(DateForm::Literal(cursor.rest().into()))))
}

/// The date at which a thing was made that later was printed, cast or the like: 1936, printed 1962.
fn made_before(
    cursor: Cursor<'_>,
    read: impl Fn(Cursor<'_>) -> Option<Parsed<Date>>,
) -> Option<Date> {
    let text = cursor.rest();
    let at = text.find([',', ';', '('])?;
    let (made, later) = cursor.split(at, at + 1);
    let end = later.rest().trim_end_matches(')').len();
    let later = later.split(end, later.rest().len()).0;
    let (made, later) = (made.trim(), after(later, OTHER)?);
    let made = read(made)?.ok()?;
    if later.rest() == "later" {
        return Some(made);
    }
    let later = read(later)?.ok()?;
    made.lo().zip(later.lo()).filter(|(made, later)| made <= later).map(|_| made)
}

/// The rest after one of `words`.
fn after<'a>(cursor: Cursor<'a>, words: &[&str]) -> Option<Cursor<'a>> {
    words.iter().find_map(|word| {
        let mut at = cursor;
        // What the word would be a part of is no life.
        let is_end = |c: char| is_letter(c) || ".-–/,".contains(c);
        let is_sign = !word.starts_with(is_letter) || word.ends_with('.');
        let has_word = at.take_word(word) && !at.peek().is_some_and(is_end);
        let is_apart = is_sign || word.len() == 1 || at.peek().is_some_and(|c| " :".contains(c));
        at.take(":");
        // An age has an a, not a b: b2k counts before the year 2000.
        let has_date = at.trim().peek().is_some_and(|c| !"k?".contains(c));
        (has_word && is_apart && has_date).then(|| undecorated(at.trim()))
    })
}

/// The birth and the death of a text after the word for the former.
fn birth_and_death(cursor: Cursor<'_>, options: &DateOptions) -> Option<(Date, Date)> {
    let text = cursor.rest();
    let places = text.match_indices([' ', ',', ';', '–', '-', '†', '✝']);
    places.take(MOST).find_map(|(at, _)| {
        let (birth, _) = cursor.split(at, at);
        let tail = text.get(at..)?;
        let word = tail.len() - tail.trim_start_matches([' ', ',', ';', '–', '-', '/']).len();
        let death = after(cursor.split(at, at + word).1, &DIED)?;
        let birth = birth.rest().trim_end_matches([' ', ',', ';', '–', '-', '/', '.']).len();
        let (birth, _) = cursor.split(birth, birth);
        Some((single(birth, options).ok()?, single(death, options).ok()?))
    })
}

/// Signs between a birth and a death that are looked at.
const MOST: usize = 12;
