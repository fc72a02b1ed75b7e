//! Sizes of type, lines and gaps.

use crate::event::Importance;
use crate::geometry::{Sub, px};
use crate::text::{Style, TextRole, Weight};

fn role(size: f64, leading: f64, weight: Weight) -> TextRole {
    TextRole { style: Style { size: px(size), weight }, leading: px(leading) }
}

/// Every length of a figure, in sub-pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The figure's name.
    pub title: TextRole,
    /// The sentence under it.
    pub subtitle: TextRole,
    /// Names of categories.
    pub legend: TextRole,
    /// Labels of ruler cells.
    pub ruler: TextRole,
    /// The date of a flag.
    pub date: TextRole,
    /// The name of a flag.
    pub name: TextRole,
    /// The detail of a flag.
    pub detail: TextRole,
    /// The name in a list.
    pub list_name: TextRole,
    /// The date in a list, on the lines of names.
    pub list_date: TextRole,
    /// The name of a lane.
    pub lane: TextRole,
    /// A name inside a bar.
    pub inside: TextRole,
    /// A name beside its mark, in a lane.
    pub beside: TextRole,
    /// The name of an era.
    pub era: TextRole,
    /// The name of a marker.
    pub marker: TextRole,
    /// The source line.
    pub source: TextRole,
    /// Free room at each edge of the canvas.
    pub margin: Sub,
    /// Between the blocks of the frame: heading, legend, plot, source.
    pub gap: Sub,
    /// Between two names of the legend.
    pub legend_gap: Sub,
    /// Height of a row of the ruler.
    pub ruler_row: Sub,
    /// Thickness of the separators of ruler cells.
    pub separator: Sub,
    /// Radius of a dot.
    pub dot: Sub,
    /// Thickness of the white ring around a dot.
    pub halo: Sub,
    /// Thickness of a bar.
    pub bar: Sub,
    /// Thickness of the bar of a span in a lane.
    pub span: Sub,
    /// Between two rows of a lane.
    pub row_gap: Sub,
    /// Between the edge of a lane and its rows.
    pub lane_pad: Sub,
    /// From the end of a bar to the name in it, at least.
    pub inset: Sub,
    /// Room for the question mark at an end that nobody knows.
    pub cap: Sub,
    /// How long a bar is of which one end is unknown.
    pub stub: Sub,
    /// Over which length an approximate end fades, at most.
    pub fade: Sub,
    /// How far the strokes of a break lean from bottom to top.
    pub slant: Sub,
    /// Thickness of leaders and poles.
    pub leader: Sub,
    /// From the ruler, or the outermost bar, to the nearest label.
    pub rise: Sub,
    /// From the bracket of a list, or the outermost track, to its rows.
    pub list_rise: Sub,
    /// From a pole to its text.
    pub pole_gap: Sub,
    /// Free room beyond the text of a label before the next pole or label.
    pub label_gap: Sub,
    /// Least distance of two poles.
    pub pole_step: Sub,
    /// Distance of two tracks of leaders that leave their dates.
    pub track: Sub,
    /// From the ruler, or the outermost bar, to the bracket of a list.
    pub bracket: Sub,
    /// Radius of the dots in a list.
    pub list_dot: Sub,
    /// From the edge of a row to its text.
    pub list_indent: Sub,
    /// Between name and date in a row.
    pub list_gap: Sub,
    /// Between two columns of a list.
    pub column_gap: Sub,
    /// Measures that rows of lists may be set to, the widest first.
    pub list_measures: [Sub; 4],
    /// Measures that labels may be set to, the preferred first.
    pub measures: [Sub; 5],
}

impl Sizes {
    /// Sets all lines further apart, if need be, so that each has room for letters of `reach`
    /// thousandths of an em from top to bottom and none meets the next.
    pub fn spread(&mut self, reach: i64) {
        // One factor for all keeps the common rhythm of labels.
        let words = [
            &mut self.title,
            &mut self.subtitle,
            &mut self.legend,
            &mut self.date,
            &mut self.name,
            &mut self.detail,
            &mut self.list_name,
            &mut self.list_date,
            &mut self.source,
        ];
        opened(words, reach);
        opened([&mut self.lane, &mut self.era, &mut self.marker], reach);
        // A bar grows with the line of the name in it, however important that is.
        let factor = opened([&mut self.inside, &mut self.beside], reach * 115 / 100);
        self.span = times(self.span, factor);
    }

