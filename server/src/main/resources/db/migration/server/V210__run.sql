-- Work items that wait without a thread, that are tried again, and that have a time limit.

alter table run_item add column waits_for text not null default '';        -- a question, a task, or '' for a time
alter table run_item add column waits_since bigint;                        -- null unless it waits
alter table run_item add column waits_until bigint;                        -- when what it waits for is over
alter table run_item add column waits_alone integer not null default 0;    -- whether others queue behind it meanwhile
alter table run_item add column failures integer not null default 0;       -- how many attempts have failed
alter table run_item add column warned integer not null default 0;         -- whether its log has warnings or errors
alter table run_item add column limit_minutes integer not null default 0;  -- how long an attempt may take, 0 for ever
alter table run_item add column limit_at bigint;                           -- when that is over for the attempt that runs

create index run_item_waits on run_item (waits_for) where waits_for <> '';
