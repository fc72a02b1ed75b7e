//! A file of several figures: `[figure.NAME]` tables with inputs, outputs and options, and options for all
//! of them at its top.
//!
//! In: the text of the file in TOML. Out: its figures in the order of the file, or all that is wrong with
//! it, by line and column. Opens no file.

use super::Settings;
use super::file::{no_toml, of_keys, placed};
use super::given::Given;
use super::parse::one_or_many;
use crate::error::{Code, Error, Fault, Result, quoted};
use serde::Deserialize;
use std::ops::Range;
use std::path::{PathBuf, is_separator};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// One figure of a file of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureEntry {
    /// What it is called in the file.
    pub name: String,
    /// Its tables, at least one, as paths relative to the file.
    pub inputs: Vec<PathBuf>,
    /// Its pictures, at least one; [`FigureEntry::NAME`] in them is not replaced yet.
    pub outputs: Vec<PathBuf>,
    /// Its options, and those of the top of the file.
    pub settings: Settings,
}

/// The tables and pictures that a part of the file names.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct FigureFiles {
    #[serde(deserialize_with = "one_or_many")]
    input: Vec<PathBuf>,
    #[serde(deserialize_with = "one_or_many")]
    output: Vec<PathBuf>,
}

/// What the top of the file or one of its figures says.
#[derive(Clone, Default)]
struct FigurePart {
    files: FigureFiles,
    settings: Settings,
}

/// A key of a table with its value.
type KeyValue<'i> = (Spanned<DeString<'i>>, Spanned<DeValue<'i>>);

/// Reads the parts of a file and collects their faults.
struct FigureReader<'i> {
    name: &'i str,
    text: &'i str,
    faults: Vec<Fault>,
}

impl FigureEntry {
    /// In the name of an output, the name of its figure.
    pub const NAME: &str = "{name}";

    /// The figures of a file of figures; `name` is the file in messages.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] with every fault that was found.
    pub fn all_from_toml(name: &str, text: &str) -> Result<Vec<FigureEntry>> {
        parse(name, text)
    }
}

