//! What a column of dates shows of how its cells are meant, where one cell alone has several
//! readings.
//!
//! In: the texts of a column, one by one, with what users have chosen. Out: each date as it is read
//! alone; after the last, what the column decides, the dates of the cells that waited for it, and
//! what was taken as words. This module knows no rows and no files.

mod answer;
mod decisions;
mod language;
mod question;
mod taken;
mod tally;

use super::{Date, DateError, DateForm, DateOptions, Locale, Midnight, Precision};
use crate::error::Message;
pub use answer::{OpenAnswer, OpenQuestion};
pub use decisions::Decisions;
use decisions::is_midnight;
use language::LanguageTally;
use question::{
    DMY, Finding, MDY, MONTH, Question, RANGE, SEASON, YEAR, deciding, findings, shows_range,
};
use tally::{Tally, Verdict};

/// A cell as it is read alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellReading {
    /// Its date, or why it has none alone.
    pub date: Result<Date, DateError>,
    /// A date to stand in until the column decides; none if it has nothing to decide.
    pub waiting: Option<Date>,
    /// What it waits for, where that is one question of few answers.
    pub question: Option<OpenQuestion>,
}

/// What the cells of a column show, gathered one by one.
#[derive(Clone, Debug, Default)]
pub struct DateColumn {
    tallies: [Tally; Question::ALL.len()],
    cells: u64,
    /// Pairs of a year and the one after it, among those that are open.
    pairs_of_next: u64,
    /// Open pairs by a dash or slash.
    pairs_unhyphened: u64,
    /// The first range of two years in full.
    first_range: Option<String>,
    clocks: u64,
    midnights: u64,
    /// Clock times with a decimal fraction of a second, and those of them whose fraction is zero.
    fractions: [u64; 2],
    first_midnight: Option<String>,
    language: LanguageTally,
    /// Whether its header says that its cells are months.
    is_of_months: bool,
}

/// What plain dates show that were read elsewhere.
#[derive(Clone, Debug, Default)]
pub struct PlainCells {
    /// How many there are.
    pub cells: u64,
    /// How many have a clock time.
    pub clocks: u64,
    /// How many of these have midnight.
    pub midnights: u64,
    /// How many are months, `YYYY-MM`, and nothing else.
    pub months: u64,
    /// How many could be a range of years, too.
    pub pairs: u64,
    /// How many of these a year and the next.
    pub pairs_of_next: u64,
    /// How many are days in numbers of either order.
    pub orders: u64,
    /// How many are such that the day can only come first, and the month.
    pub shown_orders: [u64; 2],
}

/// What a day in numbers shows of the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderDoubt {
    /// Nothing: either may come first.
    Open,
    /// That the day comes first.
    DayFirst,
    /// That the month comes first.
    MonthFirst,
}

/// Whether a column has had one of the plain dates of which notes name the first.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainSeen {
    /// Of those with midnight.
    pub midnight: bool,
    /// Of the months that are nothing else.
    pub month: bool,
    /// Of those that could be a range of years, too.
    pub pair: bool,
    /// Of the days in numbers that can only have the day first, and only the month.
    pub orders: [bool; 2],
}

impl DateColumn {
    /// A day, a year or a clock time in the commonest form of ISO 8601, which leaves nothing open;
    /// none for anything else.
    pub fn plain(text: &str, options: &DateOptions) -> Option<Date> {
        // A month can be a range of years, and the year 0 shows how years are counted.
        let is_open = text.len() == 7 || text == "0000";
        if is_open { None } else { Date::parse_plain(text, options) }
    }

    /// How many cells leave a question open.
    pub fn open_cells(&self, question: OpenQuestion) -> u64 {
        self.tallies[question.place()].open()
    }

    /// Whether a cell shows that a year and two digits are a month, and none that they are a range.
    pub fn shows_months(&self) -> bool {
        let verdict = self.tallies[Question::YearPair as usize].one_of(RANGE, MONTH);
        verdict.place() == Some(MONTH)
    }

    /// Whether all clock times are midnight, of which there are two or more.
    pub fn is_at_midnight(&self) -> bool {
        self.midnights > 1 && self.clocks == self.midnights
    }

    /// Takes languages that the column may have, the likeliest first, where its months tell none.
    pub fn hint(&mut self, languages: &[Locale]) {
        self.language.hint(languages);
    }

    /// Takes that the header says that cells are months.
    pub fn hint_months(&mut self) {
        self.is_of_months = true;
    }

