"""The same task in Polars and DuckDB, where they are installed: totals only. Prints `name ns_per_line base labour`."""
import sys, time, statistics

folder, lines = sys.argv[1], int(sys.argv[2])

def report(name, run):
    run()
    times = []
    for _ in range(5):
        start = time.perf_counter_ns()
        base, labour = run()
        times.append(time.perf_counter_ns() - start)
    print(name, statistics.median(times) / lines, base, labour)

try:
    import os
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars as pl
    ledger = pl.read_csv(f"{folder}/ledger.csv", schema_overrides={"amount": pl.Int64, "rate": pl.Int64})
    rates = pl.read_csv(f"{folder}/rates.csv")
    def polars():
        frame = ledger.lazy().join(rates.lazy(), on=["currency", "day"], how="left").with_columns(
            product=pl.col("amount") * pl.col("rate")
        ).with_columns(
            value=pl.col("product").sign() * ((pl.col("product").abs() + 50) // 100)
        )
        half = pl.col("value").sign() * ((pl.col("value").abs() + 1) // 2)
        out = ((pl.col("place") == 1) | pl.col("kind").is_in([4, 5, 6]) | pl.col("phase").is_in([0, 4])
            | (pl.col("day") < 20120) | (pl.col("day") > 20422) | (pl.col("paid") == 0)
            | ((pl.col("petty") == 1) & (pl.col("value") > 5000000)))
        eligible = pl.when(out).then(0).when(pl.col("related") == 1).then(half).otherwise(pl.col("value"))
        frame = frame.with_columns(eligible=eligible)
        row = frame.select(base=pl.col("eligible").sum(), labour=pl.col("eligible").filter(pl.col("kind") == 3).sum()).collect()
        return row["base"][0], row["labour"][0]
    report("polars", polars)
except ImportError:
    pass

try:
    import duckdb
    db = duckdb.connect()
    db.execute("set threads to 1")
    db.execute(f"create table ledger as select * from read_csv('{folder}/ledger.csv')")
    db.execute(f"create table rates as select * from read_csv('{folder}/rates.csv')")
    query = """
        with valued as (
            select *, sign(amount * rate) * ((abs(amount * rate) + 50) // 100) as value
            from ledger join rates using (currency, day)),
        judged as (
            select kind, case
                when place = 1 or kind in (4, 5, 6) or phase in (0, 4) or day < 20120 or day > 20422 or paid = 0
                    or (petty = 1 and value > 5000000) then 0
                when related = 1 then sign(value) * ((abs(value) + 1) // 2)
                else value end as eligible
            from valued)
        select sum(eligible)::bigint, sum(case when kind = 3 then eligible else 0 end)::bigint from judged"""
    report("duckdb", lambda: db.execute(query).fetchone())
except ImportError:
    pass
