//! Draws sheets of rulers alone, from milliseconds to billions of years, to be looked at:
//!
//! `cargo run --example rulers -- FOLDER` writes one PNG for each width.

#![allow(clippy::print_stderr, reason = "what cannot be drawn is said")]

use annals::date::{Bound, Date, Instant, Precision};
use annals::draw::{Anchor, Item, Outline, Picture, Text, draw};
use annals::geometry::{PX, Point, Size, Sub, px};
use annals::options::{DateOptions, Length};
use annals::render::{RenderOptions, encode};
use annals::settings::{Converted, Settings};
use annals::{Event, FigureOptions, Format, compose};
use std::error::Error;
use std::path::Path;

/// First and last date of each domain.
const DOMAINS: [(&str, &str); 36] = [
    ("2010-03-12T14:05:09.250", "2010-03-12T14:05:09.270"),
    ("2010-03-12T14:05:09.0", "2010-03-12T14:05:09.9"),
    ("2010-03-12T14:05:09.0", "2010-03-12T14:05:14.1"),
    ("2010-03-12T14:05:09", "2010-03-12T14:05:53"),
    ("2010-03-12T14:05Z", "2010-03-12T14:14Z"),
    ("2010-03-12T09:10", "2010-03-12T12:10"),
    ("2010-03-12T22:40", "2010-03-13T03:05"),
    ("2010-03-12T00:03", "2010-03-12T23:50"),
    ("2010-03-12T11:00", "2010-03-15T09:00"),
    ("2010-02-25", "2010-03-06"),
    ("2010-03-01", "2010-03-31"),
    ("2010-03-12", "2010-05-09"),
    ("2010-11-03", "2011-03-27"),
    ("2010-01-05", "2010-12-20"),
    ("2010-03-12", "2011-06-12"),
    ("2010-03", "2013-02"),
    ("2010-03-12", "2013-02-12"),
    ("2010-03-12", "2016-02-12"),
    ("2009", "2021"),
    ("2009-04-01", "2021-07-01"),
    ("1991-02-20", "2024-10-07"),
    ("1945", "2020"),
    ("1874", "2023"),
    ("1607", "2010"),
    ("0014", "0068"),
    ("-0008", "0006"),
    ("-0499", "0500"),
    ("-2999", "2000"),
    ("-9999", "2000"),
    ("age:12.4", "age:1.2"),
    ("age:45", "age:0"),
    ("age:2000", "age:12"),
    ("age:66000", "age:2580"),
    ("age:601000", "age:66000"),
    ("age:4540000", "age:12"),
    ("age:13800000", "age:300"),
];
const INCHES: [f64; 3] = [3.35, 6.5, 13.0];
const STEP: Sub = 62 * PX;

/// Rulers as asked for: first and last date, and the options in TOML.
const ASKED: [(&str, &str, &str); 11] = [
    ("2010-01-04", "2010-03-30", "ticks = 'week'\nweek-start = 'sunday'"),
    ("2010-10-04", "2012-09-20", "ticks = 'quarter'\nfiscal-start = 'oct'"),
    ("2008-10-04", "2014-09-20", "fiscal-start = 'apr'"),
    ("2009-02-01", "2012-11-01", "ticks = 'half'"),
    ("1911", "1999", "ticks = 'decade'"),
    ("-0399", "0800", "ticks = 'century'"),
    ("2010-03-12T22:40Z", "2010-03-13T03:05Z", "tz = '+05:00'"),
    ("0985", "1507", "break = '1030..1480'"),
    ("2010-01-05", "2020-11-20", "break = ['2011..2015', '2016..2019']"),
    ("age:13800000", "age:12", "scale = 'log'"),
    ("age:300", "age:0.2", "scale = 'log'"),
];

/// A date; `age:12` is 12 ka before 1950.
fn date(text: &str, options: &DateOptions) -> Result<Date, Box<dyn Error>> {
    let Some(age) = text.strip_prefix("age:") else {
        return Ok(Date::parse(text, options)?);
    };
    let year = 1950 - (age.parse::<f64>()? * 1000.0) as i64;
    let at = Instant::from_civil(year, 1, 1).map_or(Bound::Unknown, Bound::At);
    let precision = if year < -1_000_000 { Precision::Ma } else { Precision::Ka };
    let template: Date = "2000".parse()?;
    Ok(Date { lo: at, hi: at, precision, written: text.to_owned(), ..template })
}

/// The items of the ruler alone, moved so that its top is at `top`.
fn ruler([from, to, asked]: [&str; 3], width: Sub, top: Sub) -> Result<Vec<Item>, Box<dyn Error>> {
    let Converted { read, figure: options, .. } =
        Settings::from_toml("options", asked)?.convert()?;
    let options = FigureOptions { width: Some(Length(width)), ..options };
    let [from_date, to_date] = [date(from, &read.dates)?, date(to, &read.dates)?];
    let events = [Event::new(from_date, "A"), Event::new(to_date, "B")];
    let figure = match compose(&events, &options) {
        Ok((figure, _)) => figure,
        Err(error) => {
            eprintln!("{from} to {to}, {asked}, at {} px: {error}", width / PX);
            return Ok(Vec::new());
        }
    };
    let dy = top - figure.ruler.rect.y0;
    let mut class = "";
    let mut items = Vec::new();
    for item in draw(&figure).items {
        match item {
            Item::Open(group) => class = group.class,
            Item::Close => class = "",
            _ if class != "axis" && class != "break" => {}
            Item::Text(text) => items.push(Item::Text(text.lowered(dy))),
            Item::Shape(mut shape) => {
                shape.outline = lowered(shape.outline, dy);
                items.push(Item::Shape(shape));
            }
        }
    }
    let words = format!("{from} to {to}  {}", asked.replace('\n', ", "));
    let line = figure.fonts.line(&words, figure.sizes.source.style);
    let at = Point::new(figure.ruler.rect.x0, top - 4 * PX);
    items.push(Item::Text(Text { at, anchor: Anchor::Start, line, colour: figure.theme.muted }));
    Ok(items)
}

fn lowered(outline: Outline, dy: Sub) -> Outline {
    let all = |points: Vec<Point>| points.into_iter().map(|p| Point::new(p.x, p.y + dy)).collect();
    match outline {
        Outline::Rect(rect) => Outline::Rect(rect.shifted(0, dy)),
        Outline::Polyline(points) => Outline::Polyline(all(points)),
        Outline::Polygon(points) => Outline::Polygon(all(points)),
        other @ (Outline::Circle { .. } | Outline::Lines(_)) => other,
    }
}

fn sheet(width: Sub) -> Result<Picture, Box<dyn Error>> {
    let options = FigureOptions::default();
    let figure = compose(&[Event::new("2000".parse()?, "A")], &options)?.0;
    let mut picture = draw(&figure);
    picture.items.clear();
    let chosen = DOMAINS.map(|(from, to)| [from, to, ""]);
    let asked = ASKED.map(|(from, to, asked)| [from, to, asked]);
    let mut top = STEP / 2;
    for what in chosen.into_iter().chain(asked) {
        let items = ruler(what, width, top)?;
        top += if items.is_empty() { 0 } else { STEP };
        picture.items.extend(items);
    }
    picture.size = Size::new(width, top);
    Ok(picture)
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder to write to")?;
    for inches in INCHES {
        let how = RenderOptions { dpi: 144.0, ..RenderOptions::default() };
        let png = encode(&sheet(px(inches * 96.0))?, Format::Png, &how)?;
        std::fs::write(Path::new(&folder).join(format!("rulers-{inches}.png")), png)?;
    }
    Ok(())
}
