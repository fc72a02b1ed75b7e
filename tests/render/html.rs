//! The page: what is in it, what it may do, and that no cell gets out of its place.

use crate::sample::{hostile, picture, rect, report, text};
use crate::written;
use annals::draw::{Anchor, EventWords, Group, Item, Picture};
use annals::geometry::{Size, px};
use annals::render::{Format, RenderOptions, encode};
use annals::text::Weight;
use annals::theme::Colour;

const INK: Colour = Colour::hex(0x1F_23_28);
const BLUE: Colour = Colour::hex(0x0F_5E_A8);

fn html(picture: &Picture) -> String {
    String::from_utf8(written(picture, Format::Html)).expect("HTML is UTF-8")
}

fn event(number: usize, name: &str) -> EventWords {
    EventWords {
        number,
        when: format!("{}", 2000 + number),
        name: name.into(),
        detail: Some("More of it".into()),
        category: Some("Trade".into()),
        legend: Some(0),
        colour: BLUE,
        link: Some("https://example.org/a?b&c".into()),
    }
}

fn group(class: &'static str, events: &[usize]) -> Item {
    Item::Open(Group { class, events: events.to_vec(), ..Group::default() })
}

/// A legend of two entries, an event with a label, and a list that leaves two out.
fn figure(width: f64) -> Picture {
    let words = |words: &str| text(20.0, 20.0, Anchor::Start, words, (10.0, Weight::Regular), INK);
    let key = || rect("key", 5.0, 5.0, 4.0, 4.0, Some(BLUE));
    let items = vec![
        group("legend", &[]),
        key(),
        words("Trade"),
        key(),
        key(),
        words("War and"),
        words("peace"),
        Item::Close,
        group("axis", &[]),
        Item::Close,
        group("event", &[1]),
        rect("label-box", 0.0, 0.0, 40.0, 20.0, None),
        words("One"),
        Item::Close,
        group("list", &[2, 3]),
        words("+ 2 more"),
        group("event", &[2]),
        Item::Close,
        Item::Close,
    ];
    let mut picture = picture(width, 100.0, items);
    picture.heading = "3 events".into();
    picture.events = vec![event(1, "One"), event(2, "Two"), event(3, "Three")];
    picture
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

/// The text between two others.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).expect(start).1;
    rest.split_once(end).expect(end).0
}

#[test]
fn events_are_items_of_a_list_and_rows_of_text() {
    let page = html(&figure(600.0));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
    assert!(page.ends_with("</html>\n"));
    assert_eq!(count(&page, "<g class=\"plot\" role=\"list\">"), 1);
    assert_eq!(count(&page, "<g class=\"event\" role=\"listitem\" data-n="), 2);
    assert!(page.contains("<g class=\"more\" role=\"listitem\" data-n=\"2\" data-of=\"2 3\">"));
    assert!(page.contains("<title>2002: Two\n2003: Three</title>"), "what is left out is told");
    for k in 0..2 {
        assert_eq!(count(&page, &format!("<g class=\"legend-entry\" data-k=\"{k}\">")), 1);
    }
    assert_eq!(count(&page, "<li class=\"hue0\" data-k=\"0\">"), 3);
    assert!(page.contains("<summary>3 events</summary>"));
    assert!(page.contains("<a href=\"https://example.org/a?b&amp;c\">example.org</a>"));
    assert!(page.contains("<meta charset=\"utf-8\"/>"));
}

#[test]
fn the_widths_are_shown_one_at_a_time_and_the_own_one_is_printed() {
    let mut picture = figure(600.0);
    picture.others = vec![figure(300.0), figure(900.0)];
    let page = html(&picture);
    assert_eq!(count(&page, "<svg id="), 3);
    let places = [300, 600, 900].map(|width| page.find(&format!("viewBox=\"0 0 {width} 100\"")));
    assert!(places.is_sorted() && places[0].is_some(), "the narrowest is first: {places:?}");
    assert_eq!(count(&page, "@container column (max-width:637.48px){#"), 1);
    assert_eq!(count(&page, "@container column (min-width:637.5px) and (max-width:956.23px){#"), 1);
    assert_eq!(count(&page, "@container column (min-width:956.25px){#"), 1);
    assert!(page.contains("@page{size:600px 100px;margin:0}"));
    let own = between(&page, "class=\"own\"", ">");
    assert!(own.contains("viewBox=\"0 0 600 100\""), "{own}");
    // Ids are those of one width alone.
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
}

