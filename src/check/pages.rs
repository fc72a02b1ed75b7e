//! What can be wrong between the pages of a figure.

use crate::date::{Instant, InstantSpan};
use crate::geometry::Size;
use std::fmt;

/// A page as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnPage {
    /// The canvas.
    pub size: Size,
    /// The events on it by their numbers, in the order of time.
    pub numbers: Vec<usize>,
    /// From when to when each of its rulers goes.
    pub rulers: Vec<InstantSpan>,
}

/// A fault, with the page that it concerns, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFault {
    /// It has another size than the first.
    Size(usize),
    /// Its events are not those that follow the ones of the pages before.
    Events(usize),
    /// Events are missing after the last page.
    Missing,
    /// One of its rulers does not begin where the one before ends.
    Time(usize),
}

impl fmt::Display for PageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PageFault::Size(page) => write!(f, "page {page} has another size than the first"),
            PageFault::Events(page) => write!(f, "the events of page {page} are not the next"),
            PageFault::Missing => f.write_str("events are missing after the last page"),
            PageFault::Time(page) => write!(f, "time does not go on at the start of page {page}"),
        }
    }
}

/// All faults of the pages of a figure of `expected` events.
pub fn page_faults(pages: &[DrawnPage], expected: usize) -> Vec<PageFault> {
    let mut found = Vec::new();
    let mut many = 0;
    let mut end: Option<Instant> = None;
    for (index, page) in pages.iter().enumerate() {
        if page.size != pages[0].size {
            found.push(PageFault::Size(index));
        }
        if !page.numbers.iter().copied().eq(many + 1..=many + page.numbers.len()) {
            found.push(PageFault::Events(index));
        }
        many += page.numbers.len();
        for &(from, to) in &page.rulers {
            if from >= to || end.is_some_and(|end| end != from) {
                found.push(PageFault::Time(index));
            }
            end = Some(to);
        }
    }
    if many != expected {
        found.push(PageFault::Missing);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three pages of two events and two rulers each.
    fn pages() -> Vec<DrawnPage> {
        let day = |day: i64| Instant::from_day(day);
        let page = |page: usize| DrawnPage {
            size: Size::new(600, 900),
            numbers: vec![2 * page + 1, 2 * page + 2],
            rulers: [0, 1]
                .map(|ruler| 2 * page as i64 + ruler)
                .map(|at| (day(at), day(at + 1)))
                .into(),
        };
        (0..3).map(page).collect()
    }

    /// The faults of the pages, one of which is spoilt.
    fn spoilt(spoil: impl FnOnce(&mut [DrawnPage])) -> Vec<PageFault> {
        let mut pages = pages();
        spoil(&mut pages);
        page_faults(&pages, 6)
    }

    #[test]
    fn sound_pages_have_no_fault_and_broken_twins_have() {
        assert_eq!(spoilt(|_| ()), []);
        assert_eq!(spoilt(|pages| pages[2].size.h += 1), [PageFault::Size(2)]);
        assert_eq!(spoilt(|pages| pages[1].numbers.swap(0, 1)), [PageFault::Events(1)]);
        let twice = spoilt(|pages| pages[1].numbers[0] = 2);
        assert_eq!(twice, [PageFault::Events(1)]);
        let lost = spoilt(|pages| pages[2].numbers.truncate(1));
        assert_eq!(lost, [PageFault::Missing]);
        let gap = spoilt(|pages| pages[1].rulers[0].0 = Instant::from_day(1));
        assert_eq!(gap, [PageFault::Time(1)]);
        assert_eq!(spoilt(|pages| pages[0].rulers[1].1 = Instant::from_day(1)).len(), 2);
    }
}
