//! The frame: title, subtitle, legend and source, set from the left edge downwards.

use crate::compose::categories::Categories;
use crate::compose::place::flags::middle;
use crate::compose::style::FigureStyle;
use crate::figure::{Anchor, LegendEntry, Text};
use crate::geometry::{Axis, PX, Point, Rect, Size, Sub};
use crate::options::{FigureOptions, Legend};
use crate::text::{Fonts, Style, TextRole, Weight};
use crate::theme::{Colour, Hue, Sizes};
use std::ops::Range;

/// The text around the plot: the source as if it began at 0.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) heading: Vec<Text>,
    pub(crate) legend: Vec<LegendEntry>,
    pub(crate) source: Vec<Text>,
    /// Where the plot may begin.
    pub(crate) top: Sub,
    /// Room under it: a gap, the source and the margin.
    pub(crate) foot: Sub,
}

impl Frame {
    /// The same with a sentence at the foot, under the source if there is one.
    pub(crate) fn remark(&mut self, style: &FigureStyle, width: Sub, text: &str) {
        let FigureStyle { fonts, sizes, theme, .. } = style;
        let gap = if self.source.is_empty() { 0 } else { sizes.gap };
        let y = self.foot - gap - sizes.margin;
        let mut setter = TextSetter { fonts, sizes, right: style.right(width), y };
        self.source.extend(setter.paragraph(text, sizes.source, theme.muted));
        self.foot = sizes.gap + setter.y + sizes.margin;
    }

    /// The same with the number of a page at the right end of the foot, in its last line if there is room.
    pub(crate) fn number(&mut self, style: &FigureStyle, width: Sub, text: &str) {
        let FigureStyle { fonts, sizes, theme, .. } = style;
        let role = sizes.source;
        let line = fonts.line(text, role.style);
        let right = style.right(width);
        let is_free =
            |last: &Text| last.left() + last.line.width + sizes.column_gap <= right - line.width;
        if !self.source.last().is_some_and(is_free) {
            self.foot += role.leading + if self.source.is_empty() { sizes.gap } else { 0 };
        }
        let last_line = self.foot - sizes.gap - sizes.margin - role.leading;
        let at = Point::new(right, last_line + role.baseline());
        self.source.push(Text { at, anchor: Anchor::End, line, colour: theme.muted });
    }

    /// The same with room for labels at the very beginning of a vertical ruler.
    pub(crate) fn above_vertical(self, style: &FigureStyle) -> Self {
        let sizes = &style.sizes;
        // A leader ends at the middle of the date, on the first line of the name beside it.
        let name = whole(sizes.name.baseline() - sizes.date.style.size / 3 + 2 * sizes.halo);
        Self { top: self.top.max(above_ruler(sizes)).max(name), ..self }
    }

    /// The text around the plot of a figure of that width, with the names and signs of a legend.
    pub(crate) fn new(
        (style, options): (&FigureStyle, &FigureOptions),
        width: Sub,
        legend: (&[(&str, Hue)], LegendSigns),
    ) -> Self {
        let FigureStyle { fonts, sizes, theme, .. } = style;
        let mut setter = TextSetter { fonts, sizes, right: style.right(width), y: sizes.margin };
        let (heading, legend) = head(&mut setter, style, legend, options);
        let mut foot = TextSetter { y: 0, ..setter };
        let text = options.source.as_deref().unwrap_or_default();
        let source = foot.paragraph(text, sizes.source, theme.muted);
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        let top = match options.axis() {
            Axis::Horizontal => setter.y,
            Axis::Vertical => setter.y.max(above_ruler(sizes)),
        };
        Self { heading, legend, source, top, foot: gap + foot.y + sizes.margin }
    }
}

/// The room over a vertical ruler, above which labels of its very beginning reach.
fn above_ruler(sizes: &Sizes) -> Sub {
    whole(middle(sizes.date).max(middle(sizes.list_name)) + 2 * sizes.halo)
}

/// Whole pixels sit well in pages and in pictures of pixels.
pub(crate) fn whole(length: Sub) -> Sub {
    (length + PX - 1) / PX * PX
}

