//! Examples of files that cannot be read or written.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(OutputFormat, "date,title\n2010,A\n", "annals events.csv -o events.doc"),
    example!(
        OutputTwice,
        "date,title\n2010,A\n",
        "annals events.csv -o events.svg -o ./events.svg"
    ),
    example!(
        OutputIsInput,
        ["events.csv" = "date,title\n2010,A\n", "own.svg" = "base = 'dark'"],
        "mv own.svg own.toml; ln own.toml own.svg; annals events.csv --theme own.toml -o own.svg"
    ),
    example!(TwoTexts, "date,title\n2010,A\n", "annals events.csv --alt -o -"),
    example!(NotForTerminals, [], ""),
    example!(CannotRead, [], "annals nowhere.csv"),
    example!(CannotWrite, "date,title\n2010,A\n", "annals events.csv -o nowhere/events.svg"),
    example!(SnippetFormat, "date,title\n2010,A\n", "annals events.csv -o events.pdf --snippet md"),
    example!(SnippetName, "date,title\n2010,A\n", "annals events.csv -o 'a%b.pdf' --snippet latex"),
    example!(Internal, [], ""),
];
