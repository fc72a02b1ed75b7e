//! What the parts of a clause between commas are.

use super::{MARK, TitleWords, first_word};
use crate::date::Locale;

/// What a part of a clause between commas is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// It is about the noun before it: "which was opened".
    Relative,
    /// It says when or why: "when he was eight".
    Subordinate,
    /// It has no verb but a participle: "opened in May", "taking the town".
    Participle,
    /// It begins with a preposition and has no verb.
    Phrase,
    /// It has no verb.
    Noun,
    /// It begins with the verb of a subject before it.
    Verb,
    /// It has its subject and verb.
    Whole,
}

/// Settles which of the parts that begin with a participle are the verb of the clause: the last
/// one, if there is no other.
pub(super) fn settle(parts: &[&str], kinds: &mut [PartKind], words: TitleWords<'_>) {
    let is_finite = |at: usize| words.grammar.is_finite(&first_word(parts[at]));
    let is_verb = |at: usize| words.grammar.is_verb(&first_word(parts[at]), None);
    let is_past = |kinds: &[PartKind], at: usize| {
        let is_one = matches!(kinds[at], PartKind::Verb | PartKind::Participle);
        is_one && !is_finite(at) && is_verb(at)
    };
    // An engineer who had lost an arm.
    let is_relative = |word: &str| words.grammar.relatives.contains(&word);
    for at in 1..kinds.len() {
        let before = words.verb(parts[at]).map(|verb| parts[at].split_whitespace().take(verb));
        if kinds[at] == PartKind::Whole
            && at + 1 < kinds.len()
            && before.is_some_and(|mut before| before.any(is_relative))
        {
            kinds[at] = PartKind::Noun;
        }
    }
    let has_verb = (0..kinds.len())
        .any(|at| kinds[at] == PartKind::Whole || kinds[at] == PartKind::Verb && is_finite(at));
    let past: Vec<usize> = (1..kinds.len()).filter(|at| is_past(kinds, *at)).collect();
    for at in &past {
        kinds[*at] = PartKind::Participle;
    }
    if let Some(last) = past.last().filter(|_| !has_verb) {
        kinds[*last] = PartKind::Verb;
    }
}

pub(super) fn kind(part: &str, words: TitleWords<'_>) -> PartKind {
    let grammar = words.grammar;
    let mut all = part.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let bare: Vec<&str> = all.by_ref().filter(|word| !word.is_empty()).take(4).collect();
    let first = first_word(part);
    let is_first_lower = part.trim_start_matches(MARK).starts_with(char::is_lowercase);
    let verb = words.verb(&part.replace(MARK, " "));
    let is_relative = |word: &&str| grammar.relatives.contains(&word.to_lowercase().as_str());
    let is_of = bare.windows(2).any(|pair| pair[0] == "of" && is_relative(&pair[1]));
    let is_led = words.language.locale == Locale::Ru || words.is_preposition(&first);
    let is_behind = is_of || bare.len() > 1 && is_led && bare[1..].iter().any(is_relative);
    if is_first_lower && (is_relative(&first.as_str()) || is_behind) {
        return PartKind::Relative;
    }
    let is_subordinate = grammar.subordinates.contains(&first.as_str())
        && (words.language.locale == Locale::En || opens_clause(&bare));
    if verb.is_some_and(|at| at > 0) && is_subordinate {
        return PartKind::Subordinate;
    }
    if is_participle(&bare, words) {
        return PartKind::Participle;
    }
    let is_told = |word: &&str| is_adverb(&first) && grammar.is_verb(word, None);
    if is_first_lower && bare.get(1).is_some_and(is_told) {
        return PartKind::Verb;
    }
    match verb {
        Some(0) => PartKind::Verb,
        Some(_) => PartKind::Whole,
        None if words.is_preposition(&first) => PartKind::Phrase,
        None => PartKind::Noun,
    }
}

