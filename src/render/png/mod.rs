//! The picture as PNG, 8 bit, with its density and its title.
//!
//! In: a picture and a density. Out: an indexed file where 256 colours are enough, else a file of
//! RGB; RGBA where the ground is transparent. Filter and compression are fixed. How a picture
//! becomes pixels is left to [`mod@raster`].

mod pixel_grid;
mod raster;

use super::readable::readable;
use super::too_large::smaller;
use super::{FormatEntry, RenderOptions};
use crate::draw::Picture;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{Size, to_px};
use ::png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, chunk};
use miniz_oxide::deflate::compress_to_vec_zlib;
use pixel_grid::PixelGrid;
use raster::raster;
use std::collections::BTreeMap;
use tiny_skia::Pixmap;

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry = FormatEntry {
    name: "png",
    media_type: "image/png",
    is_text: false,
    has_widths: false,
    encode,
    encode_pages: None,
};

/// Common viewers and libraries give up beyond these.
const MAX_SIDE: f64 = 32_767.0;
const MAX_PIXELS: f64 = 134_217_728.0;
/// Flat areas and repeated letters pack best unfiltered. At this level a figure of two million
/// pixels takes some 5 ms more than at the fastest and two thirds of the bytes.
const LEVEL: u8 = 4;
/// What a row begins with that is not filtered.
const UNFILTERED: u8 = 0;
/// An inch in metres.
const INCH: f64 = 0.0254;

/// The file.
fn encode(picture: &Picture, options: &RenderOptions) -> Result<Vec<u8>> {
    let dpi = options.dpi;
    let (width, height) = canvas(picture.size, dpi)?;
    let grid = PixelGrid { scale: dpi / 96.0 };
    let pixmap = raster(picture, grid, width, height)
        .ok_or_else(|| Error::internal(format!("no canvas of {width} by {height} pixels")))?;
    let pixels = Pixels::of(pixmap, picture.background.is_none());
    file(picture, dpi, (width, height), &pixels)
        .map_err(|error| Error::internal(format!("the PNG was not encoded: {error}")))
}

/// Width and height in device pixels, refused before anything is allocated for them.
fn canvas(size: Size, dpi: f64) -> Result<(u32, u32)> {
    let [width, height] =
        [size.w, size.h].map(|length| (to_px(length) * dpi / 96.0).round().max(1.0));
    if width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS {
        let fact = format!("the PNG would be {width} by {height} pixels, too large to be shown; ");
        let message = Message::new(fact).text("give a lower ").setting("dpi").text(" or ");
        return Err(Error::options(Code::PictureTooLarge, message.and(smaller(width, height))));
    }
    Ok((width as u32, height as u32))
}

/// Pixels as a PNG holds them.
enum Pixels {
    /// Colours by number, and the colours as red, green and blue.
    Indexed(Vec<u8>, Vec<u8>),
    Rgb(Vec<u8>),
    Rgba(Vec<u8>),
}

impl Pixels {
    fn of(pixmap: Pixmap, is_transparent: bool) -> Self {
        if is_transparent {
            return Pixels::Rgba(pixmap.take_demultiplied());
        }
        let data = pixmap.data();
        index_colours(data).unwrap_or_else(|| {
            Pixels::Rgb(data.chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect())
        })
    }

    fn kind(&self) -> ColorType {
        match self {
            Pixels::Indexed(..) => ColorType::Indexed,
            Pixels::Rgb(_) => ColorType::Rgb,
            Pixels::Rgba(_) => ColorType::Rgba,
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Pixels::Indexed(bytes, _) | Pixels::Rgb(bytes) | Pixels::Rgba(bytes) => bytes,
        }
    }
}

/// The pixels by number; none if they have more than 256 colours.
fn index_colours(data: &[u8]) -> Option<Pixels> {
    let mut palette = PngPalette::new();
    let mut indices = Vec::with_capacity(data.len() / 4);
    let (pixels, _) = data.as_chunks::<4>();
    let Some(first) = pixels.first() else { return Some(Pixels::Indexed(indices, Vec::new())) };
    let first = u32::from_le_bytes(*first);
    let mut last = (first, palette.number(first)?);
    // Most pixels repeat their neighbour; that saves the search.
    for some in pixels.chunks(REPEATED) {
        let colours = some.iter().map(|pixel| u32::from_le_bytes(*pixel));
        if colours.clone().fold(0, |change, colour| change | (colour ^ last.0)) == 0 {
            indices.resize(indices.len() + some.len(), last.1);
            continue;
        }
        for colour in colours {
            if colour != last.0 {
                last = (colour, palette.number(colour)?);
            }
            indices.push(last.1);
        }
    }
    Some(Pixels::Indexed(indices, palette.colours))
}

