//! A title in the room that there is: parts of it left out, or cut where a clause ends or between
//! words.

use super::{LONGEST, MARK, SHORTEST, TitleWords};
use crate::date::Locale;

/// A text of at most [`LONGEST`] characters.
pub(super) fn fit(text: &str, words: TitleWords<'_>) -> String {
    let text = text.replace(MARK, "").split_whitespace().collect::<Vec<&str>>().join(" ");
    let text = text.replace(" ,", ",").replace(" .", ".");
    let text = trimmed(&text);
    if is_short(text) {
        return closed(without_joint(text, words));
    }
    let is_german = words.language.locale == Locale::De;
    let text = if is_german { without_relative(text, words) } else { text };
    if let Some(clause) = at_clause(text, words).filter(|_| !is_german || is_short(text)) {
        return if is_german { closed(text) } else { clause };
    }
    let short = without_phrases(text, words);
    let short = if is_german { without_middle(&short, words) } else { short };
    let short = if is_german { framed(&short, words) } else { short };
    if is_short(&short) {
        return closed(&short);
    }
    at_clause(&short, words).unwrap_or_else(|| at_word(&short, words))
}

/// A text without the "and" at its end.
fn without_joint<'a>(text: &'a str, words: TitleWords<'_>) -> &'a str {
    let cut = text.rsplit_once(' ').filter(|(_, last)| words.language.joints.contains(last));
    cut.map_or(text, |(head, _)| head.trim_end_matches(is_edge))
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || ",;:–—-.".contains(c)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(is_edge).trim_start_matches(['=', '+', '@'])
}

/// A text cut where one of its clauses ends, if what is left says something.
fn at_clause(text: &str, words: TitleWords<'_>) -> Option<String> {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let heads = clause_ends(&text[..end], words).map(|at| {
        let is_sign = text[at..].starts_with([',', ';', ':']);
        without_loose(&text[..at], is_sign, words)
    });
    let is_said = |head: &&str| {
        let is_long = head.chars().count() >= SHORTEST;
        let verb = words.verb(head).filter(|at| *at > 0);
        // The story begins with …
        let is_german = words.language.locale == Locale::De;
        let is_open = verb.is_some_and(|at| at + 1 == head.split_whitespace().count())
            && (rest_after(text, head).starts_with(" with ")
                || is_german && words.grammar.being.contains(&last_of(head)));
        is_long && !is_open && (!words.grammar.is_known() || verb.is_some())
    };
    heads.filter(is_said).max_by_key(|head| head.len()).map(closed)
}

fn last_of(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default()
}

/// What follows a part of a text.
fn rest_after<'a>(text: &'a str, part: &str) -> &'a str {
    &text[part.as_ptr().addr() - text.as_ptr().addr() + part.len()..]
}

const QUOTES: [char; 4] = ['“', '„', '«', '"'];

/// A text without words at its end that lead to what was cut off.
fn without_loose<'a>(head: &'a str, is_whole: bool, words: TitleWords<'_>) -> &'a str {
    let mut head = head.trim_matches(is_edge);
    while let Some((before, last)) =
        head.rsplit_once(' ').map(|(before, last)| (before, last.trim_start_matches(QUOTES)))
        && (words.is_joint(last)
            || words.is_preposition(last) && words.grammar.is_known() && !is_whole
            || words.grammar.is_determiner(last))
    {
        head = before.trim_end_matches(is_edge);
    }
    head
}

/// Where clauses end in a text.
fn clause_ends<'a>(text: &'a str, words: TitleWords<'a>) -> impl Iterator<Item = usize> {
    let marks = [", ", "; ", ": ", " – ", " — ", " (", " in order to ", " so as to "];
    let marked = marks.into_iter().flat_map(|mark| text.match_indices(mark));
    let is_end = |(at, mark): &(usize, &str)| {
        !text[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit())
    };
    let marked = marked.filter(is_end).map(|(at, _)| at);
    let opened = text.match_indices(' ').map(|(at, _)| at).filter(move |at| {
        let word = text[at + 1..].split(' ').next().unwrap_or_default();
        let is_whole = at + 1 + word.len() < text.len();
        is_whole && opens_clause(word, words)
    });
    marked.chain(opened)
}

