//! Options files, and the custom themes that they or the command line name.

use crate::files::in_file;
use crate::open;
use annals::host::{Fonts, Weight};
use annals::options::{House, ThemeChoice};
use annals::settings::{FigureEntry, Settings, ThemeText, TypefaceText};
use annals::{Code, Result};
use std::path::{Path, PathBuf};

/// Bytes that an options file or a custom theme may have.
const MOST: u64 = 1 << 20;

/// The options file: the one named, or the one beside the input, or none.
pub fn options_file(named: Option<PathBuf>, input: Option<&Path>, is_off: bool) -> Option<PathBuf> {
    let beside = || input.map(|input| input.with_extension("toml")).filter(|path| path.is_file());
    named.or_else(|| if is_off { None } else { beside() })
}

/// The settings of an options file, if there is one.
///
/// # Errors
///
/// [`annals::Error::Options`] at their lines, and [`annals::Error::System`] if it cannot be read.
pub fn settings_of(path: Option<&Path>) -> Result<Settings> {
    let Some(path) = path else { return Ok(Settings::default()) };
    let mut settings = Settings::from_toml(&path.display().to_string(), &text(path)?)?;
    anchor(&mut settings, path);
    Ok(settings)
}

/// Makes what settings of the file at `path` name relative to it.
fn anchor(settings: &mut Settings, path: &Path) {
    let folder = path.with_file_name("");
    if let Some(ThemeText::File(style)) = &mut settings.theme {
        *style = folder.join(&*style);
    }
    let typefaces = settings.font_family.iter_mut().filter_map(|one| match one {
        TypefaceText::File(file) => Some(file),
        TypefaceText::Family(_) => None,
    });
    for font in settings.font.iter_mut().chain(typefaces) {
        *font = folder.join(&*font);
    }
}

/// The figures of a file of figures, with paths relative to it.
pub(crate) fn figures(path: &Path) -> Result<Vec<FigureEntry>> {
    let mut entries = FigureEntry::all_from_toml(&path.display().to_string(), &text(path)?)?;
    let folder = path.with_file_name("");
    for entry in &mut entries {
        for file in entry.inputs.iter_mut().chain(&mut entry.outputs) {
            *file = folder.join(&*file);
        }
        anchor(&mut entry.settings, path);
    }
    Ok(entries)
}

fn text(path: &Path) -> Result<String> {
    let bytes = open::bytes(path, MOST, "the file")?;
    let refused = |_| in_file(path, Code::UnfitFile, "the file is not UTF-8; save it as UTF-8");
    String::from_utf8(bytes).map_err(refused)
}

/// The custom theme in a file.
pub(crate) fn house(path: &Path) -> Result<ThemeChoice> {
    let text = text(path)?;
    let mut house = House::from_toml(&path.display().to_string(), &text)?;
    house.fonts = fonts(&house, path)?;
    Ok(ThemeChoice::House(Box::new(house)))
}

/// The font files that the custom theme in a file names.
pub(crate) fn faces(path: &Path) -> Result<Vec<PathBuf>> {
    let house = House::from_toml(&path.display().to_string(), &text(path)?)?;
    let folder = path.with_file_name("");
    Ok(house.faces.iter().flatten().map(|face| folder.join(face)).collect())
}

/// The faces that a custom theme in `path` names, read from the folder that it lies in.
fn fonts(house: &House, path: &Path) -> Result<Option<Fonts>> {
    let file = |face: &Option<String>| face.as_ref().map(|face| path.with_file_name("").join(face));
    let files = house.faces.each_ref().map(file);
    if files == [None, None] {
        return Ok(None);
    }
    let read = |file: &Option<PathBuf>| file.as_deref().map(crate::fonts::bytes).transpose();
    let [regular, semi_bold] = &files;
    Fonts::own(read(regular)?, read(semi_bold)?).map(Some).map_err(|weight| {
        let file = if weight == Weight::Regular { regular } else { semi_bold };
        in_file(
            file.as_deref().unwrap_or(path),
            Code::UnfitFont,
            "this is not a font; give a TrueType or OpenType file",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft_args::DraftArgs;
    use clap::Args;
    use std::fs;

    /// The library names settings by their keys, which must be flags of the command.
    #[test]
    fn messages_of_the_library_name_settings_that_exist() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let command = Settings::augment_args(clap::Command::new("annals"));
        let flags = command.get_arguments().filter_map(|flag| flag.get_long());
        let mut known: Vec<String> = flags.map(str::to_owned).collect();
        assert_eq!(known, Settings::keys(), "each key is a flag");
        let of_draft = DraftArgs::augment_args(clap::Command::new("draft"));
        let flags = of_draft.get_arguments().filter_map(|flag| flag.get_long().map(str::to_owned));
        known.extend(flags);
        let mut found = 0;
        for key in named_settings(&source) {
            assert!(known.contains(&key), "{key}");
            found += 1;
        }
        assert!(found > 2, "{found}");
    }

    /// The keys that messages below a folder refer to.
    fn named_settings(folder: &Path) -> Vec<String> {
        let mut keys = Vec::new();
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                keys.extend(named_settings(&path));
                continue;
            }
            let text = fs::read_to_string(path).unwrap_or_default();
            for call in [".setting(\"", ".setting_to(\"", ".unset(\"", ".unset_value(\""] {
                let named = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
                keys.extend(named.map(str::to_owned));
            }
        }
        keys
    }
}
