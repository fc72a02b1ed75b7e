//! A picture in the language of each kind of document.

use super::escape;
use annals::host::{Size, to_px};

/// A picture to be embedded.
pub(super) struct Embedded<'a> {
    /// Its path as the document writes it, not escaped.
    pub(super) path: String,
    /// The path of its dark variant, if there is one.
    pub(super) dark: Option<String>,
    /// How many pixels of a PNG make one of the document.
    pub(super) density: Option<f64>,
    pub(super) bytes: &'a [u8],
    pub(super) size: Size,
    /// In one line.
    pub(super) title: String,
    /// The text alternative in one line.
    pub(super) words: String,
    /// The page of the file, if that has several.
    pub(super) page: Option<usize>,
}

/// Lets a picture shrink with its column and keep its shape.
const FLEXIBLE: &str = "style=\"max-width:100%;height:auto\"";
/// What is taller, in pixels, may not go onto a page together with a caption.
const TALL: f64 = 6.0 * 96.0;

impl Embedded<'_> {
    fn inches(&self) -> String {
        format!("{}in", rounded(to_px(self.size.w) / 96.0))
    }

    /// An image among other things of its line, as pandoc prints the words of one that stands alone
    /// as its caption. What gives the dark variant, or the width of a PNG, is HTML around it: programs
    /// that leave HTML out still show the image.
    pub(super) fn markdown(&self) -> String {
        let image = format!("![{}]({})", escape::markdown(&self.words), escape::url(&self.path));
        let density =
            self.density.map(|pixels| format!(" {}x", rounded(pixels))).unwrap_or_default();
        let (path, dark) = (source(&self.path), self.dark.as_deref().map(source));
        let dark = dark.map(|dark| {
            format!("<source srcset=\"{dark}{density}\" media=\"(prefers-color-scheme: dark)\">")
        });
        let sized = self.density.map(|_| format!("<source srcset=\"{path}{density}\">"));
        match [dark, sized].into_iter().flatten().collect::<String>().as_str() {
            "" => image + "<!-- -->\n",
            sources => format!("<picture>{sources}{image}</picture>\n"),
        }
    }

    pub(super) fn html(&self) -> String {
        let (path, words) = (escape::url(&self.path), escape::html(&self.words));
        let [width, height] = [self.size.w, self.size.h].map(|side| to_px(side).round());
        let image = format!(
            "<img src=\"{path}\" width=\"{width}\" height=\"{height}\" {FLEXIBLE} alt=\"{words}\">"
        );
        match &self.dark {
            None => image + "\n",
            Some(dark) => format!(
                "<picture>\n  <source srcset=\"{}\" media=\"(prefers-color-scheme: dark)\">\n  \
                 {image}\n</picture>\n",
                source(dark)
            ),
        }
    }

    /// The root element of the SVG itself, which has its own words.
    pub(super) fn html_inline(&self) -> String {
        let text = String::from_utf8_lossy(self.bytes);
        let root = text.split_once("<svg ").map_or("", |(_, root)| root);
        format!("<svg {FLEXIBLE} {}\n", root.trim_end())
    }

    /// A figure as wide as it is drawn, or as the text where that is narrower; a page leaves room for its
    /// caption.
    pub(super) fn latex(&self) -> String {
        let width = self.inches();
        let height = match to_px(self.size.h) > TALL {
            true => "totalheight=.9\\textheight,keepaspectratio,\n    ",
            false => "",
        };
        let page = self.page.map(|page| format!("page={page},")).unwrap_or_default();
        let [words, title] = [&self.words, &self.title].map(|text| escape::latex(text));
        format!(
            "\\begin{{figure}}\n  \\centering\n  \
             % drawn {width} wide, and never set wider than the text\n  \
             \\includegraphics[width=\\ifdim{width}>\\linewidth\\linewidth\\else{width}\\fi,\n    \
             {height}{page}alt={{{words}}}]{{{}}}\n  \\caption{{{title}}}\n  \\label{{fig:{}}}\n\\end{{figure}}\n",
            self.path,
            self.label()
        )
    }

    /// Typst itself keeps an image within its column.
    pub(super) fn typst(&self) -> String {
        let page = self.page.map(|page| format!("page: {page}, ")).unwrap_or_default();
        let [path, words, title] =
            [&self.path, &self.words, &self.title].map(|text| escape::typst(text));
        format!(
            "#figure(\n  image(\"{path}\", {page}alt: \"{words}\"),\n  caption: \"{title}\",\n) <fig-{}>\n",
            self.label()
        )
    }

    pub(super) fn quarto(&self) -> String {
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

    pub(super) fn rst(&self) -> String {
        let (path, width) = (escape::url(&self.path), self.inches());
        let words = match escape::rst(&self.words) {
            words if words.is_empty() => String::new(),
            words => format!("   :alt: {words}\n"),
        };
        format!(".. image:: {path}\n   :width: {width}\n{words}")
    }

    pub(super) fn adoc(&self) -> String {
        let (path, words) = (escape::url(&self.path), escape::adoc(&self.words));
        format!("image::{path}[\"{words}\",width={}]\n", to_px(self.size.w).round())
    }

    /// The name of the file as a label: letters and digits with hyphens between them.
    fn label(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let parts = stem.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let page = self.page.map(|page| page.to_string());
        parts.map(str::to_owned).chain(page).collect::<Vec<_>>().join("-")
    }
}

/// A number with three decimals at most.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// A path in a set of sources, where a comma would end it.
fn source(path: &str) -> String {
    escape::url(path).replace(',', "%2C")
}
