//! Abbreviations of zones that have one meaning, or one that is meant by nearly all who write them.
//!
//! CST, IST, BST and others are of several zones and are refused with them.

/// Minutes east of UTC. RFC 2822 has those of North America.
const NAMES: [(&str, i32); 32] = [
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MDT", -360),
    ("PDT", -420),
    ("AKST", -540),
    ("AKDT", -480),
    ("HST", -600),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("TRT", 180),
    ("EAT", 180),
    ("CAT", 120),
    ("WAT", 60),
    ("SAST", 120),
    ("PKT", 300),
    ("NPT", 345),
    ("HKT", 480),
    ("SGT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
];

/// Abbreviations of several zones, and what they can be.
const AMBIGUOUS: [(&str, &str); 8] = [
    ("CST", "-06:00 in North America, +08:00 in China or -05:00 in Cuba"),
    ("IST", "+05:30 in India, +02:00 in Israel or +01:00 in Ireland"),
    ("BST", "+01:00 in Britain or +06:00 in Bangladesh"),
    ("MST", "-07:00 in North America or +08:00 in Malaysia"),
    ("PST", "-08:00 in North America or +08:00 in the Philippines"),
    ("AST", "-04:00 in North America or +03:00 in Arabia"),
    ("GST", "+04:00 at the Gulf or -02:00 on South Georgia"),
    ("ECT", "-05:00 in Ecuador or -04:00 in the Caribbean"),
];

/// The seconds east of UTC of an abbreviation that has one meaning.
pub(super) fn offset_of(name: &str) -> Option<i32> {
    let found = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|&(_, minutes)| minutes * 60)
}

/// The zones that an abbreviation can be, in words.
pub(super) fn ambiguous(name: &str) -> Option<&'static str> {
    let found = AMBIGUOUS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|&(_, zones)| zones)
}
