//! A house style read from TOML, with every fault at its place.

use super::house::{Faces, House};
use super::house_keys::{KEYS, Key, Slot};
use super::{Colour, MARKS, Theme};
use crate::error::{Code, Error, Fault, Result, nearest, quoted};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl House {
    /// Reads a house style; `name` is its file in messages.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] with every fault and its place: no TOML, a key that there is not, a value
    /// out of its bounds, colours that cannot be read on each other.
    pub fn from_toml(name: &str, text: &str) -> Result<House> {
        let mut reader = Reader::new(name, text);
        let house = reader.house();
        if reader.faults.is_empty() {
            return Ok(house);
        }
        reader.faults.sort_by_key(|fault| (fault.line, fault.column));
        Err(Error::Options(reader.faults))
    }
}

type Value<'a> = Spanned<DeValue<'a>>;

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    faults: Vec<Fault>,
    /// Where each key was set.
    places: Vec<Option<Range<usize>>>,
}

impl<'a> Reader<'a> {
    fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, faults: Vec::new(), places: vec![None; KEYS.len()] }
    }

    fn refuse(&mut self, at: &Range<usize>, message: String) {
        let before = &self.text[..self.text.floor_char_boundary(at.start)];
        let line = before.matches('\n').count() as u64 + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() as u64 + 1;
        let fault = Fault::new(Code::ThemeKey, message).in_file(self.name).at(line, column);
        self.faults.push(fault);
    }

    fn house(&mut self) -> House {
        let theme = Theme::LIGHT;
        let mut house = House { theme, faces: Faces::default(), fonts: None, sizes: Vec::new() };
        let table = match DeTable::parse(self.text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                self.refuse(&error.span().unwrap_or(0..0), error.message().to_owned());
                return house;
            }
        };
        for (key, value) in &table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("base", _) => house.theme = self.base(value),
                (name, DeValue::Table(_)) if tables().any(|known| known == name) => {}
                (name, _) if tables().any(|known| known == name) => {
                    let message = format!("{name} is a table; write [{name}] and its keys below");
                    self.refuse(&value.span(), message);
                }
                (name, _) => {
                    self.unknown(name, &key.span(), tables().chain(["base"]));
                }
            }
        }
        self.keys(&table, &mut house);
        house.theme = house.theme.adapted();
        self.contrasts(&house.theme);
        house
    }

    fn unknown<'k>(&mut self, name: &str, at: &Range<usize>, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        let hint = match nearest(known.iter().copied(), &[&name.to_lowercase()]) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("choose {}", known.join(", ")),
        };
        self.refuse(at, format!("there is no key {}; {hint}", quoted(name)));
    }

    fn base(&mut self, value: &Value<'_>) -> Theme {
        let theme = match value.get_ref().as_str() {
            Some("light") => Some(Theme::LIGHT),
            Some("dark") => Some(Theme::DARK),
            Some("print") => Some(Theme::PRINT),
            _ => None,
        };
        theme.unwrap_or_else(|| {
            self.refuse(&value.span(), "base is \"light\", \"dark\" or \"print\"".into());
            Theme::LIGHT
        })
    }

    /// Takes every key that there is, in the order of [`KEYS`], and refuses the others.
    fn keys(&mut self, table: &DeTable<'_>, house: &mut House) {
        for (place, key) in KEYS.iter().enumerate() {
            let inner = table.get(key.path.0).and_then(|inner| inner.get_ref().as_table());
            if let Some(value) = inner.and_then(|inner| inner.get(key.path.1)) {
                self.places[place] = Some(value.span());
                self.take(place, key, value, house);
            }
        }
        for (name, inner) in table {
            let Some(inner) = inner.get_ref().as_table() else { continue };
            let name = name.get_ref().as_ref();
            let known = || KEYS.iter().filter(move |key| key.path.0 == name).map(|key| key.path.1);
            for key in inner.keys().filter(|_| known().next().is_some()) {
                if known().all(|known| known != key.get_ref()) {
                    self.unknown(key.get_ref(), &key.span(), known());
                }
            }
        }
    }

    fn take(&mut self, place: usize, key: &Key, value: &Value<'_>, house: &mut House) {
        match key.slot {
            Slot::Colour(of) => {
                if let Some(colour) = self.colour(value) {
                    *of(&mut house.theme) = colour;
                }
            }
            Slot::Palette => self.palette(value, &mut house.theme),
            Slot::Other => {
                if let Some(colour) = self.category(value, &house.theme) {
                    set_hue(&mut house.theme, 6, colour);
                }
            }
            Slot::Face(weight) => match value.get_ref().as_str() {
                Some(path) => house.faces[weight] = Some(path.to_owned()),
                None => self.refuse(&value.span(), "a font is named by its file".into()),
            },
            _ => house.sizes.extend(self.number(value, key).map(|number| (place, number))),
        }
    }

    fn number(&mut self, value: &Value<'_>, key: &Key) -> Option<f64> {
        let [least, most] = key.slot.bounds();
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse::<f64>().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        let found = number.filter(|number| (least..=most).contains(number));
        if found.is_none() {
            let (name, about) = (key.path.1, key.about);
            let message = format!("{name}, {about}: give a number from {least} to {most}");
            self.refuse(&value.span(), message);
        }
        found
    }

    fn colour(&mut self, value: &Value<'_>) -> Option<Colour> {
        let colour = value.get_ref().as_str().map(str::parse::<Colour>);
        if let Some(Ok(colour)) = colour {
            return Some(colour);
        }
        self.refuse(&value.span(), "a colour is written as \"#1f2328\"".into());
        None
    }

    /// A colour of marks, which must stand out from both grounds.
    fn category(&mut self, value: &Value<'_>, theme: &Theme) -> Option<Colour> {
        let colour = self.colour(value)?;
        let grounds = [theme.ground, theme.ruler_ground];
        for on in grounds.into_iter().filter(|&on| colour.contrast(on) < MARKS) {
            self.refuse(&value.span(), too_faint(colour, on, MARKS));
        }
        Some(colour)
    }

    fn palette(&mut self, value: &Value<'_>, theme: &mut Theme) {
        let list = value.get_ref().as_array().filter(|list| (1..=6).contains(&list.len()));
        let Some(list) = list else {
            return self.refuse(&value.span(), "give a list of one to six colours".into());
        };
        for (place, value) in list.iter().enumerate() {
            if let Some(colour) = self.category(value, theme) {
                set_hue(theme, place, colour);
            }
        }
    }

    /// Refuses words and lines that cannot be read, where the house has set one of the two colours.
    fn contrasts(&mut self, theme: &Theme) {
        for (what, colour, on, least) in theme.faults() {
            let [own, ground] = what.map(|path| {
                let place = KEYS.iter().position(|key| key.path == path);
                place.and_then(|place| self.places[place].clone())
            });
            if let Some(at) = own.or(ground) {
                let (table, name) = what[0];
                let message = format!("{table}.{name}: {}", too_faint(colour, on, least));
                self.refuse(&at, message);
            }
        }
    }
}

