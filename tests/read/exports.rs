//! Tables as programs and institutions export them: plans, catalogues, databases, staff lists. Each is
//! read without options.

use super::shapes::{reads, refuses};

#[test]
fn plans_of_programs() {
    reads(&[
        (
            "Title,Status,Start date,Target date\nIndex,Done,\"May 5, 2025\",\"Jun 6, 2025\"\n\
             Query,Todo,\"Jun 9, 2025\",\"Jul 4, 2025\"\n",
            &["5 May – 6 Jun 2025: Index", "9 Jun – 4 Jul 2025: Query"],
            &["\"Target date\" is used as the end"],
        ),
        (
            "ID;Vorgangsname;Dauer;Anfang;Fertig stellen;Gliederungsebene\n\
             1;Aushub;5 Tage;Mo 05.05.25;Fr 09.05.25;1\n2;Beton;9 Tage;Mo 12.05.25;Do 22.05.25;2\n",
            &["5–9 May 2025: Aushub", "12–22 May 2025: Beton"],
            &["\"Gliederungsebene\"", "ignored", "\"Mo 05.05.25\""],
        ),
        (
            "Nom;Durée;Début;Fin\nTerrassement;5 jours;Lun 05/05/25;Ven 09/05/25\n\
             Béton;9 jours;Lun 12/05/25;Jeu 22/05/25\n",
            &["5–9 May 2025: Terrassement", "12–22 May 2025: Béton"],
            &["semicolon"],
        ),
        (
            "Name,When\nKick-off,\"May 5, 2025 9:00 AM (CEST)\"\nEnd,\"May 6, 2025 9:00 AM (CEST)\"\n",
            &["5 May 2025, 09:00 UTC+2: Kick-off", "6 May 2025, 09:00 UTC+2: End"],
            &[],
        ),
    ]);
}

#[test]
fn a_year_and_its_part_or_era_in_columns_of_their_own() {
    reads(&[
        (
            "Year,Quarter,Item\n2023,Q2,Beta\n2023,4,Launch\n",
            &["Q2 2023: Beta", "Q4 2023: Launch"],
            &[],
        ),
        (
            "Year,Week,Item\n2023,7,Sowing\n2023,W21,Harvest\n",
            &["Week 7, 2023: Sowing", "Week 21, 2023: Harvest"],
            &[],
        ),
        (
            "Season,Year,Show\nSpring,1996,Pots\nautumn,1997,Jars\n",
            &["Spring 1996: Pots", "Autumn 1997: Jars"],
            &["\"Show\" is used as the title"],
        ),
        (
            "Year,Era,Event\n490,BC,Marathon\n9,AD,Varus\n1066,AD,Hastings\n",
            &["490 BC: Marathon", "AD 9: Varus", "1066: Hastings"],
            &[],
        ),
        (
            "Name,Start,Start era,End,End era\nAugustus,63,BCE,14,CE\n",
            &["63 BC – AD 14: Augustus"],
            &[],
        ),
        ("FY,Event\n2023,Opened\n2024,Closed\n", &["2023: Opened", "2024: Closed"], &[]),
    ]);
    refuses(&[(
        "FY,Event\nFY2023,Opened\nFY2024,Closed\n",
        &["fiscal year 2023", "`fiscal-start`"],
    )]);
}

#[test]
fn catalogues_have_words_and_years() {
    reads(&[
        // The words say more than the years, which are those of the search.
        (
            "Title,Date,Begin Date,End Date\nJug,ca. 1660–80,1660,1680\nBowl,1702,1702,1702\n\
             Bead,2nd century B.C.,-200,-101\n",
            &["c. 1660 – 1680: Jug", "1702: Bowl", "2nd century BC: Bead"],
            &["\"Begin Date\", \"End Date\"", "ignored"],
        ),
        (
            "Title,Object Date,Object Begin Date,Object End Date\nJug,Ming period,1368,1644\n\
             Bowl,early Qing,1644,1700\n",
            &["Ming period: Jug", "early Qing: Bowl"],
            &["\"Object End Date\" is used as the end"],
        ),
        (
            "item,itemLabel,inception,dissolved\nhttps://e.org/Q7,Bank of Ulm,1871-03-02T00:00:00Z,\
             1931-07-13T00:00:00Z\nhttps://e.org/Q8,Bank of Bonn,1902-01-01T00:00:00Z,\n",
            &["2 Mar 1871 – 13 Jul 1931: Bank of Ulm", "1 Jan 1902: Bank of Bonn"],
            &["\"itemLabel\" is used as the title", "00:00"],
        ),
    ]);
}

