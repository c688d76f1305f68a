"""The same questions to FTS5 of SQLite. Prints `kind of question, nanoseconds, how many there are`."""
import sqlite3, sys, time

rows, questions = sys.argv[1], sys.argv[2]
base = sqlite3.connect(rows + ".db")
base.executescript("""
pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000; pragma mmap_size = 4000000000;
create virtual table words using fts5(name, told, content='', detail='full');
create table place (id integer primary key, kind integer, latitude real, longitude real);
""")

def read():
    for number, line in enumerate(open(rows, encoding="utf-8"), 1):
        name, told, kind, latitude, longitude = line.rstrip("\n").split("\t")
        yield number, name, told, int(kind), float(latitude), float(longitude)

base.executemany("insert into words(rowid, name, told) values (?, ?, ?)", ((r[0], r[1], r[2]) for r in read()))
base.executemany("insert into place values (?, ?, ?, ?)", ((r[0], r[3], r[4], r[5]) for r in read()))
base.executescript("""
create index place_by_position on place (latitude, longitude, kind);
create index place_by_kind on place (kind, latitude, longitude);
insert into words(words) values ('optimize'); analyze;
""")

def ask(text, kind, area):
    where, values = [], []
    tables = "place"
    if text:
        tables = "words cross join place on place.id = words.rowid"
        words = text.split(" ")
        match = " AND ".join(words[:-1] + [words[-1] + "*"])
        where.append("words match ?"); values.append(match)
    if kind:
        where.append("kind = ?"); values.append(int(kind))
    if area:
        west, south, east, north = map(float, area.split(","))
        where.append("latitude between ? and ? and longitude between ? and ?")
        values += [south, north, west, east]
    condition = " and ".join(where)
    order = "order by bm25(words, 5.0, 1.0)" if text else "order by place.id"
    total = base.execute(f"select count(*) from {tables} where {condition}", values).fetchone()[0]
    base.execute(f"select place.id from {tables} where {condition} {order} limit 24", values).fetchall()
    return total

asked = [line.rstrip("\n").split("\t") for line in open(questions, encoding="utf-8")]
for number, text, kind, area in asked:
    ask(text, kind, area)
for number, text, kind, area in asked:
    began = time.perf_counter_ns()
    total = ask(text, kind, area)
    print(number, time.perf_counter_ns() - began, total, sep="\t")
