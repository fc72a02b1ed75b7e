//! Texts in Markdown without its signs: emphasis, code, links, escapes, headings. In and out: text.

/// Signs that stand for themselves after a backslash.
const ESCAPED: &str = "\\`*_{}[]()#+-.!|~<>";

/// Bytes that a mark and its like may be apart.
const LONGEST: usize = 1000;

/// A text without the signs of Markdown.
pub(super) fn plain(text: &str) -> String {
    let without_links = links(text);
    let mut out = String::with_capacity(without_links.len());
    let mut rest = without_links.as_str();
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let next = after.chars().next();
        if c == '\\' && next.is_some_and(|next| ESCAPED.contains(next)) {
            out.extend(next);
            rest = &after[next.map_or(0, char::len_utf8)..];
            continue;
        }
        let mark =
            ["**", "__", "~~", "*", "_", "`"].into_iter().find(|mark| rest.starts_with(mark));
        match mark.and_then(|mark| Some((mark, emphasised(&out, rest, mark)?))) {
            Some((mark, length)) => {
                let inside = &rest[mark.len()..mark.len() + length];
                out.push_str(&if mark == "`" { inside.to_owned() } else { plain(inside) });
                rest = &rest[2 * mark.len() + length..];
            }
            None => {
                out.push(c);
                rest = after;
            }
        }
    }
    out.trim().to_owned()
}

/// A text of a table in another notation without the signs of Markdown; none if it has no sure ones: bold
/// type, links to the web, headings, blocks of code. A lone star or underscore may be a sign of its own.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let is_bold = |text: &str| {
        let mut parts = text.split("**");
        parts.next().is_some()
            && parts.next().is_some_and(|inside| !inside.is_empty())
            && parts.next().is_some()
    };
    let is_heading = |line: &str| heading(line).is_some();
    let is_marked = text.contains("](http") || is_bold(text) || text.lines().any(is_heading);
    if !is_marked {
        return None;
    }
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("```"));
    let lines = lines.map(|line| plain(heading(line).unwrap_or(line)));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    Some(lines.join("\n")).filter(|plain| !plain.is_empty() && plain != text)
}

/// The words of a heading below the first level, which may be a remark or a number elsewhere.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let words = words.strip_prefix(' ').filter(|_| (2..=6).contains(&level))?;
    Some(words.trim().trim_end_matches('#'))
}

/// The length of what a mark at the start of `rest` and its like enclose; none if it is a plain sign.
fn emphasised(before: &str, rest: &str, mark: &str) -> Option<usize> {
    let inside = rest.get(mark.len()..)?;
    let window = &inside[..inside.floor_char_boundary(LONGEST)];
    let length = window.find(mark).filter(|&length| length > 0)?;
    let text = &inside[..length];
    let is_tight = !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    let after = inside[length + mark.len()..].chars().next();
    // Within a word an underscore is a letter: snake_case_name.
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_within =
        mark.starts_with('_') && (is_word(before.chars().next_back()) || is_word(after));
    (is_tight && !is_within).then_some(length)
}

/// A text with its links and pictures as their words.
fn links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let window = &rest[open..rest.floor_char_boundary(open + LONGEST)];
        let link = window.find("](").and_then(|middle| {
            let words = &window[1..middle];
            let length = window[middle + 2..].find(')')?;
            (!words.contains('[')).then_some((words, open + middle + 3 + length))
        });
        match link {
            Some((words, end)) => {
                out.push_str(rest[..open].strip_suffix('!').unwrap_or(&rest[..open]));
                out.push_str(words);
                rest = &rest[end..];
            }
            None => {
                out.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sure_marks_alone_show_that_a_text_is_markdown() {
        let cases = [
            ("## New\r\n- **fast** [docs](https://example.org)\n", Some("New\n- fast docs")),
            ("**Now** in *blue*", Some("Now in blue")),
            ("2 * 3 * 4 and a*b*c", None),
            ("f(x) ** 2", None),
            ("# 12 of 40", None),
            ("a [note](2)", None),
            ("snake_case_name", None),
            ("****", None),
        ];
        for (text, expected) in cases {
            assert_eq!(without_marks(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn signs_of_markdown_are_taken_off() {
        let cases = [
            ("**bold** and *not*", "bold and not"),
            ("__a__ _b_ ~~c~~ `d*e*`", "a b c d*e*"),
            ("[Moon](https://example.org/a) landing", "Moon landing"),
            ("![flag](f.png) x", "flag x"),
            ("snake_case_name", "snake_case_name"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("a \\| b \\*", "a | b *"),
            ("**a *b* c**", "a b c"),
            ("[1850] and [x", "[1850] and [x"),
            ("*", "*"),
            ("c. 1850", "c. 1850"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
