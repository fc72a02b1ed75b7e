//! Themes, signs and colours of categories, and sizes, from the command line to the picture.

use crate::folder::Folder;
use annals::options::{Legend, ThemeChoice};
use annals::{FigureOptions, ReadOptions, compose, read_table};
use std::fs;
use std::process::{Command, Stdio};

const TABLE: &str = "date,title,category\n2009,First,A\n2011-05-06,Second,B\n2013-02,Third,C\n";

/// The picture and what was said, after checking the exit code.
fn run(folder: &Folder, args: &[&str], code: i32) -> (Vec<u8>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    let output = command.current_dir(&folder.0).stdin(Stdio::null()).args(args).output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {words}");
    (output.stdout, words)
}

fn svg(folder: &Folder, args: &[&str]) -> String {
    String::from_utf8(run(folder, args, 0).0).unwrap()
}

fn told(folder: &Folder, args: &[&str], code: i32) -> String {
    run(folder, args, code).1
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("t.csv", TABLE);
    folder
}

/// A table of one event for each letter.
fn letters(letters: &str) -> String {
    let rows: Vec<String> = letters
        .chars()
        .zip(0..)
        .map(|(letter, year)| format!("20{year:02}-03-04,Event {letter},{letter}\n"))
        .collect();
    format!("date,title,category\n{}", rows.concat())
}

#[test]
fn each_theme_has_its_ground_and_its_colours() {
    let folder = Folder::new("themes");
    folder.file(
        "t.csv",
        "date,end,title,category\n2009,,First,A\n2011-05-06,2012,Second,B\n2013-02,,Third,C\n",
    );
    for (theme, ground, first) in [
        ("light", "#ffffff", "#035bc2"),
        ("dark", "#15191d", "#6dabff"),
        ("print", "#ffffff", "#1c1c1c"),
    ] {
        let svg = svg(&folder, &["t.csv", "--theme", theme]);
        let rest = svg.split("class=\"background\" width=\"624\"").nth(1).unwrap();
        assert!(rest.split('>').next().unwrap().contains(ground), "{theme}");
        assert!(svg.contains(&format!("fill=\"{first}\"")), "{theme}");
        assert_eq!(svg.contains("class=\"pattern\""), theme == "print");
        assert_eq!(svg.contains("class=\"separators\""), theme == "print");
        assert!(!svg.contains("prefers-color-scheme"), "{theme}");
    }
}

#[test]
fn by_night_every_colour_of_an_auto_figure_is_that_of_the_dark_one() {
    let folder = folder("auto");
    let args = |theme| ["t.csv", "--theme", theme, "--category", "B=#7a5c00"];
    let [light, dark, auto] = ["light", "dark", "auto"].map(|theme| svg(&folder, &args(theme)));
    let id = auto.split("<svg ").nth(1).and_then(|rest| rest.split("id=\"").nth(1)).unwrap();
    let id = id.split('"').next().unwrap();
    let style = auto.split("@media (prefers-color-scheme:dark){").nth(1).expect("a query");
    let style = style.split("</style>").next().unwrap().replace("&apos;", "'");
    // Attributes by day are those of the light figure.
    let colours = |svg: &str| -> Vec<(String, String)> {
        let body = svg.split("</style>").last().unwrap();
        let attribute = |name: &'static str| {
            let parts = body.split(&format!(" {name}=\"")).skip(1).map(str::to_owned).collect();
            let parts: Vec<String> = parts;
            parts.into_iter().map(move |rest| (name.to_owned(), rest[..7].to_owned()))
        };
        attribute("fill").chain(attribute("stroke")).filter(|(_, c)| c.starts_with('#')).collect()
    };
    let (day, night) = (colours(&auto), colours(&dark));
    assert_eq!(day, colours(&light));
    assert_eq!(day.len(), night.len());
    for ((name, day), (_, night)) in day.iter().zip(&night) {
        let rule = format!("#{id} [{name}='{day}']{{{name}:{night}}}");
        assert!(style.contains(&rule), "{rule} is not in {style}");
    }
    // What cannot ask its reader is light.
    for format in ["png", "pdf"] {
        let [light, auto] = ["light", "auto"]
            .map(|theme| run(&folder, &["t.csv", "--theme", theme, "-f", format], 0).0);
        assert!(light == auto, "{format}");
    }
}

