//! Portuguese.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} outros",
    other: "Outros",
    remarks: [
        "Marcas sem rótulo: {}.",
        "Descrições apenas na tabela: {}.",
        "As descrições estão na tabela.",
    ],
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
    page: "{n} de {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["anos antes de {}, escala logarítmica", "escala logarítmica"],
    long_times: [(1_000_000_000, "{} mil M de anos"), (1_000_000, "{} M de anos")],
    fiscal: "exercício {}",
    density: DensityWords {
        per: [
            "Eventos por segundo",
            "Eventos por minuto",
            "Eventos por hora",
            "Eventos por dia",
            "Eventos por semana",
            "Eventos por mês",
            "Eventos por ano",
        ],
        per_time: "Eventos em {}",
        running: "Em curso ao mesmo tempo",
        named: ["{events}.", "{events}; com nome: {n}."],
        spread: "Mais claro: repartido pelo período conhecido.",
        most: " Máximo: {n} ({when}).",
    },
};
