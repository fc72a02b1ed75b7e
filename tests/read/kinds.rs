//! Kinds of tables that strangers have, each read on the first try, or refused by name.

use super::shapes::{read_events, reads, refuses};

#[test]
fn minutes_of_a_match_are_counts_with_added_time() {
    reads(&[(
        "Minute,Event,Side\n9',Goal,Home\n45+3',Goal,Away\n46',Change,Home\n90+1',Full time,\n",
        &["9': Goal", "45+3': Goal", "46': Change", "90+1': Full time"],
        &["counts from an origin"],
    )]);
    refuses(&[("Time,Event\n1',Kick-off\nHT,Break\n67',Goal\n", &["\"HT\""])]);
}

#[test]
fn counts_may_have_an_open_end_and_their_origin() {
    reads(&[
        (
            "Task,Start month,End month\nPlan,M1,M3\nRun,M4,ongoing\n",
            &["M1–M3: Plan", "M4–present: Run"],
            &["counts from an origin"],
        ),
        (
            "When,What\nT-14d,Print\nT,Fair\nT+7d,Letters\n",
            &["T-14d: Print", "T: Fair", "T+7d: Letters"],
            &["counts from an origin"],
        ),
        (
            "Step,Study day\nScreening,-14\nDose,1\nVisit,28\n",
            &["Day -14: Screening", "Day 1: Dose", "Day 28: Visit"],
            &["counts from an origin"],
        ),
        (
            "Week,Topic\nWeek 1,A\nWeeks 2–3,B\n",
            &["Week 1: A", "Week 2 – Week 3: B"],
            &["counts from an origin"],
        ),
    ]);
    refuses(&[
        ("Day,Event\nDay 0,A\nDay 28,B\nongoing,C\n", &["nothing is known of when"]),
        ("Event,Start,End\nA,present,2020\nB,2019,present\n", &["the present is no beginning"]),
    ]);
}

#[test]
fn other_numbers_are_no_years() {
    refuses(&[
        ("Peak,Height\nA,8848\nB,8611\n", &["no date column"]),
        ("Hill,Height (m)\nA,1085\nB,1344\n", &["no date column"]),
        ("Town,Population\nA,1200\nB,1950\n", &["no date column"]),
        ("Book,Pages,Price\nA,312,12.5\nB,611,9.9\n", &["no date column"]),
        ("No.,Pope\n263,A\n264,B\n", &["no date column"]),
        (
            "Country,2019,2020,2021\nA,12,15,18\n",
            &["the headers are years", "a row for each event"],
        ),
    ]);
    reads(&[(
        "No.,Pontificate,Pope\n263,26 August 1978 – 28 September 1978 (33 days),A\n\
         264,16 October 1978 – 2 April 2005 (26 years),B\n",
        &["26 Aug – 28 Sep 1978: A", "16 Oct 1978 – 2 Apr 2005: B"],
        &["\"No.\" is ignored"],
    )]);
}

#[test]
fn amounts_that_look_like_years_are_no_ends_and_no_events() {
    reads(&[
        (
            "Date,Raid,Destroyed\n1940-05-01,A,2000\n1941-06-02,B,1980\n",
            &["1 May 1940: A", "2 Jun 1941: B"],
            &["\"Destroyed\" is ignored"],
        ),
        (
            "Released,Title,Sold\n1999,A,1500\n2001,B,1850\n",
            &["1999: A", "2001: B"],
            &["\"Sold\" is ignored"],
        ),
        (
            "Year,Users,Deactivated\n1999,A,2010\n2000,B,2020\n",
            &["1999: A", "2000: B"],
            &["\"Deactivated\" is ignored"],
        ),
        // Beside a beginning or an end, and as dates, they say when.
        (
            "Hall,Built,Destroyed\nA,1890,1944\nB,1901,1945\n",
            &["1890–1944: A", "1901–1945: B"],
            &["\"Hall\""],
        ),
        (
            "Regiment,Raised,Disbanded\nA,1794,1881\nB,1804,1922\n",
            &["1794–1881: A", "1804–1922: B"],
            &["\"Regiment\""],
        ),
        (
            "Released,Title,Sold\n1999,A,May 2005\n2001,B,June 2006\n",
            &[
                "1999: Released [A]",
                "May 2005: Sold [A]",
                "2001: Released [B]",
                "Jun 2006: Sold [B]",
            ],
            &["each row is a lane"],
        ),
    ]);
}

