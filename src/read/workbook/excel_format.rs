//! Excel's number formats: which parts of a date a format code shows.

use super::shown::{Shown, ShownClock, ShownDate, ShownDay};

/// How a format that every workbook knows by its number shows a value.
pub(super) fn builtin(number: u32) -> Shown {
    match number {
        14..=16 => Shown::DAY,
        17 => Shown::Date(ShownDate { day: Some(ShownDay::Month), clock: None }),
        18 | 20 => Shown::clock(ShownClock::Minute),
        19 | 21 | 45 => Shown::clock(ShownClock::Second),
        22 => Shown::moment(ShownClock::Minute),
        46 => Shown::Elapsed,
        47 => Shown::clock(ShownClock::Fraction),
        // Of East Asia; what they show depends on the language of the program.
        32..=35 => Shown::clock(ShownClock::Second),
        27..=31 | 36 | 50..=58 => Shown::DAY,
        _ => Shown::Number,
    }
}

/// A part of a date in a format code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormatPart {
    Year,
    /// A month, or minutes beside hours or seconds.
    MonthOrMinute,
    Day,
    Hour,
    Second,
    /// A fraction of the second.
    Fraction,
    /// Hours, minutes or seconds that go on past the day.
    Elapsed,
}

/// How a format code shows a value.
pub(super) fn shown(code: &str) -> Shown {
    let Some(parts) = parts(code) else { return Shown::Number };
    if parts.contains(&FormatPart::Elapsed) {
        return Shown::Elapsed;
    }
    let has = |part: FormatPart| parts.contains(&part);
    let (months, minutes) = months_and_minutes(&parts);
    let day = match () {
        () if has(FormatPart::Day) => Some(ShownDay::Day),
        () if months => Some(ShownDay::Month),
        () if has(FormatPart::Year) => Some(ShownDay::Year),
        () => None,
    };
    let clock = match () {
        () if has(FormatPart::Fraction) => Some(ShownClock::Fraction),
        () if has(FormatPart::Second) => Some(ShownClock::Second),
        () if has(FormatPart::Hour) || minutes => Some(ShownClock::Minute),
        () => None,
    };
    match (day, clock) {
        (None, None) => Shown::Number,
        // A date with a clock time is shown in full, whatever is left out.
        (Some(_), Some(clock)) => Shown::moment(clock),
        (day, clock) => Shown::Date(ShownDate { day, clock }),
    }
}

/// Whether there are months, and whether there are minutes: what may be either are minutes after
/// hours and before seconds.
fn months_and_minutes(parts: &[FormatPart]) -> (bool, bool) {
    let (mut months, mut minutes) = (false, false);
    for (at, part) in parts.iter().enumerate() {
        if *part == FormatPart::MonthOrMinute {
            let before = at.checked_sub(1).and_then(|before| parts.get(before));
            let is_minute =
                before == Some(&FormatPart::Hour) || parts.get(at + 1) == Some(&FormatPart::Second);
            *(if is_minute { &mut minutes } else { &mut months }) = true;
        }
    }
    (months, minutes)
}

/// The parts of a date in the first section of a code, in their order; none if it is for numbers.
fn parts(code: &str) -> Option<Vec<FormatPart>> {
    let (mut parts, mut rest) = (Vec::new(), code);
    while let Some(letter) = rest.chars().next() {
        let run: usize = match letter {
            ';' => break,
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            '[' => {
                let end = rest.find(']').map_or(rest.len(), |end| end + 1);
                parts.extend(elapsed(&rest[..end]));
                end
            }
            '\\' | '_' | '*' => rest.chars().take(2).map(char::len_utf8).sum(),
            // A number with an exponent, a fraction or digits, unless they are those of seconds.
            '0' | '#' | '?' if parts.last() != Some(&FormatPart::Second) => return None,
            '0' => {
                parts.push(FormatPart::Fraction);
                rest.len() - rest.trim_start_matches('0').len()
            }
            'G' | 'g' if starts(rest, "general") => return None,
            'A' | 'a' if starts(rest, "am/pm") => 5,
            'A' | 'a' if starts(rest, "a/p") => 3,
            letter => {
                let letter = letter.to_ascii_lowercase();
                let same = |c: &char| c.to_ascii_lowercase() == letter;
                parts.extend(part_of(letter));
                rest.chars().take_while(same).map(char::len_utf8).sum()
            }
        };
        rest = rest.get(run..).unwrap_or_default();
    }
    Some(parts)
}

/// Whether a text begins with these ASCII letters, in any case.
fn starts(text: &str, letters: &str) -> bool {
    text.get(..letters.len()).is_some_and(|head| head.eq_ignore_ascii_case(letters))
}

fn part_of(letter: char) -> Option<FormatPart> {
    Some(match letter {
        // The year of an era, and of the Buddhist calendar.
        'y' | 'e' | 'b' => FormatPart::Year,
        'm' => FormatPart::MonthOrMinute,
        // Days of the week are days, too.
        'd' | 'a' => FormatPart::Day,
        'h' => FormatPart::Hour,
        's' => FormatPart::Second,
        _ => return None,
    })
}

/// What stands in brackets, if it is a length of time: `[h]`, `[mm]`.
fn elapsed(bracketed: &str) -> Option<FormatPart> {
    let inner = bracketed.trim_matches(['[', ']']).to_ascii_lowercase();
    let first = inner.chars().next().filter(|first| matches!(first, 'h' | 'm' | 's'))?;
    inner.chars().all(|letter| letter == first).then_some(FormatPart::Elapsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_show_what_they_say() {
        let date = |day, clock| Shown::Date(ShownDate { day, clock });
        let (year, month) = (date(Some(ShownDay::Year), None), date(Some(ShownDay::Month), None));
        let cases = [
            ("General", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("#,##0 \"days\"", Shown::Number),
            ("0\" y\"", Shown::Number),
            ("@", Shown::Number),
            ("[Red]0;[Blue]-0", Shown::Number),
            ("yyyy", year),
            ("yy", year),
            ("[$-411]ggge\"年\"", year),
            ("mmm yyyy", month),
            ("mmm\\-yy", month),
            ("mmmm", month),
            ("[$-409]mmmm\\ yyyy;@", month),
            ("yyyy\"年\"m\"月\"", month),
            ("dd/mm/yyyy", Shown::DAY),
            ("d-mmm", Shown::DAY),
            ("dddd", Shown::DAY),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shown::DAY),
            ("DD.MM.YYYY", Shown::DAY),
            ("yyyy-mm-dd hh:mm", Shown::moment(ShownClock::Minute)),
            ("m/d/yy h:mm AM/PM", Shown::moment(ShownClock::Minute)),
            ("yyyy\\-mm\\-dd\\Thh:mm:ss", Shown::moment(ShownClock::Second)),
            ("h:mm", Shown::clock(ShownClock::Minute)),
            ("mm:ss", Shown::clock(ShownClock::Second)),
            ("mm:ss.0", Shown::clock(ShownClock::Fraction)),
            ("[h]:mm", Shown::Elapsed),
            ("[mm]:ss", Shown::Elapsed),
            ("\"", Shown::Number),
            ("[", Shown::Number),
            ("\\", Shown::Number),
            ("", Shown::Number),
        ];
        for (code, expected) in cases {
            assert_eq!(shown(code), expected, "{code}");
        }
    }
}
