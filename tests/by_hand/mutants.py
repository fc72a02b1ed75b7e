#!/usr/bin/env python3
"""Changes one operator, number or condition at a time in files of the rooms `date` and
`check`, and tells which changes no test notices.

The rooms are built by themselves, in a crate of their own in target/mutants: that takes seconds.
`tests/dates` and the tests in the files are what has to notice. Needs python3.

Usage: tests/by_hand/mutants.py [--list] FILE[:FIRST-LAST]...
       nice tests/by_hand/mutants.py src/check/mod.rs src/check/lanes.rs
       nice tests/by_hand/mutants.py src/date/parse/iso.rs:40-90

Survivors are told as `file:line:column: before -> after`. What is known to be the same program,
and why, is in survivors.md beside this file.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target/mutants"
LIB = """
pub mod error;
pub mod geometry;
pub mod date;
pub use date::{Date, DateError};
pub mod check;
"""
MANIFEST = """
[package]
name = "annals"
version = "0.1.0"
edition = "2024"
[dependencies]
chrono = { version = "0.4.45", default-features = false, features = ["std"] }
[dev-dependencies]
proptest = { version = "1.12", default-features = false, features = ["std"] }
[profile.dev]
debug = false
[profile.dev.package."*"]
opt-level = 2
[workspace]
"""
# What is built, by the folder of a file: the modules that the crate has, the tests that are run.
ROOMS = {
    "src/date": ("src/date", "check", ["--lib", "--test", "dates"]),
    "src/check": ("src/check", "date", ["--lib"]),
}

# What is changed, and into what. Operators have blanks at both sides, as rustfmt writes them.
CHANGES = [
    (r" == ", [" != "]),
    (r" != ", [" == "]),
    (r" < ", [" <= "]),
    (r" <= ", [" < "]),
    (r" > ", [" >= "]),
    (r" >= ", [" > "]),
    (r" && ", [" || "]),
    (r"(?<=[\w)\]}?]) \|\| ", [" && "]),
    (r"^ *&& ", [" || "]),
    (r"^ *\|\| ", [" && "]),
    (r" \+ ", [" - "]),
    (r" - ", [" + "]),
    (r" \* ", [" / "]),
    (r" / ", [" * "]),
    (r" % ", [" * "]),
    (r" \+= ", [" -= "]),
    (r" -= ", [" += "]),
    (r"\.\.=", [".."]),
    (r"(?<=[\w)])\.\.(?=[\w(])", ["..="]),
    (r"\btrue\b", ["false"]),
    (r"\bfalse\b", ["true"]),
    (r"(?<![\w#])!(?=[\w(])", [""]),
    (r"\.min\(", [".max("]),
    (r"\.max\(", [".min("]),
    (r"\.all\(", [".any("]),
    (r"\.any\(", [".all("]),
    (r"\.first\(\)", [".last()"]),
    (r"\.last\(\)", [".first()"]),
    (r"\bis_some_and\b", ["is_none_or"]),
    (r"\bis_none_or\b", ["is_some_and"]),
    (r"\bis_some\b", ["is_none"]),
    (r"\bis_none\b", ["is_some"]),
    (r"(?<![\w.'])\d[\d_]*(?![\w.]|\.\d)", None),
]


def numbers(text):
    """A number one more and one less."""
    value = int(text.replace("_", ""))
    return [str(value + 1)] + ([str(value - 1)] if value > 0 else [])


def code(line):
    """A line with its comment, and the letters of its strings, blanked out."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"', lambda m: '"' + "_" * (len(m[0]) - 2) + '"', line)
    return re.sub(r"(?<!:)//.*", lambda m: " " * len(m[0]), line)


def changes(path, first, last):
    """All changes of a file: line, column, before, after. Its tests are left as they are."""
    lines = (ROOT / path).read_text().split("\n")
    for number, line in enumerate(lines, 1):
        if line == "mod tests {":
            break
        bare = code(line)
        if not first <= number <= last or re.match(r"\s*(use|#)", bare):
            continue
        for pattern, afters in CHANGES:
            for found in re.finditer(pattern, bare):
                for after in afters or numbers(found[0]):
                    yield number, found.start(), found[0], after


def crate(room):
    """Lays out a crate of the one room; other folders of it are links, as the changed one is not."""
    shutil.rmtree(WORK / "src", ignore_errors=True)
    (WORK / "src").mkdir(parents=True)
    modules, without, _ = ROOMS[room]
    shutil.copytree(ROOT / modules, WORK / modules)
    for name in ["error.rs", "geometry.rs"]:
        shutil.copy(ROOT / "src" / name, WORK / "src" / name)
    for name, link in [("error", "src/error"), ("../tests", "tests"), ("../fuzz", "fuzz")]:
        if not (WORK / "src" / name).exists():
            (WORK / "src" / name).symlink_to(ROOT / link)
    kept = [line for line in LIB.split("\n") if without not in line]
    (WORK / "src/lib.rs").write_text("\n".join(["#![allow(warnings)]", *kept]))
    (WORK / "Cargo.toml").write_text(MANIFEST)
    shutil.copy(ROOT / "Cargo.lock", WORK)


def run(command, limit):
    """Whether a command succeeds in time; a test that hangs has noticed."""
    environment = dict(os.environ, CARGO_TARGET_DIR=str(WORK / "target"), PROPTEST_CASES="64")
    cargo = subprocess.Popen(
        ["cargo", "test", "--quiet", "--offline", *command],
        cwd=WORK, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        return cargo.wait(limit) == 0
    except subprocess.TimeoutExpired:
        os.killpg(cargo.pid, 9)
        cargo.wait()
        return False


def try_file(path, first, last, limit):
    """Tries all changes of a file, and gives how many were built and how many survived."""
    before = (ROOT / path).read_text()
    lines = before.split("\n")
    built = survived = 0
    tests = ROOMS[next(room for room in ROOMS if path.startswith(room))][2]
    for number, column, old, new in changes(path, first, last):
        line = lines[number - 1]
        changed = line[:column] + new + line[column + len(old):]
        after = [*lines[: number - 1], changed, *lines[number:]]
        (WORK / path).write_text("\n".join(after))
        if run([*tests, "--no-run"], 600):
            built += 1
            if run(tests, limit):
                survived += 1
                print(f"{path}:{number}:{column + 1}: {line.strip()} -> {changed.strip()}", flush=True)
    (WORK / path).write_text(before)
    return built, survived


def main():
    asked = [word for word in sys.argv[1:] if word != "--list"]
    if not asked:
        sys.exit(__doc__)
    counts = [0, 0]
    for word in asked:
        path, _, lines = word.partition(":")
        first, last = map(int, lines.split("-")) if lines else (1, 10**6)
        if "--list" in sys.argv:
            for change in changes(path, first, last):
                print(path, *change)
            continue
        room = next((room for room in ROOMS if path.startswith(room)), None)
        if room is None:
            sys.exit(f"{path}: only files of {', '.join(ROOMS)} are built by themselves")
        crate(room)
        tests = ROOMS[room][2]
        start = time.monotonic()
        if not run([*tests, "--no-run"], 600) or not run(tests, 600):
            sys.exit(f"{path}: the tests fail before anything is changed; see {WORK}")
        limit = 20 + 5 * (time.monotonic() - start)
        built, survived = try_file(path, first, last, limit)
        print(f"{path}: {built} changes, {survived} survived", flush=True)
        counts = [counts[0] + built, counts[1] + survived]
    print(f"{counts[0]} changes, {counts[1]} survived")


if __name__ == "__main__":
    main()
