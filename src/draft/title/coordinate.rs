//! The clause of a sentence that a date stands in, where words like "and" or a semicolon part
//! several; and the subject that such a clause leaves to the first of them.

use super::gapped;
use super::kinds::{PartKind, is_present, kind, nearest};
use super::openings;
use super::{LONGEST, MARK, SHORTEST, TitleWords, first_word, lead};
use crate::date::Locale;
use crate::draft::mentions::Mention;

/// A clause of a sentence.
pub(super) struct Clause {
    pub start: usize,
    pub end: usize,
    /// What the clause before it tells of.
    pub subject: Option<Subject>,
}

/// Who or what a clause tells of.
pub(super) struct Subject {
    name: String,
    /// The verb "be" after it, if that is its verb.
    being: Option<String>,
    /// Whether only a pronoun stands for it.
    is_far: bool,
}

impl Subject {
    /// Whether a pronoun after it may stand for it: it is a name.
    pub(super) fn is_rival(&self, words: TitleWords<'_>) -> bool {
        let first = first_word(&self.name);
        !words.grammar.pronouns.contains(&first.as_str()) && !words.grammar.is_determiner(&first)
    }
}

/// Signs and words that part clauses, and whether that is certain.
const MARKS: [(&str, bool); 31] = [
    ("; ", true),
    (": ", false),
    (" — ", false),
    (", and ", false),
    (", but ", false),
    (", und ", false),
    (", et ", false),
    (", y ", false),
    (", и ", false),
    (", а ", false),
    (", mais ", false),
    (", pero ", false),
    (", aber ", false),
    (", но ", false),
    (", while ", false),
    (", when ", false),
    (", for ", false),
    (", tandis que ", false),
    (", lorsque ", false),
    (", car ", false),
    (", ", false),
    (" and ", false),
    (" but ", false),
    (" mais ", false),
    (" pero ", false),
    (" aber ", false),
    (" но ", false),
    (" und ", false),
    (" et ", false),
    (" y ", false),
    (" и ", false),
];

/// Signs and words before a clause that says what the one before it means, or why.
const REASONS: [&str; 3] = [": ", ", for ", ", car "];

/// The clause that a date stands in.
pub(super) fn clause(
    sentence: &str,
    own: &Mention,
    all: &[Mention],
    words: TitleWords<'_>,
) -> Clause {
    if let Some((start, end)) = aside(sentence, own, words) {
        return Clause { start, end, subject: None };
    }
    let start = start(sentence, own, all, words).max(subordinate(sentence, own, all, words));
    let after = own.place.end;
    let gap = gapped::end(sentence, own, all, words);
    let end = ends(sentence, after, all, words).chain(gap).min().unwrap_or(sentence.len());
    let head = sentence[..start].trim_end();
    let joints = words.language.joints.iter();
    let bare = joints.into_iter().find_map(|joint| head.strip_suffix(joint)?.strip_suffix(' '));
    let head = bare.unwrap_or(head).trim_end();
    let sure = head.trim_end_matches(';').rfind("; ").map_or(0, |at| at + 2);
    let inside: Vec<Mention> =
        all.iter().filter(|one| one.lead >= sure).map(|one| one.shifted(sure)).collect();
    let subject = (start > 0).then(|| subject(&sentence[sure..start], &inside, words)).flatten();
    // Ten years later came the railway.
    let is_free = [Locale::Es, Locale::Fr, Locale::Ru].contains(&words.language.locale);
    let is_dated = start == lead(sentence, own, words);
    let is_far = head.ends_with(';') || is_free && is_dated;
    let subject = subject.map(|subject| Subject { is_far, ..subject });
    Clause { start, end, subject }
}

/// Where a clause between brackets begins and ends: (with whom he worked in Lund in 1864).
fn aside(sentence: &str, own: &Mention, words: TitleWords<'_>) -> Option<(usize, usize)> {
    let open = sentence[..own.lead].rfind('(').filter(|_| own.is_aside)? + 1;
    let end = own.place.end + sentence[own.place.end..].find(')')?;
    let mut start = open;
    let mut all = sentence[open..end].split_inclusive(' ');
    let (first, second) = (all.next()?, all.next()?);
    let is_relative = |word: &str| words.grammar.relatives.contains(&word.trim_end());
    if words.is_preposition(first.trim_end()) && is_relative(second) {
        start += first.len() + second.len();
    }
    let is_told = start < own.lead && words.verb(&sentence[start..end]).is_some_and(|at| at > 0);
    is_told.then_some((start, end))
}

