//! A plain list of dated lines: a date, a colon or a dash, and what happened.

use super::held::{HeldCell, HeldRow, HeldTable};
use super::lines::{TextLine, lines};
use crate::date::{Date, DateOptions};
use crate::error::{Code, Message, quoted};
use crate::read::markdown_marks::plain;

/// Bytes of the longest date.
const LONGEST: usize = 60;

/// Lines by which a list is known.
const JUDGED: usize = 60;

/// What parts a date from its event, and how much of that is the sign; marks of bold type may end in it.
const SIGNS: [&str; 9] = [" :: ", ":** ", ":__ ", "** – ", "** - ", ": ", " – ", " — ", " - "];

/// Whether a text is such a list: two dated lines or more, and no others but a heading and lines that go on
/// with the event before them. The last line of a part of a file may be cut.
pub(super) fn is_list(head: &str) -> bool {
    let is_blank = |line: &TextLine<'_>| line.text.trim().is_empty() || is_heading(line);
    let mut all = lines(head, 0..head.len()).filter(|line| !is_blank(line)).take(JUDGED).peekable();
    let is_numbered = is_numbered(head);
    if are_rows(head) {
        return false;
    }
    let (mut dated, mut first) = (0, true);
    while let Some(line) = all.next() {
        let is_cut = all.peek().is_none() && dated > 1;
        let goes_on = dated > 0 && line.text.starts_with([' ', '\t']);
        let is_opening = first && line.text.trim_end().ends_with(':');
        first = false;
        match parted(&line, is_numbered) {
            Some(_) => dated += 1,
            None if goes_on || is_opening || is_cut => {}
            None => return false,
        }
    }
    dated > 1
}

/// Whether the first lines have the same number of commas, as rows of a table do, and no sign of a list.
fn are_rows(head: &str) -> bool {
    let commas = |line: &TextLine<'_>| line.text.matches(',').count();
    let is_list = |line: &TextLine<'_>| {
        let near = &line.text[..line.text.floor_char_boundary(LONGEST)];
        SIGNS.iter().any(|sign| near.contains(sign)) || has_milliseconds(near)
    };
    let filled = lines(head, 0..head.len()).filter(|line| !line.text.trim().is_empty());
    let first: Vec<TextLine<'_>> = filled.take(JUDGED).collect();
    let count = first.first().map_or(0, commas);
    count > 0 && first.iter().all(|line| commas(line) == count && !is_list(line))
}

