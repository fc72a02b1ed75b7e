#!/usr/bin/env bash
# Lays the pictures of other viewers over our own PNG, and looks for every label in the PDF.
#
# Needs chromium, rsvg-convert, inkscape, pdftoppm, pdftotext, xmllint, qpdf and python3 with
# Pillow; what is missing is skipped. Usage: tests/by_hand/compare.sh TABLE.csv
set -euo pipefail
table=$(realpath "$1")
cd "$(dirname "$0")/../.."
cargo build --quiet --release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

target/release/annals "$table" -o "$work/outlines.svg" -o "$work/own.png" -o "$work/own.pdf"
target/release/annals "$table" --svg-text live -o "$work/live.svg"
has() { command -v "$1" >/dev/null || { echo "skipped: no $1"; return 1; }; }
cd "$work"
size=$(grep -o 'viewBox="[^"]*"' live.svg | tr -d '"' | awk '{print $3 "," $4}')

chrome() {
  chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --hide-scrollbars \
    --force-device-scale-factor=3 --window-size="$size" --screenshot="$work/$2" "file://$work/$1" \
    >/dev/null 2>&1
}
if has chromium; then chrome live.svg chromium-live.png; chrome outlines.svg chromium-outlines.png; fi
if has rsvg-convert; then
  rsvg-convert -z 3 outlines.svg -o rsvg-outlines.png
  rsvg-convert -z 3 live.svg -o rsvg-live.png
fi
if has inkscape; then
  inkscape --export-type=png --export-dpi=288 -o inkscape-live.png live.svg >/dev/null 2>&1
  inkscape --export-type=png --export-dpi=288 -o inkscape-outlines.png outlines.svg >/dev/null 2>&1
fi
if has pdftoppm; then pdftoppm -r 288 -singlefile -png own.pdf poppler; fi
if has xmllint; then xmllint --noout live.svg outlines.svg && echo "xmllint: both SVGs are well-formed"; fi
if has qpdf; then qpdf --check own.pdf | tail -n 1; fi

python3 - <<'PYTHON'
import glob, html, re, subprocess
from PIL import Image, ImageChops

own = Image.open("own.png").convert("RGB")
white = lambda image: Image.new("RGB", image.size, (255, 255, 255))
ink = lambda image: ImageChops.difference(image, white(image)).getbbox()
print("own", own.size, "ink", ink(own), "dpi", Image.open("own.png").info.get("dpi"))
for name in sorted(glob.glob("*-*.png") + glob.glob("poppler.png")):
    image = Image.open(name).convert("RGB")
    box = (0, 0, min(own.width, image.width), min(own.height, image.height))
    tones = ImageChops.difference(own.crop(box), image.crop(box)).convert("L").histogram()
    count = sum(tones)
    mean = sum(tone * n for tone, n in enumerate(tones)) / count
    print(f"{name[:-4]:18} {image.size} ink {ink(image)} mean difference {mean:.2f} of 255,"
          f" {sum(tones[65:]) / count:.2%} of pixels differ by over 64")
lines = re.findall(r"<text[^>]*>([^<]*)</text>", open("live.svg", encoding="utf-8").read())
pdf = subprocess.run(["pdftotext", "-layout", "own.pdf", "-"], capture_output=True, text=True).stdout
lost = [line for line in map(html.unescape, lines) if line not in pdf]
print(f"pdftotext: {len(lines) - len(lost)} of {len(lines)} lines whole", lost)
PYTHON
