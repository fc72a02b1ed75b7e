//! A sentence as a title: the clause that its date stands in, with its subject and without the
//! date, cut where a part of it ends.
//!
//! ```text
//! sentence --coordinate--> clause --dated--> without its date --parts or german--> what happened
//!   --fit--> at most 60 characters
//! ```

mod coordinate;
mod dated;
mod fit;
mod gapped;
mod german;
mod grammar;
mod kinds;
mod names;
mod openings;
mod parts;
mod topics;

use super::languages::DraftLanguage;
use super::mentions::Mention;
use crate::date::Locale;
use grammar::Grammar;
pub(super) use topics::Topics;

/// Characters of the longest title.
const LONGEST: usize = 60;

/// Characters of the shortest clause that is a title by itself.
const SHORTEST: usize = 15;

/// What stands where the date was.
const MARK: char = '\u{E000}';

/// What the steps from a sentence to a title share.
#[derive(Clone, Copy)]
struct TitleWords<'a> {
    language: &'a DraftLanguage,
    grammar: &'a Grammar,
}

impl TitleWords<'_> {
    fn is_preposition(self, word: &str) -> bool {
        self.language.prepositions.contains(&word.to_lowercase().as_str())
    }

    fn is_joint(self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.language.clauses.contains(&word.as_str())
            || self.language.joints.contains(&word.as_str())
    }

    /// Whether a French word is a verb by the pronoun before it: ils y atterrent.
    fn is_after_pronoun(self, words: &[&str], at: usize) -> bool {
        let is_clitic = |word: &&&str| self.grammar.clitics.contains(*word);
        let before = words[..at].iter().rev().find(|word| !is_clitic(word));
        let is_subject = |word: &str| word == "je" || self.grammar.pronouns.contains(&word);
        self.language.locale == Locale::Fr
            && words[at].starts_with(char::is_lowercase)
            && !self.grammar.clitics.contains(&words[at])
            && before.is_some_and(|word| is_subject(&word.to_lowercase()))
    }

    /// Whether a Spanish or French word is a verb by the pronoun before it: se traslada, se voit.
    fn is_reflexive(self, words: &[&str], at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| words[at].to_lowercase());
        let infinitives: &[&str] = match self.language.locale {
            Locale::Es => &["ar", "er", "ir"],
            Locale::Fr => &["er", "ir", "re"],
            _ => return false,
        };
        before.is_some_and(|before| before == "se")
            && words[at].starts_with(char::is_lowercase)
            && !infinitives.iter().any(|ending| words[at].ends_with(ending))
    }

    /// Whether a text begins with its verb, as the languages may that leave pronouns out.
    fn begins_with_verb(self, words: &[&str]) -> bool {
        let is_free = match self.language.locale {
            Locale::Es => true,
            // Людмила вышла.
            Locale::Ru => {
                let part = words.iter().position(|word| word.ends_with(','));
                let part = &words[..part.map_or(words.len(), |at| at + 1)];
                !part.iter().skip(1).any(|word| self.grammar.is_verb(word, None))
            }
            _ => false,
        };
        is_free
            && words.first().is_some_and(|word| self.grammar.is_verb(&word.to_lowercase(), None))
    }

    /// The byte of the first finite verb of a text, or its end.
    fn verb_place(self, text: &str) -> usize {
        let verb = self.verb(text).and_then(|at| text.split_whitespace().nth(at));
        // A word is a part of its text.
        verb.map_or(text.len(), |word| word.as_ptr().addr() - text.as_ptr().addr())
    }

    /// The place of the first finite verb of a text, in words, with what belongs to it.
    fn verb(self, text: &str) -> Option<usize> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_verb = |at: &usize| {
            let before = at.checked_sub(1).map(|before| words[before]);
            self.grammar.is_verb(words[*at].rsplit(['\'', '’']).next().unwrap_or_default(), before)
                || self.is_after_pronoun(&words, *at)
                || self.is_reflexive(&words, *at)
                || *at == 0 && self.begins_with_verb(&words)
        };
        let at = (0..words.len()).find(is_verb)?;
        let is_clitic = |word: &str| self.grammar.clitics.contains(&word.to_lowercase().as_str());
        let count = words[..at].iter().rev().take_while(|word| is_clitic(word)).count();
        Some(at - count)
    }
}

/// A title.
pub(super) struct Title {
    pub text: String,
    /// Whether its subject is that of a sentence before.
    pub is_named: bool,
}