fn tables() -> impl Iterator<Item = &'static str> {
    ["colours", "ruler", "fonts", "sizes", "spacing", "marks"].into_iter()
}

fn set_hue(theme: &mut Theme, place: usize, colour: Colour) {
    theme.palette[place] = theme.hue(colour).signed(place);
}

fn too_faint(colour: Colour, on: Colour, least: f64) -> String {
    let contrast = colour.contrast(on);
    format!("{colour} on {on} has a contrast of {contrast:.2}:1; {least}:1 is the least")
}

#[cfg(test)]
mod tests {
    use super::super::Sizes;
    use super::super::house_keys::page;
    use super::*;

    const PAGE: &str = include_str!("../../docs/house-style.md");

    fn told(text: &str) -> String {
        match House::from_toml("house.toml", text) {
            Err(error @ Error::Options(_)) => error.to_string(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn the_page_explains_every_key() {
        assert!(PAGE.contains(&page()), "the table should be\n{}", page());
    }

    #[test]
    fn the_example_of_the_page_is_a_house_style() {
        let example = PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        let house = House::from_toml("example", example.expect("an example")).expect("sound");
        assert_ne!(house.theme, Theme::LIGHT);
        assert!(!house.sizes.is_empty());
    }

    #[test]
    fn every_key_is_taken_and_changes_something() {
        for key in KEYS {
            let value = match key.slot {
                Slot::Colour(_) | Slot::Other => "\"#123456\"".to_owned(),
                Slot::Palette => "[\"#123456\"]".into(),
                Slot::Face(_) => "\"a.ttf\"".into(),
                slot => slot.bounds()[1].to_string(),
            };
            let (table, name) = key.path;
            let text = format!("[{table}]\n{name} = {value}\n");
            let mut reader = Reader::new("h", &text);
            let house = reader.house();
            let mut sizes = Sizes::scaled(1.8);
            house.set(&mut sizes);
            let usual = (Theme::LIGHT, Sizes::scaled(1.8), Faces::default());
            assert_ne!((house.theme, sizes, house.faces), usual, "{table}.{name}");
            assert!(
                reader.faults.iter().all(|fault| fault.message.to_string().contains("contrast")),
                "{text}"
            );
        }
    }

    #[test]
    fn sizes_keep_their_proportion_in_other_presets() {
        let house = House::from_toml("h", "[sizes]\ntitle = 35\n[spacing]\nmargin = 6").expect("h");
        let mut sizes = Sizes::scaled(2.0);
        let usual = sizes;
        house.set(&mut sizes);
        assert_eq!(sizes.title.style.size, 2 * usual.title.style.size);
        assert_eq!(sizes.title.leading, 2 * usual.title.leading);
        assert_eq!(sizes.margin, usual.margin / 2);
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let cases = [
            ("[colurs]\nink = '#000'", "h:1:2: there is no key \"colurs\"; did you mean colours?"),
            ("[colours]\n  inc = '#000'", "h:2:3: there is no key \"inc\"; did you mean ink?"),
            ("[sizes]\ntitel = 3", "h:2:1: there is no key \"titel\"; did you mean title?"),
            ("[sizes]\nzzzzzz = 3", "choose title, subtitle"),
            ("[sizes]\ntitle = 300", "h:2:9: title, title: give a number from 4 to 96"),
            ("[sizes]\ntitle = 'big'", "h:2:9: title, title: give a number from 4 to 96"),
            ("[sizes]\ntitle = nan", "give a number from 4 to 96"),
            ("[colours]\nink = 'black'", "h:2:7: a colour is written as \"#1f2328\""),
            (
                "[colours]\nink = '#ccc'",
                "h:2:7: colours.ink: #cccccc on #ffffff has a contrast of 1.61:1",
            ),
            ("[colours]\nground = '#333'", "h:2:10: colours.ink:"),
            ("[colours]\ncategories = ['#ff0']", "h:2:15: #ffff00 on #ffffff"),
            ("[colours]\ncategories = 3", "h:2:14: give a list of one to six colours"),
            ("base = 'dim'", "h:1:8: base is \"light\""),
            ("sizes = 3", "h:1:9: sizes is a table"),
            ("[fonts]\nregular = 3", "h:2:11: a font is named by its file"),
            ("[sizes\n", "h:1:7:"),
        ];
        for (text, part) in cases {
            let message = told(text).replace("house.toml", "h");
            assert!(message.contains(part), "{text}: {message}");
        }
        let all = told("[sizes]\ntitle = 0\nnam = 1\n[marks]\ndot = 99");
        assert_eq!(all.lines().count(), 3, "{all}");
    }
}
