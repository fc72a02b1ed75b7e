//! Figures for a place with a height of its own, a slide or a card: they fill it.
//!
//! Type is as large as leaves out no name, no description and no date; where none does, as leaves
//! out the least. Forms are chosen anew for each size of type.

use crate::error::{Note, Result};
use crate::figure::Figure;
use crate::options::{FigureOptions, Length, ThemeChoice};

/// Sizes of type that are tried, the largest first, in hundredths of that of the place.
const SCALES: [u16; 6] = [150, 125, 100, 85, 75, 65];
/// Type is no smaller than that for the sake of dates alone.
const LEAST_FOR_DATES: u16 = 85;
/// That of a house style, which sets its sizes itself.
const OWN: [u16; 1] = [100];

/// A figure with its notes.
type Noted = (Figure, Vec<Note>);

/// The figure that fills its place best, by what composes it with options at a size of type; none
/// where the place has no height of its own, or nothing fits into it.
pub(crate) fn filling(
    options: &FigureOptions,
    compose: impl Fn(&FigureOptions, u16) -> Result<Noted>,
) -> Option<Noted> {
    let (preset, is_free) = (options.preset(), options.height.is_none() && options.width.is_none());
    if !is_free || preset.height() == 0 {
        return None;
    }
    let options = FigureOptions { height: Some(Length(preset.height())), ..options.clone() };
    let has_own_sizes = matches!(options.theme, Some(ThemeChoice::House(_)));
    let mut best: Option<Noted> = None;
    for &scale in if has_own_sizes { OWN.as_slice() } else { &SCALES } {
        let Ok(found) = compose(&options, scale) else { continue };
        let size = found.0.size;
        // Counts name as many as have room: larger type would take their places.
        let takes_names = scale > OWN[0] && !found.0.panels.is_empty();
        if takes_names || size.h > preset.height() || size.w > preset.width() {
            continue;
        }
        let lost = found.0.choice.lost;
        if best.as_ref().is_none_or(|best| lost.all() < best.0.choice.lost.all()) {
            best = Some(found);
        }
        if lost.all() == 0 || lost.texts == 0 && scale <= LEAST_FOR_DATES {
            break;
        }
    }
    best
}
