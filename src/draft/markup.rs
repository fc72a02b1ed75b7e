//! A text without the marks of Markdown and HTML, and without what is no prose: code, tables,
//! addresses of links. It keeps its lines, so that a place in it has the line number of the text.
//!
//! Where a paragraph ends that no blank line ends, there is a [`BREAK`], and a heading begins with
//! a [`HEADING`].

/// The end of a paragraph.
pub(super) const BREAK: char = '\u{2029}';

/// The beginning of a heading.
pub(super) const HEADING: char = '\u{1D}';

/// Elements whose content is no prose.
const SKIPPED: [&str; 10] =
    ["script", "style", "head", "pre", "table", "nav", "footer", "noscript", "svg", "template"];

/// Elements that stand within a line.
const INLINE: [&str; 20] = [
    "a", "b", "i", "em", "strong", "span", "small", "sub", "sup", "abbr", "cite", "q", "time", "u",
    "mark", "code", "font", "wbr", "dfn", "s",
];

/// The prose of a text, line by line.
pub(super) fn prose(text: &str) -> String {
    inline(&by_lines(text))
}

/// A text without what whole lines say: code between fences, tables, rules and the marks of
/// headings, lists and quotations.
fn by_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let end = if line.ends_with('\n') { "\n" } else { "" };
        let bare = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(mark)) => fence = Some(mark),
            (None, None) => push_line(&mut out, line.trim_end_matches(['\n', '\r'])),
            _ => {}
        }
        out.push_str(end);
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    let bare = line.trim_start().trim_start_matches("> ");
    let is_rule = bare.len() > 2 && bare.trim_end().chars().all(|c| "-=*_|: +~".contains(c));
    if bare.starts_with('|') || is_rule || is_definition(bare) {
        return;
    }
    let level = bare.len() - bare.trim_start_matches('#').len();
    if (1..=6).contains(&level) && bare[level..].starts_with(' ') {
        out.extend([BREAK, HEADING]);
        out.push_str(bare[level..].trim_matches(['#', ' ']));
        out.push(BREAK);
        return;
    }
    let item = ["- ", "* ", "+ ", "• "].into_iter().find_map(|mark| bare.strip_prefix(mark));
    if item.is_some() {
        out.push(BREAK);
    }
    out.push_str(item.unwrap_or(bare));
}

/// Whether a line says where a link of another line goes.
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once("]: ").is_some_and(|(label, _)| !label.contains(' '))
}

/// A text without what stands within lines: tags, links, emphasis, entities.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&', '[', '!', '*', '_', '`', '{']) {
        out.push_str(&rest[..at]);
        let before = out.chars().next_back();
        rest = &rest[at..];
        let taken = match rest.as_bytes()[0] {
            b'<' => tag(rest, &mut out),
            b'&' => entity(rest, &mut out),
            b'{' => page_number(rest),
            b'[' | b'!' => page_number(rest).or_else(|| link(rest, &mut out)),
            _ => emphasis(rest, before, &mut out),
        };
        let taken = taken.unwrap_or_else(|| {
            out.push_str(&rest[..1]);
            1
        });
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// The line ends of what is left out.
fn keep_lines(skipped: &str, out: &mut String) {
    out.extend(skipped.matches('\n').map(|_| '\n'));
}

/// Takes a tag, or an element that is no prose; gives its bytes.
fn tag(rest: &str, out: &mut String) -> Option<usize> {
    if rest.starts_with("<!--") {
        let length = rest.find("-->").map_or(rest.len(), |at| at + 3);
        keep_lines(&rest[..length], out);
        return Some(length);
    }
    let inside = rest[1..].trim_start_matches(['/', '!']);
    inside.chars().next().filter(char::is_ascii_alphabetic)?;
    let length = rest[1..].find(['<', '>']).map(|at| at + 2)?;
    if !rest[..length].ends_with('>') {
        return None;
    }
    let is_closing = rest.starts_with("</");
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let length = if !is_closing && SKIPPED.contains(&name.as_str()) {
        out.push(BREAK);
        skipped(rest, &name)
    } else {
        length
    };
    let is_heading = name.len() == 2 && name.starts_with('h') && name.as_str() < "h7";
    match name.as_str() {
        "br" => out.push(' '),
        "sup" if !is_closing => return Some(length + note(&rest[length..])),
        name if INLINE.contains(&name) => {}
        _ => out.push(BREAK),
    }
    if is_heading && !is_closing {
        out.push(HEADING);
    }
    keep_lines(&rest[..length], out);
    Some(length)
}

/// The bytes of an element with all that is in it.
fn skipped(rest: &str, name: &str) -> usize {
    let [lower, upper] =
        [name.to_owned(), name.to_ascii_uppercase()].map(|name| format!("</{name}"));
    let end = rest.find(&lower).or_else(|| rest.find(&upper));
    let end = end.and_then(|at| Some(at + rest[at..].find('>')? + 1));
    end.unwrap_or(rest.len())
}

