//! Turkish.

use super::Language;

pub(super) const TURKISH: Language = Language {
    code: "tr",
    months: [
        &["ocak", "oca"],
        &["şubat", "şub"],
        &["mart", "mar"],
        &["nisan", "nis"],
        &["mayıs", "may"],
        &["haziran", "haz"],
        &["temmuz", "tem"],
        &["ağustos", "ağu"],
        &["eylül", "eyl"],
        &["ekim", "eki"],
        &["kasım", "kas"],
        &["aralık", "ara"],
    ],
    ..Language::EMPTY
};
