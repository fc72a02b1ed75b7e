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
    if let Some(name) = name_before(sentence, own, language) {
        return name;
    }
    let start = clause_start(sentence, own, all).max(subordinate(sentence, own, language));
    let own_clause = clause_title(sentence, start, own, language);
    let is_whole = start == 0 || own_clause.chars().count() >= SHORTEST;
    if is_whole { own_clause } else { clause_title(sentence, 0, own, language) }
}

/// The title of the clause that begins at byte `start`.
fn clause_title(sentence: &str, start: usize, own: &Mention, language: &DraftLanguage) -> String {
    let clause = before_semicolon(&sentence[start..], own.place.end - start);
    let dated = without_date(clause, own, start, language);
    let bare = without_notes(&without_spans(&dated));
    let main = match is_led_by_date(clause, own, start) {
        true => led_clause(bare.trim(), language),
        false => main_clause(not_cleft(without_joint(bare.trim(), language)), language),
    };
    let main = without_apposition(after_phrases(main, language), language);
    let cut = cut(&main, language);
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
    let Some(other) = other else { return after_semicolon(before) };
    let marks = ["; ", ": ", " — ", ", and ", ", but ", ", und ", ", et ", ", y ", ", и ", ", а "];
    let ends = marks.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len()));
    // A joint between two dates parts clauses only where words follow it.
    let joints = [" and ", " but ", " und ", " et ", " y ", " и "].iter();
    let joints = joints.filter_map(|joint| Some(before.rfind(joint)? + joint.len()));
    let has_words = |end: &usize| before[*end..].chars().filter(|c| c.is_alphabetic()).count() > 5;
    let ends = ends.chain(joints.filter(has_words));
    ends.max().filter(|end| *end >= other).unwrap_or(0)
}

/// Where the sentence begins that a semicolon parts from another before it.
fn after_semicolon(before: &str) -> usize {
    let end = before.rfind("; ").filter(|at| before[..*at].chars().count() >= SHORTEST);
    end.map_or(0, |at| at + 2)
}

/// A clause without the sentence that a semicolon parts from it, if its date is before that.
fn before_semicolon(clause: &str, dated: usize) -> &str {
    let end = clause.get(dated..).and_then(|rest| Some(dated + rest.find("; ")?));
    let head = end.map(|end| &clause[..end]);
    head.filter(|head| head.chars().count() >= 2 * SHORTEST).unwrap_or(clause)
}

/// Where the clause begins that a word like "when" leads, if a date stands in it and far from the beginning
/// of its sentence.
fn subordinate(sentence: &str, own: &Mention, language: &DraftLanguage) -> usize {
    let before = &sentence[..own.lead];
    if language.has_inversion || before.chars().count() <= LONGEST {
        return 0;
    }
    let words = WHEN.iter().chain(&["until"]);
    let ends = words.filter_map(|word| {
        let word = format!(" {word} ");
        Some(before.rfind(&word)? + word.len())
    });
    let has_words = |end: &usize| before[*end..].chars().count() >= SHORTEST;
    ends.filter(has_words).max().unwrap_or(0)
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

/// The name that a span of time in brackets is of: Napoleon (1769–1821).
fn name_before(sentence: &str, own: &Mention, language: &DraftLanguage) -> Option<String> {
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
    let name = words[first..].join(" ");
    let led = first.checked_sub(1).map_or(String::new(), |before| words[before].to_lowercase());
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

/// Words before the name of who did something.
const AGENTS: [&str; 8] = ["by", "under", "par", "por", "von", "unter", "sous", "bajo"];

/// A text without brackets that hold nothing but a time or a number.
fn without_spans(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" (") {
        let inside = &rest[at + 2..];
        let end = inside.find(')').unwrap_or(0);
        let letters = inside[..end].chars().filter(|c| c.is_alphabetic()).count();
        let is_span = letters <= 3 && inside[..end].contains(|c: char| c.is_ascii_digit());
        let kept = if is_span { at } else { at + 2 };
        out.push_str(&rest[..kept]);
        rest = if is_span { &inside[end + 1..] } else { inside };
    }
    out + rest
}

/// Whether a sentence begins with a clause that is led by a word like "when", and the date is in it.
fn is_led_by_date(clause: &str, own: &Mention, start: usize) -> bool {
    let word = clause.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let end = own.place.end - start;
    let is_first = clause.get(..end).is_some_and(|before| !before.contains(", "));
    WHEN.contains(&word.to_lowercase().as_str()) && is_first
}

/// The clause that a word like "when" leads, without that word where its order is that of a sentence.
fn led_clause<'a>(text: &'a str, language: &DraftLanguage) -> &'a str {
    let head = text.split_once(", ").map_or(text, |(head, _)| head);
    let bare = head.split_once(' ').map_or(head, |(_, rest)| rest);
    if language.has_inversion { head } else { bare }
}

