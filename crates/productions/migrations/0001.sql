-- A film and its file here. Empty texts mean "none"; what has no next date is due on 9999-12-31, so that it sorts last.
create table production (
    id text primary key,
    reference text not null,
    version bigint not null,
    title text not null,
    code_name text not null,
    confidentiality text not null,
    format text not null,
    brief text not null,
    synopsis text not null,
    looks text not null,
    needs text not null,
    needs_note text not null,
    starts_on text not null,
    ends_on text not null,
    shooting_days bigint,
    is_flexible bigint not null,
    budget_least bigint,
    budget_most bigint,
    budget_currency text not null,
    spend_least bigint,
    spend_most bigint,
    spend_currency text not null,
    chance_least bigint,
    chance_most bigint,
    stage text not null,
    stage_since text not null,
    lost_reason text not null,
    source text not null,
    source_event text not null,
    waits_for text not null,
    next_step text not null,
    next_owner text not null,
    next_on text not null,
    officer text not null,
    contact text not null,
    organisation text not null,
    language text not null,
    zone text not null,
    copied_from text not null,
    search text not null,
    made_at text not null,
    changed_at text not null
);
create unique index production_reference on production (reference);
create index production_next on production (next_on, id);
create index production_stage_next on production (stage, next_on, id);
create index production_changed on production (changed_at, id);

-- The steps a production took; a step is never taken out.
create table production_step (
    id text primary key,
    production_id text not null,
    from_stage text not null,
    to_stage text not null,
    note text not null,
    lost_reason text not null,
    actor text not null,
    moment text not null
);
create index production_step_production on production_step (production_id, id);

-- Who belongs to a production. An invited person has no account here until they come; `secret` is a fingerprint.
create table production_member (
    id text primary key,
    production_id text not null,
    account text not null,
    email text not null,
    name text not null,
    role text not null,
    secret text not null,
    invited_by text not null,
    invited_at text not null,
    accepted_at text not null,
    removed_at text not null
);
create index production_member_production on production_member (production_id, removed_at, id);
create index production_member_account on production_member (account, removed_at);
create index production_member_email on production_member (email, removed_at);
create unique index production_member_secret on production_member (secret);

-- Scripts, apart from all other papers.
create table production_script (
    id text primary key,
    production_id text not null,
    title text not null,
    file text not null,
    kind text not null,
    size bigint not null,
    scenes bigint,
    given_by text not null,
    given_at text not null,
    expires_on text not null,
    withdrawn_at text not null,
    withdrawn_by text not null
);
create index production_script_production on production_script (production_id, id);

-- Each time somebody opened a script.
create table production_script_opening (
    id text primary key,
    script_id text not null,
    actor text not null,
    name text not null,
    deed text not null,
    moment text not null
);
create index production_script_opening_script on production_script_opening (script_id, id);

-- The figures that were worked out for a production. `newer` is the same question put to a newer text
-- of the rules, `differs` what it says, in words.
create table production_estimate (
    id text primary key,
    production_id text not null,
    estimate text not null,
    label text not null,
    rulebook text not null,
    attached_by text not null,
    attached_at text not null,
    newer text not null,
    newer_rulebook text not null,
    differs text not null,
    looked_at text not null
);
create unique index production_estimate_once on production_estimate (production_id, estimate);
create index production_estimate_rulebook on production_estimate (rulebook, id);

-- An inquiry while it is written. `id` is the fingerprint of the link; what was sent leaves its answers here no longer.
create table inquiry_draft (
    id text primary key,
    answers text not null,
    language text not null,
    script_file text not null,
    script_name text not null,
    started_at text not null,
    changed_at text not null,
    production_id text not null,
    promised_at text not null,
    zone text not null
);
create index inquiry_draft_changed on inquiry_draft (changed_at, id);

-- Who answers today.
create table duty (
    id text primary key,
    account text not null,
    since text not null
);

-- Until when somebody has read what the office wrote on a production.
create table production_seen (
    production_id text not null,
    account text not null,
    seen_at text not null,
    primary key (production_id, account)
);
