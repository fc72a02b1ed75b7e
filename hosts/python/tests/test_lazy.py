"""Lazy frames: an engine counts them, and the figure is that of their rows."""

import datetime
import os

import annals
import duckdb
import pytest

MANY = """
    SELECT TIMESTAMP '2019-03-01 07:00' + to_seconds(CAST(hash(i) % {seconds} AS BIGINT)) AS date,
           ['Storm', 'Flood', NULL, 'Fire'][1 + CAST(hash(i, 1) % 4 AS INTEGER)] AS category,
           'Call ' || i AS title,
           CASE WHEN i % 700 = 7 THEN 'high' END AS importance
    FROM range(5000) AS numbers(i)
"""
YEARS, MONTH, HOURS = 200_000_000, 2_600_000, 90_000


def rows(seconds=YEARS):
    """The table as one that is at hand."""
    return duckdb.sql(MANY.format(seconds=seconds)).pl()


def frames():
    def relation(frame):
        return duckdb.sql("SELECT * FROM frame")

    def polars(frame):
        return frame.lazy()

    def ibis(frame):
        return pytest.importorskip("ibis").memtable(frame.to_arrow())

    def dask(frame):
        module = pytest.importorskip("dask.dataframe")
        return module.from_pandas(frame.to_pandas(), npartitions=3)

    def pyspark(frame):
        if not os.environ.get("SPARK"):
            pytest.skip("SPARK is not set")
        sql = pytest.importorskip("pyspark.sql")
        builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
        held = session.createDataFrame(frame.to_pandas().astype({"category": object}))
        return held.withColumn("date", held["date"].cast("timestamp_ntz"))

    return [relation, polars, ibis, dask, pyspark]


@pytest.mark.parametrize("lazy", frames(), ids=lambda frame: frame.__name__)
@pytest.mark.parametrize("seconds", [YEARS, HOURS])
def test_counts_of_an_engine_give_the_figure_of_the_rows(lazy, seconds):
    table = rows(seconds)
    whole, counted = annals.timeline(table), annals.timeline(lazy(table))
    assert whole.form[0] == counted.form[0] == "density"
    assert "5000 events, 8 named." in whole.alt or "5000 events" in whole.svg
    assert counted.svg == whole.svg


@pytest.mark.parametrize("options", [
    {"from_": "2020", "to": "2021-06"},
    {"from_": "2020-02-03", "to": "2020-04"},
    {"to": "2019"},
    {"size": "slide"},
    {"top": 3},
    {"label": "category=Fire", "top": 5},
    {"column": {"importance": ""}},
    {"lane_by": "category"},
    {"width": "12in", "height": "4in"},
], ids=str)
@pytest.mark.filterwarnings("ignore::annals.NoteWarning")
def test_options_hold_for_counts(options):
    table = rows()
    whole, counted = annals.timeline(table, **options), annals.timeline(table.lazy(), **options)
    assert counted.svg == whole.svg
    assert counted.notes == [note for note in whole.notes if not note.endswith("is ignored")]


def test_of_equals_all_are_handed_over_if_they_are_few_else_none():
    import polars as pl

    chosen = pl.int_range(pl.len()) % 100 < 3
    table = rows().with_columns(importance=pl.when(chosen).then(5).otherwise(pl.int_range(pl.len()) % 2))
    whole, counted = annals.timeline(table), annals.timeline(table.lazy())
    assert counted.svg == whole.svg and "24 named" in whole.svg
    place = pl.int_range(pl.len())
    ranks = pl.when(place < 2).then(9).when(place == 2500).then(1).otherwise(5)
    many = table.with_columns(importance=ranks)
    assert "2 named" in annals.timeline(many.lazy()).svg


def test_days_are_counted_as_days():
    import polars as pl

    table = rows().with_columns(pl.col("date").cast(pl.Date))
    assert annals.timeline(table.lazy()).svg == annals.timeline(table).svg


def test_rows_without_a_date_are_noted():
    import polars as pl

    table = rows().with_columns(date=pl.when(pl.col("title") == "Call 9").then(None).otherwise("date"))
    with pytest.warns(annals.NoteWarning, match="1 row has no date and is left out"):
        annals.timeline(table.lazy())
    with pytest.raises(annals.NotesError, match="no date"):
        annals.timeline(table.lazy(), strict=True)


def test_a_small_frame_is_drawn_as_it_is():
    table = rows().head(12)
    lazy = annals.timeline(table.lazy(), title="Twelve")
    assert lazy.form[0] != "density" and lazy.svg == annals.timeline(table, title="Twelve").svg


def test_texts_are_no_dates_of_a_lazy_frame():
    import polars as pl

    table = rows().with_columns(pl.col("date").cast(pl.String))
    with pytest.raises(annals.TableError, match="must be a date or a timestamp.*collect"):
        annals.timeline(table.lazy())
    with pytest.raises(annals.TableError, match="not counted in a lazy frame"):
        annals.timeline(rows().with_columns(end=pl.col("date")).lazy())
    with pytest.raises(annals.TableError, match="counted, not drawn as flags"):
        annals.timeline(rows().lazy(), style="flags")


def test_counts_in_a_lazy_frame_are_added_up():
    import polars as pl

    first = datetime.datetime(2020, 1, 1)
    dates = [first + datetime.timedelta(hours=hour) for hour in range(3000)]
    table = pl.DataFrame({"date": dates, "count": [hour % 24 for hour in range(3000)]})
    assert annals.timeline(table.lazy()).svg == annals.timeline(table).svg
