//! Italian.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} altri",
    other: "Altri",
    remarks: [
        "Segni senza etichetta: {}.",
        "Descrizioni solo nella tabella: {}.",
        "Le descrizioni sono nella tabella.",
    ],
    today: "Oggi",
    events: ["{} evento", "{} eventi", "{} eventi", "{} eventi", "{} eventi"],
    at: "Linea del tempo: {events}, {from}.",
    over: "Linea del tempo: {events}, {range}.",
    close: " Ravvicinati: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " La metà ricade nel periodo {range}.",
    longest: " Periodo più lungo: {}.",
    in_order: " In ordine: {}.",
    eras: " Epoche: {}.",
    markers: " Indicatori: {}.",
    holidays: " Giorni festivi: {}.",
    week: "S{}",
    left_out: "{} omessi",
    page: "{n} di {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["anni prima del {}, scala logaritmica", "scala logaritmica"],
    long_times: [(1_000_000_000, "{} mld di anni"), (1_000_000, "{} mln di anni")],
    fiscal: "esercizio {}",
    density: DensityWords {
        per: [
            "Eventi al secondo",
            "Eventi al minuto",
            "Eventi all’ora",
            "Eventi al giorno",
            "Eventi alla settimana",
            "Eventi al mese",
            "Eventi all’anno",
        ],
        per_time: "Eventi in {}",
        running: "In corso nello stesso momento",
        named: ["{events}.", "{events}; con nome: {n}."],
        spread: "Più chiaro: ripartito sul periodo noto.",
        most: " Massimo: {n} ({when}).",
    },
};
