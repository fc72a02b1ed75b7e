//! Month names: English ones always, those of another language when it is named.
//!
//! In: a word in lower case. Out: the month, 1 to 12. Names are given in the forms that dates use
//! (nominative and genitive) and in common abbreviations.

use std::str::FromStr;

/// A language of month names besides English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Hindi.
    Hi,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Portuguese.
    Pt,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Urdu.
    Ur,
}

/// Names of the months, January first; the forms of one month stand between bars.
type Names = [&'static str; 12];

const ENGLISH: Names = [
    "january|jan",
    "february|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept|sep",
    "october|oct",
    "november|nov",
    "december|dec",
];

const LOCALES: [(&str, Locale, Names); 11] = [
    (
        "de",
        Locale::De,
        [
            "januar|jänner|jan",
            "februar|feb",
            "märz|mär|mrz",
            "april|apr",
            "mai",
            "juni|jun",
            "juli|jul",
            "august|aug",
            "september|sept|sep",
            "oktober|okt",
            "november|nov",
            "dezember|dez",
        ],
    ),
    (
        "es",
        Locale::Es,
        [
            "enero|ene",
            "febrero|feb",
            "marzo|mar",
            "abril|abr",
            "mayo|may",
            "junio|jun",
            "julio|jul",
            "agosto|ago",
            "septiembre|setiembre|sept|sep",
            "octubre|oct",
            "noviembre|nov",
            "diciembre|dic",
        ],
    ),
    (
        "fr",
        Locale::Fr,
        [
            "janvier|janv",
            "février|févr|fév",
            "mars",
            "avril|avr",
            "mai",
            "juin",
            "juillet|juil",
            "août",
            "septembre|sept",
            "octobre|oct",
            "novembre|nov",
            "décembre|déc",
        ],
    ),
    (
        "hi",
        Locale::Hi,
        [
            "जनवरी",
            "फ़रवरी|फरवरी",
            "मार्च",
            "अप्रैल",
            "मई",
            "जून",
            "जुलाई",
            "अगस्त",
            "सितंबर|सितम्बर",
            "अक्टूबर|अक्तूबर",
            "नवंबर|नवम्बर",
            "दिसंबर|दिसम्बर",
        ],
    ),
    (
        "it",
        Locale::It,
        [
            "gennaio|gen",
            "febbraio|feb",
            "marzo|mar",
            "aprile|apr",
            "maggio|mag",
            "giugno|giu",
            "luglio|lug",
            "agosto|ago",
            "settembre|set",
            "ottobre|ott",
            "novembre|nov",
            "dicembre|dic",
        ],
    ),
    (
        "nl",
        Locale::Nl,
        [
            "januari|jan",
            "februari|feb",
            "maart|mrt",
            "april|apr",
            "mei",
            "juni|jun",
            "juli|jul",
            "augustus|aug",
            "september|sep",
            "oktober|okt",
            "november|nov",
            "december|dec",
        ],
    ),
    (
        "pl",
        Locale::Pl,
        [
            "styczeń|stycznia|sty",
            "luty|lutego|lut",
            "marzec|marca|mar",
            "kwiecień|kwietnia|kwi",
            "maj|maja",
            "czerwiec|czerwca|cze",
            "lipiec|lipca|lip",
            "sierpień|sierpnia|sie",
            "wrzesień|września|wrz",
            "październik|października|paź",
            "listopad|listopada|lis",
            "grudzień|grudnia|gru",
        ],
    ),
    (
        "pt",
        Locale::Pt,
        [
            "janeiro|jan",
            "fevereiro|fev",
            "março|mar",
            "abril|abr",
            "maio|mai",
            "junho|jun",
            "julho|jul",
            "agosto|ago",
            "setembro|set",
            "outubro|out",
            "novembro|nov",
            "dezembro|dez",
        ],
    ),
    (
        "ru",
        Locale::Ru,
        [
            "январь|января|янв",
            "февраль|февраля|фев|февр",
            "март|марта|мар",
            "апрель|апреля|апр",
            "май|мая",
            "июнь|июня|июн",
            "июль|июля|июл",
            "август|августа|авг",
            "сентябрь|сентября|сен|сент",
            "октябрь|октября|окт",
            "ноябрь|ноября|ноя|нояб",
            "декабрь|декабря|дек",
        ],
    ),
    (
        "tr",
        Locale::Tr,
        [
            "ocak|oca",
            "şubat|şub",
            "mart|mar",
            "nisan|nis",
            "mayıs|may",
            "haziran|haz",
            "temmuz|tem",
            "ağustos|ağu",
            "eylül|eyl",
            "ekim|eki",
            "kasım|kas",
            "aralık|ara",
        ],
    ),
    (
        "ur",
        Locale::Ur,
        [
            "جنوری",
            "فروری",
            "مارچ",
            "اپریل",
            "مئی",
            "جون",
            "جولائی",
            "اگست",
            "ستمبر",
            "اکتوبر",
            "نومبر",
            "دسمبر",
        ],
    ),
];

impl FromStr for Locale {
    type Err = String;

    /// The language's code of two letters, whatever follows it.
    fn from_str(text: &str) -> Result<Self, String> {
        let code = text.trim().get(..2).unwrap_or_default().to_ascii_lowercase();
        let found = LOCALES.iter().find(|(name, ..)| *name == code);
        let codes = || LOCALES.map(|(name, ..)| name).join(", ");
        found
            .map(|&(_, locale, _)| locale)
            .ok_or_else(|| format!("there are no month names of that language; choose {}", codes()))
    }
}

/// The month that `word`, in lower case, names in English or the language given.
pub(super) fn month(word: &str, locale: Option<Locale>) -> Option<u32> {
    let other = LOCALES.iter().find(|(_, known, _)| Some(*known) == locale);
    let names = std::iter::once(&ENGLISH).chain(other.map(|(.., names)| names));
    let place = |names: &Names| names.iter().position(|forms| forms.split('|').any(|f| f == word));
    names.filter_map(place).next().and_then(|index| u32::try_from(index + 1).ok())
}

/// The code of the first language in which `word`, in lower case, names a month, and the month.
pub(super) fn locale_of(word: &str) -> Option<(&'static str, u32)> {
    LOCALES.iter().find_map(|&(code, locale, _)| Some((code, month(word, Some(locale))?)))
}
