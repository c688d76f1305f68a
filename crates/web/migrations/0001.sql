-- Who is signed in. `id` is the fingerprint of what the browser's cookie holds.

create table session (
    id text primary key,
    account text not null,
    name text not null,
    email text not null,
    roles text not null,
    device text not null,
    opened_at text not null,
    seen_at text not null,
    ends_at text not null,
    days bigint not null
);

create index session_by_account on session (account);
create index session_by_end on session (ends_at);
