#!/usr/bin/env python3
"""How time, memory and output grow with the table: one table of each kind at two sizes.

    python3 benches/growth.py target/release/annals [--sizes 10000,100000] [--kinds eras,markers]

Prints a row for each kind: user time and size of the SVG at both sizes, the ratio of both, the peak
of memory. Tenfold rows may take 10 to 13 times as long (n log n) and write at most tenfold bytes.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

LIMIT = 600  # seconds for one figure


def day(index, many, years=900):
    """A day of `years` years, spread evenly."""
    number = index * years * 336 // many
    return f"{1100 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def rows(kind, many):
    """The rows of a table, with the options that it is drawn with."""
    if kind == "eras":
        head = "date,end,title,kind\n1100,,First,\n2000,,Last,\n"
        body = (f"{day(n, many)},{day(min(n + 3, many - 1), many)},Era {n},era" for n in range(many))
        return head, body, []
    if kind == "markers":
        head = "date,title,kind\n1100,First,\n2000,Last,\n"
        return head, (f"{day(n, many)},Marker {n},marker" for n in range(many)), []
    if kind == "lanes":
        head = "date,end,title,lane\n"
        return head, (f"{day(n, many)},{2005 + n % 90},Span {n},Lane {n}" for n in range(many)), []
    if kind == "spans of one lane":
        head = "date,end,title,lane\n"
        return head, (f"{day(n, many)},{day(n, many, 905)},Span {n},One" for n in range(many)), []
    if kind == "clusters":
        head = "date,title\n1100,First\n2000,Last\n"
        return head, (f"1500-{n % 12 + 1:02}-{n % 28 + 1:02},Point {n}" for n in range(many)), []
    head = "date,title\n"
    if kind == "points":
        return head, (f"{day(n, many)},Point {n}" for n in range(many)), []
    if kind == "points with a height":
        return head, (f"{day(n, many)},Point {n}" for n in range(many)), ["--height", "800px"]
    if kind == "points, vertical":
        body = (f"{day(n, many)},Point {n}" for n in range(many))
        return head, body, ["--orientation", "vertical"]
    if kind == "one date, vertical":
        return head, (f"2010-03-12,Point {n}" for n in range(many)), ["--orientation", "vertical"]
    raise SystemExit(f"no kind {kind}")


KINDS = [
    "eras", "markers", "lanes", "spans of one lane", "clusters", "points", "points with a height",
    "points, vertical", "one date, vertical",
]


def measure(program, kind, many, folder):
    """User seconds, bytes of the SVG and peak of memory in MB."""
    head, body, options = rows(kind, many)
    table, picture = os.path.join(folder, "t.csv"), os.path.join(folder, "t.svg")
    with open(table, "w", encoding="utf-8") as file:
        file.write(head)
        file.writelines(row + "\n" for row in body)
    command = [program, table, "-o", picture, "--max-events", str(many + 10), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    started = time.monotonic()
    os.set_blocking(process.stderr.fileno(), False)
    said = b""
    while True:
        said += process.stderr.read() or b""
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.monotonic() - started > LIMIT:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.02)
    said += process.stderr.read() or b""
    if os.waitstatus_to_exitcode(status) != 0:
        print(f"{kind}, {many}: {said.decode(errors='replace').strip()[:300]}", file=sys.stderr)
        return None
    bytes_out = os.path.getsize(picture)
    os.remove(picture)
    return usage.ru_utime, bytes_out, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--kinds", default=None)
    arguments = parser.parse_args()
    small, large = (int(size) for size in arguments.sizes.split(","))
    kinds = arguments.kinds.split(";") if arguments.kinds else KINDS
    print(f"| table | s at {small:,} | s at {large:,} | ratio | MB of SVG | ratio | MB of memory |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            one = measure(arguments.program, kind, small, folder)
            many = measure(arguments.program, kind, large, folder) if one else None
            if not many:
                print(f"| {kind} | {f'{one[0]:.2f}' if one else '-'} | - | - | - | - | - |")
                continue
            print(
                f"| {kind} | {one[0]:.2f} | {many[0]:.2f} | {many[0] / max(one[0], 0.01):.1f} "
                f"| {many[1] / 1e6:.1f} | {many[1] / one[1]:.1f} | {many[2]:.0f} |",
                flush=True,
            )


main()
