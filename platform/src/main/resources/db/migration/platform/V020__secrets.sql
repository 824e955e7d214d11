-- Keys that lock secrets, themselves locked by the master key whose id stands beside them.
create table secret_key (
    id text not null primary key,
    purpose text not null,
    master text not null,
    locked text not null
);

-- One key for each purpose; two nodes that start at once cannot both make one.
create unique index secret_key_purpose on secret_key (purpose);

-- Immutable: a changed value is a new row. The row's id is part of what is authenticated.
create table secret (
    id text not null primary key,
    secret_key text not null references secret_key (id),
    locked text not null
);
