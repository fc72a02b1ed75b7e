//! Titles of clauses in languages other than English, of works in lists and of pronouns.

use super::titles::{titles, titles_of};

/// A title has a subject, and what is told of its date, in texts of other languages.
#[test]
fn titles_in_other_languages_begin_with_who_or_what() {
    for (text, date, title) in [
        (
            "Nach dem großen Brand der unteren Stadt im Jahr 1294 wurde Lund Hauptort der Insel.",
            "1294",
            "Lund wurde Hauptort der Insel",
        ),
        (
            "Ab 1813 bereitet sich Berg auf die Prüfung vor.",
            "since 1813",
            "Berg bereitet sich auf die Prüfung vor",
        ),
        (
            "1720 wurde an der Seite des Hafens, in der Nähe des Turms, das Lager gebaut.",
            "1720",
            "Das Lager wurde gebaut",
        ),
        (
            "Das Haus wurde umgebaut, um es zu vergrößern, der Ausbau des Hofes erfolgte 1926.",
            "1926",
            "Der Ausbau des Hofes erfolgte",
        ),
        (
            "Anna Berg wurde 1678 als das dritte Kind eines armen Fischers auf einer Insel geboren.",
            "1678",
            "Anna Berg wurde geboren",
        ),
        (
            "Im Jahr 1814 wurde Berg Schülerin ihrer Mutter, und das Haus war bald zu klein.",
            "1814",
            "Berg wurde Schülerin ihrer Mutter",
        ),
        ("В этой должности он оставался до 1874 года.", "until 1874", "Он оставался до 1874 года"),
        (
            "She began to count the stars, and found, May 3, 1781, a new one in the north.",
            "1781-05-03",
            "She found a new one in the north",
        ),
        (
            "Reconstruite au fil du temps, la ferme adopte en 1630 une roue neuve.",
            "1630",
            "La ferme adopte une roue neuve",
        ),
        (
            "C’est en 1704 qu’elle prend la forme que les gens de la ville connaissent.",
            "1704",
            "Elle prend la forme que les gens de la ville connaissent",
        ),
        (
            "En raison de la loi de 1905 sur les ports, le grand marché déménage.",
            "1905",
            "Le grand marché déménage",
        ),
        (
            "Elle fut, en 1890, une des premières gardiennes de la tour du port.",
            "1890",
            "Elle fut une des premières gardiennes de la tour du port",
        ),
        (
            "Elle connut les gens du port (avec lesquels elle peignit à Lund en 1864), et un garde.",
            "1864",
            "Elle peignit à Lund",
        ),
        (
            "Fue en 1825 que la señora Berg construyó la torre de la ciudad.",
            "1825",
            "La señora Berg construyó la torre de la ciudad",
        ),
        (
            "Fue alcalde de la ciudad desde 1897 y recibió el premio en el año 1912.",
            "since 1897",
            "Fue alcalde de la ciudad",
        ),
        (
            "В 1822 году была построена мельница, в 1824 году открылась школа.",
            "1824",
            "Открылась школа",
        ),
        (
            "В 1862 году дорога пришла в город, а завод основали в 1863 году.",
            "1862",
            "Дорога пришла в город",
        ),
        (
            "После пожара в 1352 году на её месте построили каменную мельницу.",
            "1352",
            "После пожара на её месте построили каменную мельницу",
        ),
    ] {
        let found = titles(text);
        assert!(found.contains(&(date.to_owned(), title.to_owned())), "{text}: {found:?}");
    }
}

/// A year in brackets is of the work before it, in a list of several.
#[test]
fn works_of_a_list_are_titles() {
    for (text, expected) in [
        (
            "She painted The Mill by Night (1865), The Inn (1868) and A Walk in the Hills (1870).",
            ["She painted The Mill by Night", "The Inn", "A Walk in the Hills"],
        ),
        (
            "Escribió varias novelas, como La torre (1892), El puerto (1901) y La noche (1910).",
            ["La torre", "El puerto", "La noche"],
        ),
    ] {
        assert_eq!(titles_of(text), expected, "{text}");
    }
    let book = "Главный труд Анны Берг — книга «Башни на берегу» (тома 1-3, 1852-1877).";
    assert_eq!(titles_of(book), ["Башни на берегу"]);
    let places = "At Lund (1260) and at Arden (1256) the towns were beaten.";
    assert!(titles_of(places).iter().all(|title| title.contains("were beaten")));
}

/// Whoever was told of in between is not "they", and a French "il" is no "la".
#[test]
fn a_pronoun_keeps_to_itself_where_it_is_unsure() {
    for (text, expected) in [
        ("The towns took the fort. Berg was caught by them. They left in 1917.", "They left"),
        (
            "La ville envisage un pont dès 1901 mais il ne fut ouvert au public que le 5 mai 1919.",
            "Il ne fut ouvert au public que le 5 mai 1919",
        ),
        ("With this old lens Anna Berg found the star. She died in 1822.", "Anna Berg died"),
    ] {
        assert_eq!(titles_of(text).last().map(String::as_str), Some(expected), "{text}");
    }
}
