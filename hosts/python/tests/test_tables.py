"""Every kind of frame gives the figure of the same table in a file, and no value changes on the way."""

import datetime

import annals
import pytest
from conftest import RECORDS, columns

UTC = datetime.timezone.utc


def expected(csv):
    return annals.timeline(csv, title="Into space").svg


def frames():
    def pandas():
        import pandas as pd

        frame = pd.DataFrame(columns())
        frame["date"] = pd.to_datetime(frame["date"])
        frame["category"] = frame["category"].astype("category")
        return frame

    def pandas_by_dates():
        return pandas().set_index("date")

    def pandas_on_arrow():
        return pandas().convert_dtypes(dtype_backend="pyarrow")

    def polars():
        import polars as pl

        return pl.DataFrame(columns()).with_columns(pl.col("category").cast(pl.Categorical))

    def polars_lazy():
        return polars().lazy()

    def pyarrow():
        import pyarrow as pa

        table = pa.table(columns())
        return table.set_column(2, "category", table["category"].dictionary_encode())

    def duckdb():
        import duckdb

        space = pyarrow()  # noqa: F841 (DuckDB finds it by its name)
        return duckdb.sql("SELECT date, title, category::VARCHAR AS category, importance FROM space")

    def arrow_alone():
        class Arrow:
            def __arrow_c_stream__(self, requested_schema=None):
                return pyarrow().__arrow_c_stream__(requested_schema)

        return Arrow()

    def records():
        return RECORDS

    def dictionary():
        return columns()

    return [
        pandas, pandas_by_dates, pandas_on_arrow, polars, polars_lazy, pyarrow, duckdb, arrow_alone,
        records, dictionary,
    ]


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.__name__)
def test_a_frame_is_drawn_as_its_file(frame, csv):
    assert annals.timeline(frame(), title="Into space").svg == expected(csv)


def rows(table):
    from annals._tables import table_of

    (found,) = table_of(table, {}, "{}")
    return found


def test_timestamps_are_exact_to_the_last_digit_and_have_their_offset():
    import pandas as pd
    import polars as pl

    lahore = pd.Timestamp("2010-03-12 10:00:00.000000007", tz="Asia/Karachi")
    assert rows(pd.DataFrame({"t": [lahore, pd.NaT]})).rows == [
        ("2010-03-12T10:00:00.000000007+05:00",), ("",),
    ]
    micro = datetime.datetime(1066, 10, 14, 9, 0, 0, 250_000)
    assert rows(pl.DataFrame({"t": [micro, None]})).rows == [("1066-10-14T09:00:00.25",), ("",)]
    fixed = datetime.datetime(2010, 3, 12, 10, tzinfo=UTC)
    assert rows([{"t": fixed}]).rows == [("2010-03-12T10:00:00+00:00",)]


def test_midnights_of_a_whole_column_are_days():
    import pandas as pd

    days = pd.to_datetime(["2010-03-12", None, "2011-01-01"])
    assert [row[0] for row in rows(pd.DataFrame({"t": days})).rows] == ["2010-03-12", "", "2011-01-01"]
    times = pd.to_datetime(["2010-03-12 00:00", "2011-01-01 00:01"])
    assert rows(pd.DataFrame({"t": times})).rows[0] == ("2010-03-12T00:00:00",)


def test_periods_numbers_and_what_is_missing():
    import numpy as np
    import pandas as pd

    frame = pd.DataFrame({
        "period": pd.PeriodIndex(["2010-03", "2010-04"], freq="M"),
        "year": [1957.0, np.nan],
        "count": pd.array([3, None], dtype="Int64"),
        "flag": [True, None],
        "mixed": [np.int64(4), np.float64("nan")],
    })
    assert rows(frame).rows == [("2010-03", "1957", "3", "true", "4"), ("2010-04", "", "", "", "")]


def test_columns_are_named_by_role():
    table = [{"when": "1912-04-15", "what": "Titanic sinks", "until": "1912-04-18"}]
    figure = annals.timeline(table, date="when", end="until", column={"title": "what"})
    assert "Titanic sinks" in figure.alt


def test_several_tables_are_one_figure():
    counts = {"date": ["2010-01-01", "2010-02-01"], "count": [3, 5]}
    named = [{"date": "2010-02-03", "title": "Flood"}]
    figure = annals.timeline(counts, named)
    assert figure.form[0] == "density" and "Flood" in figure.svg


@pytest.mark.parametrize("table", [3, object(), [1, 2], b"date,title", {"a": [1], "b": []}])
def test_what_is_no_table_is_refused(table):
    with pytest.raises(annals.TableError):
        annals.timeline(table)


