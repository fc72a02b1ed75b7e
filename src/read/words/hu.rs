//! Hungarian.

use super::{DurationUnit, Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Date, &["datum", "idopont"]),
        (TimeWord::Start, &["kezdet", "kezdete", "kezdes", "kezdese"]),
        (TimeWord::End, &["vege", "befejezes", "befejezese", "vegzes"]),
        (TimeWord::Year, &["ev", "eve"]),
        (TimeWord::Month, &["honap"]),
        (TimeWord::Day, &["nap"]),
        (TimeWord::Clock, &["ora", "ido"]),
        (TimeWord::Duration, &["idotartam"]),
        (TimeWord::Part, &["negyedev", "szezon"]),
        (
            TimeWord::Begun,
            &[
                "szuletes",
                "szuletett",
                "alapitas",
                "alapitva",
                "megnyitas",
                "tronralepes",
                "koronazas",
            ],
        ),
        (
            TimeWord::Ended,
            &[
                "halal",
                "halala",
                "meghalt",
                "megszunes",
                "bezaras",
                "lebontas",
                "lemondas",
                "hatarido",
                "atadas",
            ],
        ),
        (
            TimeWord::Happening,
            &[
                "idoszak",
                "uralkodas",
                "uralkodasa",
                "mikor",
                "evszazad",
                "szazad",
                "negyedev",
                "epites",
                "epult",
                "keletkezes",
                "bemutato",
                "megjelenes",
            ],
        ),
    ],
    texts: &[
        (Role::Name, &["esemeny", "cim", "nev", "feladat", "tevekenyseg", "merfoldko"]),
        (Role::Detail, &["leiras", "megjegyzes"]),
        (Role::Category, &["kategoria", "tipus", "felelos", "allapot", "helyszin"]),
    ],
    missing: &["datum nelkul", "nincs"],
    unknown: &["ismeretlen", "nem ismert"],
    totals: &["osszesen"],
    units: &[
        (DurationUnit::Hour, &["ora"]),
        (DurationUnit::Day, &["nap"]),
        (DurationUnit::Week, &["het"]),
        (DurationUnit::Month, &["honap"]),
        (DurationUnit::Year, &["ev"]),
    ],
    fillers: &["es", "a", "az"],
};
