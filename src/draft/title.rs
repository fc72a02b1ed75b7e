//! A sentence as a title: its main clause, without the date, cut where a clause ends.

use super::languages::DraftLanguage;
use super::mentions::{Mention, Told};

/// Characters of the longest title.
const LONGEST: usize = 60;

/// Characters of the shortest clause that is a title by itself.
const SHORTEST: usize = 15;

/// The title of what a sentence says of one of its dates.
pub(super) fn title(
    sentence: &str,
    own: &Mention,
    all: &[Mention],
    language: &DraftLanguage,
) -> String {
    let start = clause_start(sentence, own, all);
    let own_clause = clause_title(sentence, start, own, language);
    let is_whole = start == 0 || own_clause.chars().count() >= SHORTEST;
    if is_whole { own_clause } else { clause_title(sentence, 0, own, language) }
}

/// The title of the clause that begins at byte `start`.
fn clause_title(sentence: &str, start: usize, own: &Mention, language: &DraftLanguage) -> String {
    let dated = without_date(&sentence[start..], own, start, language);
    let bare = without_notes(&dated);
    let main = main_clause(bare.trim(), language);
    let cut = cut(main, language);
    if cut.chars().any(char::is_alphanumeric) {
        capital(&cut)
    } else {
        capital(&self::cut(sentence, language))
    }
}

/// Where the clause begins that a date stands in, if another date stands before it.
fn clause_start(sentence: &str, own: &Mention, all: &[Mention]) -> usize {
    let before = &sentence[..own.lead];
    let other = all.iter().filter(|one| one.place.end <= own.lead).map(|one| one.place.end).max();
    let Some(other) = other else { return 0 };
    let marks = ["; ", ": ", " — ", ", and ", ", but ", ", und ", ", et ", ", y ", ", и ", ", а "];
    let ends = marks.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len()));
    // A joint between two dates parts clauses only where words follow it.
    let joints = [" and ", " but ", " und ", " et ", " y ", " и "].iter();
    let joints = joints.filter_map(|joint| Some(before.rfind(joint)? + joint.len()));
    let has_words = |end: &usize| before[*end..].chars().filter(|c| c.is_alphabetic()).count() > 5;
    let ends = ends.chain(joints.filter(has_words));
    ends.max().filter(|end| *end >= other).unwrap_or(0)
}

/// A clause that begins at byte `start` of its sentence without its date, where the words around
/// stay whole.
fn without_date(clause: &str, own: &Mention, start: usize, language: &DraftLanguage) -> String {
    if own.is_name {
        return clause.to_owned();
    }
    let (lead, end) = (own.lead.max(start) - start, own.place.end - start);
    let (head, tail) = (&clause[..lead.min(clause.len())], &clause[end.min(clause.len())..]);
    let rest = tail.trim_start();
    if head.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() {
        let said = &clause[lead..(own.place.start.max(start) - start).max(lead)];
        if !is_opening(said, own, rest, language) {
            return clause.to_owned();
        }
        return rest.trim_start_matches([',', ':', '–', '—', '.', ' ', ';', ')']).to_owned();
    }
    if head.ends_with('(') && rest.starts_with(')') {
        return [head.trim_end_matches(['(', ' ']), &rest[1..]].concat();
    }
    if rest.starts_with([',', ';', '.', '!', '?']) || rest.is_empty() {
        let head = head.trim_end_matches([',', ' ']);
        return [head, rest].concat();
    }
    clause.to_owned()
}

/// Whether a date that begins a clause can be left out: it is no subject, and no verb follows it
/// that would then come first.
fn is_opening(said: &str, own: &Mention, rest: &str, language: &DraftLanguage) -> bool {
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
        || !is_article
        || matches!(own.told, Told::FromTo(..));
    is_adverb && !language.has_inversion && !language.joints.contains(&word)
}

/// A text without the marks of notes, as [12], and with single blanks.
fn without_notes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let digits = rest[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let is_note = digits > 0 && rest[at + 1 + digits..].starts_with(']');
        out.push_str(&rest[..if is_note { at } else { at + 1 }]);
        rest = &rest[at + 1 + if is_note { digits + 1 } else { 0 }..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A sentence without the clause that it begins with, if that is led by a word like "when".
fn main_clause<'a>(text: &'a str, language: &DraftLanguage) -> &'a str {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_led =
        language.clauses.contains(&word.as_str()) && !language.joints.contains(&word.as_str());
    let rest = text
        .split_once(", ")
        .map(|(_, rest)| rest)
        .filter(|_| is_led && text.starts_with(char::is_uppercase));
    let rest = rest.filter(|rest| rest.chars().count() >= SHORTEST).unwrap_or(text);
    // "However, " and the like say nothing of the event.
    match rest.split_once(", ") {
        Some((head, tail))
            if rest.len() > LONGEST && OPENINGS.contains(&head.to_lowercase().as_str()) =>
        {
            tail
        }
        _ => rest,
    }
}

/// Words with a comma that begin a sentence.
const OPENINGS: [&str; 14] = [
    "however",
    "moreover",
    "meanwhile",
    "finally",
    "then",
    "nevertheless",
    "subsequently",
    "later",
    "cependant",
    "enfin",
    "sin embargo",
    "finalmente",
    "однако",
    "наконец",
];

/// A text of at most [`LONGEST`] characters: whole, cut where a clause ends, or between words.
fn cut(text: &str, language: &DraftLanguage) -> String {
    let is_edge = |c: char| c.is_whitespace() || ",;:–—-.".contains(c);
    let text = text.trim_matches(is_edge).trim_start_matches(['=', '+', '@']);
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let clause =
        clause_ends(&text[..end], language).filter(|at| text[..*at].chars().count() >= SHORTEST);
    if let Some(at) = clause.max() {
        return closed(text[..at].trim_matches(is_edge));
    }
    // One character is left for the sign that something is missing.
    let end = text.char_indices().nth(LONGEST - 1).map_or(text.len(), |(end, _)| end);
    let head = text[..end].rfind(' ').map_or(&text[..end], |at| &text[..at]);
    let mut head = head.trim_end_matches(is_edge);
    let is_loose = |word: &str| {
        language.small.contains(&word.to_lowercase().as_str())
            || word.ends_with(|c: char| c.is_ascii_digit())
    };
    while let Some((before, last)) = head.rsplit_once(' ')
        && is_loose(last)
    {
        head = before.trim_end_matches(is_edge);
    }
    closed(head) + "…"
}

/// Where clauses end in a text.
fn clause_ends<'a>(text: &'a str, language: &'a DraftLanguage) -> impl Iterator<Item = usize> {
    let marks = [", ", "; ", ": ", " – ", " — ", " ("];
    let marked = marks.into_iter().flat_map(|mark| text.match_indices(mark));
    let is_end = |(at, mark): &(usize, &str)| {
        !text[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit())
    };
    let marked = marked.filter(is_end).map(|(at, _)| at);
    let words = text.match_indices(' ').map(|(at, _)| at).filter(|at| {
        let word = text[at + 1..].split(' ').next().unwrap_or_default();
        let is_whole = at + 1 + word.len() < text.len();
        is_whole && language.clauses.contains(&word) && !language.joints.contains(&word)
    });
    marked.chain(words)
}

/// A text without a bracket or quotation mark that stays open.
fn closed(text: &str) -> String {
    let count = |sign: char| text.matches(sign).count();
    let mut out = text.to_owned();
    for (open, close) in [('(', ')'), ('“', '”'), ('«', '»'), ('[', ']'), ('„', '“')] {
        if count(open) > count(close)
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

/// A text whose first letter is a capital.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
