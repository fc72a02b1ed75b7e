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
                return Err("unknown theme; choose light, dark, print, auto".into());
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
        colour.map_err(|_| "a background is none, or a colour such as #fff1e5".into())
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

/// Words for colours besides the names of hues, with what the web takes them for.
const WORDS: [(&str, u32); 16] = [
    ("red", 0xFF_00_00),
    ("orange", 0xFF_A5_00),
    ("yellow", 0xFF_FF_00),
    ("gold", 0xFF_D7_00),
    ("lime", 0x00_FF_00),
    ("olive", 0x80_80_00),
    ("cyan", 0x00_FF_FF),
    ("navy", 0x00_00_80),
    ("magenta", 0xFF_00_FF),
    ("violet", 0xEE_82_EE),
    ("pink", 0xFF_C0_CB),
    ("brown", 0xA5_2A_2A),
    ("maroon", 0x80_00_00),
    ("black", 0x00_00_00),
    ("gray", 0x80_80_80),
    ("silver", 0xC0_C0_C0),
];

impl FromStr for Paint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let hue = HUES.iter().position(|name| name.eq_ignore_ascii_case(text));
        let word = WORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        match (hue, word) {
            (Some(place), _) => Ok(Paint::Hue(place)),
            (None, Some((_, colour))) => Ok(Paint::Colour(Colour::hex(*colour))),
            (None, None) => text.parse().map(Paint::Colour).map_err(|_| {
                format!("unknown colour; choose {}, or write it as #1f2328", HUES.join(", "))
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