#[test]
fn staff_patients_and_ships() {
    reads(&[
        (
            "Employee,Hire Date,Termination Date\nIda,05-May-2016,09-May-2019\nOle,07-May-2018,Current\n",
            &["5 May 2016 – 9 May 2019: Ida", "7 May 2018 – present: Ole"],
            &["\"Employee\" is used as the title"],
        ),
        (
            "Patient,Admission,Discharge\nA,2019-05-06,2019-05-16\n",
            &["6–16 May 2019: A"],
            &["\"Patient\""],
        ),
        (
            "Ship,Commissioned,Decommissioned\nVasa,1951-05-01,1989\n",
            &["1 May 1951 – 1989: Vasa"],
            &["\"Ship\""],
        ),
        ("Name,DOB,DOD\nEmmy,1882-03-23,1935-04-14\n", &["23 Mar 1882 – 14 Apr 1935: Emmy"], &[]),
    ]);
}

#[test]
fn the_kinds_of_timelinejs_are_kinds() {
    reads(&[(
        "Year,Month,End Year,Headline,Type,Group\n,,,Rail,title,\n1825,9,,Stockton,,UK\n1844,,1846,Mania,era,\n",
        &["Sep 1825: Stockton", "1844–1846: Mania"],
        &["without a date"],
    )]);
}

#[test]
fn a_table_on_its_side_may_have_titles_that_are_roles() {
    reads(&[(
        "Event,Opened,First visit,Release,Closed\nDate,1997-05-04,1999-05-01,2003-08-19,2014-10-02\n\
         Place,Shed,Ulm,Bonn,Kiel\n",
        &[
            "4 May 1997: Opened",
            "1 May 1999: First visit",
            "19 Aug 2003: Release",
            "2 Oct 2014: Closed",
        ],
        &["lies on its side"],
    )]);
}

#[test]
fn numbers_with_leading_zeros_are_no_years() {
    reads(&[(
        "Subject,Code,Onset\nA,001,2019-05-06\nB,002,2019-06-06\n",
        &["6 May 2019: A", "6 Jun 2019: B"],
        &["\"Code\""],
    )]);
    reads(&[(
        "Subject,Study Day,What\n001,Day -7,x\n001,Day 1,y\n",
        &["Day -7: x", "Day 1: y"],
        &["\"Study Day\" counts from an origin"],
    )]);
}

#[test]
fn headers_of_further_languages() {
    for (text, event) in [
        ("Datum;Händelse\n6 juni 1523;Val\n", "6 Jun 1523: Val"),
        ("Datum;Událost\n28. října 1918;Vznik\n", "28 Oct 1918: Vznik"),
        ("Dátum;Esemény\n1848. március 15.;Nap\n", "15 Mar 1848: Nap"),
        ("Ημερομηνία;Γεγονός\n25 Μαρτίου 1821;Αρχή\n", "25 Mar 1821: Αρχή"),
        ("Дата;Подія\n24 серпня 1991;Акт\n", "24 Aug 1991: Акт"),
    ] {
        reads(&[(text, &[event], &["semicolon"])]);
    }
}

