//! The pictures in `output/` are what the commands of `docs/gallery.md` draw, and those of `docs/languages.md`.
//!
//! After a change that is meant to be seen, look at the three panels that the failed test names
//! (expected, difference, actual), then accept what is drawn now:
//! `ACCEPT=1 cargo test --test pictures golden`.

use crate::folder::Folder;
use crate::gallery::{PAGE, ROOT, commands, files, outputs};
use crate::languages::{codes, picture_of};
use crate::readback::picture;
use crate::triptych::{Image, decoded, three_panels};
use annals::Format;
use annals::render::{RenderOptions, encode};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// What to do about a picture that differs.
const HINT: &str = "if it is meant, accept it: ACCEPT=1 cargo test --test pictures golden";

/// A picture: its path below the root, what is kept there and what is drawn now.
struct Pair {
    path: String,
    kept: Vec<u8>,
    drawn: Vec<u8>,
}

/// All pictures that the commands of the page draw. If asked to accept, they are kept first.
static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let folder = Folder::new("gallery");
    for made in ["data/gallery", "output/gallery", "data/languages", "output/languages"] {
        fs::create_dir_all(folder.0.join(made)).unwrap();
    }
    for kind in [".csv", ".toml"] {
        let folders = ["data", "data/gallery", "data/languages"];
        for file in folders.iter().flat_map(|folder| files(folder, kind)) {
            fs::copy(Path::new(ROOT).join(&file), folder.0.join(&file)).unwrap();
        }
    }
    let drawn = commands(PAGE).into_iter().flat_map(|command| draw(&folder, &command));
    let of_languages = codes().into_iter().flat_map(|code| {
        let path = picture_of(code);
        draw(&folder, &["data/languages/six.csv", "--locale", code, "-o", &path])
    });
    drawn.chain(of_languages).map(|(path, drawn)| pair(path, drawn)).collect()
});

/// Runs a command of the page; gives the path and the bytes of each picture.
fn draw(folder: &Folder, command: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut annals = Command::new(env!("CARGO_BIN_EXE_annals"));
    let output = annals.current_dir(&folder.0).args(command).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {printed}");
    // All that there is to note of these is what a height has no room for.
    let options = Path::new(ROOT).join(command[0]).with_extension("toml");
    let has_height = fs::read_to_string(options).unwrap().contains("height =");
    assert!(printed.lines().count() <= usize::from(has_height), "{command:?}: {printed}");
    let read = |path: String| {
        let bytes = fs::read(folder.0.join(&path)).unwrap();
        (path, bytes)
    };
    outputs(command).into_iter().map(read).collect()
}

fn pair(path: String, drawn: Vec<u8>) -> Pair {
    let place = Path::new(ROOT).join(&path);
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(&place, &drawn).unwrap();
    }
    Pair { kept: fs::read(place).unwrap_or_default(), path, drawn }
}

/// A document without the bytes of its fonts, which an update of their encoder changes.
fn without_fonts(svg: &[u8]) -> String {
    let text = String::from_utf8_lossy(svg);
    let parts = text.split("base64,");
    let drawing = parts.enumerate().map(|(n, part)| match part.find(')') {
        Some(end) if n > 0 => &part[end..],
        _ => part,
    });
    drawing.collect()
}

/// Whether both look the same. A PDF says nothing of its own: it has the drawing of the SVG.
fn looks_the_same(pair: &Pair) -> bool {
    match Path::new(&pair.path).extension().and_then(|end| end.to_str()) {
        Some("svg") => without_fonts(&pair.kept) == without_fonts(&pair.drawn),
        Some("png") => decoded(&pair.kept).is_ok_and(|kept| Ok(kept) == decoded(&pair.drawn)),
        _ => true,
    }
}

/// The pixels of a picture, those of an SVG by reading it back.
fn image(path: &str, bytes: &[u8]) -> Result<Image, String> {
    if path.ends_with(".png") {
        return decoded(bytes);
    }
    let picture = picture(&String::from_utf8_lossy(bytes))?;
    let options = RenderOptions { dpi: 192.0, ..RenderOptions::default() };
    decoded(&encode(&picture, Format::Png, &options).map_err(|error| error.to_string())?)
}

/// Leaves expected, difference and actual as one picture; gives its path, or why there is none.
fn triptych(pair: &Pair) -> Result<PathBuf, String> {
    let [kept, drawn] = [&pair.kept, &pair.drawn].map(|bytes| image(&pair.path, bytes));
    let panels = three_panels(&kept?, &drawn?);
    let name = pair.path.replace(['/', '.', ' '], "-") + ".png";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    fs::write(folder.join(&name), panels.encoded()).map_err(|error| error.to_string())?;
    Ok(folder.join(name))
}

#[test]
fn pictures_look_as_they_did() {
    let changed = PAIRS.iter().filter(|pair| !looks_the_same(pair));
    let report = changed.map(|pair| match triptych(pair) {
        Ok(panels) => format!("{}: see {}\n", pair.path, panels.display()),
        Err(why) => format!("{}: no panels: {why}\n", pair.path),
    });
    let report: String = report.collect();
    assert!(report.is_empty(), "pictures look different;\n{HINT}\n{report}");
}

/// Fails alone where an encoder has been updated: nothing looks different.
#[test]
fn fonts_and_files_are_encoded_as_they_were() {
    let same = PAIRS.iter().filter(|pair| looks_the_same(pair));
    let changed = same.filter(|pair| pair.kept != pair.drawn).map(|pair| &pair.path);
    let changed: Vec<&String> = changed.collect();
    assert!(changed.is_empty(), "encoded differently;\n{HINT}\n{changed:#?}");
}

#[test]
fn a_changed_picture_leaves_three_panels() {
    let live = "output/pakistan-russia-print.svg";
    let kept = fs::read_to_string(Path::new(ROOT).join(live)).unwrap();
    let path = "output/gallery/changed on purpose.svg".to_owned();
    let pair =
        |drawn: String| Pair { path: path.clone(), kept: kept.clone().into(), drawn: drawn.into() };
    let other_font = kept.replace("base64,d09GMg", "base64,d09GMh");
    assert!(other_font != kept && looks_the_same(&pair(other_font)));

    let changed = pair(kept.replace("#ffffff", "#fffff0"));
    assert!(!looks_the_same(&changed));
    let file = triptych(&changed).unwrap();
    let panels = decoded(&fs::read(file).unwrap()).unwrap();
    let panel = image(&path, &changed.kept).unwrap();
    assert_eq!((panels.width, panels.height), (3 * panel.width, panel.height));
    // The ground has changed, and nothing that covers it.
    let red = panels.pixels.iter().filter(|pixel| **pixel == [255, 0, 0]).count();
    assert!(red > panel.pixels.len() / 2 && red < panel.pixels.len(), "{red}");
}
