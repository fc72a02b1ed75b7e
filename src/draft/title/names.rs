//! The name that a time in brackets is of.

use super::{LONGEST, TitleWords, capital, first_word};
use crate::draft::languages::DraftLanguage;
use crate::draft::mentions::{Mention, Told};

/// The name that a span of time in brackets is of: Napoleon (1769–1821).
pub(super) fn name_before(
    sentence: &str,
    own: &Mention,
    language: &DraftLanguage,
) -> Option<String> {
    let is_closed = sentence[own.place.end..].trim_start().starts_with(')');
    let is_span = own.is_aside && is_closed && matches!(own.told, Told::FromTo(..));
    let (before, _) = sentence[..own.place.start].rsplit_once('(').filter(|_| is_span)?;
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    // A name is no longer, and a sentence may have any number of brackets.
    let near = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
    if let Some(name) = quoted(&before[near..]) {
        return Some(name).filter(|name| (4..=LONGEST).contains(&name.chars().count()));
    }
    let words: Vec<&str> = before[near..].split_whitespace().collect();
    let mut first = words.len();
    while first > 0 {
        let back = words[first - 1];
        let is_inside = first < words.len();
        let ends_before = is_inside && back.ends_with([',', ';', ':', ')', '.']) && back.len() > 2;
        let is_particle = is_inside && PARTICLES.contains(&back);
        if ends_before || !(is_capital(back) || is_particle) {
            break;
        }
        first -= 1;
    }
    while first < words.len() && !is_capital(words[first]) {
        first += 1;
    }
    let is_small = |word: &str| language.small.contains(&word.to_lowercase().as_str());
    let mut led = first.checked_sub(1).map_or(String::new(), |before| words[before].to_lowercase());
    while first < words.len() && is_small(words[first]) {
        led = words[first].to_lowercase();
        first += 1;
    }
    let name = words[first..].join(" ");
    let is_place = language.prepositions.contains(&led.as_str()) || PARTICLES.contains(&&*led);
    let is_place = (is_place || led == "of") && !AGENTS.contains(&&*led);
    let length = name.chars().count();
    (!is_place && (4..=LONGEST).contains(&length)).then_some(name)
}

/// Bytes before a bracket that are looked at.
const NEAR: usize = 200;

/// What stands between the quotation marks that a text ends with.
fn quoted(text: &str) -> Option<String> {
    let marks = [('»', '«'), ('”', '“'), ('“', '„')];
    marks.into_iter().find_map(|(close, open)| {
        let inside = text.trim_end().strip_suffix(close)?;
        Some(inside.rsplit_once(open)?.1.to_owned())
    })
}

/// The item of a list that a time in brackets is of: he wrote The Mill (1865), The Inn (1868).
pub(super) fn item_before(
    sentence: &str,
    own: &Mention,
    all: &[Mention],
    words: TitleWords<'_>,
) -> Option<String> {
    let after = sentence[own.place.end..].strip_prefix(')')?;
    let before = sentence[..own.place.start].strip_suffix('(')?.trim_end();
    let next = after.split_whitespace().next().unwrap_or_default();
    let is_end = after.is_empty() || after.starts_with([',', ';', '.']) || words.is_joint(next);
    let is_list = all.iter().filter(|one| one.is_aside).count() > 1;
    if !is_end || !is_list || own.side.is_some() {
        return None;
    }
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let marks = [", ", "; ", ": ", ") "];
    let from = marks.iter().filter_map(|mark| Some(near.rfind(mark)? + mark.len())).max()?;
    let mut item = near[from..].trim();
    while let Some((first, rest)) = item.split_once(' ')
        && (words.is_joint(first) || LIKE.contains(&first.to_lowercase().as_str()))
    {
        item = rest;
    }
    let is_name = item.starts_with(|c: char| c.is_uppercase() || "«“„\"".contains(c))
        && !words.is_preposition(&first_word(item))
        && words.verb(item).is_none();
    let length = item.chars().count();
    (is_name && (3..=LONGEST).contains(&length)).then(|| capital(item))
}

/// Words before examples.
const LIKE: [&str; 6] = ["as", "como", "comme", "wie", "such", "à"];

/// Small words within the names of people.
const PARTICLES: [&str; 16] = [
    "de", "du", "des", "da", "di", "del", "della", "la", "van", "von", "der", "den", "zu", "bin",
    "ibn", "al",
];

/// Words before the name of who did something.
const AGENTS: [&str; 8] = ["by", "under", "par", "por", "von", "unter", "sous", "bajo"];
