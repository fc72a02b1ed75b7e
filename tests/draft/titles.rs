//! Titles of sentences: what happened, in the words of the text.

use annals::draft::{DraftOptions, draft};

/// The date and the title of each row.
pub(super) fn titles(text: &str) -> Vec<(String, String)> {
    let rows = draft(text, &DraftOptions::default()).rows;
    rows.into_iter().map(|row| (row.date, row.title)).collect()
}

#[test]
fn a_title_says_what_happened() {
    for (text, date, title) in [
        // Phrases before the subject.
        (
            "In a daring move in 1732, the merchants of the river towns bought the whole fleet of their rivals.",
            "1732",
            "The merchants bought the whole fleet of their rivals",
        ),
        (
            "Amid quarrels about the tolls, the seven towns signed in 1488 a treaty that opened the pass to all.",
            "1488",
            "The seven towns signed a treaty that opened the pass to all",
        ),
        // What stands between commas and says who somebody is.
        (
            "3 May 1901 — The former keeper of the lighthouse, Anna Berg, receives the first licence for a station.",
            "1901-05-03",
            "The former keeper receives the first licence for a station",
        ),
        // What says how or when about the main clause, and what is planned.
        (
            "In the second term of the old mayor the harbour grew, taking 400 ships in 1905.",
            "1905",
            "In the second term of the old mayor the harbour grew",
        ),
        (
            "The harvest festival, planned for 3 May 1907, is expected to draw people from the whole valley.",
            "1907-05-03",
            "The harvest festival planned for 3 May 1907",
        ),
        // One of two sentences that a semicolon parts.
        (
            "The races are held on the beach every autumn; in 1911 they were opened by the king.",
            "1911",
            "The races were opened by the king",
        ),
        (
            "The market was closed to carts in 1912; the square has been a garden ever since.",
            "1912",
            "The market was closed to carts",
        ),
        // The clause that holds the date.
        (
            "When the bridge was opened in 1883, it was wider than any road.",
            "1883",
            "The bridge was opened",
        ),
        (
            "The mill went on to feed the families of the valley and of the hills until it was sold to the crown in 1790.",
            "1790",
            "The mill was sold to the crown",
        ),
        (
            "Als die Brücke 1869 eröffnet wurde, war sie am Ufer nur 7 m breit.",
            "1869",
            "Die Brücke wurde eröffnet",
        ),
        // The time put first for emphasis.
        (
            "It was not until 1854 that the first survey of the coast was made.",
            "1854",
            "The first survey of the coast was made",
        ),
        (
            "Ce n’est qu’en 1854 que le conseil accorda une concession à la compagnie.",
            "1854",
            "Le conseil accorda une concession à la compagnie",
        ),
        // The verb is second again, and what is nearest to its end is kept.
        (
            "1863 wurde der Ort mit dem Hafen im Norden und der neuen Brücke an das Netz der Bahn angeschlossen.",
            "1863",
            "Der Ort wurde an das Netz der Bahn angeschlossen",
        ),
    ] {
        assert_eq!(titles(text), [(date.to_owned(), title.to_owned())], "{text}");
    }
}

/// The titles of a sentence with several dates.
pub(super) fn titles_of(text: &str) -> Vec<String> {
    titles(text).into_iter().map(|(_, title)| title).collect()
}

