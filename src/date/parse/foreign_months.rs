//! Days and months in languages of which nothing but the months is known: their names are put into
//! English, where all else is numbers. 25. lipnja 1991., 1990 m. kovo 11 d., ngày 30 tháng 4 năm 1975.
//!
//! Names that mean another month in some other language are left out.

/// Months in English.
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The names of the months of a language, the forms of a month parted by a blank.
const MONTHS: [[&str; 12]; 16] = [
    // Croatian, without October, which is November in Polish and Czech
    [
        "siječnja siječanj",
        "veljače veljača",
        "ožujka ožujak",
        "travnja travanj",
        "svibnja svibanj",
        "lipnja lipanj",
        "srpnja srpanj",
        "kolovoza kolovoz",
        "rujna rujan",
        "",
        "studenoga studenog studeni",
        "prosinca prosinac",
    ],
    // Slovak
    [
        "januára január",
        "februára február",
        "marca marec",
        "apríla",
        "mája máj",
        "júna jún",
        "júla júl",
        "augusta",
        "septembra",
        "októbra október",
        "novembra",
        "decembra",
    ],
    // Slovenian
    [
        "januarja januar",
        "februarja februar",
        "marca marec",
        "aprila",
        "maja maj",
        "junija junij",
        "julija julij",
        "avgusta avgust",
        "septembra",
        "oktobra",
        "novembra",
        "decembra",
    ],
    // Serbian and Bosnian in Latin letters
    [
        "januara januar",
        "februara februar",
        "marta mart",
        "aprila",
        "maja maj",
        "juna jun",
        "jula jul",
        "avgusta avgust",
        "septembra septembar",
        "oktobra oktobar",
        "novembra novembar",
        "decembra decembar",
    ],
    // Serbian in Cyrillic letters
    [
        "јануара јануар",
        "фебруара фебруар",
        "марта март",
        "априла април",
        "маја мај",
        "јуна јун",
        "јула јул",
        "августа август",
        "септембра септембар",
        "октобра октобар",
        "новембра новембар",
        "децембра децембар",
    ],
    // Bulgarian
    [
        "януари",
        "февруари",
        "март",
        "април",
        "май",
        "юни",
        "юли",
        "август",
        "септември",
        "октомври",
        "ноември",
        "декември",
    ],
    // Belarusian
    [
        "студзеня",
        "лютага",
        "сакавіка",
        "красавіка",
        "мая",
        "чэрвеня",
        "ліпеня",
        "жніўня",
        "верасня",
        "кастрычніка",
        "лістапада",
        "снежня",
    ],
    // Lithuanian
    [
        "sausio sausis",
        "vasario vasaris",
        "kovo kovas",
        "balandžio balandis",
        "gegužės gegužė",
        "birželio birželis",
        "liepos liepa",
        "rugpjūčio rugpjūtis",
        "rugsėjo rugsėjis",
        "spalio spalis",
        "lapkričio lapkritis",
        "gruodžio gruodis",
    ],
    // Latvian
    [
        "janvāris janvārī janvāra",
        "februāris februārī",
        "marts martā",
        "aprīlis aprīlī",
        "maijs maijā",
        "jūnijs jūnijā",
        "jūlijs jūlijā",
        "augusts augustā",
        "septembris septembrī",
        "oktobris oktobrī",
        "novembris novembrī",
        "decembris decembrī",
    ],
    // Estonian
    [
        "jaanuar jaanuaril",
        "veebruar veebruaril",
        "märts märtsil",
        "aprill aprillil",
        "mai mail",
        "juuni juunil",
        "juuli juulil",
        "augustil",
        "septembril",
        "oktoober oktoobril",
        "novembril",
        "detsember detsembril",
    ],
    // Icelandic
    [
        "janúar",
        "febrúar",
        "mars",
        "apríl",
        "maí",
        "júní",
        "júlí",
        "ágúst",
        "september",
        "október",
        "nóvember",
        "desember",
    ],
    // Indonesian and Malay
    [
        "januari",
        "februari",
        "maret mac",
        "april",
        "mei",
        "juni",
        "juli julai",
        "agustus ogos",
        "september",
        "oktober",
        "november",
        "desember disember",
    ],
    // Vietnamese, which counts them
    [
        "tháng-1",
        "tháng-2",
        "tháng-3",
        "tháng-4",
        "tháng-5",
        "tháng-6",
        "tháng-7",
        "tháng-8",
        "tháng-9",
        "tháng-10",
        "tháng-11",
        "tháng-12",
    ],
    // Thai
    [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
    // Hebrew
    [
        "בינואר ינואר",
        "בפברואר פברואר",
        "במרץ מרץ",
        "באפריל אפריל",
        "במאי מאי",
        "ביוני יוני",
        "ביולי יולי",
        "באוגוסט אוגוסט",
        "בספטמבר ספטמבר",
        "באוקטובר אוקטובר",
        "בנובמבר נובמבר",
        "בדצמבר דצמבר",
    ],
    // Persian, of the Gregorian calendar
    [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ],
];

/// Words of these languages that say day, month or year.
const FILLERS: [&str; 14] =
    ["ngày", "năm", "m", "d", "godine", "god", "g", "r", "leta", "gada", "г", "г.", "год", "ค.ศ"];

/// A date of numbers and the name of a month in such a language, with that name in English.
pub(super) fn in_english(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace("tháng ", "tháng-");
    let mut words = Vec::new();
    let mut month = None;
    for word in lower.split([' ', ',']).filter(|word| !word.is_empty()) {
        let bare = word.trim_end_matches('.');
        let is_number = bare.chars().all(|c| c.is_ascii_digit() || "–-.".contains(c));
        if is_number {
            words.push(bare.to_owned());
        } else if let Some(found) = month_of(bare) {
            month = month.or(Some(bare.to_owned()));
            words.push(ENGLISH[found].to_owned());
        } else if !FILLERS.contains(&bare) {
            return None;
        }
    }
    let is_thai = month.as_ref()?.starts_with(|c| ('\u{E00}'..='\u{E7F}').contains(&c));
    // The years of Thai are those of the Buddhist era, unless they are small.
    let year = words.iter().filter_map(|word| word.parse::<u32>().ok()).max().unwrap_or(0);
    words.extend((is_thai && year > 2200).then(|| "BE".to_owned()));
    Some(words.join(" "))
}

/// Which month a name is, if it is one alone.
fn month_of(word: &str) -> Option<usize> {
    let is_it = |forms: &str| forms.split(' ').any(|form| form == word);
    let mut found = MONTHS.iter().filter_map(|months| months.iter().position(|forms| is_it(forms)));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{MONTHS, in_english, month_of};

    #[test]
    fn every_name_is_one_month() {
        for months in MONTHS {
            for (month, forms) in months.iter().enumerate() {
                for form in forms.split(' ').filter(|form| !form.is_empty()) {
                    assert_eq!(month_of(form), Some(month), "{form}");
                    assert_eq!(form.to_lowercase(), form);
                }
            }
        }
    }

    #[test]
    fn months_are_put_into_english() {
        for (text, english) in [
            ("25. lipnja 1991.", Some("25 June 1991")),
            ("1990 m. kovo 11 d.", Some("1990 March 11")),
            ("ngày 30 tháng 4 năm 1975", Some("30 April 1975")),
            ("5 ธันวาคม 2515", Some("5 December 2515 BE")),
            ("2 במאי 1948", Some("2 May 1948")),
            ("25 lipnja, Zagreb", None),
            ("1991", None),
        ] {
            assert_eq!(in_english(text).as_deref(), english, "{text}");
        }
    }
}
