-- Requests that carried an Idempotency-Key, and what was answered; forgotten after a day.
create table idempotency (
    id text not null primary key,
    request text not null,
    made_at bigint not null,
    status integer not null,
    answer text not null
);

create index idempotency_made_at on idempotency (made_at);
