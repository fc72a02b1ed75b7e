//! Spanish.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} más",
    other: "Otros",
    remarks: [
        "Marcas sin rótulo: {}.",
        "Descripciones solo en la tabla: {}.",
        "Las descripciones están en la tabla.",
    ],
    today: "Hoy",
    events: [
        "{} acontecimiento",
        "{} acontecimientos",
        "{} acontecimientos",
        "{} acontecimientos",
        "{} acontecimientos",
    ],
    at: "Línea de tiempo: {events}, {from}.",
    over: "Línea de tiempo: {events}, {range}.",
    close: " Se concentran {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " La mitad se sitúa en el período {range}.",
    longest: " Período más largo: {}.",
    in_order: " Por orden: {}.",
    eras: " Épocas: {}.",
    markers: " Marcas: {}.",
    holidays: " Festivos: {}.",
    week: "S{}",
    left_out: "{} omitidos",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["años antes de {}, escala logarítmica", "escala logarítmica"],
    long_times: [(1_000_000_000, "{} mil M de años"), (1_000_000, "{} M de años")],
    fiscal: "ejercicio {}",
    density: DensityWords {
        per: [
            "Acontecimientos por segundo",
            "Acontecimientos por minuto",
            "Acontecimientos por hora",
            "Acontecimientos por día",
            "Acontecimientos por semana",
            "Acontecimientos por mes",
            "Acontecimientos por año",
        ],
        per_time: "Acontecimientos en {}",
        running: "En curso a la vez",
        named: ["{events}.", "{events}; con nombre: {n}."],
        spread: "Más claro: repartido en el período conocido.",
        most: " Máximo: {n} ({when}).",
    },
};
