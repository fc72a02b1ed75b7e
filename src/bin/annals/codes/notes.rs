//! Examples of what notes say.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(ColumnsIgnored, "date,title,where\n2010,A,Here\n2011,B,There\n"),
    example!(ColumnTaken, "Reached,Mission\n2010-03-04,Apollo\n2011-05-06,Gemini\n"),
    example!(
        ColumnRival,
        "date,title,published\n2010-01-01,A,2011-02-03\n2012-01-01,B,2013-04-05\n"
    ),
    example!(YearTaken, "date,year,title\n2010-03-12,2010,A\n,2011,B\n"),
    example!(
        WideTable,
        "lane,ordered,delivered,paid\nA,2010-01-02,2010-03-04,2010-05-06\nB,2011-01-02,2011-03-04,2011-05-06\n"
    ),
    example!(RowsLeftOut, "date,title\n2010,A\n,B\n2012,C\n"),
    example!(MarksTaken, "date,title\n2010*,A\n2011[2],B\n"),
    example!(MarkupTaken, "date,title\n2010,<b>A</b>\n2011,B\n"),
    example!(RowsPassedOver, "All events of the war,\ndate,title\n2010,A\n2011,B\n"),
    example!(HeaderInferred, "2010-03-12,War begins\n2011-05-06,War ends\n2012-07-08,Peace\n"),
    example!(TableTurned, "date,2010,2011,2012\ntitle,A,B,C\n"),
    example!(DelimiterTaken, "date|title\n2010|A\n2011|B\n"),
    example!(
        EncodingTaken,
        [],
        "printf 'date,title\\n2010,Caf\\351\\n2011,B\\n' | annals - --check"
    ),
    example!(NoParts, "date,title\n2010,A\n2011,B\n", "annals events.csv --sheet Plan --check"),
    example!(PartTaken, [], "annals sheets.xlsx --check"),
    example!(HiddenRead, [], "annals hidden-rows.xlsx --check"),
    example!(MergedRead, [], "annals merged.xlsx --check"),
    example!(
        CalendarTaken,
        [
            "plan.ics" = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240501\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20240601\nSUMMARY:B\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR"
        ],
        "annals plan.ics --check"
    ),
    example!(
        TitleNotTaken,
        ["plan.mmd" = "timeline\n  title Flight\n  1903 : First flight\n  1969 : Moon"],
        "annals plan.mmd --check"
    ),
    example!(DateOrderTaken, "date,title\n03/04/2010,A\n25/12/2010,B\n"),
    example!(CenturyTaken, "date,title\n12/25/98,A\n12/26/99,B\n"),
    example!(YearPairsTaken, "date,title\n1904/05,A\n1914-18,B\n"),
    example!(NegativeYearsTaken, "date,title\n-0043,A\n-0030,B\n"),
    example!(DateNumbersTaken, "date,title\n44927,A\n44999,B\n45100,C\n"),
    example!(LanguageTaken, "date,title\n3 mars 2010,A\nété 2011,B\n5 avril 2012,C\n"),
    example!(MidnightTaken, "date,title\n2010-03-12 00:00,A\n2011-04-05 00:00,B\n"),
    example!(ZoneTaken, "date,title\n2010-03-12T14:05,A\n2010-03-12T16:05Z,B\n"),
    example!(OutsideRange, "date,title\n2010,A\n2020,B\n", "annals events.csv --to 2015 --check"),
    example!(
        SpansCut,
        "date,end,title\n2010,2020,A\n2011,2012,B\n",
        "annals events.csv --to 2015 --check"
    ),
    example!(
        Unlabelled,
        [],
        "{ echo date,title; for y in $(seq 1950 2009); do echo \"$y,Something happened in that year\"; done; } | annals - --height 200px --style lists --check"
    ),
    example!(
        Undescribed,
        "date,title,description\n2010-01-01,A,One\n2010-01-02,B,Two\n2010-01-03,C,Three\n2010-01-04,D,Four\n2020,E,Five\n",
        "annals events.csv --style lists --check"
    ),
    example!(
        MarkersUnnamed,
        [],
        "{ printf 'date,title,kind\\n2010,A,\\n2020,B,\\n'; for d in $(seq 1 28); do echo \"2015-01-$d,Ratification of a treaty $d,marker\"; done; } | annals - --width 120px --check"
    ),
    example!(
        Widened,
        "date,end,title,lane
2010,2012,Alabama,a
2010,2012,Alaska,b
2010,2012,Arizona,c
2010,2012,Arkansas,d
2010,2012,California,e
2010,2012,Colorado,f
2010,2012,Delaware,g
2010,2012,Florida,h
",
        "annals events.csv --orientation vertical --width 120px --check"
    ),
    example!(
        Tall,
        [],
        "{ echo date,title; for y in $(seq 1900 1990); do echo \"$y,Something happened in that year\"; done; } | annals - --width 200px --style flags --check"
    ),
    example!(
        FewerNamed,
        "date,title,count\n2010,,5\n2011,,7\n2012,A,\n",
        "annals events.csv --style density --top 9 --check"
    ),
    example!(BreakOffered, "date,title\n1000,A\n1010,B\n1900,C\n1910,D\n"),
    example!(
        NothingToBreak,
        "date,title\n2010,A\n2011,B\n2012,C\n",
        "annals events.csv --break auto --check"
    ),
    example!(
        ColoursShared,
        "date,title,category\n2010,A,a\n2011,B,b\n2012,C,c\n2013,D,d\n2014,E,e\n2015,F,f\n2016,G,g\n2017,H,h\n2018,I,i\n"
    ),
    example!(
        ColourChanged,
        "date,title,category\n2010,A,War\n2011,B,Peace\n",
        "annals events.csv --category 'War=#ffee88' --check"
    ),
    example!(
        ColoursAlike,
        "date,title,category\n2010,A,War\n2011,B,Peace\n",
        "annals events.csv --category 'War=#aa3333' --category 'Peace=#883333' --check"
    ),
    example!(ColourUnknown, "date,title,color\n2010,A,blackish\n2011,B,\n"),
    example!(GlyphsMissing, "date,title\n2010,戦争\n2011,B\n"),
    example!(
        MarksLeftOut,
        "date,title\n2010,A\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{30a}\n2011,B\n"
    ),
    example!(
        DraftWithoutBase,
        ["article.txt" = "The war began in 1914. On Monday they met again."],
        "annals draft article.txt"
    ),
    example!(
        DraftWithoutDate,
        ["article.txt" = "The war began in 1914. They met on 03/04/1915 again."],
        "annals draft article.txt"
    ),
    example!(DraftCut, [], ""),
    example!(
        Mended,
        "date,title,kind\n2010,A,markr\n2011,B,\n",
        "annals events.csv --fix mended.csv"
    ),
    example!(NothingToMend, "date,title\n2010,A\n", "annals events.csv --fix mended.csv"),
    example!(
        SnippetText,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv -o events.svg --svg-text live --snippet typst"
    ),
    example!(OneWeight, [], ""),
    example!(UnusedFont, [], ""),
    example!(
        NoSuchCategory,
        "date,title,category\n2010,A,Trade\n2011,B,War\n",
        "annals events.csv --category Trad=teal -o events.svg"
    ),
    example!(
        CellUnused,
        "date,end,title,kind,on\n2010,2012,A,,\n2011,,B,,C\n2013,,D,,\n",
        "annals events.csv -o events.svg"
    ),
];