/// Whether the first comma is before the milliseconds of a log: 10:00:05,250 INFO ready.
fn has_milliseconds(line: &str) -> bool {
    let Some((before, after)) = line.split_once(',') else { return false };
    let is_digits = |part: Option<&str>| {
        part.is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let seconds = before.rsplit_once(':').map(|(_, seconds)| seconds);
    seconds.is_some_and(|seconds| seconds.len() == 2)
        && is_digits(seconds)
        && is_digits(after.get(..3))
        && after.get(3..4) == Some(" ")
}

/// The events of a list.
pub(super) fn table(text: &str) -> HeldTable {
    let header = |name: &str| HeldCell::made(name, 0..0);
    let headers = vec![header("date"), header("title")];
    let mut table = HeldTable { headers, ..HeldTable::default() };
    let is_numbered = is_numbered(text);
    for line in lines(text, 0..text.len()) {
        let line_text = line.trim();
        if line_text.text.is_empty() {
            continue;
        }
        match (parted(&line, is_numbered), table.rows.last_mut()) {
            (Some(cells), _) => table.rows.push(HeldRow::Cells(cells.into())),
            (None, Some(HeldRow::Cells(cells))) if line.text.starts_with([' ', '\t']) => {
                if let Some(title) = cells.last_mut() {
                    title.text = format!("{} {}", title.text, plain(line_text.text));
                    title.span.end = line_text.span.end;
                }
            }
            (None, None) => table.notes.push(passed_over(&line_text)),
            (None, Some(_)) if is_heading(&line) => table.notes.push(passed_over(&line_text)),
            (None, Some(_)) => {
                table.rows.push(HeldRow::Fault(line_text.span, Code::DatedLine, no_date()));
            }
        }
    }
    table
}

fn is_heading(line: &TextLine<'_>) -> bool {
    line.text.trim_start().starts_with('#')
}

fn passed_over(line: &TextLine<'_>) -> Message {
    let fact = format!("the heading {} is passed over; set ", quoted(line.text));
    Message::new(fact).setting("title").text(" to have a title")
}

fn no_date() -> Message {
    Message::new(
        "a line of this list is a date, a colon or a dash, and an event, as 1957: Sputnik 1",
    )
}

/// Whether the items of a list are numbered: 1., 2., 3. The 12. of "12. Mai 1921" is a day.
fn is_numbered(text: &str) -> bool {
    let numbers = lines(text, 0..text.len()).filter_map(|line| Some(number(line.trim().text)?.0));
    let first: Vec<u32> = numbers.take(3).collect();
    first.len() > 1 && first.iter().zip(1..).all(|(number, place)| *number == place)
}

/// The number of an item at the beginning of a line, and its length.
fn number(line: &str) -> Option<(u32, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_item = line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
    let number = line[..digits].parse().ok().filter(|_| is_item && digits < 4)?;
    Some((number, digits + 1))
}

/// A line as its date and its event; none if it does not begin with a date.
fn parted(line: &TextLine<'_>, is_numbered: bool) -> Option<[HeldCell; 2]> {
    let line = without_bullet(&line.trim(), is_numbered);
    let near = line.text.floor_char_boundary(LONGEST);
    let ends = SIGNS.iter().flat_map(|sign| line.text[..near].rmatch_indices(sign));
    let mut ends: Vec<(usize, usize)> = ends.map(|(at, sign)| (at, sign.len())).collect();
    // The longest date first: of 1914 – 1918: War it is both years.
    ends.sort_unstable_by(|a, b| b.cmp(a));
    let parted = ends.into_iter().find_map(|(at, length)| {
        let (date, event) = line.split_at(at, length);
        let (date, event) = (cell(&date), cell(&event));
        let is_event = event.text.contains(char::is_alphabetic) && !begins_with_year(&event.text);
        (is_event && is_date(&date.text)).then_some([date, event])
    });
    parted.or_else(|| bare(&line))
}

/// A line that has nothing but a blank between its date, which may be in brackets, and its event, which
/// begins with a capital or a digit then: 1957 Sputnik 1, [2024-03-01 10:00:05] INFO ready.
fn bare(line: &TextLine<'_>) -> Option<[HeldCell; 2]> {
    const MOST_WORDS: usize = 5;
    let near = &line.text[..line.text.floor_char_boundary(LONGEST)];
    let is_event = |text: &str| {
        let begins = text.chars().next().is_some_and(|c| c.is_uppercase() || c == '[');
        begins && text.chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    let is_other = line.text.contains(['\t', ';', '|']);
    if !near.starts_with(|c: char| c.is_ascii_digit() || c == '[' || c.is_uppercase()) || is_other {
        return None;
    }
    let blanks: Vec<usize> = near.match_indices(' ').map(|(at, _)| at).take(MOST_WORDS).collect();
    blanks.into_iter().rev().find_map(|at| {
        let (date, event) = line.split_at(at, 1);
        let (date, event) = (date.trim(), event.trim());
        let inside = date.text.strip_prefix('[').and_then(|date| date.strip_suffix(']'));
        let text = inside.unwrap_or(date.text);
        let is_sure = text.contains(|c: char| c.is_ascii_digit()) && is_event(event.text);
        let is_whole = Date::parse(text, &DateOptions::default()).is_ok();
        let event = is_sure.then(|| cell(&event)).filter(|_| is_whole)?;
        Some([HeldCell::made(text, date.span), event])
    })
}

/// A part of a line without the signs of Markdown.
fn cell(part: &TextLine<'_>) -> HeldCell {
    let part = part.trim();
    let text = part.text.trim_matches(|c| "*_".contains(c));
    HeldCell::made(plain(text), part.span)
}

/// A line without the sign of an item, or its number.
fn without_bullet<'t>(line: &TextLine<'t>, is_numbered: bool) -> TextLine<'t> {
    let bullet = line.text.chars().next().filter(|first| "-*+•–—·".contains(*first));
    let bullet = bullet.map(char::len_utf8).filter(|&length| line.text[length..].starts_with(' '));
    let numbered = number(line.text).map(|(_, length)| length).filter(|_| is_numbered);
    let length = bullet.or(numbered);
    length.map_or_else(|| line.clone(), |length| line.split_at(length, 0).1.trim())
}

