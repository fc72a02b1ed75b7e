//! The unit or the era that a header gives to the numbers below it: Age (Ma), years ago, Year BC. In: a
//! header as words; knows no cells.

use super::header_name::HeaderName;

/// What numbers have behind them, as dates have it, and how headers say it, the longest first.
const UNITS: [(&str, &[&str]); 8] = [
    (
        " Ga",
        &["billions of years ago", "billion years ago", "billion years", "ga", "gya", "bya", "gyr"],
    ),
    (
        " Ma",
        &[
            "millions of years ago",
            "million years ago",
            "millions of years",
            "million years",
            "ma bp",
            "ma",
            "mya",
            "myr",
            "m y a",
        ],
    ),
    (
        " ka",
        &[
            "thousands of years ago",
            "thousand years ago",
            "thousands of years",
            "thousand years",
            "ka bp",
            "kyr bp",
            "ka",
            "kya",
            "kyr",
        ],
    ),
    (" cal BP", &["cal years bp", "cal yr bp", "cal bp"]),
    (
        " BP",
        &[
            "years before present",
            "before present",
            "years bp",
            "yrs bp",
            "yr bp",
            "years ago",
            "yrs ago",
            "bp",
            "ya",
        ],
    ),
    (" BC", &["cal bc", "cal bce", "bc", "bce", "v. chr.", "av. j.-c."]),
    (" AD", &["cal ad", "ad", "ce"]),
    (" AH", &["ah"]),
];

/// What follows numbers that were measured and are no years of a calendar.
const RADIOCARBON: &str = " 14C BP";

/// Words of headers of such numbers.
const RADIOCARBON_WORDS: [&str; 5] = ["14c", "c14", "radiocarbon", "uncal", "uncalibrated"];

/// Units that mean nothing else, so that other words may follow them.
const PLAIN: [&str; 9] = ["bc", "bce", "cal bc", "cal bce", "cal ad", "cal bp", "bp", "mya", "kya"];

/// The unit that a header gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeaderUnit {
    /// What follows each number.
    pub suffix: &'static str,
    /// The words of the header without it.
    pub words: Vec<String>,
}

impl HeaderUnit {
    /// The unit in a header, if it has one.
    pub(super) fn of(name: &HeaderName) -> Option<Self> {
        if name.words.iter().any(|word| RADIOCARBON_WORDS.contains(&word.as_str())) {
            return Some(Self { suffix: RADIOCARBON, words: vec!["age".into()] });
        }
        UNITS.iter().find_map(|(suffix, forms)| {
            let words = forms.iter().find_map(|form| without(name, form))?;
            Some(Self { suffix, words })
        })
    }

    /// Whether it counts back from the present.
    pub(super) fn is_age(&self) -> bool {
        ![" BC", " AD", " AH"].contains(&self.suffix)
    }
}

/// Whether a word is a unit of ages or an era.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|(_, forms)| forms.contains(&word))
}

/// The words of a header besides a unit that it has.
fn without(name: &HeaderName, unit: &str) -> Option<Vec<String>> {
    if name.unit.as_deref() == Some(unit) {
        return Some(name.words.clone());
    }
    let many = unit.split(' ').count();
    let mut windows = name.words.windows(many);
    let at = windows.position(|words| words.iter().eq(unit.split(' ')))?;
    let rest = at + many;
    let can = rest == name.words.len() || PLAIN.contains(&unit);
    can.then(|| [&name.words[..at], &name.words[rest..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_headers() {
        let cases = [
            ("Age (Ma)", Some((" Ma", "age"))),
            ("Millions of years ago", Some((" Ma", ""))),
            ("Years ago", Some((" BP", ""))),
            ("kya", Some((" ka", ""))),
            ("max_ma", Some((" Ma", "max"))),
            ("Age [cal yr BP]", Some((" cal BP", "age"))),
            ("Cal BC from", Some((" BC", "from"))),
            ("Year BC", Some((" BC", "year"))),
            ("14C age BP", Some((" 14C BP", "age"))),
            ("Age (years)", None),
            ("Ad campaign", None),
            ("Date", None),
        ];
        for (header, expected) in cases {
            let found = HeaderUnit::of(&HeaderName::of(header));
            let found = found.map(|unit| (unit.suffix, unit.words.join(" ")));
            let found = found.as_ref().map(|(suffix, words)| (*suffix, words.as_str()));
            assert_eq!(found, expected, "{header}");
        }
    }
}