    /// Adds what plain dates show that were read elsewhere. The first of each kind was read here.
    pub fn count_plain(&mut self, more: &PlainCells) {
        self.cells += more.cells;
        self.clocks += more.clocks;
        self.midnights += more.midnights;
        self.pairs_of_next += more.pairs_of_next;
        let pairs = self.tally(Question::YearPair);
        pairs.count_open(more.pairs);
        pairs.count_shown(MONTH, more.months);
        let orders = self.tally(Question::Order);
        orders.count_open(more.orders);
        orders.count_shown(DMY, more.shown_orders[0]);
        orders.count_shown(MDY, more.shown_orders[1]);
    }

    /// The kinds of plain dates that the column has had.
    pub fn seen(&self) -> PlainSeen {
        let pairs = &self.tallies[Question::YearPair as usize];
        let orders = &self.tallies[Question::Order as usize];
        PlainSeen {
            midnight: self.first_midnight.is_some(),
            month: pairs.shows(MONTH) != Verdict::None,
            pair: pairs.open() > 0,
            orders: [DMY, MDY].map(|place| orders.shows(place) != Verdict::None),
        }
    }

    /// Reads what [`plain`](Self::plain) reads.
    pub fn read_plain(&mut self, text: &str, options: &DateOptions) -> Option<Date> {
        let date = Self::plain(text, options)?;
        self.cells += 1;
        self.count_clock(text, &date);
        Some(date)
    }

    /// Reads a cell alone, and gathers what it shows.
    pub fn read(&mut self, text: &str, options: &DateOptions) -> CellReading {
        let text = text.trim();
        if let Some(date) = self.read_plain(text, options) {
            return CellReading { date: Ok(date), waiting: None, question: None };
        }
        self.cells += 1;
        let date = Date::parse(text, options);
        if let Ok(date) = &date {
            self.count_clock(text, date);
        }
        self.weighed(text, options, date)
    }

    /// Gathers what a cell shows that was read alone as `date`.
    fn weighed(
        &mut self,
        text: &str,
        options: &DateOptions,
        date: Result<Date, DateError>,
    ) -> CellReading {
        if self.first_range.is_none() && date.as_ref().is_ok_and(|date| is_full_range(text, date)) {
            self.first_range = Some(text.to_owned());
        }
        let mut questions = Vec::new();
        for finding in findings(text, options, &date) {
            match finding {
                Finding::Open(question) => {
                    questions.extend((question != Question::Century).then_some(question));
                    self.open(question, text);
                }
                Finding::Shows(question, place) => {
                    // By what it shows it may be read itself.
                    questions.extend(date.is_err().then_some(question));
                    self.tally(question).shown(place, text);
                }
            }
        }
        let foreign = self.language.read(text, &date, options);
        if questions.is_empty() && foreign.is_none() {
            return CellReading { date, waiting: None, question: None };
        }
        let question = match questions[..] {
            [only] if foreign.is_none() => OpenQuestion::of(only),
            _ => None,
        };
        let waiting = match &date {
            Ok(date) => Some(date.clone()),
            Err(_) if foreign.is_some() => foreign,
            Err(_) => standin(text, options).inspect(|date| self.count_clock(text, date)),
        };
        CellReading { date, waiting, question }
    }

    fn open(&mut self, question: Question, text: &str) {
        self.tally(question).opened(text);
        if question != Question::YearPair {
            return;
        }
        if shows_range(text) {
            self.tally(question).shown(RANGE, text);
        }
        if let Some(pair) = super::parse::YearPair::of(&super::parse::in_ascii(text)) {
            self.pairs_of_next += u64::from(pair.is_of_next());
            self.pairs_unhyphened += u64::from(!pair.is_hyphened());
        }
    }

    fn tally(&mut self, question: Question) -> &mut Tally {
        &mut self.tallies[question as usize]
    }

    fn count_clock(&mut self, text: &str, date: &Date) {
        if date.precision < Precision::Hour {
            return;
        }
        self.clocks += 1;
        if date.precision == Precision::Fraction {
            let is_whole = date.lo().is_some_and(|lo| lo.nano % 1_000_000_000 == 0);
            self.fractions[0] += 1;
            self.fractions[1] += u64::from(is_whole);
        }
        if is_midnight(date) {
            self.midnights += 1;
            self.first_midnight.get_or_insert_with(|| text.to_owned());
        }
    }

