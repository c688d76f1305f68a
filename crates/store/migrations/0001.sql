-- What the store itself keeps.

create table audit (
    position bigint primary key,
    moment text not null,
    actor text not null,
    reason text not null,
    kind text not null,
    subject text not null,
    deed text not null,
    detail text,
    detail_hash text not null,
    previous text not null,
    hash text not null
);

create index audit_by_subject on audit (kind, subject, position);

create table audit_head (
    id bigint primary key,
    position bigint not null,
    hash text not null
);

insert into audit_head (id, position, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table counter (
    name text primary key,
    value bigint not null
);

-- Forms that were sent, so that sending one twice does nothing twice.
create table sent_form (
    id text primary key,
    answer text not null,
    sent_at text not null
);

create index sent_form_by_moment on sent_form (sent_at);