#[test]
fn each_date_has_the_clause_that_it_stands_in() {
    for (text, expected) in [
        // One subject for two verbs, and the "was" that is said once.
        (
            "The mill was sold in 1790 and burned down in 1801.",
            ["The mill was sold", "The mill burned down"].as_slice(),
        ),
        (
            "The ferries were withdrawn in 1912, and sold to a dealer a year later.",
            &["The ferries were withdrawn", "The ferries were sold to a dealer"],
        ),
        (
            "Its keeper, Anna Berg, joined the station in 1903, became its head in 1909 and has led it since 1914.",
            &[
                "Its keeper, Anna Berg, joined the station",
                "Its keeper became its head",
                "Its keeper has led it",
            ],
        ),
        (
            "Rain fell in May 1912; three years later came the drought.",
            &["Rain fell", "Came the drought"],
        ),
        // A verb for several dates.
        (
            "War was declared on Estria on 1 August 1914 and on Norland on 3 August 1914.",
            &["War was declared on Estria", "War was declared on Norland"],
        ),
        (
            "Estria gave up on 29 September 1918, the kingdom of Norland on 30 October 1918.",
            &["Estria gave up", "The kingdom of Norland gave up"],
        ),
        // A clause about a noun, and the noun.
        (
            "Berg, who took command on 25 February 1916, lost the fort in May 1917.",
            &["Berg took command", "Berg lost the fort"],
        ),
        (
            "The canal, for which the towns had asked as early as 1807, was opened on 1 November 1825.",
            &["The towns had asked for the canal", "The canal was opened"],
        ),
        (
            "The council set up a working group in June 2014, whose first meeting was held in October 2014.",
            &["The council set up a working group", "First meeting was held"],
        ),
        // What did not happen until a date keeps it.
        (
            "The fort, which they had hoped to take in 1812, was not taken until 1814.",
            &["The fort, which they had hoped to take", "The fort was not taken until 1814"],
        ),
        (
            "The fair lasted from 3 May to 5 May 1907.",
            &["The fair lasted from 3 May to 5 May 1907"],
        ),
        // German: the verb is second, and last in a clause that another leads.
        (
            "Im Juni 1963 besuchte der Präsident die Stadt, und 1971 wurde das Abkommen unterzeichnet.",
            &["Der Präsident besuchte die Stadt", "Das Abkommen wurde unterzeichnet"],
        ),
        (
            "Das Abkommen, das am 3. September 1971 unterzeichnet wurde, trat 1972 in Kraft.",
            &["Das Abkommen wurde unterzeichnet", "Das Abkommen trat in Kraft"],
        ),
        (
            "Nachdem die Stadt im Herbst 1918 ihren Hafen verloren hatte, ruhte der Handel.",
            &["Die Stadt hatte ihren Hafen verloren"],
        ),
        (
            "Le conseil, élu le 26 mars 1871, fut dissous en mai 1872.",
            &["Le conseil élu", "Le conseil fut dissous"],
        ),
        (
            "El 17 de julio de 1936 se sublevó el ejército, y en agosto de 1937 cayó la ciudad.",
            &["Se sublevó el ejército", "Cayó la ciudad"],
        ),
    ] {
        assert_eq!(titles_of(text), expected, "{text}");
    }
}

#[test]
fn a_pronoun_is_what_the_sentence_before_tells_of_and_the_row_says_so() {
    let text = "Anna Berg was born in 1850. She became a keeper in 1871. The station was sold in 1880. \
                It burned down in 1891.";
    let rows = draft(text, &DraftOptions::default()).rows;
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Anna Berg was born",
            "Anna Berg became a keeper",
            "The station was sold",
            "The station burned down"
        ]
    );
    let checks: Vec<bool> = rows.iter().map(|row| row.check.contains("sentence before")).collect();
    assert_eq!(checks, [false, true, false, true]);
    // Whichever of two it is, and not over the end of a passage.
    for text in [
        "The mill stood by the river, and the inn stood by the road. It burned down in 1891.",
        "The mill stood by the river.\n\nIt burned down in 1891.",
    ] {
        assert_eq!(titles_of(text), ["It burned down"], "{text}");
    }
}

#[test]
fn a_span_in_brackets_after_a_name_is_of_that_name() {
    let text = "The charter was given in 1861 by King Otto Lund (1822–1889) after the siege of Arden (1858–1859).";
    let rows = titles(text);
    let title = |date: &str| &rows.iter().find(|row| row.0 == date).expect("a row").1;
    assert_eq!(title("1822"), "King Otto Lund");
    assert_eq!(title("1861"), "The charter was given by King Otto Lund");
    assert_ne!(title("1858"), "Arden");
}

#[test]
fn eras_are_known_in_small_letters() {
    for (text, date) in [
        ("The channel was dug about 1850 bce by the river.", "c. 1850 BC"),
        ("It was filled in again in 775 ce.", "AD 775"),
        ("In 44 b.c. the senate met.", "44 BC"),
        ("The temple was built in the 5th century bc on a hill.", "5th century BC"),
        ("The 2016 ad campaign failed.", "2016"),
    ] {
        let rows = titles(text);
        assert_eq!(rows.first().map(|row| row.0.as_str()), Some(date), "{text}");
    }
}

#[test]
fn what_did_not_happen_until_a_date_happened_then() {
    for text in ["Peace did not come until 1854.", "La paz no llegó hasta 1854 a la ciudad."] {
        assert_eq!(titles(text)[0].0, "1854", "{text}");
    }
    assert_eq!(titles("He ruled until 1854.")[0].0, "until 1854");
    let cleft = "Fue hasta el 3 de mayo de 1854 que se abrió el camino a la ciudad.";
    assert_eq!(titles(cleft)[0].0, "1854-05-03");
}

/// "До" with a verb of what lasts is until then, with one of what happened before it.
#[test]
fn a_state_lasts_until_a_date_in_russian() {
    for (text, date) in [
        ("Мост служил городу до 1874 года.", "until 1874"),
        ("До 1874 года в городе построили мост.", "before 1874"),
    ] {
        assert_eq!(titles(text)[0].0, date, "{text}");
    }
}