/// Where the clause of a date begins.
fn start(sentence: &str, own: &Mention, all: &[Mention], words: TitleWords<'_>) -> usize {
    let lead = lead(sentence, own, words);
    let before = &sentence[..lead];
    let other = all.iter().map(|one| one.place.end).filter(|end| *end <= lead).max();
    let told_after = is_told(&sentence[own.place.end..], words);
    let first_verb = words.verb_place(before);
    let is_verb_next = words.verb(&sentence[own.place.end..]) == Some(0);
    let places = MARKS.iter().flat_map(|&(mark, is_sure)| {
        before.match_indices(mark).map(move |(at, _)| (at, at + mark.len(), mark, is_sure))
    });
    let places = places.filter(|&(_, next, ..)| !is_about_noun(&sentence[next..], words));
    let opens = places.filter(|&(at, next, mark, is_sure)| {
        let rest = &sentence[next..];
        let is_long = before[..at].chars().take(SHORTEST).count() == SHORTEST;
        let letters = before[next..].chars().filter(|c| c.is_alphabetic()).take(6).count();
        let is_after = other.is_some_and(|end| end <= next);
        let is_dated = (next == lead || letters == 0) && told_after;
        let is_free = [Locale::De, Locale::Es, Locale::Ru].contains(&words.language.locale);
        let is_next = words.language.locale == Locale::Ru && is_after;
        let is_parted = mark != ", " || is_free && is_verb_next || is_next;
        is_sure && is_long
            || is_parted && is_dated && first_verb < at
            || mark != ", "
                && is_after
                && letters > 5
                && !mark.starts_with(' ')
                && is_whole(rest, words)
            || is_predicate(&before[..at], rest, mark, words)
            || is_long && mark.starts_with(' ') && is_pronoun_told(rest, words)
            || REASONS.contains(&mark) && letters > 5 && is_whole(rest, words)
            || is_apart(own, (at, mark, rest), words) && letters > 5 && is_whole(rest, words)
            || mark.starts_with(' ')
                && is_told_before(before, at, other, words)
                && is_after
                && letters > 5
                && is_whole(rest, words)
    });
    opens.map(|(_, next, ..)| next).max().unwrap_or(0)
}

/// Whether a clause after ", and" stands for itself: its date is in brackets, or it comes late and
/// has a subject of its own.
fn is_apart(own: &Mention, (at, mark, rest): (usize, &str, &str), words: TitleWords<'_>) -> bool {
    let is_joint = mark.starts_with(", ") && mark.ends_with(' ') && mark != ", ";
    let is_late = at > 3 * LONGEST && words.grammar.is_determiner(&first_word(rest));
    is_joint && (own.is_aside || is_late)
}

/// Whether what follows a mark is about the noun before it: for which.
fn is_about_noun(rest: &str, words: TitleWords<'_>) -> bool {
    let first = rest.split(' ').next().unwrap_or_default();
    let is_one = match words.language.locale {
        Locale::En => true,
        Locale::Fr | Locale::Es => ["qui", "que", "dont", "quien"].contains(&first),
        _ => false,
    };
    is_one && words.grammar.relatives.contains(&first)
}

/// Whether a verb, or a date, is in the part of a text before a joint.
fn is_told_before(before: &str, at: usize, other: Option<usize>, words: TitleWords<'_>) -> bool {
    let part = [", ", "; "].iter().filter_map(|mark| before[..at].rfind(mark)).max();
    let from = part.map_or(0, |at| at + 2);
    other.is_some_and(|end| end >= from) || words.verb(&before[from..at]).is_some()
}

/// Whether a verb is in what follows a date.
fn is_told(rest: &str, words: TitleWords<'_>) -> bool {
    let part = rest.split(';').next().unwrap_or_default();
    !words.grammar.is_known() || words.verb(part).is_some()
}

/// Whether what follows a mark is told of the subject before it: it begins with a verb.
fn is_predicate(before: &str, rest: &str, mark: &str, words: TitleWords<'_>) -> bool {
    let first = first_word(rest);
    let before = before.rsplit("; ").next().unwrap_or_default();
    let is_lower = rest.starts_with(char::is_lowercase);
    let is_verb = match mark {
        ", " => words.grammar.is_finite(&first) && !is_open(before, words),
        ": " | " — " => false,
        _ => words.grammar.is_verb(&first, None),
    };
    is_lower && is_verb && words.verb(before).is_some()
}

/// Whether a text ends with what only stands in between: a clause about a noun, a name.
fn is_open(text: &str, words: TitleWords<'_>) -> bool {
    let Some((head, last)) = text.rsplit_once(", ") else { return words.verb(text).is_none() };
    let is_relative = kind(last, words) == PartKind::Relative;
    let is_noun = words.verb(head).is_none() && !head.contains(", ");
    // The ship leaves the port, sailing north, and reaches the island.
    let is_told =
        is_present(last) && head.split(", ").any(|part| kind(part, words) == PartKind::Whole);
    !is_told
        && (is_relative
            || words.verb(last).is_none()
            || kind(last, words) == PartKind::Participle && is_noun)
}

