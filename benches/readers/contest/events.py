"""The events of a table as annals reads them, for programs that only draw."""

import csv
import datetime
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).parent
ROLES = ["title", "description", "category"]


def years(text):
    """An ISO date and time as a number of years since the year 0."""
    if text is None:
        return None
    match = re.match(r"([+-]?\d+)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?", text)
    year, month, day, *clock = [int(part) if part else 0 for part in match.groups()]
    days = (datetime.date(2001, month or 1, day or 1) - datetime.date(2001, 1, 1)).days if month != 2 or day != 29 else 59
    return year + (days + (clock[0] + (clock[1] + clock[2] / 60) / 60) / 24) / 365


def columns(path, header):
    """Where title, description and category are, by `columns.csv`; none for what a table does not have."""
    named = {row["table"]: row for row in csv.DictReader((HERE / "columns.csv").open(encoding="utf-8"))}[path.stem]
    return [header.index(named[role]) if named[role] else None for role in ROLES]


def of_table(annals, path):
    """A list of events in the order of time: title, date as annals labels it, description, category,
    first moment as ISO 8601, first and last moment in years, and whether the row has an end of its own."""
    rows = list(csv.reader(path.open(newline="", encoding="utf-8")))
    header, rows = rows[0], rows[1:]
    title, description, category = columns(path, header)
    command = [annals, path, "--no-config", "--explain-dates=json"]
    cells = {}
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        cell = json.loads(line)
        cells.setdefault(cell["line"], []).append(cell)
    found = []
    for line, dates in cells.items():
        row = rows[line - 2]
        dates = [date for date in dates if date.get("lo")]
        first, last = dates[0], dates[-1]
        is_span = len(dates) > 1 or "–" in first["label"]
        text = first["label"] if len(dates) == 1 else f"{first['label']} – {last['label']}"
        begin, end = years(first["lo"]), years(last["hi"])
        found.append({
            "title": row[title],
            "date": text,
            "description": row[description] if description is not None and len(row) > description else "",
            "category": row[category] if category is not None and len(row) > category else "",
            "day": first["lo"],
            "from": begin,
            "to": end,
            "middle": begin if is_span else (begin + years(first["hi"])) / 2,
            "span": is_span,
        })
    return sorted(found, key=lambda event: event["middle"])
