//! In which language and form dates are printed.

use super::pattern::DatePattern;
use crate::date::{CountScale, Locale};
use std::str::FromStr;

/// The language and the form in which dates are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyle {
    /// The language.
    pub locale: Locale,
    /// The form; the usual one of the language without.
    pub layout: Option<DateLayout>,
    /// The scale of dates that are counts from an origin which is not said.
    pub counts: Option<CountScale>,
}

impl DateStyle {
    /// The usual form of dates in a language.
    pub fn of(locale: Locale) -> Self {
        Self { locale, ..Self::default() }
    }

    /// The form. English without a region has short names of months, all else long ones.
    pub(super) fn layout(self) -> DateLayout {
        let usual = if self.locale == Locale::En { DateLayout::Short } else { DateLayout::Long };
        self.layout.unwrap_or(usual)
    }
}

/// The form of days, and with it of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLayout {
    /// With names of months in full: 12 March 2010.
    Long,
    /// With short names of months: 12 Mar 2010.
    Short,
    /// In numbers: 12/03/2010, 12.3.2010.
    Numeric,
    /// As a pattern has it.
    Own(DatePattern),
}

impl FromStr for DateLayout {
    type Err = String;

    /// `long`, `short`, `numeric`, or a pattern of days: `d MMMM y`.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "long" => Ok(Self::Long),
            "short" => Ok(Self::Short),
            "numeric" => Ok(Self::Numeric),
            pattern => pattern.parse().map(Self::Own),
        }
    }
}
