"""Online Retail in Python: frame in memory -> customers -> scores -> segments -> summary and top 20 % share.

Reads the file named by its argument once, then answers requests, one a line: "time WAY" runs a way once and
says how long it took, "answer WAY" gives what it found. Replies are JSON, one a line; the first says which ways
there are.
"""

import json
import math
import sys
from time import perf_counter

WAYS = {}
VERSIONS = {"python": sys.version.split()[0]}
MISSING = []
COLUMNS = ["InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"]
TOP = 0.2

# By recency score from 1 to 5, then by frequency score from 1 to 5.
HIBERNATING, AT_RISK, CANT_LOSE = "hibernating", "at-risk", "cant-lose"
SLEEPING = [HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANT_LOSE]
SEGMENTS = [
    SLEEPING,
    SLEEPING,
    ["about-to-sleep", "about-to-sleep", "need-attention", "loyal", "loyal"],
    ["promising", "potential-loyalists", "potential-loyalists", "loyal", "loyal"],
    ["new", "potential-loyalists", "potential-loyalists", "champions", "champions"],
]
PATTERNS = {
    r"[1-2][1-2]": "hibernating",
    r"[1-2][3-4]": "at-risk",
    r"[1-2]5": "cant-lose",
    r"3[1-2]": "about-to-sleep",
    r"33": "need-attention",
    r"[3-4][4-5]": "loyal",
    r"41": "promising",
    r"51": "new",
    r"[4-5][2-3]": "potential-loyalists",
    r"5[4-5]": "champions",
}


def add_pandas(path):
    import numpy as np
    import pandas as pd

    VERSIONS.update(numpy=np.__version__, pandas=pd.__version__)
    lines = pd.read_csv(
        path,
        usecols=COLUMNS,
        dtype={"InvoiceNo": "string", "CustomerID": "string"},
        parse_dates=["InvoiceDate"],
    )
    table = np.array(SEGMENTS)

    def kept_lines():
        kept = lines[lines["CustomerID"].notna() & (lines["Quantity"] > 0)]
        return kept.assign(amount=kept["Quantity"] * kept["UnitPrice"])

    def share_of_top(monetary):
        top = monetary.nlargest(math.ceil(TOP * len(monetary)))
        return top.sum() / monetary.sum()

    def summarize(rfm):
        figures = ["recency", "frequency", "monetary"]
        return rfm.groupby("segment")[figures].agg(["count", "sum", "mean", "median"])

    def fifth(values):
        return pd.qcut(values.rank(method="first"), 5, labels=False).to_numpy()

    def typed():
        kept = kept_lines()
        rfm = kept.groupby("CustomerID", sort=False).agg(
            last=("InvoiceDate", "max"),
            first=("InvoiceDate", "min"),
            frequency=("InvoiceNo", "nunique"),
            monetary=("amount", "sum"),
        )
        as_of = kept["InvoiceDate"].max().normalize() + pd.Timedelta(days=1)
        rfm["recency"] = (as_of - rfm["last"].dt.normalize()).dt.days
        rfm["tenure"] = (as_of - rfm["first"].dt.normalize()).dt.days
        rfm["r"] = 5 - fifth(rfm["recency"])
        rfm["f"] = 1 + fifth(rfm["frequency"])
        rfm["m"] = 1 + fifth(rfm["monetary"])
        rfm["segment"] = table[rfm["r"] - 1, rfm["f"] - 1]
        return rfm, summarize(rfm), share_of_top(rfm["monetary"])

    def notebook():
        kept = kept_lines()
        snapshot = kept["InvoiceDate"].max() + pd.Timedelta(days=1)
        rfm = kept.groupby("CustomerID").agg(
            {
                "InvoiceDate": lambda x: (snapshot - x.max()).days,
                "InvoiceNo": lambda x: x.nunique(),
                "amount": lambda x: x.sum(),
            }
        )
        rfm.columns = ["recency", "frequency", "monetary"]
        rfm["r"] = pd.qcut(rfm["recency"], 5, labels=[5, 4, 3, 2, 1])
        rfm["f"] = pd.qcut(rfm["frequency"].rank(method="first"), 5, labels=[1, 2, 3, 4, 5])
        rfm["m"] = pd.qcut(rfm["monetary"], 5, labels=[1, 2, 3, 4, 5])
        rfm["segment"] = rfm["r"].astype(str) + rfm["f"].astype(str)
        rfm["segment"] = rfm["segment"].replace(PATTERNS, regex=True)
        return rfm, summarize(rfm), share_of_top(rfm["monetary"])

    def answer(found):
        rfm, _, share = found
        figures = [name for name in ("recency", "frequency", "monetary", "tenure") if name in rfm]
        columns = {name: rfm[name].tolist() for name in figures}
        return {"customerId": rfm.index.tolist(), **columns, "share": float(share)}

    WAYS["pandas"] = (typed, answer)
    WAYS["pandas, as notebooks do"] = (notebook, answer)


