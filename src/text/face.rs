//! One font face: shaping by harfrust, metrics and outlines by the same library.

use super::{Glyph, Weight};
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};
use harfrust::{
    Buffer, ClusterLevel, Direction, Font, GlyphId, Script, ShapeOptions, ShapePlan, ShaperFont,
    Tag,
};
use read_fonts::TableProvider;
use read_fonts::model::attribute::{Style, Width};
use read_fonts::types::NameId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

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

/// The bytes of a font file, shared.
pub type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A font face with its bytes.
pub struct Face {
    data: FontData,
    index: u32,
    font: Font,
    /// What shaping needs to know of a script and a direction, once it is asked for.
    plans: Mutex<BTreeMap<(Tag, bool), Arc<ShapePlan>>>,
    units_per_em: i32,
    glyph_count: u32,
    /// Whether it also has pictures in colour for glyphs, which are not drawn.
    has_colour: bool,
    about: About,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({:?})", self.family())
    }
}

impl PartialEq for Face {
    /// Whether it is the same face of the same file.
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && (*self.data).as_ref() == (*other.data).as_ref()
    }
}

impl Face {
    /// Opens the face at place `index` of a font file, 0 unless it is a collection; none if the
    /// bytes are no sound font or the font has no outlines.
    pub fn new(data: FontData, index: u32) -> Option<Self> {
        let font = Font::new(data.clone(), index).filter(is_sound)?;
        let tables = font.tables();
        let is_truetype = tables.glyf().is_ok();
        if !is_truetype && tables.cff().is_err() && tables.cff2().is_err() {
            return None;
        }
        let about = About::of(&font, is_truetype);
        let units_per_em = i32::from(font.units_per_em()).max(1);
        let glyph_count = font.num_glyphs();
        let has_colour = [tables.colr().is_ok(), tables.cbdt().is_ok()]
            .into_iter()
            .chain([tables.sbix().is_ok(), tables.svg().is_ok()])
            .any(|has| has);
        let plans = Mutex::default();
        Some(Self { data, index, plans, units_per_em, glyph_count, has_colour, about, font })
    }

    /// The font file.
    pub fn data(&self) -> &FontData {
        &self.data
    }

    /// Which face of the file it is.
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The name that it shares with its other weights; letters, digits, blanks and hyphens only,
    /// so that it means nothing to CSS.
    pub fn family(&self) -> &str {
        &self.about.family
    }

    /// Whether its outlines are those of TrueType; others are those of PostScript.
    pub fn is_truetype(&self) -> bool {
        self.about.is_truetype
    }

    /// How badly the face serves for text of `weight`; 0 at best. As CSS has it, strokes too thick
    /// serve better than too thin for semibold, and the other way round for regular text.
    pub(super) fn misfit(&self, weight: Weight) -> u32 {
        self.about.misfit(weight)
    }

    /// Units of the face in one em; 1 or more.
    pub fn units_per_em(&self) -> i32 {
        self.units_per_em
    }

    /// Whether the face has a glyph for `c` that can be drawn.
    pub fn has(&self, c: char) -> bool {
        let glyph = self.font.charmap().map_unicode(c).map(GlyphId::to_u32);
        let is_drawn =
            |glyph| !self.has_colour || c.is_whitespace() || !self.outline(glyph).is_empty();
        glyph.is_some_and(|glyph| glyph < self.glyph_count && is_drawn(glyph))
    }

    /// The glyphs of `text`, all of one script (ISO 15924) and direction, from left to right; a
    /// text that cannot be shaped has none.
    pub(crate) fn shape(&self, text: &str, script: Tag, is_rtl: bool) -> Vec<Glyph> {
        let plan = self.plan(script, is_rtl);
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(plan.direction());
        buffer.set_script(plan.script());
        if is_rtl {
            // Readers of a PDF turn its text around by glyphs: a mark must be one of its own.
            buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        }
        let options = ShapeOptions::new().plan(Some(&plan));
        if harfrust::shape(&ShaperFont::new(&self.font), &mut buffer, options).is_err() {
            return Vec::new();
        }
        let placed = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        placed
            .map(|(info, position)| Glyph {
                // Whatever its tables say, a font has no other glyphs than it counts.
                id: if info.glyph_id < self.glyph_count { info.glyph_id } else { 0 },
                cluster: info.cluster as usize,
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                is_joined: info.unsafe_to_break(),
            })
            .collect()
    }

