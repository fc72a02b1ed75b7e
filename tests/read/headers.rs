//! Headers as strangers write them: two rows of them, units and eras, words for both ends of a thing,
//! titles in two columns.

use super::shapes::{reads, refuses};
use annals::{Event, ReadOptions, read_table};

#[test]
fn headers_of_two_rows() {
    reads(&[
        (
            ",Start,,End,\nName,Year,Month,Year,Month\nA,1914,7,1918,11\nB,1939,9,1945,9\n",
            &["Jul 1914 – Nov 1918: A", "Sep 1939 – Sep 1945: B"],
            &["the header is line 2 and the row above it"],
        ),
        (
            "Task,Planned,,Actual,\n,Start,End,Start,End\nA,2025-01-06,2025-01-31,2025-01-08,2025-02-07\n",
            &["6–31 Jan 2025: A"],
            &["the header is line 2", "\"Actual Start\", \"Actual End\" hold dates, too"],
        ),
        (
            "House,Reign,\n,From,To\nA,1154,1485\nB,1485,1603\n",
            &["1154–1485: A", "1485–1603: B"],
            &["put together", "\"Reign From\" is used as the date"],
        ),
        (
            "date,name\ndate,text\n1957-10-04,A\n1958-01-31,B\n",
            &["4 Oct 1957: A", "31 Jan 1958: B"],
            &["line 2 is read as units or types"],
        ),
        (
            "Age,Event\n(yr BP),\n11700,A\n8200,B\n",
            &["11,700 BP: A", "8200 BP: B"],
            &["line 2 is read as units"],
        ),
    ]);
}

#[test]
fn numbers_have_the_unit_of_their_header() {
    reads(&[
        ("Age (Ma),Event\n4540,A\n0.3,B\n", &["4540 Ma: A", "0.3 Ma: B"], &[]),
        ("Eruption,Age (ka),Volume\nA,74,2800\n", &["74 ka: A"], &["\"Volume\" is ignored"]),
        ("Millions of years ago,Event\n470,A\n2.6,B\n", &["470 Ma: A", "2.6 Ma: B"], &[]),
        ("kya,Event\n45,A\n11.7,B\n", &["45 ka: A", "11.7 ka: B"], &[]),
        (
            "Years ago,Event\n\"541,000,000\",A\n\"12,000\",B\n",
            &["541,000,000 BP: A", "12,000 BP: B"],
            &[],
        ),
        (
            "System,Base (Ma),Top (Ma)\nJurassic,201.4,145.0\n",
            &["201.4–145.0 Ma: Jurassic"],
            &["title"],
        ),
        ("name,max_ma,min_ma\nA,66,56\n", &["66–56 Ma: A"], &[]),
        ("Year BC,Event\n3200,A\n44,B\n", &["3200 BC: A", "44 BC: B"], &[]),
        (
            "Pit,Cal BC from,Cal BC to\nPit 12,3361,3101\nPit 13,3090,2910\n",
            &["3361–3101 BC: Pit 12", "3090–2910 BC: Pit 13"],
            &["title"],
        ),
        (
            "Age,Event\n4.54 Ga,A\n66 Ma,B\n300 ka,C\npresent,D\n",
            &["4.54 Ga: A", "66 Ma: B", "300 ka: C", "Present: D"],
            &[],
        ),
    ]);
    refuses(&[("Sample,14C age BP\nA,4520 ± 30\nB,4410\n", &["4520 ± 30", "radiocarbon", "4410"])]);
}

#[test]
fn both_ends_of_a_thing_in_other_words() {
    reads(&[
        (
            "Series,First aired,Last aired\nA,1999,2007\nB,2005,2013\n",
            &["1999–2007: A", "2005–2013: B"],
            &["title"],
        ),
        ("Hotel,Check-in,Check-out\nA,1 Jul 2025,5 Jul 2025\n", &["1–5 Jul 2025: A"], &["title"]),
        (
            "Flight,Departure,Arrival\nA1,2025-05-01 07:40,2025-05-01 09:55\n",
            &["1 May 2025, 07:40 – 09:55: A1"],
            &["title"],
        ),
        (
            "Place,Arrive,Depart,Nights\nA,2025-07-01,2025-07-05,4\n",
            &["1–5 Jul 2025: A"],
            &["\"Nights\" is ignored"],
        ),
        (
            "Parliament,First met,Dissolved\n54th,11 May 2005,12 April 2010\n",
            &["11 May 2005 – 12 Apr 2010: 54th"],
            &["\"First met\" is used as the date"],
        ),
        (
            "King,Reign began,Reign ended,Length\nA,8 March 1702,1 August 1714,12 years 146 days\n",
            &["8 Mar 1702 – 1 Aug 1714: A"],
            &["judging by its header"],
        ),
        (
            "Mission,Launch date,Landing,Duration\nA,11 October 1968,22 October 1968,10d 20h\n",
            &["11–22 Oct 1968: A"],
            &["title"],
        ),
        (
            "Probe,Launched,Landed,Crew\nA,1970-08-17,1970-12-15,none\nB,1972-03-27,1972-07-22,none\n",
            &["17 Aug – 15 Dec 1970: A", "27 Mar – 22 Jul 1972: B"],
            &["title", "ignored"],
        ),
        (
            "Chair,Term,Election\nA,1990-03-01 – 1996-02-29,1989\nB,1996-03-01 – 2004-02-29,1995\n",
            &["1 Mar 1990 – 29 Feb 1996: A", "1 Mar 1996 – 29 Feb 2004: B"],
            &["\"Term\" is used as the date"],
        ),
        (
            "Task,Start,Duration,Review date\nA,2025-01-06,5 days,2025-03-01\n",
            &["6–10 Jan 2025: A"],
            &["\"Review date\" holds dates, too"],
        ),
        // The last of several alone is no end.
        (
            "Client,Last order\nA,2025-01-01\nB,2025-02-01\n",
            &["1 Jan 2025: A", "1 Feb 2025: B"],
            &["\"Last order\" is used as the date"],
        ),
        ("Object,Year made,Date acquired\nA,1867,1999-04-12\n", &["1867: A"], &["title"]),
    ]);
}

