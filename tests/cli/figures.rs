//! Several figures at once: from one file of figures, or one of each table.

#![cfg(unix)]

use crate::shell::{folder, printed};
use std::fs;

const REPORT: &str = "width = '160mm'\noutput = ['{name}.svg', '{name}.pdf']\n\
                      [figure.first]\ninput = 't.csv'\ntitle = 'One'\n\
                      [figure.second]\ninput = ['t.csv', 'more/u.csv']\noutput = 'two.svg'\nfrom = '2010'\n";

#[test]
fn a_file_of_figures_draws_all_of_them() {
    let folder = folder("figures");
    fs::create_dir(folder.0.join("more")).unwrap();
    folder.file("more/u.csv", "date,title\n2012,Third\n2013,Fourth\n");
    // Its options are beside the table, as ever.
    folder.file("t.toml", "title = 'Beside'\nsource = 'Own research'\n");
    folder.file("report.toml", REPORT);
    // Paths are relative to the file, wherever the command is run.
    let (_, words) = printed(&folder, "cd more && \"$A\" ../report.toml", 0);
    assert!(words.starts_with("note: second: "), "{words}");
    let read = |name: &str| fs::read_to_string(folder.0.join(name)).unwrap();
    let (first, second) = (read("first.svg"), read("two.svg"));
    assert!(first.contains(">One</title>") && first.contains("Own research"));
    assert!(second.contains(">Beside</title>") && second.contains("Fourth"));
    assert!(fs::read(folder.0.join("first.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(!folder.0.join("second.svg").exists());
    // What is typed comes first; snippets come in the order of the file.
    let (words, _) =
        printed(&folder, "\"$A\" report.toml --title Typed --snippet md 2>/dev/null", 0);
    assert!(words.starts_with("![") && words.ends_with("](two.svg)<!-- -->\n"), "{words}");
    assert!(read("first.svg").contains(">Typed</title>"));
}

#[test]
fn all_figures_are_written_or_none_and_all_faults_told() {
    let folder = folder("figures-none");
    let figures = "[figure.a]\ninput = 'f.csv'\noutput = 'a.svg'\n\
                   [figure.b]\ninput = 't.csv'\noutput = 'b.svg'\n\
                   [figure.c]\ninput = 'none.csv'\noutput = 'c.svg'\n\
                   [figure.d]\ninput = 't.csv'\noutput = 'd.svg'\nfrom = 'never'\n";
    folder.file("report.toml", figures);
    let (_, words) = printed(&folder, "\"$A\" report.toml", 3);
    for part in ["f.csv:2:6: ", "cannot read none.csv", "never"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!folder.0.join("b.svg").exists());
    // Tables by themselves, too.
    folder.file("g.csv", "date,title\n2010-00,A\n");
    let (_, words) = printed(&folder, "\"$A\" f.csv t.csv g.csv -o '{stem}.svg'", 1);
    assert!(words.contains("f.csv:2:6: ") && words.contains("g.csv:2:6: "), "{words}");
    assert!(!folder.0.join("t.svg").exists());
}

#[test]
fn a_file_of_figures_is_refused_with_what_it_cannot_be_with() {
    let folder = folder("figures-refused");
    folder.file("report.toml", "[figure.a]\ninput = 't.csv'\noutput = 'a.svg'\n");
    folder.file(
        "same.toml",
        "input = 't.csv'\noutput = 'a.svg'\n[figure.a]\n[figure.b]\nwidth = 2009\n",
    );
    folder.file("self.toml", "[figure.a]\ninput = 't.csv'\noutput = 'self.toml'\n");
    folder.file("t.toml", "title = 'T'\n");
    for (line, code, part) in [
        ("report.toml t.csv", 2, "draw it by itself"),
        ("report.toml -o a.svg", 2, "write each output into it"),
        ("report.toml --explain-dates", 2, "name a table"),
        ("t.toml", 2, "no [figure.NAME]"),
        ("same.toml", 2, "same.toml:5:9: a length is"),
        ("self.toml", 2, "unsupported format"),
        ("none.toml", 3, "cannot read none.toml"),
    ] {
        let (_, words) = printed(&folder, &format!("\"$A\" {line}"), code);
        assert!(words.contains(part), "{line}: {words}");
    }
    folder.file("same.toml", "input = 't.csv'\noutput = 'a.svg'\n[figure.a]\n[figure.b]\n");
    let (_, words) = printed(&folder, "\"$A\" same.toml", 2);
    assert!(words.contains("a.svg is given twice"), "{words}");
}

#[test]
fn a_ruler_of_counts_has_counts() {
    let folder = folder("counts");
    let cases = [
        ("WP,Title,Start,End\nWP1,Lead,M1,M36\nWP2,Pilot,M12,M30\n", ">M10<"),
        ("Time,Event\nT-10 min,Poll\nT+00:02:30,Stage\n", ">T\u{2212}10 min<"),
        ("T+,Event\nT+0:58,Max q\nT+9:23,Orbit\n", ">T+4:00<"),
        ("Time (h),Event\n0,Dose\n24,Sample\n", ">10 h<"),
    ];
    for (table, label) in cases {
        folder.file("c.csv", table);
        printed(&folder, "\"$A\" c.csv -o c.svg", 0);
        let svg = fs::read_to_string(folder.0.join("c.svg")).unwrap();
        assert!(svg.contains(label), "{label}: {svg}");
    }
}
