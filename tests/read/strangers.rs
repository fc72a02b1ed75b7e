//! Tables as programs export them and pages have them, read without options.

use super::shapes::{read_events, told};

/// Each table, and its events as their labels say them.
const CASES: &[(&str, &[&str])] = &[
    (
        "ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Resource Names\n\
         1,Yes,Auto Scheduled,Requirements,10 days,Mon 06/01/25,Fri 17/01/25,,Ann\n\
         2,Yes,Auto Scheduled,Design,15 days?,Mon 20/01/25,Fri 07/02/25,1,Bob\n\
         3,Yes,Auto Scheduled,Build,1 mon,Mon 10/02/25,Fri 07/03/25,2,Cy\n\
         4,Yes,Auto Scheduled,Go live,0 days,Fri 07/03/25,Fri 07/03/25,3,\n",
        &[
            "6–17 Jan 2025: Requirements",
            "20 Jan – 7 Feb 2025: Design",
            "10 Feb – 7 Mar 2025: Build",
            "7 Mar 2025: Go live",
        ],
    ),
    (
        "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Start Date,Due Date,Tags,Notes,Projects\n\
         1201,2024-02-01,2024-02-10,2024-02-10,Draft brief,Planning,Ann,2024-02-01,2024-02-09,,First,Alpha\n\
         1202,2024-02-02,,2024-02-12,Design review,Design,Bob,2024-02-12,2024-02-16,,,Alpha\n",
        &["1–9 Feb 2024: Draft brief", "12–16 Feb 2024: Design review"],
    ),
    (
        "number,title,state,createdAt,closedAt,author,labels\n\
         12,Crash on start,CLOSED,2024-01-03T10:12:44Z,2024-01-09T08:00:01Z,ann,bug\n\
         15,Add dark mode,OPEN,2024-02-11T19:00:00Z,,bob,enhancement\n",
        &[
            "3 Jan 2024, 10:12:44 UTC – 9 Jan 2024, 08:00:01 UTC: Crash on start",
            "11 Feb 2024, 19:00:00 UTC: Add dark mode",
        ],
    ),
    (
        "Name,Date,Status,Tags\n\
         Kick-off,\"March 4, 2024\",Done,team\n\
         Sprint 1,\"March 4, 2024 → March 15, 2024\",Done,dev\n\
         Demo,\"March 18, 2024 10:00 AM (GMT+1)\",Planned,\n",
        &["4 Mar 2024: Kick-off", "4–15 Mar 2024: Sprint 1", "18 Mar 2024, 10:00 UTC+1: Demo"],
    ),
    (
        "item,itemLabel,start,end\n\
         http://www.wikidata.org/entity/Q361,World War I,1914-07-28T00:00:00Z,1918-11-11T00:00:00Z\n\
         http://www.wikidata.org/entity/Q362,World War II,1939-09-01T00:00:00Z,1945-09-02T00:00:00Z\n",
        &["28 Jul 1914 – 11 Nov 1918: World War I", "1 Sep 1939 – 2 Sep 1945: World War II"],
    ),
    (
        "Period,Position,Employer\n\
         Sep 2015 – Jun 2018,Research assistant,University\n\
         Jul 2018 – present,Analyst,Bank\n\
         2014 - 2015,Intern,Newspaper\n",
        &[
            "Sep 2015 – Jun 2018: Research assistant",
            "Jul 2018 – present: Analyst",
            "2014–2015: Intern",
        ],
    ),
    (
        "Name,Born,Died,Married,Place\n\
         John Smith,12 MAR 1802,ABT 1870,4 JUN 1825,Leeds\n\
         Mary Brown,BEF 1805,3 OCT 1881,4 JUN 1825,York\n\
         Anne Smith,1827,BET 1890 AND 1895,,Leeds\n",
        &[
            "12 Mar 1802 – c. 1870: John Smith",
            "Before 1805 – 3 Oct 1881: Mary Brown",
            "1827 – between 1890 and 1895: Anne Smith",
        ],
    ),
    (
        "Flight No.,Date and time (UTC),Version booster,Launch site,Payload,Outcome\n\
         1,\"June 4, 2010, 18:45\",F9 v1.0,CCAFS,Dragon Spacecraft Qualification Unit,Success\n\
         2,\"December 8, 2010, 15:43\",F9 v1.0,CCAFS,Dragon demo flight C1,Success\n\
         3,\"May 22, 2012, 07:44\",F9 v1.0,CCAFS,Dragon demo flight C2+,Success\n",
        &[
            "4 Jun 2010, 18:45: Dragon Spacecraft Qualification Unit",
            "8 Dec 2010, 15:43: Dragon demo flight C1",
            "22 May 2012, 07:44: Dragon demo flight C2+",
        ],
    ),
    (
        "Time;Level;Message\n\
         01/Mar/2024:12:00:01 +0000;INFO;Started\n\
         01/Mar/2024:12:03:10 +0000;ERROR;Stopped\n",
        &["1 Mar 2024, 12:00:01 UTC: Started", "1 Mar 2024, 12:03:10 UTC: Stopped"],
    ),
    (
        "Beginn;Ende;Vorgang;Kosten\n\
         01.03.2024;15.03.2024;Planung;1.200,50\n\
         16.03.2024;30.04.2024;Bau;23.000,00\n\
         02.05.2024;;Abnahme;0,00\n",
        &["1–15 Mar 2024: Planung", "16 Mar – 30 Apr 2024: Bau", "2 May 2024: Abnahme"],
    ),
    (
        "Timestamp,Email Address,What happened?\n\
         3/14/2024 9:05:33,a@b.org,Lost key\n\
         3/15/2024 17:45:02,c@d.org,Found key\n",
        &["14 Mar 2024, 09:05:33: Lost key", "15 Mar 2024, 17:45:02: Found key"],
    ),
    (
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\n\
         Dentist,05/20/2024,10:00 AM,05/20/2024,11:00 AM,False,,Main St,True\n\
         Holiday,05/27/2024,,05/31/2024,,True,,,False\n",
        &["20 May 2024, 10:00 – 11:00: Dentist", "27–31 May 2024: Holiday"],
    ),
    (
        "Date,Description,Debit,Credit,Balance\n\
         03/04/2024,Rent,750.00,,1200.00\n\
         03/15/2024,Salary,,2500.00,3700.00\n",
        &["4 Mar 2024: Rent", "15 Mar 2024: Salary"],
    ),
    (
        "Name\tTook office\tLeft office\tParty\n\
         George Washington[1]\tApril 30, 1789[2]\tMarch 4, 1797\tUnaffiliated\n\
         John Adams\tMarch 4, 1797\tMarch 4, 1801\tFederalist\n\
         Joe Biden\tJanuary 20, 2021\tIncumbent\tDemocratic\n",
        &[
            "30 Apr 1789 – 4 Mar 1797: George Washington[1]",
            "4 Mar 1797 – 4 Mar 1801: John Adams",
            "20 Jan 2021 – present: Joe Biden",
        ],
    ),
    (
        "Dynasty,Years\n\
         Shang,c. 1600–1046 BC\n\
         Zhou,1046–256 BC\n\
         Qin,221–206 BC\n\
         Han,206 BC – 220 AD\n",
        &["c. 1600 – 1046 BC: Shang", "1046–256 BC: Zhou", "221–206 BC: Qin", "206 BC – 220: Han"],
    ),
    (
        "Title,Year\n\
         1917,2019\n\
         1941,1979\n\
         2012,2009\n",
        &["2019: 1917", "1979: 1941", "2009: 2012"],
    ),
    (
        "Exhibition,Dates,Venue\n\
         Monet,\"12 Feb–30 May 2021\",Paris\n\
         Degas,\"June 4 – September 12, 2021\",London\n\
         Manet,\"Autumn 2022\",Berlin\n",
        &["12 Feb – 30 May 2021: Monet", "4 Jun – 12 Sep 2021: Degas", "Autumn 2022: Manet"],
    ),
    (
        "Battle,Date,Location,Result\n\
         Marathon,September 490 BC,Greece,Victory\n\
         Salamis,29 September 480 BC,Greece,Victory\n\
         Hastings,14 October 1066,England,Defeat\n",
        &["Sep 490 BC: Marathon", "29 Sep 480 BC: Salamis", "14 Oct 1066: Hastings"],
    ),
    (
        "Ruler,Start,End\n\
         Augustus,27 BC,AD 14\n\
         Tiberius,14,37\n\
         Caligula,37,41\n",
        &["27 BC – AD 14: Augustus", "AD 14–37: Tiberius", "AD 37–41: Caligula"],
    ),
    (
        "+----+------------+---------+\n\
         | id | date       | event   |\n\
         +----+------------+---------+\n\
         |  1 | 2020-01-01 | Founded |\n\
         |  2 | 2021-06-30 | Merged  |\n\
         +----+------------+---------+\n",
        &["1 Jan 2020: Founded", "30 Jun 2021: Merged"],
    ),
    (
        "date,title\n\
         Wed Jan 01 2020 00:00:00 GMT+0100 (CET),A\n\
         Sat Feb 01 2020 12:30:00 GMT+0100 (Central European Standard Time),B\n",
        &["1 Jan 2020, 00:00:00 UTC+1: A", "1 Feb 2020, 12:30:00 UTC+1: B"],
    ),
    (
        "ts,user,text\n\
         1583020800.000200,ann,hello\n\
         1583107200.000300,bob,bye\n",
        &["1 Mar 2020, 00:00:00.000200 UTC: hello", "2 Mar 2020, 00:00:00.000300 UTC: bye"],
    ),
    (
        "Video title,Video publish time,Views\n\
         First,\"Jan 5, 2020\",100\n\
         Second,\"Feb 8, 2020\",200\n",
        &["5 Jan 2020: First", "8 Feb 2020: Second"],
    ),
    (
        "Activity Date,Activity Name,Activity Type,Elapsed Time,Distance\n\
         \"Mar 4, 2024, 6:10:22 AM\",Morning Run,Run,1800,5.0\n\
         \"Mar 6, 2024, 5:55:10 PM\",Ride,Ride,5400,32.1\n",
        &["4 Mar 2024, 06:10:22: Morning Run", "6 Mar 2024, 17:55:10: Ride"],
    ),
    (
        ",Planned,,Actual,\n\
         Task,Start,End,Start,End\n\
         Design,2024-01-01,2024-01-31,2024-01-03,2024-02-05\n\
         Build,2024-02-01,2024-03-31,2024-02-06,\n",
        &["1–31 Jan 2024: Design", "1 Feb – 31 Mar 2024: Build"],
    ),
    (
        "Version,Release date,End of support,Codename\n\
         20.04 LTS,23 April 2020,April 2025,Focal Fossa\n\
         22.04 LTS,21 April 2022,April 2027,Jammy Jellyfish\n\
         24.04 LTS,25 April 2024,April 2029,Noble Numbat\n",
        &[
            "23 Apr 2020 – Apr 2025: 20.04 LTS",
            "21 Apr 2022 – Apr 2027: 22.04 LTS",
            "25 Apr 2024 – Apr 2029: 24.04 LTS",
        ],
    ),
    (
        "Sprint,Start,End,Goal\n\
         Sprint 1,2024-W10,2024-W11,Login\n\
         Sprint 2,2024-W12,2024-W13,Search\n",
        &["Week 10 – week 11, 2024: Login", "Week 12 – week 13, 2024: Search"],
    ),
    (
        "Objective;Target date;Owner\n\
         Launch site;end of Q2 2024;Ann\n\
         Hire 3;mid-July 2024;Bob\n",
        &["Late Q2 2024: Launch site", "Mid-Jul 2024: Hire 3"],
    ),
    (
        "President,Born,Inaugurated,Died\n\
         Lincoln,1809-02-12,1861-03-04,1865-04-15\n\
         Grant,1822-04-27,1869-03-04,1885-07-23\n",
        &["12 Feb 1809 – 15 Apr 1865: Lincoln", "27 Apr 1822 – 23 Jul 1885: Grant"],
    ),
    (
        "Period,Start (Ma),End (Ma)\n\
         Cambrian,538.8,485.4\n\
         Ordovician,485.4,443.8\n\
         Silurian,443.8,419.2\n",
        &["538.8–485.4 Ma: Cambrian", "485.4–443.8 Ma: Ordovician", "443.8–419.2 Ma: Silurian"],
    ),
];

#[test]
fn exports_and_pages_are_read_as_they_come() {
    for (text, expected) in CASES {
        let (events, _) = read_events(text).unwrap_or_else(|faults| panic!("{text}: {faults}"));
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), *expected, "{text}");
    }
}
