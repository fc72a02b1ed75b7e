//! Urdu.

use super::printed::{Exceptions, PrintedWords, SideWords, bare};
use super::{Language, Token};
use crate::date::{DateSide, Third};

pub(super) const URDU: Language = Language {
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
    words: &[
        ("پیر", Token::Weekday(0)),
        ("سوموار", Token::Weekday(0)),
        ("منگل", Token::Weekday(1)),
        ("بدھ", Token::Weekday(2)),
        ("جمعرات", Token::Weekday(3)),
        ("جمعہ", Token::Weekday(4)),
        ("ہفتہ", Token::Weekday(5)),
        ("اتوار", Token::Weekday(6)),
        ("بہار", Token::Season(0)),
        ("گرما", Token::Season(1)),
        ("خزاں", Token::Season(2)),
        ("سرما", Token::Season(3)),
        ("آغاز", Token::Third(Third::Early)),
        ("شروع", Token::Third(Third::Early)),
        ("اوائل", Token::Third(Third::Early)),
        ("وسط", Token::Third(Third::Mid)),
        ("آخر", Token::Third(Third::Late)),
        ("اواخر", Token::Third(Third::Late)),
        ("اختتام", Token::Third(Third::Late)),
        ("صدی", Token::Century),
        ("ہزاریہ", Token::Millennium),
        ("دہائی", Token::DecadeWord),
        ("عشرہ", Token::DecadeWord),
        ("ہفتے", Token::Week),
        ("جنوبی", Token::South),
        ("پہلی", Token::Ordinal(1)),
        ("دوسری", Token::Ordinal(2)),
        ("تیسری", Token::Ordinal(3)),
        ("چوتھی", Token::Ordinal(4)),
        ("چوتهی", Token::Ordinal(4)),
        ("چھٹی", Token::Ordinal(6)),
        ("ششماہی", Token::HalfWord),
        ("سہماہی", Token::QuarterWord),
    ],
    phrases: &[
        ("بعدازمسیح", Token::Ad),
        ("قبلمسیح", Token::Bc),
        ("سہماہی", Token::QuarterWord),
        ("عیسوی", Token::Ad),
        ("قم", Token::Bc),
    ],
    ignored: &["کا", "کے", "کی", "کو", "میں", "سن", "سنہ", "ء", "تک"],
    ordinal_endings: &["ویں", "واں"],
    about: &["تقریباً", "اندازاً", "تقریبا", "لگ بھگ"],
    perhaps: &["غالباً", "شاید"],
    present: &["موجودہ", "تاحال", "حال", "آج", "اب"],
    one_of: &["یا"],
    all_of: &["اور"],
    at: &["کو"],
    sides_after: &[
        (&["یا اس سے پہلے"], DateSide::By),
        (&["یا اس کے بعد"], DateSide::InOrAfter),
        (&["سے پہلے", "سے قبل"], DateSide::Before),
        (&["کے بعد"], DateSide::After),
        (&["سے"], DateSide::Since),
        (&["تک"], DateSide::Until),
    ],
    ranges: &[["", "سے"], ["", "تا"]],
    ..Language::EMPTY
};

/// Urdu as dates are printed in it.
pub(in crate::date) static WORDS: PrintedWords = PrintedWords {
    seasons: [
        ["بہار", "گرما", "خزاں", "سرما"],
        ["جنوبی بہار", "جنوبی گرما", "جنوبی خزاں", "جنوبی سرما"],
    ],
    season_of_year: "{s} {y}",
    halves: ["پہلی ششماہی", "دوسری ششماہی"],
    week: "ہفتے {n}، {y}",
    decade: ["{d}\u{a0}کی\u{a0}دہائی", "{d}\u{a0}کی\u{a0}دہائی"],
    century: ["{o} صدی", "{o} صدی"],
    millennium: ["{o} ہزاریہ", "{o} ہزاریہ"],
    decade_ending: bare,
    ordinal: urdu,
    thirds: ["{} کا آغاز", "{} کا وسط", "{} کا آخر"],
    of: "{}",
    about: "تقریباً {}",
    between: ["", ""],
    sides: SideWords::all([
        "{} سے پہلے",
        "{} کے بعد",
        "{} یا اس سے پہلے",
        "{} یا اس کے بعد",
        "{} سے",
        "{} تک",
    ]),
    present: "آج",
    exceptions: Exceptions::NONE,
};

/// پہلی, 18ویں.
fn urdu(number: u64) -> String {
    match number {
        1 => "پہلی".into(),
        2 => "دوسری".into(),
        3 => "تیسری".into(),
        4 => "چوتھی".into(),
        6 => "چھٹی".into(),
        _ => format!("{number}ویں"),
    }
}