#[test]
fn without_a_background_the_ground_is_left_out() {
    let folder = folder("ground");
    assert!(!svg(&folder, &["t.csv", "--background", "none"]).contains("class=\"background\""));
    assert!(svg(&folder, &["t.csv", "--background", "#fff1e5"]).contains("fill=\"#fff1e5\""));
    let colour_type = |args: &[&str]| run(&folder, &[args, &["-f", "png"]].concat(), 0).0[25];
    assert_eq!(colour_type(&["t.csv", "--background", "none"]), 6, "RGBA");
    assert_ne!(colour_type(&["t.csv"]), 6);
}

#[test]
fn what_cannot_be_read_or_is_not_there_is_refused() {
    let folder = folder("refused");
    folder.file("house.toml", "[sizes]\ntitel = 20\n\n[colours]\nink = '#ddd'\n");
    folder.file("fonts.toml", "[fonts]\nregular = 't.csv'\n");
    folder.file("c.toml", "\ntheme = 'dark'\n  legnd = 'none'\n");
    folder.file("d.toml", "[category]\nA = 'teel'\n");
    let cases: &[(&[&str], &str, i32)] = &[
        (&["--theme", "neon"], "light, dark, print, auto", 2),
        (&["--theme", "no.toml"], "cannot read no.toml", 3),
        (
            &["--theme", "house.toml"],
            "house.toml:2:1: there is no key \"titel\"; did you mean title?",
            2,
        ),
        (&["--theme", "house.toml"], "house.toml:5:7: colours.ink: #dddddd on #ffffff", 2),
        (&["--theme", "fonts.toml"], "t.csv: this is not a font", 2),
        (&["--background", "pink"], "#fff1e5", 2),
        (&["--background", "#333"], "cannot be read on --background #333333", 2),
        (&["--background", "#fff", "--theme", "auto"], "leave out --background", 2),
        (&["--category", "A"], "Trade=teal", 2),
        (&["--category", "A=teel"], "blue, amber, purple", 2),
        (&["--legend", "maybe"], "auto, always, none", 2),
        (
            &["--config", "c.toml"],
            "c.toml:3:3: there is no option \"legnd\"; did you mean legend?",
            2,
        ),
        (&["--config", "d.toml"], "d.toml:2:5: unknown colour; choose blue", 2),
    ];
    for (args, part, code) in cases {
        let words = told(&folder, &[&["t.csv"], *args].concat(), *code);
        assert!(words.contains(part), "{args:?}: {words}");
    }
}

#[test]
fn categories_keep_the_colours_that_the_config_gives_them() {
    let folder = Folder::new("fixed");
    folder.file("a.csv", &letters("ABC"));
    folder.file("b.csv", &letters("CXA"));
    folder.file("c.toml", "[category]\nA = 'crimson'\nC = '#7a5c00'\n");
    let key = |svg: &str, name: &str| {
        let legend = svg.split("class=\"legend\"").nth(1).unwrap();
        let before = legend.split(&format!(">{name}</text>")).next().unwrap();
        let circle = before.rsplit("class=\"key\"").next().unwrap();
        circle.split("fill=\"").nth(1).unwrap()[..7].to_owned()
    };
    let [a, b] = ["a.csv", "b.csv"].map(|table| svg(&folder, &[table, "--config", "c.toml"]));
    for svg in [&a, &b] {
        assert_eq!((key(svg, "A"), key(svg, "C")), ("#b30115".into(), "#7a5c00".into()));
    }
    assert_eq!((key(&a, "B"), key(&b, "X")), ("#035bc2".into(), "#035bc2".into()));
    let flag = svg(&folder, &["a.csv", "--config", "c.toml", "--category", "A=blue"]);
    assert_eq!((key(&flag, "A"), key(&flag, "C")), ("#035bc2".into(), "#7a5c00".into()));
}

