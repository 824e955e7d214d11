-- Library variable sets have no slugs.
drop index library_variable_set_slug;
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
