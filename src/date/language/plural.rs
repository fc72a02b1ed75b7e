//! Which of its forms a noun has after a number (the rules of CLDR for whole numbers).

use super::Locale;

impl Locale {
    /// The place of the form after `number` in a list of those for one, two, few, many and other.
    pub fn plural(self, number: u64) -> usize {
        let (ones, tens) = (number % 10, number % 100);
        let is_teen = (11..=14).contains(&tens);
        match self {
            Self::Ja | Self::Ko | Self::Zh => OTHER,
            Self::Fr | Self::Hi | Self::Pt if number < 2 => ONE,
            Self::Ru | Self::Uk => match ones {
                1 if !is_teen => ONE,
                2..=4 if !is_teen => FEW,
                _ => MANY,
            },
            Self::Pl => match ones {
                _ if number == 1 => ONE,
                2..=4 if !is_teen => FEW,
                _ => MANY,
            },
            Self::Ro if number != 1 && (number == 0 || (1..=19).contains(&(number % 100))) => FEW,
            Self::Cs if (2..=4).contains(&number) => FEW,
            Self::Ar | Self::ArEg => match tens {
                _ if number == 1 => ONE,
                _ if number == 2 => TWO,
                3..=10 => FEW,
                11.. => MANY,
                _ => OTHER,
            },
            _ if number == 1 => ONE,
            _ => OTHER,
        }
    }
}

const ONE: usize = 0;
const TWO: usize = 1;
const FEW: usize = 2;
const MANY: usize = 3;
const OTHER: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_by_language() {
        let forms = |locale: Locale, numbers: &[u64]| -> Vec<usize> {
            numbers.iter().map(|&number| locale.plural(number)).collect()
        };
        assert_eq!(forms(Locale::De, &[0, 1, 2, 11, 21]), [OTHER, ONE, OTHER, OTHER, OTHER]);
        assert_eq!(forms(Locale::Fr, &[0, 1, 2]), [ONE, ONE, OTHER]);
        assert_eq!(
            forms(Locale::Ru, &[1, 2, 5, 11, 12, 21, 22, 111]),
            [ONE, FEW, MANY, MANY, MANY, ONE, FEW, MANY]
        );
        assert_eq!(forms(Locale::Pl, &[1, 2, 5, 12, 21, 22]), [ONE, FEW, MANY, MANY, MANY, FEW]);
        assert_eq!(forms(Locale::Cs, &[1, 2, 5, 22]), [ONE, FEW, OTHER, OTHER]);
        assert_eq!(
            forms(Locale::Ro, &[0, 1, 2, 19, 20, 101, 120]),
            [FEW, ONE, FEW, FEW, OTHER, FEW, OTHER]
        );
        assert_eq!(forms(Locale::Ar, &[1, 2, 3, 11, 100, 103]), [ONE, TWO, FEW, MANY, OTHER, FEW]);
        assert_eq!(forms(Locale::Ja, &[1, 2]), [OTHER, OTHER]);
    }
}
