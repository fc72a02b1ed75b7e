//! Polish.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} więcej",
    other: "Inne",
    remarks: ["Znaki bez podpisu: {}.", "Opisy tylko w tabeli: {}.", "Opisy są w tabeli."],
    today: "Dziś",
    events: ["{} wydarzenie", "{} wydarzenia", "{} wydarzenia", "{} wydarzeń", "{} wydarzenia"],
    at: "Oś czasu: {events}, {from}.",
    over: "Oś czasu: {events}, {range}.",
    close: " Blisko siebie leżą: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Połowa z nich przypada na okres {range}.",
    longest: " Najdłuższy okres: {}.",
    in_order: " Po kolei: {}.",
    eras: " Epoki: {}.",
    markers: " Znaczniki: {}.",
    holidays: " Dni wolne: {}.",
    week: "T{}",
    left_out: "pominięto {}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["lata przed rokiem {}, skala logarytmiczna", "skala logarytmiczna"],
    long_times: [(1_000_000_000, "{} mld lat"), (1_000_000, "{} mln lat")],
    fiscal: "rok obr. {}",
    density: DensityWords {
        per: [
            "Wydarzenia na sekundę",
            "Wydarzenia na minutę",
            "Wydarzenia na godzinę",
            "Wydarzenia na dzień",
            "Wydarzenia na tydzień",
            "Wydarzenia na miesiąc",
            "Wydarzenia na rok",
        ],
        per_time: "Wydarzenia, okres: {}",
        running: "Trwające jednocześnie",
        named: ["{events}.", "{events}, z nazwą: {n}."],
        spread: "Jaśniej: rozłożone na znany okres.",
        most: " Najwięcej: {n} ({when}).",
    },
};
