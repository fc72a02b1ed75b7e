//! The formats: one list, from which everything that names a format takes it.
//!
//! A new format is a file with a [`FormatEntry`], its `mod` line in [`super`] and its line in the
//! list below.

use super::RenderOptions;
use crate::draw::Picture;
use crate::error::{Code, Error, Result};

/// Makes a file of pages that have areas.
type EncodePages = fn(&[Picture], &RenderOptions) -> Result<Vec<u8>>;

/// What the list needs to know of a format.
pub(super) struct FormatEntry {
    /// Its name in lower case, which is also its file extension.
    pub(super) name: &'static str,
    pub(super) media_type: &'static str,
    /// Whether a file is text, which a terminal can show.
    pub(super) is_text: bool,
    /// Whether a file shows the figure in several widths.
    pub(super) has_widths: bool,
    /// Makes the whole file of a picture that has an area.
    pub(super) encode: fn(&Picture, &RenderOptions) -> Result<Vec<u8>>,
    /// Makes the whole file of several pages, if it can hold them.
    pub(super) encode_pages: Option<EncodePages>,
}

/// Makes the type [`Format`] from lines of `Name: module`, each with its documentation and, if it
/// is not always compiled, a `#[cfg(..)]` in brackets.
macro_rules! formats {
    ($($(#[doc = $doc:literal])+ $([$cfg:meta])? $name:ident: $module:ident,)+) => {
        /// A kind of file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Format {
            $($(#[doc = $doc])+ $(#[cfg($cfg)])? $name,)+
        }

        impl Format {
            /// Every format that this build has.
            pub const ALL: [Format; COUNT] = [$($(#[cfg($cfg)])? Format::$name,)+];

            fn entry(self) -> &'static FormatEntry {
                match self {
                    $($(#[cfg($cfg)])? Format::$name => &super::$module::ENTRY,)+
                }
            }
        }

        const COUNT: usize = [$($(#[cfg($cfg)])? Format::$name,)+].len();
    };
}

formats! {
    /// Scalable Vector Graphics 1.1.
    Svg: svg,
    /// Portable Network Graphics, 8 bit.
    [feature = "png"] Png: png,
    /// Portable Document Format 1.7, one page or several.
    [feature = "pdf"] Pdf: pdf,
    /// HyperText Markup Language: a page with everything in it.
    [feature = "html"] Html: html,
    /// PowerPoint (Office Open XML): slides of shapes and text that can be edited.
    [feature = "pptx"] Pptx: pptx,
}

impl Format {
    /// The format of a name or file extension in any case: `svg`, `PNG`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Its name, which is also its file extension: `svg`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Its media type: `image/svg+xml`.
    pub fn media_type(self) -> &'static str {
        self.entry().media_type
    }

    /// Whether a file is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        self.entry().is_text
    }

    /// Whether a file shows the figure in several widths: those of
    /// [`Picture::others`] beside its own.
    pub fn has_widths(self) -> bool {
        self.entry().has_widths
    }

    /// Whether a file can hold several pages.
    pub fn has_pages(self) -> bool {
        self.entry().encode_pages.is_some()
    }

    /// The names of all formats as a choice, each after `prefix`: `.svg, .png, .pdf, .html or .pptx`.
    pub fn choice(prefix: &str) -> String {
        let names = Self::ALL.map(|format| [prefix, format.name()].concat());
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => [&others.join(", "), " or ", last].concat(),
            None => String::new(),
        }
    }

    /// Makes the whole file of a picture that has an area.
    pub(super) fn encode(self, picture: &Picture, options: &RenderOptions) -> Result<Vec<u8>> {
        (self.entry().encode)(picture, options)
    }

    /// Makes the whole file of several pages.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] where it holds one.
    pub(super) fn encode_pages(
        self,
        pages: &[Picture],
        options: &RenderOptions,
    ) -> Result<Vec<u8>> {
        match (self.entry().encode_pages, pages) {
            (_, [picture]) => self.encode(picture, options),
            (Some(encode), _) => encode(pages, options),
            (None, _) => {
                let (name, many) = (self.name(), pages.len());
                let fact = format!("{many} pages do not go into one {name}; render each by itself");
                Err(Error::options(Code::OutputFormat, fact))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_name_in_any_case() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(&format.name().to_uppercase()), Some(format));
        }
        assert_eq!(Format::from_name("jpeg"), None);
    }

    #[test]
    fn a_choice_names_every_format() {
        let choice = Format::choice(".");
        assert!(Format::ALL.iter().all(|format| choice.contains(format.name())), "{choice}");
        assert!(choice.starts_with(".svg"), "{choice}");
    }
}
