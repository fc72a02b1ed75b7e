//! The order of names in which numbers count as numbers: Group 2 before Group 10, and Second before
//! Tenth.

use std::cmp::Ordering;

/// The ordinals of English from the first on, as in the names of articles and symphonies.
const ONES: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
/// Those of the tens from the twentieth on, and what of each begins a compound.
const TENS: [(&str, &str); 8] = [
    ("twentieth", "twenty"),
    ("thirtieth", "thirty"),
    ("fortieth", "forty"),
    ("fiftieth", "fifty"),
    ("sixtieth", "sixty"),
    ("seventieth", "seventy"),
    ("eightieth", "eighty"),
    ("ninetieth", "ninety"),
];

/// A name in its natural order among others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NaturalName<'a>(pub(crate) &'a str);

impl Ord for NaturalName<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = (self.0, other.0);
        while !left.is_empty() && !right.is_empty() {
            let [(a, rest_left), (b, rest_right)] = [left, right].map(split);
            let order = a.cmp(&b);
            if order != Ordering::Equal {
                return order;
            }
            (left, right) = (rest_left, rest_right);
        }
        // Equal but for zeros and capitals, the shorter first.
        left.len().cmp(&right.len()).then_with(|| self.0.cmp(other.0))
    }
}

impl PartialOrd for NaturalName<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for NaturalName<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for NaturalName<'_> {}

/// A part of a name, in the order of these kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NamePart<'a> {
    /// Digits without the zeros before them: the more of them, the greater.
    Number(usize, &'a str),
    /// Letters, or what is neither letter nor digit. Ordinals stand together, where the first of
    /// them would by itself.
    Text(&'a str, usize),
}

/// A text's first run of digits, of letters, or of anything else, and what follows.
fn split(text: &str) -> (NamePart<'_>, &str) {
    if let Some((rank, rest)) = ordinal(text) {
        let is_capital = text.starts_with(|c: char| c.is_ascii_uppercase());
        return (NamePart::Text(if is_capital { "First" } else { "first" }, rank), rest);
    }
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
    let first = text.chars().next().map(kind);
    let end = text.find(|c: char| Some(kind(c)) != first).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    let part = match first {
        Some((true, _)) => {
            let digits = run.trim_start_matches('0');
            NamePart::Number(digits.len(), digits)
        }
        _ => NamePart::Text(run, 0),
    };
    (part, rest)
}

/// The ordinal that a text begins with, as a number, and what follows.
fn ordinal(text: &str) -> Option<(usize, &str)> {
    let (word, rest) = word(text);
    if let Some(place) = ONES.iter().position(|one| one.eq_ignore_ascii_case(word)) {
        return Some((place + 1, rest));
    }
    let (place, (whole, _)) = (2..).zip(TENS).find(|(_, (whole, part))| {
        whole.eq_ignore_ascii_case(word) || part.eq_ignore_ascii_case(word)
    })?;
    if whole.eq_ignore_ascii_case(word) {
        return Some((place * 10, rest));
    }
    let (last, after) = self::word(rest.strip_prefix(['-', ' '])?);
    let one = ONES[..9].iter().position(|one| one.eq_ignore_ascii_case(last))?;
    Some((place * 10 + one + 1, after))
}

/// The letters that a text begins with, and what follows.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| NaturalName(name));
        names
    }

    #[test]
    fn numbers_in_names_are_in_their_order() {
        let expected =
            ["9", "10", "A", "Group", "Group 1", "Group 2", "Group 02b", "Group 10", "é"];
        assert_eq!(
            sorted(&["Group 10", "Group 2", "Group 1", "Group 02b", "A", "Group", "9", "10", "é"]),
            expected
        );
    }

    #[test]
    fn ordinals_are_in_their_order() {
        let expected = ["Eroica", "First", "Second", "Twelfth", "Twentieth", "Twenty-first", "Two"];
        let mut names = expected;
        names.reverse();
        assert_eq!(sorted(&names), expected);
        assert_eq!(sorted(&["the tenth", "the second prize"]), ["the second prize", "the tenth"]);
        assert_eq!(sorted(&["Firstly", "First"]), ["First", "Firstly"]);
    }

    proptest! {
        #[test]
        fn the_order_is_total(
            names in prop::array::uniform3("([a0-2 -]|First|second|Twenty|Third){0,4}"),
        ) {
            let [a, b, c] = names.each_ref().map(|name| NaturalName(name));
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }
    }
}