#[test]
fn nothing_runs_or_is_loaded_but_what_is_named_by_its_hash() {
    let page = html(&figure(600.0));
    let policy =
        between(&page, "Content-Security-Policy\" content=\"", "\"").replace("&apos;", "'");
    let head = "default-src 'none'; base-uri 'none'; form-action 'none'; font-src data:; style-src 'sha256-";
    assert!(policy.starts_with(head), "{policy}");
    assert_eq!((count(&page, "<style>"), count(&page, "<script>")), (1, 1));
    let script = between(&page, "<script>", "</script>");
    assert!(script.len() <= 8 * 1024, "{} bytes of script", script.len());
    for outside in [" src=", "@import", "url(http", "style=\""] {
        assert!(!page.replace("src:url(data:", "").contains(outside), "{outside}");
    }
    // The script is the same on every page, and so is its hash, which a browser has checked.
    let hash = between(&policy, "script-src 'sha256-", "'");
    assert!(html(&report()).contains(hash));
}

#[test]
fn hostile_cells_stay_words() {
    let nasty = "</script><script>alert(1)</script></style>&\"'\u{2028}\u{2029}\u{1}\u{202E}x";
    let mut picture = hostile();
    let told = EventWords {
        when: nasty.into(),
        detail: Some(nasty.into()),
        category: Some(nasty.into()),
        link: Some("https://x/\"><script>alert(1)</script>".into()),
        ..event(1, nasty)
    };
    picture.events = vec![told];
    picture.heading = nasty.into();
    picture.title = nasty.into();
    picture.description = nasty.into();
    let page = html(&picture);
    assert_eq!((count(&page, "<script"), count(&page, "</script")), (1, 1));
    assert_eq!((count(&page, "</style"), count(&page, "<li")), (1, 1));
    assert!(!page.contains("alert(1)</script>&amp;"));
    let shown = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;/style&gt;&amp;&quot;&apos;\u{2028}\u{2029}\u{FFFD}x";
    assert!(page.contains(&["<p class=\"name\" dir=\"auto\">", shown, "</p>"].concat()), "{page}");
    assert!(!page.contains(['\u{1}', '\u{202E}']));
}

#[test]
fn a_page_follows_the_readers_ground_where_the_picture_does() {
    let mut picture = figure(600.0);
    assert!(!html(&picture).contains("prefers-color-scheme"));
    picture.dark_scheme =
        vec![(INK, Colour::hex(0xEC_EE_F0)), (Colour::WHITE, Colour::hex(0x15_19_1D))];
    let page = html(&picture);
    let dark = between(&page, "@media screen and (prefers-color-scheme:dark){", "</style>");
    assert!(
        dark.contains("--ground:#15191d") && dark.contains("svg [fill='#1f2328']{fill:#eceef0}")
    );
    assert!(page.contains("<meta name=\"color-scheme\" content=\"light dark\"/>"));
    picture.language = "ar".into();
    assert!(html(&picture).contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_picture_without_events_or_items_is_a_page() {
    let mut picture = picture(300.0, 100.0, Vec::new());
    picture.size = Size::new(px(300.0), px(100.0));
    let page = html(&picture);
    assert!(!page.contains("<details") && page.contains("<div class=\"card\" hidden=\"\"></div>"));
    let options = RenderOptions { id_prefix: Some("fig".into()), ..Default::default() };
    let bytes = encode(&picture, Format::Html, &options).expect("a page");
    assert!(String::from_utf8_lossy(&bytes).contains("<svg id=\"fig-1\" class=\"own\""));
}
