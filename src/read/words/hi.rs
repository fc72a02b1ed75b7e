//! Hindi.

use super::{DurationUnit, Role, TableWords, TimeWord};

pub(super) const WORDS: TableWords = TableWords {
    times: &[
        (TimeWord::Date, &["तारीख", "दिनांक", "तिथि"]),
        (TimeWord::Start, &["आरंभ", "आरम्भ", "शुरू", "शुरुआत", "प्रारंभ"]),
        (TimeWord::End, &["अंत", "अन्त", "समाप्ति", "समाप्त"]),
        (TimeWord::Year, &["वर्ष", "साल"]),
        (TimeWord::Month, &["महीना", "माह"]),
        (TimeWord::Day, &["दिन"]),
        (TimeWord::Clock, &["समय"]),
        (TimeWord::Duration, &["अवधि"]),
        (TimeWord::Begun, &["जन्म", "स्थापना", "उद्घाटन"]),
        (TimeWord::Ended, &["मृत्यु", "निधन"]),
        (TimeWord::Happening, &["काल", "शासनकाल", "शताब्दी", "कब"]),
    ],
    texts: &[
        (Role::Name, &["शीर्षक", "नाम", "घटना", "कार्य", "परियोजना", "गतिविधि", "कार्यक्रम", "चरण"]),
        (Role::Detail, &["विवरण", "टिप्पणी"]),
        (Role::Category, &["श्रेणी", "प्रकार", "वर्ग", "स्थिति", "स्थान", "देश"]),
    ],
    unknown: &["अज्ञात"],
    totals: &["कुल"],
    units: &[
        (DurationUnit::Day, &["दिन"]),
        (DurationUnit::Month, &["महीने"]),
        (DurationUnit::Year, &["वर्ष"]),
    ],
    fillers: &["की", "का", "के"],
    ..TableWords::EMPTY
};
