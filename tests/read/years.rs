//! Days without a year, which the table gives elsewhere.

use super::shapes::{reads, refuses};

#[test]
fn the_year_of_days_is_that_of_the_table_where_it_is_certain() {
    reads(&[
        (
            "Diary 1916,\nDate,Entry\n14 July,March\n3 August,Letter\n",
            &["14 Jul 1916: March", "3 Aug 1916: Letter"],
            &["column \"Date\" lack their year: 1916 above the table is taken"],
        ),
        (
            "# Expedition 1911\nDate,Entry\n1 November,Out\n4 December,Blizzard\n",
            &["1 Nov 1911: Out", "4 Dec 1911: Blizzard"],
            &["1911 above the table"],
        ),
        (
            "Date (1916),Entry\n14 July,March\n2 January,Rest\n",
            &["14 Jul 1916: March", "2 Jan 1916: Rest"],
            &["1916 in its header is taken"],
        ),
        (
            "Datum 2024,Was\n14.03.,Messe\n02.05.,Abgabe\n",
            &["14 Mar 2024: Messe", "2 May 2024: Abgabe"],
            &["2024 in its header is taken", "day, month and year"],
        ),
        (
            "Date,Event\n1916,\n14 July,March\n1917,\n2 January,Leave\n",
            &["14 Jul 1916: March", "2 Jan 1917: Leave"],
            &["that of the row with a year alone above them", "2 rows are left out"],
        ),
        (
            "Termine 2024;;\nVon;Bis;Was\n14.03.;16.03.;Messe\n02.05.;03.05.;Abgabe\n",
            &["14–16 Mar 2024: Messe", "2–3 May 2024: Abgabe"],
            &["2024 above the table"],
        ),
        (
            "Log 1916,\nDate,Entry\n14 August,A\n2 July,B\n",
            &["14 Aug 1916: A", "2 Jul 1916: B"],
            &["1916 above the table"],
        ),
        (
            "2024 calendar,\nDate,What\n14-Jan,A\n3-Feb,B\n",
            &["14 Jan 2024: A", "3 Feb 2024: B"],
            &["2024 above the table"],
        ),
        (
            "Journal 1916,\nDate,Titre\n14 juillet,A\n2 août,B\n",
            &["14 Jul 1916: A", "2 Aug 1916: B"],
            &["1916 above the table"],
        ),
    ]);
}

#[test]
fn a_year_that_is_not_certain_is_not_taken() {
    let missing: &[&str] = &["the year is missing"];
    refuses(&[
        ("Date,Entry\n14 July,March\n", missing),
        ("Season 1916/17,\nDate,Entry\n14 July,March\n3 August,Letter\n", missing),
        ("1916 and 1917,\nDate,Entry\n14 July,March\n3 August,Letter\n", missing),
        // They may go on to the next year.
        ("Diary 1916,\nDate,Entry\n14 December,March\n2 January,Rain\n", missing),
        ("Diary 1916,\nDate,Entry\n14 July,March\n3 August,Letter\n2 January,Rain\n", missing),
        ("Date,Event\n14 July,March\n1917,\n2 January,Leave\n", missing),
    ]);
}
