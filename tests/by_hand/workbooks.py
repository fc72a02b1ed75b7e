#!/usr/bin/env python3
"""Writes the workbooks of tests/read/workbooks by the programs that people's workbooks come from.

    python3 -m venv venv && venv/bin/pip install openpyxl XlsxWriter xlwt odfpy msoffcrypto-tool
    venv/bin/python tests/by_hand/workbooks.py

Files of LibreOffice are written if `soffice` is there. What each must give stands in
tests/read/workbooks.rs.
"""
import datetime
import io
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
import xlwt
from odf import number, office, opendocument, style, table, text
from openpyxl.chart import BarChart
from openpyxl.styles import Font

OUT = pathlib.Path(__file__).parent.parent / "read" / "workbooks"
DAY, MOMENT = datetime.date, datetime.datetime
EPOCH = MOMENT(2020, 1, 1)

# What most of them hold: a date with its format in Excel, and a title.
DATES = [
    (MOMENT(2009, 1, 1), "yyyy", "Founded"),
    (MOMENT(2011, 5, 1), "mmm yyyy", "First office"),
    (MOMENT(2012, 3, 14), "dd/mm/yyyy", "First customer"),
    (MOMENT(2014, 7, 2, 9, 30), "yyyy-mm-dd hh:mm", "Opening"),
    ("c. 2016", "@", "Second office"),
    (2018, "General", "Hundredth customer"),
]