#[test]
fn colours_that_do_not_serve_are_changed_or_told() {
    let folder = folder("poor");
    let words = |args: &[&str]| told(&folder, &[&["t.csv", "-o", "t.svg"], args].concat(), 0);
    let pale = words(&["--category", "A=#ffeb3b"]);
    assert!(pale.contains("\"A\" is drawn in #") && pale.contains("1.2:1 only"), "{pale}");
    let near = ["--category", "A=#a03030", "--category", "B=#a04030"];
    assert!(words(&near).contains("--shapes adds another sign"));
    assert_eq!(words(&[&near[..], &["--shapes"]].concat()), "");
    assert_eq!(words(&["--category", "A=#7a5c00"]), "");
}

#[test]
fn the_seventh_category_and_those_after_it_stand_together_by_name() {
    let folder = Folder::new("seven");
    folder.file("t.csv", &letters("ABCDEFGH"));
    folder.file("s.csv", &letters("ABCDEF"));
    let words = told(&folder, &["t.csv", "-o", "t.svg"], 0);
    assert!(words.contains("\"G\", \"H\" share the grey of \"Other\""), "{words}");
    assert!(svg(&folder, &["t.csv"]).contains(">Other</text>"));
    let named = svg(&folder, &["t.csv", "--other", "Sonstige"]);
    assert!(named.contains(">Sonstige</text>") && !named.contains(">Other</text>"));
    assert!(!svg(&folder, &["s.csv"]).contains(">Other</text>"));
    assert_eq!(told(&folder, &["s.csv", "-o", "s.svg"], 0), "");
}

#[test]
fn a_legend_is_there_when_it_helps_or_is_asked_for() {
    let folder = folder("legend");
    folder.file("one.csv", "date,title,category\n2009,First,A\n2011,Second,A\n");
    let has = |args: &[&str]| svg(&folder, args).contains("class=\"legend\"");
    assert!(has(&["t.csv"]) && !has(&["one.csv"]));
    assert!(!has(&["t.csv", "--legend", "none"]) && has(&["one.csv", "--legend", "always"]));
}

#[test]
fn shapes_tell_what_colours_tell() {
    let folder = Folder::new("shapes");
    folder.file("t.csv", &letters("ABCDEF"));
    let plain = svg(&folder, &["t.csv"]);
    let shaped = svg(&folder, &["t.csv", "--shapes"]);
    let markers = |svg: &str| -> Vec<String> {
        let element = |line: &str| line.trim().split(' ').next().unwrap_or_default().to_owned();
        svg.lines().filter(|line| line.contains("class=\"marker\"")).map(element).collect()
    };
    assert!(markers(&plain).iter().all(|element| element == "<circle"));
    let circles = markers(&shaped).iter().filter(|element| *element == "<circle").count();
    assert_eq!((markers(&shaped).len(), circles), (6, 1));
    let print = svg(&folder, &["t.csv", "--theme", "print"]);
    assert_eq!(markers(&print), markers(&shaped), "print has shapes unless told otherwise");
    assert_eq!(markers(&svg(&folder, &["t.csv", "--theme", "print", "--shapes=false"])).len(), 6);
    folder.file("t.toml", "shapes = true\n");
    assert_eq!(folder.names(), ["t.csv", "t.toml"], "pictures went to standard output");
    assert_eq!(markers(&svg(&folder, &["t.csv"])), markers(&shaped));
    assert_eq!(markers(&svg(&folder, &["t.csv", "--shapes=false"])), markers(&plain));
}

