//! Panics, which are faults of the program: they are reported with message and place.

use annals::{Error, Note};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::sync::Mutex;

/// What a run gives: what the user should know, or all that went wrong, as several figures can be at fault
/// at once.
pub(crate) type Outcome = Result<Vec<Note>, Vec<Error>>;

/// The message and the place of the last panic.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// What `work` gives. While it works, a panic prints nothing by itself: whoever catches it decides
/// whether it is an error of the program or of a font.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Vec<Error>>) -> Result<T, Vec<Error>> {
    set_hook(Box::new(remember));
    // The arguments go with the call, and nothing of it is looked at afterwards.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(vec![Error::internal("panic")]))
}

fn remember(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or("an unknown place".into(), ToString::to_string);
    let message = panic.payload_as_str().unwrap_or("no message");
    if let Ok(mut last) = LAST.lock() {
        *last = Some(format!("{message} at {place}"));
    }
}

/// The report of an internal error, with the panic that caused it if there was one.
pub(crate) fn report(error: &Error) -> String {
    let panic = LAST.lock().ok().and_then(|mut last| last.take());
    let cause = match (panic, error) {
        (Some(panic), _) => panic,
        (None, Error::Internal { message, .. }) => message.to_string(),
        (None, other) => other.to_string(),
    };
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "error: internal error, nothing was written: {cause}\n\
         this is a bug in annals {version}; please report it with this message, the \
         command line and, if you can, the table"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_reported_with_its_message_and_place() {
        let caught: Outcome = caught(|| panic!("no glyph {}", 7));
        let _ = std::panic::take_hook();
        let errors = caught.expect_err("a panic");
        let report = report(&errors[0]);
        let place = format!("no glyph 7 at {}:", file!());
        assert!(report.contains(&place), "{report}");
        assert!(report.contains("please report it"), "{report}");
        let error = Error::internal("two labels overlap");
        assert!(super::report(&error).contains("two labels overlap"));
    }
}
