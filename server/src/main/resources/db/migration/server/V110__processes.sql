-- What each project does to deploy.
create table deployment_process (
    project_id text primary key,
    space_id text not null,
    version integer not null,
    modified_at bigint not null,
    modified_by text not null,
    json text not null
);

-- Frozen copies of processes and variable sets, shared between the releases that froze the same content.
create table snapshot (
    id_key text primary key,
    id text not null,
    owner_id text not null,
    space_id text not null,
    hash text not null,
    json text not null
);
create unique index snapshot_content on snapshot (owner_id, hash);
