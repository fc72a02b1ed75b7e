//! The frame: title, subtitle, legend and source, set from the left edge downwards.

use super::{Anchor, Key, Text};
use crate::geom::{Point, Sub};
use crate::text::{Fonts, Role};
use crate::theme::{Colour, Hue, Sizes};

/// Sets text from the left margin downwards.
pub(super) struct Setter<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) sizes: &'a Sizes,
    /// Right end of the lines.
    pub(super) right: Sub,
    /// Where the next line begins.
    pub(super) y: Sub,
}

impl Setter<'_> {
    /// Sets a paragraph and moves below it.
    pub(super) fn paragraph(&mut self, text: &str, role: Role, colour: Colour) -> Vec<Text> {
        let measure = self.right - self.sizes.margin;
        let mut lines = Vec::new();
        for line in self.fonts.wrap(text, role.style, measure) {
            let at = Point::new(self.sizes.margin, self.y + role.baseline());
            lines.push(Text { at, anchor: Anchor::Start, line, colour });
            self.y += role.leading;
        }
        lines
    }

    /// Sets the legend in as many rows as it takes and moves below it.
    pub(super) fn legend(&mut self, entries: &[(&str, Hue)], colour: Colour) -> Vec<Key> {
        let (role, sizes) = (self.sizes.legend, self.sizes);
        let indent = sizes.dot * 2 + sizes.pole_gap;
        let mut x = sizes.margin;
        let mut keys = Vec::new();
        for (name, hue) in entries {
            let lines = self.fonts.wrap(name, role.style, self.right - sizes.margin - indent);
            for (index, line) in lines.into_iter().enumerate() {
                let width = indent + line.width;
                if x > sizes.margin && (x + width > self.right || index > 0) {
                    (x, self.y) = (sizes.margin, self.y + role.leading);
                }
                let at = Point::new(x + indent, self.y + role.baseline());
                // Half the height of letters with ascenders.
                let middle = at.y - role.style.size * 33 / 100;
                let dot = (index == 0).then(|| Point::new(x + sizes.dot, middle));
                let text = Text { at, anchor: Anchor::Start, line, colour };
                keys.push(Key { dot, colour: hue.mark, text });
                x += width + sizes.legend_gap;
            }
        }
        self.y += if keys.is_empty() { 0 } else { role.leading };
        keys
    }
}
