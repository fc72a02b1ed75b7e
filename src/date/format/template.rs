//! Templates filled with pieces: text whose blanks part pieces, and fields that are pieces of their
//! own.

use super::text::{DateText, Joint, PieceKind};

/// A text in the making, piece by piece.
#[derive(Default)]
pub(super) struct PieceBuilder {
    text: DateText,
    /// What stands before the next piece; none where it continues the last one.
    joint: Option<Joint>,
}

impl PieceBuilder {
    /// Adds text: blanks and commas before them part pieces, all else is glued to the last one.
    pub(super) fn text(&mut self, text: &str, kind: PieceKind) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let is_before_blank = chars.peek() == Some(&' ');
            match c {
                ' ' => self.joint = self.joint.or(Some(Joint::Blank)),
                ',' if is_before_blank => self.joint = Some(Joint::Comma),
                '،' if is_before_blank => self.joint = Some(Joint::ArabicComma),
                _ => self.glue(c, kind),
            }
        }
    }

    fn glue(&mut self, c: char, kind: PieceKind) {
        let text = std::mem::take(&mut self.text);
        let glued = self.joint.is_none() && !text.is_empty();
        self.text = if glued {
            text.ending_with(c.encode_utf8(&mut [0; 4]))
        } else {
            text.then(kind, self.joint.unwrap_or(Joint::None), c)
        };
        self.joint = None;
    }

    /// Adds a piece of its own.
    pub(super) fn piece(&mut self, kind: PieceKind, text: impl Into<String>) {
        self.add(DateText::default().then(kind, Joint::None, text));
    }

    /// Adds the pieces of another text.
    pub(super) fn add(&mut self, other: DateText) {
        let joint = self.joint.take().unwrap_or(Joint::None);
        self.text = std::mem::take(&mut self.text).and(joint, other);
    }

    pub(super) fn done(self) -> DateText {
        self.text
    }
}

/// `template` with the fields in braces, by their names. Its own text is of one kind of pieces.
pub(super) fn filled(template: &str, kind: PieceKind, fields: &[(&str, &DateText)]) -> DateText {
    let mut builder = PieceBuilder::default();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        builder.text(before, kind);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, field)) = fields.iter().find(|(known, _)| *known == name) {
            builder.add((*field).clone());
        }
        rest = after;
    }
    builder.text(rest, kind);
    builder.done()
}