/// Title, subtitle and legend, with the room under them.
fn head(
    setter: &mut TextSetter<'_>,
    style: &FigureStyle,
    (entries, signs): (&[(&str, Hue)], LegendSigns),
    options: &FigureOptions,
) -> (Vec<Text>, Vec<LegendEntry>) {
    let FigureStyle { sizes, theme, .. } = style;
    let mut heading = Vec::new();
    let title = options.title.as_deref().unwrap_or_default();
    heading.extend(setter.paragraph(title, sizes.title, theme.ink));
    let subtitle = options.subtitle.as_deref().unwrap_or_default();
    let may_key = options.legend.unwrap_or_default() == Legend::Auto;
    let keyed = if may_key { setter.keyed(subtitle, entries, style) } else { None };
    let entries = if keyed.is_some() { &[] } else { entries };
    heading
        .extend(keyed.unwrap_or_else(|| setter.paragraph(subtitle, sizes.subtitle, theme.muted)));
    if !heading.is_empty() && !entries.is_empty() {
        setter.y += sizes.gap / 2;
    }
    let legend = setter.legend(entries, signs, theme.muted);
    if !heading.is_empty() || !legend.is_empty() {
        setter.y += sizes.gap;
    }
    (heading, legend)
}

/// Sets text from the left margin downwards.
struct TextSetter<'a> {
    fonts: &'a Fonts,
    sizes: &'a Sizes,
    /// Right end of the lines.
    right: Sub,
    /// Where the next line begins.
    y: Sub,
}

/// What a legend shows before a name.
#[derive(Clone, Copy)]
pub(crate) struct LegendSigns {
    /// The dot of a category.
    pub(crate) dots: bool,
    /// A piece of its bars.
    pub(crate) bars: bool,
}

impl LegendSigns {
    /// All signs that a figure may use.
    pub(crate) fn all(categories: &Categories) -> Self {
        Self { dots: true, bars: categories.is_signed() }
    }
}

