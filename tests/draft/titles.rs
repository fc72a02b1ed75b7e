//! Titles of sentences: what happened, in the words of the text.

use annals::draft::{DraftOptions, draft};

/// The date and the title of each row.
fn titles(text: &str) -> Vec<(String, String)> {
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
            "The merchants of the river towns bought the whole fleet…",
        ),
        (
            "Amid quarrels about the tolls, the seven towns signed in 1488 a treaty that opened the pass to all.",
            "1488",
            "The seven towns signed in 1488 a treaty",
        ),
        // What stands between commas and says who somebody is.
        (
            "3 May 1901 — The former keeper of the lighthouse, Anna Berg, receives the first licence for a station.",
            "1901-05-03",
            "The former keeper of the lighthouse receives the first…",
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
            "The harvest festival is expected to draw people…",
        ),
        // One of two sentences that a semicolon parts.
        (
            "The races are held on the beach every autumn; in 1911 they were opened by the king.",
            "1911",
            "They were opened by the king",
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
            "It was sold to the crown",
        ),
        (
            "Als die Brücke 1869 eröffnet wurde, war sie am Ufer nur 7 m breit.",
            "1869",
            "Als die Brücke 1869 eröffnet wurde",
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
        // No joint is left over.
        (
            "1863 wurde der Ort mit dem Hafen im Norden und der neuen Brücke an das Netz der Bahn angeschlossen.",
            "1863",
            "1863 wurde der Ort mit dem Hafen im Norden",
        ),
    ] {
        assert_eq!(titles(text), [(date.to_owned(), title.to_owned())], "{text}");
    }
}

#[test]
fn a_span_in_brackets_after_a_name_is_of_that_name() {
    let text = "The charter was given in 1861 by King Otto Lund (1822–1889) after the siege of Arden (1858–1859).";
    let rows = titles(text);
    let title = |date: &str| &rows.iter().find(|row| row.0 == date).expect("a row").1;
    assert_eq!(title("1822"), "King Otto Lund");
    assert_eq!(title("1861"), "The charter was given in 1861 by King Otto Lund");
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
}

#[test]
fn plans_and_causes_are_not_still_to_come() {
    let text =
        "From 1520 various plans were explored. The town was given up in 1530 due to floods.";
    let rows = draft(text, &DraftOptions::default()).rows;
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.check.is_empty()), "{rows:?}");
}
