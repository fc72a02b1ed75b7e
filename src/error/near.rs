//! Words that are nearly the same: the remedy for a slip of the pen.

use super::quoted;

/// Edits that a slip of the pen may take in a word of so many letters.
fn slip_of(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    }
}

/// A question in brackets whether the word that is nearest was meant; empty if none is near.
pub fn meant(near: Option<&str>) -> String {
    near.map_or(String::new(), |near| format!(" (did you mean {}?)", quoted(near)))
}

/// The one of `candidates` that is nearest to any of `words`, if a slip of the pen apart; of
/// equally near ones the first.
pub fn nearest<'a>(candidates: impl Iterator<Item = &'a str>, words: &[&str]) -> Option<&'a str> {
    candidates
        .filter_map(|candidate| Some((slip(candidate, words)?, candidate)))
        .min_by_key(|&(edits, _)| edits)
        .map(|(_, candidate)| candidate)
}

/// Edits from `candidate` to the nearest of `words`, if few enough.
fn slip(candidate: &str, words: &[&str]) -> Option<usize> {
    let folded: Vec<char> = candidate.to_lowercase().chars().collect();
    let near = |word: &&str| {
        let letters = word.chars().count();
        // Words of very different length need no counting.
        let could = letters.abs_diff(folded.len()) <= slip_of(letters);
        let edits = if could { distance(&folded, word) } else { usize::MAX };
        Some(edits).filter(|&edits| edits <= slip_of(letters))
    };
    words.iter().filter_map(near).min()
}

/// Insertions, deletions, replacements and exchanges of neighbours from one word to the other
/// (the distance of optimal string alignment).
fn distance(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=from.len()).collect()];
    for (row, wanted) in to.iter().enumerate() {
        let above = &rows[row];
        let mut line = vec![row + 1];
        for (at, c) in from.iter().enumerate() {
            let mut edits = (above[at] + usize::from(c != wanted)).min(above[at + 1] + 1);
            if row > 0 && at > 0 && *c == to[row - 1] && from[at - 1] == *wanted {
                edits = edits.min(rows[row - 1][at - 1] + 1);
            }
            line.push(edits.min(line[at] + 1));
        }
        rows.push(line);
    }
    rows[to.len()][from.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let cases = [
            ("date", "date", 0),
            ("dat", "date", 1),
            ("daet", "date", 1),
            ("ca", "abc", 3),
            ("", "year", 4),
            ("kitten", "sitting", 3),
            ("größe", "grosse", 3),
        ];
        for (from, to, edits) in cases {
            let from: Vec<char> = from.chars().collect();
            assert_eq!(distance(&from, to), edits, "{to}");
        }
    }

    #[test]
    fn the_nearest_header_is_offered_and_a_far_one_is_not() {
        let near = |headers: &[&'static str]| nearest(headers.iter().copied(), &["date", "year"]);
        assert_eq!(near(&["id", "Datum", "Dates"]), Some("Dates"));
        assert_eq!(near(&["Yeer", "Dat"]), Some("Yeer"));
        assert_eq!(near(&["Released", "id", "page"]), None);
        assert_eq!(near(&[]), None);
    }
}
