//! Words that are nearly the same: the remedy for a slip of the pen.

/// Edits that a slip of the pen may take.
const SLIP: usize = 2;

/// The one of `candidates` that is nearest to any of `words`, if a slip of the pen apart; of
/// equally near ones the first.
pub(crate) fn nearest<'a>(
    candidates: impl Iterator<Item = &'a str>,
    words: &[&str],
) -> Option<&'a str> {
    candidates
        .filter_map(|candidate| Some((slip(candidate, words)?, candidate)))
        .min_by_key(|&(edits, _)| edits)
        .map(|(_, candidate)| candidate)
}

/// Edits from `candidate` to the nearest of `words`, if few enough.
fn slip(candidate: &str, words: &[&str]) -> Option<usize> {
    let folded: Vec<char> = candidate.to_lowercase().chars().collect();
    let near = |word: &&&str| word.chars().count().abs_diff(folded.len()) <= SLIP;
    let edits = words.iter().filter(near).map(|word| distance(&folded, word)).min()?;
    Some(edits).filter(|&edits| edits <= SLIP)
}

/// Levenshtein's distance: insertions, deletions and replacements from one word to the other.
fn distance(from: &[char], to: &str) -> usize {
    let mut above: Vec<usize> = (0..=from.len()).collect();
    for (row, wanted) in to.chars().enumerate() {
        let mut left = row + 1;
        let mut line = vec![left];
        for (&c, pair) in from.iter().zip(above.windows(2)) {
            let &[corner, up] = pair else { continue };
            left = (corner + usize::from(c != wanted)).min(up + 1).min(left + 1);
            line.push(left);
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let cases = [
            ("date", "date", 0),
            ("dat", "date", 1),
            ("daet", "date", 2),
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
        assert_eq!(near(&["Released", "id"]), None);
        assert_eq!(near(&[]), None);
    }
}
