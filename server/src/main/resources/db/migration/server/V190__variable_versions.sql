-- Library variable sets.
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
create index library_variable_set_slug on library_variable_set (space_id, slug);

-- The last versions of variable sets: who made them and when.
create table variable_set_version (
    owner_key text not null,
    version integer not null,
    made_at bigint not null,
    made_by text not null,
    primary key (owner_key, version)
);

-- What a version changed, by how it was before: place -1 where there was no such variable, an empty json where it was only moved.
create table variable_version (
    owner_key text not null,
    version integer not null,
    variable_id text not null,
    place integer not null,
    json text not null,
    primary key (owner_key, version, variable_id)
);
