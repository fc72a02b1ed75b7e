"""The queries of docs/large.md for DuckDB, piped into the command, give the figure of the rows."""

import re
import subprocess
import sys

import annals
import duckdb
import pytest
from conftest import ROOT

ROWS = """
    SELECT TIMESTAMP '2019-03-01 07:00' + to_seconds(CAST(hash(i) % 90000000 AS BIGINT)) AS t,
           ['Storm', 'Flood', 'Fire'][1 + CAST(hash(i, 1) % 3 AS INTEGER)] AS kind,
           'Call ' || i AS title, CASE WHEN i < 24 THEN 3 ELSE 2 END AS importance
    FROM range(9000) AS numbers(i)
"""


def commands():
    """The queries of the page, command by command, and what follows the last."""
    page = (ROOT / "docs/large.md").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```sh\n(.*?)```", page, re.S) if block.startswith("duckdb")]
    return [re.findall(r'duckdb -csv -c "(.*?)" (?:> (\S+)|\| annals (.*))', block, re.S) for block in blocks]


@pytest.mark.filterwarnings("ignore::annals.NoteWarning")
@pytest.mark.parametrize("place", [0, 1])
def test_a_query_of_the_page_gives_the_figure_of_the_rows(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "calls").mkdir()
    duckdb.sql(ROWS).write_parquet("calls/all.parquet")
    for query, file, arguments in commands()[place]:
        # The last day ends with its last event.
        last = "UNION ALL SELECT max(t), max_by(kind, t), 0 FROM 'calls/*.parquet'"
        table = file or "counts.csv"
        duckdb.sql(query if file else f"{query} {last}").write_csv(table)
        if not file:
            run = [sys.executable, "-m", "annals", *arguments.replace('"', "").split()]
            subprocess.run(run, stdin=open(table), check=True)
    options = {} if place else {"importance": ""}
    column = {"date": "t", "category": "kind", **options}
    whole = annals.timeline(duckdb.sql(ROWS).pl(), column=column, title="Calls")
    assert (tmp_path / "calls.svg").read_text() == whole.svg


def test_the_page_has_two_commands_for_duckdb():
    assert [len(block) for block in commands()] == [1, 2]
