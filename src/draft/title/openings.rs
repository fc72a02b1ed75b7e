//! What sentences begin with before they say what happened, and marks that say nothing of it.

use super::{LONGEST, MARK, SHORTEST, TitleWords};

/// A clause without notes, spans in brackets and what only leads to it.
pub(super) fn without(text: &str, words: TitleWords<'_>) -> String {
    let bare = without_asides(without_notes(&without_spans(text)));
    let (mark, rest) = match bare.strip_prefix(MARK) {
        Some(rest) => (MARK.to_string(), rest.trim_start()),
        None => (String::new(), bare.as_str()),
    };
    let rest = without_adverb(without_joint(rest, words));
    mark + not_cleft(rest)
}

/// A text without words like "however" between commas.
fn without_asides(text: String) -> String {
    let asides =
        [", of course,", ", however,", ", therefore,", ", indeed,", ", cependant,", ", également,"];
    let text = asides.iter().fold(text, |text, aside| text.replace(aside, ""));
    without_parenthesis(&text).replace("--", " – ")
}

/// A text without what stands between two strokes of typewriters: in May--it rained--he left.
fn without_parenthesis(text: &str) -> String {
    let Some((head, rest)) = text.split_once("--") else { return text.to_owned() };
    match rest.split_once("--") {
        Some((inside, tail)) if !inside.contains(MARK) => format!("{head} {tail}"),
        _ => text.to_owned(),
    }
}

/// A text without brackets that hold nothing but a time, a number or a small word.
fn without_spans(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" (") {
        let inside = &rest[at + 2..];
        let end = inside.find(')').unwrap_or(0);
        let letters = inside[..end].chars().filter(|c| c.is_alphabetic()).count();
        // A brigadier (then).
        let is_word = (1..6).contains(&letters) && inside[..end].chars().all(char::is_lowercase);
        let is_number = letters <= 3 && inside[..end].contains(|c: char| c.is_ascii_digit());
        let is_span = is_word || is_number;
        let kept = if is_span { at } else { at + 2 };
        out.push_str(&rest[..kept]);
        rest = if is_span { &inside[end + 1..] } else { inside };
    }
    out + rest
}

/// A text without the marks of notes, as [12], and with single blanks.
fn without_notes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let digits = rest[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let is_note = digits > 0 && rest[at + 1 + digits..].starts_with(']');
        out.push_str(&rest[..if is_note { at } else { at + 1 }]);
        rest = &rest[at + 1 + if is_note { digits + 1 } else { 0 }..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A sentence without the "and" or "but" that it begins with.
pub(super) fn without_joint<'a>(text: &'a str, words: TitleWords<'_>) -> &'a str {
    let text = text.trim_start_matches(|c: char| c == MARK || c.is_whitespace());
    let Some((head, tail)) = text.split_once(' ') else { return text };
    let head = head.to_lowercase();
    let is_joint = ["but", "mais", "pero", "aber", "но", "а"].contains(&&*head)
        || words.language.joints.contains(&head.as_str());
    if is_joint && tail.chars().count() >= SHORTEST { tail } else { text }
}

/// A sentence without "However, " and the like, which say nothing of the event.
pub(super) fn without_adverb(text: &str) -> &str {
    match text.split_once(' ') {
        Some((head, tail))
            if OPENINGS.contains(&head.trim_end_matches(',').to_lowercase().as_str())
                && (head.ends_with(',') || ALONE.contains(&head.to_lowercase().as_str())) =>
        {
            tail
        }
        _ => LEADING.iter().find_map(|opening| after(text, opening)).unwrap_or(text),
    }
}

/// What follows an opening of several words.
fn after<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(opening)?;
    rest.starts_with([' ', ',', MARK]).then(|| rest.trim_start_matches([' ', ',']))
}

/// Several words that begin a sentence and say nothing of the event.
const LEADING: [&str; 4] = ["Sin embargo", "At last", "At length", "In the end"];

/// Words that begin a sentence and join it to the one before.
const OPENINGS: [&str; 24] = [
    "however",
    "moreover",
    "meanwhile",
    "finally",
    "then",
    "nevertheless",
    "subsequently",
    "later",
    "thus",
    "therefore",
    "consequently",
    "afterwards",
    "eventually",
    "cependant",
    "enfin",
    "ensuite",
    "puis",
    "toutefois",
    "finalmente",
    "luego",
    "однако",
    "наконец",
    "затем",
    "поэтому",
];

/// Those that need no comma.
const ALONE: [&str; 8] =
    ["meanwhile", "then", "finally", "eventually", "puis", "затем", "однако", "поэтому"];

/// What happened, where a sentence puts the time before it: "It was not until 1854 that …".
fn not_cleft(text: &str) -> &str {
    let small: String = text.chars().take(12).flat_map(char::to_lowercase).collect();
    let small = small.replace('’', "'").replace(MARK, "");
    let clefts = CLEFTS.iter().filter(|(opening, _)| small.starts_with(opening));
    let after = clefts.filter_map(|(_, joint)| text.split_once(joint));
    let after = after
        .filter(|(head, tail)| head.chars().count() <= LONGEST && tail.chars().count() >= SHORTEST)
        .min_by_key(|(head, _)| head.len());
    after.filter(|(head, _)| head.contains(MARK)).map_or(text, |(_, tail)| tail)
}

/// Whether a text begins as a sentence that puts one part first.
pub(super) fn is_cleft(text: &str) -> bool {
    let small = text.to_lowercase().replace('’', "'");
    CLEFTS.iter().any(|(opening, _)| small.starts_with(opening))
}

/// How sentences begin that put one part first, and the word before the rest.
const CLEFTS: [(&str, &str); 17] = [
    ("ce n'est ", " qu'"),
    ("ce n'est ", " qu’"),
    ("c'est ", " qu'"),
    ("c'est ", " qu’"),
    ("ce fut ", " qu'"),
    ("ce fut ", " qu’"),
    ("fue en ", " que "),
    ("fue el ", " cuando "),
    ("fue el ", " que "),
    ("fue hasta ", " que "),
    ("it was ", " that "),
    ("ce n'est ", " que "),
    ("c'est ", " que "),
    ("ce ne fut ", " que "),
    ("ce fut ", " que "),
    ("no fue ", " que "),
    ("fue en ", " cuando "),
];
