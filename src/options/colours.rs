//! What the user may choose about colours and signs.

use super::named;
use crate::theme::{Colour, HUES, House, Theme};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Which colours and sizes a figure has.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ThemeChoice {
    /// Dark on white.
    #[default]
    Light,
    /// Light on a dark ground.
    Dark,
    /// Grey, with patterns and shapes.
    Print,
    /// An SVG that is light or dark as its reader prefers; other formats are light.
    Auto,
    /// A house style in a file that has not been read yet.
    File(PathBuf),
    /// A house style.
    House(Box<House>),
}

impl ThemeChoice {
    /// The colours; those of `auto` by day.
    pub fn theme(&self) -> Theme {
        match self {
            ThemeChoice::Dark => Theme::DARK,
            ThemeChoice::Print => Theme::PRINT,
            ThemeChoice::House(house) => house.theme,
            ThemeChoice::Light | ThemeChoice::Auto | ThemeChoice::File(_) => Theme::LIGHT,
        }
    }
}

impl FromStr for ThemeChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        Ok(match text.to_ascii_lowercase().as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            "print" => ThemeChoice::Print,
            "auto" => ThemeChoice::Auto,
            file if file.ends_with(".toml") => ThemeChoice::File(text.into()),
            _ => {
                return Err(
                    "there is no such theme; choose light, dark, print, auto or a file that \
                     ends in .toml"
                        .into(),
                );
            }
        })
    }
}

/// What a figure is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Whatever is behind it.
    None,
    /// A colour of its own.
    Colour(Colour),
}

impl FromStr for Background {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.trim().eq_ignore_ascii_case("none") {
            return Ok(Self::None);
        }
        let colour = text.parse().map(Self::Colour);
        colour.map_err(|_| "a background is none, or a colour as #fff1e5".into())
    }
}

/// Whether the categories are named under the title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Legend {
    /// Where there are several and nothing else names them.
    #[default]
    Auto,
    /// Wherever there is a category.
    Always,
    /// Never.
    None,
}

impl Legend {
    /// All choices with their names.
    pub const ALL: [(Legend, &str); 3] =
        [(Legend::Auto, "auto"), (Legend::Always, "always"), (Legend::None, "none")];
}

impl FromStr for Legend {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Legend::ALL, text, "legend")
    }
}

/// The colour of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A hue of every theme, by place in [`HUES`].
    Hue(usize),
    /// Any colour.
    Colour(Colour),
}

impl FromStr for Paint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let hue = HUES.iter().position(|name| name.eq_ignore_ascii_case(text));
        match hue {
            Some(place) => Ok(Paint::Hue(place)),
            None => text.parse().map(Paint::Colour).map_err(|_| {
                format!(
                    "there is no such colour; choose {}, or write it as #1f2328",
                    HUES.join(", ")
                )
            }),
        }
    }
}

impl<'de> Deserialize<'de> for Paint {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A category with the colour that it has in every figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub paint: Paint,
}

impl FromStr for Painted {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.rsplit_once('=').map(|(name, paint)| (name.trim(), paint));
        let (name, paint) = parts
            .filter(|(name, _)| !name.is_empty())
            .ok_or("write a category and its colour as Trade=teal or Trade=#186272")?;
        Ok(Painted { name: name.into(), paint: paint.parse()? })
    }
}

/// A table of categories and their colours, by name.
pub(super) fn painted<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Painted>, D::Error> {
    struct Table;

    impl<'de> Visitor<'de> for Table {
        type Value = Vec<Painted>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a table of categories and their colours, as Trade = \"teal\"")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Vec<Painted>, M::Error> {
            let mut all = Vec::new();
            while let Some((name, paint)) = map.next_entry()? {
                all.push(Painted { name, paint });
            }
            // In one order, whatever the order of the table.
            all.sort_by(|a, b| a.name.cmp(&b.name));
            Ok(all)
        }
    }
    input.deserialize_map(Table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_by_name() {
        assert_eq!("Dark".parse(), Ok(ThemeChoice::Dark));
        assert_eq!("Our/House.toml".parse(), Ok(ThemeChoice::File("Our/House.toml".into())));
        assert!(
            "neon".parse::<ThemeChoice>().is_err_and(|error| error.contains("light, dark, print"))
        );
    }

    #[test]
    fn categories_have_named_and_other_colours() {
        let painted = |text: &str| text.parse::<Painted>().map(|one| (one.name, one.paint));
        assert_eq!(painted("Trade = Amber"), Ok(("Trade".into(), Paint::Hue(2))));
        let colour = Paint::Colour(Colour::hex(0x12_34_56));
        assert_eq!(painted("a=b=#123456"), Ok(("a=b".into(), colour)));
        for bad in ["Trade", "=teal", "Trade=teel", "Trade="] {
            assert!(painted(bad).is_err(), "{bad}");
        }
        assert_eq!("#FFF1E5".parse(), Ok(Background::Colour(Colour::hex(0xFF_F1_E5))));
        assert_eq!("None".parse(), Ok(Background::None));
        assert!("pink".parse::<Background>().is_err());
    }
}
