//! The command at home on a system: streams that are closed, full or gone, pipes and devices,
//! terminals, checks, words, completions.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]
#![cfg(unix)]

mod folder;

use folder::Folder;
use std::fs;
use std::process::{Command, Output, Stdio};

const TABLE: &str = "date,title,category\n2009,First,A\n2011-05-06,Second,B\n";
const FAULTY: &str = "date,title\n2010-00,A\n2011,B\n";

/// A folder with a sound table and a faulty one.
fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.file("t.csv", TABLE);
    folder.file("f.csv", FAULTY);
    folder
}

/// A line of shell in which `$A` is the command.
fn shell(folder: &Folder, line: &str) -> Output {
    let mut command = Command::new("sh");
    command.current_dir(&folder.0).stdin(Stdio::null()).env("A", env!("CARGO_BIN_EXE_annals"));
    command.args(["-c", line]).output().unwrap()
}

/// Standard output and standard error of a line of shell that must end with `code`.
fn told(folder: &Folder, line: &str, code: i32) -> (String, String) {
    let output = shell(folder, line);
    let [out, err] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert_eq!(output.status.code(), Some(code), "{line}: {err}");
    (out, err)
}

#[test]
fn the_cell_at_fault_is_underlined() {
    let folder = Folder::new("underline");
    let rows = "中文,\"é\tx\",2010-00\n\"a\n\nb\",x,2010-02-30\n,c,2010\n";
    folder.file("t.csv", &format!("title,description,date\n{rows}"));
    let (_, words) = told(&folder, "\"$A\" t.csv -o t.svg", 1);
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!(
        lines,
        [
            "t.csv:2:15: column \"date\": \"2010-00\": there is no month 00; write 01 to 12",
            "    2 | 中文,\"é    x\",2010-00",
            "      |               ~~~~~^~",
            "t.csv:5:14: column \"date\": \"2010-02-30\": 2010-02 has no day 30; write 01 to 28",
            "    5 | b\",x,2010-02-30",
            "      |      ~~~~~~~~^~",
            "t.csv:6:1: column \"title\": the title is empty; every event needs one",
            "    6 | ,c,2010",
            "      | ^",
        ]
    );
}

#[test]
fn slips_of_the_pen_are_answered_with_what_was_meant() {
    let folder = folder("slips");
    folder.file("slip.csv", "date,title,Categroy\n2010,A,x\n");
    folder.file("daet.csv", "daet,title\n2010,A\n");
    folder.file("slip.toml", "titel = 'x'\n");
    for (line, code, part) in [
        ("t.csv --widht 3in", 2, "--width"),
        ("t.csv --size slied", 2, "did you mean \"slide\"?"),
        ("t.csv --style lsits", 2, "did you mean \"lists\"?"),
        ("t.csv -f pgn", 2, "did you mean \"png\"?"),
        ("t.csv --column titel=x", 2, "did you mean \"title\"?"),
        ("t.csv --snippet htlm -o t.svg", 2, "html"),
        (
            "t.csv --config slip.toml",
            2,
            "slip.toml:1:1: there is no option \"titel\"; did you mean title?",
        ),
        ("daet.csv", 1, "--column date=\"daet\""),
        ("slip.csv --no-config", 0, "if \"Categroy\" tells the category, pass --column category"),
    ] {
        let (_, words) = told(&folder, &format!("\"$A\" {line} > /dev/null"), code);
        assert!(words.contains(part), "{line}: {words}");
    }
}

#[test]
fn a_check_tells_all_and_writes_nothing() {
    let folder = folder("check");
    folder.file("n.csv", "date,title,x\n2010,A,1\n");
    assert_eq!(told(&folder, "\"$A\" t.csv --check", 0), (String::new(), String::new()));
    assert_eq!(told(&folder, "\"$A\" t.csv --check -o t.svg", 0).0, "");
    assert!(told(&folder, "\"$A\" f.csv --check", 1).1.contains("month 00"));
    assert!(told(&folder, "\"$A\" n.csv --check", 0).1.contains("\"x\" is ignored"));
    assert!(told(&folder, "\"$A\" t.csv --check -o no/t.svg", 3).1.contains("no folder"));
    assert_eq!(folder.names(), ["f.csv", "n.csv", "t.csv"]);
}

