-- What tasks did, as the tests of the queue count it.
create table task_effect (
    task text not null,
    what text not null
);
