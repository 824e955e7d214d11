-- How far the runs of the model test have come, and what they ask.
create table model_item (
    task  text    not null,
    item  integer not null,
    state text    not null,
    primary key (task, item)
);

create table model_question (
    id       text    not null primary key,
    number   bigint  not null,
    task     text    not null,
    item     integer not null,
    state    text    not null,
    deadline bigint  not null,
    person   text    not null default ''
);
