//! The arguments of the verb `draft`.

use annals::options::{DateOrder, Encoding, Locale, Today};
use std::path::PathBuf;

/// Write a table of the dates in an article, to be corrected and drawn
///
/// Each sentence that dates something gives a row for each of its dates: date, end, title,
/// description, check and line. The title is the main clause, cut; "check" says why a row is
/// doubtful; "line" is the line of the article. Everything is found by rules: read the table before
/// it is printed.
#[derive(Clone, Debug, clap::Args)]
#[command(max_term_width = 100)]
pub(crate) struct DraftArgs {
    /// Article to read: plain text, Markdown or HTML; - for standard input
    pub(crate) article: PathBuf,
    /// Day the article was written, such as 2020-12-31, from which "next year" and "on Monday" are
    /// counted [default: "next year" from the date said before; weekdays are left out]
    #[arg(long, value_name = "DATE")]
    pub(crate) written: Option<Today>,
    /// Language of the article: ar, ca, cs, da, de, el, en, es, fi, fr, hi, hu, it, ja, ko, nb, nl,
    /// pl, pt, ro, ru, sv, tr, uk, ur or zh [default: as its small words show]
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) locale: Option<Locale>,
    /// How to read all-number dates such as 03/04/2010: dmy, mdy or ymd [default: as the article
    /// shows]
    #[arg(long, value_name = "ORDER")]
    pub(crate) date_order: Option<DateOrder>,
    /// Sentences of the same paragraph that a description has before and after its own
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) context: usize,
    /// Character encoding of the article, if not UTF-8
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<Encoding>,
    /// Largest article to accept, in bytes
    #[arg(long, value_name = "NUMBER", default_value_t = 16_777_216)]
    pub(crate) max_bytes: u64,
}
