//! The lines that embed a picture in a document, with its words and its physical width.
//!
//! In: the pictures just written. Out: the lines for one kind of document, and what the maker of the
//! figure should know about it. [`lines`] has the languages, [`escape`] how they hold text and paths.

mod escape;
mod lines;

use annals::host::{Size, readable};
use annals::options::SvgText;
use annals::{Code, Error, Format, Message, Note, Result, quoted};
use lines::Embedded;
use std::path::{Path, PathBuf};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Document {
    /// Markdown
    Md,
    /// HTML, as an image
    Html,
    /// HTML, as a part of the page, so that links in the figure can be followed
    HtmlInline,
    /// LaTeX with graphicx
    Latex,
    /// Typst
    Typst,
    /// Quarto
    Quarto,
    /// reStructuredText
    Rst,
    /// AsciiDoc
    Adoc,
}

/// The pictures to choose from, and what is said of all of them.
pub(crate) struct Written<'a> {
    /// Those that are files.
    pub(crate) files: Vec<WrittenFile<'a>>,
    pub(crate) size: Size,
    pub(crate) title: &'a str,
    /// Which of several pages they show, in words; empty for a whole figure.
    pub(crate) page: &'a str,
    /// The text alternative.
    pub(crate) words: &'a str,
    /// How SVGs hold their text.
    pub(crate) svg_text: SvgText,
    /// Pixels per inch of a PNG.
    pub(crate) dpi: f64,
}

/// A picture in a file.
pub(crate) struct WrittenFile<'a> {
    pub(crate) path: &'a Path,
    pub(crate) format: Format,
    pub(crate) bytes: &'a [u8],
    /// The number of the page, where there are several, or a file for each.
    pub(crate) page: Option<usize>,
}

/// What is printed, and what is noted.
#[derive(Debug, PartialEq)]
pub(crate) struct Snippet {
    pub(crate) text: String,
    pub(crate) notes: Vec<Note>,
}

impl Snippet {
    /// What is printed of several pages, one after the other, with what is noted of all of them once.
    pub(crate) fn of_pages(pages: Vec<Self>) -> Self {
        let text: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        let notes = pages.first().map(|page| page.notes.clone()).unwrap_or_default();
        Self { text: text.join("\n"), notes }
    }
}

impl Document {
    /// The names of the formats that documents of the kind show, the best first. They are names, as a build
    /// need not have all formats.
    fn formats(self) -> &'static [&'static str] {
        match self {
            Self::Md | Self::Html | Self::Quarto | Self::Rst | Self::Adoc => &["svg", "png"],
            Self::HtmlInline => &["svg"],
            Self::Latex => &["pdf", "png"],
            Self::Typst => &["pdf", "svg", "png"],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Md => "Markdown",
            Self::Html | Self::HtmlInline => "HTML",
            Self::Latex => "LaTeX",
            Self::Typst => "Typst",
            Self::Quarto => "Quarto",
            Self::Rst => "reStructuredText",
            Self::Adoc => "AsciiDoc",
        }
    }

    /// The lines for the best of the pictures.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] if no picture is a file of a format that the document shows, or the
    /// document cannot name it.
    pub(crate) fn snippet(self, written: &Written) -> Result<Snippet> {
        let Some(file) = self.best(&written.files) else {
            let (kind, name) = (self.name(), self.formats().first().unwrap_or(&"svg"));
            let message =
                format!("{kind} documents cannot show any of the outputs; add -o FILE.{name}");
            return Err(Error::options(Code::SnippetFormat, message));
        };
        let path = self.named(file.path)?;
        let dark = dark(file).map(|dark| self.named(&dark)).transpose()?;
        let picture = Embedded {
            path,
            dark,
            density: (file.format.name() == "png").then_some(written.dpi / 96.0),
            bytes: file.bytes,
            size: written.size,
            title: in_one_line(&caption(written)),
            words: in_one_line(written.words),
            page: file.page.filter(|_| file.format.has_pages()),
        };
        let text = match self {
            Self::Md => picture.markdown(),
            Self::Html => picture.html(),
            Self::HtmlInline => picture.html_inline(),
            Self::Latex => picture.latex(),
            Self::Typst => picture.typst(),
            Self::Quarto => picture.quarto(),
            Self::Rst => picture.rst(),
            Self::Adoc => picture.adoc(),
        };
        Ok(Snippet { text, notes: self.notes(file.format, written.svg_text) })
    }

    /// What does not come out as it was drawn.
    fn notes(self, format: Format, svg_text: SvgText) -> Vec<Note> {
        let is_set_anew = self == Self::Typst && format == Format::Svg && svg_text == SvgText::Live;
        let message = || {
            let message =
                Message::new("Typst sets the text of this SVG in a font of its own; give ");
            message.setting_to("svg-text", "outlines").text(", or write a PDF")
        };
        is_set_anew.then(|| Note::new(Code::SnippetText, message())).into_iter().collect()
    }

    /// The path as documents write it, if they can.
    fn named(self, path: &Path) -> Result<String> {
        let refused = |fact: String| {
            let (kind, path) = (self.name(), quoted(&path.to_string_lossy()));
            Error::options(
                Code::SnippetName,
                format!("{kind} documents cannot name {path}{fact}; give it another name"),
            )
        };
        // Two slashes at the start of a link would begin the name of a host.
        let path: PathBuf = path.components().collect();
        let Some(named) = path.to_str() else {
            return Err(refused(", which is no Unicode".into()));
        };
        match escape::not_for_latex(named).filter(|_| self == Self::Latex) {
            Some(sign) => Err(refused(format!(" because of {}", quoted(&sign.to_string())))),
            None if cfg!(windows) => Ok(named.replace('\\', "/")),
            None => Ok(named.to_owned()),
        }
    }

    fn best<'f>(self, files: &'f [WrittenFile<'f>]) -> Option<&'f WrittenFile<'f>> {
        let file = |&wanted: &&str| files.iter().find(|file| file.format.name() == wanted);
        self.formats().iter().find_map(file)
    }
}

