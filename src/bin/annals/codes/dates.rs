//! Examples of dates that are refused.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(DateEmpty, "date,title\nuntil,A\n2011,B\n"),
    example!(
        DateTooLong,
        [],
        "{ echo date,title; printf '2010'; printf ' %0200d' 1; echo ',A'; } | annals - --check"
    ),
    example!(NotADate, "date,title\n2010 or so,A\n2011,B\n"),
    example!(
        DateLanguage,
        "date,title\n3 enero 2010,A\n2011,B\n",
        "annals events.csv --locale de --check"
    ),
    example!(DateMalformed, "date,title\n5400 ± BP,A\n"),
    example!(DateIncomplete, "date,title\n4 May,A\n2020,B\n"),
    example!(DateOrder, "date,title\n03/04/2010,A\n"),
    example!(DateAmbiguous, "date,title\n1700s,A\n"),
    example!(DateNonexistent, "date,title\n2010-02-30,A\n"),
    example!(DateContradictory, "date,title\nThursday 12 March 2010,A\n"),
    example!(DateReversed, "date,title\n1918–1914,A\n"),
    example!(DateOutOfRange, "date,title\nY12345678901234567890,A\n"),
    example!(SeveralDates, "date,end,title\n\"1931, 1935\",1940,A\n"),
    example!(DateUnsupported, "date,title\nHeisei 12,A\n"),
    example!(DatesRefused, "date,title\n2010-02-30,A\n", "annals events.csv --explain-dates"),
];
