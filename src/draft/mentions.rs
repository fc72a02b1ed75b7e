//! The dates that a sentence mentions, as far as it says them.

use super::calendar::{Calendar, Grain};
use super::impostors::{YearSign, is_year};
use super::languages::{DraftLanguage, Shift, TimeStep};
use super::lexemes::{Lexeme, LexemeKind, Lexemes};
use super::ranges::{after_articles, joined, opened_range};
use super::relatives::{after_vague, day_alone, named, part_of_year, relative};
use super::sides::{about, onwards, side};
use super::units::Found;
use crate::date::{DateSide, Locale, Token};
use std::ops::Range;

/// A date that a sentence mentions.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub told: Told,
    /// Its bytes in the sentence.
    pub place: Range<usize>,
    /// The bytes before it that belong to it, as "in the".
    pub lead: usize,
    pub is_about: bool,
    pub side: Option<DateSide>,
    /// Whether its year is part of a name.
    pub is_name: bool,
    /// Whether it stands between brackets.
    pub is_aside: bool,
}

impl Mention {
    /// The same in a text that begins so many bytes later.
    pub(super) fn shifted(&self, bytes: usize) -> Self {
        let place = self.place.start - bytes..self.place.end - bytes;
        Self { place, lead: self.lead - bytes, ..self.clone() }
    }
}

/// What a sentence says of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    At(Calendar),
    FromTo(Calendar, Calendar),
    /// So many times so far from another date.
    Relative(Shift, i64),
    /// A day or month without its year, in a year that is told so: 14 July of the same year.
    InYear(Calendar, Shift, i64),
    /// The next (1) or last (-1) month or season of a name.
    Named(Calendar, i64),
    /// A day of the month said before, and the last of several.
    Day(u32, Option<u32>),
    /// 0 is Monday.
    Weekday(u32),
}

/// The dates of a sentence in their order.
pub(super) fn mentions(text: &str, all: &[Lexeme<'_>], language: &DraftLanguage) -> Vec<Mention> {
    let lexemes = Lexemes { text, all, language };
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if let Some(next) = after_vague(&lexemes, at) {
            at = next;
            continue;
        }
        match mention(&lexemes, at) {
            Some((mention, next)) => {
                found.push(mention);
                at = more_days(&lexemes, next.max(at + 1), &mut found);
            }
            None => at += 1,
        }
    }
    mark_asides(text, &mut found);
    found
}

/// Takes the other days of a list, as May 19, 20 and 22; the place after them.
fn more_days(lexemes: &Lexemes<'_>, at: usize, found: &mut Vec<Mention>) -> usize {
    let is_number =
        lexemes.before(at, 1).is_some_and(|one| !matches!(one.kind, LexemeKind::Word(_)));
    let mut at = at;
    while let Some(Mention { told: Told::At(date), .. }) = found.last()
        && let Grain::Day(month, last) = date.grain
        && is_number
        && lexemes.language.locale == Locale::En
        && let Some((day, next)) = lexemes.next_day(at).filter(|(day, _)| *day > last)
    {
        let date = Calendar { grain: Grain::Day(month, day), ..date.clone() };
        found.push(made(lexemes, next - 1, next, Told::At(date)));
        at = next;
    }
    let is_year = |at: usize| {
        let year = lexemes.get(at).map(|one| one.kind);
        let known = found.last().map(|last| &last.told);
        match (year, known) {
            (Some(LexemeKind::Number(year, 4)), Some(Told::At(date))) => date.year == Some(year),
            _ => false,
        }
    };
    let comma = usize::from(lexemes.get(at).and_then(Lexeme::sign) == Some(','));
    if is_year(at + comma) { at + comma + 1 } else { at }
}

