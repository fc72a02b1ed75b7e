#!/usr/bin/env python3
"""Prints the notice of all crates that are in the binary: third_party.py > THIRD-PARTY.md

Needs cargo, and the sources of the crates as cargo keeps them.
"""
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ("license", "licence", "copying", "notice", "unlicense", "copyright")


def run(*command):
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout


def in_binary():
    """The name and version of each crate that is linked in."""
    tree = run("cargo", "tree", "--locked", "-e", "normal", "--no-dedupe", "--prefix", "none", "--format", "{p}")
    pairs = {tuple(line.split()[:2]) for line in tree.splitlines() if line}
    return {(name, version.removeprefix("v")) for name, version in pairs if name != "annals"}


def texts(folder):
    """The files of a crate that say how it may be used."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return [path for path in files if path.name.lower().startswith(NAMES)]


def main():
    known = json.loads(run("cargo", "metadata", "--locked", "--format-version", "1"))["packages"]
    packages = {(one["name"], one["version"]): one for one in known}
    print("# Third-party notices\n\nCrates that are part of the annals binary, and their licences.")
    for key in sorted(in_binary()):
        package = packages[key]
        print(f"\n## {key[0]} {key[1]}\n\n{package['license'] or 'licence in the text below'}", end="")
        print(f" · {package['repository']}" if package["repository"] else "")
        for path in texts(pathlib.Path(package["manifest_path"]).parent):
            text = path.read_text(encoding="utf-8", errors="replace").strip()
            print(f"\n### {path.name}\n\n```text\n{text}\n```")
    font = ROOT / "src/text/font"
    for path in texts(font) + sorted(font.glob("OFL*")):
        print(f"\n## Source Sans 3\n\n```text\n{path.read_text(encoding='utf-8').strip()}\n```")


main()
