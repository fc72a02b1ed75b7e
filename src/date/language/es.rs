//! Spanish.

use super::Language;

pub(super) const SPANISH: Language = Language {
    code: "es",
    months: [
        &["enero", "ene"],
        &["febrero", "feb"],
        &["marzo", "mar"],
        &["abril", "abr"],
        &["mayo", "may"],
        &["junio", "jun"],
        &["julio", "jul"],
        &["agosto", "ago"],
        &["septiembre", "setiembre", "sept", "sep"],
        &["octubre", "oct"],
        &["noviembre", "nov"],
        &["diciembre", "dic"],
    ],
    ignored: &["de", "del"],
    ordinal_endings: &["º", "ª"],
    ..Language::EMPTY
};
