//! Fields of an options file that are written as text.

use super::{CategoryText, ColumnText};
use crate::options::{CategoryColour, Century, LaneOrder, Paint, PdfFileVersion, PdfStandard};
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A value that is written as text and read by [`FromStr`].
struct ByText<T>(T);

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for ByText<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map(Self).map_err(de::Error::custom)
    }
}

/// A field that is one text.
pub(super) fn by_text<'de, D, T>(input: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    ByText::deserialize(input).map(|one| Some(one.0))
}

/// A year, as a text or a number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write a year, such as 1900")]
enum YearText {
    Number(i64),
    Text(String),
}

/// A sheet, by its name or its number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write the name of a sheet, or its number")]
enum SheetText {
    Number(u64),
    Text(String),
}

/// The sheet of a workbook.
pub(super) fn sheet<'de, D>(input: D) -> Result<Option<String>, D::Error>
where
    D: Deserializer<'de>,
{
    Ok(Some(match SheetText::deserialize(input)? {
        SheetText::Number(number) => number.to_string(),
        SheetText::Text(name) => name,
    }))
}

/// The first of the hundred years of years with two digits.
pub(super) fn century<'de, D>(input: D) -> Result<Option<Century>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = match YearText::deserialize(input)? {
        YearText::Number(year) => year.to_string(),
        YearText::Text(text) => text,
    };
    text.parse().map(Some).map_err(de::Error::custom)
}

/// A text or a list of them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write a text, or a list of texts")]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// A field that is one text or a list of them.
pub(super) fn one_or_many<'de, D, T>(input: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let texts = match OneOrMany::deserialize(input)? {
        OneOrMany::One(text) => vec![text],
        OneOrMany::Many(texts) => texts,
    };
    texts.iter().map(|text| text.parse().map_err(de::Error::custom)).collect()
}

/// Standards for PDF files, as on the command line or as a list.
pub(super) fn pdf_standards<'de, D>(input: D) -> Result<Vec<PdfStandard>, D::Error>
where
    D: Deserializer<'de>,
{
    let texts = match OneOrMany::deserialize(input)? {
        OneOrMany::One(text) => text.split(',').map(str::to_owned).collect(),
        OneOrMany::Many(texts) => texts,
    };
    texts.iter().map(|text| text.parse().map_err(de::Error::custom)).collect()
}

/// A version, as a text or a number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write a version, such as 1.5")]
enum VersionText {
    Number(f64),
    Text(String),
}

/// The version of a PDF.
pub(super) fn pdf_version<'de, D>(input: D) -> Result<Option<PdfFileVersion>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = match VersionText::deserialize(input)? {
        VersionText::Number(number) => number.to_string(),
        VersionText::Text(text) => text,
    };
    text.parse().map(Some).map_err(de::Error::custom)
}

/// An order of lanes, as on the command line or as a list of names.
pub(super) fn lane_order<'de, D>(input: D) -> Result<Option<LaneOrder>, D::Error>
where
    D: Deserializer<'de>,
{
    match OneOrMany::deserialize(input)? {
        OneOrMany::One(text) => text.parse().map(Some).map_err(de::Error::custom),
        OneOrMany::Many(names) => Ok(Some(LaneOrder::Named(names))),
    }
}

/// A table of categories and their colours, in the order of their names.
pub(super) fn categories<'de, D>(input: D) -> Result<Vec<CategoryText>, D::Error>
where
    D: Deserializer<'de>,
{
    let table = BTreeMap::<String, ByText<Paint>>::deserialize(input)?;
    let colours = table.into_iter().map(|(name, paint)| CategoryColour { name, paint: paint.0 });
    Ok(colours.map(CategoryText).collect())
}

/// A table of roles and the headers of their columns.
pub(super) fn columns<'de, D>(input: D) -> Result<Vec<ColumnText>, D::Error>
where
    D: Deserializer<'de>,
{
    let table = BTreeMap::<String, String>::deserialize(input)?;
    let columns = table.into_iter().map(|(role, header)| ColumnText::new(&role, header));
    columns.collect::<Result<_, _>>().map_err(de::Error::custom)
}
