//! Centuries in Roman numbers, remarks and parts of centuries, as museums and archives have them, and
//! forms of plans and programs; the parts of centuries in other languages.

use super::Case;
use super::language_cells::Cells;

pub(super) const CASES: &[Case] = &[
    // Centuries in Roman numbers
    ("XVII century", "1601-01-01", "1701-01-01", ""),
    ("XVIIth century", "1601-01-01", "1701-01-01", ""),
    ("XVII c.", "1601-01-01", "1701-01-01", ""),
    ("XVII cent.", "1601-01-01", "1701-01-01", ""),
    ("early XVII century", "1601-01-01", "1634-01-01", ""),
    ("late XII c.", "1168-01-01", "1201-01-01", ""),
    ("c. XII century", "1101-01-01", "1201-01-01", "~"),
    ("XII-XIII century", "1101-01-01", "1301-01-01", ""),
    ("XII–XIII centuries", "1101-01-01", "1301-01-01", ""),
    ("second half of the XII century", "1151-01-01", "1201-01-01", ""),
    ("II century BC", "-0199-01-01", "-0099-01-01", ""),
    // Remarks of cataloguers
    ("1720 (disputed)", "1720-01-01", "1721-01-01", "?"),
    ("1720 (presumed)", "1720-01-01", "1721-01-01", "?"),
    ("2031 (planned)", "2031-01-01", "2032-01-01", "?"),
    ("May 2031 (expected)", "2031-05-01", "2031-06-01", "?"),
    ("n.d. [c. 1720]", "1720-01-01", "1721-01-01", "~"),
    ("undated [1720?]", "1720-01-01", "1721-01-01", "?"),
    ("s.d. (1720)", "1720-01-01", "1721-01-01", ""),
    ("BET. 1720 & 1725", "1720-01-01", "1726-01-01", ""),
    ("between 1720 & 1725", "1720-01-01", "1726-01-01", ""),
    // Chronologies of lawyers
    ("On or about May 4, 2017", "2017-05-04", "2017-05-05", "~"),
    ("on or around 4 May 2017", "2017-05-04", "2017-05-05", "~"),
    ("in or about May 2017", "2017-05-01", "2017-06-01", "~"),
    ("On May 4, 2017", "2017-05-04", "2017-05-05", ""),
    // Plans and programs
    ("May/24/2017", "2017-05-24", "2017-05-25", ""),
    ("May-24-2017", "2017-05-24", "2017-05-25", ""),
    ("2017-05-24--2017-06-02", "2017-05-24", "2017-06-03", ""),
    ("1720--1725", "1720-01-01", "1726-01-01", ""),
    ("02.05.-24.05.2017", "2017-05-02", "2017-05-25", ""),
    ("24.05. - 25.06.2017", "2017-05-24", "2017-06-26", ""),
    ("5/24–6/25/2017", "2017-05-24", "2017-06-26", ""),
    ("2017-05-24 10:00 (UTC)", "2017-05-24T10:00:00", "2017-05-24T10:01:00", ""),
    ("2017-05-24 10:00 (GMT+2)", "2017-05-24T08:00:00", "2017-05-24T08:01:00", ""),
    ("May 24, 2017 10:00 AM (CEST)", "2017-05-24T08:00:00", "2017-05-24T08:01:00", ""),
    ("'24/05/2017", "2017-05-24", "2017-05-25", ""),
    ("24.05.2017 14:30 Uhr", "2017-05-24T14:30:00", "2017-05-24T14:31:00", ""),
    ("2017年5月24日(水)", "2017-05-24", "2017-05-25", ""),
    ("2017年5月24日（周三）", "2017-05-24", "2017-05-25", ""),
];

