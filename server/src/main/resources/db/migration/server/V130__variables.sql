-- The variable sets of projects and library sets.
create table variable_set (
    owner_key text primary key,
    id text not null,
    space_id text not null,
    owner_id text not null,
    version integer not null,
    modified_at bigint not null,
    modified_by text not null,
    json text not null
);
create index variable_set_space on variable_set (space_id);

-- Their variables, a row each: a change writes only those it touches.
create table variable (
    owner_key text not null,
    variable_id text not null,
    place integer not null,
    name_key text not null,
    json text not null,
    primary key (owner_key, variable_id)
);
