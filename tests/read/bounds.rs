//! Dates that are known to lie between those of two columns, or within the margin of one.

use super::shapes::{reads, refuses};

const BETWEEN: &[&str] =
    &["each event lies between the dates of the columns", "for spans set `column end="];

#[test]
fn two_columns_are_the_bounds_of_one_date() {
    let headers = [
        "Earliest,Latest",
        "earliest date,latest date",
        "Not before,Not after",
        "notBefore,notAfter",
        "Terminus post quem,Terminus ante quem",
        "TPQ,TAQ",
        "date_min,date_max",
        "year_lower,year_upper",
        "Date early,Date late",
        "from (earliest),to (latest)",
        "No earlier than,No later than",
        "frühestens,spätestens",
    ];
    for header in headers {
        let text = format!("title,{header}\nUrn,350,400\nLamp,1250,1250\n");
        reads(&[(&text, &["Between 350 and 400: Urn", "1250: Lamp"], BETWEEN)]);
    }
    reads(&[
        (
            "title,Not before,Not after\nA,1250,\nB,,1300\nC,1100,1200\nD,,\n",
            &["In or after 1250: A", "By 1300: B", "Between 1100 and 1200: C"],
            &["1 row is left out: 1 without a date"],
        ),
        (
            "title,date_min,date_max\nBrooch,-50,50\nSherd,100,200\n",
            &["Between 50 BC and AD 50: Brooch", "Between 100 and 200: Sherd"],
            &["years BC"],
        ),
        // Which part of them is the day, the columns decide.
        (
            "title,Earliest,Latest\nA,03/04/1620,25/06/1620\nB,01/02/1621,05/02/1621\n",
            &["Between 3 Apr and 25 Jun 1620: A", "Between 1 and 5 Feb 1621: B"],
            &["day, month and year"],
        ),
        (
            "title,date_min,date_max\nA,1620-04-03 00:00:00,1620-06-25 00:00:00\n",
            &["Between 3 Apr and 25 Jun 1620: A"],
            &["the day alone"],
        ),
        // A year or an estimate of its own is shown.
        (
            "title,Date,Earliest date,Latest date\nFire,c. 1150,1140,1160\nSiege,1298,1298,1299\n",
            &["c. 1150: Fire", "1298: Siege"],
            BETWEEN,
        ),
    ]);
    refuses(&[("title,Earliest,Latest\nA,1630,1620\n", &["correct one of the two"])]);
}

#[test]
fn four_columns_bound_a_start_and_an_end() {
    let text =
        "building,start_earliest,start_latest,end_earliest,end_latest\nKeep,1080,1090,1400,1450\n";
    let told = &["start and end lie between the dates of the columns"];
    reads(&[(text, &["Between 1080 and 1090 – between 1400 and 1450: Keep"], told)]);
}

#[test]
fn what_is_no_bound_of_a_date_stays_what_it_is() {
    reads(&[
        (
            "Species,First seen,Last seen\nA,1990,2001\nB,1995,2010\n",
            &["1990–2001: A", "1995–2010: B"],
            &["\"Species\" is used as the title"],
        ),
        (
            "Date,Min,Max,City\n2020-01-01,100,900,X\n2020-01-02,200,800,Y\n",
            &["1 Jan 2020: X", "2 Jan 2020: Y"],
            &["\"Min\", \"Max\" are ignored"],
        ),
    ]);
}

#[test]
fn a_column_is_the_margin_of_years() {
    reads(&[
        (
            "title,Year,±\nA,1250,30\nB,946,20\n",
            &["1250 ± 30: A", "946 ± 20: B"],
            &["\"±\" is the margin"],
        ),
        ("title,Year BC,±\nA,1628,20\n", &["1628 ± 20 BC: A"], &["margin"]),
        (
            "Event,Date (CE),Uncertainty (years)\nA,1257,5\n",
            &["1257 ± 5: A"],
            &["\"Uncertainty (years)\" is the margin"],
        ),
        ("Lab,Age (cal BP),Error\nOxA,4520,30\n", &["4520 ± 30 cal BP: OxA"], &["margin"]),
        // The error of another number is none of the year.
        (
            "title,Year,Value,Error\nA,1990,5.1,0.2\n",
            &["1990: A"],
            &["\"Value\", \"Error\" are ignored"],
        ),
    ]);
    refuses(&[("Lab,14C age BP,±\nOxA,4520,30\n", &["radiocarbon age"])]);
}
