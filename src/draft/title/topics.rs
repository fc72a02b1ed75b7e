//! Who and what the sentences before tell of, for titles that would begin with a pronoun.

use super::grammar::Grammar;
use super::{TitleWords, coordinate};
use crate::date::Locale;
use crate::draft::languages::DraftLanguage;
use crate::draft::mentions::Mention;

/// The subjects that were told of last in a passage.
#[derive(Clone, Debug, Default)]
pub(in crate::draft) struct Topics {
    person: Option<String>,
    thing: Option<String>,
    several: Option<String>,
}

impl Topics {
    /// Takes the subject of a sentence.
    pub(in crate::draft) fn tell(
        &mut self,
        sentence: &str,
        all: &[Mention],
        language: &DraftLanguage,
    ) {
        if language.locale != Locale::En {
            return;
        }
        let words = TitleWords { language, grammar: Grammar::of(language) };
        let Some(name) = coordinate::subject_of(sentence, all, words) else {
            (self.thing, self.several) = (None, None);
            return;
        };
        let first = super::first_word(&name);
        if words.grammar.pronouns.contains(&first.as_str()) || OWNED.contains(&first.as_str()) {
            return;
        }
        let last = name.rsplit(' ').next().unwrap_or_default();
        let is_people = first == "the" && name.split(' ').count() == 2 && is_capital(last);
        let is_many = last.ends_with('s') && !last.ends_with("ss") && !is_capital(last)
            || is_people
            || MANY.contains(&first.as_str())
            || name.contains(" and ");
        if is_name(&name) {
            self.person = Some(name.clone());
        }
        // Whichever of two subjects it is.
        let is_unsure = coordinate::has_other(sentence, words);
        match is_many {
            _ if is_unsure => (self.thing, self.several) = (None, None),
            true => self.several = Some(name),
            false => (self.thing, self.several) = (Some(name), None),
        }
    }

    /// A title whose pronoun is replaced by what it stands for, if that is known.
    pub(super) fn named(&self, title: &str) -> Option<String> {
        let (first, rest) = title.split_once(' ')?;
        let topic = match first.to_lowercase().as_str() {
            "he" | "she" => self.person.as_ref(),
            "it" if !is_empty(rest) => self.thing.as_ref(),
            "they" => self.several.as_ref(),
            _ => None,
        };
        Some(format!("{} {rest}", topic?))
    }
}

/// Words that say whose a thing is.
const OWNED: [&str; 8] = ["his", "her", "its", "their", "this", "that", "these", "there"];

/// Words for more than one.
const MANY: [&str; 12] = [
    "two", "three", "four", "five", "six", "several", "some", "many", "both", "few", "most", "all",
];

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a subject is a name alone.
fn is_name(name: &str) -> bool {
    let is_part =
        |word: &str| is_capital(word) || ["de", "van", "von", "of", "la", "al"].contains(&word);
    name.split(' ').all(is_part) && !name.starts_with("The ") && !name.starts_with("A ")
}

/// Whether "it" stands for nothing: it was clear that.
fn is_empty(rest: &str) -> bool {
    let mut words = rest.split(' ');
    let is_being = ["was", "is", "became"].contains(&words.next().unwrap_or_default());
    let next = words.next().unwrap_or_default();
    is_being
        && !next.ends_with("ed")
        && ![
            "built", "begun", "found", "made", "sold", "won", "taken", "lost", "given", "brought",
            "led",
        ]
        .contains(&next)
}
