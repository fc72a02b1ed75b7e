//! Texts that are set anew in many sizes of a figure, shaped once.

use super::{Fonts, Line, Shaped, Style};
use crate::geometry::Sub;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Values by style and text.
type ShapedTexts<T> = RefCell<BTreeMap<Style, BTreeMap<String, T>>>;

/// The texts that were shaped so far.
pub struct TextMemo {
    fonts: Fonts,
    shaped: ShapedTexts<Shaped>,
    lines: ShapedTexts<Line>,
    widths: ShapedTexts<Sub>,
}

impl TextMemo {
    /// No text yet, in some fonts.
    pub fn new(fonts: &Fonts) -> Self {
        let (shaped, lines, widths) = Default::default();
        Self { fonts: fonts.clone(), shaped, lines, widths }
    }

    /// What [`Fonts::shape`] gives.
    pub fn shape(&self, text: &str, style: Style) -> Shaped {
        remembered(&self.shaped, (text, style), || self.fonts.shape(text, style))
    }

    /// The width of [`TextMemo::line`], in sub-pixels.
    pub fn width(&self, text: &str, style: Style) -> Sub {
        remembered(&self.widths, (text, style), || self.fonts.line(text, style).width)
    }

    /// What [`Fonts::line`] gives.
    pub fn line(&self, text: &str, style: Style) -> Line {
        remembered(&self.lines, (text, style), || self.fonts.line(text, style))
    }
}

fn remembered<T: Clone>(
    known: &ShapedTexts<T>,
    (text, style): (&str, Style),
    new: impl FnOnce() -> T,
) -> T {
    let mut known = known.borrow_mut();
    let of_style = known.entry(style).or_default();
    if let Some(value) = of_style.get(text) {
        return value.clone();
    }
    of_style.entry(text.to_owned()).or_insert_with(new).clone()
}
