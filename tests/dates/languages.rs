//! Dates in the languages: what is printed in one is read in it as the same date, and cells as
//! people write them.

use super::language_cells::{ALPHABETS, EAST, LATIN};
use super::meaning;
use annals::Date;
use annals::date::{DateLayout, DateOptions, DateStyle, Known, Locale, range_text};
use proptest::prelude::*;

/// Dates of every kind, in English or ISO 8601.
const KINDS: [&str; 77] = [
    "2010-03-12",
    "2010-05-01",
    "1863-07-04",
    "0985-12-31",
    "2010-01",
    "2010-02",
    "2010-03",
    "2010-04",
    "2010-05",
    "2010-06",
    "2010-07",
    "2010-08",
    "2010-09",
    "2010-10",
    "2010-11",
    "2010-12",
    "1914",
    "0985",
    "AD 14",
    "44 BC",
    "15 Mar 44 BC",
    "Mar 44 BC",
    "10,000 BC",
    "AD 12,019",
    "Q1 2010",
    "Q2 2010",
    "Q3 2010",
    "Q4 2010",
    "Q2 44 BC",
    "H1 2010",
    "H2 2010",
    "week 12, 2010",
    "Spring 2001",
    "Summer 2001",
    "Autumn 2001",
    "Winter 2010",
    "Winter 2010/11",
    "2001-29",
    "2001-30",
    "Spring 44 BC",
    "1960s",
    "1940s",
    "1970s",
    "350s BC",
    "10s AD",
    "18th century",
    "1st century",
    "20th century",
    "5th century BC",
    "3rd millennium BC",
    "2nd millennium",
    "early 1914",
    "mid-1914",
    "late 1914",
    "early Mar 2010",
    "mid-Mar 2010",
    "late May 2010",
    "early 18th century",
    "late 18th century",
    "mid-1960s",
    "late 5th century BC",
    "c. 1450",
    "1450?",
    "c. 1450?",
    "c. 44 BC",
    "c. Mar 2010",
    "before 1928",
    "after 1928",
    "by 1928",
    "in or after 1928",
    "since 1990",
    "until 1990",
    "before 12 Mar 2010",
    "11,700 BP",
    "4.54 Ga",
    "1667, 1668 or 1670",
    "1667 and 1668",
];

/// Ranges, likewise.
const RANGES: [(&str, &str); 12] = [
    ("2010-03-12", "2010-03-14"),
    ("2010-03-12", "2010-04-03"),
    ("2010-03-12", "2011-03-12"),
    ("2010-03-12", "2010-04-12"),
    ("2010-01", "2010-03"),
    ("2010-11", "2011-02"),
    ("1914", "1918"),
    ("264 BC", "241 BC"),
    ("44 BC", "AD 14"),
    ("c. 1450", "1475"),
    ("18th century", "19th century"),
    ("1960s", "1970s"),
];

fn options(locale: Locale) -> DateOptions {
    DateOptions { locale: Some(locale), ..DateOptions::default() }
}

fn known(locale: Locale, layout: Option<DateLayout>) -> Known {
    Known::of(DateStyle { locale, layout, counts: None })
}

/// Why `text`, which was printed for `date`, is not read as it; none if it is.
fn misread(text: &str, date: &Date, locale: Locale) -> Option<String> {
    let what = |date: &Date| (meaning(date), date.precision);
    match Date::parse(text, &options(locale)) {
        Ok(again) if what(&again) == what(date) => None,
        Ok(again) => {
            Some(format!("{}: {text}: {:?}, not {:?}", locale.code(), what(&again), what(date)))
        }
        Err(error) => Some(format!("{}: {text}: {error}", locale.code())),
    }
}

