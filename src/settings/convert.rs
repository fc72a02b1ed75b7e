//! From what is written to what the library takes: dates are read here, once.

#![allow(clippy::field_reassign_with_default, reason = "a line for each option")]

use super::{BreakText, EraText, MarkText, Settings, ThemeText};
use crate::date::Date;
use crate::error::{Code, Error, Fault, Message, Result, quoted};
use crate::options::FigureOptions;
use crate::options::{BreakChoice, DateOptions, EraOption, LaneBy, MarkerOption};
use crate::read::ReadOptions;
use crate::render::RenderOptions;

/// Settings as the three verbs take them. A custom theme and fonts are files, which the host reads.
#[derive(Clone, Debug)]
pub struct Converted {
    /// For reading the table.
    pub read: ReadOptions,
    /// For composing the figure.
    pub figure: FigureOptions,
    /// For rendering it.
    pub render: RenderOptions,
}

impl Settings {
    /// The settings as the library takes them.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] if a date cannot be read, a break is asked for and refused at once, or a
    /// number is out of its range.
    pub fn convert(&self) -> Result<Converted> {
        self.check_limits()?;
        let mut read = self.read();
        let origin = self.origin.as_ref().map(|text| date("origin", text, &read.dates));
        read.origin = origin.transpose()?;
        let figure = self.figure(&read.dates)?;
        read.repeats = [figure.from.clone(), figure.to.clone()];
        let render = self.render();
        render.check()?;
        Ok(Converted { read, figure, render })
    }

    /// Whether every limit lets something through.
    fn check_limits(&self) -> Result<()> {
        for (key, limit) in [("max-events", self.max_events), ("max-bytes", self.max_bytes)] {
            if limit == Some(0) {
                let message =
                    Message::default().unset_value(key, "0").text(" lets nothing through");
                return Err(Error::options(Code::NoPass, message.text("; give 1 or more")));
            }
        }
        Ok(())
    }

    fn read(&self) -> ReadOptions {
        let mut read = ReadOptions::default();
        let columns = self.columns.iter();
        read.columns = columns.map(|column| (column.role, column.header.clone())).collect();
        read.lane_by = self.lane_by.clone().filter(|_| !self.is_without_lanes());
        read.dates = self.dates();
        read.encoding = self.encoding;
        read.unit = self.unit;
        read.records = self.records.clone();
        read.sheet = self.sheet.clone();
        read.strips_footnotes = self.strip_footnotes == Some(true);
        read.limits.events = self.max_events.unwrap_or(read.limits.events);
        read.limits.bytes = self.max_bytes.unwrap_or(read.limits.bytes);
        read.limits.are_strict = self.max_events.or(self.max_bytes).is_some();
        read
    }

    /// Whether lanes are refused by a word that is no header.
    fn is_without_lanes(&self) -> bool {
        self.lane_by.as_ref().is_some_and(|name| name.eq_ignore_ascii_case("none"))
    }

    fn dates(&self) -> DateOptions {
        let mut dates = DateOptions::default();
        dates.order = self.date_order;
        dates.fiscal = self.fiscal_start;
        dates.zone = self.tz;
        dates.today = self.today;
        dates.locale = self.locale;
        dates.notation = self.date_notation;
        dates.century = self.century;
        dates.year_pairs = self.year_pairs;
        dates.negative_years = self.negative_years;
        dates.numbers = self.date_numbers;
        dates.midnight = self.midnight;
        dates
    }

    fn render(&self) -> RenderOptions {
        let mut render = RenderOptions::default();
        render.svg_text = self.svg_text.unwrap_or(render.svg_text);
        render.dpi = self.dpi.unwrap_or(render.dpi);
        render.pdf_standards = self.pdf_standard.clone();
        render.pdf_version = self.pdf_version;
        render
    }