/// A length beside an end is no time: the note asks for no unit.
#[test]
fn a_length_beside_an_end_needs_no_unit() {
    let (_, notes) =
        read_events("Bridge,Opened,Length,Closed\nA,1890,1500,1950\n").expect("a table");
    let notes = notes.join("\n");
    assert!(notes.contains("\"Length\" is ignored") && !notes.contains("unit"), "{notes}");
}

#[test]
fn whom_and_what_rows_are_about() {
    reads(&[
        (
            "Surname,Given names,Birth date,Death date\nRoe,Jane,12 MAR 1802,ABT 1870\n",
            &["12 Mar 1802 – c. 1870: Jane Roe"],
            &[],
        ),
        (
            "Name,Event,Date\nJane Roe,BIRT,12 MAR 1802\nJane Roe,MARR,1825\nJane Roe,DEAT,ABT 1870\n",
            &["12 Mar 1802: BIRT [Jane Roe]", "1825: MARR [Jane Roe]", "c. 1870: DEAT [Jane Roe]"],
            &["\"Name\" is used as the lane"],
        ),
        (
            "Day,Date,Procedure\nD0,2025-03-03,Seeding\nD2,2025-03-05,Change\n",
            &["3 Mar 2025: Seeding", "5 Mar 2025: Change"],
            &["\"Procedure\" is used as the title"],
        ),
        // When a form was filled in is not when it happened.
        (
            "Timestamp,What happened?,When did it happen?\n2025/03/02 10:11:12,Fire,1959-11-30\n\
             2025/03/03 10:11:12,Flood,1962-02-17\n",
            &["30 Nov 1959: Fire", "17 Feb 1962: Flood"],
            &["\"Timestamp\" holds dates, too, and is not drawn"],
        ),
        (
            "Album,Release date\nFirst,Released: 12 May 1972\nNext,Released: 3 June 1974\n",
            &["Released: 12 May 1972: First", "Released: 3 June 1974: Next"],
            &["title"],
        ),
        ("Version,Date\n2.0,2025-02-11\n2.1,unreleased\n", &["11 Feb 2025: 2.0"], &["left out"]),
        (
            "Year,Event\n1801*,A\n1841†,B\n1911 [a],C\n",
            &["1801: A", "1841: B", "1911: C"],
            &["footnote marks"],
        ),
    ]);
}

#[test]
#[cfg(feature = "documents")]
fn headers_of_web_pages_go_over_two_rows() {
    let page = "<table><tr><th rowspan=2>Light</th><th colspan=2>Service</th></tr>\
                <tr><th>Lit</th><th>Deactivated</th></tr>\
                <tr><td>North</td><td>1851</td><td>1933</td></tr>\
                <tr><td>South</td><td>May 1880</td><td>—</td></tr></table>";
    let (events, _) = read_events(page).expect("a table");
    let told: Vec<String> = events.iter().map(super::shapes::told).collect();
    assert_eq!(told, ["1851–1933: North", "May 1880: South"]);
    let log = "2024-03-01 10:00:05,250 INFO Ready\n2024-03-01 10:00:09,004 WARN Slow\n";
    let (events, _) = read_events(log).expect("a log");
    assert_eq!(super::shapes::told(&events[0]), "1 Mar 2024, 10:00:05.250: INFO Ready");
}

