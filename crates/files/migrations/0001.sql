create table file (
    id text not null primary key,
    hash text not null,
    size bigint not null,
    kind text not null,
    name text not null,
    uploaded_by text not null,
    uploaded_at text not null,
    scan text not null,
    scan_said text not null,
    scanned_at text
);

create index file_hash on file (hash);

create index file_scan on file (scan, hash);
