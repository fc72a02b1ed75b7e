//! The codes of messages, for programs: they stay when the words of messages change.
//!
//! A code that has been released keeps its number for good; a new one takes the next that is free.

macro_rules! codes {
    ($($variant:ident $id:literal $name:literal $meaning:literal)*) => {
        /// What a message says, for programs: each kind of message has a code of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// All codes: those of errors, then those of notes.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// E for an error or N for a note, and three digits.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The code in words, as `end-before-start`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What is wrong and what mends it, in a sentence or two.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    Encoding "E001" "encoding" "The bytes are no text of the encoding. Save the table as UTF-8, or name the encoding that it has."
    NulByte "E002" "nul-byte" "There is a NUL byte, which no text has. Save the table as UTF-8, or say that it is UTF-16."
    OtherFile "E003" "other-file" "The file is none that is read, such as a PDF or a Word document. Export its table as CSV or as a workbook."
    DamagedWorkbook "E004" "damaged-workbook" "The workbook breaks off or contradicts itself. Open it in a spreadsheet program and save it again."
    EncryptedWorkbook "E005" "encrypted-workbook" "The workbook is protected by a password. Save it without one."
    TooManyBytes "E006" "too-many-bytes" "The table is larger than is allowed. Shorten it, or raise the limit of bytes."
    TooManyEvents "E007" "too-many-events" "The table has more events than are allowed. Shorten it, or raise the limit of events."
    TooManyColumns "E008" "too-many-columns" "The table has more columns than are read. Remove some."
    LongCell "E009" "long-cell" "A cell is longer than any text of a figure can be. Shorten it."
    LongRow "E010" "long-row" "A row is longer than any can be, often because a quotation mark is not closed. Shorten it."
    UnknownDelimiter "E011" "unknown-delimiter" "The first line declares a delimiter that is not read. Declare a comma, a semicolon, a bar or a tab, or remove the line."
    NoEvents "E012" "no-events" "There is no event to draw. Give the table a row with a date and a title for each event."
    AllLeftOut "E013" "all-left-out" "No row is an event, as each lacks a date or a title or is a total. Give them what they lack."
    JsonSyntax "E014" "json-syntax" "The text is not JSON from this place on. Look for a comma, a quotation mark or a bracket that is missing or too many."
    RecordsUnknown "E015" "records-unknown" "The part of the document that was asked for does not exist. Choose one that the message lists."
    RecordsUnclear "E016" "records-unclear" "Several parts of the document can be the events, or none. Say which part holds them."
    NoRecord "E017" "no-record" "An element is no object or array with the values of an event. Write each event as the others are written."
    DoubledKey "E018" "doubled-key" "An object has a key twice. Remove one of them."
    CalendarEvent "E019" "calendar-event" "An event of the calendar is not closed, or its time is none. Write it as iCalendar has it."
    CalendarRule "E020" "calendar-rule" "The rule by which an event repeats is not worked out, or has no end. Set the last day that is wanted, or write its events one by one."
    Diagram "E021" "diagram" "A line of the diagram is no task or event of Mermaid that can be read. Write it as the message shows."
    NoHeader "E022" "no-header" "The first row is data, and its columns do not show what they are. Put a row of column names above the data."
    NoColumn "E023" "no-column" "The table has no column of dates, or none of titles. Rename a header, or name the column to use."
    UnknownColumn "E024" "unknown-column" "A column that an option names does not exist. Choose one of the headers."
    DoubledColumn "E025" "doubled-column" "Two columns have the same role. Rename one of them."
    CountsFromOrigin "E026" "counts-from-origin" "The dates are numbers that count from a day which is not known. Set that day, and the unit that is counted."
    TooManyCells "E027" "too-many-cells" "A row has more cells than the header. Put a cell that contains the delimiter into double quotes."
    StrayQuote "E028" "stray-quote" "Text follows a closing quotation mark. Double the quotation marks that are part of the cell."
    OpenQuote "E029" "open-quote" "A quotation mark is not closed. Add the closing one."
    SpreadsheetError "E030" "spreadsheet-error" "A cell holds an error of the spreadsheet, or a formula that was not worked out. Correct the formula and save the workbook again."
    NoValue "E031" "no-value" "A cell of JSON is an object or an array that cannot be text. Write text, a number, true, false or null."
    UnknownWord "E032" "unknown-word" "A cell of the kind or the importance has a word that is none of theirs. Choose one that the message lists."
    NotALink "E033" "not-a-link" "A link is none of the web or of mail. Begin it with https://, http:// or mailto:."
    NotACount "E034" "not-a-count" "A count is no whole number. Write digits alone."
    NotADuration "E035" "not-a-duration" "A duration cannot be read. Write a number and its unit, such as 3 days."
    EndBeforeStart "E036" "end-before-start" "An event ends before it begins. Correct one of the two dates."
    NothingKnown "E037" "nothing-known" "Neither the start nor the end of an event is known. Write one of them, or set the present that an open end stands for."
    DateEmpty "E038" "date-empty" "A date, or a part of it, is empty. Write it."
    DateTooLong "E039" "date-too-long" "A text is longer than any date. Write the date alone."
    NotADate "E040" "not-a-date" "A text is no date. Write it as 2010, 2010-03-12, 12 March 2010, c. 1450 or 44 BC."
    DateLanguage "E041" "date-language" "A word of a date is of a language that was not chosen. Set the language of the dates."
    DateMalformed "E042" "date-malformed" "The notation of a date is known, and not kept to. Write it as the message shows."
    DateIncomplete "E043" "date-incomplete" "A part of a date is missing, or has too few digits. Write it in full."
    DateOrder "E044" "date-order" "Day and month of a date can be in either order, and nothing in its column shows which. Set the order."
    DateAmbiguous "E045" "date-ambiguous" "A date has several readings, and nothing in its column shows which. Write it as one of them, or set the option that decides."
    DateNonexistent "E046" "date-nonexistent" "There is no such month, week, day or clock time. Correct it."
    DateContradictory "E047" "date-contradictory" "Two parts of a date contradict each other, or an option. Correct one of them."
    DateReversed "E048" "date-reversed" "A range of dates ends before it begins. Swap its ends."
    DateOutOfRange "E049" "date-out-of-range" "A year is further away than years are counted. Write at most 16 digits."
    SeveralDates "E050" "several-dates" "A cell has several dates that are not one together. Give each a row."
    DateUnsupported "E051" "date-unsupported" "A date is of a calendar, a reign or a zone that is not converted. Write the Gregorian date."
    DatesRefused "E052" "dates-refused" "Some dates of the table cannot be read; each was told with its reason."
    NoSentence "E053" "no-sentence" "No sentence of an article dates anything. Give a text with dates, or set its language."
    UnknownArgument "E054" "unknown-argument" "There is no such option or argument. Choose the one that was meant."
    WrongValue "E055" "wrong-value" "The value of an option is none that it takes. Choose one that the message names."
    WrongUsage "E056" "wrong-usage" "Options contradict each other, or a value is missing. Leave one out, or give the value."
    OptionsSyntax "E057" "options-syntax" "A file of options is not TOML from this place on. Correct it there."
    UnknownOption "E058" "unknown-option" "A file of options has a key that is no option. Choose the one that was meant."
    ThemeKey "E059" "theme-key" "A key or a value of a custom theme cannot be used. Write it as the message shows."
    UnfitFile "E060" "unfit-file" "A file that an option names is too large, or not of the kind that is needed. Give another."
    UnfitFont "E061" "unfit-font" "A font that is given cannot be used. Give a TrueType or OpenType file with outlines."
    NoPass "E062" "no-pass" "A limit of 0 lets nothing through. Give 1 or more."
    DoubledRole "E063" "doubled-role" "A role is given to two columns. Give it once."
    NoSheet "E064" "no-sheet" "The workbook has no such sheet, or it is a chart. Choose a sheet that the message lists."
    EndsSwapped "E065" "ends-swapped" "The last date that is shown, or the end of a shaded period, is before the first. Swap them."
    NothingInRange "E066" "nothing-in-range" "No event lies in the range that is shown. Widen it."
    NoSuchLane "E067" "no-such-lane" "The order of lanes names one that does not exist. Choose among the lanes that the message lists."
    UnknownMoment "E068" "unknown-moment" "A marker has a date that is not known. Give it one."
    Break "E069" "break" "A break of the time axis is refused: it hides an event, overlaps another or contradicts one. Give each empty stretch once."
    BreaksCrowded "E070" "breaks-crowded" "The signs of the breaks leave no room for the time axis. Leave some out, or draw a larger figure."
    EvenScale "E071" "even-scale" "A logarithmic scale has no breaks, counts or units of the calendar. Leave one of the two out."
    LogScale "E072" "log-scale" "A logarithmic scale is for ages that count back from the present. Leave it out for other dates."
    TooManyTicks "E073" "too-many-ticks" "The unit of the time axis is too fine for the figure. Choose a coarser one, or leave it out."
    OfAnotherForm "E074" "of-another-form" "An option belongs to a form of figure that is not drawn, or that the table does not allow. Leave it out, or choose that form."
    WrongDirection "E075" "wrong-direction" "The form of figure has its time axis in one direction alone. Leave the other out."
    TooLow "E076" "too-low" "The height is too low for the figure. Give it more, or leave it out."
    TooNarrow "E077" "too-narrow" "The width is too narrow for the figure. Give it more."
    TooWide "E078" "too-wide" "The labels need a figure that is wider than can be shown. Draw fewer events, or give a greater width."
    TooTall "E079" "too-tall" "The texts need a figure that is higher than can be shown. Draw fewer events, or shorten their texts."
    Background "E080" "background" "The background hides words of the theme, or the theme has two grounds. Choose another of the two."
    NoLetters "E081" "no-letters" "No font has the letters of the language. Give a font that has them."
    Resolution "E082" "resolution" "The resolution is out of range. Give 10 to 2400 pixels per inch."
    PictureTooLarge "E083" "picture-too-large" "The picture has more pixels, or a page more points, than readers show. Give a smaller figure or a lower resolution."
    PdfStandard "E084" "pdf-standard" "The PDF cannot keep to the standards that are asked for. Ask for one of them, or leave it out."
    FontNotEmbedded "E085" "font-not-embedded" "A font cannot be embedded in an SVG. Draw its text as outlines."
    OutputFormat "E086" "output-format" "The name of an output does not end in a format. End it in one that the message lists."
    OutputTwice "E087" "output-twice" "One output is given twice, or would hold several figures. Name each once, or by the name of its table."
    OutputIsInput "E088" "output-is-input" "An output is a file that is read. Give the output another name."
    TwoTexts "E089" "two-texts" "Words and a picture cannot both go to standard output. Give one of them a file."
    NotForTerminals "E090" "not-for-terminals" "A picture of bytes is no text for a terminal. Give it a file, or send it into a pipe."
    CannotRead "E091" "cannot-read" "A file cannot be read. Check its name and its permissions."
    CannotWrite "E092" "cannot-write" "A file cannot be written. Choose a place with room that may be written to."
    SnippetFormat "E093" "snippet-format" "The document cannot show any of the formats that are written. Write one that it can."
    SnippetName "E094" "snippet-name" "The document cannot name the output. Give it another name."
    Internal "E095" "internal" "The program itself is at fault; nothing was written. Please report it with the table."
    Further "E096" "further" "A table has more errors than are told one by one; these are counted by their kinds. Mend the first, which often mends many."
    UnknownTypeface "E097" "unknown-typeface" "The typeface is neither a font file nor one of the system's. Give a file, or a name that the system has."
    DatedLine "E098" "dated-line" "A line of a list of dated lines has no date, or nothing after it. Write a date, a colon or a dash, and what happened."
    ColumnsIgnored "N001" "columns-ignored" "Columns without a role are not drawn. Name the role if one is meant."
    ColumnTaken "N002" "column-taken" "A column was taken for its cells or for a header that is near. Name another if it is wrong."
    ColumnRival "N003" "column-rival" "Another column could have the role, too. Name it to use it."
    YearTaken "N004" "year-taken" "A column of years is used where the date is blank. Name the year column as the date to use it alone."
    WideTable "N005" "wide-table" "Each row is a lane, and each of several columns of dates an event in it. Name one as the date to draw it alone."
    RowsLeftOut "N006" "rows-left-out" "Rows without a date or a title, totals and remarks are not drawn. Give them what they lack if they are events."
    MarksTaken "N007" "marks-taken" "Footnote marks were taken off cells."
    MarkupTaken "N008" "markup-taken" "HTML in cells is taken as plain text."
    RowsPassedOver "N009" "rows-passed-over" "Rows above the header are passed over."
    HeaderInferred "N010" "header-inferred" "There is no header row; the columns are told by their cells. Put a row of names above the data."
    TableTurned "N011" "table-turned" "The table lies on its side and is read by columns."
    DelimiterTaken "N012" "delimiter-taken" "The delimiter was told by the look of the rows. Declare it in a first line if it is wrong."
    EncodingTaken "N013" "encoding-taken" "The text is not UTF-8 and is read as windows-1252. Name its encoding if it is another."
    NoParts "N014" "no-parts" "A part or a sheet is asked for of a table that has none. Leave that out."
    PartTaken "N015" "part-taken" "One of several tables of a document or a workbook is read. Name another to read it."
    HiddenRead "N016" "hidden-read" "Hidden rows or a hidden sheet are read, too. Delete what is not meant."
    MergedRead "N017" "merged-read" "Cells take the text of the merged cell that they are part of."
    CalendarTaken "N018" "calendar-taken" "Parts of a calendar are left out, or their zone is. Write them as events if they are meant."
    TitleNotTaken "N019" "title-not-taken" "The title of a diagram is not taken. Set it to have it above the figure."
    DateOrderTaken "N020" "date-order-taken" "Day and month are in the order that other cells of the column show. Set the order if it is another."
    CenturyTaken "N021" "century-taken" "Years of two digits are read as years of a certain century. Set it if it is another."
    YearPairsTaken "N022" "year-pairs-taken" "A year and two digits are read as their column shows. Set their meaning if it is another."
    NegativeYearsTaken "N023" "negative-years-taken" "Years with a minus are read as their column shows. Set how they are counted if it is otherwise."
    DateNumbersTaken "N024" "date-numbers-taken" "Long numbers are read as days of a spreadsheet or as Unix times. Set their meaning if it is another."
    LanguageTaken "N025" "language-taken" "Dates are read in the language of the months of their column. Set the language if it is another."
    MidnightTaken "N026" "midnight-taken" "Clock times of 00:00 are read as the day alone. Set their meaning if they are meant."
    ZoneTaken "N027" "zone-taken" "Clock times without a zone are taken as those of the time axis. Set the zone if it is another."
    OutsideRange "N028" "outside-range" "Events outside the range that is shown are left out."
    SpansCut "N029" "spans-cut" "Spans that go beyond the range are cut there, drawn as going on."
    Unlabelled "N030" "unlabelled" "Events have a mark but no label, as the height has no room. A greater height or importance gives one."
    Undescribed "N031" "undescribed" "Events are drawn without their descriptions. Labels of their own show them."
    MarkersUnnamed "N032" "markers-unnamed" "Markers have a line, but no room for a name."
    Widened "N033" "widened" "The figure is wider than asked, as the labels do not fit."
    Tall "N034" "tall" "The figure is higher than its page. A greater width makes it lower."
    FewerNamed "N035" "fewer-named" "Fewer events are named than asked. A greater height has more room."
    BreakOffered "N036" "break-offered" "A long stretch of the time axis is empty. A break leaves it out."
    NothingToBreak "N037" "nothing-to-break" "A break is asked for, but no empty stretch is long enough."
    ColoursShared "N038" "colours-shared" "More categories than colours: the last of them share a grey."
    ColourChanged "N039" "colour-changed" "A colour is darkened or lightened, as it could not be seen on the ground."
    ColoursAlike "N040" "colours-alike" "Not all eyes tell two colours apart. Shapes add another sign."
    ColourUnknown "N041" "colour-unknown" "A text in the column of colours is none. Write a colour by its name or as #1f2328."
    GlyphsMissing "N042" "glyphs-missing" "No font has a letter of the texts, and boxes are drawn for it. Give a font that has it."
    MarksLeftOut "N043" "marks-left-out" "A letter carries more marks than can be drawn; the others are left out."
    DraftWithoutBase "N044" "draft-without-base" "Dates of an article are left out, as nothing says what they are counted from. Say when it was written."
    DraftWithoutDate "N045" "draft-without-date" "Dates of an article are left out, as they have no reading or several. Set the order of day and month."
    DraftCut "N046" "draft-cut" "An article has more dates than a draft holds. Give it in parts."
    Mended "N047" "mended" "A cell of the mended copy is other than in the table."
    NothingToMend "N048" "nothing-to-mend" "The table has no fault; its copy is the same."
    SnippetText "N049" "snippet-text" "The document sets the text of the picture in a font of its own. Draw the text as outlines, or write another format."
    OneWeight "N050" "one-weight" "The typeface has one weight, so that names are not set off. Give a file for regular and one for bold."
    UnusedFont "N051" "unused-font" "A font that is given for missing letters is not used, as none is missing. To change the typeface, name it as such."
    NoSuchCategory "N052" "no-such-category" "A colour is given to a category that no event has. Write the name as the table has it."
    CellUnused "N053" "cell-unused" "A cell says something that is not drawn: the end of a marker, or a span that no event is for a milestone. Correct or empty it."
}

impl Code {
    /// The code with this [`Code::id`] or [`Code::name`], in any case of letters.
    pub fn named(text: &str) -> Option<Self> {
        let is_it = |word: &str| word.eq_ignore_ascii_case(text.trim());
        Self::ALL.iter().copied().find(|code| is_it(code.id()) || is_it(code.name()))
    }

    /// What it is about, in a word: `table`, `limit`, `empty`, `header`, `row`, `value`, `order`,
    /// `date`, `ambiguous`, `option`, `system`, `internal`, `further` or `note`.
    pub fn kind(self) -> &'static str {
        match self {
            _ if self.is_note() => "note",
            Self::Internal => "internal",
            Self::Further => "further",
            Self::CannotRead | Self::CannotWrite | Self::OutputIsInput => "system",
            Self::DateOrder => "ambiguous",
            Self::EndBeforeStart => "order",
            _ if self <= Self::EncryptedWorkbook => "table",
            _ if self <= Self::LongRow => "limit",
            Self::NoEvents | Self::AllLeftOut => "empty",
            Self::NoRecord | Self::DoubledKey | Self::CalendarEvent => "row",
            Self::CalendarRule | Self::Diagram | Self::DatedLine => "row",
            _ if self <= Self::RecordsUnclear => "table",
            Self::CountsFromOrigin => "table",
            _ if self <= Self::DoubledColumn => "header",
            _ if self <= Self::OpenQuote => "row",
            _ if self <= Self::NotADuration => "value",
            _ if self <= Self::DatesRefused => "date",
            _ => "option",
        }
    }

    /// Whether it is a code of notes, which stop nothing.
    pub fn is_note(self) -> bool {
        self.id().starts_with('N')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_numbered_without_gaps_and_named_once() {
        for (letter, is_note) in [('E', false), ('N', true)] {
            let codes = Code::ALL.iter().filter(|code| code.is_note() == is_note);
            for (at, code) in codes.enumerate() {
                assert_eq!(code.id(), format!("{letter}{:03}", at + 1));
            }
        }
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert_eq!(Code::named(" e044 "), Some(Code::DateOrder));
        assert_eq!(Code::named("date-order"), Some(Code::DateOrder));
        assert_eq!(Code::named("E999"), None);
    }

    #[test]
    fn meanings_are_sentences() {
        for code in Code::ALL {
            assert!(code.meaning().ends_with('.') && code.meaning().len() < 200, "{code:?}");
        }
    }
}
