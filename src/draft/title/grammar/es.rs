//! Spanish.

use super::Grammar;

pub(super) const GRAMMAR: Grammar = Grammar {
    verbs: &[
        "fue", "fueron", "es", "son", "era", "eran", "había", "habían", "ha", "han", "tuvo",
        "tuvieron", "hizo", "hicieron", "dio", "dieron", "vio", "puso", "quiso", "pudo", "estuvo",
        "vino", "dijo", "tenía", "tenían", "sería", "será", "serán", "cayó", "caería", "estaba",
        "superaba", "está", "están",
    ],
    endings: &["ó", "aron", "ieron", "aba", "aban"],
    participles: &[],
    determiners: &[
        "el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "este", "esta", "ese",
        "esa", "del", "al", "de",
    ],
    pronouns: &["él", "ella", "ellos", "ellas"],
    relatives: &["que", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas", "donde"],
    subordinates: &["cuando", "mientras", "después", "antes", "aunque", "porque", "como"],
    clitics: &["se", "no", "le", "lo"],
    being: &["fue", "fueron"],
    lasting: &["duró", "duraron", "es", "fue"],
};
