//! Words of a table and of the command line do nothing to a terminal, wherever they are printed.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::printed;
use annals::is_hidden;

/// A title that would set the name of a terminal, ring its bell, clear it by a C1 control and turn
/// what follows around.
const TITLE: &str = "\u{1b}]0;pwned\u{7}\u{1b}[31mred \u{9b}2J \u{202e}txt";

#[test]
fn what_is_printed_of_a_table_does_nothing_to_a_terminal() {
    let folder = Folder::new("escapes");
    folder.file("t.csv", &format!("date,title\n2001,\"{TITLE}\"\n2002-13-40,b\n"));
    folder.file("s.csv", &format!("date,title\n2001,\"{TITLE}\"\n2002,\"b\rc\"\n"));
    folder.file("d.csv", "date,title\n\"\u{1b}[2J\u{9b}\u{202e}2001\",a\n2002,b\n");
    for (line, code) in [
        ("\"$A\" s.csv --alt", 0),
        ("\"$A\" s.csv --check", 0),
        ("\"$A\" s.csv", 0),
        ("\"$A\" s.csv -o s.svg --snippet md", 0),
        ("\"$A\" s.csv -o s.png --snippet md", 0),
        ("\"$A\" s.csv -o s.svg --snippet html", 0),
        ("\"$A\" s.csv -o s.svg --snippet quarto", 0),
        ("\"$A\" s.csv -o s.pdf --snippet latex", 0),
        ("\"$A\" s.csv -o s.pdf --snippet typst", 0),
        ("\"$A\" s.csv -o s.svg --snippet html-inline", 0),
        ("\"$A\" s.csv -o s.svg --snippet rst", 0),
        ("\"$A\" s.csv -o s.svg --snippet adoc", 0),
        ("\"$A\" s.csv --alt --alt-text \"$(printf '\\033[2J\\302\\233')\"", 0),
        ("\"$A\" d.csv --explain-dates", 1),
        ("\"$A\" t.csv", 1),
    ] {
        let (out, words) = printed(&folder, line, code);
        for text in [&out, &words] {
            let hidden: Vec<char> = text.chars().filter(|&c| c != '\n' && is_hidden(c)).collect();
            assert!(hidden.is_empty(), "{line}: {hidden:?} in {text:?}");
        }
    }
    let (out, _) = printed(&folder, "\"$A\" d.csv --explain-dates", 1);
    assert!(out.contains(r"\u001b[2J\u009b\u202e2001"), "{out}");
}

#[test]
fn what_is_typed_does_nothing_to_a_terminal() {
    let folder = Folder::new("typed");
    folder.file("t.csv", "date,title\n2001,a\n2002,b\n");
    for option in
        ["locale", "today", "category", "width", "era", "mark", "from", "theme", "config", "font"]
    {
        let line = format!(
            "V=$(printf 'a\\033]0;b\\007\\302\\233\\342\\200\\256c'); \
                            \"$A\" t.csv --{option}=\"$V\" 2>&1 >/dev/null; test $? -gt 1"
        );
        let (out, _) = printed(&folder, &line, 0);
        assert!(!out.contains(|c| c != '\n' && is_hidden(c)), "--{option}: {out:?}");
        assert!(out.contains("\\u{1b}"), "--{option}: {out:?}");
    }
}

/// A table, an options file, a custom theme or a font that would never end, or that nobody writes.
#[test]
fn only_files_are_read() {
    let folder = Folder::new("only");
    folder.file("t.csv", "date,title\n2001,a\n2002,b\n");
    folder.file("z.toml", "[fonts]\nregular = '/dev/zero'\n");
    folder.file("y.toml", "[fonts]\nregular = 'pipe'\n");
    printed(&folder, "mkfifo pipe pipe.csv p.toml; ln -s p.toml h.toml; mkdir d d.toml", 0);
    for (line, what) in [
        ("/dev/zero", "device"),
        ("pipe.csv", "pipe"),
        ("d", "folder"),
        ("t.csv --config /dev/zero", "device"),
        ("t.csv --config p.toml", "pipe"),
        ("t.csv --config d", "folder"),
        ("t.csv --theme h.toml", "pipe"),
        ("t.csv --theme d.toml", "folder"),
        ("t.csv --font /dev/zero", "device"),
        ("t.csv --font pipe", "pipe"),
        ("t.csv --font d", "folder"),
        ("t.csv --theme z.toml", "device"),
        ("t.csv --theme y.toml", "pipe"),
    ] {
        let (_, words) = printed(&folder, &format!("timeout 20 \"$A\" {line} -o x.svg"), 3);
        assert!(words.contains(&format!("it is a {what}; name a file")), "{line}: {words}");
    }
    for line in ["cat t.csv | \"$A\" /dev/stdin", "\"$A\" /dev/fd/3 3< t.csv"] {
        assert!(printed(&folder, line, 0).0.starts_with("<?xml"), "{line}");
    }
}