#[test]
fn with_strict_notes_are_faults() {
    let folder = folder("strict");
    folder.file("n.csv", "date,title,x\n2010,A,1\n2011,中,2\n");
    folder.file("n.svg", "old");
    told(&folder, "\"$A\" t.csv --strict -o t.svg", 0);
    let (_, words) = told(&folder, "\"$A\" n.csv --strict -o n.svg -o m.png", 1);
    for part in ["\"x\" is ignored", "U+4E2D", "nothing was written"] {
        assert!(words.contains(part), "{words}");
    }
    folder.file("n.toml", "strict = true\n");
    told(&folder, "\"$A\" n.csv -o n.svg", 1);
    assert_eq!(fs::read(folder.0.join("n.svg")).unwrap(), b"old");
    assert_eq!(folder.names(), ["f.csv", "n.csv", "n.svg", "n.toml", "t.csv", "t.svg"]);
}

/// What a terminal gets, by the program `script` of util-linux.
fn on_terminal(folder: &Folder, line: &str) -> String {
    let script = format!("TERM=xterm script -qec '{line}' /dev/null < /dev/null");
    String::from_utf8_lossy(&shell(folder, &script).stdout).into_owned()
}

#[test]
fn colour_is_for_terminals_alone() {
    let folder = folder("colour");
    assert!(!told(&folder, "\"$A\" f.csv", 1).1.contains('\u{1b}'));
    if shell(&folder, "script --version").status.success() {
        assert!(on_terminal(&folder, "\"$A\" f.csv -o f.svg").contains("\u{1b}[1mf.csv:2:6:"));
        for plain in ["NO_COLOR=1", "TERM=dumb"] {
            let words = on_terminal(&folder, &format!("{plain} \"$A\" f.csv -o f.svg"));
            assert!(words.contains("f.csv:2:6: ") && !words.contains('\u{1b}'), "{words:?}");
        }
        let quick = on_terminal(&folder, "\"$A\" t.csv -o t.svg");
        assert_eq!(quick, "", "quick work shows no progress");
    }
}

#[test]
fn progress_is_for_terminals_alone_and_leaves_nothing() {
    let folder = Folder::new("progress");
    let rows: String = (0..9000).map(|n| format!("{},Event {n}\n", 1000 + n % 1000)).collect();
    folder.file("t.csv", &format!("date,title\n{rows}"));
    let line = "\"$A\" t.csv --width 9000px --dpi 40 -o t.png -o t.svg";
    assert_eq!(told(&folder, line, 0).1, "");
    if shell(&folder, "script --version").status.success() {
        // Nobody knows how quick the machine is; what is shown must be wiped out.
        let words = on_terminal(&folder, line);
        assert!(words.is_empty() || words.ends_with("\r\u{1b}[K"), "{words:?}");
    }
}

#[test]
fn streams_that_are_closed_or_full_are_no_panic() {
    let folder = folder("streams");
    for (line, code) in [
        ("\"$A\" f.csv 2>&-", 1),
        ("\"$A\" t.csv -o t.svg 2>&- >&- <&-", 0),
        ("\"$A\" f.csv 2>/dev/full", 1),
        ("\"$A\" t.csv --colour 2>/dev/full", 2),
        ("\"$A\" --help 2>/dev/full >/dev/full", 0),
        ("\"$A\" t.csv >/dev/full", 3),
        ("\"$A\" t.csv -f pdf >/dev/full", 3),
        ("\"$A\" t.csv --alt >/dev/full", 3),
        ("\"$A\" t.csv --explain-dates >/dev/full", 3),
        ("\"$A\" --man >/dev/full", 3),
    ] {
        let (_, words) = told(&folder, line, code);
        assert!(!words.contains("panicked"), "{words}");
    }
    assert!(told(&folder, "\"$A\" t.csv >/dev/full", 3).1.contains("make room"));
}

