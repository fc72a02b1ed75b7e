//! Turkish.

use super::printed::{Exceptions, PrintedWords, SideWords, plain};
use super::{Language, Token};
use crate::date::{DateSide, Third};

pub(super) const TURKISH: Language = Language {
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
    words: &[
        ("pazartesi", Token::Weekday(0)),
        ("pzt", Token::Weekday(0)),
        ("salı", Token::Weekday(1)),
        ("çarşamba", Token::Weekday(2)),
        ("çar", Token::Weekday(2)),
        ("perşembe", Token::Weekday(3)),
        ("per", Token::Weekday(3)),
        ("cuma", Token::Weekday(4)),
        ("cumartesi", Token::Weekday(5)),
        ("cmt", Token::Weekday(5)),
        ("pazar", Token::Weekday(6)),
        ("paz", Token::Weekday(6)),
        ("ilkbahar", Token::Season(0)),
        ("i̇lkbahar", Token::Season(0)),
        ("bahar", Token::Season(0)),
        ("yaz", Token::Season(1)),
        ("sonbahar", Token::Season(2)),
        ("güz", Token::Season(2)),
        ("kış", Token::Season(3)),
        ("başı", Token::Third(Third::Early)),
        ("başları", Token::Third(Third::Early)),
        ("başlarında", Token::Third(Third::Early)),
        ("ortası", Token::Third(Third::Mid)),
        ("ortaları", Token::Third(Third::Mid)),
        ("sonu", Token::Third(Third::Late)),
        ("sonları", Token::Third(Third::Late)),
        ("sonlarında", Token::Third(Third::Late)),
        ("yarısı", Token::Part(2)),
        ("yarısında", Token::Part(2)),
        ("çeyreği", Token::Part(4)),
        ("ilk", Token::Ordinal(1)),
        ("birinci", Token::Ordinal(1)),
        ("ikinci", Token::Ordinal(2)),
        ("üçüncü", Token::Ordinal(3)),
        ("yüzyıl", Token::Century),
        ("yüzyılın", Token::Century),
        ("yy", Token::Century),
        ("asır", Token::Century),
        ("binyıl", Token::Millennium),
        ("bin", Token::Millennium),
        ("çeyrek", Token::QuarterWord),
        ("yarıyıl", Token::HalfWord),
        ("yarıyılı", Token::HalfWord),
        ("hafta", Token::Week),
        ("haftası", Token::Week),
        ("güney", Token::South),
        ("ç1", Token::Quarter(1)),
        ("ç2", Token::Quarter(2)),
        ("ç3", Token::Quarter(3)),
        ("ç4", Token::Quarter(4)),
    ],
    phrases: &[
        ("milattansonra", Token::Ad),
        ("milattanönce", Token::Bc),
        ("miö", Token::Bc),
        ("mö", Token::Bc),
        ("iö", Token::Bc),
        ("ms", Token::Ad),
        ("is", Token::Ad),
    ],
    ignored: &["yılı", "yılında", "yılının", "yıl"],
    ordinal_endings: &["inci", "ıncı", "uncu", "üncü", "nci", "ncı"],
    decade_endings: &[
        "lar", "ler", "ların", "lerin", "larda", "lerde", "lardan", "lerden", "lara", "lere", "lı",
        "li",
    ],
    number_endings: &[
        "den", "dan", "ten", "tan", "e", "a", "ye", "ya", "de", "da", "te", "ta", "in", "ın", "un",
        "ün", "nin", "nın", "nun", "nün",
    ],
    about: &["yaklaşık", "tahminen", "yakl.", "circa", "ca.", "ca", "y."],
    perhaps: &["muhtemelen", "olasılıkla", "belki"],
    about_after: &["civarında", "dolayları", "sıraları", "civarı"],
    present: &["devam ediyor", "günümüz", "bugün", "şimdi", "halen"],
    one_of: &["veya", "ya da"],
    all_of: &["ve"],
    at: &["saat"],
    sides: &[(&["en geç"], DateSide::By), (&["en erken"], DateSide::InOrAfter)],
    sides_after: &[
        (&["öncesi", "önce"], DateSide::Before),
        (&["sonrası", "sonra"], DateSide::After),
        (&["itibaren", "bu yana", "beri"], DateSide::Since),
        (&["kadar", "dek"], DateSide::Until),
    ],
    ranges: &[["", "ile"]],
    ..Language::EMPTY
};

/// Turkish as dates are printed in it.
pub(in crate::date) static WORDS: PrintedWords = PrintedWords {
    seasons: [
        ["ilkbahar", "yaz", "sonbahar", "kış"],
        ["güney ilkbahar", "güney yaz", "güney sonbahar", "güney kış"],
    ],
    season_of_year: "{s} {y}",
    halves: ["1. yarıyıl", "2. yarıyıl"],
    week: "{n}. hafta, {y}",
    decade: ["{d}’{e}", "{d}’{e}"],
    century: ["{o}. yüzyıl", "{o}. yüzyıl"],
    millennium: ["{o}. binyıl", "{o}. binyıl"],
    decade_ending,
    ordinal: plain,
    thirds: ["{} başı", "{} ortası", "{} sonu"],
    of: "{}",
    about: "yaklaşık {}",
    between: ["", ""],
    sides: SideWords::all([
        "{} öncesi",
        "{} sonrası",
        "en geç {}",
        "en erken {}",
        "{abl} beri",
        "{dat} kadar",
    ]),
    present: "bugün",
    exceptions: Exceptions::NONE,
};

/// The plural of a decade: 1960'lar, 1970'ler.
fn decade_ending(first: u64) -> &'static str {
    match first / 10 % 10 {
        1 | 3 | 4 | 6 | 9 => "lar",
        _ => "ler",
    }
}

/// The case endings of a number as it is said, "from" and "to": 1928'den, 1990'a.
fn case_endings(number: u64) -> [&'static str; 2] {
    let said = match (number % 10, number / 10 % 10) {
        (0, tens) => tens * 10,
        (units, _) => units,
    };
    match said {
        2 | 7 | 20 | 50 => ["den", "ye"],
        3 | 4 | 5 | 70 => ["ten", "e"],
        6 => ["dan", "ya"],
        9 | 10 | 30 | 90 => ["dan", "a"],
        40 | 60 => ["tan", "a"],
        _ => ["den", "e"],
    }
}

/// A template for a date with its endings "from" and "to". Numbers have an apostrophe before them.
pub(super) fn with_case_endings(date: &str) -> [String; 2] {
    let digits = date.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if let Ok(number) = digits.parse() {
        return case_endings(number).map(|ending| format!("{{}}’{ending}"));
    }
    let mut vowels = date.chars().rev().filter(|c| "aıoueiöü".contains(*c));
    let is_back = vowels.next().is_some_and(|vowel| "aıou".contains(vowel));
    if is_back { ["{}dan", "{}a"] } else { ["{}den", "{}e"] }.map(str::to_owned)
}
