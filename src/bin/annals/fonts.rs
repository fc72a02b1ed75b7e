//! The faces of a figure: a typeface in place of the built-in one, and faces for what that lacks, from
//! files that are named or from the system.

use crate::files::in_file;
use crate::open;
use crate::progress::Progress;
use annals::host::{Candidate, candidates, chosen, guarded, missing, nearest, of_family};
use annals::options::{Face, Fonts};
use annals::settings::{Settings, TypefaceText};
use annals::{Code, Error, Event, FigureOptions, Message, Note, Result, quoted};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Gives a figure of these events the faces that the settings name; notes those that are not as meant.
pub(crate) fn choose(
    options: &mut FigureOptions,
    settings: &Settings,
    events: &[Event],
    progress: &Progress,
) -> Result<Vec<Note>> {
    let is_system = settings.system_fonts == Some(true);
    options.fonts = typeface(&settings.font_family, is_system, progress)?;
    let has_one_weight = options.fonts.as_ref().is_some_and(Fonts::has_one_weight);
    let mut notes = Vec::from_iter(has_one_weight.then(one_weight));
    if !settings.font.is_empty() {
        let lacks = missing(events, options);
        for path in &settings.font {
            let face = given(path)?;
            if !lacks.iter().any(|&c| face.has(c)) {
                notes.push(unused(path));
            }
            options.faces.push(face);
        }
    }
    if is_system {
        options.faces.extend(system_faces(events, options, progress));
        options.has_system_faces = true;
    }
    Ok(notes)
}

fn one_weight() -> Note {
    let message = Message::new("the typeface has one weight, so that names are not set off; give ");
    Note::new(Code::OneWeight, message.setting("font-family").text(" for regular and for bold"))
}

fn unused(path: &Path) -> Note {
    let fact =
        format!("the font {} is not used, as the typeface has all characters", path.display());
    let message = Message::new(fact + " that it has; to change the typeface, set ");
    Note::new(Code::UnusedFont, message.setting("font-family"))
}

/// The figure's own faces; none if none are named.
fn typeface(named: &[TypefaceText], is_system: bool, progress: &Progress) -> Result<Option<Fonts>> {
    let mut faces = Vec::new();
    for one in named {
        match one {
            TypefaceText::File(path) => faces.push(given(path)?),
            TypefaceText::Family(name) if is_system => {
                progress.stage("searching fonts");
                faces.extend(family(&folders(), name)?);
            }
            TypefaceText::Family(name) => {
                let message =
                    Message::new(format!("{} is no font file; give one, or set ", quoted(name)));
                let message = message.setting("system-fonts").text(" to search the system for it");
                return Err(Error::options(Code::UnknownTypeface, message));
            }
        }
    }
    Ok(Fonts::family(&faces))
}

/// The faces in `folders` of a family.
fn family(folders: &[PathBuf], name: &str) -> Result<Vec<Arc<Face>>> {
    let files = files(folders);
    let all = looked_at(&files, &['a'].into());
    let faces = opened(of_family(&all, name));
    if faces.is_empty() {
        let names: BTreeSet<&str> = all.iter().map(|(_, one)| one.family()).collect();
        let near = nearest(names.into_iter(), &[&name.to_lowercase()]);
        let remedy = near.map_or("give a font file".into(), |near| format!("did you mean {near}?"));
        let fact = format!("the system has no font called {}; {remedy}", quoted(name));
        return Err(Error::options(Code::UnknownTypeface, fact));
    }
    Ok(faces)
}

/// Faces of the system for characters that the others lack.
fn system_faces(events: &[Event], options: &FigureOptions, progress: &Progress) -> Vec<Arc<Face>> {
    let wanted: BTreeSet<char> = missing(events, options).into_iter().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    progress.stage("searching fonts");
    found(&folders(), &wanted)
}

/// Bytes that a font file may have; the largest in use have half of it.
const MOST: u64 = 1 << 28;

/// The bytes of a font file that is named.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    let bytes = open::bytes(path, MOST, "the font")?;
    if bytes.starts_with(b"wOF") {
        let message = "this is a web font; give the .ttf or .otf file it was made from";
        return Err(in_file(path, Code::UnfitFont, message));
    }
    Ok(bytes)
}

/// The face of a file that is named; of a collection the first.
fn given(path: &Path) -> Result<Arc<Face>> {
    let bytes = bytes(path)?;
    let refused = |fact: &str| in_file(path, Code::UnfitFont, fact);
    let face = guarded(|| Ok(Face::new(Arc::new(bytes), 0))).ok().flatten();
    face.map(Arc::new).ok_or_else(|| {
        refused("this is not a font with outlines; give a TrueType or OpenType file")
    })
}

/// The faces in `folders` to take for the characters `wanted`. What cannot be read is passed over.
fn found(folders: &[PathBuf], wanted: &BTreeSet<char>) -> Vec<Arc<Face>> {
    opened(chosen(&looked_at(&files(folders), wanted), wanted))
}

/// A face of a file, with the path and its number there.
type Found<'a> = ((&'a Path, u32), Candidate);

/// The faces of these files that have any of the characters `wanted`.
fn looked_at<'a>(files: &'a BTreeSet<PathBuf>, wanted: &BTreeSet<char>) -> Vec<Found<'a>> {
    let mut all = Vec::new();
    for path in files {
        let faces = open::open(path).map(|mut file| candidates(&mut file, wanted));
        let faces = faces.ok().and_then(std::result::Result::ok);
        all.extend(
            faces.unwrap_or_default().into_iter().map(|one| ((path.as_path(), one.index), one)),
        );
    }
    all
}

