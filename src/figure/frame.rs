//! The frame: title, subtitle, legend and source, set from the left edge downwards.

use super::categories::Categories;
use super::look::Look;
use super::{Anchor, Key, Text};
use crate::geom::{PX, Point, Rect, Size, Sub};
use crate::options::Options;
use crate::text::{Fonts, Role};
use crate::theme::{Colour, Hue, Sizes};

/// What stands around the plot: the source as if it began at 0.
pub(super) struct Around {
    pub(super) heading: Vec<Text>,
    pub(super) legend: Vec<Key>,
    pub(super) source: Vec<Text>,
    /// Where the plot may begin.
    pub(super) top: Sub,
    /// Room under it: a gap, the source and the margin.
    pub(super) foot: Sub,
}

impl Around {
    /// What stands around the plot of a figure so wide, with these names in its legend.
    pub(super) fn of(
        look: &Look,
        width: Sub,
        entries: &[(&str, Hue)],
        shown: Shown,
        options: &Options,
    ) -> Self {
        let Look { fonts, sizes, theme } = look;
        let mut setter = Setter { fonts, sizes, right: look.right(width), y: sizes.margin };
        let (heading, legend) = head(&mut setter, look, (entries, shown), options);
        let mut foot = Setter { y: 0, ..setter };
        let text = options.source.as_deref().unwrap_or_default();
        let source = foot.paragraph(text, sizes.source, theme.muted);
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        Self { heading, legend, source, top: setter.y, foot: gap + foot.y + sizes.margin }
    }
}

/// Whole pixels sit well in pages and in pictures of pixels.
pub(super) fn whole(length: Sub) -> Sub {
    (length + PX - 1) / PX * PX
}

/// Title, subtitle and legend, with the room under them.
fn head(
    setter: &mut Setter<'_>,
    look: &Look,
    (entries, shown): (&[(&str, Hue)], Shown),
    options: &Options,
) -> (Vec<Text>, Vec<Key>) {
    let Look { sizes, theme, .. } = look;
    let mut heading = Vec::new();
    for (text, role, colour) in
        [(&options.title, sizes.title, theme.ink), (&options.subtitle, sizes.subtitle, theme.muted)]
    {
        heading.extend(setter.paragraph(text.as_deref().unwrap_or_default(), role, colour));
    }
    if !heading.is_empty() && !entries.is_empty() {
        setter.y += sizes.gap / 2;
    }
    let legend = setter.legend(entries, shown, theme.muted);
    if !heading.is_empty() || !legend.is_empty() {
        setter.y += sizes.gap;
    }
    (heading, legend)
}

/// Sets text from the left margin downwards.
struct Setter<'a> {
    fonts: &'a Fonts,
    sizes: &'a Sizes,
    /// Right end of the lines.
    right: Sub,
    /// Where the next line begins.
    y: Sub,
}

/// What a legend shows before a name.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The dot of a category.
    pub(super) dots: bool,
    /// A piece of its bars.
    pub(super) bars: bool,
}

impl Shown {
    /// All signs that a figure may use.
    pub(super) fn all(categories: &Categories) -> Self {
        Self { dots: true, bars: categories.is_signed() }
    }
}

impl Setter<'_> {
    /// Sets a paragraph and moves below it.
    fn paragraph(&mut self, text: &str, role: Role, colour: Colour) -> Vec<Text> {
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
    fn legend(&mut self, entries: &[(&str, Hue)], shown: Shown, colour: Colour) -> Vec<Key> {
        let (role, sizes) = (self.sizes.legend, self.sizes);
        let bar = Size::new(sizes.dot * 9 / 2, sizes.dot * 2);
        let beside = if shown.bars { bar.w + sizes.pole_gap } else { 0 };
        let indent = beside + if shown.dots { sizes.dot * 2 + sizes.pole_gap } else { 0 };
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
                let is_first = index == 0;
                let dot = Point::new(x + beside + sizes.dot, middle);
                let swatch = Rect::from_origin_size(Point::new(x, middle - bar.h / 2), bar);
                let text = Text { at, anchor: Anchor::Start, line, colour };
                keys.push(Key {
                    dot: (is_first && shown.dots).then_some(dot),
                    bar: (is_first && shown.bars).then_some(swatch),
                    hue: *hue,
                    text,
                });
                x += width + sizes.legend_gap;
            }
        }
        self.y += if keys.is_empty() { 0 } else { role.leading };
        keys
    }
}
