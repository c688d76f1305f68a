-- Pictures of places. The bytes are in the keep of files; what is called alt is an object of JSON by language tag.

create table photo (
    id text primary key,
    location_id text not null,
    place_number bigint not null,
    medium text not null,
    state text not null,
    visibility text not null,
    file_id text not null,
    file_name text not null,
    file_hash text not null,
    width bigint not null,
    height bigint not null,
    taken_on text,
    taken_at text not null,
    season text not null,
    bearing bigint,
    bearing_north text not null,
    is_retouched bigint not null,
    is_drone bigint not null,
    creator text not null,
    credit text not null,
    copyright text not null,
    licence text not null,
    alt text not null,
    camera text not null,
    lens text not null,
    thumbhash blob,
    fingerprint bigint,
    tone text not null,
    development text not null,
    revision bigint not null,
    added_at text not null
);

create index photo_by_location on photo (location_id, place_number, id);
create index photo_by_state on photo (state, taken_on, id);
create index photo_by_hash on photo (location_id, file_hash);

-- The smaller ones, each a file of its own: `800.webp`.

create table photo_copy (
    photo_id text not null,
    name text not null,
    file_id text not null,
    primary key (photo_id, name)
);