fn opened(found: Vec<Found<'_>>) -> Vec<Arc<Face>> {
    let open = |((path, _), one): Found<'_>| {
        let face = one.open(Arc::new(bytes(path).ok()?))?;
        Some(Arc::new(face))
    };
    found.into_iter().filter_map(open).collect()
}

/// The font files in `folders`.
fn files(folders: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    folders.iter().for_each(|folder| walk(folder, 0, &mut files));
    files
}

/// Folders within folders that are looked into, and files in all.
const DEPTH: usize = 8;
const FILES: usize = 50_000;

/// Adds the font files in `folder` and in those within it.
fn walk(folder: &Path, depth: usize, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let is = |name: &str| extension.is_some_and(|one| one.eq_ignore_ascii_case(name));
        if ["ttf", "otf", "ttc", "otc"].into_iter().any(is) {
            if files.len() < FILES && path.is_file() {
                files.insert(path);
            }
        } else if depth < DEPTH && path.is_dir() {
            walk(&path, depth + 1, files);
        }
    }
}

/// Where systems keep their fonts.
fn folders() -> Vec<PathBuf> {
    let fixed = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts"];
    let fixed = fixed.into_iter().chain(["/System/Library/Fonts"]).map(PathBuf::from);
    let below = [
        ("XDG_DATA_HOME", "fonts"),
        ("HOME", ".local/share/fonts"),
        ("HOME", ".fonts"),
        ("HOME", "Library/Fonts"),
        ("WINDIR", "Fonts"),
        ("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
    ];
    fixed
        .chain(below.into_iter().filter_map(|(variable, folder)| {
            let base = std::env::var_os(variable).filter(|base| !base.is_empty())?;
            Some(Path::new(&base).join(folder))
        }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of the bundled faces, one of them deeper, and of files that are no fonts.
    fn folder(name: &str) -> PathBuf {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/font");
        let folder = std::env::temp_dir().join(format!("annals-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep/er")).expect("a folder");
        for (from, to) in [("Regular", "deep/er/b.TTF"), ("SemiBold", "a.ttf")] {
            let from = source.join(format!("SourceSans3-{from}.ttf"));
            fs::copy(from, folder.join(to)).expect("a copy");
        }
        fs::write(folder.join("broken.otf"), b"OTTO").expect("a file");
        fs::write(folder.join("notes.txt"), b"text").expect("a file");
        folder
    }

    #[test]
    fn fonts_are_found_in_folders_within_folders() {
        let folder = folder("found");
        let faces = found(&[folder.clone(), "/no/such/folder".into()], &['ж'].into());
        let bytes: Vec<usize> = faces.iter().map(|face| (**face.data()).as_ref().len()).collect();
        let size = |name: &str| fs::metadata(folder.join(name)).expect("a file").len() as usize;
        assert_eq!(bytes, [size("deep/er/b.TTF"), size("a.ttf")], "regular, then semibold");
        assert!(found(std::slice::from_ref(&folder), &['中'].into()).is_empty());
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_family_is_found_by_name_and_one_that_is_not_there_is_refused() {
        let folder = folder("family");
        let faces = family(std::slice::from_ref(&folder), "source sans 3").expect("a family");
        let fonts = Fonts::family(&faces).expect("two faces");
        assert!(!fonts.has_one_weight() && faces.len() == 2);
        let refused = family(std::slice::from_ref(&folder), "Source Sans 4");
        let refused = refused.err().map(|error| error.to_string()).expect("a refusal");
        assert!(refused.contains("did you mean Source Sans 3?"), "{refused}");
        fs::remove_dir_all(folder).expect("removed");
    }

    /// A collection of one font: its tables stand behind the head of the collection.
    fn collection(font: &[u8]) -> Vec<u8> {
        const HEAD: [u8; 16] = *b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10";
        let mut font = font.to_vec();
        for table in 0..usize::from(font[5]) {
            let at = 20 + 16 * table;
            let number = <[u8; 4]>::try_from(&font[at..at + 4]).expect("four bytes");
            let moved = u32::from_be_bytes(number) + HEAD.len() as u32;
            font[at..at + 4].copy_from_slice(&moved.to_be_bytes());
        }
        [&HEAD[..], &font].concat()
    }

    #[test]
    fn of_a_collection_the_first_font_is_taken_and_none_is_refused() {
        let folder = folder("collection");
        let font = fs::read(folder.join("a.ttf")).expect("a font");
        let whole = collection(&font);
        let empty = [&whole[..8], &[0; 8], &whole[16..]].concat();
        for (bytes, is_fit) in [(&whole[..], true), (&whole[..40], false), (&empty[..], false)] {
            fs::write(folder.join("a.ttc"), bytes).expect("a file");
            let face = given(&folder.join("a.ttc"));
            assert_eq!(face.as_ref().is_ok_and(|face| face.has('ж')), is_fit);
            let refused = face.err().map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(refused.contains("a.ttc"), !is_fit, "{refused}");
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn what_is_no_font_is_refused_by_name() {
        let folder = folder("given");
        fs::write(folder.join("web.woff2"), b"wOF2....").expect("a file");
        for (name, part) in
            [("broken.otf", "TrueType"), ("notes.txt", "not a font"), ("web.woff2", "web")]
        {
            let refused = given(&folder.join(name)).err().map(|error| error.to_string());
            let refused = refused.expect("a refusal");
            assert!(refused.contains(name) && refused.contains(part), "{refused}");
        }
        assert!(matches!(given(&folder.join("none.ttf")), Err(Error::System { .. })));
        assert!(given(&folder.join("a.ttf")).is_ok_and(|face| face.has('ж')));
        fs::remove_dir_all(folder).expect("removed");
    }
}
