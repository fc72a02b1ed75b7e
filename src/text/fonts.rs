//! The faces of a figure, and which of them has a character.

use super::clean::{clean, excess_marks, is_unseen};
use super::typeset::{QuoteMarks, typeset};
use super::{Face, FaceId, Weight};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};

/// Source Sans 3, © Adobe, under the SIL Open Font License beside the files.
const REGULAR: &[u8] = include_bytes!("font/SourceSans3-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("font/SourceSans3-SemiBold.ttf");

static BUNDLED: LazyLock<Fonts> = LazyLock::new(|| {
    let open = |data: &'static [u8]| {
        Arc::new(Face::new(Arc::new(data), 0).expect("the bundled faces are sound"))
    };
    Fonts::of(vec![open(REGULAR), open(SEMI_BOLD)], true)
});

/// How many faces are a figure's own: the first ones, by weight.
const OWN: usize = 2;

/// The commonest characters, all of them Latin or of no script: they need no further look.
const PLAIN: [RangeInclusive<char>; 7] =
    [' '..='~', '\u{A1}'..='\u{17F}', '–'..='—', '‘'..='’', '“'..='”', '…'..='…', '€'..='€'];

/// The faces that text is set in. Cloning is cheap.
///
/// A figure's own faces come first; what they lack is set in the first of the others that has it.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<[Arc<Face>]>,
    /// The faces for each weight, the first to be asked first.
    orders: Arc<[Vec<FaceId>; 2]>,
    /// Whether the first faces have all of [`PLAIN`].
    has_plain: bool,
    /// The marks that typed text is set with; none to leave it as it is.
    marks: Option<QuoteMarks>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({} faces)", self.faces.len())
    }
}

impl PartialEq for Fonts {
    /// Whether the same faces are in the same order, and text is set alike.
    fn eq(&self, other: &Self) -> bool {
        let same = || self.files().eq(other.files());
        self.marks == other.marks && (Arc::ptr_eq(&self.faces, &other.faces) || same())
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

impl Fonts {
    /// The bundled faces alone: Source Sans 3 Regular and SemiBold.
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// Faces of one's own for regular and semibold, the bundled ones where there are none; those
    /// also have what one's own lack.
    ///
    /// # Errors
    ///
    /// The weight of the first whose bytes are no font.
    pub fn own(regular: Option<Vec<u8>>, semi_bold: Option<Vec<u8>>) -> Result<Self, Weight> {
        let bundled = Self::bundled();
        let open = |own: Option<Vec<u8>>, weight: Weight| match own {
            Some(data) => Face::new(Arc::new(data), 0).map(Arc::new).ok_or(weight),
            None => Ok(bundled.faces[weight as usize].clone()),
        };
        let regular = open(regular, Weight::Regular)?;
        Ok(Self::before_bundled([regular, open(semi_bold, Weight::SemiBold)?]))
    }

    /// Of faces of one's own, for each weight the one that serves it best; the bundled ones have what they
    /// lack. None if there is no face.
    pub fn family(faces: &[Arc<Face>]) -> Option<Self> {
        let best = |weight| faces.iter().min_by_key(|face| face.misfit(weight)).cloned();
        Some(Self::before_bundled([best(Weight::Regular)?, best(Weight::SemiBold)?]))
    }

    fn before_bundled(own: [Arc<Face>; OWN]) -> Self {
        let has_plain =
            |face: &Face| PLAIN.into_iter().flatten().all(|c| is_unseen(c) || face.has(c));
        let has_plain = own.iter().all(|face| has_plain(face));
        Self::of(own.to_vec(), has_plain).with(&Self::bundled().faces)
    }

    /// Whether one face serves both weights, so that nothing is set off by strength.
    pub fn has_one_weight(&self) -> bool {
        self.faces[Weight::Regular as usize] == self.faces[Weight::SemiBold as usize]
    }

    /// These faces, and `more` to fall back on in their order, but those of one family by weight.
    pub fn with(&self, more: &[Arc<Face>]) -> Self {
        if more.is_empty() {
            return self.clone();
        }
        Self::of(self.faces.iter().chain(more).cloned().collect(), self.has_plain)
    }

    fn of(faces: Vec<Arc<Face>>, has_plain: bool) -> Self {
        let orders = [Weight::Regular, Weight::SemiBold].map(|weight| order(&faces, weight));
        Self { faces: faces.into(), orders: Arc::new(orders), has_plain, marks: None }
    }

    /// The same, with typed text set as print has it, with these quotation marks.
    #[must_use]
    pub fn typesetting(self, marks: QuoteMarks) -> Self {
        Self { marks: Some(marks), ..self }
    }

    /// `text` as it is set, unless no face has the signs that it would need.
    pub fn typeset(&self, text: &str) -> String {
        let Some(marks) = self.marks else { return text.to_owned() };
        let set = typeset(text, marks);
        let has = |c: char| is_unseen(c) || self.faces.iter().any(|face| face.has(c));
        let is_new = |c: char| !text.contains(c);
        if set.chars().filter(|&c| is_new(c)).all(has) { set } else { text.to_owned() }
    }

    fn files(&self) -> impl Iterator<Item = (&[u8], u32)> {
        self.faces.iter().map(|face| ((**face.data()).as_ref(), face.index()))
    }

    /// Whether `text` is of the commonest characters, and the first faces have all of them.
    pub(super) fn is_plain(&self, text: &str) -> bool {
        self.has_plain && text.chars().all(|c| PLAIN.iter().any(|range| range.contains(&c)))
    }

    /// Whether there are faces besides the figure's own.
    pub fn has_more(&self) -> bool {
        self.faces.len() > OWN
    }

    /// Whether a face is one of the figure's own.
    pub fn is_own(&self, id: FaceId) -> bool {
        id.0 < OWN
    }

    /// Whether a face was brought along for what the others lack: it is neither the figure's own
    /// nor bundled.
    pub(super) fn is_brought(&self, id: FaceId) -> bool {
        let data = (**self.face(id).data()).as_ref().as_ptr();
        !self.is_own(id) && data != REGULAR.as_ptr() && data != SEMI_BOLD.as_ptr()
    }

    /// A face by its number; the first for a number of other fonts.
    pub fn face(&self, id: FaceId) -> &Face {
        self.faces.get(id.0).unwrap_or(&self.faces[0])
    }

    /// The faces by number: first the one of each weight.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &Face)> {
        self.faces.iter().enumerate().map(|(index, face)| (FaceId(index), &**face))
    }

    /// The faces for text of `weight`, the first to be asked first.
    pub(super) fn order(&self, weight: Weight) -> &[FaceId] {
        &self.orders[weight as usize]
    }

    /// Whether a face has all characters of `text` that are to be seen.
    pub(super) fn has_all(&self, face: FaceId, text: &str) -> bool {
        text.chars().all(|c| is_unseen(c) || self.face(face).has(c))
    }

    /// The first face of `order` that has all of a cluster, or its first character, or any.
    pub(super) fn best(&self, order: &[FaceId], cluster: &str) -> FaceId {
        let first = cluster.chars().next().unwrap_or(' ');
        let mut faces = order.iter().copied();
        let whole = faces.clone().find(|&face| self.has_all(face, cluster));
        whole.or_else(|| faces.find(|&face| self.face(face).has(first))).unwrap_or(order[0])
    }

    /// Characters of `text` that no face has, in the order of first use.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut seen = BTreeSet::from(['\n']);
        clean(text)
            .chars()
            .filter(|&c| {
                seen.insert(c) && !is_unseen(c) && !self.faces.iter().any(|face| face.has(c))
            })
            .collect()
    }

