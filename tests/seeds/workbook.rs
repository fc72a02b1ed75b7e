//! What holds for the reading of any bytes as a workbook, or as a part of one.

use crate::choose::Choices;
use crate::zip::zipped;
use annals::read::{TableLimits, read};
use annals::{Error, ReadOptions};

/// What the workbook part says of the only sheet, and what the sheet refers to.
const BOOK: &str = "<workbook><sheets><sheet name='S' id='s'/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id='s' Type='/worksheet' Target='s.xml'/>\
                         </Relationships>";
const STYLES: &str = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='17'/>\
                      <xf numFmtId='22'/><xf numFmtId='46'/></cellXfs></styleSheet>";
const STRINGS: &str = "<sst><si><t>date</t></si><si><t>title</t></si><si><t>a</t></si></sst>";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// The workbook that bytes stand for: the first says of which part the others are.
fn workbook(bytes: &[u8]) -> (Option<&'static str>, Vec<u8>) {
    let mut choices = Choices(bytes);
    let sheet = choices.of(&[None, None, Some("1"), Some("Plan")]);
    let part = choices.byte() % 7;
    let given = choices.0;
    let or = |at: u8, usual: &'static str| if part == at { given } else { usual.as_bytes() };
    let usual = "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row>\
                 <c s='1'><v>40000</v></c><c t='s'><v>2</v></c></row></sheetData></worksheet>";
    let file = match part {
        0 => given.to_vec(),
        1..=5 => zipped(&[
            ("[Content_Types].xml", b""),
            ("xl/workbook.xml", or(2, BOOK)),
            ("xl/_rels/workbook.xml.rels", or(3, RELATIONS)),
            ("xl/s.xml", or(1, usual)),
            ("xl/styles.xml", or(4, STYLES)),
            ("xl/sharedStrings.xml", or(5, STRINGS)),
        ]),
        _ => zipped(&[("mimetype", ODS.as_bytes()), ("content.xml", given)]),
    };
    (sheet, file)
}

/// A workbook is read or refused; every fault says something, and where it is.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    let (sheet, file) = workbook(bytes);
    let limits = TableLimits { events: 200, bytes: 20_000, are_strict: false };
    let sheet = sheet.map(str::to_owned);
    let options = ReadOptions { name: "t".into(), limits, sheet, ..ReadOptions::default() };
    match read(file.as_slice(), &options) {
        Ok(table) if table.events.is_empty() => Err("a table without events".into()),
        Ok(_) => Ok(()),
        Err(Error::Data(faults) | Error::Options(faults)) if !faults.is_empty() => {
            let is_mute = |message: String| message.trim().is_empty();
            match faults.iter().find(|fault| is_mute(fault.message.to_string())) {
                Some(fault) => Err(format!("{fault:?} says nothing")),
                None => Ok(()),
            }
        }
        Err(error) => Err(error.to_string()),
    }
}