/// "Wird" with a participle or a noun tells of the past, with an infinitive of what is to come.
#[test]
fn the_present_of_the_past_is_not_still_to_come() {
    for (text, is_future) in [
        ("1827 wird die Mühle eröffnet.", false),
        ("1827 wird Anna Berg die Vorsteherin der Mühle an der Brücke.", false),
        ("1827 wird er geboren, ohne dort zu wohnen.", false),
        ("Die Mühle an der Brücke wird im Jahr 2090 verkauft werden.", true),
        ("Im Jahr 2090 wird die Stadt wachsen.", true),
        ("Город должен был сдаться в 1612 году.", false),
        ("Мост будет построен в 2090 году.", true),
    ] {
        let rows = draft(text, &DraftOptions::default()).rows;
        assert_eq!(rows[0].check.contains("still to come"), is_future, "{text}");
    }
}

#[test]
fn plans_and_causes_are_not_still_to_come() {
    let text =
        "From 1520 various plans were explored. The town was given up in 1530 due to floods.";
    let rows = draft(text, &DraftOptions::default()).rows;
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.check.is_empty()), "{rows:?}");
}

/// A pronoun, a word before the verb or what stands between commas hides no subject.
#[test]
fn a_title_keeps_its_subject() {
    for (text, date, title) in [
        (
            "On 7 January 1910 Berg, flying over the bay, first made the whole round.",
            "1910-01-07",
            "Berg first made the whole round",
        ),
        (
            "At last in 1418 the towns, provoked by new tolls, did close the road.",
            "1418",
            "The towns did close the road",
        ),
        (
            "The keeper was J. D. van Velden, who by 1911 was building a tower.",
            "by 1911",
            "J. D. van Velden was building a tower",
        ),
        (
            "The abbey was rich, and its schools were known to all the north, but a heavy snow fell, and the roof broke in the great storm (1412) above the choir.",
            "1412",
            "The roof broke in the great storm above the choir",
        ),
        (
            "The fort was taken by the town in 1265; and after various years of trouble and decay and neglect was sold to the crown in 1270.",
            "1270",
            "The fort was sold to the crown",
        ),
        (
            "In 1334--for a year was needed to fill the stores--he crossed the river and took the fort.",
            "1334",
            "He crossed the river",
        ),
        (
            "At Lund (1333) he met and beat a great host of the towns.",
            "1333",
            "He met and beat a great host of the towns",
        ),
        (
            "The mill was sold, and towards the end of 1332 the new owner mended the wheel.",
            "late 1332",
            "The new owner mended the wheel",
        ),
        ("A fever seized him after a feast in the town and he died in 1323.", "1323", "He died"),
        (
            "Le roi partit de Nantes le 20 juin 1764, fit le tour de l'île, arriva au port le 28 novembre 1765, à Brest le 24 février 1766.",
            "1765-11-28",
            "Le roi arriva au port",
        ),
        (
            "Il doubla le cap, et revint en Angleterre, où il arriva le 12 octobre 1686.",
            "1686-10-12",
            "Il arriva en Angleterre",
        ),
        (
            "Le goût en était éteint, lorsque en 1741 l'amiral Horn fit le tour du monde.",
            "1741",
            "L'amiral Horn fit le tour du monde",
        ),
    ] {
        assert!(
            titles(text).contains(&(date.to_owned(), title.to_owned())),
            "{text}: {:?}",
            titles(text)
        );
    }
}

/// What is told by "for", "while" or "when" has a title of its own, in lines that are cut as well.
#[test]
fn clauses_with_their_own_date_are_parted() {
    for (text, expected) in [
        (
            "It was built at Lund, while\non 8 July 1908 the first train\ncame to the town.",
            ["The first train came to the town"].as_slice(),
        ),
        (
            "1910 opened with a storm, for on 4 January 1910 the old pier broke.",
            &["1910 opened with a storm", "The old pier broke"],
        ),
        (
            "The record was not to last, for Berg climbed higher still on 1 December 1909.",
            &["Berg climbed higher still"],
        ),
        (
            "He lay in the hospital of the town until 27 September 1910, when he died.",
            &["He lay in the hospital of the town"],
        ),
        (
            "The bridge was then, of course, the longest (then) of all in 1890.",
            &["The bridge was then the longest of all"],
        ),
    ] {
        let found: Vec<String> = titles(text).into_iter().map(|(_, title)| title).collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// Page numbers and captions of printed books are no part of what is told.
#[test]
fn pages_and_captions_are_passed_over() {
    let text = "The fleet was beaten {182} by the towns in 1241.\n\n[Map: The towns about 1250.]\n\n[Pg 183]\nIt was sold in 1260.";
    let rows = draft(text, &DraftOptions::default()).rows;
    let said: Vec<(&str, u64)> = rows.iter().map(|row| (row.title.as_str(), row.line)).collect();
    assert_eq!(said, [("The fleet was beaten by the towns", 1), ("It was sold", 6)]);
    assert_eq!(rows[0].description, "The fleet was beaten by the towns in 1241.");
}
