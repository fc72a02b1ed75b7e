//! The events one by one, as the rows of a list that unfolds. The cards of the script are copies of
//! them.

use crate::draw::{BehindWords, EventWords, Picture};
use crate::render::xml::Xml;
use crate::theme::Colour;
use std::collections::BTreeMap;

/// The list of all events of a picture, folded under their number, and of what is behind them.
pub(super) fn details(html: &mut Xml, picture: &Picture) {
    if picture.events.is_empty() {
        return;
    }
    let hues = hues(picture);
    html.begin("details");
    html.leaf("summary", &picture.heading);
    html.begin("ol");
    picture.events.iter().for_each(|event| row(html, event, &hues));
    html.end();
    for BehindWords { heading, rows } in &picture.behind {
        html.begin("p");
        html.attribute("class", "behind");
        html.text(heading);
        html.end();
        html.begin("ol");
        rows.iter().for_each(|row_behind| row(html, row_behind, &BTreeMap::new()));
        html.end();
    }
    html.end();
}

/// The colours of events, each with the number of its class, in the order of first use.
pub(super) fn hues(picture: &Picture) -> BTreeMap<Colour, usize> {
    let mut hues = BTreeMap::new();
    for event in &picture.events {
        let next = hues.len();
        hues.entry(event.colour).or_insert(next);
    }
    hues
}

fn row(html: &mut Xml, event: &EventWords, hues: &BTreeMap<Colour, usize>) {
    html.begin("li");
    if let Some(hue) = hues.get(&event.colour) {
        html.attribute("class", &format!("hue{hue}"));
    }
    if let Some(entry) = event.legend {
        html.attribute("data-k", &entry.to_string());
    }
    html.begin("div");
    html.attribute("class", "event-words");
    html.begin("div");
    words(html, ("span", "when"), &event.when);
    if let Some(category) = &event.category {
        words(html, ("span", "kind"), category);
    }
    html.end();
    html.begin("div");
    words(html, ("p", "name"), &event.name);
    if let Some(detail) = &event.detail {
        words(html, ("p", "detail"), detail);
    }
    if let Some(link) = &event.link {
        html.begin("p");
        html.attribute("class", "link");
        html.span("a", ("href", link), &place(link));
        html.end();
    }
    html.end();
    html.end();
    html.end();
}

/// An element of text of the table, which may run in either direction.
fn words(html: &mut Xml, (name, class): (&'static str, &str), text: &str) {
    html.begin(name);
    html.attribute("class", class);
    html.attribute("dir", "auto");
    html.text(text);
    html.end();
}

/// What a link is called: where it leads, without what it is fetched by.
fn place(link: &str) -> String {
    let (scheme, rest) = link.split_once(':').unwrap_or(("", link));
    let rest = rest.trim_start_matches('/');
    let end = if scheme.eq_ignore_ascii_case("mailto") { "?" } else { "/?#" };
    let place = rest.split(|c| end.contains(c)).next().unwrap_or(rest);
    // A name and a password before the name of a host would pass for the host.
    let is_mail = scheme.eq_ignore_ascii_case("mailto");
    let host = place.rsplit_once('@').filter(|_| !is_mail).map_or(place, |(_, host)| host);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// All that is set in the list: text in the weight of names, or in that of sentences.
pub(super) fn texts(picture: &Picture) -> impl Iterator<Item = (bool, String)> {
    let of = |event: &EventWords| {
        let EventWords { when, name, detail, category, link, .. } = event.clone();
        let plain = [detail, category, link.map(|link| place(&link))];
        let strong = [when, name].map(|text| (true, text));
        strong.into_iter().chain(plain.into_iter().flatten().map(|text| (false, text)))
    };
    let behind = picture.behind.iter();
    let headings = behind.clone().map(|kind| &kind.heading).chain([&picture.heading]);
    let rows = picture.events.iter().chain(behind.flat_map(|kind| &kind.rows));
    rows.flat_map(of).chain(headings.map(|heading| (false, heading.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;
    use crate::text::Fonts;
    use crate::theme::Theme;

    #[test]
    fn the_letters_of_what_is_behind_the_events_are_among_the_texts() {
        let era = EventWords {
            number: 1,
            when: "1914".into(),
            name: "War".into(),
            detail: None,
            category: None,
            legend: None,
            colour: Colour::WHITE,
            link: None,
        };
        let picture = Picture {
            size: Size::new(0, 0),
            title: String::new(),
            page: String::new(),
            description: String::new(),
            language: "en".into(),
            background: None,
            fonts: Fonts::bundled(),
            dark_scheme: Vec::new(),
            theme: Theme::LIGHT,
            heading: String::new(),
            events: Vec::new(),
            behind: vec![BehindWords { heading: "Eras".into(), rows: vec![era] }],
            others: Vec::new(),
            items: Vec::new(),
        };
        let texts: Vec<(bool, String)> = texts(&picture).collect();
        for text in [(true, "1914"), (true, "War"), (false, "Eras")] {
            assert!(texts.contains(&(text.0, text.1.to_owned())), "{text:?} of {texts:?}");
        }
    }

    #[test]
    fn a_link_is_called_by_its_host() {
        for (link, called) in [
            ("https://www.example.org/a?b#c", "example.org"),
            ("HTTP://example.org", "example.org"),
            ("https://good.org@evil.org:80/x", "evil.org:80"),
            ("mailto:a@b.org?subject=c", "a@b.org"),
        ] {
            assert_eq!(place(link), called);
        }
    }
}
