//! The markup of web pages in cells, and marks of footnotes, to plain text. In and out: text.

use memchr::memchr2;
use std::borrow::Cow;

/// Elements that say how text looks or where it stands. Others stay as they are written: a table
/// may well tell of them.
const ELEMENTS: [&str; 45] = [
    "a",
    "abbr",
    "article",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "ul",
];

/// Elements that begin a new line.
const BLOCKS: [&str; 16] = [
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "p",
];

/// Bytes of the longest tag that is looked for.
const LONGEST_TAG: usize = 1000;

/// Named characters besides numbered ones.
const NAMED: [(&str, char); 34] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("euro", '€'),
    ("pound", '£'),
    ("times", '×'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("ntilde", 'ñ'),
    ("aacute", 'á'),
];

/// The text without tags and entities; nothing if it has none, or nothing else.
pub(super) fn without_markup(text: &str) -> Option<String> {
    memchr2(b'<', b'&', text.as_bytes())?;
    let (mut out, mut rest, mut is_changed) = (String::with_capacity(text.len()), text, false);
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((name, length)) = tag(rest) {
            if BLOCKS.contains(&name.as_str()) {
                out.push('\n');
            }
            (rest, is_changed) = (&rest[length..], true);
        } else if let Some((c, length)) = entity(rest) {
            out.push(c);
            (rest, is_changed) = (&rest[length..], true);
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    let plain = lines(&out);
    (is_changed && !plain.is_empty()).then_some(plain)
}

/// The tag at the beginning of a text: its name, and the bytes it takes.
fn tag(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
    let inside = text[1..end].strip_prefix('/').unwrap_or(&text[1..end]);
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, after) = inside.split_at(length);
    let name = name.to_ascii_lowercase();
    let ends_name = after.is_empty() || after.starts_with(['/', ' ', '\n', '\t']);
    (ends_name && !after.contains('<') && ELEMENTS.contains(&name.as_str()))
        .then_some((name, end + 1))
}

/// The entity at the beginning of a text: its character, and the bytes it takes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = hexadecimal
                .map_or_else(|| number.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok());
            char::from_u32(code?).filter(|c| !c.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}

/// A text whose lines have no blanks around them, without empty ones.
fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The text without the marks of footnotes at its end: `*`, `†`, `[2]`, `[a]`, `(a)`, raised digits.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    let mut rest = text;
    loop {
        let shorter = match mark(rest) {
            Some(length) => rest[..rest.len() - length].trim_end(),
            None => return Cow::Borrowed(rest),
        };
        if shorter.is_empty() {
            return Cow::Borrowed(rest);
        }
        rest = shorter;
    }
}

/// The bytes of the mark at the end of a text.
fn mark(text: &str) -> Option<usize> {
    let last = text.chars().next_back()?;
    if matches!(last, '*' | '†' | '‡' | '§' | '¶' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
    {
        return Some(last.len_utf8());
    }
    // A letter in brackets behind a number: 1830 (a).
    if let Some((number, letter)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && matches!(letter.as_bytes(), [b'a'..=b'z'])
        && number.trim_end().ends_with(|c: char| c.is_ascii_digit())
    {
        return Some(letter.len() + 2);
    }
    let (before, inside) = text.strip_suffix(']')?.rsplit_once('[')?;
    let is_short =
        matches!(inside.len(), 1..=3) || inside.starts_with("note") || inside == "citation needed";
    let follows = before
        .trim_end()
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '.' | '"' | '”' | '*'));
    let is_mark =
        is_short && follows && inside.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
    is_mark.then_some(inside.len() + 2)
}

/// Whether a text has signs of UTF-8 that was taken for another encoding, or of what was lost then.
pub(super) fn is_misread(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let is_tail = |c: char| {
        matches!(c, '\u{80}'..='\u{BF}' | '\u{152}'..='\u{153}' | '\u{160}'..='\u{161}' | '\u{178}')
            || matches!(c, '\u{17D}'..='\u{17E}' | '\u{192}' | '\u{2C6}' | '\u{2DC}' | '\u{2013}'..='\u{203A}' | '€' | '™')
    };
    let pairs = text.chars().zip(text.chars().skip(1));
    let is_pair = |(head, tail): (char, char)| match head {
        'Ã' => is_tail(tail),
        'Â' => matches!(tail, '\u{A0}'..='\u{BF}'),
        'â' => tail == '€',
        _ => false,
    };
    text.contains('\u{FFFD}') || pairs.into_iter().any(is_pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_decoded_wrongly_are_known() {
        for text in ["ThÃ©Ã¢tre", "FÃªte", "itâ€™s", "10Â°", "caf\u{FFFD}"] {
            assert!(is_misread(text), "{text}");
        }
        for text in ["Théâtre", "JOÃO", "NÃO", "Ânimo", "âge", "10 °", "plain"] {
            assert!(!is_misread(text), "{text}");
        }
    }

    #[test]
    fn tags_and_entities_become_text() {
        let cases = [
            ("A <i>book</i> &amp; more", "A book & more"),
            ("<h2 class=\"x\">Title</h2><img src=\"a.jpg\">", "Title"),
            ("one<br/>two<BR>three", "one\ntwo\nthree"),
            ("<p>a</p>\n<p>b</p>", "a\nb"),
            ("1914&ndash;1918 &#8212; &#x41;", "1914–1918 — A"),
            ("<a href='https://e.org/?a=1&b=2'>link</a>", "link"),
            ("AT&T &amp;amp; co", "AT&T &amp; co"),
        ];
        for (text, plain) in cases {
            assert_eq!(without_markup(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "a < b > c",
            "R&D",
            "<script>x</script>",
            "x <y>",
            "plain",
            "<br>",
            "&bogus;",
            "&",
            "<",
        ] {
            assert_eq!(without_markup(text), None, "{text}");
        }
    }

    #[test]
    fn marks_of_footnotes_at_the_end() {
        let cases = [
            ("1666*", "1666"),
            ("1710[2]", "1710"),
            ("1851†", "1851"),
            ("Fire[a][b]", "Fire"),
            ("Peace² ", "Peace² "),
            ("12 May 1900 **", "12 May 1900"),
            ("[1667]", "[1667]"),
            ("1667 [1668]", "1667 [1668]"),
            ("*", "*"),
            ("plain", "plain"),
        ];
        for (text, plain) in cases {
            assert_eq!(without_marks(text), plain, "{text}");
        }
    }
}
