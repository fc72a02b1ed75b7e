//! What holds for the reading of any table.

use annals::error::Error;
use annals::read::{ReadOptions, read};
use proptest::prelude::*;

/// Every fault lies in the table and says something.
fn told_well(bytes: &[u8]) -> Result<(), TestCaseError> {
    let lines = bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count() as u64 + 1;
    if let Err(error) = read(bytes, &ReadOptions::default()) {
        let Error::Data(faults) = &error else {
            return Err(TestCaseError::fail(error.to_string()));
        };
        prop_assert!(!faults.is_empty());
        for fault in faults {
            prop_assert!(fault.line <= lines && fault.column <= bytes.len() as u64 + 1);
            prop_assert!(
                !fault.message.is_empty() && !fault.message.to_string().contains(char::is_control)
            );
        }
        let order: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column)).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        told_well(&bytes)?;
    }

    #[test]
    fn any_text_under_a_header_is_read_or_refused(
        header in "(date,title|title;date;x|date\ttitle|)", text in "[a,;\t|\"\n\r0-9é-]{0,80}"
    ) {
        told_well(format!("{header}\n{text}").as_bytes())?;
    }

    #[test]
    fn a_written_table_is_read_back(
        cells in prop::collection::vec("[a-z,;\"\n\ré ]{0,6}", 1..20), delimiter in "[,;|\t]"
    ) {
        let quoted = |cell: &String| format!("\"x{}\"", cell.replace('"', "\"\""));
        let rows: String = cells.iter().map(|cell| format!("2010{delimiter}{}\n", quoted(cell))).collect();
        let text = format!("date{delimiter}title\n{rows}");
        let table = read(text.as_bytes(), &ReadOptions::default()).expect("a sound table");
        let names: Vec<&str> = table.events.iter().map(|event| event.name.as_str()).collect();
        let wanted: Vec<String> = cells.iter().map(|cell| format!("x{cell}").trim().to_owned()).collect();
        prop_assert_eq!(names, wanted);
    }

    #[test]
    fn a_fault_is_found_again_at_its_place(
        before in prop::collection::vec("[a-zé,\"\n\r ]{0,6}", 0..12), end in "(\n|\r\n|\r)"
    ) {
        let quoted = |cell: &String| format!("2010,\"x{}\"{end}", cell.replace('"', "\"\""));
        let rows: String = before.iter().map(quoted).collect();
        let text = format!("date,title{end}{rows}2010-00,a{end}");
        // The reference way: one line end of each kind, counted one character at a time.
        let above = text.split("2010-00").next().expect("text").replace("\r\n", "\n");
        let line = above.chars().filter(|c| matches!(c, '\n' | '\r')).count() as u64 + 1;
        let Err(Error::Data(faults)) = read(text.as_bytes(), &ReadOptions::default()) else {
            return Err(TestCaseError::fail("not at fault"));
        };
        prop_assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, line, 6));
    }
}
