-- Passkeys, and what is being asked of an authenticator or of the organisation's identity provider.

create table passkey (
    id text primary key,
    account_id text not null,
    name text not null,
    algorithm text not null,
    public_key text not null,
    counter bigint not null,
    made_at text not null,
    used_at text not null
);

create index passkey_by_account on passkey (account_id, made_at, id);

-- Only the fingerprint of the challenge is here. Of a new passkey: whose, and how it will be called.
create table passkey_challenge (
    id text primary key,
    kind text not null,
    account_id text not null,
    name text not null,
    expires_at text not null,
    used_at text not null
);

create index passkey_challenge_by_end on passkey_challenge (expires_at);

create table provider_sign_in (
    id text primary key,
    browser text not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    expires_at text not null,
    used_at text not null
);

create index provider_sign_in_by_end on provider_sign_in (expires_at);
