//! One font face: shaping by harfrust, metrics and outlines by the same library.

use super::Glyph;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};
use harfrust::{Buffer, Direction, Font, GlyphId, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::borrow::Cow;

/// One step of an outline, in units of the face, y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// Begin a contour here.
    Move(f32, f32),
    /// A straight line to here.
    Line(f32, f32),
    /// A quadratic curve: control point, end.
    Quad(f32, f32, f32, f32),
    /// A cubic curve: two control points, end.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// Close the contour.
    Close,
}

/// A font face with its bytes.
pub struct Face {
    data: Cow<'static, [u8]>,
    font: Font,
    latin: ShapePlan,
    units_per_em: i32,
}

impl Face {
    /// Opens a face; none if the bytes are no font.
    pub fn new(data: impl Into<Cow<'static, [u8]>>) -> Option<Self> {
        let data = data.into();
        let font = match data.clone() {
            Cow::Borrowed(data) => Font::new(data, 0)?,
            Cow::Owned(data) => Font::new(data, 0)?,
        };
        let units_per_em = i32::from(font.units_per_em()).max(1);
        let latin = ShapePlan::new(&font, Direction::LeftToRight, Some(Script::LATIN), None, &[]);
        Some(Self { data, font, latin, units_per_em })
    }

    /// The font file.
    pub fn data(&self) -> &Cow<'static, [u8]> {
        &self.data
    }

    /// Units of the face in one em; 1 or more.
    pub fn units_per_em(&self) -> i32 {
        self.units_per_em
    }

    /// Whether the face has a glyph for `c`.
    pub fn has(&self, c: char) -> bool {
        self.font.charmap().map_unicode(c).is_some()
    }

    /// The glyphs of `text` from left to right; a text that cannot be shaped has none.
    pub fn shape(&self, text: &str) -> Vec<Glyph> {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Digits and signs alone have no script of their own.
        let script = buffer.script().filter(|&script| script != Script::COMMON);
        buffer.set_script(script.or(Some(Script::LATIN)));
        let is_latin =
            buffer.script() == Some(Script::LATIN) && buffer.direction() == Direction::LeftToRight;
        // The plan is bound to no language; neither is a figure's text.
        buffer.set_language(None);
        let options = ShapeOptions::new().plan(is_latin.then_some(&self.latin));
        if harfrust::shape(&ShaperFont::new(&self.font), &mut buffer, options).is_err() {
            return Vec::new();
        }
        let placed = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        placed
            .map(|(info, position)| Glyph {
                id: info.glyph_id,
                cluster: info.cluster as usize,
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                is_joined: info.unsafe_to_break(),
            })
            .collect()
    }

    /// The outline of a glyph; empty for a blank or an unknown one.
    pub fn outline(&self, glyph: u32) -> Vec<PathStep> {
        let mut path: Vec<PathElement> = Vec::new();
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            // A glyph that cannot be drawn is left blank; its advance stands.
            let _ = outline.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut path);
        }
        path.into_iter().map(PathStep::from).collect()
    }
}

impl From<PathElement> for PathStep {
    fn from(element: PathElement) -> Self {
        match element {
            PathElement::MoveTo { x, y } => PathStep::Move(x, y),
            PathElement::LineTo { x, y } => PathStep::Line(x, y),
            PathElement::QuadTo { cx0, cy0, x, y } => PathStep::Quad(cx0, cy0, x, y),
            PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => {
                PathStep::Cubic(cx0, cy0, cx1, cy1, x, y)
            }
            PathElement::Close => PathStep::Close,
        }
    }
}
