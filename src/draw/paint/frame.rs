//! The frame of a figure: title, subtitle, legend and source.

use super::patterns::{Hatching, symbol};
use super::{corners, filled, group, obstacle};
use crate::draw::picture::{Item, Outline};
use crate::figure::{Figure, LegendEntry, Text};
use crate::geometry::Axis;

/// Title, subtitle, legend and source.
pub(in crate::draw) fn frame(figure: &Figure, items: &mut Vec<Item>) {
    lines("heading", &figure.heading, items);
    legend(figure, items);
    lines("source", &figure.source, items);
}

fn legend(figure: &Figure, items: &mut Vec<Item>) {
    if figure.legend.is_empty() {
        return;
    }
    items.push(group("legend"));
    for entry in &figure.legend {
        key(figure, entry, items);
        items.extend([obstacle(entry.text.rect()), Item::Text(entry.text.clone())]);
    }
    items.push(Item::Close);
}

/// What is before a name in the legend.
fn key(figure: &Figure, entry: &LegendEntry, items: &mut Vec<Item>) {
    let LegendEntry { dot, bar, hue, .. } = entry;
    if let Some(bar) = bar {
        items.push(filled("key", Outline::Rect(*bar), figure.theme.bar(*hue)));
        let hatching = Hatching::of(figure, hue.pattern, Axis::Horizontal);
        items.extend(hatching.lines_in(&corners(bar)));
    }
    if let Some(dot) = dot {
        items.push(filled("key", symbol(hue.symbol, *dot, figure.sizes.dot), hue.mark));
    }
}

fn lines(class: &'static str, lines: &[Text], items: &mut Vec<Item>) {
    if lines.is_empty() {
        return;
    }
    items.push(group(class));
    for line in lines {
        items.extend([obstacle(line.rect()), Item::Text(line.clone())]);
    }
    items.push(Item::Close);
}
