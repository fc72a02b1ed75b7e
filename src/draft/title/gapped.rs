//! Sentences that say a verb once for several dates: "war was declared on Russia on 1 August and
//! on France on 3 August", "Bulgaria gave up in September, Turkey in October".

use super::kinds::{PartKind, kind};
use super::{TitleWords, first_word, lead};
use crate::draft::mentions::Mention;
use std::ops::Range;

/// Words of the longest part that has no verb of its own.
const MOST_WORDS: usize = 6;

/// Words for the same relation to a place.
const PLACES: [&[&str]; 2] = [&["at", "in"], &["à", "au", "aux", "en"]];

/// The part between two dates that has no verb of its own, without what joins it.
fn part<'a>(between: &'a str, words: TitleWords<'_>) -> Option<&'a str> {
    let joined =
        [", and ", " and ", ", und ", " und ", ", et ", " et ", ", y ", " y ", ", и ", " и "];
    let rest = joined.iter().find_map(|joint| between.strip_prefix(joint));
    let part = rest.or_else(|| between.strip_prefix(", "))?.trim();
    let count = part.split_whitespace().count();
    let first = first_word(part);
    let opens = words.grammar.relatives.contains(&first.as_str())
        || words.grammar.subordinates.contains(&first.as_str());
    let is_participle = kind(part, words) == PartKind::Participle;
    let is_one =
        (1..=MOST_WORDS).contains(&count) && words.verb(part).is_none() && !opens && !is_participle;
    let is_number = |word: &str| word.chars().all(char::is_numeric);
    let has_other = ["a", "ont", "avait", "ha", "han"].contains(&first.as_str());
    (is_one && !has_other && !part.split(' ').any(is_number) && !part.contains([',', '(', ')']))
        .then_some(part)
}

/// What happened at a date whose verb is said before with another date; the clause may leave its
/// subject to one before it.
pub(super) fn told(
    sentence: &str,
    (clause, has_subject): (Range<usize>, bool),
    own: &Mention,
    (all, words): (&[Mention], TitleWords<'_>),
) -> Option<String> {
    if own.side.is_some() {
        return None;
    }
    let is_before = |one: &&Mention| one.lead >= clause.start && one.place.end <= own.lead;
    let other = all.iter().filter(is_before).max_by_key(|one| one.place.end)?;
    let first = all.iter().filter(is_before).min_by_key(|one| one.place.end)?;
    let part = part(&sentence[other.place.end..lead(sentence, own, words)], words)?;
    let is_last = sentence[own.place.end..clause.end].trim_start_matches('.').trim().is_empty()
        || sentence[own.place.end..].starts_with([',', ';']);
    let goes_on = [" and ", " und ", " et ", " y "];
    let ends_there =
        is_last || goes_on.iter().any(|and| sentence[own.place.end..].starts_with(and));
    let head = sentence[clause.start..lead(sentence, first, words)].trim();
    let verb = words.verb(head)?;
    if !ends_there || verb == 0 && !has_subject {
        return None;
    }
    let all: Vec<&str> = head.split_whitespace().collect();
    if words.is_preposition(&first_word(part)) {
        let own = first_word(part);
        // He arrives in Batavia on 28 November, at the Cape on 24 February.
        let alike = PLACES.iter().find(|words| words.contains(&own.as_str()));
        let same = alike.map_or(vec![own.as_str()], |words| words.to_vec());
        let places = same.iter().filter_map(|word| head.rfind(&format!(" {word} ")));
        let from = places.max().unwrap_or(head.len());
        return Some(format!("{} {part}", &head[..from]));
    }
    let is_led = |word: Option<&&str>| word.is_some_and(|word| words.grammar.is_determiner(word));
    let is_object = verb + 1 < all.len() && all[all.len() - 1].starts_with(char::is_uppercase)
        || is_led(all.get(verb + 1)) && words.grammar.is_determiner(&first_word(part));
    match is_object {
        true => Some(format!("{} {part}", all[..=verb].join(" "))),
        false => Some(format!("{part} {}", all[verb..].join(" "))),
    }
}

/// Where a clause ends because what follows has a date and no verb of its own.
pub(super) fn end(
    sentence: &str,
    own: &Mention,
    all: &[Mention],
    words: TitleWords<'_>,
) -> Option<usize> {
    let next = all.iter().filter(|one| one.lead >= own.place.end).min_by_key(|one| one.lead)?;
    let found = part(&sentence[own.place.end..lead(sentence, next, words)], words);
    let is_told = words.verb(&sentence[..own.place.end]).is_some();
    let goes_on = words.verb(sentence[next.place.end..].split([',', ';']).next()?).is_some();
    (found.is_some() && is_told && !goes_on).then_some(own.place.end)
}
