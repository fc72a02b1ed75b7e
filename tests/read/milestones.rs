//! Tables with several columns of dates: a life from its first to its last column, or each date an
//! event. None is left out in silence.

use super::shapes::{read_events, reads, told};
use annals::read::{ReadOptions, Role, read};

/// What is told where each date is an event.
const WIDE: &str = "each row is a lane and each of the columns";

#[test]
fn steps_of_a_text_are_events_in_the_lane_of_the_text() {
    reads(&[
        (
            "Patent,Title,Filed,Granted\nP 1,Loom,1871-02-03,1873-05-06\nP 2,Valve,1872-04-09,1874-01-02\n",
            &[
                "3 Feb 1871: Filed [Loom]",
                "6 May 1873: Granted [Loom]",
                "9 Apr 1872: Filed [Valve]",
                "2 Jan 1874: Granted [Valve]",
            ],
            &[WIDE, "\"Filed\", \"Granted\"", "\"Patent\" is ignored"],
        ),
        (
            "Paper,Submitted,Accepted,Published,Venue\nOn loops,2019-01-12,2019-05-03,2019-07-01,A\n\
             On trees,2019-03-22,,2020-01-05,B\n",
            &[
                "12 Jan 2019: Submitted [On loops]",
                "3 May 2019: Accepted [On loops]",
                "1 Jul 2019: Published [On loops]",
                "22 Mar 2019: Submitted [On trees]",
                "5 Jan 2020: Published [On trees]",
            ],
            &[WIDE, "\"Venue\" is ignored"],
        ),
        // A number of the court is no name where there is another.
        (
            "Docket No.,Case,Date Filed,Date Argued,Date Decided\n9-1,Roe v. Poe,2012-01-04,2012-10-09,2013-03-25\n",
            &[
                "4 Jan 2012: Date Filed [Roe v. Poe]",
                "9 Oct 2012: Date Argued [Roe v. Poe]",
                "25 Mar 2013: Date Decided [Roe v. Poe]",
            ],
            &[WIDE, "\"Docket No.\" is ignored"],
        ),
        // Years are dates where the header names an event.
        (
            "Model,Announced,Released\nOne,2007,2008\nTwo,2008,2009\n",
            &[
                "2007: Announced [One]",
                "2008: Released [One]",
                "2008: Announced [Two]",
                "2009: Released [Two]",
            ],
            &[WIDE],
        ),
        // When a row was made or changed is no event.
        (
            "Incident,Occurred,Reported,Updated\nLeak,2020-01-02,2020-01-05,2020-02-01\n",
            &["2 Jan 2020: Leak"],
            &["\"Reported\", \"Updated\" hold dates, too, and are not drawn"],
        ),
    ]);
}

#[test]
fn rows_of_a_wide_table_keep_their_category() {
    let text = "Phone,Class,Announced,Released,Notes\nOne,big,9 Jan 2007,29 Jun 2007,a\n\
                Two,small,9 Jun 2008,11 Jul 2008,b\n";
    let (events, notes) = read_events(text).expect("a table");
    let categories: Vec<_> = events.iter().map(|event| event.category.as_deref()).collect();
    assert_eq!(categories, [Some("big"), Some("big"), Some("small"), Some("small")]);
    assert!(notes.join("\n").contains("the column \"Notes\" is ignored"), "{notes:?}");
}

#[test]
fn a_life_goes_from_the_first_to_the_last_of_its_dates() {
    let others = |headers: &str| format!("{headers} hold dates, too, and are not drawn");
    let [ships, building] =
        ["\"Launched\", \"Commissioned\"", "\"Completed\", \"Opened\""].map(others);
    let all = "`column end=` to draw each date as an event";
    reads(&[
        (
            "Ship,Laid down,Launched,Commissioned,Decommissioned\n\
             Arden,12 March 1936,4 May 1938,11 November 1938,3 June 1946\n\
             Delmar,1 January 1937,24 February 1940,11 December 1942,1 March 1960\n",
            &["12 Mar 1936 – 3 Jun 1946: Arden", "1 Jan 1937 – 1 Mar 1960: Delmar"],
            &[&ships, all],
        ),
        (
            "Building,Construction started,Completed,Opened,Demolished\n\
             Hall,1901,1904,1905,1968\nTower,1910,1913,1913,1970\n",
            &["1901–1968: Hall", "1910–1970: Tower"],
            &[&building, all],
        ),
        // What is called alike belongs together.
        (
            "Film,Filming began,Filming ended,Premiere\nA,1999-03-04,1999-07-05,2000-02-03\n",
            &["4 Mar – 5 Jul 1999: A"],
            &["\"Premiere\" holds dates, too, and is not drawn"],
        ),
        // What is due is no end where something ended.
        (
            "Ticket,Opened,Closed,Due by,Reopened\nA,2020-01-01,2020-01-09,2020-01-20,2020-01-05\n",
            &["1–9 Jan 2020: A"],
            &["\"Due by\"", "\"Reopened\""],
        ),
    ]);
}

#[test]
fn without_an_end_each_date_of_a_life_is_an_event() {
    let options = ReadOptions {
        columns: vec![(Role::End, String::new())],
        name: "t.csv".into(),
        ..ReadOptions::default()
    };
    let text = "Ship,Laid down,Launched,Scrapped\nArden,1936-03-12,1938-05-04,1960-01-01\n\
                Delmar,1937-01-01,1940-02-24,\n";
    let table = read(text.as_bytes(), &options).expect("a table");
    assert_eq!(
        table.events.iter().map(told).collect::<Vec<_>>(),
        [
            "12 Mar 1936: Laid down [Arden]",
            "4 May 1938: Launched [Arden]",
            "1 Jan 1960: Scrapped [Arden]",
            "1 Jan 1937: Laid down [Delmar]",
            "24 Feb 1940: Launched [Delmar]",
        ]
    );
    // It is offered only where it does so.
    let (_, notes) = read_events("Task,Created,Start,End\nA,2020-01-01,2020-02-01,2020-03-01\n")
        .expect("a table");
    assert!(!notes.join("\n").contains("end="), "{notes:?}");
}
