"""Draws slides and has others read them: python-pptx (parts, names, links, text), and LibreOffice,
whose picture is laid beside ours, with the figure's own face installed and with one in its place.

Needs python-pptx and Pillow (PyPI), LibreOffice Impress and pdftoppm.
Usage: python3 tests/by_hand/pptx/check.py target/debug/annals FOLDER
"""

import csv
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops
from pptx import Presentation
from pptx.util import Emu

ROOT = Path(__file__).parents[3]
ARABIC = (
    "date,title,category\n1945-03-22,تأسيس جامعة الدول العربية,سياسة\n"
    "1956-07-26,تأميم قناة السويس,اقتصاد\n1971-12-02,قيام دولة الإمارات,سياسة\n"
)
LINKED = (
    "date,title,description,url\n1957-10-04,Sputnik 1,The first satellite,https://example.org/a?b&c\n"
    "c. 1961,Vostok <1> & crew,\"A \x01control, and a \u2028 line\",mailto:a@example.org\n"
    "1969-07..,Apollo 11,On the Moon,\n"
)
FIGURES = {
    "seed": ["data/pakistan-russia.csv"],
    "lanes": ["data/gallery/composer.csv"],
    "chronicle": ["data/gallery/speeches.csv"],
    "vertical": ["data/gallery/biography.csv"],
    "lists": ["data/gallery/releases.csv", "--no-config", "--style", "lists"],
    "plan": ["data/gallery/plan.csv"],
    "company": ["data/gallery/company.csv"],
    "counts": ["data/gallery/nobel.csv", "--no-config", "--style", "density"],
    "signs": ["data/gallery/support.csv", "--shapes"],
    "slide": ["data/gallery/launch.csv", "--no-config", "--size", "slide", "--theme", "dark"],
    "linked": [LINKED, "--legend", "always"],
    "arabic": [ARABIC, "--locale", "ar", "--system-fonts"],
}


def drawn(annals, folder, name, table, *options):
    """The slide and the picture of a table."""
    if "\n" in table:
        path = folder / f"{name}.csv"
        path.write_text(table)
    else:
        path = ROOT / table
    slide, picture = folder / f"{name}.pptx", folder / f"{name}.png"
    command = [annals, path, *options, "-o", slide, "-o", picture, "--dpi", "144"]
    subprocess.run(command, check=True, capture_output=True)
    return path, slide, picture


def parts(shapes):
    """All shapes, those of groups, too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from parts(shape.shapes)


def read(table, path):
    """Faults of a slide as python-pptx reads it."""
    presentation = Presentation(path)
    slide = presentation.slides[0]
    (whole,) = slide.shapes
    everything = list(parts(slide.shapes))
    ids = [shape.shape_id for shape in everything]
    if len(set(ids)) != len(ids):
        yield "ids are not unique"
    for shape in everything:
        box = [shape.left, shape.top, shape.left + shape.width, shape.top + shape.height]
        if min(box) < -Emu(914400) or shape.width < 0 or shape.height < 0:
            yield f"{shape.name} is at {box}"
        if shape.has_text_frame and shape.text_frame.text and shape.text_frame.word_wrap is not False:
            yield f"{shape.name} wraps"
    words = " ".join(
        shape.text_frame.text for shape in everything if shape.has_text_frame
    ).replace("\v", " ").replace("\n", " ")
    names = [shape.name for shape in everything]
    with open(table, encoding="utf-8") as rows:
        titles = [row.get("title") for row in csv.DictReader(rows)]
    for title in filter(None, titles):
        plain = title.replace('"', "“").replace("'", "’")
        found = words.count(title) + words.count(plain) + names.count(title)
        if len(titles) < 60 and found == 0 and not any(c in title for c in "\"'-"):
            yield f"{title!r} is not there"
    links = [s.click_action.hyperlink.address for s in everything if s.has_text_frame]
    print(f"  {len(everything)} parts, {sum(map(bool, links))} links, {whole.name!r}")


def shown(folder, path, fonts):
    """The slide as LibreOffice shows it."""
    out = folder / ("own" if fonts else "other")
    out.mkdir(exist_ok=True)
    settings = out / "fonts.conf"
    stand_in = (
        '<alias binding="same"><family>Source Sans 3</family>'
        "<prefer><family>Liberation Sans</family></prefer></alias>"
    )
    own = f"<dir>{ROOT}/src/text/font</dir>" if fonts else stand_in
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{own}</fontconfig>'
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(out), "FONTCONFIG_FILE": str(settings)}
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    page = out / path.stem
    pdf = out / f"{path.stem}.pdf"
    subprocess.run(["pdftoppm", "-r", "144", "-png", "-singlefile", pdf, page], check=True)
    return Image.open(f"{page}.png").convert("RGB")


def main(annals, folder, *only):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    faults = 0
    for name, (table, *options) in FIGURES.items():
        if only and name not in only:
            continue
        print(name)
        path, slide, picture = drawn(annals, folder, name, table, *options)
        for fault in read(path, slide):
            faults += 1
            print("  fault:", fault)
        ours = Image.open(picture).convert("RGB")
        own, other = (shown(folder, slide, fonts).resize(ours.size) for fonts in (True, False))
        share = sum(ImageChops.difference(ours, own).convert("L").histogram()[96:])
        print(f"  {100 * share / (ours.width * ours.height):.2f} % of pixels differ by much")
        beside = Image.new("RGB", (ours.width * 3 + 40, ours.height), "#808080")
        for place, image in enumerate([ours, own, other]):
            beside.paste(image, (place * (ours.width + 20), 0))
        beside.save(folder / f"{name}-beside.png")
    print(f"{faults} faults; pictures in {folder}")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
