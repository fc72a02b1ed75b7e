//! Pictures as pixels: expected, difference and actual side by side.

/// Pixels row by row.
#[derive(Debug, PartialEq)]
pub(crate) struct Image {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 3]>,
}

const PAPER: [u8; 3] = [255; 3];
const CHANGED: [u8; 3] = [255, 0, 0];

impl Image {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let is_inside = x < self.width && y < self.height;
        if is_inside { self.pixels[y * self.width + x] } else { PAPER }
    }

    /// As the bytes of a PNG.
    pub(crate) fn encoded(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.pixels.concat()).unwrap();
        writer.finish().unwrap();
        bytes
    }
}

/// The pixels of a PNG, on white where it is transparent.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Image, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let mut buffer = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let info = reader.next_frame(&mut buffer).map_err(|error| error.to_string())?;
    let on_white = |value: u8, alpha: u8| {
        ((u32::from(value) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255) as u8
    };
    let pixel = |bytes: &[u8]| match *bytes {
        [grey] => [grey; 3],
        [grey, alpha] => [on_white(grey, alpha); 3],
        [r, g, b, alpha] => [r, g, b].map(|value| on_white(value, alpha)),
        _ => [bytes[0], bytes[1], bytes[2]],
    };
    let samples = info.color_type.samples();
    let pixels = buffer[..info.buffer_size()].chunks_exact(samples).map(pixel).collect();
    Ok(Image { width: info.width as usize, height: info.height as usize, pixels })
}

/// Expected, difference and actual from left to right. In the middle what is the same is pale and
/// what differs red.
pub(crate) fn three_panels(expected: &Image, actual: &Image) -> Image {
    let width = expected.width.max(actual.width);
    let height = expected.height.max(actual.height);
    let mut pixels = Vec::with_capacity(3 * width * height);
    for y in 0..height {
        pixels.extend((0..width).map(|x| expected.at(x, y)));
        pixels.extend((0..width).map(|x| match (expected.at(x, y), actual.at(x, y)) {
            (old, new) if old == new => old.map(|value| 191 + value / 4),
            _ => CHANGED,
        }));
        pixels.extend((0..width).map(|x| actual.at(x, y)));
    }
    Image { width: 3 * width, height, pixels }
}