/// A date that is told from another and begins at a place, and the place after it.
fn counted(lexemes: &Lexemes<'_>, at: usize) -> Option<(Mention, usize)> {
    let simple = |told: Told, next: usize| Some((made(lexemes, at, next, told), next));
    if let Some((year, shift, count, next)) = part_of_year(lexemes, at) {
        return simple(Told::InYear(year, shift, count), next);
    }
    if let Some((date, direction, next)) = named(lexemes, at) {
        return simple(Told::Named(date, direction), next);
    }
    if let Some((shift, count, next)) = relative(lexemes, at)
        && !is_given(lexemes, next)
    {
        let given = given_after(lexemes, at, (shift, count, next));
        return given.or_else(|| simple(Told::Relative(shift, count), next));
    }
    let is_date = || lexemes.date(at, true).is_some();
    let (day, last, next) = day_alone(lexemes, at).filter(|_| !is_date())?;
    simple(Told::Day(day, last), next)
}

/// The date that follows one which is told from another and says the same: two years later, in
/// March 1864.
fn given_after(
    lexemes: &Lexemes<'_>,
    at: usize,
    (shift, count, next): (Shift, i64, usize),
) -> Option<(Mention, usize)> {
    let comma = usize::from(lexemes.get(next).and_then(Lexeme::sign) == Some(','));
    let from = next + comma;
    let is_lead = |at: usize| lexemes.get(at).is_some_and(|one| one.is_in(lexemes.language.leads));
    let last = (from..from + LEADS).find(|at| !is_lead(*at)).unwrap_or(from + LEADS);
    let places = (from..=last).filter(|at| relative(lexemes, *at).is_none());
    let (mut own, after) = places.filter_map(|at| mention(lexemes, at)).next()?;
    let is_counted_in_years = shift.step == TimeStep::Year;
    own.told = match own.told {
        Told::At(date) if date.lacks_year() && is_counted_in_years => {
            Told::InYear(date, shift, count)
        }
        Told::At(date) => Told::At(date),
        Told::FromTo(from, to) if !from.lacks_year() => Told::FromTo(from, to),
        Told::Day(day, last) if shift.step == TimeStep::Day => Told::Day(day, last),
        _ => return None,
    };
    own.lead = made(lexemes, at, next, Told::Relative(shift, count)).lead;
    Some((own, after))
}

/// A date that begins at a place, and the place after it.
fn mention(lexemes: &Lexemes<'_>, at: usize) -> Option<(Mention, usize)> {
    if let Some(counted) = counted(lexemes, at) {
        return Some(counted);
    }
    let range = opened_range(lexemes, at).or_else(|| {
        let has_year = |found: &Found| year_after(lexemes, &found.from, found.next).is_some();
        let led = || lexemes.date(at, true).filter(has_year);
        Some(joined(lexemes, lexemes.date(at, false).or_else(led)?, None))
    });
    let Some(found) = range else { return weekday(lexemes, at) };
    let next = found.next;
    let is_name = found.to.is_none()
        && found.from.grain == Grain::Year
        && is_year(lexemes, at, false) == Some(YearSign::Name);
    let (told, next) = match found.to {
        Some(to) => (Told::FromTo(found.from, to), next),
        None => match year_after(lexemes, &found.from, next) {
            Some((shift, count, next)) => (Told::InYear(found.from, shift, count), next),
            None => (Told::At(found.from), next),
        },
    };
    let mention = Mention { is_name, ..made(lexemes, at, next, told) };
    Some((mention, next))
}

/// Whether what is told from another date is given in brackets after it: two years later (1893).
fn is_given(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_bracket = lexemes.get(at).and_then(Lexeme::sign) == Some('(');
    is_bracket && lexemes.date(at + 1, true).is_some_and(|found| !found.from.lacks_year())
}

/// How the year of a date without one is told after it, and the place after that.
fn year_after(lexemes: &Lexemes<'_>, date: &Calendar, at: usize) -> Option<(Shift, i64, usize)> {
    let is_of = |lexeme: &&Lexeme<'_>| lexeme.is_in(&["of", "de", "del"]);
    let of = at + usize::from(lexemes.get(at).filter(is_of).is_some());
    let year = relative(lexemes, of).or_else(|| relative(lexemes, at));
    let year = year.filter(|(shift, ..)| shift.step == TimeStep::Year);
    year.filter(|_| date.lacks_year())
}