/// The bytes of a raised number at the beginning, which is a note.
fn note(rest: &str) -> usize {
    let inside = rest.find('<').map_or("", |end| &rest[..end]);
    let is_note = inside.chars().all(|c| c.is_ascii_digit() || "[],* ".contains(c));
    if is_note { inside.len() } else { 0 }
}

/// Takes an entity and gives its bytes.
fn entity(rest: &str, out: &mut String) -> Option<usize> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let known = [
        ("nbsp", ' '),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("ndash", '–'),
        ("mdash", '—'),
        ("thinsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("hellip", '…'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("shy", '\u{AD}'),
        ("minus", '−'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("Auml", 'Ä'),
        ("Ouml", 'Ö'),
        ("Uuml", 'Ü'),
        ("szlig", 'ß'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("agrave", 'à'),
        ("acirc", 'â'),
        ("ucirc", 'û'),
        ("ugrave", 'ù'),
        ("ocirc", 'ô'),
        ("icirc", 'î'),
        ("ccedil", 'ç'),
        ("aacute", 'á'),
        ("iacute", 'í'),
        ("oacute", 'ó'),
        ("uacute", 'ú'),
        ("ntilde", 'ñ'),
        ("deg", '°'),
        ("euro", '€'),
        ("pound", '£'),
        ("sect", '§'),
        ("Eacute", 'É'),
    ];
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    };
    let sign = match name.strip_prefix('#') {
        Some(digits) => number(digits).and_then(char::from_u32).filter(|c| !c.is_control()),
        None => known.into_iter().find(|(known, _)| *known == name).map(|(_, sign)| sign),
    };
    out.push(sign?);
    Some(end + 1)
}

/// The bytes of a page number of a printed book at the beginning: {182}, [Pg 182].
fn page_number(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(10).position(|byte| byte == b'}' || byte == b']')?;
    let is_number = |text: &str| (1..4).contains(&text.len()) && text.parse::<u16>().is_ok();
    let is_page = match rest.split_at(1) {
        ("{", _) => is_number(&rest[1..end]) && rest[end..].starts_with('}'),
        (_, inside) => ["Pg ", "Page ", "p. "]
            .iter()
            .any(|word| inside[..end - 1].strip_prefix(word).is_some_and(is_number)),
    };
    is_page.then_some(end + 1)
}

/// Bytes of the longest link.
const LONGEST: usize = 300;

/// Takes a link or a picture of Markdown and gives its bytes; the words of a link stay.
fn link(rest: &str, out: &mut String) -> Option<usize> {
    let open = if rest.starts_with("![") { 2 } else { 1 };
    if !rest[open - 1..].starts_with('[') {
        return None;
    }
    let close = open + rest[open..].find([']', '['])?;
    let tail = rest.get(close..)?.strip_prefix("](")?;
    let end = tail.bytes().take(LONGEST).position(|byte| byte == b')' || byte == b'\n')?;
    if !tail[end..].starts_with(')') {
        return None;
    }
    if open == 1 {
        out.push_str(&rest[open..close]);
    } else {
        keep_lines(&rest[..close], out);
    }
    Some(close + 2 + end + 1)
}

/// Takes a mark of emphasis or code, which stands beside a word on one side only, and gives its
/// bytes.
fn emphasis(rest: &str, before: Option<char>, out: &mut String) -> Option<usize> {
    let mark = rest.chars().next()?;
    let length = rest.len() - rest.trim_start_matches(mark).len();
    let after = rest[length..].chars().next();
    let is_blank = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    if mark != '`' && (length > 3 || is_blank(before) == is_blank(after)) {
        out.push_str(&rest[..length]);
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_marks_go() {
        for (text, words) in [
            ("a [link](http://x.y/1984) b", "a link b"),
            ("a ![picture of 1984](x.png) b", "a  b"),
            ("**In 1912** and *1913*", "In 1912 and 1913"),
            ("3 * 4, a_b, 5&nbsp;May &ndash; &#8211; &bogus;", "3 * 4, a_b, 5 May – – &bogus;"),
            ("a <b>c</b> 1 < 2 > 0", "a c 1 < 2 > 0"),
            ("x<sup>[3]</sup>, 19<sup>th</sup>", "x, 19th"),
            ("x <!-- 1999\n --> y", "x \n y"),
            ("a\n```\n1984\n```\nb", "a\n\n\n\nb"),
            ("a\n| 1984 | b |\n---\nb", "a\n\n\nb"),
            ("[1]: http://x.y\nb", "\nb"),
            ("a {182} b [Pg 183]c {x} {1984} [p. x]", "a  b c {x} {1984} [p. x]"),
        ] {
            assert_eq!(prose(text), words, "{text:?}");
        }
    }

    #[test]
    fn blocks_end_and_headings_begin() {
        assert_eq!(prose("## The war ##\nx"), "\u{2029}\u{1D}The war\u{2029}\nx");
        assert_eq!(prose("- one\n- two"), "\u{2029}one\n\u{2029}two");
        assert_eq!(prose("<h2>A</h2><p>b"), "\u{2029}\u{1D}A\u{2029}\u{2029}b");
        assert_eq!(prose("a<pre>1984\n</pre>b"), "a\u{2029}\u{2029}\nb");
    }
}
