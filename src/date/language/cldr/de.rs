//! CLDR 48.2, de: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static DE: Cldr = Cldr {
    in_date: [
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
            "Dez.",
        ],
    ],
    alone: [
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    ],
    day: ["d. MMMM y", "d. MMM y", "d.M.y"],
    month: ["MMMM y", "MMM y", "M/y"],
    month_day: ["d. MMMM", "d. MMM"],
    quarters: ["Q1", "Q2", "Q3", "Q4"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["v. Chr.", "n. Chr."],
    is_era_first: false,
    and: [" und ", " und "],
    or: [" oder ", " oder "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} Jahr", "{0} Jahre", "{0} Jahre", "{0} Jahre", "{0} Jahre"],
        ["{0} Monat", "{0} Monate", "{0} Monate", "{0} Monate", "{0} Monate"],
        ["{0} Tag", "{0} Tage", "{0} Tage", "{0} Tage", "{0} Tage"],
        ["{0} Stunde", "{0} Stunden", "{0} Stunden", "{0} Stunden", "{0} Stunden"],
        ["{0} Minute", "{0} Minuten", "{0} Minuten", "{0} Minuten", "{0} Minuten"],
        ["{0} Sekunde", "{0} Sekunden", "{0} Sekunden", "{0} Sekunden", "{0} Sekunden"],
    ],
};
