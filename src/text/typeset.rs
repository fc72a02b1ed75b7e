//! Typography of words that are passed through: quotation marks and apostrophes, dashes in ranges,
//! scores and sentences, dots left out.
//!
//! In: text as it is typed. Out: text as it is printed. It never adds or takes a letter or a digit,
//! and leaves alone what may be a date, a name of a thing or an address. Set text stays as it is.

/// The quotation marks of a language: outer ones, inner ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteMarks {
    outer: [&'static str; 2],
    inner: [&'static str; 2],
}

impl QuoteMarks {
    /// Those of English, and of languages that are not known.
    pub const ENGLISH: Self = Self { outer: ["“", "”"], inner: ["‘", "’"] };

    /// Those of the language of a code (BCP 47). Source: the delimiters of the Unicode CLDR 48; the
    /// blanks of French and the outer marks of Spanish are those of their books.
    pub fn of(language: &str) -> Self {
        match language.split('-').next().unwrap_or_default() {
            "ar" | "ur" => Self { outer: ["”", "“"], inner: ["’", "‘"] },
            "cs" | "de" => Self { outer: ["„", "“"], inner: ["‚", "‘"] },
            "ca" | "el" | "es" | "it" | "nb" => Self { outer: ["«", "»"], inner: ["“", "”"] },
            "fr" => Self { outer: ["«\u{A0}", "\u{A0}»"], inner: ["“", "”"] },
            "hu" => Self { outer: ["„", "”"], inner: ["»", "«"] },
            "ja" => Self { outer: ["「", "」"], inner: ["『", "』"] },
            "pl" | "ro" => Self { outer: ["„", "”"], inner: ["«", "»"] },
            "ru" | "uk" => Self { outer: ["«", "»"], inner: ["„", "“"] },
            "fi" | "sv" => Self { outer: ["”", "”"], inner: ["’", "’"] },
            _ => Self::ENGLISH,
        }
    }
}

/// `text` as it is printed.
pub(super) fn typeset(text: &str, marks: QuoteMarks) -> String {
    let is_plain = |c: char| !matches!(c, '"' | '\'' | '-' | '.');
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut words = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive(char::is_whitespace) {
        words.push_str(&dashed(word));
    }
    quoted(&words, marks)
}

/// A word, with the blank after it, whose hyphens are dashes and whose three dots are one sign.
fn dashed(word: &str) -> String {
    let bare = word.trim_end();
    let blank = &word[bare.len()..];
    match bare {
        "-" | "--" => return format!("–{blank}"),
        "---" => return format!("—{blank}"),
        _ if is_address(bare) => return word.to_owned(),
        _ => {}
    }
    // Dashes come first, so that what is set is found set.
    let bare = match bare.starts_with('-') {
        true => bare.to_owned(),
        false => bare.replace("---", "—").replace("--", "—"),
    };
    let set = match range(&bare) {
        Some(at) => format!("{}–{}", &bare[..at], &bare[at + 1..]),
        None => bare,
    };
    format!("{}{blank}", set.replace("...", "…"))
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// Where the hyphen of a range or a score is: between two whole numbers that cannot be a date or
/// the name of a thing.
fn range(word: &str) -> Option<usize> {
    let is_around = |c: char| !c.is_alphanumeric() && c != '-';
    let start = word.len() - word.trim_start_matches(is_around).len();
    let core = word.trim_matches(is_around);
    let (first, second) = core.split_once('-')?;
    let number = |text: &str| {
        let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if is_number { text.parse::<u32>().ok() } else { None }
    };
    let (a, b) = (number(first)?, number(second)?);
    let is_range = match (first.len(), second.len()) {
        (1..=2, 1..=2) => true,
        // The hyphen of 2010-11 may stand before a month.
        (4, 2) => b > 12 && b > a % 100,
        (3, 3) | (4, 4) | (2, 3) | (3, 4) => a < b,
        _ => false,
    };
    is_range.then_some(start + first.len())
}

/// `text` with the quotation marks of a language, and apostrophes.
fn quoted(text: &str, marks: QuoteMarks) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let (mut before, mut is_outer, mut is_inner) = (None, false, false);
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let is_start = |c| opens_after(c) || (!is_outer && is_unspaced(c));
        let opens = before.is_none_or(is_start) && after.is_some_and(|c| !c.is_whitespace());
        match c {
            '"' if opens => {
                set.push_str(marks.outer[0]);
                is_outer = true;
            }
            // Inches.
            '"' if !is_outer && before.is_some_and(char::is_numeric) => set.push(c),
            '"' => {
                set.push_str(marks.outer[1]);
                is_outer = false;
            }
            '\'' if opens && is_closed_later(&text[at + 1..]) => {
                set.push_str(marks.inner[0]);
                is_inner = true;
            }
            '\'' if is_inner && !after.is_some_and(char::is_alphanumeric) => {
                set.push_str(marks.inner[1]);
                is_inner = false;
            }
            // Feet.
            '\'' if before.is_some_and(char::is_numeric)
                && !after.is_some_and(char::is_alphabetic) =>
            {
                set.push(c);
            }
            '\'' => set.push('’'),
            c => set.push(c),
        }
        before = Some(c);
    }
    set
}

