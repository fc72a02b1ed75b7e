//! French.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} autres",
    other: "Autres",
    remarks: [
        "Repères sans libellé : {}.",
        "Descriptions dans le tableau seulement : {}.",
        "Les descriptions sont dans le tableau.",
    ],
    today: "Aujourd’hui",
    events: ["{} événement", "{} événements", "{} événements", "{} événements", "{} événements"],
    at: "Frise chronologique : {events}, {from}.",
    over: "Frise chronologique : {events}, {range}.",
    close: " Sont rapprochés : {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " La moitié d’entre eux se situe dans la période {range}.",
    longest: " Période la plus longue : {}.",
    in_order: " Dans l’ordre : {}.",
    eras: " Époques : {}.",
    markers: " Repères : {}.",
    holidays: " Jours fériés : {}.",
    week: "S{}",
    left_out: "{} omis",
    page: "{n} sur {all}",
    semicolon: " ; ",
    comma: ", ",
    log_scale: ["années avant {}, échelle logarithmique", "échelle logarithmique"],
    long_times: [(1_000_000_000, "{}\u{a0}Md d’années"), (1_000_000, "{}\u{a0}M d’années")],
    fiscal: "exercice {}",
    density: DensityWords {
        per: [
            "Événements par seconde",
            "Événements par minute",
            "Événements par heure",
            "Événements par jour",
            "Événements par semaine",
            "Événements par mois",
            "Événements par an",
        ],
        per_time: "Événements en {}",
        running: "En cours en même temps",
        named: ["{events}.", "{events}, dont nommés : {n}."],
        spread: "Plus clair : réparti sur la période connue.",
        most: " Maximum : {n} ({when}).",
    },
};
