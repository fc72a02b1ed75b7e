//! Examples of figures that cannot be drawn as asked.

use super::{Example, example};

pub(super) const ALL: &[Example] = &[
    example!(
        TooLow,
        "date,title\n2010,A\n2011,B\n2012,C\n2013,D\n2014,E\n",
        "annals events.csv --style flags --width 120px --height 120px --check"
    ),
    example!(
        TooNarrow,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --style chronicle --width 120px --check"
    ),
    example!(TooWide, [], ""),
    example!(TooTall, [], ""),
    example!(
        Background,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --background '#333333' --check"
    ),
    example!(NoLetters, "date,title\n2010,A\n2011,B\n", "annals events.csv --locale ja --check"),
    example!(Resolution, "date,title\n2010,A\n2011,B\n", "annals events.csv --dpi 5 --check"),
    example!(
        PictureTooLarge,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --width 100in --dpi 2400 -o events.png"
    ),
    example!(
        PdfStandard,
        "date,title\n2010,A\n2011,B\n",
        "annals events.csv --pdf-standard a-2b,a-3a -o events.pdf"
    ),
    example!(FontNotEmbedded, [], ""),
];
