//! The name that a span of time in brackets is of.

use super::LONGEST;
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
    let near = before.ceil_char_boundary(before.len().saturating_sub(200));
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

/// Small words within the names of people.
const PARTICLES: [&str; 16] = [
    "de", "du", "des", "da", "di", "del", "della", "la", "van", "von", "der", "den", "zu", "bin",
    "ibn", "al",
];

/// TitleWords before the name of who did something.
const AGENTS: [&str; 8] = ["by", "under", "par", "por", "von", "unter", "sous", "bajo"];
