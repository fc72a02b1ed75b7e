//! How wide text becomes in faces that stand in for the figure's own where that is not installed:
//! Calibri or Carlito, Arial or Liberation Sans.
//!
//! The numbers are the greater of the advances of Carlito and Liberation Sans, which are those of
//! Calibri and Arial; `tests/by_hand/pptx/widths.py` prints them from the fonts.

use crate::geometry::Sub;
use crate::text::{Line, Weight};

/// Thousandths of an em, from the blank to the tilde, regular.
const REGULAR: [u16; 95] = [
    278, 326, 401, 557, 557, 890, 683, 221, 334, 334, 499, 584, 278, 334, 278, 387, 557, 557, 557,
    557, 557, 557, 557, 557, 557, 557, 278, 278, 584, 584, 584, 557, 1016, 667, 667, 723, 723, 667,
    611, 778, 723, 278, 500, 667, 557, 855, 723, 778, 667, 778, 723, 667, 611, 723, 667, 944, 667,
    667, 611, 307, 387, 307, 499, 557, 334, 557, 557, 500, 557, 557, 306, 557, 557, 230, 240, 500,
    230, 834, 557, 557, 557, 557, 349, 500, 335, 557, 500, 723, 500, 500, 500, 334, 461, 334, 584,
];

/// The same, bold.
const BOLD: [u16; 95] = [
    278, 334, 475, 557, 557, 890, 723, 238, 334, 334, 499, 584, 278, 334, 278, 430, 557, 557, 557,
    557, 557, 557, 557, 557, 557, 557, 334, 334, 584, 584, 584, 611, 976, 723, 723, 723, 723, 667,
    611, 778, 723, 278, 557, 723, 611, 875, 723, 778, 667, 778, 723, 667, 611, 723, 667, 944, 667,
    667, 611, 334, 430, 334, 584, 557, 334, 557, 611, 557, 611, 557, 334, 611, 611, 278, 278, 557,
    278, 890, 611, 611, 611, 611, 390, 557, 347, 611, 557, 778, 557, 557, 500, 390, 476, 390, 584,
];

/// What other characters are taken to need: no letter of these faces is much wider.
const OTHER: u16 = 1000;
/// The same for letters that are a Latin one with a mark, Greek or Cyrillic ones, and punctuation.
const LETTER: u16 = 640;

/// The width that a line needs in the widest of its own face and those that stand in for it.
pub(super) fn widest(line: &Line) -> Sub {
    let table = if line.style.weight == Weight::Regular { &REGULAR } else { &BOLD };
    let advance = |c: char| {
        let place = u32::from(c).checked_sub(32).and_then(|place| usize::try_from(place).ok());
        let known = place.and_then(|place| table.get(place));
        let other = if matches!(c, '\u{A0}'..='\u{52F}' | '\u{2010}'..='\u{203A}') {
            LETTER
        } else {
            OTHER
        };
        u64::from(known.copied().unwrap_or(other))
    };
    let thousandths: u64 = line.text.chars().map(advance).sum();
    let size = u64::from(line.style.size.unsigned_abs());
    let width = (thousandths * size).div_ceil(1000);
    // A hundredth more, as programs round letters to their pixels.
    let own = line.width + line.width / 100;
    Sub::try_from(width).unwrap_or(Sub::MAX / 4).max(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::px;
    use crate::text::{Fonts, Style};

    #[test]
    fn text_has_room_in_wider_faces() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let line = |text: &str| Fonts::bundled().line(text, Style { size: px(12.0), weight });
            let words = line("CASA-1000 agreement signed");
            assert!(widest(&words) > words.width * 21 / 20, "Arial is wider");
            assert!(widest(&words) < words.width * 5 / 4);
            let narrow = line("");
            assert_eq!(widest(&narrow), 0);
            assert!(widest(&line("Žižkov — Łódź")) >= line("Žižkov — Łódź").width);
        }
    }
}
