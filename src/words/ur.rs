//! Urdu.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} مزید",
    other: "دیگر",
    today: "آج",
    events: ["{} واقعہ", "{} واقعات", "{} واقعات", "{} واقعات", "{} واقعات"],
    at: "وقت کا خط: {events}، {from}۔",
    over: "وقت کا خط: {events}، {range}۔",
    close: " قریب قریب: {}۔",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " ان میں سے آدھے اس دور میں ہیں: {range}۔",
    longest: " سب سے لمبا دور: {}۔",
    in_order: " ترتیب سے: {}۔",
    eras: " ادوار: {}۔",
    markers: " نشانات: {}۔",
    holidays: " تعطیلات: {}۔",
    week: "ہفتہ {}",
    left_out: "{} چھوڑے گئے",
    semicolon: "؛ ",
    comma: "، ",
    log_scale: ["{} سے پہلے کے سال، لوگارتھمی پیمانہ", "لوگارتھمی پیمانہ"],
    long_times: [(1_000_000_000, "{} ارب سال"), (1_000_000, "{} ملین سال")],
    fiscal: "مالی سال {}",
    density: DensityWords {
        per: [
            "واقعات فی سیکنڈ",
            "واقعات فی منٹ",
            "واقعات فی گھنٹہ",
            "واقعات فی دن",
            "واقعات فی ہفتہ",
            "واقعات فی مہینہ",
            "واقعات فی سال",
        ],
        per_time: "واقعات، مدت: {}",
        running: "ایک ساتھ جاری",
        named: ["{events}۔", "{events}، نام کے ساتھ: {n}۔"],
        spread: "ہلکا: معلوم وقت پر تقسیم۔",
        most: " سب سے زیادہ: {n} ({when})۔",
    },
};
