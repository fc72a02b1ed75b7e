//! Scripts beyond the bundled faces: right to left in all formats, fonts given, fonts broken.

use crate::folder::Folder;
use annals::options::SvgText;
use annals::text::Face;
use annals::{Error, Event, FigureOptions, Format, RenderOptions, compose, render};
use std::fs;
use std::process::{Command, Output};
use std::sync::Arc;

const HEBREW: &str = "אבגדהוזחטיכלמםנןסעפףצץקרשת־";
const NAME: &str = "הסכם שלום";
const DETAIL: &str = "נחתם ב־26 (Camp David) במרץ";

fn events() -> Vec<Event> {
    let event = |date: &str, name: &str| Event::new(date.parse().unwrap(), name);
    let first = Event { detail: Some(DETAIL.into()), ..event("1979-03-26", NAME) };
    vec![first, event("1990", "Treaty (שלום) kept"), event("2000", "Plain")]
}

fn face(data: Vec<u8>) -> Option<Arc<Face>> {
    Face::new(Arc::new(data), 0).map(Arc::new)
}

fn faces() -> Vec<Arc<Face>> {
    [400, 700]
        .map(|weight| face(crate::remapped_font::font("Test Hebrew", weight, HEBREW)).unwrap())
        .into()
}

/// Options with these faces.
fn with(faces: &[Arc<Face>]) -> FigureOptions {
    FigureOptions { faces: faces.to_vec(), ..FigureOptions::default() }
}

fn drawn(format: Format, faces: &[Arc<Face>], how: &RenderOptions) -> Vec<u8> {
    let options = with(faces);
    let (figure, _) = compose(&events(), &options).unwrap();
    render(&figure, format, how).unwrap()
}

fn svg(how: &RenderOptions) -> String {
    String::from_utf8(drawn(Format::Svg, &faces(), how)).unwrap()
}

/// The line of an SVG that has all of `parts`.
fn line<'a>(svg: &'a str, parts: &[&str]) -> &'a str {
    let has = |line: &&str| parts.iter().all(|part| line.contains(part));
    svg.lines().find(has).unwrap_or_else(|| panic!("no line has {parts:?} in {svg}"))
}

#[test]
fn characters_without_a_face_are_named_with_the_remedy() {
    let told = |faces: &[Arc<Face>]| {
        let (_, notes) = compose(&events(), &with(faces)).unwrap();
        notes.into_iter().map(|note| note.to_string()).collect::<Vec<_>>().join("\n")
    };
    let words = told(&[]);
    assert!(words.contains("ה (U+05D4)") && words.contains("`font FILE` or `system-fonts`"));
    let searched = FigureOptions { has_system_faces: true, ..with(&[]) };
    let (_, notes) = compose(&events(), &searched).unwrap();
    assert!(!notes[0].to_string().contains("system-fonts"), "{}", notes[0]);
    let hindi = FigureOptions { locale: "hi".parse().ok(), ..searched };
    let refused = compose(&events(), &hindi).err().unwrap().to_string();
    assert!(refused.contains("`font`") && !refused.contains("system-fonts"), "{refused}");
    assert_eq!(told(&faces()), "");
    let some = [face(crate::remapped_font::font("Some", 400, &HEBREW.replace('ש', ""))).unwrap()];
    assert!(told(&some).contains("no font given has a glyph for ש (U+05E9); boxes"));
}

fn live() -> RenderOptions {
    RenderOptions { svg_text: SvgText::Live, ..RenderOptions::default() }
}

