#!/usr/bin/env python3
"""Times annals beside a bare pass over the same file, and beside DuckDB and Polars counting the same groups.

Makes a table `date,title,category` of each number of rows, days of 31 years at random from a fixed seed, and runs
each program on it as a process of its own, in turn, three times. Prints the least real time of each, its processor
time in that run, its greatest memory, and the ratio of its real time to that of the bare pass. DuckDB and Polars
count the rows of each week and category and write them; annals also draws the figure.

Usage: benches/engines.py ANNALS BARE_PASS [ROWS...]
BARE_PASS is the path that `cargo bench --bench bare_pass --no-run` prints. Needs the packages duckdb and polars.
"""

import datetime
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
FIRST = datetime.date(1990, 1, 1)
DAYS = 31 * 365
CATEGORIES = ["north", "east", "south", "west"]

DUCKDB = """
import duckdb, sys
duckdb.sql(f"COPY (SELECT date_trunc('week', date) AS week, category, count(*) FROM read_csv('{sys.argv[1]}') "
           f"GROUP BY ALL ORDER BY ALL) TO '{sys.argv[2]}'")
"""
POLARS = """
import polars, sys
table = polars.scan_csv(sys.argv[1], try_parse_dates=True)
groups = table.group_by(polars.col("date").dt.truncate("1w"), "category").len().sort("date", "category")
groups.collect().write_csv(sys.argv[2])
"""


def write_table(path, rows):
    pick = random.Random(rows)
    days = [(FIRST + datetime.timedelta(days=day)).isoformat() for day in range(DAYS)]
    with open(path, "w", encoding="ascii") as file:
        file.write("date,title,category\n")
        for row in range(rows):
            file.write(f"{pick.choice(days)},Event {row},{pick.choice(CATEGORIES)}\n")


def run(command):
    """The real time, the processor time and the greatest memory (in MB) of a process."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    real = time.monotonic() - begun
    if status != 0:
        sys.exit(f"{command[0]}: {errors.decode(errors='replace')}")
    return real, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def commands(annals, bare, table, out):
    return {
        "bare pass": [bare, table],
        "annals": [annals, table, "--no-config", "-o", f"{out}.svg"],
        "DuckDB": [sys.executable, "-c", DUCKDB, table, f"{out}.csv"],
        "Polars": [sys.executable, "-c", POLARS, table, f"{out}.csv"],
    }


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    annals, bare = (str(Path(path).resolve()) for path in arguments[:2])
    sizes = [int(rows) for rows in arguments[2:]] or [10**power for power in range(3, 8)]
    print("| rows | program | real, s | processor, s | memory, MB | of the bare pass |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            table = f"{folder}/{rows}.csv"
            write_table(table, rows)
            wanted = commands(annals, bare, table, f"{folder}/out")
            runs = [{name: run(command) for name, command in wanted.items()} for _ in range(ROUNDS)]
            best = {name: min(round_[name] for round_ in runs) for name in wanted}
            for name, (real, processor, memory) in best.items():
                ratio = real / best["bare pass"][0]
                print(f"| {rows:,} | {name} | {real:.3f} | {processor:.3f} | {memory:.0f} | {ratio:.2f} |", flush=True)
            Path(table).unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
