//! The value of a cell in OpenDocument as text.

use crate::read::workbook::cells::CellFault;
use crate::read::workbook::shown::{Shown, ShownDate, cut, iso_text, number_text};

/// A cell's value as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WrittenValue {
    pub kind: String,
    pub value: String,
    /// The text that is seen.
    pub text: String,
    pub is_formula: bool,
    pub is_error: bool,
}

impl WrittenValue {
    /// The text of the cell, where `shown` says how it shows a date, and what is wrong with it.
    pub(super) fn text(self, shown: Option<Shown>) -> (String, Option<CellFault>) {
        let seen = self.text.trim();
        if self.is_error {
            let fault = Some(CellFault::Error).filter(|_| seen != "#N/A");
            return (fault.map_or(String::new(), |_| seen.to_owned()), fault);
        }
        if self.is_formula && self.value.is_empty() && seen.is_empty() && self.kind != "string" {
            return (String::new(), Some(CellFault::NotCalculated));
        }
        let text = match self.kind.as_str() {
            _ if self.value.is_empty() => self.text,
            "date" => iso_text(&self.value, shown.unwrap_or_default()),
            "time" => time(&self.value, shown).unwrap_or(self.value),
            "boolean" => self.value.to_uppercase(),
            "float" | "percentage" | "currency" => match self.value.parse() {
                Ok(number) => number_text(number, Shown::Number, false),
                Err(_) => self.value,
            },
            _ => self.value,
        };
        (text, None)
    }
}

/// A clock time, written as the hours, minutes and seconds since midnight; none for a length of
/// time.
fn time(value: &str, shown: Option<Shown>) -> Option<String> {
    let Some(Shown::Date(ShownDate { clock: Some(clock), .. })) = shown else { return None };
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let zero = if seconds.find('.').unwrap_or(seconds.len()) < 2 { "0" } else { "" };
    let is_clock = hours.parse::<u32>().ok()? < 24;
    let text = format!("{hours:0>2}:{minutes:0>2}:{zero}{seconds}");
    is_clock.then(|| cut(&text, clock).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::workbook::shown::{ShownClock, ShownDay};

    fn text(kind: &str, value: &str, shown: Option<Shown>) -> String {
        let (kind, value) = (kind.to_owned(), value.to_owned());
        WrittenValue { kind, value, ..WrittenValue::default() }.text(shown).0
    }

    #[test]
    fn dates_and_times_are_as_exact_as_they_are_shown() {
        let date = |day, clock| Some(Shown::Date(ShownDate { day, clock }));
        let year = date(Some(ShownDay::Year), None);
        let minute = date(None, Some(ShownClock::Minute));
        let cases = [
            ("date", "2009-03-12", None, "2009-03-12"),
            ("date", "2009-03-12T09:30:00", None, "2009-03-12T09:30:00"),
            ("date", "2009-03-12T09:30:00", year, "2009"),
            ("date", "-0044-03-15", year, "-0044"),
            ("date", "2009-03-12", date(Some(ShownDay::Month), None), "2009-03"),
            ("date", "2009-03-12T09:30:00", Some(Shown::DAY), "2009-03-12"),
            (
                "date",
                "2009-03-12T09:30:15",
                Some(Shown::moment(ShownClock::Minute)),
                "2009-03-12T09:30",
            ),
            ("date", "x", year, "x"),
            ("time", "PT09H30M00S", minute, "09:30"),
            ("time", "PT9H3M5.5S", date(None, Some(ShownClock::Second)), "09:03:05"),
            ("time", "PT36H30M00S", minute, "PT36H30M00S"),
            ("time", "PT09H30M00S", Some(Shown::Elapsed), "PT09H30M00S"),
            ("float", "2009", None, "2009"),
            ("float", "2.5E3", None, "2500"),
            ("boolean", "true", None, "TRUE"),
        ];
        for (kind, value, shown, expected) in cases {
            assert_eq!(text(kind, value, shown), expected, "{kind} {value}");
        }
    }

    #[test]
    fn formulas_without_a_value_and_errors_are_told() {
        let formula = |text: &str, is_error| WrittenValue {
            text: text.into(),
            is_formula: true,
            is_error,
            ..WrittenValue::default()
        };
        assert_eq!(formula("", false).text(None).1, Some(CellFault::NotCalculated));
        assert_eq!(formula("a", false).text(None), ("a".into(), None));
        assert_eq!(formula("#N/A", true).text(None), (String::new(), None));
        assert_eq!(formula("#REF!", true).text(None), ("#REF!".into(), Some(CellFault::Error)));
    }
}