pub(super) const PARTS: &[Cells] = &[
    (
        "de",
        &[
            ("2. Hälfte 17. Jh.", "second half of the 17th century"),
            ("erste Hälfte des 17. Jahrhunderts", "first half of the 17th century"),
            ("3. Viertel 17. Jh.", "third quarter of the 17th century"),
            ("letztes Drittel 17. Jh.", "last third of the 17th century"),
            ("2. Hälfte 2. Jh. v. Chr.", "second half of the 2nd century BC"),
            ("die 1720er-Jahre", "1720s"),
            ("24. Mai 2017, 14:30 Uhr", "2017-05-24 14:30"),
        ],
    ),
    (
        "fr",
        &[
            ("2e moitié du XVIIe siècle", "second half of the 17th century"),
            ("première moitié XVIIe s.", "first half of the 17th century"),
            ("1er quart du XVIIe siècle", "first quarter of the 17th century"),
            ("dernier tiers du XVIIe siècle", "last third of the 17th century"),
            ("les années 1720", "1720s"),
        ],
    ),
    (
        "es",
        &[
            ("segunda mitad del siglo XVII", "second half of the 17th century"),
            ("primer cuarto del siglo XVII", "first quarter of the 17th century"),
            ("último tercio del siglo XVII", "last third of the 17th century"),
            ("s. XVII", "17th century"),
        ],
    ),
    (
        "it",
        &[
            ("prima metà del XVII secolo", "first half of the 17th century"),
            ("seconda metà del XVII secolo", "second half of the 17th century"),
            ("ultimo quarto del XVII secolo", "last quarter of the 17th century"),
            ("metà del XVII secolo", "mid 17th century"),
            ("prima del 1720", "before 1720"),
        ],
    ),
    (
        "pt",
        &[
            ("segunda metade do século XVII", "second half of the 17th century"),
            ("primeira metade do século XVII", "first half of the 17th century"),
            ("1.º trimestre de 2017", "Q1 2017"),
        ],
    ),
    (
        "nl",
        &[
            ("eerste helft 17e eeuw", "first half of the 17th century"),
            ("2e helft 17e eeuw", "second half of the 17th century"),
            ("laatste kwart 17e eeuw", "last quarter of the 17th century"),
        ],
    ),
    (
        "ru",
        &[
            ("вторая половина XVII века", "second half of the 17th century"),
            ("2-я половина XVII в.", "second half of the 17th century"),
            ("последняя четверть XVII века", "last quarter of the 17th century"),
            ("первая треть XVII века", "first third of the 17th century"),
        ],
    ),
    ("uk", &[("друга половина XVII ст.", "second half of the 17th century")]),
    (
        "pl",
        &[
            ("2. połowa XVII w.", "second half of the 17th century"),
            ("pierwsza połowa XVII wieku", "first half of the 17th century"),
            ("połowa XVII w.", "mid 17th century"),
        ],
    ),
    (
        "cs",
        &[
            ("2. polovina 17. století", "second half of the 17th century"),
            ("první polovina 17. století", "first half of the 17th century"),
        ],
    ),
    (
        "sv",
        &[
            ("1600-talet", "17th century"),
            ("början av 1600-talet", "early 17th century"),
            ("andra hälften av 1600-talet", "second half of the 17th century"),
            ("1650-talet", "1650s"),
        ],
    ),
    (
        "hu",
        &[
            ("17. század első fele", "first half of the 17th century"),
            ("a 17. század második fele", "second half of the 17th century"),
        ],
    ),
    (
        "tr",
        &[
            ("17. yüzyılın ilk yarısı", "first half of the 17th century"),
            ("17. yüzyılın ikinci yarısı", "second half of the 17th century"),
        ],
    ),
    ("el", &[("δεύτερο μισό του 17ου αιώνα", "second half of the 17th century")]),
    (
        "zh",
        &[
            ("17世纪上半叶", "first half of the 17th century"),
            ("17世纪下半叶", "second half of the 17th century"),
            ("1720年至1725年", "1720/1725"),
            ("1720年到1725年", "1720/1725"),
        ],
    ),
    (
        "ja",
        &[
            ("17世紀前半", "first half of the 17th century"),
            ("17世紀後半", "second half of the 17th century"),
            ("1720年から1725年", "1720/1725"),
        ],
    ),
];
