-- Counters of ids where the database has no sequences of its own.
create table counter (
    name text primary key,
    value bigint not null
);