    fn figure(&self, dates: &DateOptions) -> Result<FigureOptions> {
        let mut figure = FigureOptions::default();
        figure.title = self.title.clone();
        figure.subtitle = self.subtitle.clone();
        figure.source = self.source.clone();
        figure.alt_text = self.alt_text.clone();
        figure.locale = self.locale;
        figure.date_format = self.date_format;
        figure.width = self.width;
        figure.height = self.height;
        figure.size = self.size;
        figure.style = self.style;
        figure.orientation = self.orientation;
        figure.top = self.top;
        figure.label = self.label.clone();
        figure.fold = self.fold;
        figure.pages = self.pages;
        figure.repeat_dates = self.repeat_dates;
        figure.effort = self.effort;
        figure.fiscal_start = self.fiscal_start;
        figure.tz = self.tz;
        figure.today = self.today;
        figure.ticks = self.ticks;
        figure.week_start = self.week_start;
        figure.week_numbers = self.week_numbers;
        figure.weekends = self.weekends;
        figure.scale = self.scale;
        figure.lane_by = self.is_without_lanes().then_some(LaneBy::None);
        figure.lane_order = self.lane_order.clone();
        figure.lane_rows = self.lane_rows;
        figure.show = self.show;
        figure.sort = self.sort;
        figure.theme = match &self.theme {
            Some(ThemeText::Named(theme)) => Some(theme.clone()),
            _ => None,
        };
        figure.background = self.background;
        figure.shapes = self.shapes;
        figure.categories = self.categories.iter().map(|one| one.0.clone()).collect();
        figure.other = self.other.clone();
        figure.legend = self.legend;
        figure.plain_text = self.plain_text;
        self.add_dates(&mut figure, dates)?;
        Ok(figure)
    }

    fn add_dates(&self, figure: &mut FigureOptions, dates: &DateOptions) -> Result<()> {
        let from = self.from.as_ref().map(|text| date("from", text, dates));
        let to = self.to.as_ref().map(|text| date("to", text, dates));
        (figure.from, figure.to) = (from.transpose()?, to.transpose()?);
        figure.breaks = breaks(&self.breaks, dates)?;
        figure.eras = self.eras.iter().map(|text| era(text, dates)).collect::<Result<_>>()?;
        figure.markers =
            self.marks.iter().map(|text| marker(text, dates)).collect::<Result<_>>()?;
        Ok(())
    }
}

fn breaks(texts: &[BreakText], dates: &DateOptions) -> Result<Vec<BreakChoice>> {
    if texts.len() > 1 && texts.contains(&BreakText::None) {
        let none = Message::default().unset_value("break", "none").text(" contradicts another ");
        let message = none.unset("break").text("; leave one of them out");
        return Err(Error::options(Code::Break, message));
    }
    let choice = |text: &BreakText| match text {
        BreakText::Auto => Ok(BreakChoice::Auto),
        BreakText::None => Ok(BreakChoice::None),
        BreakText::Between(from, to) => {
            Ok(BreakChoice::Between(date("break", from, dates)?, date("break", to, dates)?))
        }
    };
    texts.iter().map(choice).collect()
}

fn era(text: &EraText, dates: &DateOptions) -> Result<EraOption> {
    let (from, to) = (end(&text.from, dates)?, end(&text.to, dates)?);
    Ok(EraOption { name: text.name.clone(), from, to })
}

/// The end of an era; none if it is open.
fn end(text: &str, dates: &DateOptions) -> Result<Option<Date>> {
    if text.is_empty() { Ok(None) } else { date("era", text, dates).map(Some) }
}

fn marker(text: &MarkText, dates: &DateOptions) -> Result<MarkerOption> {
    Ok(MarkerOption { name: text.name.clone(), date: date("mark", &text.date, dates)? })
}

/// The date that a setting gives as `text`.
fn date(key: &'static str, text: &str, dates: &DateOptions) -> Result<Date> {
    Date::parse(text, dates).map_err(|error| {
        let message = Message::default().unset(key).text(": ").text(quoted(text));
        let message = message.text(": ").and(error.message);
        Error::Options(vec![Fault::new(error.kind.code(), message).of_value(text)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Result<FigureOptions> {
        toml::from_str::<Settings>(text).expect("settings").convert().map(|all| all.figure)
    }

    #[test]
    fn dates_are_read_as_those_of_the_table() {
        let figure = figure("date-order = 'dmy'\nfrom = '3/4/2010'").expect("options");
        let from = figure.from.expect("a date");
        assert_eq!(from.iso_bounds()[0].as_deref(), Some("2010-04-03"));
    }

    #[test]
    fn a_date_that_cannot_be_read_is_named_with_its_setting() {
        let Err(Error::Options(faults)) = figure("mark = '2010-13-40=War'") else {
            panic!("no such date")
        };
        assert_eq!(
            (faults[0].code, faults[0].value.as_deref()),
            (Code::DateNonexistent, Some("2010-13-40"))
        );
        assert!(faults[0].message.to_string().starts_with("`mark`: \"2010-13-40\": "));
    }

    #[test]
    fn no_break_beside_another_is_refused() {
        assert!(figure("break = ['none', 'auto']").is_err());
        assert_eq!(figure("break = 'none'").expect("options").breaks, [BreakChoice::None]);
    }
}
