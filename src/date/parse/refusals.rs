//! Texts that are no date but say what they are: other calendars, reigns, periods, feasts, terms,
//! relative words, plans, error values. They are refused by name, with what to write instead.
//!
//! Works on a text that no notation has read, so that it never hides a date.

use super::cursor::{Cursor, Miss};
use super::letters::is_letter;
use crate::date::DateErrorKind;
use crate::date::DateErrorKind::{Incomplete, Malformed, NotADate, OtherLanguage, Unsupported};
use crate::error::{Message, quoted};

/// What a text is that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NonDate {
    Islamic,
    Hebrew,
    Persian,
    Japanese,
    Chinese,
    French,
    Buddhist,
    Saka,
    Roman,
    Julian,
    Reign,
    Period,
    Feast,
    Term,
    Relative,
    Plan,
    Elapsed,
    Turn,
    Event,
    ErrorValue,
    Phrase,
}

/// Words by what they say a text is. Letters are compared in lower case and without full stops.
const WORDS: [(NonDate, &[&str]); 17] = [
    (
        NonDate::Islamic,
        &[
            "ah", "hijri", "hijra", "hijrah", "hegira", "muharram", "safar", "rabi", "rabiʿ",
            "jumada", "rajab", "shaban", "sha'ban", "ramadan", "ramazan", "ramadhan", "shawwal",
            "dhu", "dhul", "zilhajj", "zilqad",
        ],
    ),
    (
        NonDate::Hebrew,
        &[
            "hebrew", "dhebrew", "tishri", "tishrei", "cheshvan", "heshvan", "kislev", "tevet",
            "shevat", "shvat", "adar", "nisan", "iyar", "sivan", "tamuz", "elul", "tsh", "csh",
            "ksl", "tvt", "shv", "adr", "nsn", "svn", "tmz", "aav", "ell",
        ],
    ),
    (
        NonDate::Persian,
        &[
            "persian",
            "jalali",
            "shamsi",
            "farvardin",
            "ordibehesht",
            "khordad",
            "mordad",
            "shahrivar",
            "mehr",
            "aban",
            "azar",
            "bahman",
            "esfand",
            "sh",
            "ap",
        ],
    ),
    (
        NonDate::Japanese,
        &[
            "meiji", "taisho", "taishō", "showa", "shōwa", "heisei", "reiwa", "keio", "genroku",
            "kansei", "bunka", "tempo", "kōki", "明治", "大正", "昭和", "平成", "令和",
        ],
    ),
    (NonDate::Chinese, &["minguo", "民國", "民国", "roc"]),
    (
        NonDate::French,
        &[
            "french_r",
            "french",
            "dfrench",
            "vendemiaire",
            "vendémiaire",
            "brumaire",
            "frimaire",
            "nivose",
            "nivôse",
            "pluviose",
            "pluviôse",
            "ventose",
            "ventôse",
            "germinal",
            "floreal",
            "floréal",
            "prairial",
            "messidor",
            "thermidor",
            "fructidor",
            "vend",
            "brum",
        ],
    ),
    (NonDate::Buddhist, &["be", "buddhist"]),
    (NonDate::Saka, &["saka", "śaka", "vikram", "samvat"]),
    (NonDate::Roman, &["auc", "kalends", "kal", "ides", "nones"]),
    (NonDate::Julian, &["julian"]),
    (NonDate::Reign, &["regnal", "reign", "regni", "dynasty", "olympiad"]),
    (
        NonDate::Period,
        &[
            "period",
            "era",
            "epoch",
            "age",
            "jurassic",
            "cretaceous",
            "triassic",
            "permian",
            "carboniferous",
            "devonian",
            "silurian",
            "ordovician",
            "cambrian",
            "precambrian",
            "archean",
            "proterozoic",
            "hadean",
            "paleozoic",
            "mesozoic",
            "cenozoic",
            "paleogene",
            "neogene",
            "quaternary",
            "tertiary",
            "paleocene",
            "eocene",
            "oligocene",
            "miocene",
            "pliocene",
            "pleistocene",
            "holocene",
            "neolithic",
            "mesolithic",
            "paleolithic",
            "palaeolithic",
            "chalcolithic",
            "bronze",
            "iron",
            "hellenistic",
            "roman",
            "medieval",
            "mediaeval",
            "byzantine",
            "archaic",
            "classical",
            "victorian",
            "edwardian",
            "georgian",
            "elizabethan",
            "tudor",
            "renaissance",
            "baroque",
            "predynastic",
            "kingdom",
            "edo",
            "heian",
            "muromachi",
            "ming",
            "qing",
            "tang",
            "song",
            "han",
            "lia",
            "mia",
            "eia",
            "lba",
            "mba",
            "eba",
            "antiquity",
            "prehistoric",
            "colonial",
            "modern",
            "wartime",
            "interwar",
            "wwi",
            "wwii",
            "ww1",
            "ww2",
            "jacobean",
            "stuart",
            "regency",
            "enlightenment",
            "restoration",
            "belle",
        ],
    ),
    (
        NonDate::Feast,
        &[
            "easter",
            "christmas",
            "xmas",
            "pentecost",
            "whitsun",
            "whitsunday",
            "passover",
            "lent",
            "michaelmas",
            "midsummer",
            "candlemas",
            "epiphany",
            "advent",
            "ascension",
            "thanksgiving",
            "halloween",
            "diwali",
            "eid",
            "hanukkah",
            "purim",
            "carnival",
            "feast",
            "solstice",
            "equinox",
            "year's",
            "eve",
            "good",
        ],
    ),
    (
        NonDate::Term,
        &[
            "term",
            "hilary",
            "ay",
            "trinity",
            "semester",
            "trimester",
            "ws",
            "ss",
            "wise",
            "sose",
            "academic",
            "school",
            "season",
            "session",
            "vintage",
        ],
    ),
    (
        NonDate::Relative,
        &[
            "tomorrow",
            "yesterday",
            "next",
            "ago",
            "asap",
            "soon",
            "recently",
            "recent",
            "tonight",
            "previous",
            "upcoming",
            "eod",
            "eow",
            "eom",
            "eoq",
            "eoy",
            "tba",
            "this",
        ],
    ),
    (
        NonDate::Plan,
        &[
            "sprint",
            "phase",
            "milestone",
            "iteration",
            "release",
            "version",
            "stage",
            "gate",
            "wave",
            "increment",
            "pi",
            "lot",
        ],
    ),
    (NonDate::Event, &["event", "impact", "war", "eruption", "revolution"]),
];

