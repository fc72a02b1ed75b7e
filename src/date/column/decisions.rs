//! What a column decides: the dates of the cells that waited for it, and what was taken, in words.

use super::answer::{OpenAnswer, OpenQuestion};
use super::language::LanguageSign;
use super::question::{
    AS_WRITTEN, DMY, Finding, ISO, MONTH, Question, RANGE, SERIAL, UNIX, findings,
};
use super::tally::Verdict;
use super::{language, taken};
use crate::date::parse::refused_pair;
use crate::date::span::days;
use crate::date::{
    Bound, Century, Date, DateError, DateErrorKind, DateForm, DateNumbers, DateOptions, DateOrder,
    Locale, NegativeYears, Precision, YearPairs, Zone,
};
use crate::error::{Message, quoted};

/// What a column decides of the dates in it.
#[derive(Clone, Debug)]
pub struct Decisions {
    pub(super) options: DateOptions,
    pub(super) verdicts: [Verdict; Question::ALL.len()],
    pub(super) is_days: bool,
    /// Whether decimal fractions of seconds are all zero.
    pub(super) are_seconds: bool,
    /// Whether the language was chosen, and not shown by the column.
    pub(super) has_locale: bool,
    /// What shows the language.
    pub(super) language_sign: LanguageSign,
    /// Whether nobody chose how years with a minus are counted.
    pub(super) tells_iso: bool,
}

/// Whether a date is midnight where it is.
pub(super) fn is_midnight(date: &Date) -> bool {
    let DateForm::Plain = date.form else { return false };
    let east = match date.zone {
        Zone::Offset(east) => i128::from(east),
        Zone::Floating => 0,
    };
    let local = date.lo().and_then(|lo| lo.checked_add(east * 1_000_000_000));
    local.is_some_and(|local| local.nano == 0)
}

impl Date {
    /// Whether it is a clock time that is midnight where it is.
    pub fn is_at_midnight(&self) -> bool {
        self.precision >= Precision::Hour && is_midnight(self)
    }

    /// The day of a clock time, where it is.
    #[must_use]
    pub fn as_day(self) -> Self {
        let east = if let Zone::Offset(east) = self.zone { i128::from(east) } else { 0 };
        let local = self.lo().and_then(|lo| lo.checked_add(east * 1_000_000_000));
        let day = local.and_then(|at| {
            let (lo, hi) = days(at.day, 1)?;
            Some((Bound::At(lo), Bound::At(hi)))
        });
        let Some((lo, hi)) = day else { return self };
        Self { lo, hi, precision: Precision::Day, zone: Zone::Floating, ..self }
    }
}

impl Decisions {
    /// What would be decided with these answers.
    pub fn supposing(options: &DateOptions, answer: Option<OpenAnswer>) -> Self {
        Self {
            options: answer.map_or_else(|| options.clone(), |answer| answer.given_to(options)),
            verdicts: Question::ALL.map(|_| Verdict::None),
            is_days: false,
            are_seconds: false,
            has_locale: options.locale.is_some(),
            language_sign: LanguageSign::Months,
            tells_iso: options.negative_years.is_none(),
        }
    }

    /// The answer to a question; none where there is none, or cells contradict each other.
    pub fn answer(&self, question: OpenQuestion) -> Option<OpenAnswer> {
        let is_conflict = self.verdicts[question.place()].is_conflict();
        question.answer(&self.options).filter(|_| !is_conflict)
    }

    /// The language that the column shows.
    pub(super) fn shown_locale(&self) -> Option<Locale> {
        self.options.locale.filter(|_| !self.has_locale)
    }

    /// The date of a cell, by what the column decides.
    ///
    /// # Errors
    ///
    /// A [`DateError`] if nothing decides, or the cell is no date by what was decided.
    pub fn read(&self, text: &str) -> Result<Date, DateError> {
        if self.verdicts[Question::YearPair as usize].is_conflict()
            && let Some(error) = refused_pair(text)
        {
            return Err(self.explained(Question::YearPair, error));
        }
        let date = Date::parse(text, &self.options);
        let date = date.map_err(|error| match error.kind {
            DateErrorKind::AmbiguousOrder => self.explained(Question::Order, error),
            _ => error,
        })?;
        Ok(self.as_told(date))
    }

    /// The same of an end, where a 0 that is no year is the border of the eras.
    ///
    /// # Errors
    ///
    /// As [`Decisions::read`].
    pub fn read_end(&self, text: &str) -> Result<Date, DateError> {
        if !matches!(text.trim(), "0" | "0.0") {
            return self.read(text);
        }
        let negative_years = Some(NegativeYears::Iso);
        Date::parse(text, &DateOptions { negative_years, ..self.options.clone() })
    }

