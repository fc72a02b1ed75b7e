//! Examples of options that are refused.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(
        NoSentence,
        ["article.txt" = "Nothing happened on any day."],
        "annals draft article.txt"
    ),
    example!(UnknownArgument, "date,title\n2010,A\n", "annals events.csv --titel War"),
    example!(WrongValue, "date,title\n2010,A\n", "annals events.csv --size poster"),
    example!(WrongUsage, "date,title\n2010,A\n", "annals events.csv --explain E012"),
    example!(
        OptionsSyntax,
        ["events.csv" = "date,title\n2010,A\n", "events.toml" = "title = War"],
        "annals events.csv --check"
    ),
    example!(
        UnknownOption,
        ["events.csv" = "date,title\n2010,A\n", "events.toml" = "titel = 'War'"],
        "annals events.csv --check"
    ),
    example!(
        ThemeKey,
        ["events.csv" = "date,title\n2010,A\n", "own.toml" = "base = 'neon'"],
        "annals events.csv --theme own.toml --check"
    ),
    example!(
        UnfitFile,
        ["events.csv" = "date,title\n2010,A\n"],
        "printf 'title = \"\\351\"' > own.toml; annals events.csv --config own.toml --check"
    ),
    example!(
        UnfitFont,
        ["events.csv" = "date,title\n2010,A\n", "letters.ttf" = "no font"],
        "annals events.csv --font letters.ttf --check"
    ),
    example!(
        UnknownTypeface,
        "date,title\n2010,A\n",
        "annals events.csv --font-family Letters --check"
    ),
    example!(NoPass, "date,title\n2010,A\n", "annals events.csv --max-events 0 --check"),
    example!(
        DoubledRole,
        "date,end,title\n2010,2011,A\n",
        "annals events.csv --column date=date --column date=end --check"
    ),
    example!(NoSheet, [], "annals sheets.xlsx --sheet Nowhere --check"),
    example!(
        EndsSwapped,
        "date,title\n2010,A\n",
        "annals events.csv --from 2015 --to 2005 --check"
    ),
    example!(
        NothingInRange,
        "date,title\n2010,A\n",
        "annals events.csv --from 2015 --to 2020 --check"
    ),
    example!(
        NoSuchLane,
        "date,end,title,lane\n2010,2012,A,Army\n2011,2013,B,Navy\n",
        "annals events.csv --lane-order Army,Fleet --check"
    ),
    example!(UnknownMoment, "date,title\n2010,A\n", "annals events.csv --mark '?=War' --check"),
    example!(
        Break,
        "date,title\n2010,A\n2012,B\n2030,C\n",
        "annals events.csv --break 2011..2020 --check"
    ),
    example!(
        BreaksCrowded,
        "date,title\n2010,A\n2020,B\n2030,C\n2040,D\n",
        "annals events.csv --width 150px --break 2011..2019 --break 2021..2029 --break 2031..2039 --check"
    ),
    example!(
        EvenScale,
        "date,title\n65 Ma,A\n2 Ma,B\n",
        "annals events.csv --scale log --break auto --check"
    ),
    example!(LogScale, "date,title\n2010,A\n2011,B\n", "annals events.csv --scale log --check"),
    example!(TooManyTicks, "date,title\n2010,A\n2020,B\n", "annals events.csv --ticks day --check"),
    example!(
        OfAnotherForm,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --style flags --fold 2 --check"
    ),
    example!(
        WrongDirection,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --style chronicle --orientation horizontal --check"
    ),
];
