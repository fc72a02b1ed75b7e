//! Words that cells of some columns must be, with their meaning.

use crate::event::{Importance, Kind};

/// What an importance may be called, if it is no number.
pub(super) const IMPORTANCES: [(&str, Importance); 14] = [
    ("low", Importance::MINOR),
    ("minor", Importance::MINOR),
    ("normal", Importance::NORMAL),
    ("medium", Importance::NORMAL),
    ("high", Importance::MAJOR),
    ("major", Importance::MAJOR),
    ("lowest", Importance::MINOR),
    ("very low", Importance::MINOR),
    ("trivial", Importance::MINOR),
    ("highest", Importance::MAJOR),
    ("very high", Importance::MAJOR),
    ("critical", Importance::MAJOR),
    ("urgent", Importance::MAJOR),
    ("blocker", Importance::MAJOR),
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

/// The kind of the row of TimelineJS that heads its figure, which is an event if it has a date.
pub(super) const TITLE_KIND: &str = "title";

/// Whether a text is one of some words, in any case of letters.
pub(super) fn is_word<T>(text: &str, words: &[(&str, T)]) -> bool {
    words.iter().any(|(word, _)| word.eq_ignore_ascii_case(text))
}