#[test]
fn titles_that_headers_hide() {
    reads(&[
        (
            "Date,Kick-off,Home,Away\n2025-08-16,15:00,Reds,Blues\n",
            &["16 Aug 2025, 15:00: Reds – Blues"],
            &[],
        ),
        ("First name,Last name,Appointed\nAnn,Lee,1999-05-01\n", &["1 May 1999: Ann Lee"], &[]),
        (
            "Employee Name,Job Title,Hire Date\nAnn,Rep,2015-04-01\nBob,Dev,2016-04-01\n",
            &["1 Apr 2015: Ann", "1 Apr 2016: Bob"],
            &["\"Employee Name\" is used as the title"],
        ),
        (
            "Term,Begins,Ends\nAutumn 2025,3 September 2025,19 December 2025\nSpring 2026,5 January 2026,27 March 2026\nSummer 2026,13 April 2026,17 July 2026\n",
            &[
                "3 Sep – 19 Dec 2025: Autumn 2025",
                "5 Jan – 27 Mar 2026: Spring 2026",
                "13 Apr – 17 Jul 2026: Summer 2026",
            ],
            &["\"Term\" is used as the title"],
        ),
        (
            "Subject,Visit,Visit Date\n1001,Screening,2024-02-12\n1001,Baseline,2024-02-26\n1001,Week 4,2024-03-25\n",
            &["12 Feb 2024: Screening", "26 Feb 2024: Baseline", "25 Mar 2024: Week 4"],
            &["\"Visit\" is used as the title"],
        ),
        (
            "Date,Type,Description,Account Name\n2025-01-31,BAC,Salary,A\n2025-02-03,DD,Water,A\n2025-02-14,POS,Flowers,A\n",
            &["31 Jan 2025: Salary", "3 Feb 2025: Water", "14 Feb 2025: Flowers"],
            &["\"Description\" is used as the title"],
        ),
    ]);
}

#[test]
fn a_priority_is_an_importance_where_all_its_words_are() {
    reads(&[
        ("title,date,priority\nA,2001,Highest\nB,2002,Lowest\n", &["2001: A", "2002: B"], &[]),
        (
            "title,date,priority\nA,2001,High\nB,2002,Whenever\n",
            &["2001: A", "2002: B"],
            &["\"priority\" is ignored"],
        ),
    ]);
}

/// The categories of the rows, blank where one has none, and the notes.
fn categories(text: &str) -> (Vec<String>, String) {
    let table = read_table(text.as_bytes(), &ReadOptions::default()).unwrap();
    let category = |event: &Event| event.category.clone().unwrap_or_default();
    let notes: Vec<String> = table.notes.iter().map(ToString::to_string).collect();
    (table.events.iter().map(category).collect(), notes.join("; "))
}

#[test]
fn one_column_that_divides_the_rows_is_the_category() {
    let table = |header: &str, cells: [&str; 6]| -> String {
        let row = |(n, cell): (usize, &&str)| format!("{},Event {n},{cell}\n", 1990 + n);
        let rows: String = cells.iter().enumerate().map(row).collect();
        format!("year,event,{header}\n{rows}")
    };
    let strings = ["Viola", "Viola", "Cello", "Cello", "Violin", "Violin"];
    let (found, notes) = categories(&table("plays", strings));
    assert_eq!(found, strings);
    assert!(notes.contains("\"plays\" is used as the category, judging by its cells"), "{notes}");
    // Answers, numbers, texts that hardly come back, and a few rows divide nothing.
    let answers = ["yes", "no", "yes", "no", "yes", "no"];
    let numbers = ["10", "20", "10", "20", "10", "20"];
    let others = ["Viola", "Viola", "Cello", "Oboe", "Violin", "Flute"];
    for cells in [answers, numbers, others] {
        let (found, notes) = categories(&table("plays", cells));
        assert_eq!(
            (found.concat(), notes.contains("\"plays\" is ignored")),
            ("".into(), true),
            "{notes}"
        );
    }
    // Of two such columns neither is certain, and the one with a usual header counts.
    let two = [
        "Viola,Norwich",
        "Viola,Norwich",
        "Cello,Lincoln",
        "Cello,Norwich",
        "Violin,Lincoln",
        "Violin,Lincoln",
    ];
    let (found, notes) = categories(&table("plays,seat", two));
    let are_ignored = notes.contains("\"plays\", \"seat\" are ignored");
    assert_eq!((found.concat(), are_ignored), (String::new(), true), "{notes}");
    assert_eq!(categories(&table("plays,category", two)).0[2..4], ["Lincoln", "Norwich"]);
}