def add_polars(path):
    import polars as pl

    VERSIONS.update(polars=pl.__version__)
    lines = pl.read_csv(
        path,
        columns=COLUMNS,
        schema_overrides={"InvoiceNo": pl.String, "CustomerID": pl.String},
        try_parse_dates=True,
    )
    table = pl.Series([name for row in SEGMENTS for name in row])

    def fifth(name):
        return ((pl.col(name).rank("ordinal") - 1) * 5 // pl.len()).cast(pl.Int32)

    def days_since(name):
        return (pl.col("as_of") - pl.col(name).dt.date()).dt.total_days()

    def typed():
        kept = lines.lazy().filter(pl.col("CustomerID").is_not_null() & (pl.col("Quantity") > 0))
        grouped = kept.group_by("CustomerID").agg(
            last=pl.col("InvoiceDate").max(),
            first=pl.col("InvoiceDate").min(),
            frequency=pl.col("InvoiceNo").n_unique(),
            monetary=(pl.col("Quantity") * pl.col("UnitPrice")).sum(),
        )
        dated = grouped.with_columns(as_of=pl.col("last").max().dt.date() + pl.duration(days=1))
        rfm = dated.with_columns(recency=days_since("last"), tenure=days_since("first")).collect()
        scored = rfm.with_columns(r=5 - fifth("recency"), f=1 + fifth("frequency"), m=1 + fifth("monetary"))
        cell = scored["r"] * 5 + scored["f"] - 6
        segmented = scored.with_columns(segment=table.gather(cell))
        figures = pl.col("recency", "frequency", "monetary")
        summary = segmented.group_by("segment").agg(
            pl.len(),
            figures.mean().name.suffix("_mean"),
            figures.median().name.suffix("_median"),
            revenue=pl.col("monetary").sum(),
        )
        monetary = segmented["monetary"]
        share = monetary.top_k(math.ceil(TOP * len(monetary))).sum() / monetary.sum()
        return segmented, summary, share

    def answer(found):
        rfm, _, share = found
        figures = ["recency", "frequency", "monetary", "tenure"]
        columns = {name: rfm[name].to_list() for name in figures}
        return {"customerId": rfm["CustomerID"].to_list(), **columns, "share": share}

    WAYS["polars"] = (typed, answer)


def time_of(way):
    start = perf_counter()
    way()
    return {"ms": 1000 * (perf_counter() - start)}


def reply(message):
    print(json.dumps(message), flush=True)


for add in (add_pandas, add_polars):
    try:
        add(sys.argv[1])
    except ImportError as error:
        MISSING.append(error.name)

reply({"versions": VERSIONS, "ways": list(WAYS), "missing": MISSING})
for request in sys.stdin:
    kind, name = request.strip().split(" ", 1)
    way, answer = WAYS[name]
    reply(time_of(way) if kind == "time" else answer(way()))
