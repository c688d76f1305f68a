create table job (
    id text not null primary key,
    kind text not null,
    args text not null,
    unique_key text,
    state text not null,
    run_at text not null,
    attempts bigint not null,
    leased_until text,
    failure text not null,
    made_at text not null,
    ended_at text
);

create unique index job_waiting_once on job (kind, unique_key) where state = 'waiting';

create index job_due on job (state, run_at, id);

create table job_schedule (
    kind text not null primary key,
    ran_for text not null
);