/// Whether a text begins with a pronoun and its verb.
fn is_pronoun_told(text: &str, words: TitleWords<'_>) -> bool {
    let Some((first, rest)) = text.split_once(' ') else { return false };
    words.grammar.pronouns.contains(&first) && words.verb(rest) == Some(0)
}

/// Whether a text up to its next comma has a subject and a verb.
fn is_whole(text: &str, words: TitleWords<'_>) -> bool {
    let part = text.split([',', ';']).next().unwrap_or_default();
    !words.grammar.is_known() || words.verb(part).is_some_and(|at| at > 0)
}

/// Where clauses end after the byte `after`.
fn ends<'a>(
    sentence: &'a str,
    after: usize,
    all: &'a [Mention],
    words: TitleWords<'a>,
) -> impl Iterator<Item = usize> + 'a {
    let tail = &sentence[after..];
    let first_verb = words.verb_place(sentence);
    let places = MARKS.iter().filter(|(mark, _)| ![": ", " — "].contains(mark));
    let places = places.flat_map(move |&(mark, is_sure)| {
        tail.match_indices(mark)
            .map(move |(at, _)| (after + at, after + at + mark.len(), mark, is_sure))
    });
    let places = places.filter(move |&(_, next, ..)| !is_about_noun(&sentence[next..], words));
    let ends = places.filter(move |&(at, next, mark, is_sure)| {
        let (before, rest) = (&sentence[..at], &sentence[next..]);
        let is_long = before.chars().take(2 * SHORTEST).count() == 2 * SHORTEST;
        let is_led = mark != ", " && mark != "; ";
        let has_verb = first_verb < at;
        is_sure && (is_long || has_verb)
            || is_led && has_verb && begins(sentence, all, next, words)
            || is_led && has_verb && mark.starts_with(',') && is_whole(rest, words) && is_long
            || is_predicate(before, rest, mark, words) && !is_verb_last(before, words)
    });
    ends.map(|(at, ..)| at)
}

/// Whether a text ends with a verb that has its object after the next one: he met and beat a host.
fn is_verb_last(text: &str, words: TitleWords<'_>) -> bool {
    let mut all = text.rsplit(' ');
    let last = all.next().unwrap_or_default();
    words.language.locale == Locale::En
        && words.grammar.is_verb(last, all.next())
        && !last.ends_with(|c: char| !c.is_alphanumeric())
}

/// Whether a date begins at a byte, and something is told of it.
fn begins(sentence: &str, all: &[Mention], at: usize, words: TitleWords<'_>) -> bool {
    let own = all.iter().find(|one| lead(sentence, one, words) == at);
    own.is_some_and(|own| is_told(&sentence[own.place.end..], words))
}

/// Where the clause begins that a word like "when" leads, if a date stands in it and far from the
/// beginning of its sentence.
fn subordinate(sentence: &str, own: &Mention, all: &[Mention], words: TitleWords<'_>) -> usize {
    let before = &sentence[..lead(sentence, own, words)];
    let other = all.iter().map(|one| one.place.end).filter(|end| *end <= before.len()).max();
    let is_near = before.chars().count() <= LONGEST && other.is_none();
    if words.language.has_inversion || is_near {
        return 0;
    }
    let ends = words.grammar.subordinates.iter().filter_map(|word| {
        let word = format!(" {word} ");
        let at = before.rfind(&word)? + 1;
        let end = at + word.len() - 1;
        let is_clause = without_led(&sentence[at..], words).len() == sentence.len() - at;
        (is_clause && is_whole(&sentence[end..], words)).then_some(end)
    });
    let has_words = |end: &usize| before[*end..].chars().count() >= SHORTEST;
    ends.filter(has_words).max().unwrap_or(0)
}

/// Who or what a sentence tells of.
pub(super) fn subject_of(text: &str, all: &[Mention], words: TitleWords<'_>) -> Option<String> {
    Some(subject(text, all, words)?.name)
}

/// Whether a clause of a sentence after the first has a subject of its own.
pub(super) fn has_other(text: &str, words: TitleWords<'_>) -> bool {
    let marks = ["; ", ", and ", ", but ", ", while "];
    marks.iter().flat_map(|mark| text.match_indices(mark)).any(|(at, mark)| {
        let rest = text[at + mark.len()..].split([',', ';']).next().unwrap_or_default();
        let before =
            words.verb(rest).and_then(|verb| rest.split_whitespace().nth(verb.checked_sub(1)?));
        before.is_some_and(|before| !words.grammar.pronouns.contains(&before))
    })
}

