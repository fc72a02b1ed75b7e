#!/usr/bin/env python3
"""Draws random tables with random options by the command, and tells what went wrong.

Every run must end in a figure, in errors of the table (1) or of the options (2); never in an error of the program, and
in time. A figure must be well-formed, and the same bytes once its rows are shuffled. Each remedy that a refusal names
(an option with or without a value, one to leave out, another text for a cell) is tried, and must not be refused in the
same words. A figure with a height names no fewer events when it is wider.

Tables have points, spans, lanes, milestones, eras, markers, counts, doubtful and ancient dates, ages, clock times,
times that are counted, other languages, long, foreign and hostile words, as CSV, TSV, JSON, Markdown, iCalendar, Mermaid,
plain lists and, where openpyxl is installed, workbooks. The same SEED makes the same tables.

Usage: tests/by_hand/random_tables.py ANNALS [COUNT [SEED]]
"""

import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from random_parts import files, runs, tables  # noqa: E402


def tried(annals, seed, folder):
    """What is wrong with one table, and how it ended."""
    pick = random.Random(seed)
    made = tables.table(pick)
    form, flags, out = files.form(pick), tables.options(pick), tables.output(pick)
    case = runs.Case(annals, folder, str(seed), form, flags, out)
    end, faults = case.tried(pick, made)
    return [f"{fault} {flags} {out} {form}" for fault in faults], end


def main():
    annals, count, seed = sys.argv[1], int((sys.argv + [200])[2]), int((sys.argv + [0] * 3)[3])
    folder = Path(tempfile.mkdtemp(prefix="annals-random-"))
    ends, wrong = {}, 0
    with ThreadPoolExecutor(2) as pool:
        for number, (faults, end) in zip(
            range(seed, seed + count), pool.map(lambda n: tried(annals, n, folder), range(seed, seed + count))
        ):
            ends[end] = ends.get(end, 0) + 1
            wrong += bool(faults)
            for fault in faults:
                print(f"{folder}/{number}: {fault}", flush=True)
    print(f"{count} tables from {seed} on: {ends}; {runs.TRIED} remedies tried; {wrong} wrong")
    sys.exit(wrong > 0)


main()