fn parse(name: &str, text: &str) -> Result<Vec<FigureEntry>> {
    let table =
        DeTable::parse(text).map_err(|error| Error::Options(vec![no_toml(&error, name, text)]))?;
    let mut reader = FigureReader { name, text, faults: Vec::new() };
    let range = table.span();
    let is_figures = |(key, _): &KeyValue| key.get_ref() == "figure";
    let (figures, top): (Vec<KeyValue>, Vec<KeyValue>) =
        table.into_inner().into_iter().partition(is_figures);
    let top = reader.part(top, range);
    let mut entries = Vec::new();
    let figures: Vec<KeyValue> =
        figures.into_iter().flat_map(|(_, value)| reader.tables(value)).collect();
    for (key, value) in figures {
        entries.extend(reader.entry(key, value, &top));
    }
    if entries.is_empty() && reader.faults.is_empty() {
        let fact = "there is no [figure.NAME] in this file; write one for each figure, or name a table: its \
                    options file is read with it";
        reader.faults.push(Fault::new(Code::OptionsSyntax, fact).in_file(name));
    }
    if !reader.faults.is_empty() {
        return Err(Error::Options(reader.faults));
    }
    entries.sort_by_key(|(start, _)| *start);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

impl<'i> FigureReader<'i> {
    fn fault(&mut self, message: String, range: Range<usize>) {
        let fault = Fault::new(Code::UnknownOption, message);
        self.faults.push(placed(fault, self.name, self.text, range.start));
    }

    /// The entries of the table of figures.
    fn tables(&mut self, value: Spanned<DeValue<'i>>) -> Vec<KeyValue<'i>> {
        let range = value.span();
        match value.into_inner() {
            DeValue::Table(table) => table.into_iter().collect(),
            _ => {
                self.fault("figures are tables; write [figure.NAME]".into(), range);
                Vec::new()
            }
        }
    }

    /// A part by its keys.
    fn part(&mut self, items: Vec<KeyValue<'i>>, range: Range<usize>) -> FigurePart {
        let (files, settings): (Vec<KeyValue>, Vec<KeyValue>) =
            items.into_iter().partition(|(key, _)| ["input", "output"].contains(&&**key.get_ref()));
        let files = DeValue::Table(files.into_iter().collect());
        let files = Given::of_toml(Spanned::new(range, files), self.text);
        let files = FigureFiles::deserialize(files).unwrap_or_else(|refusal| {
            let place = refusal.place.unwrap_or_default();
            let fault = Fault::new(Code::WrongValue, refusal.message);
            self.faults.push(placed(fault, self.name, self.text, place));
            FigureFiles::default()
        });
        let (settings, faults) = of_keys(settings.into_iter().collect(), self.name, self.text);
        self.faults.extend(faults);
        FigurePart { files, settings }
    }

    /// A figure, with the place where it begins.
    fn entry(
        &mut self,
        key: Spanned<DeString<'i>>,
        value: Spanned<DeValue<'i>>,
        top: &FigurePart,
    ) -> Option<(usize, FigureEntry)> {
        let (place, range) = (key.span(), value.span());
        let DeValue::Table(table) = value.into_inner() else {
            let name = key.get_ref();
            self.fault(format!("a figure is a table; write [figure.{name}]"), place);
            return None;
        };
        let FigurePart { mut files, settings } = self.part(table.into_iter().collect(), range);
        let name = key.into_inner().into_owned();
        for (own, common, what) in [
            (&mut files.input, &top.files.input, "input"),
            (&mut files.output, &top.files.output, "output"),
        ] {
            if own.is_empty() {
                own.clone_from(common);
            }
            if own.is_empty() {
                let name = quoted(&name);
                self.fault(
                    format!("the figure {name} has no {what}; add {what} = \"FILE\""),
                    place.clone(),
                );
            }
        }
        let is_in_name =
            files.output.iter().any(|path| path.to_string_lossy().contains(FigureEntry::NAME));
        if is_in_name && (name.is_empty() || name.contains(is_separator) || name == "..") {
            self.fault(
                format!("{} is no name for a file; give the figure another", quoted(&name)),
                place.clone(),
            );
        }
        let settings = settings.or(top.settings.clone());
        let FigureFiles { input: inputs, output: outputs } = files;
        Some((place.start, FigureEntry { name, inputs, outputs, settings }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_their_own_options_and_those_of_the_top() {
        let text = "width = '160mm'\noutput = ['{name}.svg', 'out/{name}.pdf']\n\
                    [category]\nTrade = 'amber'\n\
                    [figure.trade]\ninput = 'trade.csv'\ntitle = 'Trade'\nwidth = '80mm'\n\
                    [figure.army.column]\ndate = 'Day'\n\
                    [figure.army]\ninput = ['a.csv', 'b.csv']\noutput = 'army.png'\n";
        let entries = parse("r.toml", text).expect("figures");
        assert_eq!(
            entries.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["trade", "army"]
        );
        let [trade, army] = &entries[..] else { panic!("two figures") };
        assert_eq!(trade.inputs, [PathBuf::from("trade.csv")]);
        assert_eq!(trade.outputs.len(), 2);
        assert_eq!(trade.settings.title.as_deref(), Some("Trade"));
        let width = |entry: &FigureEntry| entry.settings.width.map(|width| width.to_string());
        assert_ne!(width(trade), width(army));
        assert_eq!((trade.settings.categories.len(), army.settings.categories.len()), (1, 1));
        assert_eq!((army.outputs.len(), army.settings.columns.len()), (1, 1));
    }

    #[test]
    fn all_faults_are_named_with_their_places() {
        let text = "widht = '3in'\n[figure.a]\ninput = 'a.csv'\ntitel = 'A'\nwidth = 'wide'\n\
                    [figure.b]\noutput = 'b.svg'\n[figure]\nc = 3\n";
        let Err(Error::Options(faults)) = parse("r.toml", text) else { panic!("not refused") };
        let mut told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        told.sort();
        let starts = [
            "r.toml:1:1: there is no option \"widht\"; did you mean width?",
            "r.toml:2:9: the figure \"a\" has no output; add output = \"FILE\"",
            "r.toml:4:1: there is no option \"titel\"; did you mean title?",
            "r.toml:5:9: a length is",
            "r.toml:6:9: the figure \"b\" has no input",
            "r.toml:9:1: a figure is a table; write [figure.c]",
        ];
        assert_eq!(told.len(), starts.len(), "{told:#?}");
        for (told, start) in told.iter().zip(starts) {
            assert!(told.starts_with(start), "{told}");
        }
    }

    #[test]
    fn a_file_without_figures_is_refused() {
        for text in ["", "title = 'T'\n", "[figure]\n"] {
            let error = parse("o.toml", text).expect_err("no figure").to_string();
            assert!(error.contains("no [figure.NAME]"), "{error}");
        }
        let bad = "output = '{name}.svg'\n[figure.'a/b']\ninput = 'a.csv'\n";
        let error = parse("o.toml", bad).expect_err("no name").to_string();
        assert!(error.contains("is no name for a file"), "{error}");
    }
}
