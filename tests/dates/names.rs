//! Each name of a weekday and each ordinal in words: with what it names, and with what it does not.

use annals::Date;

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_weekday_by_any_name_has_to_agree() {
    let week = [
        ["Monday", "Mon", "mon."],
        ["Tuesday", "Tues", "Tue"],
        ["Wednesday", "Wed", "wed."],
        ["Thursday", "Thurs", "Thur"],
        ["Friday", "Fri", "FRI"],
        ["Saturday", "Sat", "sat."],
        ["Sunday", "Sun", "SUNDAY"],
    ];
    for (index, names) in week.into_iter().enumerate() {
        let (day, next) = (8 + index, week[(index + 1) % 7][0]);
        for name in names {
            let agreeing = date(&format!("{name} {day} March 2010"));
            assert_eq!(agreeing.lo(), date(&format!("{day} March 2010")).lo(), "{name}");
            let error = format!("{name} {} March 2010", day + 1).parse::<Date>().unwrap_err();
            let fact = format!("that day was a {next}, not a {};", names[0]);
            assert!(error.to_string().contains(&fact), "{name}: {error}");
        }
    }
}

#[test]
fn ordinals_in_words_are_numbers() {
    let words = [
        (1, "First"),
        (2, "second"),
        (3, "third"),
        (4, "fourth"),
        (5, "fifth"),
        (6, "sixth"),
        (7, "seventh"),
        (8, "eighth"),
        (9, "ninth"),
        (10, "tenth"),
        (11, "eleventh"),
        (12, "twelfth"),
        (19, "nineteenth"),
    ];
    for (number, word) in words {
        let day = date(&format!("the {word} of March 2010"));
        assert_eq!(day.lo(), date(&format!("{number} March 2010")).lo(), "{word}");
        let century = date(&format!("{word} century"));
        assert_eq!(century.lo(), date(&format!("{number}th century")).lo(), "{word}");
    }
}
