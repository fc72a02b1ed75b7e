//! Tables whose dates are said by more than their cells: by the header, by what stands above the table, or by
//! the other rows.

use super::shapes::{reads, refuses, told};
use annals::read::{ReadOptions, read};

/// The events of a table in a file of this name, one a line.
fn named(text: &str, name: &str) -> String {
    let options = ReadOptions { name: name.into(), ..ReadOptions::default() };
    let table = read(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{text}: {error}"));
    table.events.iter().map(|event| told(event) + "\n").collect()
}

#[test]
fn months_have_the_year_that_stands_above_them() {
    reads(&[
        (
            "When,What\n2017,\nApril,Ground broken\nSeptember,Roof on\n2018,\nMay,Doors open\n",
            &["Apr 2017: Ground broken", "Sep 2017: Roof on", "May 2018: Doors open"],
            &["row with a year alone", "without a title"],
        ),
        (
            "Year,Month,Event\n2017,April,Ground broken\n,September,Roof on\n2018,May,Doors open\n",
            &["Apr 2017: Ground broken", "Sep 2017: Roof on", "May 2018: Doors open"],
            &["of the row above"],
        ),
        (
            "The mill in 1887,,\nMonth,Event,Cost\nFeb.,Wheel,20\nMay–July,Dam,90\nearly Nov,Lamp,3\n",
            &["Feb 1887: Wheel", "May–Jul 1887: Dam", "Early Nov 1887: Lamp"],
            &["1887 above the table"],
        ),
        (
            "Mois 1912,Évènement\nfévrier,Gel\naoût,Moisson\n",
            &["Feb 1912: Gel", "Aug 1912: Moisson"],
            &["1912 in its header"],
        ),
        (
            "Fair,Year,Town,Opened,Closed\nI,1855,Paris,15 May,15 November\nII,1862,London,1 May,1 November\n",
            &["15 May – 15 Nov 1855: I", "1 May – 1 Nov 1862: II"],
            &["\"Year\" where it is blank"],
        ),
    ]);
    refuses(&[("Month,Event\nApril,Ground broken\nMay,Doors open\n", &["the year is missing"])]);
    assert_eq!(
        named("Month,Event\nApril,Sowing\nAugust,Harvest\n", "farm-1931.csv"),
        "Apr 1931: Sowing\nAug 1931: Harvest\n"
    );
}

#[test]
#[cfg(feature = "documents")]
fn a_heading_gives_the_year_of_the_table_below_it() {
    let text = "# Works\n\n## Plan of 2026\n\n| Date | Step |\n|---|---|\n| 3 Feb | Survey |\n| 9 June | Bids |\n";
    assert_eq!(named(text, "plan.md"), "3 Feb 2026: Survey\n9 Jun 2026: Bids\n");
}

#[test]
fn a_number_beside_a_month_is_its_year_where_the_column_says_so() {
    reads(&[
        (
            "Month,Release\nMar-18,First\nNov-18,Second\n",
            &["Mar 2018: First", "Nov 2018: Second"],
            &["\"Mar-18\" and 1 more", "as the header says", "`century`"],
        ),
        (
            "Date,Release\nMar-18,Second\nNov-97,First\n",
            &["Mar 2018: Second", "Nov 1997: First"],
            &["as \"Nov-97\" shows"],
        ),
    ]);
    refuses(&[(
        "Date,Release\nMar-18,First\nNov-18,Second\n",
        &["18 Mar of some year", "`century`"],
    )]);
}

#[test]
fn a_year_and_two_digits_beside_ranges_of_years_are_a_range() {
    reads(&[
        (
            "Years,Post\n2011–2016,Clerk\n2006-11,Porter\n2016–present,Keeper\n",
            &["2011–2016: Clerk", "2006–2011: Porter", "2016–present: Keeper"],
            &["as \"2011–2016\" shows"],
        ),
        (
            "Years,Post\n2011–2016,Clerk\n2006-11,Porter\n2006-02,Guest\n",
            &["2011–2016: Clerk", "Nov 2006: Porter", "Feb 2006: Guest"],
            &["\"Post\""],
        ),
    ]);
}

#[test]
fn ends_at_midnight_are_days_unless_a_night_can_end_so() {
    reads(&[
        (
            "Task,Start,Due\nMould,2023-05-02 08:30,2023-05-04 00:00\nCast,2023-05-04 10:00,2023-05-04 00:00\n",
            &["2 May 2023, 08:30 – 4 May 2023: Mould", "4 May 2023, 10:00 – 4 May 2023: Cast"],
            &["column \"Due\"", "`midnight time`"],
        ),
        (
            "Watch,Start,End\nFirst,2023-05-02 20:00,2023-05-03 00:00\nSecond,2023-05-03 20:00,2023-05-04 00:00\n",
            &[
                "2 May 2023, 20:00 – 3 May 2023, 00:00: First",
                "3 May 2023, 20:00 – 4 May 2023, 00:00: Second",
            ],
            &["\"Watch\""],
        ),
    ]);
}

#[test]
fn fractions_of_seconds_that_are_all_zero_are_not_told() {
    reads(&[
        (
            "timestamp,event\n2023-05-02T08:30:00.000Z,up\n2023-05-02T08:31:15.000Z,down\n",
            &["2 May 2023, 08:30:00 UTC: up", "2 May 2023, 08:31:15 UTC: down"],
            &[],
        ),
        (
            "timestamp,event\n2023-05-02T08:30:00.000Z,up\n2023-05-02T08:31:15.250Z,down\n",
            &["2 May 2023, 08:30:00.000 UTC: up", "2 May 2023, 08:31:15.250 UTC: down"],
            &[],
        ),
    ]);
}

#[test]
fn years_with_decimals_are_days_where_the_header_says_so() {
    reads(&[
        (
            "decimal_year,event\n1902.353,Pelée\n1980.4,Helens\n",
            &["9 May 1902: Pelée", "c. 26 May 1980: Helens"],
            &[],
        ),
        ("decimal date,event\n1902.0,Pelée\n", &["1902: Pelée"], &[]),
    ]);
    refuses(&[("Year,event\n1902.353,Pelée\n", &["decimal fraction of a year"])]);
}

#[test]
fn counts_may_go_from_one_to_another() {
    reads(&[
        (
            "Week,Topic\n1,Scales\n2–3,Chords\n4-6,Songs\n",
            &["Week 1: Scales", "Week 2 – Week 3: Chords", "Week 4 – Week 6: Songs"],
            &["counts from an origin"],
        ),
        (
            "Period,Work\nM1-M4,Survey\nM5 to M9,Dig\nM10,Report\n",
            &["M1–M4: Survey", "M5–M9: Dig", "M10: Report"],
            &["counts from an origin"],
        ),
    ]);
}

#[test]
fn fiscal_quarters_are_dates_that_lack_their_first_month() {
    refuses(&[
        ("Quarter,Goal\nQ1 FY26,Plan\nQ3 FY26,Build\n", &["fiscal year 2026", "`fiscal-start`"]),
        ("Period,Goal\nFY26,Plan\nFY27,Build\n", &["fiscal year 2026", "`fiscal-start`"]),
    ]);
}

#[test]
fn what_a_catalogue_says_in_words_is_what_its_years_bound() {
    reads(&[(
        "Object,Maker,Date made,Begin,End\nBowl,Roy,early 18th century,1700,1735\nEwer,Ash,c. 1812,1807,1817\n",
        &["Early 18th century: Bowl", "c. 1812: Ewer"],
        &["\"Begin\", \"End\""],
    )]);
}

#[test]
fn marks_of_markdown_are_taken_off_titles_and_descriptions() {
    let text = "tag_name,published_at,body\nv1,2024-01-05,\"## New\n- **fast** [docs](https://example.org)\"\n\
                v2 **bold**,2024-02-05,2 * 3 * 4\n";
    let table = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let details: Vec<&str> =
        table.events.iter().filter_map(|event| event.detail.as_deref()).collect();
    assert_eq!(details, ["New\n- fast docs", "2 * 3 * 4"]);
    assert_eq!(table.events[1].name, "v2 bold");
    assert!(table.notes.iter().any(|note| note.to_string().contains("marks of Markdown")));
}

#[test]
fn ranges_of_numbers_have_the_era_or_the_unit_of_their_header() {
    reads(&[
        (
            "Pharaoh,Reign (BC)\nPepi,2278–2184\nMerenre,2184-2181\n",
            &["2278–2184 BC: Pepi", "2184–2181 BC: Merenre"],
            &["\"Reign (BC)\""],
        ),
        (
            "Stage,Age (Ma)\nNorian,227–206\nRhaetian,206–201.4\n",
            &["227–206 Ma: Norian", "206–201.4 Ma: Rhaetian"],
            &[],
        ),
    ]);
}

#[test]
fn a_row_of_data_is_no_header() {
    refuses(&[(
        "Sage,Lived\nZeno,336/334 – 262 BC\nCato,95–46 BC\n",
        &["no date column", "\"Sage\", \"Lived\""],
    )]);
}

#[test]
fn words_that_may_be_open_ends_make_no_column_of_dates() {
    reads(&[(
        "Task,Status,Start Date\nMow,open,2023-05-02\nRake,open,2023-05-03\n",
        &["2 May 2023: Mow", "3 May 2023: Rake"],
        &[],
    )]);
}

#[test]
fn days_with_a_weekday_and_ranges_of_days_may_lack_their_year() {
    reads(&[
        (
            "Tour of 1988,,\nDate,City,Hall\n\"Fri, Jul 1\",Graz,Dom\n\"Sat, Jul 2\",Linz,Posthof\n",
            &["1 Jul 1988: Graz", "2 Jul 1988: Linz"],
            &["1988 above the table"],
        ),
        (
            "Storms of 2021,,\nName,Dates active,Deaths\nAda,May 12 – 13,0\nEdo,June 30 – July 4,2\n",
            &["12–13 May 2021: Ada", "30 Jun – 4 Jul 2021: Edo"],
            &["2021 above the table"],
        ),
    ]);
}

#[test]
fn two_dates_without_headers_are_a_start_and_an_end() {
    reads(&[(
        "Mow,2023-05-02,2023-05-04\nRake,2023-05-05,2023-05-06\n",
        &["2–4 May 2023: Mow", "5–6 May 2023: Rake"],
        &["no header row"],
    )]);
}

#[test]
fn a_blank_column_gives_way_to_one_with_dates() {
    reads(&[(
        "When,Started,Job\n,2023-05-02,Mow\n,2023-05-03,Rake\n",
        &["2 May 2023: Mow", "3 May 2023: Rake"],
        &["\"Job\""],
    )]);
}

#[test]
fn midnight_beside_days_is_a_day() {
    reads(&[(
        "date,title\n2023-05-02 00:00:00,Mow\n2023-05-03,Rake\n",
        &["2 May 2023: Mow", "3 May 2023: Rake"],
        &["`midnight time`"],
    )]);
}

#[test]
fn parts_of_dates_may_have_short_names() {
    reads(&[(
        "Year,Mo,Dy,Place\n1906,4,18,San Francisco\n1923,9,1,Tokyo\n",
        &["18 Apr 1906: San Francisco", "1 Sep 1923: Tokyo"],
        &["\"Place\""],
    )]);
}
