"""A blind contest: figures of annals at its defaults beside the best that other programs make.

    contest.py draw ANNALS DIR [TABLE ...]  draws each table of `tables` (or these) with annals and the other
                                            programs, and packs pairs
    contest.py add DIR CHOICES ...          adds what readers chose to choices.csv
    contest.py score                        counts choices.csv by program

The others are labella.js as boxes under an axis and as a column of dated lines, d3-milestones and
vis-timeline in Chromium, and ggplot2 with ggrepel, each in the best settings that were found
(`rivals.mjs`, `rivals.R`); three of them for each table. `DIR/a` and `DIR/b` have one PNG a pair for the two
readers, who see the sides exchanged; `DIR/key.json` says what is what. CHOICES is a CSV file with
`reader,pair,choice,reason`, where the choice is left, right or tie. Needs Pillow, node, npm, Chromium, and R
with ggplot2, ggrepel and ragg.
"""

import csv
import hashlib
import json
import pathlib
import random
import subprocess
import sys

import events

HERE = pathlib.Path(__file__).parent
CHOICES = HERE / "choices.csv"
FIELDS = ["table", "rival", "reader", "ours", "reason"]
# Where spans, ages or years BC leave programs out, or show them at their worst.
RIVALS = {
    "apollo": ["ggplot", "vertical"],
    "band": ["ggplot", "vertical", "vis"],
    "cv": ["ggplot", "vis"],
    "dynasties": ["ggplot", "vertical", "vis"],
    "earth": ["vertical", "tags", "ggplot"],
    "hospital": ["ggplot", "vertical", "vis"],
    "kings": ["ggplot", "vertical"],
    "lawsuit": ["vertical", "tags"],
    "mix": ["ggplot", "vertical"],
    "philo": ["ggplot", "vertical"],
    "rome": ["vertical", "tags", "vis"],
    "treat": ["ggplot", "vis"],
}
USUAL = ["vertical", "tags", "milestones"]
WIDTH, GAP = 1000, 40


def draw(annals, folder, *names):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = [path for path in sorted((HERE / "tables").glob("*.csv")) if not names or path.stem in names]
    read = {path.stem: events.of_table(annals, path) for path in paths}
    (folder / "events.json").write_text(json.dumps(read))
    for path in paths:
        out = folder / f"{path.stem}.annals.png"
        subprocess.run([annals, path, "--no-config", "-o", out, "--dpi", "200"], check=True, capture_output=True)
    subprocess.run(["node", HERE / "rivals.mjs", folder / "events.json", folder], check=True)
    for name, rows in read.items():
        table = folder / f"{name}.csv"
        with table.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        subprocess.run(["Rscript", HERE / "rivals.R", table, folder / f"{name}.ggplot.png"], check=True)
    pack(folder, sorted(read))


def pack(folder, names):
    """Two figures on one picture, for each reader the other way round."""
    from PIL import Image

    pairs = [(name, rival) for name in names for rival in RIVALS.get(name, USUAL)]
    random.Random(7).shuffle(pairs)
    key = {}
    for number, (name, rival) in enumerate(pairs):
        pictures = [Image.open(folder / f"{name}.{one}.png").convert("RGB") for one in ("annals", rival)]
        pictures = [one.resize((WIDTH, one.height * WIDTH // one.width), Image.LANCZOS) for one in pictures]
        is_odd = int(hashlib.md5(f"{name}{rival}".encode()).hexdigest(), 16) % 2
        for reader, is_turned in (("a", is_odd), ("b", 1 - is_odd)):
            left, right = reversed(pictures) if is_turned else pictures
            sheet = Image.new("RGB", (2 * WIDTH + GAP, max(left.height, right.height)), "#999999")
            sheet.paste(left, (0, 0))
            sheet.paste(right, (WIDTH + GAP, 0))
            (folder / reader).mkdir(exist_ok=True)
            sheet.save(folder / reader / f"{number:02}.png")
            key[f"{reader}{number:02}"] = {"table": name, "rival": rival, "annals": "right" if is_turned else "left"}
    (folder / "key.json").write_text(json.dumps(key))


def add(folder, *paths):
    key = json.loads((pathlib.Path(folder) / "key.json").read_text())
    is_new = not CHOICES.exists()
    with CHOICES.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        if is_new:
            writer.writeheader()
        for path in paths:
            for row in csv.DictReader(open(path, encoding="utf-8")):
                pair = key[f"{row['reader']}{int(row['pair']):02}"]
                ours = {"tie": "tie", pair["annals"]: "yes"}.get(row["choice"], "no")
                writer.writerow({"table": pair["table"], "rival": pair["rival"], "reader": row["reader"], "ours": ours, "reason": row["reason"]})


def score():
    points = {"yes": 1, "tie": 0.5, "no": 0}
    sums = {}
    for row in csv.DictReader(CHOICES.open(encoding="utf-8")):
        for name in (row["rival"], "all"):
            won, many = sums.get(name, (0, 0))
            sums[name] = (won + points[row["ours"]], many + 1)
    for name, (won, many) in sorted(sums.items()):
        print(f"{name}: {won:g} of {many}, {100 * won / many:.0f} %")


if __name__ == "__main__":
    {"draw": draw, "add": add, "score": score}[sys.argv[1]](*sys.argv[2:])
