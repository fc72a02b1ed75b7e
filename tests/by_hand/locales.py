#!/usr/bin/env python3
"""Writes src/date/language/cldr/*.rs from the Unicode CLDR: names of months, patterns of dates, eras,
lists, separators and units of time.

    npm pack cldr-dates-full@48.2.0 cldr-misc-full@48.2.0 cldr-numbers-full@48.2.0 cldr-units-full@48.2.0
    for p in *.tgz; do mkdir -p "${p%-48*}" && tar xzf "$p" -C "${p%-48*}" --strip-components=1; done
    python3 tests/by_hand/locales.py FOLDER_WITH_THESE_FOUR

The data are those of the Unicode Consortium, under the licence Unicode-3.0. Where a figure needs
another form than CLDR's, it is in OVERRIDES with the reason.
"""
import json
import pathlib
import re
import subprocess
import sys

VERSION = "48.2"
LANGUAGES = "ar ca cs da de el en en-US es fi fr hi hu it ja ko nb nl pl pt ro ru sv tr uk ur zh".split()
# The folder of CLDR for a code: English without a region is that of Britain, as in all figures.
FOLDERS = {"en": "en-GB", "en-US": "en"}
OVERRIDES = {
    # CLDR joins all things by "and", glued to the next one; print has commas.
    ("ar", "comma"): "، ",
    # Three letters everywhere, as labels have had them since the first version.
    ("en", "short names"): "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    # A number with a full stop would be read as an ordinal; a year alone has none in Hungarian.
    ("hu", "year"): ["", ""],
    # The abbreviations of print; CLDR has Latin letters or words in full.
    ("hi", "eras"): ["ई.पू.", "ई."],
    ("ko", "eras"): ["기원전", "서기"],
    ("hu", "quarters"): ["I. n.év", "II. n.év", "III. n.év", "IV. n.év"],
    ("hi", "quarters"): ["ति1", "ति2", "ति3", "ति4"],
    ("ja", "quarters"): [f"第{n}四半期" for n in range(1, 5)],
    ("ja", "quarter"): "y年QQQ",
    ("zh", "quarters"): [f"第{n}季度" for n in range(1, 5)],
    ("zh", "quarter"): "y年QQQ",
    # Numbers are read in either order.
    ("fi", "short day"): "d. MMMM y",
    # A number with a letter behind it would be read as an ordinal.
    ("ca", "quarters"): ["T1", "T2", "T3", "T4"],
    # Czech has no short names of months in print, and numbers are read in either order.
    ("cs", "short day"): "d. MMMM y",
}
FORMS = ["one", "two", "few", "many", "other"]
UNITS = ["year", "month", "day", "hour", "minute", "second"]


def load(root, package, folder, name):
    path = root / package / "main" / folder / (name + ".json")
    return json.loads(path.read_text(encoding="utf-8"))["main"][folder]


def plain(text):
    """The text with the one no-break space that fonts have, without marks of direction."""
    text = text.replace("\u202f", "\u00a0").replace("\u2009", "\u00a0")
    text = re.sub(r" '([гр])'\.", "\u00a0'\\1'.", text)
    return re.sub("[\u200e\u200f]", "", text)


def quoted(value):
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(quoted, value)) + "]"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\u00a0", "\\u{a0}")
    return '"' + escaped + '"'


def names(table):
    return [plain(name) for name in table.values()]


def year_signs(available, code):
    """What follows the number of a year that stands alone, and of one BC."""
    if (code, "year") in OVERRIDES:
        return OVERRIDES[code, "year"]
    sign = lambda pattern: plain(pattern).replace("G", "").strip(" ").replace("y", "").replace("'", "")
    return [sign(available["y"]), sign(available["Gy"])]


def fields(root, code):
    folder = FOLDERS.get(code, code)
    dates = load(root, "cldr-dates-full", folder, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    lists = load(root, "cldr-misc-full", folder, "listPatterns")["listPatterns"]
    numbers = load(root, "cldr-numbers-full", folder, "numbers")["numbers"]
    units = load(root, "cldr-units-full", folder, "units")["units"]["long"]
    available = dates["dateTimeFormats"]["availableFormats"]
    symbols = numbers["symbols-numberSystem-latn"]
    own = lambda what, value: OVERRIDES.get((code, what), value)
    months = dates["months"]
    long_day = available.get("yMMMMd") or dates["dateFormats"]["long"]
    eras = dates["eras"]["eraAbbr"]
    joint = lambda kind: [
        plain(lists["listPattern-type-" + kind][place]).replace("{0}", "").replace("{1}", "")
        for place in ("2", "end")
    ]
    quarters = names(dates["quarters"]["stand-alone"]["abbreviated"])
    per_unit = []
    for unit in UNITS:
        forms = units["duration-" + unit]
        other = plain(forms["unitPattern-count-other"])
        per_unit.append([plain(forms.get("unitPattern-count-" + form, other)) for form in FORMS])
    return {
        "in_date": [names(months["format"]["wide"]), own("short names", names(months["format"]["abbreviated"]))],
        "alone": [names(months["stand-alone"]["wide"]), own("short names", names(months["stand-alone"]["abbreviated"]))],
        "day": [plain(long_day), own("short day", plain(available["yMMMd"])), plain(available["yMd"])],
        "month": [plain(available["yMMMM"]), plain(available["yMMM"]), plain(available["yM"])],
        "month_day": [plain(available["MMMMd"]), plain(available["MMMd"])],
        "quarters": own("quarters", quarters),
        "quarter": own("quarter", plain(available["yQQQ"])),
        "year_signs": year_signs(available, code),
        "eras": own("eras", [plain(eras["0"]), plain(eras["1"])]),
        "is_era_first": plain(available["Gy"]).startswith("G"),
        "and": joint("standard"),
        "or": joint("or"),
        "comma": own("comma", plain(lists["listPattern-type-standard"]["middle"]).replace("{0}", "").replace("{1}", "")),
        "decimal": symbols["decimal"],
        "group": plain(symbols["group"]),
        "units": per_unit,
    }


def source(root, code):
    said = fields(root, code)
    lines = [
        f"//! CLDR {VERSION}, {code}: written by tests/by_hand/locales.py; change nothing here.",
        "",
        "use super::Cldr;",
        "",
        f"pub(in crate::date) static {code.upper().replace('-', '_')}: Cldr = Cldr {{",
    ]
    for name, value in said.items():
        lines.append(f"    {name}: {str(value).lower() if isinstance(value, bool) else quoted(value)},")
    return "\n".join(lines + ["};", ""])


def main():
    root = pathlib.Path(sys.argv[1])
    out = pathlib.Path(__file__).parents[2] / "src/date/language/cldr"
    paths = []
    for code in LANGUAGES:
        path = out / (code.lower().replace("-", "_") + ".rs")
        path.write_text(source(root, code), encoding="utf-8")
        paths.append(str(path))
    subprocess.run(["rustfmt", "--edition", "2024", *paths], check=True)


if __name__ == "__main__":
    main()
