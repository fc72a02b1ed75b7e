//! CLDR 48.2, ro: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static RO: Cldr = Cldr {
    in_date: [
        [
            "ianuarie",
            "februarie",
            "martie",
            "aprilie",
            "mai",
            "iunie",
            "iulie",
            "august",
            "septembrie",
            "octombrie",
            "noiembrie",
            "decembrie",
        ],
        [
            "ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.",
            "dec.",
        ],
    ],
    alone: [
        [
            "ianuarie",
            "februarie",
            "martie",
            "aprilie",
            "mai",
            "iunie",
            "iulie",
            "august",
            "septembrie",
            "octombrie",
            "noiembrie",
            "decembrie",
        ],
        [
            "ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.",
            "dec.",
        ],
    ],
    day: ["d MMMM y", "d MMM y", "dd.MM.y"],
    month: ["MMMM y", "MMM y", "MM.y"],
    month_day: ["d MMMM", "d MMM"],
    quarters: ["trim. I", "trim. II", "trim. III", "trim. IV"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["î.Hr.", "d.Hr."],
    is_era_first: false,
    and: [" și ", " și "],
    or: [" sau ", " sau "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} an", "{0} de ani", "{0} ani", "{0} de ani", "{0} de ani"],
        ["{0} lună", "{0} de luni", "{0} luni", "{0} de luni", "{0} de luni"],
        ["{0} zi", "{0} de zile", "{0} zile", "{0} de zile", "{0} de zile"],
        ["{0} oră", "{0} de ore", "{0} ore", "{0} de ore", "{0} de ore"],
        ["{0} minut", "{0} de minute", "{0} minute", "{0} de minute", "{0} de minute"],
        ["{0} secundă", "{0} de secunde", "{0} secunde", "{0} de secunde", "{0} de secunde"],
    ],
};
