//! Where lines break: the opportunities of UAX #14, and the choice among them that gives the
//! fewest and most even lines.
//!
//! The choice is the shortest path over all opportunities, as in Knuth and Plass, "Breaking
//! Paragraphs into Lines" (1981), without stretching.

use crate::geometry::Sub;
use std::ops::Range;
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph, the width of every beginning of it, and where it may be broken.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    text: String,
    /// Width of the first n bytes, for n from 0 to the length.
    widths: Vec<i64>,
    /// All places where a line may end, in order, from the start of the text to its end.
    breaks: Vec<Break>,
}

impl Measured {
    /// `advances` holds the advance of the cluster that begins at each byte, 0 elsewhere.
    pub(super) fn new(text: String, advances: &[i64]) -> Self {
        let mut widths = vec![0];
        let mut total = 0;
        for advance in advances {
            total += advance;
            widths.push(total);
        }
        let ends = linebreaks(&text).map(|(at, _)| at);
        let ends = ends.filter(|&at| !is_bound(&text[..at], &text[at..]));
        let breaks = ends.map(|at| Break { at, penalty: penalty(&text[..at], &text[at..]) });
        let breaks = std::iter::once(Break { at: 0, penalty: 0 }).chain(breaks).collect();
        Self { text, widths, breaks }
    }

    /// Width of a line of these bytes; blanks at its end hang.
    pub(super) fn width(&self, line: &Range<usize>) -> i64 {
        self.widths[self.inked(line).end] - self.widths[line.start]
    }

    /// Width of the widest part that can stay whole.
    pub(super) fn widest_word(&self) -> i64 {
        let words = self.breaks.windows(2).map(|pair| self.width(&(pair[0].at..pair[1].at)));
        words.max().unwrap_or(0)
    }

    /// A line without the blanks at its end.
    pub(super) fn inked(&self, line: &Range<usize>) -> Range<usize> {
        line.start..line.start + self.text[line.clone()].trim_end().len()
    }

    /// Whether a glyph of its own begins at this byte: what is within a ligature does not part.
    fn is_parted(&self, at: usize) -> bool {
        self.widths.get(at + 1).is_some_and(|width| *width > self.widths[at])
    }

    /// All places where a line may end. Words wider than the measure may be cut between
    /// characters as people see them (UAX #29).
    fn opportunities(&self, measure: i64) -> Vec<Break> {
        let mut all: Vec<Break> = Vec::with_capacity(self.breaks.len());
        for &end in &self.breaks {
            let start = all.last().map_or(0, |last| last.at);
            if self.width(&(start..end.at)) > measure {
                let cuts = self.text[start..end.at].grapheme_indices(true).skip(1);
                let cuts = cuts.map(|(cut, _)| start + cut).filter(|&cut| self.is_parted(cut));
                all.extend(cuts.map(|at| Break { at, penalty: INSIDE_WORD }));
            }
            all.push(end);
        }
        all
    }
}

/// A place where a line may end, and what it costs there in thousandths of a line's square.
#[derive(Clone, Copy, Debug)]
struct Break {
    at: usize,
    penalty: i64,
}

/// What a place costs, by what stands on either side. A number belongs to its unit, an article
/// to its noun; a hyphen or a cut inside a word is worse than a blank.
const AFTER_SHORT_WORD: i64 = 30;
const BEFORE_UNIT: i64 = 600;
const BEFORE_WORD: i64 = 120;
const AFTER_HYPHEN: i64 = 60;
const INSIDE_WORD: i64 = 1000;
/// A last line narrower than this part of the measure, in hundredths, looks left over.
const SHORT_LAST: i64 = 35;
const SHORT_LAST_PENALTY: i64 = 200;

/// The byte ranges of the lines of a paragraph set to `measure`.
pub(super) fn lines(paragraph: &Measured, measure: Sub) -> Vec<Range<usize>> {
    let measure = i64::from(measure.max(1));
    let whole = 0..paragraph.text.len();
    if paragraph.width(&whole) <= measure && !whole.is_empty() {
        return vec![whole];
    }
    let breaks = paragraph.opportunities(measure);
    let best = LineSearch { paragraph, breaks: &breaks, measure }.best_paths();
    let mut ranges = Vec::new();
    let mut index = breaks.len() - 1;
    while index > 0 {
        let from = best[index].from;
        ranges.push(breaks[from].at..breaks[index].at);
        index = from;
    }
    ranges.reverse();
    ranges
}

/// The best way to set the text up to a break: fewest lines, then least cost.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Path {
    lines: usize,
    cost: i64,
    from: usize,
}

/// A search for the best breaks of a paragraph, of which the first is its start.
struct LineSearch<'a> {
    paragraph: &'a Measured,
    breaks: &'a [Break],
    measure: i64,
}

