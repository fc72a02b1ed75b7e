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
    /// Czech.
    Cs,
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
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Portuguese.
    Pt,
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
    pub const ALL: [(Self, &'static str); 24] = [
        (Self::Ar, "ar"),
        (Self::ArEg, "ar-EG"),
        (Self::Cs, "cs"),
        (Self::De, "de"),
        (Self::El, "el"),
        (Self::En, "en"),
        (Self::EnGb, "en-GB"),
        (Self::EnUs, "en-US"),
        (Self::Es, "es"),
        (Self::Fr, "fr"),
        (Self::Hi, "hi"),
        (Self::Hu, "hu"),
        (Self::It, "it"),
        (Self::Ja, "ja"),
        (Self::Ko, "ko"),
        (Self::Nl, "nl"),
        (Self::Pl, "pl"),
        (Self::Pt, "pt"),
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
        let language = || of(code.split(['-', '.']).next().unwrap_or_default());
        of(&code).or_else(language).map(|&(locale, _)| locale).ok_or_else(|| {
            let codes = Self::ALL.map(|(_, code)| code).join(", ");
            format!("unknown language; choose {codes}")
        })
    }
}
