-- Logs of tasks, for several nodes on one database. An epoch is the fence: only the newest run of a task writes.
create table task_log (
    id text not null primary key,
    epoch bigint not null,
    last_number bigint not null,
    change bigint not null
);

-- What grew since a node looked last.
create index task_log_change on task_log (change);

create table task_log_node (
    log text not null,
    node text not null,
    place bigint not null,
    parent text not null,
    title text not null,
    status text not null,
    started_at bigint not null,
    ended_at bigint,
    percentage integer not null,
    message text not null,
    first_line bigint not null,
    last_line bigint not null,
    primary key (log, node)
);

-- How many lines of a level stand in a node.
create table task_log_count (
    log text not null,
    node text not null,
    level text not null,
    lines bigint not null,
    primary key (log, node, level)
);

create table task_log_line (
    log text not null,
    number bigint not null,
    node text not null,
    level text not null,
    written_at bigint not null,
    body text not null,
    primary key (log, number)
);