/// Pixels that are looked at together.
const REPEATED: usize = 16;
/// Colours that are found without a search, at most.
const RECENT: usize = 512;

/// Colours by number, in the order of first use. A colour is red, green, blue and opacity, from the least
/// byte on; all are opaque.
struct PngPalette {
    numbers: BTreeMap<u32, u8>,
    colours: Vec<u8>,
    /// The colours asked for last, by a hash.
    recent: [Option<(u32, u8)>; RECENT],
}

impl PngPalette {
    fn new() -> Self {
        Self { numbers: BTreeMap::new(), colours: Vec::new(), recent: [None; RECENT] }
    }

    /// The number of a colour, a new one if need be; none if all 256 are taken.
    fn number(&mut self, colour: u32) -> Option<u8> {
        // Knuth's multiplicative hash, of which the upper bits are the best.
        let hash = (colour.wrapping_mul(2_654_435_761) >> 16) as usize % RECENT;
        if let Some((_, number)) = self.recent[hash].filter(|(known, _)| *known == colour) {
            return Some(number);
        }
        let number = match self.numbers.get(&colour) {
            Some(&number) => number,
            None => self.add(colour)?,
        };
        self.recent[hash] = Some((colour, number));
        Some(number)
    }

    fn add(&mut self, colour: u32) -> Option<u8> {
        let number = u8::try_from(self.numbers.len()).ok()?;
        self.numbers.insert(colour, number);
        self.colours.extend(&colour.to_le_bytes()[..3]);
        Some(number)
    }
}

/// The pixels as a file, with what is known of the picture.
fn file(
    picture: &Picture,
    dpi: f64,
    (width, height): (u32, u32),
    pixels: &Pixels,
) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(pixels.kind());
    encoder.set_depth(BitDepth::Eight);
    if let Pixels::Indexed(_, palette) = pixels {
        encoder.set_palette(palette.as_slice());
    }
    let per_metre = (dpi / INCH).round() as u32;
    let unit = ::png::Unit::Meter;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit }));
    for (keyword, text) in [("Title", &picture.title), ("Description", &picture.description)] {
        if !text.is_empty() {
            encoder.add_itxt_chunk(keyword.to_owned(), readable(text))?;
        }
    }
    encoder.add_text_chunk("Software".to_owned(), "annals".to_owned())?;
    let mut writer = encoder.write_header()?;
    // All at once: the encoder would hand over row by row, and clear a buffer for each.
    let bytes = pixels.bytes();
    let mut rows = Vec::with_capacity(bytes.len() + height as usize);
    for row in bytes.chunks(bytes.len() / height as usize) {
        rows.push(UNFILTERED);
        rows.extend_from_slice(row);
    }
    writer.write_chunk(chunk::IDAT, &compress_to_vec_zlib(&rows, LEVEL))?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::px;

    #[test]
    fn the_canvas_is_rounded_to_whole_pixels() {
        assert_eq!(canvas(Size::new(px(624.0), px(350.5)), 288.0), Ok((1872, 1052)));
        assert_eq!(canvas(Size::new(1, px(10.0)), 96.0), Ok((1, 10)));
    }

    #[test]
    fn what_is_too_large_is_refused_by_its_size() {
        let refusal = |size, dpi| match canvas(size, dpi) {
            Err(error @ Error::Options(_)) => error.to_string(),
            other => panic!("{other:?}"),
        };
        let message = refusal(Size::new(px(20_000.0), px(100.0)), 192.0);
        assert!(message.contains("40000 by 200 pixels") && message.contains("`dpi`"), "{message}");
        assert!(refusal(Size::new(px(12_001.0), px(12_000.0)), 96.0).contains("a smaller `width`"));
        assert!(refusal(Size::new(px(600.0), px(12_000.0)), 288.0).contains("shorter texts"));
    }

    #[test]
    fn few_colours_are_numbered_and_many_are_not() {
        let pixels = |count: u32| -> Vec<u8> {
            (0..count).flat_map(|n| [n as u8, (n >> 8) as u8, 7, 255]).collect()
        };
        let Some(Pixels::Indexed(indices, palette)) = index_colours(&pixels(256)) else {
            panic!("256 colours have numbers");
        };
        assert_eq!((indices[255], palette.len()), (255, 768));
        assert!(index_colours(&pixels(257)).is_none());
    }
}