/// Whether a word as "après" leads a clause and no noun: après que, después de que, после того.
fn opens_clause(bare: &[&str]) -> bool {
    let lead = bare.first().map_or(String::new(), |word| word.to_lowercase());
    let is_both = ["après", "avant", "después", "antes", "после"].contains(&lead.as_str());
    let is_that = |word: &&str| {
        ["que", "того"].contains(word) || word.starts_with("qu'") || word.starts_with("qu’")
    };
    !is_both || bare.iter().skip(1).take(2).any(is_that)
}

/// Whether a part begins with a word as "taking".
pub(super) fn is_present(part: &str) -> bool {
    let first = first_word(part);
    first.len() > 5 && (first.ends_with("ing") || first.ends_with("sant"))
}

/// Whether a word stands before a verb and is no subject: first made.
fn is_adverb(word: &str) -> bool {
    ["first", "then", "soon", "also", "later", "finally", "again", "enfin", "puis", "ensuite"]
        .contains(&word)
        || word.len() > 5 && word.ends_with("ly")
}

/// Whether a part begins with a participle, after an adverb maybe.
fn is_participle(bare: &[&str], words: TitleWords<'_>) -> bool {
    if !bare.first().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        return false;
    }
    let adverbs = ["originally", "first", "once", "also", "now", "long", "thus", "originalmente"];
    let is_adverb = |word: &&&str| word.ends_with("ly") || adverbs.contains(*word);
    let at = bare.iter().take(2).take_while(is_adverb).count();
    let Some(word) = bare.get(at) else { return false };
    let next = bare.get(at + 1).copied().unwrap_or_default();
    // Parti d'un port.
    let next = if next.starts_with("d'") || next.starts_with("d’") { "de" } else { next };
    let is_led = words.is_preposition(next)
        || words.grammar.is_determiner(next) && words.language.locale != Locale::En
        || next.is_empty()
        || next.ends_with("ly");
    let is_past = words.grammar.is_participle(word) && (is_led || next == "as" || next == "and");
    let endings = [
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "idos",
        "idas",
        "é",
        "ée",
        "és",
        "ées",
        "nue",
        "ite",
        "ise",
        "шийся",
        "шаяся",
        "енный",
        "енная",
        "вший",
        "вшая",
        "вшим",
        "ённый",
    ];
    let is_other = words.language.locale != Locale::En
        && endings.iter().any(|ending| {
            word.ends_with(ending) && word.chars().count() > ending.chars().count() + 1
        });
    let is_present = word.len() > 5 && word.ends_with("ing");
    is_past || is_other && !words.grammar.is_verb(word, None) || is_present
}

/// The subject at the end of the words before a verb, after a phrase that says when or where.
pub(super) fn nearest<'a, 'b>(all: &'b [&'a str], words: TitleWords<'_>) -> &'b [&'a str] {
    let is_pronoun = |word: &&str| words.grammar.pronouns.contains(&word.to_lowercase().as_str());
    if all.last().is_some_and(is_pronoun) {
        return &all[all.len() - 1..];
    }
    if !all.first().is_some_and(|word| words.is_preposition(word)) {
        return all;
    }
    let is_start = |at: &usize| {
        let before = all[*at - 1];
        let is_inner = words.is_preposition(before) || words.is_joint(before);
        words.grammar.is_determiner(all[*at])
            && !words.grammar.is_determiner(before)
            && !is_inner
            && !words.is_preposition(all[*at])
    };
    (1..all.len()).rev().find(is_start).map_or_else(|| named(all, words), |from| &all[from..])
}

/// The name at the end of words after a phrase: with this instrument Berg.
fn named<'a, 'b>(all: &'b [&'a str], words: TitleWords<'_>) -> &'b [&'a str] {
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase);
    let from = all.len() - all.iter().rev().take_while(is_name).count();
    let is_noun = |word: &str| {
        !words.is_preposition(word) && !words.is_joint(word) && !words.grammar.is_determiner(word)
    };
    let is_one = words.language.locale != Locale::De
        && (2..all.len()).contains(&from)
        && is_noun(all[from - 1]);
    if is_one { &all[from..] } else { all }
}
