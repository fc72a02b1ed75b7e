//! `annals draft` as a user types it.

#![cfg(unix)]

use crate::shell::{folder, printed, shell};

const ARTICLE: &str = "# Two states\n\n\
    The treaty was signed on 12 March 1921. Two years later it was broken.\n\
    AMAN-2021 was held, and CASA-1000 is planned. It cost $411, 4 million.\n";

#[test]
fn an_article_becomes_a_table_by_its_lines() {
    let folder = folder("draft");
    folder.file("article.md", ARTICLE);
    let (table, words) = printed(&folder, "\"$A\" draft article.md", 0);
    assert_eq!(words, "");
    let expected = "date,end,title,description,check,line\n\
        1921-03-12,,The treaty was signed,The treaty was signed on 12 March 1921.,,3\n\
        1923,,It was broken,Two years later it was broken.,\
        \"counted from the date said before, 1921-03-12\",3\n\
        2021,,\"AMAN-2021 was held, and CASA-1000 is planned\",\
        \"AMAN-2021 was held, and CASA-1000 is planned.\",\
        \"the number is part of a name; still to come in the text\",4\n";
    assert_eq!(table, expected);
    let (piped, _) = printed(&folder, "\"$A\" draft - < article.md", 0);
    assert_eq!(piped, table);
}

#[test]
fn a_draft_is_drawn_without_a_note_on_its_columns() {
    let folder = folder("draft-pipe");
    folder.file("article.txt", ARTICLE);
    let line = "\"$A\" draft article.txt | \"$A\" - --strict -o figure.svg";
    assert_eq!(printed(&folder, line, 0), (String::new(), String::new()));
    assert!(folder.0.join("figure.svg").exists());
}

#[test]
fn the_day_of_writing_and_context_are_asked_for() {
    let folder = folder("draft-options");
    folder.file("a.txt", "He left. On Monday he came back. Next year he stays.\n");
    let (_, words) = printed(&folder, "\"$A\" draft a.txt", 1);
    assert!(words.starts_with("a.txt: no sentence of this text dates anything"), "{words}");
    let (table, _) = printed(&folder, "\"$A\" draft a.txt --written 2020-12-31 --context 1", 0);
    assert!(table.contains("2020-12-28,,He came back,He left. On Monday"), "{table}");
    assert!(table.contains("\n2021,,He stays,"), "{table}");
}

#[test]
fn what_is_no_article_is_refused_and_named() {
    let folder = folder("draft-faults");
    folder.file("long.txt", "In 1912 it rained.");
    for (line, code, fact) in [
        ("\"$A\" draft nosuch.txt", 3, "cannot read nosuch.txt"),
        ("\"$A\" draft", 2, "required"),
        ("\"$A\" draft long.txt --max-bytes 3", 1, "--max-bytes"),
        ("printf '\\377' | \"$A\" draft -", 1, "standard input: this is not text in UTF-8"),
    ] {
        let output = shell(&folder, line);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{line}: {words}");
        assert!(words.contains(fact) && output.stdout.is_empty(), "{line}: {words}");
    }
}
