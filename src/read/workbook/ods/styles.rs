//! The styles of an OpenDocument workbook, as far as they say how dates are shown and which sheets
//! are hidden.

use crate::read::workbook::fault::BookResult;
use crate::read::workbook::shown::{Shown, ShownClock, ShownDate, ShownDay};
use crate::read::workbook::xml::{XmlElement, XmlItem, XmlPart, ended};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The styles by name.
#[derive(Clone, Debug, Default)]
pub(super) struct OdsStyles {
    /// How data styles show a value.
    data: BTreeMap<String, Shown>,
    /// The data style of a cell style, or the cell style that it is based on.
    cells: BTreeMap<String, CellStyle>,
    /// The styles of sheets that are hidden.
    hidden: BTreeSet<String>,
}

#[derive(Clone, Debug, Default)]
struct CellStyle {
    data: Option<String>,
    parent: Option<String>,
}

impl OdsStyles {
    /// Adds the styles of a part, or of its beginning.
    pub(super) fn read(&mut self, text: &str, name: &str) -> BookResult<()> {
        let mut xml = XmlPart::new(text, name);
        let (mut style, mut data) = (String::new(), None::<DataStyle>);
        while let Some(item) = xml.next()? {
            match item {
                XmlItem::Start(element) => match element.name() {
                    "style" => style = self.begin(&element),
                    "table-properties" => {
                        if element.attribute("table:display").as_deref() == Some("false") {
                            self.hidden.insert(style.clone());
                        }
                    }
                    "date-style" | "time-style" => data = Some(DataStyle::new(&element)),
                    part => data.iter_mut().for_each(|data| data.add(part, &element)),
                },
                XmlItem::End(end) if matches!(ended(&end), "date-style" | "time-style") => {
                    let data = data.take();
                    self.data.extend(data.map(|data| (data.name.clone(), data.shown())));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes what the start of a style says, and gives its name.
    fn begin(&mut self, element: &XmlElement<'_>) -> String {
        let wanted = ["style:name", "style:data-style-name", "style:parent-style-name"];
        let [name, data, parent] =
            element.attributes(wanted).map(|value| value.map(Cow::into_owned));
        let name = name.unwrap_or_default();
        self.cells.insert(name.clone(), CellStyle { data, parent });
        name
    }

    /// Whether a sheet with this style is hidden.
    pub(super) fn hides(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }

    /// How a cell with this style shows its value; none if nothing says so.
    pub(super) fn shown(&self, style: &str) -> Option<Shown> {
        /// Styles that are based on one another.
        const MOST_PARENTS: usize = 10;
        let mut style = self.cells.get(style)?;
        for _ in 0..MOST_PARENTS {
            if let Some(data) = &style.data {
                return self.data.get(data).copied();
            }
            style = self.cells.get(style.parent.as_ref()?)?;
        }
        None
    }
}

/// A data style, while it is read.
struct DataStyle {
    name: String,
    is_elapsed: bool,
    date: ShownDate,
}

impl DataStyle {
    fn new(element: &XmlElement<'_>) -> Self {
        let [name, truncates] = element.attributes(["style:name", "number:truncate-on-overflow"]);
        let is_elapsed = truncates.as_deref() == Some("false");
        let name = name.unwrap_or_default().into_owned();
        Self { name, is_elapsed, date: ShownDate::default() }
    }

    /// Adds a part of what is shown.
    fn add(&mut self, part: &str, element: &XmlElement<'_>) {
        let ShownDate { day, clock } = &mut self.date;
        match part {
            "year" if day.is_none() => *day = Some(ShownDay::Year),
            "month" if *day != Some(ShownDay::Day) => *day = Some(ShownDay::Month),
            "day" | "day-of-week" | "week-of-year" | "quarter" => *day = Some(ShownDay::Day),
            "hours" | "minutes" if clock.is_none() => *clock = Some(ShownClock::Minute),
            "seconds" => {
                let places = element.attribute("number:decimal-places");
                let has_places = places.is_some_and(|places| !matches!(&*places, "" | "0"));
                *clock = Some(if has_places { ShownClock::Fraction } else { ShownClock::Second });
            }
            _ => {}
        }
    }

    fn shown(&self) -> Shown {
        match (self.is_elapsed, self.date) {
            (true, _) => Shown::Elapsed,
            // A date with a clock time is shown in full, whatever is left out.
            (false, ShownDate { day: Some(_), clock: Some(clock) }) => Shown::moment(clock),
            (false, date) => Shown::Date(date),
        }
    }
}
