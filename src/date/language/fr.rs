//! French.

use super::Language;

pub(super) const FRENCH: Language = Language {
    code: "fr",
    months: [
        &["janvier", "janv"],
        &["février", "févr", "fév"],
        &["mars"],
        &["avril", "avr"],
        &["mai"],
        &["juin"],
        &["juillet", "juil"],
        &["août"],
        &["septembre", "sept"],
        &["octobre", "oct"],
        &["novembre", "nov"],
        &["décembre", "déc"],
    ],
    ignored: &["du", "le"],
    ordinal_endings: &["er", "ème", "e"],
    ..Language::EMPTY
};
