//! Contrast of every text with everything that it stands on, by WCAG 2.2, in all themes.

use crate::gallery::{ROOT, files};

use annals::draw::{Item, Outline, Picture, Shape, draw};
use annals::geometry::{Axis, Point, Rect, Sub};
use annals::options::{Background, Effort, LabelStyle, ThemeChoice};
use annals::theme::Colour;
use annals::{Event, FigureOptions, ReadOptions, compose, read_table};

/// What text of any size needs (1.4.3).
const LEAST: f64 = 4.5;
/// Places along a line of text, and across it, whose grounds are looked at.
const ALONG: Sub = 24;
const ACROSS: Sub = 4;

fn events(path: &str) -> Vec<Event> {
    let text = std::fs::read(std::path::Path::new(ROOT).join(path)).unwrap();
    let mut events = read_table(&*text, &ReadOptions::default()).unwrap().events;
    // Colours do not depend on how many there are.
    events.truncate(40);
    events
}

fn is_in_polygon(corners: &[Point], at: Point) -> bool {
    let mut is_inside = false;
    for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, at.x, at.y].map(f64::from);
        if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
            is_inside = !is_inside;
        }
    }
    is_inside
}

/// Whether a shape is painted inside at a point.
fn covers(shape: &Shape, at: Point) -> bool {
    match &shape.outline {
        Outline::Rect(rect) => {
            (rect.x0..rect.x1).contains(&at.x) && (rect.y0..rect.y1).contains(&at.y)
        }
        Outline::Polygon(corners) => is_in_polygon(corners, at),
        Outline::Circle { centre, radius } => {
            let [dx, dy] = [at.x - centre.x, at.y - centre.y].map(i64::from);
            dx * dx + dy * dy < i64::from(*radius) * i64::from(*radius)
        }
        Outline::Polyline(_) | Outline::Lines(_) => false,
    }
}

/// The colours under a line of text, as far as `before` it something is painted.
fn grounds(rect: Rect, before: &[Item], picture: &Picture) -> Vec<Colour> {
    let shapes = before.iter().rev().filter_map(|item| match item {
        Item::Shape(shape) => shape.fill.map(|fill| (shape, fill)),
        _ => None,
    });
    let shapes: Vec<(&Shape, Colour)> = shapes.collect();
    let mut found = Vec::new();
    for place in 0..ALONG * ACROSS {
        let (along, across) = (place / ACROSS, place % ACROSS);
        let at = Point::new(
            rect.x0 + (rect.x1 - rect.x0) * (2 * along + 1) / (2 * ALONG),
            rect.y0 + (rect.y1 - rect.y0) * (2 * across + 1) / (2 * ACROSS),
        );
        let top = shapes.iter().find(|(shape, _)| covers(shape, at));
        let ground = top.map_or(picture.theme.ground, |(_, fill)| *fill);
        if !found.contains(&ground) {
            found.push(ground);
        }
    }
    found
}

/// The texts of a picture that are too faint, and how many grounds were looked at.
fn faint(picture: &Picture) -> (Vec<String>, usize) {
    let (mut faint, mut many) = (Vec::new(), 0);
    for (index, item) in picture.items.iter().enumerate() {
        let Item::Text(text) = item else { continue };
        for ground in grounds(text.rect(), &picture.items[..index], picture) {
            many += 1;
            let contrast = text.colour.contrast(ground);
            if contrast < LEAST {
                let words = &text.line.text;
                faint.push(format!("{words:?}: {} on {ground}: {contrast:.2}", text.colour));
            }
        }
    }
    (faint, many)
}

/// Draws all tables in a theme, and some in every form and direction.
fn look_at(theme: &ThemeChoice, background: Option<Background>) {
    let tables = files("data/gallery", ".csv");
    let forms = LabelStyle::ALL.map(|style| (Some(style.0), None));
    let mut tried = 0;
    let mut failed = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        let events = events(table);
        let mut looks = vec![(None, None)];
        if number % 8 == 3 && background.is_none() {
            looks.extend(forms);
            looks.push((None, Some(Axis::Vertical)));
        }
        for (style, orientation) in looks {
            let options = FigureOptions {
                style,
                orientation,
                background,
                theme: Some(theme.clone()),
                shapes: Some(number % 2 == 1),
                effort: Some(Effort::Fast),
                ..FigureOptions::default()
            };
            let Ok((figure, _)) = compose(&events, &options) else { continue };
            let (faint, many) = faint(&draw(&figure));
            tried += many;
            failed.extend(
                faint.iter().map(|text| format!("{table} {style:?} {orientation:?}: {text}")),
            );
        }
    }
    assert!(tried > 1000, "{tried} grounds");
    assert!(failed.is_empty(), "{} too faint:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn texts_are_read_on_what_they_stand_on_by_day() {
    look_at(&ThemeChoice::Light, None);
}

#[test]
fn texts_are_read_on_what_they_stand_on_by_night() {
    look_at(&ThemeChoice::Dark, None);
}

#[test]
fn texts_are_read_on_what_they_stand_on_in_print() {
    look_at(&ThemeChoice::Print, None);
}

#[test]
fn texts_are_read_on_a_ground_of_ones_own() {
    look_at(&ThemeChoice::Light, Some(Background::Colour(Colour::hex(0xFF_F1_E5))));
}
