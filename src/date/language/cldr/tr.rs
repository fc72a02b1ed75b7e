//! CLDR 48.2, tr: written by tests/by_hand/locales.py; change nothing here.

use super::Cldr;

pub(in crate::date) static TR: Cldr = Cldr {
    in_date: [
        [
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
            "Ekim", "Kasım", "Aralık",
        ],
        ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
    ],
    alone: [
        [
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
            "Ekim", "Kasım", "Aralık",
        ],
        ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
    ],
    day: ["d MMMM y", "d MMM y", "dd.MM.y"],
    month: ["MMMM y", "MMM y", "MM/y"],
    month_day: ["d MMMM", "d MMM"],
    quarters: ["Ç1", "Ç2", "Ç3", "Ç4"],
    quarter: "y QQQ",
    year_signs: ["", ""],
    eras: ["MÖ", "MS"],
    is_era_first: true,
    and: [" ve ", " ve "],
    or: [" veya ", " veya "],
    comma: ", ",
    decimal: ",",
    group: ".",
    units: [
        ["{0} yıl", "{0} yıl", "{0} yıl", "{0} yıl", "{0} yıl"],
        ["{0} ay", "{0} ay", "{0} ay", "{0} ay", "{0} ay"],
        ["{0} gün", "{0} gün", "{0} gün", "{0} gün", "{0} gün"],
        ["{0} saat", "{0} saat", "{0} saat", "{0} saat", "{0} saat"],
        ["{0} dakika", "{0} dakika", "{0} dakika", "{0} dakika", "{0} dakika"],
        ["{0} saniye", "{0} saniye", "{0} saniye", "{0} saniye", "{0} saniye"],
    ],
};