    /// What the column decides, and where it does not, the one `beside` it.
    pub fn decide(&self, beside: &Self, options: &DateOptions) -> Decisions {
        let verdicts = Question::ALL.map(|question| match self.verdict(question) {
            Verdict::None if question == Question::Order => {
                let is_open = self.tallies[question as usize].open() > 0;
                self.language.order(beside.verdict(question), is_open)
            }
            Verdict::None if question != Question::Number => beside.verdict(question),
            own => own,
        });
        let is_midnight = |column: &Self| column.clocks == column.midnights;
        let is_days = match options.midnight {
            Some(midnight) => midnight == Midnight::Day,
            None => {
                // One of them beside days alone is none, too.
                let many = self.midnights + beside.midnights > 1 || self.cells > self.clocks;
                self.midnights > 0 && many && is_midnight(self) && is_midnight(beside)
            }
        };
        let is_whole = |column: &Self| column.fractions[0] == column.fractions[1];
        let are_seconds = is_whole(self) && is_whole(beside);
        let mut decided = options.clone();
        for (question, verdict) in Question::ALL.into_iter().zip(&verdicts) {
            verdict.decide(question, &mut decided);
        }
        decided.locale =
            options.locale.or_else(|| self.language.decided(&beside.language, options));
        let is_told = options.locale.is_some();
        let has_months = self.language.has_months() || beside.language.has_months();
        let language_sign = self.language.sign(decided.locale, has_months);
        let tells_iso = options.negative_years.is_none();
        Decisions {
            options: decided,
            verdicts,
            is_days,
            are_seconds,
            has_locale: is_told,
            language_sign,
            tells_iso,
        }
    }

    fn verdict(&self, question: Question) -> Verdict {
        let tally = &self.tallies[question as usize];
        match question {
            Question::Order => tally.one_of(DMY, MDY),
            Question::Century => Verdict::None,
            // A column of years in full that has some of two digits is another matter.
            Question::ShortYear if self.tallies[Question::Century as usize].open() > 0 => {
                Verdict::None
            }
            Question::ShortYear | Question::NegativeYear => tally.shows(0),
            Question::YearPair => match (tally.shows(SEASON), tally.one_of(RANGE, MONTH)) {
                (Verdict::None, Verdict::None) if self.has_only_ranges() => {
                    Verdict::Together(RANGE)
                }
                // Beside 2012–2019 a cell of 2008-12 is a range, too, unless others are months.
                (Verdict::None, Verdict::None) => {
                    let range = self.first_range.clone();
                    range.map_or(Verdict::None, |text| Verdict::Shown(RANGE, text))
                }
                (Verdict::None, other) => other,
                (edtf, _) => edtf,
            },
            Question::Number => tally.all(self.cells),
            Question::MonthYear if self.is_of_months => Verdict::Together(YEAR),
            Question::MonthYear => tally.shows(YEAR),
        }
    }

    /// Whether open pairs are ranges because of how many there are: by dashes and slashes, or all
    /// of a year and the next.
    fn has_only_ranges(&self) -> bool {
        let open = self.tallies[Question::YearPair as usize].open();
        open > 1 && self.pairs_unhyphened == open
            || open > 2 && self.pairs_of_next == open && open == self.cells
    }

    /// What was taken of the cells, once for each question, with an example and how many there are.
    pub fn notes(&self, decisions: &Decisions) -> Vec<Message> {
        let mut notes = Vec::new();
        for question in Question::ALL {
            let tally = &self.tallies[question as usize];
            let (example, count) = match question {
                Question::Number => (tally.first_shown(), tally.shown_count()),
                Question::NegativeYear if tally.open() == 0 => {
                    let told = tally.first_shown().filter(|_| decisions.tells_iso);
                    let count = tally.shown_count();
                    notes.extend(told.map(|text| taken::several(text, count).and(taken::iso())));
                    continue;
                }
                _ => (tally.first_open(), tally.open()),
            };
            let Some(example) = example else { continue };
            notes.extend(decisions.note(question, example, count));
        }
        notes.extend(self.language.note(decisions.shown_locale(), decisions.language_sign));
        if let Some(example) = self.first_midnight.as_deref().filter(|_| decisions.is_days) {
            let note = taken::several(example, self.midnights).and(taken::midnight());
            notes.extend(Some(note).filter(|_| decisions.options.midnight.is_none()));
        }
        notes
    }
}

/// A date for a cell that waits and cannot be read alone.
fn standin(text: &str, options: &DateOptions) -> Option<Date> {
    deciding(text, options).iter().find_map(|options| Date::parse(text, options).ok())
}

/// Whether a text is two years in full with a sign between them.
fn is_full_range(text: &str, date: &Date) -> bool {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split(['-', '–', '—', '/']).map(str::trim);
    matches!(date.form, DateForm::Range(_))
        && parts.clone().count() == 2
        && parts.into_iter().all(is_year)
}
