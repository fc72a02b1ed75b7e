//! Seasons: spring, summer, autumn, winter as three whole months.
//!
//! In the north spring begins in March and in the south in September. A season that begins in
//! December belongs to the year it begins in: winter 2010 is December 2010 to February 2011.

/// A season of one half of the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    index: u32,
    south: bool,
}

impl Season {
    pub(super) fn new(index: u32, south: bool) -> Self {
        Self { index: index % 4, south }
    }

    /// The season of an EDTF code, 21 to 32; those without a place are taken as northern.
    pub(super) fn from_code(code: u32) -> Self {
        let index = code.saturating_sub(21);
        Self::new(index, index >= 8)
    }

    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    pub fn index(self) -> u32 {
        self.index
    }

    /// Whether it is of the southern half of the globe.
    pub fn is_southern(self) -> bool {
        self.south
    }

    /// Its EDTF code, 21 to 24 or 29 to 32.
    pub(super) fn code(self) -> u32 {
        self.index + if self.south { 29 } else { 21 }
    }

    /// The month it begins with, 1 to 12.
    pub(super) fn first_month(self) -> u32 {
        (2 + self.index * 3 + if self.south { 6 } else { 0 }) % 12 + 1
    }

    /// Whether it begins in one year and ends in the next.
    pub(super) fn crosses(self) -> bool {
        self.first_month() == 12
    }
}
