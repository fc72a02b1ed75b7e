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
    /// The calendar.
    Calendar,
    /// The clock time, with its zone.
    Clock,
}

/// What is between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Blank,
    Comma,
    /// A hyphen, where no date is cut.
    Hyphen,
}

impl Joint {
    fn sign(self) -> &'static str {
        match self {
            Self::Blank => " ",
            Self::Comma => ", ",
            Self::Hyphen => "-",
        }
    }
}

impl DateText {
    /// A text of one piece of the calendar.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self::default().then(Joint::Blank, text)
    }

    /// The same with another piece of the calendar.
    pub(super) fn then(self, joint: Joint, text: impl Into<String>) -> Self {
        self.with(Piece { kind: PieceKind::Calendar, joint, text: text.into() })
    }

    /// The same with a clock time.
    pub(super) fn then_clock(self, joint: Joint, text: impl Into<String>) -> Self {
        self.with(Piece { kind: PieceKind::Clock, joint, text: text.into() })
    }

    fn with(mut self, piece: Piece) -> Self {
        self.pieces.push(piece);
        self
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

    /// The same after a word.
    pub(super) fn after(self, kind: PieceKind, word: &str, joint: Joint) -> Self {
        let piece = Piece { kind, joint: Joint::Blank, text: word.to_owned() };
        Self { pieces: vec![piece] }.and(joint, self)
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

    /// How many pieces at the end `other` has too; each text keeps one of its own. None if both are
    /// the same.
    pub(super) fn shared_end(&self, other: &Self) -> usize {
        if self == other {
            return 0;
        }
        let pairs = self.pieces.iter().skip(1).rev().zip(other.pieces.iter().skip(1).rev());
        let equal = pairs.take_while(|(one, other)| one == other).count();
        let can_go = |&count: &usize| {
            let (own, shared) = self.pieces.split_at(self.pieces.len() - count);
            shared.first().is_none_or(|piece| piece.joint != Joint::Hyphen)
                && own.iter().any(|piece| piece.kind != PieceKind::Modifier)
        };
        (0..=equal).rev().find(can_go).unwrap_or(0)
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

    fn words(text: &str) -> DateText {
        text.split(' ').fold(DateText::default(), |all, word| match word {
            "c." => all.with(Piece {
                kind: PieceKind::Modifier,
                joint: Joint::Blank,
                text: word.into(),
            }),
            word => all.then(Joint::Blank, word),
        })
    }

    #[test]
    fn each_text_keeps_a_piece_of_its_own() {
        for (from, to, shared) in [
            ("12 Mar 2010", "15 Mar 2010", 2),
            ("12 Mar 2010", "3 Apr 2010", 1),
            ("Mar 2010", "2010", 0),
            ("264 BC", "241 BC", 1),
            ("c. 44 BC", "44 BC", 1),
            ("c. 2010", "12 Mar 2010", 0),
            ("2010", "2010", 0),
        ] {
            assert_eq!(words(from).shared_end(&words(to)), shared, "{from} to {to}");
        }
    }

    #[test]
    fn nothing_is_cut_at_a_hyphen() {
        let mid = |word, date: &str| words(date).after(PieceKind::Calendar, word, Joint::Hyphen);
        assert_eq!(mid("mid", "Mar 2010").shared_end(&mid("end", "Mar 2010")), 1);
        assert_eq!(mid("mid", "1960s").shared_end(&mid("end", "1960s")), 0);
    }

    #[test]
    fn a_day_is_left_out_only_where_both_have_it() {
        let at = |day, clock| words(day).then_clock(Joint::Comma, clock);
        let from = at("12 Mar", "14h");
        assert_eq!(at("12 Mar", "16h").without_day_of(&from).to_string(), "16h");
        assert_eq!(at("13 Mar", "16h").without_day_of(&from).to_string(), "13 Mar, 16h");
    }
}
