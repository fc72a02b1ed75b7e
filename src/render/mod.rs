//! From a picture to the bytes of a file.
//!
//! In: a [`Picture`], a [`Format`] and [`RenderOptions`]. Out: the whole file in memory, the same
//! bytes for the same picture on every machine. The encoder of each format reads the same items
//! and decides nothing about what is drawn or where; it knows neither dates nor layout, and of events no
//! more than their words, which [`Picture::events`] has for formats that list them, as `html` does.

mod format;
mod glyph_positions;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod png;
#[cfg(feature = "pptx")]
mod pptx;
mod readable;
mod svg;
#[cfg(any(feature = "png", feature = "pdf", feature = "pptx"))]
mod too_large;
mod xml;
mod zip;

use crate::draw::Picture;
use crate::error::{Code, Error, Message, Result, guarded, of_font};
use crate::options::{PdfFileVersion, PdfStandard, SvgText};
pub use format::Format;
use format::FormatEntry;
pub use readable::readable;
pub use zip::zipped;

/// What can be chosen about a file.
#[cfg_attr(not(feature = "internals"), non_exhaustive)]
#[derive(Clone, Debug, PartialEq)]
pub struct RenderOptions {
    /// How an SVG holds its text.
    pub svg_text: SvgText,
    /// Pixels per inch of a PNG, from 10 to 2400; 96 is one pixel for each CSS pixel.
    pub dpi: f64,
    /// What every id of an SVG begins with: a letter, then letters, digits, `-` and `_`. Without
    /// one it is made from the picture, so that several figures can be in one page.
    pub id_prefix: Option<String>,
    /// The standards that a PDF keeps to, of which one may be for archives; where it cannot, it is
    /// refused.
    pub pdf_standards: Vec<PdfStandard>,
    /// The version of a PDF; without one 1.7, which the standards are about. It cannot be asked for
    /// beside a standard.
    pub pdf_version: Option<PdfFileVersion>,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            svg_text: SvgText::default(),
            dpi: 288.0,
            id_prefix: None,
            pdf_standards: Vec::new(),
            pdf_version: None,
        }
    }
}

/// Densities that can be asked for, in pixels per inch.
const DPI: std::ops::RangeInclusive<f64> = 10.0..=2400.0;

impl RenderOptions {
    /// Whether every option is in its range and none contradicts another, of whatever format it is one.
    ///
    /// # Errors
    /// [`Error::Options`] that names the option.
    pub fn check(&self) -> Result<()> {
        if !DPI.contains(&self.dpi) {
            let fact =
                format!("a resolution of {} pixels per inch is out of range; give ", self.dpi);
            return Err(Error::options(
                Code::Resolution,
                Message::new(fact).setting("dpi").text(" from 10 to 2400"),
            ));
        }
        let mut archival: Vec<PdfStandard> = self.pdf_standards.clone();
        archival.retain(|one| one.is_archival());
        archival.dedup();
        if archival.len() > 1 {
            let message = Message::new("a PDF keeps to one standard for archives; give one to ");
            return Err(Error::options(Code::PdfStandard, message.setting("pdf-standard")));
        }
        if self.pdf_version.is_some() && !self.pdf_standards.is_empty() {
            let message = Message::default().unset("pdf-standard").text(" and ");
            let message = message.unset("pdf-version").text(" contradict each other, as a ");
            let message = message.text("standard sets the version; leave one out");
            return Err(Error::options(Code::PdfStandard, message));
        }
        Ok(())
    }
}

/// The file of `picture` in `format`.
///
/// # Errors
/// [`Error::Options`] if an option is out of its range or the file would be too large for its
/// format; [`Error::Internal`] if a library fails or the picture has no area.
pub fn encode(picture: &Picture, format: Format, options: &RenderOptions) -> Result<Vec<u8>> {
    encode_pages(std::slice::from_ref(picture), format, options)
}

/// The file of several pages in `format`.
///
/// # Errors
/// Those of [`encode`], and [`Error::Options`] where a file of the format holds one page.
pub fn encode_pages(pages: &[Picture], format: Format, options: &RenderOptions) -> Result<Vec<u8>> {
    if pages.iter().any(|picture| picture.size.w <= 0 || picture.size.h <= 0) {
        return Err(Error::internal("the picture has no area"));
    }
    options.check()?;
    match guarded(|| format.encode_pages(pages, options)) {
        Err(error) if pages.iter().any(|picture| picture.fonts.has_more()) => Err(of_font(error)),
        encoded => encoded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_density_is_in_its_range_whatever_the_format() {
        for dpi in [f64::NAN, f64::INFINITY, 9.9, 2400.1, -96.0, 0.0] {
            let options = RenderOptions { dpi, ..Default::default() };
            let refused = options.check().expect_err("no density").to_string();
            assert!(refused.contains("from 10 to 2400"), "{refused}");
        }
        assert_eq!(RenderOptions::default().check(), Ok(()));
    }
}
