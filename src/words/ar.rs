//! Arabic.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} أخرى",
    other: "أخرى",
    today: "اليوم",
    events: ["حدث واحد", "حدثان", "{} أحداث", "{} حدثًا", "{} حدث"],
    at: "خط زمني: {events}، {from}.",
    over: "خط زمني: {events}، {range}.",
    close: " متقاربة: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " يقع نصفها في الفترة {range}.",
    longest: " أطول فترة: {}.",
    in_order: " بالترتيب: {}.",
    eras: " عصور: {}.",
    markers: " علامات: {}.",
    holidays: " عطلات: {}.",
    week: "أ{}",
    left_out: "حُذف {}",
    semicolon: "؛ ",
    comma: "، ",
    log_scale: ["سنوات قبل {}، مقياس لوغاريتمي", "مقياس لوغاريتمي"],
    long_times: [(1_000_000_000, "{} مليار سنة"), (1_000_000, "{} مليون سنة")],
    fiscal: "السنة المالية {}",
    density: DensityWords {
        per: [
            "أحداث في الثانية",
            "أحداث في الدقيقة",
            "أحداث في الساعة",
            "أحداث في اليوم",
            "أحداث في الأسبوع",
            "أحداث في الشهر",
            "أحداث في السنة",
        ],
        per_time: "أحداث، المدة: {}",
        running: "جارية في آن واحد",
        named: ["{events}.", "{events}، المسماة: {n}."],
        spread: "أفتح: موزّع على الزمن المعروف.",
        most: " الأكثر: {n} ({when}).",
    },
};
