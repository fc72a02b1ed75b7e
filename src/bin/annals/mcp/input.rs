//! What a call of a tool gives: a table as text, and options as in an options file.

use super::{Refusal, WRONG_PARAMS};
use crate::composed::{Composed, TableSource, composed, converted};
use crate::progress::Progress;
use annals::settings::{Converted, Settings, ThemeText, TypefaceText};
use annals::{Code, Error, ReadOptions, Result, Table, read_table};
use serde_json::Value;

/// What messages call the table.
const NAME: &str = "table";

/// A table, and how it is to be drawn.
pub(super) struct Input<'v> {
    pub(super) table: &'v str,
    settings: Settings,
}

/// A table as text.
struct TableText<'v>(&'v str);

impl TableSource for TableText<'_> {
    fn name(&self) -> String {
        NAME.into()
    }

    fn stem(&self) -> Option<String> {
        None
    }

    fn read(&self, options: &ReadOptions) -> Result<Table> {
        read_table(self.0.as_bytes(), options)
    }
}

/// The text of an argument; none if it is not given.
pub(super) fn text<'v>(
    arguments: &'v Value,
    key: &str,
) -> std::result::Result<Option<&'v str>, Refusal> {
    match arguments.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal(WRONG_PARAMS, format!("{key} is a text"))),
    }
}

/// The text of an argument that is needed.
pub(super) fn needed<'v>(arguments: &'v Value, key: &str) -> std::result::Result<&'v str, Refusal> {
    text(arguments, key)?.ok_or_else(|| Refusal(WRONG_PARAMS, format!("{key} is missing")))
}

impl<'v> Input<'v> {
    /// The input that some arguments are.
    pub(super) fn of(arguments: &'v Value) -> std::result::Result<Self, Refusal> {
        let table = needed(arguments, "table")?;
        let options = arguments.get("options").filter(|options| !options.is_null());
        let settings = options.map(|options| serde_json::from_value::<Settings>(options.clone()));
        let wrong = |error: serde_json::Error| Refusal(WRONG_PARAMS, format!("options: {error}"));
        let settings = settings.transpose().map_err(wrong)?.unwrap_or_default();
        if names_file(&settings) {
            let words =
                "options: no file is read; name no font file, and choose a theme by its name";
            return Err(Refusal(WRONG_PARAMS, words.into()));
        }
        Ok(Self { table, settings })
    }

    /// The options as the library takes them.
    pub(super) fn options(&self) -> Result<Converted> {
        let mut options = converted(&self.settings)?;
        options.read.name = NAME.into();
        Ok(options)
    }

    /// Reads the table and composes its figure.
    pub(super) fn composed(&self) -> Result<Composed> {
        composed(&[TableText(self.table)], &self.settings, &Progress::start())
    }
}

/// Whether a file would be read for some settings.
fn names_file(settings: &Settings) -> bool {
    let is_file = |one: &TypefaceText| matches!(one, TypefaceText::File(_));
    matches!(settings.theme, Some(ThemeText::File(_)))
        || !settings.font.is_empty()
        || settings.font_family.iter().any(is_file)
}

/// An error of the command line, for a call that the tools refuse.
pub(super) fn no_folder() -> Error {
    let message = "no file is written, as no folder was named at the start; leave file out, or start \
                   annals mcp --dir FOLDER";
    Error::options(Code::CannotWrite, message)
}