/// The title of what a sentence says of one of its dates.
pub(super) fn title(
    sentence: &str,
    own: &Mention,
    (all, topics): (&[Mention], &Topics),
    language: &DraftLanguage,
) -> Title {
    let words = TitleWords { language, grammar: Grammar::of(language) };
    let item = names::item_before(sentence, own, all, words);
    if let Some(item) = item.or_else(|| names::name_before(sentence, own, language)) {
        return Title { text: item, is_named: false };
    }
    let (sentence, own, all) = near(sentence, own, all);
    let (own, all) = listed(sentence, &own, &all, language);
    let (own, all) = (&own, all.as_slice());
    let clause = coordinate::clause(sentence, own, all, words);
    let gapped = gapped::told(
        sentence,
        (clause.start..clause.end, clause.subject.is_some()),
        own,
        (all, words),
    );
    let dated = dated::dated(sentence, &clause, own, words);
    let of_subject = |text: &str| match &clause.subject {
        Some(subject) => coordinate::with_subject(text, subject, words),
        None => text.to_owned(),
    };
    let text = of_subject(&openings::without(&dated.without, words));
    let text = match language.locale {
        Locale::De => german::main(&text, &openings::without(&dated.with, words), words),
        _ => parts::main(&text, words),
    };
    let text = gapped.unwrap_or(text);
    let is_pronoun = words.grammar.pronouns.contains(&first_word(&text).as_str());
    let has_other = clause.subject.as_ref().is_some_and(|subject| subject.is_rival(words));
    let text = if is_pronoun { text } else { of_subject(&text) };
    let text = openings::without_joint(&text, words);
    let named = topics.named(text).filter(|_| !(is_pronoun && has_other));
    let is_named = named.is_some();
    let text = named.unwrap_or_else(|| text.to_owned());
    let fitted = fit::fit(&text, words);
    let is_said = fitted.chars().filter(|c| c.is_alphanumeric()).count() >= 3;
    let text = capital(&if is_said { fitted } else { fit::fit(sentence, words) });
    Title { text, is_named: is_named && is_said }
}

/// A date with those that are listed with it, as one: July 1, 2 and 3.
fn listed(
    sentence: &str,
    own: &Mention,
    all: &[Mention],
    language: &DraftLanguage,
) -> (Mention, Vec<Mention>) {
    let is_list = |from: usize, to: usize| {
        let between = sentence.get(from..to).unwrap_or("x").split([' ', ',']);
        between.filter(|word| !word.is_empty()).all(|word| {
            language.joints.contains(&word) || ["the", "early", "late", "mid"].contains(&word)
        })
    };
    let mut one = own.clone();
    let mut others: Vec<Mention> = Vec::new();
    for other in all.iter().rev() {
        match other.place.end <= one.place.start && is_list(other.place.end, one.place.start) {
            true => (one.lead, one.place.start) = (other.lead, other.place.start),
            false => others.push(other.clone()),
        }
    }
    others.reverse();
    others.retain(|other| {
        let is_next =
            other.place.start >= one.place.end && is_list(one.place.end, other.place.start);
        if is_next {
            one.place.end = other.place.end;
        }
        !is_next
    });
    (one, others)
}

/// Bytes before and after a date that its title is made of.
const NEAR: usize = 500;

/// The part of a sentence that is near to a date, with the dates in it.
fn near<'a>(sentence: &'a str, own: &Mention, all: &[Mention]) -> (&'a str, Mention, Vec<Mention>) {
    let from = sentence.ceil_char_boundary(own.lead.saturating_sub(NEAR));
    let from = if from == 0 {
        0
    } else {
        sentence[from..own.lead].find(' ').map_or(own.lead, |at| from + at + 1)
    };
    let to = sentence.floor_char_boundary(sentence.len().min(own.place.end + NEAR));
    let is_in = |one: &&Mention| one.lead >= from && one.place.end <= to;
    let all = all.iter().filter(is_in).map(|one| one.shifted(from)).collect();
    (&sentence[from..to], own.shifted(from), all)
}

/// The byte where the words before a date begin, without the "and" before them.
fn lead(sentence: &str, own: &Mention, words: TitleWords<'_>) -> usize {
    let said = &sentence[own.lead..own.place.start];
    let Some((first, _)) = said.split_once(' ') else { return own.lead };
    // After a comma an article is a pronoun: "die Kommission, die 1997 …".
    let is_relative =
        sentence[..own.lead].ends_with(", ") && words.grammar.relatives.contains(&first);
    let is_joint = words.language.joints.contains(&first);
    if is_joint || is_relative { own.lead + first.len() + 1 } else { own.lead }
}

/// The first word of a text, in lower case.
fn first_word(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
}

/// A text whose first letter is a capital.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
