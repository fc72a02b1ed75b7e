//! A figure in other widths than its own, for a page that is read on phones and on wide screens.
//!
//! In: a composed [`Figure`]. Out: the same events composed anew. Knows no page.

use crate::compose::compose;
use crate::figure::{Figure, FigureOrigin};
use crate::geometry::{Sub, px};
use crate::options::{FigureOptions, Fold, LabelStyle, Length};

/// The widths of a phone, a column of text and a wide page. A page that is a little wider enlarges
/// the figure.
const WIDTHS: [Sub; 3] = [PHONE, px(624.0), px(864.0)];
const PHONE: Sub = px(288.0);

/// The same figure in the widths of a phone, a column and a wide page, narrowest first, but for the
/// width that is nearest to its own. One without room for it is left out.
pub fn in_other_widths(figure: &Figure) -> Vec<Figure> {
    let Some(origin) = &figure.origin else { return Vec::new() };
    let own = i64::from(figure.size.w.max(1));
    let ratio = |width: Sub| {
        let (less, more) = (own.min(width.into()), own.max(width.into()));
        more * 1000 / less
    };
    let nearest = WIDTHS.into_iter().min_by_key(|&width| ratio(width));
    let others = WIDTHS.into_iter().filter(|&width| Some(width) != nearest);
    others.filter_map(|width| in_width(figure, origin, width)).collect()
}

fn in_width(figure: &Figure, origin: &FigureOrigin, width: Sub) -> Option<Figure> {
    let options = FigureOptions {
        width: Some(Length(width)),
        height: None,
        size: None,
        ..origin.options.clone()
    };
    let is_wider = |other: &Figure| other.size.w > width + width / 8;
    let mut other = None;
    if width == PHONE {
        let is_other_form = !figure.lanes.is_empty() || !figure.panels.is_empty();
        let told = || composed(origin, &chronicle(&options));
        let own = || composed(origin, &FigureOptions { ticks: None, ..options.clone() });
        other =
            if is_other_form { own().filter(|own| !is_wider(own)).or_else(told) } else { told() };
    }
    let other = other.or_else(|| composed(origin, &options)).filter(|other| !is_wider(other))?;
    let (title, description) = (figure.title.clone(), figure.description.clone());
    Some(Figure { title, description, ..other })
}

/// The options of a chronicle in one column.
fn chronicle(options: &FigureOptions) -> FigureOptions {
    FigureOptions {
        style: Some(LabelStyle::Chronicle),
        fold: Some(Fold::Columns(1)),
        orientation: None,
        ticks: None,
        top: None,
        label: None,
        ..options.clone()
    }
}

fn composed(origin: &FigureOrigin, options: &FigureOptions) -> Option<Figure> {
    compose(&origin.events, options).ok().map(|(figure, _)| figure)
}