#[test]
fn live_text_is_logical_with_its_direction_and_ends_where_it_was_measured() {
    let svg = svg(&live());
    let name = line(&svg, &["<text", NAME]);
    // The label hangs on its pole by its left end, which is where reading ends.
    assert!(name.contains(" direction=\"rtl\" text-anchor=\"end\""), "{name}");
    assert!(name.contains("-f3, &apos;Test Hebrew&apos;, sans-serif\""), "{name}");
    assert!(name.contains(" textLength=\"") && name.contains("spacingAndGlyphs"), "{name}");
    let mixed = line(&svg, &["<text", "Treaty ("]);
    assert!(!mixed.contains("direction") && mixed.contains("Treaty (<tspan font-family="));
    assert!(mixed.contains(">שלום</tspan>) kept</text>"), "{mixed}");
    let plain = line(&svg, &["<text", ">Plain<"]);
    assert!(!plain.contains("font-family") && plain.contains("lengthAdjust=\"spacing\""));
    assert!(svg.contains(" direction=\"ltr\""), "the page may run the other way");
}

#[test]
fn a_subset_is_embedded_for_each_face_in_use_and_has_no_name() {
    let svg = svg(&live());
    let embedded: Vec<&str> =
        svg.lines().filter(|line| line.contains("@font-face")).map(str::trim).collect();
    let families: Vec<&str> =
        embedded.iter().filter_map(|line| line.split(['{', ';']).nth(1)).collect();
    let is_own = |family: &&&str| !family.ends_with("-f2") && !family.ends_with("-f3");
    assert_eq!((families.len(), families.iter().filter(is_own).count()), (4, 2), "{families:?}");
    assert!(families.iter().all(|family| family.starts_with("font-family:Annals ")));
}

#[test]
fn without_faces_of_other_scripts_nothing_of_this_is_written() {
    let (figure, _) = compose(&events()[2..], &FigureOptions::default()).unwrap();
    let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
    let svg = String::from_utf8(svg).unwrap();
    assert!(!svg.contains("direction") && !svg.contains("tspan") && !svg.contains("Glyphs"));
}

#[test]
fn outlines_stand_in_the_order_of_sight() {
    let svg = svg(&RenderOptions::default());
    assert!(!svg.contains("@font-face") && svg.contains("<use "));
    let name = line(&svg, &["<text", NAME]);
    assert!(name.contains("fill-opacity=\"0\"") && name.contains("direction=\"rtl\""), "{name}");
    assert!(name.contains("font-family=\"&apos;Test Hebrew&apos;, sans-serif\""), "{name}");
}

#[test]
fn every_format_shows_the_letters_and_is_the_same_each_time() {
    for format in Format::ALL {
        let first = drawn(format, &faces(), &RenderOptions::default());
        assert!(first == drawn(format, &faces(), &RenderOptions::default()), "{format:?} differs");
        assert!(first != drawn(format, &[], &RenderOptions::default()), "{format:?} has boxes");
    }
}

#[test]
fn a_figure_of_right_to_left_names_stands_as_any_other() {
    let (figure, _) = compose(&events(), &with(&faces())).unwrap();
    for event in &figure.events {
        for text in &event.lines {
            let rect = text.rect();
            let is_inside = rect.x0 >= event.label.x0 && rect.x1 <= event.label.x1;
            assert!(is_inside, "{:?} leaves its label", text.line.text);
        }
        let ends = |end: fn(&annals::figure::Text) -> i32| {
            let ends: Vec<i32> = event.lines.iter().map(end).collect();
            ends.iter().all(|one| one.abs_diff(ends[0]) <= 1)
        };
        let is_aligned =
            ends(annals::figure::Text::left) || ends(|text| text.left() + text.line.width);
        assert!(is_aligned, "{} is ragged on both sides", event.title);
    }
}

#[test]
fn broken_fonts_are_refused_or_drawn_but_never_a_panic() {
    let sound = crate::remapped_font::font("Test Hebrew", 400, HEBREW);
    let (mut refused, mut used) = (0, 0);
    for place in (0..sound.len()).step_by(sound.len() / 150) {
        let mut data = sound.clone();
        data[place..(place + 8).min(sound.len())].iter_mut().for_each(|byte| *byte ^= 0xA5);
        let Some(face) = face(data) else {
            refused += 1;
            continue;
        };
        used += 1;
        for format in Format::ALL {
            let made = compose(&events(), &with(std::slice::from_ref(&face)))
                .and_then(|(figure, _)| render(&figure, format, &RenderOptions::default()));
            assert!(matches!(made, Ok(_) | Err(Error::Options(_))), "{place}: {:?}", made.err());
        }
    }
    assert!(refused + used > 100 && used > 50, "{refused} refused, {used} used");
}

