//! What is true of the draft of any text; the fuzzer tries it, too.

use annals::Date;
use annals::draft::{DraftOptions, draft};

/// What is true of the draft of any text.
pub(crate) fn holds(text: &str) {
    let drafted = draft(text, &DraftOptions::default());
    assert_eq!(drafted, draft(text, &DraftOptions::default()), "{text:?}");
    let lines = text.matches('\n').count() as u64 + 1;
    for row in &drafted.rows {
        assert!((1..=lines).contains(&row.line), "{row:?} of {text:?}");
        assert!(row.title.chars().count() <= 60, "{row:?}");
        assert!(row.date.parse::<Date>().is_ok(), "{row:?}");
        assert!(row.end.is_empty() || row.end.parse::<Date>().is_ok(), "{row:?}");
        // The first number of a date that nothing is carried to is in the text.
        let is_told = row.check.contains("carried")
            || row.check.contains("counted from")
            || row.check.contains("later date")
            || row.check.contains("the century is")
            || row.check.contains("the year is");
        let number = row.date.split(|c: char| !c.is_ascii_digit()).find(|run| !run.is_empty());
        let number = number.unwrap_or_default().trim_start_matches('0');
        let is_ordinal = row.date.contains("century")
            || row.date.contains("half")
            || row.date.contains("quarter");
        let is_known = is_ordinal || has_number(text, number) || has_ordinal(text, number);
        assert!(is_told || is_known, "{row:?} of {text:?}");
    }
}

/// Whether a text has the day of a month in words: the first of May, May twenty-first.
fn has_ordinal(text: &str, number: &str) -> bool {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let text = text.to_lowercase().replace('-', " ");
    let word = match number.parse::<usize>().unwrap_or(0) {
        0 | 32.. => return false,
        day @ 1..=20 => ORDINALS[day - 1].to_owned(),
        30 => "thirtieth".to_owned(),
        31 => "thirty first".to_owned(),
        day => format!("twenty {}", ORDINALS[day - 21]),
    };
    text.contains(&word)
}

/// Whether a text has a number, by its digits without leading zeros.
fn has_number(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| run.trim_start_matches('0') == number)
}