/// A weekday without a date.
fn weekday(lexemes: &Lexemes<'_>, at: usize) -> Option<(Mention, usize)> {
    let lexeme = lexemes.get(at)?;
    let LexemeKind::Word(Some(Token::Weekday(day))) = lexeme.kind else { return None };
    let is_word = lexeme.text.chars().count() > 4;
    let next = after_articles(
        lexemes,
        if lexemes.get(at + 1).and_then(Lexeme::sign) == Some(',') { at + 2 } else { at + 1 },
    );
    let is_alone = is_word && lexemes.date(next, true).is_none();
    is_alone.then(|| (made(lexemes, at, at + 1, Told::Weekday(day)), at + 1))
}

/// A mention of the lexemes from `at` to `next`, with the words before it.
fn made(lexemes: &Lexemes<'_>, at: usize, next: usize, told: Told) -> Mention {
    let is_relative = matches!(told, Told::Relative(..) | Told::Weekday(_) | Told::Named(..));
    let start = about(lexemes, at).filter(|_| !is_relative);
    let is_about = start.is_some();
    let from = start.unwrap_or(at);
    let is_range = matches!(told, Told::FromTo(..));
    let is_year = matches!(told, Told::At(Calendar { grain: Grain::Year, part: None, .. }));
    let side = side(lexemes, (from, next), is_year).or_else(|| onwards(lexemes, from, next));
    let side = side.filter(|_| !is_range && !is_relative);
    let from = side.map_or(from, |(_, from)| from);
    let byte = |at: usize| lexemes.get(at).map_or(0, |lexeme| lexeme.start);
    let end = lexemes.before(next, 1).map_or(0, Lexeme::end);
    Mention {
        told,
        place: byte(from)..end,
        lead: byte(lead(lexemes, from)),
        is_about,
        side: side.map(|(side, _)| side),
        is_name: false,
        is_aside: false,
    }
}

/// Words before a date that belong to it, at most.
const LEADS: usize = 5;

/// The place of the first of the words before a date that belong to it.
fn lead(lexemes: &Lexemes<'_>, at: usize) -> usize {
    // Mit 31 Jahren am 19. November.
    let is_age = |at: usize| {
        let is_number = |one: &Lexeme<'_>| matches!(one.kind, LexemeKind::Number(..));
        let is_word = |one: &Lexeme<'_>| one.is_in(lexemes.language.year_words);
        lexemes.before(at, 1).is_some_and(is_number) && lexemes.get(at).is_some_and(is_word)
    };
    let is_lead = |back: usize| {
        lexemes.before(at, back).is_some_and(|lexeme| match lexeme.kind {
            LexemeKind::Word(Some(Token::Weekday(_))) => true,
            LexemeKind::Word(_) => lexeme.is_in(lexemes.language.leads) && !is_age(at - back),
            LexemeKind::Sign(sign) => {
                "'’".contains(sign) || sign == ',' && is_after_weekday(lexemes, at, back)
            }
            _ => false,
        })
    };
    let count = (1..=LEADS).find(|back| !is_lead(*back)).unwrap_or(LEADS + 1) - 1;
    at - count.min(at)
}

fn is_after_weekday(lexemes: &Lexemes<'_>, at: usize, back: usize) -> bool {
    let before = lexemes.before(at, back + 1).and_then(Lexeme::token);
    matches!(before, Some(Token::Weekday(_)))
}

