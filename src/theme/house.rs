#![doc = include_str!("../../docs/house-style.md")]

use super::house_keys::{KEYS, Slot};
use super::{Sizes, Theme};
use crate::geometry::{px, to_px};
use crate::text::Fonts;

/// Where the face of each weight lies, if the house has its own.
pub type Faces = [Option<String>; 2];

/// A look of one's own: a theme and what it changes in the sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// Its colours.
    pub theme: Theme,
    /// Files of its faces, regular and semibold, as they are written there.
    pub faces: Faces,
    /// Faces read from these files, which serve instead of the bundled ones.
    pub fonts: Option<Fonts>,
    /// What it sets of the sizes, by place among the keys.
    pub(super) sizes: Vec<(usize, f64)>,
}

impl House {
    /// Changes the sizes of a preset as the house does those of a report: in the same proportion.
    pub fn set(&self, sizes: &mut Sizes) {
        let mut report = Sizes::scaled(1.0);
        for &(place, number) in &self.sizes {
            match KEYS[place].slot {
                Slot::Type(of) => {
                    let usual = of(&mut report).style.size;
                    let (role, share) = (of(sizes), px(number));
                    role.style.size = part(role.style.size, share, usual);
                    role.leading = part(role.leading, share, usual);
                }
                Slot::Leading(of) => {
                    let leading = px(to_px(sizes.name.style.size) * number);
                    of(sizes).into_iter().for_each(|role| role.leading = leading);
                }
                Slot::Length(of, _) => {
                    let usual = *of(&mut report);
                    let length = of(sizes);
                    *length = part(*length, px(number), usual);
                }
                _ => {}
            }
        }
    }
}

/// `length` times `share` over `whole`, which is not 0 for any size of a report.
fn part(length: i32, share: i32, whole: i32) -> i32 {
    let product = i64::from(length) * i64::from(share);
    (product / i64::from(whole.max(1))) as i32
}