    /// How many marks of `text` are left out because one letter carries too many.
    pub fn excess_marks(&self, text: &str) -> usize {
        excess_marks(text)
    }
}

/// The faces that text of `weight` is set in, the first to be asked first: the figure's own of that
/// weight, then the others in their order, those of one family together and the best fit first.
fn order(faces: &[Arc<Face>], weight: Weight) -> Vec<FaceId> {
    let more = faces.iter().skip(OWN);
    let first = |face: &Face| more.clone().position(|one| one.family() == face.family());
    let mut order: Vec<usize> = (OWN..faces.len()).collect();
    order.sort_by_key(|&index| (first(&faces[index]), faces[index].misfit(weight)));
    std::iter::once(weight as usize).chain(order).map(FaceId).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_faces_have_the_commonest_characters() {
        let fonts = Fonts::bundled();
        let lacks = |face: &Face| PLAIN.into_iter().flatten().find(|&c| !face.has(c));
        assert_eq!(fonts.faces().find_map(|(_, face)| lacks(face)), None);
    }

    #[test]
    fn faces_of_ones_own_serve_by_weight_in_any_order() {
        let [regular, semi_bold] = [0, 1].map(|index| Fonts::bundled().faces[index].clone());
        assert!(Fonts::family(&[]).is_none());
        for faces in [[&regular, &semi_bold], [&semi_bold, &regular]] {
            let own = Fonts::family(&faces.map(Clone::clone)).expect("two faces");
            assert!(own.faces[0] == regular && own.faces[1] == semi_bold);
            assert!(!own.has_one_weight() && own.is_plain("é"));
        }
        let one = Fonts::family(&[regular]).expect("a face");
        assert!(one.has_one_weight() && one.missing("ж").is_empty());
    }

    #[test]
    fn missing_characters_are_named_once() {
        assert_eq!(Fonts::bundled().missing("a中文中é"), ['中', '文']);
        assert_eq!(Fonts::bundled().missing("Ελλάδα Россия Łódź Việt – “…” $€₹ ½ ’"), []);
    }
}
