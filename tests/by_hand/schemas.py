#!/usr/bin/env python3
"""Holds the schemas of `annals --schema` against the package jsonschema: each is a schema of draft 7, what annals
reads and prints fits it, and what annals refuses does not.

    pip install jsonschema; python3 tests/by_hand/schemas.py target/debug/annals

Needs Python 3.11. Exits with 1 if anything does not fit.
"""
import csv, json, re, subprocess, sys, tempfile, tomllib
from pathlib import Path

from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[2]
KINDS = ["options", "style", "table", "messages", "report"]
# What no flag and no file of a schema has, so that each of these must be refused.
WRONG = {
    "options": [{"titel": "A"}, {"size": "poster"}, {"dpi": "high"}, {"figure": {"a": {"titel": "A"}}}],
    "style": [{"base": "neon"}, {"sizes": {"title": 900}}, {"colors": {}}],
    "table": [{}, [{"title": "A"}], [{"date": [2010]}], [{"date": 1, "kind": "markr"}]],
    "messages": [{}, {"code": "E999", "name": "x", "severity": "error", "message": "A"}],
    "report": [{}],
}
tried = dict.fromkeys(KINDS, 0)
failures = []


def run(*words, folder=ROOT):
    return subprocess.run([ANNALS, *map(str, words)], capture_output=True, text=True, cwd=folder)


def schemas():
    validators = {}
    for kind in KINDS:
        schema = json.loads(run("--schema", kind).stdout)
        Draft7Validator.check_schema(schema)
        validators[kind] = Draft7Validator(schema)
        for wrong in WRONG[kind]:
            if validators[kind].is_valid(wrong):
                failures.append(f"{kind}: {wrong} is accepted")
    return validators


def fits(kind, value, source):
    tried[kind] += 1
    for error in VALIDATORS[kind].iter_errors(value):
        failures.append(f"{kind}: {source}: {error.json_path}: {error.message[:300]}")


def lines(kind, text, source):
    """Each line is a value of its own."""
    for line in text.splitlines():
        fits(kind, json.loads(line), source)


def settings():
    """Files of options, and those that pages show; `base` and `[sizes]` are of a theme."""
    files = [*ROOT.glob("data/**/*.toml"), *ROOT.glob("docs/**/*.toml")]
    texts = [(file, file.read_text()) for file in files]
    for page in [ROOT / "README.md", *ROOT.glob("docs/*.md")]:
        texts += [(page, text) for text in re.findall(r"```toml\n(.*?)```", page.read_text(), re.S)]
    for source, text in texts:
        value = tomllib.loads(text)
        fits("style" if {"base", "colours", "sizes", "faces"} & set(value) else "options", value, source)


def tables(folder):
    """The tables of the gallery as lists of objects: they fit, and their figures are those of the tables."""
    for path in sorted(ROOT.glob("data/**/*.csv")):
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        if "date" not in rows[0]:
            continue
        fits("table", rows, path)
        other = folder / f"{path.stem}.json"
        other.write_text(json.dumps(rows))
        figures = [run(one, "--no-config", "--title", "A").stdout for one in (path, other)]
        if figures[0] != figures[1]:
            failures.append(f"table: {other.name} is not drawn as {path}")


def figures():
    """The report of each table in each form that it can have, with its messages."""
    for path in sorted(ROOT.glob("data/**/*.csv")):
        for style in ["auto", "flags", "lists", "chronicle", "density"]:
            done = run(path, "--check", "--style", style, "--report", "json", "--messages", "json")
            lines("report", done.stdout, path)
            lines("messages", done.stderr, path)


def example(text, folder):
    """Writes the files of an example as --explain prints it, and gives the words of its command."""
    name, command = None, ""
    for line in text.partition("\nFor example:\n")[2].splitlines():
        if line.startswith("    "):
            with open(folder / name, "a") as file:
                file.write(line[4:] + "\n")
        elif line.startswith("  $ "):
            command = line[4:]
        elif line.startswith("  "):
            name = line.strip().rstrip(":")
    return command


def messages():
    """What the example of each code prints."""
    for code in re.findall(r"^(\w+) ", run("--explain", "all").stdout, re.M):
        with tempfile.TemporaryDirectory() as place:
            command = example(run("--explain", code).stdout, Path(place))
            if not command:
                continue
            line = re.sub(r"\bannals ", '"$A" ', command) + " --messages json"
            shell = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=place, env={"A": ANNALS})
            lines("messages", shell.stderr, code)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    ANNALS = str(Path(sys.argv[1]).resolve())
    VALIDATORS = schemas()
    settings()
    with tempfile.TemporaryDirectory() as place:
        tables(Path(place))
    figures()
    messages()
    print("\n".join(failures))
    print(", ".join(f"{count} {kind}" for kind, count in tried.items()), "tried;", len(failures), "do not fit")
    sys.exit(1 if failures or 0 in tried.values() else 0)
