"""Draws tables of dated events as annotated timelines, ready for print.

>>> import annals
>>> annals.timeline([{"date": "1957-10-04", "title": "Sputnik 1"}], title="Into space").save("space.svg")
"""

from ._errors import (
    AnnalsError,
    Fault,
    FileError,
    InternalError,
    NotesError,
    NoteWarning,
    OptionError,
    TableError,
)
from ._figure import Figure, timeline

__all__ = [
    "AnnalsError",
    "Fault",
    "Figure",
    "FileError",
    "InternalError",
    "NoteWarning",
    "NotesError",
    "OptionError",
    "TableError",
    "timeline",
]
__version__ = "0.1.0"