/// Whether a word within a sentence opens a clause.
fn opens_clause(word: &str, words: TitleWords<'_>) -> bool {
    let language = words.language;
    let is_listed = language.clauses.contains(&word) && !language.joints.contains(&word);
    // German articles open clauses after commas alone.
    is_listed && !words.grammar.is_determiner(word)
        || words.grammar.relatives.contains(&word) && !words.grammar.is_determiner(word)
}

/// A text whose subject has lost its phrases, those with "of" last.
fn without_phrases(text: &str, words: TitleWords<'_>) -> String {
    let mut text = text.to_owned();
    for has_of in [false, true] {
        while !is_short(&text) || has_open_number(&text, words) {
            let Some(shorter) = without_phrase(&text, has_of, words) else { break };
            text = shorter;
        }
    }
    text
}

const OF: [&str; 6] = ["of", "de", "du", "des", "del", "der"];

/// A text without the last phrase of its subject.
fn without_phrase(text: &str, has_of: bool, words: TitleWords<'_>) -> Option<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let verb = words.verb(text)?;
    let comma = all.iter().position(|word| word.ends_with(','));
    let end = comma.map_or(verb, |at| verb.min(at + 1));
    let starts = |at: &usize| {
        let is_of = OF.contains(&all[*at]);
        let is_led = words.is_preposition(all[*at]) && (has_of || !is_of);
        let is_of_name = |word: &&str| {
            word.starts_with(char::is_uppercase) && !words.grammar.is_determiner(word)
        };
        let is_particle = ["of", "de", "von", "du", "del"].contains(&all[*at]);
        // Fernand de Grijalva, and the Duke of York.
        let is_between = all[*at] != "of"
            && [at - 1, at + 1].iter().all(|at| all.get(*at).is_some_and(is_of_name));
        let is_name = is_particle && (is_between || all[..*at].iter().all(is_of_name));
        let has_noun = all[..*at].iter().any(|word| !words.grammar.is_determiner(word));
        (is_led || has_of && is_of) && has_noun && !is_name
    };
    let is_led = words.is_preposition(all.first()?);
    let from = (1..end).rev().find(starts).filter(|_| !is_led)?;
    let mut out = all[..from].join(" ");
    if end < verb {
        out.push(',');
    }
    Some([out.as_str(), &all[end..].join(" ")].join(" "))
}

/// A German text without the clause about its last noun.
fn without_relative<'a>(text: &'a str, words: TitleWords<'_>) -> &'a str {
    let Some((head, tail)) = text.split_once(", ") else { return text };
    let first = super::first_word(tail);
    let last = tail.rsplit(' ').next().unwrap_or_default();
    let is_led = words.grammar.relatives.contains(&first.as_str())
        || words.grammar.subordinates.contains(&first.as_str());
    let is_infinitive = tail.contains(" zu ") || tail.ends_with('n') && last.contains("zu");
    let is_whole = words.verb(head).is_some_and(|verb| verb > 0);
    if is_led && !is_infinitive && is_whole { head } else { text }
}

