"""How long an engine takes to give what a figure of very many rows needs, and that the figure is right.

    python bench/engines.py duckdb 100000000
    python bench/engines.py pyspark 20000000

Times are those on a clock, and those that all processors together worked for it.

DuckDB writes so many rows into a Parquet file in a folder for temporary files, which is deleted at the end.
The figure is saved beside this file. PySpark needs Java.
"""

import os
import resource
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import annals
import duckdb

ROWS = """
    SELECT TIMESTAMP '2009-01-01' + to_microseconds(CAST(
               sqrt(hash(i) / 18446744073709551615.0) * 378691200000000 AS BIGINT)) AS date,
           ['Storm', 'Flood', 'Fire', 'Rescue'][1 + CAST(floor(sqrt(hash(i, 1) % 16)) AS INTEGER)] AS category,
           'Call ' || i AS title,
           CASE WHEN i % 9999991 = 7 THEN 3 ELSE 2 END AS importance
    FROM range({rows}) AS numbers(i)
"""


def worked() -> float:
    """Seconds of processors for this process and those that it started (Linux)."""
    ticks, parents = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        number = int(file.parent.name)
        parents[number], ticks[number] = int(fields[1]), sum(map(int, fields[11:15]))

    def is_ours(number: int) -> bool:
        return number == os.getpid() or (number in parents and is_ours(parents[number]))

    return sum(ticks[number] for number in ticks if is_ours(number)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def timed(what: str):
    start, before = time.perf_counter(), worked()
    yield
    print(f"{what}: {time.perf_counter() - start:.1f} s, {worked() - before:.1f} s of processors", flush=True)


def duckdb_frame(path: Path):
    return duckdb.read_parquet(str(path))


def pyspark_frame(path: Path):
    from pyspark.sql import SparkSession

    with timed("start of Spark"):
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    return session.read.parquet(str(path))


def main() -> None:
    engine, rows = sys.argv[1], int(sys.argv[2])
    make = {"duckdb": duckdb_frame, "pyspark": pyspark_frame}[engine]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calls.parquet"
        with timed(f"writing {rows:,} rows"):
            duckdb.sql(ROWS.format(rows=rows)).write_parquet(str(path))
        print(f"file: {path.stat().st_size / 1e6:,.0f} MB")
        frame = make(path)
        with timed(f"figure by {engine}"):
            figure = annals.timeline(frame, title=f"{rows:,} calls")
    figure.save(Path(__file__).with_name(f"{engine}.svg"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"SVG: {len(figure.svg) / 1e3:.0f} KB; peak memory of this process: {peak:,.0f} MB")
    print(figure.alt[:120])


if __name__ == "__main__":
    main()
