//! What a host asks for, and the options that come of it.

use annals::options::{Face, House, ThemeChoice};
use annals::settings::{Settings, ThemeText};
use annals::{Code, Error, FigureOptions, Format, ReadOptions, RenderOptions, Result};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::sync::Arc;

/// What a host asks for, as an object in JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// The table's name in messages; without its extension, that of a figure without a title.
    pub name: String,
    /// Options by the keys of an options file; they come before those of `toml`.
    pub options: Option<Box<RawValue>>,
    /// The text of an options file.
    pub toml: String,
    /// The text of a custom theme, which a `theme` that ends in `.toml` stands for.
    pub house: String,
    /// The formats to write, by name; none to check only.
    pub formats: Vec<String>,
    /// The lengths in bytes of the fonts that follow the table.
    pub fonts: Vec<usize>,
}

/// What comes of a request and the bytes beside it.
pub(crate) struct Plan<'a> {
    pub(crate) read: ReadOptions,
    pub(crate) figure: FigureOptions,
    pub(crate) render: RenderOptions,
    pub(crate) formats: Vec<Format>,
    pub(crate) table: &'a [u8],
    /// The document's name where the figure has no title.
    pub(crate) title: String,
    pub(crate) is_strict: bool,
}

impl<'a> Plan<'a> {
    /// The plan of a request in JSON.
    pub(crate) fn new(request: &[u8], bytes: &'a [u8]) -> Result<Self> {
        let refused = |error| Error::internal(format!("the host's request is broken: {error}"));
        let request: Request = serde_json::from_slice(request).map_err(refused)?;
        let settings = settings(&request)?;
        let mut options = settings.convert()?;
        options.read.name = name(&request.name, "table");
        if let Some(ThemeText::File(path)) = &settings.theme {
            options.figure.theme = Some(house(&path.display().to_string(), &request.house)?);
        }
        let (table, fonts) = split(bytes, &request.fonts)?;
        options.figure.faces = fonts.into_iter().map(face).collect::<Result<_>>()?;
        let stem = request.name.rsplit_once('.').map_or(request.name.as_str(), |(stem, _)| stem);
        Ok(Self {
            read: options.read,
            figure: options.figure,
            render: options.render,
            formats: request.formats.iter().map(|name| format(name)).collect::<Result<_>>()?,
            table,
            title: name(stem, "Timeline"),
            is_strict: settings.strict == Some(true),
        })
    }
}

/// The options of a request, each from the first place that has it.
fn settings(request: &Request) -> Result<Settings> {
    let given = match &request.options {
        Some(object) => Settings::from_json(object.get())?,
        None => Settings::default(),
    };
    let file = name(&request.name, "options");
    let settings = given.or(Settings::from_toml(&format!("{file} (options)"), &request.toml)?);
    if !settings.font_family.is_empty() {
        let message = "the typeface cannot be replaced here; leave out `font-family`";
        return Err(Error::options(Code::UnfitFont, message));
    }
    if settings.font.is_empty() && settings.system_fonts != Some(true) {
        return Ok(settings);
    }
    Err(Error::options(Code::UnfitFont, "no font can be opened by its name here; give its bytes"))
}

fn name(given: &str, default: &str) -> String {
    if given.is_empty() { default.into() } else { given.into() }
}

/// The custom theme in a text; `path` is what the options call it.
fn house(path: &str, text: &str) -> Result<ThemeChoice> {
    if text.is_empty() {
        return Err(Error::options(
            Code::UnfitFile,
            format!("{path} cannot be opened here; give its text as house"),
        ));
    }
    let house = House::from_toml(path, text)?;
    if house.faces.iter().any(Option::is_some) {
        return Err(Error::options(
            Code::UnfitFont,
            format!("{path}: fonts of a custom theme cannot be opened here"),
        ));
    }
    Ok(ThemeChoice::House(Box::new(house)))
}

/// The table, and the fonts of these lengths after it.
fn split<'a>(bytes: &'a [u8], fonts: &[usize]) -> Result<(&'a [u8], Vec<&'a [u8]>)> {
    let broken = || Error::internal("the host's fonts are longer than what it gave");
    let mut end = bytes.len();
    let mut parts = Vec::new();
    for length in fonts.iter().rev() {
        let start = end.checked_sub(*length).ok_or_else(broken)?;
        parts.push(&bytes[start..end]);
        end = start;
    }
    parts.reverse();
    Ok((&bytes[..end], parts))
}

fn face(bytes: &[u8]) -> Result<Arc<Face>> {
    let face = Face::new(Arc::new(bytes.to_vec()), 0).map(Arc::new);
    face.ok_or_else(|| {
        Error::options(
            Code::UnfitFont,
            "a font is none with outlines; give a TrueType or OpenType file",
        )
    })
}

fn format(name: &str) -> Result<Format> {
    Format::from_name(name).ok_or_else(|| {
        Error::options(
            Code::WrongValue,
            format!("there is no format {name}; choose {}", Format::choice("")),
        )
    })
}