#[test]
fn lives_and_spans_in_columns_of_other_words() {
    reads(&[
        (
            "Name,Date of Birth,Hire Date,Termination Date\nIda,1980-02-03,2010-03-01,2019-06-30\n",
            &["1 Mar 2010 – 30 Jun 2019: Ida"],
            &["\"Date of Birth\" holds dates, too, and is not drawn"],
        ),
        (
            "Patient,Diagnosis date,Treatment start,Treatment end\nP1,2015-03-01,2015-03-20,2015-09-20\n",
            &["20 Mar – 20 Sep 2015: P1"],
            &["\"Diagnosis date\" holds dates, too, and is not drawn"],
        ),
        (
            "Loan,Issue date,Maturity date\nA,2015-03-01,2025-03-01\n",
            &["1 Mar 2015 – 1 Mar 2025: A"],
            &["\"Issue date\" is used as the date"],
        ),
        (
            "Regiment,Mustered,Disbanded\nA,1685,1922\nB,1793,present\n",
            &["1685–1922: A", "1793–present: B"],
            &["\"Mustered\" is used as the date"],
        ),
        (
            "House,Built,Renovated,Sold\nA,1890,1975,2003-05-01\n",
            &["1890: Built [A]", "1975: Renovated [A]", "1 May 2003: Sold [A]"],
            &["each row is a lane"],
        ),
    ]);
}

#[test]
fn titles_are_texts_of_things() {
    reads(&[
        (
            "endTime,artistName,trackName\n2025-01-03 10:12,Roe,One\n2025-01-03 10:16,Poe,Two\n",
            &["3 Jan 2025, 10:12: One", "3 Jan 2025, 10:16: Two"],
            &["\"trackName\" is used as the title"],
        ),
        (
            "Election,Date,Turnout,Winner\n2017,8 June 2017,68.8%,Reds\n2019,12 December 2019,67.3%,Blues\n",
            &["8 Jun 2017: Reds", "12 Dec 2019: Blues"],
            &["\"Winner\" is used as the title"],
        ),
        (
            "Date,Event\n📅 2024-01-01,A\n⭐ 2024-02-01,B\n",
            &["1 Jan 2024: A", "1 Feb 2024: B"],
            &[],
        ),
        // A header that is spelled nearly as a role is none where its cells say other things.
        ("Data;Evento;Fonte\n15/11/1889;A;Livro\n", &["15 Nov 1889: A"], &["\"Fonte\" is ignored"]),
    ]);
    let (_, notes) = read_events("Data;Evento;Fonte\n15/11/1889;A;Livro\n").expect("a table");
    assert!(!notes.join("\n").contains("month="), "{notes:?}");
}

#[test]
fn the_language_of_headers_tells_which_columns_are_dates() {
    reads(&[
        (
            "Ereignis;Von;Bis\nHaft;Frühjahr 1942;Ende 1943\nFlucht;Anfang Jan. 1944;\n",
            &["Spring 1942 – late 1943: Haft", "Early Jan 1944: Flucht"],
            &["\"Frühjahr 1942\" and 1 more are taken as words of the language de"],
        ),
        (
            "Période;Événement\nvers 1850;Essor\nXIXe siècle;Industrie\n",
            &["c. 1850: Essor", "19th century: Industrie"],
            &["words of the language fr"],
        ),
    ]);
}

#[test]
fn tables_of_the_north_and_of_other_romance_languages() {
    reads(&[
        (
            "Dato;Begivenhed\n9. april 1940;A\n5. maj 1945;B\n",
            &["9 Apr 1940: A", "5 May 1945: B"],
            &["semicolon"],
        ),
        (
            "Startdato;Sluttdato;Oppgave\n01.02.2024;15.03.2024;A\n",
            &["1 Feb – 15 Mar 2024: A"],
            &["as \"15.03.2024\" shows"],
        ),
        (
            "Päivämäärä;Tapahtuma\n6. joulukuuta 1917;A\nnoin 1500;B\n",
            &["6 Dec 1917: A", "c. 1500: B"],
            &["words of the language fi"],
        ),
        (
            "Data;Eveniment\n1 decembrie 1918;A\nsecolul XVIII;B\n",
            &["1 Dec 1918: A", "18th century: B"],
            &["words of the language ro"],
        ),
        (
            "Data;Esdeveniment\n14 d'abril de 1931;A\nsegle XVIII;B\n",
            &["14 Apr 1931: A", "18th century: B"],
            &["words of the language ca"],
        ),
    ]);
}

