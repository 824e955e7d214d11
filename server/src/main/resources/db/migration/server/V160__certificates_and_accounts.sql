-- Certificates and accounts.

-- Names are not unique: a certificate that was replaced stays under the name it had.
create table certificate (
    id_key text primary key,
    id text not null,
    number bigint not null,
    space_id text not null,
    owner_id text not null,
    name text not null,
    name_key text not null,
    slug text not null,
    sort integer not null,
    version integer not null,
    modified_at bigint not null,
    modified_by text not null,
    json text not null
);
create index certificate_name on certificate (space_id, owner_id, name_key);
create index certificate_slug on certificate (space_id, slug);

-- When certificates expire, and which warning was given last of the data they have now: '' before the first one.
create table certificate_expiry (
    certificate text primary key,
    space_id text not null,
    thumbprint text not null,
    not_after bigint not null,
    warned text not null
);
create index certificate_expiry_not_after on certificate_expiry (warned, not_after);

create table account (
    id_key text primary key,
    id text not null,
    number bigint not null,
    space_id text not null,
    owner_id text not null,
    name text not null,
    name_key text not null,
    slug text not null,
    sort integer not null,
    version integer not null,
    modified_at bigint not null,
    modified_by text not null,
    json text not null
);
create unique index account_name on account (space_id, owner_id, name_key);
create unique index account_slug on account (space_id, slug, owner_id);
