-- Regions and cities.

create table destination (
    id text primary key,
    slug text not null,
    kind text not null,
    parent_id text,
    names text not null,
    code text not null,
    latitude double precision,
    longitude double precision
);

create unique index destination_by_slug on destination (slug);
create index destination_by_parent on destination (parent_id, slug);

create table destination_text (
    destination_id text not null,
    subject text not null,
    said text not null,
    source text not null,
    checked_on text,
    primary key (destination_id, subject)
);

-- Places one can film. Texts in several languages are objects of JSON by language tag.

create table location (
    id text primary key,
    slug text not null,
    names text not null,
    -- What names have in common when they are the same: to warn of two.
    name_key text not null,
    aliases text not null,
    kind text not null,
    destination_id text,
    state text not null,
    latitude double precision,
    longitude double precision,
    position_precision text not null,
    rounded_to bigint not null,
    is_unreleased bigint not null,
    revision bigint not null,
    changed_at text not null,
    confirmed_on text
);

create unique index location_by_slug on location (slug);
create index location_by_state on location (state, slug);
create index location_by_destination on location (destination_id, slug);
create unique index location_by_revision on location (revision);
create index location_by_name on location (name_key);
create index location_by_confirmation on location (state, confirmed_on);

create table location_fact (
    location_id text not null,
    field text not null,
    value text not null,
    note text not null,
    source text not null,
    checked_on text,
    visibility text not null,
    is_uncertain bigint not null,
    primary key (location_id, field)
);

create table location_look (
    location_id text not null,
    look text not null,
    photo_id text,
    primary key (location_id, look)
);

create table location_credit (
    id text primary key,
    location_id text not null,
    title text not null,
    year bigint,
    scene text not null,
    wikidata text not null,
    imdb text not null,
    days bigint,
    source text not null
);

create index location_credit_by_location on location_credit (location_id, id);

create table location_use (
    id text primary key,
    location_id text not null,
    starts_on text not null,
    days bigint not null,
    production text not null
);

create index location_use_by_location on location_use (location_id, id);

-- Letters in which owners are asked whether all is still so. Only the fingerprint of the secret is here.

create table location_question (
    id text primary key,
    location_id text not null,
    asked_at text not null,
    silent_after text not null,
    answer text not null,
    answered_at text,
    said text not null
);

create index location_question_by_location on location_question (location_id, asked_at);
create index location_question_by_end on location_question (answer, silent_after);
