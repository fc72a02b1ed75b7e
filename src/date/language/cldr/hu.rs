//! CLDR 48.2, hu: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static HU: Cldr = Cldr {
    in_date: [
        [
            "január",
            "február",
            "március",
            "április",
            "május",
            "június",
            "július",
            "augusztus",
            "szeptember",
            "október",
            "november",
            "december",
        ],
        [
            "jan.", "febr.", "márc.", "ápr.", "máj.", "jún.", "júl.", "aug.", "szept.", "okt.",
            "nov.", "dec.",
        ],
    ],
    alone: [
        [
            "január",
            "február",
            "március",
            "április",
            "május",
            "június",
            "július",
            "augusztus",
            "szeptember",
            "október",
            "november",
            "december",
        ],
        [
            "jan.", "febr.", "márc.", "ápr.", "máj.", "jún.", "júl.", "aug.", "szept.", "okt.",
            "nov.", "dec.",
        ],
    ],
    day: ["y. MMMM d.", "y. MMM d.", "y. MM. dd."],
    month: ["y. MMMM", "y. MMM", "y. M."],
    month_day: ["MMMM d.", "MMM d."],
    quarters: ["I. n.év", "II. n.év", "III. n.év", "IV. n.év"],
    quarter: "y. QQQ",
    year_signs: ["", ""],
    eras: ["i. e.", "i. sz."],
    is_era_first: true,
    and: [" és ", " és "],
    or: [" vagy ", " vagy "],
    comma: ", ",
    decimal: ",",
    group: "\u{a0}",
    units: [
        ["{0} év", "{0} év", "{0} év", "{0} év", "{0} év"],
        ["{0} hónap", "{0} hónap", "{0} hónap", "{0} hónap", "{0} hónap"],
        ["{0} nap", "{0} nap", "{0} nap", "{0} nap", "{0} nap"],
        ["{0} óra", "{0} óra", "{0} óra", "{0} óra", "{0} óra"],
        ["{0} perc", "{0} perc", "{0} perc", "{0} perc", "{0} perc"],
        ["{0} másodperc", "{0} másodperc", "{0} másodperc", "{0} másodperc", "{0} másodperc"],
    ],
};
