"""Segments of the orders in a folder of Parquet files, by the statement that statement.ts prints.

    npx tsx examples/spark/statement.ts 2024-12-31 > segments.sql
    spark-submit examples/spark/job.py orders/ segments.sql segments/
"""

import sys
from pathlib import Path

from pyspark.sql import SparkSession

orders, statement, segments = sys.argv[1:]
spark = SparkSession.builder.appName("segments").getOrCreate()
spark.read.parquet(orders).createOrReplaceTempView("orders")
spark.sql(Path(statement).read_text()).write.mode("overwrite").parquet(segments)