/// Whether a text is a date, by itself or by the year that it ends with.
fn is_date(text: &str) -> bool {
    Date::parse(text, &DateOptions::default()).is_ok() || ends_with_year(text)
}

/// Whether the last of a few words is a year: 12. Mai 1921.
fn ends_with_year(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let last = words.next_back().unwrap_or_default();
    let begins = text.starts_with(|c: char| c.is_ascii_digit());
    begins && words.count() < 4 && is_year(last)
}

fn begins_with_year(text: &str) -> bool {
    is_year(text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let row = |row: &HeldRow| match row {
            HeldRow::Cells(cells) => {
                cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")
            }
            HeldRow::Fault(span, ..) => format!("!{}", &text[span.clone()]),
        };
        table(text).rows.iter().map(row).collect()
    }

    #[test]
    fn a_list_is_known_by_its_dated_lines() {
        for (text, is_one) in [
            ("1957: Sputnik 1\n1961: Vostok 1\n", true),
            ("- 4 October 1957 – Sputnik 1\n- 12 April 1961 – Vostok 1", true),
            ("* **1957**: Sputnik 1\n* **1961:** Vostok 1\n", true),
            ("Milestones:\n\n1. May 5, 1961 - Freedom 7\n2. July 1969 - Apollo 11\n", true),
            ("# Space\n\n12. Mai 1921: Vertrag\n1914 – 1918: Krieg\n", true),
            ("1957: Sputnik 1\n  the first satellite\n1961: Vostok 1\n", true),
            ("1957: Sputnik 1\n", false),
            ("date,title\n1957,Sputnik: the first\n1961,Vostok: a man\n", false),
            ("1957,Sputnik: the first\n1961,Vostok: a man\n", false),
            ("1957\tSputnik\n1961\tVostok\n", false),
            ("09:00 - 10:30 Standup\n11:00 - 12:00 Review\n", false),
            ("1921 - 1922 season\n1922 - 1923 season\n", false),
            ("A text that says: nothing\nof dates: at all\n", false),
            ("1957: 12\n1961: 13\n", false),
            ("1957 Sputnik 1\n12 April 1961 Vostok 1, a man\n", true),
            ("[2024-03-01 10:00:05] INFO ready\n[2024-03-01 10:00:09] WARN slow\n", true),
            ("2024-03-01 10:00:05,250 INFO ready\n2024-03-01 10:00:09,004 WARN slow\n", true),
            ("1957 Sputnik, Baikonur\n1961 Vostok, Baikonur\n", false),
            ("1957 spring\n1961 spring\n", false),
        ] {
            assert_eq!(is_list(text), is_one, "{text}");
        }
    }

    #[test]
    fn a_line_is_a_date_and_an_event() {
        for (text, expected) in [
            (
                "1957: Sputnik 1\n  is up\n1961: Vostok: a man",
                ["1957/Sputnik 1 is up", "1961/Vostok: a man"],
            ),
            (
                "- **12 May 1921** – *Treaty*\n- 1914 – 1918: War",
                ["12 May 1921/Treaty", "1914 – 1918/War"],
            ),
            ("2020-01-05 10:30: Start\nand so on", ["2020-01-05 10:30/Start", "!and so on"]),
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }
}
