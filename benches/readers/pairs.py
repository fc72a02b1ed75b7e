#!/usr/bin/env python3
"""Blind pairs of figures, for readers to choose from.

    pairs.py draw ANNALS DIR [TABLE ...]  draws each table (or these) in each form, and packs pairs into DIR
    pairs.py add ROUND DIR CHOICES ...    adds what readers chose to choices.csv, as a round of that name
    pairs.py score ANNALS                 compares the choices of each round with what annals chooses by itself

Each table of `data/gallery`, of `fitted` and of `tables` is drawn in each form that it can have. The form that annals
chooses by itself makes a pair with each other one: one PNG, the two figures side by side, without names.
Which of them is on the left follows from a hash of the pair, and the second reader sees them exchanged.
`DIR/key.json` says what is what. CHOICES is a CSV file with `reader,pair,choice,reason`, where the reader is
a or b and the choice is left, right or tie. Needs Pillow.
"""
import csv
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CHOICES = HERE / "choices.csv"
# The forms, by the arguments that ask for them.
FORMS = {
    "flags": ["--style", "flags"],
    "lists": ["--style", "lists"],
    "chronicle": ["--style", "chronicle"],
    "staircase": ["--lane-rows", "staircase"],
    "packed": ["--lane-rows", "pack"],
}
# The pixels of an inch in a pair, and between its figures.
DPI, BETWEEN = 110, 40


def tables():
    """The name of each table, its path, and whether it is kept out of the fitting of weights."""
    folders = [(ROOT / "data/gallery", False), (HERE / "fitted", False), (HERE / "tables", True)]
    for folder, is_kept in folders:
        for path in sorted(folder.glob("*.csv")):
            yield path.stem, path, is_kept


def has_spans(path):
    with open(path, encoding="utf-8") as file:
        header = next(csv.reader(file))
    return bool({"end", "Fin"} & set(header))


def forms(path):
    names = ["staircase", "packed"] if has_spans(path) else ["flags", "lists", "chronicle"]
    return {name: FORMS[name] for name in names}


def draw(annals, path, arguments, out):
    command = [annals, path, "-o", out, "--dpi", str(DPI), *arguments]
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return out.read_bytes() if result.returncode == 0 else None


def packed(left, right, out):
    from PIL import Image

    images = [Image.open(path).convert("RGB") for path in (left, right)]
    width = sum(image.width for image in images) + 3 * BETWEEN
    height = max(image.height for image in images) + 2 * BETWEEN
    page = Image.new("RGB", (width, height), (200, 200, 200))
    x = BETWEEN
    for image in images:
        page.paste(image, (x, BETWEEN))
        x += image.width + BETWEEN
    page.save(out)


def make(annals, folder, wanted):
    folder.mkdir(parents=True, exist_ok=True)
    key = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name, path, _ in tables():
            if wanted and name not in wanted:
                continue
            own = pathlib.Path(temporary) / f"{name}-auto.png"
            chosen, one = draw(annals, path, [], own), own_form(annals, path)
            for form, arguments in forms(path).items():
                other = pathlib.Path(temporary) / f"{name}-{form}.png"
                if draw(annals, path, arguments, other) in (None, chosen):
                    continue
                number = hashlib.sha256(f"{name} {form}".encode()).hexdigest()
                pair, own_is_left = number[:6], int(number[6], 16) % 2 == 0
                key[pair] = {"table": name, "one": one, "other": form}
                for reader, is_left in [("a", own_is_left), ("b", not own_is_left)]:
                    key[pair][reader] = "left" if is_left else "right"
                    sides = (own, other) if is_left else (other, own)
                    packed(*sides, folder / f"{reader}-{pair}.png")
    (folder / "key.json").write_text(json.dumps(key, indent=1, sort_keys=True) + "\n")
    print(f"{len(key)} pairs")


def add(round_, folder, paths):
    key = json.loads((folder / "key.json").read_text())
    with open(CHOICES, "a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for path in paths:
            with open(path, encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    pair, reader = key[row["pair"]], row["reader"]
                    forms = {pair[reader]: pair["one"], "tie": ""}
                    chosen = forms.get(row["choice"], pair["other"])
                    start = [round_, reader, pair["table"], pair["one"], pair["other"]]
                    writer.writerow([*start, chosen, row["reason"]])


def own_form(annals, path):
    """The form that annals chooses by itself."""
    command = [str(annals), "--check", str(path)]
    result = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"form: (\w+)", result.stdout + result.stderr)
    return found.group(1) if found else ""


def score(annals):
    paths = {name: (path, is_kept) for name, path, is_kept in tables()}
    totals, own = {}, {}
    with open(CHOICES, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            table = row["table"]
            path, is_kept = paths[table]
            if table not in own:
                own[table] = own_form(annals, path)
            if own[table] not in (row["one"], row["other"]):
                continue
            won = 0.5 if not row["chosen"] else float(row["chosen"] == own[table])
            for group in ("kept" if is_kept else "fitted", "all"):
                many, sum_ = totals.get((row["round"], group), (0, 0.0))
                totals[row["round"], group] = (many + 1, sum_ + won)
            if won == 0:
                who = f"round {row['round']}, reader {row['reader']}"
                print(f"lost: {table}, {own[table]} to {row['chosen']}, {who}")
    for (round_, group), (many, sum_) in sorted(totals.items()):
        print(f"round {round_}, {group}: {sum_:g} of {many}, {100 * sum_ / many:.0f} %")


def main(arguments):
    match arguments:
        case ["draw", annals, folder, *wanted]:
            make(pathlib.Path(annals).resolve(), pathlib.Path(folder), wanted)
        case ["add", round_, folder, *choices]:
            add(round_, pathlib.Path(folder), choices)
        case ["score", annals]:
            score(pathlib.Path(annals).resolve())
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
