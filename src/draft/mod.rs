//! Running text to a table of the dates that it mentions, by rules alone.
//!
//! In: a text, as plain text, Markdown or HTML. Out: a row for each date of each sentence, in the
//! order of time. The steps, each in its file:
//!
//! ```text
//! text --markup--> prose --passages--> paragraphs --sentences--> sentences
//!   --lexemes, units, days, ranges, impostors, relatives, sides, mentions--> mentions --resolve--> dates --title--> rows
//! ```
//!
//! The words of dates are those of the tables in [`crate::date`], which also reads each date; the
//! other words of running text are in `language`. This module knows nothing of figures.

mod calendar;
mod days;
mod future;
mod impostors;
mod languages;
mod lexemes;
mod markup;
mod mentions;
mod passages;
mod ranges;
mod relatives;
mod resolve;
mod sentences;
mod sides;
mod table;
mod title;
mod units;

pub use table::to_csv;

use crate::date::{DateOrder, Instant, Locale, Today};
use crate::error::{Code, Message, Note};
use languages::DraftLanguage;
use lexemes::{Lexeme, lexemes};
use mentions::{Mention, mentions};
use passages::passages;
use resolve::{Resolved, Resolver, Standing, Unresolved};
use sentences::{Sentence, sentences};

/// What users can choose about a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftOptions {
    /// The language of the text; without it, that of its small words.
    pub locale: Option<Locale>,
    /// The order of day, month and year in numbers; without it, what the text shows.
    pub date_order: Option<DateOrder>,
    /// The day the text was written.
    pub written: Option<Today>,
    /// Sentences that a description has before and after its own.
    pub context: usize,
}

/// A row of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// The date, as the reader of tables reads it.
    pub date: String,
    /// The last date of a range, or nothing.
    pub end: String,
    /// The clause that dates something, cut.
    pub title: String,
    /// The sentence as it is.
    pub description: String,
    /// Why the row is doubtful; nothing if it is not.
    pub check: String,
    /// The line of the text that the date begins in, from 1.
    pub line: u64,
}

/// The dates of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// A row for each date of each sentence, in the order of time.
    pub rows: Vec<DraftRow>,
    /// What was left out.
    pub notes: Vec<Note>,
}

/// A sentence with the dates that it mentions.
struct Dating<'a> {
    sentence: Sentence<'a>,
    mentions: Vec<Mention>,
    /// Whether it says a thing that is still to come.
    is_future: bool,
    /// The bytes of words that say what had happened before.
    perfects: Vec<usize>,
}

/// Finds the dates of a text, and what happened.
///
/// ```
/// use annals::draft::{DraftOptions, draft, to_csv};
///
/// let text = "The treaty was signed on 12 March 1921. Two years later it was broken.";
/// let draft = draft(text, &DraftOptions::default());
/// assert_eq!(draft.rows[0].date, "1921-03-12");
/// assert_eq!(draft.rows[1].date, "1923");
/// assert!(to_csv(&draft.rows).starts_with("date,end,title,description,check,line\n"));
/// ```
pub fn draft(text: &str, options: &DraftOptions) -> Draft {
    let prose = markup::prose(text);
    let language = options.locale.map_or_else(|| DraftLanguage::of_text(&prose), DraftLanguage::of);
    let passages = passages(&prose);
    let datings = passages.iter().flat_map(|passage| sentences(passage, language));
    let datings: Vec<Dating<'_>> = datings.map(|sentence| dating(sentence, language)).collect();
    let (mut rows, lost) = rows(&prose, &datings, language, options);
    rows.sort_by_key(|(start, row)| (*start, row.line));
    Draft { rows: rows.into_iter().map(|(_, row)| row).collect(), notes: notes(lost) }
}

/// The dates of a sentence.
fn dating<'a>(sentence: Sentence<'a>, language: &DraftLanguage) -> Dating<'a> {
    let lexemes: Vec<Lexeme<'_>> = lexemes(sentence.text, language);
    let mentions = mentions(sentence.text, &lexemes, language);
    let is_future = future::is_future(&lexemes, language);
    let perfects = lexemes.iter().filter(|lexeme| lexeme.is_in(language.times.perfect));
    let perfects = perfects.map(|lexeme| lexeme.start).collect();
    Dating { sentence, mentions, is_future, perfects }
}

