"""`timeline` and the figure that it gives."""

import json
import os
import warnings
from dataclasses import replace
from typing import Any, Dict, List, Optional, Tuple, Union

from . import _annals
from ._errors import AnnalsError, Fault, NotesError, NoteWarning, OptionError
from ._options import as_json
from ._tables import Rows, table_of


def timeline(
    *tables: Any,
    date: Optional[str] = None,
    end: Optional[str] = None,
    config: Union[None, bool, str, "os.PathLike[str]"] = None,
    **options: Any,
) -> "Figure":
    """The timeline of a table, or of several as one.

    A table is a frame of pandas, Polars, PyArrow, Modin or anything else that gives Arrow data, a lazy
    frame of Polars, DuckDB, Ibis, Dask or PySpark, a list of dictionaries, a dictionary of columns, or
    the path of a file (CSV, .xlsx, .ods, .xls, JSON, Markdown, iCalendar, Mermaid).

    `date` and `end` name their columns where they are called otherwise; `column={"title": "Product"}`
    names those of all roles. Every other option is a key of an options file, with `_` for `-`
    (`from_` and `break_`, as `from` and `break` are words of Python). `config` names an options file;
    the one beside the first file is read unless it is False.

    Raises TableError, OptionError, FileError, or NotesError with `strict=True`. Notes are warnings of
    the class NoteWarning, and are kept in `Figure.notes`.
    """
    if not tables:
        raise TypeError("timeline() needs a table: a frame, a list of dictionaries, or a path")
    settings = dict(options)
    for role, header in (("date", date), ("end", end)):
        if header is not None:
            settings["column"] = {**settings.get("column", {}), role: header}
    text = as_json(settings)
    read = [table for given in tables for table in table_of(given, settings, text)]
    figure = _composed(read, text, config)
    if settings.get("strict") and figure.notes:
        raise NotesError([Fault("note", note) for note in figure.notes])
    for note in figure.notes:
        warnings.warn(note, NoteWarning, stacklevel=2)
    return figure


def _composed(tables: List[Union[Rows, str]], options: str, config: Any) -> "Figure":
    if config is True:
        raise OptionError([Fault("option", "config is a file, or False for none")])
    named = None if config is None or config is False else os.fspath(config)
    file: _annals.OptionsFile = {"named": named, "is_off": config is False}
    arguments = [table if isinstance(table, str) else table.arguments() for table in tables]
    try:
        notes = [note for table in tables if isinstance(table, Rows) for note in table.notes]
        return Figure(_annals.compose(arguments, options, file), notes)
    except AnnalsError as error:
        raise _placed(error, tables) from None


def _placed(error: AnnalsError, tables: List[Union[Rows, str]]) -> AnnalsError:
    """The error with rows and columns of frames as these call them."""
    frames = {table.name: table for table in tables if not isinstance(table, str)}
    faults = []
    for fault in error.faults:
        frame = frames.get(fault.file or "")
        if frame is not None:
            row = None if fault.line is None else fault.line - 1
            column = fault.column
            if isinstance(column, int):
                column = frame.headers[column - 1] if column <= len(frame.headers) else None
            fault = replace(fault, line=None, row=row, column=column)
        faults.append(fault)
    return type(error)(faults)


class Figure:
    """A timeline. Jupyter shows it as it is."""

    def __init__(self, figure: _annals.Figure, notes: List[str]) -> None:
        self._figure = figure
        self._notes = [*notes, *figure.notes]
        self._rendered: Dict[str, bytes] = {}

    def _render(self, name: str) -> bytes:
        if name not in self._rendered:
            self._rendered[name] = self._figure.render(name)
        return self._rendered[name]

    @property
    def svg(self) -> str:
        """The figure as the text of an SVG."""
        return self._render("svg").decode("utf-8")

    @property
    def png(self) -> bytes:
        """The figure as a PNG; `dpi` sets its resolution."""
        return self._render("png")

    @property
    def pdf(self) -> bytes:
        """The figure as a PDF of one page."""
        return self._render("pdf")

    @property
    def notes(self) -> List[str]:
        """What its maker should know and what did not stop it."""
        return list(self._notes)

    @property
    def alt(self) -> str:
        """The figure in words, for those who cannot see it."""
        return self._figure.alt

    @property
    def form(self) -> Tuple[str, str]:
        """The form of the figure, such as "flags" or "density", and why it has that."""
        return self._figure.form

    def save(self, *paths: Union[str, "os.PathLike[str]"]) -> "Figure":
        """Writes the figure into files, each in the format of its extension: all of them or none."""
        if not paths:
            raise TypeError("save() needs the name of a file, such as events.svg")
        self._figure.save([os.fspath(path) for path in paths])
        return self

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, str]:
        bundle = {"image/svg+xml": self.svg, "text/plain": self.alt}
        kept = bundle if include is None else {key: bundle[key] for key in bundle if key in include}
        return {key: kept[key] for key in kept if key not in (exclude or ())}

    def __repr__(self) -> str:
        return f"<annals.Figure {json.dumps(self._figure.title, ensure_ascii=False)}: {self.form[0]}>"