#[test]
fn a_reader_that_leaves_early_is_content() {
    let folder = folder("leaves");
    let rows: String = (0..3000).map(|n| format!("{},Event {n}\n", 1000 + n % 1000)).collect();
    folder.file("l.csv", &format!("date,title\n{rows}"));
    for line in
        ["l.csv", "l.csv -f png", "l.csv --explain-dates", "--help", "--man", "--completions zsh"]
    {
        // The exit code of the command itself, told on the third descriptor.
        let line = format!("{{ {{ \"$A\" {line}; echo $? >&3; }} | head -c 1 >/dev/null; }} 3>&1");
        let (code, words) = told(&folder, &line, 0);
        assert_eq!(code, "0\n", "{line}: {words}");
        assert!(words.lines().all(|note| note.starts_with("annals: the figure is")), "{words}");
    }
}

#[test]
fn pipes_and_devices_are_written_in_the_format_asked_for() {
    let folder = folder("devices");
    let begins = |line: &str, start: &str| {
        let out = shell(&folder, line);
        let words = String::from_utf8_lossy(&out.stderr).into_owned();
        assert!(out.stdout.starts_with(start.as_bytes()), "{line}: {words}");
    };
    begins("\"$A\" t.csv -o /dev/stdout", "<?xml");
    begins("\"$A\" t.csv -o /dev/stdout -f pdf", "%PDF");
    begins("\"$A\" t.csv -o /dev/fd/3 -f pdf 3>&1 | cat", "%PDF");
    begins("mkfifo p; \"$A\" t.csv -f pdf -o p & cat p", "%PDF");
    told(&folder, "\"$A\" t.csv -o /dev/null -f png", 0);
    assert!(fs::metadata("/dev/null").unwrap().len() == 0);
    assert!(told(&folder, "\"$A\" t.csv -o /dev/full", 3).1.contains("make room"));
    assert_eq!(folder.names(), ["f.csv", "p", "t.csv"]);
}

#[test]
fn the_figure_is_told_in_words() {
    let folder = folder("alt");
    let (words, _) = told(&folder, "\"$A\" t.csv --alt", 0);
    let expected = "Timeline of 2 events from 2009 to 6 May 2011. \
                    In order: 2009: First; 6 May 2011: Second.";
    assert_eq!(words.trim_end(), expected);
    told(&folder, "\"$A\" t.csv -o t.svg -o t.pdf", 0);
    let svg = fs::read_to_string(folder.0.join("t.svg")).unwrap();
    assert!(svg.contains(&format!(">{expected}</desc>")));
    let own = "--alt-text 'Two <things> happened'";
    assert_eq!(told(&folder, &format!("\"$A\" t.csv --alt {own}"), 0).0, "Two <things> happened\n");
    let (svg, _) = told(&folder, &format!("\"$A\" t.csv {own}"), 0);
    assert!(svg.contains(">Two &lt;things&gt; happened</desc>"));
    told(&folder, &format!("\"$A\" t.csv -o own.pdf {own}"), 0);
    let pdf = fs::read(folder.0.join("own.pdf")).unwrap();
    let has = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("/Alt") && has("Two <things> happened"), "the alternative text is in the PDF");
}

#[test]
fn a_snippet_embeds_what_was_written() {
    let folder = folder("snippet");
    for (kind, file, start) in [
        ("md", "t.svg", "![Timeline of 2 events"),
        ("html", "t.svg", "<img src=\"t.svg\" width=\"624\" height=\""),
        ("latex", "t.pdf", "\\includegraphics[width=6.5in,alt={Timeline of 2 events"),
        ("typst", "t.pdf", "#image(\"t.pdf\", width: 6.5in, alt: \"Timeline of 2 events"),
        ("quarto", "t.svg", "![](<t.svg>){width=6.5in fig-alt=\"Timeline of 2 events"),
    ] {
        let line = format!("\"$A\" t.csv -o {file} --snippet {kind}");
        let (words, _) = told(&folder, &line, 0);
        assert!(words.starts_with(start), "{kind}: {words}");
        assert!(folder.0.join(file).is_file());
    }
    folder.file("t-dark.svg", "<svg/>");
    let (words, _) = told(&folder, "\"$A\" t.csv -o t.svg --snippet html", 0);
    let source = "<source srcset=\"t-dark.svg\" media=\"(prefers-color-scheme: dark)\">";
    assert!(words.starts_with("<picture>") && words.contains(source), "{words}");
    for line in ["t.csv --snippet md", "t.csv -o - --snippet md", "t.csv -o t.svg --snippet latex"]
    {
        told(&folder, &format!("\"$A\" {line}"), 2);
    }
}

