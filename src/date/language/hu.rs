//! Hungarian.

use super::printed::{PrintedWords, SideWords, plain};
use super::{Language, Token};
use crate::date::{DateSide, Third};

pub(super) const HUNGARIAN: Language = Language {
    months: [
        &["január", "jan"],
        &["február", "febr", "feb"],
        &["március", "márc", "már"],
        &["április", "ápr"],
        &["május", "máj"],
        &["június", "jún"],
        &["július", "júl"],
        &["augusztus", "aug"],
        &["szeptember", "szept", "szep"],
        &["október", "okt"],
        &["november", "nov"],
        &["december", "dec"],
    ],
    words: &[
        ("hétfő", Token::Weekday(0)),
        ("kedd", Token::Weekday(1)),
        ("szerda", Token::Weekday(2)),
        ("csütörtök", Token::Weekday(3)),
        ("péntek", Token::Weekday(4)),
        ("szombat", Token::Weekday(5)),
        ("vasárnap", Token::Weekday(6)),
        ("tavasz", Token::Season(0)),
        ("tavasza", Token::Season(0)),
        ("tavaszán", Token::Season(0)),
        ("nyár", Token::Season(1)),
        ("nyara", Token::Season(1)),
        ("nyarán", Token::Season(1)),
        ("ősz", Token::Season(2)),
        ("ősze", Token::Season(2)),
        ("őszén", Token::Season(2)),
        ("tél", Token::Season(3)),
        ("tele", Token::Season(3)),
        ("telén", Token::Season(3)),
        ("eleje", Token::Third(Third::Early)),
        ("elején", Token::Third(Third::Early)),
        ("közepe", Token::Third(Third::Mid)),
        ("közepén", Token::Third(Third::Mid)),
        ("vége", Token::Third(Third::Late)),
        ("végén", Token::Third(Third::Late)),
        ("század", Token::Century),
        ("szd", Token::Century),
        ("sz", Token::Century),
        ("évezred", Token::Millennium),
        ("negyedév", Token::QuarterWord),
        ("név", Token::QuarterWord),
        ("félév", Token::HalfWord),
        ("hét", Token::Week),
        ("hete", Token::Week),
        ("déli", Token::South),
    ],
    phrases: &[
        ("krisztuselőtt", Token::Bc),
        ("krisztusután", Token::Ad),
        ("krsz", Token::Ad),
        ("kre", Token::Bc),
        ("isz", Token::Ad),
        ("név", Token::QuarterWord),
        ("ie", Token::Bc),
    ],
    ignored: &["a", "az", "évek", "évi", "év", "évben", "éve"],
    decade_endings: &["as", "es", "os", "ös"],
    number_endings: &[
        "ig", "től", "tól", "ben", "ban", "án", "én", "i", "jén", "ától", "étől", "áig", "éig",
    ],
    about: &["körülbelül", "mintegy", "circa", "kb.", "ca.", "kb", "ca"],
    perhaps: &["valószínűleg", "feltehetően", "talán"],
    about_after: &["körül", "táján", "tájt"],
    present: &["napjainkig", "napjaink", "jelenleg", "jelen", "máig", "ma"],
    one_of: &["vagy"],
    all_of: &["és"],
    sides: &[(&["legkésőbb"], DateSide::By), (&["legkorábban"], DateSide::InOrAfter)],
    sides_after: &[
        (&["előtt"], DateSide::Before),
        (&["után"], DateSide::After),
        (&["-tól", "-től", "óta"], DateSide::Since),
        (&["-áig", "-éig", "-ig"], DateSide::Until),
    ],
    ranges: &[],
    ..Language::EMPTY
};

/// Hungarian as dates are printed in it.
pub(in crate::date) static WORDS: PrintedWords = PrintedWords {
    seasons: [
        ["tavasz", "nyár", "ősz", "tél"],
        ["déli tavasz", "déli nyár", "déli ősz", "déli tél"],
    ],
    season_of_year: "{y} {s}",
    halves: ["I. félév", "II. félév"],
    week: "{y}, {n}. hét",
    decade: ["{d}-{e} évek", "{d}-{e} évek"],
    century: ["{o}. század", "{o}. század"],
    millennium: ["{o}. évezred", "{o}. évezred"],
    decade_ending,
    ordinal: plain,
    thirds: ["{} eleje", "{} közepe", "{} vége"],
    of: "{}",
    about: "kb. {}",
    between: ["", ""],
    sides: SideWords::all([
        "{} előtt",
        "{} után",
        "legkésőbb {}",
        "legkorábban {}",
        "{} óta",
        "{}-ig",
    ]),
    present: "ma",
};

/// The ending of a decade as it is said: 1960-as, 1970-es.
fn decade_ending(first: u64) -> &'static str {
    match first / 10 % 10 {
        2 | 3 | 6 | 8 => "as",
        _ => "es",
    }
}
