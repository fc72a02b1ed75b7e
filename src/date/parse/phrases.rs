//! Words of several letters, blanks and full stops (v. Chr., до н. э.), words of scripts that write
//! no blanks (年, 世紀), and Roman numbers.

use super::cursor::Cursor;
use super::letters::{is_letter, is_unspaced};
use crate::date::language::{Languages, Token};

/// A phrase at the cursor, whatever stands between its letters.
pub(super) fn phrase(cursor: &mut Cursor<'_>, languages: Languages) -> Option<Token> {
    let mut phrases = languages.tables().flat_map(|language| language.phrases);
    phrases.find_map(|&(letters, token)| {
        let mut at = *cursor;
        for letter in letters.chars() {
            at.take_while(|c| matches!(c, '.' | ' ' | '-' | '\''));
            let next = at.peek().filter(|c| c.to_lowercase().eq([letter]))?;
            at.take(next.encode_utf8(&mut [0; 4]));
        }
        if at.peek().is_some_and(is_letter) {
            return None;
        }
        at.take(".");
        *cursor = at;
        Some(token)
    })
}

/// The longest word at the cursor in a script without blanks; none if the cursor is at another. The
/// word itself means nothing if it has no token.
pub(super) fn unspaced(cursor: &mut Cursor<'_>, languages: Languages) -> Option<Option<Token>> {
    cursor.peek().filter(|&c| is_unspaced(c))?;
    let run = cursor.clone().take_while(is_unspaced);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
    let known = |end: &&usize| languages.token(&run[..**end]) != Some(Token::Unknown);
    let end = ends.iter().rev().find(known).or(ends.first()).copied()?;
    let word = &run[..end];
    for c in word.chars() {
        cursor.take(c.encode_utf8(&mut [0; 4]));
    }
    Some(languages.token(word))
}

/// The value of a Roman number in capitals, with an ending that makes it an ordinal (XVIIIe); those
/// of Cyrillic that look the same mean the same.
pub(super) fn roman(word: &str, languages: Languages) -> Option<i64> {
    let digits: Vec<i64> = word.chars().map_while(roman_digit).collect();
    let ending: String = word.chars().skip(digits.len()).collect();
    let is_sound = ending.is_empty() || languages.is_ordinal_ending(&ending.to_lowercase());
    if digits.is_empty() || digits.len() > 7 || !is_sound {
        return None;
    }
    let next = digits.iter().skip(1).chain([&0]);
    let values = digits.iter().zip(next).map(|(&own, &next)| if own < next { -own } else { own });
    let value: i64 = values.sum();
    (written(value) == digits).then_some(value)
}

fn roman_digit(c: char) -> Option<i64> {
    Some(match c {
        'I' | 'І' => 1,
        'V' => 5,
        'X' | 'Х' => 10,
        'L' => 50,
        'C' | 'С' => 100,
        _ => return None,
    })
}

/// The digits of a number below 400 as Romans write it, so that IIX is none.
fn written(mut value: i64) -> Vec<i64> {
    const STEPS: [(i64, &[i64]); 9] = [
        (100, &[100]),
        (90, &[10, 100]),
        (50, &[50]),
        (40, &[10, 50]),
        (10, &[10]),
        (9, &[1, 10]),
        (5, &[5]),
        (4, &[1, 5]),
        (1, &[1]),
    ];
    let mut digits = Vec::new();
    for (step, signs) in STEPS {
        while value >= step {
            digits.extend(signs);
            value -= step;
        }
    }
    digits
}
