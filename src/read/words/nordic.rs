//! Danish, Norwegian and Finnish: the headers and words of tables in them.

use super::{DurationUnit, Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Date, &["dato", "datoer", "tidspunkt", "paivamaara", "pvm", "ajankohta"]),
        (
            TimeWord::Start,
            &[
                "start",
                "begynder",
                "begynner",
                "begyndelse",
                "begynnelse",
                "fra",
                "alku",
                "alkaa",
                "aloitus",
                "alkaen",
            ],
        ),
        (
            TimeWord::End,
            &[
                "slut",
                "slutt",
                "slutter",
                "til",
                "ferdig",
                "loppu",
                "paattyy",
                "paattyminen",
                "lopetus",
            ],
        ),
        (TimeWord::Year, &["ar", "arstal", "arstall", "vuosi"]),
        (TimeWord::Month, &["maned", "kuukausi"]),
        (TimeWord::Day, &["dag", "paiva"]),
        (TimeWord::Clock, &["klokkeslæt", "klokkeslett", "tid", "kello", "kellonaika"]),
        (TimeWord::Duration, &["varighed", "varighet", "kesto"]),
        (
            TimeWord::Begun,
            &["fodt", "grundlagt", "grunnlagt", "abnet", "apnet", "syntynyt", "perustettu"],
        ),
        (
            TimeWord::Ended,
            &["dod", "lukket", "nedlagt", "frist", "kuollut", "lakkautettu", "maaraaika"],
        ),
    ],
    texts: &[
        (
            Role::Name,
            &[
                "begivenhed",
                "hændelse",
                "hendelse",
                "tittel",
                "navn",
                "overskrift",
                "opgave",
                "oppgave",
                "emne",
                "tapahtuma",
                "otsikko",
                "nimi",
                "tehtava",
                "aihe",
            ],
        ),
        (
            Role::Detail,
            &[
                "beskrivelse",
                "bemærkning",
                "merknad",
                "notat",
                "kommentar",
                "kuvaus",
                "huomautus",
                "lisatiedot",
                "selite",
            ],
        ),
        (Role::Category, &["gruppe", "luokka", "tyyppi"]),
    ],
    missing: &["udateret", "udatert", "uden dato", "uten dato", "ei paivamaaraa", "paivaamaton"],
    unknown: &["ukendt", "ukjent", "tuntematon", "ei tiedossa"],
    totals: &["i alt", "yhteensa"],
    units: &[
        (DurationUnit::Hour, &["timer", "tuntia"]),
        (DurationUnit::Day, &["dage", "dager", "paivaa"]),
        (DurationUnit::Week, &["uge", "uger", "uke", "uker", "viikko", "viikkoa"]),
        (DurationUnit::Month, &["maneder", "kuukautta"]),
        (DurationUnit::Year, &["vuotta"]),
    ],
    ..TableWords::EMPTY
};
