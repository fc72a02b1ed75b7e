//! The names and signs of Rust code, without comments, strings, characters and lifetimes.

/// A word or one sign.
#[derive(Debug, PartialEq)]
pub(crate) enum Token {
    Name(String),
    Sign(char),
}

impl Token {
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Sign(_) => None,
        }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }
}

/// The tokens of a source.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' => string(rest, '"'),
            'r' | 'b' | 'c' if raw(rest).is_some() => raw(rest).unwrap_or(1),
            '\'' => quote(rest),
            c if c.is_alphanumeric() || c == '_' => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                let name = &rest[..end.unwrap_or(rest.len())];
                found.push(Token::Name(name.to_owned()));
                name.len()
            }
            c if c.is_whitespace() => c.len_utf8(),
            c => {
                found.push(Token::Sign(c));
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    found
}

/// The length of a string or character with escapes.
fn string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// The length of a string with a prefix, raw or not.
fn raw(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['r', 'b', 'c']);
    let prefix = text.len() - bare.len();
    if bare.starts_with('\'') && text.starts_with("b'") {
        return Some(1 + string(bare, '\''));
    }
    let hashes = bare.len() - bare.trim_start_matches('#').len();
    if prefix > 2 || !bare[hashes..].starts_with('"') {
        return None;
    }
    if !text[..prefix].contains('r') {
        return (hashes == 0).then(|| prefix + string(bare, '"'));
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let body = &bare[hashes + 1..];
    Some(prefix + hashes + 1 + body.find(&end)? + end.len())
}

/// The length of a character or a lifetime.
fn quote(text: &str) -> usize {
    let mut after = text.chars().skip(1);
    match (after.next(), after.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => string(text, '\''),
        _ => 1,
    }
}

#[test]
fn comments_and_strings_are_no_tokens() {
    let names = |text: &str| -> Vec<String> {
        tokens(text).iter().filter_map(Token::name).map(str::to_owned).collect()
    };
    assert_eq!(names("a // b\n c /* d */ \"e \\\" f\" g"), ["a", "c", "g"]);
    assert_eq!(names("'x' '\\'' b'\"' r#\"h\"i\"# br\"j\" k"), ["k"]);
    assert_eq!(names("&'life str"), ["life", "str"]);
    assert_eq!(tokens("::*"), [':', ':', '*'].map(Token::Sign));
}
