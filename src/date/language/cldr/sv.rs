//! CLDR 48.2, sv: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static SV: Cldr = Cldr {
    in_date: [
        [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        [
            "jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
            "dec.",
        ],
    ],
    alone: [
        [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        [
            "jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
            "dec.",
        ],
    ],
    day: ["d MMMM y", "d MMM y", "y-MM-dd"],
    month: ["MMMM y", "MMM y", "y-MM"],
    month_day: ["d MMMM", "d MMM"],
    quarters: ["K1", "K2", "K3", "K4"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["f.Kr.", "e.Kr."],
    is_era_first: false,
    and: [" och ", " och "],
    or: [" eller ", " eller "],
    comma: ", ",
    decimal: ",",
    group: "\u{a0}",
    units: [
        ["{0} år", "{0} år", "{0} år", "{0} år", "{0} år"],
        ["{0} månad", "{0} månader", "{0} månader", "{0} månader", "{0} månader"],
        ["{0} dygn", "{0} dygn", "{0} dygn", "{0} dygn", "{0} dygn"],
        ["{0} timme", "{0} timmar", "{0} timmar", "{0} timmar", "{0} timmar"],
        ["{0} minut", "{0} minuter", "{0} minuter", "{0} minuter", "{0} minuter"],
        ["{0} sekund", "{0} sekunder", "{0} sekunder", "{0} sekunder", "{0} sekunder"],
    ],
};
