-- Proxies and workers, and the checks of targets.

create table proxy (
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
create unique index proxy_name on proxy (space_id, owner_id, name_key);
create index proxy_slug on proxy (space_id, slug);

create table worker (
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
create unique index worker_name on worker (space_id, owner_id, name_key);
create unique index worker_slug on worker (space_id, slug, owner_id);

-- The targets that a health task checks; outcome is '' until that is done.
create table health_target (
    task    text not null references task (id),
    machine text not null,                        -- the id in lower case
    outcome text not null,
    primary key (task, machine)
);
create index health_target_machine on health_target (machine, task);

-- When a target was checked last, and in which task.
create table machine_check (
    machine    text   not null primary key,       -- the id in lower case
    task       text   not null,
    checked_at bigint not null
);

-- What recurring chores leave behind, for those that sweep it.
create index task_chore_ended on task (kind) where ended_at is not null and repeat_every is not null;

-- The tasks of a target.
create index run_item_target on run_item (target, task);
