"""Tables as Python has them into headers and rows of text: dates in ISO 8601, nothing for nulls."""

from __future__ import annotations

import datetime
import math
import os
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Dict, Iterable, List, Literal, Mapping, Sequence, Tuple, Union

import narwhals as nw

from ._errors import Fault, TableError


@dataclass
class Rows:
    """A table at hand: what messages call it, its headers and its rows."""

    name: str
    headers: List[str]
    rows: List[Tuple[str, ...]]
    notes: List[str] = field(default_factory=list)

    def arguments(self) -> Tuple[str, List[str], List[Tuple[str, ...]]]:
        """As the library takes it."""
        return (self.name, self.headers, self.rows)


def table_of(given: Any, options: Mapping[str, Any], text: str) -> Iterable[Union[Rows, str]]:
    """The tables that make up a given one; `text` has the options in JSON."""
    if isinstance(given, (str, os.PathLike)):
        return [os.fspath(given)]
    keeps_midnight = "midnight" in options
    if isinstance(given, Mapping):
        columns = {str(name): list(values) for name, values in given.items()}
        return [_of_values(columns, keeps_midnight)]
    if isinstance(given, Sequence):
        return [_of_records(given, keeps_midnight)]
    frame = _frame(given)
    if isinstance(frame, nw.LazyFrame):
        from ._lazy import summary

        return summary(frame, options, text)
    return [rows_of(frame, keeps_midnight)]


def rows_of(frame: nw.DataFrame[Any], keeps_midnight: bool = False, name: str = "table") -> Rows:
    """The rows of a frame."""
    columns = {str(name): frame[name] for name in frame.columns}
    texts = [_dated(_texts(column), keeps_midnight) for column in columns.values()]
    return Rows(name, list(columns), list(zip(*texts)))


def _frame(given: Any) -> Union[nw.DataFrame[Any], nw.LazyFrame[Any]]:
    given = _with_index(given)
    try:
        frame: Union[nw.DataFrame[Any], nw.LazyFrame[Any]] = nw.from_native(given)
        return frame
    except TypeError:
        pass
    if hasattr(given, "__arrow_c_stream__"):
        return nw.from_arrow(given, backend=_arrow_backend())
    kind = type(given).__name__
    message = f"{kind} is no table; give a frame, a list of dictionaries, or the path of a file"
    raise TableError([Fault("table", message)])


def _arrow_backend() -> Any:
    import importlib.util

    for name in ("pyarrow", "polars"):
        if importlib.util.find_spec(name):
            return name
    message = "to read Arrow data, install pyarrow or polars, or give a frame of pandas"
    raise TableError([Fault("table", message)])


def _with_index(given: Any) -> Any:
    """A series of pandas as a frame, and an index of dates as a column."""
    module = type(given).__module__.split(".")[0]
    if module != "pandas":
        return given
    if hasattr(given, "to_frame") and not hasattr(given, "columns"):
        given = given.to_frame(given.name if given.name is not None else "title")
    kind = type(given.index).__name__
    is_dates = kind in ("DatetimeIndex", "PeriodIndex")
    name = given.index.name if given.index.name is not None else "date"
    if (is_dates or given.index.name is not None) and name not in given.columns:
        return given.rename_axis(name).reset_index()
    return given


def _of_records(records: Sequence[Any], keeps_midnight: bool) -> Rows:
    if isinstance(records, (bytes, bytearray)) or not all(isinstance(one, Mapping) for one in records):
        message = "a list is a table if each of its items is a dictionary, one for each event"
        raise TableError([Fault("table", message)])
    names: Dict[Any, None] = {}
    for record in records:
        names.update(zip(record, repeat(None)))
    columns = {str(name): [record.get(name) for record in records] for name in names}
    return _of_values(columns, keeps_midnight)


def _of_values(columns: Mapping[str, List[Any]], keeps_midnight: bool) -> Rows:
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        message = "the columns of a dictionary have different lengths; make them equally long"
        raise TableError([Fault("table", message)])
    texts = [_dated([_text(one) for one in values], keeps_midnight) for values in columns.values()]
    return Rows("table", list(columns), list(zip(*texts)))


def _texts(column: nw.Series[Any]) -> List[str]:
    if column.dtype == nw.Datetime:
        return _timestamps(column)
    return [_text(value) for value in column.to_list()]


def _timestamps(column: nw.Series[Any]) -> List[str]:
    """Timestamps in ISO 8601 to the last digit that the frame has, with their offsets from UTC."""
    kind: Any = column.dtype
    unit: Literal["ns", "us"] = "ns" if kind.time_unit == "ns" else "us"
    digits = 9 if unit == "ns" else 6
    zone = _zone(kind.time_zone)
    # With nulls among them, pandas would make floats of the numbers.
    counts = iter(column.drop_nulls().dt.timestamp(unit).to_list())
    nulls = column.is_null().to_list()
    return ["" if is_null else _iso(int(next(counts)), digits, zone) for is_null in nulls]


_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def _iso(count: int, digits: int, zone: Any) -> str:
    """The timestamp so many parts of a second, of which there are so many digits, after the epoch."""
    seconds, rest = divmod(count, 10**digits)
    fraction = f".{rest:0{digits}}".rstrip("0") if rest else ""
    at = _EPOCH + datetime.timedelta(seconds=seconds)
    text = at.isoformat() if zone is None else at.astimezone(zone).isoformat()
    return text[:19] + fraction + ("" if zone is None else text[19:])


def _zone(name: Any) -> Any:
    if name is None:
        return None
    if name[0] in "+-":
        return datetime.datetime.strptime(name.replace(":", ""), "%z").tzinfo
    import zoneinfo

    return zoneinfo.ZoneInfo(name)


def _text(value: Any) -> str:
    """A value as text; nothing for None, NaN, NaT and the like."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        # NaT is not equal to itself.
        return value.isoformat() if value == value else ""
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return _text(value.item())
    text = str(value)
    return "" if text in ("NaT", "<NA>", "nan") else text


def _dated(texts: List[str], keeps_midnight: bool) -> List[str]:
    """Times that are all midnight as days: pandas has no other type for days."""
    tail = "T00:00:00"
    full = [text for text in texts if text]
    if keeps_midnight or not full or not all(len(text) == 19 and text[10:] == tail for text in full):
        return texts
    return [text[:10] for text in texts]
