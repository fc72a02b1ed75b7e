"""What the tests share: the root of the repository, and a small table in every kind of frame."""

import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

DAY = datetime.date
RECORDS = [
    {"date": DAY(1957, 10, 4), "title": "Sputnik 1", "category": "Robots", "importance": "high"},
    {"date": DAY(1961, 4, 12), "title": "Vostok 1, the first man", "category": "People", "importance": None},
    {"date": DAY(1965, 3, 18), "title": "First \"walk\"", "category": "People", "importance": None},
    {"date": DAY(1969, 7, 20), "title": "Apollo 11\nlands", "category": None, "importance": "high"},
]
CSV = '''date,title,category,importance
1957-10-04,Sputnik 1,Robots,high
1961-04-12,"Vostok 1, the first man",People,
1965-03-18,"First ""walk""",People,
1969-07-20,"Apollo 11
lands",,high
'''


@pytest.fixture
def csv(tmp_path):
    """The table in a file."""
    path = tmp_path / "table.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def columns():
    """The table column by column."""
    return {name: [row[name] for row in RECORDS] for name in RECORDS[0]}
