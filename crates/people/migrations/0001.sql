-- Accounts, and the ways into them.

create table account (
    id text primary key,
    email text not null,
    name text not null,
    language text not null,
    time_zone text not null,
    state text not null,
    password text not null,
    totp_secret text not null,
    totp_step bigint not null,
    made_at text not null
);

create unique index account_by_email on account (email);

create table account_role (
    account_id text not null,
    role text not null,
    primary key (account_id, role)
);

create table recovery_code (
    id text primary key,
    account_id text not null,
    used_at text not null
);

create index recovery_code_by_account on recovery_code (account_id);

-- What was mailed or is being typed: only the fingerprint of the secret is here.
create table sign_in_link (
    id text primary key,
    kind text not null,
    account_id text not null,
    email text not null,
    next text not null,
    expires_at text not null,
    used_at text not null
);

create index sign_in_link_by_email on sign_in_link (email, kind);
create index sign_in_link_by_end on sign_in_link (expires_at);

create table attempt (
    id text primary key,
    count bigint not null,
    since text not null
);

create index attempt_by_moment on attempt (since);

-- People and organisations.

create table party (
    id text primary key,
    sort text not null,
    made_at text not null,
    changed_at text not null,
    order_key text not null,
    erased_at text not null
);

create index party_by_order on party (sort, order_key, id);

create table party_entry (
    id text primary key,
    party_id text not null,
    field text not null,
    language text not null,
    value text not null,
    detail text not null,
    visibility text not null,
    purpose text not null,
    keep_until text not null,
    changed_at text not null
);

create index party_entry_by_party on party_entry (party_id, id);
create index party_entry_by_end on party_entry (keep_until, id);
create index party_entry_by_value on party_entry (field, value);

create table party_key (
    party_id text not null,
    kind text not null,
    value text not null,
    primary key (party_id, kind, value)
);

create index party_key_by_value on party_key (kind, value, party_id);

-- Old ids of records that became part of another.
create table party_alias (
    id text primary key,
    party_id text not null
);

create index party_alias_by_party on party_alias (party_id);

create table party_merge (
    id text primary key,
    kept_id text not null,
    gone_id text not null,
    before text not null,
    after text not null,
    made_at text not null,
    undone_at text not null
);

create index party_merge_by_kept on party_merge (kept_id, id);
create index party_merge_by_gone on party_merge (gone_id, id);

-- Pairs that somebody looked at and found to be two.
create table party_distinct (
    low_id text not null,
    high_id text not null,
    primary key (low_id, high_id)
);
