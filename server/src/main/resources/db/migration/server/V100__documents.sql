-- Documents: one table per kind, all with the same columns.

create table space (
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
create unique index space_name on space (space_id, owner_id, name_key);
create unique index space_slug on space (space_id, slug, owner_id);

create table environment (
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
create unique index environment_name on environment (space_id, owner_id, name_key);
create unique index environment_slug on environment (space_id, slug, owner_id);

create table lifecycle (
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
create unique index lifecycle_name on lifecycle (space_id, owner_id, name_key);
create unique index lifecycle_slug on lifecycle (space_id, slug, owner_id);

create table project_group (
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
create unique index project_group_name on project_group (space_id, owner_id, name_key);
create unique index project_group_slug on project_group (space_id, slug, owner_id);

create table project (
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
create unique index project_name on project (space_id, owner_id, name_key);
create unique index project_slug on project (space_id, slug, owner_id);

create table channel (
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
create unique index channel_name on channel (space_id, owner_id, name_key);
create unique index channel_slug on channel (space_id, slug, owner_id);

create table feed (
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
create unique index feed_name on feed (space_id, owner_id, name_key);
create unique index feed_slug on feed (space_id, slug, owner_id);

create table machine (
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
create unique index machine_name on machine (space_id, owner_id, name_key);
create unique index machine_slug on machine (space_id, slug, owner_id);

create table machine_policy (
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
create unique index machine_policy_name on machine_policy (space_id, owner_id, name_key);
create index machine_policy_slug on machine_policy (space_id, slug);

create table worker_pool (
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
create unique index worker_pool_name on worker_pool (space_id, owner_id, name_key);
create unique index worker_pool_slug on worker_pool (space_id, slug, owner_id);

create table team (
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
create unique index team_name on team (space_id, owner_id, name_key);
create unique index team_slug on team (space_id, slug, owner_id);

create table user_account (
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
create unique index user_account_name on user_account (space_id, owner_id, name_key);
create index user_account_slug on user_account (space_id, slug);

create table library_variable_set (
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
create unique index library_variable_set_name on library_variable_set (space_id, owner_id, name_key);
create unique index library_variable_set_slug on library_variable_set (space_id, slug, owner_id);

create table release (
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
create unique index release_name on release (space_id, owner_id, name_key);
create index release_slug on release (space_id, slug);

create table deployment (
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
create index deployment_name on deployment (space_id, owner_id, name_key);
create index deployment_slug on deployment (space_id, slug);

-- Who points at what: "in use" refusals and usages read these, never JSON.
create table reference (
    source text not null,
    source_id text not null,
    source_type text not null,
    source_name text not null,
    member text not null,
    target text not null,
    primary key (source, member, target)
);
create index reference_target on reference (target);

-- What lies in which scope: list filters and permission filters read these, never JSON.
create table scope (
    source text not null,
    dimension text not null,
    value text not null,
    primary key (source, dimension, value)
);
create index scope_value on scope (dimension, value);

-- What happened, written in the transaction of the change.
create table event (
    id text primary key,
    number bigint not null,
    occurred_at bigint not null,
    space_id text not null,
    category text not null,
    user_id text not null,
    username text not null,
    established_with text not null,
    remote_address text not null,
    user_agent text not null,
    message text not null,
    difference text not null
);
create index event_space on event (space_id, number);

create table event_regards (
    event_id text not null,
    document text not null,
    primary key (event_id, document)
);
create index event_regards_document on event_regards (document);
