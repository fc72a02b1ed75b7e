//! Languages whose dates are read by the words of their own table, and whose years need a word
//! before them or none.

use super::{DraftLanguage, RelativeTimes};
use crate::date::{DateSide, Locale};

/// A language without words of its own.
const BARE: DraftLanguage = DraftLanguage {
    locale: Locale::En,
    small: &[],
    abbreviations: &["dr", "prof", "st", "nr", "no", "p", "vol", "ca", "c"],
    closing_abbreviations: &["etc"],
    before_year: &[],
    before_month: &[],
    year_words: &[],
    counted: &["km", "m", "kg", "cm", "mm", "t", "ha", "euro"],
    numbered: &["p", "pp", "no", "nr", "n", "isbn", "issn", "eur", "usd", "windows", "boeing"],
    held: &["expo", "agenda"],
    has_bare_years: true,
    has_inversion: false,
    has_capital_months: false,
    ranges: &[],
    sides: &[],
    halves: [&[], &[]],
    times: &RelativeTimes::NONE,
    future: &[],
    clauses: &[],
    leads: &[],
    prepositions: &[],
    joints: &[],
};

const ITALIAN: DraftLanguage = DraftLanguage {
    locale: Locale::It,
    small: &[
        "il", "lo", "gli", "della", "del", "dei", "delle", "di", "che", "nel", "nella", "fu",
        "furono", "per", "con", "una", "un", "dalle", "dal", "alla", "al", "è", "anche", "sono",
    ],
    before_year: &["nel", "del", "dal", "al", "fino", "verso", "anno", "e"],
    before_month: &["in", "a", "nel", "di", "da", "fine", "metà", "inizio"],
    year_words: &["anno"],
    counted: &[
        "uomini",
        "soldati",
        "persone",
        "abitanti",
        "chilometri",
        "metri",
        "lire",
        "anni",
        "navi",
    ],
    has_bare_years: false,
    ranges: &[
        ("dal", &["al"]),
        ("da", &["a"]),
        ("tra il", &["e il"]),
        ("tra", &["e"]),
        ("", &["al"]),
    ],
    sides: &[
        ("prima del", DateSide::Before),
        ("dopo il", DateSide::After),
        ("dal", DateSide::Since),
        ("fino al", DateSide::Until),
    ],
    joints: &["e", "o"],
    leads: &["nel", "il", "del", "dal", "di", "in", "al", "a", "l", "nell", "anno"],
    ..BARE
};

const PORTUGUESE: DraftLanguage = DraftLanguage {
    locale: Locale::Pt,
    small: &[
        "o", "os", "da", "do", "das", "dos", "em", "no", "na", "nos", "nas", "que", "um", "uma",
        "foi", "foram", "ao", "à", "pelo", "pela", "não", "com", "seu", "sua", "são", "também",
    ],
    before_year: &["em", "de", "desde", "até", "ano", "e", "a"],
    before_month: &["em", "de", "desde", "até"],
    year_words: &["ano", "anos"],
    counted: &[
        "homens",
        "soldados",
        "pessoas",
        "habitantes",
        "quilómetros",
        "metros",
        "anos",
        "navios",
    ],
    has_bare_years: false,
    ranges: &[("entre", &["e"]), ("de", &["a", "até"]), ("", &["a"])],
    sides: &[
        ("antes de", DateSide::Before),
        ("depois de", DateSide::After),
        ("desde", DateSide::Since),
        ("até", DateSide::Until),
    ],
    joints: &["e", "ou"],
    leads: &["em", "no", "na", "de", "do", "o", "a", "desde", "até", "ano"],
    ..BARE
};

