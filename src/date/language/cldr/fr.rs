//! CLDR 48.2, fr: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static FR: Cldr = Cldr {
    in_date: [
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
            "nov.", "déc.",
        ],
    ],
    alone: [
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
            "nov.", "déc.",
        ],
    ],
    day: ["d MMMM y", "d MMM y", "dd/MM/y"],
    month: ["MMMM y", "MMM y", "MM/y"],
    month_day: ["d MMMM", "d MMM"],
    quarters: ["T1", "T2", "T3", "T4"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["av. J.-C.", "ap. J.-C."],
    is_era_first: false,
    and: [" et ", " et "],
    or: [" ou ", " ou "],
    comma: ", ",
    decimal: ",",
    group: "\u{a0}",
    units: [
        ["{0}\u{a0}an", "{0} ans", "{0} ans", "{0} ans", "{0} ans"],
        ["{0}\u{a0}mois", "{0}\u{a0}mois", "{0}\u{a0}mois", "{0}\u{a0}mois", "{0}\u{a0}mois"],
        ["{0}\u{a0}jour", "{0}\u{a0}jours", "{0}\u{a0}jours", "{0}\u{a0}jours", "{0}\u{a0}jours"],
        [
            "{0}\u{a0}heure",
            "{0}\u{a0}heures",
            "{0}\u{a0}heures",
            "{0}\u{a0}heures",
            "{0}\u{a0}heures",
        ],
        ["{0} minute", "{0} minutes", "{0} minutes", "{0} minutes", "{0} minutes"],
        [
            "{0}\u{a0}seconde",
            "{0}\u{a0}secondes",
            "{0}\u{a0}secondes",
            "{0}\u{a0}secondes",
            "{0}\u{a0}secondes",
        ],
    ],
};
