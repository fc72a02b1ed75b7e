//! The statements of a diagram, and what all kinds of diagrams have in common.

use crate::error::{Code, Message, quoted};
use crate::read::documents::held::HeldCell;
use crate::read::documents::lines::{TextLine, lines};
use std::ops::Range;

/// The lines of a diagram that say something, without remarks and descriptions for readers who
/// cannot see it.
pub(super) fn statements<'t>(
    text: &'t str,
    body: Range<usize>,
) -> impl Iterator<Item = TextLine<'t>> {
    let mut is_description = false;
    lines(text, body).map(|line| line.trim()).filter(move |line| {
        let opens = line.text.starts_with("accDescr") && line.text.contains('{');
        let is_left_out = is_description
            || line.text.starts_with("accDescr")
            || line.text.starts_with("accTitle");
        is_description = (is_description || opens) && !line.text.contains('}');
        !is_left_out && !line.text.is_empty() && !line.text.starts_with("%%")
    })
}

/// What follows a word at the start of a line.
pub(super) fn after_word<'t>(line: &TextLine<'t>, word: &str) -> Option<TextLine<'t>> {
    let rest = line.text.strip_prefix(word)?;
    let is_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_word.then(|| line.split_at(word.len(), 0).1.trim())
}

/// That the title of a diagram is not that of the figure.
pub(super) fn title(line: &TextLine<'_>) -> Message {
    let fact = format!("the title {} is not taken; set ", quoted(line.text));
    Message::new(fact)
        .setting("title")
        .text(" to have it above the figure")
        .coded(Code::TitleNotTaken)
}

/// The names of columns.
pub(super) fn headers(names: &[&str]) -> Vec<HeldCell> {
    names.iter().map(|name| HeldCell::made(*name, 0..0)).collect()
}
