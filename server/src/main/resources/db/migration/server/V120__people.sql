-- What this installation is known by.
create table installation (
    name text primary key,
    id text not null
);

-- Passwords, as Argon2id hashes; a user without a row has none.
create table user_password (
    user_id text primary key,
    hash text not null,
    changed_at bigint not null
);

-- API keys, as SHA-256 digests. expires_at and used_at are 0 for never.
create table api_key (
    id_key text primary key,
    id text not null,
    number bigint not null,
    user_id text not null,
    purpose text not null,
    digest text not null,
    hint text not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint not null
);
create unique index api_key_digest on api_key (digest);
create index api_key_user on api_key (user_id, number);

-- Sessions of browsers, as digests of their tokens.
create table user_session (
    digest text primary key,
    user_id text not null,
    created_at bigint not null,
    used_at bigint not null,
    remembered integer not null
);
create index user_session_user on user_session (user_id);
create index user_session_used on user_session (used_at);

-- The one-time token with which the first administrator sets a password. used_at is 0 until then.
create table setup_token (
    digest text primary key,
    user_id text not null,
    expires_at bigint not null,
    used_at bigint not null
);
