//! A preprocessor for mdBook: fenced tables of the language `annals` become timelines.
//!
//! In: the book as mdBook writes it to standard input. Out: the same book on standard output, with figures
//! as SVG in its chapters. The command `annals` draws them. If any is at fault, all faults are told with the
//! chapter and its line, and nothing comes out, so that mdBook ends with an error.

mod fences;
mod figure;

use figure::drawn;
use serde_json::Value;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("supports") {
        // Other renderers would print the SVG as text.
        let is_html = args.next().is_none_or(|renderer| renderer == "html");
        return if is_html { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                let _ = writeln!(io::stderr(), "{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Takes the book from standard input and gives it to standard output.
fn run() -> Result<(), Vec<String>> {
    let one = |fault: String| vec![format!("mdbook-annals: {fault}")];
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|error| one(error.to_string()))?;
    let input: Value = serde_json::from_str(&text)
        .map_err(|error| one(format!("standard input is no book of mdBook ({error})")))?;
    let Value::Array(parts) = input else { return Err(one("the book is no pair".into())) };
    let [context, mut book] = <[Value; 2]>::try_from(parts)
        .map_err(|_| one("standard input is not a context and a book".into()))?;
    let root = context["root"].as_str().unwrap_or_default();
    let folder = context["config"]["book"]["src"].as_str().unwrap_or("src");
    let mut faults = Vec::new();
    chapters(&mut book, &mut |name, content| {
        let path = Path::new(root).join(folder).join(name);
        match replaced(content, &path) {
            Ok(text) => *content = text,
            Err(more) => faults.extend(more),
        }
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let text = book.to_string();
    io::stdout().write_all(text.as_bytes()).map_err(|error| one(error.to_string()))
}

/// Hands every chapter below a part of the book over: its path and its text.
fn chapters(part: &mut Value, each: &mut dyn FnMut(&str, &mut String)) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|part| chapters(part, each)),
        Value::Object(parts) => {
            let path =
                ["source_path", "path", "name"].iter().find_map(|key| parts.get(*key)?.as_str());
            let path = path.unwrap_or_default().to_owned();
            if let Some(Value::String(content)) = parts.get_mut("content") {
                each(&path, content);
            }
            // A book has sections or, in later versions, items; those of chapters lie in them.
            for key in ["sections", "items", "sub_items", "Chapter"] {
                if let Some(part) = parts.get_mut(key) {
                    chapters(part, each);
                }
            }
        }
        _ => {}
    }
}

/// The text of the chapter at `path` with its figures.
fn replaced(content: &str, path: &Path) -> Result<String, Vec<String>> {
    let folder: PathBuf = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let mut text = String::with_capacity(content.len());
    let mut faults = Vec::new();
    let mut last = 0;
    for fence in fences::found(content) {
        text.push_str(&content[last..fence.range.start]);
        last = fence.range.end;
        match drawn(&fence, &folder, &path.display().to_string()) {
            Ok(svg) => text.push_str(&svg),
            Err(fault) => faults.push(fault),
        }
    }
    text.push_str(&content[last..]);
    if faults.is_empty() { Ok(text) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn chapters_are_found_at_any_depth_and_in_both_versions() {
        let chapter = |text: &str, items: Value| json!({"Chapter": {"name": "n", "path": "a/b.md", "content": text, "sub_items": items}});
        for key in ["sections", "items"] {
            let mut book =
                json!({key: ["Separator", chapter("one", json!([chapter("two", json!([]))]))]});
            let mut seen = Vec::new();
            chapters(&mut book, &mut |path, content| {
                assert_eq!(path, "a/b.md");
                seen.push(content.clone());
                content.push('!');
            });
            assert_eq!(seen, ["one", "two"]);
            assert!(book.to_string().contains("two!"));
        }
    }

    #[test]
    fn text_without_figures_stays_as_it_is() {
        let text = "# T\n\n```rust\nlet a = 1;\n```\n";
        assert_eq!(replaced(text, Path::new("src/a.md")), Ok(text.into()));
    }
}
