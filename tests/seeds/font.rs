//! What holds for a figure in any font: it is drawn, or the font is refused.

use crate::remapped_font;
use annals::text::Face;
use annals::{Error, Event, FigureOptions, Format, RenderOptions, compose, render};
use std::sync::Arc;

/// Changes to a font; what follows is not looked at.
const MOST: usize = 64;

const TEXT: &str = "אבגדהוזחט יכל";

/// A figure is drawn in a font that is sound but for some bytes, in every format, or refused for the
/// font.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    let font = changed(bytes);
    let Some(face) = Face::new(Arc::new(font), 0) else { return Ok(()) };
    let faces = vec![Arc::new(face)];
    let options = FigureOptions { faces, ..FigureOptions::default() };
    let date = "2000".parse().map_err(|error| format!("{error:?}"))?;
    let events = [Event::new(date, TEXT)];
    let how = RenderOptions { dpi: 30.0, ..RenderOptions::default() };
    for format in Format::ALL {
        let drawn =
            compose(&events, &options).and_then(|(figure, _)| render(&figure, format, &how));
        match drawn {
            Ok(_) | Err(Error::Options(_)) => {}
            Err(error) => return Err(format!("{format:?}: {error}")),
        }
    }
    Ok(())
}

/// A font of which some bytes are others: five say which table, where in it and what two bytes are
/// there.
fn changed(bytes: &[u8]) -> Vec<u8> {
    let mut font = remapped_font::font("Test", 400, TEXT);
    let long = |font: &[u8], at: usize| {
        font[at..at + 4].iter().fold(0, |number, &byte| number << 8 | usize::from(byte))
    };
    let many = usize::from(font[5]);
    for change in bytes.chunks_exact(5).take(MOST) {
        // The last is the directory of the tables.
        let (start, length) = match usize::from(change[0]) % (many + 1) {
            table if table == many => (0, 12 + 16 * many),
            table => (long(&font, 20 + 16 * table), long(&font, 24 + 16 * table)),
        };
        let place = start.saturating_add(usize::from(change[1]) << 8 | usize::from(change[2]));
        let place = start.saturating_add((place - start) % length.max(1));
        font.iter_mut().skip(place).zip(&change[3..]).for_each(|(old, new)| *old = *new);
    }
    font
}