/// The title, of a page with its number.
fn caption(written: &Written<'_>) -> String {
    match (written.title, written.page) {
        (title, "") => title.to_owned(),
        ("", page) => page.to_owned(),
        (title, page) => format!("{title} ({page})"),
    }
}

/// The dark variant of a picture: the file beside it with `-dark` after its name, before the number of a page.
fn dark(file: &WrittenFile<'_>) -> Option<PathBuf> {
    let (stem, extension) = (file.path.file_stem()?.to_str()?, file.path.extension()?.to_str()?);
    let number = file.page.map(|page| format!("-{page}")).unwrap_or_default();
    let (stem, number) = match stem.strip_suffix(&number) {
        Some(stem) => (stem, number.as_str()),
        None => (stem, ""),
    };
    let dark = file.path.with_file_name(format!("{stem}-dark{number}.{extension}"));
    dark.is_file().then_some(dark)
}

/// `text` in one line, without anything that does something to a terminal.
fn in_one_line(text: &str) -> String {
    readable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use annals::host::px;

    const SVG: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"624\">\n</svg>\n";

    fn snippet(kind: Document, paths: &[&str], words: &str) -> Result<Snippet> {
        let file = |path: &&'static str| {
            let format = Format::from_name(path.rsplit('.').next().expect("a name"));
            let format = format.expect("a format");
            WrittenFile { path: Path::new(*path), format, bytes: SVG, page: None }
        };
        let size = Size::new(px(624.0), px(350.0));
        // Leaked, as a test may: a path lives as long as what is written.
        let paths: Vec<&'static str> =
            paths.iter().map(|path| &*Box::leak(path.to_string().into_boxed_str())).collect();
        kind.snippet(&Written {
            files: paths.iter().map(file).collect(),
            size,
            title: "50% off",
            page: "",
            words,
            svg_text: SvgText::Live,
            dpi: 288.0,
        })
    }

    fn lines(kind: Document, paths: &[&str], words: &str) -> Result<String> {
        snippet(kind, paths, words).map(|snippet| snippet.text)
    }

    #[test]
    fn each_kind_embeds_the_format_it_shows_best() {
        let all = ["a.png", "a.pdf", "a.svg"];
        let latex = "\\begin{figure}\n  \\centering\n  % drawn 6.5in wide, and never set wider than the text\n  \
                     \\includegraphics[width=\\ifdim6.5in>\\linewidth\\linewidth\\else6.5in\\fi,\n    \
                     alt={Words}]{a.pdf}\n  \\caption{50\\% off}\n  \\label{fig:a}\n\\end{figure}\n";
        let cases = [
            (Document::Md, "![Words](a.svg)<!-- -->\n"),
            (
                Document::Html,
                "<img src=\"a.svg\" width=\"624\" height=\"350\" \
                 style=\"max-width:100%;height:auto\" alt=\"Words\">\n",
            ),
            (
                Document::HtmlInline,
                "<svg style=\"max-width:100%;height:auto\" width=\"624\">\n</svg>\n",
            ),
            (Document::Latex, latex),
            (
                Document::Typst,
                "#figure(\n  image(\"a.pdf\", alt: \"Words\"),\n  caption: \"50% off\",\n) <fig-a>\n",
            ),
            (Document::Quarto, "![](a.svg){width=6.5in fig-alt=\"Words\"}\n"),
            (Document::Rst, ".. image:: a.svg\n   :width: 6.5in\n   :alt: Words\n"),
            (Document::Adoc, "image::a.svg[\"Words\",width=624]\n"),
        ];
        for (kind, text) in cases {
            assert_eq!(lines(kind, &all, "Words"), Ok(text.into()), "{kind:?}");
        }
        let png = lines(Document::Md, &["a.png"], "Words").expect("an image");
        assert_eq!(png, "<picture><source srcset=\"a.png 3x\">![Words](a.png)</picture>\n");
    }

    #[test]
    fn words_and_names_stay_what_they_are() {
        let words = "\"A\" & <b>\n[c] 100% {x_y} \\ ^";
        let html = lines(Document::Html, &["a \"b\"#1.svg"], words).expect("lines");
        assert!(html.contains("src=\"a%20%22b%22%231.svg\""), "{html}");
        assert!(html.contains("alt=\"&quot;A&quot; &amp; &lt;b&gt; [c] 100%"), "{html}");
        assert!(
            !lines(Document::Html, &["a.svg"], "\u{1b}\u{9b}\u{202E}")
                .expect("lines")
                .contains("\u{1b}")
        );
        let md = lines(Document::Md, &["a (1).svg"], words).expect("lines");
        assert!(
            md.contains("\\<b\\> \\[c\\] 100\\%") && md.ends_with("](a%20%281%29.svg)<!-- -->\n"),
            "{md}"
        );
        let latex = lines(Document::Latex, &["a.pdf"], words).expect("lines");
        let text = "\\& \\textless{}b\\textgreater{} [c] 100\\% \\{x\\_y\\} \\textbackslash{} \\textasciicircum{}";
        assert!(latex.contains(text), "{latex}");
        let typst = lines(Document::Typst, &["a.pdf"], words).expect("lines");
        assert!(typst.contains("alt: \"\\\"A\\\" & <b> [c]"), "{typst}");
        let latex = lines(Document::Latex, &["2_ä \u{301}x.pdf"], "").expect("lines");
        assert!(latex.contains("\\label{fig:2-ä-x}"), "{latex}");
    }

    #[test]
    fn a_document_that_can_show_none_is_refused_with_the_remedy() {
        let error = lines(Document::Latex, &["a.svg"], "").expect_err("no SVG in LaTeX");
        assert!(error.to_string().contains("add -o FILE.pdf"), "{error}");
        let error = lines(Document::HtmlInline, &["a.png"], "").expect_err("no PNG in a page");
        assert!(error.to_string().contains("add -o FILE.svg"), "{error}");
        let error = lines(Document::Latex, &["s#%}.pdf"], "").expect_err("no name for LaTeX");
        assert!(error.to_string().contains("because of \"#\"; give it another name"), "{error}");
    }

    #[test]
    fn live_text_of_an_svg_is_noted_where_it_is_set_anew() {
        let notes = |kind, path| snippet(kind, &[path], "").expect("lines").notes.len();
        assert_eq!((notes(Document::Typst, "a.svg"), notes(Document::Typst, "a.pdf")), (1, 0));
        assert_eq!(notes(Document::Md, "a.svg"), 0);
    }
}