#[test]
fn what_is_printed_in_a_language_is_read_in_it() {
    let mut wrong = Vec::new();
    for (locale, _) in Locale::ALL {
        for layout in [None, Some(DateLayout::Long), Some(DateLayout::Short)] {
            for text in KINDS {
                let date: Date = text.parse().unwrap();
                wrong.extend(misread(&date.words(known(locale, layout)), &date, locale));
            }
            for (from, to) in RANGES {
                let (from, to): (Date, Date) = (from.parse().unwrap(), to.parse().unwrap());
                let range =
                    Date::parse(&format!("{from} – {to}"), &DateOptions::default()).unwrap();
                let text = range_text(&from, &to, known(locale, layout));
                wrong.extend(misread(&text, &range, locale));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_day_month_and_year_in_any_language(
        day in 1u32..=28, month in 1u32..=12, year in 1i64..=9999, place in 0..Locale::ALL.len(),
        layout in prop_oneof![Just(DateLayout::Long), Just(DateLayout::Short)],
    ) {
        let locale = Locale::ALL[place].0;
        for text in [format!("{year:04}-{month:02}-{day:02}"), format!("{year:04}-{month:02}"), format!("{year:04}")] {
            let date: Date = text.parse().unwrap();
            let words = date.words(known(locale, Some(layout)));
            prop_assert_eq!(misread(&words, &date, locale), None);
        }
    }
}

#[test]
fn dates_are_printed_as_the_language_has_them() {
    let dates = [
        "2010-03-12",
        "2010-03",
        "2010-03-12/2010-03-14",
        "c. 1450",
        "44 BC",
        "18th century",
        "1960s",
        "Q3 2011",
    ];
    for (code, expected) in PRINTED {
        let locale: Locale = code.parse().unwrap();
        let words = dates.map(|text| {
            text.parse::<Date>().unwrap().words(known(locale, None)).replace('\u{a0}', " ")
        });
        assert_eq!(words, *expected, "{code}");
    }
}

const PRINTED: &[(&str, [&str; 8])] = &[
    (
        "en",
        [
            "12 Mar 2010",
            "Mar 2010",
            "12–14 Mar 2010",
            "c. 1450",
            "44 BC",
            "18th century",
            "1960s",
            "Q3 2011",
        ],
    ),
    (
        "en-US",
        [
            "March 12, 2010",
            "March 2010",
            "March 12–14, 2010",
            "c. 1450",
            "44 BC",
            "18th century",
            "1960s",
            "Q3 2011",
        ],
    ),
    (
        "en-GB",
        [
            "12 March 2010",
            "March 2010",
            "12–14 March 2010",
            "c. 1450",
            "44 BC",
            "18th century",
            "1960s",
            "Q3 2011",
        ],
    ),
    (
        "de",
        [
            "12. März 2010",
            "März 2010",
            "12.–14. März 2010",
            "um 1450",
            "44 v. Chr.",
            "18. Jahrhundert",
            "1960er",
            "Q3 2011",
        ],
    ),
    (
        "fr",
        [
            "12 mars 2010",
            "mars 2010",
            "12–14 mars 2010",
            "vers 1450",
            "44 av. J.-C.",
            "XVIIIe siècle",
            "années 1960",
            "T3 2011",
        ],
    ),
    (
        "es",
        [
            "12 de marzo de 2010",
            "marzo de 2010",
            "12–14 de marzo de 2010",
            "hacia 1450",
            "44 a. C.",
            "siglo XVIII",
            "años 1960",
            "T3 2011",
        ],
    ),
    (
        "it",
        [
            "12 marzo 2010",
            "marzo 2010",
            "12–14 marzo 2010",
            "circa 1450",
            "44 a.C.",
            "XVIII secolo",
            "anni 1960",
            "T3 2011",
        ],
    ),
    (
        "pt",
        [
            "12 de março de 2010",
            "março de 2010",
            "12–14 de março de 2010",
            "cerca de 1450",
            "44 a.C.",
            "século XVIII",
            "anos 1960",
            "T3 de 2011",
        ],
    ),
    (
        "nl",
        [
            "12 maart 2010",
            "maart 2010",
            "12–14 maart 2010",
            "omstreeks 1450",
            "44 v.Chr.",
            "18e eeuw",
            "jaren 1960",
            "K3 2011",
        ],
    ),
    (
        "da",
        [
            "12. marts 2010",
            "marts 2010",
            "12.–14. marts 2010",
            "omkring 1450",
            "44 f.Kr.",
            "18. århundrede",
            "1960erne",
            "3. kvt. 2011",
        ],
    ),
    (
        "nb",
        [
            "12. mars 2010",
            "mars 2010",
            "12.–14. mars 2010",
            "omkring 1450",
            "44 f.Kr.",
            "18. århundre",
            "1960-årene",
            "K3 2011",
        ],
    ),
    (
        "fi",
        [
            "12. maaliskuuta 2010",
            "maaliskuu 2010",
            "12.–14. maaliskuuta 2010",
            "noin 1450",
            "44 eKr.",
            "18. vuosisata",
            "1960-luku",
            "3. nelj. 2011",
        ],
    ),
    (
        "ro",
        [
            "12 martie 2010",
            "martie 2010",
            "12–14 martie 2010",
            "circa 1450",
            "44 î.Hr.",
            "secolul XVIII",
            "anii 1960",
            "trim. III 2011",
        ],
    ),
    (
        "ca",
        [
            "12 de març del 2010",
            "març del 2010",
            "12–14 de març del 2010",
            "cap a 1450",
            "44 aC",
            "segle XVIII",
            "anys 1960",
            "T3 2011",
        ],
    ),
    (
        "sv",
        [
            "12 mars 2010",
            "mars 2010",
            "12–14 mars 2010",
            "omkring 1450",
            "44 f.Kr.",
            "18:e århundradet",
            "1960-talet",
            "K3 2011",
        ],
    ),
    (
        "pl",
        [
            "12 marca 2010",
            "marzec 2010",
            "12–14 marca 2010",
            "ok. 1450",
            "44 p.n.e.",
            "XVIII wiek",
            "lata 60. XX wieku",
            "III kw. 2011",
        ],
    ),
    (
        "cs",
        [
            "12. března 2010",
            "březen 2010",
            "12.–14. března 2010",
            "asi 1450",
            "44 př. n. l.",
            "18. století",
            "60. léta 20. století",
            "Q3 2011",
        ],
    ),
    (
        "ru",
        [
            "12 марта 2010 г.",
            "март 2010 г.",
            "12–14 марта 2010 г.",
            "ок. 1450",
            "44 г. до н. э.",
            "XVIII век",
            "1960-е годы",
            "3-й кв. 2011 г.",
        ],
    ),
    (
        "uk",
        [
            "12 березня 2010 р.",
            "березень 2010 р.",
            "12–14 березня 2010 р.",
            "бл. 1450",
            "44 до н. е.",
            "XVIII століття",
            "1960-ті роки",
            "3-й кв. 2011",
        ],
    ),
    (
        "tr",
        [
            "12 Mart 2010",
            "Mart 2010",
            "12–14 Mart 2010",
            "yaklaşık 1450",
            "MÖ 44",
            "18. yüzyıl",
            "1960’lar",
            "2011 Ç3",
        ],
    ),
    (
        "hu",
        [
            "2010. március 12.",
            "2010. március",
            "2010. március 12–14.",
            "kb. 1450",
            "i. e. 44",
            "18. század",
            "1960-as évek",
            "2011. III. n.év",
        ],
    ),
    (
        "el",
        [
            "12 Μαρτίου 2010",
            "Μάρτιος 2010",
            "12–14 Μαρτίου 2010",
            "περ. 1450",
            "44 π.Χ.",
            "18ος αιώνας",
            "δεκαετία 1960",
            "Τ3 2011",
        ],
    ),
    (
        "hi",
        [
            "12 मार्च 2010",
            "मार्च 2010",
            "12–14 मार्च 2010",
            "लगभग 1450",
            "44 ई.पू.",
            "18वीं शताब्दी",
            "1960 का दशक",
            "ति3 2011",
        ],
    ),
    (
        "ur",
        [
            "12 مارچ، 2010",
            "مارچ 2010",
            "12–14 مارچ، 2010",
            "تقریباً 1450",
            "44 قبل مسیح",
            "18ویں صدی",
            "1960 کی دہائی",
            "تیسری سہ ماہی 2011",
        ],
    ),
    (
        "ar",
        [
            "12 مارس 2010",
            "مارس 2010",
            "12–14 مارس 2010",
            "حوالي 1450",
            "44 ق.م",
            "القرن 18",
            "عقد 1960",
            "الربع الثالث 2011",
        ],
    ),
    (
        "ar-EG",
        [
            "١٢ مارس ٢٠١٠",
            "مارس ٢٠١٠",
            "١٢–١٤ مارس ٢٠١٠",
            "حوالي ١٤٥٠",
            "٤٤ ق.م",
            "القرن ١٨",
            "عقد ١٩٦٠",
            "الربع الثالث ٢٠١١",
        ],
    ),
    (
        "zh",
        [
            "2010年3月12日",
            "2010年3月",
            "2010年3月12日–14日",
            "约1450年",
            "公元前44年",
            "18世纪",
            "1960年代",
            "2011年第3季度",
        ],
    ),
    (
        "ja",
        [
            "2010年3月12日",
            "2010年3月",
            "2010年3月12日–14日",
            "1450年頃",
            "紀元前44年",
            "18世紀",
            "1960年代",
            "2011年第3四半期",
        ],
    ),
    (
        "ko",
        [
            "2010년 3월 12일",
            "2010년 3월",
            "2010년 3월 12일–14일",
            "1450년경",
            "기원전 44년",
            "18세기",
            "1960년대",
            "2011년 3분기",
        ],
    ),
];

#[test]
fn a_house_has_a_form_of_its_own() {
    for (form, day, month, range) in [
        ("numeric", "12.3.2010", "3/2010", "12.–14.3.2010"),
        ("short", "12. März 2010", "März 2010", "12.–14. März 2010"),
        ("d MMM y", "12 März 2010", "März 2010", "12–14 März 2010"),
        ("MMMM d, y", "März 12, 2010", "März 2010", "März 12–14, 2010"),
        ("dd.MM.y", "12.03.2010", "03.2010", "12.–14.03.2010"),
        ("y-MM-dd", "2010-03-12", "2010-03", "2010-03-12 – 2010-03-14"),
        ("d 'ter' MMMM y", "12 ter März 2010", "März 2010", "12–14 ter März 2010"),
    ] {
        let layout: DateLayout = form.parse().unwrap();
        let known = known(Locale::De, Some(layout));
        let words = |text: &str| text.parse::<Date>().unwrap().words(known);
        assert_eq!(words("2010-03-12"), day);
        assert_eq!(words("2010-03"), month);
        assert_eq!(words("2010-03-12/2010-03-14"), range, "{form}");
        assert_eq!(words("1914/1918"), "1914–1918");
    }
}

#[test]
fn cells_are_read_in_their_language() {
    let mut wrong = Vec::new();
    for (code, cells) in LATIN.iter().chain(ALPHABETS).chain(EAST) {
        assert!(cells.len() >= 20, "{code} has {} cells", cells.len());
        let locale: Locale = code.parse().unwrap();
        for (text, same) in *cells {
            let date: Date = same.parse().unwrap_or_else(|error| panic!("{same}: {error}"));
            wrong.extend(misread(text, &date, locale));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn parts_of_centuries_are_read_in_their_language() {
    let mut wrong = Vec::new();
    for (code, cells) in super::catalogues::PARTS {
        for (text, same) in *cells {
            let date: Date = same.parse().unwrap_or_else(|error| panic!("{same}: {error}"));
            wrong.extend(misread(text, &date, code.parse().unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_months_of_a_column_tell_its_language() {
    let table = |dates: &[&str]| {
        let rows: String = dates.iter().map(|date| format!("{date},A\n")).collect();
        annals::read::read(format!("date,title\n{rows}").as_bytes(), &Default::default())
    };
    let read = table(&["12. März 2010", "um 1850", "seit 1990", "3 May 2011"]).unwrap();
    let about: Date = "c. 1850".parse().unwrap();
    assert_eq!(meaning(&read.events[1].start), meaning(&about));
    let notes: Vec<String> = read.notes.iter().map(|note| format!("{note:?}")).collect();
    assert!(
        notes.len() == 1 && notes[0].contains("um 1850") && notes[0].contains("1 more"),
        "{notes:?}"
    );
    // Of two languages with this month the one that has the other words.
    let read = table(&["12 mars 2010", "omkring 1850"]).unwrap();
    assert_eq!(meaning(&read.events[1].start), meaning(&about));
    for dates in [&["um 1850", "1990"][..], &["12 mars 2010", "um 1850"]] {
        assert!(table(dates).is_err(), "{dates:?}");
    }
}

/// A century that is named without its thousand, or a decade without its century, is no certain one.
#[test]
fn what_is_short_for_several_times_is_refused() {
    for (code, text, part) in [
        ("it", "l'800", "write 0800 or 18XX"),
        ("it", "nell'800", "a year or a hundred"),
        ("it", "dell'800", "a year or a hundred"),
        ("it", "gli anni Sessanta", "the century of the decade is missing"),
        ("it", "negli anni '60", "the century of the decade is missing"),
        ("fr", "les années soixante", "the century of the decade is missing"),
        ("es", "los años sesenta", "the century of the decade is missing"),
        ("de", "die Sechzigerjahre", "the century of the decade is missing"),
    ] {
        let locale = code.parse::<Locale>().ok();
        let refused = Date::parse(text, &DateOptions { locale, ..DateOptions::default() });
        let message = refused.expect_err(text).to_string();
        assert!(message.contains(part), "{text}: {message}");
    }
}
