//! Choices as they are written, before dates are read and files are opened.

use crate::options::{CategoryColour, ThemeChoice};
use crate::read::Role;
use std::path::PathBuf;
use std::str::FromStr;

/// The column of a role: `date=Released`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnText {
    /// The role.
    pub role: Role,
    /// The header of its column.
    pub header: String,
}

impl ColumnText {
    /// The column called `header` for the role of that name.
    pub(super) fn new(role: &str, header: String) -> Result<Self, String> {
        Ok(Self { role: Role::from_name(role)?, header })
    }
}

impl FromStr for ColumnText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (role, header) =
            text.split_once('=').ok_or("write ROLE=HEADER, such as date=Released")?;
        Self::new(role, header.to_owned())
    }
}

/// The colour of a category: `Trade=teal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryText(pub(crate) CategoryColour);

impl FromStr for CategoryText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.rsplit_once('=').map(|(name, paint)| (name.trim(), paint));
        let (name, paint) = parts
            .filter(|(name, _)| !name.is_empty())
            .ok_or("write a category and its colour, such as Trade=teal or Trade=#186272")?;
        Ok(Self(CategoryColour { name: name.into(), paint: paint.parse()? }))
    }
}

/// A gap to cut out: `auto`, `none` or `1030..1480`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakText {
    /// Where the gaps are long.
    Auto,
    /// Nowhere.
    None,
    /// Between two dates.
    Between(String, String),
}

impl FromStr for BreakText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        match text.to_ascii_lowercase().as_str() {
            "auto" => return Ok(Self::Auto),
            "none" => return Ok(Self::None),
            _ => {}
        }
        let ends = text.split_once("..").map(|(from, to)| (from.trim(), to.trim()));
        let ends = ends.filter(|(from, to)| !from.is_empty() && !to.is_empty());
        ends.map(|(from, to)| Self::Between(from.into(), to.into()))
            .ok_or_else(|| "a break is auto, none, or two dates such as 1030..1480".into())
    }
}

/// An era: `1801..1825=Virginia dynasty`, with one end empty if it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EraText {
    /// Its start; empty if it is open.
    pub from: String,
    /// Its end; empty if it is open.
    pub to: String,
    /// Its name.
    pub name: String,
}

impl FromStr for EraText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (dates, name) = text.split_once('=').unwrap_or((text, ""));
        let (from, to) = dates.split_once("..").unwrap_or(("", ""));
        let [from, to, name] = [from, to, name].map(|part| part.trim().to_owned());
        if name.is_empty() || (from.is_empty() && to.is_empty()) {
            return Err(
                "an era is two dates and a name, such as 1801..1825=Virginia dynasty".into()
            );
        }
        Ok(Self { from, to, name })
    }
}

/// A marker: `2020-03-11=Pandemic declared`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkText {
    /// Its date.
    pub date: String,
    /// Its name.
    pub name: String,
}

impl FromStr for MarkText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (date, name) = text.split_once('=').unwrap_or((text, ""));
        let [date, name] = [date, name].map(|part| part.trim().to_owned());
        if date.is_empty() || name.is_empty() {
            return Err("a marker is a date and a name, such as 2020-03-11=Pandemic".into());
        }
        Ok(Self { date, name })
    }
}

/// A theme by its name, or the file of a custom theme.
#[derive(Clone, Debug, PartialEq)]
pub enum ThemeText {
    /// One of those that are built in.
    Named(ThemeChoice),
    /// The file of a custom theme.
    File(PathBuf),
}

impl FromStr for ThemeText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.to_ascii_lowercase().ends_with(".toml") {
            return Ok(Self::File(text.into()));
        }
        let named = text.parse().map(Self::Named);
        named.map_err(|error: String| error + ", or name a custom theme that ends in .toml")
    }
}

/// A typeface: a font file, or the name of a family among the fonts of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypefaceText {
    /// A font file.
    File(PathBuf),
    /// The name of a family.
    Family(String),
}

impl FromStr for TypefaceText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let ending = text.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let is_font = ending.is_some_and(|ending| FONT_ENDINGS.contains(&ending.as_str()));
        match text {
            "" => Err("a typeface is a font file, or the name of a font of the system".into()),
            _ if is_font || text.contains(std::path::is_separator) => Ok(Self::File(text.into())),
            _ => Ok(Self::Family(text.into())),
        }
    }
}

/// How the names of font files end; files of web fonts are refused when they are read.
const FONT_ENDINGS: [&str; 6] = ["ttf", "otf", "ttc", "otc", "woff", "woff2"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Paint;

    #[test]
    fn a_typeface_is_a_file_or_a_name() {
        let typeface = |text: &str| text.parse::<TypefaceText>();
        for file in ["a.ttf", "A b.OTF", "fonts/a", "./a", "a.woff2"] {
            assert_eq!(typeface(file), Ok(TypefaceText::File(file.into())));
        }
        for name in ["Lato", "Source Sans 3", "St. Nobody"] {
            assert_eq!(typeface(name), Ok(TypefaceText::Family(name.into())));
        }
        assert!(typeface(" ").is_err());
    }

    #[test]
    fn eras_and_markers_are_dates_with_a_name() {
        let era = |text: &str| text.parse::<EraText>().map(|era| (era.from, era.to, era.name));
        let parts = |from: &str, to: &str, name: &str| Ok((from.into(), to.into(), name.into()));
        assert_eq!(era("1801..1825 = Virginia dynasty"), parts("1801", "1825", "Virginia dynasty"));
        assert_eq!(era("44 BC..=Empire, a=b"), parts("44 BC", "", "Empire, a=b"));
        for text in ["1801..1825", "1801..1825=", "..=Always", "1801=Year", ""] {
            assert!(era(text).is_err(), "{text}");
        }
        let mark: MarkText = "2020-03-11=Pandemic".parse().expect("a marker");
        assert_eq!((mark.date.as_str(), mark.name.as_str()), ("2020-03-11", "Pandemic"));
        assert!("2020-03-11".parse::<MarkText>().is_err());
    }

    #[test]
    fn themes_have_a_name_or_a_file() {
        assert_eq!("Dark".parse(), Ok(ThemeText::Named(ThemeChoice::Dark)));
        assert_eq!("Our/House.toml".parse(), Ok(ThemeText::File("Our/House.toml".into())));
        let error = "neon".parse::<ThemeText>().expect_err("no theme");
        assert!(error.contains("light, dark, print") && error.contains(".toml"), "{error}");
    }

    #[test]
    fn categories_have_named_and_other_colours() {
        let colour = |text: &str| text.parse::<CategoryText>().map(|one| (one.0.name, one.0.paint));
        assert_eq!(colour("Trade = Amber"), Ok(("Trade".into(), Paint::Hue(1))));
        let hex = "#123456".parse().expect("a colour");
        assert_eq!(colour("a=b=#123456"), Ok(("a=b".into(), hex)));
        for bad in ["Trade", "=teal", "Trade=teel", "Trade="] {
            assert!(colour(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn columns_have_a_role_and_a_header() {
        let column: ColumnText = "date=Released=1".parse().expect("a column");
        assert_eq!((column.role, column.header.as_str()), (Role::Date, "Released=1"));
        assert!("date".parse::<ColumnText>().is_err() && "daet=x".parse::<ColumnText>().is_err());
    }
}