    /// The plan of a script and a direction; it is bound to no language, as a figure's text is not.
    fn plan(&self, script: Tag, is_rtl: bool) -> Arc<ShapePlan> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = plans.entry((script, is_rtl)).or_insert_with(|| {
            let direction = if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
            let script = Script::from_iso15924_tag(script);
            Arc::new(ShapePlan::new(&self.font, direction, script, None, &[]))
        });
        plan.clone()
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

/// Whether what the libraries take on trust is so: outlines stand one after the other, which bounds
/// the size of any number of them.
fn is_sound(font: &Font) -> bool {
    let tables = font.tables();
    let are_apart = || tables.loca(None).is_ok_and(|loca| loca.all_offsets_are_ascending());
    tables.glyf().is_err() || are_apart()
}

/// What a font says of itself.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) family: String,
    pub(super) weight: u16,
    /// Whether it is upright and of normal width.
    pub(super) is_ordinary: bool,
    pub(super) is_truetype: bool,
}

impl About {
    /// What is to know of `font`, by its tables of names and styles.
    pub(super) fn of(font: &Font, is_truetype: bool) -> Self {
        let attributes = font.default_attributes();
        let names = font.names();
        let name = |id| Some(names.get(id)?.english_or_first()?.name().chars().collect());
        let family: Option<String> =
            name(NameId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(NameId::FAMILY_NAME));
        let is_ordinary = attributes.style == Style::Normal && attributes.width == Width::NORMAL;
        Self {
            family: inert(&family.unwrap_or_default()),
            weight: (attributes.weight.value() as u16).min(1000),
            is_ordinary,
            is_truetype,
        }
    }

    /// See [`Face::misfit`].
    pub(super) fn misfit(&self, wanted: Weight) -> u32 {
        let has = u32::from(self.weight);
        let weight = match wanted {
            Weight::Regular if has <= 500 => 400_u32.abs_diff(has),
            Weight::Regular => has,
            Weight::SemiBold if has >= 600 => has - 600,
            Weight::SemiBold => 1000 - has,
        };
        weight + if self.is_ordinary { 0 } else { 10_000 }
    }
}

/// `name` without what could mean something to CSS or a terminal, and not too long.
fn inert(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
        .take(60)
        .collect::<String>()
        .trim()
        .to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::remapped::{altered, font};

    fn opened(data: Vec<u8>) -> Option<Face> {
        Face::new(Arc::new(data), 0)
    }

    #[test]
    fn outlines_that_lie_over_each_other_are_no_font() {
        let sound = font("Other", 400, "אבג");
        assert!(opened(sound.clone()).is_some());
        for place in [0, 8, 40] {
            let high = |mut loca: Vec<u8>| {
                loca[place..place + 2].copy_from_slice(&[0xFF, 0xFF]);
                loca
            };
            assert!(opened(altered(&sound, b"loca", high)).is_none(), "{place}");
        }
    }

    /// The map of characters may name glyphs that there are not.
    #[test]
    fn a_font_has_no_more_glyphs_than_it_counts() {
        let few = |mut maxp: Vec<u8>| {
            maxp[4..6].copy_from_slice(&[0, 2]);
            maxp
        };
        let face = opened(altered(&font("Other", 400, "אבג"), b"maxp", few)).expect("a font");
        assert!(face.has(' ') && !face.has('א'));
        let glyphs = face.shape("אבג", Tag::new(b"Hebr"), true);
        assert!(glyphs.iter().all(|glyph| glyph.id < 2), "{glyphs:?}");
    }

    /// What is only there in colour would be drawn as nothing.
    #[test]
    fn a_character_that_has_only_colour_is_missing() {
        let blank = |loca: Vec<u8>| vec![0; loca.len()];
        let empty = altered(&font("Other", 400, "אב"), b"loca", blank);
        assert!(opened(empty.clone()).expect("a font").has('א'));
        let colour = |_: Vec<u8>| vec![0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 14, 0, 0];
        let face = opened(altered(&empty, b"COLR", colour)).expect("a font");
        assert!(!face.has('א') && face.has(' '));
        let drawn = altered(&font("Other", 400, "אב"), b"COLR", colour);
        assert!(opened(drawn).expect("a font").has('א'));
    }
}
