-- Places that come in a file. Rows are kept as they were read; what stood in a place before is kept with its row, so
-- that a whole import can be taken back.

create table place_import (
    id text primary key,
    state text not null,
    file_name text not null,
    columns text not null,
    mapping text not null,
    archive_id text,
    archive_name text not null,
    made_by text not null,
    made_at text not null,
    changed_at text not null
);

create index place_import_by_moment on place_import (made_at);

create table place_import_row (
    import_id text not null,
    row_number bigint not null,
    cells text not null,
    location_id text,
    before text not null,
    revision_after bigint not null,
    primary key (import_id, row_number)
);

create index place_import_row_by_location on place_import_row (location_id);

-- How columns of those names were understood the last time.

create table place_mapping (
    id text primary key,
    mapping text not null,
    changed_at text not null
);
