//! Turkish.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} daha",
    other: "Diğer",
    remarks: [
        "Etiketsiz işaretler: {}.",
        "Yalnızca tablodaki açıklamalar: {}.",
        "Açıklamalar tablodadır.",
    ],
    today: "Bugün",
    events: ["{} olay", "{} olay", "{} olay", "{} olay", "{} olay"],
    at: "Zaman çizelgesi: {events}, {from}.",
    over: "Zaman çizelgesi: {events}, {range}.",
    close: " Birbirine yakın olanlar: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Yarısı {range} dönemindedir.",
    longest: " En uzun dönem: {}.",
    in_order: " Sırasıyla: {}.",
    eras: " Çağlar: {}.",
    markers: " İşaretler: {}.",
    holidays: " Tatiller: {}.",
    week: "H{}",
    left_out: "{} atlandı",
    page: "{n} / {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["{} öncesi yıl, logaritmik ölçek", "logaritmik ölçek"],
    long_times: [(1_000_000_000, "{} milyar yıl"), (1_000_000, "{} milyon yıl")],
    fiscal: "mali yıl {}",
    density: DensityWords {
        per: [
            "Saniyede olay",
            "Dakikada olay",
            "Saatte olay",
            "Günde olay",
            "Haftada olay",
            "Ayda olay",
            "Yılda olay",
        ],
        per_time: "Olaylar, süre: {}",
        running: "Aynı anda süren",
        named: ["{events}.", "{events}, adı yazılan: {n}."],
        spread: "Daha açık: bilinen süreye dağıtıldı.",
        most: " En çok: {n} ({when}).",
    },
};