#[test]
fn completions_and_the_manual_know_every_option() {
    let folder = folder("completions");
    let (help, _) = told(&folder, "\"$A\" --help", 0);
    let words = help.split_whitespace().map(|word| word.trim_end_matches([',', ']', ';']));
    let is_flag = |word: &&str| {
        let name = word.strip_prefix("--").unwrap_or_default();
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    let flags: Vec<&str> = words.filter(is_flag).collect();
    assert!(flags.len() > 30, "{flags:?}");
    let (manual, _) = told(&folder, "\"$A\" --man", 0);
    let manual = manual.replace("\\-", "-");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (script, _) = told(&folder, &format!("\"$A\" --completions {shell}"), 0);
        for flag in &flags {
            let name = if shell == "fish" { flag.trim_start_matches('-') } else { flag };
            assert!(script.contains(name), "{shell}: {flag}");
            assert!(manual.contains(flag), "manual: {flag}");
        }
    }
    let bash = "\"$A\" --completions bash > annals.bash && bash -n annals.bash";
    told(&folder, bash, 0);
}

#[test]
fn help_is_short_or_long_and_has_examples() {
    let folder = folder("help");
    let (short, _) = told(&folder, "\"$A\" -h", 0);
    let (long, _) = told(&folder, "\"$A\" --help", 0);
    assert!(short.lines().count() < long.lines().count());
    assert!(short.contains("Examples:") && short.contains("Exit codes:"));
    for part in ["Examples:", "--snippet md", "Exit codes:", "NO_COLOR"] {
        assert!(long.contains(part), "{part}");
    }
    // What the long help shows as an example is a command line that is understood.
    folder.file("events.csv", "date,title,Datum\n2010,A,3/4/2010\n2012,B,5/4/2012\n");
    fs::copy(folder.0.join("events.csv"), folder.0.join("old.csv")).unwrap();
    let examples = long.lines().filter_map(|line| line.strip_prefix("  annals "));
    let mut tried = 0;
    for example in examples.filter(|line| !line.contains("--man ") && !line.contains("--strict")) {
        told(
            &folder,
            &format!(
                "\"$A\" {}",
                example.replace("~/.local/share", ".").replace("bash-completion/completions/", "")
            ),
            0,
        );
        tried += 1;
    }
    assert!(tried >= 6, "{tried} examples");
}

#[test]
fn other_encodings_are_read_when_said() {
    let folder = folder("encodings");
    fs::write(folder.0.join("l.csv"), b"date,title\n2010,Gr\xF6\xDFe\n").unwrap();
    let (_, words) = told(&folder, "\"$A\" l.csv", 1);
    assert!(words.starts_with("l.csv:2:8: byte 8 of this line, 0xF6, is not UTF-8"), "{words}");
    assert!(words.contains("--encoding windows-1252"), "{words}");
    let (svg, _) = told(&folder, "\"$A\" l.csv --encoding windows-1252", 0);
    assert!(svg.contains(">Größe<"));
    folder.file("l.toml", "encoding = 'latin1'\n");
    told(&folder, "\"$A\" l.csv", 0);
    assert!(told(&folder, "\"$A\" l.csv --encoding klingon", 2).1.contains("windows-1252"));
}

#[test]
fn a_file_of_options_is_bounded_too() {
    let folder = folder("config");
    assert!(told(&folder, "\"$A\" t.csv --config /dev/zero", 2).1.contains("1 MiB"));
    fs::write(folder.0.join("l.toml"), b"title = 'Gr\xF6\xDFe'\n").unwrap();
    assert!(told(&folder, "\"$A\" t.csv --config l.toml", 2).1.contains("not UTF-8"));
}

#[test]
fn no_path_and_no_user_is_in_a_picture() {
    let folder = folder("private");
    let table = folder.0.join("t.csv").display().to_string();
    let line =
        format!("USER=somebody HOME=/home/somebody \"$A\" {table} -o t.svg -o t.png -o t.pdf");
    told(&folder, &line, 0);
    for name in ["t.svg", "t.png", "t.pdf"] {
        let file = fs::read(folder.0.join(name)).unwrap();
        for secret in ["somebody", "annals-private", "t.csv"] {
            assert!(!file.windows(secret.len()).any(|part| part == secret.as_bytes()), "{name}");
        }
    }
}
