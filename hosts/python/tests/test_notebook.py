"""The example notebook runs in a kernel and shows its figures."""

import sys

from conftest import ROOT

sys.path.insert(0, str(ROOT / "hosts/python/examples"))

import notebook  # noqa: E402


def test_the_notebook_is_what_its_script_writes_and_shows_its_figures():
    import nbformat

    assert nbformat.read(notebook.PLACE, as_version=4) == notebook.notebook()
    book = notebook.executed()
    drawn = [figure.encode() for figure in notebook.figures(book)]
    files = [ROOT / f"docs/python/figure-{number}.svg" for number in (1, 2, 3)]
    assert drawn == [file.read_bytes() for file in files]
    printed = [output.text for cell in book.cells for output in cell.get("outputs", []) if "text" in output]
    assert len(printed) == 1 and printed[0].startswith("1 Released 1994-13 | "), printed
