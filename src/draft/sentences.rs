//! Passages in sentences. A full stop after an abbreviation, an initial or the number of a day ends
//! none.

use super::languages::DraftLanguage;
use super::passages::Passage;
use crate::date::{Locale, Token};

/// A sentence, or a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    /// Bytes of the prose before it.
    pub start: usize,
    pub is_heading: bool,
    /// Whether it is the first of its passage.
    pub is_first: bool,
}

/// Words of a sentence that may end with an abbreviation; a shorter one goes on.
const FEWEST: usize = 5;

/// Bytes of the longest sentence; what is longer is cut between words.
const LONGEST: usize = 1500;

/// The sentences of a passage in their order.
pub(super) fn sentences<'a>(passage: &Passage<'a>, language: &DraftLanguage) -> Vec<Sentence<'a>> {
    let mut all = Vec::new();
    let mut from = 0;
    let text = passage.text;
    let mut push = |from: usize, to: usize| {
        let mut from = from;
        while to - from > LONGEST {
            let end = cut(&text[from..to]);
            push_part(&mut all, passage, from, from + end);
            from += end;
        }
        push_part(&mut all, passage, from, to);
    };
    let stops = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];
    let mut done = 0;
    for (at, stop) in text.match_indices(stops) {
        if at < done {
            continue;
        }
        let after = at + stop.len();
        let end = after + closing(&text[after..]);
        done = end;
        if is_end(&text[from..at], stop, &text[end..], language) {
            push(from, end);
            from = end;
        }
    }
    push(from, text.len());
    all
}

fn push_part<'a>(all: &mut Vec<Sentence<'a>>, passage: &Passage<'a>, from: usize, to: usize) {
    let part = &passage.text[from..to];
    let start = passage.start + from + part.len() - part.trim_start().len();
    let text = part.trim();
    if !text.is_empty() {
        let (is_heading, is_first) = (passage.is_heading, from == 0);
        all.push(Sentence { text, start, is_heading, is_first });
    }
}

/// Where a text that is too long for a sentence is cut.
fn cut(text: &str) -> usize {
    let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let blank = text[..end].rfind(char::is_whitespace).filter(|at| *at > LONGEST / 2);
    blank.unwrap_or(end).max(1)
}

/// The bytes of quotation marks, brackets and marks of notes after a full stop.
fn closing(rest: &str) -> usize {
    let tail = rest.trim_start_matches(['"', '\'', '”', '’', '»', '“', ')', '.', '!', '?']);
    let mut taken = rest.len() - tail.len();
    while let Some(note) = note(&rest[taken..]) {
        taken += note;
    }
    taken
}

/// The bytes of the mark of a note at the beginning: [12].
fn note(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('[')?;
    let digits = inside.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && inside[digits..].starts_with(']')).then_some(digits + 2)
}

/// Whether a sentence ends with `stop` between `before` and `rest`.
fn is_end(before: &str, stop: &str, rest: &str, language: &DraftLanguage) -> bool {
    if !stop.is_ascii() && stop != "…" {
        return true;
    }
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || "\"“„«‘'(—–-[¿¡".contains(c));
    let is_apart = rest.starts_with(char::is_whitespace);
    let Some(first) = next.chars().next().filter(|_| is_apart) else { return rest.is_empty() };
    if first.is_lowercase() {
        return false;
    }
    stop != "." || !is_abbreviation(before, next, language)
}

/// Whether a full stop after `before` belongs to its last word.
fn is_abbreviation(before: &str, next: &str, language: &DraftLanguage) -> bool {
    let is_inner = |c: char| c.is_alphanumeric() || c == '.';
    let head = before.trim_end_matches(is_inner);
    let word = &before[head.len()..];
    let lower = word.to_lowercase();
    if word.chars().all(|c| c.is_ascii_digit()) {
        return !word.is_empty() && is_ordinal(word, next, language);
    }
    if language.closing_abbreviations.contains(&lower.as_str()) {
        let words = head.split_whitespace().filter(|word| word.len() > 2);
        return words.take(FEWEST).count() < FEWEST;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_initial = letters == 1 && word.chars().all(char::is_uppercase);
    if is_initial && is_number_of_name(word, head, next, language) {
        return false;
    }
    is_initial || language.abbreviations.contains(&lower.as_str())
}

/// Whether a letter is the Roman number of the name before it: Peter I. The next year …
fn is_number_of_name(word: &str, head: &str, next: &str, language: &DraftLanguage) -> bool {
    let name = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let follows: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let is_small = language.small.contains(&follows.to_lowercase().as_str());
    ["I", "V", "X"].contains(&word)
        && name.chars().count() > 2
        && name.starts_with(char::is_uppercase)
        && (is_small || language.locale == Locale::Ru)
}

/// Whether a number with a full stop is that of a day, a century or the like.
fn is_ordinal(digits: &str, next: &str, language: &DraftLanguage) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let word = word.to_lowercase();
    let meaning = language.locale.meaning(&word);
    let is_part = matches!(meaning, Some(Token::Month(_) | Token::Century | Token::Millennium));
    let is_small = digits.len() <= 2 && digits.parse().is_ok_and(|value: u32| value > 0);
    let has_ordinals = language.has_bare_years && !language.small.contains(&word.as_str());
    is_small && (is_part || has_ordinals)
}

#[cfg(test)]
mod tests {
    use super::super::passages::passages;
    use super::*;

    fn texts(text: &str, locale: Locale) -> Vec<&str> {
        let language = DraftLanguage::of(locale);
        let all = passages(text);
        all.iter().flat_map(|one| sentences(one, language)).map(|one| one.text).collect()
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        for (locale, parts) in [
            (Locale::En, ["Dr. J. F. Smith left in 1912.", "He died (in Rome)."].as_slice()),
            (Locale::En, &["Caesar fell in 44 B.C. in Rome.", "No. 5 was lost.[12]", "It ended."]),
            (Locale::En, &["Rome ruled the whole of the coast in 44 B.C.", "The war ended."]),
            (Locale::En, &["He asked: \"Why?\"", "Nobody knew."]),
            (Locale::En, &["He was 12.", "In 1940 he left."]),
            (Locale::De, &["Am 12. Mai 1944 fiel die Stadt.", "Im 19. Jahrhundert wuchs sie."]),
            (Locale::De, &["Er starb am 3. 5. 1944 in Bonn.", "Dr. Meyer blieb."]),
            (Locale::De, &["Um 44 v. Chr. Rom.", "Danach kam z. B. Augustus."]),
            (Locale::Fr, &["En 52 av. J.-C. César vainquit.", "M. Dupont partit."]),
            (Locale::Ru, &["В 1812 г. Наполеон вторгся в Россию.", "В 1814 г. он отрёкся."]),
            (Locale::Ru, &["Завод основан при Петре I.", "Первый чугун выплавили в 1701 г."]),
            (Locale::En, &["It was built by Charles V.", "The tower fell.", "John V. Doe left."]),
            (Locale::Es, &["El Sr. García llegó en 1936.", "¿Por qué?", "Nadie lo sabía."]),
        ] {
            assert_eq!(texts(&parts.join(" "), locale), parts);
        }
    }
}