/// Whether a quotation mark after this character opens.
fn opens_after(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '{' | '–' | '—' | '/' | '"' | '\'' | '“' | '„' | '«')
}

/// Whether this character belongs to a script that sets no blanks between words: Chinese and Japanese,
/// with their signs.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Whether a quotation that began before `rest` ends in it: a mark after a letter or a sign and
/// before no letter. That of '90s is none.
fn is_closed_later(rest: &str) -> bool {
    let is_word = rest.starts_with(char::is_alphabetic);
    let mut before = ' ';
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = !chars.peek().copied().is_some_and(char::is_alphanumeric);
        if c == '\'' && ends && !before.is_whitespace() {
            return is_word;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(text: &str) -> String {
        typeset(text, QuoteMarks::ENGLISH)
    }

    #[test]
    fn words_are_set_as_print_has_them() {
        for (typed, printed) in [
            ("\"Peace for our time\"", "“Peace for our time”"),
            ("He said \"no\", twice", "He said “no”, twice"),
            ("(\"Ike\")", "(“Ike”)"),
            ("a \"b 'c' d\" e", "a “b ‘c’ d” e"),
            ("Zardari's '90s", "Zardari’s ’90s"),
            ("rock 'n' roll", "rock ‘n’ roll"),
            ("5\" gun, 6' tall", "5\" gun, 6' tall"),
            ("West Germany 3-2 Hungary", "West Germany 3–2 Hungary"),
            ("War (1914-1918), 1939-45", "War (1914–1918), 1939–45"),
            ("pp. 12-15, 98-102", "pp. 12–15, 98–102"),
            ("Wait - really", "Wait – really"),
            ("Wait--really...", "Wait—really…"),
            ("2010-03-12 and 2010-11", "2010-03-12 and 2010-11"),
            ("CASA-1000, F-16, 747-400", "CASA-1000, F-16, 747-400"),
            ("Russia-Pakistan, -5 degrees", "Russia-Pakistan, -5 degrees"),
            ("https://a.org/x--y 'z'", "https://a.org/x--y ‘z’"),
            ("+1-800-555-0199", "+1-800-555-0199"),
        ] {
            assert_eq!(set(typed), printed);
        }
    }

    #[test]
    fn marks_follow_the_language() {
        for (language, printed) in [
            ("de", "„So“"),
            ("fr", "«\u{A0}So\u{A0}»"),
            ("it", "«So»"),
            ("ru", "«So»"),
            ("uk", "«So»"),
            ("el", "«So»"),
            ("hu", "„So”"),
            ("cs", "„So“"),
            ("sv", "”So”"),
            ("ar-EG", "”So“"),
            ("ja", "「So」"),
            ("en-GB", "“So”"),
            ("pl", "„So”"),
            ("en", "“So”"),
            ("xx", "“So”"),
        ] {
            assert_eq!(typeset("\"So\"", QuoteMarks::of(language)), printed);
        }
    }

    #[test]
    fn a_quotation_begins_within_text_that_has_no_blanks() {
        for (language, typed, printed) in [
            ("ja", "彼は\"はい\"と言った", "彼は「はい」と言った"),
            ("zh", "他说：\"好\"", "他说：“好”"),
        ] {
            assert_eq!(typeset(typed, QuoteMarks::of(language)), printed);
        }
    }

    proptest! {
        #[test]
        fn set_text_stays_and_no_letter_is_lost(text in "[a-z0-9 '\"().é-]{0,60}") {
            let once = set(&text);
            prop_assert_eq!(set(&once), once.clone());
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&once), letters(&text));
        }
    }
}
