//! CLDR 48.2, ca: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static CA: Cldr = Cldr {
    in_date: [
        [
            "de gener",
            "de febrer",
            "de març",
            "d’abril",
            "de maig",
            "de juny",
            "de juliol",
            "d’agost",
            "de setembre",
            "d’octubre",
            "de novembre",
            "de desembre",
        ],
        [
            "de gen.", "de febr.", "de març", "d’abr.", "de maig", "de juny", "de jul.", "d’ag.",
            "de set.", "d’oct.", "de nov.", "de des.",
        ],
    ],
    alone: [
        [
            "gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre",
            "octubre", "novembre", "desembre",
        ],
        [
            "gen.", "febr.", "març", "abr.", "maig", "juny", "jul.", "ag.", "set.", "oct.", "nov.",
            "des.",
        ],
    ],
    day: ["d MMMM 'del' y", "d MMM 'del' y", "d/M/y"],
    month: ["LLLL 'del' y", "LLL 'del' y", "M/y"],
    month_day: ["d MMMM", "d MMM"],
    quarters: ["T1", "T2", "T3", "T4"],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["aC", "dC"],
    is_era_first: false,
    and: [" i ", " i "],
    or: [" o ", " o "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} any", "{0} anys", "{0} anys", "{0} anys", "{0} anys"],
        ["{0} mes", "{0} mesos", "{0} mesos", "{0} mesos", "{0} mesos"],
        ["{0} dia", "{0} dies", "{0} dies", "{0} dies", "{0} dies"],
        ["{0} hora", "{0} hores", "{0} hores", "{0} hores", "{0} hores"],
        ["{0} minut", "{0} minuts", "{0} minuts", "{0} minuts", "{0} minuts"],
        ["{0} segon", "{0} segons", "{0} segons", "{0} segons", "{0} segons"],
    ],
};
