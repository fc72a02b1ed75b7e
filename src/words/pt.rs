//! Portuguese.

use super::Words;

pub(super) static WORDS: Words = Words {
    more: "+{} outros",
    other: "Outros",
    today: "Hoje",
    events: ["{} evento", "{} eventos", "{} eventos", "{} eventos", "{} eventos"],
    at: "Linha do tempo: {events}, {from}.",
    over: "Linha do tempo: {events}, {range}.",
    close: " Concentram-se {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Metade situa-se no período {range}.",
    longest: " Período mais longo: {}.",
    in_order: " Por ordem: {}.",
    eras: " Épocas: {}.",
    markers: " Marcas: {}.",
    holidays: " Feriados: {}.",
    week: "S{}",
    left_out: "{} omitidos",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["anos antes de {}, escala logarítmica", "escala logarítmica"],
    long_times: [(1_000_000_000, "{} mil M de anos"), (1_000_000, "{} M de anos")],
    fiscal: "exercício {}",
};
