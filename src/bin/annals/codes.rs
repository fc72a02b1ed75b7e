//! The codes of faults and notes, for programs: they stay when messages change.

use annals::{Error, FaultKind};

/// A code with what it means.
pub(crate) struct Code {
    /// A letter, E for an error and N for a note, and three digits.
    pub(crate) code: &'static str,
    /// A word for it.
    pub(crate) name: &'static str,
    /// What is wrong, an example and what mends it.
    pub(crate) meaning: &'static str,
}

const fn code(code: &'static str, name: &'static str, meaning: &'static str) -> Code {
    Code { code, name, meaning }
}

/// All codes in their order.
pub(crate) const ALL: [Code; 15] = [
    code(
        "E001",
        "table",
        "The file is no table that can be read: bytes of another encoding, a PDF. Save it as CSV in UTF-8, or say its --encoding.",
    ),
    code(
        "E002",
        "empty",
        "There is no event to draw, as in a table of a header alone. Add a row with a date.",
    ),
    code(
        "E003",
        "limit",
        "The table has more bytes, columns or events than are allowed. Leave some out, or raise --max-bytes or \
         --max-events.",
    ),
    code(
        "E004",
        "header",
        "A column that is needed is missing, or one is there twice: \"datum2,what\" has neither a date nor a \
         title. Rename it, or name it as --column date=HEADER.",
    ),
    code(
        "E005",
        "row",
        "A row has more cells than the header, or a quote that is not closed. Put a cell with commas into quotes.",
    ),
    code("E006", "missing", "A value that must not be empty is. Fill it, or remove its row."),
    code(
        "E007",
        "date",
        "A value cannot be read as a date: 2010-00, 30 February. Write it as 2010, 2010-03-12, c. 1450 or 44 BC.",
    ),
    code(
        "E008",
        "ambiguous",
        "A date has several readings, and neither the cell nor its column says which: 03/04/2010. Choose one \
         with the option that the message names, such as --date-order dmy.",
    ),
    code(
        "E009",
        "order",
        "An end is before its start: from 2012 to 2010. Exchange them, or mend the one that is wrong.",
    ),
    code(
        "E010",
        "value",
        "A value is none of those that its column or setting takes: a link that is no web address.",
    ),
    code(
        "E011",
        "option",
        "An option of the command line or of an options file is at fault, or several together are.",
    ),
    code(
        "E012",
        "further",
        "A table has more faults than are told one by one; these are counted by their kinds. Mend the first, which \
         often mends many.",
    ),
    code(
        "E020",
        "system",
        "A file cannot be read or written. Nothing was written; the message names the file and the remedy.",
    ),
    code(
        "E021",
        "internal",
        "The program itself is at fault; nothing was written. Please report it with the table.",
    ),
    code(
        "N001",
        "note",
        "Something that the maker of the figure should know and that stops nothing, unless --strict is set: a \
         column that is not used, an event outside the range, what was taken where a date has several readings.",
    ),
];

/// The code with this name, in any case of letters.
pub(crate) fn named(text: &str) -> Option<&'static Code> {
    ALL.iter().find(|known| known.code.eq_ignore_ascii_case(text.trim()))
}

/// The code of a kind of fault.
pub(crate) fn of_fault(kind: FaultKind) -> &'static Code {
    of_name(kind.code())
}

/// The code of an error that is no list of faults.
pub(crate) fn of_error(error: &Error) -> &'static Code {
    match error {
        Error::System { .. } => of_name("system"),
        Error::Notes(_) => of_name("note"),
        _ => of_name("internal"),
    }
}

/// The code of notes.
pub(crate) fn of_note() -> &'static Code {
    of_name("note")
}

fn of_name(name: &str) -> &'static Code {
    ALL.iter().find(|known| known.name == name).unwrap_or(&ALL[13])
}

/// What a code means, as it is printed; all codes for "all".
pub(crate) fn explained(text: &str) -> Result<String, String> {
    let line = |code: &Code| format!("{} ({}): {}\n", code.code, code.name, code.meaning);
    if text.trim().eq_ignore_ascii_case("all") {
        return Ok(ALL.iter().map(line).collect());
    }
    named(text).map(line).ok_or_else(|| {
        let codes: Vec<&str> = ALL.iter().map(|code| code.code).collect();
        format!("there is no such code; choose {} or all", codes.join(", "))
    })
}
