//! Whether a sentence tells of what is still to come.

use super::languages::DraftLanguage;
use super::lexemes::Lexeme;
use crate::date::Locale;

/// Whether a sentence tells of what is still to come, by a word like "will".
pub(super) fn is_future(all: &[Lexeme<'_>], language: &DraftLanguage) -> bool {
    let has_infinitive = || (0..all.len()).any(|at| is_infinitive(all, at));
    (0..all.len()).filter(|at| all[*at].is_in(language.future)).any(|at| match language.locale {
        // Er wird geboren, er wird Bürgermeister, but: er wird kommen.
        Locale::De if all[at].is_in(&["wird", "werden"]) => has_infinitive(),
        // Он должен был сдать город.
        Locale::Ru => !all.get(at + 1).is_some_and(|next| next.is_in(&["был", "была", "были"])),
        _ => true,
    })
}

/// Whether a German infinitive ends a clause at a place, without "zu".
fn is_infinitive(all: &[Lexeme<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &all[at]);
    let is_end = all.get(at + 1).is_none_or(|next| next.sign().is_some());
    let is_led = before(1).is_some_and(|one| one.is_in(&["zu"]));
    let word = &all[at];
    let is_passive = before(1).is_some_and(|one| is_participle(&one.lower));
    let is_one = match word.is_in(&["werden", "sein"]) {
        true => is_passive,
        false => {
            ["en", "eln", "ern"].iter().any(|ending| word.lower.ends_with(ending))
                && !is_participle(&word.lower)
        }
    };
    is_end && is_one && !is_led && !word.is_capital()
}

/// Whether a German word is a participle by its form: geboren, abgerissen, gegründet, eröffnet.
fn is_participle(word: &str) -> bool {
    let prefixes = ["be", "ver", "er", "ent", "zer", "miss", "über", "unter", "wider", "ge"];
    let separable = ["ab", "an", "auf", "aus", "bei", "ein", "fest", "her", "hin", "mit", "nach"];
    let rest = separable.iter().find_map(|prefix| word.strip_prefix(prefix)).unwrap_or(word);
    let is_past = rest.starts_with("ge") || word.contains("gege") || word.contains("zuge");
    is_past && (word.ends_with('t') || word.ends_with("en"))
        || word.ends_with('t') && prefixes.iter().any(|prefix| word.starts_with(prefix))
        || word.ends_with("iert")
}
