"""Options as Python has them into those of an options file, in JSON."""

import datetime
import json
import os
from typing import Any, Mapping

from ._errors import Fault, OptionError


def key_of(name: str) -> str:
    """The key of an options file that an argument stands for: `date_order`, `from_`."""
    return name.rstrip("_").replace("_", "-")


def as_json(options: Mapping[str, Any]) -> str:
    """An object in JSON. Arguments that are None are as if they were not given."""
    given = {key_of(name): _plain(name, value) for name, value in options.items() if value is not None}
    return json.dumps(given, ensure_ascii=False)


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(name, one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(name, one) for one in value]
    if hasattr(value, "item"):
        return _plain(name, value.item())
    message = f"{name}: {type(value).__name__} is no value of an option; give a text or a number"
    raise OptionError([Fault("option", message, value=repr(value))])
