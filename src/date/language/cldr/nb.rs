//! CLDR 48.2, nb: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static NB: Cldr = Cldr {
    in_date: [
        [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        [
            "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
            "des.",
        ],
    ],
    alone: [
        [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"],
    ],
    day: ["d. MMMM y", "d. MMM y", "d.M.y"],
    month: ["MMMM y", "MMM y", "M.y"],
    month_day: ["d. MMMM", "d. MMM"],
    quarters: ["K1", "K2", "K3", "K4"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["f.Kr.", "e.Kr."],
    is_era_first: false,
    and: [" og ", " og "],
    or: [" eller ", " eller "],
    comma: ", ",
    decimal: ",",
    group: "\u{a0}",
    units: [
        ["{0} år", "{0} år", "{0} år", "{0} år", "{0} år"],
        ["{0} måned", "{0} måneder", "{0} måneder", "{0} måneder", "{0} måneder"],
        ["{0} døgn", "{0} døgn", "{0} døgn", "{0} døgn", "{0} døgn"],
        ["{0} time", "{0} timer", "{0} timer", "{0} timer", "{0} timer"],
        ["{0} minutt", "{0} minutter", "{0} minutter", "{0} minutter", "{0} minutter"],
        ["{0} sekund", "{0} sekunder", "{0} sekunder", "{0} sekunder", "{0} sekunder"],
    ],
};
