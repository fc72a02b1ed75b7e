//! German.

use super::{Language, Token};
use crate::date::{DateSide, Third};

pub(super) const GERMAN: Language = Language {
    code: "de",
    months: [
        &["januar", "jänner", "jan"],
        &["februar", "feb"],
        &["märz", "mär", "mrz"],
        &["april", "apr"],
        &["mai"],
        &["juni", "jun"],
        &["juli", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "okt"],
        &["november", "nov"],
        &["dezember", "dez"],
    ],
    words: &[
        ("montag", Token::Weekday(0)),
        ("dienstag", Token::Weekday(1)),
        ("mittwoch", Token::Weekday(2)),
        ("donnerstag", Token::Weekday(3)),
        ("freitag", Token::Weekday(4)),
        ("samstag", Token::Weekday(5)),
        ("sonnabend", Token::Weekday(5)),
        ("sonntag", Token::Weekday(6)),
        ("frühling", Token::Season(0)),
        ("frühjahr", Token::Season(0)),
        ("sommer", Token::Season(1)),
        ("herbst", Token::Season(2)),
        ("anfang", Token::Third(Third::Early)),
        ("mitte", Token::Third(Third::Mid)),
        ("ende", Token::Third(Third::Late)),
    ],
    ignored: &["den"],
    about: &["um", "etwa", "ungefähr", "circa", "zirka", "ca.", "ca"],
    perhaps: &["wohl", "vermutlich", "wahrscheinlich", "vielleicht"],
    sides: &[
        (&["vor"], DateSide::Before),
        (&["nach"], DateSide::After),
        (&["seit", "ab", "von"], DateSide::Since),
        (&["bis"], DateSide::Until),
    ],
    between: &["zwischen"],
    ranges: &[["zwischen", "und"], ["von", "bis"], ["", "bis"]],
    present: &["heute"],
    one_of: &["oder"],
    all_of: &["und"],
    ..Language::EMPTY
};
