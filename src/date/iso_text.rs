//! Years, seasons and bounds as ISO 8601 writes them.

use super::{Bound, Date, Instant, Precision, Season, Zone};

impl Date {
    /// Lower and upper bound in ISO 8601 with an astronomical year, signed unless it has four
    /// digits: days, or clock times if the date is one, in UTC if a zone was written. `..` is
    /// open, none unknown.
    pub fn iso_bounds(&self) -> [Option<String>; 2] {
        let is_days = self.precision < Precision::Hour;
        [self.lo, self.hi].map(|bound| match bound {
            Bound::Open => Some("..".into()),
            Bound::Unknown => None,
            Bound::At(at) => Some(instant(at, is_days, self.zone)),
        })
    }
}

/// An astronomical year in ISO 8601: four digits, or a sign and as many as it takes.
pub(super) fn year(year: i64) -> String {
    let sign = match year {
        ..0 => "-",
        10_000.. => "+",
        _ => "",
    };
    format!("{sign}{:04}", year.unsigned_abs())
}

/// The season of `year` by its EDTF code.
pub(super) fn season(season: Season, year: i64) -> String {
    format!("{}-{}", self::year(year), season.code())
}

/// An instant in ISO 8601, by its day alone or with its time.
fn instant(at: Instant, is_day: bool, zone: Zone) -> String {
    let (year, month, day) = at.civil();
    let mut text = format!("{}-{month:02}-{day:02}", self::year(year));
    if is_day {
        return text;
    }
    let (seconds, nanos) = (at.nano / 1_000_000_000, at.nano % 1_000_000_000);
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    text += &format!("T{:02}:{:02}:{:02}", clock[0], clock[1], clock[2]);
    if nanos > 0 {
        text += &format!(".{}", format!("{nanos:09}").trim_end_matches('0'));
    }
    if zone != Zone::Floating {
        text.push('Z');
    }
    text
}
