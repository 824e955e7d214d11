-- Questions that running actions put to people. Instants are UTC milliseconds; '' means "none" for text.

create table interruption (
    id             text   not null primary key,
    number         bigint not null unique,
    space_id       text   not null,
    task           text   not null references task (id),
    asking         text   not null unique,        -- names the item and its attempt: the same one asks once
    activity       text   not null,               -- the node of the task's log that asks
    type           text   not null,
    title          text   not null,
    instructions   text   not null,
    state          text   not null,               -- PENDING, ANSWERED, EXPIRED, WITHDRAWN
    created_at     bigint not null,
    deadline       bigint not null,
    responsible    text   not null,               -- the user who has taken it
    taken_at       bigint,
    ended_at       bigint,
    verdict        text   not null,               -- PROCEED, ABORT
    notes          text   not null,
    by_id          text   not null,               -- who answered, as they were then
    by_username    text   not null,
    by_name        text   not null,
    by_email       text   not null
);

create index interruption_task on interruption (task, state);
create index interruption_pending on interruption (task) where state = 'PENDING';
create index interruption_newest on interruption (space_id, state, number desc);

-- The teams whose members may answer.
create table interruption_team (
    interruption text    not null references interruption (id),
    position     integer not null,
    team         text    not null,
    primary key (interruption, position)
);

-- The documents that it is about.
create table interruption_regards (
    interruption text    not null references interruption (id),
    position     integer not null,
    document     text    not null,
    document_key text    not null,                -- the id in lower case
    primary key (interruption, position)
);

create index interruption_regards_document on interruption_regards (document_key, interruption);
