//! French.

use super::Words;

pub(super) static WORDS: Words = Words {
    more: "+{} autres",
    other: "Autres",
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
    semicolon: " ; ",
    comma: ", ",
    log_scale: ["années avant {}, échelle logarithmique", "échelle logarithmique"],
    long_times: [(1_000_000_000, "{}\u{a0}Md d’années"), (1_000_000, "{}\u{a0}M d’années")],
    fiscal: "exercice {}",
};
