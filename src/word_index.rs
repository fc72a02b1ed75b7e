//! Words of all languages by their letters. It is made once a run, so that making it must cost little: words are
//! put into lists by their length and their ends, and a list has a few of them.

use std::iter;

/// Words, each with what it means, perhaps several times.
pub(crate) struct WordIndex<T> {
    /// Where each list begins in `entries`, and where the last one ends.
    starts: Vec<u32>,
    entries: Vec<(&'static str, T)>,
}

/// How many lists there are; a power of two.
const LISTS: usize = 1024;

impl<T: Copy> WordIndex<T> {
    /// The index of some words.
    pub(crate) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let words: Vec<(&'static str, T)> = words.collect();
        let mut starts = vec![0; LISTS + 1];
        for (word, _) in &words {
            starts[list(word) + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut order = vec![0; words.len()];
        for (place, (word, _)) in words.iter().enumerate() {
            let at = &mut next[list(word)];
            order[*at as usize] = place;
            *at += 1;
        }
        Self { starts, entries: order.into_iter().map(|place| words[place]).collect() }
    }

    /// What a word means, in the order in which it was given.
    pub(crate) fn get<'a>(&'a self, word: &'a str) -> impl Iterator<Item = T> + use<'a, T> {
        let list = list(word);
        let range = self.starts[list] as usize..self.starts[list + 1] as usize;
        self.entries[range].iter().filter(move |(known, _)| *known == word).map(|entry| entry.1)
    }
}

/// The list of a word.
fn list(word: &str) -> usize {
    let bytes = word.as_bytes();
    let ends = bytes.first().into_iter().chain(bytes.get(bytes.len() / 2)).chain(bytes.last());
    let parts = ends.map(|byte| usize::from(*byte)).chain(iter::once(bytes.len()));
    parts.fold(0, |sum, part| sum * 37 + part) % LISTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_all_their_meanings_in_the_order_in_which_they_were_given() {
        let words = ["may", "mai", "märz", "", "may", "мая", "m"];
        let index = WordIndex::new(words.into_iter().zip(0..));
        let found = |word: &str| index.get(word).collect::<Vec<i32>>();
        assert_eq!(found("may"), [0, 4]);
        assert_eq!((found(""), found("мая"), found("m")), (vec![3], vec![5], vec![6]));
        assert_eq!(found("mäi"), [0; 0]);
    }
}
