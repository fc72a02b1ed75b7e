//! CLDR 48.2, fi: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static FI: Cldr = Cldr {
    in_date: [
        [
            "tammikuuta",
            "helmikuuta",
            "maaliskuuta",
            "huhtikuuta",
            "toukokuuta",
            "kesäkuuta",
            "heinäkuuta",
            "elokuuta",
            "syyskuuta",
            "lokakuuta",
            "marraskuuta",
            "joulukuuta",
        ],
        [
            "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
            "marras", "joulu",
        ],
    ],
    alone: [
        [
            "tammikuu",
            "helmikuu",
            "maaliskuu",
            "huhtikuu",
            "toukokuu",
            "kesäkuu",
            "heinäkuu",
            "elokuu",
            "syyskuu",
            "lokakuu",
            "marraskuu",
            "joulukuu",
        ],
        [
            "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
            "marras", "joulu",
        ],
    ],
    day: ["d. MMMM y", "d. MMMM y", "d.M.y"],
    month: ["LLLL y", "LLL y", "L.y"],
    month_day: ["d. MMMM", "d.M."],
    quarters: ["1. nelj.", "2. nelj.", "3. nelj.", "4. nelj."],
    quarter: "QQQ y",
    year_signs: ["", ""],
    eras: ["eKr.", "jKr."],
    is_era_first: false,
    and: [" ja ", " ja "],
    or: [" tai ", " tai "],
    comma: ", ",
    decimal: ",",
    group: "\u{a0}",
    units: [
        ["{0} vuosi", "{0} vuotta", "{0} vuotta", "{0} vuotta", "{0} vuotta"],
        ["{0} kuukausi", "{0} kuukautta", "{0} kuukautta", "{0} kuukautta", "{0} kuukautta"],
        ["{0} päivä", "{0} päivää", "{0} päivää", "{0} päivää", "{0} päivää"],
        ["{0} tunti", "{0} tuntia", "{0} tuntia", "{0} tuntia", "{0} tuntia"],
        ["{0} minuutti", "{0} minuuttia", "{0} minuuttia", "{0} minuuttia", "{0} minuuttia"],
        ["{0} sekunti", "{0} sekuntia", "{0} sekuntia", "{0} sekuntia", "{0} sekuntia"],
    ],
};