impl LineSearch<'_> {
    /// The best way to each break.
    fn best_paths(&self) -> Vec<Path> {
        let mut best = vec![Path { lines: 0, cost: 0, from: 0 }];
        for index in 1..self.breaks.len() {
            best.push(self.best_path(&best, index));
        }
        best
    }

    /// The best way to a break, by the best ways to those before it.
    fn best_path(&self, best: &[Path], index: usize) -> Path {
        let (mut found, _) = self.path(best, index - 1, index);
        for from in (0..index - 1).rev() {
            let (path, width) = self.path(best, from, index);
            // The nearest break is taken even when the line is too wide: no line is shorter.
            if width > self.measure {
                break;
            }
            found = found.min(path);
        }
        found
    }

    /// The way to a break with a line from one of those before it, and the width of that line.
    fn path(&self, best: &[Path], from: usize, index: usize) -> (Path, i64) {
        let (end, measure) = (self.breaks[index], self.measure);
        let width = self.paragraph.width(&(self.breaks[from].at..end.at));
        let is_lone = from > 0 && width * 100 < measure * SHORT_LAST;
        let penalty = match index + 1 == self.breaks.len() {
            true if is_lone => SHORT_LAST_PENALTY,
            true => 0,
            false => end.penalty,
        };
        let slack = (measure - width).pow(2) * 1000 / measure.pow(2);
        let cost = best[from].cost + slack + penalty;
        (Path { lines: best[from].lines + 1, cost, from }, width)
    }
}

/// Whether no line ends between `before` and `after`: a dash ends a line and begins none, a score or
/// a range of numbers is not parted.
fn is_bound(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_range = before.ends_with('–')
        && before.trim_end_matches('–').ends_with(is_digit)
        && after.starts_with(is_digit);
    after.starts_with(['—', '–']) || is_range
}

/// What it costs to break between `before` and `after`.
fn penalty(before: &str, after: &str) -> i64 {
    let word = before.trim_end();
    if word.len() == before.len() {
        return AFTER_HYPHEN;
    }
    let last = word.rsplit(char::is_whitespace).next().unwrap_or(word);
    let is_number = last.ends_with(|c: char| c.is_ascii_digit());
    let is_word = after.starts_with(char::is_alphabetic);
    match last.chars().count() {
        _ if is_number && is_unit(after) => BEFORE_UNIT,
        _ if is_number && is_word => BEFORE_WORD,
        1..=3 => AFTER_SHORT_WORD,
        _ => 0,
    }
}

/// Units that belong to the number before them.
const UNITS: [&str; 28] = [
    "%", "°C", "°F", "km", "km²", "m", "m²", "cm", "mm", "ft", "mi", "kg", "g", "t", "kWh", "MW",
    "GW", "million", "billion", "trillion", "thousand", "bn", "Mio", "Mrd", "BC", "AD", "am", "pm",
];

/// Whether a text begins with a unit.
fn is_unit(text: &str) -> bool {
    let word = text.split(char::is_whitespace).next().unwrap_or(text);
    UNITS.contains(&word.trim_end_matches(['.', ',', ';', ':', ')']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sets text in which every character is 10 wide.
    fn set(text: &str, columns: i32) -> Vec<&str> {
        let mut advances = vec![0; text.len()];
        text.char_indices().for_each(|(at, _)| advances[at] = 10);
        let measured = Measured::new(text.to_owned(), &advances);
        lines(&measured, columns * 10).into_iter().map(|range| text[range].trim()).collect()
    }

    #[test]
    fn lines_are_few_and_even() {
        assert_eq!(set("aaaa bbbb cccc dddd", 14), ["aaaa bbbb", "cccc dddd"]);
        assert_eq!(set("one line", 8), ["one line"]);
        assert_eq!(set("", 8), Vec::<&str>::new());
    }

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(set("worth roughly $411.4 million", 22), ["worth roughly", "$411.4 million"]);
    }

    #[test]
    fn a_dash_begins_no_line() {
        assert_eq!(set("xx yy—zzz", 5), ["xx", "yy—", "zzz"]);
        assert_eq!(set("xxxx – yyyyy", 8), ["xxxx –", "yyyyy"]);
    }

    #[test]
    fn a_score_is_not_parted() {
        assert_eq!(set("Hungary lose 3–2 to them", 14), ["Hungary lose", "3–2 to them"]);
    }

    #[test]
    fn a_long_word_is_cut_and_a_hyphen_is_a_last_resort() {
        assert_eq!(set("abcdefghij", 4).concat(), "abcdefghij");
        let pact = set("a Russia-Pakistan pact signed", 22);
        assert_eq!(pact, ["a Russia-Pakistan", "pact signed"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[a-z é-]{0,80}", columns in 4i32..40) {
            let text = text.trim();
            let lines = set(text, columns);
            prop_assert!(lines.iter().all(|line| line.chars().count() <= columns as usize));
            let ink = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(ink(&lines.concat()), ink(text));
        }
    }
}
