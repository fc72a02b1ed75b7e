//! The figure in words and in documents, and what must not be in a picture.

#![cfg(unix)]

use crate::shell::{folder, printed};
use std::fs;

#[test]
fn the_figure_is_told_in_words() {
    let folder = folder("alt");
    let (words, _) = printed(&folder, "\"$A\" t.csv --alt", 0);
    let expected = "Timeline of 2 events from 2009 to 6 May 2011. \
                    In order: 2009: First; 6 May 2011: Second.";
    assert_eq!(words.trim_end(), expected);
    printed(&folder, "\"$A\" t.csv -o t.svg -o t.pdf", 0);
    let svg = fs::read_to_string(folder.0.join("t.svg")).unwrap();
    assert!(svg.contains(&format!(">{expected}</desc>")));
    let own = "--alt-text 'Two <things> happened'";
    assert_eq!(
        printed(&folder, &format!("\"$A\" t.csv --alt {own}"), 0).0,
        "Two <things> happened\n"
    );
    let (svg, _) = printed(&folder, &format!("\"$A\" t.csv {own}"), 0);
    assert!(svg.contains(">Two &lt;things&gt; happened</desc>"));
    printed(&folder, &format!("\"$A\" t.csv -o own.pdf {own}"), 0);
    let pdf = fs::read(folder.0.join("own.pdf")).unwrap();
    let has = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("/Alt") && has("Two <things> happened"), "the alternative text is in the PDF");
}

#[test]
fn a_snippet_embeds_what_was_written() {
    let folder = folder("snippet");
    for (kind, file, start) in [
        ("md", "t.svg", "![Timeline of 2 events"),
        ("md", "t.png", "<picture><source srcset=\"t.png 3x\">![Timeline of 2 events"),
        ("html", "t.svg", "<img src=\"t.svg\" width=\"624\" height=\""),
        ("html-inline", "t.svg", "<svg style=\"max-width:100%;height:auto\" xmlns="),
        ("latex", "t.pdf", "\\begin{figure}\n  \\centering\n  % drawn 6.5in wide"),
        ("typst", "t.pdf", "#figure(\n  image(\"t.pdf\", alt: \"Timeline of 2 events"),
        ("quarto", "t.svg", "![](t.svg){width=6.5in fig-alt=\"Timeline of 2 events"),
        ("rst", "t.svg", ".. image:: t.svg\n   :width: 6.5in\n   :alt: Timeline of 2 events"),
        ("adoc", "t.svg", "image::t.svg[\"Timeline of 2 events"),
    ] {
        let line = format!("\"$A\" t.csv -o {file} --snippet {kind}");
        let (words, _) = printed(&folder, &line, 0);
        assert!(words.starts_with(start), "{kind}: {words}");
        assert!(folder.0.join(file).is_file());
    }
    folder.file("t-dark.svg", "<svg/>");
    let (words, _) = printed(&folder, "\"$A\" t.csv -o t.svg --snippet html", 0);
    let source = "<source srcset=\"t-dark.svg\" media=\"(prefers-color-scheme: dark)\">";
    assert!(words.starts_with("<picture>") && words.contains(source), "{words}");
    let (words, _) = printed(&folder, "\"$A\" t.csv -o t.svg --snippet md", 0);
    let source = "<picture><source srcset=\"t-dark.svg\" media=\"(prefers-color-scheme: dark)\">![";
    assert!(words.starts_with(source) && words.ends_with("](t.svg)</picture>\n"), "{words}");
    for line in ["t.csv --snippet md", "t.csv -o - --snippet md", "t.csv -o t.svg --snippet latex"]
    {
        printed(&folder, &format!("\"$A\" {line}"), 2);
    }
}

/// Typst sets live text in a font of its own, which is noted, and with --strict nothing is written.
#[test]
fn live_text_in_a_snippet_for_typst_is_noted() {
    let folder = folder("live");
    let line = "\"$A\" t.csv -o t.svg --snippet typst";
    let (_, words) = printed(&folder, &format!("{line} --svg-text live"), 0);
    assert!(words.contains("give --svg-text outlines"), "{words}");
    let (_, words) = printed(&folder, &format!("{line} --svg-text outlines"), 0);
    assert_eq!(words, "");
    fs::remove_file(folder.0.join("t.svg")).unwrap();
    printed(&folder, &format!("{line} --svg-text live --strict"), 1);
    assert!(!folder.0.join("t.svg").exists());
}

#[test]
fn a_pdf_has_the_version_asked_for() {
    let folder = folder("version");
    folder.file("t.toml", "pdf-version = 1.5\n");
    for (option, start) in [("", "%PDF-1.5"), ("--pdf-version 1.4", "%PDF-1.4")] {
        printed(&folder, &format!("\"$A\" t.csv -o t.pdf {option}"), 0);
        assert!(fs::read(folder.0.join("t.pdf")).unwrap().starts_with(start.as_bytes()));
    }
    let (_, words) = printed(&folder, "\"$A\" t.csv -o t.pdf --pdf-standard ua-1", 2);
    assert!(words.contains("--pdf-standard and --pdf-version contradict each other"), "{words}");
    printed(&folder, "\"$A\" t.csv -o t.pdf --pdf-version 1.3", 2);
}

#[test]
fn no_path_and_no_user_is_in_a_picture() {
    let folder = folder("private");
    let table = folder.0.join("t.csv").display().to_string();
    let line =
        format!("USER=somebody HOME=/home/somebody \"$A\" {table} -o t.svg -o t.png -o t.pdf");
    printed(&folder, &line, 0);
    for name in ["t.svg", "t.png", "t.pdf"] {
        let file = fs::read(folder.0.join(name)).unwrap();
        for secret in ["somebody", "annals-private", "t.csv"] {
            assert!(!file.windows(secret.len()).any(|part| part == secret.as_bytes()), "{name}");
        }
    }
}
