//! What holds for any text as a house style: it is one, or it is refused with a place in it.

use annals::Error;
use annals::options::House;

/// A text is a house style or refused for what is in it.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    match House::from_toml("house.toml", &String::from_utf8_lossy(bytes)) {
        Ok(_) => Ok(()),
        Err(Error::Options(faults)) if faults.iter().all(|fault| fault.file == "house.toml") => {
            Ok(())
        }
        Err(error) => Err(error.to_string()),
    }
}
