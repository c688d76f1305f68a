-- A matter with a clock. Empty texts mean "none"; a case without a date is due on 9999-12-31, so that it sorts last.
create table case_record (
    id text primary key,
    reference text not null,
    kind text not null,
    title text not null,
    title_key text not null,
    state text not null,
    turn text not null,
    is_closed bigint not null,
    owner text not null,
    subject text not null,
    applicant text not null,
    contact_name text not null,
    contact_email text not null,
    language text not null,
    summary text not null,
    due_on text not null,
    opened_at text not null,
    changed_at text not null,
    closed_at text not null,
    search text not null
);
create unique index case_record_reference on case_record (reference);
create index case_record_due on case_record (due_on, id);
create index case_record_changed on case_record (changed_at, id);
create index case_record_opened on case_record (opened_at, id);
create index case_record_title on case_record (title_key, id);
create index case_record_owner on case_record (owner, due_on, id);
create index case_record_subject on case_record (subject);
create index case_record_applicant on case_record (applicant);

-- A promise of the office or a limit of the law.
create table case_clock (
    id text primary key,
    case_id text not null,
    basis text not null,
    source text not null,
    started_on text not null,
    working_days bigint not null,
    state text not null,
    due_on text not null,
    since text not null,
    left_days bigint not null,
    reason text not null,
    escalated bigint not null
);
create index case_clock_case on case_clock (case_id);
create index case_clock_due on case_clock (state, due_on, id);

create table case_task (
    id text primary key,
    case_id text not null,
    title text not null,
    owner text not null,
    due_on text not null,
    done_at text not null,
    made_at text not null,
    made_by text not null
);
create index case_task_case on case_task (case_id, done_at);
create index case_task_owner on case_task (owner, done_at, due_on, id);

-- The timeline: one row for all that happened, in its order. `refers` names the row with the words of a message, note,
-- document or decision; `operation` the act that can be undone.
create table case_entry (
    case_id text not null,
    position bigint not null,
    kind text not null,
    moment text not null,
    actor text not null,
    deed text not null,
    field text not null,
    before text not null,
    after text not null,
    reason text not null,
    refers text not null,
    operation text not null,
    primary key (case_id, position)
);
create index case_entry_kind on case_entry (case_id, kind, position);

-- What the office and the applicant write to each other.
create table case_message (
    id text primary key,
    case_id text not null,
    direction text not null,
    channel text not null,
    actor text not null,
    name text not null,
    body text not null,
    sent_at text not null,
    leaves_at text not null,
    taken_back_at text not null,
    letter text not null,
    message_id text not null
);
create index case_message_case on case_message (case_id, id);

-- What colleagues write to each other. Nothing that an applicant sees reads this table.
create table case_note (
    id text primary key,
    case_id text not null,
    actor text not null,
    body text not null,
    made_at text not null
);
create index case_note_case on case_note (case_id, id);

create table case_mention (
    id text primary key,
    account text not null,
    case_id text not null,
    note_id text not null,
    made_at text not null,
    seen_at text not null
);
create index case_mention_account on case_mention (account, seen_at, id);

-- What has to be sent in.
create table case_requirement (
    case_id text not null,
    name text not null,
    state text not null,
    reason text not null,
    changed_at text not null,
    primary key (case_id, name)
);

-- One paper; its versions are never deleted.
create table case_document (
    id text primary key,
    case_id text not null,
    requirement text not null,
    title text not null,
    made_at text not null
);
create index case_document_case on case_document (case_id, id);

create table case_document_version (
    id text primary key,
    document_id text not null,
    number bigint not null,
    file text not null,
    name text not null,
    size bigint not null,
    kind text not null,
    actor text not null,
    made_at text not null
);
create unique index case_document_version_number on case_document_version (document_id, number);

-- Proposed by one, approved or refused by another.
create table case_decision (
    id text primary key,
    case_id text not null,
    outcome text not null,
    grounds text not null,
    state text not null,
    proposed_by text not null,
    proposed_at text not null,
    decided_by text not null,
    decided_at text not null,
    refusal text not null
);
create index case_decision_case on case_decision (case_id, id);

-- An act of an officer on one case or many, with all that is needed to undo it.
create table case_operation (
    id text primary key,
    kind text not null,
    argument text not null,
    actor text not null,
    moment text not null,
    changed bigint not null,
    skipped bigint not null,
    undone_at text not null,
    undone_by text not null
);

create table case_operation_row (
    operation_id text not null,
    case_id text not null,
    reference text not null,
    result text not null,
    before text not null,
    after text not null,
    primary key (operation_id, case_id)
);

-- A filter with a name. `feed` is the fingerprint of the secret in the address of its calendar.
create table case_view (
    id text primary key,
    owner text not null,
    name text not null,
    query text not null,
    is_shared bigint not null,
    is_pinned bigint not null,
    made_at text not null
);
create index case_view_owner on case_view (owner, name, id);

-- The secret address of somebody's calendar: all that is theirs, or a view as they see it.
create table case_feed (
    id text primary key,
    account text not null,
    view_id text not null,
    made_at text not null
);
create unique index case_feed_account on case_feed (account, view_id);

-- What the office changed in the working calendar of its country.
create table calendar_day (
    day text primary key,
    is_working bigint not null,
    name text not null,
    source text not null,
    changed_at text not null,
    changed_by text not null
);

-- Who wants no single keys.
create table case_shortcut (
    account text primary key,
    is_off bigint not null
);
