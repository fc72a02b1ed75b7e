//! Czech.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} dalších",
    other: "Ostatní",
    remarks: ["Značky bez popisku: {}.", "Popisy jen v tabulce: {}.", "Popisy jsou v tabulce."],
    today: "Dnes",
    events: ["{} událost", "{} události", "{} události", "{} události", "{} událostí"],
    at: "Časová osa: {events}, {from}.",
    over: "Časová osa: {events}, {range}.",
    close: " Blízko sebe leží: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Polovina z nich spadá do období {range}.",
    longest: " Nejdelší období: {}.",
    in_order: " Popořadě: {}.",
    eras: " Epochy: {}.",
    markers: " Značky: {}.",
    holidays: " Svátky: {}.",
    week: "T{}",
    left_out: "vynecháno: {}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["roky před rokem {}, logaritmické měřítko", "logaritmické měřítko"],
    long_times: [(1_000_000_000, "{} mld. let"), (1_000_000, "{} mil. let")],
    fiscal: "úč. rok {}",
    density: DensityWords {
        per: [
            "Události za sekundu",
            "Události za minutu",
            "Události za hodinu",
            "Události za den",
            "Události za týden",
            "Události za měsíc",
            "Události za rok",
        ],
        per_time: "Události, období: {}",
        running: "Probíhající současně",
        named: ["{events}.", "{events}, pojmenováno: {n}."],
        spread: "Světleji: rozloženo na známou dobu.",
        most: " Nejvíce: {n} ({when}).",
    },
};