/// A sentence without the "and" or "but" that it begins with.
fn without_joint<'a>(text: &'a str, language: &DraftLanguage) -> &'a str {
    let Some((head, tail)) = text.split_once(' ') else { return text };
    let head = head.to_lowercase();
    let is_joint = head == "but" || language.joints.contains(&head.as_str());
    let is_sentence = text.starts_with(char::is_uppercase) && tail.chars().count() >= SHORTEST;
    if is_joint && is_sentence { tail } else { text }
}

/// What happened, where a sentence puts the time before it: "It was not until 1854 that …".
fn not_cleft(text: &str) -> &str {
    let small: String = text.chars().take(12).flat_map(char::to_lowercase).collect();
    let small = small.replace('’', "'");
    let cleft = CLEFTS.iter().find(|(opening, _)| small.starts_with(opening));
    let after = cleft.and_then(|(_, joint)| text.split_once(joint));
    let after = after
        .filter(|(head, tail)| head.chars().count() <= LONGEST && tail.chars().count() >= SHORTEST);
    after.map_or(text, |(_, tail)| tail)
}

/// How sentences begin that put one part first, and the word before the rest.
const CLEFTS: [(&str, &str); 6] = [
    ("it was ", " that "),
    ("ce n'est ", " que "),
    ("c'est ", " que "),
    ("ce fut ", " que "),
    ("no fue ", " que "),
    ("fue en ", " cuando "),
];

/// Words for the time at which something happened.
const WHEN: [&str; 7] = ["when", "while", "als", "lorsque", "quand", "cuando", "когда"];

/// A long text without the phrases before its subject: "Amid tussles for control, ".
fn after_phrases<'a>(text: &'a str, language: &DraftLanguage) -> &'a str {
    let mut text = text;
    while text.chars().count() > LONGEST {
        let Some((head, tail)) = text.split_once(", ") else { break };
        let is_led = language.prepositions.contains(&first_word(head).as_str());
        let follows = first_word(tail);
        let is_more = [language.clauses, language.joints]
            .iter()
            .any(|words| words.contains(&follows.as_str()));
        // What follows is no clause of its own: trade improved, reaching $411 million.
        let is_more = is_more || follows.ends_with("ing");
        if !is_led || is_more || tail.chars().count() < SHORTEST {
            break;
        }
        text = tail;
    }
    text
}

/// A long text without what stands between commas after its first words and says who or what they are.
fn without_apposition(text: &str, language: &DraftLanguage) -> String {
    let parts: Vec<&str> = text.splitn(3, ", ").collect();
    let [head, middle, tail] = parts[..] else { return text.to_owned() };
    let opening = first_word(middle);
    let is_name = middle.starts_with(char::is_uppercase)
        || ARTICLES.contains(&opening.as_str())
        || opening.ends_with("ed");
    let follows = first_word(tail);
    let is_more =
        [language.clauses, language.joints].iter().any(|words| words.contains(&follows.as_str()));
    let is_plain = is_name && !middle.contains(|c: char| c.is_numeric()) && !is_more;
    let is_long = text.chars().count() > LONGEST && head.contains(' ');
    let goes_on = tail.starts_with(char::is_lowercase);
    if is_plain && is_long && goes_on { format!("{head} {tail}") } else { text.to_owned() }
}

const ARTICLES: [&str; 13] =
    ["the", "a", "an", "le", "la", "les", "un", "une", "der", "die", "das", "el", "una"];

/// The first word of a text, in lower case.
fn first_word(text: &str) -> String {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase()
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
    let word = first_word(text);
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
        let is_joint = |word: &str| {
            let word = word.to_lowercase();
            language.clauses.contains(&word.as_str()) || language.joints.contains(&word.as_str())
        };
        let mut head = text[..at].trim_matches(is_edge);
        while let Some((before, last)) = head.rsplit_once(' ')
            && is_joint(last)
        {
            head = before.trim_end_matches(is_edge);
        }
        return closed(head);
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
