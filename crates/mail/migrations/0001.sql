create table letter (
    id text not null primary key,
    to_name text not null,
    to_address text not null,
    language text not null,
    subject text not null,
    body text not null,
    second_language text not null,
    second_body text not null,
    reference text not null,
    purpose text not null,
    unsubscribe text not null,
    in_reply_to text not null,
    message_id text not null,
    state text not null,
    reason text not null,
    posted_at text not null,
    send_at text not null,
    ended_at text
);

create index letter_address on letter (to_address, id);

create index letter_reference on letter (reference, id);

create index letter_state on letter (state, id);

create table letter_attachment (
    letter text not null,
    position bigint not null,
    name text not null,
    media_type text not null,
    content blob not null,
    primary key (letter, position)
);

create table received_mail (
    message_id text not null primary key,
    sender text not null,
    received_at text not null
);

create index received_mail_sender on received_mail (sender, received_at);
