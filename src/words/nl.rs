//! Dutch.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} meer",
    other: "Overige",
    remarks: [
        "Tekens zonder label: {}.",
        "Beschrijvingen alleen in de tabel: {}.",
        "De beschrijvingen staan in de tabel.",
    ],
    today: "Vandaag",
    events: [
        "{} gebeurtenis",
        "{} gebeurtenissen",
        "{} gebeurtenissen",
        "{} gebeurtenissen",
        "{} gebeurtenissen",
    ],
    at: "Tijdlijn: {events}, {from}.",
    over: "Tijdlijn: {events}, {range}.",
    close: " Dicht bijeen liggen {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " De helft ervan valt in de periode {range}.",
    longest: " Langste periode: {}.",
    in_order: " Op volgorde: {}.",
    eras: " Tijdperken: {}.",
    markers: " Markeringen: {}.",
    holidays: " Feestdagen: {}.",
    week: "W{}",
    left_out: "{} weggelaten",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["jaar vóór {}, logaritmische schaal", "logaritmische schaal"],
    long_times: [(1_000_000_000, "{} mld. jaar"), (1_000_000, "{} mln. jaar")],
    fiscal: "boekjaar {}",
    density: DensityWords {
        per: [
            "Gebeurtenissen per seconde",
            "Gebeurtenissen per minuut",
            "Gebeurtenissen per uur",
            "Gebeurtenissen per dag",
            "Gebeurtenissen per week",
            "Gebeurtenissen per maand",
            "Gebeurtenissen per jaar",
        ],
        per_time: "Gebeurtenissen in {}",
        running: "Tegelijk gaande",
        named: ["{events}.", "{events}, {n} genoemd."],
        spread: "Lichter: verdeeld over de bekende tijd.",
        most: " De meeste: {n} ({when}).",
    },
};
