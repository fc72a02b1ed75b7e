//! Hungarian.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+ még {}",
    other: "Egyéb",
    remarks: [
        "Felirat nélküli jelek: {}.",
        "Csak a táblázatban lévő leírások: {}.",
        "A leírások a táblázatban vannak.",
    ],
    today: "Ma",
    events: ["{} esemény", "{} esemény", "{} esemény", "{} esemény", "{} esemény"],
    at: "Idővonal: {events}, {from}.",
    over: "Idővonal: {events}, {range}.",
    close: " Közel egymáshoz: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " A felük ebbe az időszakba esik: {range}.",
    longest: " Leghosszabb időszak: {}.",
    in_order: " Sorrendben: {}.",
    eras: " Korszakok: {}.",
    markers: " Jelölések: {}.",
    holidays: " Munkaszüneti napok: {}.",
    week: "{}. hét",
    left_out: "{} kihagyva",
    page: "{n} / {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["évvel {} előtt, logaritmikus skála", "logaritmikus skála"],
    long_times: [(1_000_000_000, "{} milliárd év"), (1_000_000, "{} millió év")],
    fiscal: "{} pénzügyi év",
    density: DensityWords {
        per: [
            "Esemény másodpercenként",
            "Esemény percenként",
            "Esemény óránként",
            "Esemény naponta",
            "Esemény hetente",
            "Esemény havonta",
            "Esemény évente",
        ],
        per_time: "Események, időszak: {}",
        running: "Egyidejűleg folyamatban",
        named: ["{events}.", "{events}, megnevezve: {n}."],
        spread: "Halványabb: az ismert időre elosztva.",
        most: " Legtöbb: {n} ({when}).",
    },
};
