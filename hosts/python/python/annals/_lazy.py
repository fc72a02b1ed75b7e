"""Frames that an engine holds: it groups and counts them, and gives back what a figure of counts needs.

A small frame is collected and drawn as it is. Of a large one the engine counts the events of each
bucket of time, category and lane, and gives the rows that are important enough to be named. A bucket
is shorter than a column of the figure can be, and is told by its first event; the last also by its
last event. So the figure is that of the rows.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional

import narwhals as nw

from ._annals import roles
from ._errors import Fault, TableError
from ._tables import Rows, rows_of

# Rows up to which a frame is collected, and up to which an engine may give back counts.
COLLECTED = 2_000
MOST_COUNTS = 500_000
# Rows by which the roles of columns are found, as for a file.
SAMPLED = 60
# Events named at most, as the figure has it.
NAMED = 24
# Of equally important events, so many are compared.
MOST_NAMED = 2_000
# Columns that a figure has at most, and the buckets that are shorter than those of such a time.
MOST_COLUMNS = 700
_BUCKETS = (("1mo", 31 * 86_400), ("1d", 86_400), ("1h", 3_600), ("1m", 60), ("1s", 1))

_BUCKET, _COUNT, _FIRST, _LAST, _RANK = ("annals_" + name for name in ("bucket", "count", "first", "last", "rank"))


def summary(frame: nw.LazyFrame[Any], options: Mapping[str, Any], text: str) -> List[Rows]:
    """The tables that stand for a lazy frame: itself if it is small, else counts and named rows."""
    sample = _collected(frame.head(COLLECTED + 1))
    if len(sample) <= COLLECTED:
        return [rows_of(sample, "midnight" in options)]
    columns = _columns(sample, text)
    shown = Summary.of(frame, columns, options)
    few = _collected(shown.frame.head(COLLECTED + 1))
    if 0 < len(few) <= COLLECTED:
        rows = rows_of(few, "midnight" in options)
        rows.notes = shown.notes
        return [rows]
    style = options.get("style", "auto")
    if style not in ("auto", "density"):
        raise _refused(f"more than {COLLECTED} rows of a lazy frame are counted, not drawn as {style}; "
                       "leave style out, or collect the frame")
    return shown.tables()


_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _limits(options: Mapping[str, Any]) -> List[Optional[datetime.datetime]]:
    """The first instant that is shown and the first after all, of options that say a year, a month or a
    day; what else they may say is left to the library."""
    limits: List[Optional[datetime.datetime]] = []
    for names, is_end in ((("from_", "from"), False), (("to",), True)):
        given = next((options[name] for name in names if options.get(name) is not None), "")
        parts = _ISO.fullmatch(str(given))
        limits.append(_instant([int(part) for part in parts.groups() if part], is_end) if parts else None)
    return limits


def _instant(parts: List[int], is_end: bool) -> Optional[datetime.datetime]:
    year, month, day = (parts + [1, 1])[:3]
    try:
        first = datetime.datetime(year, month, day)
        if not is_end:
            return first
        if len(parts) == 3:
            return first + datetime.timedelta(days=1)
        months = year * 12 + month - 1 + (12 if len(parts) == 1 else 1)
        return datetime.datetime(months // 12, months % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None


def _collected(frame: nw.LazyFrame[Any]) -> nw.DataFrame[Any]:
    """The rows of a frame, in whatever library is installed."""
    for backend in (None, "polars"):
        try:
            return frame.collect(backend)
        except ImportError:
            continue
    return frame.collect("pandas")


def _value(frame: nw.LazyFrame[Any]) -> Any:
    """The only value of a frame, in the column of ranks."""
    return _collected(frame)[_RANK].to_list()[0]


def _refused(message: str) -> TableError:
    return TableError([Fault("table", message)])


def _columns(sample: nw.DataFrame[Any], text: str) -> Dict[str, str]:
    """The column of each role."""
    rows = rows_of(sample.head(SAMPLED))
    found = roles(rows.headers, rows.rows, text)
    columns = {role: rows.headers[column] for role, column in found}
    date = columns.get("date")
    if date is None:
        raise _refused('no column has the dates; name it, as date="when"')
    kind = sample.schema[date]
    if kind not in (nw.Date, nw.Datetime):
        raise _refused(f'column "{date}" is {kind}; to be counted in a lazy frame it must be a date or a '
                       "timestamp: cast it, or collect the frame, and its texts are read")
    if "end" in columns or "duration" in columns:
        header = columns.get("end", columns.get("duration"))
        raise _refused(f'column "{header}" gives ends, and periods under way are not counted in a lazy '
                       'frame; collect the frame, or leave the column out with column={"end": ""}')
    return columns


def _inside(
    frame: nw.LazyFrame[Any], column: str, options: Mapping[str, Any]
) -> Optional[nw.LazyFrame[Any]]:
    """The rows that are shown; None where that is all of them, or not for the engine to say."""
    limits: List[Any] = _limits(options)
    kind: Any = frame.collect_schema()[column]
    if limits == [None, None] or getattr(kind, "time_zone", None) is not None:
        return None
    if kind == nw.Date:
        limits = [limit and limit.date() for limit in limits]
    date, (first, after) = nw.col(column), limits
    if first is not None:
        frame = frame.filter(date >= first)
    return frame if after is None else frame.filter(date < after)


@dataclass
class Summary:
    """A frame and what is asked of it."""

    frame: nw.LazyFrame[Any]
    columns: Dict[str, str]
    options: Mapping[str, Any]
    notes: List[str]

    @classmethod
    def of(cls, frame: nw.LazyFrame[Any], columns: Dict[str, str], options: Mapping[str, Any]) -> "Summary":
        date, notes = nw.col(columns["date"]), []
        missing = _value(frame.filter(date.is_null()).select(nw.len().alias(_RANK)))
        if missing:
            rows = "1 row has no date and is" if missing == 1 else f"{missing} rows have no date and are"
            notes.append(f"table: {rows} left out")
        dated = frame.filter(~date.is_null())
        inside = _inside(dated, columns["date"], options)
        if inside is not None:
            kept = _value(inside.select(nw.len().alias(_RANK)))
            many = _value(dated.select(nw.len().alias(_RANK))) - kept
            events = "1 event lies outside from_ and to and is" if many == 1 else (
                f"{many} events lie outside from_ and to and are")
            notes.extend([f"{events} left out"] if many and kept else [])
            dated = inside if kept else dated
        return cls(dated, columns, options, notes)

    @property
    def date(self) -> nw.Expr:
        return nw.col(self.columns["date"])

    def column(self, role: str) -> Optional[str]:
        return self.columns.get(role)

    def tables(self) -> List[Rows]:
        counts = rows_of(self._counts(), keeps_midnight=True, name="counts")
        counts.notes = self.notes
        named = self._named()
        return [counts] if named is None else [counts, rows_of(named, True, "named rows")]

    def _counts(self) -> nw.DataFrame[Any]:
        """The events of each bucket, category and lane, at their first date."""
        unit = self._unit()
        keys = list(dict.fromkeys(filter(None, map(self.column, ("category", "lane")))))
        bucketed = self.frame.with_columns(self.date.dt.truncate(unit).alias(_BUCKET))
        many = self.column("count")
        count = nw.len() if many is None else nw.col(many).sum()
        groups = bucketed.group_by(_BUCKET, *keys).agg(
            count.alias(_COUNT), self.date.min().alias(_FIRST), self.date.max().alias(_LAST)
        )
        found = _collected(groups.head(MOST_COUNTS + 1))
        if len(found) > MOST_COUNTS:
            raise _refused(f"the frame gives more than {MOST_COUNTS} counts; choose a category or a lane "
                           "with fewer values, or show less time with from_ and to")
        return self._dated(found, keys)

    def _dated(self, found: nw.DataFrame[Any], keys: List[str]) -> nw.DataFrame[Any]:
        """Counts at the date of their first event, and the very last event by itself."""
        date, count = self.columns["date"], self.column("count") or "count"
        last = found[_LAST].max()
        is_last = (nw.col(_LAST) == last) & (nw.col(_FIRST) < last)
        ends = found.filter(is_last).head(1)
        rest = found.with_columns(nw.col(_COUNT).cast(nw.Int64))
        one = ends.with_columns(nw.col(_LAST).alias(_FIRST), nw.lit(1, nw.Int64).alias(_COUNT))
        less = nw.when(is_last & _same(ends, keys)).then(nw.col(_COUNT) - 1).otherwise(nw.col(_COUNT))
        parts = [rest.with_columns(less.alias(_COUNT)), one] if len(ends) else [rest]
        names = [nw.col(_FIRST).alias(date), *(nw.col(key) for key in keys), nw.col(_COUNT).alias(count)]
        return nw.concat([part.select(*names) for part in parts])

    def _unit(self) -> str:
        """The longest bucket that is shorter than any column of the figure."""
        ends = _collected(self.frame.select(self.date.min().alias(_FIRST), self.date.max().alias(_LAST)))
        first, last = ends[_FIRST].to_list()[0], ends[_LAST].to_list()[0]
        seconds = (last - first).total_seconds()
        for unit, length in _BUCKETS:
            if seconds >= MOST_COLUMNS * length:
                return unit
        return "1s"

    def _named(self) -> Optional[nw.DataFrame[Any]]:
        """The rows that may be named, with the columns that have a role."""
        title = self.column("title")
        if title is None:
            return None
        rows = self.frame
        label = self.options.get("label")
        if label is not None:
            role, _, value = str(label).partition("=")
            column = self.column(role)
            rows = rows if column is None else rows.filter(nw.col(column) == value)
        rank = self.column("importance")
        if rank is not None:
            rows = self._important(rows, rank, is_chosen=label is not None)
        elif label is None:
            return None
        used = dict.fromkeys(name for role, name in self.columns.items() if role != "count")
        found = _collected(rows.select(*used).head(MOST_NAMED + 1))
        return found if 0 < len(found) <= MOST_NAMED else None

    def _important(self, rows: nw.LazyFrame[Any], rank: str, is_chosen: bool) -> nw.LazyFrame[Any]:
        """The most important rows, with all that are as important as the last of them if these are few."""
        number = _number(nw.col(rank), self.frame.collect_schema()[rank])
        rows = rows.with_columns(number.alias(_RANK))
        if not is_chosen:
            least = _value(rows.select(nw.col(_RANK).min()))
            rows = rows.filter(nw.col(_RANK) > least)
        top = int(self.options.get("top") or NAMED)
        best = _collected(rows.select(_RANK).sort(_RANK, descending=True).head(top))[_RANK].to_list()
        if not best:
            return rows.head(0)
        last = rows.filter(nw.col(_RANK) >= best[-1])
        many = _value(last.head(MOST_NAMED + 1).select(nw.len().alias(_RANK)))
        return last if many <= MOST_NAMED else rows.filter(nw.col(_RANK) > best[-1])


def _same(ends: nw.DataFrame[Any], keys: List[str]) -> nw.Expr:
    """Whether a row has the keys of the one in `ends`."""
    is_same = nw.lit(True)
    for key in keys:
        value = ends[key].to_list()[0] if len(ends) else None
        is_same = is_same & (nw.col(key).is_null() if value is None else nw.col(key) == value)
    return is_same


def _number(rank: nw.Expr, kind: Any) -> nw.Expr:
    """An importance as a number, as the reader of tables has it."""
    if kind.is_numeric():
        return rank.cast(nw.Float64).fill_null(2.0)
    word = rank.cast(nw.String).str.to_lowercase()
    is_low, is_high = word.is_in(["low", "minor"]), word.is_in(["high", "major"])
    return nw.when(is_low).then(1.0).otherwise(nw.when(is_high).then(3.0).otherwise(2.0))
