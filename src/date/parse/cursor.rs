//! A part of a text under a cursor, and why it was not read.
//!
//! The text is folded beforehand, one character to one, so that a place in it is a place in the
//! text as written. A miss is soft while another notation may still fit, and firm once the notation
//! is clear and only its content is wrong.

use crate::date::{DateError, DateErrorKind};
use crate::error::{Message, quoted};
use std::borrow::Cow;

/// Why a notation does not fit.
#[derive(Clone, Debug)]
pub(super) struct Miss {
    kind: DateErrorKind,
    offset: usize,
    reason: Reason,
    /// Whether no other notation need be tried.
    pub(super) firm: bool,
}

impl Miss {
    /// Whether it came further than another, or as far and knows why.
    fn says_more_than(&self, other: &Self) -> bool {
        let is_known = |miss: &Self| {
            miss.kind != DateErrorKind::NotADate || matches!(miss.reason, Reason::Made(_))
        };
        (self.offset, is_known(self)) > (other.offset, is_known(other))
    }

    /// What is wrong.
    pub(super) fn kind(&self) -> DateErrorKind {
        self.kind
    }
}

/// What is in no notation.
const NO_DATE: &str =
    "this is not a date; write it as 2010, 2010-03-12, 12 March 2010, c. 1450 or 44 BC";

/// The message of a miss. Most are never printed, so those that are always the same are not made.
#[derive(Clone, Debug)]
pub(super) enum Reason {
    Fixed(&'static str),
    Made(Message),
}

impl From<&'static str> for Reason {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<String> for Reason {
    fn from(text: String) -> Self {
        Self::Made(text.into())
    }
}

impl From<Message> for Reason {
    fn from(message: Message) -> Self {
        Self::Made(message)
    }
}

impl From<Miss> for DateError {
    fn from(Miss { kind, offset, reason, .. }: Miss) -> Self {
        let message = match reason {
            Reason::Fixed(text) => text.into(),
            Reason::Made(message) => message,
        };
        Self { kind, offset, message }
    }
}

pub(super) type Parsed<T> = Result<T, Miss>;

