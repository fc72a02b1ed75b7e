//! English.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "+{} more",
    other: "Other",
    remarks: [
        "Marks without a label: {}.",
        "Descriptions in the table alone: {}.",
        "Descriptions are in the table.",
    ],
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
    page: "{n} of {all}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["years before {}, logarithmic scale", "logarithmic scale"],
    long_times: [(1_000_000_000, "{} billion years"), (1_000_000, "{} million years")],
    fiscal: "FY{}",
    density: DensityWords {
        per: [
            "Events per second",
            "Events per minute",
            "Events per hour",
            "Events per day",
            "Events per week",
            "Events per month",
            "Events per year",
        ],
        per_time: "Events per {}",
        running: "Under way at once",
        named: ["{events}.", "{events}, {n} named."],
        spread: "Paler: spread over the time that is known.",
        most: " Most: {n}, {when}.",
    },
};
