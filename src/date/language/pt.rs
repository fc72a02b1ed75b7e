//! Portuguese.

use super::Language;

pub(super) const PORTUGUESE: Language = Language {
    code: "pt",
    months: [
        &["janeiro", "jan"],
        &["fevereiro", "fev"],
        &["março", "mar"],
        &["abril", "abr"],
        &["maio", "mai"],
        &["junho", "jun"],
        &["julho", "jul"],
        &["agosto", "ago"],
        &["setembro", "set"],
        &["outubro", "out"],
        &["novembro", "nov"],
        &["dezembro", "dez"],
    ],
    ignored: &["do"],
    ..Language::EMPTY
};
