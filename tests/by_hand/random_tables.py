#!/usr/bin/env python3
"""Draws random tables with random options by the command, and tells what went wrong.

Every run must end in a figure, in errors of the table (1) or of the options (2); never in an error of the program, and
in time. A figure must be well-formed, and the same bytes once its rows are shuffled. Tables have points, spans, lanes,
milestones, eras, markers, counts, doubtful and ancient dates, long, foreign and hostile words, as CSV, TSV, JSON or
Markdown. The same SEED makes the same tables.

Usage: tests/by_hand/random_tables.py ANNALS [COUNT [SEED]]
"""

import json
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SECONDS = 60
WORDS = ["war", "peace", "Verfassungsgericht", "Ω", "договор", "条約", "معاهدة", "שלום", "👩‍👧‍👦", "e\u0301", "<b>", "&amp;",
         "\u202ertl", "\x07", "=1+1", "x" * 70, "{{< x >}}", "a\u00adb", "fi", "$5", "2021"]
STYLES = ["auto", "flags", "lists", "chronicle", "density"]


def word(pick):
    return " ".join(pick.choice(WORDS) for _ in range(pick.choice([1, 1, 2, 3, 8])))


def date(pick, era):
    year = pick.randint(*era)
    month, day = pick.randint(1, 12), pick.randint(1, 28)
    if year < 1000:
        return pick.choice([f"{abs(year) + 1} BC" if year < 1 else f"AD {year}", f"c. {abs(year) + 1} BC"])
    return pick.choice([
        f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{day} {'JFMASOND'[month % 8]}{'anuary'}",
        f"{year}-{month:02}-{day:02}T{pick.randint(0, 23):02}:{pick.randint(0, 59):02}", f"c. {year}", f"{year}?",
        f"{year}s", f"before {year}", f"Q{pick.randint(1, 4)} {year}", f"{year}/{year + 3}",
    ]) if pick.random() < 0.1 else pick.choice([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"])


def table(pick):
    eras = [(1990, 2025), (1789, 1945), (2024, 2024), (-3000, 2000), (-500, -1), (1000, 9990)]
    era = pick.choice(eras)
    columns = ["date", "title"]
    extra = {"end": 0.5, "description": 0.5, "category": 0.5, "lane": 0.25, "kind": 0.15, "importance": 0.2, "on": 0.1,
             "url": 0.1, "count": 0.07}
    columns += [name for name, chance in extra.items() if pick.random() < chance]
    spans, many = pick.random(), pick.choice([1, 2, 3, 5, 8, 13, 30, 60, 120])
    titles = [word(pick) for _ in range(many)]
    rows = []
    for n in range(many):
        start = date(pick, era)
        length = pick.randint(0, max(1, (era[1] - era[0]) // 4))
        end = ""
        if start[:4].isdigit() and pick.random() < spans:
            end = pick.choice(["present", "?", "", f"{int(start[:4]) + length}"])
        cells = {
            "date": start, "title": pick.choice(titles), "end": end,
            "description": pick.choice(["", word(pick), " ".join(word(pick) for _ in range(9))]),
            "category": pick.choice(["", "A", "B", "C", word(pick)]), "lane": pick.choice(["", "L1", "L2", word(pick)]),
            "kind": pick.choice(["", "", "era", "marker", "holiday"]), "importance": pick.choice(["", "low", "high", "7"]),
            "on": pick.choice(["", titles[0]]), "url": pick.choice(["", "https://example.org/a?b=c&d", "javascript:x"]),
            "count": pick.choice(["", "3", "1000"]),
        }
        rows.append([cells[name] for name in columns])
    return columns, rows


def text(columns, rows, form):
    if form == "json":
        return json.dumps([dict(zip(columns, row)) for row in rows])
    if form == "md":
        lines = [columns, ["---"] * len(columns), *rows]
        return "".join("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |\n" for row in lines)
    mark = "\t" if form == "tsv" else ","
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "".join(mark.join(row) + "\n" for row in [columns, *quoted])


def options(pick):
    chances = [
        (0.3, lambda: ["--style", pick.choice(STYLES)]),
        (0.2, lambda: ["--orientation", pick.choice(["vertical", "horizontal"])]),
        (0.3, lambda: ["--size", pick.choice(["column", "half", "report", "a4", "page", "slide", "social"])]),
        (0.3, lambda: ["--width", f"{pick.choice([60, 120, 240, 500, 900, 3000])}px"]),
        (0.15, lambda: ["--height", f"{pick.choice([60, 150, 400, 1200])}px"]),
        (0.2, lambda: ["--break", "auto"]),
        (0.05, lambda: ["--scale", "log"]),
        (0.1, lambda: ["--from", str(pick.randint(-500, 2020))]),
        (0.1, lambda: ["--to", str(pick.randint(1500, 2030))]),
        (0.1, lambda: ["--locale", pick.choice(["de", "fr", "ru", "ja", "ar", "ur", "hi"])]),
        (0.1, lambda: ["--lane-by", pick.choice(["category", "none"])]),
        (0.1, lambda: ["--lane-rows", pick.choice(["staircase", "pack"])]),
        (0.1, lambda: ["--show", pick.choice(["dates", "duration", "none"])]),
        (0.1, lambda: ["--fold", str(pick.randint(1, 4))]),
        (0.1, lambda: ["--today", "2025-06-01"]),
        (0.1, lambda: ["--theme", pick.choice(["light", "dark", "print", "auto"])]),
        (0.05, lambda: ["--weekends"]),
        (0.1, lambda: ["--title", word(pick).replace("\x07", "")]),
        (0.05, lambda: ["--patterns"]),
        (0.05, lambda: ["--top", str(pick.randint(1, 20))]),
        (0.05, lambda: ["--svg-text", pick.choice(["live", "none"])]),
    ]
    return [part for chance, make in chances if pick.random() < chance for part in make()]


def run(annals, path, flags, out):
    command = [annals, str(path), *flags, "-f", out, "--messages", "json"]
    return subprocess.run(command, capture_output=True, timeout=SECONDS)


def tried(annals, seed, folder):
    """What is wrong with one table, and how it ended."""
    pick = random.Random(seed)
    (columns, rows), form = table(pick), pick.choice(["csv", "csv", "tsv", "json", "md"])
    flags, out = options(pick), pick.choice(["svg", "svg", "svg", "png", "pdf", "html", "pptx"])
    path, other = folder / f"{seed}.{form}", folder / f"{seed}-shuffled.{form}"
    path.write_text(text(columns, rows, form), encoding="utf-8")
    try:
        first = run(annals, path, flags, out)
        if first.returncode not in (0, 1, 2):
            return f"ends with {first.returncode}: {first.stderr[-400:]!r} {flags} {out}", first.returncode
        if first.returncode:
            return None, first.returncode
        if out == "svg":
            xml.fromstring(first.stdout)
        pick.shuffle(rows)
        other.write_text(text(columns, rows, form), encoding="utf-8")
        if "--sort" not in flags and run(annals, other, ["--title", "t", *flags], out).stdout != \
                run(annals, path, ["--title", "t", *flags], out).stdout:
            return f"shuffled rows give other bytes: {flags} {out}", 0
        path.unlink(), other.unlink()
        return None, 0
    except subprocess.TimeoutExpired:
        return f"takes more than {SECONDS} s: {flags} {out}", None
    except xml.ParseError as error:
        return f"is ill-formed: {error} {flags} {out}", 0


def main():
    annals, count, seed = sys.argv[1], int(sys.argv[2] if len(sys.argv) > 2 else 200), int((sys.argv + [0] * 3)[3])
    folder = Path(tempfile.mkdtemp(prefix="annals-random-"))
    ends, wrong = {}, 0
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda n: (n, *tried(annals, n, folder)), range(seed, seed + count))
        for number, fault, end in results:
            ends[end] = ends.get(end, 0) + 1
            if fault:
                wrong += 1
                print(f"{folder}/{number}: {fault}", flush=True)
    print(f"{count} tables from {seed} on: {ends}; {wrong} wrong")
    sys.exit(wrong > 0)


main()
