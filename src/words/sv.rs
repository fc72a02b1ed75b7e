//! Swedish.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} till",
    other: "Övriga",
    remarks: [
        "Märken utan etikett: {}.",
        "Beskrivningar endast i tabellen: {}.",
        "Beskrivningarna finns i tabellen.",
    ],
    today: "I dag",
    events: ["{} händelse", "{} händelser", "{} händelser", "{} händelser", "{} händelser"],
    at: "Tidslinje: {events}, {from}.",
    over: "Tidslinje: {events}, {range}.",
    close: " Tätt ligger {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Hälften av dem infaller under {range}.",
    longest: " Längsta period: {}.",
    in_order: " I ordning: {}.",
    eras: " Epoker: {}.",
    markers: " Markeringar: {}.",
    holidays: " Helgdagar: {}.",
    week: "v{}",
    left_out: "{} utelämnade",
    page: "{n} av {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["år före {}, logaritmisk skala", "logaritmisk skala"],
    long_times: [(1_000_000_000, "{} md år"), (1_000_000, "{} mn år")],
    fiscal: "räkenskapsår {}",
    density: DensityWords {
        per: [
            "Händelser per sekund",
            "Händelser per minut",
            "Händelser per timme",
            "Händelser per dag",
            "Händelser per vecka",
            "Händelser per månad",
            "Händelser per år",
        ],
        per_time: "Händelser på {}",
        running: "Pågår samtidigt",
        named: ["{events}.", "{events}, {n} namngivna."],
        spread: "Ljusare: fördelat över den kända tiden.",
        most: " Flest: {n} ({when}).",
    },
};
