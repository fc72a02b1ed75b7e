//! The metadata of a PNG, and its pixels.

use crate::sample::{GREY, GROUND, INK, dot, line, picture, rect, report, text};
use annals::draw::{Anchor, Item, Outline, Picture, Shape, Stroke};
use annals::error::Error;
use annals::geometry::{Point, Rect, Size, px};
use annals::render::{Format, RenderOptions, encode};
use annals::text::Weight;
use annals::theme::Colour;
use std::collections::BTreeSet;

fn png_at(picture: &Picture, dpi: f64) -> Vec<u8> {
    let options = RenderOptions { dpi, ..Default::default() };
    encode(picture, Format::Png, &options).expect("it can be written")
}

/// A decoded file: its size and its pixels as red, green, blue and opacity.
struct Decoded {
    width: u32,
    height: u32,
    density: u32,
    kind: png::ColorType,
    pixels: Vec<[u8; 4]>,
}

impl Decoded {
    fn at(&self, x: u32, y: u32) -> [u8; 4] {
        self.pixels[(y * self.width + x) as usize]
    }

    fn colours(&self) -> BTreeSet<[u8; 4]> {
        self.pixels.iter().copied().collect()
    }
}

fn decoded(bytes: &[u8]) -> Decoded {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let kind = decoder.read_header_info().expect("a header").color_type;
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a header");
    let density = reader.info().pixel_dims.expect("a density").xppu;
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut data).expect("an image");
    let pixels = data.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]);
    Decoded { width: frame.width, height: frame.height, density, kind, pixels: pixels.collect() }
}

fn opaque(colour: Colour) -> [u8; 4] {
    [colour.r, colour.g, colour.b, 255]
}

#[test]
fn a_png_tells_its_size_density_and_title() {
    let bytes = png_at(&report(), 288.0);
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x07\x50\0\0\x04\x1A\x08"));
    let image = decoded(&bytes);
    assert_eq!((image.width, image.height, image.density), (1872, 1050, 11_339));
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(has(b"pHYs\0\0\x2C\x4B\0\0\x2C\x4B\x01"));
    assert!(has(b"Title\0\0\0\0\0Pakistan and Russia draw closer"));
    assert!(has(b"Description\0\0\0\0\0Five turning points"));
    assert!(!has(b"tIME"));
}

#[test]
fn an_upright_line_covers_whole_columns_and_nothing_else() {
    let items = vec![line("leader", &[(10.3, 5.2), (10.3, 15.1)], INK, 0.9)];
    let image = decoded(&png_at(&picture(20.0, 20.0, items), 288.0));
    assert_eq!(image.colours(), BTreeSet::from([opaque(INK), opaque(Colour::WHITE)]));
    assert_eq!(image.kind, png::ColorType::Indexed);
    let inked: Vec<(u32, u32)> = (0..60)
        .flat_map(|y| (0..60).map(move |x| (x, y)))
        .filter(|&(x, y)| image.at(x, y) == opaque(INK))
        .collect();
    let expected: Vec<(u32, u32)> = (16..45).flat_map(|y| (29..32).map(move |x| (x, y))).collect();
    assert_eq!(inked, expected);
}

#[test]
fn rectangles_and_their_strokes_have_sharp_edges() {
    let bounds = Rect::from_origin_size(Point::new(px(4.3), px(4.4)), Size::new(px(9.2), px(7.7)));
    let stroke = Some(Stroke { colour: INK, width: px(0.6) });
    let outline = Outline::Rect(bounds);
    let items = vec![Item::Shape(Shape { class: "", outline, fill: Some(GROUND), stroke })];
    for dpi in [96.0, 150.0, 288.0] {
        let image = decoded(&png_at(&picture(20.0, 20.0, items.clone()), dpi));
        let expected = [INK, GROUND, Colour::WHITE].map(opaque);
        assert_eq!(image.colours(), BTreeSet::from(expected), "{dpi}");
    }
}

#[test]
fn the_thinnest_line_and_bar_are_a_pixel() {
    let items = vec![
        line("leader", &[(2.0, 5.0), (8.0, 5.0)], INK, 0.1),
        rect("", 2.0, 8.0, 0.1, 1.0, Some(GREY)),
    ];
    let image = decoded(&png_at(&picture(10.0, 10.0, items), 96.0));
    let count = |colour| image.pixels.iter().filter(|&&pixel| pixel == opaque(colour)).count();
    assert_eq!((count(INK), count(GREY)), (6, 1));
}

#[test]
fn baselines_lie_between_rows() {
    let foot = |y: f64| {
        let kind = (10.0, Weight::SemiBold);
        let items = vec![text(2.0, y, Anchor::Start, "HHH", kind, INK)];
        let image = decoded(&png_at(&picture(40.0, 20.0, items), 96.0));
        let row = |y| (0..40).map(|x| u32::from(image.at(x, y)[0])).min();
        (row(14), row(15))
    };
    let crisp = foot(15.0);
    assert!(crisp.0.is_some_and(|darkest| darkest < 100), "{crisp:?}");
    assert_eq!(crisp.1, Some(255));
    assert_eq!(foot(15.4), crisp);
}

#[test]
fn without_a_ground_a_png_is_transparent_and_its_colours_are_straight() {
    let mut picture = picture(20.0, 20.0, vec![dot(10.0, 10.0, 5.0, INK)]);
    picture.background = None;
    let image = decoded(&png_at(&picture, 288.0));
    assert_eq!(image.kind, png::ColorType::Rgba);
    assert_eq!(image.at(0, 0), [0; 4]);
    assert_eq!(image.at(30, 30), opaque(INK));
    let edge = |pixel: &&[u8; 4]| pixel[3] > 100 && pixel[3] < 155;
    let edge = image.pixels.iter().find(edge).expect("a pixel on the edge");
    assert!(edge[..3].iter().all(|&channel| channel > 250), "the halo is white: {edge:?}");
}

#[test]
fn what_is_too_large_is_refused_before_it_is_drawn() {
    for (size, dpi, words) in [(400_000.0, 96.0, "400000 by"), (624.0, 2401.0, "2400")] {
        let options = RenderOptions { dpi, ..Default::default() };
        let refused = encode(&picture(size, size, vec![]), Format::Png, &options);
        let error = refused.expect_err("the picture is too large");
        assert!(matches!(error, Error::Options(_)) && error.to_string().contains(words), "{error}");
    }
}
