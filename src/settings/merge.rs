//! Choices from two places: those typed come before those of a file.

use super::Settings;

impl Settings {
    /// These choices, and those of `other` where there are none here.
    pub fn or(self, other: Settings) -> Settings {
        Settings {
            columns: keyed(self.columns, other.columns, |column| column.role),
            encoding: self.encoding.or(other.encoding),
            date_order: self.date_order.or(other.date_order),
            date_notation: self.date_notation.or(other.date_notation),
            century: self.century.or(other.century),
            year_pairs: self.year_pairs.or(other.year_pairs),
            negative_years: self.negative_years.or(other.negative_years),
            date_numbers: self.date_numbers.or(other.date_numbers),
            midnight: self.midnight.or(other.midnight),
            locale: self.locale.or(other.locale),
            fiscal_start: self.fiscal_start.or(other.fiscal_start),
            tz: self.tz.or(other.tz),
            today: self.today.or(other.today),
            origin: self.origin.or(other.origin),
            unit: self.unit.or(other.unit),
            records: self.records.or(other.records),
            sheet: self.sheet.or(other.sheet),
            strip_footnotes: self.strip_footnotes.or(other.strip_footnotes),
            max_events: self.max_events.or(other.max_events),
            max_bytes: self.max_bytes.or(other.max_bytes),
            strict: self.strict.or(other.strict),
            title: self.title.or(other.title),
            subtitle: self.subtitle.or(other.subtitle),
            source: self.source.or(other.source),
            alt_text: self.alt_text.or(other.alt_text),
            date_format: self.date_format.or(other.date_format),
            width: self.width.or(other.width),
            height: self.height.or(other.height),
            size: self.size.or(other.size),
            style: self.style.or(other.style),
            orientation: self.orientation.or(other.orientation),
            top: self.top.or(other.top),
            label: self.label.or(other.label),
            fold: self.fold.or(other.fold),
            pages: self.pages.or(other.pages),
            repeat_dates: self.repeat_dates.or(other.repeat_dates),
            effort: self.effort.or(other.effort),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
            ticks: self.ticks.or(other.ticks),
            week_start: self.week_start.or(other.week_start),
            week_numbers: self.week_numbers.or(other.week_numbers),
            weekends: self.weekends.or(other.weekends),
            breaks: listed(self.breaks, other.breaks),
            scale: self.scale.or(other.scale),
            lane_by: self.lane_by.or(other.lane_by),
            lane_order: self.lane_order.or(other.lane_order),
            lane_rows: self.lane_rows.or(other.lane_rows),
            show: self.show.or(other.show),
            sort: self.sort.or(other.sort),
            eras: listed(self.eras, other.eras),
            marks: listed(self.marks, other.marks),
            theme: self.theme.or(other.theme),
            background: self.background.or(other.background),
            shapes: self.shapes.or(other.shapes),
            categories: keyed(self.categories, other.categories, |one| one.0.name.clone()),
            other: self.other.or(other.other),
            legend: self.legend.or(other.legend),
            plain_text: self.plain_text.or(other.plain_text),
            font_family: listed(self.font_family, other.font_family),
            font: listed(self.font, other.font),
            system_fonts: self.system_fonts.or(other.system_fonts),
            svg_text: self.svg_text.or(other.svg_text),
            dpi: self.dpi.or(other.dpi),
            pdf_standard: listed(self.pdf_standard, other.pdf_standard),
            pdf_version: self.pdf_version.or(other.pdf_version),
        }
    }
}

/// The list `first`, or `other` if that is empty.
fn listed<T>(first: Vec<T>, other: Vec<T>) -> Vec<T> {
    if first.is_empty() { other } else { first }
}

/// The entries of `first`, and those of `then` whose key none of them has.
fn keyed<T, K: PartialEq>(first: Vec<T>, then: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let known: Vec<K> = first.iter().map(&key).collect();
    let new = then.into_iter().filter(|entry| !known.contains(&key(entry)));
    first.into_iter().chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        toml::from_str(text).expect("settings")
    }

    #[test]
    fn flags_come_before_the_file() {
        assert_eq!(settings("title = 'a'").or(settings("title = 'b'")), settings("title = 'a'"));
        assert_eq!(Settings::default().or(settings("title = 'b'")), settings("title = 'b'"));
        let off = settings("strict = false").or(settings("strict = true"));
        assert_eq!(off.strict, Some(false));
        let first = settings("[column]\ndate = 'a'");
        let both = first.or(settings("[column]\ndate = 'b'\ntitle = 'c'"));
        assert_eq!(both, settings("[column]\ndate = 'a'\ntitle = 'c'"));
    }
}
