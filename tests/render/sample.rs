//! Pictures made by hand for the encoders.

use annals::draw::{Anchor, Group, Item, Outline, Picture, Shape, Stroke, Text};
use annals::geometry::{Point, Rect, Size, px};
use annals::text::{Fonts, Style, Weight};
use annals::theme::{Colour, Theme};

pub(crate) const INK: Colour = Colour::hex(0x1F_23_28);
pub(crate) const GREY: Colour = Colour::hex(0x57_60_6A);
pub(crate) const GROUND: Colour = Colour::hex(0xF1_F3_F5);
const TEAL: Colour = Colour::hex(0x0F_6E_84);
const PURPLE: Colour = Colour::hex(0x7B_4B_A0);
const ORANGE: Colour = Colour::hex(0xB4_5F_0A);
const RED: Colour = Colour::hex(0xB0_25_3C);

pub(crate) fn picture(w: f64, h: f64, items: Vec<Item>) -> Picture {
    Picture {
        size: Size::new(px(w), px(h)),
        title: "A title".into(),
        page: String::new(),
        description: "What it shows".into(),
        language: "en".into(),
        background: Some(Colour::WHITE),
        fonts: Fonts::bundled(),
        dark_scheme: Vec::new(),
        theme: Theme::LIGHT,
        heading: String::new(),
        events: Vec::new(),
        behind: Vec::new(),
        others: Vec::new(),
        items,
    }
}

pub(crate) fn rect(
    class: &'static str,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    fill: Option<Colour>,
) -> Item {
    let origin = Point::new(px(x), px(y));
    let outline = Outline::Rect(Rect::from_origin_size(origin, Size::new(px(w), px(h))));
    Item::Shape(Shape { class, outline, fill, stroke: None })
}

pub(crate) fn line(class: &'static str, points: &[(f64, f64)], colour: Colour, width: f64) -> Item {
    let outline = Outline::Polyline(places(points));
    let stroke = Some(Stroke { colour, width: px(width) });
    Item::Shape(Shape { class, outline, fill: None, stroke })
}

pub(crate) fn places(points: &[(f64, f64)]) -> Vec<Point> {
    points.iter().map(|&(x, y)| Point::new(px(x), px(y))).collect()
}

pub(crate) fn dot(x: f64, y: f64, radius: f64, colour: Colour) -> Item {
    let outline = Outline::Circle { centre: Point::new(px(x), px(y)), radius: px(radius) };
    let stroke = Some(Stroke { colour: Colour::WHITE, width: px(1.0) });
    Item::Shape(Shape { class: "marker", outline, fill: Some(colour), stroke })
}

/// Size and weight of a text.
pub(crate) type Type = (f64, Weight);

pub(crate) fn text(
    x: f64,
    y: f64,
    anchor: Anchor,
    words: &str,
    kind: Type,
    colour: Colour,
) -> Item {
    let style = Style { size: px(kind.0), weight: kind.1 };
    let line = Fonts::bundled().line(words, style);
    Item::Text(Text { at: Point::new(px(x), px(y)), anchor, line, colour })
}

pub(crate) fn open(
    class: &'static str,
    data: &[(&'static str, &str)],
    title: Option<&str>,
) -> Item {
    let data = data.iter().map(|&(name, value)| (name, value.to_owned())).collect();
    Item::Open(Group { class, data, title: title.map(str::to_owned), ..Group::default() })
}

/// Every kind of item, and words that mean something to XML or must not be in it.
pub(crate) fn hostile() -> Picture {
    let nasty = "]]></text><script>alert(\"1\")</script>&amp;'\u{1}\u{FFFE}\u{9F}é";
    let triangle = Outline::Polygon(places(&[(50.0, 50.0), (60.0, 50.0), (55.0, 60.0)]));
    let stroke = Some(Stroke { colour: INK, width: px(0.6) });
    let mut picture = picture(
        200.0,
        100.0,
        vec![
            open("event", &[("id", "ev-1"), ("x", nasty)], Some(nasty)),
            rect("label-box", 10.0, 10.0, 80.0, 20.0, None),
            dot(20.0, 60.0, 4.0, RED),
            line("leader", &[(20.0, 60.0), (20.0, 40.0), (30.0, 40.0)], RED, 0.9),
            Item::Shape(Shape { class: "", outline: triangle, fill: Some(TEAL), stroke }),
            text(100.0, 20.0, Anchor::Middle, nasty, (10.0, Weight::Regular), INK),
            text(190.0, 40.0, Anchor::End, "a  b\tc", (10.0, Weight::SemiBold), INK),
            text(10.0, 90.0, Anchor::Start, "", (10.0, Weight::Regular), INK),
            Item::Close,
            Item::Close,
            open("axis", &[], None),
        ],
    );
    picture.title = nasty.into();
    picture.description = format!("{nasty}\r\n\tmore");
    picture
}

/// A flag: leader, date, name and detail.
struct Flag<'a> {
    x: f64,
    top: f64,
    anchor: Anchor,
    colour: Colour,
    date: &'a str,
    name: &'a [&'a str],
    detail: &'a [&'a str],
}