#[test]
fn clock_times_alone_are_those_of_one_day() {
    reads(&[
        (
            "Time,Activity\n08:15,Doors\n9:00,Talk\n13:30,Walk\n",
            &["08:15: Doors", "09:00: Talk", "13:30: Walk"],
            &["\"Time\" has clock times and no column their days"],
        ),
        (
            "Start,End,Activity\n9:00 AM,9:30 AM,Talk\n1:00 PM,2:15 PM,Walk\n",
            &["09:00–09:30: Talk", "13:00–14:15: Walk"],
            &["one day"],
        ),
        (
            "Time,Title\n09:00–09:30,Talk\n11:30-1:00 PM,Lunch\n1:00 - 2:30 PM,Walk\n",
            &["09:00–09:30: Talk", "11:30–13:00: Lunch", "13:00–14:30: Walk"],
            &["one day"],
        ),
        // After midnight the day is the next one.
        (
            "Start,End,Title\n22:00,06:00,Night\n06:00,14:00,Early\n",
            &["22:00–06:00: Night", "06:00–14:00: Early"],
            &["one day"],
        ),
        (
            "Date,Time,Title\n2025-05-12,09:00–10:30,Talk\n2025-05-13,11:00–12:00,Walk\n",
            &["12 May 2025, 09:00 – 10:30: Talk", "13 May 2025, 11:00 – 12:00: Walk"],
            &[],
        ),
    ]);
    refuses(&[("date,title\n14:05,a\n", &["the day is missing"])]);
}

#[test]
fn offices_and_logs() {
    reads(&[
        (
            "Name,Took office,Left office\nIda,\"May 5, 2016\",\"May 9, 2019\"\nOle,\"May 9, 2019\",Incumbent\n",
            &["5 May 2016 – 9 May 2019: Ida", "9 May 2019 – present: Ole"],
            &["\"Left office\" is used as the end"],
        ),
        (
            "Version,Released,End of support\n4.1,2016-05,2019-05\n4.2,2018-05,2021-05\n",
            &["May 2016 – May 2019: 4.1", "May 2018 – May 2021: 4.2"],
            &["\"End of support\" is used as the end"],
        ),
        (
            "Show,Premiere,Finale\nA,2016-05-05,2019-05-09\n",
            &["5 May 2016 – 9 May 2019: A"],
            &["\"Show\""],
        ),
        (
            "commit,date,message\na1,Mon May 5 10:11:12 2025 +0200,Mend\nb2,Tue May 6 09:00:00 2025 +0200,Tell\n",
            &["5 May 2025, 10:11:12 UTC+2: Mend", "6 May 2025, 09:00:00 UTC+2: Tell"],
            &["\"commit\""],
        ),
        (
            "date_utc,time_utc,date_local,time_local,event\n2014-05-07,16:42,2014-05-08,00:42,Start\n\
             2014-05-07,17:10,2014-05-08,01:10,Stop\n",
            &["7 May 2014, 16:42: Start", "7 May 2014, 17:10: Stop"],
            &["\"date_local\" holds dates, too"],
        ),
    ]);
}

#[test]
fn a_column_whose_days_can_be_months_is_told_once() {
    let dates = "01/02/2020,03/04/2020,A\n05/06/2020,07/08/2020,B\n09/10/2020,10/11/2020,C\n";
    let table = format!("start,end,title\n{dates}");
    let read = annals::read::read(table.as_bytes(), &Default::default());
    let Err(annals::error::Error::Data(faults)) = read else { panic!("{read:?}") };
    let told: Vec<String> = faults.iter().map(|fault| fault.message.to_string()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|text| text.ends_with("; so can 2 more cells of this column")));
}

