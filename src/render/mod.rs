//! From a picture to the bytes of a file: SVG, PNG or PDF.
//!
//! In: a [`Picture`] and [`RenderOptions`]. Out: the whole file in memory, the same bytes for the
//! same picture on every machine. The three writers read the same items and decide nothing about
//! what is drawn or where; they know neither events nor dates nor layout.

mod glyph_positions;
mod pdf;
mod png;
mod readable;
mod svg;

use crate::draw::Picture;
use crate::error::{Error, Result, guarded, of_font};
use crate::options::{Options, SvgText};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Scalable Vector Graphics 1.1.
    Svg,
    /// Portable Network Graphics, 8 bit.
    Png,
    /// Portable Document Format 1.7, one page.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 3] = [Format::Svg, Format::Png, Format::Pdf];

    /// The format of a name or file extension in any case: `svg`, `png`, `pdf`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Its name, which is also its file extension.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Pdf => "pdf",
        }
    }
}

/// What can be chosen about a file.
#[derive(Clone, Debug, PartialEq)]
pub struct RenderOptions {
    /// How an SVG holds its text.
    pub svg_text: SvgText,
    /// Pixels per inch of a PNG, from 10 to 2400; 96 is one pixel for each CSS pixel.
    pub dpi: f64,
    /// What every id of an SVG begins with: a letter, then letters, digits, `-` and `_`. Without
    /// one it is made from the picture, so that several figures can stand in one page.
    pub id_prefix: Option<String>,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { svg_text: SvgText::default(), dpi: 288.0, id_prefix: None }
    }
}

impl From<&Options> for RenderOptions {
    fn from(options: &Options) -> Self {
        let default = Self::default();
        Self {
            svg_text: options.svg_text.unwrap_or(default.svg_text),
            dpi: options.dpi.unwrap_or(default.dpi),
            ..default
        }
    }
}

/// The file of `picture` in `format`.
///
/// # Errors
/// [`Error::Options`] if an option is out of its range or the file would be too large for its
/// format; [`Error::Internal`] if a library fails or the picture has no area.
pub fn encode(picture: &Picture, format: Format, options: &RenderOptions) -> Result<Vec<u8>> {
    if picture.size.w <= 0 || picture.size.h <= 0 {
        return Err(Error::Internal("the picture has no area".into()));
    }
    let written = guarded(|| match format {
        Format::Svg => svg::write(picture, options),
        Format::Png => png::write(picture, options),
        Format::Pdf => pdf::write(picture),
    });
    match written {
        Err(error) if picture.fonts.has_more() => Err(of_font(error)),
        written => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_name_in_any_case() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(&format.name().to_uppercase()), Some(format));
        }
        assert_eq!(Format::from_name("jpeg"), None);
    }
}
