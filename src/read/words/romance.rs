//! Romanian and Catalan: the headers and words of tables in them.

use super::{DurationUnit, Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Start, &["inceput", "inceputul", "inceperii", "inici", "comencament"]),
        (TimeWord::End, &["sfarsit", "sfarsitul", "incheiere", "final", "finalitzacio"]),
        (TimeWord::Year, &["anul", "any"]),
        (TimeWord::Month, &["luna"]),
        (TimeWord::Day, &["ziua", "zi", "dia"]),
        (TimeWord::Clock, &["ora"]),
        (TimeWord::Duration, &["durata", "durada"]),
        (TimeWord::Begun, &["nascut", "nascuda", "fondat", "fundat", "naixement"]),
        (TimeWord::Ended, &["decedat", "inchis", "mort", "tancat"]),
    ],
    texts: &[
        (
            Role::Name,
            &[
                "eveniment",
                "titlu",
                "denumire",
                "nume",
                "sarcina",
                "esdeveniment",
                "titol",
                "tasca",
            ],
        ),
        (Role::Detail, &["descriere", "observatii", "descripcio", "observacions"]),
        (Role::Category, &["categorie", "tipus"]),
    ],
    missing: &["fara data", "nedatat", "sense data"],
    unknown: &["necunoscut", "necunoscuta", "desconegut", "desconeguda"],
    totals: &[],
    units: &[
        (DurationUnit::Hour, &["ore", "hores"]),
        (DurationUnit::Day, &["zile", "dies"]),
        (DurationUnit::Week, &["saptamani", "setmanes"]),
        (DurationUnit::Month, &["luni", "mesos"]),
        (DurationUnit::Year, &["ani", "anys"]),
    ],
    ..TableWords::EMPTY
};
