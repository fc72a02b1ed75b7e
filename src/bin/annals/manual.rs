//! The manual page: what the help says, and what a table may hold.

use crate::args::Args;
use annals::{Error, Result};
use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io;

/// The columns of a table: their names, and what they hold.
const COLUMNS: [(&str, &str); 17] = [
    ("date", "when it happened or began; required"),
    ("title", "the name of the event; required"),
    ("end", "the end of a period"),
    ("duration", "how long it lasted, where there is no end: 3d, 2 weeks, PT2H"),
    ("year, month, day, time", "the parts of a date"),
    ("end-year, end-month, end-day, end-time", "the parts of an end"),
    ("description", "a longer text"),
    ("category", "decides the colour"),
    ("when", "text to show in place of the date"),
    ("color", "a colour for this event: blue, #1f2328"),
    ("lane", "the lane that the event is drawn in"),
    (
        "kind",
        "event, span, era (a shaded background), marker (a line across the figure) or holiday (shaded days)",
    ),
    ("on", "the period that a date is a milestone of, by its title"),
    (
        "importance",
        "low, normal, high or a number: which events are named where there is no room for all",
    ),
    ("url", "a link for the title: http, https or mailto"),
    ("count", "how many events the row stands for"),
    ("others", "are ignored, with a note"),
];

/// Dates as they may be written, by kind.
const DATES: [(&str, &[&str]); 9] = [
    ("ISO 8601", &["2010", "2010-03", "2010-03-12", "2010-W10-3", "2010-03-12T14:05+05:00"]),
    ("EDTF", &["1984?", "1984~", "201X", "1985/..", "2004-06~-11"]),
    (
        "words",
        &["12 March 2010", "Mar 2010", "Q3/2024", "Spring 2001", "mid-1960s", "late 18th century"],
    ),
    ("approximate or uncertain", &["c. 1450", "about 1450", "1450?", "[ca. 1850]", "1540 ± 9"]),
    (
        "before, after, between",
        &["before 1928", "since 1928", "1914–18", "12–15 March 2010", "2010–present"],
    ),
    ("before Christ", &["44 BC", "500 BCE"]),
    ("ages", &["65 Ma", "4.54 Ga", "11,700 BP", "11.7 ka b2k"]),
    ("of programs", &["5/13/2024 9:05", "31-Jan-24", "Tue Mar 3 14:05:22 2020"]),
    ("counted from --origin", &["M1", "week 5", "Day 0", "T-3", "T+00:02:30"]),
];

/// The page in the language of man.
pub(crate) fn page() -> Result<Vec<u8>> {
    let man = Man::new(Args::command());
    let mut page = Vec::new();
    let write = |to: &mut Vec<u8>| -> io::Result<()> {
        man.render_title(to)?;
        man.render_name_section(to)?;
        man.render_synopsis_section(to)?;
        man.render_description_section(to)?;
        man.render_options_section(to)?;
        man.render_subcommands_section(to)?;
        columns().to_writer(to)?;
        dates().to_writer(to)?;
        man.render_extra_section(to)?;
        man.render_version_section(to)
    };
    write(&mut page).map_err(|error| Error::internal(error.to_string()))?;
    Ok(page)
}

fn columns() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["COLUMNS"]);
    roff.text([roman(
        "A table has a header. Its columns are known by these names and many others in more than twenty languages, in any \
         order; --column names any other. Where no name fits, the column that holds dates throughout is the date, \
         and the one of short texts that differ is the title.",
    )]);
    for (names, words) in COLUMNS {
        roff.control("TP", []);
        roff.text([bold(names)]);
        roff.text([roman(words)]);
    }
    roff
}

fn dates() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["DATES"]);
    roff.text([roman(
        "A date is read as it is written, and drawn as exactly as it is known. Where it could mean two things, its \
         column decides; where that does not, it is an error that names the option, such as --date-order. Months are \
         read in 25 other languages, and other words with --locale. --explain-dates prints how each was read.",
    )]);
    for (kind, examples) in DATES {
        roff.control("TP", []);
        roff.text([bold(kind)]);
        roff.text([roman(examples.join("; "))]);
    }
    roff
}

#[cfg(test)]
mod tests {
    use super::*;
    use annals::options::DateOptions;
    use annals::{Date, Role};

    #[test]
    fn the_page_names_every_role_of_a_column() {
        let named: Vec<&str> = COLUMNS.iter().flat_map(|(names, _)| names.split(", ")).collect();
        for role in Role::ALL {
            assert!(named.contains(&role.name()), "{}", role.name());
        }
    }

    #[test]
    fn the_examples_of_dates_are_dates() {
        let options = DateOptions::default();
        for example in DATES.iter().take(8).flat_map(|(_, examples)| *examples) {
            assert!(Date::parse(example, &options).is_ok(), "{example}");
        }
    }
}
