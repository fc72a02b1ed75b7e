//! Urdu.

use super::Language;

pub(super) const URDU: Language = Language {
    code: "ur",
    months: [
        &["جنوری"],
        &["فروری"],
        &["مارچ"],
        &["اپریل"],
        &["مئی"],
        &["جون"],
        &["جولائی"],
        &["اگست"],
        &["ستمبر"],
        &["اکتوبر"],
        &["نومبر"],
        &["دسمبر"],
    ],
    ..Language::EMPTY
};
