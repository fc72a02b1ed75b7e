//! A clause without its date, where the words around it stay whole.

use super::coordinate::Clause;
use super::openings;
use super::{MARK, TitleWords, first_word, lead};
use crate::date::Locale;
use crate::draft::calendar::Grain;
use crate::draft::mentions::{Mention, Told};

/// A clause with a mark where its date stands.
pub(super) struct Undated {
    /// Without the date if that can be left out.
    pub without: String,
    pub with: String,
}

/// A clause of a sentence without its date.
pub(super) fn dated(
    sentence: &str,
    clause: &Clause,
    own: &Mention,
    words: TitleWords<'_>,
) -> Undated {
    let lead = lead(sentence, own, words).max(clause.start);
    let from = own.place.start.max(lead);
    let (head, tail) = (&sentence[clause.start..lead], &sentence[own.place.end..clause.end]);
    let with = format!("{head}{MARK}{}{tail}", &sentence[lead..own.place.end]);
    let has_subject = clause.subject.is_some();
    let without = without(head, &sentence[lead..from], tail, (own, words, has_subject));
    Undated { without: without.unwrap_or_else(|| with.clone()), with }
}

/// What is left without a date; none if it has to stay.
fn without(
    head: &str,
    said: &str,
    tail: &str,
    (own, words, has_subject): (&Mention, TitleWords<'_>, bool),
) -> Option<String> {
    if own.is_name {
        return None;
    }
    let rest = tail.trim_start();
    let alone = head.trim().to_lowercase();
    if !head.contains(char::is_alphanumeric) || LED.contains(&alone.as_str()) {
        let is_free = is_opening(said, own, rest, words);
        let edge = [',', ':', '–', '—', '.', ' ', ';', ')'];
        return is_free.then(|| format!("{MARK}{}", rest.trim_start_matches(edge)));
    }
    if head.ends_with('(') && rest.starts_with(')') {
        return Some([head.trim_end_matches(['(', ' ']), &MARK.to_string(), &rest[1..]].concat());
    }
    if let Some(told) = set_off(head, rest, (words, has_subject)) {
        return Some(told);
    }
    let is_last = rest.starts_with([',', ';', '.', '!', '?', ':', '”', '"']) || rest.is_empty();
    let comma = if !is_last && head.ends_with(", ") { "," } else { "" };
    let head = head.trim_end_matches([',', ' ', '-', '–']);
    let head = without_demonstrative(head, words);
    // Das Jahr 1250 gilt als Gründungsjahr.
    if words.language.locale == Locale::De && head.ends_with(" das") && said.starts_with("Jahr") {
        return None;
    }
    if is_denied(head, said, own, words) {
        return None;
    }
    let is_short = has_subject && !head.contains(' ');
    if !is_short && needs_more(head, own, words) || !is_last && !is_adverb(said, own, words) {
        return None;
    }
    // Where, on 4 January, he took command.
    let last = head.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let opens = words.grammar.relatives.contains(&last.as_str())
        || words.grammar.subordinates.contains(&last.as_str());
    if opens && rest.starts_with(", ") {
        return Some(format!("{head} {MARK}{}", &rest[2..]));
    }
    let blank = if is_last { "" } else { " " };
    match comma {
        "," => Some(format!("{head}, {MARK}{rest}")),
        _ => Some(format!("{head}{MARK}{blank}{rest}")),
    }
}

/// A clause whose date stands between commas after its verb: he found, in May 1781, a planet.
fn set_off(head: &str, rest: &str, (words, has_subject): (TitleWords<'_>, bool)) -> Option<String> {
    let (head, rest) = (head.strip_suffix(", ")?, rest.strip_prefix(", ")?);
    let last = head.rsplit(' ').next()?;
    let before = head.rsplit(' ').nth(1);
    let is_verb = words.grammar.is_verb(last, before) && (head.contains(' ') || has_subject);
    let next = rest.split(' ').next()?;
    let is_object = words.grammar.is_determiner(next) || words.is_preposition(next);
    (is_verb && is_object).then(|| format!("{head} {MARK}{rest}"))
}

/// Words before the words before a date.
const LED: [&str; 7] = ["all", "early", "late", "only", "erst", "that", "also"];

/// A text without the "that" of "that summer" at its end.
fn without_demonstrative<'a>(head: &'a str, words: TitleWords<'_>) -> &'a str {
    match head.rsplit_once(' ') {
        Some((before, "that" | "the" | "this")) if words.language.locale == Locale::En => before,
        _ => head,
    }
}

/// Whether the words before a date say nothing without it: it lasted, it was fixed for.
fn needs_more(head: &str, own: &Mention, words: TitleWords<'_>) -> bool {
    let last = head.rsplit([' ', '’', '\'']).next().unwrap_or_default().to_lowercase();
    let is_alone = head.split_whitespace().count() < 2;
    let is_verb = words.grammar.lasting.contains(&last.as_str());
    let is_loose =
        words.is_preposition(&last) || ["than", "ne", "qu", "que", "auf"].contains(&&*last);
    // The largest since 1998.
    let is_most =
        own.side.is_some() && (last.ends_with("est") || ["first", "only"].contains(&&*last));
    is_verb || is_loose || is_most || is_alone && words.grammar.is_verb(&last, None)
}

/// Whether a thing was denied up to a date, and so happened then: it was not taken until May.
fn is_denied(head: &str, said: &str, own: &Mention, words: TitleWords<'_>) -> bool {
    let is_in = |text: &str, list: &[&str]| text.split_whitespace().any(|one| list.contains(&one));
    let is_open = own.side.is_some()
        || is_in(said, &["until", "till", "before", "hasta", "antes", "avant", "bis", "vor"]);
    let is_cleft = openings::is_cleft(head);
    is_open
        && !is_cleft
        && is_in(head, &["not", "no", "never", "nicht", "kein", "ne", "nunca"])
        && words.grammar.is_known()
}

/// Words by which a date belongs to the noun before it.
const ATTRIBUTIVE: [&str; 12] =
    ["of", "de", "du", "del", "des", "d", "vom", "von", "der", "and", "und", "to"];

/// Whether a date within a clause says when, and belongs to no noun.
fn is_adverb(said: &str, own: &Mention, words: TitleWords<'_>) -> bool {
    let first = first_word(said);
    if ATTRIBUTIVE.contains(&first.as_str()) {
        return false;
    }
    let is_told = matches!(own.told, Told::Relative(..)) || own.side.is_some();
    let is_led = said.split_whitespace().any(|word| words.is_preposition(word));
    is_led || is_told || words.language.locale == Locale::De || is_day(own, words)
}

/// Whether a day needs no preposition: le 5 mai, el 5 de mayo, 5 мая.
fn is_day(own: &Mention, words: TitleWords<'_>) -> bool {
    let locale = words.language.locale;
    let is_day = matches!(&own.told, Told::At(date) if matches!(date.grain, Grain::Day(..)));
    is_day && [Locale::Fr, Locale::Es, Locale::Ru].contains(&locale)
}

/// Whether a date that begins a clause can be left out: it is no subject, and no verb follows it
/// that would then come first.
fn is_opening(said: &str, own: &Mention, rest: &str, words: TitleWords<'_>) -> bool {
    let language = words.language;
    if language.locale == Locale::De {
        return true;
    }
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if rest.starts_with([',', ':', '–', '—']) {
        return !language.has_inversion || rest.starts_with([':', '–']);
    }
    let lead = said.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_article = ["", "the", "la", "le", "les", "el", "los", "las"].contains(&lead.as_str());
    let is_relative = matches!(own.told, Told::Relative(..));
    let is_adverb = own.side.is_some()
        || own.is_about
        || is_relative
        || is_day(own, words)
        || is_season(own, words)
        || !is_article
        || matches!(own.told, Told::FromTo(..));
    // Late in 1779 he began, but: late 1943 saw.
    let is_late = matches!(&own.told, Told::At(date) if date.part.is_some())
        && language.locale == Locale::En
        && words.verb(rest).is_some_and(|verb| verb > 0);
    (is_adverb || is_late) && !language.has_inversion && !language.joints.contains(&word)
}

/// Whether a season needs no preposition: зимой 1966 года.
fn is_season(own: &Mention, words: TitleWords<'_>) -> bool {
    let is_season = matches!(&own.told, Told::At(date) | Told::InYear(date, ..) if matches!(date.grain, Grain::Season(_)));
    is_season && words.language.locale == Locale::Ru
}
