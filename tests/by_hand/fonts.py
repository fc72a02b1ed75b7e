#!/usr/bin/env python3
"""Draws with fonts of every kind and has the files checked: each is drawn, or refused by its name.

Made of the bundled face: a collection of two (TTC), a variable one, WOFF, WOFF2, one with layers of colour (COLR) and one
whose outlines are gone. More files may be named, such as fonts of the system with thousands of characters.

Needs fonttools, brotli, pikepdf. Usage: tests/by_hand/fonts.py ANNALS [FONT...]
"""
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

import pikepdf
from fontTools.colorLib import builder
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont

FACE = Path(__file__).resolve().parents[2] / "src/text/font/SourceSans3-Regular.ttf"
TABLE = "date,title\n2020,First event\n2021,条約 договор\n2022,Office 😀\n"


def made(folder):
    """The fonts, each with whether it must be drawn."""
    two = TTCollection()
    two.fonts = [TTFont(FACE), TTFont(FACE)]
    two.save(folder / "two.ttc")
    yield folder / "two.ttc", True
    variable = TTFont(FACE)
    FontBuilder(font=variable).setupFvar([("wght", 300, 400, 700, "Weight")], [])
    FontBuilder(font=variable).setupGvar({})
    variable.save(folder / "variable.ttf")
    yield folder / "variable.ttf", True
    colour = TTFont(FACE)
    colour["COLR"] = builder.buildCOLR({"A": [("B", 0)]}, version=0)
    colour["CPAL"] = builder.buildCPAL([[(1.0, 0.0, 0.0, 1.0)]])
    colour.save(folder / "colour.ttf")
    yield folder / "colour.ttf", True
    for flavour in ("woff", "woff2"):
        web = TTFont(FACE)
        web.flavor = flavour
        web.save(folder / f"web.{flavour}")
        yield folder / f"web.{flavour}", False
    bare = TTFont(FACE)
    for table in ("glyf", "loca"):
        del bare[table]
    bare.save(folder / "bare.ttf")
    yield folder / "bare.ttf", False


def faults(annals, font, is_drawn, folder):
    for option in ("--font", "--font-family"):
        for kind in ("svg", "pdf", "png", "html", "pptx"):
            out = folder / f"o.{kind}"
            out.unlink(missing_ok=True)
            command = [annals, folder / "t.csv", "--no-config", option, font, "-o", out]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
            if done.returncode not in (0, 2) or (is_drawn is not None and is_drawn != (done.returncode == 0)):
                yield f"{option} {kind} ends with {done.returncode}: {done.stderr}"
            elif done.returncode == 2 and font.name not in done.stderr:
                yield f"{option} {kind} does not name it: {done.stderr}"
            elif done.returncode == 0 and kind == "svg":
                xml.parse(out)
            elif done.returncode == 0 and kind == "pdf":
                with pikepdf.open(out) as file:
                    yield from file.check_pdf_syntax()


def main():
    annals, more = Path(sys.argv[1]).resolve(), [(Path(name), None) for name in sys.argv[2:]]
    wrong = many = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "t.csv").write_text(TABLE)
        for font, is_drawn in [*made(folder), *more]:
            many += 1
            told = list(faults(annals, font, is_drawn, folder))
            wrong += bool(told)
            for fault in told:
                print(f"{font.name} {fault}")
    print(f"{many} fonts, {wrong} at fault")
    sys.exit(wrong > 0)


main()
