"""Typesets the example and reads it back: report.py [PAGE.png] leaves a picture of the page, too."""

import io
import sys
import time
from pathlib import Path

import typst
from pypdf import PdfReader

HOST = Path(__file__).resolve().parent.parent
REPORT = HOST / "example/report.typ"


def compiled(source, **options):
    return typst.compile(source, root=str(HOST.parent.parent), **options)


def seconds(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def check_report():
    page = PdfReader(io.BytesIO(compiled(str(REPORT)))).pages[0]
    words = " ".join(page.extract_text().split())
    for part in ["Intergovernmental Committee founded", "2009", "Five turning points"]:
        assert part in words, f"{part!r} is not found in the text of the page: {words}"
    annotations = [one.get_object() for one in page.get("/Annots", [])]
    links = [one["/A"]["/URI"] for one in annotations if "/A" in one]
    assert "https://en.wikipedia.org/wiki/CASA-1000" in links, links


def check_fault():
    path = HOST / "example/.broken.typ"
    path.write_text(
        '#import "../dist/preview/annals/0.1.0/lib.typ": annals\n'
        '#annals("date,title\\n2010-02-30,No such day\\n", name: "broken.csv")\n'
    )
    try:
        compiled(str(path))
    except Exception as error:
        assert "broken.csv:2:9" in str(error), error
    else:
        raise AssertionError("a date that cannot be read is accepted")
    finally:
        path.unlink()


# The first time: Typst keeps what it has drawn.
once = seconds(check_report)
check_fault()
if len(sys.argv) > 1:
    compiled(str(REPORT), output=sys.argv[1], ppi=144.0)
print(f"typst: text, links and faults are as promised; the report takes {once:.1f} s")
