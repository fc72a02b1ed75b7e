//! Examples of faults of a table as a whole, of its columns, rows and cells.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(Encoding, [], "printf 'date,title\\n2010,\\344\\345\\346\\347\\n' | annals - --check"),
    example!(NulByte, [], "printf 'date,title\\n2010,a\\0b\\n' | annals - --check"),
    example!(OtherFile, ["report.pdf" = "%PDF-1.7"], "annals report.pdf --check"),
    example!(
        DamagedWorkbook,
        [],
        "printf 'PK\\003\\004 cut' > plan.xlsx; annals plan.xlsx --check"
    ),
    example!(EncryptedWorkbook, [], "annals encrypted.xlsx --check"),
    example!(TooManyBytes, "date,title\n2010,A\n", "annals events.csv --max-bytes 10 --check"),
    example!(
        TooManyEvents,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --max-events 1 --check"
    ),
    example!(
        TooManyColumns,
        [],
        "{ printf date,title; printf ',%s' $(seq 1100); echo; echo 2010,A; } | annals - --check"
    ),
    example!(
        LongCell,
        [],
        "{ echo date,title; printf 2010,; printf '%070000d' 0; echo; } | annals - --check"
    ),
    example!(
        LongRow,
        [],
        "{ printf '[{\"date\": 2010, \"title\": \"'; printf '%01100000d' 0; echo '\"}]'; } | annals - --check"
    ),
    example!(UnknownDelimiter, "sep=#\ndate#title\n2010#A\n"),
    example!(NoEvents, "date,title\n"),
    example!(AllLeftOut, "date,title\n,A\n"),
    example!(
        JsonSyntax,
        ["events.json" = "[{\"date\": 2010, \"title\": \"A\"} {\"date\": 2011}]"],
        "annals events.json --check"
    ),
    example!(
        RecordsUnknown,
        ["events.json" = "{\"items\": [{\"date\": 2010, \"title\": \"A\"}]}"],
        "annals events.json --records data.items --check"
    ),
    example!(
        RecordsUnclear,
        [
            "events.json" = "{\"wars\": [{\"date\": 2010, \"title\": \"A\"}], \"peaces\": [{\"date\": 2011, \"title\": \"B\"}]}"
        ],
        "annals events.json --check"
    ),
    example!(
        NoRecord,
        ["events.json" = "[{\"date\": 2010, \"title\": \"A\"}, 7]"],
        "annals events.json --check"
    ),
    example!(
        DoubledKey,
        ["events.json" = "[{\"date\": 2010, \"title\": \"A\", \"date\": 2011}]"],
        "annals events.json --check"
    ),
    example!(
        CalendarEvent,
        ["plan.ics" = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240501\nSUMMARY:A\nEND:VCALENDAR"],
        "annals plan.ics --check"
    ),
    example!(
        CalendarRule,
        [
            "plan.ics" = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240501\nSUMMARY:A\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR"
        ],
        "annals plan.ics --check"
    ),
    example!(Diagram, ["plan.mmd" = "gantt\n  Design :5d"], "annals plan.mmd --check"),
    example!(
        DatedLine,
        ["log.txt" = "1957: Sputnik 1\n1961: Vostok 1\nand so on\n"],
        "annals log.txt --check"
    ),
    example!(NoHeader, "2010,7\n2011,8\n"),
    example!(NoColumn, "what,where\nWar,Here\n"),
    example!(
        UnknownColumn,
        "date,title\n2010,A\n",
        "annals events.csv --column date=Datum --check"
    ),
    example!(DoubledColumn, "date,date,title\n2010,2011,A\n"),
    example!(CountsFromOrigin, "start,title\n1,Survey\n12,Visit\n"),
    example!(TooManyCells, "date,title\n2010,War, then peace\n"),
    example!(StrayQuote, "date,title\n2010,\"War\" again\n"),
    example!(OpenQuote, "date,title\n2010,\"War\n"),
    example!(SpreadsheetError, [], "annals errors.xlsx --check"),
    example!(
        NoValue,
        ["events.json" = "[{\"date\": 2010, \"title\": [[\"A\"]]}]"],
        "annals events.json --check"
    ),
    example!(UnknownWord, "date,title,kind\n2010,A,markr\n"),
    example!(NotALink, "date,title,url\n2010,A,www.example.org\n"),
    example!(NotACount, "date,title,count\n2010,A,many\n"),
    example!(NotADuration, "date,duration,title\n2010-03-01,3 days,A\n2011-03-01,long,B\n"),
    example!(EndBeforeStart, "date,end,title\n2012,2010,A\n"),
    example!(NothingKnown, "date,title\npresent,A\n2010,B\n"),
    example!(
        Further,
        [],
        "{ echo date,title; for i in $(seq 200); do echo 2010-00,A; done; } | annals - --check"
    ),
];
