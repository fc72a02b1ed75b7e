//! Text and paths as each kind of document holds them.
//!
//! In: text in one line without control characters, and paths. Out: the same so that the program
//! that reads the document finds the text again, and the file. A table in the tests has every sign.

use annals::is_hidden;

/// `text` as the description of an image in Markdown: CommonMark, GitHub's and pandoc's.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (before, c, after) in with_neighbours(text) {
        let is_special = match c {
            // Dashes and dots in a row become a dash and an ellipsis.
            '-' | '.' => before == Some(c) || after == Some(c),
            // The name of an emoji stands between colons.
            ':' => after.is_some_and(|after| !after.is_whitespace()),
            _ => "\\`*_{}[]<>&$~^@|#%\"'".contains(c),
        };
        out.extend(is_special.then_some('\\'));
        out.push(c);
    }
    out
}

/// `text` as the value of a quoted attribute in Quarto, without its quotes. What opens a shortcode
/// is parted, as shortcodes are looked for in the text that is read, too.
pub(super) fn quarto(text: &str) -> String {
    let text = text.replace("{{<", "{{ <").replace("{{%", "{{ %");
    escaped(&text, |c| "\\\"&{}<>".contains(c))
}

/// `text` as the value of a quoted attribute in HTML, without its quotes. Braces, which mean nothing
/// to HTML, open the codes of many programs that make pages.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '{' | '}' => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A path as a relative reference of HTML and Markdown: what is neither a letter nor a digit nor
/// plain by number.
pub(super) fn url(path: &str) -> String {
    let is_plain = |c: char| match c {
        // A colon would end the name of a scheme; on Windows it ends that of a drive.
        ':' => cfg!(windows),
        c if c.is_ascii() => c.is_ascii_alphanumeric() || "/-._~+,=".contains(c),
        c => !is_hidden(c) && !c.is_whitespace(),
    };
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match is_plain(c) {
            true => out.push(c),
            false => {
                let mut bytes = [0; 4];
                let bytes = c.encode_utf8(&mut bytes).bytes();
                bytes.for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
        }
    }
    out
}

/// `text` in a group of LaTeX.
pub(super) fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', c]),
            // In the fonts that LaTeX begins with these are other signs.
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            // In some languages it begins a command.
            '"' => out.push_str("\"{}"),
            c => out.push(c),
        }
    }
    out
}

/// The first character of a path that LaTeX has no safe way to write in the name of a file.
pub(super) fn not_for_latex(path: &str) -> Option<char> {
    path.chars().find(|&c| "\\{}$&#%^~\"".contains(c) || is_hidden(c))
}

