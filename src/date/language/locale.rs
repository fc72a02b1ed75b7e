//! The languages that dates are read and printed in, by their codes.

use std::str::FromStr;

/// A language that dates are read and printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Locale {
    /// Arabic.
    Ar,
    /// Arabic with the digits of Egypt.
    ArEg,
    /// Catalan.
    Ca,
    /// Czech.
    Cs,
    /// Danish.
    Da,
    /// German.
    De,
    /// Greek.
    El,
    /// English, with short names of months.
    #[default]
    En,
    /// English of Britain.
    EnGb,
    /// English of the United States.
    EnUs,
    /// Spanish.
    Es,
    /// Finnish.
    Fi,
    /// French.
    Fr,
    /// Hindi.
    Hi,
    /// Hungarian.
    Hu,
    /// Italian.
    It,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Norwegian.
    Nb,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Portuguese.
    Pt,
    /// Romanian.
    Ro,
    /// Russian.
    Ru,
    /// Swedish.
    Sv,
    /// Turkish.
    Tr,
    /// Ukrainian.
    Uk,
    /// Urdu.
    Ur,
    /// Chinese.
    Zh,
}

impl Locale {
    /// All languages with their codes, as in BCP 47.
    pub const ALL: [(Self, &'static str); 29] = [
        (Self::Ar, "ar"),
        (Self::ArEg, "ar-EG"),
        (Self::Ca, "ca"),
        (Self::Cs, "cs"),
        (Self::Da, "da"),
        (Self::De, "de"),
        (Self::El, "el"),
        (Self::En, "en"),
        (Self::EnGb, "en-GB"),
        (Self::EnUs, "en-US"),
        (Self::Es, "es"),
        (Self::Fi, "fi"),
        (Self::Fr, "fr"),
        (Self::Hi, "hi"),
        (Self::Hu, "hu"),
        (Self::It, "it"),
        (Self::Ja, "ja"),
        (Self::Ko, "ko"),
        (Self::Nb, "nb"),
        (Self::Nl, "nl"),
        (Self::Pl, "pl"),
        (Self::Pt, "pt"),
        (Self::Ro, "ro"),
        (Self::Ru, "ru"),
        (Self::Sv, "sv"),
        (Self::Tr, "tr"),
        (Self::Uk, "uk"),
        (Self::Ur, "ur"),
        (Self::Zh, "zh"),
    ];

    /// Its code, as in BCP 47: de, en-US.
    pub fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(locale, _)| *locale == self).map_or("en", |(_, code)| code)
    }
}

impl FromStr for Locale {
    type Err = String;

    /// A code as in BCP 47; a region that has no forms of its own means nothing.
    fn from_str(text: &str) -> Result<Self, String> {
        let code = text.trim().replace('_', "-");
        let of = |code: &str| Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(code));
        let language = || match code.split(['-', '.']).next().unwrap_or_default() {
            // Both Norwegian languages are read by one table.
            "no" | "nn" => of("nb"),
            language => of(language),
        };
        of(&code).or_else(language).map(|&(locale, _)| locale).ok_or_else(|| {
            let codes = Self::ALL.map(|(_, code)| code).join(", ");
            format!("unknown language; choose {codes}")
        })
    }
}
