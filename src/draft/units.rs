//! One date, or two with one month, at a place of a sentence: 12 March 1944, 5–6 June, the summer
//! of 1943, the late 19th century, 44 BC.

use super::calendar::{Calendar, Grain, Part};
use super::impostors::is_year;
use super::languages::TimeStep;
use super::lexemes::{Lexeme, LexemeKind, Lexemes};
use super::relatives::relative;
use crate::date::{Locale, Token};

/// Dates that were found, and the lexeme after them.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub from: Calendar,
    pub to: Option<Calendar>,
    pub next: usize,
}

impl Found {
    pub(super) fn one(from: Calendar, next: usize) -> Self {
        Self { from, to: None, next }
    }
}

/// Lexemes that mean nothing between the parts of a date, at most.
const FILLERS: usize = 5;

impl Lexemes<'_> {
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.get(at)?.token()
    }

    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.get(at).and_then(Lexeme::sign) == Some(sign)
    }

    /// The place after words like "of" and apostrophes.
    pub(super) fn after_fillers(&self, at: usize) -> usize {
        let is_filler = |at: &usize| {
            self.get(*at).is_some_and(|lexeme| match lexeme.sign() {
                Some(sign) => "'’".contains(sign),
                None if lexeme.token() == Some(Token::DecadeWord) => false,
                None => lexeme.is_in(self.language.year_words) || self.is_ignored(lexeme),
            })
        };
        (at..at + FILLERS).find(|at| !is_filler(at)).unwrap_or(at + FILLERS)
    }

    pub(super) fn is_ignored(&self, lexeme: &Lexeme<'_>) -> bool {
        matches!(lexeme.kind, LexemeKind::Word(_)) && self.language.locale.ignores(&lexeme.lower)
    }

    /// A date at a place, a part of one too. A date that is led needs no word before it.
    pub(super) fn date(&self, at: usize, is_led: bool) -> Option<Found> {
        self.part(at).or_else(|| self.unit(at, is_led))
    }

    /// A third, half or quarter of a date.
    fn part(&self, at: usize) -> Option<Found> {
        let (part, next) = self.half(at).or_else(|| self.part_word(at))?;
        let mut found = self.unit(self.after_fillers(next), true)?;
        let is_whole = found.from.part.is_none() && found.from.numeric.is_none();
        let is_day = matches!(found.from.grain, Grain::Day(..));
        found.from.part = Some(part);
        (is_whole && !is_day && found.to.is_none()).then_some(found)
    }

    /// A half in words, and the place after them.
    pub(super) fn half(&self, at: usize) -> Option<(Part, usize)> {
        let thirds = self.language.times.thirds.iter();
        let third = thirds.into_iter().find_map(|&(words, third)| {
            Some((Part::Third(third), self.words(at, words.trim_end_matches('\''))?))
        });
        if third.is_some() {
            return third;
        }
        let halves = self.language.halves.into_iter().zip(1..);
        let mut phrases = halves.flat_map(|(words, half)| words.iter().map(move |one| (one, half)));
        phrases.find_map(|(words, half)| Some((Part::Fraction(half, 2), self.words(at, words)?)))
    }

    /// A word for a part of a date, and the place after it.
    pub(super) fn part_word(&self, at: usize) -> Option<(Part, usize)> {
        Some(match self.token(at)? {
            Token::Third(third) => (Part::Third(third), self.after_third(at)?),
            Token::Quarter(number) => (Part::Fraction(i64::from(number), 4), at + 1),
            Token::Ordinal(number) => match self.token(at + 1)? {
                Token::Part(count) => (Part::Fraction(number, count), at + 2),
                Token::QuarterWord => (Part::Fraction(number, 4), at + 2),
                Token::HalfWord => (Part::Fraction(number, 2), at + 2),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// The place after a word like "early", with the hyphen of "mid-1943".
    fn after_third(&self, at: usize) -> Option<usize> {
        let word = self.get(at)?;
        let next = at + 1;
        if self.get(next).is_some_and(|lexeme| lexeme.is_dash() && !lexeme.is_apart) {
            return Some(next + 1);
        }
        // "Beginning in 1944" says since when.
        let is_noun = ["beginning", "start", "end", "middle"].contains(&word.lower.as_str());
        let is_of = self.get(next).is_some_and(|lexeme| lexeme.is_in(&["of"]));
        (!is_noun || is_of || self.language.locale != Locale::En).then_some(next)
    }

    /// A date in calendar units.
    fn unit(&self, at: usize, is_led: bool) -> Option<Found> {
        let lexeme = self.get(at)?;
        match lexeme.kind {
            LexemeKind::Numeric => {
                let is_free =
                    lexeme.is_apart || at == 0 || !self.before(at, 1)?.is_dash() || is_led;
                is_free.then(|| Found::one(Calendar::numeric(lexeme.text), at + 1))
            }
            LexemeKind::Decade(value) => self.decade(at, value),
            LexemeKind::Number(..) | LexemeKind::Ordinal(_) => {
                let day = self.day_month(at).or_else(|| self.century(at));
                day.or_else(|| self.year(at, is_led))
            }
            LexemeKind::Word(_) if self.decade_of(at).is_some() => self.decade_of(at),
            LexemeKind::Word(Some(token)) => match token {
                Token::Month(month) => self.month(at, month, is_led),
                Token::Season(season) => self.season(at, season),
                Token::Century => self.century_after(at),
                Token::DecadeWord => self.decade_after(at),
                Token::Ordinal(_) => self.century(at).or_else(|| self.day_month(at)),
                Token::Tens(_) => self.century(at),
                Token::Ad => self.year_of_era(at),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether the word of a month is none of the words that are spelled alike.
    pub(super) fn is_month_name(&self, at: usize) -> bool {
        let is_capital = self.get(at).is_some_and(Lexeme::is_capital);
        let is_glued = |at: usize| self.get(at).is_some_and(|one| !one.is_apart);
        // The abbey of Sept-Fons, but Sept-Oct 1944.
        let is_part = self.get(at + 1).is_some_and(Lexeme::is_dash)
            && is_glued(at + 1)
            && is_glued(at + 2)
            && self.get(at + 2).is_some_and(Lexeme::is_capital)
            && self.token(at + 2).is_none();
        !is_part && (is_capital || !self.language.has_capital_months)
    }

    pub(super) fn after_point(&self, at: usize) -> usize {
        let is_point = self.is_sign(at, '.') && self.get(at).is_some_and(|lexeme| !lexeme.is_apart);
        let goes_on = || {
            let next = self.get(at + 1).map(|lexeme| lexeme.kind);
            matches!(next, Some(LexemeKind::Number(..) | LexemeKind::Ordinal(_)))
        };
        if is_point && goes_on() { at + 1 } else { at }
    }

    /// The year after a month or season, its era, and the place after both.
    pub(super) fn year_after(&self, at: usize) -> (Option<i64>, bool, usize) {
        let comma = if self.is_sign(at, ',') { at + 1 } else { at };
        let of = if self.get(at).is_some_and(|word| word.is_in(&["of"])) { at + 1 } else { at };
        if let Some((year, next)) = self.short(of) {
            return (Some(year), false, next);
        }
        let place = self.after_fillers(comma);
        let Some(LexemeKind::Number(year, digits)) = self.get(place).map(|lexeme| lexeme.kind)
        else {
            return (None, false, at);
        };
        if let Some((is_bc, next)) = self.era(place + 1) {
            return (Some(year), is_bc, next);
        }
        let is_long = digits == 4 && (1000..=2100).contains(&year)
            || digits == 3 && comma == at && self.is_followed_by_sign(place);
        if is_long && is_year(self, place, true).is_some() {
            return (Some(year), false, self.after_year_words(place + 1));
        }
        (None, false, at)
    }

    /// The year of the date that a word like "and" joins to one without: June and July 1941.
    pub(super) fn lent_year(&self, at: usize) -> Option<i64> {
        let is_joint = self.get(at)?.is_in(self.language.joints);
        let other = self.date(at + 1, true).filter(|_| is_joint)?.from;
        other.year.filter(|_| {
            !other.is_bc
                && matches!(other.grain, Grain::Day(..) | Grain::Month(_) | Grain::Season(_))
        })
    }

    /// A year of two digits after an apostrophe: '45.
    fn short(&self, at: usize) -> Option<(i64, usize)> {
        let is_sign = self.is_sign(at, '\'') || self.is_sign(at, '’');
        match self.get(at + 1).filter(|year| is_sign && !year.is_apart)?.kind {
            LexemeKind::Number(value, 2) => {
                Some((if value < 30 { 2000 } else { 1900 } + value, at + 2))
            }
            _ => None,
        }
    }

    fn is_followed_by_sign(&self, at: usize) -> bool {
        self.get(at + 1).is_none_or(|lexeme| lexeme.sign().is_some())
            || self.get(at + 1).is_some_and(|lexeme| lexeme.is_in(self.language.year_words))
    }

    /// The place after words like года, and the full stop of a short form.
    fn after_year_words(&self, at: usize) -> usize {
        let is_word = self.get(at).is_some_and(|lexeme| lexeme.is_in(self.language.year_words));
        if !is_word || self.language.locale == Locale::En {
            return at;
        }
        let is_short = self.get(at).is_some_and(|lexeme| lexeme.text.chars().count() <= 2);
        if is_short && self.is_sign(at + 1, '.') { at + 2 } else { at + 1 }
    }

    /// The era at a place: whether it is before Christ, and the place after it.
    fn era(&self, at: usize) -> Option<(bool, usize)> {
        let at = self.after_year_words(at);
        let start = self.get(at)?.start;
        let (era, length) = self.language.locale.era_at(&self.text[start..])?;
        let next =
            (at..).find(|next| self.get(*next).is_none_or(|one| one.start >= start + length));
        Some((era == Token::Bc, next?))
    }

    /// A month, with a day after it, a year or neither.
    fn month(&self, at: usize, month: u32, is_led: bool) -> Option<Found> {
        if !self.is_month_name(at) {
            return None;
        }
        let after = self.after_point(at + 1);
        if let Some(found) = self.month_day(after, month) {
            return Some(found);
        }
        let (year, is_bc, next) = self.year_after(after);
        let year = year.or_else(|| self.lent_year(next));
        let from = Calendar { is_bc, ..Calendar::new(Grain::Month(month), year) };
        let is_known = year.is_some() || is_led || self.is_month_alone(at);
        is_known.then(|| Found::one(from, next))
    }

    /// Whether the name of a month without day and year can be nothing else.
    fn is_month_alone(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return false };
        let is_long = word.text.chars().count() > 3;
        let is_full = is_long || ["may", "mai", "май", "мае", "мая"].contains(&word.lower.as_str());
        let back =
            if self.before(at, 1).is_some_and(|one| one.sign() == Some('’')) { 2 } else { 1 };
        let is_led = self.before(at, back).is_some_and(|one| one.is_in(self.language.before_month));
        is_full && is_led || self.is_month_told(at)
    }

    /// Whether a sentence tells of a month: September saw the first flights.
    fn is_month_told(&self, at: usize) -> bool {
        let also = usize::from(self.get(at + 1).is_some_and(|one| one.is_in(&["also"])));
        let verb = self.get(at + 1 + also);
        at == 0
            && self.language.locale == Locale::En
            && verb.is_some_and(|one| one.is_in(&["saw", "witnessed", "brought"]))
    }

    /// A season, with its year or where it can be nothing else.
    fn season(&self, at: usize, season: u32) -> Option<Found> {
        let (year, is_bc, next) = self.year_after(at + 1);
        let year = year.or_else(|| self.lent_year(next));
        let from = Calendar { is_bc, ..Calendar::new(Grain::Season(season), year) };
        if year.is_some() {
            // The winter of 1942–43 is named after the year it begins in.
            let is_pair = season == 3 && self.get(next).is_some_and(Lexeme::is_dash);
            let is_pair = is_pair && matches!(self.get(next + 1)?.kind, LexemeKind::Number(..));
            let from = Calendar { goes_over: is_pair, ..from };
            return Some(Found::one(from, if is_pair { next + 2 } else { next }));
        }
        let word = self.get(at)?;
        let leads = [self.before(at, 2), self.before(at, 1)];
        let is_in = |at: usize, words: &[&str]| leads[at].is_some_and(|one| one.is_in(words));
        let is_one = is_in(1, &["that", "im", "au", "ese"])
            || is_in(1, &["the", "la", "el", "der"])
                && is_in(0, &["in", "during", "by", "until", "en", "bis", "vor"])
            || ["летом", "весной", "осенью", "зимой"].contains(&word.lower.as_str())
            || self.is_of_year(at + 1);
        is_one.then(|| Found::one(from, next))
    }

    /// Whether the year of a season is told after it: the autumn of that year.
    fn is_of_year(&self, at: usize) -> bool {
        let is_of = self.get(at).is_some_and(|one| one.is_in(&["of", "de", "del"]));
        let year = relative(self, at + 1).filter(|_| is_of);
        year.is_some_and(|(shift, ..)| shift.step == TimeStep::Year)
    }

    /// A decade in words: the thirties, fünfziger Jahre, años treinta.
    fn decade_of(&self, at: usize) -> Option<Found> {
        let times = self.language.times;
        let tens = |at: usize| {
            let word = self.get(at)?;
            times.decades.iter().find(|(name, _)| word.is_in(&[name])).map(|&(_, tens)| tens)
        };
        let is_word = |at: usize| self.get(at).is_some_and(|one| one.is_in(times.decade_words));
        let of = |tens, next| Some(Found::one(Calendar::new(Grain::DecadeOf(tens), None), next));
        if is_word(at) {
            return of(tens(at + 1)?, at + 2);
        }
        let tens = tens(at)?;
        // "Vingt années" is how long it took, "les années vingt" are the twenties.
        let is_count = [Locale::Fr, Locale::Es].contains(&self.language.locale);
        if is_word(at + 1) && !is_count {
            return of(tens, at + 2);
        }
        let is_the = |back| self.before(at, back).is_some_and(|one| one.is_in(&["the"]));
        let is_english = self.language.locale == Locale::En;
        (is_english && (is_the(1) || is_the(2))).then(|| of(tens, at + 1)).flatten()
    }

    fn decade(&self, at: usize, value: i64) -> Option<Found> {
        let next = self.get(at + 1).filter(|lexeme| lexeme.is_dash() && !lexeme.is_apart);
        let is_word =
            |at: usize| self.get(at).is_some_and(|one| one.is_in(self.language.year_words));
        let after = if next.is_some() && is_word(at + 2) { at + 3 } else { at + 1 };
        let after = if is_word(after) { after + 1 } else { after };
        let is_long = (1000..2100).contains(&value);
        is_long.then(|| Found::one(Calendar::new(Grain::Decade, Some(value)), after))
    }

    /// A decade whose number is behind: années 1920.
    fn decade_after(&self, at: usize) -> Option<Found> {
        let place = self.after_fillers(at + 1);
        let value = match self.get(place)?.kind {
            LexemeKind::Number(value, 4) | LexemeKind::Decade(value) => value,
            _ => return None,
        };
        let is_round = value % 10 == 0 && (1000..2100).contains(&value);
        is_round.then(|| Found::one(Calendar::new(Grain::Decade, Some(value)), place + 1))
    }

    /// The number of a century, and the place after it.
    fn ordinal(&self, at: usize) -> Option<(i64, usize)> {
        let lexeme = self.get(at)?;
        match lexeme.kind {
            LexemeKind::Ordinal(value) | LexemeKind::Word(Some(Token::Ordinal(value))) => {
                Some((value, at + 1))
            }
            LexemeKind::Number(value, 1 | 2) if self.is_sign(at + 1, '.') => Some((value, at + 2)),
            LexemeKind::Word(Some(Token::Tens(tens))) => {
                let place = if self.get(at + 1)?.is_dash() { at + 2 } else { at + 1 };
                match self.token(place)? {
                    Token::Ordinal(value) => Some((tens + value, place + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A century or millennium after its number, or two: the 19th and 20th centuries.
    fn century(&self, at: usize) -> Option<Found> {
        let (first, next) = self.ordinal(at)?;
        let is_joint = |lexeme: &Lexeme<'_>| lexeme.is_in(self.language.joints) || lexeme.is_dash();
        let second =
            self.get(next).filter(|lexeme| is_joint(lexeme) || lexeme.is_in(&["to", "bis"]));
        let second = second.and_then(|_| self.ordinal(self.after_fillers(next + 1)));
        let place = second.map_or(next, |(_, next)| next);
        let grain = match self.token(place)? {
            Token::Century => Grain::Century,
            Token::Millennium => Grain::Millennium,
            _ => return None,
        };
        let is_short = self.get(place)?.text.chars().count() == 1;
        let is_named = !is_short || self.is_sign(place + 1, '.');
        let next = if is_short { place + 2 } else { place + 1 };
        let (is_bc, next) = self.era(next).unwrap_or((false, next));
        let of = |number| Calendar { is_bc, ..Calendar::new(grain, Some(number)) };
        let is_sound = is_named && (1..=30).contains(&first);
        is_sound.then(|| Found { from: of(first), to: second.map(|(second, _)| of(second)), next })
    }

    /// A century before its number: siglo XIX.
    fn century_after(&self, at: usize) -> Option<Found> {
        let is_word = self.get(at)?.text.chars().count() > 2;
        let Token::Ordinal(number) = self.token(at + 1).filter(|_| is_word)? else { return None };
        let (is_bc, next) = self.era(at + 2).unwrap_or((false, at + 2));
        let from = Calendar { is_bc, ..Calendar::new(Grain::Century, Some(number)) };
        (1..=30).contains(&number).then(|| Found::one(from, next))
    }

    /// A year after its era: AD 43.
    fn year_of_era(&self, at: usize) -> Option<Found> {
        let is_era = ["AD", "CE"].contains(&self.get(at)?.text);
        match self.get(at + 1)?.kind {
            LexemeKind::Number(year, 1..=4) if is_era && year > 0 => {
                Some(Found::one(Calendar::new(Grain::Year, Some(year)), at + 2))
            }
            _ => None,
        }
    }

    /// A year alone.
    fn year(&self, at: usize, is_led: bool) -> Option<Found> {
        let LexemeKind::Number(year, digits) = self.get(at)?.kind else { return None };
        if let Some((is_bc, next)) = self.era(at + 1)
            && (1..100_000).contains(&year)
        {
            let from = Calendar { is_bc, ..Calendar::new(Grain::Year, Some(year)) };
            return Some(Found::one(from, next));
        }
        if let Some(found) = self.years_of_era(at, year) {
            return Some(found);
        }
        is_year(self, at, is_led)?;
        let is_long = (3..=4).contains(&digits) && (100..=2100).contains(&year);
        let next = self.after_year_words(at + 1);
        is_long.then(|| Found::one(Calendar::new(Grain::Year, Some(year)), next))
    }

    /// Two years of one era: 58–50 BC, 58 to 50 BC.
    fn years_of_era(&self, at: usize, first: i64) -> Option<Found> {
        let joint = self.get(at + 1)?;
        let joints = self.language.ranges.iter().flat_map(|(_, joints)| joints.iter());
        let is_joint = joint.is_dash() || joints.into_iter().any(|words| joint.is_in(&[words]));
        let place = self.after_fillers(at + 2);
        let LexemeKind::Number(second, 1..=4) = self.get(place)?.kind else { return None };
        let (is_bc, next) = self.era(place + 1).filter(|_| is_joint)?;
        let of = |year| Calendar { is_bc, ..Calendar::new(Grain::Year, Some(year)) };
        let is_later = first > 0 && second > 0 && is_bc == (first > second);
        is_later.then(|| Found { from: of(first), to: Some(of(second)), next })
    }

    /// The second year of 1914–18, after the first: its value and the place after it.
    pub(super) fn short_year(&self, at: usize, first: &Calendar) -> Option<Found> {
        let year = first.year.filter(|_| first.grain == Grain::Year && !first.is_bc)?;
        let LexemeKind::Number(value, digits) = self.get(at)?.kind else { return None };
        // 1914–18 and 1904–5.
        let modulus = match digits {
            2 => 100,
            1 if self.before(at, 1)?.is_dash() => 10,
            _ => return None,
        };
        let is_later = year >= 1000 && value > year % modulus && !self.is_counted(at + 1);
        let calendar = Calendar::new(Grain::Year, Some(year - year % modulus + value));
        is_later.then(|| Found::one(calendar, self.after_year_words(at + 1)))
    }
}