#[test]
fn a_house_style_changes_colours_sizes_and_faces() {
    let folder = folder("house");
    fs::create_dir(folder.0.join("styles")).unwrap();
    let font = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/font/SourceSans3-SemiBold.ttf");
    fs::copy(font, folder.0.join("styles/own.ttf")).unwrap();
    fs::write(
        folder.0.join("styles/house.toml"),
        "base = 'light'\n[colours]\nground = '#fff1e5'\ncategories = ['#0d7680', '#990f3d']\n\
         [ruler]\nline = '#ccc1b7'\n[sizes]\ntitle = 24\n[spacing]\nmargin = 20\n\
         [fonts]\nregular = 'own.ttf'\n",
    )
    .unwrap();
    fs::write(folder.0.join("styles/o.toml"), "title = 'T'\ntheme = 'house.toml'\n").unwrap();
    // The style lies beside the config that names it, the face beside the style.
    let styled = svg(&folder, &["t.csv", "--config", "styles/o.toml"]);
    for part in ["#fff1e5", "#0d7680", "#990f3d", "#ccc1b7", "font-size=\"24\"", "<text x=\"20\""] {
        assert!(styled.contains(part), "{part}");
    }
    let width = |svg: &str| {
        let text = svg.split(">2011<").next().unwrap().rsplit("textLength=\"").next().unwrap();
        text.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    assert!(width(&styled) > width(&svg(&folder, &["t.csv"])), "the ruler is set in the own face");
    for format in ["png", "pdf"] {
        run(&folder, &["t.csv", "--config", "styles/o.toml", "-f", format], 0);
    }
}

#[test]
fn a_subtitle_that_names_all_categories_is_their_legend() {
    let table = include_bytes!("../../data/pakistan-russia.csv").as_slice();
    let events = read_table(table, &ReadOptions::default()).unwrap().events;
    let drawn = |subtitle: &str, legend: Option<Legend>, theme: Option<ThemeChoice>| {
        let subtitle = Some(subtitle.to_owned());
        compose(&events, &FigureOptions { subtitle, legend, theme, ..FigureOptions::default() })
            .unwrap()
            .0
    };
    let all = "Turning points in trade, diplomacy, energy and military ties";
    let keyed = drawn(all, None, None);
    let hue = |name: &str| {
        let event = keyed.events.iter().find(|event| event.title.contains(name)).unwrap();
        event.hue.text
    };
    let word = |word: &str| keyed.heading.iter().find(|text| text.line.text == word).unwrap();
    assert_eq!(keyed.legend.len(), 0);
    assert_eq!(word("trade").colour, hue("Bilateral trade"));
    assert_eq!(word("energy").colour, hue("CASA-1000"));
    // Together they are the line that they were, each behind the other.
    assert!(keyed.heading.windows(2).all(|pair| pair[0].rect().x1 <= pair[1].rect().x0));
    for (subtitle, legend, theme) in [
        ("Trade, diplomacy and energy", None, None),
        (all, Some(Legend::Always), None),
        (all, None, Some(ThemeChoice::Print)),
    ] {
        let figure = drawn(subtitle, legend, theme);
        assert_eq!((figure.legend.len(), figure.heading.len()), (4, 1), "{subtitle}");
    }
    assert_eq!(drawn(all, Some(Legend::None), None).legend.len(), 0);
}

/// Hollow means uncertain, however many events share a mark.
#[test]
fn what_many_share_is_not_hollow_in_print() {
    let folder = Folder::new("piled");
    let rows: String = (0..9).map(|n| format!("2010-03-04,Event {n},{}\n", n % 3)).collect();
    folder.file("t.csv", &format!("date,title,category\n{rows}2019-01-01,Last,0\n"));
    let svg = svg(&folder, &["t.csv", "--theme", "print"]);
    let markers = svg.lines().filter(|line| line.contains("class=\"marker\""));
    assert!(markers.clone().count() == 10);
    assert!(markers.clone().all(|marker| !marker.contains("fill=\"#ffffff\"")), "{svg}");
}

#[test]
fn colours_of_events_that_are_unknown_are_told() {
    let notes = |cells: [&str; 3]| {
        let [a, b, c] = cells;
        let text = format!("date,title,color\n2009,First,{a}\n2011,Second,{b}\n2013,Third,{c}\n");
        let events = read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events;
        let notes = compose(&events, &FigureOptions::default()).unwrap().1;
        notes.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(notes(["blue", "#7a5c00", ""]), [""; 0]);
    let one = notes(["bleu", "blue", "bleu"]);
    assert!(one[0].starts_with("\"bleu\" in the column of colours is not used: "), "{one:?}");
    let two = notes(["bleu", "#12", "blue"]);
    assert!(two[0].contains("\"#12\" and 1 more in the column of colours are"), "{two:?}");
}
