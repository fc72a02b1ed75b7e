"""A table as a file of each form, and whether a file of each format is sound."""

import io
import json
import xml.etree.ElementTree as xml
import zipfile
from html.parser import HTMLParser

try:
    import openpyxl
except ImportError:
    openpyxl = None
try:
    import pikepdf
except ImportError:
    pikepdf = None
try:
    from PIL import Image
except ImportError:
    Image = None

FORMS = ["csv"] * 8 + ["tsv", "json", "md", "ics", "mmd", "txt"] + ["xlsx"] * (openpyxl is not None)


def form(pick):
    return pick.choice(FORMS)


def written(columns, rows, form):
    if form == "xlsx":
        return workbook(columns, rows)
    return text(columns, rows, form).encode()


def text(columns, rows, form):
    if form == "json":
        return json.dumps([dict(zip(columns, row)) for row in rows])
    if form == "md":
        lines = [columns, ["---"] * len(columns), *rows]
        return "".join("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |\n" for row in lines)
    if form == "ics":
        return "BEGIN:VCALENDAR\n" + "".join(map(entry, rows)) + "END:VCALENDAR\n"
    if form == "mmd":
        return "timeline\n" + "".join(f"    {row[0].replace(':', ' ')} : {row[1]}\n" for row in rows)
    if form == "txt":
        return "".join(f"{row[0]} – {row[1]}\n" for row in rows)
    mark = "\t" if form == "tsv" else ","
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "".join(mark.join(row) + "\n" for row in [columns, *quoted])


def entry(row):
    day = row[0].replace("-", "")
    kind = ";VALUE=DATE" if len(day) == 8 else ""
    return f"BEGIN:VEVENT\nDTSTART{kind}:{day}\nSUMMARY:{row[1]}\nEND:VEVENT\n"


def workbook(columns, rows):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [columns, *rows]:
        sheet.append([cell.replace("\x07", "") for cell in row])
    for cells in sheet.iter_rows(min_row=2, max_col=1):
        for cell in cells:
            if str(cell.value).isdigit():
                cell.value = int(cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Page(HTMLParser):
    pass


def fault(data, format):
    """What is wrong with a file, if anything."""
    try:
        if format == "svg":
            xml.fromstring(data)
        elif format == "html":
            Page().feed(data.decode())
        elif format == "pptx":
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                for name in parts.namelist():
                    if name.endswith((".xml", ".rels")):
                        xml.fromstring(parts.read(name))
        elif format == "png" and Image:
            Image.open(io.BytesIO(data)).load()
        elif format == "pdf" and pikepdf:
            with pikepdf.open(io.BytesIO(data)) as file:
                if wrong := file.check_pdf_syntax():
                    return f"is a faulty PDF: {wrong}"
    except Exception as error:  # whatever a reader says is what is told
        return f"is ill-formed: {error!r}"
    return None
