//! English.

use super::Words;

pub(super) static WORDS: Words = Words {
    more: "+{} more",
    other: "Other",
    today: "Today",
    events: ["{} event", "{} events", "{} events", "{} events", "{} events"],
    at: "Timeline of {events}, {from}.",
    over: "Timeline of {events} from {from} to {to}.",
    close: " Close together lie {}.",
    crowd: ["{n} in {from}", "{n} from {from} to {to}"],
    half: " Half of them lie from {from} to {to}.",
    longest: " The longest span is {}.",
    in_order: " In order: {}.",
    eras: " Eras: {}.",
    markers: " Markers: {}.",
    holidays: " Holidays: {}.",
    week: "W{}",
    left_out: "{} left out",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["years before {}, logarithmic scale", "logarithmic scale"],
    long_times: [(1_000_000_000, "{} billion years"), (1_000_000, "{} million years")],
    fiscal: "FY{}",
};
