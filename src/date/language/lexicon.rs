//! The words of one language by themselves, for those who look for dates in running text.

use super::{Locale, Token};

/// Eras by the letters that English has for them, which other languages know, and whether their small
/// letters are a word of some language.
const ERAS: [(&str, Token, bool); 8] = [
    ("b.c.e.", Token::Bc, false),
    ("b.c.", Token::Bc, false),
    ("bce", Token::Bc, false),
    ("bc", Token::Bc, false),
    ("a.d.", Token::Ad, false),
    ("c.e.", Token::Ad, false),
    ("ad", Token::Ad, true),
    ("ce", Token::Ad, true),
];

impl Locale {
    /// What `word`, in lower case, means in a date of this language alone; none for a word that
    /// dates are not made of, and for numbers in words, which count anything in running text.
    pub(crate) fn meaning(self, word: &str) -> Option<Token> {
        let token = self.language().token(word);
        token.filter(|token| !matches!(token, Token::Decade(..) | Token::Hundred(_)))
    }

    /// The era at the beginning of `text`, as v. Chr., and the bytes that it takes.
    pub(crate) fn era_at(self, text: &str) -> Option<(Token, usize)> {
        let is_era = |(sign, _, is_word): &&(&str, Token, bool)| {
            let Some(written) = text.get(..sign.len()) else { return false };
            let rest = &text[sign.len()..];
            let is_apart = !rest.starts_with(char::is_alphanumeric);
            // "the 2016 ad campaign", "en 1854 ce projet"
            let is_closed = rest.chars().next().is_none_or(|c| ".,;:!?)—–".contains(c));
            let is_small = written.starts_with(char::is_lowercase);
            written.eq_ignore_ascii_case(sign) && is_apart && (!is_word || !is_small || is_closed)
        };
        if let Some(&(sign, era, _)) = ERAS.iter().find(is_era) {
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

/// What a language lists for dates, for a test of whether it is read.
#[cfg(test)]
pub(in crate::date) struct Listed {
    pub(in crate::date) words: Vec<(&'static str, Token)>,
    pub(in crate::date) ordinals: &'static [&'static str],
    pub(in crate::date) decades: &'static [&'static str],
    pub(in crate::date) hundreds: &'static [&'static str],
}

#[cfg(test)]
impl Locale {
    pub(in crate::date) fn listed(self) -> Listed {
        let language = self.language();
        let months = (1..)
            .zip(language.months)
            .flat_map(|(month, forms)| forms.iter().map(move |form| (*form, Token::Month(month))));
        let all = months.chain(language.words.iter().chain(language.phrases).copied());
        Listed {
            words: all.collect(),
            ordinals: language.ordinal_endings,
            decades: language.decade_endings,
            hundreds: language.hundred_endings,
        }
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
