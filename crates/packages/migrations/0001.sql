-- Places chosen for somebody to look at: a visitor's own list, or what the office puts together. Empty texts mean
-- "none".
create table package (
    id text primary key,
    kind text not null,
    state text not null,
    -- The fingerprint of the cookie of the browser whose list it is.
    keeper text not null,
    -- The last part of its address. It opens what stands here anyway, so that it is kept as it is.
    token text not null,
    title text not null,
    words text not null,
    language text not null,
    recipient text not null,
    email text not null,
    production_id text not null,
    case_id text not null,
    contact text not null,
    reader text not null,
    sun_on text not null,
    expires_on text not null,
    made_by text not null,
    made_at text not null,
    changed_at text not null,
    shared_at text not null,
    sent_at text not null
);
create unique index package_by_token on package (token);
create index package_by_keeper on package (keeper, id);
create index package_by_kind on package (kind, id);
create index package_by_production on package (production_id, id);

-- What was taken out can be put back: its note and its photos are still there.
create table package_place (
    id text primary key,
    package_id text not null,
    location_id text not null,
    position bigint not null,
    scene text not null,
    note text not null,
    is_taken_out bigint not null
);
create unique index package_place_once on package_place (package_id, location_id);
create index package_place_in_order on package_place (package_id, position, id);

-- Photos that are not shown.
create table package_hidden_photo (
    package_place_id text not null,
    photo_id text not null,
    primary key (package_place_id, photo_id)
);

-- What readers think of a place: one opinion of each reader, the latest. No reader is known by more than a fingerprint.
create table package_reaction (
    id text primary key,
    package_id text not null,
    location_id text not null,
    reader text not null,
    name text not null,
    liking text not null,
    comment text not null,
    language text not null,
    moment text not null
);
create unique index package_reaction_once on package_reaction (package_id, location_id, reader);
create index package_reaction_in_order on package_reaction (package_id, moment, id);

-- Each time a link was opened: when, what and in which language, and not by whom or from where.
create table package_opening (
    id text primary key,
    package_id text not null,
    deed text not null,
    language text not null,
    moment text not null
);
create index package_opening_in_order on package_opening (package_id, id);
