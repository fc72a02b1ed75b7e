"""Writes the example notebook without its outputs, or executes it.

    python examples/notebook.py                    writes examples/figures.ipynb
    python examples/notebook.py --pictures FOLDER  executes it and writes its figures there, and a picture
                                                   of the notebook, which needs Chromium and nbconvert
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PLACE = Path(__file__).with_name("figures.ipynb")

CELLS = [
    ("markdown", "# Timelines of frames\n\n`annals.timeline` takes a frame and gives a figure. Jupyter shows it."),
    ("code", """\
import annals
import pandas as pd

flights = pd.DataFrame({
    "date": pd.to_datetime(["1957-10-04", "1961-04-12", "1965-03-18", "1969-07-20"]),
    "title": ["Sputnik 1", "Vostok 1", "First walk in space", "Apollo 11 lands"],
    "category": ["Robots", "People", "People", "People"],
})
annals.timeline(flights, title="Into space")"""),
    ("markdown", "Columns are found by their headers and cells, or named. Options are those of the command."),
    ("code", """\
import polars as pl

versions = pl.DataFrame({
    "Released": ["1991-02-20", "1994-01", "2000-10-16", "2008-12-03", "2020-01-01"],
    "Version": ["Python 0.9.0", "Python 1.0", "Python 2.0", "Python 3.0", "Python 2 is over"],
})
figure = annals.timeline(versions, date="Released", column={"title": "Version"}, width="5in")
figure.save("versions.pdf", "versions.png")
figure"""),
    ("markdown", "What is wrong with a table is told with its row and its column."),
    ("code", """\
wrong = versions.with_columns(
    Released=pl.col("Released").replace({"1994-01": "1994-13", "2020-01-01": "soon"})
)
try:
    annals.timeline(wrong, date="Released", column={"title": "Version"})
except annals.TableError as error:
    for fault in error.faults:
        print(fault.row, fault.column, fault.value, "|", fault.message)"""),
    ("markdown", "A large table stays in its engine, which groups and counts it; the most important rows are named."),
    ("code", """\
import duckdb

calls = duckdb.sql('''
    SELECT TIMESTAMP '2019-01-01'
               + to_seconds(CAST(158e6 * sqrt(hash(i) / 1.8447e19) AS BIGINT)) AS date,
           ['Storm', 'Flood', 'Fire'][1 + CAST(hash(i, 1) % 3 AS INTEGER)] AS category,
           'Call ' || i AS title,
           CASE WHEN i % 250000 = 7 THEN 3 ELSE 2 END AS importance
    FROM range(1000000) AS numbers(i)
''')
annals.timeline(calls, title="A million calls")"""),
]


def notebook() -> nbformat.NotebookNode:
    book = nbformat.v4.new_notebook()
    make = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    book.cells = [make[kind](text, id=f"cell-{index}") for index, (kind, text) in enumerate(CELLS)]
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return book


def executed() -> nbformat.NotebookNode:
    """The notebook as it stands in its file, executed in a folder of its own."""
    book = nbformat.read(PLACE, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(book, timeout=300, resources={"metadata": {"path": folder}}).execute()
    return book


def figures(book: nbformat.NotebookNode) -> list:
    """The SVGs among the outputs."""
    outputs = [output for cell in book.cells for output in cell.get("outputs", [])]
    return [output.data["image/svg+xml"] for output in outputs if "data" in output and "image/svg+xml" in output.data]


def pictures(folder: Path) -> None:
    """Writes the figures, and a picture of the notebook as a page."""
    from nbconvert import HTMLExporter

    book = executed()
    for number, figure in enumerate(figures(book), 1):
        (folder / f"figure-{number}.svg").write_text(figure, encoding="utf-8")
    page, _ = HTMLExporter(exclude_input_prompt=True, exclude_output_prompt=True).from_notebook_node(book)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "notebook.html"
        file.write_text(page, encoding="utf-8")
        chromium = ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=5000"]
        picture = f"--screenshot={folder / 'notebook.png'}"
        subprocess.run([*chromium, "--window-size=860,1900", picture, file.as_uri()], check=True)


def main() -> None:
    if sys.argv[1:2] == ["--pictures"]:
        pictures(Path(sys.argv[2]))
    else:
        nbformat.write(notebook(), PLACE)


if __name__ == "__main__":
    main()
