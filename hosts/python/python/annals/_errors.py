"""What can be wrong with a table, an option or a file, with its place."""

from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple, Union

_SHOWN = 20


@dataclass(frozen=True)
class Fault:
    """One thing wrong, and where it is.

    `row` is the place of a row of a frame, from 0, as `df.iloc[row]` takes it, and `column` then the
    name of its column. For a file `line` is a line and `column` a character of it, both from 1 (in a
    workbook the row and the column of `sheet`). None where there is no such place.
    """

    kind: str
    message: str
    file: Optional[str] = None
    sheet: Optional[str] = None
    line: Optional[int] = None
    row: Optional[int] = None
    column: Union[str, int, None] = None
    value: Optional[str] = None

    def __str__(self) -> str:
        return self.place() + self.message

    def place(self) -> str:
        """The place as it stands before the message; empty if there is none."""
        name = f"{self.file}: " if self.file else ""
        if self.row is not None:
            return f"{name}row {self.row}: "
        if self.sheet is not None:
            at = f", row {self.line}" if self.line else ""
            column = f", column {self.column}" if self.column else ""
            return f'{name}sheet "{self.sheet}"{at}{column}: '
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([name[:-2], *numbers]) + ": " if name and numbers else name


class AnnalsError(Exception):
    """No figure was made, and nothing was written; `faults` are all that is wrong."""

    faults: List[Fault]

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = list(faults)
        lines = [str(fault) for fault in self.faults[:_SHOWN]]
        more = len(self.faults) - _SHOWN
        if more > 0:
            lines.append(f"and {more} more errors")
        super().__init__("\n".join(lines))

    def __reduce__(self) -> Tuple[type, Tuple[List[Fault]]]:
        return (type(self), (self.faults,))


class TableError(AnnalsError, ValueError):
    """The table is at fault."""


class OptionError(AnnalsError, ValueError):
    """An option is at fault, or several together are."""


class NotesError(AnnalsError, ValueError):
    """Nothing is at fault but what was noted, and `strict` was set."""


class FileError(AnnalsError, OSError):
    """A file cannot be read or written."""


class InternalError(AnnalsError, RuntimeError):
    """The program itself is at fault; please report it with the table."""


class NoteWarning(UserWarning):
    """Something that the maker of a figure should know and that does not stop it."""


_EXCEPTIONS = {
    "table": TableError,
    "option": OptionError,
    "note": NotesError,
    "system": FileError,
    "internal": InternalError,
}


def from_library(kind: str, faults: Sequence[Tuple[Any, ...]]) -> AnnalsError:
    """The exception for an error of the library, whose faults have numbers for places."""
    return _EXCEPTIONS[kind]([_fault(*fault) for fault in faults])


def _fault(
    kind: str, file: str, sheet: str, line: int, column: int, value: Optional[str], message: str
) -> Fault:
    place = (file or None, sheet or None, line or None, None, column or None)
    return Fault(kind, message, *place, value)
