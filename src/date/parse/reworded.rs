//! Dates whose parts stand in another order than the usual one: 17th century (second half), AD c. 300,
//! either 1880 or 1881, 1850 (±5), ore 14.30 del 3 maggio 1968.
//!
//! In: a text that no notation has read. Out: the same said in the usual order. It is read as a whole
//! then, so that nothing is lost.

/// The same date in the usual order of words; none if the text is in no other that is known.
pub(super) fn reworded(text: &str) -> Option<String> {
    let ways = [either, era_first, part_last, margin_in_brackets, thirds, twice_open, clock_word];
    ways.into_iter().find_map(|way| way(text))
}

/// "either 1880 or 1881".
fn either(text: &str) -> Option<String> {
    without_first(text, "either ").map(str::to_owned)
}

/// "AD c. 300".
fn era_first(text: &str) -> Option<String> {
    let era = ["AD ", "A.D. ", "CE "].into_iter().find(|era| text.starts_with(era))?;
    let rest = text.get(era.len()..)?;
    let (about, year) = rest.split_once(|c: char| c.is_ascii_digit()).map(|(about, _)| {
        let (about, year) = rest.split_at(about.len());
        (about.trim(), year)
    })?;
    (!about.is_empty()).then(|| format!("{about} AD {year}"))
}

/// "17th century, second half", "17th century (second half)".
fn part_last(text: &str) -> Option<String> {
    let (whole, part) = match text.strip_suffix(')') {
        Some(text) => text.split_once(" (")?,
        None => text.split_once(", ")?,
    };
    let last = part.split(' ').next_back()?.to_lowercase();
    let is_part = ["half", "quarter", "third"].contains(&last.as_str())
        || ["early", "mid", "middle", "late"].contains(&part.to_lowercase().as_str());
    let lower = whole.to_lowercase();
    let is_long =
        ["century", "centuries", "millennium", "c.", "0s"].iter().any(|unit| lower.contains(unit));
    (is_part && is_long).then(|| format!("{part} {whole}"))
}

/// "1850 (±5)".
fn margin_in_brackets(text: &str) -> Option<String> {
    let (date, margin) = text.strip_suffix(')')?.split_once('(')?;
    let margin = margin.trim();
    let is_margin = ["±", "+/-", "+-"].iter().any(|sign| margin.starts_with(sign));
    is_margin.then(|| format!("{} {margin}", date.trim()))
}

/// "mid-to-late 1920s", "early to mid-1920s".
fn thirds(text: &str) -> Option<String> {
    let joined = text.split_once("-to-").or_else(|| text.split_once(" to mid-"));
    let (from, to) = joined?;
    let mid = if text.contains(" to mid-") { "mid " } else { "" };
    Some(format!("{from} to {mid}{to}"))
}

/// "2019 - to date", "2019 – until now": a sign and a word for the same.
fn twice_open(text: &str) -> Option<String> {
    let signs = [" - ", " – ", " — ", "- ", "– "];
    let (from, to) = signs.iter().find_map(|sign| text.split_once(sign))?;
    let is_open = ["to ", "until ", "till ", "up to "].iter().any(|word| to.starts_with(word));
    is_open.then(|| format!("{from} {to}"))
}

/// "ore 14.30 del 3 maggio 1968", "a las 14:30 del 3 de mayo de 1968", "um 14.30 Uhr am 3. Mai 1968": a
/// clock time in front, and the day after a word for "of" or "on".
fn clock_word(text: &str) -> Option<String> {
    const BEFORE: [&str; 9] =
        ["alle ore ", "ore ", "alle ", "h ", "a las ", "às ", "as ", "à ", "um "];
    const AFTER: [&str; 8] =
        [" del ", " dell'", " de ", " do dia ", " le ", " am ", " h del ", " il "];
    let rest = BEFORE.iter().find_map(|word| without_first(text, word))?;
    let (clock, day) = AFTER.iter().find_map(|word| rest.split_once(word))?;
    let clock = clock.trim().trim_end_matches(" Uhr").trim_end_matches(" h");
    let hour = clock.split(['.', ':', 'h']).next()?;
    let is_clock = matches!(hour.len(), 1..=2)
        && clock.chars().all(|c| c.is_ascii_digit() || ".:h".contains(c));
    is_clock.then(|| format!("{day}, {}", clock.replace(['.', 'h'], ":")))
}

/// What follows a first word in any case of ASCII letters.
fn without_first<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| text.get(word.len()..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::reworded;

    #[test]
    fn parts_are_put_in_the_usual_order() {
        let cases = [
            ("either 1880 or 1881", "1880 or 1881"),
            ("AD c. 300", "c. AD 300"),
            ("17th century, second half", "second half 17th century"),
            ("17th century (late)", "late 17th century"),
            ("1850 (±5)", "1850 ±5"),
            ("mid-to-late 1920s", "mid to late 1920s"),
            ("early to mid-1920s", "early to mid 1920s"),
            ("2019 - to date", "2019 to date"),
            ("ore 14.30 del 3 maggio 1968", "3 maggio 1968, 14:30"),
            ("um 9.15 Uhr am 3. Mai 1968", "3. Mai 1968, 9:15"),
        ];
        for (text, expected) in cases {
            assert_eq!(reworded(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["1880 (London)", "AD 300", "12 March 2010, second copy", "um 1850"] {
            assert_eq!(reworded(text), None, "{text}");
        }
    }
}
