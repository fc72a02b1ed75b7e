//! CLDR 48.2, pt: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static PT: Cldr = Cldr {
    in_date: [
        [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        [
            "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
            "dez.",
        ],
    ],
    alone: [
        [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        [
            "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
            "dez.",
        ],
    ],
    day: ["d 'de' MMMM 'de' y", "d 'de' MMM 'de' y", "dd/MM/y"],
    month: ["MMMM 'de' y", "MMM 'de' y", "MM/y"],
    month_day: ["d 'de' MMMM", "d 'de' MMM"],
    quarters: ["T1", "T2", "T3", "T4"],
    quarter: "QQQ 'de' y",
    year_signs: ["", ""],
    eras: ["a.C.", "d.C."],
    is_era_first: false,
    and: [" e ", " e "],
    or: [" ou ", " ou "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} ano", "{0} anos", "{0} anos", "{0} anos", "{0} anos"],
        ["{0} mês", "{0} meses", "{0} meses", "{0} meses", "{0} meses"],
        ["{0} dia", "{0} dias", "{0} dias", "{0} dias", "{0} dias"],
        ["{0} hora", "{0} horas", "{0} horas", "{0} horas", "{0} horas"],
        ["{0} minuto", "{0} minutos", "{0} minutos", "{0} minutos", "{0} minutos"],
        ["{0} segundo", "{0} segundos", "{0} segundos", "{0} segundos", "{0} segundos"],
    ],
};
