//! Days at a place of a sentence, by their month: 5 June, 5–6 June 1944, May 19, 20 and 22.

use super::calendar::{Calendar, Grain};
use super::lexemes::{LexemeKind, Lexemes};
use super::units::Found;
use crate::date::{Locale, Token};

impl Lexemes<'_> {
    /// The number of a day, and the place after it.
    fn day(&self, at: usize) -> Option<(u32, usize)> {
        let lexeme = self.get(at)?;
        let value = match lexeme.kind {
            LexemeKind::Number(value, 1 | 2) | LexemeKind::Ordinal(value) => value,
            LexemeKind::Word(Some(Token::Ordinal(value))) if !lexeme.is_capital() => value,
            _ => return None,
        };
        let day = u32::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        let is_point = self.is_sign(at + 1, '.') && !self.get(at + 1)?.is_apart;
        Some((day, if is_point { at + 2 } else { at + 1 }))
    }

    /// A day before its month, or two: 5 June, 5–6 June 1944, 5. bis 7. Mai.
    pub(super) fn day_month(&self, at: usize) -> Option<Found> {
        let (first, next) = self.day(at)?;
        let second = self.second_day(next).filter(|(second, _)| *second > first);
        let is_list = self.get(next).is_some_and(|one| one.is_in(self.language.joints));
        if is_list && let Some((second, place)) = second.filter(|(second, _)| *second > first + 1) {
            // The 19 and 22 May are two.
            let other = self
                .day_month(place - 1)
                .filter(|other| matches!(other.from.grain, Grain::Day(_, day) if day == second));
            let month = other.filter(|other| other.to.is_none())?.from;
            let Grain::Day(month_number, _) = month.grain else { return None };
            return Some(Found::one(
                Calendar { grain: Grain::Day(month_number, first), ..month },
                next,
            ));
        }
        let after = second.map_or(next, |(_, next)| next);
        // The 1st day of January.
        let after = self.words(after, "day of").unwrap_or(after);
        let at = self.after_fillers(after);
        let Token::Month(month) = self.token(at)? else { return None };
        if !self.is_month_name(at) {
            return None;
        }
        let (year, is_bc, next) = self.year_after(self.after_point(at + 1));
        if let Some(found) = self.new_style(next).filter(|_| year.is_none()) {
            return Some(found);
        }
        let year = year.or_else(|| self.lent_year(next));
        let day = |day| Calendar { is_bc, ..Calendar::new(Grain::Day(month, day), year) };
        Some(Found { from: day(first), to: second.map(|(second, _)| day(second)), next })
    }

    /// The Gregorian date between brackets after a Julian one: 26 May (6 June) 1799.
    fn new_style(&self, at: usize) -> Option<Found> {
        let (day, next) = self.day(at + 1).filter(|_| self.is_sign(at, '('))?;
        let place = self.after_fillers(next);
        let Token::Month(month) = self.token(place)? else { return None };
        let (year, is_bc, next) = self.year_after(place + 2);
        let is_sound = self.is_sign(place + 1, ')') && year.is_some() && !is_bc;
        is_sound.then(|| Found::one(Calendar::new(Grain::Day(month, day), year), next))
    }

    /// The second of two days, after what joins them.
    fn second_day(&self, at: usize) -> Option<(u32, usize)> {
        let is_dash = self.get(at)?.is_dash();
        if is_dash {
            return self.day(at + 1);
        }
        let joints = self.language.ranges.iter().flat_map(|(_, joints)| joints.iter());
        let words = joints.chain(self.language.joints).find_map(|joint| self.words(at, joint));
        let next = words?;
        let is_article = self.get(next).is_some_and(|lexeme| self.is_ignored(lexeme));
        self.day(if is_article { next + 1 } else { next })
    }

    /// A day after its month, or two: May 5, May 5–7, 1944.
    pub(super) fn month_day(&self, at: usize, month: u32) -> Option<Found> {
        if self.language.locale != Locale::En {
            return None;
        }
        let is_number = !matches!(self.get(at)?.kind, LexemeKind::Word(_));
        let (first, _) = self.day(at).filter(|_| is_number)?;
        let second =
            self.get(at + 1).filter(|lexeme| lexeme.is_dash() || lexeme.is_in(&["and", "to"]));
        let second = second.and_then(|_| self.second_day(at + 1));
        let is_list = self.get(at + 1).is_some_and(|one| one.is_in(self.language.joints));
        let second = second.map(|(day, _)| (day, at + 3)).filter(|(day, next)| {
            !(is_list && *day > first + 1)
                && *day > first
                && !self.is_counted(*next)
                && self.token(*next).is_none()
        });
        let after = second.map_or(at + 1, |(_, next)| next);
        if self.is_counted(after) || matches!(self.token(after), Some(Token::Month(_))) {
            return None;
        }
        let (year, is_bc, next) = self.year_after(after);
        let year = year.or_else(|| self.year_after_days(after));
        let day = |day| Calendar { is_bc, ..Calendar::new(Grain::Day(month, day), year) };
        Some(Found { from: day(first), to: second.map(|(second, _)| day(second)), next })
    }

    /// The year after a list of days: May 19, 20 and 22, 1863.
    fn year_after_days(&self, at: usize) -> Option<i64> {
        let mut at = at;
        while let Some((_, next)) = self.next_day(at) {
            at = next;
            if let (Some(year), ..) = self.year_after(at) {
                return Some(year);
            }
        }
        None
    }

    /// The next day of a list, and the place after it: May 19, 20 and 22.
    pub(super) fn next_day(&self, at: usize) -> Option<(u32, usize)> {
        let comma = usize::from(self.is_sign(at, ','));
        let is_joint = self.get(at + comma)?.is_in(self.language.joints);
        let place = at + comma + usize::from(is_joint);
        let is_number = !matches!(self.get(place)?.kind, LexemeKind::Word(_));
        let (day, next) = self.day(place).filter(|_| is_number && place > at)?;
        let is_free = !self.is_counted(next) && self.token(next).is_none();
        let goes_on = || self.next_day(next).is_some();
        let after = self.get(next);
        let is_last =
            after.is_none_or(|one| one.sign().is_some() || one.is_in(self.language.small));
        (is_free && (is_joint && is_last || !is_joint && goes_on())).then_some((day, next))
    }
}
