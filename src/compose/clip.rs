//! Spans that reach over the ends of the time asked for: they are cut there, and the cut end is
//! drawn as one that goes on.

use crate::compose::dated::{clock, on_clock};
use crate::compose::shown_time::TimeLimits;
use crate::date::{Bound, Date, Instant, Known, Zone};
use crate::error::{Code, Message, Note, Result};
use crate::event::{Event, Kind};
use crate::options::FigureOptions;
use std::borrow::Cow;

/// The events, spans cut at the ends that the options ask for, and a note that counts the cut ones.
///
/// # Errors
///
/// [`crate::error::Error::Options`] if those ends are in the wrong order.
pub(crate) fn clipped<'a>(
    events: Cow<'a, [Event]>,
    options: &FigureOptions,
) -> Result<(Cow<'a, [Event]>, Option<Note>)> {
    let east = clock(&events, options);
    let limits = TimeLimits::of(options, east)?;
    if limits.is_none() {
        return Ok((events, None));
    }
    let known = Known::of(options.date_style());
    let cut = |event: &Event| clip(event, limits, east, known);
    let all: Vec<Option<Event>> = events.iter().map(cut).collect();
    let note = note(all.iter().flatten().map(|event| event.summed.unwrap_or(1)).sum());
    if note.is_none() {
        return Ok((events, None));
    }
    let whole = events.into_owned().into_iter();
    let events = whole.zip(all).map(|(event, cut)| cut.unwrap_or(event)).collect();
    Ok((Cow::Owned(events), note))
}

/// The part of a span between two instants; none if it is no span, or lies within them or outside.
fn clip(
    event: &Event,
    TimeLimits { from, to }: TimeLimits,
    east: i32,
    known: Known,
) -> Option<Event> {
    let end = event.end.as_ref().filter(|_| event.kind == Kind::Span)?;
    let on = |date: &Date, bound: Bound| bound.instant().map(|at| on_clock(date, at, east));
    let (lo, hi) = (on(&event.start, event.start.lo), on(end, end.hi));
    let begins_before = |at: Instant| match event.start.lo {
        Bound::Unknown => false,
        _ => lo.is_none_or(|lo| lo < at),
    };
    let goes_on_after = |at: Instant| match end.hi {
        Bound::Unknown => false,
        _ => hi.is_none_or(|hi| at < hi),
    };
    let is_over = |at: &Instant| begins_before(*at) && goes_on_after(*at);
    let (first, last) = (from.filter(is_over), to.filter(is_over));
    first.or(last)?;
    let inside = Bound::At(first.or(last)?);
    let start = first.map(|_| Date {
        lo: Bound::Open,
        hi: last.map_or(inside, Bound::At),
        zone: Zone::Floating,
        ..event.start.clone()
    });
    let cut_end = last.map(|_| Date {
        lo: if first.is_some() { inside } else { Bound::Unknown },
        hi: Bound::Open,
        zone: Zone::Floating,
        ..end.clone()
    });
    Some(Event {
        // The label tells the dates of the whole.
        when: Some(event.when_text(known)),
        start: start.unwrap_or_else(|| event.start.clone()),
        end: Some(cut_end.unwrap_or_else(|| end.clone())),
        ..event.clone()
    })
}

fn note(many: u64) -> Option<Note> {
    let spans = match many {
        0 => return None,
        1 => "1 span extends beyond ".to_owned(),
        _ => format!("{many} spans extend beyond "),
    };
    let is = if many == 1 { "is" } else { "are" };
    let message = Message::new(spans).unset("from").text(" or ").unset("to");
    Some(Note::new(Code::SpansCut, message.text(format!(" and {is} cut there, drawn as going on"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    /// Which ends of a span are open when it is cut; none if it is not.
    fn open_ends(from: &str, to: &str, span: [&str; 2]) -> Option<[bool; 2]> {
        let options = FigureOptions {
            from: Some(date(from)),
            to: Some(date(to)),
            ..FigureOptions::default()
        };
        let event = Event {
            end: Some(date(span[1])),
            kind: Kind::Span,
            ..Event::new(date(span[0]), "War")
        };
        let (events, note) = clipped(Cow::Owned(vec![event]), &options).expect("sound limits");
        let end = events[0].end.as_ref().expect("an end");
        note.map(|_| [events[0].start.lo == Bound::Open, end.hi == Bound::Open])
    }

    #[test]
    fn spans_are_cut_where_they_reach_over() {
        let cases = [
            (["1905", "1910"], None),
            (["1890", "1910"], Some([true, false])),
            (["1905", "1930"], Some([false, true])),
            (["1890", "1930"], Some([true, true])),
            (["..", "1910"], Some([true, false])),
            (["1905", "present"], Some([false, true])),
            (["1880", "1890"], None),
            (["1930", "1940"], None),
        ];
        for (span, expected) in cases {
            assert_eq!(open_ends("1900", "1920", span), expected, "{span:?}");
        }
    }

    #[test]
    fn the_label_of_a_cut_span_tells_all_of_it() {
        let options = FigureOptions { from: Some(date("1916")), ..FigureOptions::default() };
        let event =
            Event { end: Some(date("1918")), kind: Kind::Span, ..Event::new(date("1914"), "War") };
        let (events, _) = clipped(Cow::Owned(vec![event]), &options).expect("sound limits");
        assert_eq!(events[0].when_text(Known::default()), "1914–1918");
    }

    #[test]
    fn what_began_before_and_still_goes_on_is_drawn_from_end_to_end() {
        let ongoing = Event {
            end: Some(date("present")),
            kind: Kind::Span,
            ..Event::new(date("1998"), "Station")
        };
        let events = [ongoing, Event::new(date("2003"), "Visit")];
        let options = FigureOptions { from: Some(date("2000")), ..FigureOptions::default() };
        let (figure, notes) = crate::compose::compose(&events, &options).expect("a figure");
        assert_eq!((figure.events.len(), notes.len()), (2, 1), "{notes:?}");
        let station = figure.events.iter().find(|event| event.title.contains("Station"));
        let mark = station.expect("drawn").mark.rect;
        let ruler = figure.ruler.rect;
        assert_eq!((mark.x0, mark.x1), (ruler.x0, ruler.x1));
        let alone = crate::compose::compose(&events[..1], &options);
        assert!(alone.is_ok(), "{:?}", alone.err());
    }
}
