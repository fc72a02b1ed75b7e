"""Prints the table of src/render/pptx/width_table.rs: the greater of the advances of Carlito and
Liberation Sans, in thousandths of an em, from the blank to the tilde.

Needs fontTools and Debian's fonts-crosextra-carlito and fonts-liberation.
Usage: python3 tests/by_hand/pptx/widths.py
"""

from fontTools.ttLib import TTFont

FONTS = "/usr/share/fonts/truetype"


def advances(path):
    """Advances from the blank to the tilde, rounded up."""
    font = TTFont(f"{FONTS}/{path}")
    names, glyphs, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return [-(-glyphs[names[code]][0] * 1000 // em) for code in range(32, 127)]


for weight in ["Regular", "Bold"]:
    faces = [f"crosextra/Carlito-{weight}.ttf", f"liberation/LiberationSans-{weight}.ttf"]
    print(weight, [max(pair) for pair in zip(*map(advances, faces))])