/// The miss with what the text is, if it says so and no notation was clear.
pub(super) fn named(cursor: Cursor<'_>, miss: Miss) -> Miss {
    if !matches!(miss.kind(), NotADate | Incomplete | Malformed | OtherLanguage) {
        return miss;
    }
    match find(cursor).filter(|&(.., named)| named != NonDate::Elapsed || miss.kind() == NotADate) {
        Some((at, kind, named)) => at.firm::<()>(kind, message(named, at)).err().unwrap_or(miss),
        None => miss,
    }
}

/// Where a text says what it is.
fn find(cursor: Cursor<'_>) -> Option<(Cursor<'_>, DateErrorKind, NonDate)> {
    let text = cursor.rest();
    if text.starts_with('#') && text.len() > 1 {
        return Some((cursor, NotADate, NonDate::ErrorValue));
    }
    let phrase =
        text.split_once('(').filter(|(head, _)| head.contains(|c: char| c.is_ascii_digit()));
    if phrase.is_some_and(|(_, tail)| tail.contains(')')) {
        return Some((cursor, NotADate, NonDate::Phrase));
    }
    if is_elapsed(text) {
        return Some((cursor, Incomplete, NonDate::Elapsed));
    }
    let units = ["week", "month", "year", "night", "quarter"];
    if begins_with(cursor, "last ") && units.iter().any(|unit| text.ends_with(unit)) {
        return Some((cursor, NotADate, NonDate::Relative));
    }
    if has_word(text, "turn") {
        return Some((cursor, Incomplete, NonDate::Turn));
    }
    let mut found: Vec<(Cursor<'_>, NonDate)> = words(cursor).collect();
    found.retain(|&(at, named)| named != NonDate::Hebrew || !is_turkish_april(at));
    // "Meiji period" is no year of a reign.
    if let Some(&(at, named)) = found.iter().find(|&&(at, _)| begins_with(at, "period")) {
        return Some((at, kind(named), named));
    }
    // Of a year of a dynasty's period the calendar says most, and of the rest the first word.
    found.sort_by_key(|&(_, named)| named == NonDate::Period || named == NonDate::Event);
    if let Some(&(at, named)) = found.first() {
        return Some((at, kind(named), named));
    }
    if text.ends_with(" H") {
        return Some((cursor, Unsupported, NonDate::Islamic));
    }
    if has_word(text, "year")
        && has_word(text, "of")
        && !text.ends_with(|c: char| c.is_ascii_digit())
    {
        return Some((cursor, Unsupported, NonDate::Reign));
    }
    if text.contains(['(', ')']) {
        return Some((cursor, NotADate, NonDate::Phrase));
    }
    None
}

/// Calendars cannot be read, and all else is no date.
fn kind(named: NonDate) -> DateErrorKind {
    match named {
        NonDate::Period
        | NonDate::Feast
        | NonDate::Term
        | NonDate::Relative
        | NonDate::Plan
        | NonDate::Event => NotADate,
        _ => Unsupported,
    }
}

/// Whether Nisan is April in Turkish: years of the Hebrew calendar are above 3000.
fn is_turkish_april(cursor: Cursor<'_>) -> bool {
    let digits = cursor.rest().split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4);
    begins_with(cursor, "nisan") && digits.is_some_and(|year| year < "3000")
}

fn begins_with(cursor: Cursor<'_>, word: &str) -> bool {
    cursor.rest().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c| !is_letter(c)).any(|found| found.eq_ignore_ascii_case(word))
}

