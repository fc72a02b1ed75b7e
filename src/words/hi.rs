//! Hindi.

use super::Words;

pub(super) static WORDS: Words = Words {
    more: "+{} और",
    other: "अन्य",
    today: "आज",
    events: ["{} घटना", "{} घटनाएँ", "{} घटनाएँ", "{} घटनाएँ", "{} घटनाएँ"],
    at: "समयरेखा: {events}, {from}।",
    over: "समयरेखा: {events}, {range}।",
    close: " पास-पास: {}।",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " इनमें से आधी इस अवधि में हैं: {range}।",
    longest: " सबसे लंबी अवधि: {}।",
    in_order: " क्रम से: {}।",
    eras: " युग: {}।",
    markers: " चिह्न: {}।",
    holidays: " छुट्टियाँ: {}।",
    week: "स{}",
    left_out: "{} छोड़े गए",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["{} से पहले के वर्ष, लघुगणकीय पैमाना", "लघुगणकीय पैमाना"],
    long_times: [(1_000_000_000, "{} अरब वर्ष"), (10_000_000, "{} करोड़ वर्ष")],
    fiscal: "वित्त वर्ष {}",
};
