//! A header as words: lower case without accents, camelCase divided, its unit apart. In: the text
//! of a header; knows neither roles nor cells.

/// Bytes of the longest header whose words are looked at.
const LONGEST: usize = 200;

/// A header taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeaderName {
    /// Its words in lower case, without accents and without the unit.
    pub words: Vec<String>,
    /// Whether it names a part of something, as `author.name` does.
    pub is_path: bool,
    /// What stands in brackets at its end, in the same spelling: the unit of its numbers.
    pub unit: Option<String>,
}

impl HeaderName {
    /// The words of a header.
    pub(super) fn of(header: &str) -> Self {
        if header.len() > LONGEST {
            return Self::default();
        }
        let (text, unit) = match in_brackets(header.trim()) {
            Some((text, unit)) => (text, Some(folded(unit.trim()))),
            None => (header.trim(), None),
        };
        let is_path = is_path(text);
        let words = divided(text);
        let words = words.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
        let unit = unit.filter(|unit| !unit.is_empty());
        Self { words: words.map(folded).collect(), is_path, unit }
    }

    /// Its words, with one blank between them.
    pub(super) fn phrase(&self) -> String {
        self.words.join(" ")
    }
}

/// Whether a header is two names or more with dots between them.
fn is_path(text: &str) -> bool {
    let mut parts = text.split('.');
    let is_name = |part: &str| part.len() > 1 && !part.contains(char::is_whitespace);
    text.contains('.') && parts.all(is_name)
}

/// A text that ends in brackets: what is before them and in them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    [('(', ')'), ('[', ']'), ('（', '）')].into_iter().find_map(|(open, close)| {
        let (before, inside) = text.strip_suffix(close)?.rsplit_once(open)?;
        (!before.trim().is_empty()).then_some((before, inside))
    })
}

/// A text with a blank where its letters go from small to capital.
fn divided(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_small = false;
    for c in text.chars() {
        if after_small && c.is_uppercase() {
            out.push(' ');
        }
        after_small = c.is_lowercase();
        out.push(c);
    }
    out
}

/// Letters, digits and the signs of Indian scripts that belong to them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{94D}' | '\u{300}'..='\u{36F}' | '\'' | '’')
}

/// A text in lower case, its Latin letters without accents.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => out.push('e'),
            'ğ' => out.push('g'),
            'ì'..='ï' | 'ī' | 'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ñ' | 'ń' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ś' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ţ' | 'ț' => out.push('t'),
            'ß' => out.push_str("ss"),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'ý' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ά' => out.push('α'),
            'έ' => out.push('ε'),
            'ή' => out.push('η'),
            'ί' | 'ϊ' | 'ΐ' => out.push('ι'),
            'ό' => out.push('ο'),
            'ύ' | 'ϋ' | 'ΰ' => out.push('υ'),
            'ώ' => out.push('ω'),
            '’' => out.push('\''),
            '\u{300}'..='\u{36F}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_dots_between_them_are_paths() {
        let path = |header: &str| HeaderName::of(header).is_path;
        assert!(path("author.name") && path("start_date.year"));
        assert!(!path("No.") && !path("n.d.") && !path("av. J.-C.") && !path("name"));
    }

    #[test]
    fn headers_as_words() {
        let cases: [(&str, &str, Option<&str>); 12] = [
            (" Start_Date ", "start date", None),
            ("startDate", "start date", None),
            ("END-DATE:", "end date", None),
            ("Début", "debut", None),
            ("Coût (M€)", "cout", Some("m€")),
            ("Duration [Days]", "duration", Some("days")),
            ("numWithinYear", "num within year", None),
            ("**Année**", "annee", None),
            ("Tür", "tur", None),
            ("İSİM", "isim", None),
            ("(day)", "day", None),
            ("開始日", "開始日", None),
        ];
        for (header, phrase, unit) in cases {
            let name = HeaderName::of(header);
            assert!(!name.is_path, "{header}");
            assert_eq!((name.phrase().as_str(), name.unit.as_deref()), (phrase, unit), "{header}");
        }
    }
}