    /// For a column of a journal: a smaller heading, and labels that leave room for each other.
    pub fn column() -> Self {
        let report = Self::scaled(1.0);
        Self {
            title: role(14.5, 18.0, Weight::SemiBold),
            subtitle: role(10.8, 14.0, Weight::Regular),
            legend: role(10.0, 14.0, Weight::Regular),
            ruler: role(9.4, 12.0, Weight::Regular),
            date: role(10.0, 12.6, Weight::Regular),
            name: role(10.8, 12.6, Weight::SemiBold),
            detail: role(10.0, 12.6, Weight::Regular),
            list_name: role(10.0, 12.2, Weight::SemiBold),
            source: role(9.2, 11.5, Weight::Regular),
            margin: px(6.0),
            gap: px(13.0),
            legend_gap: px(12.0),
            ruler_row: px(21.0),
            rise: px(10.0),
            label_gap: px(8.0),
            pole_gap: px(5.0),
            column_gap: px(10.0),
            list_measures: [190.0, 150.0, 120.0, 92.0].map(px),
            measures: [110.0, 92.0, 76.0, 62.0, 140.0].map(px),
            ..report
        }
    }

    /// For a landscape page: a little larger, and longer lines.
    pub fn page() -> Self {
        Self {
            title: role(20.5, 25.5, Weight::SemiBold),
            subtitle: role(13.5, 18.0, Weight::Regular),
            margin: px(14.0),
            gap: px(20.0),
            rise: px(14.0),
            list_measures: [280.0, 210.0, 155.0, 112.0].map(px),
            measures: [156.0, 126.0, 100.0, 80.0, 196.0].map(px),
            ..Self::scaled(1.1)
        }
    }

    /// For a slide that is read from afar: large type with wide edges.
    pub fn slide() -> Self {
        Self {
            title: role(36.0, 43.0, Weight::SemiBold),
            margin: px(48.0),
            gap: px(30.0),
            ..Self::scaled(1.8)
        }
    }

    /// For a card that is seen small: large type, edges in proportion.
    pub fn social() -> Self {
        Self { margin: px(40.0), gap: px(26.0), ..Self::slide() }
    }

    /// The same with all but its frame at `scale` of the size of a slide.
    pub fn with_plot_at(self, scale: f64) -> Self {
        let Self { title, subtitle, margin, gap, .. } = self;
        let source = Self::scaled(1.8 * scale.min(1.0)).source;
        Self { title, subtitle, source, margin, gap, ..Self::scaled(1.8 * scale) }
    }

    /// The sizes for a figure in a report, times `scale`.
    pub fn scaled(scale: f64) -> Self {
        let role = |size: f64, leading: f64, weight| role(size * scale, leading * scale, weight);
        let length = |length: f64| px(length * scale);
        // Labels share one rhythm, so that lines of neighbours stand level.
        Self {
            title: role(17.5, 22.0, Weight::SemiBold),
            subtitle: role(11.5, 16.0, Weight::Regular),
            legend: role(10.7, 16.0, Weight::Regular),
            ruler: role(9.7, 12.0, Weight::Regular),
            date: role(10.7, 13.3, Weight::Regular),
            name: role(11.5, 13.3, Weight::SemiBold),
            detail: role(10.7, 13.3, Weight::Regular),
            list_name: role(10.7, 12.8, Weight::SemiBold),
            list_date: role(9.7, 12.8, Weight::Regular),
            lane: role(11.5, 14.0, Weight::SemiBold),
            inside: role(10.7, 16.0, Weight::SemiBold),
            beside: role(10.7, 16.0, Weight::Regular),
            era: role(9.7, 13.0, Weight::SemiBold),
            marker: role(9.7, 13.0, Weight::SemiBold),
            source: role(9.7, 12.0, Weight::Regular),
            margin: length(12.0),
            gap: length(16.0),
            legend_gap: length(16.0),
            ruler_row: length(24.0),
            separator: length(1.2),
            dot: length(3.33),
            halo: length(1.0),
            bar: length(4.0),
            span: length(16.0),
            row_gap: length(5.0),
            lane_pad: length(8.0),
            inset: length(4.1),
            cap: length(7.0),
            stub: length(22.0),
            fade: length(20.0),
            slant: length(6.0),
            leader: length(0.9),
            rise: length(12.0),
            list_rise: length(6.0),
            pole_gap: length(6.0),
            label_gap: length(10.0),
            pole_step: length(5.0),
            track: length(4.0),
            bracket: length(6.0),
            list_dot: length(2.6),
            list_indent: length(8.5),
            list_gap: length(5.5),
            column_gap: length(14.0),
            list_measures: [260.0, 190.0, 140.0, 100.0].map(length),
            measures: [130.0, 106.0, 86.0, 70.0, 170.0].map(length),
        }
    }

