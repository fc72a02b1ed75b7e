"""Holds the blocks of the engine against the proven optimum.

    python3 benches/optimum/main.py [KIND…] [COUNT…] [--seeds 10] [--first 1] [--limit 60]
        [--workers 2] [--every-column] [--lines FILE] [--keep FILE]

It takes the instances from `examples/instances.rs` (or from a file of its lines), solves the model of
each with CP-SAT, which it installs into a folder of its own in the system's temporary one, and prints
a table. `--keep` writes what came of each instance as lines of JSON.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

ORTOOLS = "ortools==9.15.6755"
HERE = pathlib.Path(__file__).parent


def with_solver():
    """Starts this again under a Python that has the solver, unless this one is it."""
    home = pathlib.Path(tempfile.gettempdir()) / ORTOOLS.replace("==", "-")
    if pathlib.Path(sys.prefix) == home:
        return
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", ORTOOLS], check=True)
    os.execv(python, [python, *sys.argv])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("wanted", nargs="*", help="kinds and counts; all if none is named")
    parser.add_argument("--seeds", type=int, default=10, help="of each, at most 10")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--limit", type=float, default=60, help="seconds for each instance")
    parser.add_argument("--workers", type=int, default=2, help="threads of the solver")
    parser.add_argument("--every-column", action="store_true",
                        help="lists of several dates in several columns too, which the engine does not try")
    parser.add_argument("--lines", type=pathlib.Path, help="lines of examples/instances.rs")
    parser.add_argument("--keep", type=pathlib.Path, help="where to write what came of each")
    return parser.parse_args()


def instances(options):
    if options.lines:
        text = options.lines.read_text()
    else:
        command = ["cargo", "run", "--quiet", "--release", "--example", "instances", "--",
                   *options.wanted, "--first", str(options.first)]
        text = subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout
    found = [json.loads(line) for line in text.splitlines()]
    kinds = [word for word in options.wanted if not word.isdigit()]
    counts = [int(word) for word in options.wanted if word.isdigit()]
    return [one for one in found
            if (not kinds or one["kind"] in kinds) and (not counts or one["count"] in counts)
            and one["seed"] < options.first + options.seeds]


def solved(instance, options):
    """What came of an instance: the engine's cost, its time, and the bounds of the optimum."""
    from blocks import Weights, price, told
    from model import optimum
    problem, weights, cost = instance["problem"], Weights(), instance["cost"]
    placed = told(problem, weights, instance["placement"])
    if price(problem, weights, placed) != cost:
        sys.exit(f"the prices differ: {instance['kind']} {instance['count']} {instance['seed']}")
    start = time.monotonic()
    found = optimum(problem, weights, cost, options.limit, options.workers, placed,
                    options.every_column)
    if found is None:
        sys.exit(f"the model is at fault: {instance['kind']} {instance['count']} {instance['seed']}")
    lower, upper, best = found
    shape = [(block.start, block.end, block.kind, block.form, side, left)
             for block, side, left in best or []]
    keys = ("kind", "count", "seed", "cost", "time")
    return {key: instance[key] for key in keys} | {
        "lower": lower, "upper": upper, "seconds": time.monotonic() - start, "best": shape,
        "engine": [(block.start, block.end, block.kind, block.form, side, left)
                   for block, side, left in placed]}


def summary(group):
    """A line of the table for results of one kind and count, or of several."""
    many = len(group)
    proven = [one for one in group if one["lower"] == one["upper"]]
    at_best = sum(one["cost"] == one["lower"] for one in group)
    beaten = sum(one["cost"] > one["upper"] for one in group)

    def over(bound):
        found = [100 * (one["cost"] / one[bound] - 1) for one in group]
        return sum(found) / many, max(found)

    (least_mean, least_worst), (mean, worst) = over("upper"), over("lower")
    times = sum(one["time"] for one in group) / many
    seconds = sum(one["seconds"] for one in group) / many
    return (f"| {many} | {len(proven)} | {at_best} | {beaten} | {least_mean:.2f} to {mean:.2f} "
            f"| {least_worst:.2f} to {worst:.2f} | {times:.2f} | {seconds:.1f} |")


HEAD = ("| kind | events | instances | proven | engine at the optimum | engine beaten "
        "| mean over it, % | worst, % | engine, ms | model, s |\n" + "|---" * 10 + "|")


def main():
    options = arguments()
    results = []
    print(HEAD)
    lines = instances(options)
    for kind, count in dict.fromkeys((one["kind"], one["count"]) for one in lines):
        group = [solved(one, options) for one in lines
                 if (one["kind"], one["count"]) == (kind, count)]
        results += group
        print(f"| {kind} | {count} {summary(group)}", flush=True)
        if options.keep:
            options.keep.write_text("".join(json.dumps(one) + "\n" for one in results))
    for count in sorted({one["count"] for one in results}):
        print(f"| all | {count} {summary([one for one in results if one['count'] == count])}")


if __name__ == "__main__":
    with_solver()
    main()