/// The rows of all sentences with the instants they are ordered by, and how many dates were lost.
fn rows(
    prose: &str,
    datings: &[Dating<'_>],
    language: &DraftLanguage,
    options: &DraftOptions,
) -> (Vec<(Instant, DraftRow)>, [usize; 3]) {
    let all = datings.iter().flat_map(|dating| &dating.mentions);
    let mut resolver = Resolver::new(all, language, options);
    let mut lines = Lines { prose, at: 0, line: 1 };
    let (mut rows, mut lost) = (Vec::new(), [0; 3]);
    let mut topics = title::Topics::default();
    for (number, dating) in datings.iter().enumerate() {
        if let Some(before) = number.checked_sub(1).map(|before| &datings[before]) {
            match dating.sentence.is_first {
                true => topics = title::Topics::default(),
                false => topics.tell(before.sentence.text, &before.mentions, language),
            }
        }
        let mut dates: Vec<(usize, Resolved)> = Vec::new();
        for (index, mention) in dating.mentions.iter().enumerate() {
            match resolver.resolve(mention, number, standing(dating, index)) {
                Ok(date) if dates.iter().any(|(_, known)| is_same(known, &date)) => {}
                Ok(date) => dates.push((index, date)),
                Err(Unresolved::NoBase) => lost[0] += 1,
                Err(Unresolved::NoDate) => lost[1] += 1,
            }
        }
        without_names(&mut dates, &dating.mentions);
        if dating.sentence.is_heading && is_date_alone(dating) {
            continue;
        }
        if rows.len() + dates.len() > MOST_ROWS {
            lost[2] += dates.len();
            continue;
        }
        let description = description(datings, number, options.context);
        let count = dates.len();
        // Line ends are blanks, and as long.
        let told = dating.sentence.text.replace(['\n', '\r', '\t'], " ");
        for (index, date) in dates {
            let own = &dating.mentions[index];
            let named = (dating.mentions.as_slice(), &topics);
            let title = title::title(&told, own, named, language);
            let check = check(dating, own, (&date, title.is_named), count, &resolver);
            let title = title.text;
            let line = lines.line(dating.sentence.start + own.place.start);
            let description = description.clone();
            let row = DraftRow { date: date.date, end: date.end, title, description, check, line };
            rows.push((date.start, row));
        }
    }
    (rows, lost)
}

/// How the `index`th date of a sentence stands in the text.
fn standing(dating: &Dating<'_>, index: usize) -> Standing {
    let Some(mention) = dating.mentions.get(index) else { return Standing::Passing };
    let is_sided = mention.side.is_some() && index > 0;
    match mention.is_aside || mention.is_name || is_sided {
        true => Standing::Passing,
        false if dating.is_future => Standing::Ahead,
        false if had_happened(dating, mention) => Standing::Before,
        false => Standing::Told,
    }
}

/// Whether the part of a sentence between commas that a date stands in says what had happened.
fn had_happened(dating: &Dating<'_>, mention: &Mention) -> bool {
    let text = dating.sentence.text;
    let from = text[..mention.lead].rfind([',', ';']).map_or(0, |at| at + 1);
    let rest = &text[mention.place.end..];
    let to = mention.place.end + rest.find([',', ';']).unwrap_or(rest.len());
    // The heaviest attack that had been seen is no earlier one.
    let is_about_noun = |at: usize| {
        let before = text[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        at > mention.place.start
            && ["that", "which", "who", "die", "der", "das", "qui", "que"].contains(&before)
    };
    dating.perfects.iter().any(|at| (from..to).contains(at) && !is_about_noun(*at))
}

/// Leaves out the year of a name where another date of its sentence is in that year.
fn without_names(dates: &mut Vec<(usize, Resolved)>, mentions: &[Mention]) {
    let is_name = |index: usize| mentions.get(index).is_some_and(|mention| mention.is_name);
    let years: Vec<i64> = dates
        .iter()
        .filter(|(index, _)| !is_name(*index))
        .map(|(_, date)| date.start.civil().0)
        .collect();
    dates.retain(|(index, date)| !is_name(*index) || !years.contains(&date.start.civil().0));
}

fn is_same(one: &Resolved, other: &Resolved) -> bool {
    (&one.date, &one.end) == (&other.date, &other.end)
}

/// Whether a heading says nothing but a date.
fn is_date_alone(dating: &Dating<'_>) -> bool {
    let dated: usize = dating.mentions.iter().map(|one| one.place.len()).sum();
    dating.sentence.text.len() < dated + 4
}

/// Rows of the longest draft: as many as a table may have events.
const MOST_ROWS: usize = 100_000;

/// Bytes of the longest description.
const LONGEST: usize = 2000;

/// A sentence and those around it in its passage, with single blanks.
fn description(datings: &[Dating<'_>], number: usize, context: usize) -> String {
    let is_first = |at: usize| datings.get(at).is_none_or(|dating| dating.sentence.is_first);
    let back = (0..context).take_while(|back| number > *back && !is_first(number - back)).count();
    let on = (1..=context).take_while(|on| !is_first(number + on)).count();
    let mut out = String::new();
    for dating in &datings[number - back..=number + on] {
        for word in dating.sentence.text.split_whitespace() {
            if out.len() + word.len() > LONGEST {
                out.push('…');
                return out;
            }
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// Why a row is doubtful.
fn check(
    dating: &Dating<'_>,
    own: &Mention,
    (date, is_named): (&Resolved, bool),
    count: usize,
    resolver: &Resolver,
) -> String {
    let mut doubts = date.doubts.clone();
    if count > 1 {
        doubts.push(format!("one of {count} dates of the sentence"));
    }
    if is_quoted(&dating.sentence.text[..own.place.start]) {
        doubts.push("in a quotation".to_owned());
    }
    if dating.is_future || resolver.is_after_writing(date.start) {
        doubts.push("still to come in the text".to_owned());
    }
    if is_named {
        doubts.push("the subject of the title is from a sentence before".to_owned());
    }
    if dating.sentence.is_heading {
        doubts.push("in a heading".to_owned());
    }
    doubts.join("; ")
}

/// Whether a quotation is open at the end of a text.
fn is_quoted(before: &str) -> bool {
    let count = |sign: char| before.matches(sign).count();
    let is_open = |open: char, close: char| count(open) > count(close);
    count('"') % 2 == 1
        || is_open('“', '”') && is_open('„', '“')
        || is_open('«', '»')
        || is_open('“', '”')
}

/// The lines of a text, by places that only grow.
struct Lines<'a> {
    prose: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a place, from 1.
    fn line(&mut self, place: usize) -> u64 {
        if place > self.at {
            self.line += self.prose[self.at..place].matches('\n').count() as u64;
            self.at = place;
        }
        self.line
    }
}

/// What is to be said of dates that were left out.
fn notes([no_base, no_date, no_room]: [usize; 3]) -> Vec<Note> {
    let mut notes = Vec::new();
    let counted = |count: usize| match count {
        1 => "1 date is".to_owned(),
        count => format!("{count} dates are"),
    };
    if no_base > 0 {
        let fact = format!(
            "{} left out, as nothing says the year or what it is counted from; set ",
            counted(no_base)
        );
        let message = Message::new(fact).setting_to("written", "2020-12-31");
        notes.push(Note::new(
            Code::DraftWithoutBase,
            message.text(" to the day the text was written"),
        ));
    }
    if no_date > 0 {
        let fact = format!("{} left out, as it has no reading or several; set ", counted(no_date));
        let message = Message::new(fact).setting_to("date-order", "dmy");
        notes.push(Note::new(
            Code::DraftWithoutDate,
            message.text(" if day and month are in numbers"),
        ));
    }
    if no_room > 0 {
        let fact = format!("{} left out after the first {MOST_ROWS}; ", counted(no_room));
        notes.push(Note::new(Code::DraftCut, Message::new(fact).text("give the article in parts")));
    }
    notes
}
