"""Spark, and DuckDB for statements that sqlglot translates.

Prints the versions. Then answers each line of JSON by one: a table to load from a Parquet file, or a statement to run.
"""

import json
import math
import os
import sys

import duckdb
import pyspark
import sqlglot
from pyspark.sql import SparkSession

# No zone that the statements name: what they give must not depend on it.
ZONE = "Asia/Tokyo"

# Small data and many statements: time goes into starting, planning and compiling.
SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.session.timeZone": ZONE,
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}

# What Snowflake says of a type, in DuckDB. sqlglot leaves the call as it is.
SNOWFLAKE_TYPES = """
    CREATE MACRO SYSTEM$TYPEOF(x) AS CASE typeof(x)
        WHEN 'TIMESTAMP WITH TIME ZONE' THEN 'TIMESTAMP_TZ(9)[SB16]'
        WHEN 'TIMESTAMP' THEN 'TIMESTAMP_NTZ(9)[SB8]'
        WHEN 'VARCHAR' THEN 'VARCHAR(16777216)[LOB]'
        WHEN 'DOUBLE' THEN 'FLOAT[DOUBLE]'
        WHEN 'BIGINT' THEN 'NUMBER(38,0)[SB8]'
        ELSE typeof(x)
    END
"""


class Spark:
    def __init__(self):
        builder = SparkSession.builder.master("local[2]")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("OFF")
        self.is_ansi = True

    def load(self, table, file):
        # Every other table is asked about with ANSI mode off.
        self.session.conf.set("spark.sql.ansi.enabled", self.is_ansi)
        self.is_ansi = not self.is_ansi
        self.session.read.parquet(file).createOrReplaceTempView(table)

    def run(self, statement):
        return [row.asDict() for row in self.session.sql(statement).collect()]


class Translated:
    def __init__(self, dialect):
        self.dialect = dialect
        self.connection = duckdb.connect()
        self.connection.execute(f"SET TimeZone = '{ZONE}'")
        self.connection.execute(SNOWFLAKE_TYPES)

    def load(self, table, file):
        self.connection.execute(f"CREATE OR REPLACE TABLE {table} AS FROM '{file}'")

    def run(self, statement):
        (translated,) = sqlglot.transpile(statement, read=self.dialect, write="duckdb")
        cursor = self.connection.execute(translated)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def writable(value):
    """JSON has no number that is not finite."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def answer(engine, request):
    if "file" in request:
        engine.load(request["table"], request["file"])
        return []
    rows = engine.run(request["statement"])
    return [{name: writable(value) for name, value in row.items()} for row in rows]


def main():
    # The Java process warns on standard output at times: answers go where it was, all else to where errors go.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    engines = {"spark": Spark(), "bigquery": Translated("bigquery"), "snowflake": Translated("snowflake")}
    versions = {"spark": pyspark.__version__, "sqlglot": sqlglot.__version__, "duckdb": duckdb.__version__}
    print(json.dumps(versions), file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = {"rows": answer(engines[request["dialect"]], request)}
        except Exception as error:
            reply = {"error": str(error)}
        print(json.dumps(reply), file=answers, flush=True)
    engines["spark"].session.stop()


main()
