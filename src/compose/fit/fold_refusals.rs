//! Why a chronicle is not folded into columns as asked.

use crate::compose::context::Context;
use crate::error::{Code, Error, Message};
use crate::geometry::to_px;
use crate::options::Fold;

/// That columns are too narrow.
pub(crate) fn too_narrow(context: &Context<'_>) -> Error {
    let wide = to_px(context.width()).ceil();
    let Some(Fold::Columns(2..)) = context.options.fold else {
        let fact = format!("{wide} px is too narrow for a chronicle; give a greater ");
        return Error::options(Code::TooNarrow, Message::new(fact).setting("width"));
    };
    let fact = format!(" find no room in {wide} px; give a greater ");
    let message = Message::new("the columns of ").unset("fold").text(fact).setting("width");
    Error::options(Code::TooNarrow, message.text(", or a smaller ").setting("fold"))
}

/// That time cannot be cut at round dates so that each part has events, and has room.
pub(crate) fn not_cut(context: &Context<'_>, columns: usize) -> Error {
    let fact = format!("time cannot be cut into {columns} columns, each with room for its events");
    let message = Message::new(fact);
    let message = match context.options.height {
        Some(_) => message.text(", in this ").unset("height").text("; give a greater one, or "),
        None => message.text("; give "),
    };
    let message = message.text("a smaller ").unset("fold");
    let code = context.options.height.map_or(Code::OfAnotherForm, |_| Code::TooLow);
    Error::options(code, message)
}

/// That a logarithmic scale is not cut.
pub(crate) fn of_log(name: &'static str) -> Error {
    let message = Message::default().unset(name);
    let message = message.text(" cuts the time axis, and a logarithm begins anew nowhere; ");
    let message = message.text("leave out ").unset_value("scale", "log");
    Error::options(Code::EvenScale, message)
}
