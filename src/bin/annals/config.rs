//! Files of options, and the house styles that they or the command line name.

use super::unreadable;
use crate::error::{Error, Fault, FaultKind, Result, nearest, quoted};
use crate::options::{Options, ThemeChoice};
use crate::text::{Fonts, Weight};
use crate::theme::House;
use clap::Args;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes that a file of options or a house style may have.
const MOST: u64 = 1 << 20;

/// The options of the config file: the one named, or the one beside the input, or none.
pub(super) fn config(
    named: Option<PathBuf>,
    input: Option<&Path>,
    is_off: bool,
) -> Result<Options> {
    let beside = || input.map(|input| input.with_extension("toml")).filter(|path| path.is_file());
    let Some(path) = named.or_else(|| if is_off { None } else { beside() }) else {
        return Ok(Options::default());
    };
    let text = text(&path)?;
    let options: Options = toml::from_str(&text).map_err(|error| {
        let start = text.floor_char_boundary(error.span().map_or(0, |span| span.start));
        let before = &text[..start];
        let column = before.chars().rev().take_while(|&c| c != '\n').count() as u64 + 1;
        let line = before.matches('\n').count() as u64 + 1;
        let message = told(error.message());
        let fault = Fault::new(FaultKind::Option, message);
        Error::Options(vec![fault.in_file(path.display().to_string()).at(line, column)])
    })?;
    // A style that the file names lies beside it.
    let theme = options.theme.map(|theme| match theme {
        ThemeChoice::File(style) => ThemeChoice::File(path.with_file_name("").join(style)),
        other => other,
    });
    // So do fonts.
    let font = options.font.iter().map(|font| path.with_file_name("").join(font)).collect();
    Ok(Options { theme, font, ..options })
}

fn text(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    let refuse = |fact: &str| Error::options(format!("{}: {fact}", path.display()));
    if bytes.len() as u64 > MOST {
        return Err(refuse("a file of options has 1 MiB at most; name another"));
    }
    String::from_utf8(bytes).map_err(|_| refuse("the file is not UTF-8; save it as UTF-8"))
}

/// What is wrong with a config: for a key that there is not, the one that was meant.
fn told(message: &str) -> String {
    let Some(key) = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next())
    else {
        return message.to_owned();
    };
    let command = Options::augment_args(clap::Command::new("annals"));
    let flags: Vec<&str> = command.get_arguments().filter_map(|arg| arg.get_long()).collect();
    match nearest(flags.into_iter(), &[&key.to_lowercase()]) {
        Some(near) => format!("there is no option {}; did you mean {near}?", quoted(key)),
        None => format!("there is no option {}; annals --help names them all", quoted(key)),
    }
}

/// `options` with the house style read that they name, if they name one.
pub(super) fn with_style(options: Options) -> Result<Options> {
    let Some(ThemeChoice::File(path)) = &options.theme else { return Ok(options) };
    let text = text(path)?;
    let mut house = House::from_toml(&path.display().to_string(), &text)?;
    house.fonts = fonts(&house, path)?;
    Ok(Options { theme: Some(ThemeChoice::House(Box::new(house))), ..options })
}

/// The faces that a house style in `path` names, read from the folder that it lies in.
fn fonts(house: &House, path: &Path) -> Result<Option<Fonts>> {
    let file = |face: &Option<String>| face.as_ref().map(|face| path.with_file_name("").join(face));
    let files = house.faces.each_ref().map(file);
    if files == [None, None] {
        return Ok(None);
    }
    let read = |file: &Option<PathBuf>| match file {
        Some(file) => fs::read(file).map(Some).map_err(|error| unreadable(file, &error)),
        None => Ok(None),
    };
    let [regular, semi_bold] = &files;
    Fonts::own(read(regular)?, read(semi_bold)?).map(Some).map_err(|weight| {
        let file = if weight == Weight::Regular { regular } else { semi_bold };
        let file = file.as_deref().unwrap_or(path).display();
        Error::options(format!("{file} is no font; give a TrueType or OpenType file"))
    })
}
