//! An event and its parts, as the table gives them. No reading and no drawing.

use crate::date::{Date, DateForm, Instant, Known, Locale, range_text};
use crate::error::is_hidden;

/// What an event is drawn as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A mark on the ruler.
    #[default]
    Point,
    /// A bar from a start to an end.
    Span,
    /// A pale ground behind the figure.
    Era,
    /// A line through the figure.
    Marker,
    /// A narrow ground behind the figure, as weekends have it.
    Holiday,
}

/// How much an event matters: decides who keeps a label when room is short, and who has one where
/// most events are only counted. It is a number, in billionths; low, normal and high are 1, 2 and 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Importance(i128);

/// Billionths of one.
const BILLION: i128 = 1_000_000_000;

impl Importance {
    /// May give up its label first.
    pub const MINOR: Self = Self(BILLION);
    /// As most.
    pub const NORMAL: Self = Self(2 * BILLION);
    /// Keeps its label to the last.
    pub const MAJOR: Self = Self(3 * BILLION);

    /// The importance of a decimal number with at most 18 digits before its point and 9 after it.
    pub fn of_number(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
        let is_negative = unsigned.len() < text.len() && !text.starts_with('+');
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let are_digits = whole.chars().chain(part.chars()).all(|c| c.is_ascii_digit());
        if whole.is_empty() || whole.len() > 18 || part.len() > 9 || !are_digits {
            return None;
        }
        let number: i128 = format!("{whole}{part:0<9}").parse().ok()?;
        Some(Self(if is_negative { -number } else { number }))
    }
}

impl Default for Importance {
    fn default() -> Self {
        Self::NORMAL
    }
}

/// One row of the table: something that happened, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it happened, or when it began.
    pub start: Date,
    /// When it ended, for a span.
    pub end: Option<Date>,
    /// Its name; never empty.
    pub name: String,
    /// A sentence more.
    pub detail: Option<String>,
    /// The group that gives it its colour.
    pub category: Option<String>,
    /// Its colour, in place of that of its category: the name of a colour, or its number as #1f2328.
    /// A text that is none is not obeyed.
    pub colour: Option<String>,
    /// The lane it is drawn in.
    pub lane: Option<String>,
    /// The span that it is a milestone of, by name.
    pub on: Option<String>,
    /// How much it matters.
    pub importance: Importance,
    /// Where to read more.
    pub url: Option<String>,
    /// Date text to show in place of the printed date.
    pub when: Option<String>,
    /// How many events of some larger table it stands for, if its row says so; it has no name of its
    /// own then.
    pub count: Option<u64>,
    /// How many events of the table it stands for, if it is one of a summary, which has no names.
    pub summed: Option<u64>,
    /// What it is drawn as.
    pub kind: Kind,
}

impl Event {
    /// An event with a name and a date and nothing else.
    pub fn new(start: Date, name: impl Into<String>) -> Self {
        Self {
            start,
            end: None,
            name: name.into(),
            detail: None,
            category: None,
            colour: None,
            lane: None,
            on: None,
            importance: Importance::default(),
            url: None,
            when: None,
            count: None,
            summed: None,
            kind: Kind::default(),
        }
    }

    /// How many events it counts as.
    pub fn weight(&self) -> u64 {
        self.summed.or(self.count).unwrap_or(1)
    }

    /// Whether it is one event, and not several that stand together.
    pub fn is_single(&self) -> bool {
        self.count.is_none() && self.summed.is_none()
    }

    /// The address that its name leads to; none if it is none that may be followed.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_link(url))
    }

    /// Whether it goes on for a time, and is not only known by it.
    pub fn is_span(&self) -> bool {
        let is_range = matches!(self.start.form, DateForm::Range(_));
        self.end.is_some() || self.kind == Kind::Span || is_range
    }

    /// First instant that may be meant; none if open or unknown.
    pub fn lo(&self) -> Option<Instant> {
        self.start.lo()
    }

    /// First instant after the event: of its end if it has one, else of its start.
    pub fn hi(&self) -> Option<Instant> {
        self.end.as_ref().unwrap_or(&self.start).hi()
    }

    /// The date as a label says it, without what its reader knows already: the table's own words,
    /// else start and end in ours.
    pub fn when_text(&self, known: Known) -> String {
        match (&self.when, &self.end) {
            (Some(words), _) => words.clone(),
            (None, Some(end)) => capital(range_text(&self.start, end, known), known.style.locale),
            (None, None) => capital(self.start.words(known), known.style.locale),
        }
    }
}

/// Whether a text may be followed as a link: an address on the web or of mail, in one piece. What is
/// left out of files or escaped in them is no part of one, so that it is the same in all of them.
pub fn is_link(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    let is_known = scheme.is_some_and(|(scheme, rest)| match scheme.as_str() {
        "http" | "https" => rest.len() > 2 && rest.starts_with("//"),
        "mailto" => rest.contains('@'),
        _ => false,
    });
    is_known && !text.contains(|c: char| c.is_whitespace() || is_hidden(c))
}

/// The text with a capital if it begins with a whole word; c. and ca. stay as they are.
fn capital(text: String, locale: Locale) -> String {
    let word = text.chars().take_while(|c| c.is_alphabetic()).count();
    let mut chars = text.chars();
    let Some(first) = chars.next().filter(|first| word > 1 && first.is_lowercase()) else {
        return text;
    };
    if chars.clone().nth(word - 1) == Some('.') {
        return text;
    }
    let head = match (first, locale) {
        ('i', Locale::Tr) => "İ".to_owned(),
        _ => first.to_uppercase().collect(),
    };
    head + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_web_and_mail_are_links() {
        for text in ["http://a.b", "HTTPS://é.org/x?y=<z>", "mailto:a@b.org"] {
            assert!(is_link(text), "{text}");
        }
        let texts = [
            "javascript:alert(1)",
            "a.org",
            "http:",
            "https://",
            "data:,x",
            "mailto:a",
            "http://a b",
            "https://x\u{202E}y",
            "https://x\u{200F}y",
            "https://x\u{9B}y",
        ];
        for text in texts {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn importances_are_numbers_in_their_order() {
        let texts = ["-3", "0", "0.5", "1", "1.000000001", "2", "3", "+7.2", "999999999999999999"];
        let numbers: Vec<Importance> =
            texts.iter().filter_map(|t| Importance::of_number(t)).collect();
        assert_eq!((numbers.len(), numbers.is_sorted()), (texts.len(), true));
        assert_eq!(
            [3, 5, 6].map(|place: usize| numbers[place]),
            [Importance::MINOR, Importance::NORMAL, Importance::MAJOR]
        );
        for text in ["", "-", ".5", "1e9", "1,5", "NaN", "1.0000000001", "1000000000000000000", "٣"]
        {
            assert_eq!(Importance::of_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_label_says_the_dates_as_written_or_in_the_tables_words() {
        let date = |text: &str| text.parse::<Date>().expect(text);
        let mut event = Event::new(date("1914"), "War");
        assert_eq!(event.when_text(Known::default()), "1914");
        event.end = Some(date("1918"));
        assert_eq!(event.when_text(Known::default()), "1914–1918");
        event.end = Some(date("1918-11-11"));
        assert_eq!(event.when_text(Known::default()), "1914 – 11 Nov 1918");
        event.start = date("early 1914");
        event.end = None;
        assert_eq!(event.when_text(Known::default()), "Early 1914");
        event.when = Some("the Great War".into());
        assert_eq!(event.when_text(Known::default()), "the Great War");
    }
}
