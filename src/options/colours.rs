//! What the user may choose about colours and signs.

use super::named;
use crate::theme::{Colour, HUES, House, Theme};
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
            ThemeChoice::Light | ThemeChoice::Auto => Theme::LIGHT,
        }
    }
}

impl FromStr for ThemeChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text.trim().to_ascii_lowercase().as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            "print" => ThemeChoice::Print,
            "auto" => ThemeChoice::Auto,
            _ => {
                return Err("there is no such theme; choose light, dark, print, auto".into());
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

/// A category with the colour that it has in every figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryColour {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub paint: Paint,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_by_name() {
        assert_eq!("Dark".parse(), Ok(ThemeChoice::Dark));
        assert!(
            "neon".parse::<ThemeChoice>().is_err_and(|error| error.contains("light, dark, print"))
        );
    }

    #[test]
    fn backgrounds_are_none_or_a_colour() {
        assert_eq!("#FFF1E5".parse(), Ok(Background::Colour(Colour::hex(0xFF_F1_E5))));
        assert_eq!("None".parse(), Ok(Background::None));
        assert!("pink".parse::<Background>().is_err());
    }
}
