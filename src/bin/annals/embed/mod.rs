//! The lines that embed a picture in a document, with its words and its physical width.

mod escape;

use crate::files::Target;
use annals::host::{Size, readable, to_px};
use annals::{Error, Format, Result, quoted};
use std::path::{Path, PathBuf};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Document {
    /// Markdown
    Md,
    /// HTML
    Html,
    /// LaTeX with graphicx
    Latex,
    /// Typst
    Typst,
    /// Quarto
    Quarto,
}

impl Document {
    /// The formats that documents of the kind show, the best first.
    fn formats(self) -> &'static [Format] {
        match self {
            Self::Md | Self::Html | Self::Quarto => &[Format::Svg, Format::Png],
            Self::Latex => &[Format::Pdf, Format::Png],
            Self::Typst => &[Format::Pdf, Format::Svg, Format::Png],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Md => "Markdown",
            Self::Html => "HTML",
            Self::Latex => "LaTeX",
            Self::Typst => "Typst",
            Self::Quarto => "Quarto",
        }
    }

    /// The lines for the best of the files at `targets`, with `words` as their text alternative.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] if no target is a file of a format that the document shows, or the document
    /// cannot name it.
    pub(crate) fn lines(
        self,
        targets: &[(Target, Format)],
        size: Size,
        words: &str,
    ) -> Result<String> {
        let Some((path, format)) = self.best(targets) else {
            let [first, ..] = self.formats() else { return Ok(String::new()) };
            let (kind, name) = (self.name(), first.name());
            let message =
                format!("{kind} documents cannot show any of the outputs; add -o FILE.{name}");
            return Err(Error::options(message));
        };
        let path = self.named(path)?;
        let words = readable(words).split_whitespace().collect::<Vec<_>>().join(" ");
        let picture = Embedded { dark: dark(&path), path, format, size, words };
        Ok(match self {
            Self::Md => picture.markdown(),
            Self::Html => picture.html(),
            Self::Latex => picture.latex(),
            Self::Typst => picture.typst(),
            Self::Quarto => picture.quarto(),
        })
    }

    /// The path as documents write it, if they can.
    fn named(self, path: &Path) -> Result<String> {
        let refused = |fact: String| {
            let (kind, path) = (self.name(), quoted(&path.to_string_lossy()));
            Error::options(format!(
                "{kind} documents cannot name {path}{fact}; give it another name"
            ))
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

    fn best(self, targets: &[(Target, Format)]) -> Option<(&Path, Format)> {
        let file = |&wanted: &Format| {
            targets.iter().find_map(|(target, format)| match target {
                Target::File(path) if *format == wanted => Some((path.as_path(), wanted)),
                _ => None,
            })
        };
        self.formats().iter().find_map(file)
    }
}

/// The dark variant of a picture: the file beside it with `-dark` after its name.
fn dark(path: &str) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.')?;
    let dark = format!("{stem}-dark.{extension}");
    Path::new(&dark).is_file().then_some(dark)
}

/// A picture to be embedded.
struct Embedded {
    path: String,
    dark: Option<String>,
    format: Format,
    size: Size,
    words: String,
}

impl Embedded {
    fn inches(&self) -> String {
        let inches = (to_px(self.size.w) / 96.0 * 1000.0).round() / 1000.0;
        format!("{inches}in")
    }

    /// An SVG brings its width with it, a PNG needs to be told.
    fn markdown(&self) -> String {
        if self.format != Format::Svg || self.dark.is_some() {
            return self.html();
        }
        format!("![{}]({})\n", escape::markdown(&self.words), escape::url(&self.path))
    }

    fn html(&self) -> String {
        let (path, words) = (escape::url(&self.path), escape::html(&self.words));
        let [width, height] = [self.size.w, self.size.h].map(|side| to_px(side).round());
        let image =
            format!("<img src=\"{path}\" width=\"{width}\" height=\"{height}\" alt=\"{words}\">");
        match &self.dark {
            None => image + "\n",
            Some(dark) => format!(
                "<picture>\n  <source srcset=\"{}\" media=\"(prefers-color-scheme: dark)\">\n  \
                 {image}\n</picture>\n",
                source(dark)
            ),
        }
    }

    fn latex(&self) -> String {
        let (width, words) = (self.inches(), escape::latex(&self.words));
        format!("\\includegraphics[width={width},alt={{{words}}}]{{{}}}\n", self.path)
    }

    fn typst(&self) -> String {
        let [path, words] = [&self.path, &self.words].map(|text| escape::typst(text));
        format!("#image(\"{path}\", width: {}, alt: \"{words}\")\n", self.inches())
    }

    fn quarto(&self) -> String {
        let words = escape::quarto(&self.words);
        let line = |path: &str, class: &str| {
            let path = escape::url(path);
            format!("![]({path}){{{class}width={} fig-alt=\"{words}\"}}\n", self.inches())
        };
        match &self.dark {
            None => line(&self.path, ""),
            Some(dark) => line(&self.path, ".light-content ") + &line(dark, ".dark-content "),
        }
    }
}

/// A path in a set of sources, where a comma would end it.
fn source(path: &str) -> String {
    escape::url(path).replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use annals::host::px;

    fn lines(kind: Document, paths: &[&str], words: &str) -> Result<String> {
        let target = |path: &&str| {
            let format = Format::from_name(path.rsplit('.').next().expect("a name"));
            (Target::File(path.into()), format.expect("a format"))
        };
        let targets: Vec<(Target, Format)> = paths.iter().map(target).collect();
        kind.lines(&targets, Size::new(px(624.0), px(350.0)), words)
    }

    #[test]
    fn each_kind_embeds_the_format_it_shows_best() {
        let all = ["a.png", "a.pdf", "a.svg"];
        let cases = [
            (Document::Md, "![Words](a.svg)\n"),
            (Document::Html, "<img src=\"a.svg\" width=\"624\" height=\"350\" alt=\"Words\">\n"),
            (Document::Latex, "\\includegraphics[width=6.5in,alt={Words}]{a.pdf}\n"),
            (Document::Typst, "#image(\"a.pdf\", width: 6.5in, alt: \"Words\")\n"),
            (Document::Quarto, "![](a.svg){width=6.5in fig-alt=\"Words\"}\n"),
        ];
        for (kind, text) in cases {
            assert_eq!(lines(kind, &all, "Words"), Ok(text.into()), "{kind:?}");
        }
        let png = lines(Document::Md, &["a.png"], "Words").expect("an image");
        assert!(png.starts_with("<img src=\"a.png\" width=\"624\""), "{png}");
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
            md.contains("\\<b\\> \\[c\\] 100\\%") && md.ends_with("](a%20%281%29.svg)\n"),
            "{md}"
        );
        let latex = lines(Document::Latex, &["a.pdf"], words).expect("lines");
        let text = "\\& <b> [c] 100\\% \\{x\\_y\\} \\textbackslash{} \\textasciicircum{}";
        assert!(latex.contains(text), "{latex}");
        let typst = lines(Document::Typst, &["a.pdf"], words).expect("lines");
        assert!(typst.contains("alt: \"\\\"A\\\" & <b> [c]"), "{typst}");
    }

    #[test]
    fn a_document_that_can_show_none_is_refused_with_the_remedy() {
        let error = lines(Document::Latex, &["a.svg"], "").expect_err("no SVG in LaTeX");
        assert!(error.to_string().contains("add -o FILE.pdf"), "{error}");
        let error = lines(Document::Latex, &["s#%}.pdf"], "").expect_err("no name for LaTeX");
        assert!(error.to_string().contains("because of \"#\"; give it another name"), "{error}");
    }
}
