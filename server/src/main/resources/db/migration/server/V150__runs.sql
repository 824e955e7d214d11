-- Runs: how far a task is with a frozen process. Instants are UTC milliseconds; '' means "none" for text.

create table run (
    task       text    not null primary key references task (id),
    format     integer not null,
    started_at bigint  not null
);

-- A step whose turn has come.
create table run_step (
    task    text    not null references run (task),
    step    integer not null,                     -- its position in the frozen process, from 0
    skipped text    not null,                     -- why it does not run
    at_once integer not null,                     -- how many of its targets are worked on at once
    primary key (task, step)
);

-- Its work items: an action of the step, for a target or once on the server.
create table run_item (
    task        text    not null references run (task),
    step        integer not null,
    action      integer not null,                 -- its position in the step, from 0
    target      text    not null,
    target_name text    not null,
    position    integer not null,                 -- of the target among those of the step
    state       text    not null,
    attempt     integer not null,
    epoch       bigint  not null,                 -- of the task when it was started last
    started_at  bigint,
    ended_at    bigint,
    reason      text    not null,
    primary key (task, step, action, target)
);

-- What actions have set for those after them; a secret is the id of its row.
create table run_output (
    task        text   not null references run (task),
    action      text   not null,                  -- its name
    target      text   not null,
    target_name text   not null,
    name_key    text   not null,
    name        text   not null,
    value       text   not null,
    secret      text   not null,
    sequence    bigint not null,                  -- the order in which they were set
    primary key (task, action, target, name_key)
);

-- Files that a task has kept; the content is a blob.
create table artifact (
    id         text   not null primary key,
    number     bigint not null unique,
    task       text   not null references task (id),
    item       text   not null,                   -- the node of the log that it belongs to
    name       text   not null,
    hash       text   not null,
    size       bigint not null,
    created_at bigint not null
);

create index artifact_task on artifact (task, number);

-- What a task is about, written by whoever queues it, so that lists need no other table.
create table task_subject (
    task        text    not null primary key references task (id),
    description text    not null,
    project     text    not null,
    environment text    not null,
    tenant      text    not null,
    runbook     text    not null,
    related     text    not null,                 -- ids of documents, joined by blanks
    arguments   text    not null,                 -- a JSON object
    warned      integer not null default 0        -- whether its log has warnings or errors
);

create index task_subject_project on task_subject (project, environment, task);
create index task_subject_environment on task_subject (environment, task);
create index task_subject_tenant on task_subject (tenant, task);

-- Lists show the newest first.
create index task_newest on task (space_id, number desc);
