"""The console script is the command: arguments, exit codes, pipes and signals."""

import shutil
import subprocess
import sys
from pathlib import Path

import annals
from conftest import CSV


def run(*arguments, table=None):
    script = Path(sys.executable).with_name("annals")
    command = [str(script)] if script.exists() else [shutil.which("annals") or "annals"]
    return subprocess.run([*command, *arguments], input=table, capture_output=True, text=True)


def test_the_script_draws_what_comes_in(csv):
    done = run("-", "--title", "Into space", table=CSV)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == annals.timeline(csv, title="Into space").svg


def test_exit_codes_are_those_of_the_command():
    assert run("--version").stdout == f"annals {annals.__version__}\n"
    assert run("-", table="date,title\n2010-13-40,a\n").returncode == 1
    assert run("-", "--width", "wide", table=CSV).returncode == 2
    done = run("none.csv")
    assert done.returncode == 3 and "none.csv" in done.stderr


def test_articles_are_drafted(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("In 1912 the Titanic sank. In 1969 people landed on the Moon.")
    assert run("draft", str(article)).stdout.startswith("date,")