const DUTCH: DraftLanguage = DraftLanguage {
    locale: Locale::Nl,
    has_inversion: true,
    small: &[
        "het", "een", "van", "en", "werd", "werden", "op", "door", "voor", "met", "zijn", "aan",
        "dat", "niet", "ook", "bij", "uit", "naar", "hij", "zij", "die", "beide", "deze", "tot",
    ],
    year_words: &["jaar"],
    counted: &[
        "man",
        "soldaten",
        "mensen",
        "inwoners",
        "kilometer",
        "meter",
        "gulden",
        "jaar",
        "schepen",
    ],
    ranges: &[("van", &["tot"]), ("tussen", &["en"]), ("", &["tot"])],
    sides: &[
        ("voor", DateSide::Before),
        ("na", DateSide::After),
        ("sinds", DateSide::Since),
        ("tot", DateSide::Until),
    ],
    before_month: &["in", "eind", "begin", "sinds", "tot", "vanaf"],
    joints: &["en", "of"],
    leads: &["in", "op", "het", "jaar", "de", "sinds", "tot", "vanaf"],
    ..BARE
};

const SWEDISH: DraftLanguage = DraftLanguage {
    locale: Locale::Sv,
    has_inversion: true,
    small: &[
        "och", "att", "det", "en", "ett", "av", "på", "som", "för", "med", "till", "var", "är",
        "inte", "den", "han", "hon", "från", "blev", "efter", "under",
    ],
    year_words: &["år", "året"],
    counted: &["man", "soldater", "människor", "invånare", "kilometer", "meter", "kronor", "år"],
    before_month: &["i", "från", "till"],
    joints: &["och", "eller"],
    leads: &["i", "den", "år", "under", "från"],
    ..BARE
};

const POLISH: DraftLanguage = DraftLanguage {
    locale: Locale::Pl,
    small: &[
        "w", "we", "z", "ze", "i", "na", "do", "nie", "się", "był", "była", "było", "przez",
        "jego", "jej", "oraz", "po", "od", "jest", "który", "która", "został", "została",
    ],
    year_words: &["rok", "roku", "r", "lata", "latach"],
    counted: &["ludzi", "osób", "żołnierzy", "mieszkańców", "km", "złotych", "lat"],
    before_month: &["w", "od", "do"],
    joints: &["i", "lub"],
    leads: &["w", "roku", "od", "do", "dnia"],
    ..BARE
};

const UKRAINIAN: DraftLanguage = DraftLanguage {
    locale: Locale::Uk,
    small: &[
        "у",
        "і",
        "й",
        "та",
        "що",
        "як",
        "від",
        "його",
        "її",
        "їх",
        "був",
        "була",
        "були",
        "під",
        "після",
        "який",
        "яка",
        "які",
        "це",
        "також",
        "року",
        "році",
    ],
    year_words: &["рік", "року", "році", "роки", "роках", "р", "рр"],
    counted: &["осіб", "людей", "солдатів", "жителів", "км", "гривень", "років"],
    before_year: &["у", "в", "до", "з", "від", "після"],
    before_month: &["у", "в", "до", "з"],
    has_bare_years: false,
    joints: &["і", "та", "або"],
    leads: &["у", "в", "з", "до", "року", "році"],
    ..BARE
};

static KNOWN: [DraftLanguage; 6] = [ITALIAN, PORTUGUESE, DUTCH, SWEDISH, POLISH, UKRAINIAN];

/// Languages that have only their dates.
static DATED: [DraftLanguage; 10] = [
    dated(Locale::Ar),
    dated(Locale::Cs),
    dated(Locale::El),
    dated(Locale::Hi),
    dated(Locale::Hu),
    dated(Locale::Ja),
    dated(Locale::Ko),
    dated(Locale::Tr),
    dated(Locale::Ur),
    dated(Locale::Zh),
];

const fn dated(locale: Locale) -> DraftLanguage {
    DraftLanguage { locale, ..BARE }
}

/// The languages that are known by their small words.
pub(super) fn all() -> impl Iterator<Item = &'static DraftLanguage> {
    KNOWN.iter()
}

/// The words of the language of `locale`.
pub(super) fn of(locale: Locale) -> &'static DraftLanguage {
    let is_same = |language: &&DraftLanguage| language.locale == locale;
    KNOWN.iter().chain(&DATED).find(is_same).unwrap_or(&DATED[0])
}
