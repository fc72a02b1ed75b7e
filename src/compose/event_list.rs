//! The events one by one, in words, for readers of a page and for those who cannot see it.

use crate::compose::context::Context;
use crate::compose::dated::{Dated, counted_rows};
use crate::compose::describe::alone;
use crate::figure::{EventList, EventWords};

/// All events of a figure, drawn or only counted; `by_start` are they in the order in which they begin.
pub(crate) fn event_list(context: &Context<'_>, by_start: &[Dated<'_>]) -> EventList {
    let style = context.style;
    let set = |text: &String| style.fonts.typeset(text);
    let so_many = |many: u64| style.words.many(style.dates, many);
    let words = |(number, dated): (usize, &Dated<'_>)| {
        let event = dated.event;
        // Events that are counted together have no name of their own.
        let counted = event.name.is_empty().then(|| so_many(dated.weight()));
        let words = EventWords {
            number,
            when: set(&event.when_text(alone(event, style.known()))),
            name: set(counted.as_ref().unwrap_or(&event.name)),
            detail: event.detail.as_ref().map(set),
            category: event.category.as_ref().map(set),
            legend: context.categories.legend_entry(event),
            colour: context.categories.hue(event).text,
            link: event.link().map(str::to_owned),
        };
        (dated.row, words)
    };
    EventList {
        heading: so_many(counted_rows(by_start).into_iter().map(Dated::weight).sum()),
        events: (1..).zip(by_start).map(words).collect(),
    }
}
