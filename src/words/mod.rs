//! The words of a figure besides its dates, in the language of the figure: "Today", "+12 more", the
//! figure told in words.
//!
//! In: a [`Locale`]. Out: its [`Words`], one table for each language. Messages and notes are not
//! here: they are English. This module knows nothing of figures.

mod ar;
mod ca;
mod cs;
mod da;
mod de;
mod density;
mod el;
mod en;
mod es;
mod fi;
mod fr;
mod hi;
mod hu;
mod it;
mod ja;
mod ko;
mod nb;
mod nl;
mod pl;
mod pt;
mod ro;
mod ru;
mod sv;
mod tr;
mod uk;
mod ur;
mod zh;

pub use density::{BinUnit, DensityWords};

use crate::date::{DateStyle, Locale, TimeUnit};

/// The words of a figure in a language. Templates have their fields in braces.
#[derive(Debug)]
pub struct Words {
    /// How many events have no row of their own: `{}`.
    pub more: &'static str,
    /// All categories after the last that has a colour.
    pub other: &'static str,
    /// What the foot of a figure says is not in it: marks without a label `{}`, some of the
    /// descriptions `{}`, all of them.
    remarks: [&'static str; 3],
    /// The line at the present.
    pub today: &'static str,
    /// So many events, for each of the numbers that the language tells apart: one, two, few, many,
    /// other.
    events: [&'static str; 5],
    /// The figure at one date: `{events}`, `{from}`.
    at: &'static str,
    /// The figure over a time: `{events}`, `{from}`, `{to}` or `{range}`.
    over: &'static str,
    /// Where events crowd.
    close: &'static str,
    /// So many events `{n}` at one date or over a time.
    crowd: [&'static str; 2],
    /// The time that half of the events lie in.
    half: &'static str,
    /// The longest span.
    pub longest: &'static str,
    /// The events in their order.
    pub in_order: &'static str,
    /// The eras.
    pub eras: &'static str,
    /// The markers.
    pub markers: &'static str,
    /// The days off.
    pub holidays: &'static str,
    /// A week of a year by its number, in the room of a cell.
    pub week: &'static str,
    /// How much time a break leaves out.
    pub left_out: &'static str,
    /// Which of the pages of a figure this is: `{n}`, `{all}`.
    page: &'static str,
    /// Between the things of an enumeration of sentences.
    pub semicolon: &'static str,
    /// Between the things of a list.
    comma: &'static str,
    /// What the ruler of ages says of its scale: long, with the year `{}` that is counted from, and
    /// short.
    pub log_scale: [&'static str; 2],
    /// What it says besides where the scale is linear from an age `{}` on.
    pub linear_scale: &'static str,
    /// Very many years: from how many years on, and those in words.
    long_times: [(i128, &'static str); 2],
    /// A fiscal year by its years.
    pub fiscal: &'static str,
    /// What is said where events are counted.
    pub density: DensityWords,
}

/// The time of some events, in words.
#[derive(Clone, Debug, Default)]
pub struct TimeInWords {
    /// The first date.
    pub from: String,
    /// The last date.
    pub to: String,
    /// Both as a range.
    pub range: String,
}

impl TimeInWords {
    fn fill(&self, template: &str) -> String {
        // Dates have no braces.
        let text = template.replace("{range}", &self.range);
        let mut text = text.replace("{from}", &self.from).replace("{to}", &self.to);
        // A date that ends with the full stop of an abbreviation ends the sentence with it; an open
        // end has two of its own.
        let is_twice = text.ends_with("..") && !text.ends_with("...");
        if template.ends_with("}.") && is_twice {
            text.pop();
        }
        text
    }

    fn is_one(&self) -> bool {
        self.from == self.to
    }
}

impl Words {
    /// The words of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar | Locale::ArEg => &ar::WORDS,
            Locale::Ca => &ca::WORDS,
            Locale::Cs => &cs::WORDS,
            Locale::Da => &da::WORDS,
            Locale::De => &de::WORDS,
            Locale::El => &el::WORDS,
            Locale::En | Locale::EnGb | Locale::EnUs => &en::WORDS,
            Locale::Es => &es::WORDS,
            Locale::Fi => &fi::WORDS,
            Locale::Fr => &fr::WORDS,
            Locale::Hi => &hi::WORDS,
            Locale::Hu => &hu::WORDS,
            Locale::It => &it::WORDS,
            Locale::Ja => &ja::WORDS,
            Locale::Ko => &ko::WORDS,
            Locale::Nb => &nb::WORDS,
            Locale::Nl => &nl::WORDS,
            Locale::Pl => &pl::WORDS,
            Locale::Pt => &pt::WORDS,
            Locale::Ro => &ro::WORDS,
            Locale::Ru => &ru::WORDS,
            Locale::Sv => &sv::WORDS,
            Locale::Tr => &tr::WORDS,
            Locale::Uk => &uk::WORDS,
            Locale::Ur => &ur::WORDS,
            Locale::Zh => &zh::WORDS,
        }
    }

    /// What is not in the figure: so many marks have no label, and so many of all descriptions are
    /// left to the table. Nothing if all is there.
    pub fn remarks(
        &self,
        style: DateStyle,
        unlabelled: usize,
        [undescribed, described]: [usize; 2],
    ) -> String {
        let told =
            |template: &str, many: usize| template.replace("{}", &style.grouped(many as u64));
        let [marks, some, all] = self.remarks;
        let marks = (unlabelled > 0).then(|| told(marks, unlabelled));
        let descriptions = match undescribed {
            0 => None,
            many if many == described => Some(all.to_owned()),
            many => Some(told(some, many)),
        };
        let told: Vec<String> = marks.into_iter().chain(descriptions).collect();
        told.join(" ")
    }

    /// How many events there are and when, as a sentence.
    pub fn whole(&self, style: DateStyle, many: usize, time: &TimeInWords) -> String {
        let events = self.many(style, many as u64);
        let template = if time.is_one() { self.at } else { self.over };
        time.fill(&template.replace("{events}", &events))
    }

    /// How many events there are, and how many of them are named, as a sentence.
    pub fn named(&self, style: DateStyle, many: u64, named: usize) -> String {
        let template = self.density.named[usize::from(named > 0)];
        let events = self.many(style, many);
        template.replace("{events}", &events).replace("{n}", &style.grouped(named as u64))
    }

    /// Which of so many pages this is.
    pub fn page(&self, style: DateStyle, [number, all]: [usize; 2]) -> String {
        let [number, all] = [number, all].map(|number| style.grouped(number as u64));
        self.page.replace("{n}", &number).replace("{all}", &all)
    }

    /// So many events.
    pub fn many(&self, style: DateStyle, many: u64) -> String {
        self.events[style.locale.plural(many)].replace("{}", &style.grouped(many))
    }

    /// What the columns of bins of so many units count.
    pub fn per_bin(&self, style: DateStyle, unit: BinUnit, count: u64) -> String {
        match unit.time_unit().filter(|_| count > 1) {
            Some(unit) => self.density.per_time(&self.duration(style, unit, count)),
            None => self.density.per[unit as usize].to_owned(),
        }
    }

    /// Where events crowd, as a sentence; each crowd by its number and its time.
    pub fn crowds(&self, style: DateStyle, crowds: &[(usize, TimeInWords)]) -> String {
        let crowd = |(many, time): &(usize, TimeInWords)| {
            let template = self.crowd[usize::from(!time.is_one())];
            time.fill(&template.replace("{n}", &style.grouped(*many as u64)))
        };
        let told: Vec<String> = crowds.iter().map(crowd).collect();
        self.close.replace("{}", &told.join(self.comma))
    }

    /// The time that half of the events lie in, as a sentence.
    pub fn half(&self, time: &TimeInWords) -> String {
        time.fill(self.half)
    }

    /// So many years, months and so on: 450 years, 36 million years.
    pub fn duration(&self, style: DateStyle, unit: TimeUnit, count: u64) -> String {
        let long = self.long_times.iter().find(|(least, _)| i128::from(count) >= *least);
        if let Some((size, template)) = long.filter(|_| unit == TimeUnit::Year) {
            let tenths = (i128::from(count) * 10 + size / 2) / size;
            let whole = u64::try_from(tenths / 10).unwrap_or(u64::MAX);
            let tenth = if tenths % 10 == 0 { String::new() } else { (tenths % 10).to_string() };
            return template.replace("{}", &style.decimals(whole, &tenth));
        }
        style.duration(unit, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_in_the_figure_is_told_in_its_language() {
        for (locale, unlabelled, described, told) in [
            (Locale::En, 0, [0, 4], ""),
            (Locale::En, 2, [0, 4], "Marks without a label: 2."),
            (Locale::De, 0, [4, 4], "Beschreibungen stehen in der Tabelle."),
            (
                Locale::Fr,
                1,
                [3, 4],
                "Repères sans libellé : 1. Descriptions dans le tableau seulement : 3.",
            ),
        ] {
            let style = DateStyle::of(locale);
            assert_eq!(Words::of(locale).remarks(style, unlabelled, described), told);
        }
    }
}
