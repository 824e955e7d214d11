-- How the server sends mail: one row; secrets stand in it as ids.
create table smtp_configuration (
    id   text not null primary key,
    json text not null
);

-- A mail is a task; what it says is a secret, of which the row knows the id until the mail is finished.
create table mail (
    task       text    not null primary key references task (id),
    mail_key   text    not null,                  -- who wanted it and what for; the task's id once another mail has the key
    message_id text    not null,
    content    text    not null,
    created_at bigint  not null,
    give_up_at bigint  not null,
    attempts   integer not null
);
create unique index mail_once on mail (mail_key);
create index mail_unfinished on mail (created_at) where content <> '';

-- How a mail stands with each recipient: only those who wait are sent to.
create table mail_recipient (
    task     text    not null references mail (task),
    position integer not null,
    address  text    not null,
    state    text    not null,                    -- WAITING, ACCEPTED, REFUSED
    reply    text    not null,                    -- the mail server's last words
    primary key (task, position)
);
