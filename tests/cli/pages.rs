//! Pages and slides from a table: the same bytes for the same rows, and cells that stay words.

#![cfg(unix)]

use crate::shell::{folder, printed};
use std::fs;

const HEAD: &str = "date,end,title,description,category,url,lane\n";
const ROWS: [&str; 6] = [
    "2009-05-06,,First,Said of it,A,https://example.org/1,\n",
    "2010,2014,A span,,B,,\n",
    "2011-01-01,,\"</script><script>alert(1)</script>\",,A,,\n",
    "2011-01-01,,Same day,,B,mailto:a@example.org,\n",
    "2013,,\"Line\u{2028}end\",,,https://example.org/2,\n",
    "2020,,Last,,B,,\n",
];

fn table(order: impl Iterator<Item = usize>) -> String {
    order.fold(HEAD.to_owned(), |table, row| table + ROWS[row])
}

#[test]
fn rows_in_any_order_give_the_same_bytes() {
    let folder = folder("pages");
    folder.file("a.csv", &table(0..ROWS.len()));
    folder.file("b.csv", &table((0..ROWS.len()).rev()));
    for format in ["html", "pptx"] {
        let drawn = |table: &str| {
            let line = format!("\"$A\" {table}.csv --title T -o {table}.{format}");
            printed(&folder, &line, 0);
            fs::read(folder.0.join(format!("{table}.{format}"))).unwrap()
        };
        assert!(drawn("a") == drawn("b"), "{format}");
        assert!(drawn("a") == drawn("a"), "{format}");
    }
}

#[test]
fn a_page_has_every_event_as_text_and_several_widths() {
    let folder = folder("page");
    folder.file("a.csv", &table(0..ROWS.len()));
    let (page, _) = printed(&folder, "\"$A\" a.csv --theme auto --width 600px -f html", 0);
    assert_eq!(page.matches("<li ").count(), ROWS.len());
    assert_eq!(page.matches("<svg id=").count(), 3);
    assert!(page.contains("viewBox=\"0 0 288 ") && page.contains("viewBox=\"0 0 600 "));
    assert!(page.contains("<summary>6 events</summary>"));
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("\"mailto:a@example.org\""));
    assert!(page.contains("<p class=\"name\" dir=\"auto\">Last</p>"));
    // A page is printed as the picture is, and has no note of its own.
    let (drawn, noted) = printed(&folder, "\"$A\" a.csv --width 600px -o a.svg -o a.html", 0);
    let (_, alone) = printed(&folder, "\"$A\" a.csv --width 600px -o a.svg", 0);
    assert_eq!((drawn.as_str(), noted), ("", alone));
}

#[test]
fn a_page_lists_what_is_behind_the_events() {
    let folder = folder("page-behind");
    folder.file(
        "a.csv",
        "date,end,title,kind\n2009,,First,\n2010,2012,The war,era\n2011,,Treaty,marker\n2013,,Last,\n",
    );
    let (page, _) = printed(&folder, "\"$A\" a.csv --width 600px -f html", 0);
    let list = page.split_once("<details>").unwrap().1.split_once("</details>").unwrap().0;
    assert_eq!(list.matches("<li").count(), 4, "{list}");
    for name in ["First", "Last", "The war", "Treaty"] {
        assert!(list.contains(&format!(">{name}</p>")), "{name}: {list}");
    }
    let (eras, markers) = (list.find(">Eras</p>"), list.find(">Markers</p>"));
    assert!(eras < list.find("The war") && list.find("The war") < markers, "{list}");
    assert!(eras.is_some() && markers < list.find("Treaty"), "{list}");
}

#[test]
fn a_page_of_counts_lists_how_many_there_were_of_what_it_does_not_name() {
    let folder = folder("page-of-counts");
    folder.file("a.csv", "date,title,category,count\n2000,,A,10\n2001,,B,30\n2001,Named,B,\n");
    let (page, _) = printed(&folder, "\"$A\" a.csv -f html", 0);
    assert!(page.contains("<summary>40 events</summary>"));
    for name in ["10 events", "30 events", "Named"] {
        assert!(page.contains(&format!("<p class=\"name\" dir=\"auto\">{name}</p>")), "{name}");
    }
}
