//! The text of a file that is held as a whole, up to the limit of bytes or to the first damage.

use super::TableLimits;
use super::encoding::not_utf8;
use super::problem::{ProblemPlace, RowProblem};
use super::window::Window;
use crate::error::Code;
use std::io::{self, Read};

/// The text of a file.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// All of it, or what comes before `cut`.
    pub text: String,
    /// Why the text ends before the file does, placed where it ends.
    pub cut: Option<RowProblem>,
}

impl Document {
    /// Reads a file to its end.
    pub(super) fn read<R: Read>(window: Window<R>, limits: TableLimits) -> io::Result<Self> {
        let (mut bytes, mut decoder) = window.into_parts();
        let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
        let mut before = usize::MAX;
        while bytes.len() <= most && bytes.len() != before {
            before = bytes.len();
            decoder.append(&mut bytes)?;
        }
        let is_cut = bytes.len() > most;
        bytes.truncate(most);
        let damage = match str::from_utf8(&bytes) {
            // What was cut may be cut within a character.
            Err(error) if !(is_cut && error.error_len().is_none()) => {
                Some(not_utf8(&bytes, error.valid_up_to(), decoder.encoding()))
            }
            _ => is_cut.then(|| too_long(limits)),
        };
        let cut = damage.map(|problem| RowProblem { place: ProblemPlace::Byte(0), ..problem });
        Ok(Self { text: sound(bytes), cut })
    }
}

fn too_long(limits: TableLimits) -> RowProblem {
    RowProblem::new(Code::TooManyBytes, ProblemPlace::Row, limits.too_many_bytes())
}

/// The bytes as text, as far as they are UTF-8.
fn sound(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let sound = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(sound);
        String::from_utf8(bytes).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::encoding::Decoder;

    fn document(bytes: &[u8], most: u64) -> (String, String) {
        let window = Window::new(Decoder::new(bytes, None).expect("a slice"));
        let limits = TableLimits { bytes: most, ..TableLimits::default() };
        let Document { text, cut } = Document::read(window, limits).expect("a slice");
        (text, cut.map_or(String::new(), |problem| problem.message.to_string()))
    }

    #[test]
    fn a_text_ends_at_the_limit_or_at_damage() {
        assert_eq!(document("[é]".as_bytes(), 4), ("[é]".into(), String::new()));
        for (most, text) in [(3, "[é"), (2, "[")] {
            let (cut, why) = document("[é]".as_bytes(), most);
            assert!(cut == text && why.contains("`max-bytes`"), "{why}");
        }
        let (cut, why) = document(b"[\"\n\xC3\xA9\xE9\"]", 99);
        assert!(cut == "[\"\né" && why.starts_with("byte 3 of this line, 0xE9"), "{why}");
        assert_eq!(document("a".repeat(200_000).as_bytes(), 1 << 20).0.len(), 200_000);
    }
}