impl TextSetter<'_> {
    /// Sets a paragraph and moves below it.
    fn paragraph(&mut self, text: &str, role: TextRole, colour: Colour) -> Vec<Text> {
        let measure = self.right - self.sizes.margin;
        let mut lines = Vec::new();
        for line in self.fonts.wrap(text, role.style, measure) {
            let at = Point::new(self.sizes.margin, self.y + role.baseline());
            lines.push(Text { at, anchor: Anchor::Start, line, colour });
            self.y += role.leading;
        }
        lines
    }

    /// Sets a subtitle that names all categories, each name in its colour, and moves below it: no
    /// legend is needed then. None if it does not, or if a name would not stay whole.
    fn keyed(
        &mut self,
        text: &str,
        entries: &[(&str, Hue)],
        style: &FigureStyle,
    ) -> Option<Vec<Text>> {
        let role = self.sizes.subtitle;
        let text = &*self.fonts.typeset(text);
        let keys = keys(text, entries)?;
        // Names are set in a heavier weight, and wider.
        let measure = (self.right - self.sizes.margin) * 19 / 20;
        let (mut texts, mut end, mut y, mut many) = (Vec::new(), 0, self.y, 0);
        for line in self.fonts.wrap(text, role.style, measure) {
            let start = end + text.get(end..)?.find(&line.text)?;
            end = start + line.text.len();
            let inside: Vec<&NamedRange> =
                keys.iter().filter(|(at, _)| start <= at.start && at.end <= end).collect();
            many += inside.len();
            let mut pen =
                LinePen { x: self.sizes.margin, y: y + role.baseline(), fonts: self.fonts };
            let mut at = start;
            for (name, hue) in inside {
                texts.extend(pen.words(&text[at..name.start], role.style, style.theme.muted));
                let style = Style { weight: Weight::SemiBold, ..role.style };
                texts.extend(pen.words(&text[name.clone()], style, hue.text));
                at = name.end;
            }
            texts.extend(pen.words(&text[at..end], role.style, style.theme.muted));
            if line.is_rtl || pen.x > self.right {
                return None;
            }
            y += role.leading;
        }
        (many == keys.len()).then(|| {
            self.y = y;
            texts
        })
    }

    /// Sets the legend in as many rows as it takes and moves below it.
    fn legend(
        &mut self,
        entries: &[(&str, Hue)],
        signs: LegendSigns,
        colour: Colour,
    ) -> Vec<LegendEntry> {
        let (role, sizes) = (self.sizes.legend, self.sizes);
        let bar = Size::new(sizes.dot * 9 / 2, sizes.dot * 2);
        let beside = if signs.bars { bar.w + sizes.pole_gap } else { 0 };
        let indent = beside + if signs.dots { sizes.dot * 2 + sizes.pole_gap } else { 0 };
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
                keys.push(LegendEntry {
                    dot: (is_first && signs.dots).then_some(dot),
                    bar: (is_first && signs.bars).then_some(swatch),
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

/// Where a category is named, and its style.
type NamedRange = (Range<usize>, Hue);

/// Where `text` names each of the categories in words of their own, in the order of the text; none
/// if it leaves one out, or if they have more signs than their colours.
fn keys(text: &str, entries: &[(&str, Hue)]) -> Option<Vec<NamedRange>> {
    let key = |(name, hue): &(&str, Hue)| {
        let is_alone = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let at = |(start, _): (usize, char)| {
            let range = start..start + name.len();
            let words = text.get(range.clone())?;
            let is_name = words.to_lowercase() == name.to_lowercase()
                && is_alone(text[..range.start].chars().next_back())
                && is_alone(text[range.end..].chars().next());
            is_name.then_some(range)
        };
        let found = text.char_indices().find_map(at).filter(|_| *hue == hue.plain());
        found.map(|range| (range, *hue))
    };
    let mut keys: Vec<NamedRange> = entries.iter().map(key).collect::<Option<_>>()?;
    keys.sort_by_key(|(range, _)| range.start);
    let are_apart = keys.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start);
    (are_apart && !keys.is_empty()).then_some(keys)
}

/// Where the next words of a line stand.
struct LinePen<'a> {
    x: Sub,
    y: Sub,
    fonts: &'a Fonts,
}

impl LinePen<'_> {
    /// Sets words and moves behind them; the blanks around them are left free.
    fn words(&mut self, text: &str, style: Style, colour: Colour) -> Option<Text> {
        let blank = self.fonts.line(" ", style).width;
        let words = text.trim();
        self.x += if text.starts_with(char::is_whitespace) { blank } else { 0 };
        let line = self.fonts.line(words, style);
        let at = Point::new(self.x, self.y);
        self.x += line.width;
        self.x += if text.trim_start().ends_with(char::is_whitespace) { blank } else { 0 };
        (!words.is_empty()).then_some(Text { at, anchor: Anchor::Start, line, colour })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Preset;
    use crate::theme::Theme;

    /// Where descriptions are beside names, a row begins with its name, and its leader may be at the
    /// very start of the ruler.
    #[test]
    fn a_row_at_the_start_of_a_vertical_ruler_is_on_the_canvas() {
        for size in Preset::ALL.map(|preset| preset.0) {
            let options = FigureOptions { size: Some(size), ..FigureOptions::default() };
            let style = FigureStyle::of(&options).unwrap();
            let frame = Frame::new(
                (&style, &options),
                style.right(40_000),
                (&[], LegendSigns { dots: true, bars: true }),
            );
            let (name, date) = (style.sizes.name, style.sizes.date);
            let above = name.baseline() - date.style.size / 3;
            assert!(frame.above_vertical(&style).top >= above, "{size:?}");
        }
    }

    #[test]
    fn categories_are_found_as_words_of_their_own() {
        let hue = Theme::LIGHT.palette[0].plain();
        let found = |text: &str, names: &[&str]| {
            let entries: Vec<(&str, Hue)> = names.iter().map(|name| (*name, hue)).collect();
            let keys = keys(text, &entries)?;
            Some(keys.into_iter().map(|(range, _)| text[range].to_owned()).collect::<Vec<_>>())
        };
        let ties = "Ties in trade, energy and the military";
        assert_eq!(found(ties, &["Energy", "Trade"]), Some(vec!["trade".into(), "energy".into()]));
        assert_eq!(found(ties, &["Energy", "War"]), None);
        assert_eq!(found("Trademarks and energy", &["Trade", "Energy"]), None);
        assert_eq!(found("Free trade and trade", &["Free trade", "trade"]), None);
        assert_eq!(found("Größe und ÄRA", &["ära", "größe"]).map(|keys| keys.len()), Some(2));
        assert_eq!(found("", &[]), None);
        let signed = [("Trade", Theme::LIGHT.palette[0].signed(1))];
        assert_eq!(keys(ties, &signed), None);
    }
}
