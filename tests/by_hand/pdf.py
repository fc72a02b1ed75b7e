#!/usr/bin/env python3
"""Checks PDF files of every table of the gallery as others read them: by qpdf, and their tags by pikepdf.

Each is drawn by default, for PDF/UA-1 and for PDF/A-2a. The syntax must be clean; there is a title that is shown, a
language, a structure tree whose figures have words instead and whose links have their annotation, and each
annotation of a link leads back to the tree and has words.

Needs qpdf and the package pikepdf. Usage: tests/by_hand/pdf.py ANNALS
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parents[2]
STANDARDS = {"": [], "ua-1": ["pdfuaid:part"], "a-2a": ["pdfaid:part"], "ua-1,a-2a": ["pdfuaid:part", "pdfaid:part"]}
LINKED = "date,title,url\n2020-01-02,First,https://example.org/a?b=c&d\n2021,Second,mailto:a@example.org\n"


def elements(node):
    """The elements of a structure tree, from the root down."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def faults(path, parts):
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if checked.returncode:
        yield f"qpdf: {checked.stdout}{checked.stderr}"
    with pikepdf.open(path) as file:
        root = file.Root
        if not root.get("/MarkInfo", {}).get("/Marked"):
            yield "is not marked as tagged"
        if not str(root.get("/Lang", "")):
            yield "has no language"
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            yield "does not show its title"
        with file.open_metadata() as metadata:
            if not metadata.get("dc:title"):
                yield "has no title"
            yield from (f"has no {part}" for part in parts if not metadata.get(part))
        found = list(elements(root.StructTreeRoot))
        kinds = {str(one.S) for one in found}
        if "/Figure" not in kinds:
            yield f"has no figure among {kinds}"
        if any(not str(one.get("/Alt", "")) for one in found if one.S == "/Figure"):
            yield "has a figure without words"
        links = [note for page in file.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        if len(links) != sum(one.S == "/Link" for one in found):
            yield f"has {len(links)} links, and another number in its tree"
        if any("/StructParent" not in note or not str(note.get("/Contents", "")) for note in links):
            yield "has a link outside of its tree or without words"


def main():
    annals = Path(sys.argv[1]).resolve()
    many, wrong, linked = 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        out, table = Path(folder) / "o.pdf", Path(folder) / "linked.csv"
        table.write_text(LINKED)
        for path in [table, *sorted(ROOT.glob("data/*.csv")), *sorted(ROOT.glob("data/gallery/*.csv"))]:
            for standard, parts in STANDARDS.items():
                more = ["--pdf-standard", standard] if standard else []
                command = [annals, path, "--no-config", "-o", out, *more]
                done = subprocess.run(command, capture_output=True, text=True)
                if done.returncode:
                    told = [f"is not drawn: {done.stderr}"]
                else:
                    told = list(faults(out, parts))
                    with pikepdf.open(out) as file:
                        linked += sum("/StructParent" in note for page in file.pages for note in page.get("/Annots", []))
                many, wrong = many + 1, wrong + bool(told)
                for fault in told:
                    print(f"{path.name} {standard or 'by default'} {fault}")
    print(f"{many} files with {linked} links, {wrong} faulty")
    sys.exit(wrong > 0 or linked == 0)


main()