/// Marks the mentions that stand between brackets.
fn mark_asides(text: &str, all: &mut [Mention]) {
    let mut depth = 0_i32;
    let mut at = 0;
    for mention in all {
        for c in text[at..mention.place.start.max(at)].chars() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = (depth - 1).max(0),
                _ => {}
            }
        }
        at = mention.place.start.max(at);
        mention.is_aside = depth > 0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexemes::lexemes;
    use super::*;

    /// The dates of a sentence, as the reader of dates is given them.
    fn told(text: &str, locale: Locale) -> Vec<String> {
        let language = DraftLanguage::of(locale);
        let all = mentions(text, &lexemes(text, language), language);
        let name = |mention: Mention| match mention.told {
            Told::At(date) => date.text(),
            Told::FromTo(from, to) => format!("{} to {}", from.text(), to.text()),
            Told::Relative(shift, count) => format!("{:?} {}", shift.step, shift.count * count),
            Told::InYear(date, shift, count) => {
                format!("{:?} in year {}", date.grain, shift.count * count)
            }
            Told::Named(date, direction) => format!("{:?} {direction}", date.grain),
            Told::Day(day, None) => format!("day {day}"),
            Told::Day(day, Some(last)) => format!("days {day} to {last}"),
            Told::Weekday(day) => format!("weekday {day}"),
        };
        all.into_iter().map(name).collect()
    }

    #[test]
    fn dates_are_found_among_words() {
        for (locale, text, dates) in [
            (Locale::En, "On 12 March 1944 it fell.", ["1944-03-12"].as_slice()),
            (Locale::En, "On Monday, May 5th, 1941, it fell.", &["1941-05-05"]),
            (Locale::En, "It lasted from 1912 to 1914.", &["1912 to 1914"]),
            (Locale::En, "Between March and May 1915 he ruled.", &["1915-03 to 1915-05"]),
            (Locale::En, "In the summer of 1943 it rained.", &["summer 1943"]),
            (Locale::En, "On the night of 5–6 June 1944.", &["1944-06-05 to 1944-06-06"]),
            (Locale::En, "The 1920s were long.", &["1920s"]),
            (Locale::En, "In the late 19th century it grew.", &["late 19th century"]),
            (Locale::En, "Caesar died in 44 BC.", &["44 BC"]),
            (Locale::En, "In mid-1943 and early March 1944.", &["mid 1943", "early Mar 1944"]),
            (Locale::En, "In the second half of 1943.", &["2nd half of 1943"]),
            (Locale::En, "He ruled 1914–18 (born 1879).", &["1914 to 1918", "1879"]),
            (Locale::En, "From December 1941 to 5 May 1942.", &["1941-12 to 1942-05-05"]),
            (Locale::En, "AMAN-2021 was held, two years later.", &["2021", "Year 2"]),
            (Locale::En, "It opened on 14 July of the same year.", &["Day(7, 14) in year 0"]),
            (Locale::En, "Planned for February next year.", &["Month(2) in year 1"]),
            (
                Locale::En,
                "Today (2024) it grows; two years later (2026) it may not.",
                &["2024", "2026"],
            ),
            (Locale::En, "In Q3 2012 it grew.", &["3rd quarter of 2012"]),
            (
                Locale::En,
                "On May 19, 20 and 22, 1863, it fell.",
                &["1863-05-19", "1863-05-20", "1863-05-22"],
            ),
            (Locale::En, "On 19 and 22 May 1863 it fell.", &["1863-05-19", "1863-05-22"]),
            (
                Locale::En,
                "On the 1st day of January, 1863, and on the 22d of May.",
                &["1863-01-01", "22 May AD 0"],
            ),
            (
                Locale::En,
                "By the 18th he fled; on the 11th and 12th it rained.",
                &["day 18", "days 11 to 12"],
            ),
            (Locale::En, "On the 3rd floor of the 15th Corps and the 15th anniversary.", &[]),
            (Locale::En, "Two years later, on 4 May 1864, he left.", &["1864-05-04"]),
            (Locale::En, "The next year, in May, he left.", &["Month(5) in year 1"]),
            (
                Locale::En,
                "Late the next year and at the end of the year.",
                &["Year in year 1", "Year in year 0"],
            ),
            (
                Locale::En,
                "The following June and the previous winter.",
                &["Month(6) 1", "Season(3) -1"],
            ),
            (Locale::En, "Less than two years later it fell, the day after the vote.", &[]),
            (Locale::En, "In the last year of his life, 1904–5.", &["1904 to 1905"]),
            (Locale::En, "Between the years 1784 and 1790 it grew.", &["1784 to 1790"]),
            (
                Locale::En,
                "In the first days of June 1941 and in the early thirties.",
                &["early Jun 1941", "early 30s"],
            ),
            (Locale::En, "A man in his thirties came in the 30s.", &[]),
            (
                Locale::De,
                "Ende desselben Jahres und Anfang der fünfziger Jahre.",
                &["Year in year 0", "early 50s"],
            ),
            (Locale::Es, "A finales de los años noventa.", &["late 90s"]),
            (Locale::Es, "Cayó dos días después de la batalla.", &[]),
            (Locale::En, "Five days later, on the 25th of the month, it fell.", &["day 25"]),
            (Locale::En, "The autumn of that year was wet.", &["Season(2) in year 0"]),
            (Locale::En, "September also saw a race.", &["Sep AD 0"]),
            (Locale::Fr, "Depuis 1683, jusqu'en 1691, il régna.", &["1683 to 1691"]),
            (Locale::Fr, "À la fin de l'année 1606.", &["late 1606"]),
            (Locale::Fr, "Il dura plus de vingt années.", &[]),
            (Locale::Es, "Duró treinta años; los años treinta.", &["30s"]),
            (Locale::Fr, "Le surlendemain, et moins de deux mois plus tard.", &["Day 2"]),
            (Locale::En, "The exercise, Druzhba 2016, took place.", &["2016"]),
            (Locale::De, "Im Jahr 1812 und am 5. Mai 1813.", &["1812", "1813-05-05"]),
            (Locale::De, "Er kam Ende 1943 und blieb 1944.", &["late 1943", "1944"]),
            (Locale::De, "Vom 5. bis 7. Mai 1944.", &["1944-05-05 to 1944-05-07"]),
            (Locale::De, "Seit dem 19. Jahrhundert.", &["19th century"]),
            (Locale::Fr, "Le 1er mai 1944, puis en août 1944.", &["1944-05-01", "1944-08"]),
            (Locale::Fr, "Du 5 au 7 mai 1944.", &["1944-05-05 to 1944-05-07"]),
            (Locale::Fr, "Au XIXe siècle et dans les années 1920.", &["19th century", "1920s"]),
            (
                Locale::Es,
                "El 2 de mayo de 1808 y en el siglo XIX.",
                &["1808-05-02", "19th century"],
            ),
            (Locale::Es, "De 1936 a 1939 hubo guerra.", &["1936 to 1939"]),
            (
                Locale::Ru,
                "В 1812 году, 5 мая 1813 г. и в XIX веке.",
                &["1812", "1813-05-05", "19th century"],
            ),
            (Locale::Ru, "С 5 по 7 мая 1944 года.", &["1944-05-05 to 1944-05-07"]),
            (Locale::En, "Burnt in 812 and 1204 it was left.", &["AD 812", "1204"]),
            (Locale::Fr, "En 843, le comte y mourut ; il fut béni en 851.", &["AD 843", "AD 851"]),
            (Locale::Fr, "Le prieur de Sept-Croix vint le 3 mai 1744.", &["1744-05-03"]),
            (Locale::Es, "La ley de abril de 1845 por la reina.", &["1845-04"]),
            (Locale::Es, "Se abrió en abril del año siguiente.", &["Month(4) in year 1"]),
            (
                Locale::Ru,
                "До середины XVI века и с конца 1918 года.",
                &["mid 16th century", "late 1918"],
            ),
            (Locale::Ru, "Она начала в 1918 году.", &["1918"]),
        ] {
            assert_eq!(told(text, locale), dates, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for (locale, text) in [
            (Locale::En, "It may march 1,000 men in 1000 ships along Route 1984."),
            (Locale::En, "It cost $411, 4 million, or $1945, at 10.30, as CASA-1000 did."),
            (Locale::En, "See [12], p. 1984, ISBN 978-3-16-148410-0 and https://x.y/1999/12."),
            (Locale::En, "A force of 1800 soldiers took Windows 2000 and a Boeing 1900."),
            (Locale::En, "About 2000 were killed; the population of 1750 fell."),
            (Locale::De, "Rund 1500 Soldaten und 1200 Mann auf Seite 1984."),
            (Locale::Fr, "Quelque 1500 hommes et 2000 navires, page 1984."),
            (Locale::Es, "Unos 1500 hombres y 2000 barcos, página 1984."),
            (Locale::Ru, "Около 1500 человек и 2000 кораблей, стр. 1984."),
        ] {
            assert_eq!(told(text, locale), [""; 0], "{text}");
        }
    }
}
