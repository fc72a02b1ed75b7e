//! What a row leaves to its table: parts of a date that the row above has, the date on which it is due,
//! the language of the headers, the encoding of the file.

use super::shapes::{reads, refuses};
use annals::error::Error;
use annals::read::{ReadOptions, read};

#[test]
fn a_blank_day_or_year_is_that_of_the_row_above() {
    reads(&[
        (
            "Date,Time,Event\n2025-06-03,09:00,A\n,09:30,B\n2025-06-04,09:00,C\n",
            &["3 Jun 2025, 09:00: A", "3 Jun 2025, 09:30: B", "4 Jun 2025, 09:00: C"],
            &["1 row takes the day or the year of the row above"],
        ),
        (
            "Year,Date,Event\n1914,28 July,A\n,4 August,B\n1915,22 April,C\n,7 May,D\n",
            &["28 Jul 1914: A", "4 Aug 1914: B", "22 Apr 1915: C", "7 May 1915: D"],
            &["2 rows take the day or the year"],
        ),
        (
            "Year,Date,Event\n1914,28 July 1914,A\n1915,,B\n",
            &["28 Jul 1914: A", "1915: B"],
            &["\"Year\" where it is blank"],
        ),
        // A blank date alone says nothing.
        (
            "Date,Event\n2025-06-03,A\n,B\n2025-06-04,C\n",
            &["3 Jun 2025: A", "4 Jun 2025: C"],
            &["1 without a date (line 3)"],
        ),
    ]);
}

#[test]
fn what_has_no_start_stands_where_it_is_due() {
    reads(&[
        (
            "Name,Start Date,Due Date\nA,2025-01-13,2025-01-17\nB,,2025-03-31\n",
            &["13–17 Jan 2025: A", "31 Mar 2025: B"],
            &["1 row takes the date on which it is due as the start"],
        ),
        ("King,From,To\nA,1500,1520\nB,,1540\n", &["1500–1520: A"], &["1 without a date (line 3)"]),
    ]);
}

#[test]
fn the_language_of_the_headers_reads_words() {
    reads(&[
        (
            "Jahr,Ereignis\n753 v. Chr.,A\num 800,B\n1871,C\n",
            &["753 BC: A", "c. 800: B", "1871: C"],
            &["words of the language de, as the headers are of it"],
        ),
        (
            "Anno,Titolo\n1504,A\nfine XVI secolo,B\n",
            &["1504: A", "Late 16th century: B"],
            &["words of the language it"],
        ),
        (
            "Year,Title\n11. století,A\n1204,B\n",
            &["11th century: A", "1204: B"],
            &["words of the language cs, as they are no dates in another"],
        ),
    ]);
    // A short word may be of any language.
    refuses(&[
        ("Year,Title\num 800,A\n", &["um 800"]),
        ("Year,Title\n753 v. Chr.,A\n", &["753 v. Chr."]),
        ("Year,Title\npro 1850,A\n", &["pro 1850"]),
        ("Year,Title\n1850 sec,A\n", &["1850 sec"]),
    ]);
}

#[test]
fn years_of_one_and_two_digits_beside_eras_are_years() {
    reads(&[(
        "Year,Event\n44 BCE,A\n14 CE,B\n79,C\n",
        &["44 BC: A", "AD 14: B", "AD 79: C"],
        &["\"79\" is taken as AD 79, as \"44 BCE\" shows"],
    )]);
}

fn of_bytes(bytes: &[u8], encoding: Option<&str>) -> Result<Vec<String>, String> {
    let encoding = encoding.map(|name| name.parse().unwrap());
    let options = ReadOptions { name: "t.csv".into(), encoding, ..ReadOptions::default() };
    match read(bytes, &options) {
        Ok(table) => {
            let names = table.events.iter().map(|event| event.name.clone());
            Ok(names.chain(table.notes.iter().map(ToString::to_string)).collect())
        }
        Err(Error::Data(faults)) => {
            Err(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn bytes_of_another_encoding_are_told_with_all_else() {
    let bytes = b"dat\xe9,title\n2001,caf\xe9\n30 Feb 2001,B\n2003,\xe9\n";
    let faults = of_bytes(bytes, Some("utf-8")).unwrap_err();
    for word in ["t.csv:1:4: byte 4", "t.csv:2:", "t.csv:3:", "no day 30", "t.csv:4:"] {
        assert!(faults.contains(word), "{word:?} is not in {faults}");
    }
    let taken = of_bytes(bytes, None).unwrap_err();
    assert!(taken.contains("no day 30") && !taken.contains("byte"), "{taken}");
}

#[test]
fn utf16_without_a_mark_and_texts_decoded_twice_are_told() {
    let text = "date,title\n2001,Gründung\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let told = of_bytes(&bytes, None).unwrap();
    assert!(told[0] == "Gründung" && told[1].contains("read as UTF-16LE"), "{told:?}");
    let told = of_bytes("date,title\n1950,MusÃ©e\n".as_bytes(), None).unwrap();
    assert!(told[1].contains("1 cell looks decoded wrongly"), "{told:?}");
}
