//! The files of a figure of several pages: one file of all, or one for each.

use crate::files::{self, Target};
use annals::{Code, Error, Format, Message, Result};
use std::path::Path;

/// Where a page goes, or all of them.
pub(crate) struct PageTarget {
    pub(crate) target: Target,
    pub(crate) format: Format,
    /// The page, from 0; none for all.
    pub(crate) page: Option<usize>,
}

impl PageTarget {
    /// The place of all pages, or of a figure that is whole.
    pub(crate) fn of_all((target, format): &(Target, Format)) -> Self {
        Self { target: target.clone(), format: *format, page: None }
    }
}

/// Refuses what cannot hold pages, before any work is done.
///
/// # Errors
///
/// [`Error::Options`] for formats that show one figure, and for pictures that have no name to be numbered.
pub(crate) fn check(targets: &[(Target, Format)]) -> Result<()> {
    let pages = || Message::default().unset("pages");
    let refused = |message| Err(Error::options(Code::OutputFormat, message));
    for (target, format) in targets {
        let name = format.name();
        if !format.has_pages() && !matches!(name, "svg" | "png") {
            let fact =
                format!(" is for .pdf, .svg, .png and .pptx, and .{name} shows one figure; ");
            return refused(pages().text(fact).text("leave out one of the two"));
        }
        if !format.has_pages() && !is_named(target) {
            let fact =
                format!(" makes one {name} for each page, which needs a name; set --format pdf");
            let message = pages().text(fact).text(", or give a file with -o");
            return refused(message);
        }
    }
    Ok(())
}

/// Whether a target is a file whose name can be numbered.
fn is_named(target: &Target) -> bool {
    match target {
        Target::Stdout => false,
        Target::File(path) => !files::is_direct(path),
    }
}

/// Where so many pages go: all into one file of a format that holds several, and else each into a file of
/// its own with the number of the page after its name.
///
/// # Errors
///
/// [`Error::System`] for a name that cannot be written.
pub(crate) fn numbered(targets: &[(Target, Format)], pages: usize) -> Result<Vec<PageTarget>> {
    let mut all = Vec::new();
    for one in targets {
        match &one.0 {
            Target::File(path) if !one.1.has_pages() => {
                for page in 0..pages {
                    all.push(PageTarget {
                        target: page_file(path, page + 1)?,
                        format: one.1,
                        page: Some(page),
                    });
                }
            }
            _ => all.push(PageTarget::of_all(one)),
        }
    }
    Ok(all)
}

/// The file of a page: `events-2.svg` for `events.svg`.
fn page_file(path: &Path, number: usize) -> Result<Target> {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    let path = path.with_file_name(name);
    files::check(&path, &[])?;
    Ok(Target::File(path))
}
