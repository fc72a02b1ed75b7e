//! A date as text, in the pieces that two dates of a range can share.

use std::fmt::{self, Display, Formatter};

/// A date as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DateText {
    pieces: Vec<Piece>,
}

/// A piece of a date: a day, a month, a year, an era.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    kind: PieceKind,
    /// What is between it and the piece before, if there is one.
    joint: Joint,
    text: String,
}

/// What a piece is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A word about the date that is none alone: "c.", "before".
    Modifier,
    Day,
    Month,
    Year,
    /// Any other word of the calendar.
    Word,
    /// The clock time, with its zone.
    Clock,
}

/// What is between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Blank,
    Comma,
    /// The comma of Arabic letters.
    ArabicComma,
    /// Nothing.
    None,
}

impl Joint {
    fn sign(self) -> &'static str {
        match self {
            Self::Blank => " ",
            Self::Comma => ", ",
            Self::ArabicComma => "، ",
            Self::None => "",
        }
    }
}

impl Piece {
    /// Whether it is a day, a month or a year.
    fn is_unit(&self) -> bool {
        matches!(self.kind, PieceKind::Day | PieceKind::Month | PieceKind::Year)
    }
}

impl DateText {
    /// A text of one word of the calendar.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self::default().then(PieceKind::Word, Joint::None, text)
    }

    /// The same with another piece.
    pub(super) fn then(mut self, kind: PieceKind, joint: Joint, text: impl Into<String>) -> Self {
        self.pieces.push(Piece { kind, joint, text: text.into() });
        self
    }

    /// Whether it is a year alone, in one piece.
    pub(super) fn is_year(&self) -> bool {
        matches!(&self.pieces[..], [piece] if piece.kind == PieceKind::Year)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The same followed by `other`.
    pub(super) fn and(mut self, joint: Joint, other: Self) -> Self {
        let start = self.pieces.len();
        self.pieces.extend(other.pieces);
        if let Some(first) = self.pieces.get_mut(start) {
            first.joint = joint;
        }
        self
    }

    /// The same with a sign at its end.
    pub(super) fn ending_with(mut self, sign: &str) -> Self {
        if let Some(last) = self.pieces.last_mut() {
            last.text.push_str(sign);
        }
        self
    }

    /// The same without the day before the clock time, if `other` has that too.
    pub(super) fn without_day_of(mut self, other: &Self) -> Self {
        let before_clock = |text: &Self| {
            text.pieces.iter().position(|piece| piece.kind == PieceKind::Clock).unwrap_or(0)
        };
        let count = before_clock(&self);
        if self.pieces.get(..count) == other.pieces.get(..before_clock(other)) {
            self.pieces.drain(..count);
        }
        self
    }

    /// How many pieces at the beginning, and at the end, `other` has too; each text keeps one of
    /// its own. None if both are the same.
    pub(super) fn shared(&self, other: &Self) -> (usize, usize) {
        if self == other {
            return (0, 0);
        }
        let end = self.shared_end(other);
        (self.shared_start(other, end), end)
    }

    /// Words, years, and months before them or without one: a day or a month that only happens to be the same, as
    /// in 12 March 2010 – 12 April 2010, stays.
    fn shared_end(&self, other: &Self) -> usize {
        let pairs = self.pieces.iter().skip(1).rev().zip(other.pieces.iter().skip(1).rev());
        let equal = pairs.take_while(|(one, other)| one == other).count();
        let can_go = |&count: &usize| {
            let (own, shared) = self.pieces.split_at(self.pieces.len() - count);
            let has = |kind| shared.iter().any(|piece| piece.kind == kind);
            let is_after_unit = own.last().is_some_and(Piece::is_unit);
            let is_apart =
                |piece: &Piece| piece.joint != Joint::None || is_after_unit && piece.is_unit();
            shared.first().is_none_or(is_apart)
                && own.iter().any(|piece| piece.kind != PieceKind::Modifier)
                && !has(PieceKind::Day)
                && !has(PieceKind::Modifier)
                && (!has(PieceKind::Month) || has(PieceKind::Year) || !self.has_year())
        };
        (0..=equal).rev().find(can_go).unwrap_or(0)
    }

    /// The year and the month that stand before days which differ, where the year is said once.
    fn shared_start(&self, other: &Self, end: usize) -> usize {
        let is_unit = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Year | PieceKind::Month)
                && !piece.text.ends_with(['-', '/'])
        };
        let equal = self.pieces.iter().zip(&other.pieces);
        let equal = equal.take_while(|(one, other)| one == other && is_unit(one)).count();
        let has_year = |pieces: &[Piece]| pieces.iter().any(|piece| piece.kind == PieceKind::Year);
        let has_own = |text: &Self| {
            let own = text.pieces.get(equal..text.pieces.len() - end);
            own.is_some_and(|own| !own.is_empty() && own.iter().all(Piece::is_unit))
        };
        let is_said = has_year(&self.pieces[..equal])
            || has_year(&self.pieces[self.pieces.len() - end..])
            || !self.has_year();
        if equal > 0 && is_said && has_own(self) && has_own(other) { equal } else { 0 }
    }

    /// Whether it says a year, which the reader may know.
    fn has_year(&self) -> bool {
        self.pieces.iter().any(|piece| piece.kind == PieceKind::Year)
    }

    /// The same without its first `count` pieces.
    pub(super) fn without_first(mut self, count: usize) -> Self {
        self.pieces.drain(..count.min(self.pieces.len()));
        self
    }

    /// The same without the full stop of a day that it ends with.
    pub(super) fn without_stop(mut self) -> Self {
        if let Some(last) = self.pieces.last_mut().filter(|last| last.kind == PieceKind::Day) {
            last.text.truncate(last.text.trim_end_matches('.').len());
        }
        self
    }

    /// The same without its last `count` pieces.
    pub(super) fn without_last(mut self, count: usize) -> Self {
        self.pieces.truncate(self.pieces.len().saturating_sub(count));
        self
    }
}