/// A German text that has lost phrases before the verb at its end, the first ones first.
fn without_middle(text: &str, words: TitleWords<'_>) -> String {
    let mut all: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
    let is_noun = |word: &str| word.starts_with(char::is_uppercase);
    while all.join(" ").chars().count() > LONGEST {
        let Some(verb) = words.verb(&all.join(" ")) else { break };
        let ends_low = all.last().is_some_and(|word| word.starts_with(char::is_lowercase));
        let starts = |at: &usize| words.is_preposition(all[*at]) && is_lower(all[*at]);
        let Some(from) = (verb + 1..all.len() - 1).find(starts).filter(|_| ends_low) else {
            break;
        };
        let Some(noun) = (from + 1..all.len() - 1)
            .find(|at| is_noun(all[*at]) || *at == from + 1 && is_number(all[*at]))
        else {
            break;
        };
        let next = all[noun + 1];
        let is_more =
            next == "und" || words.grammar.is_determiner(next) && next.ends_with(['s', 'r']);
        let further = (noun + 2..all.len() - 1).find(|at| is_noun(all[*at])).filter(|_| is_more);
        let mut shorter = all.clone();
        let last = further.unwrap_or(noun);
        let names = all[last + 1..all.len() - 1].iter().take_while(|word| is_noun(word)).count();
        shorter.drain(from..=last + names);
        if shorter[from] == "und" {
            shorter.remove(from);
        }
        let is_being = words.grammar.being.contains(&all[verb]) || all[verb] == "wird";
        if shorter.len() < verb + if is_being { 2 } else { 3 } {
            break;
        }
        all = shorter;
    }
    all.join(" ")
}

/// A long German text with the two parts of its verb alone: Anna Berg wurde geboren.
fn framed(text: &str, words: TitleWords<'_>) -> String {
    let all: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
    let last = all.last().copied().unwrap_or_default();
    let verb = words.verb(text).filter(|at| *at > 0 && words.grammar.being.contains(&all[*at]));
    let is_whole = last.starts_with(char::is_lowercase) && last.ends_with(['t', 'n']);
    // "Tatsächlich wurde …" has its subject behind the verb.
    let is_noun = |word: &&str| word.starts_with(char::is_uppercase);
    let is_one = |verb: &usize| {
        let rest = &all[verb + 1..];
        let is_subject = ["die", "das", "der", "ein", "eine"].contains(&all[*verb + 1]);
        let has_other = rest.iter().any(|word| words.grammar.being.contains(word));
        !is_subject && !has_other && !text.contains(", ")
    };
    let verb = verb.filter(|verb| verb + 1 < all.len() && is_one(verb));
    let verb = verb.filter(|verb| all[1..*verb].iter().any(is_noun));
    match verb {
        Some(verb) if !is_short(text) && is_whole && verb + 1 < all.len() => {
            format!("{} {last}", all[..=verb].join(" "))
        }
        _ => text.to_owned(),
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Whether the subject of a text ends with a number, as a date that was cut.
fn has_open_number(text: &str, words: TitleWords<'_>) -> bool {
    let before =
        words.verb(text).and_then(|verb| text.split_whitespace().nth(verb.checked_sub(1)?));
    before.is_some_and(|word| word.len() < 3 && word.chars().all(|c| c.is_ascii_digit()))
}

/// A text cut between words, with the sign that something is missing.
fn at_word(text: &str, words: TitleWords<'_>) -> String {
    let end = text.char_indices().nth(LONGEST - 1).map_or(text.len(), |(end, _)| end);
    let head = text[..end].rfind(' ').map_or(&text[..end], |at| &text[..at]);
    let mut head = head.trim_end_matches(is_edge);
    let is_loose = |word: &str| {
        words.language.small.contains(&word.to_lowercase().as_str())
            || word.ends_with(|c: char| c.is_ascii_digit())
    };
    while let Some((before, last)) = head.rsplit_once(' ')
        && is_loose(last)
    {
        head = before.trim_end_matches(is_edge);
    }
    closed(head) + "…"
}

/// A text without a bracket or quotation mark that stays open.
fn closed(text: &str) -> String {
    let count = |sign: char| text.matches(sign).count();
    let mut out = text.to_owned();
    let is_low = text.contains('„');
    for (open, close) in [('(', ')'), ('“', '”'), ('«', '»'), ('[', ']'), ('„', '“')] {
        let is_other = is_low && open == '“';
        if !is_other
            && count(open) > count(close)
            && let Some(at) = out.rfind(open)
        {
            match open {
                '(' | '[' if at > SHORTEST => out.truncate(at),
                _ => {
                    out.remove(at);
                }
            }
        }
    }
    if count('"') % 2 == 1 {
        out = out.replace('"', "");
    }
    out.trim().to_owned()
}