fn annals(folder: &Folder, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    let Output { status, stderr, .. } =
        command.current_dir(&folder.0).args(args).output().expect("the command runs");
    (status.code(), String::from_utf8(stderr).unwrap())
}

#[test]
fn fonts_are_named_on_the_command_line_or_beside_the_options() {
    let folder = Folder::new("fonts");
    folder.file("t.csv", &format!("date,title\n1979,{NAME}\n"));
    fs::create_dir(folder.0.join("style")).unwrap();
    fs::write(folder.0.join("style/a.ttf"), crate::remapped_font::font("A", 400, HEBREW)).unwrap();
    folder.file("style/options.toml", "font = 'a.ttf'\n");
    let (code, words) = annals(&folder, &["t.csv", "-o", "boxes.svg"]);
    assert!(code == Some(0) && words.contains("--font FILE"), "{words}");
    for args in [["--font", "style/a.ttf"], ["--config", "style/options.toml"]] {
        let (code, words) = annals(&folder, &["t.csv", "-o", "t.svg", args[0], args[1]]);
        assert_eq!((code, words.as_str()), (Some(0), ""));
        assert!(fs::read_to_string(folder.0.join("t.svg")).unwrap().contains("&apos;A&apos;"));
    }
}

/// The bundled face under another name, in letters that it has.
fn typeface(name: &str, weight: u16) -> Vec<u8> {
    crate::remapped_font::font(name, weight, "Plain1979")
}

#[test]
fn a_typeface_takes_the_place_of_the_built_in_one() {
    let folder = Folder::new("typeface");
    folder.file("t.csv", "date,title\n1979,Plain\n");
    fs::write(folder.0.join("r.ttf"), typeface("Mine", 400)).unwrap();
    fs::write(folder.0.join("b.ttf"), typeface("Mine", 700)).unwrap();
    folder.file("options.toml", "font-family = ['r.ttf', 'b.ttf']\n");
    let root = "font-family=\"&apos;Mine&apos;, sans-serif\"";
    for args in
        [&["--font-family", "b.ttf", "--font-family", "r.ttf"][..], &["--config", "options.toml"]]
    {
        let (code, words) = annals(&folder, &[&["t.csv", "-o", "t.svg"], args].concat());
        assert_eq!((code, words.as_str()), (Some(0), ""));
        assert!(fs::read_to_string(folder.0.join("t.svg")).unwrap().contains(root));
    }
    for (args, code, part) in [
        (["--font-family", "r.ttf"], 0, "the typeface has one weight"),
        (["--font", "r.ttf"], 0, "the font r.ttf is not used"),
        (["--font-family", "Mine"], 2, "\"Mine\" is no font file"),
    ] {
        let (exit, words) = annals(&folder, &["t.csv", "-o", "u.svg", args[0], args[1]]);
        assert!(exit == Some(code) && words.contains(part), "{args:?}: {words}");
    }
}

#[test]
fn what_is_no_font_is_refused_and_nothing_written() {
    let folder = Folder::new("no-fonts");
    folder.file("t.csv", "date,title\n1979,Plain\n");
    folder.file("bad.ttf", "no font");
    for (file, code, part) in [("bad.ttf", 2, "TrueType"), ("none.ttf", 3, "cannot read none.ttf")]
    {
        let (exit, words) = annals(&folder, &["t.csv", "-o", "t.svg", "--font", file]);
        assert!(exit == Some(code) && words.contains(file) && words.contains(part), "{words}");
    }
    assert_eq!(folder.names(), ["bad.ttf", "t.csv"]);
}