impl Display for DateText {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, piece) in self.pieces.iter().enumerate() {
            if index > 0 {
                f.write_str(piece.joint.sign())?;
            }
            f.write_str(&piece.text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PieceKind::{Clock, Day, Modifier, Month, Word, Year};

    /// A text of pieces by their looks, `|` before those with nothing between.
    fn words(text: &str) -> DateText {
        text.split(' ').fold(DateText::default(), |all, word| {
            let joint = if word.starts_with('|') { Joint::None } else { Joint::Blank };
            let word = word.trim_start_matches('|');
            let kind = match word {
                "c." => Modifier,
                _ if word.parse::<u32>().is_ok() && word.len() == 4 => Year,
                _ if word.starts_with(|c: char| c.is_ascii_digit()) => Day,
                "Mar" | "Apr" => Month,
                _ => Word,
            };
            all.then(kind, joint, word)
        })
    }

    #[test]
    fn each_text_keeps_a_piece_of_its_own() {
        for (from, to, shared) in [
            ("12 Mar 2010", "15 Mar 2010", (0, 2)),
            ("12 Mar 2010", "3 Apr 2010", (0, 1)),
            ("12 Mar 2010", "12 Apr 2010", (0, 1)),
            ("Mar 2010", "2010", (0, 0)),
            ("264 BC", "241 BC", (0, 1)),
            ("c. 44 BC", "44 BC", (0, 1)),
            ("c. 2010", "12 Mar 2010", (0, 0)),
            ("2010", "2010", (0, 0)),
            ("Mar 4 1863", "Mar 6 1863", (1, 1)),
            ("Mar 4 1863", "Apr 4 1863", (0, 1)),
            ("Mar 4 1863", "Mar 4 1864", (0, 0)),
            ("1863 Mar 4", "1863 Mar 6", (2, 0)),
            ("1863 Mar 4", "1863 Apr 4", (1, 0)),
            ("1863 Mar", "1864 Mar", (0, 0)),
        ] {
            assert_eq!(words(from).shared(&words(to)), shared, "{from} to {to}");
        }
    }

    #[test]
    fn nothing_is_cut_where_there_is_no_blank() {
        assert_eq!(words("mid- |Mar 2010").shared(&words("end- |Mar 2010")), (0, 1));
        assert_eq!(words("mid- |1960").shared(&words("end- |1960")), (0, 0));
    }

    #[test]
    fn a_day_is_left_out_only_where_both_have_it() {
        let at = |day, clock| words(day).then(Clock, Joint::Comma, clock);
        let from = at("12 Mar", "14h");
        assert_eq!(at("12 Mar", "16h").without_day_of(&from).to_string(), "16h");
        assert_eq!(at("13 Mar", "16h").without_day_of(&from).to_string(), "13 Mar, 16h");
    }
}
