"""The figures of docs/gallery.md, by the module and by the console script: the bytes of output/."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import annals
import pytest
from annals._annals import option_keys
from conftest import ROOT


def commands(pages=False):
    """The commands that draw one figure, or those that draw several pages."""
    lines = (ROOT / "docs/gallery.md").read_text(encoding="utf-8").splitlines()
    typed = [line.strip() for line in lines if line.startswith("    annals ")]
    return [command for command in typed if ("--pages" in command) == pages]


def parts(command):
    """The tables, the outputs and the options of a command."""
    tables, outputs, options = [], [], {}
    words = iter(shlex.split(command)[1:])
    for word in words:
        if word == "-o":
            outputs.append(next(words))
        elif word.startswith("--"):
            assert word[2:] in option_keys(), word
            options[word[2:].replace("-", "_")] = next(words)
        else:
            tables.append(word)
    return tables, outputs, options


@pytest.mark.filterwarnings("ignore::annals.NoteWarning")
@pytest.mark.parametrize("command", commands())
def test_the_gallery_is_the_same(command, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    tables, outputs, options = parts(command)
    figure = annals.timeline(*tables, **options)
    for output in outputs:
        drawn = figure._render(output.rsplit(".", 1)[1])
        assert drawn == (ROOT / output).read_bytes(), output
    made = {output: str(tmp_path / os.path.basename(output)) for output in outputs}
    words = [made.get(word, word) for word in shlex.split(command)[1:]]
    subprocess.run([sys.executable, "-m", "annals", *words], check=True, capture_output=True)
    for output in outputs:
        assert Path(made[output]).read_bytes() == (ROOT / output).read_bytes(), output


@pytest.mark.filterwarnings("ignore::annals.NoteWarning")
@pytest.mark.parametrize("command", commands(pages=True))
def test_the_pages_of_the_gallery_are_the_same(command, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    tables, outputs, options = parts(command.replace(" --pages", ""))
    words = [*tables, "--pages", "-o", str(tmp_path / os.path.basename(outputs[0]))]
    subprocess.run([sys.executable, "-m", "annals", *words], check=True, capture_output=True)
    drawn = sorted(tmp_path.iterdir())
    assert len(drawn) > 1
    for page in drawn:
        assert page.read_bytes() == (ROOT / "output/gallery" / page.name).read_bytes(), page.name
    figure = annals.timeline(*tables, pages=True, **options)
    figure.save(tmp_path / "pages.pdf")
    assert (tmp_path / "pages.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(annals.AnnalsError):
        figure.save(tmp_path / "pages.svg")


def test_there_is_a_gallery():
    assert len(commands()) > 20
    assert len(commands(pages=True)) > 0
