//! The words by which clauses are told apart: verbs, and the words that open clauses.

mod de;
mod en;
mod es;
mod fr;
mod ru;

use crate::date::Locale;
use crate::draft::languages::{DraftLanguage, WordList};

/// What tells clauses of a language apart, all in lower case.
pub(super) struct Grammar {
    /// Finite verbs, auxiliary ones first.
    verbs: WordList,
    /// Endings that hardly any other words have.
    endings: WordList,
    /// Verbs of the list that are participles, too.
    participles: WordList,
    /// Articles and the like: what follows one is no verb.
    pub determiners: WordList,
    /// Pronouns that can be a subject.
    pub pronouns: WordList,
    /// Words that open a clause about the noun before it.
    pub relatives: WordList,
    /// Words that open a clause which says when or why.
    pub subordinates: WordList,
    /// Small words before a verb that belong to it.
    pub clitics: WordList,
    /// Forms of the verb "be" before participles.
    pub being: WordList,
    /// Verbs that say nothing without their time.
    pub lasting: WordList,
}

impl Grammar {
    /// That of a language; an empty one for languages whose verbs are not known.
    pub(super) fn of(language: &DraftLanguage) -> &'static Self {
        match language.locale {
            Locale::En => &en::GRAMMAR,
            Locale::De => &de::GRAMMAR,
            Locale::Fr => &fr::GRAMMAR,
            Locale::Es => &es::GRAMMAR,
            Locale::Ru => &ru::GRAMMAR,
            _ => &NONE,
        }
    }

    /// Whether a word of a text is a finite verb, by itself and by the word before it.
    pub(super) fn is_verb(&self, word: &str, before: Option<&str>) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_led = before.is_some_and(|before| self.is_determiner(before));
        if bare.starts_with(char::is_uppercase) || is_led {
            return false;
        }
        let is_long = |ending: &&&str| bare.chars().count() > ending.chars().count() + 2;
        // Repartit is partit again.
        let again = bare.strip_prefix("re").filter(|rest| rest.len() > 4);
        self.verbs.contains(&bare)
            || again.is_some_and(|rest| rest.ends_with("it") && self.verbs.contains(&rest))
            || self.endings.iter().filter(is_long).any(|ending| bare.ends_with(*ending))
    }

    /// Whether a word is a finite verb and no participle.
    pub(super) fn is_finite(&self, word: &str) -> bool {
        self.is_verb(word, None) && !self.is_participle(word)
    }

    /// Whether a word is a participle as well as a verb.
    pub(super) fn is_participle(&self, word: &str) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_regular = self.participles.contains(&"-ed") && bare.ends_with("ed");
        is_regular || self.participles.contains(&bare)
    }

    pub(super) fn is_determiner(&self, word: &str) -> bool {
        self.determiners.contains(&word.to_lowercase().as_str())
    }

    /// Whether verbs are known at all.
    pub(super) fn is_known(&self) -> bool {
        !self.verbs.is_empty()
    }
}

const NONE: Grammar = Grammar {
    verbs: &[],
    endings: &[],
    participles: &[],
    determiners: &[],
    pronouns: &[],
    relatives: &[],
    subordinates: &[],
    clitics: &[],
    being: &[],
    lasting: &[],
};