/// `text` in a string of Typst, without its quotes.
pub(super) fn typst(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_hidden(c) => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// `text` as an option of a directive of reStructuredText, which is taken as it is, but for blanks at
/// its ends.
pub(super) fn rst(text: &str) -> String {
    text.trim().to_owned()
}

/// `text` as a quoted attribute of a macro of AsciiDoc, without its quotes: what ends it, begins a
/// reference or is replaced by typography is written by number.
pub(super) fn adoc(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (before, c, after) in with_neighbours(text) {
        let is_special = match c {
            '-' | '.' => before == Some(c) || after == Some(c),
            // The signs of copyright, of trade marks and registered ones.
            '(' => after.is_some_and(|after| "CRT".contains(after)),
            _ => "\"'&<>[]{}\\".contains(c),
        };
        match is_special {
            true => out.push_str(&format!("&#{};", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

/// The characters of `text`, each between the one before and the one after it.
fn with_neighbours(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> + '_ {
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain(std::iter::once(None));
    before.zip(text.chars()).zip(after).map(|((before, c), after)| (before, c, after))
}

/// `text` with a backslash before each sign that is special.
fn escaped(text: &str, is_special: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.extend(is_special(c).then_some('\\'));
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sign of ASCII but letters and digits, one by one, in text: as it is for Markdown,
    /// Quarto, HTML, LaTeX, Typst and AsciiDoc; reStructuredText takes text as it is.
    const TEXT: [(char, [&str; 6]); 33] = [
        (' ', [" ", " ", " ", " ", " ", " "]),
        ('!', ["!", "!", "!", "!", "!", "!"]),
        ('"', ["\\\"", "\\\"", "&quot;", "\"{}", "\\\"", "&#34;"]),
        ('#', ["\\#", "#", "#", "\\#", "#", "#"]),
        ('$', ["\\$", "$", "$", "\\$", "$", "$"]),
        ('%', ["\\%", "%", "%", "\\%", "%", "%"]),
        ('&', ["\\&", "\\&", "&amp;", "\\&", "&", "&#38;"]),
        ('\'', ["\\'", "'", "'", "'", "'", "&#39;"]),
        ('(', ["(", "(", "(", "(", "(", "("]),
        (')', [")", ")", ")", ")", ")", ")"]),
        ('*', ["\\*", "*", "*", "*", "*", "*"]),
        ('+', ["+", "+", "+", "+", "+", "+"]),
        (',', [",", ",", ",", ",", ",", ","]),
        ('-', ["-", "-", "-", "-", "-", "-"]),
        ('.', [".", ".", ".", ".", ".", "."]),
        ('/', ["/", "/", "/", "/", "/", "/"]),
        (':', [":", ":", ":", ":", ":", ":"]),
        (';', [";", ";", ";", ";", ";", ";"]),
        ('<', ["\\<", "\\<", "&lt;", "\\textless{}", "<", "&#60;"]),
        ('=', ["=", "=", "=", "=", "=", "="]),
        ('>', ["\\>", "\\>", "&gt;", "\\textgreater{}", ">", "&#62;"]),
        ('?', ["?", "?", "?", "?", "?", "?"]),
        ('@', ["\\@", "@", "@", "@", "@", "@"]),
        ('[', ["\\[", "[", "[", "[", "[", "&#91;"]),
        ('\\', ["\\\\", "\\\\", "\\", "\\textbackslash{}", "\\\\", "&#92;"]),
        (']', ["\\]", "]", "]", "]", "]", "&#93;"]),
        ('^', ["\\^", "^", "^", "\\textasciicircum{}", "^", "^"]),
        ('_', ["\\_", "_", "_", "\\_", "_", "_"]),
        ('`', ["\\`", "`", "`", "`", "`", "`"]),
        ('{', ["\\{", "\\{", "&#123;", "\\{", "{", "&#123;"]),
        ('|', ["\\|", "|", "|", "\\textbar{}", "|", "|"]),
        ('}', ["\\}", "\\}", "&#125;", "\\}", "}", "&#125;"]),
        ('~', ["\\~", "~", "~", "\\textasciitilde{}", "~", "~"]),
    ];

    #[test]
    fn every_sign_is_escaped_as_its_document_needs() {
        let signs = (' '..='~').filter(|c| !c.is_ascii_alphanumeric());
        assert!(signs.eq(TEXT.iter().map(|(sign, _)| *sign)));
        for (sign, expected) in TEXT {
            let text = sign.to_string();
            let found = [markdown, quarto, html, latex, typst, adoc].map(|escape| escape(&text));
            assert_eq!(found, expected, "{sign}");
            assert_eq!(rst(&text), text.trim());
        }
    }

    #[test]
    fn what_means_something_in_a_row_is_parted() {
        for (text, expected) in [
            ("1914--1918...", "1914\\-\\-1918\\.\\.\\."),
            ("In order: 2001: :tada: 12:30", "In order: 2001: \\:tada: 12\\:30"),
            ("{{< env HOME >}} {% x %}", "\\{\\{\\< env HOME \\>\\}\\} \\{\\% x \\%\\}"),
            ("~~s~~ @key $x^2$ &lt;b&gt;", "\\~\\~s\\~\\~ \\@key \\$x\\^2\\$ \\&lt;b\\&gt;"),
        ] {
            assert_eq!(markdown(text), expected);
        }
        let adoc = adoc("(C) -- x... (a) - b.");
        assert_eq!(adoc, "&#40;C) &#45;&#45; x&#46;&#46;&#46; (a) - b.");
        assert_eq!(quarto("{{< env HOME >}}"), "\\{\\{ \\< env HOME \\>\\}\\}");
        assert_eq!(html("{{ x }}"), "&#123;&#123; x &#125;&#125;");
    }

    /// Every sign of ASCII in a path, and others that do something.
    #[test]
    fn a_path_names_its_file_and_nothing_else() {
        let signs = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        let colon = if cfg!(windows) { ":" } else { "%3A" };
        let expected = format!(
            "%20%21%22%23%24%25%26%27%28%29%2A+,-./{colon}%3B%3C=%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~"
        );
        assert_eq!(url(signs), expected);
        assert_eq!(
            url("año\u{1b}\u{9b}\u{202E}\u{3000}.svg"),
            "año%1B%C2%9B%E2%80%AE%E3%80%80.svg"
        );
        let refused: String =
            signs.chars().filter(|c| not_for_latex(&c.to_string()).is_some()).collect();
        assert_eq!(refused, "\"#$%&\\^{}~");
        assert_eq!(not_for_latex("a_b (1), c.pdf"), None);
        assert_eq!(not_for_latex("a\u{9b}.pdf"), Some('\u{9b}'));
        assert_eq!(typst("a\\\"\u{202e}.pdf"), "a\\\\\\\"\\u{202e}.pdf");
    }
}
