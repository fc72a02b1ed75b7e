//! Letters and words of any script.

/// Whether `c` belongs to a word: letters, and the accents and Indic signs that are none.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{093C}'..='\u{0954}')
}

/// Whether words of the script of `c` follow each other without blanks: Chinese and Japanese, and
/// Korean, whose particles do.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Whether `text` is `word`, which is in lower case, in any case.
pub(super) fn is_same(text: &str, word: &str) -> bool {
    text == word
        || text.eq_ignore_ascii_case(word)
        || !text.is_ascii() && text.to_lowercase() == word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_indic_signs_are_parts_of_words() {
        for c in ['a', 'ц', '\u{300}', '\u{36F}', '\u{64B}', '\u{93C}', '\u{94D}', '\u{954}'] {
            assert!(is_letter(c), "{c:?}");
        }
        for c in ['1', '-', '\u{2FF}', '\u{964}', '\u{966}'] {
            assert!(!is_letter(c), "{c:?}");
        }
    }
}
