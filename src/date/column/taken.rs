//! What was taken of dates with several readings, in words: what they are taken for, by what
//! evidence, and which setting decides otherwise.

use super::question::{DMY, ISO, MONTH, Question, SEASON, SERIAL, UNIX};
use super::tally::Verdict;
use crate::date::parse::{YearPair, in_ascii};
use crate::date::{Century, DateOptions};
use crate::error::{Code, Message, quoted};

/// The example, and how many more there are, with the verb.
pub(super) fn several(example: &str, count: u64) -> Message {
    let example = quoted(example);
    match count.saturating_sub(1) {
        0 => format!("{example} is taken as "),
        more => format!("{example} and {more} more are taken as "),
    }
    .into()
}

/// That clock times of midnight say nothing.
pub(super) fn midnight() -> Message {
    let fact = "the day alone, as all clock times are 00:00; if they are meant, set ";
    Message::new(fact).setting_to("midnight", "time").coded(Code::MidnightTaken)
}

/// That years with a minus are those of ISO 8601, as they are padded or have a month.
pub(super) fn iso() -> Message {
    let fact = "astronomical years of ISO 8601, by which 0 is 1 BC and -0043 is 44 BC; write -44 \
                for 44 BC, or set ";
    Message::new(fact)
        .setting_to("negative-years", "iso")
        .text(" if that is meant")
        .coded(Code::NegativeYearsTaken)
}

/// What is taken; none if there is nothing to tell.
pub(super) fn words(
    question: Question,
    verdict: &Verdict,
    example: &str,
    options: &DateOptions,
) -> Option<Message> {
    let shown = verdict.evidence().map(|text| format!(", as {} shows", quoted(text)));
    let shown = shown.unwrap_or_default();
    let code = question.code();
    let message = match question {
        Question::Order => {
            let by_headers = ", as the headers are of a language that has the day first";
            let is_by_headers = matches!(verdict, Verdict::Together(_));
            order(verdict.place()?, if is_by_headers { by_headers } else { &shown })
        }
        Question::MonthYear => {
            let evidence = match verdict {
                Verdict::Together(_) => ", as the header says",
                _ => &shown,
            };
            verdict.place()?;
            let fact =
                format!("a month of a year from 1930 to 2029{evidence}; for other years set ");
            Some(Message::new(fact).setting("century"))
        }
        Question::Century => {
            let first = options.century.unwrap_or(Century::SPREADSHEET).first();
            let fact = format!(
                "a year from {first} to {}, as spreadsheets read two digits; for other years set ",
                first + 99
            );
            Some(Message::new(fact).setting("century"))
        }
        Question::ShortYear => {
            verdict.place()?;
            let fact = format!("AD {example}{shown}; for years of another century set ");
            Some(Message::new(fact).setting("century"))
        }
        Question::YearPair => pair(verdict, example, &shown),
        Question::NegativeYear => negative(verdict, example, &shown),
        Question::Number => number(verdict.place()?),
    };
    message.map(|message| message.coded(code))
}

fn order(place: usize, shown: &str) -> Option<Message> {
    let (taken, other) =
        if place == DMY { ("day, month and year", "mdy") } else { ("month, day and year", "dmy") };
    let message = Message::new(format!("{taken}{shown}; otherwise set "));
    Some(message.setting_to("date-order", other))
}

fn pair(verdict: &Verdict, example: &str, shown: &str) -> Option<Message> {
    let pair = YearPair::of(&in_ascii(example))?;
    if verdict.is_conflict() && pair.can_be_month() {
        return None;
    }
    let message = match verdict.place() {
        Some(SEASON) if pair.can_be_season() => {
            let fact = format!("a part of the year by its code in EDTF{shown}; for ranges set ");
            Message::new(fact).setting_to("year-pairs", "ranges")
        }
        Some(SEASON) => return None,
        Some(MONTH) | None if pair.can_be_month() && pair.is_hyphened() => return None,
        Some(MONTH) if pair.can_be_month() => {
            let fact = format!("a month of a year{shown}; for ranges set ");
            Message::new(fact).setting_to("year-pairs", "ranges")
        }
        _ if pair.can_be_month() => {
            let fact = format!("a range of years{shown}; for months set ");
            Message::new(fact).setting_to("year-pairs", "months")
        }
        _ if pair.can_be_range() => {
            let fact = "a range of years; for codes of EDTF set ";
            Message::new(fact).setting_to("date-notation", "edtf")
        }
        _ => return None,
    };
    Some(message)
}

fn negative(verdict: &Verdict, example: &str, shown: &str) -> Option<Message> {
    let is_zero = example.trim_end_matches(".0").bytes().all(|byte| byte == b'0');
    let message = match (verdict.place(), is_zero) {
        (Some(ISO), true) => {
            let fact = format!("1 BC, by ISO 8601{shown}; for years BC set ");
            Message::new(fact).setting_to("negative-years", "bc")
        }
        (Some(_), false) => {
            let fact = format!(
                "astronomical years of ISO 8601{shown}, by which 0 is 1 BC; for years BC set "
            );
            Message::new(fact).setting_to("negative-years", "bc")
        }
        (_, true) => {
            let fact = "the border of the eras, where 1 BC ends; by ISO 8601 it is 1 BC: set ";
            Message::new(fact).setting_to("negative-years", "iso")
        }
        (None, false) => {
            let fact = "years BC; for astronomical years of ISO 8601 set ";
            Message::new(fact).setting_to("negative-years", "iso")
        }
    };
    Some(message)
}

fn number(place: usize) -> Option<Message> {
    let what = match place {
        SERIAL => "days as spreadsheets count them",
        UNIX => "Unix times in seconds",
        _ => "Unix times in milliseconds",
    };
    let fact = format!("{what}, as the whole column is so; otherwise set ");
    Some(Message::new(fact).setting("date-numbers"))
}