    /// Whether `YYYY-MM` is a month wherever it can be one.
    pub fn reads_months(&self) -> bool {
        let is_open = !self.verdicts[Question::YearPair as usize].is_conflict();
        is_open && self.options.year_pairs != Some(YearPairs::Ranges)
    }

    /// Takes clock times of midnight as their days.
    pub fn take_days(&mut self) {
        self.is_days |= self.options.midnight.is_none();
    }

    /// The date without what all clock times of the column have as zero: as a day, or to the second.
    pub fn as_told(&self, date: Date) -> Date {
        if self.is_days && date.precision >= Precision::Hour && is_midnight(&date) {
            return date.as_day();
        }
        if self.are_seconds && date.precision == Precision::Fraction && date.form == DateForm::Plain
        {
            let hi = date.lo().and_then(|lo| lo.checked_add(1_000_000_000));
            let hi = hi.map_or(date.hi, Bound::At);
            return Date { hi, precision: Precision::Second, ..date };
        }
        date
    }

    /// Whether dates of the column may be other than they are alone, though they do not wait.
    pub fn changes_clocks(&self) -> bool {
        self.is_days || self.are_seconds
    }

    /// The error with what rows show that contradict each other.
    fn explained(&self, question: Question, error: DateError) -> DateError {
        let Verdict::Conflict(one, other) = &self.verdicts[question as usize] else { return error };
        let (first, second) = match question {
            Question::Order => ("the day first", "the month first"),
            _ => ("a range", "a month"),
        };
        let evidence = format!(
            "; other rows show both, {} has {first} and {} has {second}",
            quoted(one),
            quoted(other)
        );
        DateError { message: error.message.text(evidence), ..error }
    }

    /// What was taken of one cell, and by what evidence.
    pub fn of_cell(&self, text: &str, options: &DateOptions) -> Vec<Message> {
        let date = Date::parse(text, options);
        let found = findings(text.trim(), options, &date).into_iter();
        let open = found.filter_map(|finding| match finding {
            Finding::Open(question) => Some(question),
            Finding::Shows(Question::Number, _) => Some(Question::Number),
            Finding::Shows(..) => None,
        });
        let mut notes: Vec<Message> =
            open.filter_map(|question| self.note(question, text.trim(), 1)).collect();
        let is_iso = findings(text.trim(), options, &date)
            .contains(&Finding::Shows(Question::NegativeYear, ISO));
        if is_iso && self.tells_iso {
            notes.push(taken::several(text.trim(), 1).and(taken::iso()));
        }
        let in_language = self.shown_locale().filter(|_| date.is_err());
        notes.extend(in_language.map(|locale| {
            taken::several(text.trim(), 1).and(language::words(locale, self.language_sign))
        }));
        let is_midnight =
            date.is_ok_and(|date| date.precision >= Precision::Hour && is_midnight(&date));
        if self.is_days && is_midnight && options.midnight.is_none() {
            notes.push(taken::several(text.trim(), 1).and(taken::midnight()));
        }
        notes
    }

    pub(super) fn note(&self, question: Question, example: &str, count: u64) -> Option<Message> {
        let verdict = &self.verdicts[question as usize];
        let words = taken::words(question, verdict, example, &self.options)?;
        Some(taken::several(example, count).and(words))
    }
}

impl Verdict {
    /// Sets the option that answers a question.
    pub(super) fn decide(&self, question: Question, options: &mut DateOptions) {
        let Some(place) = self.place() else { return };
        match question {
            Question::Order if options.order.is_none() => {
                options.order = Some(if place == DMY { DateOrder::Dmy } else { DateOrder::Mdy });
            }
            Question::ShortYear if place == AS_WRITTEN && options.century.is_none() => {
                options.century = Some(Century::AS_WRITTEN);
            }
            Question::YearPair if options.year_pairs.is_none() => {
                options.year_pairs = Some(match place {
                    RANGE => YearPairs::Ranges,
                    MONTH => YearPairs::Months,
                    _ => YearPairs::Seasons,
                });
            }
            Question::NegativeYear if place == ISO && options.negative_years.is_none() => {
                options.negative_years = Some(NegativeYears::Iso);
            }
            Question::Number if options.numbers.is_none() => {
                options.numbers = Some(match place {
                    SERIAL => DateNumbers::Serial,
                    UNIX => DateNumbers::Unix,
                    _ => DateNumbers::UnixMs,
                });
            }
            Question::MonthYear if options.century.is_none() => {
                options.century = Some(Century::SPREADSHEET);
            }
            _ => {}
        }
    }
}
