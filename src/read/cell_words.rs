//! Words that cells of some columns must be, with their meaning.

use crate::event::{Importance, Kind};

/// What an importance may be called.
pub(super) const IMPORTANCES: [(&str, Importance); 9] = [
    ("low", Importance::Minor),
    ("minor", Importance::Minor),
    ("1", Importance::Minor),
    ("normal", Importance::Normal),
    ("medium", Importance::Normal),
    ("2", Importance::Normal),
    ("high", Importance::Major),
    ("major", Importance::Major),
    ("3", Importance::Major),
];

/// What a kind may be called.
pub(super) const KINDS: [(&str, Kind); 6] = [
    ("event", Kind::Point),
    ("point", Kind::Point),
    ("span", Kind::Span),
    ("era", Kind::Era),
    ("marker", Kind::Marker),
    ("holiday", Kind::Holiday),
];

/// Whether a text is one of some words, in any case of letters.
pub(super) fn is_word<T>(text: &str, words: &[(&str, T)]) -> bool {
    words.iter().any(|(word, _)| word.eq_ignore_ascii_case(text))
}