/// A stretch of the folded text, without blanks at its ends when it was cut out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    whole: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    /// The whole of `whole`, blanks around it aside.
    pub(super) fn new(whole: &'a str) -> Self {
        Self { whole, at: 0, end: whole.len() }.trim()
    }

    /// What is left to read.
    pub(super) fn rest(&self) -> &'a str {
        self.whole.get(self.at..self.end).unwrap_or_default()
    }

    /// Whether nothing but blanks of the whole text is outside.
    pub(super) fn is_whole(&self) -> bool {
        self.rest().len() == self.whole.trim().len()
    }

    /// The message followed by what can be written for this stretch: of the whole text, in its place.
    pub(super) fn instead(&self, message: Message, text: impl Into<String>) -> Message {
        if self.is_whole() { message.cell(text) } else { message.text(text) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.end
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next character if it is one of `any`.
    pub(super) fn take(&mut self, any: &str) -> Option<char> {
        let next = self.peek().filter(|&c| any.contains(c))?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Takes as many characters as satisfy `wanted`.
    pub(super) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Takes as many ASCII digits as follow.
    pub(super) fn digits(&mut self) -> &'a str {
        self.take_while(|c| c.is_ascii_digit())
    }

    /// Takes `word`, which is in lower case, in any case.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.rest().get(..word.len());
        let is_there = found.is_some_and(|found| {
            found.eq_ignore_ascii_case(word) || !found.is_ascii() && found.to_lowercase() == word
        });
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    /// The stretches before byte `from` and from byte `to` on, both counted in what is left.
    pub(super) fn split(&self, from: usize, to: usize) -> (Self, Self) {
        let left = Self { end: (self.at + from).min(self.end), ..*self };
        let right = Self { at: (self.at + to).min(self.end), ..*self };
        (left.trim(), right.trim())
    }

    /// What is left, blanks around it aside.
    pub(super) fn trim(self) -> Self {
        let rest = self.rest();
        let head = rest.len() - rest.trim_start().len();
        let at = self.at + head;
        Self { whole: self.whole, at, end: at + rest.trim().len() }
    }

    /// Characters from the start of the text to here.
    pub(super) fn offset(&self) -> usize {
        self.whole.get(..self.at).map_or(0, |before| before.chars().count())
    }

    fn miss<T>(&self, kind: DateErrorKind, reason: Reason, firm: bool) -> Parsed<T> {
        Err(Miss { kind, offset: self.offset(), reason, firm })
    }

    /// This notation does not fit here; another may.
    pub(super) fn soft<T>(&self, kind: DateErrorKind, reason: impl Into<Reason>) -> Parsed<T> {
        self.miss(kind, reason.into(), false)
    }

    /// The notation is clear, and wrong here.
    pub(super) fn firm<T>(&self, kind: DateErrorKind, reason: impl Into<Reason>) -> Parsed<T> {
        self.miss(kind, reason.into(), true)
    }

    /// This notation does not fit at all.
    pub(super) fn no_date<T>(&self) -> Parsed<T> {
        self.soft(DateErrorKind::NotADate, NO_DATE)
    }

    /// Nothing may be left.
    pub(super) fn finish(&self) -> Parsed<()> {
        if self.is_empty() {
            return Ok(());
        }
        let fact = quoted(self.rest()) + " is left over after the date";
        self.soft(DateErrorKind::NotADate, fact + "; remove it, or write the date alone")
    }

    /// `found`, or a firm miss because it lies past the end of all days.
    pub(super) fn on_the_line<T>(&self, found: Option<T>) -> Parsed<T> {
        match found {
            Some(found) => Ok(found),
            None => self.firm(
                DateErrorKind::OutOfRange,
                "the year is beyond the time line; write at most 16 digits",
            ),
        }
    }
}

/// The first reading that fits: stops at a firm miss, and else gives the soft one that came
/// furthest.
pub(super) fn first_of<T: ?Sized, U>(
    cursor: Cursor<'_>,
    with: &T,
    readings: &[fn(Cursor<'_>, &T) -> Parsed<U>],
) -> Parsed<U> {
    let mut best: Option<Miss> = None;
    for reading in readings {
        match reading(cursor, with) {
            Err(miss) if !miss.firm => {
                if best.as_ref().is_none_or(|best| miss.says_more_than(best)) {
                    best = Some(miss);
                }
            }
            found => return found,
        }
    }
    best.map_or_else(|| cursor.no_date(), Err)
}

/// The text with other scripts' digits, blanks and dashes as ASCII has them, character by
/// character. En and em dash become an en dash, which joins ranges and never is a minus.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(fold).collect())
}

fn fold(c: char) -> char {
    // Arabic-Indic, its eastern form, Devanagari, full width.
    for zero in ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{FF10}'] {
        let value = (c as u32).checked_sub(zero as u32);
        if let Some(digit) = value.and_then(|value| char::from_digit(value, 10)) {
            return digit;
        }
    }
    match c {
        '\u{00AD}' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{FF0D}' => '-',
        '\u{2012}' | '\u{2014}' | '\u{2015}' | '\u{301C}' | '\u{FF5E}' | '→' => '–',
        '\u{FF0F}' | '\u{2044}' => '/',
        '\u{FF1A}' => ':',
        '≈' | '∼' => '~',
        '\u{2019}' | '\u{02BC}' => '\'',
        '\u{060C}' | '\u{FF0C}' => ',',
        '\u{06D4}' => '.',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn digits_and_signs_of_other_scripts_are_those_of_ascii() {
        for (text, ascii) in [
            ("٠١٢٣٤٥٦٧٨٩٪", "0123456789٪"),
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
            ("०१२३४५६७८९॰", "0123456789॰"),
            ("０１２３４５６７８９", "0123456789"),
            ("\u{AD}\u{2010}\u{2011}\u{2212}\u{FF0D}", "-----"),
            ("\u{2012}\u{2013}\u{2014}\u{2015}", "––––"),
            ("\u{2044}\u{FF0F}\u{FF1A}\u{2019}\u{060C}", "//:',"),
            ("\u{A0}\u{2003}\u{3000}\t", "    "),
        ] {
            assert_eq!(folded(text), ascii);
        }
    }
}
