//! CLDR 48.2, da: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static DA: Cldr = Cldr {
    in_date: [
        [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ],
        [
            "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
            "dec.",
        ],
    ],
    alone: [
        [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ],
        [
            "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
            "dec.",
        ],
    ],
    day: ["d. MMMM y", "d. MMM y", "d.M.y"],
    month: ["MMMM y", "MMM y", "M.y"],
    month_day: ["d. MMMM", "d. MMM"],
    quarters: ["1. kvt.", "2. kvt.", "3. kvt.", "4. kvt."],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["f.Kr.", "e.Kr."],
    is_era_first: false,
    and: [" og ", " og "],
    or: [" eller ", " eller "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} år", "{0} år", "{0} år", "{0} år", "{0} år"],
        ["{0} måned", "{0} måneder", "{0} måneder", "{0} måneder", "{0} måneder"],
        ["{0} dag", "{0} dage", "{0} dage", "{0} dage", "{0} dage"],
        ["{0} time", "{0} timer", "{0} timer", "{0} timer", "{0} timer"],
        ["{0} minut", "{0} minutter", "{0} minutter", "{0} minutter", "{0} minutter"],
        ["{0} sekund", "{0} sekunder", "{0} sekunder", "{0} sekunder", "{0} sekunder"],
    ],
};