#[test]
fn counts_from_an_origin_that_is_not_said_stay_counts() {
    reads(&[
        (
            "WP,Title,Start,End\nWP1,Lead,M1,M36\nWP2,Pilot,M12,M30\n",
            &["M1–M36: Lead", "M12–M30: Pilot"],
            &["\"Start\" counts from an origin that is not said", "`origin 2025-03-01`"],
        ),
        (
            "Month,Task\nM1,Start\nM12,Report\n",
            &["M1: Start", "M12: Report"],
            &["\"Month\" counts"],
        ),
        ("Day,Stage\nDay 0,Egg\nDay 21,Adult\n", &["Day 0: Egg", "Day 21: Adult"], &["counts"]),
        (
            "Time,Event\nT-3,Fuel\nT+0,Start\nT+2,Orbit\n",
            &["T-3: Fuel", "T+0: Start", "T+2: Orbit"],
            &["counts"],
        ),
        ("Week,Task\n1,Sow\n14,Reap\n", &["Week 1: Sow", "Week 14: Reap"], &["counts"]),
        (
            "Task,Start month,End month\nA,1,6\nB,4,18\n",
            &["Month 1 – Month 6: A", "Month 4 – Month 18: B"],
            &["counts"],
        ),
        (
            "Task,Start (weeks),End (weeks)\nA,0,2\nB,1.5,4\n",
            &["Week 0 – Week 2: A", "Week 1.5 – Week 4: B"],
            &["counts"],
        ),
    ]);
    // Without a unit, and of units that no even ruler has, they are refused.
    refuses(&[
        ("name,start,end\nA,0,1\nB,1,1.25\n", &["counts from an origin", "`unit month`"]),
        ("When,Event\nDay 3,a\nWeek 2,b\n", &["counts from an origin"]),
    ]);
}

#[test]
fn catalogues_have_the_dates_of_objects_and_of_artists() {
    reads(&[
        (
            "Title,Object Date,Object Begin Date,Object End Date,Artist Begin Date,Artist End Date\n\
             View,ca. 1660–70,1660,1670,1610,1690\nVase,19th century,1800,1899,1780,1850\n",
            &["c. 1660 – 1670: View", "19th century: Vase"],
            &["\"Object Date\" is used as the date"],
        ),
        (
            "Title,Object Date,Object Begin Date,Object End Date\n\
             View,in the time of the war,1660,1670\nCoin,1853,1853,1853\n",
            &["in the time of the war: View", "1853: Coin"],
            &["\"Object Begin Date\" is used as the date"],
        ),
    ]);
}

#[test]
fn the_language_of_headers_decides_between_day_and_month() {
    let told = &["day, month and year, as the headers are of a language that has the day first"];
    reads(&[
        ("Beginn;Vorgang\n04.03.2024;A\n05.03.2024;B\n", &["4 Mar 2024: A", "5 Mar 2024: B"], told),
        ("Date de début,Événement\n03/04/2024,A\n", &["3 Apr 2024: A"], told),
        (
            "Fecha,Evento\n03/04/2024,A\n13/04/2024,B\n",
            &["3 Apr 2024: A", "13 Apr 2024: B"],
            &["as \"13/04/2024\" shows"],
        ),
        // The cells say more than the headers.
        (
            "Fecha,Evento\n03/04/2024,A\n04/13/2024,B\n",
            &["4 Mar 2024: A", "13 Apr 2024: B"],
            &["as \"04/13/2024\" shows"],
        ),
        ("Jahr;Ereignis\n1850,0;A\n1860,0;B\n", &["1850: A", "1860: B"], &["semicolon"]),
    ]);
    refuses(&[
        ("Date,Event\n03/04/2024,A\n", &["3 Apr or 4 Mar 2024"]),
        ("Datum,Name\n8. listopada 1991.,A\n", &["October in Croatian"]),
        ("Year,Event\n1851.25,A\n", &["as 1851-04"]),
    ]);
}

#[test]
fn the_name_of_a_thing_is_its_title_before_its_stage() {
    reads(&[
        (
            "Deal Name,Stage,Close Date\nRenewal,Won,2024-03-01\nPilot,Open,2024-06-30\n",
            &["1 Mar 2024: Renewal", "30 Jun 2024: Pilot"],
            &["\"Deal Name\" is used as the title"],
        ),
        (
            "Stage,Contact Name,Date\nDraft,Ann,2024-03-01\nFinal,Bob,2024-06-30\n",
            &["1 Mar 2024: Draft", "30 Jun 2024: Final"],
            &["ignored"],
        ),
        (
            "Lesson,Day,Time\nMaths,Monday,09:00-10:00\nArt,Tuesday,10:00-11:30\n",
            &["09:00–10:00: Maths [Monday]", "10:00–11:30: Art [Tuesday]"],
            &["\"Day\" is used as the lane"],
        ),
    ]);
}
