//! What holds for any text as a file of options: it has settings, or it is refused for what is in it.

use annals::Error;
use annals::settings::Settings;

/// A text has settings, in TOML and in JSON, or every fault in it says something.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    for settings in [Settings::from_toml("t.toml", &text), Settings::from_json(&text)] {
        match settings.and_then(|settings| settings.convert()) {
            Ok(_) => {}
            Err(Error::Options(faults) | Error::Data(faults)) if !faults.is_empty() => {
                if let Some(fault) = faults.iter().find(|fault| fault.message.is_empty()) {
                    return Err(format!("{fault:?} says nothing"));
                }
            }
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(())
}
