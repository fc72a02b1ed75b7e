//! Further languages, of which few words are known: Croatian, Serbian, Slovenian, Bulgarian, Lithuanian, Hebrew,
//! Indonesian, Vietnamese and Thai.

use super::{Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Date, &["tanggal", "ngay", "תאריך", "วันที่", "data"]),
        (
            TimeWord::Start,
            &[
                "pocetak",
                "pocetka",
                "почетак",
                "начало",
                "pradzia",
                "mulai",
                "awal",
                "התחלה",
                "תחילה",
                "เริ่ม",
            ],
        ),
        (
            TimeWord::End,
            &["kraj", "zavrsetak", "крај", "край", "pabaiga", "selesai", "akhir", "סיום", "สิ้นสุด"],
        ),
        (TimeWord::Year, &["godina", "година", "leto", "metai", "tahun", "nam", "שנה", "ปี"]),
        (TimeWord::Month, &["mjesec", "месец", "menuo", "bulan", "חודש"]),
        (TimeWord::Day, &["dan", "diena", "hari", "יום"]),
    ],
    texts: &[
        (
            Role::Name,
            &[
                "događaj",
                "događaji",
                "догађај",
                "dogodek",
                "събитие",
                "įvykis",
                "peristiwa",
                "kejadian",
                "kegiatan",
                "nama",
                "judul",
                "tugas",
                "אירוע",
                "כותרת",
                "משימה",
                "sự kiện",
                "เหตุการณ์",
                "naziv",
                "naslov",
                "назив",
                "pavadinimas",
            ],
        ),
        (Role::Detail, &["opis", "опис", "описание", "keterangan", "deskripsi", "תיאור"]),
        (Role::Category, &["kategorija", "категорија", "קטגוריה"]),
    ],
    missing: &["bez datuma"],
    unknown: &["nepoznato", "непознато", "tidak diketahui"],
    ..TableWords::EMPTY
};