    /// The length of the shortest vertical ruler.
    pub fn shortest_ruler(&self) -> Sub {
        7 * self.ruler_row
    }

    /// The radius of the dot of an event of that importance.
    pub fn dot_of(&self, importance: Importance) -> Sub {
        self.dot * weighing(importance, [4, 5, 6]) / 5
    }
}

/// Sets the lines of all roles further apart by one factor, so that each has room for letters of
/// `reach`. Returns the factor, in thousandths.
fn opened<const N: usize>(roles: [&mut TextRole; N], reach: i64) -> i64 {
    let needed = |role: &TextRole| reach * i64::from(role.style.size) / i64::from(role.leading);
    let factor = roles.iter().map(|role| needed(role)).max().unwrap_or(0).max(1000);
    roles.into_iter().for_each(|role| role.leading = times(role.leading, factor));
    factor
}

fn times(length: Sub, factor: i64) -> Sub {
    Sub::try_from(i64::from(length) * factor / 1000).unwrap_or(length)
}

/// The choice for events of low importance, for most, or for those of high importance.
fn weighing<T>(importance: Importance, [low, normal, high]: [T; 3]) -> T {
    match importance {
        _ if importance <= Importance::MINOR => low,
        _ if importance < Importance::MAJOR => normal,
        _ => high,
    }
}

/// A role for the name of an event of that importance: smaller and lighter, as it is, or larger.
pub fn weighed(role: TextRole, importance: Importance) -> TextRole {
    let sized = |part: Sub, weight: Weight| TextRole {
        style: Style { size: role.style.size * part / 100, weight },
        leading: role.leading * part.max(100) / 100,
    };
    weighing(importance, [sized(92, Weight::Regular), role, sized(115, Weight::SemiBold)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::to_px;

    #[test]
    fn lines_make_room_for_high_letters_all_in_one_measure() {
        let plain = Sizes::scaled(1.0);
        let spread = |reach| {
            let mut sizes = plain;
            sizes.spread(reach);
            sizes
        };
        assert_eq!((spread(0), spread(1100)), (plain, plain));
        let high = spread(2000);
        for role in [high.title, high.name, high.detail, high.list_name, high.source] {
            let times = f64::from(role.leading) / f64::from(role.style.size);
            assert!((1.99..2.8).contains(&times), "{times}");
        }
        assert_eq!((high.name.leading, high.ruler), (high.date.leading, plain.ruler));
        for role in [high.lane, high.era, high.marker, high.inside, high.beside] {
            let times = f64::from(role.leading) / f64::from(role.style.size);
            assert!((1.99..2.8).contains(&times), "{times}");
        }
        let important = weighed(plain.inside, Importance::MAJOR).style.size;
        assert!(high.span >= 2 * important - 2, "{} {important}", high.span);
        assert_eq!(high.inside.leading - high.span, plain.inside.leading - plain.span);
        assert_eq!(high.name.style, plain.name.style);
    }

    #[test]
    fn every_preset_keeps_the_order_of_its_words_and_can_be_read() {
        let presets =
            [Sizes::column(), Sizes::scaled(1.0), Sizes::page(), Sizes::slide(), Sizes::social()];
        for sizes in presets {
            let [title, subtitle, name, detail, date, list_name, list_date, ruler, source, legend] =
                [
                    sizes.title,
                    sizes.subtitle,
                    sizes.name,
                    sizes.detail,
                    sizes.date,
                    sizes.list_name,
                    sizes.list_date,
                    sizes.ruler,
                    sizes.source,
                    sizes.legend,
                ]
                .map(|role| role.style.size);
            assert!(
                title > subtitle && subtitle > legend && name > detail && detail >= date * 99 / 100
            );
            assert!(list_name > list_date && ruler >= source);
            // 6.75 pt, the least that print can take.
            assert!(to_px(source) >= 9.0);
            // Between 1.1 and 1.5 times the size, or lines run together or fall apart.
            for role in [sizes.title, sizes.subtitle, sizes.name, sizes.list_name, sizes.source] {
                let times = f64::from(role.leading) / f64::from(role.style.size);
                assert!((1.1..1.5).contains(&times), "{times}");
            }
            // A measure holds 14 to 34 letters of about half an em.
            let letters = |measure: Sub| f64::from(2 * measure) / f64::from(name);
            assert!(sizes.measures.iter().all(|&m| (10.0..36.0).contains(&letters(m))));
            assert!(sizes.measures[..4].is_sorted_by(|a, b| a > b));
            assert!(sizes.list_measures.is_sorted_by(|a, b| a > b));
        }
    }
}
