"""Somebody with a workbook and a notebook: two lines to a figure, within a minute of the kernel's start."""

import shutil
import time

from conftest import ROOT

MINUTE = 60
LINES = ["import annals", 'annals.timeline("merged.xlsx")']


def test_a_workbook_is_a_figure_in_a_notebook_within_a_minute(tmp_path):
    import nbformat
    from nbclient import NotebookClient

    shutil.copy(ROOT / "tests/read/workbooks/merged.xlsx", tmp_path)
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in LINES])
    begun = time.monotonic()
    NotebookClient(book, timeout=MINUTE, resources={"metadata": {"path": tmp_path}}).execute()
    seconds = time.monotonic() - begun
    outputs = [output for cell in book.cells for output in cell.outputs if "data" in output]
    assert len(outputs) == 1 and outputs[0].data["image/svg+xml"].startswith("<?xml")
    told = [output.text for cell in book.cells for output in cell.outputs if output.output_type == "stream"]
    assert any("the header is in row 3" in text for text in told), told
    assert seconds < MINUTE, f"{seconds:.1f} s"
