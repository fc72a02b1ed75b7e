//! German.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} weitere",
    other: "Andere",
    remarks: [
        "Zeichen ohne Beschriftung: {}.",
        "Beschreibungen nur in der Tabelle: {}.",
        "Beschreibungen stehen in der Tabelle.",
    ],
    today: "Heute",
    events: ["{} Ereignis", "{} Ereignisse", "{} Ereignisse", "{} Ereignisse", "{} Ereignisse"],
    at: "Zeitleiste: {events}, {from}.",
    over: "Zeitleiste: {events}, {range}.",
    close: " Dicht beieinander liegen {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Die Hälfte davon fällt in die Zeit {range}.",
    longest: " Längste Zeitspanne: {}.",
    in_order: " Der Reihe nach: {}.",
    eras: " Epochen: {}.",
    markers: " Markierungen: {}.",
    holidays: " Feiertage: {}.",
    week: "KW {}",
    left_out: "{} ausgelassen",
    page: "{n} von {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["Jahre vor {}, logarithmische Skala", "logarithmische Skala"],
    long_times: [(1_000_000_000, "{} Mrd. Jahre"), (1_000_000, "{} Mio. Jahre")],
    fiscal: "GJ {}",
    density: DensityWords {
        per: [
            "Ereignisse pro Sekunde",
            "Ereignisse pro Minute",
            "Ereignisse pro Stunde",
            "Ereignisse pro Tag",
            "Ereignisse pro Woche",
            "Ereignisse pro Monat",
            "Ereignisse pro Jahr",
        ],
        per_time: "Ereignisse in {}",
        running: "Gleichzeitig im Gange",
        named: ["{events}.", "{events}, {n} benannt."],
        spread: "Heller: über die bekannte Zeit verteilt.",
        most: " Die meisten: {n} ({when}).",
    },
};
