//! Turkish.

use super::{DurationUnit, Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Date, &["tarih", "tarihi", "tarihler"]),
        (TimeWord::Start, &["baslangic", "baslama", "baslangici"]),
        (TimeWord::End, &["bitis", "son", "bitisi", "sonu"]),
        (TimeWord::Year, &["yil", "yili", "sene"]),
        (TimeWord::Month, &["ay"]),
        (TimeWord::Day, &["gun"]),
        (TimeWord::Clock, &["saat", "zaman"]),
        (TimeWord::Duration, &["sure", "suresi"]),
        (TimeWord::Begun, &["acilis", "dogum", "kurulus"]),
        (TimeWord::Ended, &["kapanis", "olum"]),
        (TimeWord::Happening, &["donem", "ceyrek", "hafta", "yuzyil"]),
        (TimeWord::Version, &["planlanan", "gerceklesen"]),
    ],
    texts: &[
        (
            Role::Name,
            &[
                "baslik",
                "ad",
                "adi",
                "isim",
                "olay",
                "etkinlik",
                "gorev",
                "kilometre tasi",
                "faaliyet",
                "olaylar",
                "konu",
                "proje",
                "asama",
            ],
        ),
        (
            Role::Detail,
            &[
                "aciklama",
                "ayrinti",
                "ayrintilar",
                "not",
                "notlar",
                "yorum",
                "metin",
                "icerik",
                "ozet",
            ],
        ),
        (
            Role::Category,
            &[
                "kategori", "grup", "tur", "tip", "sinif", "konu", "durum", "ekip", "birim",
                "sorumlu", "ulke", "bolge", "yer",
            ],
        ),
        (Role::Lane, &["serit", "satir"]),
        (Role::Url, &["baglanti"]),
        (Role::Count, &["sayi"]),
    ],
    missing: &["yok", "tarihsiz", "t.y.", "bos"],
    unknown: &["bilinmiyor", "belirsiz", "belli degil"],
    totals: &["toplam", "genel toplam", "ara toplam"],
    units: &[
        (DurationUnit::Hour, &["sa", "saat"]),
        (DurationUnit::Day, &["gun"]),
        (DurationUnit::Week, &["hf", "hafta"]),
        (DurationUnit::Month, &["ay"]),
        (DurationUnit::Quarter, &["ceyrek"]),
        (DurationUnit::Year, &["yil", "sene"]),
    ],
    fillers: &["ve", "veya"],
};
