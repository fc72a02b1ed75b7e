//! The values of a JSON text one after another, with their places, up to what is no JSON.

use serde_json::value::RawValue;
use std::ops::Range;

/// The elements of a JSON text: those of the array that it is, or else its values.
#[derive(Clone, Debug)]
pub(super) struct Elements {
    /// Where the next element is looked for.
    at: usize,
    stage: Stage,
}

/// What comes next in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The first of all, perhaps the bracket of an array.
    Start,
    /// The first element of an array, or its end.
    First,
    /// A comma and another element of the array, or its end.
    Further,
    /// Nothing, after the array.
    After,
    /// A value that is in no array, or the end.
    Value,
    /// Nothing: the end, or the rest cannot be read.
    End,
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SyntaxFault {
    /// The byte that cannot be there; the length of the text if something is missing.
    pub at: usize,
}

impl Elements {
    /// The elements from the start of a text.
    pub(super) const START: Self = Self { at: 0, stage: Stage::Start };

    /// The next element of `text`, which is the same in each call.
    pub(super) fn next(&mut self, text: &str) -> Option<Result<Range<usize>, SyntaxFault>> {
        self.pass_blanks(text);
        let byte = text.as_bytes().get(self.at).copied();
        match (self.stage, byte) {
            (Stage::Start, Some(b'[')) => self.step(text, Stage::First),
            (Stage::Start, _) => {
                self.stage = Stage::Value;
                self.next(text)
            }
            (Stage::First | Stage::Further, Some(b']')) => self.step(text, Stage::After),
            (Stage::Further, Some(b',')) => {
                self.at += 1;
                self.pass_blanks(text);
                Some(self.element(text))
            }
            (Stage::First, Some(_)) => Some(self.element(text)),
            (Stage::Value, Some(_)) => Some(self.element(text)),
            (Stage::End, _) | (Stage::After | Stage::Value, None) => None,
            (Stage::First | Stage::Further | Stage::After, _) => Some(self.fault(self.at)),
        }
    }

    /// Passes over one byte.
    fn step(&mut self, text: &str, stage: Stage) -> Option<Result<Range<usize>, SyntaxFault>> {
        self.at += 1;
        self.stage = stage;
        self.next(text)
    }

    fn pass_blanks(&mut self, text: &str) {
        let rest = text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    /// Reads the element that begins here.
    fn element(&mut self, text: &str) -> Result<Range<usize>, SyntaxFault> {
        let start = self.at;
        match length(text.get(start..).unwrap_or_default()) {
            Ok(length) => self.at = start + length,
            Err(at) => return self.fault(start + at),
        }
        if self.stage == Stage::First {
            self.stage = Stage::Further;
        }
        Ok(start..self.at)
    }

    fn fault(&mut self, at: usize) -> Result<Range<usize>, SyntaxFault> {
        self.stage = Stage::End;
        Err(SyntaxFault { at })
    }
}

/// The bytes that the first value of a text takes, or the byte that is at fault.
fn length(text: &str) -> Result<usize, usize> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match values.next() {
        Some(Ok(_)) => Ok(values.byte_offset()),
        Some(Err(error)) if !error.is_eof() => Err(byte_at(text, error.line(), error.column())),
        Some(Err(_)) | None => Err(text.len()),
    }
}

/// The elements of each line of a text, where every line is JSON of its own (JSON Lines).
pub(super) fn elements_of_lines(
    text: &str,
) -> impl Iterator<Item = Result<Range<usize>, SyntaxFault>> {
    let mut start = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let from = start;
        start += line.len();
        let line = line.trim_end();
        let mut elements = Elements { at: 0, stage: Stage::Value };
        std::iter::from_fn(move || elements.next(line)).map(move |element| match element {
            Ok(span) => Ok(from + span.start..from + span.end),
            Err(fault) => Err(SyntaxFault { at: from + fault.at }),
        })
    })
}

/// Whether most of the first lines of a text are objects of their own.
pub(super) fn is_lines(text: &str) -> bool {
    const JUDGED: usize = 20;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(JUDGED);
    let lines: Vec<&str> = lines.collect();
    let is_object = |line: &&&str| line.starts_with('{') && length(line) == Ok(line.len());
    lines.len() > 1 && 2 * lines.iter().filter(is_object).count() > lines.len()
}

/// The byte of a line and a column, both counted from 1, the column in bytes.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let above: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (above + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The elements of a text, and `!` with the byte of a fault.
    fn elements(text: &str) -> Vec<String> {
        let (mut elements, mut found) = (Elements::START, Vec::new());
        while let Some(element) = elements.next(text) {
            found.push(match element {
                Ok(span) => text[span].to_owned(),
                Err(fault) => format!("!{}", fault.at),
            });
        }
        found
    }

    #[test]
    fn elements_of_arrays_and_values_one_after_another() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[]),
            (" [ ] ", &[]),
            ("[{}]", &["{}"]),
            ("[{\"a\": 1},2 , [3]]", &["{\"a\": 1}", "2", "[3]"]),
            ("{\"a\":1}\n{\"a\":2}", &["{\"a\":1}", "{\"a\":2}"]),
            ("{\"a\":1}{\"a\":2}", &["{\"a\":1}", "{\"a\":2}"]),
            ("{\"a\":{\"b\":[]}}", &["{\"a\":{\"b\":[]}}"]),
            ("[null]", &["null"]),
        ];
        for (text, expected) in cases {
            assert_eq!(elements(text), expected, "{text}");
        }
    }

    #[test]
    fn faults_are_where_the_text_stops_being_json() {
        let cases: [(&str, &[&str]); 13] = [
            ("[", &["!1"]),
            ("[1", &["1", "!2"]),
            ("[1,]", &["1", "!3"]),
            ("[1 2]", &["1", "!3"]),
            ("[,1]", &["!1"]),
            ("[1]]", &["1", "!3"]),
            ("[1] 2", &["1", "!4"]),
            ("[{\"a\" 1}]", &["!6"]),
            ("[{\"a\":1,}]", &["!8"]),
            ("[{'a':1}]", &["!2"]),
            ("{\"a\":\n \"é\n\"}", &["!8"]),
            ("{\"a\":1", &["!6"]),
            ("{\"a\":NaN}", &["!5"]),
        ];
        for (text, expected) in cases {
            assert_eq!(elements(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_at_fault_leaves_the_others() {
        let text = "{\"a\":1}\n\n{\"a\":\n{\"a\" 2}\r\n{\"a\":3} ";
        let found: Vec<String> = elements_of_lines(text)
            .map(|found| match found {
                Ok(span) => text[span].to_owned(),
                Err(fault) => format!("!{}", fault.at),
            })
            .collect();
        assert_eq!(found, ["{\"a\":1}", "!14", "!20", "{\"a\":3}"]);
        assert!(is_lines("{}\n{}\n{\n") && !is_lines("{}") && !is_lines("{\n}\n"));
    }
}