/// The words of a text that say what it is, each with its place.
fn words(cursor: Cursor<'_>) -> impl Iterator<Item = (Cursor<'_>, NonDate)> {
    let text = cursor.rest();
    let is_part = |c: char| is_letter(c) || c == '_' || c == '\'';
    let starts = text.char_indices().filter(move |&(at, c)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        is_part(c) && !before.is_some_and(|c| is_part(c) || c == '.')
    });
    starts.filter_map(move |(at, _)| {
        let tail = text.get(at..)?;
        let end = tail.find(|c: char| !is_part(c) && c != '.').unwrap_or(tail.len());
        let word = tail.get(..end)?.replace('.', "").to_lowercase();
        let found = WORDS.iter().find(|(_, words)| words.contains(&word.as_str()));
        found.map(|&(named, _)| (cursor.split(at, at).1, named))
    })
}

/// T+30, D-3, Day 12, M3, in 3 days, 2 weeks.
fn is_elapsed(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let after = |head: &str| lower.strip_prefix(head).map(str::trim_start);
    let counted = [
        "t+", "t-", "d+", "d-", "m+", "m-", "w+", "w-", "y+", "l-", "l+", "day ", "month ",
        "week ", "year ", "hour ", "lap ", "round ", "in ",
    ];
    let is_count = |tail: &str| tail.starts_with(|c: char| c.is_ascii_digit());
    let units = ["day", "days", "week", "weeks", "month", "months", "hours", "minutes", "seconds"];
    let is_short = text.len() <= 16;
    let is_led = counted.iter().any(|head| {
        let count = after(head).map(|tail| tail.split(' ').collect::<Vec<_>>());
        count.is_some_and(|parts| match parts[..] {
            [count] => {
                is_count(count) && count.bytes().all(|byte| b"0123456789:.dhmsw".contains(&byte))
            }
            [count, unit] => is_count(count) && units.contains(&unit),
            _ => false,
        })
    });
    let ends_in_unit =
        lower.split_once(' ').is_some_and(|(count, unit)| is_count(count) && units.contains(&unit));
    // Minutes of a match: 90', 45+2'.
    let is_minute = lower.strip_suffix(['\'', '’', '′']).is_some_and(|minutes| {
        let mut parts = minutes.split('+').map(str::trim);
        parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    is_short && (is_led || ends_in_unit || is_minute)
}

fn message(named: NonDate, at: Cursor<'_>) -> Message {
    let calendar = |name: &str| -> Message {
        format!("dates of the {name} calendar are not converted; write the Gregorian date, as 1956-03-12")
            .into()
    };
    match named {
        NonDate::Islamic => calendar("Islamic (Hijri)"),
        NonDate::Hebrew => calendar("Hebrew (Jewish)"),
        NonDate::Persian => calendar("Persian (Iranian, Solar Hijri)"),
        NonDate::French => calendar("French Republican"),
        NonDate::Buddhist => calendar("Buddhist (Thai)"),
        NonDate::Saka => calendar("Indian (Saka, Vikram)"),
        NonDate::Julian => calendar("Julian (Old Style)"),
        NonDate::Roman => "years of Rome since its founding (AUC) and days of the Roman calendar are not converted; write the year as 44 BC".into(),
        NonDate::Chinese => "years of the Republic of China (Minguo, Taiwan) are not converted; write the year as 1956".into(),
        NonDate::Japanese => "years of a Japanese reign (regnal years) are not converted; write the year as 1890".into(),
        NonDate::Reign => "years of a reign or dynasty (regnal years) are not converted; write the years as 1279 BC or 1368–1644".into(),
        NonDate::Period => period(at),
        NonDate::Feast => "the day of a feast or holiday is not worked out; write the day, as 1916-04-23".into(),
        NonDate::Term => "a term, season or school year begins differently in each place; write when it began and ended, as 2021-09/2022-02".into(),
        NonDate::Relative => "a relative date depends on today, which is not known; write the day itself, as 2024-03-12".into(),
        NonDate::Plan => "a step of a plan is no date; write the day or month when it is due, as 2024-03-12".into(),
        NonDate::Elapsed => "time counted from an origin is no date without that day; write the day itself, as 2024-03-12".into(),
        NonDate::Turn => "the turn of a century or year is vague, some years around 1900 say; write c. 1900 or 1890–1910".into(),
        NonDate::Event => "a name of an event is no date; write its date alone, as 8.2 ka or 1815".into(),
        NonDate::ErrorValue => "this is the error value of a spreadsheet, as of a formula that failed or a column too narrow for its dates; mend it there, or write the date".into(),
        NonDate::Phrase => "the text in parentheses is no part of the date; leave it out, or put it in another column".into(),
    }
}

fn period(at: Cursor<'_>) -> Message {
    let word = at.rest().split(|c: char| !is_letter(c)).next().unwrap_or_default();
    let fact = format!(
        "{} names a period (geological, archaeological or historical), which has no fixed dates; write its years, as 1615–1868 or 201–145 Ma",
        quoted(word)
    );
    fact.into()
}

/// That a word is none of a date, with a remedy.
pub(super) fn unknown_word(word: &str) -> Message {
    format!(
        "{} is not part of a date; remove it, or write only the date, for example 12 March 2010",
        quoted(word)
    )
    .into()
}
