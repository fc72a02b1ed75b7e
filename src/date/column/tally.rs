//! How many cells leave a question open, and what others show.

/// Answers that a question has, at most.
const ANSWERS: usize = 3;

/// Cells that say something to one question.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    open: Cells,
    shown: [Cells; ANSWERS],
}

/// How many cells, and the first of them.
#[derive(Clone, Debug, Default)]
struct Cells {
    count: u64,
    first: Option<String>,
}

impl Cells {
    fn add(&mut self, text: &str) {
        self.count += 1;
        self.first.get_or_insert_with(|| text.to_owned());
    }
}

/// What a column says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    None,
    /// The answer at this place, as a cell shows.
    Shown(usize, String),
    /// The answer at this place, as it is that of all cells together.
    Together(usize),
    /// Two answers, as two cells show.
    Conflict(String, String),
}

impl Verdict {
    /// The place of the answer, if there is one.
    pub(super) fn place(&self) -> Option<usize> {
        match *self {
            Self::Shown(place, _) | Self::Together(place) => Some(place),
            Self::None | Self::Conflict(..) => None,
        }
    }

    /// The cell that shows the answer.
    pub(super) fn evidence(&self) -> Option<&str> {
        match self {
            Self::Shown(_, text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict(..))
    }
}

impl Tally {
    pub(super) fn opened(&mut self, text: &str) {
        self.open.add(text);
    }

    pub(super) fn shown(&mut self, place: usize, text: &str) {
        if let Some(cells) = self.shown.get_mut(place) {
            cells.add(text);
        }
    }

    /// Counts further cells that leave it open.
    pub(super) fn count_open(&mut self, more: u64) {
        self.open.count += more;
    }

    /// Counts further cells that show an answer.
    pub(super) fn count_shown(&mut self, place: usize, more: u64) {
        if let Some(cells) = self.shown.get_mut(place) {
            cells.count += more;
        }
    }

    pub(super) fn open(&self) -> u64 {
        self.open.count
    }

    pub(super) fn first_open(&self) -> Option<&str> {
        self.open.first.as_deref()
    }

    fn first(&self, place: usize) -> Option<&String> {
        self.shown.get(place)?.first.as_ref()
    }

    pub(super) fn first_shown(&self) -> Option<&str> {
        (0..ANSWERS).find_map(|place| self.first(place)).map(String::as_str)
    }

    pub(super) fn shown_count(&self) -> u64 {
        self.shown.iter().map(|cells| cells.count).sum()
    }

    /// The answer at `place`, if any cell shows it.
    pub(super) fn shows(&self, place: usize) -> Verdict {
        match self.first(place) {
            Some(text) => Verdict::Shown(place, text.clone()),
            None => Verdict::None,
        }
    }

    /// One of two answers that exclude each other.
    pub(super) fn one_of(&self, one: usize, other: usize) -> Verdict {
        match (self.first(one), self.first(other)) {
            (Some(first), Some(second)) => Verdict::Conflict(first.clone(), second.clone()),
            (Some(text), None) => Verdict::Shown(one, text.clone()),
            (None, Some(text)) => Verdict::Shown(other, text.clone()),
            (None, None) => Verdict::None,
        }
    }

    /// The answer that all `cells` of a column show.
    pub(super) fn all(&self, cells: u64) -> Verdict {
        let all = self.shown.iter().position(|shown| shown.count == cells && cells > 0);
        all.map_or(Verdict::None, Verdict::Together)
    }
}
