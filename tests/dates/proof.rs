//! What holds for every text, whoever thinks it up: random tests and the fuzzer.

use annals::Date;
use annals::date::{DateOptions, DateOrder, Fiscal, Locale, UtcOffset};

/// What must outlast printing and reading again.
fn lasting(date: &Date) -> impl PartialEq + std::fmt::Debug + use<> {
    let doubts = (date.uncertain.any(), date.approximate.any());
    (date.lo, date.hi, date.precision, doubts, date.zone)
}

/// What is printed reads the same.
pub(crate) fn reads_again(date: &Date, options: &DateOptions) -> Result<(), String> {
    let words = date.to_string();
    // It is printed in English, where a comma parts thousands: 10,000 ka is 10.000 in Russian.
    let options = DateOptions { locale: None, ..options.clone() };
    let again = Date::parse(&words, &options).map_err(|error| format!("{words}: {error}"))?;
    if lasting(&again) == lasting(date) {
        return Ok(());
    }
    let [old, new] = [date, &again].map(|date| format!("{:?}", lasting(date)));
    Err(format!("{:?} as {words}: {old} became {new}", date.written))
}

/// Options that decide nothing, and options that decide everything.
fn choices() -> [DateOptions; 2] {
    let all = DateOptions {
        order: Some(DateOrder::Dmy),
        fiscal: "oct:end".parse::<Fiscal>().ok(),
        zone: UtcOffset::from_seconds(5 * 3600),
        locale: Some(Locale::Ru),
        ..DateOptions::default()
    };
    [DateOptions::default(), all]
}

/// A text is read or refused: what is read is no longer than nothing and reads the same when it
/// was printed; a refusal points into the text.
pub(crate) fn holds(text: &str) -> Result<(), String> {
    for options in choices() {
        match Date::parse(text, &options) {
            Ok(date) => {
                let ends = date.lo().zip(date.hi());
                if ends.is_some_and(|(lo, hi)| lo >= hi) {
                    return Err(format!("{text:?} is empty: {date:?}"));
                }
                let _ = (date.iso_bounds(), date.best());
                reads_again(&date, &options)?;
            }
            Err(error) if error.offset > text.chars().count() => {
                return Err(format!("{text:?}: {error} points beyond"));
            }
            Err(_) => {}
        }
    }
    Ok(())
}