impl Flag<'_> {
    fn items(&self, foot: f64) -> Vec<Item> {
        let text_x = if self.anchor == Anchor::End { self.x - 6.0 } else { self.x + 6.0 };
        let mut items = vec![open("event", &[("id", self.date)], Some(self.name[0]))];
        items.push(line("leader", &[(self.x, foot), (self.x, self.top)], self.colour, 0.9));
        let mut y = self.top + 7.0;
        let date = (10.0, Weight::SemiBold);
        items.push(text(text_x, y, self.anchor, self.date, date, self.colour));
        for name in self.name {
            y += 14.0;
            items.push(text(text_x, y, self.anchor, name, (11.5, Weight::SemiBold), INK));
        }
        for detail in self.detail {
            y += 13.0;
            items.push(text(text_x, y, self.anchor, detail, (10.3, Weight::Regular), GREY));
        }
        items.push(Item::Close);
        items
    }
}

/// A figure as it is in a report.
pub(crate) fn report() -> Picture {
    let mut items = vec![
        text(
            12.0,
            24.0,
            Anchor::Start,
            "Pakistan and Russia draw closer",
            (17.5, Weight::SemiBold),
            INK,
        ),
        text(
            12.0,
            42.0,
            Anchor::Start,
            "Turning points in trade, energy and military ties, 2009–2021",
            (12.0, Weight::Regular),
            GREY,
        ),
    ];
    items.extend(legend());
    items.extend(ruler());
    items.extend(flags());
    let source = "Source: article on Pakistan–Russia relations; years as given in its text.";
    items.push(text(12.0, 342.0, Anchor::Start, source, (9.2, Weight::Regular), GREY));
    let mut picture = picture(624.0, 350.0, items);
    picture.title = "Pakistan and Russia draw closer".into();
    picture.description = "Five turning points between 2009 and 2021.".into();
    picture
}

fn legend() -> Vec<Item> {
    let entries = [(12.0, "Economy", TEAL), (80.0, "Diplomacy", PURPLE), (154.0, "Energy", ORANGE)];
    let mut items = vec![open("legend", &[], None)];
    for (x, name, colour) in entries {
        items.push(dot(x + 3.5, 62.5, 3.5, colour));
        let kind = (10.3, Weight::Regular);
        items.push(text(x + 11.0, 66.0, Anchor::Start, name, kind, GREY));
    }
    items.push(Item::Close);
    items
}

fn ruler() -> Vec<Item> {
    let step = 600.0 / 13.0;
    let mut items = vec![open("axis", &[("y", "176")], None)];
    items.push(rect("", 12.0, 176.0, 600.0, 19.0, Some(GROUND)));
    for year in 0..13 {
        let x = 12.0 + step * f64::from(year);
        items.push(line("cell", &[(x, 176.0), (x, 195.0)], Colour::WHITE, 1.2));
        let label = (2009 + year).to_string();
        let kind = (10.0, Weight::Regular);
        items.push(text(x + step / 2.0, 189.0, Anchor::Middle, &label, kind, GREY));
    }
    for (year, y, colour) in
        [(0, 172.0, TEAL), (1, 195.0, PURPLE), (2, 172.0, ORANGE), (11, 172.0, RED)]
    {
        let x = 12.6 + step * f64::from(year);
        items.push(rect("marker", x, y, step - 1.2, 4.0, Some(colour)));
    }
    items.push(Item::Close);
    items
}

fn flags() -> Vec<Item> {
    let flag = |x, top, anchor, colour, date, name, detail| Flag {
        x,
        top,
        anchor,
        colour,
        date,
        name,
        detail,
    };
    let above = [
        flag(
            35.1,
            108.0,
            Anchor::Start,
            TEAL,
            "2009",
            &["Bilateral", "trade reaches", "$411.4 million"][..],
            &[][..],
        ),
        flag(
            127.4,
            83.0,
            Anchor::Start,
            ORANGE,
            "2011",
            &["CASA-1000", "agreement signed"][..],
            &["Russia funds the power", "transmission project", "with $500 million"][..],
        ),
        flag(
            542.8,
            96.0,
            Anchor::End,
            RED,
            "2020",
            &["Friendship", "(DRUZHBA) exercise"][..],
            &["Joint counter-terrorism", "drill of the two armies"][..],
        ),
    ];
    let mut items: Vec<Item> = above.iter().flat_map(|flag| flag.items(172.0)).collect();
    let below = flag(
        81.2,
        209.0,
        Anchor::Start,
        PURPLE,
        "2010",
        &["Intergovernmental", "Committee founded"][..],
        &["For trade, economic, scientific", "and technical cooperation"][..],
    );
    items.extend(below.items(199.0));
    items
}
