-- Where Tx.next takes its numbers from; PostgreSQL has sequences instead.
create table counter (
    name text not null primary key,
    value bigint not null
);