def packed(parts):
    """The bytes of a zip file, the same at any time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            to.writestr(info, data)
    return out.getvalue()


def repacked(path):
    """Takes the clock out of a zip file."""
    stamp = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?(?=</(dcterms|dc|meta))")
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    clean = [(n, stamp.sub(b"2020-01-01T00:00:00Z", d) if "core" in n or "meta" in n else d) for n, d in parts]
    path.write_bytes(packed(clean))


def save(workbook, name):
    workbook.properties.created = workbook.properties.modified = EPOCH
    workbook.save(OUT / name)
    repacked(OUT / name)


def rows(sheet, lines):
    for line in lines:
        sheet.append(line)


def openpyxl_dates(epoch=None):
    workbook = openpyxl.Workbook()
    if epoch:
        workbook.epoch = epoch
    sheet = workbook.active
    sheet.title = "Plan"
    rows(sheet, [["Date", "Title"]])
    for at, (value, shown, title) in enumerate(DATES, 2):
        sheet.cell(at, 1, value).number_format = shown
        sheet.cell(at, 2, title)
    return workbook


def openpyxl_all():
    save(openpyxl_dates(), "dates-openpyxl.xlsx")
    save(openpyxl_dates(openpyxl.utils.datetime.CALENDAR_MAC_1904), "dates-1904.xlsx")

    workbook = openpyxl.Workbook()
    rows(workbook.active, [["A plan of ours"], [], ["made by hand"]])
    workbook.active.title = "About"
    for name in ["Plan", "Archive", "Old"]:
        rows(workbook.create_sheet(name), [["Date", "Title"], [2001, f"{name} a"], [2002, f"{name} b"]])
    workbook["Old"].sheet_state = "hidden"
    workbook.create_chartsheet("Chart").add_chart(BarChart())
    save(workbook, "sheets.xlsx")

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    rows(sheet, [["Works of the bureau"], ["as of May"], ["Year", "Title", "Place"]])
    rows(sheet, [[1851, "Palace", "London"], [None, "Station", None], [None, "Bridge", "Leeds"], [1853, "Mill", "Leeds"]])
    for merged in ["A1:C1", "A2:C2", "A4:A6", "C4:C5"]:
        sheet.merge_cells(merged)
    sheet["A1"].font = Font(bold=True)
    save(workbook, "merged.xlsx")

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    rows(sheet, [["Year", "Title"], [2001, "a"], [2002, "b"], [2003, "c"], [None, None], [2004, "d"]])
    for hidden in [3, 5, 6]:
        sheet.row_dimensions[hidden].hidden = True
    save(workbook, "hidden-rows.xlsx")

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Plan"
    rows(sheet, [["Start", "End", "Task"], [DAY(2020, 1, 6), "=A2+14", "Build"], [DAY(2020, 2, 3), "=A3+14", "Test"]])
    for row in (2, 3):
        sheet.cell(row, 2).number_format = "yyyy-mm-dd"
    save(workbook, "not-calculated.xlsx")

    workbook = openpyxl.Workbook()
    rows(workbook.active, [["Date", "Title"], [2001, "a"], ["#N/A", "b"], [2003, "c"], ["#REF!", "d"]])
    save(workbook, "errors.xlsx")

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "It's \u201cmine\u201d"
    for at, line in enumerate([["Date", "Title"], [2001, "a"], ["2001-13-01", "b"], ["soon", "c"]]):
        for column, value in enumerate(line):
            sheet.cell(5 + at, 27 + column, value)
    save(workbook, "faults.xlsx")

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    rows(sheet, [["Start", "Duration", "Task"], [MOMENT(2020, 1, 6, 8, 0), datetime.timedelta(hours=36, minutes=30), "Run"]])
    sheet["B2"].number_format = "[h]:mm"
    sheet["A2"].number_format = "yyyy-mm-dd h:mm"
    save(workbook, "elapsed.xlsx")

    workbook = openpyxl.Workbook()
    save(workbook, "empty.xlsx")

    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("Chart").add_chart(BarChart())
    workbook.remove(workbook["Sheet"])
    save(workbook, "chart-only.xlsx")


def xlsxwriter_all():
    workbook = xlsxwriter.Workbook(OUT / "dates-xlsxwriter.xlsx", {"in_memory": True})
    workbook.set_properties({"created": EPOCH})
    sheet = workbook.add_worksheet("Plan")
    sheet.write_row(0, 0, ["Date", "Title"])
    for row, (value, shown, title) in enumerate(DATES, 1):
        sheet.write(row, 0, value, workbook.add_format({"num_format": shown}))
        sheet.write_rich_string(row, 1, title[:3], workbook.add_format({"bold": 1}), title[3:])
    workbook.close()
    repacked(OUT / "dates-xlsxwriter.xlsx")

    workbook = xlsxwriter.Workbook(OUT / "formulas.xlsx", {"in_memory": True})
    workbook.set_properties({"created": EPOCH})
    sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": 14})
    sheet.write_row(0, 0, ["Start", "End", "Task", "Done"])
    sheet.write(1, 0, DAY(2020, 1, 6), day)
    sheet.write_formula(1, 1, "=A2+14", day, 43850)
    sheet.write(1, 2, "Build")
    sheet.write(1, 3, True)
    sheet.write(2, 0, DAY(2020, 2, 3), day)
    sheet.write_formula(2, 1, "=NA()", day, "#N/A")
    sheet.write(2, 2, "Test <b>&amp;</b>\nagain")
    workbook.close()
    repacked(OUT / "formulas.xlsx")

    workbook = xlsxwriter.Workbook(OUT / "formula-text.xlsx", {"in_memory": True})
    workbook.set_properties({"created": EPOCH})
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["Year", "Title"])
    sheet.write_formula(1, 0, "=2000+1", None, 2001)
    sheet.write_formula(1, 1, '="Bu" & "ild"', None, "Build")
    workbook.close()
    repacked(OUT / "formula-text.xlsx")


def xlwt_all():
    def shown(code):
        form = xlwt.XFStyle()
        form.num_format_str = code
        return form

    for name, is_1904 in [("dates-xlwt.xls", False), ("dates-1904.xls", True)]:
        workbook = xlwt.Workbook()
        workbook.dates_1904 = is_1904
        sheet = workbook.add_sheet("Plan")
        for column, header in enumerate(["Date", "Title"]):
            sheet.write(0, column, header)
        for row, (value, code, title) in enumerate(DATES, 1):
            sheet.write(row, 0, value, shown(code))
            sheet.write(row, 1, title)
        workbook.save(str(OUT / name))

    workbook = xlwt.Workbook()
    workbook.add_sheet("About").write(0, 0, "A plan of ours")
    sheet = workbook.add_sheet("Plan")
    sheet.write_merge(0, 0, 0, 1, "Works of the bureau")
    sheet.write(1, 0, "Year")
    sheet.write(1, 1, "Title")
    sheet.write_merge(2, 3, 0, 0, 1851)
    sheet.write(2, 1, "Палата " + "ä" * 3)
    sheet.write(3, 1, "Station")
    sheet.write(4, 0, 1853)
    sheet.write(4, 1, "Mill")
    sheet.row(4).hidden = True
    old = workbook.add_sheet("Old")
    old.write(0, 0, "Date")
    old.write(0, 1, "Title")
    old.write(1, 0, 1700)
    old.write(1, 1, "Hut")
    workbook.save(str(OUT / "sheets.xls"))

    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Long")
    sheet.write(0, 0, "Year")
    sheet.write(0, 1, "Title")
    sheet.write(0, 2, "Description")
    for row in range(1, 9):
        sheet.write(row, 0, 2000 + row)
        sheet.write(row, 1, f"Event {row}")
        sheet.write(row, 2, f"{row} " + ("é" if row % 2 else "Ж") * 1500)
    workbook.save(str(OUT / "long-texts.xls"))


def odf_all():
    document = opendocument.OpenDocumentSpreadsheet()
    forms = {
        "year": [number.Year(style="long")],
        "month": [number.Month(textual=True), number.Text(text=" "), number.Year(style="long")],
        "day": [number.Day(), number.Text(text="."), number.Month(), number.Text(text="."), number.Year()],
        "minute": [number.Year(), number.Month(), number.Day(), number.Hours(), number.Minutes()],
    }
    for name, parts in forms.items():
        data = number.DateStyle(name=f"N{name}")
        for part in parts:
            data.addElement(part)
        document.automaticstyles.addElement(data)
        document.automaticstyles.addElement(style.Style(name=name, family="table-cell", datastylename=data))

    def sheet(name, lines, is_hidden=False):
        one = table.Table(name=name)
        if is_hidden:
            hides = style.Style(name="hides", family="table")
            hides.addElement(style.TableProperties(display="false"))
            document.automaticstyles.addElement(hides)
            one.setAttribute("stylename", hides)
        for line in lines:
            row = table.TableRow(**line.pop("row", {}))
            for cell in line["cells"]:
                said = cell.pop("text", None)
                made = table.TableCell(**cell)
                for paragraph in said.split("\n") if said else []:
                    made.addElement(text.P(text=paragraph))
                row.addElement(made)
            one.addElement(row)
        document.spreadsheet.addElement(one)

    def said(what, **more):
        return {"valuetype": "string", "text": what, **more}

    def dated(value, form):
        return {"valuetype": "date", "datevalue": value, "stylename": form, "text": "as it is shown"}

    plan = [
        [said("Date"), said("Title")],
        [dated("2009-01-01", "year"), said("Founded")],
        [dated("2011-05-01", "month"), said("First office")],
        [dated("2012-03-14T00:00:00", "day"), said("First customer")],
        [dated("2014-07-02T09:30:00", "minute"), said("Opening")],
        [said("c. 2016"), said("Second office")],
        [{"valuetype": "float", "value": 2018, "text": "2018"}, said("Hundredth customer")],
    ]
    lines = [{"cells": cells} for cells in plan]
    lines.append({"cells": [{"numbercolumnsrepeated": 16384}], "row": {"numberrowsrepeated": 1048000}})
    sheet("Plan", lines)
    sheet("Old", [{"cells": line} for line in [[said("Date"), said("Title")], [said("1999"), said("Old")]]], True)
    document.save(str(OUT / "dates-odfpy.ods"))
    repacked(OUT / "dates-odfpy.ods")

    document = opendocument.OpenDocumentSpreadsheet()
    year = {"valuetype": "float", "value": 1851, "text": "1851"}
    covered = {"numbercolumnsrepeated": 1}
    sheet("Works", [
        {"cells": [said("Works of the bureau", numbercolumnsspanned=3, numberrowsspanned=1)]},
        {"cells": [said("Year"), said("Title"), said("Place")]},
        {"cells": [dict(year, numberrowsspanned=2, numbercolumnsspanned=1), said("Palace"), said("London")]},
        {"cells": [covered, said("Station\nof glass"), said("Leeds", numbercolumnsrepeated=2)], "row": {"visibility": "collapse"}},
        {"cells": [dict(year, value=1853), said("Mill")], "row": {"numberrowsrepeated": 2, "visibility": "filter"}},
    ])
    document.save(str(OUT / "merged-hidden.ods"))
    repacked(OUT / "merged-hidden.ods")


PREFIXED = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": '<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Book/W.xml"/></r:Relationships>',
    "Book/_rels/W.xml.rels": '<Relationships><Relationship Id="s" Type="x/worksheet" Target="..\\S\\one.xml"/></Relationships>',
    "book/w.xml": '<x:workbook xmlns:x="x" xmlns:r="y"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="s"/></x:sheets></x:workbook>',
    "S/one.xml": '\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="x"><x:sheetData>'
    '<x:row><x:c t="inlineStr"><x:is><x:t>Date</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:r><x:t>Ti</x:t></x:r><x:r><x:t>tle</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row>'
    '<x:row/><x:row><x:c t="d"><x:v>2010-05-06</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[a < b]]> &#x263A;</x:t></x:is></x:c></x:row>'
    "</x:sheetData></x:worksheet>",
}


def by_hand():
    (OUT / "prefixed.xlsx").write_bytes(packed(PREFIXED.items()))
    rels = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{}"/></Relationships>'
    types = ("[Content_Types].xml", "<Types/>")
    (OUT / "binary.xlsb").write_bytes(packed([types, ("_rels/.rels", rels.format("xl/workbook.bin")), ("xl/workbook.bin", "x")]))
    (OUT / "word.docx").write_bytes(packed([types, ("_rels/.rels", rels.format("word/document.xml")), ("word/document.xml", "<a/>")]))
    (OUT / "mac.numbers").write_bytes(packed([("Index/Document.iwa", "x")]))
    (OUT / "plain.zip").write_bytes(packed([("events.csv", "date,title\n2010,a\n")]))
    text_kind = "application/vnd.oasis.opendocument.text"
    (OUT / "text.odt").write_bytes(packed([("mimetype", text_kind), ("content.xml", "<a/>")]))
    macro = [
        types,
        ("_rels/.rels", rels.format("xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="m" Type="x/xlMacrosheet" Target="m.xml"/></Relationships>'),
        ("xl/workbook.xml", '<workbook><sheets><sheet name="Macro1" id="m"/></sheets></workbook>'),
    ]
    (OUT / "macro-only.xlsm").write_bytes(packed(macro))
    encryption = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    ods_kind = "application/vnd.oasis.opendocument.spreadsheet"
    (OUT / "encrypted.ods").write_bytes(packed([("mimetype", ods_kind), ("META-INF/manifest.xml", encryption), ("content.xml", "x")]))
    if (OUT / "encrypted.xlsx").exists():
        return  # It would be other bytes each time.
    secret = io.BytesIO()
    with open(OUT / "errors.xlsx", "rb") as plain:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", secret)
    (OUT / "encrypted.xlsx").write_bytes(secret.getvalue())


def hostile():
    """Workbooks that mean harm, or are broken."""
    to = OUT / "hostile"
    to.mkdir(exist_ok=True)
    base = dict(PREFIXED)

    def sheet(name, inner, rest=""):
        text = f'<worksheet><sheetData>{inner}</sheetData>{rest}</worksheet>'
        (to / name).write_bytes(packed({**base, "S/one.xml": text}.items()))

    head = "<row><c t='inlineStr'><is><t>Date</t></is></c><c t='inlineStr'><is><t>Title</t></is></c></row>"
    row = "<row><c><v>2010</v></c><c t='inlineStr'><is><t>a</t></is></c></row>"
    sheet("bomb.xlsx", head + " " * (150 << 20))
    sheet("far-cells.xlsx", head + row + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")
    sheet("place-beyond.xlsx", head + "<row><c r='ABCDEF99999999999'><v>1</v></c></row>")
    sheet("merged-all.xlsx", head + row, "<mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>" * 5000 + "</mergeCells>")
    sheet("nested.xlsx", head + "<a>" * 200_000 + "</a>" * 200_000 + row)
    sheet("unclosed.xlsx", head + "<row><c>")
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><worksheet><sheetData>&e9;</sheetData></worksheet>'
    (to / "entities.xlsx").write_bytes(packed({**base, "S/one.xml": bomb}.items()))
    strings = "<sst><si><t>" + "x" * 60_000 + "</t></si></sst>"
    shared = head + "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>" * 5000
    rels = base["Book/_rels/W.xml.rels"].replace("</R", '<Relationship Id="t" Type="x/sharedStrings" Target="/t.xml"/></R')
    text = f"<worksheet><sheetData>{shared}</sheetData></worksheet>"
    parts = {**base, "S/one.xml": text, "Book/_rels/W.xml.rels": rels, "t.xml": strings}
    (to / "shared.xlsx").write_bytes(packed(parts.items()))
    ods = "<d><table:table table:name='S'>{}</table:table></d>"
    cell = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell office:value-type='float' office:value='2010' table:number-columns-repeated='16384'/></table:table-row>"
    kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    (to / "repeated.ods").write_bytes(packed([kind, ("content.xml", ods.format(cell))]))
    (to / "entities.ods").write_bytes(packed([kind, ("content.xml", bomb)]))
    for source in ["dates-openpyxl.xlsx", "dates-odfpy.ods", "dates-xlwt.xls"]:
        data = (OUT / source).read_bytes()
        (to / f"cut-{source}").write_bytes(data[: len(data) // 2])
    data = bytearray((OUT / "dates-openpyxl.xlsx").read_bytes())
    data[data.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0x55
    (to / "changed.xlsx").write_bytes(data)
    data = bytearray((OUT / "dates-xlwt.xls").read_bytes())
    table = 512 * (1 + int.from_bytes(data[76:80], "little"))
    for at in range(0, 512, 4):
        data[table + at : table + at + 4] = (0).to_bytes(4, "little")
    (to / "round.xls").write_bytes(data)


def libreoffice():
    soffice = shutil.which("soffice")
    if not soffice:
        print("no soffice: its files are left as they are")
        return
    jobs = [("dates-openpyxl.xlsx", "xlsx"), ("dates-openpyxl.xlsx", "xls"), ("dates-openpyxl.xlsx", "ods"), ("formulas.xlsx", "ods"), ("formulas.xlsx", "xls"), ("merged.xlsx", "xls"), ("hidden-rows.xlsx", "ods")]
    with tempfile.TemporaryDirectory() as folder:
        for source, kind in jobs:
            subprocess.run([soffice, "--headless", "--convert-to", kind, "--outdir", folder, OUT / source], check=True, stdout=subprocess.DEVNULL)
            stem = source.split(".")[0].removesuffix("-openpyxl")
            name = OUT / f"{stem}-libreoffice.{kind}"
            shutil.move(f"{folder}/{pathlib.Path(source).stem}.{kind}", name)
            if kind != "xls":
                repacked(name)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    openpyxl_all()
    xlsxwriter_all()
    xlwt_all()
    odf_all()
    by_hand()
    libreoffice()
    hostile()
