//! Tables as they are pasted from web pages, wikis, shells, databases and typeset texts.

use super::shapes::told;
use annals::Error;
use annals::read::{ReadOptions, read};

fn events(text: &str) -> Vec<String> {
    let table = read(text.as_bytes(), &ReadOptions::default());
    let table = table.unwrap_or_else(|error| panic!("{text}: {error}"));
    table.events.iter().map(told).collect()
}

fn faults(text: &str) -> String {
    let options = ReadOptions { name: "t".into(), ..ReadOptions::default() };
    match read(text.as_bytes(), &options) {
        Err(Error::Data(faults)) => faults.iter().map(|fault| fault.to_string() + "\n").collect(),
        other => panic!("{text}: {other:?}"),
    }
}

const BRIDGES: [&str; 2] = ["1 Jan 1779: Iron Bridge", "30 Jan 1826: Menai"];

/// The same table in each notation.
const NOTATIONS: [&str; 13] = [
    "<table><tr><td>Opened<td>Bridge<tr><td>1 January 1779<td>Iron Bridge<tr><td>30 January 1826<td>Menai</table>",
    "<!DOCTYPE html>\n<html><head><style>td { color: red }</style>\n<script>if (1 < 2) { say('<tr>') }</script></head>\n\
         <body><table><tr><td>Home</td><td>Help</td></tr></table>\n<h2>Bridges</h2>\n<table class=\"data\">\n\
         <thead><tr><th>Opened</th><th>Bridge</th></tr></thead><tbody>\n\
         <tr><td>1&nbsp;January\n1779</td><td><a href=\"/iron>1\">Iron <b>Bridge</b></a></td></tr>\n\
         <tr><td><span style=\"display: none\">001826</span>30 January 1826</td><td>Menai<sup class=\"reference\">[4]</sup></td></tr>\n\
         </tbody></table></body></html>",
    "== Bridges ==\n{| class=\"wikitable\"\n|+ Of iron\n! Opened !! Bridge\n|-\n\
         | {{dts|1779|1|1}} || '''[[The Iron Bridge|Iron Bridge]]'''<ref name=\"a\">Page 3</ref>\n|-\n\
         | style=\"color:red\" | 30 January 1826\n| [[Menai]]{{efn|It sways.}}\n|}\n",
    "+-----------------+-------------+\n| Opened          | Bridge      |\n+=================+=============+\n\
         | 1 January 1779  | Iron        |\n|                 | Bridge      |\n+-----------------+-------------+\n\
         | 30 January 1826 | Menai       |\n+-----------------+-------------+\n",
    "===============  ===========\nOpened           Bridge\n===============  ===========\n1 January 1779   Iron Bridge\n\
         30 January 1826  Menai\n===============  ===========\n\nMore to follow.\n",
    "#+NAME: bridges\n| Opened           | Bridge      |\n|------------------+-------------|\n\
         | <1779-01-01 Fri> | Iron Bridge |\n| [1826-01-30 Mon] | Menai       |\n",
    "   opened   |   bridge    \n------------+-------------\n 1779-01-01 | Iron Bridge\n 1826-01-30 | Menai\n(2 rows)\n",
    "+------------+-------------+\n| opened     | bridge      |\n+------------+-------------+\n| 1779-01-01 | Iron Bridge |\n\
         | 1826-01-30 | Menai       |\n+------------+-------------+\n2 rows in set (0.00 sec)\n",
    "┌────────────┬─────────────┐\n│   opened   │   bridge    │\n│    date    │   varchar   │\n├────────────┼─────────────┤\n\
         │ 1779-01-01 │ Iron Bridge │\n│ 1826-01-30 │ Menai       │\n└────────────┴─────────────┘\n",
    "opened      bridge\n----------  -----------\n1779-01-01  Iron Bridge\n1826-01-30  Menai\n",
    "Opened            Bridge\n1 January 1779    Iron Bridge\n30 January 1826   Menai\n",
    ".Bridges\n[cols=\"1,2\"]\n|===\n|Opened |Bridge\n\n|1 January 1779\n|*Iron* Bridge\n|30 January 1826 |Menai\n|===\n",
    "\\begin{tabular}{ll}\n\\toprule\nOpened & Bridge \\\\ \\midrule % of iron\n1 January 1779 & \\textbf{Iron} Bridge \\\\\n\
         30~January 1826 & Menai \\\\ \\hline\n\\end{tabular}\n",
];

#[test]
fn one_table_in_many_notations() {
    for text in NOTATIONS {
        assert_eq!(events(text), BRIDGES, "{text}");
    }
}

#[test]
fn a_table_may_end_anywhere() {
    for text in NOTATIONS {
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            let _ = read(&text.as_bytes()[..end], &ReadOptions::default());
        }
    }
}

#[test]
fn cells_may_go_over_several_rows_and_columns() {
    let html = "<table><tr><th rowspan=2>Bridge</th><th colspan=2>Building</th></tr><tr><th>Start</th><th>End</th></tr>\n\
                <tr><td>Menai</td><td>1819</td><td rowspan=\"2\">1826</td></tr><tr><td>Conwy</td><td>1822</td></tr></table>";
    assert_eq!(events(html), ["1819–1826: Menai", "1822–1826: Conwy"]);
    let wiki = "{| class=wikitable\n! Date !! What\n|-\n| rowspan=\"2\" | 1826 || Menai\n|-\n| Conwy\n|-\n| 1827 || None\n|}";
    assert_eq!(events(wiki), ["1826: Menai", "1826: Conwy", "1827: None"]);
}

#[test]
fn cells_that_go_too_far_are_refused() {
    let wide = "<tr><td colspan=1000>1826<td rowspan=9999>a".repeat(2000);
    let faults = faults(&format!("<table><tr><td>Date<td>What{wide}</table>"));
    assert!(faults.contains("go over too many rows and columns"), "{faults}");
}

#[test]
fn faults_of_pasted_tables_have_their_place() {
    let cases = [
        (
            "<table>\n<tr><td>Date</td><td>What</td></tr>\n<tr><td>1826-13-01</td><td>a</td></tr></table>",
            "t:3:14: ",
        ),
        ("date | what\n-----+-----\n1826-13-01 | a\n", "t:3:6: "),
        (
            "date | what\n-----+-----\n1826 | a | b\n1827 | c\n",
            "t:3:1: the row has 3 cells and the header 2",
        ),
        (
            "<table><tr><td>Date<td>What<tr><td>1826<td>a</table>\n<table><tr><td>Date<td>What<tr><td>1827<td>b</table>",
            "several tables",
        ),
    ];
    for (text, part) in cases {
        let faults = faults(text);
        assert!(faults.contains(part), "{text}: {faults}");
    }
}

#[test]
fn what_only_looks_like_such_a_table_is_read_as_before() {
    let cases: [(&str, &[&str]); 3] = [
        (
            "date,title\n1826,<table><tr><td>a</td></tr></table>\n",
            &["1826: <table><tr><td>a</td></tr></table>"],
        ),
        ("date,title\n1826,a  -----  ----\n", &["1826: a  -----  ----"]),
        (
            "1826: Menai  bridge\n1827: Conwy  bridge\n",
            &["1826: Menai  bridge", "1827: Conwy  bridge"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(events(text), *expected, "{text}");
    }
}
