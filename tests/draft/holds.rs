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
        assert!(is_told || is_ordinal || has_number(text, number), "{row:?} of {text:?}");
    }
}

/// Whether a text has a number, by its digits without leading zeros.
fn has_number(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| run.trim_start_matches('0') == number)
}
