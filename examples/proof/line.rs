//! Functions of a place that never grow, in straight pieces with jumps, on whole numbers.

/// More than anything costs.
pub(crate) const NEVER: i64 = i64::MAX / 8;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    at: i64,
    value: i64,
    slope: i64,
}

impl Piece {
    fn value(&self, at: i64) -> i64 {
        self.value + self.slope * (at - self.at)
    }
}

/// [`NEVER`] before the first piece, level in the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line(Vec<Piece>);

impl Line {
    pub(crate) fn level(from: i64, value: i64) -> Self {
        Self(vec![Piece { at: from, value, slope: 0 }])
    }

    pub(crate) fn is_never(&self) -> bool {
        self.0.is_empty()
    }

    /// The least value.
    pub(crate) fn low(&self) -> i64 {
        self.0.last().map_or(NEVER, |piece| piece.value)
    }

    pub(crate) fn first(&self) -> Option<i64> {
        Some(self.0.first()?.at)
    }

    /// Places with their values where pieces begin and end, and those given where the line falls.
    pub(crate) fn places(&self, edges: impl Iterator<Item = i64>) -> Vec<(i64, i64)> {
        let edges: Vec<i64> = edges.collect();
        let mut places = Vec::new();
        for (index, piece) in self.0.iter().enumerate() {
            places.push((piece.at, piece.value));
            if piece.slope < 0 {
                let end = self.end(index);
                let inside = edges.iter().copied().chain([end]);
                let inside = inside.filter(|&at| piece.at < at && at <= end);
                places.extend(inside.map(|at| (at, piece.value(at))));
            }
        }
        places
    }

    fn push(&mut self, piece: Piece) {
        if self
            .0
            .last()
            .is_none_or(|last| last.slope != piece.slope || last.value(piece.at) != piece.value)
        {
            self.0.push(piece);
        }
    }

    /// Where the piece at an index ends.
    fn end(&self, index: usize) -> i64 {
        self.0.get(index + 1).map_or(NEVER, |next| next.at - 1)
    }

    /// The least up to each place of the sum of this and of what begins with `value` at the first
    /// place of a range and goes on with `slope`; it counts within the range alone.
    pub(crate) fn plus(&self, [from, to]: [i64; 2], value: i64, slope: i64) -> Self {
        let (mut sum, mut least) = (Self::default(), NEVER);
        for (index, piece) in self.0.iter().enumerate() {
            let (first, last) = (piece.at.max(from), self.end(index).min(to));
            if first > last {
                continue;
            }
            let here = piece.value(first) + value + slope * (first - from);
            let down = piece.slope + slope;
            let start = if here < least {
                first
            } else if down < 0 {
                first + (here - least) / -down + 1
            } else {
                continue;
            };
            if start > last {
                continue;
            }
            least = here + down * (start - first);
            let falls = down < 0 && start < last;
            sum.push(Piece { at: start, value: least, slope: if falls { down } else { 0 } });
            if falls {
                least += down * (last - start);
                sum.push(Piece { at: last, value: least, slope: 0 });
            }
        }
        sum
    }

    /// The same up to a place, and level from there on.
    pub(crate) fn capped(&self, cap: i64) -> Self {
        self.plus([i64::MIN / 8, cap], 0, 0)
    }

    pub(crate) fn shifted(mut self, by: i64) -> Self {
        self.0.iter_mut().for_each(|piece| piece.at += by);
        self
    }

    /// The stretches in which both are straight, from the first place of either, each with the pieces
    /// of both.
    fn stretches<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = ([i64; 2], Option<&'a Piece>, Option<&'a Piece>)> {
        let (mut one, mut two) = (0, 0);
        std::iter::from_fn(move || {
            let next = [self.0.get(one), other.0.get(two)].into_iter().flatten();
            let at = next.map(|piece| piece.at).min()?;
            one += usize::from(self.0.get(one).is_some_and(|piece| piece.at == at));
            two += usize::from(other.0.get(two).is_some_and(|piece| piece.at == at));
            let next = [self.0.get(one), other.0.get(two)].into_iter().flatten();
            let end = next.map(|piece| piece.at - 1).min().unwrap_or(NEVER);
            let piece = |line: &'a Self, past: usize| past.checked_sub(1).map(|at| &line.0[at]);
            Some(([at, end], piece(self, one), piece(other, two)))
        })
    }

    /// The lesser of both at each place.
    pub(crate) fn min(&self, other: &Self) -> Self {
        let mut least = Self::default();
        for ([at, end], one, two) in self.stretches(other) {
            let begin = |piece: &Piece| Piece { at, value: piece.value(at), ..*piece };
            let (low, high) = match (one.map(begin), two.map(begin)) {
                (Some(one), Some(two)) if one.value <= two.value => (one, two),
                (Some(one), Some(two)) => (two, one),
                (one, two) => {
                    one.or(two).into_iter().for_each(|piece| least.push(piece));
                    continue;
                }
            };
            least.push(low);
            let closing = low.slope - high.slope;
            if closing > 0 {
                let cross = at + (high.value - low.value) / closing + 1;
                if cross <= end {
                    least.push(Piece { at: cross, value: high.value(cross), ..high });
                }
            }
        }
        least
    }

    /// How much more than another it is at most, where that is not never.
    pub(crate) fn over(&self, other: &Self) -> i64 {
        let mut most = -NEVER;
        for ([at, end], one, two) in self.stretches(other) {
            match (one, two) {
                (_, None) => {}
                (None, _) => return NEVER,
                (Some(one), Some(two)) => {
                    most = most.max(one.value(at) - two.value(at));
                    if end < NEVER {
                        most = most.max(one.value(end) - two.value(end));
                    }
                }
            }
        }
        most
    }
}