#[test]
fn what_begins_and_what_ends_things_of_all_kinds() {
    reads(&[
        (
            "Club,Founded,Folded\nA,1878,\nB,1885,1992\n",
            &["1878: A", "1885–1992: B"],
            &["\"Club\""],
        ),
        ("Species,Described,Extinct\nA,1598,1681\n", &["1598–1681: A"], &["\"Species\""]),
        (
            "Satellite,Launch date,Decay date\nA,4 October 1957,4 January 1958\n",
            &["4 Oct 1957 – 4 Jan 1958: A"],
            &["\"Satellite\""],
        ),
        // Where nothing ends, what is introduced is the first of several events.
        (
            "Bill,Introduced,Passed House,Signed\nA,2009-09-17,2009-10-08,2010-03-23\n",
            &[
                "17 Sep 2009: Introduced [A]",
                "8 Oct 2009: Passed House [A]",
                "23 Mar 2010: Signed [A]",
            ],
            &["each row is a lane"],
        ),
        // Numbers name rows where no text does.
        (
            "Batch,Sowing,Harvest\n1,1 Mar 2024,10 Jul 2024\n2,15 Mar 2024,24 Jul 2024\n",
            &[
                "1 Mar 2024: Sowing [1]",
                "10 Jul 2024: Harvest [1]",
                "15 Mar 2024: Sowing [2]",
                "24 Jul 2024: Harvest [2]",
            ],
            &["each row is a lane"],
        ),
        (
            "Start,Duration,Task\n2025-03-03,5,A\n",
            &["3 Mar 2025: A"],
            &["\"Duration\" have no unit: if they say how long", "Duration (days)"],
        ),
    ]);
    refuses(&[("Semester,Course\nWS 2020/21,A\nSS 2021,B\n", &["a term, season or school year"])]);
}

#[test]
fn rows_that_stand_in_one_cell_are_divided() {
    reads(&[(
        "\"Date;Event\"\n\"15.03.2020;A, b\"\n\"02.11.2021;C\"\n",
        &["15 Mar 2020: A, b", "2 Nov 2021: C"],
        &["each row stands in one cell, which is divided at each semicolon"],
    )]);
    refuses(&[("\"date;event\"\n\"2020-13-01;A\"\n", &["2:7", "no month 13"])]);
}

#[test]
fn dates_of_lives_and_of_prints_in_columns() {
    reads(&[
        (
            "Name;Geburtsdatum;Sterbedatum\nIda;* 12.5.1850;† 13.6.1912\nOle;* um 1855;† nach 1920\n",
            &["* 12.5.1850 – † 13.6.1912: Ida", "* um 1855 – † nach 1920: Ole"],
            &["day, month and year", "words of the language de"],
        ),
        (
            "Photo,Date\nA,\"1936, printed 1962\"\nB,\"1938–40, printed later\"\n",
            &["1936, printed 1962: A", "1938–40, printed later: B"],
            &["\"Photo\""],
        ),
        (
            "Employer,From,To\nA,05/2014,08/2016\nB,09/2016,heute\n",
            &["May 2014 – Aug 2016: A", "Sep 2016 – present: B"],
            &["the present in the language de"],
        ),
        (
            "Task;Start;Finish\nA;1. 2. 2024;15. 2. 2024\nB;16. 2. 2024;30. 4. 2024\n",
            &["1–15 Feb 2024: A", "16 Feb – 30 Apr 2024: B"],
            &["as \"16. 2. 2024\" shows"],
        ),
        (
            "Stage,Lap,Time,Event\n1,3,0:12:44,Crash\n1,9,0:40:01,Stop\n",
            &["00:12:44: Crash", "00:40:01: Stop"],
            &["\"Stage\", \"Lap\" are ignored"],
        ),
    ]);
}

#[test]
fn words_of_times_beside_clock_times_are_no_days() {
    reads(&[(
        "Time,Period,Event\n09:00,Morning,A\n14:00,Afternoon,B\n",
        &["09:00: A", "14:00: B"],
        &["has clock times and no column their days"],
    )]);
}