/// Words of the longest subject.
const MOST_WORDS: usize = 9;

/// Who or what a text tells of: the words before its first verb, without the time.
fn subject(text: &str, all: &[Mention], words: TitleWords<'_>) -> Option<Subject> {
    let opening = all.iter().find(|one| text[..one.lead.min(text.len())].trim().is_empty());
    let from = opening.map_or(0, |one| one.place.end.min(text.len()));
    let text = openings::without_adverb(text[from..].trim_start_matches([',', ' ']));
    let parts: Vec<&str> = text.split(", ").collect();
    let kinds: Vec<PartKind> = parts.iter().map(|part| kind(part, words)).collect();
    let at = kinds.iter().position(|kind| matches!(kind, PartKind::Verb | PartKind::Whole))?;
    let verb = words.verb(parts[at])?;
    let all: Vec<&str> = parts[at].split_whitespace().collect();
    let found = match verb {
        0 => (*parts[..at]
            .iter()
            .zip(&kinds)
            .find(|(part, kind)| **kind == PartKind::Noun && !is_present(part))?
            .0)
            .to_owned(),
        _ => nearest(&all[..verb], words).join(" "),
    };
    let first = first_word(&found);
    let is_led =
        words.is_preposition(&first) || words.grammar.subordinates.contains(&first.as_str());
    let count = found.split_whitespace().count();
    let is_sound = !is_led && (1..=MOST_WORDS).contains(&count) && !found.contains(['(', '"', ':']);
    let being = all.get(verb).filter(|verb| words.grammar.being.contains(verb));
    is_sound.then(|| Subject {
        name: found,
        being: being.map(|verb| (*verb).to_owned()),
        is_far: false,
    })
}

/// A clause with the subject that it leaves to one before it, or names by a pronoun.
pub(super) fn with_subject(text: &str, subject: &Subject, words: TitleWords<'_>) -> String {
    let told = text.trim_start_matches(|c: char| c == MARK || c.is_whitespace());
    let mark = if text.starts_with(MARK) { MARK.to_string() } else { String::new() };
    mark + &with_name(told, subject, words)
}

/// A text without the long phrase before its verb, if that has no subject: after years of strife
/// and neglect was sold.
fn without_led<'a>(text: &'a str, words: TitleWords<'_>) -> &'a str {
    let Some(verb) = words.verb(text).filter(|_| words.is_preposition(&first_word(text))) else {
        return text;
    };
    let articles = ["the", "a", "an", "his", "her", "its", "their", "le", "la", "les", "un", "une"];
    let is_name = |word: &str| articles.contains(&word) || word.contains(char::is_uppercase);
    let is_loose = verb > 4 && !text.split_whitespace().take(verb).any(is_name);
    if is_loose { &text[words.verb_place(text)..] } else { text }
}

fn with_name(text: &str, subject: &Subject, words: TitleWords<'_>) -> String {
    let name = &subject.name;
    let told = text.len();
    let text = without_led(text, words);
    let Some((first, rest)) = text.split_once(' ') else { return format!("{name} {text}") };
    let lower = first.trim_end_matches(MARK).to_lowercase();
    let is_pronoun = words.grammar.pronouns.contains(&lower.as_str());
    if is_pronoun && words.language.locale == Locale::Fr && !is_of_gender(&lower, name) {
        return text.to_owned();
    }
    if is_pronoun && words.verb(rest) == Some(0) {
        // A fever seized him, and he died.
        let is_thing = ["he", "she"].contains(&lower.as_str())
            && words.grammar.is_determiner(&first_word(name));
        return if is_thing { text.to_owned() } else { format!("{name} {rest}") };
    }
    if text.len() == told && (subject.is_far || words.verb(text) != Some(0)) {
        return text.to_owned();
    }
    // He was caught and drifted, but: it was bought and sold to the crown.
    let next = rest.trim_start_matches(MARK).split(' ').next().unwrap_or_default();
    let is_passive = words.grammar.is_participle(&lower)
        && (next == "by" || words.is_preposition(next) && !lower.ends_with("ed"));
    match subject.being.as_ref().filter(|_| is_passive) {
        Some(being) => format!("{name} {being} {text}"),
        None => format!("{name} {text}"),
    }
}

/// Whether a French pronoun can stand for a noun, by its article.
fn is_of_gender(pronoun: &str, name: &str) -> bool {
    let article = first_word(name);
    match article.as_str() {
        "le" | "un" | "ce" | "cet" | "son" => pronoun == "il",
        "la" | "une" | "cette" | "sa" => pronoun == "elle",
        "les" | "des" | "ces" | "ses" => pronoun.ends_with('s'),
        "l" => false,
        _ => true,
    }
}
