//! The words of one language by themselves, for those who look for dates in running text.

use super::{Locale, Token};

/// Eras by the letters that English has for them, which other languages know.
const ERAS: [(&str, Token); 8] = [
    ("B.C.E.", Token::Bc),
    ("B.C.", Token::Bc),
    ("BCE", Token::Bc),
    ("BC", Token::Bc),
    ("A.D.", Token::Ad),
    ("C.E.", Token::Ad),
    ("AD", Token::Ad),
    ("CE", Token::Ad),
];

impl Locale {
    /// What `word`, in lower case, means in a date of this language alone; none for a word that
    /// dates are not made of.
    pub(crate) fn meaning(self, word: &str) -> Option<Token> {
        self.language().token(word)
    }

    /// The era at the beginning of `text`, as v. Chr., and the bytes that it takes.
    pub(crate) fn era_at(self, text: &str) -> Option<(Token, usize)> {
        let is_apart = |end: usize| !text[end..].starts_with(char::is_alphanumeric);
        let known = ERAS.iter().find(|(sign, _)| text.starts_with(sign) && is_apart(sign.len()));
        if let Some(&(sign, era)) = known {
            return Some((era, sign.len()));
        }
        let phrases = self.language().phrases.iter();
        let eras = phrases.filter(|(_, token)| matches!(token, Token::Bc | Token::Ad));
        eras.into_iter().find_map(|&(letters, era)| Some((era, spelled(text, letters)?)))
    }

    /// Whether `ending`, in lower case, makes a number of digits an ordinal.
    pub(crate) fn has_ordinal_ending(self, ending: &str) -> bool {
        let language = self.language();
        language.ordinal_endings.contains(&ending) || language.number_endings.contains(&ending)
    }

    /// Whether `ending`, in lower case, makes a number of digits a decade.
    pub(crate) fn has_decade_ending(self, ending: &str) -> bool {
        self.language().decade_endings.contains(&ending)
    }

    /// Whether `word`, in lower case, means nothing in a date, as "of".
    pub(crate) fn ignores(self, word: &str) -> bool {
        self.language().ignored.contains(&word)
    }

    /// The words before an estimate, as "circa".
    pub(crate) fn words_about(self) -> &'static [&'static str] {
        self.language().about
    }
}

/// The bytes at the beginning of `text` that spell `letters`, whatever stands between them.
fn spelled(text: &str, letters: &str) -> Option<usize> {
    let mut rest = text;
    for letter in letters.chars() {
        rest = rest.trim_start_matches(['.', ' ', '\u{A0}', '\n', '-', '\'', '’']);
        let next = rest.chars().next().filter(|c| c.to_lowercase().eq([letter]))?;
        rest = &rest[next.len_utf8()..];
    }
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    Some(text.len() - rest.len())
}
