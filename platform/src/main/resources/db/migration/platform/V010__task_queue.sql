-- The durable task queue. Instants are UTC milliseconds; '' means "none" for text.

create table task (
    id                  text    not null primary key,
    number              bigint  not null unique,          -- the order in which tasks were queued
    kind                text    not null,
    space_id            text    not null,
    state               text    not null,
    priority            integer not null,
    queued_at           bigint  not null,
    run_after           bigint  not null,                 -- the due time of a queued task
    expires_at          bigint,                           -- TIMED_OUT if not started by then
    started_at          bigint,
    ended_at            bigint,
    cancel_requested_at bigint,
    cancel_deadline     bigint,                           -- minus cancel_requested_at: how long a cancelled run may take
    node                text    not null default '',
    epoch               bigint  not null default 0,       -- raised by each claim: the fence
    beat                bigint  not null default 0,       -- raised by the owner: the lease
    attempt             integer not null default 0,
    losses              integer not null default 0,       -- how often its node was lost while it ran
    waiting_for         text    not null default '',
    wake_at             bigint,                           -- when a parked task goes on by itself
    woken               integer not null default 0,       -- woken while it still ran: parking then queues it again
    reason              text    not null default '',
    unique_key          text    not null default '',      -- at most one task that has not ended may have it
    repeat_every        bigint,                           -- milliseconds until the next one, queued as this one ends
    format              integer not null,
    payload             text    not null
);

-- The claim walks this one in order. Ended tasks are in none of these.
create index task_queue on task (priority desc, run_after, number) where state = 'QUEUED';
create index task_open on task (state, wake_at) where ended_at is null;
create index task_expiry on task (expires_at) where state = 'QUEUED';
create unique index task_unique_key on task (unique_key) where unique_key <> '' and ended_at is null;

-- The locks a task takes, all or none, when it is claimed. Gone when the task has ended.
create table task_need (
    task text not null references task (id),
    name text not null,
    primary key (task, name)
);

create index task_need_name on task_need (name);

-- Who holds a lock: a task, or (item <> '') a part of it.
create table task_lock (
    name  text   not null primary key,
    task  text   not null references task (id),
    item  text   not null,
    epoch bigint not null
);

create index task_lock_task on task_lock (task);
